# The command line
cli-none-found = Nothing found.
cli-no-such-contact = There is no contact { $id }.
cli-no-such-company = There is no company { $id }.
cli-no-such-deal = There is no deal { $id }.
cli-no-such-ticket = There is no ticket { $id }. Use its number (#1042) or its id.
cli-no-such-status = “{ $status }” is no status of this portal. Known: { $known }
cli-no-such-agent = The sandbox has no agent { $email }. Known: { $known }
cli-no-such-department = There is no department “{ $name }”. Known: { $known }
cli-body-empty = There is no text: give it with --body, or on standard input.
cli-sent = Sent on #{ $number }.
cli-commented = Commented on #{ $number }.
cli-status-changed = #{ $number }: { $before } → { $after }
cli-created = #{ $number }
cli-refused-check = Not sent: { $reason } Use --yes to send it anyway.
cli-sandbox-unreachable = No sandbox answers at { $url }. Start one with “balcao sandbox”.
cli-lang-unknown = “{ $name }” is no language of this program: use en or pt-BR.
cli-more =
    { $count ->
        [one] … and { $count } more; use --limit
       *[other] … and { $count } more; use --limit
    }
cli-demo-hint = This is the sandbox's invented data; nothing leaves this machine.
