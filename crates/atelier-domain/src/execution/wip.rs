//! The register of work in progress (*en-cours*): every open case of a process, at its step, with its age.
//!
//! A case whose step is unknown is "unplaced": counted apart, never lost. The register holds each open
//! case of the process exactly once.

use super::market::{Case, Passage, Standing};
use super::order::ActionOrder;
use crate::language::{CaseId, Currency, Money};
use crate::process::Process;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// Completed stays from which a step's usual stay is their median.
const STAYS_NEEDED: usize = 12;
/// Cases present from which their median age serves instead. A mark draws the eye, it is no
/// statistic: five are enough for it.
const AGES_NEEDED: usize = 5;

/// Days a case has been waiting, and since what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// Since it entered its step, from the stage history.
    InStep(i64),
    /// Since it entered the pipeline: the day it entered its step is not known.
    InPipeline(i64),
    /// No date, or a date to come.
    Unknown,
}

impl Age {
    /// In days.
    pub fn days(self) -> Option<i64> {
        match self {
            Self::InStep(days) | Self::InPipeline(days) => Some(days),
            Self::Unknown => None,
        }
    }
}

/// What the age of the cases of a step is compared with; above twice this, a case is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Yardstick {
    /// Median of the completed stays in the step, in days.
    Stays(i64),
    /// Median age of the cases present, in days.
    Present(i64),
    /// The process's lead time of the step, in days.
    Standard(i64),
    /// Nothing to compare with: no case is marked.
    None,
}

/// One open case in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stand {
    /// The case.
    pub case: CaseId,
    /// Its age.
    pub age: Age,
    /// Its expected value.
    pub value: Option<Money>,
    /// Day of its next action; `None`: nothing is planned for it.
    pub next: Option<Date>,
    /// Older than twice the usual stay.
    pub marked: bool,
}

/// The cases standing in one step, oldest first, then by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Code of the step; empty for the unplaced.
    pub step: String,
    /// Its cases.
    pub cases: Vec<Stand>,
    /// What their age is compared with.
    pub yardstick: Yardstick,
}

impl Line {
    /// Expected value, one amount per currency.
    pub fn value(&self) -> Vec<Money> {
        let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
        for money in self.cases.iter().filter_map(|stand| stand.value) {
            *sums.entry(money.currency).or_default() += money.cents;
        }
        sums.into_iter().map(|(currency, cents)| Money { cents, currency }).collect()
    }

    /// Earliest next action among its cases.
    pub fn next(&self) -> Option<Date> {
        self.cases.iter().filter_map(|stand| stand.next).min()
    }
}

/// Work in progress of a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Register {
    /// One line per step of the process, in its order, empty ones included.
    pub lines: Vec<Line>,
    /// Cases without a step, or at a step that this process does not have.
    pub unplaced: Line,
}

impl Register {
    /// Every open case of the process, the unplaced included.
    pub fn total(&self) -> usize {
        self.lines.iter().map(|line| line.cases.len()).sum::<usize>() + self.unplaced.cases.len()
    }
}

/// Registers the open cases that run through `process`, as of `today`.
///
/// A case belongs to it by the code of its process; a case of no process at all is unplaced in every
/// register rather than lost. Orders give the next dates, passages the entries.
pub fn register(
    process: &Process,
    cases: &[Case],
    passages: &[Passage],
    orders: &[ActionOrder],
    today: Date,
) -> Register {
    let entries = entries(passages);
    let next = next_dates(orders);
    let mut lines: Vec<_> = process.steps.iter().map(|step| empty_line(&step.code)).collect();
    let mut unplaced = empty_line("");
    let of_no_process = |case: &Case| case.standing == Standing::Open && case.process.is_none();
    for case in cases.iter().filter(|case| is_open_in(process, case) || of_no_process(case)) {
        let placed = case.step.as_deref().filter(|_| case.process.is_some());
        let line = placed.and_then(|step| process.step_index(step));
        let entered = case.step.as_deref().and_then(|step| entries.get(&(case.id, step)));
        let stand = Stand {
            case: case.id,
            age: age(entered.copied(), case.engaged_on, today),
            value: case.value,
            next: next.get(&case.id).copied(),
            marked: false,
        };
        line.map_or(&mut unplaced, |at| &mut lines[at]).cases.push(stand);
    }
    for (line, step) in lines.iter_mut().zip(&process.steps) {
        mark(line, &stays(passages, &step.code), i64::from(step.lead_days));
    }
    unplaced.cases.sort_by_key(oldest_first);
    Register { lines, unplaced }
}

/// Whether an open case runs through `process`.
pub(super) fn is_open_in(process: &Process, case: &Case) -> bool {
    case.standing == Standing::Open && case.process.as_deref() == Some(&process.code)
}

fn empty_line(step: &str) -> Line {
    Line { step: step.to_owned(), cases: Vec::new(), yardstick: Yardstick::None }
}

/// Last entry of each case into each step where it still is.
pub(super) fn entries(passages: &[Passage]) -> HashMap<(CaseId, &str), Date> {
    let mut entries = HashMap::new();
    for passage in passages.iter().filter(|passage| passage.left_on.is_none()) {
        let entry = entries.entry((passage.case, passage.step.as_str())).or_insert(passage.entered_on);
        *entry = passage.entered_on.max(*entry);
    }
    entries
}

fn next_dates(orders: &[ActionOrder]) -> HashMap<CaseId, Date> {
    let mut next = HashMap::new();
    for order in orders.iter().filter(|order| order.phase().is_ahead()) {
        let date = order.start.map(jiff::civil::DateTime::date).or(order.due);
        if let (Some(case), Some(date)) = (order.case, date) {
            let soonest = next.entry(case).or_insert(date);
            *soonest = date.min(*soonest);
        }
    }
    next
}

fn age(entered: Option<Date>, engaged: Option<Date>, today: Date) -> Age {
    let since = |day: Date| i64::from((today - day).get_days());
    match (entered.map(since), engaged.map(since)) {
        (Some(days), _) if days >= 0 => Age::InStep(days),
        (None, Some(days)) if days >= 0 => Age::InPipeline(days),
        _ => Age::Unknown,
    }
}

fn stays(passages: &[Passage], step: &str) -> Vec<i64> {
    let here = passages.iter().filter(|passage| passage.step == step);
    let stays = here.filter_map(|passage| Some((passage.left_on? - passage.entered_on).get_days()));
    stays.filter(|days| *days >= 0).map(i64::from).collect()
}

fn mark(line: &mut Line, stays: &[i64], standard_days: i64) {
    let ages: Vec<_> = line.cases.iter().filter_map(|stand| stand.age.days()).collect();
    line.yardstick = match (median(stays, STAYS_NEEDED), median(&ages, AGES_NEEDED)) {
        (Some(days), _) => Yardstick::Stays(days),
        (None, Some(days)) => Yardstick::Present(days),
        (None, None) if standard_days > 0 => Yardstick::Standard(standard_days),
        (None, None) => Yardstick::None,
    };
    if let Yardstick::Stays(days) | Yardstick::Present(days) | Yardstick::Standard(days) = line.yardstick {
        for stand in &mut line.cases {
            stand.marked = stand.age.days().is_some_and(|age| age > 2 * days);
        }
    }
    line.cases.sort_by_key(oldest_first);
}

/// Lower median of at least `needed` values.
fn median(values: &[i64], needed: usize) -> Option<i64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    (sorted.len() >= needed).then(|| sorted.get(sorted.len().saturating_sub(1) / 2).copied()).flatten()
}

fn oldest_first(stand: &Stand) -> (std::cmp::Reverse<i64>, CaseId) {
    (std::cmp::Reverse(stand.age.days().unwrap_or(-1)), stand.case)
}

#[cfg(test)]
#[path = "wip_tests.rs"]
mod tests;
