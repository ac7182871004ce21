//! "When can the other party be seen?": the best open times for a task that is not in the plan.

use super::desk::Desk;
use crate::board::{Board, PAGE, Seat, State, Window};
use crate::model::{Model, NONE, Slot};

/// A task not yet in the plan for which a time is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Slots of work at standard speed.
    pub duration: u32,
    /// May it pause at breaks?
    pub splits: bool,
    /// Who may do it.
    pub pool: u32,
    /// It starts no earlier.
    pub from: Slot,
    /// It ends no later; [`NONE`]: the end of the plan.
    pub until: Slot,
    /// At most one answer starts in each stretch of so many slots (half days, say), counted from the
    /// plan's first midnight; 0 and 1: in each slot.
    pub apart: Slot,
}

impl Ask {
    /// Work of `duration` in one piece by somebody of `pool`, from `from` on.
    pub fn new(duration: u32, pool: u32, from: Slot) -> Self {
        Self { duration, splits: false, pool, from, until: NONE, apart: 1 }
    }
}

/// Slots in which anybody of a large pool works, so that nobody is asked about a night.
pub(super) struct Reach {
    /// By pool; empty for small ones.
    open: Vec<Box<[u64]>>,
}

/// Pools of at least this many people have their hours joined.
const LARGE: usize = 64;

impl Reach {
    /// Joins the hours of the large pools. Absences that come later leave it right, if less sharp.
    pub fn new(model: &Model) -> Self {
        let words = model.horizon.div_ceil(64) as usize;
        let join = |pool: &[u32]| {
            if pool.len() < LARGE {
                return Box::default();
            }
            let mut open = vec![0_u64; words];
            let mut calendars: Vec<u32> =
                pool.iter().map(|&person| model.people[person as usize].calendar).collect();
            calendars.sort_unstable();
            calendars.dedup();
            for calendar in calendars {
                for stretch in model.calendars[calendar as usize].stretches() {
                    for slot in stretch.start..stretch.end {
                        open[(slot / 64) as usize] |= 1 << (slot % 64);
                    }
                }
            }
            open.into_boxed_slice()
        };
        Self { open: model.pools.iter().map(|pool| join(pool)).collect() }
    }

    /// For each answer, the slot before which it cannot start, whoever is free.
    fn bounds(&self, pool: u32, from: Slot, count: usize, next: impl Fn(Slot) -> Slot) -> Vec<Slot> {
        let step = |&last: &Slot| (last != NONE).then(|| self.first(pool, next(last)));
        std::iter::successors(Some(self.first(pool, from)), step).take(count).collect()
    }

    /// First slot from `from` on in which somebody of `pool` works.
    fn first(&self, pool: u32, from: Slot) -> Slot {
        let Some(open) = self.open.get(pool as usize).filter(|open| !open.is_empty()) else { return from };
        let mut at = (from / 64) as usize;
        let mut mask = u64::MAX << (from % 64);
        while let Some(word) = open.get(at) {
            let bits = word & mask;
            if bits != 0 {
                return at as u32 * 64 + bits.trailing_zeros();
            }
            mask = u64::MAX;
            at += 1;
        }
        NONE
    }
}

/// The open times for `ask` that start first, at most `count`, at most one in each stretch of
/// [`Ask::apart`] slots, in order of their start; at equal start the first in the pool.
///
/// Nobody is displaced. Cost: one look at each candidate's hours; of a large pool, page after page of time,
/// one look at each of those who may start before the last of the times found, until `count` are found or
/// nobody could beat them.
pub(super) fn slots(board: &Board, reach: &Reach, ask: &Ask, count: usize) -> Vec<Seat> {
    let model = board.model();
    let Some(pool) = model.pools.get(ask.pool as usize).filter(|_| count > 0 && ask.duration > 0) else {
        return Vec::new();
    };
    let apart = ask.apart.max(1);
    let latest_end = ask.until.min(model.horizon);
    let window = Window { from: ask.from, earliest_end: 0, latest_start: NONE, latest_end };
    let mut times = Times { board, ask, apart, count, found: Vec::with_capacity(count + 1) };
    if pool.len() < LARGE {
        pool.iter().for_each(|&person| times.look(person, window));
        return times.found;
    }
    let bounds = reach.bounds(ask.pool, ask.from, count, |start| (start / apart + 1) * apart);
    let mut next = board.next_able(pool, ask.from, ask.duration);
    while let Some(from) = next.filter(|&from| from < latest_end && times.found.len() < count) {
        let next_page = (from / PAGE + 1) * PAGE;
        let page = Window { from, latest_start: next_page - 1, ..window };
        for (person, soonest) in board.able(pool, from, ask.duration, ask.splits) {
            if times.last().is_some_and(|last| last <= soonest) {
                continue;
            }
            times.look(person, page);
            if times.unbeatable(&bounds) {
                return times.found;
            }
        }
        next = board.next_able(pool, next_page, ask.duration);
    }
    times.found
}

/// The best times found so far.
struct Times<'a, 'm> {
    board: &'a Board<'m>,
    ask: &'a Ask,
    /// [`Ask::apart`], at least 1.
    apart: Slot,
    count: usize,
    found: Vec<Seat>,
}

impl Times<'_, '_> {
    /// Keeps the times of `person` inside `window` that are among the best.
    fn look(&mut self, person: u32, mut window: Window) {
        let Ask { duration, splits, .. } = *self.ask;
        loop {
            if let Some(last) = self.last() {
                window.latest_start = window.latest_start.min(last.saturating_sub(1));
            }
            let Some((start, end)) = self.board.fit_work(duration, splits, person, &window) else { return };
            keep(&mut self.found, Seat { start, end, person, way: 0 }, self.apart, self.count);
            window.from = (start / self.apart + 1) * self.apart;
        }
    }

    /// The start of the last of the times, once there are enough: what starts no sooner is of no use.
    fn last(&self) -> Option<Slot> {
        self.found.get(self.count - 1).map(|seat| seat.start)
    }

    /// Is each time as early as anybody's could be?
    fn unbeatable(&self, bounds: &[Slot]) -> bool {
        self.found.len() == self.count
            && self.found.iter().zip(bounds).all(|(seat, &bound)| seat.start <= bound)
    }
}

/// Keeps `seat` among the `count` best if it is the first of its stretch.
fn keep(found: &mut Vec<Seat>, seat: Seat, apart: Slot, count: usize) {
    let at = found.partition_point(|other| other.start <= seat.start);
    let same = |other: &Seat| other.start / apart == seat.start / apart;
    if at.checked_sub(1).is_some_and(|before| same(&found[before])) {
        return;
    }
    match found.get_mut(at) {
        Some(after) if same(after) => *after = seat,
        _ => found.insert(at, seat),
    }
    found.truncate(count);
}

impl Desk {
    /// The `count` earliest open times for `ask` as the plan is at `at`: see [`slots`]. Nothing is
    /// offered before the end of the fence.
    pub fn slots(&mut self, at: Slot, ask: &Ask, count: usize) -> Vec<Seat> {
        let from = ask.from.max(at.saturating_add(self.terms.fence));
        let ask = Ask { from, ..*ask };
        let board = Board::attach(&self.model, std::mem::replace(&mut self.state, State::nothing()));
        let found = slots(&board, &self.reach, &ask, count);
        self.state = board.detach();
        found
    }
}
