# Upkeep

## Users and units
upkeep-users-question = Who can sign in, and to do what?
upkeep-users-sentence =
    { $count ->
        [one] One person can sign in.
       *[other] { $n } people can sign in.
    }
upkeep-add-user = Invite somebody
upkeep-invite = Invite
upkeep-keep = Save
upkeep-kept = { $name }: change saved.
upkeep-change = Edit
upkeep-change-of = Edit { $name }
upkeep-invite-again = New link
upkeep-invite-again-of = New link to invite { $name }
upkeep-disable = Disable
upkeep-disable-of = Disable { $name }
upkeep-enable = Enable
upkeep-enable-of = Enable { $name }
upkeep-did-disabled = { $name } can no longer sign in.
upkeep-did-active = { $name } can sign in again.
upkeep-standing-active = active
upkeep-standing-disabled = disabled
upkeep-invitation-mailed = The invitation of { $name } leaves by mail to { $login }.
upkeep-invitation-of = Invitation link for { $name }
upkeep-invitation-why = Send it to this person only. It is shown once and works for seven days.
upkeep-by-mail = Send the invitation by email
upkeep-by-mail-why = A link to choose a password goes to their address; nobody else sees it.
upkeep-by-link-why = The link is shown to you once, to be handed over yourself.
upkeep-copy = Copy
upkeep-copied = Copied
upkeep-name = Name
upkeep-login = Email address
upkeep-roles = Roles
upkeep-role-director = sales director
upkeep-role-manager = team manager
upkeep-role-seller = seller
upkeep-role-sales-ops = sales operations
upkeep-role-finance = finance
upkeep-role-compliance = compliance
upkeep-role-human-resources = human resources
upkeep-role-coach = coach
upkeep-role-general-management = general management
upkeep-role-partner-admin = partner administrator
upkeep-role-partner-user = partner user
upkeep-role-auditor = auditor
upkeep-role-administrator = administrator
upkeep-no-role = Tick at least one: without a role nobody can do anything.
upkeep-despite = Control that makes up for combining these roles
upkeep-despite-hint = Who reviews what, and how often.
upkeep-unit = Unit
upkeep-no-unit = none
upkeep-person = Person in the workshop
upkeep-person-hint = Their code in the file of teams, such as “camille”: a seller reads their own day.
upkeep-person-why = Who they are in the plan: a seller reads their own day.
upkeep-no-person = none
upkeep-firm = Partner firm
upkeep-units = Units
upkeep-no-units = No unit: everybody sees what their role alone allows.
upkeep-new-unit = Add a unit
upkeep-part-of = in { $unit }
upkeep-nobody = nobody
upkeep-vacant = Nobody is in charge
upkeep-deputy-is = deputy: { $name }
upkeep-parent = Is part of
upkeep-supervisor = Head
upkeep-deputy = Deputy
upkeep-unit-kept = Unit { $unit } saved.

## Jobs
upkeep-jobs-question = What is the server doing right now?
upkeep-jobs-sentence =
    { $count ->
        [0] Nothing: every job has finished.
        [one] One job is running or waiting.
       *[other] { $n } jobs are running or waiting.
    }
upkeep-verify = Check the ledger now
upkeep-verify-why = Every figure shown is counted again from the facts, and the facts compared with the signed tree; each night this is done without asking.
upkeep-no-jobs = No job has been started yet.
upkeep-no-jobs-why = A plan started from the Plan page, an import, a check of the ledger: whatever takes time appears here.
upkeep-job-plan = Planning
upkeep-job-import = File import
upkeep-job-verify = Check of the ledger
upkeep-job-webhook = Message to a notified address
upkeep-job-mail = Sending an email
upkeep-job-overload = Weekly notice of overload
upkeep-job-is-waiting = waiting
upkeep-job-is-running = running
upkeep-job-is-done = done
upkeep-job-is-failed = failed
upkeep-job-is-cancelled = cancelled
upkeep-progress = { $done } of { $total }
upkeep-progress-of = Progress: { $name }
upkeep-cancel-job = Cancel this job
upkeep-older = Earlier ones

## Access journal
upkeep-journal-question = Who tried to read what?
upkeep-journal-own = Only your own lines are shown: those of others wait for the consultation of the works council.
upkeep-journal-sentence = Refusals, and what people who can read everything have read. A line cannot be corrected, and is erased only after twelve months.
upkeep-journal-logins = Your role reads the logins; names are for those who manage users.
upkeep-object-by-password = by password
upkeep-object-by-second-factor = by the second factor
upkeep-object-by-invitation = by an invitation
upkeep-object-by-provider = by the identity provider
upkeep-object-accesses = the access journal
upkeep-object-accounts = accounts
upkeep-object-approvals = deals to confirm
upkeep-object-archives = archives
upkeep-object-board = the planning board
upkeep-object-bottlenecks = what holds the plan back
upkeep-object-cascade = the cascade of objectives
upkeep-object-checkpoint = the checkpoint of the ledger
upkeep-object-companies = companies
upkeep-object-contacts = contacts
upkeep-object-conversations = conversations
upkeep-object-day = the day
upkeep-object-exports = exports
upkeep-object-facts = the ledger
upkeep-object-feed = the calendar feed
upkeep-object-files = files
upkeep-object-flow = the flow of conversations
upkeep-object-funnel = net needs
upkeep-object-gate = the consultation of the council
upkeep-object-give-back = the time given back
upkeep-object-imports = imports
upkeep-object-indicators = indicators
upkeep-object-invitation = an invitation
upkeep-object-jobs = jobs
upkeep-object-load = the load of the plan
upkeep-object-merges = merges
upkeep-object-objectives = objectives
upkeep-object-opportunities = deals
upkeep-object-orders = actions
upkeep-object-people = the people of the plan
upkeep-object-plans = the versions of the plan
upkeep-object-processes = processes
upkeep-object-promise = what can be promised
upkeep-object-promises = promises
upkeep-object-replan = planning again
upkeep-object-retention = how long data is kept
upkeep-object-roles = roles
upkeep-object-scenarios = scenarios
upkeep-object-search = the search
upkeep-object-session = the session
upkeep-object-sessions = sessions
upkeep-object-suggestions = suggestions
upkeep-object-tokens = access keys
upkeep-object-units = units
upkeep-object-users = users
upkeep-object-views = saved views
upkeep-object-webhooks = webhooks
upkeep-object-why = the reason of a date
upkeep-object-wip = work in progress
upkeep-object-workshop = teams and their hours
upkeep-no-accesses = No access has been recorded yet.
upkeep-no-accesses-why = Refusals and privileged reads will appear here.
upkeep-outcome-refused = refused
upkeep-outcome-read = read
upkeep-outcome-written = written
upkeep-outcome-entered = came in
upkeep-column-when = When
upkeep-column-who = Who
upkeep-column-outcome = Outcome
upkeep-column-permission = Permission
upkeep-column-object = Object

## Settings
upkeep-settings-question = How does Atelier talk to other tools?
upkeep-settings-answer = { $hooks ->
    [0] No address is notified
    [one] One address is notified
   *[other] { $hooks } addresses are notified
  }, { $keys ->
    [0] and you have no key.
    [one] and you have one key.
   *[other] and you have { $keys } keys.
  }
upkeep-keys = My keys for programs
upkeep-keys-why = A program that holds a key can do what you can do, and never more. Every key has an end date.
upkeep-no-keys = You have no key.
upkeep-key-ends = until { $day }
upkeep-key-seen = last used { $day }
upkeep-make-key = Create a key
upkeep-key-name = What it is for
upkeep-key-days = Duration, in days
upkeep-key-scope = Permissions
upkeep-key-all = all of mine
upkeep-key-read = read only
upkeep-key-of = Key “{ $name }”
upkeep-key-once = Give it to the program now: it is shown only once.
upkeep-withdraw = Withdraw
upkeep-withdraw-of = Withdraw the key “{ $name }”
upkeep-withdrawn = Key “{ $name }” withdrawn.
upkeep-hooks = Addresses notified of events (webhooks)
upkeep-no-hooks = No address is notified.
upkeep-hook-add = Notify an address
upkeep-hook-url = Address (https)
upkeep-hook-every = everything that happens
upkeep-hook-secret = Signing secret for { $url }
upkeep-hook-once = Messages are signed with it. It is shown only once.
upkeep-hook-test = Test
upkeep-hook-test-of = Test { $url }
upkeep-hook-tested = { $url } answered { $status }.
upkeep-hook-rotate = New secret
upkeep-hook-rotate-of = New secret for { $url }
upkeep-hook-remove = Stop notifying
upkeep-hook-remove-of = Stop notifying { $url }
upkeep-hook-removed = { $url } is no longer notified.
upkeep-keeping-question = What do we keep about people, and with whose consent?
upkeep-gate = Consultation of the works council
upkeep-gate-open = Consulted on { $day }. Proof: { $proof }
upkeep-gate-shut = Not consulted yet: whatever observes a person at work stays closed.
upkeep-gate-behind = Waiting for it: { $watches }.
upkeep-watch-diagnosis-by-person = the diagnosis by person
upkeep-watch-yield-of-person = the yield of a person
upkeep-watch-readings-of-others = what others looked at (except for compliance, auditors and administrators)
upkeep-watch-authors-of-facts = the author of each entry of the ledger (except for compliance and auditors)
upkeep-gate-day = Day of the consultation
upkeep-gate-proof = Where the proof is
upkeep-gate-record = Record the consultation
upkeep-gate-recorded = Consultation recorded.
upkeep-council = File for the works council: what is kept about those who work here
upkeep-council-answer =
    { $count ->
        [one] One kind of data is about those who work here, { $waiting } of it waiting for the consultation of the council.
        *[other] { $n } kinds of data are about those who work here, { $waiting } of them waiting for the consultation of the council.
    }
upkeep-council-print = Print the file
upkeep-council-download = Download the file
upkeep-council-name = works-council.html
upkeep-council-made = { $company }, made by Atelier { $version } on { $day }.
upkeep-council-waits = waits for the consultation
upkeep-council-holds = Content
upkeep-council-serves = Purpose
upkeep-council-space = Area
upkeep-council-readers = Read by
upkeep-council-writers = Written by
upkeep-council-kept = Kept
upkeep-council-nobody = nobody
upkeep-council-program = the program itself
upkeep-council-others = The other data do not speak of employees: { $names }.
upkeep-retention = Retention periods
upkeep-retention-none = Nobody has come to the end of their term of keeping.
upkeep-retention-some =
    { $count ->
        [one] One person has come to the end of their term of keeping: { $ask } to ask, { $wait } waiting for an answer, { $over } to leave.
        *[other] { $n } people have come to the end of their term of keeping: { $ask } to ask, { $wait } waiting for an answer, { $over } to leave.
    }
upkeep-retention-to-ask = { $name }: at the end of their term since { $day }. Ask them once whether they want to stay.
upkeep-retention-asked = { $name }: asked on { $asked }, without an answer. To leave on { $until }.
upkeep-retention-silent = { $name }: asked on { $asked }, never answered. To leave.
upkeep-retention-no = { $name }: asked on { $asked }, the answer is no. To leave.
upkeep-retention-question = The question
upkeep-retention-question-of = The question to { $name }
upkeep-retention-first = The first { $n } are shown.
upkeep-retention-end = End the terms that are over
upkeep-retention-end-what = People whose firm concluded a deal go to the archive as long as the contract may have to be proved: they leave every list, and only compliance reads them there. The others are erased for ever, and their key destroyed.
upkeep-retention-ground = Ground of the archive
upkeep-retention-ground-contract = the contract, 5 years
upkeep-retention-ground-accounts = the accounts, 10 years
upkeep-retention-ground-from = The years count from the last deal concluded.
upkeep-retention-archived =
    { $count ->
        [one] One person is at the end of their term in the archive: they are to be erased.
        *[other] { $n } people are at the end of their term in the archive: they are to be erased.
    }
upkeep-retention-unasked =
    { $count ->
        [one] The person whom nobody asked, too
        *[other] The { $n } people whom nobody asked, too
    }
upkeep-retention-so-many =
    { $count ->
        [0] Nobody is to leave.
        *[other] To the archive: { $archived }. Erased for ever: { $erased }.
    }
upkeep-retention-count = Number of people who leave
upkeep-retention-count-wrong = Type { $n } to confirm.
upkeep-retention-end-do = End these terms
upkeep-retention-ended = Terms ended: { $archived } to the archive, { $erased } erased.
upkeep-archives = Archive
upkeep-archives-what = People kept apart to prove a contract or support the accounts. Nobody else sees them, in lists or exports.
upkeep-archives-find = Find by name
upkeep-archives-none = Nobody is in the archive.
upkeep-archives-not-found = Nobody in the archive has “{ $text }” in their name.
upkeep-archives-contract = Contract: in the archive since { $on }, to be erased on { $until }.
upkeep-archives-accounts = Accounts: in the archive since { $on }, to be erased on { $until }.
upkeep-archives-package = File
upkeep-archives-package-of = File of { $name }
upkeep-archives-take-out = Take out of the archive
upkeep-archives-take-out-of = Take out of the archive: { $name }
upkeep-archives-taken-out = { $name } is among those you work with again.
upkeep-archives-part = { $n } people shown here, of { $all }.
upkeep-archives-next = The next ones
upkeep-archives-first = Back to the first ones
upkeep-question-of = The question to { $name }
upkeep-question-what = A draft to read again and to send yourself. The answer is noted with what the person agreed to, on the page of their firm: a yes keeps them, an objection erases them.
upkeep-question-language = Language of the letter
upkeep-question-mail = Open in the mail program
upkeep-question-copy = Copy
upkeep-question-copied = Copied.
upkeep-question-not-copied = The browser refuses access to the clipboard: select the text and copy it.
upkeep-question-channel = Asked by
upkeep-question-note = Note that the question was asked
upkeep-question-noted = Question to { $name }: noted.
upkeep-question-asked = Asked on { $day }; without a yes, to be erased on { $until }.
upkeep-channel-mail = mail
upkeep-channel-phone = telephone
upkeep-channel-message = message
upkeep-channel-post = post
upkeep-channel-visit = visit
