# What happened and what to do
error-store-corrupt = The cache was damaged. It was set aside as { $path } and is being rebuilt; drafts that could be read were kept.
error-words-corrupt =
    { $count ->
        [0] The file of drafts and outbox was damaged and set aside as { $path }; nothing in it could be read.
        [one] The file of drafts and outbox was damaged and set aside as { $path }; { $count } message was saved from it.
       *[other] The file of drafts and outbox was damaged and set aside as { $path }; { $count } messages were saved from it.
    }
error-store-full = The disk is full: nothing can be saved. Free some space; your text stays on the screen.
error-store-read-only = { $path } cannot be written. Drafts are kept only while the program runs.
error-store-newer = The cache at { $path } was made by a newer version of balcao. Use that version, or another profile.
error-store-busy = Another balcao holds the cache right now. Try again.
error-store-other = The cache failed: { $reason }
error-second-process = Another balcao runs on this profile: messages leave from there. Reading and writing work here too.

error-config-read = The settings at { $path } cannot be read: { $reason }
error-config-syntax = The settings at { $path } are wrong in line { $line }: { $reason }
error-config-profile = There is no profile “{ $name }”. Known: { $known }
error-config-missing = No profile is set up yet. Try “balcao demo”, or write { $path }.
error-config-data-centre = “{ $name }” is no data centre of Zoho. Known: { $known }
error-config-host = “{ $url }” is no address of a service: it needs https:// (or http:// on this machine).
error-config-secret-open = { $path } can be read by others. Close it with: chmod 600 { $path }
error-config-home = There is no home directory to keep settings in. Set HOME or XDG_CONFIG_HOME.

error-file-read = { $path } cannot be read: { $reason }
error-file-write = { $path } cannot be written: { $reason }
error-no-terminal = This is no terminal. Use the commands instead: balcao --help
error-not-ours = { $name } is not an agent of this portal.
