# web-conversation

## Sheet
sheet-question = How do I prepare { $customer }?
sheet-question-any = How do I prepare this conversation?
sheet-back = My day
sheet-print = Print the sheet
sheet-when = { $day } at { $hour }
sheet-no-hour = No set time
sheet-aim = Aim: “{ $step }”
sheet-theme = Theme: { $theme }
sheet-who = With whom
sheet-nobody = Nobody is known at this customer yet.
sheet-role = Expected role: { $role }
sheet-others = Also at this customer: { $names }.
sheet-promises = Open promises
sheet-goal = Their goal, in their own words
sheet-quoted = “{ $text }”
sheet-said = Said on { $day }
sheet-said-by = Said by { $by }, { $day }
sheet-no-goal = The customer has not stated a goal yet: ask for it first.
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
sheet-proof = Evidence expected from the customer
sheet-wanted = to be obtained
sheet-wanted-days = to be obtained, valid for { $days } days
sheet-had = received on { $day }
sheet-lapsed = expired on { $day }
sheet-no-proof = No evidence is expected at this step.
sheet-checklist = Do not forget
sheet-last = Last conversation: { $day }, { $result }.
sheet-after-it = After the conversation
sheet-noted = Logged
sheet-read-only = You can read this sheet. Only the person holding the conversation can log it.
sheet-no-order = No action is chosen.
sheet-no-order-why = A sheet prepares one of the day’s actions: open it from your day.

## Capture
capture-goal = Their goal, in their own words
capture-goal-before = Said before: “{ $text }”
capture-promises = Promises
capture-ours = We promised
capture-theirs = The customer promised
capture-ours-add = We promised…
capture-theirs-add = The customer promised…
capture-ours-example = Send the scrap study
capture-theirs-example = Get the workshop team together
capture-what = What is promised
capture-for = By
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
capture-near = { $field }: nearby dates
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
capture-with = With { $name }
capture-contact-none = Not specified
capture-held = Day of the conversation
capture-held-hint = Leave empty for today.
capture-minutes = Length, in minutes
capture-minutes-hint = Leave empty for the planned length.
capture-note = Note to yourself
capture-outcome = Save: how did the conversation go?
capture-as-progress = The customer moves on
capture-as-no-progress = No progress
capture-as-disqualified = Stop this deal
capture-said = Conversation with { $customer } saved.
capture-of = Conversation with { $customer }
capture-file-of = File { $name }, { $customer }
capture-waiting = Conversation with { $customer }: kept here, will be sent when the network is back.
sheet-waits = Waiting for the network
sheet-waits-why = Your entry is kept on this device. It will be sent once only, as soon as the network is back.
capture-took = Logged in { $seconds } s.
capture-kept = What you typed earlier is still here.
capture-start-again = Start over
capture-cut = You are offline.
capture-cut-why = Nothing is lost: what you typed stays here, on this device, and will count only once.
capture-look = Something above needs another look. What you typed is kept.
capture-confirm = Yes, this length is right
capture-slow = Sending: the server has been silent for more than a second.

## Unplanned conversation
note-do = Note a conversation
note-question = What was said with { $name }?
note-question-any = Whom did you speak with?
note-what = A call taken, a chance meeting: nothing was planned, and it counts as a planned conversation does. It is read on the account and in your day.
note-whom = Choose the company first.
note-back = Back
note-way = By which means
note-minutes-hint = Leave empty for a quarter of an hour.
note-deal = About
note-no-deal = No deal in particular
note-evidence = Evidence the customer gave
note-evidence-hint = Those that the step of the deal asks for.
note-no-evidence = None
note-not-yours = Conversations are noted by whoever holds them.
note-not-yours-why = Your login is that of nobody in the workshop, or your role notes no conversation. Those that were noted are read in Conversations.

## Results
result-progress = the customer moves on
result-no-progress = no progress
result-disqualified = deal stopped

## Acts
act-done = Log: { $customer }
act-postpone = Postpone: { $customer }
act-refuse = Refuse: { $customer }
act-sheet = Open the preparation sheet
desk-what = Nobody to quote here: just say that it is done. It cannot be undone.
desk-do = Mark as done
desk-said = Done: { $title }.
desk-planned = Leave empty for { $length }, as planned.
desk-not-minutes = Enter a whole number of minutes.
defer-until = Postpone to
defer-reason = Why?
defer-reason-hint = The reason will show on the line and changes the suggestions.
defer-usual = Common reasons
defer-because-away = On leave
defer-because-asked = The customer asked for it
defer-because-unreached = Unreachable
defer-because-waiting = Waiting for an answer
defer-because-useless = No use at this stage
defer-no-day = Choose a day.
defer-no-reason = Give a reason, even in two words.
defer-do-postponed = Postpone
defer-do-refused = Refuse
defer-said-postponed = { $customer }: postponed to { $day }.
defer-said-refused = { $customer }: refused, removed from the day.

## Promises
promise-ours = By us
promise-theirs = By the customer
promise-ours-none = We owe nothing.
promise-theirs-none = The customer owes nothing.
promise-for = by { $day }
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
held-account = See the account
held-sheet = See the sheet
held-undo = Undo this entry
held-none = No conversation is chosen.
held-none-why = Open one from your day, or from a customer’s page.

## Letter
letter-title = Confirmation letter
letter-what = A draft to check: nothing is sent without you.
letter-prepare = Draft the letter
letter-language = Language of the letter
letter-subject = Subject
letter-body = Text
letter-mail = Open in your email
letter-mail-to = Write to { $to }
letter-copy = Copy
letter-copied = Copied.
letter-not-copied = The browser refused access to the clipboard: select the text and copy it.

## Relationship and timeline
health-title = Health of the relationship
health-solid = Solid
health-fair = Fair
health-weak = Weak
health-none = Not established yet
health-points = { $points } points out of { $most }
health-of = { $points } out of { $most }
timeline-title = What happened
timeline-conversation = Conversation
timeline-promise = Promise
timeline-evidence = Evidence
timeline-step = Step
timeline-case = Deal
timeline-merge = Merge
timeline-none = Nothing has happened here yet.
timeline-none-why = Conversations, promises and evidence appear here by themselves as you log them.

## Lapsed proofs
lapsed-since = Evidence lapsed since { $day }
lapsed-what = { $evidence } (step “{ $step }”).
lapsed-do = Get new evidence at the next conversation; otherwise take the deal back to the step “{ $step }”, where it falls.
lapsed-do-stay = Get new evidence at the next conversation: this is the first step, so the deal stays there.

## Flow
flow-question = Where do my conversations stand?
flow-answer =
    { $held ->
        [0] No conversation held
        [one] { $held } conversation held
       *[other] { $held } conversations held
    } in 30 days, { $due } upcoming; { $promised ->
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
flow-first = The { $shown } most pressing customers, out of { $total }.
flow-whose = Conversations of { $name }
flow-show = What is shown
flow-show-all = All
flow-show-overdue = Overdue promise
flow-show-silent = Silent
flow-show-due = Upcoming
flow-show-held = Held
flow-show-none = No customer matches.
flow-show-every = See all customers
flow-account = Customer
flow-held = Held
flow-held-none = Nothing for 30 days
flow-due = Upcoming
flow-due-none = Nothing planned
flow-no-day = no date
flow-promised = Promised
flow-promised-none = No open promise
flow-silent-days = { $days } days without a conversation
flow-none = No conversation to show.
flow-none-why = What was held, planned and promised with each customer will be listed here. Log the first one from your day.
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
agenda-before = Previous week
agenda-after = Next week
agenda-this = First week of the plan
agenda-none = Nothing is planned this week.
agenda-none-why = The plan gave { $name } no action on these days.
agenda-day-none = Nothing planned.
agenda-held = done
agenda-feed = In your calendar
agenda-feed-what = Your appointments in the calendar of your phone or your email, kept up to date as the plan changes. Or just once, as a file:
agenda-feed-file-what = These appointments as a file, for another calendar:
agenda-feed-address = Secret address of your appointments
agenda-feed-file = Download (.ics)
agenda-feed-not-copied = The browser refused access to the clipboard: the address is selected, copy it with Ctrl+C.
agenda-feed-make = Create my address
agenda-feed-none = Paste this address into “Subscribe to a calendar” or “Add by URL”. It shows only your appointments and lets nobody change them.
agenda-feed-made = Here is the address of your appointments.
agenda-feed-once = Copy it now: it will not be shown again. Whoever has it can read your appointments; give it to your calendar only.
agenda-feed-there = Your address has been active since { $made }, and lasts until { $ends }.
agenda-feed-read = A calendar read it on { $seen }.
agenda-feed-unread = No calendar has read it yet.
agenda-feed-another = Create another one
agenda-feed-another-why = Lost it, or somebody else saw it? Replace it: the old one stops working at once.
agenda-feed-withdraw = Withdraw it
agenda-feed-withdrawn = The address of your appointments has been withdrawn.

## Time given back
give-question = What does the time I spend entering give me back?
give-month = Month
give-month-before = Previous month
give-month-after = Next month
give-answer = { $entered } spent entering, { $returned } given back.
give-answer-whole = The whole company: { $entered } spent entering, { $returned } given back.
give-entered = Entered
give-returned = Given back
give-lines = What is given back
give-what = Given back by
give-count = Times
give-kept = What is counted, and who reads it
give-kept-what = The server keeps how long each entry took, from opening the form to sending it (thirty minutes at most count), and notes that a sheet or a letter draft was opened, once a day. An entry that is undone no longer counts.
give-read = On this page, your numbers are shown to you alone. People who see the whole company, such as directors, read only its total here; your manager reads only their own.
give-read-whole = You see the whole company: this page gives its total, never the numbers of one person. Everybody reads their own, and nobody else’s.
give-read-proof = How long an entry took also stands in the journal of facts, with the conversation and the name of who logged it: people entitled to proofs of the journal can read it there.
