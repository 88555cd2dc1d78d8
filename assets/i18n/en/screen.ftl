# What stands on the screen: names, labels, sentences of panes. Short; the rest is white space.

ui-brand = balcão
ui-contacts = Contacts
ui-companies = Companies
ui-pipelines = Pipelines
ui-tickets = Tickets
ui-offline = offline
ui-sandbox = sandbox
ui-too-small = This window is { $here }; balcão needs { $wanted }. Make it larger.

# Lists and panes
ui-find = find
ui-loading = Loading …
ui-try-again = try again
ui-not-fresh = Not up to date: { $sentence }
ui-no-match = Nothing matches “{ $text }”.
ui-no-contacts = There is no contact yet.
ui-no-companies = There is no company yet.
ui-no-pipelines = There is no deal yet.
ui-no-tickets = There is no ticket yet.
ui-no-activities = No notes, tasks, calls or meetings.
ui-nothing-said = Nothing has been said yet.
ui-none-mine = No open ticket is yours.
ui-none-unassigned = Every open ticket has somebody.
ui-none-overdue = Nothing is overdue.
ui-none-open = No ticket is open.
ui-more = … and { $count } more

# A record's page
ui-overview = Overview
ui-activity = Activity
ui-open-count = { $count ->
    [0] none open
   *[other] { $count } open
}
ui-overdue-count = { $count } overdue
ui-email = E-mail
ui-phone = Phone
ui-mobile = Mobile
ui-company = Company
ui-contact = Contact
ui-title = Title
ui-owner = Owner
ui-address = Address
ui-description = Description
ui-website = Website
ui-pipeline = Pipeline
ui-stage = Stage
ui-amount = Amount
ui-closing = Closing date
ui-tags = Tags
ui-created = Created
ui-modified = Modified
ui-in-desk = In Desk
ui-related = Belongs to it
ui-note = Note
ui-task = Task
ui-call = Call
ui-meeting = Meeting
ui-twin-contact = contact { $id }
ui-twin-account = account { $id }
ui-twin-none = Not in Desk: nobody there has this e-mail or domain. A new ticket brings them in.
ui-twin-none-short = not there
ui-twin-ambiguous = Several in Desk match, and nobody guesses: { $names }
ui-twin-ambiguous-short = { $count } match

# Tickets
ui-subject = Subject
ui-customer = Customer
ui-channel = Channel
ui-status = Status
ui-priority = Priority
ui-priority-short = Prio
ui-agent = Agent
ui-due = Due
ui-assignee = Assignee
ui-department = Department
ui-mine = Mine
ui-unassigned = Unassigned
ui-overdue = Overdue
ui-all-open = All open
ui-all-departments = All departments
ui-unassigned-one = unassigned
ui-escalated = escalated
ui-channel-email = e-mail
ui-channel-phone = phone
ui-channel-web = web
ui-channel-chat = chat
ui-channel-forums = forum
ui-channel-twitter = Twitter
ui-channel-facebook = Facebook
ui-channel-feedback = feedback
ui-channel-instagram = Instagram
ui-channel-whatsapp = WhatsApp

# A conversation
ui-internal = INTERNAL
ui-public = PUBLIC
ui-forwarded = forwarded
ui-private = PRIVATE
ui-pending = being sent
ui-undelivered = not delivered
ui-desk-draft = draft in Desk
ui-edited = edited
ui-summary-only = only the beginning is here yet
ui-to-list = to { $people }
ui-cc-list = cc { $people }
ui-bcc-list = bcc { $people }
ui-remote = { $count ->
    [one] 1 remote picture was not fetched
   *[other] { $count } remote pictures were not fetched
}
ui-folded = { $count ->
    [one] 1 quoted line
   *[other] { $count } quoted lines
}
ui-unfold = { $what }, { $key } unfolds
ui-files = { $count ->
    [one] 1 attachment:
   *[other] { $count } attachments:
}

# Writing
ui-reply = Reply
ui-reply-all = Reply all
ui-forward = Forward
ui-private-comment = Private comment
ui-public-comment = Public comment
ui-from = From
ui-from-default = the department’s own address
ui-to = To
ui-cc = Cc
ui-bcc = Bcc
ui-kept = draft saved
ui-held-reply = Reply to #{ $number } leaves in { $left }
ui-held-forward = Forward of #{ $number } leaves in { $left }
ui-held-comment = Comment on #{ $number } is posted in { $left }
ui-fate-held = leaves in { $left }
ui-fate-asked = waits for you: the program ended before it left
ui-fate-sending = is being sent …
ui-fate-unknown = the answer was lost; the ticket is looked up before anything is sent again
ui-fate-stale = did not leave: the ticket has grown since you wrote
ui-fate-failed = did not leave. { $reason }
ui-fate-sent = sent { $when }

# What floats
ui-new-ticket = + Ticket
ui-creating = Creating the ticket …
ui-attach-title = Attach a file
ui-save-title = Save { $name } as
ui-drafts = Drafts and outbox
ui-no-drafts = Nothing is waiting: no draft, nothing on its way.
ui-search = Search all tickets
ui-search-how = Type what was said or asked: a word, a name, a number.
ui-help = All keys
ui-context-global = Everywhere
ui-context-list = In a list
ui-context-record = On a record
ui-context-ticket = With a ticket
ui-context-conversation = In a conversation
ui-context-filter = While filtering
ui-context-composer = While writing
ui-context-menu = In a menu
ui-context-form = In a form
ui-context-dialog = At a question
ui-context-help = In this list

# Actions in full: help and docs/keys.md
action-down = next row or line
action-up = row or line before
action-page-down = page down
action-page-up = page up
action-first = to the first
action-last = to the last
action-open = open or choose
action-back = one step back; nothing typed is lost
action-next-pane = next pane or field
action-previous-pane = pane or field before
action-next-tab = next tab
action-previous-tab = tab before
action-show-contacts = Contacts
action-show-companies = Companies
action-show-pipelines = Pipelines
action-show-tickets = Tickets
action-show-tickets-tab = the record’s tickets
action-find = find in this list by typing
action-search = search what was said in all tickets
action-choose-department = only one department’s tickets
action-new-ticket = + Ticket
action-change-status = change the status
action-reply = reply
action-reply-all = reply all
action-forward = forward
action-comment-privately = comment for agents only
action-comment-publicly = comment that the customer sees
action-toggle-fold = unfold or fold the quote
action-next-message = next message
action-previous-message = message before
action-save-attachment = save an attachment
action-copy = copy the message
action-refresh = ask Zoho again now
action-undo-send = take back the message that is held
action-show-drafts = drafts and outbox
action-send = send
action-editor = go on in $EDITOR
action-attach = attach a file
action-detach = take the last file away
action-drop-draft = throw the draft away
action-edit = edit it once more
action-drop = throw it away
action-help = all keys
action-suspend = stop for a while (fg brings it back)
action-quit = leave

# Actions in a word: the hints at the foot
hint-down = down
hint-up = up
hint-page-down = page
hint-page-up = page up
hint-first = first
hint-last = last
hint-open = open
hint-back = back
hint-next-pane = pane
hint-previous-pane = pane before
hint-next-tab = tab
hint-previous-tab = tab before
hint-show-contacts = contacts
hint-show-companies = companies
hint-show-pipelines = pipelines
hint-show-tickets = tickets
hint-show-tickets-tab = tickets
hint-find = find
hint-search = search
hint-choose-department = department
hint-new-ticket = ticket
hint-change-status = status
hint-reply = reply
hint-reply-all = reply all
hint-forward = forward
hint-comment-privately = comment
hint-comment-publicly = public comment
hint-toggle-fold = unfold
hint-next-message = next
hint-previous-message = before
hint-save-attachment = save file
hint-copy = copy
hint-refresh = refresh
hint-undo-send = undo
hint-show-drafts = drafts
hint-send = send
hint-editor = editor
hint-attach = attach
hint-detach = detach
hint-drop-draft = drop draft
hint-edit = edit
hint-drop = drop
hint-help = all keys
hint-suspend = suspend
hint-quit = leave
hint-composer-back = keep as draft
hint-composer-next-pane = next field
hint-composer-open = choose
hint-form-next-pane = next
hint-form-open = choose
hint-form-send = create
hint-form-back = close
hint-menu-open = choose
hint-menu-back = close
hint-dialog-open = choose
hint-dialog-back = close
hint-help-back = close
hint-filter-open = open
hint-filter-back = done
ui-fate-waiting = about to leave
ui-not-kept = NOT SAVED
hint-drafts-open = open
hint-drafts-back = close
hint-search-back = close
hint-prompt-open = choose
hint-prompt-next-pane = complete
hint-prompt-back = close
hint-help-down = down
