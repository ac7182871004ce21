# planning

## Feasibility of an objective

planning-promise-yes =
    { $count ->
        [one] Yes: { $quantity } deal fits the requested dates.
       *[other] Yes: { $quantity } deals fit the requested dates.
    }
planning-promise-short = No: { $missing } { $of } are missing before the end of week { $week }.
planning-promise-rough-cut = No: the totals would be enough, but not the people, their skills and the lead times of each step.
planning-promise-no-capacity = No: { $missing } { $of } are required before the end of week { $week }, and nobody there has working hours.
planning-promise-late-start =
    { $count ->
        [one] { $units } unit should have entered step “{ $step }” before the first week.
       *[other] { $units } units should have entered step “{ $step }” before the first week.
    }
planning-promise-date =
    { $count ->
        [0] The requested dates are fine, up to week { $week }.
        [one] The same quantity fits one week later: last due in week { $week }.
       *[other] The same quantity fits { $count } weeks later: last due in week { $week }.
    }
planning-promise-no-date = The same quantity fits at no date within the weeks studied.
planning-promise-quantity =
    { $count ->
        [0] No deal fits the requested dates.
        [one] On the requested dates, { $quantity } deal out of { $asked } fits.
       *[other] On the requested dates, { $quantity } deals out of { $asked } fit.
    }

## Rough cut

planning-rough-cut = { $who }, { $weeks }: { $missing } missing ({ $asked } required, { $possible } possible).
planning-rough-cut-nobody = { $who }, { $weeks }: { $missing } missing, nobody who could do this work has a calendar.
planning-rough-cut-skill = { $kind }, skill “{ $skill }”
planning-rough-cut-more =
    { $count ->
        [one] { $list } and { $count } other
       *[other] { $list } and { $count } others
    }
planning-rough-cut-team =
    { $count ->
        [one] { $who }, team { $teams }
       *[other] { $who }, teams { $teams }
    }
planning-rough-cut-run = { $first } to { $last }
planning-rough-cut-weeks =
    { $count ->
        [one] week { $list }
       *[other] weeks { $list }
    }

## Launches paced by the bottleneck

planning-buffer = Buffer before the { $drum }: { $buffer } of work launched and not yet done, { $weeks } of their weeks, for a target of { $target }: { $colour }, { $trend }.
planning-buffer-red = red
planning-buffer-yellow = yellow
planning-buffer-green = green
planning-buffer-rising = rising
planning-buffer-steady = steady
planning-buffer-falling = falling
planning-release-none = Week { $week }: no launch allowed of { $wanted } wanted, the buffer is full; the { $drum } have more to do than the target already.
planning-release-fewer = Week { $week }: { $allowed } launches allowed of { $wanted } wanted, so that the buffer stays within its target (a new case weighs { $weight } there).
planning-release-more = Week { $week }: { $allowed } launches allowed for { $wanted } wanted, the buffer has room: launches grow (a new case weighs { $weight } there).
planning-release-as-wanted = Week { $week }: { $allowed } launches allowed, as many as wanted.
planning-release-no-time = Week { $week }: no launch allowed of { $wanted } wanted, other work takes all the time of the { $drum }.
planning-release-held =
    { $count ->
        [one] { $held } new case wanted is still held at the end of the plan.
       *[other] { $held } new cases wanted are still held at the end of the plan.
    }

## What holds the plan back

planning-bottlenecks-none = Nothing holds this plan back: there are enough hours, no yield falls behind the others and no wait is above its standard.
planning-bottlenecks-first = What holds the plan back most: { $list }.
planning-bottlenecks-then = , then{" "}
planning-bottlenecks-unvalued = Stake unknown, because the value of a deal is not known: { $list }.
planning-bottleneck-step = step “{ $step }”{ $several ->
    [0] {""}
   *[other] {" "}of “{ $process }”
}
planning-bottleneck-team = team { $team }
planning-bottleneck-yield-step = yield of { $whose } in step “{ $step }”{ $several ->
    [0] {""}
   *[other] {" "}of “{ $process }”
}
planning-bottleneck-yield-whole = yield of { $whose } on “{ $process }”
planning-bottleneck-load = { $load } to do for { $capacity } ({ $ratio }); { $waiting ->
    [0] all done before the end
   *[other] { $left } still waiting at the end
}.
planning-bottleneck-no-capacity = { $load } to do and no known hours.
planning-bottleneck-worst = Heaviest week: { $week }, at { $ratio }.
planning-bottleneck-missing = { $missing } are missing by the end of { $week }.
planning-bottleneck-person = { $person } ({ $missing } by { $week })
planning-bottleneck-people = Short of hours: { $more ->
    [0] { $list }
    [one] { $list } and one other
   *[other] { $list } and { $more } others
}.
planning-bottleneck-wait-measured = { $days } days measured (between { $low } and { $high }, over { $count } passages) for a standard of { $standard }; deals there: { $cases }.
planning-bottleneck-wait-standard = { $days } days according to the standard, too few passages to measure; deals there: { $cases }.
planning-bottleneck-yield = { $share } ({ $part } of { $whole }) against { $others } for the others ({ $others_part } of { $others_whole }).
planning-bottleneck-stake = { $basis ->
    [margin] { $money } of margin
   *[revenue] { $money } of revenue
} at stake.
planning-bottleneck-stake-least = { $basis ->
    [margin] { $money } of margin
   *[revenue] { $money } of revenue
} at stake, { $least } of it even when everything is done as early as it can be.

## Refusals

planning-service-level = There is no service level of { $given }% here.
    .why = A plan is made on average, or to reach its objectives one time in two, four in five, or nineteen in twenty.
    .remedy = Give --service 50, 80 or 95, or remove it.
planning-buffer-target = A buffer of { $given } day(s) cannot be kept before the bottleneck.
    .why = Without a buffer the bottleneck waits for work; its target is a number of days above 0, ten years at most.
    .remedy = Give 1 day or more, or remove buffer_days to leave launches uncontrolled.
planning-no-buffer = No process says its buffer before the bottleneck, or nothing limits this plan.
    .why = Launches are counted from a wanted buffer, in working days of the bottleneck.
    .remedy = Add --buffer-days N, or buffer_days in the [planning] part of the process sheet.
planning-no-yield = The needs of process “{ $process }” cannot be computed: the yield is missing for { $steps }.
    .why = Without a yield, nobody knows how many units must enter a step for one to come out.
    .remedy = Declare a yield for each of these steps, or let the system propose one from history.
planning-too-many-units = Step “{ $step }” would receive more than { $limit } units.
    .why = Needs of that size cannot be counted; a yield or a quantity is probably wrong.
    .remedy = Check the yields of this step and of the next ones, and the quantity of the objective.
planning-no-average-deal = Objective “{ $what }” cannot be turned into deals.
    .why = An objective in revenue needs the value of an average deal; one in margin also needs its margin rate.
    .remedy = Add the average deal, and the margin rate when the objective is in margin.
planning-currency-mismatch = “{ $what }” is in { $given } where { $expected } is expected.
    .why = Amounts in different currencies do not add up without a rate, and none is given.
    .remedy = Give this amount in { $expected }.
planning-no-selling-time = The selling time of a person is { $given }: the headcount cannot be computed.
    .why = The headcount is the workload divided by what one person can do, which must be something.
    .remedy = Give a selling time, or a number of calls a year, above 0.
planning-scenario-unreadable = The scenario file cannot be read at this place.
    .why = The text does not follow TOML here: a quote, a bracket or an equals sign is often missing.
    .remedy = Correct this line; the Métrios scenario file is an example to follow.
planning-scenario-unknown-field = Field “{ $field }” does not exist here.
    .why = An unknown field would be ignored, and the scenario would no longer say what you wrote.
    .remedy = Remove it, or take one of these: { $known }.
planning-scenario-missing-field = Field “{ $field }” is missing.
    .why = The scenario cannot be applied without it.
    .remedy = Add it, for instance: { $example }
planning-scenario-value = Value { $given } of field “{ $field }” cannot be taken.
    .why = It does not have the expected form, or is out of bounds.
    .remedy = Give a value as in this example: { $example }
planning-scenario-same-code = Two scenarios have the code “{ $code }”.
    .why = The code names a scenario when another one includes it and in the comparison.
    .remedy = Give one of the two another code.
planning-scenario-unknown-scenario = Scenario “{ $code }” is not written before the one that includes it.
    .why = A scenario includes only those that come before it in the file.
    .remedy = Correct the code, or write that scenario higher up.
planning-scenario-change = This change does not say what it changes.
    .why = A change is about one operation, one step or one kind of resource, with at least one value.
    .remedy = Keep only one of the fields operation, step, kind, and add the value that changes.
planning-scenario-unknown-operation = Operation “{ $code }” of scenario “{ $scenario }” does not exist in the process.
    .why = A scenario changes a copy of the process; it can only change what is there.
    .remedy = Take the code of an operation of the process.
planning-scenario-unknown-step = Step “{ $code }” of scenario “{ $scenario }” does not exist in the process.
    .why = A scenario changes a copy of the process; it can only change what is there.
    .remedy = Take the code of a step of the process.
planning-scenario-unknown-kind = Resource kind “{ $code }” of scenario “{ $scenario }” does not exist.
    .why = Neither the team nor the process names it.
    .remedy = Take the code of an existing kind, or add it to the team.
planning-scenario-nobody-to-copy = Scenario “{ $scenario }” adds somebody of kind “{ $kind }”, where nobody has a calendar.
    .why = A person added receives the hours of the most available one of the kind.
    .remedy = Give somebody of that kind a calendar, or add minutes with minutes_per_week.
planning-scenario-weeks-outside = Reinforcement “{ $kind }” of scenario “{ $scenario }” touches no week of the plan.
    .why = Its weeks are all before the start or after the end of the plan, or run backwards.
    .remedy = Correct the fields from and to.

planning-window-too-long = The period asked for is too long: { $most } days at most.
    .why = A board of more than two months is no longer readable and would slow down all other readers.
    .remedy = Bring the last day closer to the first, then go on from period to period.

## Moving an action by hand

planning-conflict-same-time = It is already there.
planning-conflict-past = That moment is over.
planning-conflict-outside-plan = The plan ends on { $last }.
planning-conflict-kind = { $person } does not do this kind of action.
planning-conflict-skill = { $person } does not have the skill “{ $skill }”.
planning-conflict-non-working = { $person } does not work for as long as the action lasts.
planning-conflict-overlap =
    { $count ->
        [one] { $person } already has { $actions } then: this action will shift.
       *[other] { $person } already has { $count } actions then ({ $actions }…): they will shift.
    }
planning-conflict-overload = { $person }’s day would hold { $planned } for { $given } given to actions.
planning-conflict-customer-hours = The customer does not see visitors at that time.
planning-conflict-before = { $action } comes first: not before { $moment }.
planning-conflict-before-undated = { $action } comes first, and has no date yet.
planning-conflict-early = The action was not planned before { $moment }.
planning-conflict-late =
    { $days ->
        [one] It would end one working day after it is due.
       *[other] It would end { $days } working days after it is due.
    }
planning-conflict-late-hours = It would end { $length } too late, on the day it is due.
planning-conflict-frozen = Week { $week } is frozen: say why you change it.
planning-conflict-beyond-reach =
    { $count ->
        [one] An action of somebody outside your team would have to move.
       *[other] { $count } actions of people outside your team would have to move.
    }

planning-move-blocked = This action cannot go there. { $because }
    .why = A manual move respects hours, skills and what must come first.
    .remedy = Choose one of the proposed slots, or another person.
planning-reason-needed = The reason for this change in a frozen week is missing, too short or too long.
    .why = A frozen week is a promise to the customer and to the team: changing it needs a reason.
    .remedy = Write the reason, in { $least } to { $most } characters (on the command line: --reason).
planning-beyond-reach = This change touches { $count } actions of people outside your team.
    .why = The work of others is moved only with the agreement of whoever answers for it.
    .remedy = Choose another time, or ask their manager to do it.
planning-overrun-length = It cannot last { $given } minutes longer.
    .why = An action lasts at least one minute and at most one day longer.
    .remedy = Give a number of minutes between 1 and { $most }.
planning-not-ahead = The action “{ $given }” is no longer to be done: it has started, is done or was dropped.
    .why = Only what is still to be done can be moved.
    .remedy = Declare what happened, or choose another action.
planning-move-undone = Back to where it was.

planning-scenario-base = Plan as it is
planning-lever-size = A lever of { $given } is not possible.
    .why = A lever goes from 1 to { $most }; beyond that, the comparison says nothing useful.
    .remedy = Give a value between 1 and { $most }.
planning-scenario-fits = Everything fits in the available hours.
planning-lever-count = The requested comparison does not have the right shape.
    .why = It has one to { $columns } columns, each with a name and one to { $levers } levers.
    .remedy = Give each column a short name and at least one lever.
planning-scenario-name = This scenario has no name, or too long a one.
    .why = A name of one to { $most } characters tells it from the others.
    .remedy = Give it a short name.
planning-scenario-reason = Nothing says why to keep this scenario, or it is too long.
    .why = The reason stays with it, for whoever decides to apply it: one to { $most } characters.
    .remedy = Say in a few words what it brings.
planning-scenario-volume = “More contacts” is not kept in a scenario.
    .why = Volume follows the objective: it is neither in the process nor in the team.
    .remedy = Take this lever away, or change the objective of the process.
planning-unknown-scenario = No scenario has the code “{ $given }”.
    .why = It was not kept, or somebody took it away.
    .remedy = Load the list of scenarios again.
