# Signing in and out.
login-ask-centre = Data centre ({ $known })
login-ask-client = Client ID, from the API console of your data centre
login-ask-secret = Client secret (it is not shown)
login-ask-code = Code of the self client (it is not shown)
login-ask-portal = Which portal of Desk? Its number
login-ask-replace = There is a profile “{ $name }” already. Sign in anew for it (y/n)?
login-scopes = What is asked for:
login-device = Open this page in any browser, on any machine:
login-device-code = and type this code:
login-device-short = or open the page with the code typed already:
login-waiting = Waiting for you to agree: { $left } left. Ctrl-C ends it; nothing is kept then.
login-waiting-away = { $reason } It is asked again; { $left } left.
login-moved = You belong to the data centre { $centre }: it is asked there.
login-browser = Open this page in a browser on this machine:
login-browser-done = You are signed in; the program goes on. This page can be closed.
login-browser-failed = Nobody is signed in. The program says why.
login-done = Signed in as { $name } ({ $email }).
login-known-bigin = Bigin knows you as { $name }.
login-unknown-bigin = Bigin does not answer you: { $reason }
login-unknown-desk = Desk does not answer you: { $reason }
login-portal = Desk's portal is { $name }.
login-missing = Not agreed to: { $scope } ({ $what }).
login-kept = The profile “{ $name }” is written ({ $path }). Open it with: { $command }
login-denied = The sign-in was refused in the browser. Nothing is kept. Try again when whoever is asked agrees.
login-expired = The code ran out before it was typed. Nothing is kept. Try again: a new code comes.
login-no-refresh = Zoho gave no refresh token, so the sign-in would end within the hour. Nothing is kept. Try again, and agree to offline access.
login-unknown-centre = You belong to the data centre { $centre }, which is not known here. Name its addresses under [hosts] in the profile (docs/real-service.md).
login-bad-client = Zoho does not know this client ({ $code }). Client ID, client secret and data centre belong together; signing in by a device wants a client of the kind “Non-browser Mobile Applications”.
login-bad-code = Zoho does not take this code ({ $code }). It works once, for some minutes, and in one data centre. Make a new one and try again.
login-bad-scope = Zoho does not know one of the scopes that are asked for ({ $code }). Update balcao, or name the trouble to its makers.
login-bad-redirect = Zoho does not take the address that the browser should come back to. Add { $address } to the client's redirect addresses in the API console.
login-no-listener = The browser has nowhere to come back to: { $address } is taken. End what has it, or sign in without --browser. ({ $why })
login-needs-centre = Say where: --dc with one of { $known }.
login-needs-client = Say which client: --client-id, as the API console gave it.
login-needs-secret = The client's secret is read from standard input, and nothing came.
login-needs-code = The self client's code is read from standard input after the secret, and nothing came.
login-needs-portal = You work in several portals of Desk; say which: --org with one of { $known }.
login-no-such-portal = You do not work in a portal { $id } of Desk. There are: { $known }.
login-there = There is a profile “{ $name }” already. Nothing was changed. Use --replace to sign in anew for it, or --profile for another one.
login-bad-name = “{ $name }” cannot be the name of a profile. Use letters, digits, and - _ . @

logout-done = Signed out: Zoho takes the sign-in of the profile “{ $name }” no more, and its secrets are off this machine.
logout-local = The secrets of the profile “{ $name }” are off this machine. Zoho was not asked: the sign-in still holds there until somebody takes it away (accounts.zoho.com › Sessions › Connected apps).
logout-stays = What stays: the cache, drafts and outbox, the ledger ({ $path }), and profile.toml. They go with: { $command }
logout-everything = Cache, drafts, outbox, ledger and the profile itself are gone.
logout-asks =
    { $count ->
        [one] This throws away the cache, the ledger, and { $count } draft or message that did not leave. Go on (y/n)?
       *[other] This throws away the cache, the ledger, and { $count } drafts or messages that did not leave. Go on (y/n)?
    }
logout-needs-yes =
    { $count ->
        [one] Nothing was changed: { $count } draft or message that did not leave would be lost. Use --yes to throw it away.
       *[other] Nothing was changed: { $count } drafts or messages that did not leave would be lost. Use --yes to throw them away.
    }
logout-away = Zoho could not be told: { $reason } Nothing was changed. Try again, or use --local to take only this machine's secrets away.
logout-nobody = Nobody is signed in with the profile “{ $name }”.
logout-in-use = Another balcao works with this profile. End it first; nothing was changed.

scope-tickets-read = read tickets and conversations
scope-tickets-create = create tickets
scope-tickets-update = reply, comment, change the status
scope-contacts-read = find customers in Desk
scope-contacts-write = create and change customers there
scope-search = search in Desk
scope-basic-read = departments, agents, your permissions
scope-basic-create = attachments
scope-settings = statuses, fields, senders
scope-products = products, for the sync
scope-bigin-modules = read customers and deals; sync them
scope-bigin-settings = fields and pipelines of Bigin
scope-bigin-users = who you are in Bigin
scope-bigin-org = the currency of Bigin's amounts
scope-bigin-search = search in Bigin

# What `balcao doctor` looks at.
doctor-settings = The settings can be read ({ $path }).
doctor-folder = What is typed can be kept ({ $path }).
doctor-folder-bad = What is typed cannot be kept: { $reason }
doctor-profile = The profile “{ $name }” can be read, and its secrets are its owner's alone.
doctor-profile-sandbox = This is a sandbox: it says itself who is who.
doctor-profile-none = There is no profile “{ $name }”. Sign in with: { $command }. To look around first: balcao demo.
doctor-token = Zoho Accounts gives a token.
doctor-token-bad = Zoho Accounts gives no token: { $reason }
doctor-clock = The clocks agree.
doctor-clock-bad = The clock of this machine is { $seconds } s away from Zoho's. Due times are reckoned by Zoho's; set the clock for the rest.
doctor-scopes = Every scope that is asked for was given.
doctor-scope-missing = Not given: { $scope } ({ $what }). Sign in anew with: { $command }
doctor-scopes-unsaid = Zoho does not say which scopes were given; what is missing shows when it is needed.
doctor-bigin = Bigin answers: you are { $name }.
doctor-bigin-bad = Bigin does not answer: { $reason }
doctor-desk = Desk answers: you are { $name }, in the portal { $portal }, with { $count ->
        [one] one department
       *[other] { $count } departments
    }.
doctor-desk-bad = Desk does not answer: { $reason }
doctor-portals = You work in several portals, and the profile does not say which. Name one: org = "…" in { $path }. There are: { $known }.
doctor-may = In Desk you may: { $what }.
doctor-may-not = In Desk you may not: { $what }. An administrator of Desk can change that.
doctor-may-view-tickets = see tickets
doctor-may-create-tickets = create tickets
doctor-may-edit-tickets = change tickets
doctor-may-close-tickets = close tickets
doctor-may-send-mail = send mail
doctor-may-comment = comment
doctor-credits = Desk has { $left } credits left for today.
doctor-terminal = The terminal has { $columns } × { $rows } characters, { $colours } and { $letters }.
doctor-terminal-none = Nothing is shown here: input or output is no terminal.
doctor-terminal-small = The terminal has { $columns } × { $rows } characters; the screen wants 60 × 16 at least, and likes 80 × 24.
doctor-colours-mono = no colours
doctor-colours-sixteen = 16 colours
doctor-colours-true = all colours
doctor-letters-full = all letters
doctor-letters-ascii = plain letters only (the locale is not UTF-8)
doctor-ledger = Bigin and Desk are brought together: { $mode }.
doctor-ledger-none = Bigin and Desk are not brought together by this profile (docs/sync.md).
doctor-ledger-bad = What is known of both systems cannot be read: { $reason }
