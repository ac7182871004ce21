//! For machines: rows as objects by column key. Exact: decimals are text, durations whole minutes,
//! amounts whole cents with their currency, days and moments ISO text.

use super::{Cell, Table};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::io::{self, Write};

pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Rows(table))?;
    out.write_all(b"\n")
}

/// Several tables: an object, by name.
pub(super) fn write_all(tables: &[Table], out: &mut dyn Write) -> io::Result<()> {
    struct All<'a>(&'a [Table]);
    impl Serialize for All<'_> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_map(self.0.iter().map(|table| (&table.name, Rows(table))))
        }
    }
    serde_json::to_writer(&mut *out, &All(tables))?;
    out.write_all(b"\n")
}

struct Rows<'a>(&'a Table);
struct Row<'a>(&'a Table, &'a [Cell]);
struct Value<'a>(&'a Cell);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            rows.serialize_element(&Row(self.0, row))?;
        }
        rows.end()
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.columns.iter().zip(self.1).map(|(column, cell)| (&column.key, Value(cell))))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Text(text) => to.serialize_str(text),
            Cell::Count(count) => to.serialize_i64(*count),
            Cell::Number(number) | Cell::Percent(number) => to.collect_str(number),
            Cell::Day(day) => to.collect_str(day),
            Cell::DateTime(moment) => to.collect_str(moment),
            Cell::Hours(minutes) => to.serialize_i64(minutes.0),
            Cell::Money(money) => {
                let mut amount = to.serialize_map(Some(2))?;
                amount.serialize_entry("cents", &money.cents)?;
                amount.serialize_entry("currency", money.currency.code())?;
                amount.end()
            }
            Cell::Empty => to.serialize_none(),
        }
    }
}
