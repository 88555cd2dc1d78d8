# Sending: the hold, undo, and what became of each message
send-held = Sends in { $left } · { $key } undoes
send-held-many =
    { $count ->
        [one] { $count } message waits, the next leaves in { $left } · { $key } undoes
       *[other] { $count } messages wait, the next leaves in { $left } · { $key } undoes
    }
send-undone = Not sent: your text is back.
send-too-late = Too late to undo: it is on its way.
send-nothing-to-undo = Nothing waits to be sent.
send-offline = Offline: it will be sent when the connection is back.

fate-held = held
fate-asked = held: send, edit or drop?
fate-sending = sending…
fate-unknown = the answer was lost: looking whether Desk has it
fate-stale = stopped: the ticket grew, read what is new
fate-failed = not sent: { $reason }
fate-sent = sent { $when }
fate-commented = The comment stands on the ticket.

outbox-title = Waiting to be sent
outbox-asked =
    { $count ->
        [one] The program ended while { $count } message was held. Nothing was sent.
       *[other] The program ended while { $count } messages were held. Nothing was sent.
    }
outbox-send = send
outbox-edit = edit
outbox-drop = drop
outbox-retry = try again
outbox-found = It had arrived: Desk has it, and it was not sent twice.
outbox-not-found = It had not arrived: it was sent now.
