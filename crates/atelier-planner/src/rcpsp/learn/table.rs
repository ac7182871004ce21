//! What resources allow: the profile of what is certainly held, and pairs that exclude each other.

use super::super::net::{Net, Way};
use super::trail::{Bound, Clash, Reason, Trail};

/// Source: Schutt, Feydy, Stuckey and Wallace 2011, "Explaining the cumulative propagator".
#[derive(Debug)]
pub(super) struct Table<const W: usize> {
    free: Vec<[u64; W]>,
    /// Activities of some length that need something.
    users: Vec<usize>,
    /// Of each activity, those that cannot run beside it and are not ordered with it.
    rivals: Vec<Vec<u32>>,
}

impl<const W: usize> Table<W> {
    pub(super) fn new(net: &Net<W>, horizon: u32) -> Self {
        let needs = |&one: &usize| net.durations[one] > 0 && net.units[one].iter().any(|&units| units > 0);
        let users: Vec<usize> = (0..net.len()).filter(needs).collect();
        let mut rivals = vec![Vec::new(); net.len()];
        let ordered = ordered(net);
        for &one in &users {
            let beside = |other: usize| {
                let pairs = net.units[one].iter().zip(&net.units[other]).zip(&net.capacities);
                pairs.into_iter().all(|((&mine, theirs), capacity)| mine <= capacity.saturating_sub(*theirs))
            };
            let apart = |&&other: &&usize| {
                other != one && !beside(other) && !ordered[one][other] && !ordered[other][one]
            };
            rivals[one] = users.iter().filter(apart).map(|&other| other as u32).collect();
        }
        Self { free: vec![net.full; horizon as usize + 1], users, rivals }
    }

    /// Order between the activity of a bound that was raised and those that exclude it.
    pub(super) fn follow(&self, net: &Net<W>, trail: &mut Trail, side: u32) -> Result<(), Clash> {
        let one = side as usize / 2;
        for &other in &self.rivals[one] {
            precede(net, trail, one, other as usize)?;
            precede(net, trail, other as usize, one)?;
        }
        Ok(())
    }

    /// Starts that the profile forbids.
    pub(super) fn sweep(&mut self, net: &Net<W>, trail: &mut Trail) -> Result<(), Clash> {
        self.fill(net, trail)?;
        for turn in 0..self.users.len() {
            let one = self.users[turn];
            let need = net.needs[one];
            let fits = |slot: &[u64; W]| {
                (0..W).all(|word| slot[word].wrapping_sub(need[word]) & net.guards[word] == net.guards[word])
            };
            let length = net.durations[one] as i32;
            loop {
                let (from, until) = (trail.from(one), trail.until(one));
                let window = &self.free[from as usize..(from + length).min(until).max(from) as usize];
                let Some(full) = window.iter().rposition(|slot| !fits(slot)) else { break };
                let slot = from + full as i32;
                let mark = trail.mark();
                self.explain(net, trail, slot, Some(one));
                trail.cause(Bound::from(one, slot + 1 - length));
                trail.raise_since(Bound::from(one, slot + 1), mark)?;
            }
            loop {
                let (from, until) = (trail.from(one), trail.until(one));
                let first = until.max(from + length).min(until + length);
                let window = &self.free[first as usize..(until + length) as usize];
                let Some(full) = window.iter().position(|slot| !fits(slot)) else { break };
                let slot = first + full as i32;
                let mark = trail.mark();
                self.explain(net, trail, slot, Some(one));
                trail.cause(Bound::until(one, slot));
                trail.raise_since(Bound::until(one, slot - length), mark)?;
            }
        }
        Ok(())
    }

    /// The profile of the parts that every start left covers.
    fn fill(&mut self, net: &Net<W>, trail: &mut Trail) -> Result<(), Clash> {
        self.free.fill(net.full);
        for turn in 0..self.users.len() {
            let one = self.users[turn];
            let (until, end) = (trail.until(one), trail.from(one) + net.durations[one] as i32);
            for slot in until..end {
                let free = &mut self.free[slot as usize];
                let lanes = free.iter_mut().zip(&net.needs[one]).zip(&net.guards);
                let over = lanes.fold(0, |over, ((free, &need), &guard)| {
                    *free = free.wrapping_sub(need);
                    over | (!*free & guard)
                });
                if over != 0 {
                    let mark = trail.mark();
                    self.explain(net, trail, slot, None);
                    return Err(trail.clash_since(mark));
                }
            }
        }
        Ok(())
    }

    /// Notes why a slot has no room, for the activity if one is given: enough of those who hold it.
    fn explain(&self, net: &Net<W>, trail: &mut Trail, slot: i32, wanted: Option<usize>) {
        let covers = |trail: &Trail, one: usize| {
            Some(one) != wanted
                && trail.until(one) <= slot
                && slot < trail.from(one) + net.durations[one] as i32
        };
        for (resource, &capacity) in net.capacities.iter().enumerate() {
            let units = |one: usize| u64::from(net.units[one][resource]);
            let (wants, capacity) = (wanted.map_or(0, units), u64::from(capacity));
            if wanted.is_some() && wants == 0 {
                continue;
            }
            let held = self.users.iter().filter(|&&one| covers(trail, one));
            let held: u64 = held.map(|&one| units(one)).sum();
            if held + wants <= capacity {
                continue;
            }
            let mut spare = held + wants - capacity - 1;
            for &one in &self.users {
                if units(one) == 0 || !covers(trail, one) {
                    continue;
                }
                if units(one) <= spare {
                    spare -= units(one);
                    continue;
                }
                trail.cause(Bound::from(one, slot + 1 - net.durations[one] as i32));
                trail.cause(Bound::until(one, slot));
            }
            return;
        }
    }
}

/// If `one`, which cannot run beside `other`, cannot end before it starts, it comes after it.
#[inline]
fn precede<const W: usize>(net: &Net<W>, trail: &mut Trail, one: usize, other: usize) -> Result<(), Clash> {
    let (length, first) = (net.durations[one] as i32, net.durations[other] as i32);
    let until = trail.until(other);
    if trail.from(one) + length <= until {
        return Ok(());
    }
    let late = Bound::from(one, until - length + 1);
    let from = trail.from(other);
    if trail.from(one) < from + first {
        let mark = trail.mark();
        trail.cause(late);
        trail.cause(Bound::until(other, until));
        trail.cause(Bound::from(other, from));
        trail.raise(Bound::from(one, from + first), Reason::Shifted { first: mark, after: trail.mark() })?;
    }
    let last = trail.until(one);
    if until > last - first {
        let from = trail.from(one);
        let mark = trail.mark();
        trail.cause(Bound::from(one, from));
        trail.cause(Bound::until(other, from + length - 1));
        trail.cause(Bound::until(one, last));
        trail
            .raise(Bound::until(other, last - first), Reason::Shifted { first: mark, after: trail.mark() })?;
    }
    Ok(())
}

/// Whether one activity comes before another, directly or not.
fn ordered<const W: usize>(net: &Net<W>) -> Vec<Vec<bool>> {
    let mut after = vec![vec![false; net.len()]; net.len()];
    for one in (0..net.len()).rev() {
        for &next in net.before(Way::Backwards).of(one) {
            after[one][next as usize] = true;
            let (low, high) = after.split_at_mut(one + 1);
            let further = &high[next as usize - one - 1];
            low[one].iter_mut().zip(further).for_each(|(mine, &theirs)| *mine |= theirs);
        }
    }
    after
}
