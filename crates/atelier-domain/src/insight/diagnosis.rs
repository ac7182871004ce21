//! Diagnosis of the present organisation from its history: real yields, times, values, work in progress.
//!
//! Every figure carries its sample; below a threshold there is the word "insufficient" and no number.
//! What could not be measured is listed with its reason. Source: docs/insight.md.

use super::stats::{Average, Delay, Measure, Rate};
use super::steps::{StepFigures, step_figures};
use super::tally::{Book, Tally};
use super::times::{OperationFigures, operation_figures};
use crate::execution::{ActionOrder, Case, Passage, Person, Product};
use crate::language::Currency;
use crate::process::Process;
use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

/// What a diagnosis reads.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// Every case of the scope, open and closed.
    pub cases: &'a [Case],
    /// Stage history; empty when the source keeps none.
    pub passages: &'a [Passage],
    /// The sales force, those without any case included.
    pub people: &'a [Person],
    /// What is sold.
    pub products: &'a [Product],
    /// Action orders with the times declared on them; empty before Atelier is used.
    pub orders: &'a [ActionOrder],
    /// The process the steps of the passages belong to.
    pub process: Option<&'a Process>,
    /// As-of date.
    pub today: Date,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnosis {
    /// As of this day.
    pub as_of: Date,
    /// All cases together.
    pub whole: Figures,
    /// By stage as the source writes it, in the order of first appearance.
    pub stages: Vec<Group>,
    /// By team, in the order of the people given.
    pub teams: Vec<Group>,
    /// By product, in the order given, those never sold included.
    pub products: Vec<Group>,
    /// By owner, in the order given, those without any case included.
    pub owners: Vec<Group>,
    /// By step of the process, in its order; empty without stage history.
    pub steps: Vec<StepFigures>,
    /// By operation, in the order of the process; empty without declared times.
    pub operations: Vec<OperationFigures>,
    /// What could not be measured, and why.
    pub unmeasured: Vec<Unmeasured>,
}

/// The figures of one team, product, owner or stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Person or product; `None` for a team, a stage, and for the cases that name nobody or nothing.
    pub id: Option<Uuid>,
    /// Shown name; `None`: the cases that name none, counted apart so that the groups sum to the whole.
    pub name: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

/// Counts and measures over some cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Still open: the work in progress.
    pub open: usize,
    /// Won ÷ (won + lost). Open cases have no outcome yet and are in neither.
    pub yields: Measure<Rate>,
    /// Days from entry to the win.
    pub won_days: Measure<Delay>,
    /// Days from entry to the loss.
    pub lost_days: Measure<Delay>,
    /// Days since entry of the open cases.
    pub age_days: Measure<Delay>,
    /// Values, one line per currency.
    pub values: Vec<Worth>,
}

impl Figures {
    /// All cases.
    pub fn cases(&self) -> usize {
        self.won + self.lost + self.open
    }
}

/// Values in one currency, in its minor units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// Currency.
    pub currency: Currency,
    /// Won cases with a value.
    pub won: usize,
    /// Their sum.
    pub won_cents: i64,
    /// Their average.
    pub average: Measure<Average>,
    /// Open cases with an expected value.
    pub open: usize,
    /// Its sum.
    pub open_cents: i64,
}

/// Something that could not be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unmeasured {
    /// Why.
    pub why: Missing,
    /// Cases or passages concerned.
    pub count: usize,
}

/// What is missing in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// No stage history: yield and time per step are not measured.
    StageHistory,
    /// A stage history, but no process to read it with.
    Process,
    /// No time declared on any order: times of operations and load are not measured.
    WorkingTimes,
    /// Closed cases without the two dates of a cycle.
    CycleDates,
    /// Closed cases whose outcome comes before their entry.
    ReversedDates,
    /// Cases dated after the day of the diagnosis.
    FutureDates,
    /// Open cases without day of entry: no age.
    EntryDate,
    /// Won cases without a value.
    WonValue,
    /// Open cases without expected value: the value in progress is not measured on them.
    OpenValue,
    /// Open cases without account: no figure by customer on them.
    OpenAccount,
    /// Cases whose owner is empty or unknown.
    Owner,
    /// Cases whose product is empty or unknown.
    Product,
    /// Passages of unknown cases or through steps that the process does not have.
    ForeignPassages,
    /// Passages left before they were entered.
    ReversedPassages,
}

/// Reads the history once and reports.
///
/// Cost: one pass over the cases, each added to three tallies (stage, product, owner), then one sort of
/// the durations per grouping. Teams are sums of owners, the whole is the sum of the stages.
pub fn diagnose(history: &History<'_>) -> Diagnosis {
    let mut book = Book::new(history);
    for case in history.cases {
        book.add(case);
    }
    let mut unmeasured = book.gaps.list();

    let (steps, lost_passages) = step_figures(history);
    if history.passages.is_empty() {
        unmeasured.insert(0, Unmeasured { why: Missing::StageHistory, count: history.cases.len() });
    } else if history.process.is_none() {
        unmeasured.insert(0, Unmeasured { why: Missing::Process, count: history.passages.len() });
    }
    unmeasured.extend(lost_passages);

    let operations = operation_figures(history);
    if history.orders.iter().all(|order| order.report().is_none()) {
        unmeasured.push(Unmeasured { why: Missing::WorkingTimes, count: history.cases.len() });
    }

    Diagnosis {
        as_of: history.today,
        whole: book.whole().figures(),
        teams: book.teams(),
        stages: groups(book.stages),
        products: groups(book.products),
        owners: groups(book.owners),
        steps,
        operations,
        unmeasured,
    }
}

/// A tally with the name of its group.
pub(super) struct Named {
    pub(super) id: Option<Uuid>,
    pub(super) name: Option<String>,
    pub(super) tally: Tally,
}

/// Groups without a name that hold no case are dropped: there is nothing to count apart.
pub(super) fn groups(named: Vec<Named>) -> Vec<Group> {
    let kept = named.into_iter().filter(|group| group.name.is_some() || group.tally.cases() > 0);
    kept.map(|group| Group { id: group.id, name: group.name, figures: group.tally.figures() }).collect()
}

#[cfg(test)]
#[path = "diagnosis_tests.rs"]
mod tests;
