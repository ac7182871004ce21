//! Serial schedule generation: each activity of a list, in turn, at its earliest feasible start.

use super::net::{Net, Way};

/// Above this many times more different keys than activities, buckets cost more than comparisons.
const SPARSE: usize = 64;

/// A resource profile and the scratch space of one thread.
///
/// Time runs from the project's start or, going backwards, from its end: the same code does both on
/// the turned network. Cost: a few microseconds for 120 activities.
/// Source: Kolisch 1996, "Serial and parallel resource-constrained project scheduling methods
/// revisited"; Valls, Ballestín and Quintanilla 2005, "Justification and RCPSP".
#[derive(Clone, Debug)]
pub(super) struct Builder<const W: usize> {
    free: Vec<[u64; W]>,
    buckets: Vec<u32>,
    pub(super) list: Vec<u32>,
    /// Schedules generated since the beginning.
    pub(super) spent: u64,
}

impl<const W: usize> Builder<W> {
    pub(super) fn new(net: &Net<W>) -> Self {
        let slots = net.horizon as usize + 1;
        Self { free: vec![net.full; slots], buckets: Vec::new(), list: Vec::new(), spent: 0 }
    }

    /// Places the activities of [`Self::list`], which respects the order going `way`; writes the
    /// starts, counted that way, and returns the makespan.
    pub(super) fn place(&mut self, net: &Net<W>, way: Way, starts: &mut [u32]) -> u32 {
        self.spent += 1;
        let before = net.before(way);
        let mut makespan = 0;
        for turn in 0..self.list.len() {
            let one = self.list[turn] as usize;
            let mut earliest = 0;
            for &other in before.of(one) {
                earliest = earliest.max(starts[other as usize].wrapping_add(net.durations[other as usize]));
            }
            let start = self.fit(net, one, earliest);
            self.take(net, one, start);
            starts[one] = start;
            makespan = makespan.max(start.wrapping_add(net.durations[one]));
        }
        self.clear(net, makespan);
        makespan
    }

    /// Earliest start from `earliest` at which the activity fits.
    ///
    /// Each slot is looked at once: a window is read from its end, and a full slot moves the window
    /// just after it.
    #[inline]
    pub(super) fn fit(&self, net: &Net<W>, one: usize, earliest: u32) -> u32 {
        let (need, duration) = (net.needs[one], net.durations[one] as usize);
        let fits = |slot: &[u64; W]| {
            (0..W).all(|word| slot[word].wrapping_sub(need[word]) & net.guards[word] == net.guards[word])
        };
        let (mut start, mut known) = (earliest as usize, earliest as usize);
        while let Some(full) = self.free[known..start + duration].iter().rposition(|slot| !fits(slot)) {
            let after = known + full + 1;
            known = start + duration;
            start = after;
        }
        start as u32
    }

    /// Takes the activity's units from the profile.
    #[inline]
    pub(super) fn take(&mut self, net: &Net<W>, one: usize, start: u32) {
        let need = net.needs[one];
        let start = start as usize;
        for slot in &mut self.free[start..start + net.durations[one] as usize] {
            for word in 0..W {
                slot[word] = slot[word].wrapping_sub(need[word]);
            }
        }
    }

    /// Empties the profile up to `makespan`.
    pub(super) fn clear(&mut self, net: &Net<W>, makespan: u32) {
        self.free[..makespan as usize].fill(net.full);
    }

    /// Puts in [`Self::list`] the activities in the order of their `keys` going `way`; equal keys
    /// stay in the order of the network.
    pub(super) fn sort(&mut self, way: Way, keys: &[u32]) {
        let most = keys.iter().copied().max().unwrap_or(0) as usize;
        if most > SPARSE * keys.len() {
            self.list.clear();
            self.list.extend(0..keys.len() as u32);
            if way == Way::Backwards {
                self.list.reverse();
            }
            self.list.sort_by_key(|&one| keys[one as usize]);
            return;
        }
        self.buckets.clear();
        self.buckets.resize(most + 2, 0);
        for &key in keys {
            self.buckets[key as usize + 1] = self.buckets[key as usize + 1].wrapping_add(1);
        }
        let mut sum = 0_u32;
        for bucket in &mut self.buckets {
            sum = sum.wrapping_add(*bucket);
            *bucket = sum;
        }
        self.list.resize(keys.len(), 0);
        let mut lay = |one: usize| {
            let bucket = &mut self.buckets[keys[one] as usize];
            self.list[*bucket as usize] = one as u32;
            *bucket = bucket.wrapping_add(1);
        };
        match way {
            Way::Forwards => (0..keys.len()).for_each(&mut lay),
            Way::Backwards => (0..keys.len()).rev().for_each(&mut lay),
        }
    }
}

/// Turns starts counted one way into starts counted the other way.
pub(super) fn turn<const W: usize>(net: &Net<W>, starts: &[u32], makespan: u32, keys: &mut Vec<u32>) {
    keys.clear();
    let turned = |(start, duration): (&u32, &u32)| makespan.wrapping_sub(start.wrapping_add(*duration));
    keys.extend(starts.iter().zip(&net.durations).map(turned));
}
