# Bringing Bigin and Desk together.
sync-company = company
sync-contact = contact
sync-product = product
sync-needs-disk = Bigin and Desk cannot be brought together where nothing can be kept: what was agreed would be forgotten. Make the folder of the profile writable.
sync-taken = Another balcao is bringing these two together. Wait until it is done, or stop it.
sync-mapping-wrong = The mapping { $path } is not used: { $faults }
sync-mapping-behind = The mapping was changed and is not in force yet. See the difference with balcao mapping diff, and put it in force with balcao mapping apply.
sync-ledger-failed = What was agreed between Bigin and Desk could not be read or written. Nothing was sent after that. ({ $why })
sync-no-mode = It is not said how far Bigin and Desk are to be brought together. Write [sync] with mode = "two-way", "one-way" or "none" into profile.toml, or use --mode.
sync-no-such-mode = “{ $word }” is no mode of [sync] in profile.toml. There are: { $known }.
sync-no-mark = Not in the portals: { $fields }. Without these fields a record whose answer was lost is found again by its e-mail or name alone; an administrator can make them.
sync-no-bin = Deletions in Desk are not seen: { $why }
sync-pause = Nothing is asked until { $until }, because a service wants to be left alone.
sync-braked = Unusually many records are gone at once. Nothing is created or marked as deleted until somebody has looked: see balcao status, then let it go on with balcao resolve --release.
sync-progress = { $calls } calls · { $linked } linked · { $written } written
sync-nothing = Nothing to do: Bigin and Desk agree.
sync-dry = Nothing was written.
sync-waits = Something waits for a person or for a partner: see balcao status.
sync-linked = { $count } linked
sync-created-bigin = { $count } created in Bigin
sync-created-desk = { $count } created in Desk
sync-updated-bigin = { $count } changed in Bigin
sync-updated-desk = { $count } changed in Desk
sync-conflicts =
    { $count ->
        [one] { $count } conflict decided
       *[other] { $count } conflicts decided
    }
sync-held =
    { $count ->
        [one] { $count } conflict waits for you
       *[other] { $count } conflicts wait for you
    }
sync-refused = { $count } refused
sync-ambiguous = { $count } with several partners
sync-gone = { $count } marked as deleted
sync-back = { $count } back again
sync-oscillating = { $count } stopped that went back and forth
sync-cause-list = lists
sync-cause-deleted = deletions
sync-cause-read = reads
sync-cause-search = searches
sync-cause-write = writes
sync-cause-again = repeats
sync-cost = { $calls } calls / at least { $least } = { $ratio } ({ $causes }) · credits: Bigin { $bigin }, Desk { $desk }
