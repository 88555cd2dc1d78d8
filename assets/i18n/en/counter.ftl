# The record pages of contacts, companies and pipelines
tab-overview = Overview
tab-tickets = Tickets
tab-tickets-counts =
    { $open ->
        [one] Tickets { $open } open · { $overdue } overdue
       *[other] Tickets { $open } open · { $overdue } overdue
    }
tab-tickets-open =
    { $open ->
        [one] Tickets { $open } open
       *[other] Tickets { $open } open
    }
tab-activity = Activity

record-email = E-mail
record-phone = Phone
record-mobile = Mobile
record-title = Title
record-owner = Owner
record-company = Company
record-contact = Contact
record-website = Website
record-domain = Domain
record-address = Address
record-stage = Stage
record-amount = Amount
record-closing = Closing date
record-pipeline = Pipeline
record-description = Description
record-tags = Tags
record-created = Created
record-modified = Changed
record-none = –

twin-linked = Linked: Desk #{ $id }
twin-looking = Looking for the twin in Desk…
twin-none-email = Not in Desk: nobody there has this e-mail.
twin-no-email = Not looked up in Desk: there is no e-mail to look for.
twin-none-company = Not in Desk: no account there has this domain or name.
twin-ambiguous =
    { $count ->
        [one] { $count } possible twin in Desk, none is taken: { $names }
       *[other] { $count } possible twins in Desk, none is taken: { $names }
    }

activity-note = Note
activity-task = Task
activity-call = Call
activity-meeting = Meeting
activity-done = done
activity-due = due { $when }

status-line-offline = offline: showing what is known
status-line-sandbox = sandbox
