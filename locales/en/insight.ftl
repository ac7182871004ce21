# insight
insight-diagnosis = Diagnosis as of { $day }, on { COUNT($cases) ->
    [one] { $cases } deal
   *[other] { $cases } deals
}.
insight-none-named = Not filled in
insight-yield = Yield: { COUNT($part) ->
    [one] { $part } deal
   *[other] { $part } deals
} won out of { $n } closed, { $share } (between { $low } and { $high }).
insight-yield-insufficient = Yield: insufficient; closed deals: { $n }, needed: { $needed }.
insight-won-days = Cycle time of won deals: half within { $median } days (between { $low } and { $high }), a quarter within { $q1 }, three quarters within { $q3 }; mean { $mean } days, on { $n } deals.
insight-won-days-insufficient = Cycle time of won deals: insufficient; dated deals: { $n }, needed: { $needed }.
insight-lost-days = Cycle time of lost deals: half within { $median } days (between { $low } and { $high }), a quarter within { $q1 }, three quarters within { $q3 }; mean { $mean } days, on { $n } deals.
insight-lost-days-insufficient = Cycle time of lost deals: insufficient; dated deals: { $n }, needed: { $needed }.
insight-age-days = Age of open deals: half are { $median } days old at most (between { $low } and { $high }), a quarter { $q1 }, three quarters { $q3 }; mean { $mean } days, on { $n } deals.
insight-age-days-insufficient = Age of open deals: insufficient; dated deals: { $n }, needed: { $needed }.
insight-worth = Value: { $won } won in { $deals } deals, { $average } a deal (between { $low } and { $high }).
insight-worth-insufficient = Value: { $won } won; too few deals for an average (deals: { $deals }, needed: { $needed }).
insight-worth-open = Value in progress: { $open } expected from { COUNT($n) ->
    [one] { $n } deal
   *[other] { $n } deals
}.
insight-step-yield = Step “{ $step }”: { COUNT($part) ->
    [one] { $part } deal
   *[other] { $part } deals
} out of { $n } went through, { $share } (between { $low } and { $high }).
insight-step-yield-insufficient = Step “{ $step }”, yield: insufficient; known outcomes: { $n }, needed: { $needed }.
insight-step-days = Step “{ $step }”: half stay { $median } days at most (between { $low } and { $high }), a quarter { $q1 }, three quarters { $q3 }; mean { $mean } days, on { $n } stays.
insight-step-days-insufficient = Step “{ $step }”, time: insufficient; completed stays: { $n }, needed: { $needed }.
insight-step-back = Step “{ $step }”, returns to an earlier step: { $back }.
insight-missing-stage-history = Yield and time per step not measured: the source keeps no stage history (deals: { $count }).
insight-missing-process = Yield and time per step not measured: no process tells the order of the steps (passages: { $count }).
insight-missing-working-times = Times of operations and load not measured: no working time is declared (deals: { $count }).
insight-missing-cycle-dates = Cycle time not measured, for lack of the day of entry or of outcome; closed deals concerned: { $count }.
insight-missing-reversed-dates = Cycle time not measured, the outcome coming before the entry; closed deals concerned: { $count }.
insight-missing-future-dates = Cycle time or age not measured, the dates being after the day of the diagnosis; deals concerned: { $count }.
insight-missing-entry-date = Age not measured, for lack of the day of entry; open deals concerned: { $count }.
insight-missing-won-value = Value not measured, for lack of the amount; won deals concerned: { $count }.
insight-missing-open-value = Value in progress not measured, for lack of the expected amount; deals concerned: { $count }.
insight-missing-open-account = Account unknown; open deals absent from figures by customer: { $count }.
insight-missing-owner = Owner empty or unknown; deals counted apart: { $count }.
insight-missing-product = Product empty or unknown; deals counted apart: { $count }.
insight-missing-foreign-passages = Passages not read, their deal being unknown or their step absent from the process: { $count }.
insight-missing-reversed-passages = Time not measured, the exit coming before the entry; passages concerned: { $count }.
insight-indicator-contacts = Contacts
insight-indicator-contacts-decision = How many new contacts to launch this week
insight-indicator-contacts-planned = Contacts that the actions of the plan in force launch, on the planned day of the first action of the entry step; outside the days of the plan, objectives in contacts, spread over their weeks
insight-indicator-proposals = Proposals
insight-indicator-proposals-decision = Where to put sellers’ time before the customer decides
insight-indicator-proposals-planned = Deals that the plan in force brings into the last step but one, on the planned day of its first action; outside the days of the plan, objectives in proposals, spread over their weeks
insight-indicator-customers = New customers
insight-indicator-customers-decision = Balance between winning new customers and developing existing ones
insight-indicator-customers-planned = Objectives in new customers; failing these, in a process that wins customers, one planned deal is one new customer
insight-indicator-deals = Deals won
insight-indicator-deals-decision = Keep the objective or revise it
insight-indicator-deals-planned = Deals of the objectives, written or implied by their amount, due on the Friday of the week written; with no week written, spread over the weeks of the objective, cumulated quantities rounded up
insight-indicator-revenue = Revenue won
insight-indicator-revenue-decision = Keep the objective or revise it
insight-indicator-revenue-planned = Revenue of the objectives, in proportion to the deals due; an objective in deals counts at its average deal, a margin objective is divided by its rate
insight-indicator-margin = Margin won
insight-indicator-margin-decision = Choice of deals and discount limits
insight-indicator-margin-planned = Margin of the objectives, in proportion to the deals due; an objective in deals counts at its average deal and margin rate
insight-indicator-yield = Yield
insight-indicator-yield-decision = Which conversation to work on first
insight-indicator-yield-planned = Yield written in the process sheet; for the whole, the product of the yields of the steps
insight-indicator-lead-time = Median lead time
insight-indicator-lead-time-decision = When to launch so that dates are met
insight-indicator-lead-time-planned = Lead time written in the process sheet; for the whole, the sum of the lead times of the steps
insight-indicator-load-ratio = Load over capacity
insight-indicator-load-ratio-decision = Add people, shift or lighten
insight-indicator-load-ratio-planned = Nothing else: load and capacity already come from the plan
insight-indicator-adherence = Schedule adherence
insight-indicator-adherence-decision = What prevents actions from being done on their day
insight-indicator-adherence-planned = Nothing else: each action is compared with the day that the plan gives it
insight-unplanned-no-plan = The plan in force has no action on these days, and no objective counts this.
insight-unplanned-no-objective = No objective of the process covers these days.
insight-unplanned-no-customers = No objective of these days counts new customers.
insight-unplanned-no-deal = An objective of these days has no average deal or no margin rate: it cannot be converted.
insight-unplanned-currencies = The objectives of these days are in several currencies, which do not add up.
insight-unplanned-no-standard = The process sheet says nothing of it: the last step has no yield, and steps in several branches have neither a single yield nor a single lead time.
insight-unplanned-of-the-plan = This indicator measures the plan itself: nothing else is planned.
insight-unknown-event = The event “{ $event }” does not exist.
    .why = A formula counts only these events: { $known }.
    .remedy = Replace it with one of them.
insight-formula-unreadable = The formula “{ $formula }” cannot be read.
    .why = A formula is written like count(case-won) / count(case-closed), sum(case-won, value) or median(case-won, days).
    .remedy = Write it again on one of these models.
insight-indicator-defined-twice = The indicator “{ $indicator }” is defined twice.
    .why = One definition per indicator guarantees the same value on every screen.
    .remedy = Keep one definition, or give the second another name.
insight-unknown-step = The indicator “{ $indicator }” names the step “{ $step }”, which the process does not have.
    .why = An indicator of a step can only follow a step of its process.
    .remedy = Correct the code of the step.
insight-mixed-currencies = The indicator “{ $indicator }” adds amounts of several currencies.
    .why = Without an exchange rate their sum has no meaning.
    .remedy = Follow one currency at a time, or convert the amounts at import.
insight-nothing-accepted = No standard was chosen.
    .why = A new version of the process changes at least one standard.
    .remedy = Choose at least one proposal.
insight-nobody-accepts = The name of the person who accepts is missing.
    .why = A standard changes only by a person’s decision.
    .remedy = Say who accepts.
insight-standard-accepted-twice = The standard “{ $name }” is accepted twice.
    .why = Two values for one standard would contradict each other.
    .remedy = Keep a single proposal for this standard.
insight-standard-moved = The standard “{ $name }” is no longer the one the proposal was made against.
    .why = The process has changed since the measure, or the measured value cannot be a standard.
    .remedy = Run the diagnosis again on the present version of the process.
