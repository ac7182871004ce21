//! The plan of a company: objectives of its processes, the work they ask together with the cases in
//! hand, against the people there are, down to the actions to place.

use super::front::{Front, fronts, unplaced, work_in_progress};
use super::in_hand::InHand;
use super::launch::{Floor, Launch, of_cases, of_needs};
use super::market::{Case, Passage};
use super::order::{ActionOrder, Phase};
use super::wip::entries;
use crate::language::{CaseId, Minutes, Period, PersonId, Refusals, TenantId, Week};
use crate::planning::{
    Asked, AtLevel, Balance, Bottlenecks, Capacity, Facts, Held, Load, Looked, Needs, Overload, Service,
    Shared, Sharing, Stream, Wip, asked_by_needs, balance, bottlenecks, deals, due, explode_at, load,
    per_person, rough_cut,
};
use crate::process::{Objective, Process, Step, Workshop};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashSet};

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
    /// How sure to be of the objectives.
    pub service: Service,
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
    /// Units due out of it in each week of the plan.
    pub due: Vec<i64>,
    /// Work in progress taken into account.
    pub wip: Wip,
    /// Needs per step and week.
    pub needs: Needs,
    /// At which service level, and the starts it asks.
    pub level: AtLevel,
    /// The work of those needs.
    pub load: Load,
    /// The work in hand that those needs do not count, in the week it is due.
    pub in_hand: Load,
    /// Who leads the work in progress that the needs count on.
    pub held: Vec<Held>,
    /// Open cases whose next work is that of each step.
    pub standing: Vec<i64>,
    /// The same work, of whom it is asked and between which weeks: that of the needs, then that in hand.
    pub asked: (Vec<Asked>, Vec<Asked>),
}

impl Strand {
    /// Units due out of it in the plan.
    pub fn deals(&self) -> i64 {
        self.due.iter().sum()
    }

    /// All the work, of whom it is asked.
    pub fn all_asked(&self) -> impl Iterator<Item = &Asked> {
        self.asked.0.iter().chain(&self.asked.1)
    }
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
    /// Work that the people able to do it cannot hold, the most missing first.
    pub overloads: Vec<Overload>,
    /// The same load, person by person.
    pub shared: Shared,
    /// The actions to place.
    pub launches: Vec<Launch>,
    /// Open cases of the planned processes, or of none, that stand in no step.
    pub unplaced: i64,
}

impl WorkPlan {
    /// What holds this plan back; `processes` in the order of the strands, `period` the days planned.
    pub fn bottlenecks(&self, processes: &[&Process], period: Period, facts: &Facts) -> Bottlenecks {
        let streams = self.strands.iter().zip(processes).map(|(strand, process)| {
            assert_eq!(strand.process, process.code, "a process for each strand");
            Stream { process, objectives: &strand.objectives, load: &strand.load, standing: &strand.standing }
        });
        bottlenecks(&Looked {
            streams: streams.collect(),
            balance: &self.balance,
            people: &self.shared.people,
            weeks: &self.weeks,
            period,
            facts,
        })
    }
}

/// Makes the plan: needs, load, balance, and the actions to place.
///
/// # Errors
/// Those of [`deals`] and [`explode_at`], for every process at once.
/// Source: docs/method.md.
pub fn workplan(ask: &Ask<'_>) -> Result<WorkPlan, Refusals> {
    let weeks = ask.period.weeks();
    let from = ask.today.max(ask.period.first);
    let capacity = Capacity::of(ask.workshop, &weeks, |resource, day| {
        if day >= from && ask.period.holds(day) { ask.workshop.capacity(resource, day) } else { Minutes(0) }
    });
    let mut refusals = Refusals::default();
    let mut made =
        Made { strands: Vec::new(), shared: Shared::nothing(&capacity, weeks.len()), launches: Vec::new() };
    for aim in &ask.aims {
        if let Err(mut found) = strand(ask, aim, &weeks, from, &capacity, &mut made) {
            refusals.0.append(&mut found.0);
        }
    }
    let Made { strands, shared, launches } = refusals.or(made)?;
    let load = Load::sum(&weeks, strands.iter().flat_map(|strand| [&strand.load, &strand.in_hand]));
    let balance = balance(&load, &capacity);
    let asked: Vec<Asked> = strands.iter().flat_map(Strand::all_asked).cloned().collect();
    let overloads = rough_cut(&asked, &capacity, ask.workshop);
    let processes: Vec<&Process> = ask.aims.iter().map(|aim| aim.process).collect();
    let unplaced = unplaced(&processes, ask.cases);
    Ok(WorkPlan { weeks, strands, load, capacity, balance, overloads, shared, launches, unplaced })
}

struct Made {
    strands: Vec<Strand>,
    shared: Shared,
    launches: Vec<Launch>,
}

fn strand(
    ask: &Ask<'_>,
    aim: &Aim<'_>,
    weeks: &[Week],
    from: Date,
    capacity: &Capacity,
    made: &mut Made,
) -> Result<(), Refusals> {
    let process = aim.process;
    let due = due_of(aim, weeks)?;
    let fronts = fronts(process, ask.cases, ask.passages);
    let wip = work_in_progress(process, &fronts, unplaced(&[process], ask.cases));
    let (needs, level) = explode_at(process, &due, weeks, &wip, ask.service)?;
    let load = load(process, &needs);

    let (entered, done) = (entries(ask.passages), done(process, ask.orders));
    let leader = |case: &Case| case.owner.and_then(|owner| (ask.resource)(owner));
    let floor = Floor {
        tenant: ask.tenant,
        start: from.at(0, 0, 0, 0),
        customer: ask.customer,
        leader: &leader,
        entered: &|case| {
            let entry = case.step.as_deref().and_then(|step| entered.get(&(case.id, step)));
            entry.copied().or(case.engaged_on)
        },
        done: &|case, operation| done.contains(&(case.id, operation)),
    };
    let of_cases = of_cases(process, &fronts, &floor);
    let in_hand = InHand::of(process, &needs, &fronts, &of_cases, weeks);
    let held = held(process, &fronts, &leader);
    let at = |step: &Step| fronts.iter().filter(|(_, front)| front.step().code == step.code).count();
    let standing = process.steps.iter().map(|step| i64::try_from(at(step)).unwrap_or(i64::MAX)).collect();
    made.shared.add(&per_person(process, &needs, &load, capacity, &held, &Sharing::Equally));
    in_hand.share(&mut made.shared);
    let asked =
        (asked_by_needs(process, &needs, &load, &held, ask.workshop), in_hand.asked(process, ask.workshop));
    let in_hand = in_hand.load(weeks);
    made.launches.extend(of_cases);
    made.launches.extend(of_needs(process, &needs, &fronts, &floor));
    let (process, objectives) = (process.code.clone(), aim.objectives.clone());
    made.strands.push(Strand {
        process,
        objectives,
        due,
        wip,
        needs,
        level,
        load,
        in_hand,
        held,
        standing,
        asked,
    });
    Ok(())
}

/// What all the objectives of a process want each week.
fn due_of(aim: &Aim<'_>, weeks: &[Week]) -> Result<Vec<i64>, Refusals> {
    let mut by_week = vec![0; weeks.len()];
    for objective in &aim.objectives {
        let units = due(objective, deals(aim.process, objective)?, weeks);
        by_week.iter_mut().zip(units).for_each(|(sum, units)| *sum += units);
    }
    Ok(by_week)
}

/// Operations of this process, by code, done or given up for each case.
fn done<'a>(process: &Process, orders: &'a [ActionOrder]) -> HashSet<(CaseId, &'a str)> {
    let over = |order: &&ActionOrder| {
        order.process == process.code
            && matches!(order.phase(), Phase::Done | Phase::Closed | Phase::Cancelled)
    };
    orders.iter().filter(over).filter_map(|order| Some((order.case?, order.operation.as_str()))).collect()
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
