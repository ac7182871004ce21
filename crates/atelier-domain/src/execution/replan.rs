//! Planning again after an event: what it touches is placed anew, everything else holds its place, and
//! more is allowed to move only when that leaves something without a date or late.

use super::launch::Launch;
use super::order::{Phase, State};
use super::planned::{PlannedOrder, jobs, schedule_of};
use super::staffing::Crew;
use super::summary::Summary;
use crate::language::{CaseId, Minutes, OrderId, Week};
use crate::planning::Zone;
use crate::planning::schedule::{
    Appointment, Change, Effort, Incident, Job, Move, Pin, Request, Schedule, compare, schedule,
};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeSet, HashMap};

/// What upsets a plan in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody is away, both days inside. The workshop given to [`propose`] knows it already.
    Absence {
        /// Code of the person.
        person: String,
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// A case is lost: its time is freed.
    Lost(CaseId),
    /// A case becomes urgent: its actions take the earliest time there is.
    Urgent(CaseId),
    /// An appointment is moved, by the customer or by hand.
    Moved {
        /// Which.
        order: OrderId,
        /// To when.
        start: DateTime,
        /// Who does it then; empty: those who have it.
        people: Vec<String>,
    },
    /// An action lasts longer.
    Overrun(OrderId, Minutes),
    /// An appointment is cancelled: its time is freed.
    Cancelled(OrderId),
}

/// What planning again would give.
pub struct Proposal {
    /// The new schedule; the old one is untouched.
    pub schedule: Schedule,
    /// The launches behind it, to be settled.
    pub launches: Vec<Launch>,
    /// Orders that will not be done any more.
    pub given_up: Vec<OrderId>,
    /// What changes for people.
    pub moves: Vec<Move>,
    /// Orders that the event touches, with those that follow them.
    pub touched: BTreeSet<OrderId>,
}

impl Proposal {
    /// The first frozen week in which it changes an action that is still to come: the week where the action
    /// was, or the one where it goes.
    pub fn frozen(&self, orders: &[PlannedOrder], summary: &Summary, now: DateTime) -> Option<Week> {
        let was: HashMap<OrderId, DateTime> =
            orders.iter().filter_map(|planned| Some((planned.order.id, planned.order.start?))).collect();
        let starts = self.moves.iter().flat_map(|one| {
            let to = match &one.change {
                Change::Moved { to, .. } | Change::Placed { to } => Some(to.start),
                // It stays where it is.
                Change::Late { .. } => return [None, None],
                Change::Freed { .. } | Change::Unplaced { .. } => None,
            };
            [was.get(&one.order).copied(), to]
        });
        let weeks = starts.flatten().filter(|start| *start >= now).map(|start| Week::of(start.date()));
        weeks.filter(|week| summary.zone(*week) == Zone::Frozen).min()
    }
}

/// The plan in force, seen from today.
pub struct InForce<'a> {
    /// Orders still to be done, with or without a date, each with its bounds.
    pub orders: &'a [PlannedOrder],
    /// What it says of itself.
    pub summary: &'a Summary,
    /// People with the event taken in, processes, policy.
    pub crew: &'a Crew<'a>,
    /// First moment that may still be planned.
    pub now: DateTime,
}

/// Proposes a plan after the event; nothing is decided by it.
///
/// # Errors
/// An [`Incident`] when the orders contradict each other.
pub fn propose(plan: &InForce<'_>, event: &Event) -> Result<Proposal, Incident> {
    let known: HashMap<OrderId, &PlannedOrder> =
        plan.orders.iter().map(|planned| (planned.order.id, planned)).collect();
    let given_up = given_up(plan, event);
    let launches = launches(plan, event, &given_up);
    let hand = by_hand(event, &launches);
    let mut touched = touched(plan, event, &launches);
    // What waits for an order moved by hand is touched too; the order itself stays where it was put.
    touched.extend(hand.as_ref().map(|(order, _)| *order));
    let mut touched = followers(&launches, touched);
    if let Some((order, _)) = &hand {
        touched.remove(order);
    }
    let base = jobs(&launches, plan.crew);
    let before = schedule_of(plan.orders, plan.summary);
    let mut best: Option<Tried> = None;
    for room in Room::ALL {
        let freed = Freed { plan, event, known: &known, touched: &touched, by_hand: hand.as_ref(), room };
        let jobs: Vec<Job> = base.iter().map(|job| freed.job(job)).collect();
        let tried = Tried::of(placed(plan, &jobs)?, &before, plan, &touched);
        let is_enough = settled(&before, &tried.schedule, &touched);
        if best.as_ref().is_none_or(|known| tried.worth() < known.worth()) {
            best = Some(tried);
        }
        if is_enough {
            break;
        }
    }
    let Tried { schedule, moves } = best.unwrap_or(Tried { schedule: before, moves: Vec::new() });
    Ok(Proposal { schedule, launches, given_up, moves, touched })
}

/// Everything at once, in the order of the plan's own rule.
fn placed(plan: &InForce<'_>, jobs: &[Job]) -> Result<Schedule, Incident> {
    schedule(&Request {
        workshop: plan.crew.workshop,
        period: plan.crew.period,
        grid: plan.summary.grid,
        rule: &plan.summary.rule,
        jobs,
        effort: Effort::default(),
    })
}

/// One try, with what it changes.
struct Tried {
    schedule: Schedule,
    moves: Vec<Move>,
}

impl Tried {
    fn of(schedule: Schedule, before: &Schedule, plan: &InForce<'_>, touched: &BTreeSet<OrderId>) -> Self {
        let schedule = as_kept(schedule, plan, touched);
        Self { moves: compare(before, &schedule), schedule }
    }

    /// Fewest without date, then fewest late, then fewest moves; the lower the better.
    fn worth(&self) -> (usize, usize, usize) {
        let late = self.schedule.appointments.iter().filter(|one| one.late.is_some()).count();
        (self.schedule.unplaced.len(), late, self.moves.len())
    }
}

/// How much may move, tried in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// What the event touches, its people kept.
    Touched,
    /// The same, by anybody able: somebody sits in for the leader of the case.
    Anybody,
    /// Everything that is neither given, begun nor frozen.
    Everything,
}

impl Room {
    const ALL: [Self; 3] = [Self::Touched, Self::Anybody, Self::Everything];
}

/// Orders that the event takes out of the plan.
fn given_up(plan: &InForce<'_>, event: &Event) -> Vec<OrderId> {
    let is_gone = |planned: &&PlannedOrder| {
        let order = &planned.order;
        order.phase().is_ahead()
            && match event {
                Event::Lost(case) => order.case == Some(*case),
                Event::Cancelled(id) => order.id == *id,
                _ => false,
            }
    };
    plan.orders.iter().filter(is_gone).map(|planned| planned.order.id).collect()
}

/// What remains to be done, with what the event changes of it.
fn launches(plan: &InForce<'_>, event: &Event, given_up: &[OrderId]) -> Vec<Launch> {
    let mut launches: Vec<Launch> = plan
        .orders
        .iter()
        .filter(|planned| !given_up.contains(&planned.order.id))
        .filter_map(PlannedOrder::launch)
        .collect();
    let kept: BTreeSet<OrderId> = launches.iter().map(|launch| launch.order.id).collect();
    for launch in &mut launches {
        launch.after.retain(|wait| kept.contains(&wait.order));
        launch.release = launch.release.max(plan.now);
        match event {
            Event::Moved { order, start, people } if launch.order.id == *order => {
                let length = length(launch);
                if !people.is_empty() {
                    launch.order.people.clone_from(people);
                }
                launch.order.start = Some(*start);
                launch.order.end = start.checked_add(length.0.minutes()).ok();
                if launch.order.phase() == Phase::Suggested {
                    launch.order.state = State::Firm;
                }
            }
            Event::Overrun(id, more) if launch.order.id == *id => {
                launch.order.minutes += *more;
                launch.order.end = launch.order.end.and_then(|end| end.checked_add(more.0.minutes()).ok());
            }
            _ => {}
        }
    }
    launches
}

/// From start to end, else the work.
fn length(launch: &Launch) -> Minutes {
    let order = &launch.order;
    let dated = order.start.zip(order.end).map(|(start, end)| Minutes(end.duration_since(start).as_mins()));
    dated.unwrap_or(order.minutes)
}

/// Orders that lose their place by the event itself.
fn touched(plan: &InForce<'_>, event: &Event, launches: &[Launch]) -> BTreeSet<OrderId> {
    let overlaps = |id: OrderId| {
        let moved = launches.iter().find(|launch| launch.order.id == id);
        let span = moved.and_then(|launch| Some((launch.order.start?, launch.order.end?)));
        let people = moved.map(|launch| launch.order.people.clone()).unwrap_or_default();
        move |launch: &Launch| {
            let Some(((from, to), (start, end))) = span.zip(launch.order.start.zip(launch.order.end)) else {
                return false;
            };
            launch.order.id != id
                && start < to
                && from < end
                && launch.order.people.iter().any(|code| people.contains(code))
        }
    };
    let by_event: Box<dyn Fn(&Launch) -> bool> = match event {
        Event::Absence { person, first, last } => Box::new(move |launch| {
            launch.order.start.is_some_and(|start| *first <= start.date() && start.date() <= *last)
                && launch.order.people.contains(person)
        }),
        Event::Urgent(case) => Box::new(move |launch| launch.order.case == Some(*case)),
        Event::Moved { order: id, .. } | Event::Overrun(id, _) => Box::new(overlaps(*id)),
        Event::Lost(_) | Event::Cancelled(_) => Box::new(|_| false),
    };
    let can_move = |launch: &&Launch| {
        launch.order.phase() != Phase::Started && launch.order.start.is_none_or(|start| start >= plan.now)
    };
    launches.iter().filter(can_move).filter(|launch| by_event(launch)).map(|launch| launch.order.id).collect()
}

/// With what waits for them, and so on: those may have to move too. What an order moved by hand is
/// followed by moves with it.
fn followers(launches: &[Launch], mut touched: BTreeSet<OrderId>) -> BTreeSet<OrderId> {
    loop {
        let before = touched.len();
        for launch in launches.iter().filter(|launch| launch.order.phase() != Phase::Started) {
            if launch.after.iter().any(|wait| touched.contains(&wait.order)) {
                touched.insert(launch.order.id);
            }
        }
        if touched.len() == before {
            return touched;
        }
    }
}

/// The date that comes with the event: it holds, whatever the other rules say.
fn by_hand(event: &Event, launches: &[Launch]) -> Option<(OrderId, Pin)> {
    let (Event::Moved { order: id, .. } | Event::Overrun(id, _)) = event else { return None };
    let order = &launches.iter().find(|launch| launch.order.id == *id)?.order;
    Some((*id, Pin { start: order.start?, end: order.end?, people: order.people.clone(), way: 0 }))
}

/// One try: which jobs are free, and to go where.
struct Freed<'a> {
    plan: &'a InForce<'a>,
    event: &'a Event,
    known: &'a HashMap<OrderId, &'a PlannedOrder>,
    touched: &'a BTreeSet<OrderId>,
    /// The order whose date was given with the event.
    by_hand: Option<&'a (OrderId, Pin)>,
    room: Room,
}

impl Freed<'_> {
    fn job(&self, job: &Job) -> Job {
        let planned = self.known.get(&job.order);
        let dated = planned.and_then(|planned| planned.appointment.as_ref());
        let mut job = job.clone();
        if let Some((_, pin)) = self.by_hand.filter(|(order, _)| *order == job.order) {
            job.pinned = Some(pin.clone());
            return job;
        }
        if !self.touched.contains(&job.order) {
            let holds = self.room != Room::Everything || !self.is_loose(job.order);
            if let Some(one) = dated.filter(|_| holds) {
                job.pinned = Some(one.pin());
            }
            return job;
        }
        job.pinned = None;
        if self.room == Room::Touched {
            if let Some(one) = dated.filter(|_| self.only_follows(&job)) {
                job.release = job.release.max(one.start);
                job.people.clone_from(&one.people);
            }
        } else if let Event::Absence { person, .. } = self.event {
            job.people.retain(|code| code != person);
        }
        job
    }

    /// Neither given, begun, past nor frozen.
    fn is_loose(&self, order: OrderId) -> bool {
        let Some(planned) = self.known.get(&order) else { return true };
        let frozen = |start: DateTime| self.plan.summary.zone(Week::of(start.date())) == Zone::Frozen;
        let start = planned.order.start;
        matches!(planned.order.phase(), Phase::Suggested | Phase::Firm)
            && start.is_none_or(|start| start >= self.plan.now && !frozen(start))
    }

    /// An order that is only behind one that moves keeps its own time if it still can.
    fn only_follows(&self, job: &Job) -> bool {
        match self.event {
            Event::Absence { person, .. } => !job.people.contains(person) && !self.sits(job.order, person),
            Event::Urgent(_) => false,
            _ => true,
        }
    }

    fn sits(&self, order: OrderId, person: &String) -> bool {
        self.known.get(&order).is_some_and(|planned| planned.order.people.contains(person))
    }
}

/// Nothing touched is without a date, or later than it was.
fn settled(before: &Schedule, tried: &Schedule, touched: &BTreeSet<OrderId>) -> bool {
    let had: HashMap<OrderId, _> = before.appointments.iter().map(|one| (one.order, one.late)).collect();
    let lost = tried.unplaced.iter().any(|one| had.contains_key(&one.order));
    let later = |order: OrderId, late| touched.contains(&order) && late > had.get(&order).copied().flatten();
    !lost && !tried.appointments.iter().any(|one| later(one.order, one.late))
}

/// What holds its place only for this proposal is not a decision: it keeps its reasons and its freedom.
fn as_kept(mut tried: Schedule, plan: &InForce<'_>, touched: &BTreeSet<OrderId>) -> Schedule {
    let known: HashMap<OrderId, _> = plan
        .orders
        .iter()
        .filter_map(|planned| Some((planned.order.id, planned.appointment.as_ref()?)))
        .collect();
    for one in tried.appointments.iter_mut().filter(|one| !touched.contains(&one.order)) {
        if let Some(was) = known.get(&one.order).filter(|was| was.start == one.start && was.end == one.end) {
            one.pinned = was.pinned;
            one.way = was.way;
            one.reasons.clone_from(&was.reasons);
        }
    }
    tried
}

/// The best times for one order, everything else holding its place: at most `count`, earliest first,
/// each after the end of the one before.
///
/// # Errors
/// An [`Incident`] when the orders contradict each other.
pub fn slots(plan: &InForce<'_>, asked: &Launch, count: usize) -> Result<Vec<Appointment>, Incident> {
    let others = plan.orders.iter().filter(|planned| planned.order.id != asked.order.id);
    let mut launches: Vec<Launch> = others.clone().filter_map(PlannedOrder::launch).collect();
    launches.push(asked.clone());
    let dates: HashMap<OrderId, _> =
        others.filter_map(|planned| Some((planned.order.id, planned.appointment.as_ref()?.pin()))).collect();
    let mut base = jobs(&launches, plan.crew);
    base.retain(|job| job.order == asked.order.id || dates.contains_key(&job.order));
    let kept: BTreeSet<OrderId> = base.iter().map(|job| job.order).collect();
    for job in &mut base {
        job.pinned = dates.get(&job.order).cloned();
        job.after.retain(|after| kept.contains(&after.order));
    }
    let mut found = Vec::new();
    let mut from = plan.now;
    while found.len() < count {
        for job in base.iter_mut().filter(|job| job.order == asked.order.id) {
            job.release = job.release.max(from);
        }
        let tried = placed(plan, &base)?;
        let Some(one) = tried.appointment(asked.order.id) else { break };
        from = one.end;
        found.push(one.clone());
    }
    Ok(found)
}
