# process
process-level-objective = Objective
process-level-target = Target
process-level-bill = Bill of actions
process-level-operating-mode = Playbook
process-level-planning = Planning
process-level-indicators = Indicators
process-level-resources = Resources
process-draft-head = Draft made from your previous stages: fill in the lines that begin with a hash sign.
process-draft-former-stage = Previous stage: { $stage }
process-draft-check-name = proposed name, to be checked
process-draft-name = what the customer has done when the step is over
process-draft-yield = not measured: part of what enters that goes further, for example 0.20
process-draft-lead-days = not measured: number of days in the step
process-draft-operations = The work of the step: who does it, and how many minutes.

process-alternative-to-automated = Operation “{ $operation }” is automated and has an alternative.
    .why = Nobody does it: there is nothing to replace.
    .remedy = Remove the alternative, or automated = true.

process-average-deal-missing = The value of an average deal is missing.
    .why = An objective in revenue or margin is turned into deals by this value.
    .remedy = Add a line average_deal = … in the currency of the objective.

process-average-deal-zero = The average deal is worth zero.
    .why = Reaching the objective would take an infinite number of deals.
    .remedy = Write the value of an average deal.

process-bill-empty = Level 3, the bill of actions, is empty.
    .why = Without steps and operations, there is nothing to do; the launch of “{ $process }” is stopped.
    .remedy = Add some [[step]] and their [[step.operation]].

process-currency-mismatch = The currency is { $given }, where { $expected } is expected.
    .why = Amounts in different currencies do not add up.
    .remedy = Convert the amounts, or correct the currency.

process-customer-never-there = The hours of customer “{ $who }” have no day.
    .why = Nothing could be planned with a customer who is never available.
    .remedy = Write the hours, such as mon = ["09:00-12:00"], or remove the block.

process-cycle-in-bill = The steps go in circles: { $path }.
    .why = A bill that comes back on itself would ask for its own steps without end.
    .remedy = Remove one of the "after" links of this loop.

process-date-expected = “{ $key }” must be a date.
    .why = The value written does not read as a day of the calendar.
    .remedy = Write the day as 2027-01-04.

process-decimal-comma = “{ $given }” is written with a comma.
    .why = In this file decimals are written with a point, the comma separates the values of a list.
    .remedy = Replace the comma by a point, for example 0.20.

process-due-differs = What is due adds up to { $due }, the objective asks for { $deals }.
    .why = The plan follows what is due as written.
    .remedy = Check that the gap is meant, or correct what is due.

process-due-outside-period = The week “{ $key }” is outside the period of the objective.
    .why = What is due before or after the period does not count for it.
    .remedy = Move the due date or widen the period.

process-duplicate-code = The code “{ $code }” is already taken, on line { $line }.
    .why = A code names one thing only, or nobody knows which is meant.
    .remedy = Give another code to one of the two.

process-duplicate-exception = { $day } is already described for “{ $who }”.
    .why = Nobody would know which of the two to follow.
    .remedy = Keep only one of the two exceptions.

process-empty-period = The period runs from { $first } to { $last }: it ends before it begins.
    .why = A period runs from its first to its last day, both included.
    .remedy = Swap or correct the two dates.

process-empty-text = “{ $key }” is empty.
    .why = An empty text says nothing to those who read it.
    .remedy = Write a value or remove the line.

process-evidence-in-the-future = The evidence “{ $evidence }” is dated { $on }, after today ({ $today }).
    .why = Customer evidence states what has taken place.
    .remedy = Correct the date, or come back when the evidence is there.

process-function-without-process = The function “{ $function }” has no process yet.
    .why = A function is put in battle order around at least one process.
    .remedy = Import or write a process with function = "{ $function }".

process-grid-does-not-divide-hour = A grid of { $given } minutes does not divide an hour.
    .why = Starts of actions must fall on each full hour again.
    .remedy = Choose 5, 10, 15, 20, 30 or 60 minutes.

process-hours-overlap = The stretches { $first } and { $second } overlap.
    .why = The same minutes would count twice.
    .remedy = Shorten one of the two stretches.

process-hours-reversed = The stretch “{ $given }” ends before it begins.
    .why = A stretch does not cross midnight.
    .remedy = Swap the two times, or cut the stretch into two days.

process-hours-unreadable = “{ $given }” does not read as a stretch of hours.
    .why = A stretch runs from one time to another of the same day.
    .remedy = Write for example 09:00-12:00.

process-indicators-empty = Level 6, the indicators, is empty.
    .why = Without an indicator, nobody will know whether the process works; the launch of “{ $process }” is stopped.
    .remedy = Add at least one [[indicator]] with the decision it serves.

process-joint-in-parts = Operation “{ $operation }” is done in parts and asks for several people.
    .why = A joint action is done in one go: everybody would have to stop at the same moment.
    .remedy = Remove split = true, or ask for one kind only.

process-kind-without-people = Nobody is available as “{ $kind }”.
    .why = The work of this kind could be given to nobody.
    .remedy = Add to the workshop a person of this kind, with a calendar.

process-leave-overlaps = Two leaves of “{ $resource }” overlap from { $first } to { $last }.
    .why = These days are counted once only.
    .remedy = Check the dates if this overlap is not meant.

process-leave-reversed = The leave runs from { $first } to { $last }: it ends before it begins.
    .why = A leave runs from its first to its last day, both included.
    .remedy = Swap or correct the two dates.

process-list-expected = “{ $key }” must be a list.
    .why = It may hold several values.
    .remedy = Put the values between square brackets, separated by commas.

process-longest-wait-too-short = Operation “{ $operation }” must wait { $wait } open days, and { $given } days at most.
    .why = The longest wait cannot be shorter than the wait.
    .remedy = Raise wait_days_max, or lower wait_days.

process-leeway = Room to manoeuvre: { $mandatory ->
    [0] no mandatory operation
    [one] { $mandatory } mandatory operation ({ $mandatory_share })
   *[other] { $mandatory } mandatory operations ({ $mandatory_share })
}, { $recommended ->
    [0] none recommended
   *[other] { $recommended } recommended ({ $recommended_share })
}, { $free ->
    [0] none free
   *[other] { $free } free ({ $free_share })
}.
process-strength-mandatory = mandatory
process-strength-recommended = recommended
process-strength-free = free

process-mandatory-without-reason = Operation “{ $operation }” is mandatory without saying why.
    .why = What is mandatory has to be justified: law, money, evidence. The rest is recommended.
    .remedy = Add reason = "…", or remove strength = "mandatory".

process-reason-without-rule = Operation “{ $operation }” gives a reason without being mandatory.
    .why = A reason without an obligation would suggest that there is one.
    .remedy = Add strength = "mandatory", or remove reason.

process-waits-mixed = The longest wait of operation “{ $operation }” counts elapsed days, the wait of “{ $other }” open days.
    .why = A week-end or a closure would make both impossible together, and the action would stay without a date.
    .remedy = Keep wait_days or wait_days_max, not both.

process-lot-below-one = The lot size is below one.
    .why = At least one unit is handled at a time.
    .remedy = Write 1 or more, or remove the line.

process-margin-rate-missing = The margin rate is missing.
    .why = A margin objective is turned into deals by the margin of an average deal.
    .remedy = Add a line margin_rate = …, for example 0.36 for 36%.

process-margin-rate-out-of-range = The margin rate is { $given }.
    .why = A rate is written from 0 to 1, and a margin objective needs one above zero.
    .remedy = Write 0.36 for 36%.

process-missing-key = The key “{ $key }” is missing.
    .why = This part of the file cannot do without it.
    .remedy = Add a line "{ $key } = …" under this header.

process-missing-lead-time = Step “{ $step }” has no lead time.
    .why = The lead time places the work in time; zero is allowed, but must be written.
    .remedy = Add a line lead_days = … with the number of days.

process-missing-yield = Step “{ $step }” has no yield.
    .why = Without it, nobody knows how much must enter for what must leave.
    .remedy = Add a line yield = …, for example 0.20.

process-negative-time = Operation “{ $operation }” has a negative time for “{ $key }”.
    .why = A working time is a number of minutes from zero.
    .remedy = Write the time in minutes, without the minus sign.

process-number-expected = “{ $key }” must be a number.
    .why = The value written does not read as a number.
    .remedy = Write a number with a point for decimals, without quotes, for example 0.20.

process-number-out-of-range = “{ $key }” is { $given }, out of range.
    .why = The value must lie between { $least } and { $most }.
    .remedy = Check the unit of the value, then correct it.

process-objective-empty = Level 1, the objective, is empty.
    .why = A process without an objective does not know what to produce; the launch of “{ $process }” is stopped.
    .remedy = Add at least one [[objective]].

process-objective-in-the-past = The objective ends on { $last }, before today ({ $today }).
    .why = Nothing can be planned for a period that is over.
    .remedy = Correct the period or remove the objective.

process-operating-mode-empty = Level 4, the playbook, is empty.
    .why = No operation says how it is done; the launch of “{ $process }” is stopped.
    .remedy = Add a playbook or a checklist line to the operations.

process-operation-without-kind = Operation “{ $operation }” has nobody to do it.
    .why = Only an automated operation does without anybody.
    .remedy = Add a line kind = "…", or automated = true.

process-operation-without-time = Operation “{ $operation }” takes no time.
    .why = An operation done by somebody keeps that person busy.
    .remedy = Write prepare, run or travel in minutes, or automated = true.

process-orphan-step = Step “{ $step }” feeds no other and is not the last.
    .why = Its work does not serve the objective, it will not be planned.
    .remedy = Name it in "after" of the step it prepares, or remove it.

process-owner-missing = Nobody is named as owner.
    .why = A process or an objective without an owner is looked after by nobody.
    .remedy = Add a line owner = "…" with the name of the person.

process-planning-empty = Level 5, the planning, is empty.
    .why = Nobody knows on which grid to place the work; the launch of “{ $process }” is stopped.
    .remedy = Add a [planning] part.

process-process-without-line = The process “{ $process }” serves no strategic line.
    .why = Nobody can say to which choice of the company it contributes.
    .remedy = Add a line line = "…" with the code of the strategic line.

process-quantity-zero = The objective asks for nothing.
    .why = With nothing to produce, there is nothing to plan.
    .remedy = Write the quantity wanted or remove the objective.

process-resource-without-calendar = “{ $resource }” has no calendar.
    .why = This person is known, but has no capacity in the plan.
    .remedy = Add a line calendar = "…" to give this person work.

process-resources-empty = Level 7, the resources, is empty.
    .why = Nobody knows who does the work; the launch of “{ $process }” is stopped.
    .remedy = Add a line kinds = […] with the kinds of resources.

process-share-out-of-range = “{ $key }” is { $given }.
    .why = A share is written from 0 to 1: nobody gives more than their whole time.
    .remedy = Write 0.50 for 50%.

process-skill-nobody-has = Nobody among those who do “{ $operation }” has the skill “{ $skill }”.
    .why = The operation could never be placed.
    .remedy = Add the skill to a person, or remove the requirement.

process-solicitation-below-one = The solicitation rule asks for less than one time, or less than one day.
    .why = “n times in d days” needs n and d of at least 1.
    .remedy = Write 1 or more, or remove the rule so as not to limit.

process-table-expected = “{ $key }” must be a group of keys.
    .why = The value written is a single one where several keys are expected.
    .remedy = Write the keys under a header between brackets, as in docs/process.md.

process-target-empty = Level 2, the target, is empty.
    .why = Without a target, nobody knows with whom to work; the launch of “{ $process }” is stopped.
    .remedy = Add at least one [[segment]] with its values.

process-text-expected = “{ $key }” must be a text.
    .why = The value written is a number, a list or a date.
    .remedy = Put the value between quotes, for example { $key } = "…".

process-toml-syntax = The file cannot be read here (technical detail: { $detail }).
    .why = The text must follow TOML: a key, an equals sign, a value, texts between quotes.
    .remedy = Correct this line; the rest of the file is checked afterwards.

process-too-many-decimals = “{ $key }” is { $given }, with too many decimals.
    .why = This value is kept exact to { $decimals } decimals, with no hidden rounding.
    .remedy = Round the value yourself to { $decimals } decimals.

process-true-or-false-expected = “{ $key }” must be true or false.
    .why = The value answers yes (true) or no (false).
    .remedy = Write true or false, without quotes.

process-unknown-calendar = The calendar “{ $calendar }” does not exist.
    .why = The calendars known are: { $known }.
    .remedy = Correct the code, or add this calendar.

process-unknown-currency = “{ $given }” is not a currency code.
    .why = A currency is written in three capital letters.
    .remedy = Write for example EUR, USD or CHF.

process-unknown-evidence = Step “{ $step }” does not ask for the evidence “{ $evidence }”.
    .why = The evidence that closes this step is: { $known }.
    .remedy = Choose one of them, or add this one to the step.

process-unknown-customer = The hours of “{ $who }” concern nobody.
    .why = No account or sector of the company has this name; the nearest is “{ $nearest }”.
    .remedy = Correct "who", or import that account.

process-unknown-exception-target = “{ $who }” is neither a person, nor a team, nor a kind.
    .why = A day that differs concerns everybody (*), a kind, a team or a person.
    .remedy = Correct "who", or remove the line for everybody.

process-unknown-key = The key “{ $key }” does not exist here.
    .why = The possible keys here are: { $known }.
    .remedy = Write “{ $nearest }” if that is what you meant, or remove the line.

process-unknown-resource-kind = The resource kind “{ $kind }” does not exist.
    .why = The kinds known here are: { $known }.
    .remedy = Correct the code, or declare this kind.

process-unknown-room = Operation “{ $operation }” asks for “{ $room }”, which is not in the workshop.
    .why = Rooms and other shared things are declared in the workshop. Known: { $known }.
    .remedy = Add a [[room]] block to the workshop, or correct the code.

process-unknown-step = Step “{ $step }” comes after “{ $after }”, which does not exist.
    .why = A step can only be fed by a step of the same process.
    .remedy = Correct the code in "after", or add the step.

process-unknown-word = “{ $given }” is not a possible value of “{ $key }”.
    .why = The possible values are: { $known }.
    .remedy = Write “{ $nearest }” if that is what you meant, or another value of the list.

process-unknown-zone = The time zone “{ $given }” does not exist.
    .why = Working hours are read in a zone of the IANA database.
    .remedy = Write for example Europe/Paris.

process-week-expected = “{ $key }” is not a week.
    .why = Due dates are given by ISO week, and some years have no week 53.
    .remedy = Write the week as 2027-W09.

process-whole-number-expected = “{ $key }” must be a whole number.
    .why = It counts units, minutes or days, without decimals.
    .remedy = Write a whole number, without quotes or unit.

process-yield-on-last-step = The last step, “{ $step }”, has a yield.
    .why = The objective counts what enters the last step, where everything goes through.
    .remedy = Remove this yield, or add the step that follows.

process-yield-out-of-range = The yield of step “{ $step }” is { $given }.
    .why = A yield lies above 0 and up to 1: what leaves a step does not exceed what enters it.
    .remedy = Write 0.20 if one unit in five goes further.

process-too-many-questions = The conversation of the operation “{ $operation }” has more than { $most } questions.
    .why = A sheet fits on one page, and beyond { $most } questions people interrogate instead of listening.
    .remedy = Keep the { $most } questions whose answer changes what comes next.

process-scenario-is-draft = The usage scenario of the operation “{ $operation }” has no event or no actor.
    .why = Without what happens, and to whom, it is not a use yet: it stays a draft, and the preparation sheet does not show it.
    .remedy = Say what happens and to whom (form “Conversation”, or in a file: event = "…" and actor = "…").

process-rule-proposal = Proposal taken for a step
process-rule-activity = Activity taken for effectiveness
process-rule-control-first = Control before conversation
process-rule-seekers = Only those who are already searching
process-rule-unbalanced = Unbalanced steps
process-rule-counterpart = Wrong contact, or none
process-rule-at-random = Measuring at random
process-rule-evangelising = Evangelising
process-rule-customer-forgotten = Customer forgotten
process-rule-adoption = Adoption neglected
process-rule-badly-named = Badly named steps
process-rule-signature-last = Signature as the end
process-rule-no-playbook = Operation without a playbook
process-rule-no-scenario = Conversation without a usage scenario
process-rule-no-kind = Counterpart without a kind
process-rule-no-theme = Conversation without a theme
process-rule-no-room = No room to manoeuvre
process-rule-one-language = Text in one language only
process-unjudged-control-first = The process does not say which fields people are asked to fill in, nor what they are for: this rule is not judged.
process-unjudged-adoption = The process does not say who tries it, who coaches, nor what the seller gains: this rule is not judged.

process-lint-proposal = Step “{ $step }” closes when we send a proposal.
    .why = Sending is not customer progress.
    .remedy = Gate it on what the customer has agreed: use, implementation, justification.

process-lint-activity-only = Every indicator counts activity.
    .why = Activity says how much people work, not whether the customer moves forward.
    .remedy = Keep them for the load; also follow customer progress.

process-lint-seekers-only = This process starts once the customer is already searching.
    .why = Those who are not searching yet are the majority, and nobody talks to them.
    .remedy = Add at least one conversation for people who are not searching yet.

process-lint-unbalanced = Step “{ $step }” takes { $share }% of the cycle, { $ratio } times an equal share.
    .why = When one step takes nearly all the time, or nearly none, progress can no longer be read.
    .remedy = Split it, or merge it with its neighbour.

process-lint-no-counterpart = Step “{ $step }” does not say whom to talk to.
    .why = Without a contact, neither the questions nor the usage scenario can be prepared.
    .remedy = Describe at least one conversation of this step: the contact’s role, theme, scenario.

process-lint-no-role = Conversation “{ $operation }” does not say with whom.
    .why = Each contact expects something else: without their role, the theme means nothing.
    .remedy = Say their post at the customer’s and what they are to the deal (form “Conversation”, or in a file: role = … and part = …).

process-lint-no-kind = Conversation “{ $operation }” does not say what “{ $role }” is to the deal.
    .why = One does not speak of the same things to those who gain, those who pay and those who put it in place.
    .remedy = Choose their kind: beneficiary, funder, user, implementer, buyer or influencer (form “Conversation”, or in a file: part = …).

process-lint-no-theme = Conversation “{ $operation }” does not say on what.
    .why = Without the goal this person wants to reach, the seller only talks about the offer.
    .remedy = Name their goal, in their words (form “Conversation”, or in a file: theme = …).

process-lint-implementers-first = Your first conversations are with people who will carry the work, not those who gain or pay.
    .why = Those who implement bear the cost of the change: they do not decide whether it is worth it.
    .remedy = Start with a user or a funder.

process-lint-too-many-indicators = The process follows { $count } indicators, above { $most }.
    .why = When everything is measured, no measure leads to a decision.
    .remedy = Keep those whose decision changes something, remove the others.

process-lint-feature = The theme “{ $theme }” names what you sell, not what this person wants to reach.
    .why = Conversation “{ $operation }” would start from the offer: nobody pays for a feature, they pay for what it lets them do.
    .remedy = Say the goal in their words, as it would stay true without your offer.

process-lint-evangelising = Conversation “{ $operation }” explains the offer but helps nobody picture using it.
    .why = People remember the use they have pictured, not the explanation they have heard.
    .remedy = Attach a goal and a usage scenario, or let a reference customer tell it.

process-lint-no-evidence = No step asks the customer for evidence.
    .why = With nothing from the customer, progress is only the seller’s opinion.
    .remedy = Add a piece of evidence to each step: what the customer does or gives (form “Customer evidence”, or in a file: [[step.evidence]]).

process-lint-customer-forgotten = Nothing in step “{ $step }” comes from the customer.
    .why = A step that we close on our own does not prove that the customer moves forward.
    .remedy = State what the customer does or gives that proves the progress.

process-lint-badly-named = Step “{ $step }” says what we do.
    .why = Two sellers would not place the same deals in this step.
    .remedy = Name what the customer has done, for example “Has named a goal to reach”.

process-lint-signature-last = The process ends at step “{ $step }”, without a first use.
    .why = An order is not yet a served customer: value shows afterwards.
    .remedy = Add a step for first use and confirmed value.

process-lint-no-playbook = Operation “{ $operation }” has no playbook.
    .why = Everybody reinvents what the best already know how to do.
    .remedy = Write its script (playbook) or its checklist.

process-lint-no-scenario = Conversation “{ $operation }” has no usage scenario.
    .why = The preparation sheet has nothing to tell: no event, no actor, no result.
    .remedy = Describe the event, who acts, what they do and the result (form “Conversation”, or in a file: [step.operation.conversation.scenario]).

process-lint-no-room = { $count } operations out of { $all } are mandatory.
    .why = Beyond half, there is no room left to manoeuvre and learn.
    .remedy = Keep what is mandatory for law, money and evidence; recommend the rest.

process-lint-one-language = In step “{ $step }”, the English text is missing for: { $names }.
    .why = Readers of the other language would see French.
    .remedy = Write { "{" } fr = "…", en = "…" { "}" }.

process-design-errors = { COUNT($count) ->
    [one] One design error keeps this from being published.
   *[other] { $count } design errors keep this from being published.
  }
    .why = With it the process cannot serve: the review says where and why.
    .remedy = Mend each error that is shown, then publish.
process-reason-wanted = { COUNT($count) ->
    [one] One remark on the design asks for a reason: { $findings }.
   *[other] { $count } remarks on the design ask for a reason: { $findings }.
  }
    .why = Publishing despite a remark is justified in writing; the reason stays with the version.
    .remedy = Mend what is remarked, let it pass for 90 days with its reason, or say why you publish it so.
process-reason-length = The reason is longer than { $most } characters.
    .why = It is read at a glance beside the version.
    .remedy = Shorten it.
process-waiver-reason = The reason is missing.
    .why = What is let pass must be readable again in 90 days.
    .remedy = Say in a few words why it may stay so.
process-no-such-finding = The review remarks nothing under { $rule }, at this place: “{ $place }”.
    .why = Only what the newest published version makes it remark can be let pass.
    .remedy = Read the design of the process again and take the rule, the step and the operation that it shows.
process-error-not-waived = { $rule } is an error: it cannot be let pass.
    .why = An error makes the process unusable; at this place: “{ $place }”.
    .remedy = Mend it in the process.
