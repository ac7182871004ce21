# web-director
director-process = Process
director-no-process = No process has a current objective.
director-no-process-why = Give a process an objective with an owner and a period: needs, promises and scenarios follow from it.
scenarios-question = What should change to meet the objective?
scenarios-as-is = The plan as it is
scenarios-switch = Compare with a scenario
scenarios-switch-none = The plan alone
scenarios-switch-all = See all scenarios
scenarios-load = Load ({ $kind })
scenarios-shortage = Largest shortage ({ $kind })
scenarios-shortage-week = { $shortage } ({ $week })
scenarios-none = none
scenarios-same = unchanged
scenarios-counted = Counted from { $first } to { $last }, over what is left to do on { $day }. The page “Load” shows the plan as it was published, with what is done already.
scenarios-answer-holds = “{ $name }” meets the objective: nothing is missing any more ({ $kind }), against { $was } in the plan as it is.
scenarios-answer-best = Nothing is enough yet: with “{ $name }”, { $now } are missing ({ $kind }) instead of { $was }.
scenarios-answer-none = Nothing reduces what is missing: { $was } ({ $kind }).
scenarios-answer-already = The objective holds already in the plan as it is ({ $kind }).
scenarios-answer-so = That makes { $hours } and { $contacts }.
scenarios-answer-other = With “{ $name }”, { $hours } and { $contacts }.
scenarios-more = { $hours } more
scenarios-less = { $hours } less
scenarios-hours-same = as many hours
scenarios-contacts-more = { $count ->
    [one] one more contact
   *[other] { $n } more contacts
  }
scenarios-contacts-less = { $count ->
    [one] one contact fewer
   *[other] { $n } fewer contacts
  }
scenarios-contacts-same = as many contacts
scenarios-legend = Solid: the work that fits. Hatched: what does not fit in time. Line: the capacity of the whole period.
scenarios-under = { $kind }: { $ratio } of the capacity of the period
scenarios-contacts = Contacts to make
scenarios-deals = Deals
scenarios-margin = Margin per hour of the bottleneck
scenarios-back = Back to the company’s scenarios
scenarios-try = Try something else
scenarios-dilemma = Twice the follow-up, or a better conversation?
scenarios-dilemma-why = Compares two columns at the step that matters most to the bottleneck: twice the work, or 20% more success.
scenarios-dilemma-effort = Twice the follow-up: { $step }
scenarios-dilemma-yield = 20% better: { $step }
scenarios-compare = Compare
scenarios-column = Column { $number }
scenarios-column-add = Add a column
scenarios-column-remove = Remove this column
scenarios-name = Name
scenarios-lever = Lever
scenarios-lever-yield = Better conversation
scenarios-lever-effort = More work at a step
scenarios-lever-volume = More contacts
scenarios-lever-remote = Remote
scenarios-lever-automate = Automate
scenarios-lever-people = More people
scenarios-lever-add = Add a lever
scenarios-lever-remove = Remove this lever
scenarios-about = Where
scenarios-size-whole = Enter a whole number.
scenarios-size-yield = % more
scenarios-size-effort = times
scenarios-size-volume = times
scenarios-size-remote = % remote
scenarios-size-people = more people
promise-question = What can we promise?
promise-what = Promise
promise-deals = deals
promise-revenue = revenue
promise-margin = margin
promise-quantity = How much
promise-from = From
promise-to = To
promise-ask = Ask
promise-how = A quantity is asked between two days. Without a quantity or dates, the answer covers the current objectives.
promise-no-from = Choose the first day: a quantity is counted between two days.
promise-no-to = Choose the last day: a quantity is counted between two days.
promise-yes = Yes.
promise-no = No.
promise-asked = Deals asked for
promise-missing = Time missing: { $what }
promise-nearest = Deals that can be promised
promise-nearest-week = Week in which the whole request would fit
needs-question = What has to come in, and when?
needs-answer = For { $deals } deals, { $contacts } contacts are needed ({ $name }).
needs-unplaced =
    { $count ->
        [one] One open deal is not tied to any step.
       *[other] { $count } open deals are not tied to any step.
    }
needs-yield = yield { $yield }
needs-lead = { $count ->
    [one] lead time { $count } day
   *[other] lead time { $count } days
}
needs-line = { $entering } must enter: { $taken } through open deals, { $net } still to be found.
needs-waiting =
    { $count ->
        [0] None expected from the deals in progress
       *[other] { $shown } expected from the deals in progress
    }
needs-overdue = { $count } should have entered already.
needs-weeks = Net needs by week
needs-step = Step
needs-due = Deals due
full-title = Whose next week is too full?
full-answer = { $count ->
    [0] Nobody that you can see has too much to do in { $week }.
    [one] One person has too much to do in { $week }, or work outside their hours.
   *[other] { $count } people have too much to do in { $week }, or work outside their hours.
}
full-who = Person
full-team = Team
full-planned = Planned
full-capacity = Possible
full-outside = Outside hours
full-board = See their board in { $week }
full-letter = Each Thursday, where mail is set up, each person concerned and their manager are told by email.
versions-question = What moved in the plan?
versions-one = The plan has only one version.
versions-one-why = As soon as an action is moved or the plan is remade, this page will show what moved, who moved it and why.
versions-from = From
versions-to = to
versions-name = version { $version }
versions-same = Choose two different versions.
versions-answer = { $count ->
    [0] No action changed; last version by { $actor }.
    [one] One action changed; last version by { $actor }.
   *[other] { $count } actions changed; last version by { $actor }.
}
versions-over = { $count ->
    [one] One more was done in between: its place is free, but the plan did not move it.
   *[other] { $count } more were done in between: their places are free, but the plan did not move them.
  }
versions-all = All the versions
versions-version = Version
versions-made = Published
versions-origin = Origin
versions-origin-unknown = Origin not kept
versions-reason = Reason given
versions-others = { $count ->
    [one] And another version between the two, in the list below.
   *[other] And { $count } other versions between the two, in the list below.
}
versions-nobody = the system
versions-figure = Figure
versions-change = Change
versions-placed = Actions with a date
versions-late = Late
versions-unplaced = Without a date
versions-gap = Lateness that a better order would save, at most
versions-points = { $points } points
versions-load = Load ({ $name })
versions-moves = What moved
indicators-question = Where do we stand?
indicators-answer = { $parts }.
indicators-about = { $count ->
    [one] One indicator
   *[other] { $count } indicators
  }, from { $from } to { $to }: each number opens the facts it comes from.
indicators-part = { $name }: { $shown }
indicators-part-planned = { $name }: { $shown } (planned { $planned })
indicators-period = Period shown
indicators-from = From
indicators-to = To
indicators-show = Show this period
indicators-usual = Back to the last 90 days
indicators-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
  }
indicators-nothing = Nothing to count over this period.
indicators-load-window = From { $from } to { $to } only. The page “Load” counts the whole period of the objective.
indicators-empty = No indicator is defined.
indicators-empty-why = An indicator has a formula, an owner and a decision it serves: write it in the process sheet.
indicators-recompute = Recalculate from the facts
indicators-recomputed = Recalculated just now.
indicators-facts = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
indicators-planned = planned { $planned }
indicators-about-closed = { $count ->
    [one] One indicator
   *[other] { $count } indicators
  }, from { $from } to { $to }. These numbers are collective; your rights do not open the facts that each comes from.
indicators-unplanned = Nothing planned. { $why }
indicators-planned-how = What is planned. { $how }.
indicators-recorded = Recorded: { $when }
indicators-hidden = { $count ->
    [one] { $shown } more is counted, which your rights do not show.
   *[other] { $shown } more are counted, which your rights do not show.
}
indicators-owner = Owner: { $owner }
indicators-how = How it is counted
formula-over = { $term } out of { $over }
formula-times = { $term } × { $factor }
formula-sum-value = total amount of { $what }
formula-sum-days = total duration of { $what }
formula-sum-minutes = total time of { $what }
formula-mean-value = average amount of { $what }
formula-mean-days = average duration of { $what }
formula-mean-minutes = average time of { $what }
formula-median-value = median amount of { $what }
formula-median-days = median duration of { $what }
formula-median-minutes = median time of { $what }
formula-of-case-entered = deals entered
formula-of-case-won = deals won
formula-of-case-lost = deals lost
formula-of-case-closed = deals closed, won or lost
formula-of-customer-won = customers won for the first time
formula-of-step-entered = entries into the step “{ $step }”
formula-of-step-left = stays ended in the step “{ $step }”
formula-of-step-through = deals that passed the step “{ $step }”
formula-of-step-decided = deals that passed the step “{ $step }” or were lost there
formula-of-order-due = actions whose planned day has come
formula-of-order-on-time = actions done by their planned day
formula-of-order-done = actions done
formula-of-order-progress = actions done with progress by the customer
formula-of-load = planned actions
formula-of-capacity = hours open to actions
indicators-counted = { $count ->
    [one] { $shown } object counted
   *[other] { $shown } objects counted
}
indicators-over = { $count ->
    [one] Divided by { $shown } object
   *[other] Divided by { $shown } objects
}
indicators-over-work = { $count ->
    [one] Divided by { $shown } time of work
   *[other] Divided by { $shown } times of work
}
indicators-worked = { $count ->
    [one] { $shown } time of work
   *[other] { $shown } times of work
}
indicators-worked-more = { $count ->
    [one] And { $shown } more time of work, not shown here.
   *[other] And { $shown } more times of work, not shown here.
}
indicators-times = counted { $shown } times
indicators-proof = Proof file
cascade-question = What do our actions serve?
cascade-answer =
    { $objectives } { $objectives ->
        [one] objective
       *[other] objectives
    }, { $lines } { $lines ->
        [one] strategic line
       *[other] strategic lines
    }, { $actions } upcoming actions.
cascade-no-line = Without a strategic line
cascade-no-line-why = These objectives do not yet say which direction of the company they serve.
cascade-line-owner = owner: { $owner }
cascade-line-period = from { $from } to { $to }
cascade-line-draft = Draft: still lacks { $missing }.
cascade-line-lacks-name = a name
cascade-line-lacks-owner = an owner
cascade-line-lacks-period = a period
cascade-line-unserved = No objective serves this line yet.
cascade-draft = Draft: no owner or no period.
cascade-over = Period over.
cascade-ahead =
    { $count ->
        [one] { $shown } upcoming action
       *[other] { $shown } upcoming actions
    }
cascade-done = { $count ->
    [one] { $shown } done
   *[other] { $shown } done
}
cascade-needs = What this objective needs

## The actions of an objective
actions-question = Which actions serve this objective?
actions-question-of = Which actions serve “{ $name }”?
actions-up = Back up to the objective
actions-answer =
    { $ahead ->
        [0] No action ahead
        [one] { $ahead_shown } action ahead
       *[other] { $ahead_shown } actions ahead
    }, { $done ->
        [0] none done.
        [one] { $done_shown } done.
       *[other] { $done_shown } done.
    }
actions-reach = Only the actions that you may see are counted: your own, or those of your team.
actions-none = No action that you may see serves this objective.
actions-none-why = An action serves an objective of its process when it starts, or is due, within its period. A published plan is needed.
actions-list = Actions of the objective
actions-day = Day
actions-customer = Customer
actions-what = Action
actions-step = Step
actions-who = Who
actions-done = done
actions-due = due { $day }
actions-nobody = nobody yet
actions-every-what = All actions
actions-week-question = Which actions in { $week }?
actions-week-question-of = Which actions in { $week } for { $name }?
actions-week-back = Back to the load
actions-week-answer = { $count ->
    [0] No action.
    [one] { $shown } action, { $hours }.
   *[other] { $shown } actions, { $hours }.
}
actions-week-load = The load counts work in the week in which it arrives; the plan may place it earlier or later.
actions-week-list = Actions of the week
actions-week-none = The plan places no action that you can see in this week.
actions-week-none-why = Its load may be placed in another week, or have no date yet.
actions-week-unknown = There is no week “{ $week }”.
actions-week-unknown-why = A week is written like 2027-W08.
actions-which = Of which objective?
actions-which-why = This page shows the actions of one objective: one comes here from the cascade.
actions-choose = Choose an objective

## Work in progress
wip-question = What is waiting, and since when?
wip-back = Back to needs
wip-answer =
    { $total ->
        [one] { $total_shown } deal in progress
       *[other] { $total_shown } deals in progress
    } ({ $name }), { $marked ->
        [0] none is ageing.
        [one] { $marked_shown } is ageing.
       *[other] { $marked_shown } are ageing.
    }
wip-little = From the throughput and the cycle time of the last twelve months, { $expected } deals should be in progress; there are { $open }.
wip-line =
    { $count ->
        [0] no deal
        [one] { $shown } deal
       *[other] { $shown } deals
    }
wip-usual =
    { $count ->
        [one] { $shown } day is usual at this step
       *[other] { $shown } days are usual at this step
    }
wip-ageing =
    { $count ->
        [one] { $shown } deal has been here for more than twice that time
       *[other] { $shown } deals have been here for more than twice that time
    }
wip-age-step =
    { $count ->
        [0] arrived today
        [one] at this step for { $shown } day
       *[other] at this step for { $shown } days
    }
wip-age-pipeline =
    { $count ->
        [0] opened today
        [one] open for { $shown } day
       *[other] open for { $shown } days
    }
wip-age-unknown = since when: unknown
wip-next = next action: { $day }
wip-next-none = no action planned
wip-marked = ageing
wip-more = The oldest { $count } are shown.
wip-unplaced = At no step of the process
wip-none = Nothing is waiting in this process.
wip-none-why = An open deal waits at the step where it is: this process has none.
wip-deals = See the deals

## Keeping a scenario
scenarios-keep = Keep this scenario
scenarios-keep-of = Keep this scenario: “{ $name }”
scenarios-keep-hint = It joins the scenarios of the company. Neither the plan nor the process changes: applying it is a separate act.
scenarios-keep-people = Its extra people are not written in a process: they are put down in the teams.
scenarios-keep-no-name = Give it a short name.
scenarios-keep-no-reason = Say why to keep it, in a few words.
scenarios-reason = Why keep it
scenarios-volume-not-kept = “More contacts” is not kept in a scenario.
scenarios-volume-not-kept-why = Volume follows the objective: it is neither in the process nor in the teams. Change the objective, or try without this lever.
scenarios-to-objectives = Open the objectives
scenarios-kept = “{ $name }” kept.
scenarios-kept-where = “{ $name }” is kept among the scenarios of the company.
scenarios-kept-next = It stays there, compared with the plan as it is. Nothing else has changed.
scenarios-kept-because = Kept because: { $reason }
scenarios-in-team = Its extra people are not written in the process: put them down in the teams.
scenarios-write = Write it into the process, without publishing
scenarios-write-by-others = Sales operations can write it into the process from this page, then publish it.
scenarios-take-out = Take out
scenarios-take-out-of = Take out the scenario “{ $name }”
scenarios-take-out-why = It leaves the list for everybody. The plan and the process stay as they are; to see it again, it has to be tried again.
scenarios-taken-out = “{ $name }” taken out.
scenarios-to-teams = Open the teams
