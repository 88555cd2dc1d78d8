# What was written and has not left
held-reply = Reply to #{ $number } leaves in { $left }
held-forward = Forward of #{ $number } leaves in { $left }
held-comment = Comment on #{ $number } is posted in { $left }
sending-reply = Reply to #{ $number } is being sent …
sending-forward = Forward of #{ $number } is being sent …
sending-comment = Comment on #{ $number } is being posted …
looking-up = #{ $number }: checking whether your message arrived …
fate-held = leaves in { $left }
fate-asked = waits for you: the program ended before it left
fate-sending = is being sent …
fate-unknown = the answer was lost; the ticket is looked up before anything is sent again
fate-stale = did not leave: the ticket has grown since you wrote
fate-failed = did not leave. { $reason }
fate-elsewhere = another balcao on this machine has it
fate-sent = sent { $when }
drafts-title = Drafts and outbox
drafts-none = Nothing is waiting: no draft, nothing on its way.
fate-held-here = leaves in { $left } · { $key } brings it back
fate-no-network = waits for the network — will be sent when it is back
fate-take-back = { $key } takes it back
fate-checking = the answer was lost; checking whether it arrived · { $left }
fate-checking-last = the answer was lost; checking whether it arrived …
held-no-network =
    { $count ->
        [one] { $count } message waits for the network and will be sent when it is back
       *[other] { $count } messages wait for the network and will be sent when it is back
    }
