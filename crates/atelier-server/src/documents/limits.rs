//! What a document may weigh: a file from outside never takes the machine with it.

use atelier_domain::language::Refusal;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use zip::ZipArchive;

/// Limits on what is read, with defaults that a full export of a large sales force does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one cell; a longer one sets its row aside.
    pub cell_bytes: usize,
    /// Bytes of one row; a quote left open makes a row of the rest of the file.
    pub row_bytes: usize,
    /// Columns of a table.
    pub columns: usize,
    /// Rows of a table.
    pub rows: u32,
    /// Cells of a sheet that are not empty.
    pub sheet_cells: u64,
    /// Files inside a workbook.
    pub archive_entries: usize,
    /// Bytes of a workbook once inflated.
    pub archive_bytes: u64,
    /// Inflated bytes per byte of file, looked at above [`RATIO_FROM_BYTES`].
    pub archive_ratio: u64,
}

/// Below this inflated size a workbook harms nobody, however well it is packed.
const RATIO_FROM_BYTES: u64 = 16 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            cell_bytes: 1 << 20,
            row_bytes: 64 << 20,
            columns: 1_000,
            rows: 5_000_000,
            sheet_cells: 40_000_000,
            archive_entries: 1_000,
            archive_bytes: 768 << 20,
            archive_ratio: 200,
        }
    }
}

/// Inflates a workbook once into nothing, entry by entry: announced sizes are not believed, and a
/// truncated or altered entry fails its checksum here.
///
/// # Errors
/// `import/unreadable-file`, `import/suspicious-archive`.
pub fn inspect_archive(path: &Path, name: &str, limits: &Limits) -> Result<(), Refusal> {
    let unreadable = || Refusal::new("import/unreadable-file").with("file", name).in_file(name);
    let file = File::open(path).map_err(|_| unreadable())?;
    let packed = file.metadata().map_err(|_| unreadable())?.len().max(1);
    let mut archive = ZipArchive::new(file).map_err(|_| unreadable())?;
    let refuse = || Err(Refusal::new("import/suspicious-archive").with("file", name).in_file(name));
    if archive.len() > limits.archive_entries {
        return refuse();
    }
    let most = limits.archive_bytes.min((packed * limits.archive_ratio).max(RATIO_FROM_BYTES));
    let mut left = most;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| unreadable())?;
        let inflated = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|_| unreadable())?;
        if inflated > left {
            return refuse();
        }
        left -= inflated;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn archive(entries: usize, bytes: usize) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let mut writer = zip::ZipWriter::new(file.as_file_mut());
        for index in 0..entries {
            writer.start_file(format!("{index}.xml"), zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b'0'; bytes]).unwrap();
        }
        writer.finish().unwrap();
        file
    }

    fn code(file: &tempfile::NamedTempFile) -> Option<&'static str> {
        inspect_archive(file.path(), "x.xlsx", &Limits::default()).err().map(|refusal| refusal.code)
    }

    #[test]
    fn a_bomb_is_refused_and_a_small_well_packed_file_is_not() {
        assert_eq!(code(&archive(1, 1 << 20)), None);
        assert_eq!(code(&archive(1, 17 << 20)), Some("import/suspicious-archive"));
        assert_eq!(code(&archive(1_001, 1)), Some("import/suspicious-archive"));
    }
}
