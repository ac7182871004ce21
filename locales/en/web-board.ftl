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
board-help = Arrows to go from one action or person to the next, Enter to open, L for the load of the day. Alt and arrows to move the action, by { $step }; with Shift, by a day; Alt and Page Down for the next free place. Enter to see what it changes, Escape to put it back.
board-who = Team, person
board-no-team = Without a team
board-people = { $count } { $count ->
    [one] person
   *[other] people
}
board-away = away
board-cell = { $name }, { $day }: { $away ->
    [yes] away
   *[no] { $planned } planned of { $given }
}
board-load = Load of { $name }, { $day }: { $planned } of { $given }
board-aim = { $what }, { $customer }: { $name }, { $day }, { $time }.
board-hint-none = The place is free, and on time.
board-hint-same-time = This is where it stands.
board-hint-skill = This person has not the skill, or is out of your reach.
board-hint-non-working = Outside working hours.
board-hint-before = What must come before it is not over.
board-hint-past = This moment is past.
board-hint-overlap = Another action stands there.
board-hint-customer-hours = The customer or somebody who takes part is not free then.
board-hint-late = It would end after its due date.
board-hint-overload = The day of this person would be too full.
board-hint-frozen = Frozen period: a reason will be asked.
board-seats-wait = Looking for possible places…
board-frozen = Frozen period
board-tools = Period and teams
board-sooner = Week before
board-later = Week after
board-sooner-month = Four weeks earlier
board-later-month = Four weeks later
board-today = Today
board-zoom = Scale
board-zoom-day = Day
board-zoom-week = Week
board-zoom-month = Month
board-team = Team
board-all-teams = Every team
board-find = Find somebody
board-replan = Re-plan
board-legend-loose = Suggested
board-legend-pinned = Decided
board-legend-off = Not working
board-legend-load = Load of the day, under the line of capacity
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
board-cannot = This place is not possible. Choose another one, or leave the action where it is.
board-reason = Why change the frozen period?
board-reason-hint = Kept with the version of the plan, under your name.
board-reason-missing = Give a reason, in a few words.
board-undo-reason = Back to where it was
board-stale = Somebody changed the plan meanwhile. Nothing was applied.
board-stale-see = See the plan as it is
board-stale-keep = Keep what I asked and work it out again
board-moved = { $customer }: the action is moved.
board-change-moved = Moved.
board-change-late = Late.
board-change-freed = Freed.
board-change-unplaced = Without a date.
board-change-placed = Gets a date.
board-moves-more = And { $count } more.
board-moves-hidden = { $count ->
    [one] One more concerns somebody
   *[other] { $count } more concern people
} out of your reach.
board-replan-title = What happened?
board-replan-about = Re-plan: { $customer }
board-replan-what = Event
board-event-absence = Somebody is away
board-event-lost = A deal is lost
board-event-urgent = A deal becomes urgent
board-event-overrun = It will take longer
board-event-cancel = Give it up
board-replan-who = Person
board-replan-first = First day
board-replan-last = Last day
board-replan-case = Deal
board-replan-case-hint = Type the customer or the name of the deal, then choose. Its whole reference does as well.
board-replan-minutes = More minutes
board-replan-cancel = The action will be given up, and its time given back.
board-replan-look = See what this changes
board-replan-past = This absence is over: nothing moves, it is only written down.
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
board-replan-nothing-yet = Nothing is changed yet. The dashed places show what would become of the plan.
board-replan-beyond = { $count ->
    [one] One action concerned is
   *[other] { $count } actions concerned are
} out of your reach: ask your management to apply this change.
board-replanned = { $count ->
    [0] Noted; nothing moved.
    [one] The plan is made again: one action changed.
   *[other] The plan is made again: { $count } actions changed.
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
board-slots-none = No other place in the plan.
board-serves = What it serves
board-process-version = version { $version }
board-day-fits = { $planned } planned of { $given }: { $over } left.
board-day-over = { $planned } planned of { $given }: { $over } too many.
board-day-away = Away that day.
board-day-none = No action that day.
board-unplaced = { $count ->
    [0] Every action has a date
    [one] One action without a date
   *[other] { $count } actions without a date
}
board-unplaced-none = Nothing waits for a date.
board-unplaced-how = Drag an action onto the board, or open it to see what would give it a date.
board-unplaced-more = See { $count } more
board-unplaced-first = The first { $shown } of { $count }.
board-due = due { $day }
board-cut = The server no longer answers.
board-cut-why = The board shows the last answer received; it goes on by itself when the server is back.
board-others-changed = { $count ->
    [one] One action changed on the board.
   *[other] { $count } actions changed on the board.
}
board-empty = Nobody is on the board yet.
board-empty-why = Add people and their hours, then plan: their actions will show here.
board-nobody = Nobody matches “{ $text }”.
board-everybody = Show everybody
