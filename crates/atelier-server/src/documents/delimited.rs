//! Delimited text: encoding and delimiter found or declared, rows one by one.

use super::harmless::bare;
use super::limits::Limits;
use super::{Row, too_many_rows, unreadable};
use atelier_domain::execution::import::{Declared, Encoding};
use atelier_domain::language::Refusal;
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

type Decoded = DecodeReaderBytes<File, Vec<u8>>;

/// A delimited file being read.
pub(super) struct Delimited {
    name: String,
    reader: csv::Reader<Metered<Decoded>>,
    /// Bytes that the current row may still take.
    left: Arc<AtomicUsize>,
    limits: Limits,
    rows: u32,
    lines: Lines,
}

/// Numbers rows as a spreadsheet does: a blank line is a row, a line break inside quotes is not.
#[derive(Default)]
struct Lines {
    row: u32,
    inside_quotes: u64,
    /// Whether the line count already includes the line feed that ended the row (it does not after `\r\n`).
    counted_feed: u64,
}

impl Lines {
    /// Number of the row just read, the line count standing at `line`.
    fn number(&mut self, line: u64, texts: &csv::StringRecord) -> u32 {
        self.inside_quotes += texts.as_slice().bytes().filter(|&byte| byte == b'\n').count() as u64;
        let reached = line.saturating_sub(self.inside_quotes);
        if self.row == 0 {
            self.counted_feed = reached.saturating_sub(1).min(1);
        }
        let row = u32::try_from(reached.saturating_sub(self.counted_feed)).unwrap_or(u32::MAX);
        // The last row may end without any line feed.
        self.row = row.max(self.row.saturating_add(1));
        self.row
    }
}

impl Delimited {
    pub fn open(path: &Path, name: &str, declared: &Declared, limits: Limits) -> Result<Self, Refusal> {
        let encoding = match declared.encoding {
            Some(encoding) => encoding,
            None => sniff(path, name)?,
        };
        let decode = || decoded(path, encoding).map_err(|_| unreadable(name));
        let delimiter = match declared.delimiter {
            Some(delimiter) => delimiter,
            None => delimiter(decode()?).map_err(|_| unreadable(name))?,
        };
        let left = Arc::new(AtomicUsize::new(limits.row_bytes));
        let metered = Metered { inner: decode()?, left: left.clone() };
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(BUFFER_BYTES);
        Ok(Self {
            name: name.to_owned(),
            reader: builder.from_reader(metered),
            left,
            limits,
            rows: 0,
            lines: Lines::default(),
        })
    }

    pub fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        self.left.store(self.limits.row_bytes, Ordering::Relaxed);
        self.rows += 1;
        match self.reader.read_record(&mut row.texts) {
            Ok(false) => return Ok(false),
            Ok(true) if self.rows > self.limits.rows => {
                return Err(too_many_rows(&self.name, self.limits.rows));
            }
            Ok(true) => {}
            Err(error) => return Err(self.refusal(&error)),
        }
        row.number = self.lines.number(self.reader.position().line(), &row.texts);
        if row.texts.iter().any(|cell| bare(cell).len() < cell.len()) {
            row.texts = row.texts.iter().map(bare).collect();
        }
        row.measure(self.limits.cell_bytes);
        Ok(true)
    }

    fn refusal(&self, error: &csv::Error) -> Refusal {
        let refusal = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => Refusal::new("import/bad-encoding"),
            _ if self.left.load(Ordering::Relaxed) == 0 => {
                Refusal::new("import/row-too-long").with("limit", self.limits.row_bytes)
            }
            _ => return unreadable(&self.name),
        };
        let row = self.lines.row.saturating_add(1);
        refusal.with("row", row.to_string()).with("file", &*self.name).in_file(&self.name).at(row, 1)
    }
}

const BUFFER_BYTES: usize = 1 << 16;

/// A reader that fails once a row has taken more than its bytes.
struct Metered<R> {
    inner: R,
    left: Arc<AtomicUsize>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::other("row above its limit"));
        }
        let read = self.inner.read(buffer)?;
        self.left.store(left.saturating_sub(read), Ordering::Relaxed);
        Ok(read)
    }
}

fn decoded(path: &Path, encoding: Encoding) -> io::Result<Decoded> {
    let from = match encoding {
        // Passed as it is, so that a wrong byte is refused with its row instead of replaced.
        Encoding::Utf8 => None,
        Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252),
        Encoding::Utf16 => Some(encoding_rs::UTF_16LE),
    };
    let mut builder = DecodeReaderBytesBuilder::new();
    builder.encoding(from).utf8_passthru(true).strip_bom(true).bom_override(true);
    builder.build_with_buffer(File::open(path)?, vec![0; BUFFER_BYTES])
}

/// By its byte order mark; otherwise UTF-8 when the whole file is, Windows-1252 when it is not.
fn sniff(path: &Path, name: &str) -> Result<Encoding, Refusal> {
    let mut file = File::open(path).map_err(|_| unreadable(name))?;
    let mut buffer = vec![0; BUFFER_BYTES];
    let (mut kept, mut first) = (0, true);
    loop {
        let read = file.read(&mut buffer[kept..]).map_err(|_| unreadable(name))?;
        let bytes = &buffer[..kept + read];
        if first && (bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")) {
            return Ok(Encoding::Utf16);
        }
        if first && bytes.contains(&0) {
            return Err(unreadable(name));
        }
        first = false;
        let valid = match std::str::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            Err(error) if error.error_len().is_some() => return Ok(Encoding::Windows1252),
            Err(error) => error.valid_up_to(),
        };
        let total = bytes.len();
        if read == 0 {
            return Ok(if valid == total { Encoding::Utf8 } else { Encoding::Windows1252 });
        }
        buffer.copy_within(valid..total, 0);
        kept = total - valid;
    }
}

/// Rows looked at to find the delimiter.
const PROBE_ROWS: usize = 50;

/// The delimiter with which most rows have as many cells as the header, and the most cells.
fn delimiter(decoded: Decoded) -> io::Result<u8> {
    let mut probe = Vec::new();
    decoded.take(BUFFER_BYTES as u64).read_to_end(&mut probe)?;
    let best =
        [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|&delimiter| agreement(&probe, delimiter));
    Ok(best.unwrap_or(b','))
}

/// Rows in a thousand that agree with the header, then cells of the header; nothing for a single column.
fn agreement(probe: &[u8], delimiter: u8) -> (usize, usize) {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    let mut reader = builder.from_reader(probe);
    let records = reader.byte_records().take(PROBE_ROWS).map_while(Result::ok);
    let widths: Vec<usize> = records.map(|record| record.len()).collect();
    let header = widths.first().copied().unwrap_or(0);
    if header < 2 {
        return (0, 0);
    }
    let agree = widths.iter().filter(|&&width| width == header).count();
    (agree * 1000 / widths.len(), header)
}
