//! A single-mode project in dense form: what the engine walks a hundred thousand times a second.

use super::project::{Mode, Project};

/// Direction of time. Everything the engine does forwards it does backwards on the turned network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Forwards,
    Backwards,
}

/// Lists of activities, one per activity, end to end.
#[derive(Clone, Debug)]
pub(super) struct Arcs {
    first: Vec<u32>,
    ends: Vec<u32>,
}

impl Arcs {
    fn new(lists: &[Vec<u32>]) -> Self {
        let mut arcs = Self { first: vec![0], ends: Vec::new() };
        for list in lists {
            arcs.ends.extend_from_slice(list);
            arcs.first.push(arcs.ends.len() as u32);
        }
        arcs
    }

    #[inline]
    pub(super) fn of(&self, one: usize) -> &[u32] {
        &self.ends[self.first[one] as usize..self.first[one + 1] as usize]
    }
}

/// Activities renumbered so that predecessors come first. Needs are packed in lanes of `W` words:
/// four lanes of 16 bits a word, or two of 32 when a capacity asks for it; the top bit of each lane
/// is its guard, so one subtraction and one mask test compare every lane at once.
#[derive(Clone, Debug)]
pub(super) struct Net<const W: usize> {
    pub(super) durations: Vec<u32>,
    pub(super) needs: Vec<[u64; W]>,
    /// All capacities, guards set.
    pub(super) full: [u64; W],
    pub(super) guards: [u64; W],
    /// Renewable needs and capacities, unpacked.
    pub(super) units: Vec<Vec<u32>>,
    pub(super) capacities: Vec<u32>,
    /// Position in the project of each activity.
    pub(super) names: Vec<usize>,
    /// Sum of durations: nothing ends later.
    pub(super) horizon: u32,
    before: Arcs,
    after: Arcs,
}

/// Largest capacity of a lane of 16 bits.
const NARROW: u32 = 0x7FFF;

/// Words a project needs.
pub(super) fn words(project: &Project) -> usize {
    let resources = project.resources.iter().filter(|one| one.renewable).count();
    resources.div_ceil(lanes_per_word(project)).max(1)
}

pub(super) fn lanes_per_word(project: &Project) -> usize {
    let widest = project.resources.iter().filter(|one| one.renewable).map(|one| one.capacity).max();
    if widest.unwrap_or(0) <= NARROW { 4 } else { 2 }
}

impl<const W: usize> Net<W> {
    /// The project with the given mode for each activity. `W` at least [`words`].
    pub(super) fn new(project: &Project, modes: &[usize]) -> Self {
        let names = project.topological_order();
        let mut rank = vec![0_u32; names.len()];
        for (place, &name) in names.iter().enumerate() {
            rank[name] = place as u32;
        }
        let renewable: Vec<usize> =
            (0..project.resources.len()).filter(|&one| project.resources[one].renewable).collect();
        let capacities: Vec<u32> = renewable.iter().map(|&one| project.resources[one].capacity).collect();
        let mode = |name: usize| -> &Mode { &project.activities[name].modes[modes[name]] };
        let units: Vec<Vec<u32>> =
            names.iter().map(|&name| renewable.iter().map(|&one| mode(name).needs[one]).collect()).collect();
        let lanes = lanes_per_word(project);
        let guards = pack::<W>(lanes, &vec![1 << (64 / lanes - 1); W * lanes]);
        let packed: [u64; W] = pack(lanes, &widened(&capacities));
        let full = std::array::from_fn(|word| packed[word] | guards[word]);
        let durations: Vec<u32> = names.iter().map(|&name| mode(name).duration).collect();
        let (before, after) = arcs(project, &names, &rank);
        Self {
            needs: units.iter().map(|needs| pack(lanes, &widened(needs))).collect(),
            horizon: durations.iter().sum(),
            durations,
            full,
            guards,
            units,
            capacities,
            names,
            before,
            after,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.durations.len()
    }

    /// Values of the activities put back in the order of the project.
    pub(super) fn named<T: Copy + Default>(&self, values: &[T]) -> Vec<T> {
        let mut named = vec![T::default(); values.len()];
        for (&name, &value) in self.names.iter().zip(values) {
            named[name] = value;
        }
        named
    }

    /// What must be placed before an activity, going that way.
    #[inline]
    pub(super) fn before(&self, way: Way) -> &Arcs {
        match way {
            Way::Forwards => &self.before,
            Way::Backwards => &self.after,
        }
    }

    /// Earliest start of each activity going that way, resources left aside.
    pub(super) fn heads(&self, way: Way) -> Vec<u32> {
        let mut heads = vec![0; self.len()];
        let place = |turn: usize| match way {
            Way::Forwards => turn,
            Way::Backwards => self.len() - 1 - turn,
        };
        for one in (0..self.len()).map(place) {
            for &other in self.before(way).of(one) {
                heads[one] = heads[one].max(heads[other as usize] + self.durations[other as usize]);
            }
        }
        heads
    }
}

pub(super) fn widened(units: &[u32]) -> Vec<u64> {
    units.iter().map(|&one| u64::from(one)).collect()
}

pub(super) fn pack<const W: usize>(lanes: usize, units: &[u64]) -> [u64; W] {
    let mut words = [0; W];
    for (lane, unit) in units.iter().enumerate() {
        words[lane / lanes] |= unit << (lane % lanes * (64 / lanes));
    }
    words
}

fn arcs(project: &Project, names: &[usize], rank: &[u32]) -> (Arcs, Arcs) {
    let mut before = vec![Vec::new(); names.len()];
    let mut after = vec![Vec::new(); names.len()];
    for (place, &name) in names.iter().enumerate() {
        for &next in &project.activities[name].successors {
            after[place].push(rank[next]);
            before[rank[next] as usize].push(place as u32);
        }
    }
    for list in before.iter_mut().chain(&mut after) {
        list.sort_unstable();
        list.dedup();
    }
    (Arcs::new(&before), Arcs::new(&after))
}
