# web-market

market-question = Which accounts do we follow?
market-list = Accounts
market-count = { $count ->
    [0] No account.
    [one] { $count } account.
   *[other] { $count } accounts.
  }
market-count-more = More than { $count } accounts; the rest comes as you scroll.
market-name = Name
market-sector = Sector
market-country = Country
market-key = Source key
market-key-how = Its code in the software it comes from. Optional.
market-siren = SIREN
market-siren-how = Nine digits, or a SIRET. Optional.
market-more = More columns
market-find = Name starting with…
market-find-key = Key starting with…
market-every-sector = All sectors
market-every-country = All countries
market-none = No account matches these filters.
market-none-why = Names are searched from their beginning, ignoring accents and capitals.
market-none-do = Remove the filters
market-empty = No account yet.
market-empty-why = Accounts are the companies you sell to. Add one, or import those of the software you use today.
market-new = Add an account
market-new-do = Add this account
market-no-name = Enter the company’s name.
market-same = An account already has this name.
market-same-siren = An account already has this SIREN.
market-alike = These accounts have a similar name.
market-added = Account added: { $name }.
market-changed = { $name }: “{ $before }” becomes “{ $after }”.
market-meanwhile = Somebody wrote “{ $theirs }” in the meantime.
market-meanwhile-do = Enter keeps your text, Escape keeps theirs.
market-export = Export this view
market-bulk = Bulk edit
market-bulk-change = Change
market-bulk-into = to
market-bulk-do = { $count ->
    [one] Change this account
   *[other] Change these { $count } accounts
  }
market-bulk-progress = { $done } of { $total }; refused: { $refused }.
market-bulk-stop = Stop
market-bulk-refused = { $count ->
    [one] One account was not changed: see why
   *[other] { $count } accounts were not changed: see why
  }
market-bulk-done = { $count ->
    [one] One account changed to “{ $text }”.
   *[other] { $count } accounts changed to “{ $text }”.
  }

## One account
account-title = Account
account-question = Where do we stand with { $name }?
account-answer = { $open ->
    [0] No open deal
    [one] One open deal
   *[other] { $open } open deals
  }
account-answer-health = { $deals }; relationship: { $points } points of { $most }.
account-answer-relation = Relationship: { $points } points of { $most }.
account-all = All accounts
account-identity = Identity
account-change = Edit
account-change-title = Edit { $name }
account-changed = Account edited: { $name }.
account-same-siren = Another account has this SIREN.
account-parent = Parent company
account-parent-see = See the record
account-which = No record is chosen.
account-which-why = The address does not say which one to open.

## Contacts
contact-title = Contacts
contact-new = Add a contact
contact-new-do = Add
contact-edit = Edit the contact
contact-change = Edit { $name }
contact-changed = Record edited: { $name }.
contact-added = Contact added: { $name }.
contact-kept = You are offline: { $name } is kept and will be sent when the network is back.
contact-letter = New contact: { $name }, { $account }
contact-name = Name
contact-function = Job title
contact-phone = Phone
contact-mail = Email address
contact-language = Language (two letters)
contact-no-name = Enter their name.
contact-alike = Already there? Same name, same email or same telephone.
contact-no-function = Job title unknown
contact-none = Nobody is recorded at this company.
contact-none-why = Preparation sheets say whom to meet: record at least one person.
contact-nowhere = This person does not belong to any company.

## Consents
consent-title = Consent
consent-see = Consent of { $name }
consent-of = What { $name } agrees or objects to
consent-none = No answer is recorded yet.
consent-channel = Channel
consent-channel-all = Every channel
consent-channel-mail = Email
consent-channel-phone = Phone
consent-channel-message = Text message
consent-channel-post = Letter
consent-channel-visit = Visit
consent-aim = Purpose
consent-aim-all = Every purpose
consent-aim-prospecting = Prospecting
consent-aim-contract = Contract
consent-aim-survey = Survey
consent-choice = Answer
consent-choice-agreed = Agreed
consent-choice-objected = Objected
consent-source = How they said so
consent-source-how = In a few words, and where the proof is.
consent-no-source = Say how it was said.
consent-do = Record this answer
consent-kept = { $name }’s answer is recorded.

## Deals
deal-question = Where do our deals stand?
deal-one = Deal
deal-all = All deals
deal-title = Deals
deal-list = Deals
deal-count = { $count ->
    [0] No deal.
    [one] { $count } deal.
   *[other] { $count } deals.
  }
deal-count-more = More than { $count } deals; the rest comes as you scroll.
deal-count-worth = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
  }, { $amount }{ $without ->
    [0] { "" }
    [one] {" "}(one without an amount)
   *[other] {" "}({ $without } without an amount)
  }.
deal-count-more-worth = More than { $count } deals; the { $count } read so far come to { $amount }, the rest comes as you scroll.
deal-said = { $key } · { $standing } · Step: “{ $step }”
deal-key = Deal
deal-customer = Account
deal-step = Step
deal-value = Amount
deal-owner = Owner
deal-engaged = Opened on
deal-closed = Closed on
deal-standing = Outcome
deal-standing-open = Open
deal-standing-won = Won
deal-standing-lost = Lost
deal-process = Process
deal-as = Shown as
deal-as-board = By step
deal-as-list = As a list
deal-board = Deals by step, { $process }
deal-board-keys = Drag a deal to another step. On the keyboard: arrows to move around, Alt with the left and right arrows to move the deal.
deal-proof = To leave it: { $proof }
deal-none-step = No deal here
deal-none-here = No deal with this company.
deal-none-open = No open deal.
deal-none-won = No deal won.
deal-none-lost = No deal lost.
deal-none-why = A deal comes from a conversation with an account, or from an import.
deal-moved = { $name }: moved to “{ $step }”.
deal-steps = Customer progress
deal-step-passed = passed
deal-step-now = now
deal-move = Move here
deal-move-to = Move here: “{ $step }”
deal-next = Next action
deal-next-due = no date yet, to be done by { $day }
deal-next-undated = no date yet
deal-next-nobody = Nobody is assigned yet
deal-next-sheet = Open the preparation sheet
deal-next-none = No action is planned for this deal.
deal-next-none-why = The plan proposes some when it is made again. Until then, a conversation noted with its next date brings it back into your day.
deal-facts = The deal
deal-change = Edit { $name }
deal-changed = Deal edited: { $name }.
deal-nobody = Nobody
deal-which = No deal is chosen.
deal-amount = This amount cannot be read.
deal-amount-do = Use figures, for instance 25,000 or 1250.50.
deal-new = New deal
deal-new-with = New deal with { $name }
deal-new-do = Create the deal
deal-name = Name of the deal
deal-name-hint = What sets it apart at this customer, for example “Extension of workshop 2”. It cannot be changed later.
deal-no-name = Give the deal a name.
deal-account-hint = Type the beginning of its name, then choose.
deal-no-account = Choose an account from the list.
deal-no-such-account = No account starts like this. Add it first in Accounts.
deal-step-reached = How far the customer is
deal-value-expected = Amount expected
deal-value-hint = Leave empty if you do not know it yet.
deal-added = Deal created: { $name }, { $account }.

## Personal data of somebody at a customer
personal-title = Personal data
personal-see = Personal data of { $name }
personal-of = Personal data of { $name }
personal-package = The package
personal-package-what = All that the company knows of this person, in one compressed file to be handed to them: a sheet to read in French and in English, tables, a file for programs.
personal-package-do = Produce the package
personal-archive = Put into the archive
personal-archive-what = When they want to leave the records and a contract concluded with their firm may have to be proved: they leave every list and export, and only compliance reads them until they are erased.
personal-archive-do = Put into the archive
personal-ground = Ground of the archive
personal-ground-contract = the contract, 5 years
personal-ground-accounts = the accounts, 10 years
personal-ground-from = The years count from the last deal concluded.
personal-archived = { $name } is in the archive.
personal-erase = Erase
personal-goes = What is erased
personal-goes-card = their card: name, post, telephone, address
personal-goes-consents = what they agreed or objected to
personal-goes-said = the conversations and the promises that name them
personal-goes-files = the attachments that show them
personal-stays = What stays
personal-stays-trace = the trace that somebody was erased, when and why, without their name
personal-stays-firm = the firm, its deals and its orders
personal-stays-texts = their name, where it was typed in a free text that does not point to them
personal-stays-copies = earlier backups, and files already handed over or exported
personal-no-way-back = It cannot be taken back: hand them their package first, if they ask for it.
personal-reason = Why erase them
personal-reason-choose = Choose a reason
personal-reason-request = they ask for it
personal-reason-objection = they object to being contacted
personal-reason-retention = the term of keeping is over
personal-reason-mistake = card made by mistake
personal-reason-missing = Choose a reason: it stays with the trace.
personal-confirm = To confirm, write their name
personal-confirm-wrong = Write “{ $name }” to confirm.
personal-erase-do = Erase for ever
personal-erased = Person erased. The trace of the erasure is in the journal.

## Merging two records
merge-open = Merge…
merge-with = Merge with { $name }
merge-who = Merge { $name }
merge-title-account = Merge two accounts
merge-title-contact = Merge two cards of the same person
merge-which-account = The other account
merge-which-contact = The other card
merge-which-how = The beginning of its name.
merge-nobody-account = No other account begins so.
merge-nobody-contact = Nobody else begins so.
merge-stays = Stays
merge-goes = Goes
merge-swap = Keep the other one
merge-values = They differ on these points: choose the value that is kept.
merge-nothing = Nothing
merge-same-values = Both say the same.
merge-moves = Under “{ $kept }” you will find { $people ->
    [0] no contact
    [one] the contact
   *[other] the { $people } contacts
  } and { $deals ->
    [0] no deal
    [one] the deal
   *[other] the { $deals } deals
  } of “{ $gone }”, with its conversations, promises, files and subsidiaries. “{ $gone }” will no longer be in lists.
merge-moves-card = Under “{ $kept }” you will find the conversations, promises, files and consents of “{ $gone }”, which will no longer be in lists.
merge-no-holds = { $count ->
    [one] The two cards contradict each other: the refusal holds.
   *[other] The two cards contradict each other { $count } times: the refusal holds.
  }
merge-undo-how = The merge can be undone from the timeline of the account. What is written until then stays with the record that is kept.
merge-do = Merge
merge-done = “{ $gone }” is merged into “{ $kept }”.
merge-undo = Undo the merge
merge-undo-this = Undo the merge: { $what }
merge-undone = Merge undone: both records are as before. What was written since then stays with the one that was kept.
merge-see = Open the record that stays
