//! The desk: a plan in force, the terms of changing it, proposals.

use std::collections::{HashSet, VecDeque};

use super::change::{Change, Later, Moved, Told};
use super::event::{Notice, Refusal};
use super::slots::Reach;
use super::trace::Trace;
use super::work::Work;
use crate::board::{Board, Objective, Seat, State, each_person};
use crate::model::{Model, NONE, PINNED, Pin, Slot, Task};

/// Tasks that lost by an event and that each event looks at again.
pub(super) const AGAIN: usize = 8;
/// Tasks that lost by an event and are remembered, at most.
const WAITING: usize = 1024;

/// On which terms a plan in force is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Slots after a notice in which nothing moves unless it must, and nothing is newly put.
    pub fence: Slot,
    /// Slots before its date from which the price of moving a task rises.
    pub near: Slot,
    /// How many times the price of a move is added when the date has come; in between in proportion.
    pub rise: u32,
    /// A start that shifts by no more than this many slots has not moved.
    pub tolerance: Slot,
    /// Cost of an insertion above which others may be asked to make room.
    pub worth: u32,
    /// How many ways of making room are tried for one task.
    pub trials: u32,
    /// And for one event in all.
    pub budget: u32,
    /// Nothing more moves by choice once so many per cent of the tasks affected have moved.
    pub moves_pct: u32,
}

impl Terms {
    /// For a day of so many slots: no fence, the price of a move rises fourfold over ten days.
    pub fn daily(slots_per_day: u32) -> Self {
        Self {
            fence: 0,
            near: 10 * slots_per_day,
            rise: 4,
            tolerance: 1,
            worth: 20,
            trials: 24,
            budget: 256,
            moves_pct: 150,
        }
    }

    /// Price of moving a task whose date is `ahead` slots away, `base` when it is far.
    pub fn price(&self, base: u32, ahead: Slot) -> i64 {
        let base = i64::from(base);
        if self.near == 0 {
            return base;
        }
        let near = i64::from(self.near.saturating_sub(ahead));
        base + base * i64::from(self.rise) * near / i64::from(self.near)
    }
}

/// A place of the plan to be put in force that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misplaced {
    /// No task of that number.
    #[error("there is no task {0}")]
    UnknownTask(u32),
    /// A person who is no candidate, or nobody where somebody is needed.
    #[error("task {task} cannot be done by person {person}")]
    NotACandidate {
        /// The task.
        task: u32,
        /// The person.
        person: u32,
    },
    /// Before its release, outside its window or after the end of the plan.
    #[error("task {0} stands outside its dates")]
    Dates(u32),
    /// Against a predecessor: absent, or too near, or too far.
    #[error("task {0} does not keep the wait after a predecessor, or lacks it")]
    Predecessor(u32),
    /// Time that is not worked, taken by another task, or of another length than the task takes.
    #[error("task {0} stands in time that is taken or not worked, or takes another time than it needs")]
    Time(u32),
}

/// A change of the model that can be undone.
pub(super) enum Edit {
    Task(u32, Task),
    Hours(u32, u32),
    Case,
    Rich,
    Confirmed(u32),
    Promised(u32),
}

/// A plan in force.
pub struct Desk {
    pub(super) model: Model,
    pub(super) state: State,
    pub(super) trace: Trace,
    pub(super) edits: Vec<Edit>,
    pub(super) terms: Terms,
    pub(super) confirmed: HashSet<u32>,
    pub(super) reach: Reach,
    /// Tasks that an event has made late or left without a place: looked at again when others come.
    pub(super) waiting: VecDeque<u32>,
}

impl Desk {
    /// Puts a plan in force: the place of each task, [`Seat::EMPTY`] for those left out.
    ///
    /// # Errors
    /// Every place that breaks a rule, by task in an order where predecessors come first.
    pub fn new(model: Model, seats: &[Seat], terms: Terms) -> Result<Self, Vec<Misplaced>> {
        let mut board = Board::new(&model);
        let mut faults: Vec<Misplaced> =
            (model.len()..seats.len() as u32).map(Misplaced::UnknownTask).collect();
        for at in 0..model.len() {
            let task = model.in_order(at);
            let seat = seats.get(task as usize).copied().unwrap_or(Seat::EMPTY);
            if !seat.placed() || board.seat(task).placed() {
                continue;
            }
            match misplaced(&board, task, seat) {
                Some(fault) => faults.push(fault),
                None => board.put_back(task, seat),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        board.index_days();
        let state = board.detach();
        let mut trace = Trace::default();
        trace.fit(model.tasks.len());
        let reach = Reach::new(&model);
        Ok(Self {
            model,
            state,
            trace,
            edits: Vec::new(),
            terms,
            confirmed: HashSet::new(),
            reach,
            waiting: VecDeque::new(),
        })
    }

    /// The problem as it is after the events accepted so far.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Where `task` stands.
    pub fn seat(&self, task: u32) -> Seat {
        self.state.seat(task)
    }

    /// What the plan costs, moves not counted.
    pub fn objective(&self) -> Objective {
        self.state.objective()
    }

    /// The same, counted anew from the places alone: a check that costs a pass over the plan.
    pub fn recount(&self) -> Objective {
        Board::attach(&self.model, self.state.clone()).recount()
    }

    /// On which terms it is changed.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The date of `task` is promised: it moves no more.
    pub fn confirm(&mut self, task: u32) {
        self.confirmed.insert(task);
    }

    /// Adds candidates for new cases; gives their position.
    pub fn add_pool(&mut self, people: Vec<u32>) -> u32 {
        self.model.add_pool(people)
    }

    /// Works out what an event does; nothing is decided until the proposal is accepted.
    ///
    /// # Errors
    /// [`Refusal`] when the event is about the past or about nothing known; the plan is as before.
    pub fn propose(&mut self, notice: &Notice) -> Result<Proposal<'_>, Refusal> {
        let before = self.objective();
        if let Err(refusal) = self.apply(notice) {
            self.restore();
            return Err(refusal);
        }
        let change = self.told(before);
        Ok(Proposal { desk: self, change, open: true })
    }

    /// The problem with all that starts before `from` pinned where it stands: what a plan from
    /// scratch may still decide.
    pub fn rest(&self, from: Slot) -> Model {
        let mut model = self.model.clone();
        model.pinned.clear();
        for task in 0..model.len() {
            let seat = self.seat(task);
            let record = &mut model.tasks[task as usize];
            record.flags &= !PINNED;
            if seat.placed() && seat.start < from {
                record.flags |= PINNED;
                each_person(&self.model, task, seat, |person| {
                    model.pinned.push((task, Pin { start: seat.start, end: seat.end, person }));
                });
                if seat.person == NONE {
                    model.pinned.push((task, Pin { start: seat.start, end: seat.end, person: NONE }));
                }
            } else {
                record.release = record.release.max(from);
            }
        }
        model
    }

    /// What lost by the event waits for better; what was looked at goes to the end of the queue.
    fn wait_for_room(&mut self, change: &Change) {
        let looked_at = AGAIN.min(self.waiting.len());
        self.waiting.rotate_left(looked_at);
        let lost = change.unplaced.iter().map(|told| told.task);
        let lost: Vec<u32> = lost.chain(change.late.iter().map(|later| later.task)).collect();
        self.waiting.extend(lost);
        let (state, model, mut known) = (&self.state, &self.model, HashSet::new());
        self.waiting.retain(|&task| {
            let seat = state.seat(task);
            let lags = !seat.placed() || seat.end > model.tasks[task as usize].due;
            lags && !model.gone(task) && known.insert(task)
        });
        self.waiting.truncate(WAITING);
    }

    /// Lends the board for a piece of work.
    pub(super) fn work<R>(&mut self, at: Slot, act: impl FnOnce(&mut Work) -> R) -> R {
        let mut board = Board::attach(&self.model, std::mem::replace(&mut self.state, State::nothing()));
        board.record(true);
        let mut work = Work {
            board,
            trace: &mut self.trace,
            terms: &self.terms,
            confirmed: &self.confirmed,
            at,
            floor: at.saturating_add(self.terms.fence),
            brief: false,
            budget: self.terms.budget,
            pending: Vec::new(),
            deferred: Vec::new(),
        };
        let done = act(&mut work);
        work.board.record(false);
        self.state = work.board.detach();
        done
    }

    /// Replaces a task that is not placed.
    pub(super) fn amend(&mut self, task: u32, after: Task) {
        let before = std::mem::replace(&mut self.model.tasks[task as usize], after);
        self.state.amend(&before, &after);
        self.edits.push(Edit::Task(task, before));
    }

    /// Puts everything back as it was before the proposal.
    fn restore(&mut self) {
        let origins = self.trace.origins().to_vec();
        self.raw(|board| {
            for &(task, _) in &origins {
                if board.seat(task).placed() {
                    board.lift(task);
                }
            }
        });
        while let Some(edit) = self.edits.pop() {
            self.undo(&edit);
        }
        self.raw(|board| {
            for &(task, seat) in origins.iter().filter(|origin| origin.1.placed()) {
                board.put_back(task, seat);
            }
        });
        self.trace.clear();
        self.trace.fit(self.model.tasks.len());
    }

    fn undo(&mut self, edit: &Edit) {
        match *edit {
            Edit::Task(task, before) => {
                let after = std::mem::replace(&mut self.model.tasks[task as usize], before);
                self.state.amend(&after, &before);
            }
            Edit::Hours(person, calendar) => {
                self.model.present(person, calendar);
                self.state.rehour(&self.model, person);
            }
            Edit::Case => {
                let last = self.model.cases.lists() - 1;
                let first = self.model.len() - self.model.cases.of(last).len() as u32;
                self.state.shrink(&self.model, first);
                self.model.unappend();
            }
            Edit::Confirmed(task) => {
                self.confirmed.insert(task);
            }
            Edit::Promised(task) => {
                self.confirmed.remove(&task);
            }
            Edit::Rich => {
                self.model.rich.pop();
            }
        }
    }

    fn raw(&mut self, act: impl FnOnce(&mut Board)) {
        let mut board = Board::attach(&self.model, std::mem::replace(&mut self.state, State::nothing()));
        act(&mut board);
        self.state = board.detach();
    }

    /// The difference between the plan before and now.
    fn told(&self, before: Objective) -> Change {
        let mut change = Change { before, after: self.objective(), ..Change::default() };
        let mut origins = self.trace.origins().to_vec();
        origins.sort_unstable_by_key(|origin| origin.0);
        let first_new = self.model.len() - self.trace.new as u32;
        for (task, was) in origins {
            let (seat, why) = (self.seat(task), self.trace.why(task));
            match (was.placed(), seat.placed()) {
                (true, true) if was != seat => {
                    change.moved.push(Moved { task, before: was, after: seat, why });
                }
                (true, false) if self.model.gone(task) => change.freed.push(Told { task, seat: was, why }),
                (false, true) => change.placed.push(Told { task, seat, why }),
                (_, false) if !self.model.gone(task) && (was.placed() || task >= first_new) => {
                    change.unplaced.push(Told { task, seat: was, why: self.trace.why_out(task) });
                }
                _ => {}
            }
            let (late_before, late_now) = (self.late(task, was), self.late(task, seat));
            if late_now > late_before {
                change.late.push(Later { task, before: late_before, after: late_now, why });
            }
        }
        change.hit.clone_from(&self.trace.hit);
        change.affected.clone_from(&self.trace.affected);
        for list in [&mut change.hit, &mut change.affected] {
            list.sort_unstable();
            list.dedup();
        }
        change
    }

    fn late(&self, task: u32, seat: Seat) -> Slot {
        if seat.placed() { seat.end.saturating_sub(self.model.tasks[task as usize].due) } else { 0 }
    }
}

/// What is wrong with having `task` at `seat`, if anything is. Of a task with ways of its own, only its
/// dates, its waits and the free time of its people are looked at.
fn misplaced(board: &Board, task: u32, seat: Seat) -> Option<Misplaced> {
    let model = board.model();
    let record = &model.tasks[task as usize];
    let open = if record.rich == NONE {
        board.can_take(task, seat.person, seat.start, seat.end)
    } else {
        board.all_free(task, seat)
    };
    let able =
        if record.pool == NONE { seat.person == NONE } else { model.pool(task).contains(&seat.person) };
    if !able && record.rich == NONE {
        return Some(Misplaced::NotACandidate { task, person: seat.person });
    }
    let dates = seat.start >= record.release.max(record.from) && seat.end <= record.until.min(model.horizon);
    if !dates || seat.start >= seat.end {
        return Some(Misplaced::Dates(task));
    }
    let kept = board.bounds_behind(task).is_some_and(|window| {
        window.from <= seat.start && seat.start <= window.latest_start && seat.end <= window.latest_end
    });
    match (kept, open) {
        (true, true) => None,
        (true, false) => Some(Misplaced::Time(task)),
        (false, _) => Some(Misplaced::Predecessor(task)),
    }
}

/// What an event would do, to be accepted or dropped; dropping is what happens when nothing is said.
pub struct Proposal<'d> {
    desk: &'d mut Desk,
    change: Change,
    open: bool,
}

impl Proposal<'_> {
    /// The difference it makes.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// Where `task` would stand.
    pub fn seat(&self, task: u32) -> Seat {
        self.desk.seat(task)
    }

    /// Puts it in force.
    pub fn accept(mut self) -> Change {
        self.open = false;
        let change = std::mem::take(&mut self.change);
        self.desk.edits.clear();
        self.desk.trace.clear();
        self.desk.wait_for_room(&change);
        change
    }

    /// Leaves the plan as it was.
    pub fn drop(self) {}
}

impl Drop for Proposal<'_> {
    fn drop(&mut self) {
        if self.open {
            self.desk.restore();
        }
    }
}
