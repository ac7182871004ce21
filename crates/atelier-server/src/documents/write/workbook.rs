//! A workbook with typed cells: figures that can be summed, days that can be sorted.

use super::{Cell, Table};
use crate::documents::harmless::is_run;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let bytes = book(table).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn book(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let name = sheet_name(&table.title);
    if !name.is_empty() {
        sheet.set_name(name)?;
    }
    let bold = Format::new().set_bold();
    for (column, title) in (0..).zip(table.titles_with_units()) {
        sheet.write_string_with_format(0, column, title, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let formats = Formats::new();
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(sheet, row, column, cell, &formats)?;
        }
    }
    sheet.autofit();
    book.save_to_buffer()
}

/// Formats, made once: a workbook holds each of them once however many cells wear it.
struct Formats {
    count: Format,
    two_decimals: Format,
    day: Format,
    moment: Format,
    /// A text that stays one when somebody edits its cell.
    quoted: Format,
}

impl Formats {
    fn new() -> Self {
        let of = |pattern: &str| Format::new().set_num_format(pattern);
        Self {
            count: of("#,##0"),
            two_decimals: of("#,##0.00"),
            day: of("yyyy-mm-dd"),
            moment: of("yyyy-mm-dd hh:mm"),
            quoted: Format::new().set_quote_prefix(),
        }
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        // Written as a string cell: whatever it starts with, it is never a formula.
        Cell::Text(text) if is_run(text) => {
            sheet.write_string_with_format(row, column, text, &formats.quoted)?;
        }
        Cell::Text(text) => drop(sheet.write_string(row, column, text)?),
        Cell::Day(day) => {
            let day = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month() as u8, day.day() as u8)?;
            sheet.write_datetime_with_format(row, column, &day, &formats.day)?;
        }
        Cell::DateTime(moment) => {
            let (day, time) = (moment.date(), moment.time());
            let day = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month() as u8, day.day() as u8)?;
            let moment = day.and_hms(time.hour() as u16, time.minute() as u8, f64::from(time.second()))?;
            sheet.write_datetime_with_format(row, column, &moment, &formats.moment)?;
        }
        figure => {
            let number = figure.number().and_then(|number| number.to_f64()).unwrap_or_default();
            let format = match figure {
                Cell::Count(_) => &formats.count,
                Cell::Number(_) => return sheet.write_number(row, column, number).map(drop),
                _ => &formats.two_decimals,
            };
            sheet.write_number_with_format(row, column, number, format)?;
        }
    }
    Ok(())
}

/// What a workbook accepts as a sheet name: 31 characters, none of `[]:*?/\`, no apostrophe at the ends.
fn sheet_name(title: &str) -> String {
    let kept = title.chars().map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c }).take(31);
    kept.collect::<String>().trim_matches(['\'', ' ']).to_owned()
}
