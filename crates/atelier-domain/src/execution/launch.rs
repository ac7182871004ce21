//! From needs and cases to the actions to place: the next work of every open case, then that of the
//! units still to be produced.

use super::market::{Case, Passage, Standing};
use super::order::{ActionOrder, State};
use crate::language::{CaseId, Minutes, Money, OrderId, TenantId, Yield};
use crate::planning::{Needs, Wip};
use crate::process::{Operation, Process, Step};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use std::collections::{BTreeMap, HashMap};

/// An action to place: the order, and what binds its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// The order, without date.
    pub order: ActionOrder,
    /// Not before.
    pub release: DateTime,
    /// Should end by then.
    pub due: DateTime,
    /// Orders that must end first, with the open days to let pass after them.
    pub after: Vec<(OrderId, u32)>,
    /// What priority is given to as one: the case, or the lot of units to come.
    pub group: String,
    /// Margin or value expected from the group.
    pub margin: Option<Money>,
    /// Resource code of the person who leads the case; takes the seats of its own kind.
    pub leader: Option<String>,
}

/// Where an open case stands, seen by planning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front<'p> {
    /// The work of this step remains to be done.
    In(&'p Step),
    /// It has come out of a step and waits to enter this one.
    Before(&'p Step),
}

impl<'p> Front<'p> {
    /// The step whose work comes next.
    pub fn step(self) -> &'p Step {
        match self {
            Self::In(step) | Self::Before(step) => step,
        }
    }
}

/// The open cases of a process with their fronts; cases without a step of the process are left out
/// (they are in the work-in-progress register as unplaced).
///
/// A case waits *before* the next step when its stage history says that it has left the step it
/// stands in; without a history it stands *in* its step.
pub fn fronts<'c, 'p>(
    process: &'p Process,
    cases: &'c [Case],
    passages: &[Passage],
) -> Vec<(&'c Case, Front<'p>)> {
    let mut last: HashMap<(CaseId, &str), &Passage> = HashMap::new();
    for passage in passages {
        let seen = last.entry((passage.case, passage.step.as_str())).or_insert(passage);
        if passage.entered_on >= seen.entered_on {
            *seen = passage;
        }
    }
    let mut found = Vec::new();
    for case in cases {
        if case.standing != Standing::Open || case.process.as_deref() != Some(&process.code) {
            continue;
        }
        let Some(step) = case.step.as_deref().and_then(|code| process.step_index(code)) else { continue };
        let step = &process.steps[step];
        let left = last.get(&(case.id, step.code.as_str())).is_some_and(|passage| passage.left_on.is_some());
        let next = process.steps.iter().find(|other| other.after.iter().any(|input| input.step == step.code));
        match next {
            Some(next) if left => found.push((case, Front::Before(next))),
            _ => found.push((case, Front::In(step))),
        }
    }
    found
}

/// Work in progress as netting wants it: units waiting to enter each step.
///
/// Cases that wait before a step count one each; cases that stand in a step count for its yield
/// before the next one, rounded down over the step.
pub fn work_in_progress(process: &Process, fronts: &[(&Case, Front<'_>)], unplaced: i64) -> Wip {
    let mut waiting: BTreeMap<String, i64> = BTreeMap::new();
    let mut standing: BTreeMap<&str, i64> = BTreeMap::new();
    for (_, front) in fronts {
        match front {
            Front::Before(step) => *waiting.entry(step.code.clone()).or_default() += 1,
            Front::In(step) => *standing.entry(step.code.as_str()).or_default() += 1,
        }
    }
    for step in &process.steps {
        for input in &step.after {
            let from = process.step_index(&input.step).map(|index| &process.steps[index]);
            let through = from.and_then(|from| from.yields).unwrap_or(Yield::WHOLE);
            let count = standing.get(input.step.as_str()).copied().unwrap_or(0);
            let expected = count * i64::from(through.millionths()) / 1_000_000 / input.quantity.max(1);
            if expected > 0 {
                *waiting.entry(step.code.clone()).or_default() += expected;
            }
        }
    }
    Wip { waiting, unplaced }
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
/// Due: entry in the step plus its lead time; when that is past, or when the case waits before the
/// step, the lead time counts from the start of the plan (a lead time of nought: the end of the week).
pub fn of_cases(process: &Process, fronts: &[(&Case, Front<'_>)], floor: &Floor<'_>) -> Vec<Launch> {
    let mut launched = Vec::new();
    for (case, front) in fronts {
        let step = front.step();
        let lead = i64::from(step.lead_days);
        let fresh = due_after(floor.start.date(), lead);
        let due = match front {
            Front::In(_) => (floor.entered)(case)
                .map(|day| due_after(day, lead))
                .filter(|due| *due > floor.start)
                .unwrap_or(fresh),
            Front::Before(_) => fresh,
        };
        let lot = Lot {
            key: case.key.clone(),
            case: Some(case.id),
            customer: (floor.customer)(case),
            leader: (floor.leader)(case),
            margin: case.value,
            units: 1,
            release: floor.start,
            due,
        };
        let left = |operation: &Operation| !(floor.done)(case, &operation.code);
        routing(process, step, &lot, floor.tenant, &left, &mut launched);
    }
    launched
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
    for step in &process.steps {
        let Some(wanted) = needs.step(&step.code) else { continue };
        let known =
            fronts.iter().filter(|(_, front)| matches!(front, Front::Before(at) if at.code == step.code));
        let mut known = i64::try_from(known.count()).unwrap_or(i64::MAX);
        let size = step.operations.iter().map(|operation| operation.lot).max().unwrap_or(1);
        for (week, entering) in needs.weeks.iter().zip(&wanted.entering) {
            let taken = known.min(*entering);
            known -= taken;
            let mut left = entering - taken;
            let mut rank = 0;
            while left > 0 {
                rank += 1;
                let units = left.min(size);
                left -= units;
                let monday = week.monday();
                let lot = Lot {
                    key: format!("{week}/{}/{rank:04}", step.code),
                    case: None,
                    customer: String::new(),
                    leader: None,
                    margin: None,
                    units,
                    release: monday.at(0, 0, 0, 0).max(floor.start),
                    due: due_after(monday, i64::from(step.lead_days)),
                };
                routing(process, step, &lot, floor.tenant, &|_| true, &mut launched);
            }
        }
    }
    launched
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
    margin: Option<Money>,
    units: i64,
    release: DateTime,
    due: DateTime,
}

/// One order per operation and sitting, each operation after all the sittings of the one before it.
fn routing(
    process: &Process,
    step: &Step,
    lot: &Lot,
    tenant: TenantId,
    is_left: &dyn Fn(&Operation) -> bool,
    launched: &mut Vec<Launch>,
) {
    let mut before: Vec<OrderId> = Vec::new();
    let group = format!("{}/{}/{}", process.code, step.code, lot.key);
    for operation in step.operations.iter().filter(|operation| !operation.automated && is_left(operation)) {
        let mut sittings = Vec::new();
        for (sitting, units) in sittings_of(operation, lot.units).into_iter().enumerate() {
            let id = OrderId::of(tenant, &format!("{group}/{}/{sitting}", operation.code));
            sittings.push(id);
            launched.push(Launch {
                order: order(process, step, operation, lot, id, units),
                release: lot.release,
                due: lot.due,
                after: before.iter().map(|id| (*id, operation.wait_days)).collect(),
                group: group.clone(),
                margin: lot.margin,
                leader: lot.leader.clone(),
            });
        }
        before = sittings;
    }
}

fn sittings_of(operation: &Operation, units: i64) -> Vec<i64> {
    let lot = operation.lot.max(1);
    let full = usize::try_from(units / lot).unwrap_or(0);
    let mut sittings = vec![lot; full];
    if units % lot > 0 {
        sittings.push(units % lot);
    }
    sittings
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
        minutes: Minutes(operation.prepare.0 + units * (operation.run.0 + operation.travel.0)),
        start: None,
        end: None,
        due: Some(lot.due.date()),
        purpose: None,
        theme: None,
        state: State::Suggested,
    }
}
