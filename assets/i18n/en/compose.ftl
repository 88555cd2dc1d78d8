# The composer, the checks before sending, quoting
compose-reply = Reply
compose-reply-all = Reply all
compose-forward = Forward
compose-comment-private = Private comment
compose-comment-public = Public comment
compose-from = From
compose-to = To
compose-cc = Cc
compose-bcc = Bcc
compose-subject = Subject
compose-files = Attachments
compose-body = Message
compose-no-from = This department has no address to send from. An administrator of Desk can add one.
compose-new-people =
    { $count ->
        [one] +{ $count } new: { $names }
       *[other] +{ $count } new: { $names }
    }
compose-bad-address = “{ $text }” is not an address that mail can reach.
compose-attach = File to attach
compose-attached = Attached { $name } ({ $size }).
compose-no-file = There is no file { $path }.
compose-file-too-large = { $name } is { $size }: Desk takes at most { $limit }.
compose-forward-prefix = Fwd:
compose-reply-prefix = Re:

draft-saved = draft saved
draft-saving = saving the draft…
draft-unsaved = DRAFT NOT SAVED: { $reason }
draft-kept = Kept as a draft.
draft-dropped = The draft was dropped; u brings it back.
draft-offer = You have a draft from { $when } on #{ $number }.
draft-list =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }

editor-opened = Waiting for your editor…
editor-unchanged = The editor changed nothing.
editor-failed = The editor ended with an error; your text is as it was.

check-title = Before this is sent
check-empty-subject = The subject is empty.
check-empty-body = The message is empty.
check-no-recipient = Nobody is in To.
check-missing-attachment = The text says “{ $word }”, but nothing is attached.
check-added = Added since the last message: { $names }
check-dropped = Dropped since the last message: { $names }
check-outside = Outside your domains: { $names }
check-grown =
    { $count ->
        [one] { $count } new entry came while you were writing:
       *[other] { $count } new entries came while you were writing:
    }
check-send-anyway = { $key } sends it anyway
check-back = { $key } goes back to the text
check-attachment-words = attached, attachment, attaching, enclosed, see the file

quote-original = Original message
quote-from = From
quote-date = Date
quote-subject = Subject
quote-to = To
quote-cc = Cc
