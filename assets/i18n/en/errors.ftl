# What happened and what to do
error-zoho-setup = The connection to Zoho cannot be used: { $detail }
error-zoho-offline = Zoho cannot be reached. Check the network; what is known stays on the screen.
error-zoho-slow = Zoho took too long to answer. Nothing was changed; try again.
error-zoho-unknown = The answer was lost, and Zoho may have done what was asked. Look before you send again.
error-zoho-sign-in = Zoho does not accept the sign-in. Sign in again, and check client id, secret and data centre.
error-zoho-forbidden = Zoho does not allow this to you. { $detail }
error-zoho-not-found = It is not there any more: somebody may have deleted or moved it.
error-zoho-refused = Zoho refused it. { $detail }
error-zoho-busy = Zoho is busy with other calls of this portal. Try again in a moment.
error-zoho-spent = The day’s API credits are used up. What is known stays on the screen.
error-zoho-down = Zoho has a fault of its own. Try again in a moment.
error-zoho-garbled = Zoho’s answer could not be understood. If it happens again, the log has the details.
error-zoho-file = The file cannot be used. { $detail }
error-store = What is kept on this machine cannot be used: { $detail }
error-file = { $path } cannot be used: { $why }.
error-no-ticket = There is no ticket { $number }.
error-no-record = There is no record { $id }.
error-too-large = { $name } is larger than the 20 MB that Desk takes.

error-store-corrupt = The cache was damaged. It was set aside as { $path } and is being rebuilt; drafts that could be read were kept.
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
