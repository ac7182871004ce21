//! From needs and cases to the actions to place: the next work of every open case, then that of the
//! units still to be produced.

use super::front::Front;
use super::market::Case;
use super::order::{ActionOrder, State};
use crate::language::{AccountId, CaseId, Money, OrderId, TenantId, Week};
use crate::planning::{Needs, StepNeeds};
use crate::process::{Operation, Process, Step};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An action to place: the order, and what binds its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// The order, without date.
    pub order: ActionOrder,
    /// Not before.
    pub release: DateTime,
    /// Should end by then.
    pub due: DateTime,
    /// Orders that must end first.
    pub after: Vec<Wait>,
    /// What priority is given to as one: the case, or the lot of units to come.
    pub group: String,
    /// Margin or value expected from the group.
    pub margin: Option<Money>,
    /// Resource code of the person who leads the case; takes the seats of its own kind.
    pub leader: Option<String>,
    /// Customer's account, when it is known.
    pub account: Option<AccountId>,
}

impl Launch {
    /// The same as if it had no date yet.
    #[must_use]
    pub fn undated(mut self) -> Self {
        self.order.state = State::Suggested;
        (self.order.start, self.order.end) = (None, None);
        self
    }
}

/// An order that must end first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// It.
    pub order: OrderId,
    /// Open days to let pass after it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub days: u32,
    /// Elapsed days after it that are not to be passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_max: Option<u32>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the form that serde asks for
fn is_none(days: &u32) -> bool {
    *days == 0
}

/// What launching needs to know besides the process.
pub struct Floor<'a> {
    /// Whose orders they are.
    pub tenant: TenantId,
    /// First instant of the plan.
    pub start: DateTime,
    /// Name shown for the customer of a case.
    pub customer: &'a dyn Fn(&Case) -> String,
    /// Resource code of the leader of a case.
    pub leader: &'a dyn Fn(&Case) -> Option<String>,
    /// Day a case entered the step it stands in, when it is known.
    pub entered: &'a dyn Fn(&Case) -> Option<Date>,
    /// Whether an operation, by code, is already done for a case.
    pub done: &'a dyn Fn(&Case, &str) -> bool,
}

/// The next actions of the open cases: the routing of the step in front of them.
///
/// Due: entry in the step plus its lead time. A case that waits before the step has the lead time from
/// the start of the plan (a lead time of nought: the end of the week). Cases that stand in a step and
/// whose time is past, or whose entry is not known, are caught up over one lead time from the start,
/// evenly, the oldest first: the flow that a step with that many cases and that lead time has (Little's
/// law). Otherwise all of them would be due on one day.
pub fn of_cases(process: &Process, fronts: &[(&Case, Front<'_>)], floor: &Floor<'_>) -> Vec<Launch> {
    let mut launched = Vec::new();
    let caught_up = catch_up(process, fronts, floor);
    for (case, front) in fronts {
        let lot = Lot::of_case(case, *front, caught_up.get(&case.id).copied(), floor);
        let left = |operation: &Operation| !(floor.done)(case, &operation.code);
        routing(process, front.step(), &lot, floor.tenant, &left, &mut launched);
    }
    launched
}

/// Due date of a case that stands in its step and still has time there.
fn in_time(case: &Case, front: Front<'_>, floor: &Floor<'_>) -> Option<DateTime> {
    let Front::In(step) = front else { return None };
    let due = (floor.entered)(case).map(|day| due_after(day, i64::from(step.lead_days)));
    due.filter(|due| *due > floor.start)
}

/// Due dates of the cases whose time in their step is past or not known, see [`of_cases`].
fn catch_up(
    process: &Process,
    fronts: &[(&Case, Front<'_>)],
    floor: &Floor<'_>,
) -> HashMap<CaseId, DateTime> {
    let mut due = HashMap::new();
    for step in &process.steps {
        let is_here = |front: Front<'_>| matches!(front, Front::In(at) if at.code == step.code);
        let is_late = |case: &Case, front| is_here(front) && in_time(case, front, floor).is_none();
        let late = fronts.iter().filter(|(case, front)| is_late(case, *front));
        let mut late: Vec<&Case> = late.map(|(case, _)| *case).collect();
        late.sort_by_cached_key(|case| {
            let entered = (floor.entered)(case);
            (entered.is_none(), entered, &case.key)
        });
        let (lead, count) = (i64::from(step.lead_days), late.len() as i64);
        for (case, rank) in late.into_iter().zip(1..) {
            due.insert(case.id, due_after(floor.start.date(), lead * rank / count));
        }
    }
    due
}

/// The actions of the units still to be produced: for each step and week, the units entering that are
/// not yet a known case, in lots as large as the operations of the step allow.
///
/// Release: the Monday of the week of entry. Due: the lead time after it, at least to its Friday evening.
pub fn of_needs(
    process: &Process,
    needs: &Needs,
    fronts: &[(&Case, Front<'_>)],
    floor: &Floor<'_>,
) -> Vec<Launch> {
    let mut launched = Vec::new();
    for (step, wanted) in process.steps.iter().filter_map(|step| Some((step, needs.step(&step.code)?))) {
        let size = step.operations.iter().map(|operation| operation.lot).max().unwrap_or(1);
        for (week, units) in needs.weeks.iter().zip(to_come(step, wanted, fronts)) {
            for (units, rank) in lots(units, size).into_iter().zip(1..) {
                let lot = Lot::to_come(step, *week, rank, units, floor);
                routing(process, step, &lot, floor.tenant, &|_| true, &mut launched);
            }
        }
    }
    launched
}

/// Cases waiting before the step that its needs take in: all of them, or as many as there are needs.
pub(super) fn counted(step: &Step, needs: &Needs, fronts: &[(&Case, Front<'_>)]) -> i64 {
    let wanted = needs.step(&step.code).map_or(0, |wanted| wanted.entering.iter().sum());
    waiting(step, fronts).min(wanted)
}

fn waiting(step: &Step, fronts: &[(&Case, Front<'_>)]) -> i64 {
    let here = fronts.iter().filter(|(_, front)| matches!(front, Front::Before(at) if at.code == step.code));
    i64::try_from(here.count()).unwrap_or(i64::MAX)
}

/// Units entering each week that are not yet a known case; known cases take the earliest weeks.
fn to_come(step: &Step, wanted: &StepNeeds, fronts: &[(&Case, Front<'_>)]) -> Vec<i64> {
    let mut known = waiting(step, fronts);
    let without_known = |entering: &i64| {
        let taken = known.min(*entering);
        known -= taken;
        entering - taken
    };
    wanted.entering.iter().map(without_known).collect()
}

/// `units` in full lots of `size`, the last one smaller.
fn lots(units: i64, size: i64) -> Vec<i64> {
    let size = size.max(1);
    let mut lots = vec![size; usize::try_from(units / size).unwrap_or(0)];
    lots.extend(Some(units % size).filter(|rest| *rest > 0));
    lots
}

/// Evening of the day `lead` days after `day`, at least the Friday of its week.
fn due_after(day: Date, lead: i64) -> DateTime {
    let friday = day.saturating_add(
        i64::from(Weekday::Friday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset())
            .max(0)
            .days(),
    );
    day.saturating_add(lead.days()).max(friday).at(18, 0, 0, 0)
}

/// Units that go through a step together.
struct Lot {
    key: String,
    case: Option<CaseId>,
    customer: String,
    leader: Option<String>,
    account: Option<AccountId>,
    margin: Option<Money>,
    units: i64,
    release: DateTime,
    due: DateTime,
}

impl Lot {
    fn of_case(case: &Case, front: Front<'_>, caught_up: Option<DateTime>, floor: &Floor<'_>) -> Self {
        let from_entry = caught_up.or_else(|| in_time(case, front, floor));
        let lead = i64::from(front.step().lead_days);
        Self {
            key: case.key.clone(),
            case: Some(case.id),
            customer: (floor.customer)(case),
            leader: (floor.leader)(case),
            account: case.account,
            margin: case.value,
            units: 1,
            release: floor.start,
            due: from_entry.unwrap_or_else(|| due_after(floor.start.date(), lead)),
        }
    }

    fn to_come(step: &Step, week: Week, rank: u32, units: i64, floor: &Floor<'_>) -> Self {
        let monday = week.monday();
        Self {
            key: format!("{week}/{}/{rank:04}", step.code),
            case: None,
            customer: String::new(),
            leader: None,
            account: None,
            margin: None,
            units,
            release: monday.at(0, 0, 0, 0).max(floor.start),
            due: due_after(monday, i64::from(step.lead_days)),
        }
    }
}

/// One order per operation and sitting, each operation after all the sittings of the one before it.
///
/// Nobody does an automated operation, yet the days it waits still pass.
fn routing(
    process: &Process,
    step: &Step,
    lot: &Lot,
    tenant: TenantId,
    is_left: &dyn Fn(&Operation) -> bool,
    launched: &mut Vec<Launch>,
) {
    let mut before: Vec<OrderId> = Vec::new();
    let (mut wait_days, mut passed) = (0, 0);
    let group = format!("{}/{}/{}", process.code, step.code, lot.key);
    for operation in step.operations.iter().filter(|operation| is_left(operation)) {
        wait_days += operation.wait_days;
        if operation.automated {
            passed += operation.wait_days_max.unwrap_or(operation.wait_days);
            continue;
        }
        let days_max = operation.wait_days_max.map(|most| most + passed);
        let mut sittings = Vec::new();
        for (sitting, units) in lots(lot.units, operation.lot).into_iter().enumerate() {
            let id = OrderId::of(tenant, &format!("{group}/{}/{sitting}", operation.code));
            sittings.push(id);
            launched.push(Launch {
                order: order(process, step, operation, lot, id, units),
                release: lot.release,
                due: lot.due,
                after: before.iter().map(|id| Wait { order: *id, days: wait_days, days_max }).collect(),
                group: group.clone(),
                margin: lot.margin,
                leader: lot.leader.clone(),
                account: lot.account,
            });
        }
        (before, wait_days, passed) = (sittings, 0, 0);
    }
}

fn order(
    process: &Process,
    step: &Step,
    operation: &Operation,
    lot: &Lot,
    id: OrderId,
    units: i64,
) -> ActionOrder {
    ActionOrder {
        id,
        case: lot.case,
        customer: lot.customer.clone(),
        process: process.code.clone(),
        version: process.version,
        step: step.code.clone(),
        operation: operation.code.clone(),
        kinds: operation.kinds.clone(),
        people: Vec::new(),
        units,
        minutes: operation.work(units),
        start: None,
        end: None,
        due: Some(lot.due.date()),
        purpose: None,
        theme: None,
        state: State::Suggested,
    }
}
