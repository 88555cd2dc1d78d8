# What the program says and asks: notices, questions, menus, forms
form-title = + Ticket
form-creating = Creating the ticket …
prompt-attach = Attach a file
prompt-save = Save { $name } as
search-title = Search all tickets
search-how = Type what was said or asked: a word, a name, a number.
notice-copied = Copied to the clipboard.
notice-created = Ticket #{ $number } was created.
notice-draft-continued = You go on with your draft from { $when }.
notice-draft-kept = Kept as a draft.
notice-no-attachments = This message has no attachment.
notice-no-customer = A ticket needs a customer: choose a contact, a company or a ticket first.
notice-nothing-held = Nothing waits to be sent.
notice-paste-ignored = Pasted text is for text fields; nothing was done.
notice-saved-to = Saved to { $path }.
notice-sent = Sent.
notice-status-set = #{ $number } is now { $status }.
notice-statuses-unknown = The portal’s statuses are not known yet: Desk has not answered.
notice-still-loading = The conversation is still on its way. Try again in a moment.
refused-create = Your Desk profile may not create tickets. An administrator of Desk can change that.
refused-edit = Your Desk profile may not change tickets. An administrator of Desk can change that.
refused-close = Your Desk profile may not close tickets. An administrator of Desk can change that.
refused-send = Your Desk profile may not send mail. You can still comment.
refused-comment = Your Desk profile may not comment on tickets. An administrator of Desk can change that.
dialog-before-sending = Before this is sent
dialog-cannot-send = This cannot be sent yet
dialog-drop-title = Throw the draft away?
dialog-drop = What you have written is gone for good then.
dialog-left-title = A message has not left
dialog-left-held = The program ended while it was held. Nothing was sent.
dialog-left-what = To { $to }, about #{ $number }:
dialog-news-title = The ticket has grown
dialog-news = { $count ->
    [one] One new entry came on #{ $number } while you were writing. Your message was not sent.
   *[other] { $count } new entries came on #{ $number } while you were writing. Your message was not sent.
}
dialog-quit-title = Leave now?
dialog-quit-held = { $count ->
    [one] One message is held and has not left. You will be asked about it at the next start.
   *[other] { $count } messages are held and have not left. You will be asked about them at the next start.
}
answer-drop = throw away
answer-edit = edit
answer-keep = keep it
answer-later = later
answer-look = read what is new
answer-quit = leave
answer-send = send
answer-send-anyway = send anyway
answer-stay = stay
menu-assignee = Assignee
menu-attachment = Which attachment?
menu-channel = Channel
menu-department = Department
menu-from = Send from
menu-priority = Priority
menu-status = Status of #{ $number }
form-needs-department = Choose the department: it is never guessed.
form-needs-subject = A ticket needs a subject.
form-none = none
status-kind-open = open
status-kind-on-hold = on hold
status-kind-closed = closed
