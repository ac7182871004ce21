//! Reads a process from the text a sales-operations person edits.
//!
//! Every fault comes back at once with its line and its column. The keys are described in
//! `docs/process.md`, the refusals in `docs/errors/process.md`.

use super::against::{Places, against};
use super::bill::bill;
use super::fields::refuse_duplicates;
use super::read_objective::{objectives, period};
use super::read_steps::steps;
use super::source::{Field, Page, Table};
use super::{Indicator, Planning, Process, Segment, StrategicLine, Workshop};
use crate::language::{Minutes, Refusal, Refusals};
use jiff::civil::Date;

/// What the reader must know besides the text.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The day of reading: an objective whose period ended before it is refused.
    pub today: Date,
}

const KEYS: [&str; 14] = [
    "code",
    "version",
    "name",
    "function",
    "owner",
    "line",
    "valid_from",
    "kinds",
    "strategic_line",
    "objective",
    "segment",
    "step",
    "planning",
    "indicator",
];

impl Process {
    /// Reads a process; with it, the warnings that do not prevent its use, in the order of the file.
    ///
    /// # Errors
    /// Every fault of the text, in the order of the file. When the TOML itself is broken, its
    /// syntax errors alone.
    pub fn read(file_name: &str, text: &str, asked: &Reading) -> Result<(Self, Vec<Refusal>), Refusals> {
        Self::read_with(file_name, text, *asked, None)
    }

    /// Same as [`Process::read`], and every kind, skill and currency must be those of the workshop.
    ///
    /// # Errors
    /// As [`Process::read`], with what the workshop has not, at its line and column.
    pub fn read_against(
        file_name: &str,
        text: &str,
        asked: &Reading,
        workshop: &Workshop,
    ) -> Result<(Self, Vec<Refusal>), Refusals> {
        Self::read_with(file_name, text, *asked, Some(workshop))
    }

    fn read_with(
        file_name: &str,
        text: &str,
        asked: Reading,
        workshop: Option<&Workshop>,
    ) -> Result<(Self, Vec<Refusal>), Refusals> {
        let page = Page::new(file_name, text);
        let document = page.parse()?;
        let mut places = Places::default();
        let process = process(page.top(&document), asked, &mut places);
        for (fault, spot) in against(&process, workshop, &places) {
            page.refuse(fault, spot.unwrap_or((1, 1)));
        }
        page.close(process)
    }
}

/// The process with what could be read; meaningless when the page holds a fault.
fn process(top: Table<'_>, asked: Reading, places: &mut Places) -> Process {
    top.only(&KEYS);
    let version = top.field("version").and_then(|field| field.whole(1..=1_000_000));
    Process {
        code: top.text("code").unwrap_or_default(),
        version: version.and_then(|version| u32::try_from(version).ok()).unwrap_or(1),
        name: top.name("name").unwrap_or_default(),
        function: top.text("function").unwrap_or_default(),
        owner: owner(top).unwrap_or_default(),
        line: top.field("line").and_then(Field::text),
        lines: lines(top),
        objectives: objectives(top, asked, places),
        target: top.tables("segment").into_iter().filter_map(segment).collect(),
        steps: bill(steps(top, places), top.page),
        planning: top.field("planning").and_then(Field::table).map(planning),
        indicators: indicators(top),
        kinds: kinds(top, places),
        valid_from: top.field("valid_from").and_then(Field::day),
    }
}

/// Who answers for a process or an objective; refused when nobody is named.
pub(super) fn owner(table: Table<'_>) -> Option<String> {
    let written = table.field("owner");
    if written.is_none_or(|field| field.value.as_str().is_some_and(|text| text.trim().is_empty())) {
        let spot = written.map_or(table.spot(), Field::spot);
        table.page.refuse(Refusal::new("process/owner-missing").field("owner"), spot);
        return None;
    }
    written.and_then(Field::text)
}

/// Lines of the strategy that the sheet describes; owner and period may come later.
fn lines(top: Table<'_>) -> Vec<StrategicLine> {
    let tables = top.tables("strategic_line");
    refuse_duplicates(&tables, "code");
    tables.into_iter().filter_map(strategic_line).collect()
}

fn strategic_line(table: Table<'_>) -> Option<StrategicLine> {
    table.only(&["code", "name", "owner", "from", "to"]);
    let (code, name) = (table.text("code"), table.name("name"));
    let owner = table.field("owner").and_then(Field::text);
    let is_dated = table.field("from").is_some() || table.field("to").is_some();
    let period = is_dated.then(|| period(table).map(|(period, _)| period)).flatten();
    Some(StrategicLine { code: code?, name: Some(name?), owner, period })
}

fn segment(table: Table<'_>) -> Option<Segment> {
    table.only(&["name", "field", "values"]);
    let (name, field) = (table.name("name"), table.text("field"));
    let values = table.required("values").and_then(Field::texts);
    Some(Segment { name: name?, field: field?, values: values? })
}

fn planning(table: Table<'_>) -> Planning {
    table.only(&["grid", "frozen_weeks", "firm_weeks", "buffer_days"]);
    let grid = table.field("grid").and_then(|field| {
        let grid = field.whole(1..=60)?;
        if 60 % grid != 0 {
            field.refuse(Refusal::new("process/grid-does-not-divide-hour").with("given", grid));
        }
        Some(grid)
    });
    Planning {
        grid: Minutes(grid.unwrap_or(30)),
        frozen_weeks: table.days("frozen_weeks").unwrap_or(0),
        firm_weeks: table.days("firm_weeks").unwrap_or(0),
        buffer_days: table.field("buffer_days").and_then(buffer),
    }
}

/// Days of the bottleneck, above zero.
fn buffer(field: Field<'_>) -> Option<u32> {
    let days = field.whole(i64::MIN..=3_650)?;
    let above = u32::try_from(days).ok().filter(|days| *days > 0);
    if above.is_none() {
        field.refuse(Refusal::new("planning/buffer-target").with("given", days));
    }
    above
}

fn indicators(top: Table<'_>) -> Vec<Indicator> {
    let tables = top.tables("indicator");
    refuse_duplicates(&tables, "code");
    tables.into_iter().filter_map(indicator).collect()
}

fn indicator(table: Table<'_>) -> Option<Indicator> {
    table.only(&["code", "name", "decision"]);
    let (code, name, decision) = (table.text("code"), table.name("name"), table.name("decision"));
    Some(Indicator { code: code?, name: name?, decision: decision? })
}

fn kinds(top: Table<'_>, places: &mut Places) -> Vec<String> {
    let Some(field) = top.field("kinds") else { return Vec::new() };
    let kinds = field.texts().unwrap_or_default();
    for kind in &kinds {
        places.put("", kind, field.spot());
    }
    kinds
}
