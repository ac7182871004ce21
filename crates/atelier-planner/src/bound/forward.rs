//! Earliest places when everybody is free: no plan does better for any task.

use crate::model::{Mode, Model, NONE, Slot};

/// Earliest start and end of each task, each person having nothing else to do.
///
/// A pass over the network, predecessors first, with waits, windows, releases, personal hours and
/// speeds. [`NONE`]: no plan places the task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward {
    start: Box<[Slot]>,
    end: Box<[Slot]>,
}

impl Forward {
    /// One pass, in order.
    pub fn new(model: &Model) -> Self {
        let count = model.tasks.len();
        let mut pass = Self { start: vec![NONE; count].into(), end: vec![NONE; count].into() };
        for &(task, pin) in &model.pinned {
            pass.start[task as usize] = pin.start;
            pass.end[task as usize] = pin.end;
        }
        for i in 0..model.len() {
            let task = model.in_order(i);
            if model.tasks[task as usize].pinned() {
                continue;
            }
            if let Some((start, end)) = pass.opening(model, task).and_then(|from| place(model, task, from)) {
                pass.start[task as usize] = start;
                pass.end[task as usize] = end;
            }
        }
        pass
    }

    /// Earliest start of `task`, [`NONE`] when it cannot be placed.
    pub fn start(&self, task: u32) -> Slot {
        self.start[task as usize]
    }

    /// Earliest end of `task`, [`NONE`] when it cannot be placed.
    pub fn end(&self, task: u32) -> Slot {
        self.end[task as usize]
    }

    /// Can some plan place `task`, as far as this pass sees?
    pub fn possible(&self, task: u32) -> bool {
        self.end[task as usize] != NONE
    }

    /// First slot left by its dates and predecessors; `None`: one of them cannot be placed, or
    /// cannot end late enough for the longest wait.
    fn opening(&self, model: &Model, task: u32) -> Option<Slot> {
        let record = &model.tasks[task as usize];
        let mut from = record.release.max(record.from);
        for link in model.before.of(task) {
            if !self.possible(link.task) {
                return None;
            }
            from = from.max(model.soonest_after_wait(link.wait, self.end(link.task)));
        }
        let in_time = model.before.of(task).iter().all(|link| {
            let record = &model.tasks[link.task as usize];
            let until = if record.pinned() { self.end(link.task) } else { record.until.min(model.horizon) };
            from <= until.saturating_add(link.max_lag)
        });
        in_time.then_some(from)
    }
}

/// Earliest start and end from `from`; they may belong to different people.
fn place(model: &Model, task: u32, from: Slot) -> Option<(Slot, Slot)> {
    let record = &model.tasks[task as usize];
    let until = record.until.min(model.horizon);
    if from >= until {
        return None;
    }
    let (start, end) = match model.rich.get(record.rich as usize) {
        Some(rich) => rich
            .modes
            .iter()
            .filter_map(|mode| place_mode(model, task, mode, from))
            .reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)))?,
        None if record.pool == NONE => (from, from + record.duration),
        None => place_seat(model, record.pool, record.duration, record.splits(), from)?,
    };
    (end <= until).then_some((start, end))
}

/// Every seat taken on its own: all of them together are no earlier.
fn place_mode(model: &Model, task: u32, mode: &Mode, from: Slot) -> Option<(Slot, Slot)> {
    let splits = model.tasks[task as usize].splits();
    let mut place = (from, from + mode.duration);
    if !mode.seats.is_empty() {
        place.1 = from;
    }
    for &pool in &mode.seats {
        let (start, end) = place_seat(model, pool, mode.duration, splits, from)?;
        place = (place.0.max(start), place.1.max(end));
    }
    Some(place)
}

fn place_seat(model: &Model, pool: u32, duration: u32, splits: bool, from: Slot) -> Option<(Slot, Slot)> {
    let mut best: Option<(Slot, Slot)> = None;
    for &person in &model.pools[pool as usize] {
        let need = model.length(duration, person);
        if let Some((start, end)) = place_alone(model, person, need, splits, from) {
            best = Some(best.map_or((start, end), |best| (best.0.min(start), best.1.min(end))));
        }
    }
    best
}

/// Earliest place of `need` worked slots of `person`, who has nothing else to do.
pub(super) fn place_alone(
    model: &Model,
    person: u32,
    need: u32,
    splits: bool,
    from: Slot,
) -> Option<(Slot, Slot)> {
    let calendar = model.calendar(person);
    let mut rank = calendar.rank(from);
    if rank >= calendar.worked() {
        return None;
    }
    if splits {
        return (rank + need <= calendar.worked())
            .then(|| (calendar.slot(rank), calendar.slot(rank + need - 1) + 1));
    }
    let first =
        calendar.stretches().partition_point(|stretch| stretch.rank + stretch.end - stretch.start <= rank);
    for stretch in &calendar.stretches()[first..] {
        rank = rank.max(stretch.rank);
        let start = stretch.start + (rank - stretch.rank);
        if start + need <= stretch.end {
            return Some((start, start + need));
        }
    }
    None
}
