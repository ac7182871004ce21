//! The plan of a company: objectives of its processes, the work they ask together with the cases in
//! hand, against the people there are, down to the actions to place.

use super::launch::{Floor, Front, Launch, fronts, of_cases, of_needs, work_in_progress};
use super::market::{Case, Passage, Standing};
use super::order::{ActionOrder, Phase};
use crate::language::{CaseId, Minutes, Period, PersonId, Refusals, TenantId, Week};
use crate::planning::{
    Balance, Capacity, Held, Line, Load, Needs, PersonLoad, Sharing, Wip, balance, deals, due, explode, load,
    per_person,
};
use crate::process::{Objective, Process, Workshop};
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a company's plan is made from.
pub struct Ask<'a> {
    /// The company.
    pub tenant: TenantId,
    /// Its processes, each with the objectives to plan.
    pub aims: Vec<Aim<'a>>,
    /// Its people.
    pub workshop: &'a Workshop,
    /// Days planned.
    pub period: Period,
    /// First day on which something may be done.
    pub today: Date,
    /// Every case; closed ones are left aside.
    pub cases: &'a [Case],
    /// Stage history.
    pub passages: &'a [Passage],
    /// Name shown for the customer of a case.
    pub customer: &'a dyn Fn(&Case) -> String,
    /// Resource code of a leader.
    pub resource: &'a dyn Fn(PersonId) -> Option<String>,
    /// Orders of former plans: what is done is not launched again.
    pub orders: &'a [ActionOrder],
}

/// A process and what is wanted of it in the period.
pub struct Aim<'a> {
    /// The process.
    pub process: &'a Process,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// One process inside the plan.
pub struct Strand {
    /// Code of the process.
    pub process: String,
    /// Its objectives.
    pub objectives: Vec<Objective>,
    /// Units due out of it in the period.
    pub deals: i64,
    /// The same, per week.
    pub due: Vec<i64>,
    /// Work in progress taken into account.
    pub wip: Wip,
    /// Needs per step and week.
    pub needs: Needs,
    /// The work of those needs.
    pub load: Load,
    /// The work left at the present step of the open cases, in the week it is due.
    pub in_hand: Load,
}

/// The plan before dates are given.
pub struct WorkPlan {
    /// Weeks planned.
    pub weeks: Vec<Week>,
    /// Process by process.
    pub strands: Vec<Strand>,
    /// All the work.
    pub load: Load,
    /// The hours there are for it, from today on.
    pub capacity: Capacity,
    /// One against the other.
    pub balance: Balance,
    /// The same, person by person.
    pub people: Vec<PersonLoad>,
    /// The actions to place.
    pub launches: Vec<Launch>,
    /// Open cases that no step of a planned process holds.
    pub unplaced: i64,
}

/// Makes the plan: needs, load, balance, and the actions to place.
///
/// # Errors
/// Those of [`deals`], [`due`] and [`explode`], for every process at once.
/// Source: docs/method.md.
pub fn workplan(ask: &Ask<'_>) -> Result<WorkPlan, Refusals> {
    let weeks = ask.period.weeks();
    let from = ask.today.max(ask.period.first);
    let capacity = Capacity::of(ask.workshop, &weeks, |resource, day| {
        if day >= from && ask.period.holds(day) { ask.workshop.capacity(resource, day) } else { Minutes(0) }
    });
    let mut refusals = Refusals::default();
    let mut made = Made::default();
    for aim in &ask.aims {
        match strand(ask, aim, &weeks, from, &capacity, &mut made) {
            Ok(strand) => made.strands.push(strand),
            Err(mut found) => refusals.0.append(&mut found.0),
        }
    }
    let made = refusals.or(made)?;
    let load = Load::sum(&weeks, made.strands.iter().flat_map(|strand| [&strand.load, &strand.in_hand]));
    let balance = balance(&load, &capacity);
    let unplaced = made.strands.iter().map(|strand| strand.wip.unplaced).max().unwrap_or(0);
    Ok(WorkPlan {
        weeks,
        strands: made.strands,
        load,
        capacity,
        balance,
        people: made.people,
        launches: made.launches,
        unplaced,
    })
}

#[derive(Default)]
struct Made {
    strands: Vec<Strand>,
    people: Vec<PersonLoad>,
    launches: Vec<Launch>,
}

fn strand(
    ask: &Ask<'_>,
    aim: &Aim<'_>,
    weeks: &[Week],
    from: Date,
    capacity: &Capacity,
    made: &mut Made,
) -> Result<Strand, Refusals> {
    let process = aim.process;
    let mut wanted = 0;
    let mut by_week = vec![0; weeks.len()];
    for objective in &aim.objectives {
        wanted += deals(process, objective)?;
        for (sum, units) in by_week.iter_mut().zip(due(process, objective, weeks)?) {
            *sum += units;
        }
    }
    let fronts = fronts(process, ask.cases, ask.passages);
    let wip = work_in_progress(process, &fronts, unplaced(ask, process, fronts.len()));
    let needs = explode(process, &by_week, weeks, &wip)?;
    let load = load(process, &needs);

    let (entered, finished) = (entries(ask.passages), finished(ask.orders));
    let leader = |case: &Case| case.owner.and_then(|owner| (ask.resource)(owner));
    let floor = Floor {
        tenant: ask.tenant,
        start: from.at(0, 0, 0, 0),
        customer: ask.customer,
        leader: &leader,
        entered: &|case| entered.get(&case.id).copied().or(case.engaged_on),
        done: &|case, operation| finished.contains(&(case.id, operation)),
    };
    let of_cases = of_cases(process, &fronts, &floor);
    let in_hand = in_hand(&of_cases, &fronts, weeks);
    let shared =
        per_person(process, &needs, &load, capacity, &held(process, &fronts, &leader), &Sharing::Equally);
    add_people(&mut made.people, shared.people);
    add_in_hand(&mut made.people, &of_cases, &fronts, weeks);
    made.launches.extend(of_cases);
    made.launches.extend(of_needs(process, &needs, &fronts, &floor));
    Ok(Strand {
        process: process.code.clone(),
        objectives: aim.objectives.clone(),
        deals: wanted,
        due: by_week,
        wip,
        needs,
        load,
        in_hand,
    })
}

/// Open cases of this process, or of none, that stand in no step of it.
fn unplaced(ask: &Ask<'_>, process: &Process, placed: usize) -> i64 {
    let open = ask.cases.iter().filter(|case| {
        case.standing == Standing::Open && case.process.as_ref().is_none_or(|code| *code == process.code)
    });
    i64::try_from(open.count() - placed).unwrap_or(0)
}

/// Last entry of each case in a step.
fn entries(passages: &[Passage]) -> HashMap<CaseId, Date> {
    let mut entered: HashMap<CaseId, Date> = HashMap::new();
    for passage in passages {
        let day = entered.entry(passage.case).or_insert(passage.entered_on);
        *day = passage.entered_on.max(*day);
    }
    entered
}

/// Operations of cases that were done.
fn finished(orders: &[ActionOrder]) -> HashSet<(CaseId, &str)> {
    let done = orders.iter().filter(|order| matches!(order.phase(), Phase::Done | Phase::Closed));
    done.filter_map(|order| Some((order.case?, order.operation.as_str()))).collect()
}

/// Place of a due date among the weeks: before the first counts in the first, after the last is not in this view.
fn place_of(weeks: &[Week], due: DateTime) -> Option<usize> {
    let place = weeks.first()?.until(Week::of(due.date())).max(0);
    usize::try_from(place).ok().filter(|place| *place < weeks.len())
}

/// Orders of cases that stand in a step: their work is not in the needs, which begin at the next one.
fn standing<'l>(
    launches: &'l [Launch],
    fronts: &'l [(&Case, Front<'_>)],
) -> impl Iterator<Item = &'l Launch> {
    let inside: std::collections::HashSet<CaseId> =
        fronts.iter().filter(|(_, front)| matches!(front, Front::In(_))).map(|(case, _)| case.id).collect();
    launches.iter().filter(move |launch| launch.order.case.is_some_and(|case| inside.contains(&case)))
}

fn in_hand(launches: &[Launch], fronts: &[(&Case, Front<'_>)], weeks: &[Week]) -> Load {
    let mut sums: BTreeMap<(String, String, String, usize), (i64, Minutes)> = BTreeMap::new();
    for launch in standing(launches, fronts) {
        let Some(week) = place_of(weeks, launch.due) else { continue };
        for kind in &launch.order.kinds {
            let key = (launch.order.step.clone(), launch.order.operation.clone(), kind.clone(), week);
            let (units, minutes) = sums.entry(key).or_default();
            *units += launch.order.units;
            *minutes += launch.order.minutes;
        }
    }
    let lines = sums.into_iter().map(|((step, operation, kind, week), (units, minutes))| Line {
        kind,
        step,
        operation,
        week,
        units,
        minutes,
    });
    Load::of(weeks.to_vec(), Vec::new(), lines.collect())
}

/// Who leads the work in progress that the needs count on.
fn held(
    process: &Process,
    fronts: &[(&Case, Front<'_>)],
    leader: &dyn Fn(&Case) -> Option<String>,
) -> Vec<Held> {
    let mut by_leader: BTreeMap<String, Vec<(&Case, Front<'_>)>> = BTreeMap::new();
    for (case, front) in fronts {
        if let Some(code) = leader(case) {
            by_leader.entry(code).or_default().push((case, *front));
        }
    }
    let mut held = Vec::new();
    for (resource, fronts) in by_leader {
        for (step, units) in work_in_progress(process, &fronts, 0).waiting {
            held.push(Held { resource: resource.clone(), step, units });
        }
    }
    held
}

fn add_people(sum: &mut Vec<PersonLoad>, people: Vec<PersonLoad>) {
    if sum.is_empty() {
        *sum = people;
        return;
    }
    for (total, person) in sum.iter_mut().zip(people) {
        for (week, minutes) in person.own.iter().enumerate() {
            total.own[week] += *minutes;
        }
        for (week, minutes) in person.shared.iter().enumerate() {
            total.shared[week] += *minutes;
        }
    }
}

fn add_in_hand(
    people: &mut [PersonLoad],
    launches: &[Launch],
    fronts: &[(&Case, Front<'_>)],
    weeks: &[Week],
) {
    let places: HashMap<String, usize> =
        people.iter().enumerate().map(|(index, person)| (person.resource.clone(), index)).collect();
    for launch in standing(launches, fronts) {
        let person =
            launch.leader.as_ref().and_then(|code| places.get(code)).map(|index| &mut people[*index]);
        if let (Some(person), Some(week)) = (person, place_of(weeks, launch.due)) {
            if launch.order.kinds.contains(&person.kind) {
                person.own[week] += launch.order.minutes;
            }
        }
    }
}
