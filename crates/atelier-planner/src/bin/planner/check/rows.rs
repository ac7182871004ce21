//! Rows of a CSV file by the names of their columns; what cannot be read is kept with its place.

use csv::{ByteRecord, Reader, ReaderBuilder};
use std::fs::File;
use std::path::Path;

/// Faults kept; the others are counted.
const KEPT: usize = 100;
/// Whole numbers are at most so far from 0, so that products of two of them can be added up.
const FAR: i64 = 1_000_000_000_000;

/// What is wrong with the files.
#[derive(Debug, Default)]
pub struct Faults {
    kept: Vec<String>,
    others: usize,
}

impl Faults {
    pub fn add(&mut self, fault: String) {
        if self.kept.len() < KEPT {
            self.kept.push(fault);
        } else {
            self.others += 1;
        }
    }

    pub fn none(&self) -> bool {
        self.kept.is_empty()
    }

    pub fn text(&self) -> String {
        let more = if self.others == 0 { String::new() } else { format!("\nand {} more", self.others) };
        self.kept.join("\n") + &more
    }
}

/// One row: the fields asked for, in the order asked.
pub struct Row<'a> {
    place: &'a Place<'a>,
    record: &'a ByteRecord,
    faults: &'a mut Faults,
}

struct Place<'a> {
    file: String,
    names: &'a [&'a str],
    columns: Vec<usize>,
}

impl Row<'_> {
    pub fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    pub fn text(&self, field: usize) -> String {
        String::from_utf8_lossy(self.bytes(field)).into_owned()
    }

    pub fn number(&mut self, field: usize) -> Option<i64> {
        let read = std::str::from_utf8(self.bytes(field)).ok().and_then(|text| text.trim().parse().ok());
        match read {
            Some(number) if (-FAR..=FAR).contains(&number) => Some(number),
            Some(_) => self.fault(field, "is out of range"),
            None => self.fault(field, "is not a whole number"),
        }
    }

    pub fn is_empty(&self, field: usize) -> bool {
        self.bytes(field).is_empty()
    }

    /// Says why this field cannot be; `None` for the caller to pass on.
    pub fn fault<T>(&mut self, field: usize, why: &str) -> Option<T> {
        let (file, name) = (&self.place.file, self.place.names[field]);
        let (line, column) = (self.line(), self.place.columns[field] + 1);
        let shown: String = self.text(field).chars().take(40).collect();
        self.faults.add(format!("{file}, line {line}, column {column} ({name}): \"{shown}\" {why}"));
        None
    }

    fn bytes(&self, field: usize) -> &[u8] {
        self.record.get(self.place.columns[field]).unwrap_or_default()
    }
}

/// Gives each row of `path` to `take`; its answer is not used, and lets it stop at a field with `?`.
pub fn read<'a>(
    path: &Path,
    names: &'a [&'a str],
    faults: &mut Faults,
    mut take: impl FnMut(&mut Row) -> Option<()>,
) {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let mut reader = match ReaderBuilder::new().from_path(path) {
        Ok(reader) => reader,
        Err(why) => return faults.add(format!("{}: {why}", path.display())),
    };
    let Some(columns) = columns(&file, &mut reader, names, faults) else { return };
    let place = Place { file, names, columns };
    let mut record = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {
                take(&mut Row { place: &place, record: &record, faults });
            }
            Err(why) => {
                faults.add(format!("{}{}", place.file, told(&why)));
                if why.is_io_error() {
                    return;
                }
            }
        }
    }
}

/// Where each name stands in the heading; faults for those that do not.
fn columns(file: &str, reader: &mut Reader<File>, names: &[&str], faults: &mut Faults) -> Option<Vec<usize>> {
    let heading = match reader.byte_headers() {
        Ok(heading) => heading,
        Err(why) => {
            faults.add(format!("{file}, line 1: {why}"));
            return None;
        }
    };
    let mut find = |name: &&str| {
        let found = heading.iter().position(|column| column == name.as_bytes());
        if found.is_none() {
            faults.add(format!("{file}, line 1: no column {name}"));
        }
        found
    };
    let found: Vec<Option<usize>> = names.iter().map(&mut find).collect();
    found.into_iter().collect()
}

fn told(why: &csv::Error) -> String {
    match why.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            format!(", line {line}: {len} fields instead of {expected_len}")
        }
        _ => format!(": {why}"),
    }
}
