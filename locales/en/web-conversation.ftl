# web-conversation

## Sheet
sheet-question = How do I prepare { $customer }?
sheet-question-any = How do I prepare this conversation?
sheet-back = My day
sheet-print = Print the sheet
sheet-when = { $day } at { $hour }
sheet-no-hour = No hour set
sheet-aim = Aim: “{ $step }”
sheet-theme = Theme: { $theme }
sheet-who = With whom
sheet-nobody = Nobody is known at this customer yet.
sheet-role = Expected role: { $role }
sheet-others = Also at this customer: { $names }.
sheet-promises = Open promises
sheet-goal = Their goal, in their words
sheet-quoted = “{ $text }”
sheet-said = Said on { $day }
sheet-said-by = Said by { $by }, { $day }
sheet-no-goal = The customer has not said their goal yet: ask for it first.
sheet-scenario = Usage scenario
sheet-scenario-event = Event
sheet-scenario-actor = Who
sheet-scenario-actions = Does
sheet-scenario-result = Result
sheet-before = Before:
sheet-after = After:
sheet-questions = { $count ->
    [one] The question to ask
   *[other] The { $count } questions to ask
  }
sheet-proof = Evidence wanted from the customer
sheet-wanted = to obtain
sheet-wanted-days = to obtain, valid { $days } days
sheet-had = received { $day }
sheet-lapsed = lapsed since { $day }
sheet-no-proof = No evidence is wanted at this step.
sheet-checklist = Not to forget
sheet-last = Last conversation: { $day }, { $result }.
sheet-after-it = After the conversation
sheet-noted = It is noted
sheet-read-only = You can read this sheet. Noting the conversation is for whoever holds it.
sheet-no-order = No action is chosen.
sheet-no-order-why = A sheet prepares an action of the day: open it from your day.

## Capture
capture-goal = Their goal, in their words
capture-goal-before = Said before: “{ $text }”
capture-promises = Promises
capture-ours = We promised
capture-theirs = The customer promised
capture-ours-add = We promised…
capture-theirs-add = The customer promised…
capture-ours-example = Send the scrap study
capture-theirs-example = Gather the workshop team
capture-what = What is promised
capture-for = For
capture-remove = Remove this promise
capture-evidence = Evidence
capture-photo = Photo
capture-file = File
capture-mail = Email
capture-mail-label = Paste the customer’s email here
capture-evidence-none = Just an attachment
capture-evidence-kind = What it proves
capture-size = { $size } kB
capture-file-remove = Remove { $name }
capture-too-big = More than 8 MB: { $names }. Make the file smaller, or attach a photo of it.
capture-next = Next date
capture-near = { $field }: near dates
capture-in = { $days ->
    [1] Tomorrow
    [2] 2 days
    [3] 3 days
    [7] 1 week
    [14] 2 weeks
    [30] 1 month
   *[other] { $days } days
  }
capture-more = Contact, day, length, note
capture-contact = With whom
capture-contact-none = Not said
capture-held = Day of the conversation
capture-held-hint = Empty: today.
capture-minutes = Length, in minutes
capture-minutes-hint = Empty: the planned length.
capture-note = Note to yourself
capture-outcome = Save: how did the conversation go?
capture-as-progress = The customer moves on
capture-as-no-progress = No progress
capture-as-disqualified = Stop this deal
capture-said = Conversation with { $customer } saved.
capture-of = Conversation with { $customer }
capture-file-of = File { $name }, { $customer }
capture-waiting = Conversation with { $customer }: kept here, will leave with the network.
sheet-waits = Waiting for the network
sheet-waits-why = What you typed is kept on this device. It will leave once, as soon as the network is back.
capture-took = Noted in { $seconds } s.
capture-kept = What you typed before is still here.
capture-start-again = Start again
capture-cut = The network is cut.
capture-cut-why = Nothing is lost: what you typed stays here, on this device, and will count once.
capture-look = Something above needs another look. What you typed is kept.
capture-confirm = This length is meant
capture-slow = Sending: the server takes more than a second to answer.

## Results
result-progress = the customer moves on
result-no-progress = no progress
result-disqualified = deal stopped

## Acts
act-done = Note: { $customer }
act-postpone = Postpone: { $customer }
act-refuse = Refuse: { $customer }
act-sheet = Open the preparation sheet
desk-what = Nobody to quote: just say that it is done.
desk-do = It is done
desk-said = Done: { $title }.
desk-planned = Empty: { $length }, as planned.
desk-not-minutes = Give a whole number of minutes.
defer-until = Postpone to
defer-reason = Why?
defer-reason-hint = The reason will show on the line, and changes the suggestions.
defer-usual = Usual reasons
defer-because-away = On leave
defer-because-asked = The customer asked for it
defer-because-unreached = Cannot be reached
defer-because-waiting = Waiting for an answer
defer-because-useless = Of no use at this stage
defer-no-day = Choose the day.
defer-no-reason = Give the reason, even in two words.
defer-do-postponed = Postpone
defer-do-refused = Refuse
defer-said-postponed = { $customer }: postponed to { $day }.
defer-said-refused = { $customer }: refused, removed from the day.

## Promises
promise-ours = By us
promise-theirs = By the customer
promise-ours-none = We owe nothing.
promise-theirs-none = The customer owes nothing.
promise-for = for { $day }
promise-past = overdue since { $day }
promise-no-day = no date
promise-kept = kept
promise-broken = not kept
promise-dropped = dropped

## Conversation held
held-question = What was said with { $customer }?
held-question-any = What was said?
held-next = Next date: { $day }.
held-evidence = Evidence: { $name }, { $day }.
held-sheet = See the sheet
held-undo = Undo this capture
held-none = No conversation is chosen.
held-none-why = Open one from your day, or from the page of a customer.

## Letter
letter-title = Confirmation letter
letter-what = A draft to read again: nothing leaves without you.
letter-language = Language of the letter
letter-subject = Subject
letter-body = Text
letter-mail = Open in your mail
letter-mail-to = Write to { $to }
letter-copy = Copy
letter-copied = Copied.
letter-not-copied = The browser keeps the clipboard: select the text and copy it.

## Relationship and timeline
health-title = Health of the relationship
health-solid = Solid
health-fair = Fair
health-weak = Weak
health-none = Not established yet
health-points = { $points } points out of { $most }
health-of = { $points } of { $most }
timeline-title = What happened
timeline-conversation = Conversation
timeline-promise = Promise
timeline-evidence = Evidence
timeline-step = Step
timeline-case = Deal
timeline-none = Nothing has happened here yet.
timeline-none-why = Conversations, promises and evidence write themselves here as you note them.

## Flow
flow-question = Where do my conversations stand?
flow-answer = { $held ->
    [0] No conversation held
    [one] { $held } conversation held
   *[other] { $held } conversations held
  } in 30 days, { $due } to come; { $promised ->
    [0] no open promise
    [one] { $promised } open promise
   *[other] { $promised } open promises
  }, { $overdue ->
    [0] none overdue
    [one] { $overdue } of them overdue
   *[other] { $overdue } of them overdue
  }; { $silent ->
    [0] no silent customer
    [one] { $silent } silent customer
   *[other] { $silent } silent customers
  }.
flow-first = The { $shown } most pressing customers, of { $total }.
flow-whose = Conversations of { $name }
flow-show = What is shown
flow-show-all = All
flow-show-overdue = Overdue promise
flow-show-silent = Silent
flow-show-due = To come
flow-show-held = Held
flow-show-none = No customer is in this case.
flow-show-every = See every customer
flow-account = Customer
flow-held = Held
flow-held-none = Nothing for 30 days
flow-due = To come
flow-due-none = Nothing planned
flow-no-day = no date
flow-promised = Promised
flow-promised-none = No open promise
flow-silent-days = { $days } days without a conversation
flow-none = No conversation to show.
flow-none-why = What was held, is planned and was promised with each customer reads here. Note the first from your day.
settle-open = Settle
settle-of = What becomes of the promise “{ $what }”?
settle-kept = Kept
settle-broken = Not kept
settle-dropped = Dropped
settle-moved = Other date
settle-day = New date
settle-move = Set this date
settle-said-kept = Promise kept: { $what }.
settle-said-broken = Promise not kept: { $what }.
settle-said-dropped = Promise dropped: { $what }.
settle-said-moved = New date: { $what }.

## Calendar
agenda-question = What does this week hold for me?
agenda-answer = { $week }, from { $day }: { $count ->
    [0] no action
    [one] { $count } action
   *[other] { $count } actions
  }, { $hours }.
agenda-choices = Person and week
agenda-before = Week before
agenda-after = Week after
agenda-this = Week the plan opens
agenda-none = Nothing is planned this week.
agenda-none-why = The plan placed no action of { $name } on these days.
agenda-day-none = Nothing planned.
agenda-held = done
agenda-feed = In your calendar
agenda-feed-what = Your appointments in the calendar of your phone or your mail, kept up to date as the plan changes. Or once, as a file:
agenda-feed-file-what = These appointments as a file, for another calendar:
agenda-feed-address = Secret address of your appointments
agenda-feed-file = Download (.ics)
agenda-feed-not-copied = The browser keeps the clipboard: the address is selected, copy it with Ctrl+C.
agenda-feed-make = Make my address
agenda-feed-none = You paste this address into “Subscribe to a calendar” or “Add by URL”. It shows only your appointments and lets nobody change any.
agenda-feed-made = Here is the address of your appointments.
agenda-feed-once = Copy it now: it will not be shown again. Whoever knows it reads your appointments; give it to your calendar only.
agenda-feed-there = Your address is active since { $made }, until { $ends }.
agenda-feed-read = A calendar read it on { $seen }.
agenda-feed-unread = No calendar has read it yet.
agenda-feed-another = Make another one
agenda-feed-another-why = Lost, or seen by others? Replace it: the former one opens nothing from then on.
agenda-feed-withdraw = Withdraw it
agenda-feed-withdrawn = The address of your appointments is withdrawn.

## Time given back
give-question = What does the time I enter give back?
give-month = Month
give-month-before = Month before
give-month-after = Month after
give-answer = { $entered } entered, { $returned } given back.
give-entered = Entered
give-returned = Given back
give-lines = What is given back
give-what = Given back by
give-count = Times
give-each = Minutes saved each time
give-each-of = Minutes saved each time: { $what }
give-time = Given back
give-sheet = Preparation sheets opened
give-letter = Letters drafted, copied or opened
give-unsaid = Say below what each sheet and each letter saves you: only you can tell.
give-captures = { $count ->
    [0] No capture this month.
    [one] { $count } capture this month, { $length } in all.
   *[other] { $count } captures this month, { $length } in all.
  }
give-pace = The time a capture takes
give-pace-median = { $count ->
    [one] { $seconds } s from opening to sent, for the only capture made with this browser.
   *[other] { $seconds } s from opening to sent: the median of your last { $count } captures with this browser.
  }
give-pace-none = No capture was made with this browser yet.
give-how = Measured and kept by this browser alone: nobody else reads it, and the server knows nothing of it. A form left open for more than thirty minutes does not count.
