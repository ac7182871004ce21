//! The same export in every dress gives the same records.

use super::{CASES, Export};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// The sound cases as a spreadsheet holds them: days as days, amounts as numbers.
pub fn book_of_cases() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Cases").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, line) in (0..).zip(CASES.lines()) {
        for (column, text) in (0..).zip(line.split(',')) {
            let amount = text.parse::<f64>().ok();
            if let Ok(date) = ExcelDateTime::parse_from_str(text)
                && text.len() == 10
            {
                sheet.write_datetime_with_format(row, column, &date, &day).unwrap();
            } else if let Some(amount) = amount {
                sheet.write_number(row, column, amount).unwrap();
            } else if !text.is_empty() {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

const FRENCH: &str = "id;seller;product;account;stage;start;end;value\r\n\
                      A1;Zoé;GTX Pro;Acme;Won;15/01/2026;01/03/2026;1\u{a0}200,50\r\n\
                      A2;Zoé;GTX Pro;-;Open;20/02/2026;;-\r\n";

fn same(export: &Export) {
    let sound = Export::sound().imported();
    let other = export.imported();
    assert_eq!(other.rejects, []);
    assert_eq!(other.records, sound.records);
    assert_eq!(other.report, sound.report);
}

#[test]
fn windows_1252_with_semicolons_and_decimal_commas() {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(FRENCH);
    assert!(!lossy && bytes.contains(&0xE9));
    same(&Export::sound().with("cases.csv", &bytes));
    let declared = Export::sound().with("cases.csv", bytes);
    same(&declared.mapped(
        "\"cases.csv\"",
        "\"cases.csv\"\nencoding = \"windows-1252\"\ndelimiter = \";\"\ndecimal = \",\"",
    ));
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    same(&Export::sound().with("cases.csv", format!("\u{feff}{FRENCH}")));
    let mut wide = vec![0xFF, 0xFE];
    wide.extend(FRENCH.encode_utf16().flat_map(u16::to_le_bytes));
    same(&Export::sound().with("cases.csv", wide));
}

#[test]
fn tabs_and_bars() {
    same(&Export::sound().with("cases.csv", FRENCH.replace(';', "\t")));
    same(&Export::sound().with("cases.csv", FRENCH.replace(';', "|")));
}

#[test]
fn a_workbook_equals_the_text() {
    let export =
        Export::sound().mapped("\"cases.csv\"", "\"cases.xlsx\"").with("cases.xlsx", book_of_cases());
    same(&export);
    let comma = "\"cases.xlsx\"\nsheet = \"Cases\"\ndates = \"dd/mm/yyyy\"\ndecimal = \",\"";
    same(&export.mapped("\"cases.xlsx\"", comma));
}

#[test]
fn bytes_that_are_not_the_declared_utf_8_are_refused_with_their_row() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(FRENCH);
    let export = Export::sound()
        .with("cases.csv", bytes)
        .mapped("\"cases.csv\"", "\"cases.csv\"\nencoding = \"utf-8\"");
    assert_eq!(export.refusals(), ["import/bad-encoding cases.csv:2:1"]);
}

#[test]
fn a_stage_history_gives_passages_with_their_ends() {
    let passages =
        "\n[passages]\nfile = \"history.csv\"\ncase = \"id\"\nstage = \"stage\"\nentered_on = \"on\"\n";
    let export = Export::sound().mapped("[stages]", &format!("{passages}[stages]"));
    let export = export
        .with("history.csv", "id,stage,on\nA1,Won,2026-03-01\nA1,Open,2026-01-15\nZZ,Open,2026-01-15\n");
    assert_eq!(export.rejects(), ["history.csv:4 id import/unknown-case \"ZZ\""]);
    let imported = export.imported();
    let told: Vec<String> = imported
        .records
        .passages
        .iter()
        .map(|stay| {
            format!("{} {} {:?}", stay.step, stay.entered_on, stay.left_on.map(|day| day.to_string()))
        })
        .collect();
    assert_eq!(told, ["project 2026-01-15 Some(\"2026-03-01\")", "order 2026-03-01 None"]);
    assert!(imported.report.history);
    assert!(imported.report.unmeasured.iter().all(|gap| gap.code != "import/no-stage-history"));
}

#[test]
fn what_no_file_lists_is_made_from_its_references() {
    let mapping = super::MAPPING;
    let start = mapping.find("[accounts]").unwrap();
    let cases = mapping.find("[cases]").unwrap();
    let export = Export::sound().with("mapping.toml", format!("{}{}", &mapping[..start], &mapping[cases..]));
    let records = export.imported().records;
    assert_eq!((records.accounts.len(), records.people.len(), records.products.len()), (1, 1, 1));
    assert_eq!(records.cases, Export::sound().imported().records.cases);
}
