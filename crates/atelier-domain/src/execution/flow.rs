//! Little's law as a check: work in progress = throughput × cycle time, over a period in steady state.

use super::market::{Case, Standing};
use crate::language::Period;
use jiff::civil::Date;
use serde::Serialize;

/// The flow of cases over a period.
///
/// Source: Little, "A proof for the queuing formula L = λW" (1961).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Flow {
    /// Cases that entered the pipeline during the period.
    pub entered: usize,
    /// Cases won or lost during the period.
    pub left: usize,
    /// Mean count of cases in progress, day by day.
    pub wip: f64,
    /// Cases that left, per calendar day.
    pub throughput: f64,
    /// Mean days from entry to outcome of the cases that left; `None` when none did.
    pub cycle_days: Option<f64>,
    /// Cases left out: no day of entry, or an outcome before it or without a day.
    pub undated: usize,
}

impl Flow {
    /// Over `period`. The law holds for a pipeline in steady state; see [`Flow::gap`].
    pub fn over(period: Period, cases: &[Case]) -> Self {
        let days = f64::from((period.after - period.first).get_days());
        let mut flow = Self { entered: 0, left: 0, wip: 0.0, throughput: 0.0, cycle_days: None, undated: 0 };
        let (mut present_days, mut cycles) = (0.0, 0.0);
        for case in cases {
            let Some((entry, exit)) = span(case) else {
                flow.undated += 1;
                continue;
            };
            let inside = |day: Date| period.first <= day && day < period.after;
            flow.entered += usize::from(inside(entry));
            present_days += overlap(entry, exit, period);
            if let Some(exit) = exit.filter(|exit| inside(*exit)) {
                flow.left += 1;
                cycles += f64::from((exit - entry).get_days());
            }
        }
        flow.wip = present_days / days;
        flow.throughput = flow.left as f64 / days;
        flow.cycle_days = (flow.left > 0).then(|| cycles / flow.left as f64);
        flow
    }

    /// What the law expects in progress: throughput × cycle time.
    pub fn expected_wip(&self) -> Option<f64> {
        self.cycle_days.map(|days| days * self.throughput)
    }

    /// Real work in progress over the expected one, less 1: 0 in steady state.
    ///
    /// Well above 0, cases pile up that do not come out, or their outcome is not recorded; well below,
    /// the pipeline empties, or entries are recorded late.
    pub fn gap(&self) -> Option<f64> {
        self.expected_wip().filter(|expected| *expected > 0.0).map(|expected| self.wip / expected - 1.0)
    }
}

fn span(case: &Case) -> Option<(Date, Option<Date>)> {
    let entry = case.engaged_on?;
    // The closing day of an open case is a hope, not an exit.
    if case.standing == Standing::Open {
        return Some((entry, None));
    }
    case.closed_on.filter(|exit| *exit >= entry).map(|exit| (entry, Some(exit)))
}

fn overlap(entry: Date, exit: Option<Date>, period: Period) -> f64 {
    let from = entry.max(period.first);
    let to = exit.unwrap_or(period.after).min(period.after);
    if to > from { f64::from((to - from).get_days()) } else { 0.0 }
}
