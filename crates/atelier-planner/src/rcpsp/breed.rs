//! Children of two schedules.

use super::net::{Arcs, Net};
use crate::random::Random;

/// A schedule as the starts it would have counted the other way: the order in which the next
/// generation, built that way, takes its activities.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    pub(super) keys: Vec<u32>,
    pub(super) makespan: u32,
    /// Tells most members with other keys apart without reading them.
    pub(super) mark: u64,
}

impl Member {
    /// After its keys have changed.
    pub(super) fn remark(&mut self) {
        self.mark = self.keys.iter().fold(0, |mark: u64, &key| {
            (mark.rotate_left(5) ^ u64::from(key)).wrapping_mul(0x517C_C1B7_2722_0A95)
        });
    }
}

/// Shares of the father's makespan between which a window's length is drawn, in per mille.
const WINDOW_PER_MILLE: (usize, usize) = (100, 500);

/// Keys of a child: a window of time as in the father; what the father has before it and after it
/// stays before and after, in the order of the mother.
///
/// Source: two-point crossover on start times, after Debels and Vanhoucke 2007, "A decomposition-based
/// genetic algorithm for the resource-constrained project scheduling problem".
pub(super) fn cross(father: &Member, mother: &Member, child: &mut [u32], random: &mut Random) {
    let (least, most) = WINDOW_PER_MILLE;
    let share = least + random.place(most - least);
    let length = (father.makespan as usize * share / 1000).max(1);
    let from = random.place((father.makespan as usize).saturating_sub(length).max(1)) as u32;
    let to = from + length as u32;
    let far = father.makespan.max(mother.makespan);
    for ((key, &his), &hers) in child.iter_mut().zip(&father.keys).zip(&mother.keys) {
        *key = match his {
            _ if his < from => hers,
            _ if his < to => far + his,
            _ => far + far + hers,
        };
    }
}

/// Parents with more than this share of equal keys, in percent, have a child with a difference.
const ALIKE_PERCENT: usize = 70;
/// One of its keys in how many is moved, and how far at most.
const MOVED_ONCE_IN: u32 = 5;
const MOVED_BY: u32 = 10;

/// Moves some keys of a child whose parents are much alike.
pub(super) fn mutate(father: &Member, mother: &Member, child: &mut [u32], random: &mut Random) {
    let equal = father.keys.iter().zip(&mother.keys).filter(|(his, hers)| his == hers).count();
    if equal * 100 <= child.len() * ALIKE_PERCENT {
        return;
    }
    for key in child {
        if random.once_in(MOVED_ONCE_IN) {
            *key = (*key + random.place(2 * MOVED_BY as usize + 1) as u32).saturating_sub(MOVED_BY);
        }
    }
}

/// Scratch for [`Order::respect`].
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    taken: Vec<bool>,
    stack: Vec<u32>,
    made: Vec<u32>,
}

impl Order {
    /// Moves activities of `list` forwards just enough that each comes after those it must follow.
    pub(super) fn respect(&mut self, before: &Arcs, list: &mut Vec<u32>) {
        self.taken.clear();
        self.taken.resize(list.len(), false);
        self.made.clear();
        for &one in list.iter() {
            self.stack.push(one);
            while let Some(&top) = self.stack.last() {
                let waits = before.of(top as usize).iter().filter(|&&other| !self.taken[other as usize]);
                let size = self.stack.len();
                self.stack.extend(waits);
                if self.stack.len() == size {
                    self.stack.pop();
                    if !std::mem::replace(&mut self.taken[top as usize], true) {
                        self.made.push(top);
                    }
                }
            }
        }
        std::mem::swap(list, &mut self.made);
    }
}

/// A list drawn at random, activities with long chains behind them more often first.
///
/// Source: regret-based biased random sampling with latest finish times (Kolisch 1996).
pub(super) fn sample<const W: usize>(
    net: &Net<W>,
    before: &Arcs,
    after: &Arcs,
    tails: &[u32],
    list: &mut Vec<u32>,
    random: &mut Random,
) {
    let mut waiting: Vec<usize> = (0..net.len()).map(|one| before.of(one).len()).collect();
    let mut ready: Vec<u32> = (0..net.len() as u32).filter(|&one| waiting[one as usize] == 0).collect();
    list.clear();
    while let Some(least) = ready.iter().map(|&one| tails[one as usize]).min() {
        let weight = |one: u32| (tails[one as usize] - least + 1) as usize;
        let mut draw = random.place(ready.iter().map(|&one| weight(one)).sum());
        let mut place = 0;
        while draw >= weight(ready[place]) {
            draw -= weight(ready[place]);
            place += 1;
        }
        let one = ready.swap_remove(place);
        list.push(one);
        for &next in after.of(one as usize) {
            waiting[next as usize] -= 1;
            if waiting[next as usize] == 0 {
                ready.push(next);
            }
        }
    }
}
