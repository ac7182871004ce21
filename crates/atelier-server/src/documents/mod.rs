//! Documents: tables of text in (delimited files, workbooks), tables of figures out.

pub mod calendar;
mod delimited;
mod harmless;
mod limits;
mod sheet;
pub mod write;

pub use limits::Limits;

use atelier_domain::execution::import::{Cells, Declared};
use atelier_domain::language::Refusal;
use csv::StringRecord;
use delimited::Delimited;
use sheet::Sheet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// One row, as text.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// From 1, as a spreadsheet numbers it: the header and blank lines count.
    pub number: u32,
    texts: StringRecord,
    /// Cells held as numbers or days by a spreadsheet; shorter than the row when there are none.
    typed: Vec<bool>,
    too_long: Option<(usize, usize)>,
}

impl Row {
    /// Its cells, in order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter()
    }

    /// Notes the first cell longer than `limit` bytes.
    fn measure(&mut self, limit: usize) {
        let fits = self.texts.as_slice().len() <= limit;
        let long = |text: &str| Some(text.len()).filter(|&bytes| bytes > limit);
        self.too_long = if fits {
            None
        } else {
            self.texts.iter().enumerate().find_map(|(column, text)| Some((column, long(text)?)))
        };
    }
}

impl Cells for Row {
    fn count(&self) -> usize {
        self.texts.len()
    }
    fn text(&self, column: usize) -> &str {
        self.texts.get(column).unwrap_or("")
    }
    fn typed(&self, column: usize) -> bool {
        self.typed.get(column).copied().unwrap_or(false)
    }
    fn too_long(&self) -> Option<(usize, usize)> {
        self.too_long
    }
}

/// A table being read, row by row.
pub struct Reading {
    header: Vec<String>,
    source: Source,
}

enum Source {
    Delimited(Box<Delimited>),
    Sheet(Sheet),
}

impl Reading {
    /// Opens a delimited file or a workbook, told apart by their first bytes. `name` is the file as the
    /// user knows it; `sheet` is the sheet of a workbook, the first one by default. What `declared`
    /// leaves open (delimiter, encoding) is detected.
    ///
    /// # Errors
    /// `import/file-missing`, `import/unreadable-file`, `import/empty-file`, `import/sheet-missing`,
    /// `import/suspicious-archive`, `import/too-many-columns`, `import/bad-encoding`.
    pub fn open(
        path: &Path,
        name: &str,
        sheet: Option<&str>,
        declared: &Declared,
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let mut source = if is_archive(path, name)? {
            Source::Sheet(Sheet::open(path, name, sheet, *limits)?)
        } else {
            Source::Delimited(Box::new(Delimited::open(path, name, declared, *limits)?))
        };
        let mut row = Row::default();
        if !source.next(&mut row)? {
            return Err(Refusal::new("import/empty-file").with("file", name).in_file(name));
        }
        let header: Vec<String> = row.texts().map(|title| title.trim().to_owned()).collect();
        if header.len() > limits.columns {
            let refusal = Refusal::new("import/too-many-columns").with("columns", header.len());
            return Err(refusal.with("limit", limits.columns).with("file", name).in_file(name));
        }
        source.expect(header.len());
        Ok(Self { header, source })
    }

    /// Titles of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Reads the next row into `row`; `false` at the end.
    ///
    /// # Errors
    /// `import/row-too-long`, `import/bad-encoding`, `import/too-many-rows`, `import/unreadable-file`.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        self.source.next(row)
    }
}

impl Source {
    fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        match self {
            Self::Delimited(delimited) => delimited.next(row),
            Self::Sheet(sheet) => sheet.next(row),
        }
    }

    /// A sheet leaves out empty cells at the end of a row; they are put back up to this width.
    fn expect(&mut self, width: usize) {
        if let Self::Sheet(sheet) = self {
            sheet.expect(width);
        }
    }
}

fn is_archive(path: &Path, name: &str) -> Result<bool, Refusal> {
    let mut start = [0; 4];
    let read = File::open(path).and_then(|mut file| file.read(&mut start));
    match read {
        Ok(_) if &start == b"\xD0\xCF\x11\xE0" => Err(unreadable(name)),
        Ok(_) => Ok(&start == b"PK\x03\x04"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Refusal::new("import/file-missing").with("file", name).in_file(name))
        }
        Err(_) => Err(unreadable(name)),
    }
}

fn unreadable(name: &str) -> Refusal {
    Refusal::new("import/unreadable-file").with("file", name).in_file(name)
}

fn too_many_rows(name: &str, limit: u32) -> Refusal {
    Refusal::new("import/too-many-rows").with("file", name).with("limit", i64::from(limit)).in_file(name)
}
