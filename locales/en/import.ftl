# import

import-rejects = Rows set aside
import-reject-file = File
import-reject-row = Row
import-reject-column = Column
import-reject-value = Value
import-reject-code = Code
import-reject-reason = Reason
import-reject-remedy = What to do
import-reject-proposal = Proposal
import-kind-accounts = Accounts
import-kind-people = People
import-kind-products = Products
import-kind-cases = Deals
import-kind-passages = Passages
import-file-of = { $table ->
    [accounts] accounts
    [people] people
    [products] products
    [passages] stage history
   *[cases] deals
}

import-mapping-unreadable = The mapping file “{ $file }” could not be read.
    .why = It does not exist, cannot be accessed or is not written in UTF-8.
    .remedy = Check the path given after --mapping and save the file in UTF-8.

import-mapping-syntax = The mapping file cannot be read at this place: { $detail }.
    .why = It follows the TOML syntax: a name, the equals sign, a value in quotes.
    .remedy = Correct the line shown, starting from the examples in examples/mappings.

import-unknown-setting = The setting “{ $setting }” does not exist.
    .why = Here the mapping knows: { $known }.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? Otherwise remove this line.
       *[no] Remove this line or choose a setting of the list.
    }

import-missing-setting = The setting “{ $setting }” is missing from “{ $table }”.
    .why = Without it the import does not know where to find this information.
    .remedy = Add a line “{ $setting } = …” at this place.

import-bad-setting = The setting “{ $setting }” is { $given }.
    .why = This value cannot be taken here.
    .remedy = Write for example: { $expected }.

import-alias-target-unknown = The other spelling “{ $alias }” refers to “{ $key }”, which is not in the export.
    .why = Another spelling always stands for a key present in its file.
    .remedy = Correct the key on the right of the equals sign or remove this line.

import-file-missing = The file “{ $file }” is not in the folder of the export.
    .why = The mapping asks for it.
    .remedy = Add it to the folder or correct its name in the mapping.

import-unreadable-file = The file “{ $file }” could not be read.
    .why = It is incomplete, damaged or in a format that is neither text nor xlsx.
    .remedy = Export it again, or open it in a spreadsheet and save it as xlsx or CSV.

import-suspicious-archive = The workbook “{ $file }” grows abnormally once unpacked.
    .why = Its size, its compression ratio or the number of its files is above what a spreadsheet makes.
    .remedy = Open it in a spreadsheet, save it as CSV, then import the CSV.

import-empty-file = The file “{ $file }” is empty.
    .why = It does not even have a heading row.
    .remedy = Export this file again.

import-sheet-missing = The workbook “{ $file }” has no sheet “{ $sheet }”.
    .why = Its sheets are: { $sheets }.
    .remedy = Correct the name of the sheet in the mapping.

import-missing-column = The column “{ $column }” cannot be found.
    .why = The mapping asks for it ({ $mapping }); the columns of the file are: { $columns }.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? Correct the mapping.
       *[no] Correct the mapping or add the column to the export.
    }

import-repeated-column = The column “{ $column }” is there several times.
    .why = The mapping asks for it ({ $mapping }) and nothing tells which one to take.
    .remedy = Rename the columns of the export so that each has a title of its own.

import-too-many-columns = The file “{ $file }” has { $columns } columns.
    .why = The limit is { $limit } columns.
    .remedy = Export only the columns that are needed.

import-too-many-rows = The file “{ $file }” has too many rows.
    .why = The limit is { $limit } rows per file.
    .remedy = Split the export, for instance by year, and import each part.

import-bad-encoding = Row { $row } holds characters that are not UTF-8.
    .why = The mapping declares the file “{ $file }” to be UTF-8.
    .remedy = Declare encoding = "windows-1252", or remove the declaration: the encoding will be recognised.

import-row-too-long = Row { $row } is above { $limit } bytes.
    .why = A quote that is opened and never closed makes a single row of all that follows.
    .remedy = Close the quote of this row, then start again.

import-ambiguous-dates = The dates of the column “{ $column }” can be read in two ways: { $one } or { $other }.
    .why = No value decides; for instance “{ $example }” reads both ways, or both ways are mixed.
    .remedy = Say which form the dates have in the file of { import-file-of } (in the mapping file: [{ $table }], dates = "{ $one }" or dates = "{ $other }").

import-unknown-date-form = The dates of the column “{ $column }” were not recognised.
    .why = For instance “{ $example }” follows no known form.
    .remedy = Say which form the dates have in the file of { import-file-of } (in the mapping file: [{ $table }], for instance dates = "dd/mm/yyyy"), or check that the column holds dates.

import-ambiguous-decimal = The amounts of the column “{ $column }” mix comma and point.
    .why = Neither reading prevails; an example: “{ $example }”.
    .remedy = Say which decimal mark the file of { import-file-of } has (in the mapping file: [{ $table }], decimal = "," or decimal = ".").

import-cell-too-long = The cell “{ $column }” holds { $bytes } bytes.
    .why = The limit is one mebibyte per cell, about five hundred pages of text.
    .remedy = Shorten the cell; a forgotten quote may also have swallowed the rows that follow.

import-nul-character = The cell “{ $column }” holds a nul character.
    .why = Databases do not keep this character; it often comes from a damaged export or a wrongly declared encoding.
    .remedy = Export again, or remove this character from the cell.

import-row-width = Number of cells of the row: { $cells } instead of { $expected }.
    .why = A delimiter too many or too few shifts the columns.
    .remedy = Put texts that contain the delimiter in quotes.

import-missing-value = The cell “{ $column }” is empty.
    .why = This information is required in every row.
    .remedy = Fill in the cell or remove the row.

import-bad-date = “{ $value }” is not a date that can be read in the column “{ $column }”.
    .why = The dates of this column are written { $form }, and the day must exist.
    .remedy = Correct the date, or say which other form the dates have in the file of { import-file-of } (in the mapping file: [{ $table }], dates).

import-bad-amount = “{ $value }” is not an amount that can be read in the column “{ $column }”.
    .why = The amounts of this column are written like { $form }, with two decimals at most.
    .remedy = Correct the amount, or say which decimal mark the file of { import-file-of } has (in the mapping file: [{ $table }], decimal).

import-bad-siren = “{ $value }” is not a SIREN or SIRET number, in the column “{ $column }”.
    .why = { $wrong ->
        [shape] A SIREN has nine digits, a SIRET fourteen, with nothing among them but spaces, dots or dashes.
        [firm] Its first nine digits are the SIREN of the company, and their check digit does not match.
        [zeros] No company has a number made of zeros.
        [other] The same row gives the number of another company or of another site.
       *[key] Its last digit checks the others, and it does not match: one digit is wrong, or two are swapped.
    }
    .remedy = Correct the number or empty the cell; if a spreadsheet dropped a leading zero, format the column as text and put it back.

import-closed-before-engaged = The deal is closed ({ $value }) before it was opened ({ $engaged }).
    .why = A deal cannot end before it has begun.
    .remedy = Correct one of the two dates; day and month may be swapped.

import-left-before-entered = The step is left ({ $value }) before it was entered ({ $entered }).
    .why = A passage cannot end before it has begun.
    .remedy = Correct one of the two dates.

import-duplicate-key = The key “{ $value }” is in row { $first } and in row { $row }.
    .why = Each key stands for a single row of its file.
    .remedy = Keep one of the two rows only, or correct the key.

import-rejected-reference = “{ $value }” refers to a row that was set aside.
    .why = Its own row has a fault, described in the same reject file.
    .remedy = Correct that other row first.

import-unknown-account = The account “{ $value }” is unknown.
    .why = The file of accounts does not have this key.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? If so, add to [aliases.accounts] of the mapping: "{ $value }" = "{ $proposal }".
       *[no] Add this row to the file of accounts, or declare another spelling in [aliases.accounts].
    }

import-unknown-person = The person “{ $value }” is unknown.
    .why = The file of people does not have this key.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? If so, add to [aliases.people] of the mapping: "{ $value }" = "{ $proposal }".
       *[no] Add this row to the file of people, or declare another spelling in [aliases.people].
    }

import-unknown-product = The product “{ $value }” is unknown.
    .why = The file of products does not have this key.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? If so, add to [aliases.products] of the mapping: "{ $value }" = "{ $proposal }".
       *[no] Add this row to the file of products, or declare another spelling in [aliases.products].
    }

import-unknown-case = The deal “{ $value }” is unknown.
    .why = The history mentions a deal that the file of deals does not have.
    .remedy = Add the deal to the export or remove this row from the history.

import-unknown-stage = The stage “{ $value }” is not described.
    .why = The mapping does not say whether it is open, won or lost.
    .remedy = { $found ->
        [yes] Did you mean “{ $proposal }”? Otherwise describe it in [stages].
       *[no] Describe it in [stages] of the mapping.
    }

import-no-stage-history = Yields and passage times step by step cannot be measured.
    .why = The export holds no stage history: only the opening and closing dates are known.
    .remedy = Export the stage history and describe it in [passages] of the mapping.

import-cycle-undated = Closed deals whose duration cannot be measured: { $count }.
    .why = They lack an opening date or a closing date.
    .remedy = Complete these dates in the previous system and import again.

import-age-undated = Open deals whose age cannot be measured: { $count }.
    .why = They have no opening date.
    .remedy = Complete this date in the previous system and import again.

import-won-without-value = Won deals whose value is unknown: { $count }.
    .why = Their amount is empty; they count as zero in the value won.
    .remedy = Complete these amounts in the previous system and import again.

import-open-without-value = Open deals whose expected value is unknown: { $count }.
    .why = Their expected amount is empty.
    .remedy = Complete this amount, or estimate it by the price of the product.

import-unplaced-cases = Open deals placed in no step of the process: { $count }.
    .why = Their stage is tied to no step of the process.
    .remedy = Add step = "…" to this stage in [stages] of the mapping.

import-unknown-process = The process “{ $given }” is not known to this company.
    .why = Its deals would come in and no plan would see them; the company has: { $known }.
    .remedy = Put one of these codes after process = in the mapping, or record the process: atelier process import FILE.

import-unknown-step = The process “{ $process }” has no step “{ $given }”.
    .why = Its steps are: { $known }.
    .remedy = Put one of these codes in the mapping.
