# What happened and what to do
error-offline = { $host } cannot be reached. Check the network; what is known stays on the screen.
error-timeout = { $host } did not answer in time. It is safe to try again.
error-tls = The connection to { $host } is not secure: its certificate was not accepted. Check the clock and the network.
error-unauthorised = Zoho did not accept the sign-in. Sign in again with “balcao login”.
error-token-refused = Zoho refused to renew the sign-in ({ $code }). Sign in again with “balcao login”.
error-token-throttled = Zoho renews no more sign-ins for some minutes: too many were asked for. It goes on by itself.
error-client-refused = Zoho does not know this client. Check client_id and client_secret in the profile.
error-scope = The sign-in lacks the scope { $scope }. Sign in again and grant it.
error-org-mismatch = The sign-in belongs to another organisation than the profile's portal. Choose the portal again.
error-forbidden = Desk does not allow this to your profile. An administrator of Desk can change that.
error-not-found = It is not there any more: somebody may have deleted or moved it.
error-refused = Zoho refused it: { $reason }
error-refused-field = Zoho refused the field { $field }: { $reason }
error-too-large = It is too large for Zoho.
error-rate-concurrent = Too many requests at once; it goes on by itself in a moment.
error-rate-daily = The day's API credits are used up. Zoho answers again in { $left }; what is known stays on the screen.
error-service-down = Zoho has a fault of its own ({ $status }). Try again in a moment.
error-unreadable = Zoho's answer could not be understood. If it happens again, the log has the details.
error-cancelled = It was stopped.

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
