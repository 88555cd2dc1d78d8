# The record pages of contacts, companies and pipelines
tab-overview = Overview
tab-activity = Activity
tab-open = { $count ->
    [0] none open
   *[other] { $count } open
}
tab-overdue = { $count } overdue
record-email = E-mail
record-phone = Phone
record-mobile = Mobile
record-company = Company
record-contact = Contact
record-title = Title
record-owner = Owner
record-address = Address
record-description = Description
record-website = Website
record-pipeline = Pipeline
record-stage = Stage
record-amount = Amount
record-closing = Closing date
record-tags = Tags
record-created = Created
record-modified = Modified
record-deleted = Deleted in Bigin. This is what was known before.
record-in-desk = In Desk
record-deals = Deals
record-related = Belongs to it
activity-note = Note
activity-task = Task
activity-call = Call
activity-meeting = Meeting
twin-contact = contact { $name }
twin-contact-unnamed = contact found
twin-account = account { $name }
twin-account-unnamed = account found
twin-none = Not in Desk: nobody there has this e-mail or domain. A new ticket brings them in.
twin-none-nobody = Not in Desk: no account there has this domain or name. A ticket needs a person: add a contact of this company in Bigin first.
twin-none-short = not there
twin-ambiguous = Several in Desk match, and nobody guesses: { $names }
twin-choose = Several match in Desk, and nobody guesses. Open one to look at their tickets; nothing is linked by that.
twin-looking = You are looking at { $who }, one of { $count } that match. Nothing is linked.
twin-ambiguous-short = { $count } match
