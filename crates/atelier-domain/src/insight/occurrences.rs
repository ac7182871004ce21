//! From records to dated occurrences of events: what indicators count, each with the object behind it.

use super::formula::Event;
use crate::execution::{ActionOrder, Case, Outcome, Passage, Phase, Standing};
use crate::language::{AccountId, CaseId, Minutes, Money};
use crate::process::Process;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// An event that took place, on a day, about an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Occurrence<'a> {
    /// What.
    pub event: Event,
    /// When.
    pub on: Date,
    /// Which case, order or person: what a click on the figure opens.
    pub object: Uuid,
    /// In which step.
    pub step: Option<&'a str>,
    /// Value of the case.
    pub value: Option<Money>,
    /// Days elapsed.
    pub days: Option<i64>,
    /// Working time.
    pub minutes: Option<i64>,
}

impl Occurrence<'_> {
    fn new(event: Event, on: Date, object: Uuid) -> Self {
        Self { event, on, object, step: None, value: None, days: None, minutes: None }
    }

    /// Working time of somebody on a day, given to planned actions: planning knows it.
    pub fn capacity(on: Date, person: Uuid, minutes: Minutes) -> Self {
        Self { minutes: Some(minutes.0), ..Self::new(Event::Capacity, on, person) }
    }
}

/// Every occurrence in the records of one process, up to `today` for what is due.
///
/// Cases, passages and orders of other processes are ignored. In the order of the records.
pub fn occurrences<'a>(
    process: &'a Process,
    cases: &'a [Case],
    passages: &'a [Passage],
    orders: &'a [ActionOrder],
    today: Date,
) -> Vec<Occurrence<'a>> {
    let cases: Vec<_> = cases.iter().filter(|case| case.process.as_deref() == Some(&process.code)).collect();
    let mut found = Vec::new();
    for case in &cases {
        of_case(case, &mut found);
    }
    first_wins(&cases, &mut found);
    of_passages(process, &cases, passages, &mut found);
    let orders = orders.iter().filter(|order| order.process == process.code);
    orders.for_each(|order| of_order(order, today, &mut found));
    found
}

fn of_case<'a>(case: &'a Case, found: &mut Vec<Occurrence<'a>>) {
    found.extend(case.engaged_on.map(|on| Occurrence::new(Event::CaseEntered, on, case.id.0)));
    let Some(on) = case.closed_on else { return };
    let event = match case.standing {
        Standing::Open => return,
        Standing::Won => Event::CaseWon,
        Standing::Lost => Event::CaseLost,
    };
    let days = case.engaged_on.map(|from| i64::from((on - from).get_days())).filter(|days| *days >= 0);
    for event in [event, Event::CaseClosed] {
        found.push(Occurrence { value: case.value, days, ..Occurrence::new(event, on, case.id.0) });
    }
}

/// The first win of each account; on one day, the case with the smallest id.
fn first_wins<'a>(cases: &[&'a Case], found: &mut Vec<Occurrence<'a>>) {
    let mut wins: Vec<(Date, CaseId, AccountId)> = cases
        .iter()
        .filter(|case| case.standing == Standing::Won)
        .filter_map(|case| Some((case.closed_on?, case.id, case.account?)))
        .collect();
    wins.sort_unstable();
    let mut known = HashSet::new();
    wins.retain(|(_, _, account)| known.insert(*account));
    found.extend(wins.iter().map(|(on, case, _)| Occurrence::new(Event::CustomerWon, *on, case.0)));
}

fn of_passages<'a>(
    process: &Process,
    cases: &[&'a Case],
    passages: &'a [Passage],
    found: &mut Vec<Occurrence<'a>>,
) {
    let by_id: HashMap<_, _> = cases.iter().map(|case| (case.id, *case)).collect();
    let mut visits: Vec<_> = passages
        .iter()
        .filter(|passage| by_id.contains_key(&passage.case))
        .filter_map(|passage| Some((passage, process.step_index(&passage.step)?)))
        .collect();
    visits.sort_by_key(|(passage, step)| (passage.case, passage.entered_on, *step));
    for of_case in visits.chunk_by(|a, b| a.0.case == b.0.case) {
        for (at, (passage, step)) in of_case.iter().enumerate() {
            let here = |event, on| Occurrence {
                step: Some(passage.step.as_str()),
                ..Occurrence::new(event, on, passage.case.0)
            };
            found.push(here(Event::StepEntered, passage.entered_on));
            if let Some(on) = passage.left_on {
                let days = i64::from((on - passage.entered_on).get_days());
                found.push(Occurrence { days: Some(days), ..here(Event::StepLeft, on) });
            }
            if of_case[..at].iter().any(|before| before.1 == *step) {
                continue;
            }
            let further = of_case[at + 1..].iter().find(|after| after.1 > *step);
            let case = by_id[&passage.case];
            let closed = case.closed_on.filter(|_| case.standing != Standing::Open);
            if let Some(on) = further.map(|after| after.0.entered_on).or(closed) {
                found.push(here(Event::StepDecided, on));
                if further.is_some() || case.standing == Standing::Won {
                    found.push(here(Event::StepThrough, on));
                }
            }
        }
    }
}

fn of_order<'a>(order: &'a ActionOrder, today: Date, found: &mut Vec<Occurrence<'a>>) {
    let here = |event, on| Occurrence { step: Some(&order.step), ..Occurrence::new(event, on, order.id.0) };
    let is_cancelled = order.phase() == Phase::Cancelled;
    if let Some(start) = order.start.filter(|_| !is_cancelled) {
        let minutes = order.minutes.0 * i64::try_from(order.people.len()).unwrap_or(0);
        found.push(Occurrence { minutes: Some(minutes), ..here(Event::Load, start.date()) });
    }
    let planned = order.end.map(jiff::civil::DateTime::date).or(order.due);
    if let Some(on) = planned.filter(|on| *on <= today && !is_cancelled) {
        found.push(here(Event::OrderDue, on));
        if order.report().is_some_and(|report| report.at.date() <= on) {
            found.push(here(Event::OrderOnTime, on));
        }
    }
    if let Some(report) = order.report() {
        let done = |event| Occurrence { minutes: Some(report.minutes.0), ..here(event, report.at.date()) };
        found.push(done(Event::OrderDone));
        if matches!(report.outcome, Outcome::Progress(_)) {
            found.push(done(Event::OrderProgress));
        }
    }
}
