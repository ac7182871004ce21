//! Readers of files that somebody drops: delimited texts, workbooks, a whole export with its mapping.

use crate::sure;
use atelier_domain::execution::import::{Declared, read_mapping};
use atelier_domain::language::TenantId;
use atelier_server::documents::{Limits, Reading, Row};
use atelier_server::import::read_into;
use std::path::PathBuf;
use tempfile::TempDir;

thread_local! {
    /// Where the file under trial stands.
    static FOLDER: TempDir = sure(TempDir::new());
}

/// Rows and bytes enough to be told apart from few, and no more: the limits themselves are tried elsewhere.
const LIMITS: Limits = Limits {
    cell_bytes: 4_096,
    row_bytes: 65_536,
    columns: 64,
    rows: 10_000,
    sheet_cells: 100_000,
    archive_entries: 100,
    archive_bytes: 16 << 20,
    archive_ratio: 200,
};

const CASES: &str = "id;seller;product;account;stage;start;end;value\r\n\
                     A1;Zoé;\"GTX \"\"Pro\"\"\";Acme;Won;15/01/2026;01/03/2026;1\u{a0}200,50\r\n\
                     A2;Zoé;GTX Pro;-;Open;20/02/2026;;-\r\n";

const MAPPING: &str = r#"
process = "crm"
currency = "EUR"
empty = ["-"]
[cases]
file = "file"
key = "id"
stage = "stage"
engaged_on = "start"
closed_on = "end"
value = "value"
[stages]
Open = { standing = "open", step = "project" }
Won = { standing = "won", step = "order" }
"#;

/// The folder that holds these bytes as `file`.
fn put(bytes: &[u8]) -> PathBuf {
    let folder = FOLDER.with(|folder| folder.path().to_owned());
    sure(std::fs::write(folder.join("file"), bytes));
    folder
}

/// Reads to the end, within the limits.
fn whole(bytes: &[u8], sheet: Option<&str>) {
    let file = put(bytes).join("file");
    let Ok(mut reading) = Reading::open(&file, "file", sheet, &Declared::default(), &LIMITS) else { return };
    assert!(reading.header().len() <= LIMITS.columns);
    let (mut row, mut rows) = (Row::default(), 0);
    while matches!(reading.next(&mut row), Ok(true)) {
        rows += 1;
        assert!(rows <= LIMITS.rows, "more rows than are let in");
        assert!(row.texts().map(str::len).sum::<usize>() <= LIMITS.row_bytes, "row {}", row.number);
    }
}

/// A delimited text of any encoding.
pub fn table(bytes: &[u8]) {
    whole(bytes, None);
}

pub fn tables() -> Vec<Vec<u8>> {
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(CASES.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin = CASES.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    vec![CASES.into(), wide, latin, CASES.replace(';', "\t").into(), format!("\u{feff}{CASES}").into()]
}

/// A workbook.
pub fn workbook(bytes: &[u8]) {
    whole(bytes, None);
    whole(bytes, Some("Cases"));
}

pub fn workbooks() -> Vec<Vec<u8>> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = sure(book.add_worksheet().set_name("Cases"));
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (column, title) in (0..).zip(["id", "start", "value"]) {
        sure(sheet.write_string(0, column, title));
    }
    sure(sheet.write_string(1, 0, "A1"));
    sure(sheet.write_number_with_format(1, 1, 46_037.0, &day));
    sure(sheet.write_number(1, 2, 1_200.5));
    vec![sure(book.save_to_buffer())]
}

/// A table read as the deals of an export.
pub fn export(bytes: &[u8]) {
    let mapping = sure(read_mapping("mapping.toml", MAPPING));
    let _ = read_into(&put(bytes), &mapping, TenantId::of("trial"), &mut |_| {}, &mut |_| {});
}

pub fn exports() -> Vec<Vec<u8>> {
    tables()
}
