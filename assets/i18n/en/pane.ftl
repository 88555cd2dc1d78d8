# Screens, panes and their four honest states
screen-contacts = Contacts
screen-companies = Companies
screen-pipelines = Pipelines
screen-tickets = Tickets
screen-settings = Settings

pane-loading = Loading…
pane-loading-slow = Still loading, { $seconds } s so far…
pane-empty-contacts = No contacts here yet.
pane-empty-companies = No companies here yet.
pane-empty-pipelines = No deals here yet.
pane-empty-tickets = No tickets.
pane-empty-mine = Nothing is assigned to you.
pane-empty-unassigned = Every ticket has somebody.
pane-empty-overdue = Nothing is overdue.
pane-empty-open = No open tickets.
pane-empty-activity = No notes, tasks, calls or meetings.
pane-empty-conversation = Nothing has been said on this ticket yet.
pane-empty-search = Nothing matches “{ $text }”. Esc clears the search.
pane-nothing-chosen = Choose one on the left to read it here.
pane-error = { $reason } Press { $key } to try again.
pane-stale = Shown from { $age }. { $reason }
pane-age = { $age }
pane-refreshing = refreshing…
pane-position = { $place } of { $total }
pane-count =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
pane-found =
    { $count ->
        [one] { $count } match
       *[other] { $count } matches
    }
pane-find = Find
pane-too-small = The window is too small: make it at least { $columns }×{ $rows }.
pane-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
