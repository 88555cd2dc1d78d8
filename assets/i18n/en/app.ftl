# What the program says, asks and refuses while somebody works

# Done, or just so
notice-copied = Copied to the clipboard.
notice-too-long-to-copy = This message is too long for the terminal’s clipboard; nothing was copied.
notice-created = Ticket #{ $number } was created.
notice-draft-continued = You go on with the draft you left here ({ $when }).
notice-draft-in-memory = Kept until the program ends; nothing is saved on this machine.
notice-draft-not-kept = Not saved yet: it stays here until the program ends, and is tried again.
notice-not-queued = Not sent. { $why }
notice-not-queued-here = Not sent: the text stays here.
notice-grown =
    { $count ->
        [one] Your message on #{ $number } was not sent: a new entry came while you were writing. You are asked when you have finished here.
       *[other] Your message on #{ $number } was not sent: { $count } new entries came while you were writing. You are asked when you have finished here.
    }
notice-draft-kept = Kept as a draft.
notice-drafts-waiting =
    { $count ->
        [one] { $count } draft is waiting: { $key } shows it.
       *[other] { $count } drafts are waiting: { $key } shows them.
    }
notice-unsent-waiting =
    { $count ->
        [one] { $count } message did not leave: { $key } shows it, and why.
       *[other] { $count } messages did not leave: { $key } shows them, and why.
    }
notice-draft-here = You left a draft here ({ $when }): answer in the same way to go on with it, or { $key } for all drafts.
notice-editor-left-nothing = The editor gave back an empty text. What you had written stays.
notice-form-kept = The form is kept: + for the same customer goes on with it.
notice-form-continued = You go on with the form you left ({ $when }).
notice-draft-copied = This draft is open in another balcao: you go on with a copy of it.
notice-record-deleted = { $name } was deleted in Bigin.
notice-saved-to = Saved to { $path }.
notice-sent = Sent: it stands on the ticket now.
notice-status-not-set = The status of #{ $number } was not changed. { $why }
notice-status-set = #{ $number } is now { $status }.
notice-saved-again = There is room again: what you wrote is saved.
notice-late-sent = Your answer came too late: the message on #{ $number } had been sent already.
notice-late-leaving = Your answer came too late: the message on #{ $number } is on its way already.
notice-late-elsewhere = Nothing was done: another balcao on this machine has the message on #{ $number }. Answer there.
notice-late-gone = Nothing was done: the message on #{ $number } was taken back or dropped elsewhere.
notice-failed = Your message on #{ $number } was not sent: below it stands why.
notice-nothing-held = No message is held, so there is nothing to take back.

# Not possible just now
notice-no-attachments = Nothing is attached to any message of this ticket.
notice-no-customer = A ticket needs a person: choose a contact, a deal with a contact, or another ticket first.
notice-company-nobody = A ticket needs a person, and nobody of this company is in Bigin. Add a contact there, or open one of its tickets.
notice-paste-ignored = There is no text field here to paste into; nothing was done.
notice-paste-too-long = More than a megabyte was pasted: its end was left out. Attach it as a file instead.
notice-paste-cut = One line does not hold all that was pasted; its beginning is here.
notice-statuses-unknown = The portal’s statuses are not here yet. Refresh, then try again.
notice-still-loading = The conversation is still on its way. Try again in a moment.
editor-failed-because = The editor ended with an error ({ $why }). Your text is as it was.
pager-failed-because = The pager ended with an error ({ $why }). Set PAGER to one that works here.

# Not allowed
refused-create = Your Desk profile may not create tickets. An administrator of Desk can change that.
refused-edit = Your Desk profile may not change tickets. An administrator of Desk can change that.
refused-close = Your Desk profile may not close tickets. An administrator of Desk can change that.
refused-send = Your Desk profile may not send mail. An administrator of Desk can change that.
refused-comment = Your Desk profile may not comment on tickets. An administrator of Desk can change that.

# Before sending
dialog-before-sending = Before this is sent
dialog-cannot-send = This cannot be sent yet
concern-nobody = Nobody is in To.
concern-no-sender = There is no address to send from. Choose one under From; if there is none, an administrator of Desk can add it.
concern-bad-address = “{ $address }” is not an address that mail can reach.
concern-empty = The message is empty.
concern-too-long = A comment holds { $most } characters at most, and this one has { $over } too many. Shorten it, or attach it as a file.
concern-hidden = The text holds what its readers do not see: { $what }. It may have come with something pasted.
concern-no-subject = The subject is empty.
concern-added = Added since the last message: { $people }.
concern-dropped = Dropped since the last message: { $people }.
concern-outside = Outside, neither ours nor the customer’s: { $people }.
concern-nothing-attached = The text speaks of an attachment, but nothing is attached.

# Questions
dialog-news-title = The ticket has grown
dialog-news =
    { $count ->
        [one] { $count } new entry came on #{ $number } while you were writing. Your message has not left.
       *[other] { $count } new entries came on #{ $number } while you were writing. Your message has not left.
    }
dialog-left-title = A message has not left
dialog-left-held = The program ended while it was held, and nothing was sent. Send it, edit it, or drop it?
outbox-stale = It was not sent: the ticket has grown since you wrote. Send it, edit it, or drop it?
dialog-elsewhere = Another balcao on this machine has this message and asks about it there. If that one ends, you are asked here.
dialog-held = It is held and leaves by itself when the hold ends. Send it now, edit it, or drop it?
dialog-waiting = The network was away, and it has not left. It is sent by itself when that is back. Send it now, edit it, or drop it?
dialog-left-what = Ticket #{ $number }: { $to }
dialog-drop-title = Drop this draft?
dialog-drop-message-title = Drop this message?
dialog-drop = What you have written is then gone for good.
dialog-quit-title = Leave now?
dialog-quit-held =
    { $count ->
        [one] { $count } message is held and has not left. The next start asks you about it.
       *[other] { $count } messages are held and have not left. The next start asks you about them.
    }
dialog-quit-unkept =
    { $count ->
        [one] Nothing can be kept on this machine: { $count } text that has not been sent is lost when you leave. Send it first, or leave all the same.
       *[other] Nothing can be kept on this machine: { $count } texts that have not been sent are lost when you leave. Send them first, or leave all the same.
    }
dialog-quit-waiting =
    { $count ->
        [one] { $count } message waits for the network. The next start sends it when that is back.
       *[other] { $count } messages wait for the network. The next start sends them when that is back.
    }
dialog-quit-unsaved =
    { $count ->
        [one] { $count } draft could not be saved and would be lost. Free some space and stay, or leave all the same.
       *[other] { $count } drafts could not be saved and would be lost. Free some space and stay, or leave all the same.
    }
answer-send = send
answer-send-anyway = send anyway
answer-edit = edit
answer-drop = drop
answer-keep = keep
answer-later = decide later
answer-look = read what is new
answer-quit = leave
answer-stay = stay

# Menus and the form of + Ticket
menu-assignee = Assignee
menu-attachment = Save which attachment?
menu-attachment-elsewhere = No file in this message. Save another of the ticket?
menu-channel = Channel
menu-customer = Several people in Desk match: whose ticket is it?
menu-customer-company = Whose ticket is it?
menu-department = Department
menu-from = Send from
menu-priority = Priority
menu-status = Status of #{ $number }
queue-all-departments = All departments
queue-cut-of = { $here } of { $all } are here: a list is read to 2 000 tickets, the newest first. Older ones: at their customer, or { $key }.
queue-cut = Not all are here: a list is read to 2 000 tickets, the newest first. Older ones: at their customer, or { $key }.
status-kind-open = open
status-kind-on-hold = on hold
status-kind-closed = closed
form-none = none
form-needs-department = Choose the department: it is never guessed.
form-needs-subject = A ticket needs a subject.
form-unknown = The answer was lost: Desk may have this ticket. Sending again looks for it first, and creates nothing unasked.
dialog-not-found-title = Create it again?
dialog-not-found = Desk does not list this ticket. It may never have arrived, or its list is a little behind: a minute later is surer.
answer-look-again = look again
answer-create-again = create it now

# What went wrong. $why is technical and English; $message is the service’s own.
error-zoho-host = { $name } = { $url } is no address that can be used. It needs https:// and a host alone, such as https://desk.zoho.eu (http:// on this machine only).
error-zoho-centre = “{ $name }” is no data centre of Zoho. Write one of these into the profile: { $known }.
error-zoho-client = The network client could not start. Install the root certificates (ca-certificates), then try again. ({ $why })
error-zoho-token-file = { $path }, which holds the access of an hour, cannot be used. Run chmod 600 on it, or delete it. ({ $why })
error-zoho-offline = { $service } cannot be reached, and nothing was sent. Check the network; what is known stays here.
error-zoho-slow = { $service } took too long to answer. Try again.
error-zoho-broken = The connection to { $service } broke off. Try again.
error-zoho-unknown = The answer was lost, and Zoho may have done what was asked. Look before you try again.
error-zoho-sign-in = Zoho does not accept the sign-in ({ $code }). Check client_id, client_secret, refresh_token and data centre in the profile; a sandbox gives new ones when it is started anew.
error-zoho-sign-in-busy =
    { $count ->
        [one] Zoho gives out no more access tokens for now. Wait about { $count } minute; other programs may share this sign-in.
       *[other] Zoho gives out no more access tokens for now. Wait about { $count } minutes; other programs may share this sign-in.
    }
error-zoho-forbidden = { $service } does not allow this: { $message } ({ $code }). Ask an administrator for the permission, or sign in again with the scope.
error-zoho-not-found = { $service } does not have this any more, or does not show it to you. Refresh the list.
error-zoho-refused = { $service } refused the request: { $message } ({ $code }). Mend what it names.
error-zoho-busy = { $service } takes no more calls of this portal for the moment. Wait a little, then try again.
error-zoho-spent = The day’s API credits of { $service } are used up. What is known stays here; sending works again later.
error-zoho-spent-minutes =
    { $count ->
        [one] The day’s API credits of { $service } are used up. What is known stays here; sending works again in about { $count } minute.
       *[other] The day’s API credits of { $service } are used up. What is known stays here; sending works again in about { $count } minutes.
    }
error-zoho-spent-hours =
    { $count ->
        [one] The day’s API credits of { $service } are used up. What is known stays here; sending works again in about { $count } hour.
       *[other] The day’s API credits of { $service } are used up. What is known stays here; sending works again in about { $count } hours.
    }
error-zoho-down = { $service } has a fault of its own (HTTP { $status }). Try again in a few minutes.
error-zoho-garbled = The answer of { $service } makes no sense. Check the hosts of the profile and whether a proxy stands between; the log says more.
error-zoho-foreign = The file lies on { $host }, which is none of this profile’s hosts: it was not fetched. Open it in the browser.
error-zoho-file = The file { $name } could not be transferred. Try again. ({ $why })
error-not-arrived = Desk did not take the message in { $count } tries. Send it again later, or edit it.
error-not-a-file = { $path } is a folder or a device. Choose a file.
error-name-taken = { $path } and a thousand files like it are there already. Choose another name.
error-file = { $path } cannot be used: { $why }.
error-why-not-found = it is not there
error-why-denied = permission is missing
error-why-exists = it is there already
error-why-full = the disk is full
error-why-read-only = the disk can only be read
error-why-folder = it is a folder
error-why-no-folder = a part of its path is no folder
error-why-name = its name is too long or not allowed
error-why-no-text = it is not plain text
error-no-ticket = There is no ticket { $number }. It may have been deleted, or you may not see it.
error-ticket-gone = This ticket was deleted in Desk; shown is what was known before.
error-no-record = There is no record { $id } any more. Refresh the list.
error-too-large = { $name } is larger than the 20 MB that Desk takes. Choose a smaller file.

# What floats
form-title = + Ticket
form-creating = Creating the ticket …
prompt-attach = Attach a file
prompt-no-path = Type a path: a folder, or a folder and a name.
prompt-saving = Saving …
prompt-save = Save { $name } as
search-title = Search
search-how = Type a word, a name, a number. What was read here answers at once, Desk a moment later.
search-asking = Desk is being asked as well …
search-answered =
    { $count ->
        [0] Desk found no more. What is new there may take minutes to be found.
        [one] { $count } more from Desk. What is new there may take minutes to be found.
       *[other] { $count } more from Desk. What is new there may take minutes to be found.
    }
search-failed = Only what was read here: { $sentence }
search-in-desk = from Desk
