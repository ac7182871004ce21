//! Where each field stands in a file, and how its days and amounts are written.

use super::detect::{Detector, Found};
use super::forms::{DateForm, Mark, typed_cents};
use super::mapping::{Field, Kind, Mapping, Spot, TableMap};
use super::similar::nearest;
use crate::language::{Refusal, Refusals};
use jiff::civil::Date;
use std::sync::Arc;

/// One row of a table, as text, cell by cell.
pub trait Cells {
    /// How many cells the row has.
    fn count(&self) -> usize;
    /// The text of a cell; empty beyond the last one.
    fn text(&self, column: usize) -> &str;
    /// Whether the cell is held as a number or a day by a spreadsheet: its text is then
    /// `1234.5` or `2027-01-31`, whatever the rest of the file does.
    fn typed(&self, column: usize) -> bool;
    /// The first cell that was cut for being too long, with its length in bytes.
    fn too_long(&self) -> Option<(usize, usize)>;
}

/// The columns of one file, found.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What the file feeds.
    pub kind: Kind,
    /// File name.
    pub file: Arc<str>,
    /// Header, in order.
    pub names: Vec<Arc<str>>,
    /// Column of each field.
    columns: [Option<usize>; Field::COUNT],
    /// Form of each field that is a day.
    days: [Option<DateForm>; Field::COUNT],
    /// Mark of each field that is an amount.
    marks: [Option<Mark>; Field::COUNT],
    /// Other columns kept.
    pub(super) facets: Vec<usize>,
}

impl Layout {
    /// Finds in `header` every column that the mapping names.
    ///
    /// # Errors
    /// `import/missing-column` and `import/repeated-column`, all of them.
    pub fn of(mapping: &Mapping, table: &TableMap, header: &[String]) -> Result<Self, Refusals> {
        let mut faults = Refusals::default();
        let mut find = |name: &str, spot: Spot| match column(mapping, table, header, name, spot) {
            Ok(column) => Some(column),
            Err(refusal) => {
                faults.push(refusal);
                None
            }
        };
        let mut columns = [None; Field::COUNT];
        for (field, name, spot) in &table.columns {
            columns[*field as usize] = find(name, *spot);
        }
        let facets = table.facets.iter().filter_map(|(name, spot)| find(name, *spot)).collect();
        let names = header.iter().map(|name| Arc::from(name.as_str())).collect();
        let days = [table.declared.dates; Field::COUNT];
        let marks = [table.declared.decimal; Field::COUNT];
        let (kind, file) = (table.kind, Arc::from(table.file.as_str()));
        faults.or(Self { kind, file, names, columns, days, marks, facets })
    }

    /// Column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns[field as usize]
    }

    /// Name of the column of a field; the field itself when no column feeds it.
    pub(super) fn name(&self, field: Field) -> Arc<str> {
        self.column(field).map_or_else(|| Arc::from(field.code()), |column| self.names[column].clone())
    }

    /// The form expected of a day or an amount, as written.
    pub(super) fn form(&self, field: Field) -> String {
        let day = self.days[field as usize].map(|form| form.to_string());
        let mark = || self.marks[field as usize].map(|mark| format!("1234{}50", mark.character()));
        if field.is_amount() { mark() } else { day }.unwrap_or_default()
    }

    /// An undecided column of days follows the other columns of its file, when they are decided alike.
    fn follow(&mut self, field: Field, readings: [DateForm; 2]) -> bool {
        let decided = |other: &Field| *other != field && self.column(*other).is_some();
        let mut others = self.kind.fields().iter().filter(|other| decided(other));
        let form = others.find_map(|other| self.days[*other as usize]);
        let agreed = others.filter_map(|other| self.days[*other as usize]).all(|other| Some(other) == form);
        let follows = agreed && form.is_some_and(|form| readings.contains(&form));
        if follows {
            self.days[field as usize] = form;
        }
        follows
    }

    pub(super) fn day(&self, field: Field, text: &str, typed: bool) -> Option<Date> {
        let form = if typed { Some(DateForm::ISO) } else { self.days[field as usize] };
        form?.day(text)
    }

    pub(super) fn cents(&self, field: Field, text: &str, typed: bool) -> Option<i64> {
        if typed { typed_cents(text) } else { self.marks[field as usize].unwrap_or(Mark::Dot).cents(text) }
    }
}

fn column(
    mapping: &Mapping,
    table: &TableMap,
    header: &[String],
    name: &str,
    spot: Spot,
) -> Result<usize, Refusal> {
    let mut found = header.iter().enumerate().filter(|(_, title)| title.trim() == name.trim());
    let code = match (found.next(), found.next()) {
        (Some((column, _)), None) => return Ok(column),
        (None, _) => "import/missing-column",
        (Some(_), Some(_)) => "import/repeated-column",
    };
    let proposal = nearest(name, header.iter().map(String::as_str));
    let refusal = Refusal::new(code)
        .with("column", name)
        .with("columns", header.join(", "))
        .with("found", if proposal.is_some() { "yes" } else { "no" })
        .with("proposal", proposal.unwrap_or(""))
        .with("mapping", format!("{}:{}", mapping.file, spot.0));
    Err(refusal.in_file(&table.file).at(1, 1).field(name))
}

/// Rows read before a leading form is believed; an undecided column is read to its end.
const SAMPLE_ROWS: u64 = 1_000;

/// Finds out the forms that the mapping leaves open, from the first rows, or all of them if need be.
pub struct Detection {
    days: Vec<(Field, usize, Detector<DateForm>)>,
    amounts: Vec<(Field, usize, Detector<Mark>)>,
    rows: u64,
}

impl Detection {
    /// For the columns of `layout` whose form is not declared.
    pub fn of(layout: &Layout) -> Self {
        let open = |field: Field| layout.column(field).map(|column| (field, column));
        let fields = || layout.kind.fields().iter().copied();
        let days = fields().filter(|field| field.is_day() && layout.days[*field as usize].is_none());
        let amounts = fields().filter(|field| field.is_amount() && layout.marks[*field as usize].is_none());
        let days = days.filter_map(open).map(|(field, column)| (field, column, Detector::of_days()));
        let amounts = amounts.filter_map(open).map(|(field, column)| (field, column, Detector::of_amounts()));
        Self { days: days.collect(), amounts: amounts.collect(), rows: 0 }
    }

    /// Whether nothing more is to be learnt.
    pub fn done(&self) -> bool {
        let settled = self.days.iter().all(|(_, _, detector)| detector.settled())
            && self.amounts.iter().all(|(_, _, detector)| detector.settled());
        let nothing = self.days.is_empty() && self.amounts.is_empty();
        nothing || (self.rows >= SAMPLE_ROWS && settled)
    }

    /// Takes a row into account.
    pub fn feed(&mut self, mapping: &Mapping, row: &dyn Cells) {
        self.rows += 1;
        let value = |column: usize| Some(row.text(column).trim()).filter(|_| !row.typed(column));
        let said = |column: usize| value(column).filter(|text| !mapping.is_empty(text));
        for (_, column, detector) in &mut self.days {
            if let Some(text) = said(*column) {
                detector.feed(text);
            }
        }
        for (_, column, detector) in &mut self.amounts {
            if let Some(text) = said(*column) {
                detector.feed(text);
            }
        }
    }

    /// Writes what was found into `layout`.
    ///
    /// # Errors
    /// `import/ambiguous-dates`, `import/unknown-date-form`, `import/ambiguous-decimal`.
    pub fn settle(self, layout: &mut Layout) -> Result<(), Refusals> {
        let mut faults = Refusals::default();
        for (field, _, detector) in &self.days {
            if let Found::One(form) = detector.found() {
                layout.days[*field as usize] = Some(form);
            }
        }
        for (field, column, detector) in self.days {
            let refusal = match detector.found() {
                Found::Empty | Found::One(_) => continue,
                Found::Several(one, other, _) if layout.follow(field, [one, other]) => continue,
                Found::Several(one, other, example) => Refusal::new("import/ambiguous-dates")
                    .with("example", example)
                    .with("one", one)
                    .with("other", other),
                Found::Unreadable(example) => {
                    Refusal::new("import/unknown-date-form").with("example", example)
                }
            };
            faults.push(placed(refusal, layout, column));
        }
        for (field, column, detector) in self.amounts {
            match detector.found() {
                Found::One(mark) => layout.marks[field as usize] = Some(mark),
                Found::Several(_, _, example) => {
                    let refusal = Refusal::new("import/ambiguous-decimal").with("example", example);
                    faults.push(placed(refusal, layout, column));
                }
                // Whole amounts, or none: either mark reads them; what is no amount is refused row by row.
                Found::Empty | Found::Unreadable(_) => layout.marks[field as usize] = Some(Mark::Dot),
            }
        }
        faults.or(())
    }
}

fn placed(refusal: Refusal, layout: &Layout, column: usize) -> Refusal {
    let name = layout.names[column].as_ref();
    let refusal = refusal.with("column", name).with("table", layout.kind.code());
    refusal.in_file(&layout.file).at(1, u32::try_from(column + 1).unwrap_or(u32::MAX)).field(name)
}
