//! Files without sense or with bad intent: refused, or read for what they hold, within a bound; never a panic.

use super::{CASES, Export, MAPPING};
use proptest::prelude::*;
use std::io::{Cursor, Read as _, Write as _};
use std::time::{Duration, Instant};

/// Longest that any of them may take, on a busy machine.
const BOUND: Duration = Duration::from_secs(30);

/// A sound workbook with this sheet in place of its own.
fn book_with(sheet: &str) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(super::forms::book_of_cases())).unwrap();
    let mut into = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes = sheet.as_bytes().to_vec();
        }
        into.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        into.write_all(&bytes).unwrap();
    }
    into.finish().unwrap().into_inner()
}

/// What is read of a workbook whose only sheet is this: refused, or how many bytes of values.
fn read(sheet: &str) -> Result<usize, Vec<String>> {
    let export = Export::sound().mapped("\"cases.csv\"", "\"cases.xlsx\"");
    let export = export.with("cases.xlsx", book_with(sheet));
    let begun = Instant::now();
    let read = export.read();
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
    let told = |imported: atelier_server::import::Imported| {
        imported.rejects.iter().map(|one| one.value.len()).sum::<usize>()
            + imported.records.cases.iter().map(|one| one.key.len() + one.stage.len()).sum::<usize>()
    };
    read.map(told).map_err(|refused| refused.codes().into_iter().map(str::to_owned).collect())
}

fn sheet(rows: &str) -> String {
    let head = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    format!("{head}<sheetData>{rows}</sheetData></worksheet>")
}

fn row(cells: &str) -> String {
    format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{cells}</t></is></c></row>")
}

#[test]
fn entities_are_not_unfolded() {
    let mut entities = String::from("<!ENTITY a0 \"aaaaaaaaaa\">");
    for level in 1..10 {
        let inner = format!("&a{};", level - 1).repeat(10);
        entities.extend(["<!ENTITY a", &level.to_string(), " \"", &inner, "\">"]);
    }
    let body = sheet(&row("&a9;")).replace("<worksheet", &format!("<!DOCTYPE x [{entities}]><worksheet"));
    let told = read(&body);
    assert!(told.as_ref().map_or(true, |bytes| *bytes < 10_000), "{told:?}");
    let file = sheet(&row("&x;"))
        .replace("<worksheet", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet");
    let told = read(&file);
    assert!(told.as_ref().map_or(true, |bytes| *bytes < 100), "{told:?}");
}

#[test]
fn deep_elements_and_many_attributes_are_bounded() {
    let deep = 200_000;
    let nested = sheet(&row(&("<b>".repeat(deep) + &"</b>".repeat(deep))));
    let told = read(&nested);
    assert!(told.as_ref().map_or(true, |bytes| *bytes < 10_000), "{told:?}");
    let open = sheet(&"<row>".repeat(deep));
    assert!(read(&open).is_err());
    let many = (0..80_000).fold(String::new(), |text, at| text + &format!(" a{at}=\"\""));
    for body in [
        sheet(&format!("<row r=\"1\"{many}></row>")),
        sheet(&format!("<row r=\"1\"><c r=\"A1\"{many}/></row>")),
    ] {
        let told = read(&body);
        assert!(told.as_ref().map_or(true, |bytes| *bytes < 10_000), "{told:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Export::sound().with("cases.csv", &bytes).read();
    }

    #[test]
    fn a_file_cut_and_spoilt_is_read_or_refused(at in 0..CASES.len(), put in proptest::collection::vec(any::<u8>(), 0..4), cut: bool) {
        let mut bytes = CASES.as_bytes()[..at].to_vec();
        bytes.extend(&put);
        if !cut {
            bytes.extend(&CASES.as_bytes()[at..]);
        }
        let _ = Export::sound().with("cases.csv", &bytes).read();
    }

    #[test]
    fn a_mapping_cut_and_spoilt_is_read_or_refused(at in 0..MAPPING.len(), put in "[\\PC\n\"=\\[\\]{}]{0,5}", cut: bool) {
        let (head, tail) = MAPPING.split_at(at);
        let text = if cut { format!("{head}{put}") } else { format!("{head}{put}{tail}") };
        let _ = Export::sound().with("mapping.toml", text).read();
    }

    #[test]
    fn any_mapping_is_read_or_refused(text in "(?s).{0,200}") {
        let _ = Export::sound().with("mapping.toml", text).read();
    }
}
