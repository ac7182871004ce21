//! The free slots of everybody, page of time by page of time: who cannot start soon is not asked.
//!
//! The same as [`super::Free`], laid out the other way: one page of all people lies together, in slots and
//! not in ranks, so that a large pool is looked through without touching anybody's calendar.

use super::{Free, Model, Slot};

/// Slots of a page.
pub(crate) const PAGE: Slot = u128::BITS;
/// Plans of fewer people do without: asking them all is as fast.
const MANY: usize = 64;

/// Slots of one person in one page; what is in neither is not worked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    free: u128,
    busy: u128,
}

/// The slots of everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pages {
    people: usize,
    /// Speed of the fastest.
    fastest_pct: u16,
    /// By page, then by person.
    cells: Box<[Cell]>,
    /// By length of [`LONG`], then by person, a bit for each group of pages: may work so long start in it?
    long: Box<[u64]>,
    /// Pages of a group.
    group: u32,
}

/// Lengths of work for which a glance tells where there is time.
const LONG: [u32; 8] = [1, 2, 3, 4, 6, 8, 10, 13];

impl Pages {
    /// Of everybody; `None` when they are few. Cost: a pass over all hours.
    pub fn new(model: &Model, free: &Free) -> Option<Self> {
        let people = model.people.len();
        if people < MANY {
            return None;
        }
        let fastest_pct = model.people.iter().map(|person| person.speed_pct).max().unwrap_or(100);
        let count = model.horizon.div_ceil(PAGE);
        let mut pages = Self {
            people,
            fastest_pct,
            cells: vec![Cell::default(); count as usize * people].into(),
            long: vec![0; LONG.len() * people].into(),
            group: count.div_ceil(u64::BITS).max(1),
        };
        for person in 0..people as u32 {
            pages.reset_person(model, free, person);
        }
        Some(pages)
    }

    /// The hours of a person have changed.
    pub fn reset_person(&mut self, model: &Model, free: &Free, person: u32) {
        self.cells
            .iter_mut()
            .skip(person as usize)
            .step_by(self.people)
            .for_each(|cell| *cell = Cell::default());
        for stretch in model.calendar(person).stretches() {
            for rank in stretch.rank..stretch.rank + (stretch.end - stretch.start) {
                let slot = stretch.start + (rank - stretch.rank);
                let is_free = free.is_free(person, rank, rank + 1);
                self.each(
                    person,
                    slot,
                    slot + 1,
                    |cell, bit| {
                        if is_free { cell.free |= bit } else { cell.busy |= bit }
                    },
                );
            }
        }
        self.glance(person, 0, model.horizon);
    }

    /// What is free of `from..to` is taken.
    pub fn book(&mut self, person: u32, from: Slot, to: Slot) {
        self.each(person, from, to, |cell, span| {
            cell.busy |= cell.free & span;
            cell.free &= !span;
        });
        self.glance(person, from, to);
    }

    /// What is taken of `from..to` is free.
    pub fn release(&mut self, person: u32, from: Slot, to: Slot) {
        self.each(person, from, to, |cell, span| {
            cell.free |= cell.busy & span;
            cell.busy &= !span;
        });
        self.glance(person, from, to);
    }

    /// Tells anew where work may start in the groups that `from..to` touches.
    fn glance(&mut self, person: u32, from: Slot, to: Slot) {
        let width = self.group * PAGE;
        for group in from / width..to.div_ceil(width) {
            let pages = group * self.group..(group + 1) * self.group;
            let cell = |page: u32| self.cells.get(page as usize * self.people + person as usize);
            let most = pages.filter_map(cell).map(|cell| longest(*cell)).max().unwrap_or(0);
            for (at, need) in LONG.into_iter().enumerate() {
                let known = &mut self.long[at * self.people + person as usize];
                *known = *known & !(1 << group) | u64::from(most >= need) << group;
            }
        }
    }

    /// For each person, where work of `need` slots may start: a bit for each group of pages.
    #[inline]
    fn long(&self, need: u32) -> &[u64] {
        let at = LONG.iter().rposition(|&length| length <= need).unwrap_or(0);
        &self.long[at * self.people..(at + 1) * self.people]
    }

    /// The first slot from `from` on whose page somebody of `pool` may start in.
    fn next(&self, pool: &[u32], from: Slot, need: u32) -> Option<Slot> {
        let long = self.long(need);
        let any = pool.iter().fold(0, |any, &person| any | long[person as usize]);
        let width = self.group * PAGE;
        let later = any & u64::MAX.checked_shl(from / width).unwrap_or(0);
        (later != 0).then(|| from.max(later.trailing_zeros() * width))
    }

    /// Gives each cell of `from..to` with the bits of the span in it.
    fn each(&mut self, person: u32, from: Slot, to: Slot, mut act: impl FnMut(&mut Cell, u128)) {
        let mut at = from;
        while at < to {
            let end = to.min((at / PAGE + 1) * PAGE);
            let width = end - at;
            let mask = if width == PAGE { u128::MAX } else { ((1 << width) - 1) << (at % PAGE) };
            if let Some(cell) = self.cells.get_mut((at / PAGE) as usize * self.people + person as usize) {
                act(cell, mask);
            }
            at = end;
        }
    }

    /// No work of `need` slots of `person` starts earlier, from `from` to the end of its page; `None`: none at
    /// all. Free time that reaches the end of the page counts as long enough.
    #[inline]
    fn first(&self, person: u32, from: Slot, need: u32, splits: bool) -> Option<Slot> {
        let page = from / PAGE;
        let cell = self.cells.get(page as usize * self.people + person as usize)?;
        let free = cell.free & (u128::MAX << (from % PAGE));
        let bit = if splits { across(free, cell.busy, need) } else { within(free, need) }?;
        Some(page * PAGE + bit)
    }
}

/// The longest free time that begins in a cell, breaks spanned; [`PAGE`] when it reaches the end.
#[inline]
fn longest(cell: Cell) -> u32 {
    let (mut free, mut most) = (cell.free, 0);
    while free != 0 {
        let stop = (cell.busy & (u128::MAX << free.trailing_zeros())).trailing_zeros();
        if stop == PAGE {
            return PAGE;
        }
        let before = (1_u128 << stop) - 1;
        most = most.max((free & before).count_ones());
        free &= !before;
    }
    most
}

/// First bit that begins `need` set bits in a row; those after the last count as set.
#[inline]
fn within(free: u128, need: u32) -> Option<u32> {
    let (mut begins, mut known) = (free, 1);
    while known < need && begins != 0 {
        let step = known.min(need - known).min(PAGE - 1);
        begins &= (begins >> step) | !(u128::MAX >> step);
        known += step;
    }
    (begins != 0).then(|| begins.trailing_zeros())
}

/// First bit of `free` after which `need` of them are set before one of `busy` is; those after the last
/// count as set.
#[inline]
fn across(mut free: u128, busy: u128, need: u32) -> Option<u32> {
    while free != 0 {
        let first = free.trailing_zeros();
        let stop = (busy & (u128::MAX << first)).trailing_zeros();
        if stop == PAGE {
            return Some(first);
        }
        let before = (1_u128 << stop) - 1;
        if (free & before).count_ones() >= need {
            return Some(first);
        }
        free &= !before;
    }
    None
}

impl super::Board<'_> {
    /// Begins to keep the free slots page by page.
    pub(crate) fn index_pages(&mut self) {
        self.pages = Pages::new(self.model, &self.free);
    }

    /// Those of `pool` who may start work of `duration` from `from` to the end of its page, with a slot before
    /// which none of them can; all of them without [`Self::index_pages`].
    pub(crate) fn able<'a>(
        &'a self,
        pool: &'a [u32],
        from: Slot,
        duration: u32,
        splits: bool,
    ) -> impl Iterator<Item = (u32, Slot)> + 'a {
        let pages = self.pages.as_ref();
        let need = self.shortest(duration);
        let known = pages.map(|pages| (pages, pages.long(need), from / (pages.group * PAGE)));
        pool.iter().filter_map(move |&person| match known {
            Some((_, long, group)) if long[person as usize].checked_shr(group).unwrap_or(0) & 1 == 0 => None,
            Some((pages, ..)) => Some((person, pages.first(person, from, need, splits)?)),
            None => Some((person, from)),
        })
    }

    /// The first slot from `from` on in whose page somebody of `pool` may start work of `duration`; `from`
    /// itself without [`Self::index_pages`].
    pub(crate) fn next_able(&self, pool: &[u32], from: Slot, duration: u32) -> Option<Slot> {
        if from >= self.model.horizon {
            return None;
        }
        let need = self.shortest(duration);
        self.pages.as_ref().map_or(Some(from), |pages| pages.next(pool, from, need))
    }

    /// Slots that work of `duration` takes from the fastest.
    fn shortest(&self, duration: u32) -> u32 {
        self.pages.as_ref().map_or(1, |pages| self.model.length_at(duration, pages.fastest_pct))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use crate::board::{Board, Seat, Window};
    use crate::model::{ModelBuilder, NONE, SPLIT, Task};

    const DAY: u32 = 20;
    const DAYS: u32 = 20;

    /// Many people with the same odd hours, one night in four worked through, and as many tasks.
    fn crowd(tasks: &[(u32, bool)]) -> Model {
        let mut builder = ModelBuilder::new(DAYS * DAY, DAY);
        let hours = (0..DAYS).filter(|day| day % 5 != 3).flat_map(|day| {
            let end = if day % 4 == 1 { DAY } else { 14 };
            [(day * DAY + (day % 4) * 2, day * DAY + 8), (day * DAY + 9, day * DAY + end)]
        });
        let calendar = builder.calendar(hours.filter(|span| span.0 < span.1).collect());
        for _ in 0..MANY {
            builder.person(calendar, 100);
        }
        let pool = builder.pool((0..MANY as u32).collect());
        for &(duration, splits) in tasks {
            let mut task = Task::lasting(duration);
            (task.pool, task.flags) = (pool, if splits { SPLIT } else { 0 });
            builder.task(task);
        }
        builder.build().expect("a sound crowd")
    }

    proptest! {
        #[test]
        fn nobody_starts_before_the_slot_told_and_only_ends_of_pages_are_told_too_soon(
            tasks in proptest::collection::vec((1_u32..9, any::<bool>(), 0_u32..390, any::<bool>()), 1..60),
            need in 1_u32..20, splits in any::<bool>(), from in 0_u32..400,
        ) {
            let kinds: Vec<_> = tasks.iter().map(|task| (task.0, task.1)).collect();
            let model = crowd(&kinds);
            let mut board = Board::new(&model);
            board.index_pages();
            for (task, &(.., from, stays)) in tasks.iter().enumerate() {
                let task = task as u32;
                let Some(window) = board.bounds(task) else { continue };
                let Some((start, end)) = board.fit(task, task % 2, &Window { from, ..window }) else { continue };
                board.put_back(task, Seat { start, end, person: task % 2, way: 0 });
                if !stays {
                    board.lift(task);
                }
            }
            prop_assert_eq!(&board.pages, &Pages::new(&model, &board.free));
            let page_end = (from / PAGE + 1) * PAGE;
            for person in 0..2 {
                let window = Window { from, earliest_end: 0, latest_start: NONE, latest_end: model.horizon };
                let real = board.fit_work(need, splits, person, &window).map(|place| place.0);
                let real = real.filter(|&start| start < page_end);
                let told = board.able(&[person], from, need, splits).next().map(|able| able.1);
                let open_end = told.is_some_and(|told| {
                    let calendar = model.calendar(person);
                    board.free.is_free(person, calendar.rank(told), calendar.rank(page_end))
                });
                prop_assert!(told == real || open_end && real.is_none_or(|real| told.unwrap_or(NONE) <= real), "{:?} told for {:?}", told, real);
            }
        }
    }
}
