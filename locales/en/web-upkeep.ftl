# Upkeep

## Users and units
upkeep-users-question = Who may come in, and to do what?
upkeep-users-sentence =
    { $count ->
        [one] One person may come in.
        *[other] { $n } people may come in.
    }
upkeep-add-user = Invite somebody
upkeep-invite = Invite
upkeep-keep = Keep
upkeep-kept = { $name }: change kept.
upkeep-change = Change
upkeep-change-of = Change { $name }
upkeep-invite-again = New link
upkeep-invite-again-of = New link for { $name }
upkeep-disable = Disable
upkeep-disable-of = Disable { $name }
upkeep-enable = Enable
upkeep-enable-of = Enable { $name }
upkeep-did-disabled = { $name } may not come in any more.
upkeep-did-active = { $name } may come in again.
upkeep-standing-active = active
upkeep-standing-disabled = disabled
upkeep-invitation-of = Invitation link for { $name }
upkeep-invitation-why = Send it to this person alone. It is shown once and holds for seven days; it serves for a lost password too.
upkeep-copy = Copy
upkeep-copied = Copied
upkeep-name = Name
upkeep-login = Mail address
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
upkeep-role-partner-admin = administrator of a partner
upkeep-role-partner-user = user of a partner
upkeep-role-auditor = auditor
upkeep-role-administrator = administrator
upkeep-despite = Control that makes up for holding both
upkeep-despite-hint = Who reads again, what, and how often.
upkeep-unit = Unit
upkeep-no-unit = none
upkeep-person = Person of the workshop
upkeep-person-hint = Their code, for a seller who reads their day.
upkeep-firm = Partner firm
upkeep-units = Units
upkeep-no-units = No unit: everybody sees by their role alone.
upkeep-new-unit = Add a unit
upkeep-part-of = in { $unit }
upkeep-nobody = nobody
upkeep-vacant = Nobody looks after it
upkeep-deputy-is = deputy: { $name }
upkeep-parent = Is part of
upkeep-supervisor = Supervisor
upkeep-deputy = Deputy
upkeep-unit-kept = Unit { $unit } kept.

## Jobs
upkeep-jobs-question = What is the server doing now?
upkeep-jobs-sentence =
    { $count ->
        [0] Nothing: every job asked for has ended.
        [one] One job is running or waiting.
        *[other] { $n } jobs are running or waiting.
    }
upkeep-no-jobs = No job was asked for.
upkeep-no-jobs-why = A plan asked for from the plan page, a verification of the ledger: all that takes long shows here.
upkeep-job-plan = Planning
upkeep-job-import = Import of files
upkeep-job-verify = Verification of the ledger
upkeep-job-is-waiting = waiting
upkeep-job-is-running = running
upkeep-job-is-done = done
upkeep-job-is-failed = failed
upkeep-job-is-cancelled = cancelled
upkeep-progress = { $done } of { $total }
upkeep-progress-of = Progress: { $name }
upkeep-cancel-job = Cancel this job
upkeep-older = Older

## Access journal
upkeep-journal-question = Who wanted to read what?
upkeep-journal-sentence = What was refused, and what those who may read everything read. A line is neither corrected nor erased.
upkeep-no-accesses = No access is noted.
upkeep-no-accesses-why = Refusals and privileged reading will show here.
upkeep-outcome-refused = refused
upkeep-outcome-read = read
upkeep-outcome-written = written
upkeep-column-when = When
upkeep-column-who = Who
upkeep-column-outcome = Outcome
upkeep-column-permission = Permission asked for
upkeep-column-object = Object

## Settings
upkeep-settings-question = How does Atelier talk to other tools?
upkeep-keys = My keys for programs
upkeep-keys-why = A program that carries a key may do what you may, and never more. It has an end.
upkeep-no-keys = You have no key.
upkeep-key-ends = until { $day }
upkeep-key-seen = last seen { $day }
upkeep-make-key = Make a key
upkeep-key-name = What it is for
upkeep-key-days = How long, in days
upkeep-key-scope = Permissions
upkeep-key-all = all of mine
upkeep-key-read = reading only
upkeep-key-of = Key “{ $name }”
upkeep-key-once = Give it to the program now: it is shown once.
upkeep-withdraw = Withdraw
upkeep-withdraw-of = Withdraw the key “{ $name }”
upkeep-withdrawn = Key “{ $name }” withdrawn.
upkeep-hooks = Addresses told what happens
upkeep-no-hooks = No address is told.
upkeep-hook-add = Tell an address
upkeep-hook-url = Address (https)
upkeep-hook-every = everything that happens
upkeep-hook-secret = Signing secret of { $url }
upkeep-hook-once = Messages are signed with it. It is shown once.
upkeep-hook-test = Try it
upkeep-hook-test-of = Try it: { $url }
upkeep-hook-tested = { $url } answered { $status }.
upkeep-hook-rotate = New secret
upkeep-hook-rotate-of = New secret for { $url }
upkeep-hook-remove = Stop telling
upkeep-hook-remove-of = Stop telling { $url }
upkeep-hook-removed = { $url } is told no more.
upkeep-keeping-question = What do we keep of people, and with whose consent?
upkeep-gate = Consultation of the works council
upkeep-gate-open = Consulted on { $day }. Proof: { $proof }
upkeep-gate-shut = Not consulted yet: what watches a person stays shut.
upkeep-gate-behind = Behind this gate: { $watches }
upkeep-gate-day = Day of the consultation
upkeep-gate-proof = Where the proof is
upkeep-gate-record = Record the consultation
upkeep-gate-recorded = Consultation recorded.
upkeep-retention = Terms of keeping
upkeep-retention-none = Nobody has come to the end of their term of keeping.
upkeep-retention-some =
    { $count ->
        [one] One person has come to the end of their term of keeping.
        *[other] { $n } people have come to the end of their term of keeping.
    }
upkeep-retention-due = { $name }, to be erased since { $day }
