//! Reading the export of a former system from its folder.

use crate::documents::write::{Format, Table};
use crate::documents::{Limits, Reading, Row};
use atelier_domain::execution::import::{
    Detection, Importer, Kind, Layout, Mapping, Record, Reject, Report, TableMap, read_mapping,
};
use atelier_domain::execution::{Account, Case, Passage, Person, Product};
use atelier_domain::language::{Catalogue, Lang, Refusal, Refusals, TenantId};
use std::io::{self, Write};
use std::path::Path;

/// What an export gave. Records come in the order of the files; passages in the order of their cases.
#[derive(Debug)]
pub struct Imported {
    /// Good records.
    pub records: Records,
    /// Faults of the rows that were set aside. When there are some, nothing is to be written unless
    /// the user accepts it.
    pub rejects: Vec<Reject>,
    /// Figures, and what could not be measured.
    pub report: Report,
}

/// Records by kind.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// Customers.
    pub accounts: Vec<Account>,
    /// Sales force.
    pub people: Vec<Person>,
    /// What is sold.
    pub products: Vec<Product>,
    /// Opportunities.
    pub cases: Vec<Case>,
    /// Stays in steps.
    pub passages: Vec<Passage>,
}

impl Records {
    fn push(&mut self, record: Record) {
        match record {
            Record::Account(account) => self.accounts.push(account),
            Record::Person(person) => self.people.push(person),
            Record::Product(product) => self.products.push(product),
            Record::Case(case) => self.cases.push(case),
            Record::Passage(passage) => self.passages.push(passage),
        }
    }
}

/// How far the reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// File being read.
    pub file: String,
    /// Rows read of it, without the header.
    pub rows: u64,
}

/// Rows between two signs of progress.
const PROGRESS_ROWS: u64 = 10_000;

/// Reads the export in `folder` as the mapping says. Same files, same result.
///
/// # Errors
/// What makes the whole import impossible, all at once: faults of the mapping, files that are missing
/// or unreadable, columns that are missing or whose days cannot be told. Faults of single rows are no
/// error: they are in [`Imported::rejects`].
pub fn read_export(
    folder: &Path,
    mapping: &Path,
    tenant: TenantId,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusals> {
    let mut records = Records::default();
    let mapping = mapping_of(mapping)?;
    let (rejects, report) =
        read_into(folder, &mapping, tenant, progress, &mut |record| records.push(record))?;
    Ok(Imported { records, rejects, report })
}

/// Reads and checks a mapping file.
///
/// # Errors
/// `import/mapping-unreadable`, and every fault of its text.
pub fn mapping_of(path: &Path) -> Result<Mapping, Refusals> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let text = std::fs::read_to_string(path)
        .map_err(|_| Refusal::new("import/mapping-unreadable").with("file", &*name).in_file(&name))?;
    read_mapping(&name, &text)
}

/// Same as [`read_export`], each record given to `out` as soon as it is known, to hold none in memory.
/// Rejects are known only at the end: what `out` does must be undone if they are not accepted.
///
/// # Errors
/// As [`read_export`].
pub fn read_into(
    folder: &Path,
    mapping: &Mapping,
    tenant: TenantId,
    progress: &mut dyn FnMut(Progress),
    out: &mut dyn FnMut(Record),
) -> Result<(Vec<Reject>, Report), Refusals> {
    let layouts = layouts(folder, mapping)?;
    let mut importer = Importer::new(mapping, tenant);
    for (table, layout) in mapping.tables.iter().zip(&layouts) {
        let mut reading = open(folder, table)?;
        let (mut row, mut rows) = (Row::default(), 0);
        while reading.next(&mut row)? {
            importer.row(layout, row.number, &row, out);
            rows += 1;
            if rows % PROGRESS_ROWS == 0 {
                progress(Progress { file: table.file.clone(), rows });
            }
        }
        importer.end(layout, out)?;
        progress(Progress { file: table.file.clone(), rows });
    }
    Ok(importer.finish())
}

/// Finds the columns of every file before anything is read, so that all that is missing is said at once.
fn layouts(folder: &Path, mapping: &Mapping) -> Result<Vec<Layout>, Refusals> {
    let mut faults = Refusals::default();
    let mut layouts = Vec::new();
    for table in &mapping.tables {
        match layout(folder, mapping, table) {
            Ok(layout) => layouts.push(layout),
            Err(refusals) => faults.0.extend(refusals.0),
        }
    }
    faults.or(layouts)
}

fn layout(folder: &Path, mapping: &Mapping, table: &TableMap) -> Result<Layout, Refusals> {
    let mut reading = open(folder, table)?;
    let mut layout = Layout::of(mapping, table, reading.header())?;
    let mut detection = Detection::of(&layout);
    let mut row = Row::default();
    while !detection.done() && reading.next(&mut row)? {
        detection.feed(mapping, &row);
    }
    detection.settle(&mut layout)?;
    Ok(layout)
}

fn open(folder: &Path, table: &TableMap) -> Result<Reading, Refusal> {
    let path = folder.join(&table.file);
    Reading::open(&path, &table.file, table.sheet.as_deref(), &table.declared, &Limits::default())
}

/// Writes the reject file (delimited): file, row, column, value, code, reason, what to do, proposal.
///
/// # Errors
/// Those of `out`.
pub fn write_rejects(rejects: &[Reject], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    reject_table(rejects, lang).write(Format::Csv, lang, out)
}

/// The rejects as a table, for every other format.
pub fn reject_table(rejects: &[Reject], lang: Lang) -> Table {
    let words = Catalogue::of(lang);
    let keys = ["file", "row", "column", "value", "code", "reason", "remedy", "proposal"];
    let titles = keys.map(|key| words.plain(&format!("import-reject-{key}")));
    let columns: Vec<(&str, &str)> = keys.into_iter().zip(titles.iter().map(String::as_str)).collect();
    let mut table = Table::new(words.plain("import-rejects"), &columns);
    for reject in rejects {
        let [what, why, remedy] = reject.refusal().sentences(words);
        table.push(vec![
            (&*reject.file).into(),
            i64::from(reject.row).into(),
            (&*reject.column).into(),
            reject.value.as_str().into(),
            reject.code().into(),
            format!("{what} {why}").into(),
            remedy.into(),
            reject.proposal().unwrap_or("").into(),
        ]);
    }
    table
}

/// Name of a kind of record, for reports: "comptes", "affaires"…
pub fn kind_name(kind: Kind, lang: Lang) -> String {
    Catalogue::of(lang).plain(&format!("import-kind-{}", kind.code()))
}
