# Imports

## Importing
bring-question = What do our former files say?
bring-new = New import
bring-drop = Drop the export of your former tool here, or choose its files
bring-drop-more = Add files
bring-drop-how = One file of deals is enough (CSV). Add the accounts, the sellers, the products and the history of stages if you have them. Nothing is written before you have seen it.
bring-workbook = { $name } is a workbook: its columns are not read here.
bring-workbook-why = Save each sheet as CSV from your spreadsheet, then drop it.
bring-rows =
    { $count ->
        [one] one row
        *[other] { $n } rows
    }
bring-forget = Leave this file out
bring-holds = This file holds
bring-nothing = nothing to import
bring-kind-cases = deals
bring-kind-accounts = accounts
bring-kind-people = sellers
bring-kind-products = products
bring-kind-passages = the history of stages
bring-needed = needed
bring-no-column = no column
bring-preview = First rows of { $name }
bring-field-key = Identifier
bring-field-stage = Stage
bring-field-account = Account
bring-field-owner = Seller
bring-field-product = Product
bring-field-engaged-on = Opened on
bring-field-closed-on = Closed on
bring-field-value = Amount
bring-field-name = Name
bring-field-sector = Sector
bring-field-country = Country
bring-field-parent = Parent
bring-field-team = Team
bring-field-region = Region
bring-field-family = Family
bring-field-price = Price
bring-field-case = Deal
bring-field-entered-on = Entered on
bring-field-left-on = Left on
bring-no-cases = No file holds deals.
bring-no-cases-why = Say which one does: an identifier and a stage are needed.
bring-process = Process that these deals follow
bring-currency = Currency of the amounts
bring-dates = Form of the dates
bring-decimal = Form of the amounts
bring-found-out = found out by reading
bring-engaged = An opened deal enters the step
bring-stages = What do your stages mean?
bring-stages-why = Each stage of the former tool is a deal still open, won or lost, and the progress that the customer has made.
bring-times =
    { $count ->
        [one] one deal
        *[other] { $n } deals
    }
bring-standing-of = Outcome of “{ $name }”
bring-standing-open = still open
bring-standing-won = won
bring-standing-lost = lost
bring-step-of = Step of the process for “{ $name }”
bring-no-step = no step
bring-try = Read without writing
bring-slow = The files are being sent.
bring-waits = The files are there; the server takes them as soon as it is free.
bring-goes = Importing. You may leave this page: it goes on.
bring-progress = Progress of the import
bring-progress-of = { $done } of { $total } rows
bring-cancel = Cancel
bring-cancelled = The import is cancelled.
bring-cancelled-why = Nothing was written, and the files that were sent are erased.
bring-refused =
    { $count ->
        [one] The import is refused for one reason.
        *[other] The import is refused for { $n } reasons.
    }
bring-refused-why = Nothing was written. Mend what is said here, then try again.
bring-refused-more =
    { $count ->
        [one] One more reason is not shown.
        *[other] { $n } more reasons are not shown.
    }
bring-safe =
    { $count ->
        [one] One file chosen.
        *[other] { $n } files chosen.
    } An import can be undone in one go.
bring-tried =
    { $count ->
        [one] One record reads well.
        *[other] { $n } records read well.
    } Nothing is written yet.
bring-tried-none = No record reads. Nothing is written.
bring-written =
    { $count ->
        [one] One record written
        *[other] { $n } records written
    }
bring-nothing-new = These files say nothing new: nothing was written.
bring-record-accounts = accounts
bring-record-people = sellers
bring-record-products = products
bring-record-cases = deals
bring-record-passages = passages of stages
bring-rejected =
    { $count ->
        [one] One row set aside
        *[other] { $n } rows set aside
    }
bring-rejects = Rows set aside
bring-rejects-download = Download the rows set aside
bring-rejects-file = rejects
bring-rejects-first = The first { $n } are given.
bring-reject-column-file = File
bring-reject-column-row = Row
bring-reject-column-column = Column
bring-reject-column-value = Value
bring-reject-column-code = Rule
bring-reject-column-reason = Reason
bring-reject-column-remedy = What to do
bring-write = Write
bring-write-good =
    { $count ->
        [one] Write the good rows, leave the other one aside
        *[other] Write the good rows, leave the { $n } others aside
    }
bring-see-load = See the load
bring-another = Import something else
bring-no-process = A process is needed first.
bring-no-process-why = An import puts each deal at a step of a process.
bring-to-processes = Write a process

## Imports made
bring-made = Imports made
bring-none = Nothing was imported yet.
bring-objects =
    { $count ->
        [one] one record
        *[other] { $n } records
    }
bring-is-undone = undone
bring-undo = Undo this import
bring-undo-title = Undo the import?
bring-undo-why =
    { $count ->
        [one] The record of “{ $source }” goes away,
        *[other] The { $n } records of “{ $source }” go away,
    } except what was used since. The ledger keeps both acts.
bring-undone = Import of { $source } undone.
