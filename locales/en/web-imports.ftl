# Imports

## Importing
bring-question = What do our old files say?
bring-new = New import
bring-drop = Drop the export of your previous tool here, or choose its files
bring-choose = Choose files
bring-drop-more = Add files
bring-drop-how = One file of deals is enough (CSV, or an .xlsx workbook). Add accounts, sellers, products and the stage history if you have them. Nothing is written before you have seen it.
bring-reading = Reading the files.
bring-unread-locked = { $name } is protected by a password.
bring-unread-why-locked = Nothing in it can be read without that password. Save it without one from your spreadsheet, then drop it again.
bring-unread-old = { $name } is a workbook from before 2007 (.xls).
bring-unread-why-old = That format is not read here. Save it as .xlsx from your spreadsheet, then drop it here.
bring-unread-heavy = { $name } is too big to be read here.
bring-unread-why-heavy = A workbook can be up to 32 MB, and hold up to 256 MB once opened. Keep only the useful sheets, without pictures, or save each sheet as CSV.
bring-unread-broken = { $name } cannot be read as an .xlsx workbook.
bring-unread-why-broken = The file is damaged, or in another format. Open it in your spreadsheet, save it as .xlsx or CSV, then drop it here.
bring-unread-empty = { $name } contains no rows.
bring-unread-why-empty = It needs a row of headings, then one row per record.
bring-unread-gone = { $name } could not be opened.
bring-unread-why-gone = The file has been moved, or the network is missing. Drop it again.
bring-sheets = Sheets taken from { $name }
bring-sheet = sheet “{ $name }”
bring-rows =
    { $count ->
        [one] one row
        *[other] { $n } rows
    }
bring-forget = Remove this file
bring-holds = This file contains
bring-nothing = nothing to import
bring-kind-cases = deals
bring-kind-accounts = accounts
bring-kind-people = sellers
bring-kind-products = products
bring-kind-passages = the stage history
bring-needed = required
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
bring-field-parent = Parent company
bring-field-siren = SIREN or SIRET
bring-field-team = Team
bring-field-region = Region
bring-field-family = Family
bring-field-price = Price
bring-field-case = Deal
bring-field-entered-on = Entered on
bring-field-left-on = Left on
bring-no-cases = No file contains deals.
bring-no-cases-why = Say which one does: it needs an identifier and a stage.
bring-process = Process these deals follow
bring-currency = Currency of the amounts
bring-dates = Date format
bring-date-day = DD
bring-date-month = MM
bring-date-year = YYYY
bring-decimal = Number format
bring-found-out = detected from the file
bring-engaged = An opened deal enters at step
bring-stages = What do your stages mean?
bring-stages-why = Each stage of the previous tool means a deal that is still open, won or lost, and the progress the customer has made.
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
bring-slow = Sending the files.
bring-waits = The files have arrived: the server will take them as soon as it is free.
bring-reads = Reading: nothing is written.
bring-goes = Importing. You can leave this page: it goes on without you.
bring-progress = Progress of the import
bring-progress-of = { $done } of { $total } rows
bring-cancel = Cancel
bring-cancelled = The import has been cancelled.
bring-cancelled-why = Nothing was written, and the files you sent have been deleted.
bring-refused =
    { $count ->
        [one] The import is refused for one reason.
        *[other] The import is refused for { $n } reasons.
    }
bring-refused-why = Nothing was written. Correct what is listed here, then try again.
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
        [one] One record can be read.
       *[other] { $n } records can be read.
    } Nothing has been written yet.
bring-tried-none = No record can be read. Nothing has been written.
bring-written =
    { $count ->
        [one] One record written
        *[other] { $n } records written
    }
bring-nothing-new = These files say nothing new: nothing was written.
bring-record-accounts =
    { $count ->
        [one] { $n } account
       *[other] { $n } accounts
    }
bring-record-people =
    { $count ->
        [one] { $n } seller
       *[other] { $n } sellers
    }
bring-record-products =
    { $count ->
        [one] { $n } product
       *[other] { $n } products
    }
bring-record-cases =
    { $count ->
        [one] { $n } deal
       *[other] { $n } deals
    }
bring-record-passages =
    { $count ->
        [one] { $n } stage change
       *[other] { $n } stage changes
    }
bring-rejected =
    { $count ->
        [one] One row set aside
        *[other] { $n } rows set aside
    }
bring-rejects = Rows set aside
bring-rejects-download = Download the rows set aside
bring-rejects-file = rejects
bring-rejects-first = The first { $n } are listed.
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
        [one] Write the good rows, leave the other one out
       *[other] Write the good rows, leave the other { $n } out
    }
bring-see-load = See the load
bring-another = Import something else
bring-no-process = You need a process first.
bring-no-process-why = An import puts each deal at a step of a process.
bring-to-processes = Write a process

## Imports made
bring-made = Past imports
bring-none = Nothing has been imported yet.
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
        [one] The record from “{ $source }” disappears,
       *[other] The { $n } records from “{ $source }” disappear,
    } except what has been used since. The ledger keeps both acts.
bring-undone = Import of { $source } undone.
