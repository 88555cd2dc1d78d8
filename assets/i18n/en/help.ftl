# Actions by name: help, palette, the bottom line
help-title = Keys
help-search = Type a name or press a key
help-here = Here and now
help-everywhere = Everywhere
help-all-keys = all keys

action-open = open
action-back = back
action-next-pane = next pane
action-previous-pane = previous pane
action-up = up
action-down = down
action-page-up = page up
action-page-down = page down
action-first = first
action-last = last
action-next-tab = next tab
action-previous-tab = previous tab
action-find = find
action-clear = clear
action-refresh = refresh
action-retry = try again
action-tickets = tickets
action-new-ticket = + ticket
action-status = status
action-reply = reply
action-reply-all = reply all
action-forward = forward
action-comment-private = private comment
action-comment-public = public comment
action-next-message = next message
action-previous-message = previous message
action-unfold = unfold quotes
action-links = links
action-hidden-text = show hidden text
action-save-attachment = save attachment
action-attach = attach
action-detach = remove attachment
action-editor = $EDITOR
action-recipients = recipients
action-send = send
action-undo-send = undo send
action-keep-draft = keep as draft
action-drop-draft = drop draft
action-drafts = drafts
action-outbox = outbox
action-department = department
action-scope = which tickets
action-palette = palette
action-help = all keys
action-suspend = suspend
action-quit = quit
action-choose = choose
action-cancel = cancel
action-redraw = draw again

palette-prompt = What shall be done?
palette-empty = No action of this name is possible here.
key-unbound = { $key } does nothing here.
key-pending = { $keys } …
paste-ignored = Paste is for text fields; nothing was done.
copied = Copied.
quit-with-drafts =
    { $count ->
        [one] { $count } draft is kept.
       *[other] { $count } drafts are kept.
    }
quit-with-held =
    { $count ->
        [one] { $count } message is held and will be asked about at the next start.
       *[other] { $count } messages are held and will be asked about at the next start.
    }
