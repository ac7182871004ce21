//! Orders with the dates that a schedule gave them, and the schedule read again from its orders.

use super::kept::Kept;
use super::launch::{Launch, Wait};
use super::order::{ActionOrder, Phase, State};
use super::staffing::{Bench, Crew};
use super::summary::Summary;
use crate::language::{AccountId, Money, OrderId, Week};
use crate::planning::schedule::{Appointment, Cause, Job, Pin, Schedule, Unplaced};
use crate::planning::{Zone, rolling};
use crate::process::{Planning, Workshop};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// An order as a plan left it: with an appointment, or with the cause that it has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct PlannedOrder {
    /// The order.
    pub order: ActionOrder,
    /// Its date and the reasons of it.
    pub appointment: Option<Appointment>,
    /// Why it has none.
    pub unplaced: Option<Unplaced>,
    /// What bound its date, so that it can be placed again; unknown in plans made before it was kept.
    pub bounds: Option<Bounds>,
}

/// What binds the date of an order, beside people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Not before.
    pub release: DateTime,
    /// Should end by then.
    pub due: DateTime,
    /// What priority is given to as one.
    pub group: String,
    /// Orders that must end first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Wait>,
    /// Margin or value expected from the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<Money>,
    /// Resource code of the person who leads the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<String>,
    /// Customer's account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

impl PlannedOrder {
    /// The launch that it came from; `None` in plans made before bounds were kept.
    pub fn launch(&self) -> Option<Launch> {
        let bounds = self.bounds.clone()?;
        Some(Launch {
            order: self.order.clone(),
            release: bounds.release,
            due: bounds.due,
            after: bounds.after,
            group: bounds.group,
            margin: bounds.margin,
            leader: bounds.leader,
            account: bounds.account,
        })
    }
}

impl From<&Launch> for Bounds {
    fn from(launch: &Launch) -> Self {
        Self {
            release: launch.release,
            due: launch.due,
            group: launch.group.clone(),
            after: launch.after.clone(),
            margin: launch.margin,
            leader: launch.leader.clone(),
            account: launch.account,
        }
    }
}

/// The jobs of the launches, in their order.
///
/// A leader takes the seat of their own kind only: a seller does not sit in for a caller.
pub fn jobs(launches: &[Launch], crew: &Crew<'_>) -> Vec<Job> {
    let mut bench = Bench::of(crew);
    launches.iter().map(|launch| bench.job(launch)).collect()
}

impl PlannedOrder {
    /// The other orders that the reasons of its date, or of its lack of one, name.
    pub fn named(&self) -> Vec<OrderId> {
        let reasons = self.appointment.iter().flat_map(|one| &one.reasons);
        let named = reasons.filter_map(|reason| reason.why.order());
        named.chain(self.unplaced.iter().flat_map(|one| one.cause.orders())).collect()
    }
}

/// What people were given, or have begun, does not move. A firm date holds as long as it is still to
/// come and those who have it still work then.
pub(super) fn pin(launch: &Launch, workshop: &Workshop) -> Option<Pin> {
    let order = &launch.order;
    let (start, end) = (order.start?, order.end?);
    let held = match order.phase() {
        Phase::Released | Phase::Started => true,
        Phase::Firm => {
            start >= launch.release && order.people.iter().all(|code| works(workshop, code, start, end))
        }
        _ => false,
    };
    held.then(|| Pin { start, end, people: order.people.clone(), way: 0 })
}

/// Whether somebody works from one moment to another without a break.
fn works(workshop: &Workshop, code: &str, start: DateTime, end: DateTime) -> bool {
    let found = workshop.resources.iter().find(|one| one.code == code);
    found.is_some_and(|one| {
        let hours = workshop.hours_of(one, start.date());
        start.date() == end.date()
            && hours.iter().any(|stretch| stretch.from <= start.time() && end.time() <= stretch.to)
    })
}

/// Launches against the orders of former plans: what is over is not launched again; what was given or
/// begun keeps its order as it stands, and is held even when nothing launches it any more, since the time
/// of its people is taken; what is firm keeps its date when it is still the same work.
pub fn renewed(launches: Vec<Launch>, orders: &[ActionOrder]) -> Vec<Launch> {
    let known: HashMap<OrderId, &ActionOrder> = orders.iter().map(|order| (order.id, order)).collect();
    let over = |id: &OrderId| {
        known
            .get(id)
            .is_some_and(|order| matches!(order.phase(), Phase::Done | Phase::Closed | Phase::Cancelled))
    };
    let mut kept = Vec::with_capacity(launches.len());
    let mut launched = HashSet::new();
    for mut launch in launches {
        launched.insert(launch.order.id);
        if over(&launch.order.id) {
            continue;
        }
        launch.after.retain(|wait| !over(&wait.order));
        if let Some(order) = known.get(&launch.order.id).filter(|order| stands(order, &launch.order)) {
            launch.order = (*order).clone();
        }
        kept.push(launch);
    }
    let forgotten = orders.iter().filter(|order| is_given(order) && !launched.contains(&order.id));
    kept.extend(forgotten.filter_map(held));
    kept
}

fn is_given(order: &ActionOrder) -> bool {
    matches!(order.phase(), Phase::Released | Phase::Started)
}

/// Whether the order of a former plan is kept as it stands in place of the one now launched.
fn stands(order: &ActionOrder, launched: &ActionOrder) -> bool {
    let same = order.minutes == launched.minutes
        && order.units == launched.units
        && order.version == launched.version;
    is_given(order) || (order.phase() == Phase::Firm && same)
}

/// A launch for work that people have in hand and that no case or need asks for any more.
fn held(order: &ActionOrder) -> Option<Launch> {
    let (start, end) = (order.start?, order.end?);
    Some(Launch {
        order: order.clone(),
        release: start,
        due: order.due.map_or(end, |day| day.at(18, 0, 0, 0).max(end)),
        after: Vec::new(),
        group: format!("held/{}", order.id),
        margin: None,
        leader: None,
        account: None,
    })
}

/// The orders with what the schedule decided. Orders of the frozen and firm zones are firm, the others
/// suggested. Every launch comes back exactly once, in the order given.
pub fn settle(launches: Vec<Launch>, schedule: &Schedule, planning: &Planning) -> Vec<PlannedOrder> {
    let placed: HashMap<_, _> = schedule.appointments.iter().map(|one| (one.order, one)).collect();
    let unplaced: HashMap<_, _> = schedule.unplaced.iter().map(|one| (one.order, one)).collect();
    let weeks = schedule.period.weeks();
    let first = weeks.first().copied().unwrap_or(Week::of(schedule.period.first));
    let zones: BTreeMap<Week, Zone> =
        rolling(first, u32::try_from(weeks.len()).unwrap_or(0), planning).into_iter().collect();
    let settled = launches.into_iter().map(|launch| {
        let bounds = Some(Bounds::from(&launch));
        let mut order = launch.order;
        let appointment = placed.get(&order.id).map(|found| brief(found));
        if let Some(found) = &appointment {
            order.start = Some(found.start);
            order.end = Some(found.end);
            order.people.clone_from(&found.people);
            let zone = zones.get(&Week::of(found.start.date()));
            if order.phase() == Phase::Suggested && matches!(zone, Some(Zone::Frozen | Zone::Firm)) {
                order.state = State::Firm;
            }
        } else if order.people.is_empty() {
            // Without a date it still waits for somebody: the one who leads the case.
            order.people.extend(launch.leader);
        }
        let unplaced = unplaced.get(&order.id).map(|found| shortened(found));
        assert!(appointment.is_some() || unplaced.is_some(), "the schedule lost order {}", order.id);
        PlannedOrder { order, appointment, unplaced, bounds }
    });
    settled.collect()
}

/// Reasons kept with a published order: the first, which began the delay, and the last ones, which end it.
const REASONS: usize = 6;

/// An appointment with the reasons worth telling; nights and breaks by the thousand are not published.
fn brief(appointment: &Appointment) -> Appointment {
    let telling = appointment.telling();
    let skip = telling.len().saturating_sub(REASONS - 1).max(1);
    let reasons = telling.iter().enumerate().filter(|(rank, _)| *rank == 0 || *rank >= skip);
    let reasons = reasons.map(|(_, reason)| (*reason).clone()).collect();
    Appointment { reasons, ..appointment.clone() }
}

fn shortened(unplaced: &Unplaced) -> Unplaced {
    let mut kept = unplaced.clone();
    if let Cause::NoRoom { obstacles } = &mut kept.cause {
        let binding = unplaced.cause.binding();
        let at = obstacles.iter().position(|blocked| Some(&blocked.why) == binding);
        let last = at.map_or(0, |at| at + 1).max(REASONS).min(obstacles.len());
        obstacles.truncate(last);
    }
    kept
}

/// The schedule that these orders came from, so that reasons can be told and versions compared.
pub fn schedule_of(orders: &[PlannedOrder], summary: &Summary) -> Schedule {
    let mut appointments: Vec<Appointment> =
        orders.iter().filter_map(|planned| planned.appointment.clone()).collect();
    appointments.sort_by_key(|one| (one.start, one.order));
    let unplaced = orders.iter().filter_map(|planned| planned.unplaced.clone()).collect();
    Schedule {
        period: summary.period,
        rule: summary.rule.clone(),
        appointments,
        unplaced,
        loads: summary.people.clone(),
        without_margin: summary.without_margin.clone(),
        price: summary.price,
    }
}
