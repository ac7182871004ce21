//! The bookings of a plan as they stood when a task was settled.

use super::attempt::Attempt;
use super::dear;
use super::diary::Diary;
use super::ready::Ready;
use super::shared::{Shelf, Solicited};
use super::stretches;
use super::told::{Cause, Obstacle, Placed, Refused, Settled, What};
use crate::seats::impossible;
use crate::{Need, Placement, Plan, Problem, ResourceId, Span, Task, TaskId};
use std::collections::HashMap;

/// What is booked so far: a diary per resource, what is shared, and the dates already known.
///
/// Of a plan made task by task, a task is told what had been booked before it. Of one improved
/// afterwards, it is told all the rest of the plan.
pub(super) struct Desk<'a> {
    pub(super) problem: &'a Problem,
    plan: &'a Plan,
    pub(super) diaries: Vec<Diary<'a>>,
    pub(super) shelves: Vec<Shelf>,
    pub(super) contacts: HashMap<u32, Solicited>,
    pub(super) spans: Vec<Option<Span>>,
    /// Tasks that follow each task by a link with a maximum wait.
    pub(super) bound: HashMap<TaskId, Vec<TaskId>>,
    /// Whose diary is kept; `None`: everybody's.
    only: Option<Vec<ResourceId>>,
}

impl<'a> Desk<'a> {
    pub(super) fn open(problem: &'a Problem, plan: &'a Plan) -> Self {
        let diaries = (0..).map(ResourceId).zip(&problem.resources);
        let mut bound: HashMap<TaskId, Vec<TaskId>> = HashMap::new();
        for (id, task) in (0..).map(TaskId).zip(&problem.tasks) {
            for link in task.after.iter().filter(|link| link.at_most.is_some()) {
                bound.entry(link.task).or_default().push(id);
            }
        }
        let mut desk = Self {
            problem,
            plan,
            diaries: diaries.map(|(who, resource)| Diary::open(who, resource)).collect(),
            shelves: problem.stocks.iter().copied().map(Shelf::of).collect(),
            contacts: HashMap::new(),
            spans: vec![None; problem.tasks.len()],
            bound,
            only: None,
        };
        if plan.improved {
            plan.order.iter().for_each(|&task| desk.book(task));
        }
        desk
    }

    pub(super) fn ask_only_for(&mut self, id: TaskId) {
        let task = self.task(id);
        let needs = task.needs.iter().chain(task.modes.iter().flat_map(|mode| &mode.needs));
        let mut people: Vec<_> = needs.flat_map(|need| need.candidates.iter().copied()).collect();
        people.sort_unstable();
        self.only = Some(people);
        if self.plan.improved {
            // Booked already, for everybody.
            self.only = None;
        }
    }

    pub(super) fn task(&self, id: TaskId) -> &'a Task {
        &self.problem.tasks[id.0 as usize]
    }

    fn placement(&self, id: TaskId) -> Option<&'a Placement> {
        self.plan.placements[id.0 as usize].as_ref()
    }

    pub(super) fn end(&self, id: TaskId) -> Option<u32> {
        self.spans[id.0 as usize].map(|span| span.end)
    }

    /// Books a task where the plan has it, unless that is done.
    pub(super) fn book(&mut self, id: TaskId) {
        let Some(placement) = self.placement(id).filter(|_| self.spans[id.0 as usize].is_none()) else {
            return;
        };
        let task = self.task(id);
        for who in self.kept(placement) {
            self.diaries[who.0 as usize].book(placement.span, task.split, id);
        }
        for taken in &task.uses {
            self.shelves[taken.stock.0 as usize].take(placement.span, taken.amount);
        }
        if let Some(contact) = task.contact {
            self.contacts.entry(contact).or_default().add(placement.span.start, id);
        }
        self.spans[id.0 as usize] = Some(placement.span);
    }

    fn unbook(&mut self, id: TaskId) {
        let Some(placement) = self.placement(id).filter(|_| self.spans[id.0 as usize].is_some()) else {
            return;
        };
        let task = self.task(id);
        for who in self.kept(placement) {
            self.diaries[who.0 as usize].unbook(placement.span, task.split, id);
        }
        for taken in &task.uses {
            self.shelves[taken.stock.0 as usize].give_back(placement.span, taken.amount);
        }
        if let Some(contacted) = task.contact.and_then(|contact| self.contacts.get_mut(&contact)) {
            contacted.remove(placement.span.start, id);
        }
        self.spans[id.0 as usize] = None;
    }

    fn kept(&self, placement: &Placement) -> Vec<ResourceId> {
        let kept = |who: &ResourceId| self.only.as_ref().is_none_or(|only| only.binary_search(who).is_ok());
        let mut who: Vec<_> = placement.who.iter().copied().filter(kept).collect();
        who.sort_unstable();
        who.dedup();
        who
    }

    /// Books a task and all those that were placed as one with it.
    pub(super) fn book_with_its_chain(&mut self, id: TaskId) {
        let mut reached = vec![id];
        while let Some(one) = reached.pop() {
            if self.spans[one.0 as usize].is_some() || self.placement(one).is_none() {
                continue;
            }
            self.book(one);
            if self.task(one).pinned.is_some() {
                continue;
            }
            let before = self.task(one).after.iter().filter(|link| link.at_most.is_some());
            reached.extend(before.map(|link| link.task));
            reached.extend(self.bound.get(&one).into_iter().flatten());
        }
    }

    /// What became of a task and why; books it.
    pub(super) fn explain(&mut self, id: TaskId) -> Settled {
        let Some(placement) = self.placement(id) else {
            return Settled::Refused(Refused { task: id, cause: self.cause(id) });
        };
        if self.task(id).pinned.is_some() {
            self.book(id);
            return Settled::Placed(pinned(placement));
        }
        self.book_with_its_chain(id);
        self.unbook(id);
        let reasons = stretches::before(&Attempt::of_placement(self, placement), placement.span.start);
        self.book(id);
        Settled::Placed(Placed { placement: placement.clone(), reasons })
    }

    /// Whether a task has no date only because of another bound to it.
    pub(super) fn left_out_for(&self, id: TaskId, culprit: TaskId) -> bool {
        self.plan.bound_to.get(&id) == Some(&culprit)
    }

    fn cause(&self, id: TaskId) -> Cause {
        if let Some(&culprit) = self.plan.bound_to.get(&id) {
            return Cause::Bound(culprit);
        }
        let impossible: Vec<_> = ways(self.task(id)).map(impossible).collect();
        let Some(mode) = impossible.iter().position(Option::is_none) else {
            return Cause::NobodyCapable(impossible[0].unwrap_or(0));
        };
        let ready = match Ready::of(self, id) {
            Ok(ready) => ready,
            Err(predecessor) => return Cause::PredecessorRefused(predecessor),
        };
        if dear::costs_more_than_nothing(self, id, ready) {
            return Cause::Dearer;
        }
        let mut attempt = Attempt::in_mode(self, id, mode as u32, ready);
        if let Some(bound) = self.task(id).after.iter().find(|link| self.left_out_for(link.task, id)) {
            attempt.when_free = What::TooLongAfter(bound.task);
        }
        match attempt.last_start() {
            Some(last) => Cause::NoRoom(stretches::against_everybody(&attempt, last)),
            None => Cause::BeyondHorizon,
        }
    }
}

/// The needs of each mode.
pub(super) fn ways(task: &Task) -> impl Iterator<Item = &[Need]> {
    std::iter::once(task.needs.as_slice()).chain(task.modes.iter().map(|mode| mode.needs.as_slice()))
}

fn pinned(placement: &Placement) -> Placed {
    let before = Span { start: 0, end: placement.span.start };
    let reasons = if before.end == 0 { vec![] } else { vec![Obstacle { span: before, what: What::Pinned }] };
    Placed { placement: placement.clone(), reasons }
}
