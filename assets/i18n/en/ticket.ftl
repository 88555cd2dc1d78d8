# Lists of tickets and the conversation
scope-mine = Mine
scope-unassigned = Unassigned
scope-overdue = Overdue
scope-open = All open
scope-department = Department
scope-all-departments = All departments

ticket-number = No.
ticket-subject = Subject
ticket-status = Status
ticket-priority = Priority
ticket-due = Due
ticket-channel = Channel
ticket-assignee = Assignee
ticket-department = Department
ticket-contact = Contact
ticket-company = Company
ticket-created = Created
ticket-closed = Closed
ticket-unassigned = unassigned
ticket-no-subject = (no subject)
ticket-no-priority = –
ticket-escalated = escalated
ticket-unread = unread
ticket-threads =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
ticket-comments =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }

status-open = Open
status-on-hold = On hold
status-closed = Closed
status-choose = Choose a status
status-current = current
status-changed = #{ $number } is now { $status }.
status-changing = Changing the status…

entry-internal = INTERNAL
entry-public = PUBLIC
entry-forwarded = forwarded
entry-draft = draft in Desk
entry-pending = being sent
entry-failed = NOT SENT
entry-edited = edited { $when }
entry-description = first message
entry-to = to { $names }
entry-cc = cc { $names }
entry-missing = The text has not been fetched yet; these are its first words.

letter-quoted =
    { $count ->
        [one] { $count } quoted line, { $key } unfolds
       *[other] { $count } quoted lines, { $key } unfolds
    }
letter-quoted-open =
    { $count ->
        [one] { $count } quoted line, { $key } folds
       *[other] { $count } quoted lines, { $key } folds
    }
letter-remote =
    { $count ->
        [one] { $count } remote picture was not fetched
       *[other] { $count } remote pictures were not fetched
    }
letter-cut = The message is longer than can be shown here: this is its beginning.
letter-link = Link { $number }: { $target }

trick-badge = hidden text: { $tricks }
trick-control = control codes
trick-bidi = reading direction turned
trick-zero-width = invisible characters inside words
trick-marks = stacked marks
trick-invisible = invisible letters

attachment-list =
    { $count ->
        [one] { $count } attachment: { $names }
       *[other] { $count } attachments: { $names }
    }
attachment-save-to = Save to
attachment-saving = Saving { $name }…
attachment-saved = Saved to { $path }.
attachment-exists = { $path } exists already; nothing was overwritten. Choose another name.

new-ticket = + Ticket
new-ticket-title = New ticket for { $name }
new-ticket-description = Description
new-ticket-needs-subject = A ticket needs a subject.
new-ticket-needs-department = Choose the department: it is never guessed.
new-ticket-creating = Creating the ticket…
new-ticket-created = Ticket #{ $number } was created.
new-ticket-submit = Submit

permission-create = Your Desk profile may not create tickets. An administrator of Desk can change that.
permission-edit = Your Desk profile may not change tickets. An administrator of Desk can change that.
permission-close = Your Desk profile may not close tickets. An administrator of Desk can change that.
permission-send = Your Desk profile may not send mail. You can still comment.
permission-comment = Your Desk profile may not comment on tickets.
permission-view = Your Desk profile may not see tickets.
permission-unknown = It is not known yet whether you may do this: Desk has not answered.
