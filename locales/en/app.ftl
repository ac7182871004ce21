# The command line and the program itself
cli = Atelier: the workshop of sales actions, from the objective to each person’s day
cli-demo = Creates two sample companies, plans them and serves the pages on this machine
cli-init = Creates an empty company
cli-serve = Serves the pages on this machine
cli-worker = Runs waiting and recurring jobs (sealing, verification), without the pages
cli-import = Brings in another system’s data
cli-import-crm = Imports a CRM export (folder or workbook) following a mapping file
cli-import-undo = Undoes an import
cli-import-list = Lists the imports
cli-process = Processes and their seven levels
cli-process-check = Reads a process file and shows all its faults
cli-process-import = Records a new version of a process
cli-process-export = Writes the text of a process
cli-process-list = Lists the processes and their completeness
cli-process-draft = Proposes a process from the imported stages
cli-process-show = A process, with the room to manoeuvre of its operations
cli-process-lint = Reviews the design of a recorded process, rule by rule
cli-process-waive = Lets a remark on the design pass for 90 days, with its reason
cli-process-ready = Says what is missing before launch, in order
cli-workshop = People, their calendars and absences
cli-workshop-check = Reads a workshop file and shows all its faults
cli-workshop-import = Records the company’s resources
cli-workshop-export = Writes the text of the workshop
cli-diagnose = Measures yields, cycles and work in progress from history
cli-standards = The process’s standards against what is measured
cli-standards-propose = Proposes new standards
cli-standards-accept = Accepts proposed standards: a new version of the process
cli-plan = From the objective to the dates
cli-plan-make = The whole plan: needs, load, schedule, day
cli-plan-explode = Needs per step and week
cli-plan-load = Load and capacity per week
cli-plan-bottlenecks = What holds the plan back, the most costly first: people short of hours, yields, waits
cli-plan-promise = Can the objective be met?
cli-plan-release = How many new cases to launch, from the buffer before the bottleneck
cli-plan-level = Levels the load by pulling it forward
cli-plan-scenarios = Compares scenarios side by side
cli-plan-schedule = Schedules and records a version of the plan
cli-plan-show = Shows a version of the plan
cli-plan-compare = What moved between two versions
cli-plan-why = Why this date
cli-plan-where-used = Which processes use this step or operation
cli-today = A person’s day
cli-order = Action orders
cli-order-show = Shows an action order
cli-order-declare = Declares where an action order stands
cli-order-note = Notes a conversation that nothing had planned
cli-user = Who may sign in, and with which rights
cli-user-add = Adds a user and gives the invitation
cli-user-change = Changes a user; what is not given stays
cli-user-disable = Closes the door to a user: sessions and keys end at once
cli-user-enable = Opens the door to a user again
cli-user-invite = Gives a new invitation, to choose a password
cli-user-password = Sets a password read from the input
cli-user-second-factor-reset = Removes the second factor of somebody who lost their device and codes
cli-user-untie = Forgets who a user is tied to at the identity provider, and closes their sessions and keys
cli-user-list = Lists the users
cli-unit = Units and who runs them
cli-webhook = Who outside is notified of events
cli-webhook-add = Subscribes an address and gives its secret, once
cli-webhook-list = Lists the subscriptions
cli-webhook-rotate = Gives a new secret; the old one still signs for a day
cli-webhook-remove = Ends a subscription
cli-webhook-test = Sends a test message at once
cli-unit-keep = Creates or changes a unit
cli-unit-list = Lists the units, and those that nobody runs
cli-confirm = Won deals to be confirmed by whoever did not record them
cli-confirm-list = Lists the won deals that wait
cli-confirm-give = Confirms or refuses a won deal
cli-confirm-take-back = Takes back one’s own verdict
cli-accesses = The access journal: refusals, and what privileged roles read
cli-verify = Checks that the tables shown say what the facts say
cli-digest = Digest of what the installation holds
cli-rebuild = Rebuilds the read tables from the facts
cli-backup = Backs up into a file
cli-restore = Restores a backup into an empty installation, on either engine
cli-routes = Lists the addresses served and their rights
cli-openapi = Prints the description of the API (OpenAPI 3.1)
cli-arg-data = Data folder (without this option: atelier-data)
cli-arg-database = PostgreSQL database: postgres://… (or the variable ATELIER_DATABASE)
cli-arg-company = Code of the company, when there are several
cli-arg-lang = Language: fr or en
cli-arg-json = Answer in JSON
cli-arg-today = Day to take as today (YYYY-MM-DD)
cli-arg-port = Port on this machine (4310; 0 for the first free one)
cli-arg-no-serve = Without serving the pages
cli-arg-canaries = Creates instead the two companies for tests of rights and prints in JSON their credentials, their objects and the words that are theirs alone
cli-arg-remove = Removes the sample companies, in one go
cli-arg-name = Name of the company
cli-arg-path = Folder or workbook of the export
cli-arg-mapping = File mapping the columns
cli-arg-dry-run = Trial: everything is read, nothing is written
cli-arg-accept-rejects = Takes the good rows and leaves the others in the reject file
cli-arg-rejects = Reject file
cli-arg-batch = Number of the import
cli-arg-file = File
cli-arg-code = Code
cli-arg-process = Code or file of the process
cli-arg-codes = Codes of the proposals accepted
cli-arg-revenue = Revenue objective
cli-arg-margin = Margin objective
cli-arg-buffer-days = Buffer wanted before the bottleneck, in its working days
cli-arg-service = Service level: 50, 80 or 95 (%); without it, on average
cli-arg-deals = Objective in number of deals
cli-arg-from = First day (YYYY-MM-DD)
cli-arg-to = Last day (YYYY-MM-DD)
cli-arg-format = Form: text, json, csv, xlsx
cli-arg-out = File or folder to write
cli-arg-person = Person: name or code
cli-arg-date = Day (YYYY-MM-DD)
cli-arg-ics = Calendar file (iCalendar)
cli-arg-version = Version of the plan
cli-arg-old = Old version
cli-arg-new = New version
cli-arg-order = Id of the action order, or its beginning
cli-arg-state = New state: firm, released, started, done, closed, cancelled
cli-arg-result = Result: progress, no-progress, disqualified
cli-arg-minutes = Time spent, in minutes
cli-arg-evidence = Customer evidence
cli-arg-evidence-on = Date of the evidence (YYYY-MM-DD)
cli-arg-way = By which means: visit, video, call, mail
cli-arg-goal = The goal, in the customer’s words
cli-arg-next-on = Day agreed for the next one (YYYY-MM-DD)
cli-arg-confirm = Confirms an unusual value
cli-arg-admin = Address of the first administrator
cli-arg-listen = Network address to listen on (127.0.0.1)
cli-arg-workers = Jobs done at the same time (1; 0 for none)
cli-arg-pace = Requests a second from one caller (50)
cli-arg-address = Public address, https://…
cli-arg-oidc-issuer = Identity provider (OpenID Connect): its issuer, https://…
cli-arg-oidc-client = Atelier’s name at the identity provider
cli-arg-oidc-secret-file = File of Atelier’s secret there (or the variable ATELIER_OIDC_SECRET)
cli-arg-oidc-label = What the button of the sign-in page says
cli-arg-oidc-domain = Email domain accepted from the provider; may be repeated
cli-arg-oidc-trust-second-factor = Do not ask people coming from the provider for Atelier’s second factor
cli-arg-before = Identity of the line to go on before
cli-arg-login = Email address
cli-arg-new-login = New email address
cli-arg-roles = Role; may be repeated
cli-arg-deal = Key or identity of the deal
cli-arg-verdict = Verdict: confirmed, refused
cli-arg-verdict-reason = Why; to be said for a refusal, or without evidence from the customer
cli-arg-unit = Team looked after
cli-arg-firm = Partner firm
cli-arg-despite = Compensating control, when roles do not go together
cli-arg-password-stdin = Reads the password from the input
cli-arg-under = Unit above
cli-arg-supervisor = Address of who runs it
cli-arg-deputy = Address of who stands in
cli-arg-url = https address of the service to notify
cli-arg-events = Event to send, execution.declare or controls.*; may be repeated; all without it
cli-arg-webhook = Identity or address of the subscription
cli-arg-own-network = Services of its own network that may be called
cli-arg-authorities = PEM file of certificate authorities
cli-arg-smtp = Mail relay, smtps://…
cli-arg-mail-from = Sender address
cli-arg-public-address = Public address, https://…
cli-arg-checkpoint-mail = Who receives the signed checkpoints, several addresses separated by commas
cli-arg-by-mail = By email
cli-heading-commands = Commands
cli-heading-options = Options
cli-template = 
    { "{" }about{ "}" }

    Usage: { "{" }usage{ "}" }

    { "{" }all-args{ "}" }

# Refusals
app-wrong-method = This address does not do that.
    .why = It exists, but the method asked for is not served there.
    .remedy = See the list of addresses and their methods: atelier routes.
app-address-too-long = The address asked for is too long.
    .why = It exceeds 2,048 characters.
    .remedy = Start again from the home page.
app-unreadable-page = The rest of this list cannot be found.
    .why = The marker “{ $given }” is not one that this list, in this order, has given.
    .remedy = Start again from the first page of the list.
app-foreign-host = The request comes under a name other than this machine’s.
    .why = The pages answer only localhost and 127.0.0.1, so that another site cannot read them.
    .remedy = Open the address printed at start.
app-not-ready = The service cannot answer right now.
    .why = The database does not answer.
    .remedy = Try again in a moment. If it lasts, look at the log of the server and at the database.
app-unknown-address = This address does not exist.
    .why = No page and no service answers there.
    .remedy = Check the address, or run atelier routes.
app-incident = The operation could not be completed.
    .why = The program met a difficulty that is not of your making; nothing was written.
    .remedy = Try again; if it happens again, give the log lines to whoever runs the installation.
app-no-company = This installation has no company yet.
    .why = Data belong to a company.
    .remedy = Create it: atelier init --company CODE --name "NAME".
app-unknown-company = The company “{ $given }” is not known here.
    .why = This installation knows: { $known }.
    .remedy = Use one of these codes with --company.
app-several-companies = It must be said which company is meant.
    .why = This installation knows several: { $known }.
    .remedy = Add --company CODE.
app-company-exists = The company “{ $given }” already exists.
    .why = A company with this code is already in this installation.
    .remedy = Choose another code with --company.
app-unknown-person = “{ $given }” names nobody.
    .why = No name or code matches; the nearest: { $known }.
    .remedy = Use a name or a code of the workshop.
app-several-people = “{ $given }” names several people.
    .why = These match: { $known }.
    .remedy = Give the whole name or the code.
app-unknown-order = The action order “{ $given }” is not known.
    .why = No order of the latest plan begins so.
    .remedy = Choose an action of the day or of the plan (on the command line, atelier today or atelier plan show gives its id).
app-several-orders = “{ $given }” names several action orders.
    .why = { $count } ids begin so.
    .remedy = Give a few more characters.
app-unknown-process = The process “{ $given }” is not known.
    .why = The company has: { $known }.
    .remedy = Use one of these codes, or record this process (on the command line: atelier process import FILE).
app-unknown-objective = The objective “{ $given }” is not known.
    .why = The process has: { $known }.
    .remedy = Use one of these codes, or add the objective to the process.
app-no-process = The company has no process.
    .why = Without a process, an objective does not say which actions it asks for.
    .remedy = Make one in the page of processes (on the command line: atelier process import FILE, or atelier process draft, which proposes one from the imported stages).
app-process-needed = It must be said which process is meant.
    .why = The company has several: { $known }.
    .remedy = Say which one (on the command line: --process CODE).
app-no-people = The company has nobody to give actions to.
    .why = Neither a workshop file nor an imported person.
    .remedy = Record the teams and their hours, or import the export of your software (on the command line: atelier workshop import FILE).
app-no-objective = There is nothing to plan.
    .why = No objective is given, and the company’s processes have none ending after { $today }.
    .remedy = Give a quantity and a period (on the command line: --revenue, --margin or --deals with --from and --to), or an objective to a process.
app-no-period = The period of the objective is missing.
    .why = An objective is counted between two days.
    .remedy = Give the first and the last day (on the command line: --from YYYY-MM-DD and --to YYYY-MM-DD).
app-empty-period = The period ends before it begins.
    .why = It runs from { $from } to { $to }.
    .remedy = Swap the two days.
app-past-period = The period of the objective is past.
    .why = It ends on { $to } and today is { $today }.
    .remedy = Choose a period to come (on the command line, --today says which day to take as today).
app-bad-amount = “{ $given }” is not an amount.
    .why = An amount is written in figures, with at most two decimals, and is above zero.
    .remedy = For example: 2500000 or 2500000.50.
app-no-deal-value = The value of an average deal is not known.
    .why = No deal won has an amount, and the process declares none.
    .remedy = Give the objective in deals (on the command line: --deals N).
app-no-margin-rate = The margin rate is not known.
    .why = The process declares none, and the imported history carries no margin.
    .remedy = Give the objective in revenue or in deals (on the command line: --revenue or --deals).
app-no-plan = There is no plan yet.
    .why = No version has been recorded for this company.
    .remedy = Make one (on the command line: atelier plan make).
app-unknown-plan = Version { $given } of the plan is not known.
    .why = The recorded versions run from 1 to { $last }.
    .remedy = Use one of them.
app-unknown-kind = The resource kind “{ $given }” is not known.
    .why = This company has: { $known }.
    .remedy = Use one of them.
app-unknown-step = “{ $given }” is used nowhere.
    .why = No step or operation with this code is in the company’s processes.
    .remedy = Use a code from atelier process export.
app-unknown-state = “{ $given }” is not a state or result of an action order.
    .why = The possible values are: { $known }.
    .remedy = Use one of them.
app-unknown-standard = “{ $given }” is not a proposal.
    .why = The proposals are: { $known }.
    .remedy = Use their codes from atelier standards propose.
app-unknown-date = “{ $given }” is not a day.
    .why = A day is written YYYY-MM-DD.
    .remedy = For example: 2027-01-04.
app-unknown-week = “{ $given }” is not a week of the plan.
    .why = A week is written YYYY-Wnn and must be in the period planned.
    .remedy = For example: 2027-W08.
app-unreadable-file = The file “{ $file }” cannot be read.
    .why = The system answers: { $cause }.
    .remedy = Check the path and the rights.
app-folder-taken = The folder “{ $folder }” holds something other than a demonstration.
    .why = The demonstration rebuilds its folder each time; this one would be lost.
    .remedy = Choose another folder with --data.
app-no-demonstration = There is no sample company in “{ $folder }”.
    .why = The demonstration lives in a folder of its own, which it has marked; on PostgreSQL it has a database of its own.
    .remedy = Give with --data the folder where it was started; on PostgreSQL, drop its database.
app-port-taken = Port { $port } cannot be opened.
    .why = The system answers: { $cause }.
    .remedy = Choose another with --port, or --port 0 for the first free one.
app-job-lost = Job { $job } is no longer in the hands of this server.
    .why = It was cancelled, or another server took it over because this one had gone silent.
    .remedy = Nothing to do: what was not finished wrote nothing, and the other one goes on.
app-several-objectives = A plan has one objective at a time.
    .why = Several are given: revenue, margin or deals.
    .remedy = Keep one.
app-job-given-up = Job { $job } was given up after { $attempts } attempts.
    .why = The server that had it stopped each time before the end, or a failure came again.
    .remedy = Read the log of the server, then ask for it again.
app-requester-gone = Whoever asked for this job no longer has access to the company.
    .why = A job acts with the rights that its requester has at the moment when it acts.
    .remedy = Somebody who may can ask for it again.
app-unknown-job = Job “{ $given }” is unknown.
    .why = There is none in your company, or it ended more than three months ago.
    .remedy = Take an identifier from the list of jobs.
app-job-ended = Job { $job } has ended already.
    .why = Only what waits or is being done can be cancelled.
    .remedy = Nothing to do; its result is kept.
app-too-many-rounds = { $given } rounds of improvement are too many: { $most } at most.
    .why = A plan keeps a server busy for as long as these rounds last.
    .remedy = Ask for fewer rounds.
app-rejected-rows = { COUNT($count) ->
        [one] { $count } row of the export could not be taken.
       *[other] { $count } rows of the export could not be taken.
    }
    .why = An import is whole or is not; the rows and their reasons are in “{ $file }”.
    .remedy = Correct the export or complete the aliases of the mapping; --accept-rejects takes the other rows.

# What commands say
cli-written = Written: { $file }
cli-nothing-written = Nothing was written.
cli-founded = The company “{ $name }” is created under the code { $code }.
cli-founded-next = Give it an administrator: atelier user add ADDRESS --name NAME --role administrator
cli-demo-logins = To sign in, everybody’s password: { $password }
cli-demo-login = {"  "}{ $login } · { $role } · { $company }
cli-demo-away = To remove them in one go: stop (Ctrl+C), then atelier demo --remove, with the same --data.
cli-demo-removed = The sample companies are removed: the folder “{ $folder }” is gone. To start with your own: atelier init --company CODE --name NAME
cli-user-added = { $name } ({ $login }) is added: { $roles }.
cli-user-invited = The invitation, valid once within seven days: { $link }
cli-user-changed = { $name } ({ $login }) is changed: { $roles }.
cli-user-disabled = { $name } ({ $login }) can no longer sign in; sessions and keys are closed.
cli-user-enabled = { $name } ({ $login }) can sign in again.
cli-user-password-set = The password of { $name } ({ $login }) is set; sessions and keys are closed.
cli-second-factor-gone = The second factor of { $name } ({ $login }) is removed; sessions and keys are closed. A new one has to be set up after the next sign-in.
cli-second-factor-none = { $name } ({ $login }) has no second factor in use; sessions and keys are closed.
cli-user-untied = { $name } ({ $login }) is no longer tied to the identity provider; sessions and keys are closed. The next sign-in by the provider makes a new tie.
cli-user-not-tied = { $name } ({ $login }) was tied to nobody at the identity provider; sessions and keys are closed.
cli-user-none = { $company } has no user yet: atelier user add ADDRESS --name NAME --role administrator
cli-user-line = { $login } · { $name } · { $roles }
cli-user-line-disabled = { $login } · { $name } · { $roles } · door closed
cli-confirm-none = No won deal waits to be confirmed.
cli-confirm-line = { $key } · { $customer } · { $amount } · won on { $day } · recorded by { $by } · { $evidence } · { $state }
cli-confirm-more = The last { $most } are shown; others wait.
cli-confirm-evidence = evidence from the customer
cli-confirm-no-evidence = no evidence from the customer
cli-confirm-waiting = waits
cli-confirm-lapsed = changed since its verdict, waits again
cli-confirm-confirmed = The deal { $key } is confirmed.
cli-confirm-refused = The deal { $key } is refused.
cli-confirm-withdrawn = The verdict on the deal { $key } is taken back: it waits again.
cli-unit-kept = The unit “{ $code }” is saved.
cli-unit-none = No unit is named: atelier unit keep NAME --supervisor ADDRESS
cli-unit-line = { $code } · under { $parent } · run by { $supervisor } · stand-in: { $deputy }
cli-unit-vacant = Nobody runs “{ $code }”: “{ $above }” is notified.
cli-unit-vacant-top = Nobody runs “{ $code }”, nor any unit above.
cli-access-none = The access journal is empty.
cli-access-line = { $at } · { $user } · { $permission } · { $object } · { $outcome }
cli-access-read = read
cli-access-written = written
cli-access-entered = came in
cli-access-refused = refused
cli-working = { COUNT($count) ->
    [one] { $count } job at a time  (Ctrl+C to stop)
   *[other] { $count } jobs at a time  (Ctrl+C to stop)
}
cli-serving = The pages are served at { $url }  (Ctrl+C to stop)
cli-plain = { $text }
cli-indented = {"  "}{ $text }
cli-digest-shown = content { $content }
    ledger  { $ledger }
cli-verified = Rows checked: { $rows }. They say exactly what the facts say.
cli-rebuilding = Read tables rebuilt, rows:
cli-rebuilt = Read tables rebuilt; rows of facts taken: { $rows }.
cli-backed-up = Backed up into { $file }; facts: { $facts }, rows: { $rows }. Digest { $digest }
cli-restored = Restored from { $file }; facts: { $facts }, rows: { $rows }. Digest { $digest }
cli-process-title = { $name } · version { $version }
cli-lint-error = error
cli-lint-warning = to review
cli-lint-waived = {"  "}Let pass until { $until } by { $by }: { $reason }
cli-lint-let-pass = { $rule } passes until { $until }.
cli-lint-unwaived = { $rule } asks for a reason again.
cli-lint-count = { $count ->
    [0] Nothing to say about the design.
    [one] 1 remark about the design.
   *[other] { $count } remarks about the design.
}
cli-process-good = “{ $name }”: no fault.
cli-process-kept = “{ $name }” is recorded, version { $version }.
cli-process-line = { $code } · { $name } · version { $version } · levels filled: { $levels } of 7
cli-process-is-ready = “{ $name }” is ready to be launched.
cli-draft-yield = Yield measured over all closed deals: { $yield }
cli-workshop-good = No fault: { $count ->
    [one] 1 resource.
   *[other] { $count } resources.
}
cli-workshop-kept = Resources recorded: { $count ->
    [one] 1.
   *[other] { $count }.
}
cli-reading = Reading, rows:
cli-writing = Writing, rows:
cli-rejects-set-aside = { COUNT($count) ->
    [one] { $count } row
   *[other] { $count } rows
} set aside, in { $file }.
cli-dry-run = Trial over: nothing was written.
cli-import-nothing-new = The export says nothing new: nothing was written.
cli-imported = Objects imported: { $rows }. To undo: atelier import undo { $batch }
cli-import-undone = The import { $batch } is undone; what the other facts say remains.
cli-import-none = No import.
cli-import-line = { $batch } · { $day } · { $actor } · { $source } · objects: { $rows }
cli-import-line-undone = { $batch } · { $day } · { $actor } · { $source } · objects: { $rows } · undone
cli-import-kind = { $kind }: { $count }
cli-import-cases = Won: { $won } · lost: { $lost } · open: { $open }, { $unknown } of them without account · won value: { $value } · people without any deal: { $idle }
cli-import-stage = {"  "}stage “{ $stage }”: { $count }
cli-import-won-cycle = Cycle of won deals: { $mean } days on average, median { $median }
cli-import-lost-cycle = Cycle of lost deals: { $mean } days on average, median { $median }
cli-standards-none = Nothing to propose: what is measured is not enough, or says the same as the standards.
cli-standard-differs = * { $code }: standard { $present }, measured { $measured } (between { $low } and { $high }, on { $n } cases): to be reviewed
cli-standard-agrees = {"  "}{ $code }: standard { $present }, measured { $measured } (between { $low } and { $high }, on { $n } cases): agrees
cli-assumed-workshop = No workshop file: 35 h a week, French public holidays, half of the time for planned actions. To correct it: atelier workshop export, then import.
cli-day-of = { $person }, { $day }
cli-day-unplaced = { $count ->
    [one] One action without date:
   *[other] { $count } actions without date, among them:
}
cli-plan-title-unpublished = { $name } · best plan found, not published · { $first } to { $last }
cli-plan-title = { $name } · plan { $version } · { $first } to { $last }
cli-plan-objective = {"  "}{ $process }: objective { $quantity }
cli-plan-aim = {"  "}{ $process }: { COUNT($deals) ->
    [one] { $deals } deal
   *[other] { $deals } deals
}, { COUNT($contacts) ->
    [one] { $contacts } net contact
   *[other] { $contacts } net contacts
} to make
cli-plan-aim-overdue = {"  "}{ $process }: { COUNT($deals) ->
    [one] { $deals } deal
   *[other] { $deals } deals
}, { COUNT($contacts) ->
    [one] { $contacts } net contact
   *[other] { $contacts } net contacts
} to make, part of which should have begun before the period
cli-plan-kind = {"  "}{ $kind }: { $load } of { $capacity } ({ $ratio })
cli-plan-kind-no-capacity = {"  "}{ $kind }: { $load } to do, no known capacity
cli-plan-worst = {"    "}worst week: { $ratio } in { $week }
cli-plan-shortage = {"    "}largest cumulative shortage: { $missing } at { $week }
cli-bottleneck = { $rank }. { $place }: { $sentence }
cli-release-held =
    { $count ->
        [one] {"    "}{ $units } new case wanted in { $from } is held: no week of the plan lets it through.
       *[other] {"    "}{ $units } new cases wanted in { $from } are held: no week of the plan lets them through.
    }
cli-release-later =
    { $count ->
        [one] {"    "}{ $units } new case wanted in { $from } is launched in { $to }, when the buffer asks for it.
       *[other] {"    "}{ $units } new cases wanted in { $from } are launched in { $to }, when the buffer asks for them.
    }
cli-release-ahead =
    { $count ->
        [one] {"    "}{ $units } new case wanted in { $from } is launched as early as { $to }: the buffer has room.
       *[other] {"    "}{ $units } new cases wanted in { $from } are launched as early as { $to }: the buffer has room.
    }
cli-service = { $process } · at a service level of { $percent }%: { $starts } contacts to make, { $mean } on average
cli-service-no-chain = { $process } · the service level of { $percent }% is not computed, the bill not being a chain: { $mean } contacts to make, on average
cli-rough-cut-fits = Rough cut: people, their skills and their weeks are enough.
cli-rough-cut-short = Rough cut, what cannot be held:
cli-plan-no-shortage = {"    "}no cumulative shortage
cli-plan-schedule-told = {"  "}Schedule: { COUNT($placed) ->
    [one] { $placed } action
   *[other] { $placed } actions
} with a date, { $late } of them late, { $unplaced } without
cli-plan-cases-unplaced = {"  "}{ COUNT($count) ->
    [one] { $count } open deal stands
   *[other] { $count } open deals stand
} in no step of a planned process
cli-compared = { $count ->
    [0] Nothing moved.
    [one] One change:
   *[other] { $n } changes:
}
cli-fact-line = {"  "}fact: { $day } · { $actor } · { $source }
cli-used = { $process } · step “{ $step }”
cli-order-told = { $order } · { $operation } · { $customer } · { $when } · { $people } · { $state }
cli-order-freed = { $count ->
    [one] One action ahead on this deal is freed.
   *[other] { $count } actions ahead on this deal are freed.
}
table-needs = Net needs per week
table-operations = Operations
column-minutes = Minutes
column-strength = Strength
column-reason = Reason
table-bottlenecks = What holds back
column-rank = Rank
column-place = Where
column-stake = At stake
column-at-least = At least
column-detail = Detail
table-release = Launches
column-buffer = Buffer
column-target = Target
column-wanted = Wanted
column-allowed = Allowed
column-launched = Launched
table-rough-cut = Rough cut
table-load = Load and capacity
table-people = Load per person
table-schedule = Schedule
table-day = Day
table-scenarios = Scenarios
table-level = Levelling
table-by-team = By team
table-by-product = By product
table-by-owner = By owner
table-by-stage = By stage of the export
table-total = total
table-over = over
table-unplaced = no date
table-late = late
table-tight = last day
table-on-time = on time
table-yes = yes
table-no = no
table-before = before
table-insufficient = insufficient
column-process = Process
column-step = Step
column-week = Week
column-entering = Entering
column-taken = From WIP
column-net = To produce
column-kind = Kind
column-load = Load
column-capacity = Capacity
column-ratio = Ratio
column-cumulated-load = Cumulative load
column-cumulated-capacity = Cumulative capacity
column-shortage = Shortage
column-who = Who
column-weeks = Weeks
column-person = Person
column-own = Own deals
column-shared = Shared
column-over = Over
column-order = Order
column-start = Start
column-end = End
column-people = Who
column-customer = Customer
column-operation = Action
column-due = Due
column-state = State
column-why = Why
column-medium = Place or medium
column-scenario = Scenario
column-contacts = Contacts
column-margin-per-hour = Margin per bottleneck hour
column-feasible = Fits
column-levelled = Levelled load
column-name = Name
column-won = Won
column-lost = Lost
column-open = Open
column-yield = Yield
column-yield-low = Low bound
column-yield-high = High bound
column-median-days = Median (days)
column-mean-days = Mean (days)
column-value = Won value

app-row-missing = Table { $table } of { $company } does not show row { $row }.
    .why = The facts give it. Rows that differ in all: { $count }.
    .remedy = Rebuild the tables: atelier rebuild; if it comes back, something else writes into the database.
app-row-extra = Table { $table } of { $company } shows row { $row }.
    .why = No fact gives it. Rows that differ in all: { $count }.
    .remedy = Rebuild the tables: atelier rebuild; if it comes back, something else writes into the database.
app-row-changed = Row { $row } of table { $table } of { $company } was changed, column { $column }.
    .why = It does not say what the facts say. Rows that differ in all: { $count }.
    .remedy = Rebuild the tables: atelier rebuild; if it comes back, something else writes into the database.
app-unwritable-file = The file “{ $file }” cannot be written.
    .why = The system answers: { $cause }.
    .remedy = Check the path and the rights.
app-no-scenarios = There are no scenarios.
    .why = No file is given, and the company has recorded none.
    .remedy = Try one and keep it, or give a file (on the command line: atelier plan scenarios FILE).
app-confirm-time = { $given } for a day of { $day }: to be confirmed.
    .why = With what is already declared that day, the time exceeds the working day.
    .remedy = If that is right, confirm it (on the command line: --confirm).

cli-in-progress = Work in progress: deals per step, age, value, next date
cli-indicators = Indicators, planned and actual, and what makes them
cli-size = Sizes a sales force by its workload
cli-plan-costs = Costs per hour, action, contact and deal
cli-plan-weeks = Rolling view of 52 weeks
cli-arg-objects = Shows the objects that make this indicator
cli-arg-classes = Class of accounts: name:accounts:visits a year:minutes
cli-arg-selling-hours = Selling hours of a person in a year
cli-sized = { $work } of work a year: { COUNT($people) ->
    [one] { $people } person
   *[other] { $people } people
}, that is { $headcount }
cli-wip-line = { $step }: { COUNT($count) ->
    [one] { $count } deal
   *[other] { $count } deals
}; older than twice { COUNT($days) ->
    [one] { $days } day
   *[other] { $days } days
}: { $late }
cli-little = Open deals: { $open }; the throughput and cycle of the last twelve months would make { $expected } (Little’s law)
table-starts = Contacts to make by wanted certainty
table-costs = Costs per kind
table-unit-costs = Unit costs
table-operation-costs = Costs per action
table-weeks = Rolling view
table-wip = Work in progress
table-indicators = Indicators
table-frozen = frozen
table-firm = firm
table-open = open
table-no-step = no step
table-old = old
column-deals = Deals
column-mean = On average
column-at-50 = At 50%
column-at-80 = At 80%
column-at-95 = At 95%
column-hour-cost = Hour cost
column-cost = Cost
column-per-contact = Per contact
column-per-deal = Per deal
column-hours-per-deal = Bottleneck hours per deal
column-without-cost = Without cost
column-monday = Monday
column-zone = Zone
column-age-days = Age (days)
column-next = Next date
column-mark = Mark
column-indicator = Indicator
column-planned = Planned
column-actual = Actual
column-objects = Objects
column-decision = Decision served
app-bad-class = “{ $given }” is not a class of accounts.
    .why = A class is written name:accounts:visits a year:minutes, in whole numbers.
    .remedy = For example: A:1000:36:60.
app-unknown-indicator = The indicator “{ $given }” is not known.
    .why = The dictionary holds: { $known }.
    .remedy = Use one of these codes.
column-expected-value = Expected value
column-bottleneck = Bottleneck
cli-process-serves = {"  "}strategic line: { $line }
cli-process-orphan = {"  "}no strategic line
app-no-command = The command is missing.
    .why = The program expects a verb: for example demo, import or plan.
    .remedy = See the list: atelier --help.
app-unknown-command = The command “{ $given }” does not exist.
    .why = The nearest: { $near }.
    .remedy = See the list with --help.
app-unknown-option = “{ $given }” is not expected here.
    .why = The nearest option: { $near }.
    .remedy = See the options of the command with --help.
app-bad-option-value = “{ $given }” does not suit { $option }.
    .why = What is expected: { $form }.
    .remedy = Correct the value and run the command again.
app-missing-option = { $option } is missing.
    .why = The command cannot do without it.
    .remedy = Add it; --help says what it is.
app-options-conflict = { $option } and { $other } do not go together.
    .why = Each of these options says the same thing in another way.
    .remedy = Keep one of the two.
app-unreadable-line = The command could not be read.
    .why = Detail: { $cause }.
    .remedy = See the form expected with --help.
app-file-needed = A workbook is written to a file.
    .why = It is not made to be read in a terminal.
    .remedy = Add --out FILE.xlsx.
app-no-history = No deal has been brought in yet.
    .why = The diagnosis measures what happened; the company has neither open nor closed deals.
    .remedy = Import the export of your present tool: atelier import crm FOLDER --mapping FILE.
cli-plan-cases-foreign = {"  "}{ COUNT($count) ->
    [one] { $count } open deal follows a process that is not recorded: none of its actions is planned
   *[other] { $count } open deals follow a process that is not recorded: none of their actions is planned
}
cli-arg-help = Shows this help
cli-arg-program-version = Shows the version of the program
app-unreadable-address = The end of this address cannot be read: { $cause }.
    .why = A question in it is unknown, asked twice, or badly written.
    .remedy = Start again from the home page, or correct the address following the description of the API.

app-period-too-long = The period runs from { $from } to { $to }.
    .why = A plan covers { $weeks } weeks at most.
    .remedy = Choose a shorter period.
app-no-installation = The folder “{ $folder }” holds no Atelier data.
    .why = There is no database in it, and this command does not make one.
    .remedy = Check --data, or create a company: atelier init --name NAME.
app-file-exists = The file “{ $file }” already exists.
    .why = A backup never replaces another one.
    .remedy = Give another name.
app-database-taken = This database already holds companies.
    .why = The demonstration writes its own into an empty database only.
    .remedy = Give an empty database, or leave --database out.

# Looking for a better plan
cli-arg-rule = Who comes first: due-date, or margin (margin per hour of the bottleneck)
cli-arg-improve = Seconds given to looking for a better plan
cli-arg-rounds = Rounds given to looking for a better plan
cli-arg-seed = Seed of the draws: same seed and rounds, same plan
cli-placing = Placing { $settled } / { $tasks }
cli-improving = { $settled } / { $tasks } actions · round { $rounds } · cost { $price } · gap { $gap } at most
cli-stopping = The search stops: the best plan found will be shown, not published. Ctrl+C once more abandons everything.
cli-abandoned = Abandoned: nothing was written.
cli-plan-stopped = Search stopped: this plan is not published, the one before stays in force. To publish one: the same command, with fewer seconds (--improve) or rounds (--rounds).
cli-plan-rule-due = {"  "}Priority: earliest due date first
cli-plan-rule-margin = {"  "}Priority: highest margin per hour of { $kind } first
cli-plan-without-margin = {"    "}margin not known, placed last: { $count ->
    [one] { $count } deal
   *[other] { $count } deals
  } ({ $names })
cli-plan-price = {"  "}Cost of the plan: { $price } weighted minutes late, at least { $least } for any plan, a gap of { $gap } at most

# Planning again, looking for a time
cli-plan-replan = What an event changes, before accepting it
cli-plan-slots = The five best slots for an action
cli-arg-absence = Absence: PERSON:FROM:TO (both days inside)
cli-arg-lost = Lost deal: its key
cli-arg-urgent = Urgent deal: its key
cli-arg-shift = Moved appointment: ORDER:YYYY-MM-DDTHH:MM
cli-arg-overrun = Action that lasts longer: ORDER:MINUTES more
cli-arg-cancel = Cancelled appointment: ORDER
cli-arg-replan-reason = Reason, in a few words; asked when a frozen week changes
cli-arg-accept = Accepts the proposal and records it
cli-arg-operation = Operation, by code
cli-arg-finding = Rule of the remark: LNT-21…
cli-arg-step = Step, by code
cli-arg-design-reason = Reason, in a few words
cli-arg-undo = Takes back what had been granted
cli-arg-case = Deal, by key
cli-replan-told = Proposal: { $moved ->
    [one] { $moved } action moved
   *[other] { $moved } actions moved
}, { $late } late, { $freed } freed, { $unplaced } without a date, { $placed } placed
cli-replan-more = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}
cli-replan-proposed = Nothing is recorded. To accept: the same command with --accept
cli-replan-frozen = Week { $week } is frozen and an action of it changes: to accept, say why with --reason
cli-replan-accepted = Accepted: plan { $version }
cli-replan-past = The absence is past: with --accept it is noted in the workshop, and nothing is planned again.
cli-replan-no-sheet = The workshop has no sheet: the absence holds for this proposal. Import a sheet to keep it.
cli-slots-none = No room up to the end of the plan.
cli-warned = Note: { $text }

# Two versions side by side
table-compared = Two versions
column-figure = Figure
column-old = Before
column-new = After
column-version = Version of the plan
cli-compared-load = Load, { $kind }
cli-compared-placed = Actions with a date
cli-compared-late = Late
cli-compared-unplaced = Without a date
cli-compared-price = Cost (weighted minutes late)
cli-compared-origin = Origin
cli-compared-reason = Reason given
cli-compared-gap = Gap at most

app-plan-too-old = This plan cannot be planned again.
    .why = It was made before the bounds of its actions were kept.
    .remedy = Make the plan again: atelier plan make.
app-unknown-case = Deal “{ $given }” is unknown or no longer open.
    .why = A deal is named by its key, the one of the previous system.
    .remedy = Take a key from atelier in-progress.
app-bad-event = “{ $given }” cannot be read.
    .why = PERSON:FROM:TO, ORDER:YYYY-MM-DDTHH:MM or ORDER:MINUTES is expected.
    .remedy = For instance --absence "Ana:2027-01-11:2027-01-13".
app-move-to-the-past = { $day } is past.
    .why = What has taken place is a fact to declare, not an appointment to place.
    .remedy = Give a day to come, or declare the action: atelier order declare.
app-move-outside-plan = { $day } is outside the plan, which ends on { $last }.
    .why = Nothing is planned beyond.
    .remedy = Give a day of the plan, or make a longer plan.
app-order-without-date = Order “{ $given }” has no date to come.
    .why = Only what is placed and still to be done is moved, lengthened or cancelled.
    .remedy = Look for a slot: atelier plan slots.
cli-plan-price-alone = {"  "}Cost of the plan: { $price } weighted minutes late

app-outside-working-time = { $person } does not work on { $day } at { $time } for the whole action.
    .why = Nothing is scheduled in people’s own time.
    .remedy = Give a time within working hours, or look for a slot: atelier plan slots.

app-page-length = A page cannot have { $given } rows.
    .why = A page has 1 to { $most } rows.
    .remedy = Ask for fewer rows, and for the next page with “after”.
app-unknown-sort = The order “{ $given }” does not exist.
    .why = This list can be sorted by: { $known }.
    .remedy = Choose one of these.
app-bulk-length = { $given } records are too many for one request.
    .why = A request has 1 to { $most }.
    .remedy = Send several requests, each with its idempotency key.
app-other-process = The text describes the process “{ $given }”, the address “{ $address }”.
    .why = A sheet is kept under the code it says.
    .remedy = Correct the code in the text, or the address.
app-too-many-files = The form has more than { $most } files.
    .why = A limit protects the server.
    .remedy = Import in several batches.
app-file-name = The file name “{ $given }” is not possible.
    .why = A name has letters, digits, dots, dashes or spaces, and does not begin with a dot.
    .remedy = Rename the file, and its name in the mapping.
app-no-mapping = The mapping is missing.
    .why = It says what the columns of the files mean.
    .remedy = Add a part “mapping”, as TOML, to the form.
app-unknown-export = There is no list “{ $given }” to export.
    .why = The lists are accounts and opportunities, as .csv or .xlsx.
    .remedy = Ask for accounts.csv for instance.
app-export-length = The list is longer than { $most } rows.
    .why = A longer file is hard to open in a spreadsheet.
    .remedy = Read the list page by page.

export-accounts = Accounts
export-opportunities = Deals
export-id = Identity
export-key = Key
export-name = Name
export-sector = Sector
export-country = Country
export-siren = SIREN
export-siret = SIRET
export-account = Account
export-owner = Owner
export-stage = Source stage
export-standing = Standing
export-process = Process
export-step = Step
export-engaged = Engaged on
export-closed = Closed on
export-value = Value
export-currency = Currency
# People at customers, terms of keeping, consultation of the council
cli-person = People at customers: records, consent, erasure
cli-person-keep = Records somebody or changes them; what is not given stays
cli-person-list = Lists people, by name
cli-person-consent = Records consent or an objection
cli-person-may = Says whether somebody may be contacted, and why
cli-person-erase = Erases somebody, for good
cli-person-erased = Lists those erased, saying nothing about them
cli-person-archive = Puts a person into the archive, where others no longer see them
cli-person-archived = Lists the people in the archive
cli-person-archived-package = Writes the file of a person in the archive, with the files about them
cli-person-take-out = Takes a person out of the archive: everything reads as before
cli-merge = Accounts and people written down twice
cli-merge-account = Merges an account into another, which stays
cli-merge-person = Merges a person’s card into another, which stays
cli-merge-undo = Undoes a merge: everything is as before
cli-merge-list = Lists the merges in force
cli-arg-kept = The one that stays: identity, or key of the account
cli-arg-gone = The one that goes: identity, or key of the account
cli-arg-take = Value taken from the one that goes: name, sector, country, parent, siren, facets; name, function, mail, phone, language, account
cli-retention = How long each person is kept
cli-retention-list = Shows until when people are kept
cli-retention-letter = Drafts the question asked at the end of the term: does the person want to stay?
cli-retention-ask = Notes that the question was asked, once only
cli-retention-apply = Shows whose term is over; with --confirm, archives or erases them
cli-gate = The consultation of the works council
cli-gate-show = Shows what waits for the consultation
cli-gate-file = Writes the file for the works council: what is kept about those who work here
cli-gate-record = Records the day of the consultation
cli-arg-id = Identity of the person
cli-arg-number = Key in the source, which says nothing of the person
cli-arg-person-name = Name of the person
cli-arg-account = Key of the account
cli-arg-function = Function
cli-arg-mail = Email address
cli-arg-phone = Telephone
cli-arg-language = Language, two letters
cli-arg-begins = Beginning of the name
cli-arg-channels = Channel: mail, phone, message, post, visit; all of them without it
cli-arg-channel = Channel: mail, phone, message, post, visit
cli-arg-aims = Purpose: prospecting, contract, survey; all of them without it
cli-arg-aim = Purpose: prospecting, contract, survey
cli-arg-choice = Answer: agreed or objected
cli-arg-on = Day (YYYY-MM-DD)
cli-arg-source = How it is known, in few words
cli-arg-reason = Reason: request, objection, retention, mistake
cli-arg-list = File of people to erase again, as “person erased --out” writes it
cli-arg-until = Due on that day at the latest (YYYY-MM-DD)
cli-arg-unasked = Those due whom nobody asked, too
cli-arg-ground = Ground of the archive: contract (5 years) or accounts (10 years)
cli-arg-consulted-on = Day of the consultation (YYYY-MM-DD)
cli-arg-proof = Where the proof is, in few words
cli-person-kept = { $name } is recorded: { $id }
cli-person-none = Nobody.
cli-person-line = { $id } · { $name } · { $function } · { $mail } · { $phone }
cli-person-said = Noted: { $channel }, { $aim }: { $choice }.
cli-person-may-yes = Yes. { $why }
cli-person-may-not = No. { $why }
cli-person-gone = The person { $id } is erased ({ $reason }). Earlier backups still hold them.
cli-person-left = The person { $id } is not here, or is erased already.
cli-person-none-erased = Nobody was erased.
cli-person-archive-done = Person { $id } is in the archive until { $until }. Earlier backups still hold them where people work.
cli-person-take-out-done = Person { $id } is out of the archive.
cli-person-none-archived = Nobody is in the archive.
cli-person-archived-line = { $id } · { $name } · { $firm } · ground “{ $ground }” · to be erased on { $until }
cli-merge-done = “{ $gone }” is merged into “{ $kept }”, under which everything is read. To undo: atelier merge undo { $id }
cli-merge-undone = “{ $gone }” and “{ $kept }” are two again. What was written of “{ $kept }” since then stays with it.
cli-merge-none = Nothing is merged.
cli-merge-line = “{ $gone }” ({ $id }) is under “{ $kept }”
cli-retention-line = { $due } · { $name } · { $id } · rule “{ $kept }”, counted from { $base } · { $stage }
cli-retention-running = term running
cli-retention-to-ask = to be asked: do they want to stay?
cli-retention-asked = Noted: the question was asked on { $day }; without an answer, they leave on { $until }.
cli-retention-waiting = asked on { $asked }, without an answer until { $until }
cli-retention-over = over: asked on { $asked }, did not agree
cli-retention-open = – · { $name } · { $id } · a deal is open
cli-retention-none = Nothing is due.
cli-retention-dry = Nobody left: atelier retention apply --until DAY --confirm archives or erases those whose term is over.
cli-retention-applied = People erased: { $count }. Put into the archive: { $archived }.
cli-retention-to-archive = {"  "}to the archive until { $until }
cli-retention-out-of-archive = { $until } · { $id } · to be erased from the archive
cli-gate-open = Consultation recorded: { $day } ({ $proof }).
cli-gate-closed = No consultation is recorded: what follows stays shut.
cli-demo-gate = { $company }: a consultation of the works council is recorded for the demonstration; nobody was consulted.
cli-demo-proof = none: demonstration

# The package handed to a person
column-datum = Datum
column-content = Content
column-since = Since
column-origin = Origin
column-function = Function
column-mail = Mail
column-phone = Telephone
column-language = Language
column-number = Key
column-firm = Firm
column-channel = Channel
column-aim = Purpose
column-choice = Answer
column-on = Day
column-at = When
column-actor = By
column-act = Act
column-stage = Stage
column-standing = Standing
column-engaged = Engaged on
column-closed = Closed on
column-user = User
column-permission = Permission
column-outcome = Outcome
column-rule = Rule
column-base = Counted from
column-until = Until
table-identity = Identity
table-consents = Consents and objections
table-history = Everything that was said
table-their-cases = Deals of the company
table-their-orders = Actions on those deals
table-accesses = Who read
table-retention = Term of keeping
cli-person-package = Writes the file to hand over to a person
