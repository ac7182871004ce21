//! Cuts the time axis into regions that can be searched apart.

use super::guide::Guide;
use super::seed_of;
use crate::board::Board;
use crate::model::{Model, NONE, Slot};
use crate::random::Random;

/// No region: the task stays where it is.
pub(super) const FIXED: u16 = u16::MAX;

/// Tasks of a region, at least, for a cut to be worth it.
const LEAST: usize = 1500;

/// Most regions of a cut.
const MOST: usize = 16;

/// Spans of time, and the tasks that may move within each.
///
/// Tasks bound together, by a case or by a link, move only when all of them stand in one span:
/// what happens in a region then changes nothing in another.
pub(super) struct Regions {
    /// First slot and first slot after, each a midnight or an end of the plan.
    pub spans: Vec<(Slot, Slot)>,
    /// Region of each task, or [`FIXED`].
    pub of: Box<[u16]>,
}

impl Regions {
    /// Cuts so that each region has about the same work; `visit` moves the cuts.
    pub fn cut(board: &Board, guide: &Guide, seed: u64, visit: u64) -> Self {
        let model = board.model();
        let mut random = Random::new(seed_of(seed, visit, u64::MAX));
        // One visit in three sees the whole plan, so that nothing stays fixed for ever.
        let wished = if visit % 3 == 2 { 1 } else { (model.tasks.len() / LEAST).min(MOST) };
        let apart = model.rich.is_empty() && model.pressure.is_none();
        let spans = if apart { spans(board, wished, &mut random) } else { vec![(0, model.horizon)] };
        let regions = Self { of: share(board, guide, &spans), spans };
        let free = regions.of.iter().filter(|&&region| region != FIXED).count();
        if regions.len() == 1 || free * 2 > model.tasks.len() {
            return regions;
        }
        let whole = vec![(0, model.horizon)];
        Self { of: share(board, guide, &whole), spans: whole }
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Is there nothing to move?
    pub fn is_empty(&self) -> bool {
        self.of.iter().all(|&region| region == FIXED)
    }
}

/// Cuts at midnights near equal shares of the starts, shifted by a random part of a share.
fn spans(board: &Board, wished: usize, random: &mut Random) -> Vec<(Slot, Slot)> {
    let model = board.model();
    let mut starts: Vec<Slot> = (0..model.len())
        .map(|task| board.seat(task))
        .filter(|seat| seat.placed())
        .map(|seat| seat.start)
        .collect();
    starts.sort_unstable();
    let mut cuts = vec![0];
    let shift = random.unit() - 0.5;
    for i in 1..wished {
        let at = (i as f64 + shift) / wished as f64 * starts.len() as f64;
        let slot =
            starts.get(at as usize).map_or(0, |start| start / model.slots_per_day * model.slots_per_day);
        if cuts.last().is_some_and(|&last| last < slot) {
            cuts.push(slot);
        }
    }
    cuts.push(model.horizon);
    cuts.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Region of each task: the one that holds everything bound to it.
fn share(board: &Board, guide: &Guide, spans: &[(Slot, Slot)]) -> Box<[u16]> {
    let model = board.model();
    let bundles = bundles(model);
    let mut region = vec![None; model.tasks.len()];
    for task in 0..model.len() {
        let seat = board.seat(task);
        if !seat.placed() || model.tasks[task as usize].pinned() {
            continue;
        }
        let found = spans.iter().position(|span| span.0 <= seat.start && seat.end <= span.1);
        let found = found.map_or(FIXED, |found| found as u16);
        let known = &mut region[bundles[task as usize] as usize];
        *known = Some(known.map_or(found, |known| if known == found { known } else { FIXED }));
    }
    (0..model.len())
        .map(|task| {
            if model.tasks[task as usize].pinned() || !guide.forward.possible(task) {
                return FIXED;
            }
            let start = guide.forward.start(task);
            let asked = || spans.iter().position(|span| span.0 <= start && start < span.1);
            let bundle = &mut region[bundles[task as usize] as usize];
            *bundle.get_or_insert_with(|| asked().map_or(FIXED, |asked| asked as u16))
        })
        .collect()
}

/// First task of the bundle of each task: same case, or linked.
fn bundles(model: &Model) -> Vec<u32> {
    let mut head: Vec<u32> = (0..model.len()).collect();
    for task in 0..model.len() {
        let record = &model.tasks[task as usize];
        let first = if record.case == NONE { None } else { model.cases.of(record.case).first().copied() };
        for other in model.before.of(task).iter().map(|link| link.task).chain(first) {
            let (a, b) = (find(&mut head, task), find(&mut head, other));
            head[a.max(b) as usize] = a.min(b);
        }
    }
    (0..model.len()).map(|task| find(&mut head, task)).collect()
}

fn find(head: &mut [u32], mut task: u32) -> u32 {
    while head[task as usize] != task {
        head[task as usize] = head[head[task as usize] as usize];
        task = head[task as usize];
    }
    task
}
