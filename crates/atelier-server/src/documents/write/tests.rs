use super::*;
use crate::documents::{Limits, Reading, Row};
use atelier_domain::execution::import::{Cells as _, Declared};
use atelier_domain::language::Currency;
use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;
use std::io::Cursor;

fn load() -> Table {
    let mut table = Table::new(
        "Charge / équipe",
        &[
            ("who", "Qui"),
            ("week", "Semaine"),
            ("load", "Charge"),
            ("rate", "Taux"),
            ("value", "Valeur"),
            ("units", "Unités"),
        ],
    );
    let money = |cents| Cell::Money(Money { cents, currency: Currency::EUR });
    table.push(vec![
        "=1+1".into(),
        date(2027, 1, 4).into(),
        Minutes(36_900).into(),
        Cell::Percent(Decimal::new(10_459, 4)),
        money(123_450),
        Cell::Count(1_200),
    ]);
    table.push(vec![
        "Zoé;B".into(),
        Cell::Empty,
        Minutes(30).into(),
        Cell::Empty,
        money(-100),
        Cell::Count(-3),
    ]);
    table
}

fn written(format: Format, lang: Lang) -> Vec<u8> {
    let mut out = Vec::new();
    load().write(format, lang, &mut out).unwrap();
    out
}

#[test]
fn french_csv_opens_in_a_french_spreadsheet() {
    let text = String::from_utf8(written(Format::Csv, Lang::Fr)).unwrap();
    let expected = "\u{feff}Qui;Semaine;Charge (h);Taux (%);Valeur (EUR);Unités\r\n\
                    '=1+1;04/01/2027;615,00;104,59;1234,50;1200\r\n\"Zoé;B\";;0,50;;-1,00;-3\r\n";
    assert_eq!(text, expected);
}

#[test]
fn english_csv_has_points_and_commas() {
    let text = String::from_utf8(written(Format::Csv, Lang::En)).unwrap();
    assert!(text.contains("'=1+1,2027-01-04,615.00,104.59,1234.50,1200\r\n"), "{text}");
}

#[test]
fn amounts_of_two_currencies_keep_theirs() {
    let mut table = load();
    table.rows[1][4] = Cell::Money(Money { cents: 5, currency: "USD".parse().unwrap() });
    let mut out = Vec::new();
    table.write(Format::Csv, Lang::En, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("1234.50 EUR") && text.contains("0.05 USD") && text.contains("Valeur,"), "{text}");
}

#[test]
fn a_workbook_holds_figures_and_no_formula() {
    let mut book = Xlsx::new(Cursor::new(written(Format::Xlsx, Lang::Fr))).unwrap();
    assert_eq!(book.sheet_names(), ["Charge   équipe"]);
    let sheet = book.worksheet_range("Charge   équipe").unwrap();
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(sheet.get_value((1, 2)), Some(&Data::Float(615.0)));
    assert!(matches!(sheet.get_value((1, 1)), Some(Data::DateTime(_))));
    assert!(book.worksheet_formula("Charge   équipe").unwrap().is_empty());
}

#[test]
fn machines_get_exact_values_by_key() {
    let rows: serde_json::Value = serde_json::from_slice(&written(Format::Json, Lang::Fr)).unwrap();
    let expected = serde_json::json!({
        "who": "=1+1", "week": "2027-01-04", "load": 36_900, "rate": "1.0459",
        "value": { "cents": 123_450, "currency": "EUR" }, "units": 1200
    });
    assert_eq!(rows[0], expected);
    assert_eq!(rows[1]["week"], serde_json::Value::Null);
}

#[test]
fn a_terminal_gets_aligned_columns() {
    let text = String::from_utf8(written(Format::Text, Lang::En)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[2].starts_with("Qui    Semaine"), "{text}");
    assert!(lines[4].ends_with("615.00\u{a0}h  104.59%  €1,234.50   1,200"), "{text}");
    assert_eq!(lines.len(), 6);
}

/// Texts that a spreadsheet would run, or would have run by whoever hides the sign.
const RUN: [&str; 16] = [
    "=1+1",
    "+33 1 23 45",
    "-5 %",
    "@SUM(A1)",
    " =1+1",
    "\u{a0}=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\u{1}=1+1",
    "\u{200b}=1+1",
    "\u{feff} =1+1",
    "＝1+1",
    "＋1",
    " －1",
    "＠SUM(A1)",
];

/// Texts that are as they are.
const PLAIN: [&str; 8] = ["", "a=b", "5 - 3", "'quoted'", "d'Arc", "l'=", "Zoé;B, \"C\"", "1\r\n2"];

fn texts_written(texts: &[&str], format: Format, lang: Lang) -> Vec<u8> {
    let mut table = Table::new("Textes", &[("id", "Id"), ("text", "Texte")]);
    for text in texts {
        table.push(vec!["a".into(), (*text).into()]);
    }
    let mut out = Vec::new();
    table.write(format, lang, &mut out).unwrap();
    out
}

/// What the import reads of a file.
fn read_back(bytes: &[u8]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let limits = Limits::default();
    let mut reading = Reading::open(file.path(), "f", None, &Declared::default(), &limits).unwrap();
    let (mut row, mut texts) = (Row::default(), Vec::new());
    while reading.next(&mut row).unwrap() {
        texts.push(row.text(1).to_owned());
    }
    texts
}

/// The second cell of each row, as the file holds it.
fn raw(bytes: &[u8], lang: Lang) -> Vec<String> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(if lang == Lang::Fr { b';' } else { b',' });
    builder.from_reader(bytes).records().map(|record| record.unwrap()[1].to_owned()).collect()
}

#[test]
fn no_text_is_run_by_a_spreadsheet_wherever_its_sign_hides() {
    for lang in [Lang::Fr, Lang::En] {
        let written = raw(&texts_written(&RUN, Format::Csv, lang), lang);
        for (text, cell) in RUN.iter().zip(&written) {
            assert_eq!(cell, &format!("'{text}"));
        }
        assert_eq!(raw(&texts_written(&PLAIN, Format::Csv, lang), lang), PLAIN);
    }
}

#[test]
fn what_is_exported_is_imported_as_it_was() {
    let again = ["'=1+1", "''-5", "' =x"];
    let texts: Vec<&str> = RUN.into_iter().chain(PLAIN).chain(again).collect();
    for lang in [Lang::Fr, Lang::En] {
        assert_eq!(read_back(&texts_written(&texts, Format::Csv, lang)), texts);
    }
    // A workbook holds texts as texts, whatever they begin with; a carriage return is a line feed there.
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.contains(['\r', '\u{1}'])).collect();
    assert_eq!(read_back(&texts_written(&texts, Format::Xlsx, Lang::Fr)), texts);
}

#[test]
fn figures_stay_figures() {
    let text = String::from_utf8(written(Format::Csv, Lang::En)).unwrap();
    assert!(text.contains(",-1.00,-3\r\n"), "{text}");
}

proptest! {
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec("[-=+@'\\s\u{ff1d}a;,\"]{0,6}|\\PC{0,12}", 1..8)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for lang in [Lang::Fr, Lang::En] {
            let bytes = texts_written(&texts, Format::Csv, lang);
            prop_assert_eq!(read_back(&bytes), texts.clone());
        }
    }
}
