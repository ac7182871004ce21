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
market-key-how = SIREN, or the code of the software it comes from. Optional.
market-more = Other columns
market-find = Name beginning with…
market-find-key = Key beginning with…
market-every-sector = All sectors
market-every-country = All countries
market-none = No account answers to these filters.
market-none-why = The name is sought by its beginning, whatever the accents and the capitals.
market-none-do = Remove the filters
market-empty = No account yet.
market-empty-why = Accounts are the firms you sell to. Add one, or import those of the software you use today.
market-new = Add an account
market-new-do = Add this account
market-no-name = Give the name of the firm.
market-same = An account already has this name.
market-alike = These accounts have a similar name.
market-added = Account added: { $name }.
market-changed = { $name }: “{ $before }” becomes “{ $after }”.
market-meanwhile = Somebody wrote “{ $theirs }” meanwhile.
market-meanwhile-do = Enter keeps your text, Escape keeps theirs.
market-export = Export this view
market-bulk = Change many
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
account-all = All accounts
account-identity = Identity
account-change = Change
account-change-title = Change { $name }
account-changed = Account changed: { $name }.
account-parent = Mother firm
account-parent-see = See the record
account-which = No record is chosen.
account-which-why = The address does not say which one to open.

## Contacts
contact-title = Contacts
contact-new = Add a contact
contact-new-do = Add
contact-edit = Change the contact
contact-change = Change { $name }
contact-changed = Record changed: { $name }.
contact-added = Contact added: { $name }.
contact-kept = The network is cut: { $name } is kept and will leave when it is back.
contact-letter = New contact: { $name }, { $account }
contact-name = Name
contact-function = Function
contact-phone = Phone
contact-mail = E-mail address
contact-language = Language (two letters)
contact-no-name = Give their name.
contact-no-function = Function unknown
contact-none = Nobody is noted at this firm.
contact-none-why = Preparation sheets name whom to meet: note at least one person.
contact-nowhere = This person belongs to no firm.

## Consents
consent-title = Consents
consent-see = Consents of { $name }
consent-of = What { $name } said
consent-channel = Means
consent-channel-mail = E-mail
consent-channel-phone = Phone
consent-channel-message = Message
consent-channel-post = Post
consent-channel-visit = Visit
consent-aim = Purpose
consent-aim-prospecting = Prospecting
consent-aim-contract = Contract
consent-aim-survey = Survey
consent-choice = Choice
consent-choice-agreed = Agreed
consent-choice-objected = Objected
consent-source = How they said it
consent-source-how = In a few words, and where the proof is.
consent-no-source = Say how it was said.
consent-do = Note this choice
consent-kept = Choice of { $name } noted.

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
deal-said = { $key }, { $standing }. Step: “{ $step }”.
deal-key = Deal
deal-customer = Account
deal-step = Step
deal-value = Amount
deal-owner = Led by
deal-engaged = Engaged on
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
deal-board-keys = Drag a deal to another step, or: arrows to go through, Alt with the left and right arrows to move.
deal-proof = Left with: { $proof }
deal-none-step = No deal here
deal-none-here = No deal with this firm.
deal-none-open = No open deal.
deal-none-won = No deal won.
deal-none-lost = No deal lost.
deal-none-why = A deal is born of a conversation with an account, or of an import.
deal-moved = { $name }: moved to “{ $step }”.
deal-steps = Progress of the customer
deal-step-passed = passed
deal-step-now = now
deal-move = Move here
deal-move-to = Move here: “{ $step }”
deal-facts = The deal
deal-change = Change { $name }
deal-changed = Deal changed: { $name }.
deal-nobody = Nobody
deal-which = No deal is chosen.
deal-amount = This amount cannot be read.
deal-amount-do = Write figures, for instance 25,000 or 1250.50.
deal-new = New deal
deal-new-with = New deal with { $name }
deal-new-do = Make the deal
deal-name = Name of the deal
deal-name-hint = What tells it apart at this customer, for example “Extension of workshop 2”. It will not change.
deal-no-name = Give the deal a name.
deal-account-hint = Type the beginning of its name, then choose.
deal-no-account = Choose an account of the list.
deal-no-such-account = No account begins like this. Add it first in Accounts.
deal-step-reached = How far the customer is
deal-value-expected = Amount expected
deal-value-hint = Leave empty while you do not know it.
deal-added = Deal made: { $name }, { $account }.
