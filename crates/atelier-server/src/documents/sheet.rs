//! Workbooks (xlsx), read on a thread of their own: whatever the file does, it does it there.

use super::limits::{Limits, inspect_archive};
use super::{Row, too_many_rows, unreadable};
use atelier_domain::language::Refusal;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError, open_workbook};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// A sheet being read.
pub(super) struct Sheet {
    name: String,
    batches: Receiver<Batch>,
    rows: std::vec::IntoIter<Row>,
    ended: bool,
    width: usize,
}

/// Rows, a refusal, or the end said in so many words: a thread that stops without it has failed.
enum Batch {
    Rows(Vec<Row>),
    Refused(Refusal),
    End,
}

const BATCH_ROWS: usize = 256;

impl Sheet {
    pub fn open(path: &Path, name: &str, sheet: Option<&str>, limits: Limits) -> Result<Self, Refusal> {
        inspect_archive(path, name, &limits)?;
        let (sender, batches) = sync_channel(4);
        let job =
            Job { path: path.to_owned(), name: name.to_owned(), sheet: sheet.map(str::to_owned), limits };
        let started = thread::Builder::new().name("sheet".to_owned()).spawn(move || {
            let last = match job.run(&sender) {
                Ok(()) => Batch::End,
                Err(refusal) => Batch::Refused(refusal),
            };
            // Nobody listens any more when the reader was dropped half-way.
            sender.send(last).ok();
        });
        started.map_err(|_| unreadable(name))?;
        Ok(Self { name: name.to_owned(), batches, rows: Vec::new().into_iter(), ended: false, width: 0 })
    }

    pub fn expect(&mut self, width: usize) {
        self.width = width;
    }

    pub fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        while !self.ended {
            if let Some(next) = self.rows.next() {
                *row = next;
                while row.texts.len() < self.width {
                    row.texts.push_field("");
                }
                return Ok(true);
            }
            match self.batches.recv() {
                Ok(Batch::Rows(rows)) => self.rows = rows.into_iter(),
                Ok(Batch::End) => self.ended = true,
                Ok(Batch::Refused(refusal)) => return Err(refusal),
                Err(_) => return Err(unreadable(&self.name)),
            }
        }
        Ok(false)
    }
}

struct Job {
    path: PathBuf,
    name: String,
    sheet: Option<String>,
    limits: Limits,
}

impl Job {
    fn run(&self, out: &SyncSender<Batch>) -> Result<(), Refusal> {
        let broken = |_: XlsxError| unreadable(&self.name);
        let mut book: Xlsx<_> = open_workbook(&self.path).map_err(broken)?;
        let sheet = self.sheet_of(&book)?;
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
        let mut batch = Vec::with_capacity(BATCH_ROWS);
        let (mut row, mut count) = (Row::default(), 0);
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let ((at, column), value) = (cell.get_position(), cell.get_value());
            let Some((text, typed)) = text_of(value) else { continue };
            count += 1;
            self.check(at, column, count)?;
            if row.number != at + 1 {
                if row.number > 0 && !self.pass(&mut row, &mut batch, out) {
                    return Ok(());
                }
                row.number = at + 1;
            }
            fill(&mut row, column as usize, &text, typed);
        }
        if row.number > 0 {
            self.pass(&mut row, &mut batch, out);
        }
        // A reader that has gone wants nothing more.
        out.send(Batch::Rows(batch)).ok();
        Ok(())
    }

    fn sheet_of<R: Read + Seek>(&self, book: &Xlsx<R>) -> Result<String, Refusal> {
        let names = book.sheet_names();
        let found = match &self.sheet {
            Some(wanted) => names.iter().find(|name| *name == wanted),
            None => names.first(),
        };
        found.cloned().ok_or_else(|| {
            let wanted = self.sheet.as_deref().unwrap_or("");
            let refusal =
                Refusal::new("import/sheet-missing").with("sheet", wanted).with("file", &*self.name);
            refusal.with("sheets", names.join(", ")).in_file(&self.name)
        })
    }

    fn check(&self, row: u32, column: u32, cells: u64) -> Result<(), Refusal> {
        if column as usize >= self.limits.columns {
            let refusal = Refusal::new("import/too-many-columns").with("columns", i64::from(column) + 1);
            return Err(refusal
                .with("limit", self.limits.columns)
                .with("file", &*self.name)
                .in_file(&self.name));
        }
        if row >= self.limits.rows || cells > self.limits.sheet_cells {
            return Err(too_many_rows(&self.name, self.limits.rows));
        }
        Ok(())
    }

    /// Sends the finished row on with its batch; `false` when nobody listens any more.
    fn pass(&self, row: &mut Row, batch: &mut Vec<Row>, out: &SyncSender<Batch>) -> bool {
        row.measure(self.limits.cell_bytes);
        batch.push(std::mem::take(row));
        batch.len() < BATCH_ROWS || out.send(Batch::Rows(std::mem::take(batch))).is_ok()
    }
}

fn fill(row: &mut Row, column: usize, text: &str, typed: bool) {
    while row.texts.len() < column {
        row.texts.push_field("");
    }
    row.typed.resize(column, false);
    row.typed.push(typed);
    row.texts.push_field(text);
}

/// The text of a cell and whether the spreadsheet holds it as a number or a day; `None` when empty.
fn text_of(value: &DataRef<'_>) -> Option<(String, bool)> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => (number.to_string(), true),
        DataRef::Float(number) => (number.to_string(), true),
        DataRef::String(text) | DataRef::DurationIso(text) => (text.clone(), false),
        DataRef::SharedString(text) => ((*text).to_owned(), false),
        DataRef::Bool(truth) => (truth.to_string(), false),
        DataRef::DateTime(moment) => (iso(*moment), true),
        DataRef::DateTimeIso(text) => (text.clone(), true),
        DataRef::Error(error) => (error.to_string(), false),
    })
}

fn iso(moment: ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    }
}
