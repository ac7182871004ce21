# web-board
board-question = Who does what, and when?
board-answer = { $count } { $count ->
    [one] action
   *[other] actions
} for { $people } { $people ->
    [one] person
   *[other] people
},
board-answer-late = { $count } of them late,
board-answer-unplaced = { $count } without a date.
board-late-see = Go to the next one
board-grid = Plan board
board-help = Arrows to go from one action or person to the next, Enter to open, L for the day’s load. Alt and arrows to move the action, by { $step }; with Shift, by a day; Alt and Page Down for the next free slot. Enter to see what it changes, Escape to put it back.
board-who = Team, person
board-no-team = Without a team
board-people = { $count } { $count ->
    [one] person
   *[other] people
}
board-away = away
board-cell =
    { $name }, { $day }: { $away ->
        [yes] away
       *[no] { $planned } planned out of { $given }
    }
board-load = Load of { $name }, { $day }: { $planned } out of { $given }
board-aim = { $what }, { $customer }: { $name }, { $day }, { $time }.
board-over-stays = { $what }, { $customer }: it is done. This action stays where it was and takes up no room.
board-hint-none = The slot is free, and on time.
board-hint-same-time = This is where it stands now.
board-hint-skill = This person does not have the skill, or is out of your reach.
board-hint-non-working = Outside working hours.
board-hint-before = What has to come before it is not finished.
board-hint-past = This time is past.
board-hint-overlap = Another action takes this slot.
board-hint-customer-hours = The customer or one of the participants is not free then.
board-hint-late = It would end after its due date.
board-hint-overload = This person’s day would be too full.
board-hint-frozen = Frozen period: you will be asked for a reason.
board-seats-wait = Looking for possible slots…
board-frozen = Frozen period
board-tools = Period and teams
board-sooner = Previous week
board-later = Next week
board-sooner-month = Four weeks earlier
board-later-month = Four weeks later
board-today = Today
board-zoom = Scale
board-zoom-day = Day
board-zoom-week = Week
board-zoom-month = Month
board-team = Team
board-all-teams = All teams
board-find = Find somebody
board-replan = Re-plan
board-legend-loose = Suggested
board-legend-pinned = Decided
board-legend-over = Done or closed
board-legend-off = Outside working hours
board-legend-load = Load of the day, under the capacity line
board-legend-keys = Drag an action, or Alt + arrows on the keyboard
board-move-title = Move: { $customer }
board-thinking = Working out what this moves…
board-before = Before
board-after = After
board-others = { $count ->
    [0] Nothing else moves.
    [one] One other action moves
   *[other] { $count } other actions move
}
board-apply = Move
board-leave = Leave as it was
board-cannot = This slot is not possible. Choose another one, or leave the action where it is.
board-reason = Why change the frozen period?
board-reason-hint = Kept with the version of the plan, under your name.
board-reason-missing = Give a reason, in a few words.
board-undo-reason = Back to where it was
board-stale = Somebody changed the plan in the meantime. Nothing was applied.
board-stale-see = See the plan as it is
board-stale-keep = Keep my request and recalculate
board-moved = { $customer }: action moved.
board-change-moved = Moved.
board-change-late = Late.
board-change-freed = Freed.
board-change-unplaced = Without a date.
board-change-placed = Gets a date.
board-moves-more = And { $count } more.
board-moves-hidden =
    { $count ->
        [one] One more concerns somebody
       *[other] { $count } more concern people
    } outside your reach.
board-replan-title = What happened?
board-replan-about = Re-plan: { $customer }
board-replan-what = Event
board-event-absence = Somebody is away
board-event-lost = A deal is lost
board-event-urgent = A deal becomes urgent
board-event-overrun = It will take longer
board-event-cancel = Drop this action
board-replan-who = Person
board-replan-first = First day
board-replan-last = Last day
board-replan-case = Deal
board-replan-case-hint = Type the customer or the name of the deal, then choose. Its full reference works too.
board-replan-minutes = Extra minutes
board-replan-cancel = The action will be dropped, and its time freed.
board-replan-look = See what this changes
board-replan-past = This absence is over: nothing moves, it is only recorded.
board-replan-found = { $count ->
    [0] Nothing moves.
    [one] One action changes.
   *[other] { $count } actions change.
}
board-count-moved = { $count ->
    [one] moved
   *[other] moved
}
board-count-late = late
board-count-freed = { $count ->
    [one] freed
   *[other] freed
}
board-count-unplaced = without a date
board-count-placed = { $count ->
    [one] gets a date
   *[other] get a date
}
board-replan-accept = Apply to the plan
board-replan-nothing-yet = Nothing has changed yet. The dashed slots show what the plan would become.
board-replan-frozen = Week { $week } is frozen and one of its actions changes: to apply this, say why.
board-replan-beyond =
    { $count ->
        [one] One action concerned is
       *[other] { $count } actions concerned are
    } outside your reach: ask your management to apply this change.
board-replanned =
    { $count ->
        [0] Recorded; nothing moved.
        [one] The plan is remade: one action changed.
       *[other] The plan is remade: { $count } actions changed.
    }
board-order-suggested = Suggested
board-order-firm = Firm
board-order-released = Released
board-order-started = Started
board-order-done = Done
board-order-closed = Closed
board-day-of = Day of { $name }
board-with-others = and { $count } more { $count ->
    [one] person
   *[other] people
}
board-slots = Other possible dates
board-slots-none = No other slot in the plan.
board-serves = What it serves
board-process-version = version { $version }
board-day-fits = { $planned } planned out of { $given }: { $over } left.
board-day-over = { $planned } planned out of { $given }: { $over } too much.
board-day-away = Away on that day.
board-day-none = No action on that day.
board-unplaced = { $count ->
    [0] Every action has a date
    [one] One action without a date
   *[other] { $count } actions without a date
}
board-unplaced-none = Nothing is waiting for a date.
board-unplaced-how = Drag an action onto the board, or open it to see what would give it a date.
board-unplaced-more = See the { $count } others
board-unplaced-first = The first { $shown } of { $count }.
board-due = due { $day }
board-cut = The server is no longer answering.
board-cut-why = The board shows the last answer received; it resumes by itself when the server is back.
board-others-changed = { $count ->
    [one] One action changed on the board.
   *[other] { $count } actions changed on the board.
}
board-empty = Nobody is on the board yet.
board-empty-why = Add people and their hours, then plan: their actions will appear here.
board-nobody = Nobody matches “{ $text }”.
board-everybody = Show everybody
