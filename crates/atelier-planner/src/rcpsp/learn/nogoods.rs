//! What was learnt: bounds of which one at least holds in every shorter schedule.

use super::trail::{Bound, Clash, Reason, Trail};

/// A clause to be looked at when the side it is filed under reaches `from`.
#[derive(Clone, Copy, Debug)]
struct Watch {
    from: i32,
    clause: u32,
    /// A bound of the clause: nothing to do while it holds.
    relief: Bound,
}

#[derive(Clone, Copy, Debug)]
struct Clause {
    first: u32,
    after: u32,
    /// Distinct levels when it was learnt: the fewer, the more useful.
    levels: u32,
}

#[derive(Debug, Default)]
pub(super) struct Nogoods {
    bounds: Vec<Bound>,
    clauses: Vec<Clause>,
    watches: Vec<Vec<Watch>>,
}

impl Nogoods {
    pub(super) fn new(sides: usize) -> Self {
        Self { watches: vec![Vec::new(); sides], ..Self::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.clauses.len()
    }

    /// One of the `bounds` holds; there are at least two, on different sides, of which the first two are the last
    /// to be denied.
    pub(super) fn add(&mut self, bounds: &[Bound], levels: u32) -> u32 {
        let (clause, first) = (self.clauses.len() as u32, self.bounds.len() as u32);
        self.bounds.extend_from_slice(bounds);
        self.clauses.push(Clause { first, after: self.bounds.len() as u32, levels });
        for (place, relief) in [(0, 1), (1, 0)] {
            self.watch(bounds[place], clause, bounds[relief]);
        }
        clause
    }

    fn watch(&mut self, bound: Bound, clause: u32, relief: Bound) {
        let denial = bound.not();
        self.watches[denial.side as usize].push(Watch { from: denial.value, clause, relief });
    }

    /// The bounds that, all denied, make the first one hold.
    pub(super) fn others(&self, clause: u32) -> &[Bound] {
        let Clause { first, after, .. } = self.clauses[clause as usize];
        &self.bounds[first as usize + 1..after as usize]
    }

    /// What follows from the value a side has reached.
    pub(super) fn follow(&mut self, trail: &mut Trail, side: u32) -> Result<(), Clash> {
        let mut list = std::mem::take(&mut self.watches[side as usize]);
        let (mut read, mut kept) = (0, 0);
        let mut outcome = Ok(());
        while let Some(&watch) = list.get(read) {
            read += 1;
            if outcome.is_ok() && watch.from <= trail.least(side) && !trail.holds(watch.relief) {
                match self.look(trail, Bound { side, value: watch.from }.not(), watch.clause) {
                    Looked::Moved => continue,
                    Looked::Kept(relief) => list[kept] = Watch { relief, ..watch },
                    Looked::Clash => {
                        list[kept] = watch;
                        outcome = Err(Clash);
                    }
                }
            } else {
                list[kept] = watch;
            }
            kept += 1;
        }
        list.truncate(kept);
        self.watches[side as usize] = list;
        outcome
    }

    /// Looks at a clause of which a watched bound is denied.
    fn look(&mut self, trail: &mut Trail, denied: Bound, clause: u32) -> Looked {
        let Clause { first, after, .. } = self.clauses[clause as usize];
        let bounds = &mut self.bounds[first as usize..after as usize];
        if bounds[0] == denied {
            bounds.swap(0, 1);
        }
        let head = bounds[0];
        if trail.holds(head) {
            return Looked::Kept(head);
        }
        if let Some(place) = (2..bounds.len()).find(|&place| !trail.holds(bounds[place].not())) {
            bounds.swap(1, place);
            let moved = bounds[1];
            self.watch(moved, clause, head);
            return Looked::Moved;
        }
        if trail.holds(head.not()) {
            trail.clash.clear();
            trail.clash.extend(bounds.iter().map(|bound| bound.not()));
            return Looked::Clash;
        }
        // Cannot clash: the contrary does not hold.
        let _ = trail.raise(head, Reason::Nogood(clause));
        Looked::Kept(head)
    }

    /// Forgets the less useful half, while nothing is supposed.
    pub(super) fn forget_half(&mut self) {
        let mut order: Vec<usize> = (0..self.clauses.len()).collect();
        order.sort_by_key(|&one| (self.clauses[one].levels, std::cmp::Reverse(one)));
        order.truncate(self.clauses.len() / 2);
        order.sort_unstable();
        let mut kept = Self::new(self.watches.len());
        for one in order {
            let Clause { first, after, levels } = self.clauses[one];
            kept.add(&self.bounds[first as usize..after as usize], levels);
        }
        *self = kept;
    }
}

enum Looked {
    Moved,
    Kept(Bound),
    Clash,
}
