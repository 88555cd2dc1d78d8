# Lists of tickets and the conversation
ticket-subject = Subject
ticket-customer = Customer
ticket-channel = Channel
ticket-channel-short = Via
ticket-status = Status
ticket-priority = Priority
ticket-priority-short = Prio
ticket-agent = Agent
ticket-due = Due
ticket-assignee = Assignee
ticket-department = Department
shelf-mine = Mine
shelf-unassigned = Unassigned
shelf-overdue = Overdue
shelf-all-open = All open
ticket-unassigned = unassigned
ticket-escalated = escalated
channel-email = e-mail
channel-phone = phone
channel-web = web
channel-chat = chat
channel-onlinechat = chat
channel-feedbackwidget = feedback
channel-customerportal = portal
channel-forums = forum
channel-twitter = Twitter
channel-facebook = Facebook
channel-feedback = feedback
channel-instagram = Instagram
channel-whatsapp = WhatsApp
entry-internal = INTERNAL
entry-public = PUBLIC
entry-forwarded = forwarded
entry-private = PRIVATE
entry-pending = being sent
entry-undelivered = not delivered
entry-desk-draft = draft in Desk
entry-edited = edited
entry-summary-only = only the beginning is here yet
entry-to = to { $people }
entry-cc = cc { $people }
entry-bcc = bcc { $people }
entry-remote = { $count ->
    [one] 1 remote picture was not fetched
   *[other] { $count } remote pictures were not fetched
}
entry-folded = { $count ->
    [one] 1 quoted line
   *[other] { $count } quoted lines
}
entry-unfold = { $what }, { $key } unfolds
entry-cut = The message goes on: it is longer than is shown here
entry-hidden = HIDDEN TEXT
hidden-by-style = { $count ->
    [one] 1 letter that its style hides
   *[other] { $count } letters that its style hides
}
hidden-control-codes = control codes
hidden-bidi = turned reading direction
hidden-zero-width = invisible characters in words
hidden-marks = piled-up marks
hidden-letters = invisible letters
entry-files = { $count ->
    [one] 1 attachment:
   *[other] { $count } attachments:
}
ticket-no-subject = (no subject)

# Zoho's own values; a portal's own names are shown as they are
status-open = Open
status-onhold = On Hold
status-escalated = Escalated
status-resolved = Resolved
status-closed = Closed
priority-highest = Highest
priority-high = High
priority-medium = Medium
priority-low = Low
priority-lowest = Lowest
priority-urgent = Urgent
