//! Delimited text that a spreadsheet of the reader's language opens as it should.

use super::{Cell, Table};
use crate::documents::harmless::guarded;
use atelier_domain::language::Lang;
use std::io::{self, Write};

/// Byte order mark: without it a spreadsheet takes accents for something else.
const MARK: &str = "\u{feff}";

pub(super) fn write(table: &Table, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if lang == Lang::Fr {
        out.write_all(MARK.as_bytes())?;
    }
    let delimiter = if lang == Lang::Fr { b';' } else { b',' };
    let mut builder = csv::WriterBuilder::new();
    builder.delimiter(delimiter).terminator(csv::Terminator::CRLF);
    let mut writer = builder.from_writer(out);
    writer.write_record(table.titles_with_units().iter().map(|title| guarded(title).into_owned()))?;
    let mixed: Vec<bool> = (0..table.columns.len()).map(|column| table.is_mixed(column)).collect();
    for row in &table.rows {
        writer.write_record(row.iter().zip(&mixed).map(|(cell, &mixed)| text_of(cell, lang, mixed)))?;
    }
    writer.flush()
}

fn text_of(cell: &Cell, lang: Lang, mixed: bool) -> String {
    let point = |text: String| if lang == Lang::Fr { text.replace('.', ",") } else { text };
    match cell {
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Empty => String::new(),
        Cell::Day(day) if lang == Lang::Fr => day.strftime("%d/%m/%Y").to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::DateTime(moment) if lang == Lang::Fr => moment.strftime("%d/%m/%Y %H:%M").to_string(),
        Cell::DateTime(moment) => moment.strftime("%Y-%m-%d %H:%M").to_string(),
        figure => {
            let number = figure.number().map(|number| point(number.to_string())).unwrap_or_default();
            let unit = figure.unit().filter(|_| mixed).map(|unit| format!(" {unit}"));
            number + &unit.unwrap_or_default()
        }
    }
}
