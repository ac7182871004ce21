//! In which mode and with whom a rich task is done, as one number.

use super::super::Seat;
use crate::model::{Mode, Model, NONE, Rich, Slot};

/// A rich task in one of its modes.
pub(crate) struct Job<'m> {
    pub task: u32,
    pub rich: &'m Rich,
    /// Position of the mode.
    pub at: u32,
    pub mode: &'m Mode,
    /// May pause at breaks.
    pub splits: bool,
}

impl<'m> Job<'m> {
    /// One for each mode, the preferred one first.
    pub fn all(model: &'m Model, task: u32) -> impl Iterator<Item = Self> {
        let record = &model.tasks[task as usize];
        let rich = &model.rich[record.rich as usize];
        let splits = record.splits();
        (0..).zip(&rich.modes).map(move |(at, mode)| {
            let splits = splits && mode.seats.len() == 1;
            Self { task, rich, at, mode, splits }
        })
    }

    /// Candidates of each seat.
    pub fn seats(&self, model: &Model) -> Vec<Vec<u32>> {
        self.mode.seats.iter().map(|&pool| model.pools[pool as usize].to_vec()).collect()
    }

    /// The number of this mode with these people, one for each seat.
    pub fn way(&self, model: &Model, people: &[u32]) -> u32 {
        let (mut way, mut unit) = (self.at, self.rich.modes.len() as u32);
        for (&pool, &person) in self.mode.seats.iter().zip(people).skip(1) {
            let pool = &model.pools[pool as usize];
            let at = pool.iter().position(|&one| one == person).unwrap_or(0);
            way += unit * at as u32;
            unit *= pool.len() as u32;
        }
        way
    }

    /// When the other party is next there, if not from `start` to `end`; [`NONE`]: never again.
    pub fn outside_windows(&self, start: Slot, end: Slot) -> Option<Slot> {
        let windows = &self.rich.windows;
        if windows.is_empty() {
            return None;
        }
        let first = windows.partition_point(|window| window.1 <= start);
        let next = windows[first..].iter().find(|window| start < window.0 || end <= window.1);
        match next {
            None => Some(NONE),
            Some(window) => (start < window.0).then_some(window.0),
        }
    }
}

/// How many ways there are to seat people in a mode of so many; `None`: more than can be numbered.
pub(crate) fn room_of_ways(modes: usize, sizes: impl Iterator<Item = usize>) -> Option<u32> {
    let modes = u32::try_from(modes).ok()?;
    sizes.skip(1).try_fold(modes, |ways, size| ways.checked_mul(u32::try_from(size.max(1)).ok()?))
}

/// The mode in which a rich task is done at `seat`.
pub(crate) fn mode_of(model: &Model, task: u32, seat: Seat) -> &Mode {
    let rich = &model.rich[model.tasks[task as usize].rich as usize];
    &rich.modes[seat.way as usize % rich.modes.len()]
}

/// Everybody who is on `task` at `seat`.
#[inline]
pub(crate) fn each_person(model: &Model, task: u32, seat: Seat, mut act: impl FnMut(u32)) {
    let record = &model.tasks[task as usize];
    if record.rich == NONE {
        if seat.person != NONE {
            act(seat.person);
        }
    } else if record.pinned() {
        let first = model.pinned.partition_point(|pin| pin.0 < task);
        let pins = model.pinned[first..].iter().take_while(|pin| pin.0 == task);
        pins.filter(|pin| pin.1.person != NONE).for_each(|pin| act(pin.1.person));
    } else {
        let mut rest = seat.way / model.rich[record.rich as usize].modes.len() as u32;
        for (at, &pool) in mode_of(model, task, seat).seats.iter().enumerate() {
            if at == 0 {
                act(seat.person);
                continue;
            }
            let pool = &model.pools[pool as usize];
            act(pool[rest as usize % pool.len()]);
            rest /= pool.len() as u32;
        }
    }
}
