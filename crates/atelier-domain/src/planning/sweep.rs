//! Many objectives at once: the needs and the load of a whole sales force in one backward sweep.
//!
//! Same rule as `explode` and `load`, on dense arrays: quantities of each step by week sit in one scratch
//! table, of which only the weeks in use are visited and cleared; nothing is allocated per objective.

use super::needs::{UNITS_MAX, too_many_units};
use super::sweep_bill::Bill;
use crate::language::{Minutes, Refusals};
use crate::process::Process;

/// Objectives on the same process, as columns. Objective `i` has the due lines from `first_due[i]` to
/// `first_due[i + 1]`, and its work in progress at `wip[i × steps ..]`, in the order of the bill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ManyObjectives {
    /// Whom each objective is for (team, region); below `groups`.
    pub group: Vec<u32>,
    /// One more than the objectives.
    pub first_due: Vec<u32>,
    /// Position of the week of each due line; below the count of weeks.
    pub due_week: Vec<u32>,
    /// Units due, not negative.
    pub due_units: Vec<i64>,
    /// Units waiting to enter each step, not negative.
    pub wip: Vec<i64>,
}

/// The load of all objectives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swept {
    /// Kinds, in the order of the process, then as they appear in its operations.
    pub kinds: Vec<String>,
    /// Count of weeks.
    pub weeks: usize,
    /// Minutes, by group, kind, week.
    pub minutes: Vec<i64>,
    /// Units entering, by group, step, week.
    pub entering: Vec<i64>,
    /// Contacts to make for each objective.
    pub contacts: Vec<i64>,
}

impl Swept {
    /// Work asked from a kind (by position) of a group in a week.
    pub fn load(&self, group: usize, kind: usize, week: usize) -> Minutes {
        Minutes(self.minutes[(group * self.kinds.len() + kind) * self.weeks + week])
    }
}

/// Explodes and loads every objective, on `threads` threads; the result does not depend on their number.
///
/// # Errors
/// `planning/no-yield`, `planning/too-many-units`.
pub fn explode_many(
    process: &Process,
    many: &ManyObjectives,
    groups: usize,
    weeks: usize,
    threads: usize,
) -> Result<Swept, Refusals> {
    let bill = Bill::of(process, weeks)?;
    check(many, groups, weeks, bill.steps.len());
    let size = many.group.len().div_ceil(threads.max(1)).max(1);
    let part = |start: usize| start..(start + size).min(many.group.len());
    let run = |range| sweep(&bill, many, groups, range);
    let others = (size..many.group.len()).step_by(size);
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let others: Vec<_> = others.map(|start| scope.spawn(move || run(part(start)))).collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, Part>| {
            thread.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug))
        };
        std::iter::once(run(part(0))).chain(others.into_iter().map(join)).collect()
    });
    if let Some(step) = parts.iter().find_map(|part| part.too_many) {
        return Err(too_many_units(&process.steps[step].code).into());
    }
    Ok(gather(bill, groups, parts))
}

fn check(many: &ManyObjectives, groups: usize, weeks: usize, steps: usize) {
    assert_eq!(
        many.first_due.len(),
        many.group.len() + 1,
        "one start of due lines per objective, and the end"
    );
    assert_eq!(many.wip.len(), many.group.len() * steps, "work in progress for each objective and step");
    assert_eq!(many.due_week.len(), many.due_units.len(), "one week per quantity due");
    assert!(many.group.iter().all(|&group| (group as usize) < groups), "group out of range");
    assert!(many.due_week.iter().all(|&week| (week as usize) < weeks), "week out of range");
}

fn gather(bill: Bill, groups: usize, parts: Vec<Part>) -> Swept {
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_else(|| Part::new(&bill, groups));
    for part in parts {
        all.lots.iter_mut().zip(part.lots).for_each(|(sum, lots)| *sum += lots);
        all.entering.iter_mut().zip(part.entering).for_each(|(sum, units)| *sum += units);
        all.contacts.extend(part.contacts);
    }
    let minutes = all.minutes(&bill, groups);
    Swept { kinds: bill.kinds, weeks: bill.weeks, minutes, entering: all.entering, contacts: all.contacts }
}

/// What one thread adds up. Minutes come last: they are linear in units and lots.
struct Part {
    /// Units by group, step, week.
    entering: Vec<i64>,
    /// Lots begun, by group, rank of the operation prepared by lots, week.
    lots: Vec<i64>,
    contacts: Vec<i64>,
    /// A step asked for more units than can be counted.
    too_many: Option<usize>,
}

impl Part {
    fn new(bill: &Bill, groups: usize) -> Self {
        Self {
            entering: vec![0; groups * bill.steps.len() * bill.weeks],
            lots: vec![0; groups * bill.by_lot * bill.weeks],
            contacts: Vec::new(),
            too_many: None,
        }
    }

    fn put(&mut self, bill: &Bill, group: usize, step: usize, week: usize, units: i64) {
        self.entering[(group * bill.steps.len() + step) * bill.weeks + week] += units;
        for operation in &bill.steps[step].by_lot {
            self.lots[(group * bill.by_lot + operation.rank) * bill.weeks + week] += operation.lots(units);
        }
    }

    /// By group, kind, week.
    fn minutes(&self, bill: &Bill, groups: usize) -> Vec<i64> {
        let (steps, kinds, weeks) = (bill.steps.len(), bill.kinds.len(), bill.weeks);
        let mut minutes = vec![0; groups * kinds * weeks];
        let mut add = |group: usize, kind: usize, counts: &[i64], each: i64| {
            let to = (group * kinds + kind) * weeks;
            minutes[to..to + weeks].iter_mut().zip(counts).for_each(|(sum, count)| *sum += count * each);
        };
        for group in 0..groups {
            for (step, row) in bill.steps.iter().enumerate() {
                let units = &self.entering[(group * steps + step) * weeks..][..weeks];
                row.per_unit.iter().for_each(|&(kind, each)| add(group, kind, units, each));
                for operation in &row.by_lot {
                    let lots = &self.lots[(group * bill.by_lot + operation.rank) * weeks..][..weeks];
                    operation.kinds.iter().for_each(|&kind| add(group, kind, lots, operation.prepare));
                }
            }
        }
        minutes
    }
}

/// Units that must come out of each step, by week, and the weeks in use (`from` > `to` when none).
struct Scratch {
    out: Vec<i64>,
    range: Vec<(usize, usize)>,
    weeks: usize,
}

impl Scratch {
    fn add(&mut self, step: usize, week: usize, units: i64) {
        let sum = &mut self.out[step * self.weeks + week];
        *sum = sum.saturating_add(units);
        let (from, to) = self.range[step];
        self.range[step] = (from.min(week), to.max(week));
    }
}

const UNUSED: (usize, usize) = (usize::MAX, 0);

fn sweep(bill: &Bill, many: &ManyObjectives, groups: usize, objectives: std::ops::Range<usize>) -> Part {
    let (steps, weeks) = (bill.steps.len(), bill.weeks);
    let mut part = Part::new(bill, groups);
    part.contacts.reserve(objectives.len());
    let mut scratch = Scratch { out: vec![0; steps * weeks], range: vec![UNUSED; steps], weeks };
    for objective in objectives {
        let group = many.group[objective] as usize;
        let (first, after) = (many.first_due[objective] as usize, many.first_due[objective + 1] as usize);
        for (&week, &units) in many.due_week[first..after].iter().zip(&many.due_units[first..after]) {
            scratch.add(steps - 1, week as usize, units);
        }
        let waiting = &many.wip[objective * steps..(objective + 1) * steps];
        let mut contacts = 0;
        for step in (0..steps).rev() {
            contacts += sweep_step(bill, step, waiting[step], group, &mut scratch, &mut part);
        }
        part.contacts.push(contacts);
    }
    part
}

/// One step of one objective; returns the net units of an entry step.
fn sweep_step(
    bill: &Bill,
    step: usize,
    waiting: i64,
    group: usize,
    scratch: &mut Scratch,
    part: &mut Part,
) -> i64 {
    let row = &bill.steps[step];
    let (from, to) = std::mem::replace(&mut scratch.range[step], UNUSED);
    let (mut out, mut entered, mut netted) = (0, 0, 0);
    // Several weeks may fall in the first one, where lots are counted on their sum.
    let mut first = 0;
    for week in from..=to {
        let units = std::mem::take(&mut scratch.out[step * bill.weeks + week]);
        if units == 0 {
            continue;
        }
        out = units.saturating_add(out);
        let gross = row.yields.units_in(out);
        if gross > UNITS_MAX {
            part.too_many = Some(step);
            continue;
        }
        let net = (gross - waiting).max(0);
        let (entering, asked) = (gross - entered, net - netted);
        (entered, netted) = (gross, net);
        let place = week.saturating_sub(row.lead);
        if place == 0 {
            first += entering;
        } else if entering > 0 {
            part.put(bill, group, step, place, entering);
        }
        if asked > 0 {
            row.feeders
                .iter()
                .for_each(|&(feeder, quantity)| scratch.add(feeder, place, asked.saturating_mul(quantity)));
        }
    }
    if first > 0 {
        part.put(bill, group, step, 0, first);
    }
    if row.feeders.is_empty() { netted } else { 0 }
}
