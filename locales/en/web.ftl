# web

## Frame
page-title = { $page } · Atelier
skip = Skip to content
rail = Pages
rail-day = My day
rail-plan = Plan
rail-indicators = Indicators
rail-market = Accounts
tab-opportunities = Deals
tab-approvals = To confirm
rail-function = My function
rail-waiting = to confirm
tab-account = Account
tab-opportunity = Deal
rail-more = More
tabs = Pages of this section
tab-flow = Conversations
tab-agenda = Calendar
tab-give = Time given back
page-sheet = Preparation sheet
page-conversation = Conversation
page-note = Unplanned conversation
tab-load = Load
tab-board = Board
tab-needs = Needs
tab-scenarios = Scenarios
tab-promise = Promise
tab-versions = Versions
tab-cascade = Cascade
page-actions = Actions of an objective
page-wip = Work in progress
undo = Undo
undo-done = Undone.
undo-close = Close this message
tools = Preferences
language = Language
language-fr = Français
language-en = English
theme = Theme
theme-light = Light
theme-dark = Dark
theme-system = Same as the system
shortcuts = Keyboard shortcuts
shortcuts-open = Show keyboard shortcuts
shortcuts-close = Close
close = Close
save = Save
give-up = Cancel
theirs = Somebody else wrote “{ $theirs }” in the meantime.
theirs-take = Take theirs
theirs-keep = Keep what I wrote
close-panel = Close the panel
waiting = Still loading: the server has been silent for more than a second.
retry = Try again
not-found = This page does not exist.
not-found-why = The address { $path } leads nowhere in Atelier.
not-found-do = Go to my day

## Coming in
door-title = Sign in
door-question = Who are you?
door-login = Email address
door-password = Password
door-show = Show the password
door-enter = Sign in
door-slow = Sending: the server has been silent for more than a second.
door-provider = Continue with { $label }
door-or = or
provider-title = Back from your identity provider
provider-question = Checking who you are.
provider-none = This page is where a sign-in comes back to.
provider-none-why = Nothing came with this address, or the answer has already been used.
provider-again = Back to sign-in
door-no-login = Enter your email address.
door-no-password = Enter your password.
door-ended = Your session has ended. Sign in to go back to where you were.
door-left = You have signed out of Atelier in this browser.
door-first = First time here?
door-first-how = Open the invitation link your administrator sent you. If you lose your password, they can send a new one.
door-first-nobody = If nobody has been added to this server yet, run this command on it:
door-first-command = atelier user add first.last@company.com --name "First Last" --role administrator

## Invitation
invitation-title = Invitation
invitation-question = What will your password be?
invitation-for = Invitation from { $company } for { $name }.
invitation-enter = Save this password and sign in
invitation-none = The invitation link is incomplete.
invitation-none-why = Its secret comes after the # sign and is stored nowhere: reloading the page loses it. Open the whole link you received once more.
invitation-has-one = I already have a password

## Account
me-account = my account
calls-open = Show the calls to the API
me-out = Sign out
me-drafts-go =
    { $count ->
        [one] One note you began has not been sent: signing out removes it from this device.
       *[other] { $count } notes you began have not been sent: signing out removes them from this device.
    }
sessions-title = My sessions
sessions-what = The browsers you are signed in with. If you do not recognise one, end it, then change your password.
sessions-unnamed = Unknown browser
sessions-current = this one
sessions-times = Started { $made }, last seen { $seen }
sessions-end = End
sessions-end-others = End all the others
sessions-close = Back
password-change = Change the password
password-current = Current password
password-new = New password
password-rule = 15 characters or more. A sentence of four or five words works well.
password-no-current = Enter your current password.
password-no-new = Choose a password.
password-ends = Your other sessions and your access keys will end.
password-changed = Your password has been changed. Your other sessions and your access keys have ended.
second-title = Second factor
second-what = After the password, you will be asked for a code from your phone. You need an app that gives such codes (Aegis, FreeOTP, Google Authenticator, a password manager…).
second-begin = Set it up
second-scan = Scan this picture with the app.
second-picture = The secret to share with the app
second-type = Or type this secret into it:
second-confirm = Turn it on
second-code = Code from the app
second-code-how = Six digits, or a recovery code.
second-no-code = Enter the code.
second-back = Back
second-on = The second factor is on. Your other sessions and your access keys have ended.
second-codes-why = Keep these ten recovery codes somewhere other than your phone. Each works once, for the day you do not have the app. They will not be shown again.
second-codes-kept = I have saved them
second-is-on = The second factor is on. To turn it off, enter your password and a code.
second-give-up = Turn the second factor off
no-page-question = What can I do here?
no-page = No page is open to your role yet: { $roles }.
no-page-why = For now, what this role allows is done through the API or the command line: see “atelier --help”.

## Network
offline-cut = You are offline.
offline-reads = What you have opened can still be read; what you enter is kept and will be sent when the network is back.
offline-kept = What you are reading dates from { $when }; what you enter is kept and will be sent when the network is back.
outbox-title = Entries waiting to be sent
outbox-why = They are kept on this device. Each is sent once only, as soon as the server answers.
outbox-empty = Everything has been sent.
outbox-see = { $count ->
    [one] See the waiting entry
   *[other] See the { $count } waiting entries
  }
outbox-leaving =
    { $count ->
        [one] One entry is being sent to the server.
       *[other] { $count } entries are being sent to the server.
    }
outbox-some-refused =
    { $count ->
        [one] The server refused one entry. Nothing you wrote is lost.
       *[other] The server refused { $count } entries. Nothing you wrote is lost.
    }
outbox-sent =
    { $count ->
        [one] The entry has been sent.
       *[other] The { $count } entries have been sent.
    }
outbox-stays =
    { $count ->
        [one] One entry is waiting for the network: it stays on this device until you sign in again.
       *[other] { $count } entries are waiting for the network: they stay on this device until you sign in again.
    }
outbox-written = Written { $when }
outbox-again = Send again
outbox-back = Go back to the page
outbox-drop = Discard
outbox-dropped = Entry discarded: { $what }.

## Search and help
palette = Search or run a command
palette-short = Search
palette-rest = or run a command
palette-hint = Company, contact, deal, SIREN, phone, page…
palette-pages = Pages
palette-acts = Commands
palette-account = Accounts
palette-contact = Contacts
palette-opportunity = Deals
palette-process = Processes
palette-person = Team
palette-new-account = Add an account
palette-note = Note a conversation
palette-note-hint = unplanned, call, meeting
palette-language = Show in { $lang ->
    [en] English
   *[fr] French
  }
palette-print = Print this page
palette-absences = Absences of the team
palette-theme = Theme: { $theme }
palette-none = Nothing matches “{ $text }”.
palette-found =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
help = Help
help-open = Open help
help-first = Each section answers one question. The one you are reading comes first.

## First start
first-own = Start with your own data
first-own-how = Bring the export of the software you use today: the wizard guesses the columns, shows what will be written, and any import can be undone in one go.
first-own-do = Import my data
first-own-ask = Ask your sales operations team: they open the import wizard.
first-sample = Look at the sample company
first-sample-how = Two companies with their plans, kept apart from yours, to try things out at no risk: ask whoever installed Atelier for them. They are removed in one go.

## Incidents
problem-unreachable = The server is not answering.
problem-unreachable-why = The connection was cut or the server has stopped. Nothing is lost: this page only reads.
problem-unreadable = The server’s answer cannot be read.
problem-unreadable-why = The server sent something other than what the page expects. Their versions may differ.
problem-refused = The server refused the request (answer { $status }).
problem-refused-why = It gave no reason.
problem-code = Code: { $code }

## Shortcuts
cap-enter = Enter
cap-esc = Esc
cap-home = Home
cap-end = End
cap-pgup = PgUp
cap-pgdn = PgDn
cap-shift = Shift
keys-anywhere = Everywhere
keys-day = My day
keys-plan = Plan
key-palette = Search or run a command, from anywhere
key-undo = Undo the last action that can be undone
key-calls = See what the page asks the API
key-help = Show this help
key-escape = Close the panel
key-next = Next action
key-previous = Previous action
key-done = Log what happened
key-postpone = Postpone, with the reason
key-refuse = Refuse, with the reason
key-why = See why this action is there
key-outcome = While logging: moves on, no progress, stop
key-week = While logging: next date in a week
key-open = Open the preparation sheet
key-day-before = Previous working day
key-day-after = Next working day
key-today = Back to the first day of the plan
key-week-move = Previous week, next week
key-week-open = See what makes the week’s load
keys-board = Board
key-board-along = Previous action, next action
key-board-across = Person above, person below
key-board-page = Ten people up, ten people down
key-board-edge = First day, last day
key-board-open = Open the action; while moving, see what it changes
key-board-load = Open the load of the day
key-board-shift = Move the action earlier, later
key-board-hand = Give it to somebody else
key-board-day = Move it by one day
key-board-seat = Go to the next free slot
help-do = What you can do here
help-read = How to read it

## States
state-on-time = On time
state-tight = Tight
state-late = Late
state-unplaced = Not scheduled
state-frozen = Frozen

## Plan
plan-question = Can we meet the objective?
plan-objective = Objective: { $name }. { $sentence }
plan-figures = Key figures
plan-total = Load over the period
plan-of-capacity = out of { $capacity } of capacity, that is { $ratio }
plan-no-capacity = no capacity declared
plan-worst = Heaviest week
plan-worst-none = no load
plan-shortage = Largest cumulative shortage
plan-shortage-week = end of { $week }
plan-shortage-none = none
plan-bottleneck = Bottleneck
plan-bottleneck-none = none
plan-bottleneck-shown = shown here
plan-bottleneck-see = see its load
plan-open-week = see the week
plan-see-table = see the table
plan-kind = Resource
plan-chart = Load and capacity per week, { $kind }
plan-chart-help = Left and right arrows change the week, Enter shows what loads it. The same figures are in the table.
plan-axis = hours
plan-legend-load = Load
plan-legend-over = Above capacity
plan-legend-capacity = Capacity
plan-legend-shortage = Cumulative shortage
plan-worst-mark = heaviest
plan-week-label =
    { $week }, week of { $monday }: load { $load }, capacity { $capacity }, that is { $ratio }. { $shortage ->
        [none] No cumulative shortage.
       *[other] Cumulative shortage { $shortage }.
    }{ $worst ->
        [yes] {" "}Heaviest week.
       *[no] {""}
    }
plan-zone-frozen = frozen
plan-zone-firm = firm
plan-zone-open = open
plan-table = The same figures
plan-copy = Copy the table
plan-copied = Table copied: paste it into a spreadsheet.
plan-selected = Table selected: copy it with Ctrl+C.
plan-col-week = Week
plan-col-monday = Monday
plan-col-load = Load (h)
plan-col-capacity = Capacity (h)
plan-col-ratio = Load / capacity
plan-col-shortage = Cumulative shortage (h)
plan-col-zone = Zone
plan-col-state = State
plan-row-total = Total
plan-state-over = Overload
plan-state-worst = Overload, the heaviest
plan-state-tight = Nearly full
plan-state-fits = Fits
plan-state-idle = No load
plan-bottlenecks = Bottlenecks
plan-bottlenecks-more =
    { $count ->
        [one] See the other one
       *[other] See the { $count } others
    }
plan-bottlenecks-withheld =
    { $count ->
        [one] One person’s yield is not shown here.
       *[other] The yields of { $count } people are not shown here.
    }
plan-empty = No week has any load.
plan-empty-why = { $company }: the objective produced no action for this resource. Check its bill of actions.
week-title = { $week }, { $kind }
week-makes = What makes the load
week-nothing = No action falls in this week.
week-nothing-why = The lead times of the process put the load on other weeks.
week-in-hand = open deals
week-see-actions = See their actions of the week
week-all-actions = All the actions of this week
week-people = Who can take it on
week-nobody = Nobody has capacity this week.
week-col-operation = Operation
week-col-units = Units
week-col-hours = Hours
week-total = Total

## My day
day-question-today = Who should I call today?
day-question-other = Who should I call on { $day }?
day-first = First, at { $start }: { $operation }, { $customer }.
day-late = { $count ->
    [one] One is late.
   *[other] { $count } are late.
  }
day-holiday = Public holiday: { $name }.
day-off = { $name } does not work on that day.
day-person = Person
day-person-found =
    { $count ->
        [0] Nobody by that name
        [one] { $count } person
       *[other] { $count } people
    }
day-person-none = Nobody is called “{ $text }”.
day-no-team = Without a team
day-date = Day
day-choices = Person and day
day-previous = Previous day
day-next = Next day
day-today = First day of the plan
day-no-hour = no set time
day-waits = Waiting to be sent
day-act-done = Log
day-act-postpone = Postpone
day-act-refuse = Refuse
day-act-why = Why
day-suggestions = If you have time left
day-suggestions-what = Five at most, beyond the plan, each with its reason.
day-suggestions-none = { $name }: nothing more to suggest today.
day-done = { $count ->
    [one] Done: { $count } action
   *[other] Done: { $count } actions
  }
day-result-progress = the customer moves on
day-result-no-progress = no progress
day-result-disqualified = deal stopped
day-deferred = { $count ->
    [one] Postponed or refused: { $count } action
   *[other] Postponed or refused: { $count } actions
  }
day-deferred-until = Postponed to { $day }: { $reason }
day-deferred-refused = Refused: { $reason }
day-deferred-back = Put it back
day-suggest-again = Suggest again
day-calendar = Calendar (.ics)
day-print = Print
day-planned = Planned
day-free = Free for the rest
day-given = Given to planned actions
day-bring = { $count ->
    [one] To take one step further: { $names }.
   *[other] { $count } customers to take one step further: { $names }.
  }
day-window = Working time
day-line = The day’s timeline
day-count = { $count ->
    [one] { $count } action
   *[other] { $count } actions
  }
day-gap = { $length } free
day-purpose = Towards “{ $step }”
day-with = with { $names }
day-due = due { $day }
day-channel-visit = Visit
day-channel-video = Video call
day-channel-call = Call
day-channel-mail = Email
day-channel-desk = Desk work
day-empty = Nothing is planned for this day.
day-empty-why = With the lead times of the plan, no action of { $name } falls on this day.
day-empty-next = Go to { $day }
day-unplaced = What could not be scheduled
day-unplaced-none = { $name }: every action has been scheduled.
day-unplaced-same = See the { $count } actions
day-unplaced-first = The first { $shown } of { $total }.
day-no-people = Nobody is listed in this company.
day-no-people-why = So the plan has no day to show. Add the team and its working hours, then plan.
why-title = Why this action
why-reasons = Why now
why-pegging = What it serves
why-reasons-none = The plan gave no reason for this action.
why-order = Order { $order }

## Process
rail-process = Processes
tab-processes = Processes
tab-process = One process
tab-imports = Imports
tab-objectives = Objectives
tab-workshop = Teams

## Settings
rail-upkeep = Settings
tab-users = Users
tab-jobs = Jobs
tab-journal = Access
tab-keeping = Personal data
tab-settings = Connections

## The next step of an empty page
next-workshop = Add the team and its hours
next-workshop-ask = Sales operations add the team and its hours: ask them.
next-process = Write a process
next-process-ask = Sales operations write the processes: ask them for the first one.
next-objective = Give a process an objective
next-objective-ask = Sales operations give a process its objective: ask them.
next-bill = Complete the bill of actions
next-bill-ask = Sales operations complete the bill of actions: ask them.
next-indicator = Write an indicator in a process
next-indicator-ask = Sales operations write indicators in a process: ask them.
next-move = Move an action on the board
next-move-ask = Directors, managers and sellers move actions on the board: ask one of them.
next-note = Log a conversation from my day
next-note-ask = Conversations are logged by whoever follows this customer: ask them how it stands.
