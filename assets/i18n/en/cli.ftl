# The command line. Names of fields and marks of messages are those of the screen.
cli-id = Id
cli-name = Name
cli-number = No.
cli-none-found = Nothing found.
cli-more =
    { $count ->
        [one] … and { $count } more; use --limit.
       *[other] … and { $count } more; use --limit.
    }
cli-ticket-counts = { $all } in all, { $open } open, { $overdue } overdue
cli-stale = { $reason } This is what was known { $age }.
cli-not-in-desk = This customer is not in Desk: nobody there has this e-mail or domain.
cli-me-unknown = It is not known who you are in Desk: nothing was ever fetched. Try again without --cached.

cli-no-such-contact = There is no contact “{ $id }” in Bigin.
cli-no-such-company = There is no company “{ $id }” in Bigin.
cli-no-such-deal = There is no deal “{ $id }” in Bigin.
cli-near = Similar: { $known }.
cli-several = Several are called “{ $id }”; say which by its id: { $known }.
cli-no-such-ticket = There is no ticket “{ $id }”. Use its number (1042) or its id.
cli-no-such-status = “{ $name }” is no status of this portal. Known: { $known }.
cli-no-such-department = There is no department “{ $name }”. Known: { $known }.
cli-no-such-priority = “{ $name }” is no priority of this portal. Known: { $known }.
cli-no-such-channel = “{ $name }” is no channel of this portal. Known: { $known }.
cli-no-such-assignee = There is no active agent { $name } in this portal. Known: { $known }.
cli-no-such-sender = { $name } is no address that this ticket's department sends from. Known: { $known }.

cli-type-text = Type the text; Ctrl-D on an empty line ends it.
cli-not-utf8 = Standard input is not UTF-8 text. A file goes with --attach.
cli-needs-subject = A ticket needs a subject.
cli-created = Ticket #{ $number } was created.
cli-status-changed = #{ $number }: { $before } → { $after }
cli-sent = Sent on #{ $number }.
cli-commented = Commented on #{ $number }.
cli-cannot-send = Not sent: { $reason }
cli-refused-check = Not sent: { $reason } Use --yes to send it anyway.
cli-grown =
    { $count ->
        [one] Not sent: #{ $number } has { $count } new entry. Read it, then send again, or use --yes.
       *[other] Not sent: #{ $number } has { $count } new entries. Read them, then send again, or use --yes.
    }
cli-looking = The answer was lost: checking whether the message arrived (still up to { $seconds } s) …
cli-resumed = The same message for #{ $number } was on its way already: going on with that one.
cli-unknown = { $reason } The message waits in the outbox; the same command again looks it up before anything is sent.
cli-taken = The message for #{ $number } is being sent by another balcao. Look at the ticket before sending again.

cli-as-needs-sandbox = --as chooses among the agents of a sandbox. Give --sandbox URL as well, or use: balcao demo --as EMAIL.
cli-no-such-agent = { $name } is no agent of this sandbox. Its agents are: { $known }.
cli-sandbox-address = “{ $url }” is no address of a sandbox. --sandbox wants what balcao sandbox says when it starts, such as http://127.0.0.1:8300.
cli-sandbox-away = No sandbox answers at { $url }. Start one with: balcao sandbox.
cli-no-sandbox = What answers at { $url } is no sandbox of balcao. Start one with: balcao sandbox.
cli-sandbox-failed = The sandbox cannot start or go on. Choose another --listen or --data, then try again. ({ $why })
cli-unknown-unkept = { $reason } Nothing can be kept on this machine: look at the ticket before you send it again.
cli-no-such-attachment = The ticket has no attachment “{ $name }”. Known: { $known }.
cli-twin-contact = contact { $id }
cli-twin-contacts = { $count } contacts
cli-twin-account = account { $id }
cli-trace-failed = The trace cannot be written to “{ $file }”. Name a file in a folder that you may write. ({ $why })

# What was never fetched; each is followed by the advice, or by the reason why Zoho is not asked.
cli-never-cached = Give the command once without --cached.
cli-never-contacts = The contacts were never fetched, so nothing is known about them.
cli-never-companies = The companies were never fetched, so nothing is known about them.
cli-never-deals = The deals were never fetched, so nothing is known about them.
cli-never-tickets = This list of tickets was never fetched, so it is not known what is on it.
cli-never-ticket = Ticket “{ $id }” was never fetched, so it is not known whether it exists.
cli-never-talk = What was said on #{ $number } was never fetched.
cli-never-desk = Nobody has looked yet where “{ $name }” stands in Desk, so the tickets are not known.
cli-never-activities = The activities of “{ $name }” were never fetched.
cli-never-portal = What this portal has was never fetched.
cli-whose-tickets = unknown: it is not decided whose they are
cli-not-fetched = not fetched yet

# A disk that is full, or fails
cli-store-full = The disk is full: nothing can be saved. Free some space, then try again.
cli-store-failing = The disk takes nothing more: it is full, or it fails. Free some space, then try again. ({ $reason })
cli-store-other = The cache failed. Try again. ({ $reason })
cli-left-same = Not sent: the same message for #{ $number } stands in the outbox already, and nothing can be written there now. Free some space or make the place writable; the same command then goes on with that message.
cli-left-unread = Not sent: the outbox cannot be read, so it is not known whether the same message is on its way already. Make the place readable, then try again.
cli-left-behind = The message stays in the outbox: the same command goes on with it, and the screen shows it.
cli-unnoted = It was sent, but that could not be noted here. The same message again would be taken for this one.
