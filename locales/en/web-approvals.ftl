# Deals to confirm, and my function

approvals-question = Which won deals are to be confirmed?
approvals-sentence =
    { $count ->
        [0] No won deal waits since that day.
        [one] One won deal waits to be confirmed.
       *[other] { $n } won deals wait to be confirmed.
    }
approvals-many = More than { $n } won deals wait: choose the day from which you confirm them.
approvals-rule = Whoever recorded a deal, leads it or wrote down a conversation about it does not confirm it.
approvals-by-finance = Finance confirms them: a deal with its evidence from the customer does not wait long.
approvals-none = No won deal waits.
approvals-none-why = As soon as a deal is won, it waits here for somebody else to confirm it; it comes back when its amount, its customer or its day changes.
approvals-none-next = See the deals
approvals-from = Won from
approvals-show = Show
approvals-older = The next ones
approvals-column-deal = Deal
approvals-column-amount = Amount
approvals-column-closed = Won on
approvals-column-recorded = Recorded by
approvals-column-evidence = Evidence from the customer
approvals-column-state = Verdict
approvals-evidence = evidence
approvals-no-evidence = no evidence
approvals-lapsed = Verdict lapsed: { $changes }
approvals-judge-of = Give a verdict on { $name }
approvals-choose = Choose { $name }
approvals-choose-all = Choose the { $count } deals that I may confirm here
approvals-choose-none = Choose none
approvals-chosen = Deals that are chosen
approvals-chosen-count =
    { $count ->
        [one] One deal chosen
       *[other] { $count } deals chosen
    }
approvals-judge-all =
    { $count ->
        [one] Give a verdict on the deal that is chosen
       *[other] Give a verdict on the { $count } deals that are chosen
    }
approvals-all-title =
    { $count ->
        [one] Does this order exist?
       *[other] Do these { $count } orders exist?
    }
approvals-all-list = The deals that are chosen
approvals-all-without =
    { $count ->
        [one] one without evidence from the customer
       *[other] { $count } without evidence from the customer
    }
approvals-all-reason-needed = The same for all of them, and to be said: for some, nothing comes from the customer. What have you seen?
approvals-all-bare =
    { $count ->
        [one] One of these deals has no evidence from the customer: say what you have seen.
       *[other] { $count } of these deals have no evidence from the customer: say what you have seen.
    }
approvals-all-refusal = Say why you refuse them.
approvals-all-did-confirmed =
    { $count ->
        [one] One order confirmed.
       *[other] { $count } orders confirmed.
    }
approvals-all-did-refused =
    { $count ->
        [one] One order refused.
       *[other] { $count } orders refused.
    }

confirm-heading = Confirmation of the order
confirm-open = Give a verdict
confirm-title = Is there such an order? { $name }
confirm-no-amount = no amount said
confirm-won-on = won on { $day }
confirm-no-day = no day said
confirm-changed = Changed since the last verdict: { $changes }.
confirm-changed-amount = the amount
confirm-changed-customer = the customer
confirm-changed-day = the day
confirm-changed-standing = reopened, then won again
confirm-evidence =
    { $count ->
        [one] The customer gave one piece of evidence
       *[other] The customer gave { $count } pieces of evidence
    }
confirm-evidence-none = No evidence from the customer
confirm-evidence-count =
    { $count ->
        [0] no evidence from the customer
        [one] one piece of evidence
       *[other] { $count } pieces of evidence
    }
confirm-kind-conversation = Conversation
confirm-kind-order = Action declared
confirm-kind-file = File
confirm-reason = Reason
confirm-reason-hint = To be said for a refusal.
confirm-reason-needed = To be said: nothing comes from the customer. What have you seen?
confirm-give = Confirm
confirm-refuse = Refuse
confirm-did-confirmed = { $name }: order confirmed.
confirm-did-refused = { $name }: order refused.
confirm-did-back = { $name }: verdict taken back, the deal waits again.
confirm-back = Take my verdict back
confirm-state-waiting = waits to be confirmed
confirm-state-confirmed = confirmed
confirm-state-refused = refused
confirm-state-lapsed = waits again
confirm-said-waiting = Recorded by { $who }, { $when }; somebody else has to confirm it.
confirm-said-confirmed = Confirmed by { $who }, { $when }.
confirm-said-refused = Refused by { $who }, { $when }. Correct the deal or have what is missing attached: it can then be judged again.
confirm-said-lapsed = The verdict of { $who }, { $when }, holds no more. What changed: { $changes }.
confirm-barred-recorded = You recorded it: somebody else confirms it.
confirm-barred-leads = You lead this deal: somebody else confirms it.
confirm-barred-captured = You held or wrote down a conversation, or added a file: somebody else confirms it.
confirm-verdict-confirmed = Confirmed
confirm-verdict-refused = Refused
confirm-verdict-withdrawn = Verdict taken back
confirm-history =
    { $count ->
        [one] One verdict given
       *[other] { $count } verdicts given
    }

function-question = What is waiting for my function?
function-answer = { $count ->
    [0] Nothing is waiting for your function ({ $roles }).
    [one] One thing is waiting for your function ({ $roles }).
   *[other] { $n } things are waiting for your function ({ $roles }).
  }
function-pending = What waits
function-pending-none = Nothing that the program knows of waits for the approval of your function.
function-deals =
    { $count ->
        [0] No won deal to confirm
        [one] One won deal to confirm
       *[other] { $n } won deals to confirm
    }
function-deals-others =
    { $count ->
        [0] No won deal waits for finance
        [one] One won deal waits for finance
       *[other] { $n } won deals wait for finance
    }
function-retention =
    { $count ->
        [0] Nobody whose term of keeping is over
        [one] One person whose term of keeping is over
       *[other] { $n } people whose term of keeping is over
    }
function-gate-open = Works council consulted on { $day }
function-gate-shut = The consultation of the works council is not recorded
function-pages = What my rights open
function-no-page = Your rights open no other page.
function-no-page-why = An administrator can give you one more role.
