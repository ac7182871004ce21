//! The search of one region.

use super::guide::Guide;
use super::region::Regions;
use super::ruin::Ruin;
use crate::board::{Board, Seat};
use crate::model::{Model, Slot};
use crate::random::Random;
use crate::solve::{Progress, Watch};

/// Rounds between two looks at the clock of the caller.
const LOOK: u64 = 64;
/// Rounds between two counts of what is late or out.
const COUNT: u64 = 256;
/// Tasks taken out in a round, about, at most.
pub(super) const MOST: usize = 30;

/// What a visit of a region changed.
pub(super) struct Outcome {
    /// Tasks that moved, and where they stand now.
    pub moved: Vec<(u32, Seat)>,
    /// Rounds done.
    pub rounds: u64,
}

/// A region under search.
pub(super) struct Search<'a, 'm> {
    pub board: &'a mut Board<'m>,
    pub model: &'m Model,
    pub guide: &'a Guide,
    regions: &'a Regions,
    region: u16,
    pub span: (Slot, Slot),
    pub random: Random,
    /// Tasks that may move.
    pub tasks: Vec<u32>,
    /// Tasks of the region later than they could be, and tasks left out, as last counted.
    pub late: Vec<u32>,
    pub out: Vec<u32>,
    /// Tasks of this round, each once; `waiting` tells them apart from the others.
    pub chosen: Vec<u32>,
    pub waiting: Vec<bool>,
    /// Order of this round.
    pub queue: Vec<(i64, u32)>,
}

impl<'a, 'm> Search<'a, 'm> {
    pub fn new(
        board: &'a mut Board<'m>,
        guide: &'a Guide,
        regions: &'a Regions,
        region: usize,
        seed: u64,
    ) -> Self {
        let model = board.model();
        let mine = |&task: &u32| regions.of[task as usize] == region as u16;
        Self {
            model,
            guide,
            regions,
            region: region as u16,
            span: regions.spans[region],
            random: Random::new(seed),
            tasks: (0..model.len()).filter(mine).collect(),
            late: Vec::new(),
            out: Vec::new(),
            chosen: Vec::new(),
            waiting: vec![false; model.tasks.len()],
            queue: Vec::new(),
            board,
        }
    }

    /// Searches for `rounds` rounds and leaves the best plan met.
    pub fn run(mut self, rounds: u64, watch: &dyn Watch) -> Outcome {
        if self.tasks.is_empty() {
            return Outcome { moved: Vec::new(), rounds: 0 };
        }
        let before: Vec<Seat> = self.tasks.iter().map(|&task| self.board.seat(task)).collect();
        self.board.record(true);
        let mut best = self.cost();
        let mut done = 0;
        while done < rounds {
            if done % COUNT == 0 {
                self.count();
            }
            if done % LOOK == LOOK - 1 && !watch.go_on(&self.progress(done)) {
                break;
            }
            self.round();
            done += 1;
            if self.cost() < best {
                best = self.cost();
                self.board.record(true);
            }
        }
        self.board.undo_to(0);
        self.board.record(false);
        let after = |(&task, &was): (&u32, &Seat)| {
            (self.board.seat(task) != was).then(|| (task, self.board.seat(task)))
        };
        Outcome { moved: self.tasks.iter().zip(&before).filter_map(after).collect(), rounds: done }
    }

    fn progress(&self, done: u64) -> Progress {
        let tasks = self.model.tasks.len();
        Progress { settled: tasks, tasks, rounds: done, price: None, bound: None }
    }

    pub fn cost(&self) -> i64 {
        self.board.objective().total
    }

    /// One ruin, one recreate; undone when the plan gets worse by more than a random small amount.
    fn round(&mut self) {
        let kind = Ruin::draw(&mut self.random);
        self.choose(kind);
        if self.chosen.is_empty() {
            return;
        }
        self.line_up();
        let draw = self.random.unit();
        let small = self.guide.small * draw * draw * 3.0;
        let limit = self.cost() + small as i64;
        let mark = self.board.mark();
        for i in 0..self.chosen.len() {
            self.take_out(self.chosen[i]);
        }
        let kept = self.recreate(limit);
        if !kept {
            self.board.undo_to(mark);
        }
        for &task in &self.chosen {
            self.waiting[task as usize] = false;
        }
    }

    pub fn take_out(&mut self, task: u32) {
        if self.board.seat(task).placed() {
            self.board.take(task);
        }
    }

    /// Adds a task to those of this round, if it may move and is not among them.
    pub fn pick(&mut self, task: u32) -> bool {
        let i = task as usize;
        if self.waiting[i] || self.regions.of[i] != self.region {
            return false;
        }
        self.waiting[i] = true;
        self.chosen.push(task);
        true
    }

    /// Lists what is late without need, and what is left out.
    fn count(&mut self) {
        self.late.clear();
        self.out.clear();
        for &task in &self.tasks {
            let seat = self.board.seat(task);
            let record = &self.model.tasks[task as usize];
            if !seat.placed() {
                self.out.push(task);
            } else if record.lateness(seat.end) > record.lateness(self.guide.forward.end(task)) {
                self.late.push(task);
            }
        }
    }
}
