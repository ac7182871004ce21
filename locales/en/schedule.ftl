# schedule
schedule-action = “{ $action }”, { $customer }
schedule-action-alone = “{ $action }”
schedule-action-other = another action

# A moment; at midnight, the day alone
schedule-moment = { $day } { $time }

# Why not earlier
schedule-reason-pinned = The date was decided, or the action has started.
schedule-reason-release = Not before { $until }: the action is not due to start earlier.
schedule-reason-slack = Before { $until } it was possible: the plan as a whole was no better for it.
schedule-reason-after = Not before { $until }: { $action } comes first.
schedule-reason-after-delay = Not before { $until }: { $delay } must pass after { $action }.
schedule-reason-customer = Not before { $until }: the customer is not available earlier.
schedule-reason-away = { $person } does not work before { $until }.
schedule-reason-mornings = The { $session } session fits only mornings: only { $left } are left before the break.
schedule-reason-afternoons = The { $session } session fits only afternoons: only { $left } are left before the break.
schedule-reason-too-short = The { $session } session does not fit: only { $left } are left before the break.
schedule-reason-nowhere = The { $session } session fits no stretch of { $person }: only { $left } are left before the break.
schedule-reason-busy = { $person } is not free before { $until }: { $action }.
schedule-reason-day-full = { $person } has given planned actions their share of each day, up to { $until }.
schedule-reason-solicited = Not before { $until }: the rule is to solicit a customer at most { $times ->
    [one] once
   *[other] { $times } times
} in { $days ->
    [one] { $days } day
   *[other] { $days } days
}, and { $action } is already there.
schedule-reason-taken = Not before { $until }: “{ $room }” is not free.
schedule-reason-too-long-after = Not then: it is more than { $delay } after { $action }.
schedule-reason-too-long-before = Not before { $until }: { $action } would follow more than { $delay } later.
schedule-off-leave = { $person } is on leave on { $day }, back { $until }.
schedule-off-holiday = { $person } does not work on { $day } ({ $name }), back { $until }.
schedule-off-exception = { $person } does not work on { $day } ({ $name }), back { $until }.

# Why not at all
schedule-cause-predecessor = No date as long as { $action } has none.
schedule-cause-bound = No date as long as { $action } finds none: both follow closely or neither is done.
schedule-cause-dearer = There is room, but the action would be so late that doing without costs less.
schedule-cause-beyond-horizon = The action can only start after the end of the plan ({ $horizon }).
schedule-cause-no-room = No room up to { $horizon }.
schedule-nobody-person = { $person } is not among the resources, or already has another seat in this action.
schedule-nobody-kind = One person of the kind “{ $kind }” is missing.
schedule-nobody-skill = One person of the kind “{ $kind }” with the skill “{ $skill }” is missing.
schedule-no-room-pinned = No room up to { $until }: the date was decided.
schedule-no-room-release = No room up to { $until }: the action may only start too close to that day.
schedule-no-room-slack = No room up to { $until }: the plan as a whole was no better for it.
schedule-no-room-after = No room up to { $until }: { $action } comes first.
schedule-no-room-after-delay = No room up to { $until }: { $delay } must pass after { $action }.
schedule-no-room-customer = No room up to { $until }: the customer is not available, or not for long enough.
schedule-no-room-away = No room up to { $until }: { $person } does not work.
schedule-no-room-mornings = No room up to { $until }: the { $session } session fits only mornings.
schedule-no-room-afternoons = No room up to { $until }: the { $session } session fits only afternoons.
schedule-no-room-too-short = No room up to { $until }: the { $session } session does not fit in what { $person } has left.
schedule-no-room-nowhere = No room up to { $until }: the { $session } session is longer than the longest stretch of { $person }, { $left }.
schedule-no-room-busy = No room up to { $until }: { $person } has { $action } first.
schedule-no-room-day-full = No room up to { $until }: { $person } already gives planned actions their whole share of each day.
schedule-no-room-solicited = No room up to { $until }: the rule is to solicit a customer at most { $times ->
    [one] once
   *[other] { $times } times
} in { $days ->
    [one] { $days } day
   *[other] { $days } days
}, and { $action } is already there.
schedule-no-room-taken = No room up to { $until }: “{ $room }” is not free.
schedule-no-room-too-long-after = No room up to { $until }: it would be more than { $delay } after { $action }.
schedule-no-room-too-long-before = No room up to { $until }: { $action } would follow more than { $delay } later.

# What stood in the way, and for how long
schedule-blocked = { $obstacle }: { $length }
schedule-blocked-pinned = date decided
schedule-blocked-release = action not due earlier
schedule-blocked-slack = possible, without gain for the plan
schedule-blocked-after = waiting for { $action }
schedule-blocked-after-delay = waiting for { $delay } after { $action }
schedule-blocked-customer = customer not available
schedule-blocked-away = { $person } does not work
schedule-blocked-mornings = { $session } session too long for what { $person } has left
schedule-blocked-afternoons = { $session } session too long for what { $person } has left
schedule-blocked-too-short = { $session } session too long for what { $person } has left
schedule-blocked-nowhere = { $session } session too long for what { $person } has left
schedule-blocked-busy = { $person } on { $action }
schedule-blocked-day-full = { $person } has given their share of the day
schedule-blocked-solicited = customer already solicited by { $action }
schedule-blocked-taken = “{ $room }” is not free
schedule-blocked-too-long-after = more than { $delay } after { $action }
schedule-blocked-too-long-before = { $action } would follow more than { $delay } later

# Late
schedule-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
schedule-elapsed-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
schedule-late-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} late
schedule-late-hours = { $length } late, on the due day
schedule-late = { $last } ends { $late }. { $because }
schedule-late-after = { $last } ends { $late }, because of { $origin }. { $because }

# The chain of causes, to the root
schedule-link = ← { $action }: { $reason }
schedule-link-root = nothing kept it from starting earlier.

# Two decisions for one person at one time
schedule-clash = { $first } and { $second } ask for the same person at the same time: one must give way.

# What would free it
schedule-free-nobody = To give it a date: add somebody able, or drop the skill asked for.
schedule-free-dearer = To give it a date: push its due date back, or give it another way.
schedule-free-beyond-horizon = To give it a date: extend the plan beyond { $horizon }.
schedule-free-predecessor = To give it a date: first give one to { $action }.
schedule-free-pinned = To give it a date: go back on the decided date.
schedule-free-release = To give it a date: release it earlier, or extend the plan.
schedule-free-slack = To give it a date: extend the plan.
schedule-free-after = To give it a date: bring { $action } forward.
schedule-free-after-delay = To give it a date: bring { $action } forward, or shorten the wait of { $delay }.
schedule-free-customer = To give it a date: agree on other hours with the customer.
schedule-free-away = To give it a date: open hours for { $person }, or give it to somebody else.
schedule-free-mornings = To give it a date: lengthen a half-day of { $person }, or cut the session of { $session }.
schedule-free-afternoons = To give it a date: lengthen a half-day of { $person }, or cut the session of { $session }.
schedule-free-too-short = To give it a date: lengthen a half-day of { $person }, or cut the session of { $session }.
schedule-free-nowhere = To give it a date: cut the session of { $session }, longer than any stretch of { $person }.
schedule-free-busy = To give it a date: relieve { $person } of { $action }, or add people of their kind.
schedule-free-day-full = To give it a date: raise the share of { $person }’s days given to planned actions, or add people of their kind.
schedule-free-solicited = To give it a date: remove { $action }, or relax the solicitation rule.
schedule-free-taken = To give it a date: free “{ $room }”, or provide one more.
schedule-free-too-long-after = To give it a date: allow more than { $delay } after { $action }.
schedule-free-too-long-before = To give it a date: allow { $action } to follow more than { $delay } later.
