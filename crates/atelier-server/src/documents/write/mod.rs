//! Tables of figures, written for a reader: delimited, workbook, JSON or aligned text.

mod delimited;
mod json;
mod text;
mod workbook;

use atelier_domain::language::{Lang, Minutes, Money};
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use std::io::{self, Write};
use std::str::FromStr;

/// A figure or a word of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole count.
    Count(i64),
    /// A number, with the decimals that it carries.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// A day and a time, on the clock of the company.
    DateTime(DateTime),
    /// A working duration, shown in hours with two decimals.
    Hours(Minutes),
    /// A ratio, shown in per cent with two decimals: 1.0459 is 104.59 %.
    Percent(Decimal),
    /// An amount.
    Money(Money),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Cell {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}
impl From<DateTime> for Cell {
    fn from(moment: DateTime) -> Self {
        Self::DateTime(moment)
    }
}
impl From<Minutes> for Cell {
    fn from(minutes: Minutes) -> Self {
        Self::Hours(minutes)
    }
}
impl From<Money> for Cell {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

impl Cell {
    /// Whether it is set against the right edge of its column.
    fn is_figure(&self) -> bool {
        !matches!(self, Self::Text(_) | Self::Day(_) | Self::DateTime(_) | Self::Empty)
    }

    /// Unit that all its figures share, said once in the title: hours, per cent, a currency.
    fn unit(&self) -> Option<String> {
        match self {
            Self::Hours(_) => Some("h".to_owned()),
            Self::Percent(_) => Some("%".to_owned()),
            Self::Money(money) => Some(money.currency.code().to_owned()),
            _ => None,
        }
    }

    /// Its bare number in that unit, when it is one.
    fn number(&self) -> Option<Decimal> {
        Some(match self {
            Self::Count(count) => Decimal::from(*count),
            Self::Number(number) => *number,
            Self::Hours(minutes) => two_decimals(Decimal::from(minutes.0) / Decimal::from(60)),
            Self::Percent(ratio) => two_decimals(ratio * Decimal::ONE_HUNDRED),
            Self::Money(money) => Decimal::new(money.cents, 2),
            _ => return None,
        })
    }
}

/// Rounded half away from zero.
fn two_decimals(number: Decimal) -> Decimal {
    let mut rounded = number.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(2);
    rounded
}

/// A column: a key for machines, a title for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Stable name, in English, such as `due_on`.
    pub key: String,
    /// Shown title, in the reader's language.
    pub title: String,
}

/// A table to be written. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Stable name, in English, for machines; may be empty.
    pub name: String,
    /// Shown title; name of the sheet in a workbook.
    pub title: String,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Rows, in order.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// An empty table; columns are pairs of key and title.
    pub fn new(title: impl Into<String>, columns: &[(&str, &str)]) -> Self {
        let columns =
            columns.iter().map(|(key, title)| Column { key: (*key).to_owned(), title: (*title).to_owned() });
        Self { name: String::new(), title: title.into(), columns: columns.collect(), rows: Vec::new() }
    }

    /// With its stable name.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    /// Writes tables as one JSON document: one table is a list of rows, several are lists by name.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_all_json(tables: &[Self], out: &mut dyn Write) -> io::Result<()> {
        match tables {
            [only] => json::write(only, out),
            several => json::write_all(several, out),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        assert_eq!(row.len(), self.columns.len(), "a row as wide as its table");
        self.rows.push(row);
    }

    /// Writes the table.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, format: Format, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Csv => delimited::write(self, lang, out),
            Format::Xlsx => workbook::write(self, out),
            Format::Json => json::write(self, out),
            Format::Text => text::write(self, lang, out),
        }
    }

    /// Title of a column with the unit that all its figures share; `None` when they share none.
    fn shared_unit(&self, column: usize) -> Option<String> {
        let mut units =
            self.rows.iter().filter(|row| row[column] != Cell::Empty).map(|row| row[column].unit());
        let first = units.next()??;
        units.all(|unit| unit.as_ref() == Some(&first)).then_some(first)
    }

    /// Whether figures of the column differ in unit, so that each must say its own.
    fn is_mixed(&self, column: usize) -> bool {
        self.shared_unit(column).is_none()
    }

    /// Titles, with units where figures are bare numbers.
    fn titles_with_units(&self) -> Vec<String> {
        let titled = self.columns.iter().enumerate().map(|(column, Column { title, .. })| {
            self.shared_unit(column).map_or_else(|| title.clone(), |unit| format!("{title} ({unit})"))
        });
        titled.collect()
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Delimited; in French with `;`, decimal commas and a byte order mark, as French spreadsheets read it.
    Csv,
    /// Workbook.
    Xlsx,
    /// For machines: keys, exact values, no language.
    Json,
    /// Aligned columns, for a terminal.
    Text,
}

impl FromStr for Format {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            "json" => Ok(Self::Json),
            "text" => Ok(Self::Text),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests;
