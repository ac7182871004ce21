//! What planning again changes, as it is told: who moves, from where to where, and why.

use super::day::reaches;
use crate::rights::{Access, Permit};
use crate::workbench::{Published, moved};
use atelier_domain::execution::Proposal;
use atelier_domain::language::{Catalogue, Lang, OrderId};
use atelier_domain::planning::schedule::{Change, Move, Schedule, Seat, Speaker};
use serde::Serialize;
use tokio::runtime::{Handle, RuntimeFlavor};
use utoipa::ToSchema;
use uuid::Uuid;

/// Most changes told one by one.
pub const MOVES: usize = 500;

/// When and by whom.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = Seat)]
pub struct SeatTold {
    start: String,
    end: String,
    /// Codes.
    people: Vec<String>,
}

impl From<&Seat> for SeatTold {
    fn from(seat: &Seat) -> Self {
        Self { start: seat.start.to_string(), end: seat.end.to_string(), people: seat.people.clone() }
    }
}

/// What becomes of an action.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = Move)]
pub struct MoveTold {
    order: Uuid,
    customer: String,
    /// Shown name of the operation.
    operation: String,
    /// `moved`, `late`, `freed`, `unplaced`, `placed`.
    change: &'static str,
    from: Option<SeatTold>,
    to: Option<SeatTold>,
    sentence: String,
    /// What fixes the new date, or keeps it from one.
    reason: Option<String>,
}

/// How many of each change.
#[derive(Clone, Copy, Default, Serialize, ToSchema)]
#[schema(as = MoveCounts)]
pub struct Counts {
    moved: usize,
    late: usize,
    freed: usize,
    unplaced: usize,
    placed: usize,
}

/// The changes within reach, and how many are beyond it.
pub struct Told {
    /// Those within reach; at most [`MOVES`].
    pub moves: Vec<MoveTold>,
    /// How many there are within reach.
    pub total: usize,
    /// How many there are beyond.
    pub hidden: usize,
    /// Of those within.
    pub counts: Counts,
}

impl Counts {
    fn of(moves: &[&Move]) -> Self {
        let mut counts = Self::default();
        for one in moves {
            *match one.change {
                Change::Moved { .. } => &mut counts.moved,
                Change::Late { .. } => &mut counts.late,
                Change::Freed { .. } => &mut counts.freed,
                Change::Unplaced { .. } => &mut counts.unplaced,
                Change::Placed { .. } => &mut counts.placed,
            } += 1;
        }
        counts
    }
}

impl Told {
    /// The changes of a proposal; those of `but`, which is moved itself, are left out.
    pub fn of<P: Permit>(
        plan: &Published,
        proposal: &Proposal,
        but: Option<OrderId>,
        access: &Access<P>,
        lang: Lang,
    ) -> Self {
        let others = proposal.moves.iter().filter(|one| Some(one.order) != but);
        let (within, beyond): (Vec<&Move>, Vec<&Move>) = others.partition(|one| is_within(plan, access, one));
        let speaker = Speaker::of(&proposal.schedule, lang);
        Self {
            moves: within.iter().take(MOVES).map(|one| told(plan, one, &speaker, lang)).collect(),
            total: within.len(),
            hidden: beyond.len(),
            counts: Counts::of(&within),
        }
    }
}

/// The changes between two versions, as told.
pub fn between(plan: &Published, moves: &[Move], after: &Schedule, lang: Lang) -> Vec<MoveTold> {
    let speaker = Speaker::of(after, lang);
    moves.iter().take(MOVES).map(|one| told(plan, one, &speaker, lang)).collect()
}

/// Whether somebody within reach had it or gets it; what nobody has yet is that of who could do it.
fn is_within<P: Permit>(plan: &Published, access: &Access<P>, one: &Move) -> bool {
    let (from, to) = seats(&one.change);
    let people: Vec<&String> = from.into_iter().chain(to).flat_map(|seat| &seat.people).collect();
    if people.is_empty() {
        let planned = plan.orders.get(&one.order);
        return planned.is_some_and(|planned| super::day::concerns(plan, access, planned));
    }
    people.into_iter().any(|code| reaches(plan, access, code))
}

fn seats(change: &Change) -> (Option<&Seat>, Option<&Seat>) {
    match change {
        Change::Moved { from, to } => (Some(from), Some(to)),
        Change::Freed { from } => (Some(from), None),
        Change::Placed { to } => (None, Some(to)),
        Change::Late { .. } | Change::Unplaced { .. } => (None, None),
    }
}

fn told(plan: &Published, one: &Move, speaker: &Speaker<'_>, lang: Lang) -> MoveTold {
    let (from, to) = seats(&one.change);
    let (change, reason) = match &one.change {
        Change::Moved { .. } => ("moved", speaker.why(one.order).pop()),
        Change::Placed { .. } => ("placed", speaker.why(one.order).pop()),
        Change::Unplaced { cause } => ("unplaced", Some(speaker.cause(cause))),
        Change::Late { .. } => ("late", None),
        Change::Freed { .. } => ("freed", None),
    };
    MoveTold {
        order: one.order.0,
        customer: one.customer.clone(),
        operation: one.action.get(lang).to_owned(),
        change,
        from: from.map(SeatTold::from),
        to: to.map(SeatTold::from),
        sentence: moved(plan, one, speaker, Catalogue::of(lang)),
        reason,
    }
}

/// Work that takes a while, without keeping the other requests of this thread waiting.
pub fn apart<T>(work: impl FnOnce() -> T) -> T {
    match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
        _ => work(),
    }
}
