# Processes

## Catalogue
processes-question = How do our customers move forward?
processes-sentence =
    { $count ->
        [one] One process, { $ready ->
            [0] not yet complete at every level.
           *[other] complete at every level.
        }
       *[other] { $n } processes, { $ready ->
            [0] none complete at every level.
            [one] one complete at every level.
           *[other] { $ready } complete at every level.
        }
    }
processes-none = No process has been written yet.
processes-none-why = A process says through which steps a customer moves forward, and what work helps. Start with two steps.
processes-line = { $owner } · { $function } · version { $version }
processes-steps =
    { $count ->
        [one] { $n } step
        *[other] { $n } steps
    }
process-levels-count = { $full } of { $all } levels
process-new = New process
process-new-do = Create and open
process-new-name = Name
process-new-name-hint = What the customer comes for, for example “Renewal”.
process-new-function = Function it serves
process-new-unnamed = Give the process a name.
process-draft-goal = Has named a goal to reach
process-draft-use = Uses it

## A process
process-question = { $name }: how does the customer move forward?
process-back = All processes
process-sentence =
    { $steps ->
        [one] One step
        *[other] { $steps } steps
    }, { $operations ->
        [one] one operation
        *[other] { $operations } operations
    }; owner: { $owner }.
process-levels-full = All seven levels are complete.
process-levels-empty =
    { $count ->
        [one] One level is empty: the process can be planned, but not launched.
       *[other] { $n } levels are empty: the process can be planned, but not launched.
    }
process-level-is-full = complete
process-level-is-empty = empty
process-level-partly = { $filled } of { $total }
process-views = Views of the process
process-view-steps = Steps
process-view-objectives = Objectives
process-view-text = Text
process-view-bill = Bill of actions
process-view-versions = Versions
process-view-uses = Where it is used
process-steps = Customer steps
process-whole = The whole process
process-days =
    { $count ->
        [0] no delay
        [one] { $count } day
        *[other] { $count } days
    }
process-per-unit = { $time } per deal
process-findings =
    { $n ->
        [one] one remark
        *[other] { $count } remarks
    }
process-no-finding = No remark
process-fault = Fault
process-remark = Remark
process-line = line { $line }
process-as = Show as
process-as-graph = Graph
process-as-list = List
process-graph = Graph of the process: Tab goes from box to box, Enter selects one, Delete removes it. The list offers the same actions.
process-lay-out = Tidy up the graph
process-arrow = From { $from } to { $to }
process-door-from = step before
process-door-to = step after
process-evidence = customer evidence
process-automated = automatic
process-fed-by = After: { $steps }
process-closed-by = Customer evidence: { $proof }
process-move-up = Move “{ $name }” up
process-move-down = Move “{ $name }” down
process-chosen = Selection
process-choose = Select a step or an operation to read or edit it.
process-choose-read = Select a step or an operation to read it.
process-add-step = Add a step
process-add-operation = Add an operation
process-new-step = Name of the step, as customer progress (“Has named a goal”)
process-new-operation = Name of the operation
process-add = Add
process-cancel = Cancel
process-remove-step = Delete the step
process-remove-operation = Delete the operation
process-apply = Apply
process-name-fr = Name in French
process-name-en = Name in English
process-yield = Yield
process-yield-hint = From 0 to 1: 0.20 means 20%.
process-yield-of = yield { $yield }
process-lead = Lead time, in days
process-feeding = Comes after
process-what = Step and operation
process-who = Who
process-together = Together: { $kinds }. Can be changed in the text.
process-channel = Channel
process-channel-visit = visit
process-channel-video = video call
process-channel-call = call
process-channel-mail = email
process-channel-desk = desk work
process-or = or { $ways }
process-prepare = Preparation (min)
process-run = Conversation (min)
process-travel = Travel (min)
process-work = Time
process-lot = Lot
process-skill = Skill
process-strength = Room to manoeuvre
process-room-mandatory = mandatory
process-room-recommended = recommended
process-room-free = free
process-units = { $units } in for one out
process-playbook-fr = Playbook in French
process-playbook-en = Playbook in English
process-checklist = Checklist

## Acts
process-did-link = Steps linked.
process-did-unlink = Link removed.
process-did-move = Operation moved.
process-did-change = Changed in the text.
process-did-add = “{ $name }” added.
process-did-remove = “{ $code }” deleted.
process-redo = Redo
process-reading = Still loading: the server has been silent for more than a second.
process-faults =
    { $n ->
        [one] One fault prevents publishing
       *[other] { $count } faults prevent publishing
    }
process-changed = Changed, not published yet
process-as-published = Version { $version } is published, nothing has changed
process-see-difference = See the differences
process-give-up = Discard the changes
process-publish = Publish
process-published = { $name }: version { $version } published.
process-cannot-publish = Correct the faults in the text first.
process-nothing-to-publish = Nothing has changed.
process-meanwhile = Somebody published a version in the meantime.
process-meanwhile-why = Your text is kept. Compare it with the new version to publish over it, or take the new version.
process-keep-mine = Keep mine and compare
process-take-theirs = Take their version
process-other-writing = This text does not write each step as a table of its own.
process-other-writing-why = The steps can be read here and changed in the Text view: nothing is rewritten without you.
process-drawn-before = The text has faults: this is how it last read.
process-drawn-before-why = Steps can be edited again as soon as the text can be read.
process-go-to-fault = Go to the first fault
process-text-of = Text of { $name }

## Versions
process-compare = Compare with
process-version = Version { $version }
process-version-mine = Your text, not published yet
process-version-published = published
process-same = The text is the same as version { $version }.
process-restore = Take the text of version { $version }

## Uses
process-serves = What it serves
process-serves-line = Strategic line: { $line }.
process-serves-none = Serves no strategic line
process-runs-with = Who runs it
process-used-here = Operations here
process-used-there = Other processes
process-used-nowhere = none

## Objectives
objectives-question = What do we have to produce?
objectives-sentence =
    { $count ->
        [one] One objective, written in the text of its process.
        *[other] { $n } objectives, written in the text of their process.
    }
objectives-none = No objective has been written yet.
objectives-none-why = An objective is the first level of a process: without one there is nothing to plan.
objectives-to-processes = Open the processes
objectives-period = From { $from } to { $to } · { $owner }
objectives-load = Can we meet it?
goal-hint = An objective is written here into the text of the process: then publish the version.
goal-none = This process has no objective.
goal-none-why = Without what it is to produce, and by when, there is nothing to plan.
goal-add = Add an objective
goal-add-to = Add an objective: { $name }
goal-new = New objective
goal-change = Change
goal-change-one = Change the objective { $name }
goal-remove = Remove
goal-remove-one = Remove the objective { $name }
goal-did-write = Objective written into the text of the process; it is still to be published.
goal-did-remove = Objective removed from the text: { $name }. It is still to be published.
goal-apply = Write this objective
goal-name = Name of the objective
goal-unit = What it counts
goal-unit-contacts = Contacts
goal-unit-proposals = Proposals
goal-unit-customers = New customers
goal-unit-deals = Deals
goal-unit-revenue = Revenue
goal-unit-margin = Margin
goal-quantity = How many
goal-amount = Amount (€)
goal-average = Average deal (€)
goal-rate = Margin rate (%)
goal-from = From
goal-to = To
goal-owner = Who answers for it
goal-line = Line of the strategy it serves
goal-line-hint = Optional. The cascade gathers under it the objectives that serve it.
goal-no-name = Give this objective a name.
goal-no-day = Choose a day: an objective holds for a period.
goal-not-figure = Enter a number, for example 180,000.
goal-implies = { $count ->
    [one] That is 1 deal
   *[other] That is { $n } deals
  }
goal-implies-bill = The bill of actions will say how many deals come out of them.
goal-implies-not = The number of deals shows here once the objective is complete.
process-unit-contacts = { $amount } contacts
process-unit-proposals = { $amount } proposals
process-unit-customers = { $amount } new customers
process-unit-deals = { $amount } deals
process-unit-revenue = { $amount } of revenue
process-unit-margin = { $amount } of gross margin

## Conversations and design
process-nobody = contact to be named
process-no-theme = theme to be named
process-use = Use: { $actor }. { $event }
process-talk = Conversation
process-with = With
process-theme = Theme
process-part-user = user
process-part-funder = funder
process-part-implementer = sets it up
process-part-buyer = buys
process-scenario = Usage scenario
process-scenario-draft = Usage scenario, draft: it needs an event and an actor
process-no-scenario = No usage scenario yet
process-use-event = Event
process-use-actor = Actor
process-use-actions = What they do
process-use-result = What they get
process-use-before = Before
process-use-after = After
process-questions = Questions
process-minimap = Overview of the graph
process-design = Design review
process-design-sentence =
    { $n ->
        [0] Nothing to report among the rules that can be judged.
        [one] One remark about how the process is designed.
       *[other] { $count } remarks about how the process is designed.
    }
process-design-waived =
    { $n ->
        [one] One is let pass.
       *[other] { $count } are let pass.
    }
process-design-grave =
    { $n ->
        [one] One is an error: the process cannot be used as it is.
       *[other] { $count } are errors: the process cannot be used as it is.
    }
process-design-error = Design error
process-look = Show where
process-not-judged =
    { $n ->
        [one] One rule could not be judged
       *[other] { $count } rules could not be judged
    }

## Reasons to publish, and what is let pass
process-grave =
    { $n ->
        [one] One design error keeps this from being published
        *[other] { $count } design errors keep this from being published
    }
process-grave-publish = Mend the design errors first.
process-reason = Reason
process-reason-missing = Say why, in a few words.
process-reason-title = Why publish it as it is?
process-reason-hint = The review notes what follows. The reason is kept with the version.
process-published-because = Why version { $version } was published as it is:
process-published-by = { $by }, on { $on }.
process-published-with = { $count ->
    [one] Remark left: { $findings }.
   *[other] Remarks left: { $findings }.
  }
process-finding-at = { $name }: { $place }
process-waive = Let pass for 90 days
process-unwaive = Let pass no more
process-waive-title = Let this remark pass
process-waive-hint = It will ask for no reason for 90 days.
process-waived = Let pass until { $until } by { $by }: { $reason }
process-did-waive = { $rule }: let pass for 90 days.
process-did-unwaive = { $rule }: asks for a reason again.
process-draft-goal-proof = Message from the customer naming the goal
process-draft-goal-talk = Conversation on what they want to be able to do
process-draft-goal-role = Who would gain from the change
process-draft-use-proof = First use seen at the customer’s
process-draft-use-talk = Visit after it was put into service
process-draft-use-role = Who uses it
process-draft-reason = First draft, to be completed.

## Conversations and evidence written without the text
process-as-talks = Conversations
process-in-fr = { $label } (French)
process-in-en = { $label } (English)
process-role = Post at the customer’s
process-role-hint = The post of the person at the customer’s, not a name: “production manager”.
process-part = What they are to the deal
process-part-beneficiary = gains from it
process-part-influencer = advises
process-part-other = not said yet: to be chosen
process-goal = Goal
process-theme-hint = The goal this person would pay to reach, in their own words: not a feature of the offer.
process-scenario-hint = One use told in a few lines. Without an event or an actor it stays a draft that nobody is shown.
process-questions-hint = Open ones, { $most } at most.
process-question-at = Question { $place }
process-question-add = Add a question
process-question-remove = Take question { $place } away
process-talk-apply = Write it into the process
process-talk-unwritten = Not yet written into the process.
process-talk-give-up = Back to what is written
process-talk-change = Change this conversation
process-talk-write = Say with whom and on what
process-talk-none = No conversation
process-talk-desk = Work without a conversation with the customer.
process-talks-hint = Open an operation to say with whom, to what end and with which questions. Desk work can do without.
process-talks-read = Open an operation to read with whom, to what end and with which questions.
process-step-without-work = No operation. Choose this step, then “Add an operation”.
process-did-talk = Conversation written into the text.
process-did-proofs = Evidence written into the text.
process-proofs = Customer evidence
process-proofs-hint = What the customer gives or does. Any one of them closes the step.
process-proofs-none = Nothing says yet what, coming from the customer, closes this step.
process-proofs-apply = Apply to the evidence
process-proof-at = Evidence { $place }
process-proof-what = What the customer gives or does
process-proof-days = Valid, in days
process-proof-days-hint = Empty: it does not lapse.
process-proof-days-wrong = A whole number of days, 1 or more, or nothing.
process-proof-remove = Take evidence { $place } away
process-proof-add = Add evidence
process-wait = Wait before, in working days
process-wait-hint = 0: right after the operation before.
process-check-at = Point { $place }
process-check-add = Add a point
process-check-remove = Take point { $place } away

## A scenario written into the process
process-did-scenario = Scenario “{ $name }” written into your text.
process-scenario-written = The scenario “{ $name }” is written into your text, not yet published.
process-scenario-nothing = The scenario “{ $name }” changes nothing in the process.
process-scenario-reason = Kept because: { $reason }
process-scenario-next = Read the difference again, then publish, or give the changes up: the plan follows a published version only.
process-scenario-left = What is not written in a process:
process-scenario-yield = “{ $name }”: yield { $from } → { $to }
process-scenario-lead = “{ $name }”: lead time { $from } → { $to } days
process-scenario-prepare = “{ $name }”: preparation { $from } → { $to }
process-scenario-run = “{ $name }”: conversation { $from } → { $to }
process-scenario-travel = “{ $name }”: travel { $from } → { $to }
process-scenario-automated = “{ $name }”: automated
process-scenario-kinds = “{ $name }”: done by other people
process-scenario-people =
    { $count ->
        [one] one more person ({ $kind }), to be put down in the teams
       *[other] { $count } more people ({ $kind }), to be put down in the teams
    }
process-scenario-hours = { $time } more each week ({ $kind }), to be put down in the teams
process-scenario-subcontract = a share given to “{ $code }”, to be settled with that partner
process-scenario-missing = “{ $code }”, which the process does not have any more
process-scenario-to-teams = Open the teams
process-scenario-gone = This scenario is not in the list any more.
process-scenario-gone-why = Somebody took it out. The process is as it was.
process-to-scenarios = See the scenarios

## Counterparts and themes
roles-title = Counterparts and themes
roles-sentence = { $roles ->
    [0] No counterpart is named in the processes.
    [one] One counterpart, { $themes } themes: what each wants to reach, and where it is talked about.
   *[other] { $n } counterparts, { $themes } themes: what each wants to reach, and where it is talked about.
  }
roles-kind-beneficiary = Beneficiaries
roles-kind-funder = Funders
roles-kind-user = Users
roles-kind-implementer = Implementers
roles-kind-buyer = Buyers
roles-kind-influencer = Influencers
roles-kind-other = Kind not said yet
roles-other-why = A conversation whose counterpart has no kind can no longer be published: say what they are to the deal.
roles-no-theme = Without a theme
roles-used = In
roles-none-why = A conversation of a process says with whom, and what that person wants to reach.
process-themes-of = What { $role } wants to reach, as the other conversations say:
process-themes-none = Choose the counterpart first: their known themes are offered here.
