# What happened and what to do
error-store-corrupt = The cache was damaged. It was set aside as { $path } and is being rebuilt; drafts that could be read were kept.
error-words-corrupt =
    { $count ->
        [0] The file of drafts and outbox was damaged and set aside as { $path }; nothing in it could be read.
        [one] The file of drafts and outbox was damaged and set aside as { $path }; { $count } message was saved from it.
       *[other] The file of drafts and outbox was damaged and set aside as { $path }; { $count } messages were saved from it.
    }
error-store-full = The disk is full: nothing can be saved. Free some space; your text stays on the screen until then.
error-store-read-only = { $path } cannot be written. Make it writable, or set BALCAO_HOME to another folder.
error-store-newer = The cache at { $path } was made by a newer version of balcao. Use that version, or another profile.
error-store-busy = Another balcao holds the cache right now. Try again.
error-unkept = Nothing is kept on this machine: what is not sent ends with the program. { $reason }
error-store-other = The cache failed. Start balcao again; what you typed stays on the screen until then. ({ $reason })
error-second-process = Another balcao runs on this profile: messages leave from there. Reading and writing work here too.

error-config-home = There is no home directory to keep settings in. Set HOME, or BALCAO_HOME to a folder of your own.
error-config-read = { $path } cannot be read. Check that it belongs to you and is plain text. ({ $why })
error-config-make = { $path } cannot be made. Make the place writable, or set BALCAO_HOME to another folder. ({ $why })
error-config-syntax = Line { $line } of { $path } is not understood. Correct it; { $page } has an example. ({ $why })
error-config-key = Line { $line } of { $path }: there is no setting { $key }. It counts for nothing; docs/settings.md lists them all.
error-config-value = Line { $line } of { $path }: { $key } wants { $wants }. Until then its default holds.
error-config-two-places = { $path } names a data_centre and [hosts]. Take one of the two away.
error-config-secret-open = { $path } can be read by others. Close it with chmod 600; if others had access, ask for new secrets.
error-config-no-secrets = { $path } is missing: nobody is signed in with this profile. Sign in with balcao login.
error-config-profile = There is no profile “{ $name }”: { $path } is missing. Sign in with balcao login, or look around with balcao demo.
error-config-wants-language = "en" or "pt-BR"
error-config-wants-hold-seconds = a whole number from 0 to 600
error-config-wants-colour = "auto", "mono", "16" or "true"
error-config-wants-ascii = true or false
error-config-wants-scroll-region = true or false
error-config-wants-theme = one of { $known }

error-keymap = Line { $line } of { $path }: { $what }. Until then the built-in keys hold.
keymap-syntax = it is not understood ({ $why })
keymap-no-context = “{ $name }” stands outside of a table; put it under a context, such as [list]
keymap-context = there is no context “{ $name }”; docs/keys.md lists them
keymap-chord = its left side is no key ({ $why })
keymap-value = “{ $chord }” wants an action in quotes, or false
keymap-action = there is no action “{ $name }”; docs/keys.md lists them
keymap-text = “{ $chord }” is text there and would fire while you write; take a key with ctrl or alt
keymap-twice = “{ $chord }” means something since line { $line } already; take one away
keymap-hidden = “{ $chord }” and “{ $other }” (line { $line }) begin alike, so one could never be pressed; change one

error-no-terminal = This is not a terminal. For scripts and pipes use the commands, such as: balcao ticket list --json.
error-dumb-terminal = This terminal cannot show a screen. Set TERM to what it is, such as xterm-256color, or use the commands: balcao --help.
error-terminal = The terminal failed. Drafts are kept; start balcao again. ({ $why })
error-no-runtime = The program could not start its threads. Close other programs, then try again. ({ $why })
