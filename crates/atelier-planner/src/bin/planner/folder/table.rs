//! One table of a folder, read row by row from bytes; every fault is kept with its place.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Rows of one table at most.
const ROWS_MAX: u64 = 10_000_000;
/// Bytes of one row at most.
const ROW_BYTES_MAX: usize = 65_536;
/// Faults kept; the others are counted.
const FAULTS_KEPT: usize = 200;

/// Everything wrong with a folder.
#[derive(Debug, Default)]
pub struct Faults {
    kept: Vec<String>,
    others: u64,
}

impl Faults {
    /// One more.
    pub fn add(&mut self, fault: String) {
        if self.kept.len() < FAULTS_KEPT {
            self.kept.push(fault);
        } else {
            self.others += 1;
        }
    }

    /// Fault at a place of a file.
    pub fn at(&mut self, file: &str, line: u64, column: &str, why: &str) {
        self.add(format!("{file}, line {line}, column {column}: {why}"));
    }

    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// One a line, and how many more there are.
    pub fn text(&self) -> String {
        let mut lines = self.kept.clone();
        if self.others > 0 {
            lines.push(format!("and {} more", self.others));
        }
        lines.join("\n")
    }
}

/// The fields asked for, of one row.
pub struct Row<'a, const N: usize> {
    file: &'a str,
    /// Line in the file, the heading being line 1.
    pub line: u64,
    names: &'a [&'static str; N],
    fields: [&'a [u8]; N],
    faults: &'a mut Faults,
}

impl<const N: usize> Row<'_, N> {
    /// The whole number of column `i`, between `low` and `high`.
    pub fn number(&mut self, i: usize, low: i64, high: i64) -> Option<i64> {
        match whole(self.fields[i]) {
            Some(value) if (low..=high).contains(&value) => Some(value),
            Some(value) => {
                self.refuse(i, &format!("{value} is not between {low} and {high}"));
                None
            }
            None => {
                let text =
                    String::from_utf8_lossy(&self.fields[i][..self.fields[i].len().min(40)]).into_owned();
                self.refuse(i, &format!("\"{text}\" is not a whole number"));
                None
            }
        }
    }

    /// The same for an unsigned number.
    pub fn unsigned(&mut self, i: usize, low: u32, high: u32) -> Option<u32> {
        self.number(i, i64::from(low), i64::from(high)).map(|value| value as u32)
    }

    /// The bytes of column `i`.
    pub fn text(&self, i: usize) -> &[u8] {
        self.fields[i]
    }

    /// Something is wrong in column `i`.
    pub fn refuse(&mut self, i: usize, why: &str) {
        self.faults.at(self.file, self.line, self.names[i], why);
    }
}

/// Reads the columns `names` of every row of `file`; gives the number of rows.
pub fn read<const N: usize>(
    dir: &Path,
    file: &str,
    names: [&'static str; N],
    faults: &mut Faults,
    mut each: impl FnMut(Row<'_, N>),
) -> u64 {
    let opened = match File::open(dir.join(file)) {
        Ok(opened) => opened,
        Err(why) => {
            faults.add(format!("{file}: {why}"));
            return 0;
        }
    };
    let mut lines =
        Lines { file, reader: BufReader::with_capacity(1 << 16, opened), buffer: Vec::new(), line: 0 };
    let Some((_, heading)) = lines.next(faults) else {
        faults.at(file, 1, names[0], "the file is empty");
        return 0;
    };
    let Some((columns, width)) = positions(file, heading, &names, faults) else { return 0 };
    let mut rows = 0;
    while let Some((line, bytes)) = lines.next(faults) {
        if bytes.is_empty() {
            continue;
        }
        rows += 1;
        if rows > ROWS_MAX {
            faults.at(file, line, names[0], "more than 10,000,000 rows");
            break;
        }
        let mut fields = [&[] as &[u8]; N];
        let found = split(bytes, &columns, &mut fields);
        if found == width {
            each(Row { file, line, names: &names, fields, faults });
        } else {
            faults.at(file, line, names[0], &format!("{found} fields where the heading has {width}"));
        }
    }
    rows
}

struct Lines<'f> {
    file: &'f str,
    reader: BufReader<File>,
    buffer: Vec<u8>,
    line: u64,
}

impl Lines<'_> {
    /// The next line without its end; `None` at the end, or when it cannot be read.
    fn next(&mut self, faults: &mut Faults) -> Option<(u64, &[u8])> {
        self.buffer.clear();
        self.line += 1;
        let mut bounded = std::io::Read::take(&mut self.reader, ROW_BYTES_MAX as u64);
        match bounded.read_until(b'\n', &mut self.buffer) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(why) => {
                faults.add(format!("{}, line {}: {why}", self.file, self.line));
                return None;
            }
        }
        if self.buffer.pop_if(|byte| *byte == b'\n').is_none() {
            let why = if self.buffer.len() >= ROW_BYTES_MAX {
                "is too long"
            } else {
                "is not ended: the file may be cut"
            };
            faults.add(format!("{}, line {}: the line {why}", self.file, self.line));
            return None;
        }
        self.buffer.pop_if(|byte| *byte == b'\r');
        Some((self.line, &self.buffer))
    }
}

/// Where each name stands in the heading, and how many columns there are.
fn positions<const N: usize>(
    file: &str,
    heading: &[u8],
    names: &[&'static str; N],
    faults: &mut Faults,
) -> Option<([usize; N], usize)> {
    let heads: Vec<&[u8]> = heading.split(|&byte| byte == b',').collect();
    let mut columns = [0; N];
    let mut whole = true;
    for (column, name) in columns.iter_mut().zip(names) {
        match heads.iter().position(|head| *head == name.as_bytes()) {
            Some(at) => *column = at,
            None => {
                faults.at(file, 1, name, "the heading has no such column");
                whole = false;
            }
        }
    }
    whole.then_some((columns, heads.len()))
}

/// Fills `fields` with the columns asked for; gives how many fields there are.
///
/// A comma between double quotes belongs to its field.
fn split<'r, const N: usize>(bytes: &'r [u8], columns: &[usize; N], fields: &mut [&'r [u8]; N]) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for field in bytes.split(|&byte| {
        quoted ^= byte == b'"';
        byte == b',' && !quoted
    }) {
        for (slot, &column) in fields.iter_mut().zip(columns) {
            if column == count {
                *slot = field;
            }
        }
        count += 1;
    }
    count
}

/// A whole number of at most 18 digits.
fn whole(bytes: &[u8]) -> Option<i64> {
    let (sign, digits) = match bytes.split_first() {
        Some((b'-', rest)) => (-1, rest),
        _ => (1, bytes),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0_i64;
    for &digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    Some(sign * value)
}
