//! The last start that lets a task end by a date, in the hours of those who may do it.

use crate::model::{Calendar, Model, NONE, Slot};

/// Candidates whose hours are looked at.
const ASKED: usize = 8;

/// The latest start of `task` that ends by `end`, everybody free, as the first candidates work; `None`:
/// none of them works long enough before.
pub(super) fn last_start(model: &Model, task: u32, end: Slot) -> Option<Slot> {
    let record = &model.tasks[task as usize];
    let shortest = match model.rich.get(record.rich as usize) {
        Some(rich) => rich.modes.iter().map(|mode| mode.duration).min().unwrap_or(record.duration),
        None => record.duration,
    };
    if record.rich != NONE || record.pool == NONE {
        return end.checked_sub(shortest);
    }
    let some = model.pool(task).iter().take(ASKED);
    some.filter_map(|&person| {
        last_place(model.calendar(person), model.need(task, person), record.splits(), end)
    })
    .max()
}

/// The latest start of `need` worked slots that end by `end`.
fn last_place(calendar: &Calendar, need: u32, splits: bool, end: Slot) -> Option<Slot> {
    let worked = calendar.rank(end);
    if splits {
        return worked.checked_sub(need).map(|rank| calendar.slot(rank));
    }
    let stretches = calendar.stretches();
    let begun = stretches.partition_point(|stretch| stretch.start < end);
    let room = stretches[..begun].iter().rev().find(|stretch| stretch.start + need <= stretch.end.min(end));
    room.map(|stretch| stretch.end.min(end) - need)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_last_place_is_the_one_a_slow_search_finds(
            bits in proptest::collection::vec(any::<bool>(), 1..120), need in 1_u32..6, end in 0_u32..130, splits in any::<bool>(),
        ) {
            let spans: Vec<_> = (0..bits.len() as u32).filter(|&i| bits[i as usize]).map(|i| (i, i + 1)).collect();
            let calendar = Calendar::new(&spans, 24, bits.len() as u32);
            let works = |slot: u32| bits.get(slot as usize).copied().unwrap_or(false);
            let fits = |&start: &u32| {
                let in_a_row = (start..start + need).all(works) && start + need <= end;
                let in_pieces = works(start) && (start..end).filter(|&slot| works(slot)).count() as u32 >= need;
                if splits { in_pieces } else { in_a_row }
            };
            prop_assert_eq!(last_place(&calendar, need, splits, end), (0..end).rev().find(fits));
        }
    }
}
