//! What each event asks of the plan.

use super::change::Why;
use super::desk::{AGAIN, Desk, Edit};
use super::event::{Event, Notice, Refusal};
use super::work::Work;
use crate::board::Seat;
use crate::model::{Case, GONE, NONE, PINNED, SPLIT, Slot, Task};

/// Tasks looked at a second time by one event.
const POLISHED: usize = 64;
/// How far others make room for what an event takes out.
const DEPTH: u8 = 2;

impl Desk {
    /// Does what `notice` says to the plan and to the model; [`Desk::restore`] undoes it.
    pub(super) fn apply(&mut self, notice: &Notice) -> Result<(), Refusal> {
        let at = notice.at;
        if at >= self.model.horizon {
            return Err(Refusal::AfterTheEnd(at));
        }
        match &notice.event {
            &Event::Absence { person, from, to } => self.absence(at, person, from, to),
            &Event::Lost { case } => self.lost(at, case),
            Event::Opened(case) => self.opened(at, case),
            &Event::Urgent { case, weight } => self.urgent(at, case, weight),
            &Event::Overrun { task, by } => self.overrun(at, task, by),
            &Event::Window { task, from, until } => self.window(at, task, from, until),
            &Event::CalledOff { task, again } => self.called_off(at, task, again),
        }?;
        let again: Vec<u32> = self.waiting.iter().copied().take(AGAIN).collect();
        self.work(at, |work| work.look_again(again));
        Ok(())
    }

    fn absence(&mut self, at: Slot, person: u32, from: Slot, to: Slot) -> Result<(), Refusal> {
        if person as usize >= self.model.people.len() {
            return Err(Refusal::UnknownPerson(person));
        }
        if from >= to {
            return Err(Refusal::EmptySpan(from, to));
        }
        if to <= at {
            return Err(Refusal::SpanOver(to));
        }
        if from >= self.model.horizon {
            return Err(Refusal::AfterTheEnd(from));
        }
        let from = from.max(at);
        let (mut out, begun) = self.work(at, |work| work.clear_span(person, from, to));
        let calendar = self.model.absent(person, from, to);
        self.edits.push(Edit::Hours(person, calendar));
        self.state.rehour(&self.model, person);
        for &(task, _) in &begun {
            self.stretch(task, 0, true);
        }
        self.work(at, |work| {
            for (task, seat) in begun {
                if !work.go_on(task, seat, &mut out) {
                    out.push(task);
                }
            }
        });
        self.unpin(&out);
        self.put_in(at, out);
        Ok(())
    }

    /// Puts in again what an event has taken out.
    fn put_in(&mut self, at: Slot, out: Vec<u32>) {
        self.work(at, |work| {
            work.reach();
            work.settle(out, DEPTH);
            work.polish();
        });
    }

    /// Pinned tasks that are out are no longer where the problem says, but keep their date if they can.
    fn unpin(&mut self, out: &[u32]) {
        for &task in out {
            let record = self.model.tasks[task as usize];
            if record.pinned() {
                self.amend(task, Task { flags: record.flags & !PINNED, ..record });
                if self.confirmed.insert(task) {
                    self.edits.push(Edit::Promised(task));
                }
            }
        }
    }

    fn lost(&mut self, at: Slot, case: u32) -> Result<(), Refusal> {
        let remaining = self.remaining(at, case)?;
        let freed = self.forget(at, &remaining);
        self.work(at, |work| work.fill(&freed));
        Ok(())
    }

    fn opened(&mut self, at: Slot, case: &Case) -> Result<(), Refusal> {
        let mut case = case.clone();
        for task in &mut case.tasks {
            task.release = task.release.max(at);
        }
        let tasks = self.model.append(&case).map_err(Refusal::Case)?;
        self.edits.push(Edit::Case);
        self.state.grow(&self.model);
        self.trace.fit(self.model.tasks.len());
        self.work(at, |work| {
            work.trace.new = tasks.len();
            work.trace.affected = tasks.clone().collect();
            work.settle(tasks.collect(), DEPTH);
            work.polish();
        });
        Ok(())
    }

    fn urgent(&mut self, at: Slot, case: u32, weight: u32) -> Result<(), Refusal> {
        let remaining = self.remaining(at, case)?;
        let mut raised = false;
        for &task in &remaining {
            let record = self.model.tasks[task as usize];
            if record.weight < weight {
                self.replace(at, task, Task { weight, ..record });
                raised = true;
            }
        }
        if !raised {
            return Ok(());
        }
        self.work(at, |work| {
            work.trace.hit.extend(remaining.iter().filter(|&&task| work.board.seat(task).placed()));
            for &task in &remaining {
                if work.movable(task) && work.lateness(task) > 0 {
                    work.improve(task);
                }
            }
            work.trace.affected.clone_from(&work.trace.hit);
            let out = remaining.iter().copied().filter(|&task| !work.seat(task).placed()).collect();
            work.settle(out, DEPTH);
            work.polish();
        });
        Ok(())
    }

    fn overrun(&mut self, at: Slot, task: u32, by: u32) -> Result<(), Refusal> {
        let seat = self.known(task)?;
        if seat.placed() && seat.end <= at {
            return Err(Refusal::Ended { task, end: seat.end });
        }
        if !seat.placed() {
            self.stretch(task, by, false);
            return Ok(());
        }
        let begun = seat.start < at;
        self.work(at, |work| {
            work.trace.hit.push(task);
            work.lift(task, Why::Event);
        });
        self.stretch(task, by, begun);
        if begun {
            let mut out = Vec::new();
            if !self.work(at, |work| work.go_on(task, seat, &mut out)) {
                return Err(Refusal::NoTime(task));
            }
            self.unpin(&out);
            self.put_in(at, out);
        } else {
            self.unpin(&[task]);
            self.work(at, |work| {
                work.lengthen(task, seat);
                work.polish();
            });
        }
        Ok(())
    }

    fn window(&mut self, at: Slot, task: u32, from: Slot, until: Slot) -> Result<(), Refusal> {
        let seat = self.known(task)?;
        if from >= until {
            return Err(Refusal::EmptySpan(from, until));
        }
        if until <= at {
            return Err(Refusal::SpanOver(until));
        }
        if seat.placed() && seat.start < at {
            return Err(Refusal::Begun { task, start: seat.start });
        }
        if from >= self.model.horizon {
            return Err(Refusal::AfterTheEnd(from));
        }
        let record = Task { from, until, ..self.model.tasks[task as usize] };
        let holds = seat.placed() && seat.start >= from && seat.end <= until;
        if holds {
            self.replace(at, task, record);
            return Ok(());
        }
        self.anew(at, task, record, seat);
        Ok(())
    }

    fn called_off(&mut self, at: Slot, task: u32, again: Option<Slot>) -> Result<(), Refusal> {
        let seat = self.known(task)?;
        if seat.placed() && seat.start < at {
            return Err(Refusal::Begun { task, start: seat.start });
        }
        let Some(from) = again else {
            let freed = self.forget(at, &[task]);
            self.work(at, |work| work.fill(&freed));
            return Ok(());
        };
        if from >= self.model.horizon {
            return Err(Refusal::AfterTheEnd(from));
        }
        let record = self.model.tasks[task as usize];
        self.anew(at, task, Task { release: record.release.max(from), ..record }, seat);
        Ok(())
    }

    /// `task` becomes `record` and is put in again.
    fn anew(&mut self, at: Slot, task: u32, record: Task, seat: Seat) {
        if self.confirmed.remove(&task) {
            self.edits.push(Edit::Confirmed(task));
        }
        if seat.placed() {
            self.work(at, |work| {
                work.trace.hit.push(task);
                work.lift(task, Why::Event);
            });
        }
        self.amend(task, Task { flags: record.flags & !PINNED, ..record });
        self.put_in(at, vec![task]);
    }

    /// Tasks of a case that have not begun and are still to be done.
    fn remaining(&self, at: Slot, case: u32) -> Result<Vec<u32>, Refusal> {
        if case >= self.model.cases.lists() {
            return Err(Refusal::UnknownCase(case));
        }
        let open = |&task: &u32| {
            let seat = self.seat(task);
            !self.model.gone(task) && (!seat.placed() || seat.start >= at)
        };
        let remaining: Vec<u32> = self.model.cases.of(case).iter().copied().filter(open).collect();
        if remaining.is_empty() { Err(Refusal::NothingLeft(case)) } else { Ok(remaining) }
    }

    fn known(&self, task: u32) -> Result<Seat, Refusal> {
        if task >= self.model.len() {
            return Err(Refusal::UnknownTask(task));
        }
        if self.model.gone(task) {
            return Err(Refusal::Gone(task));
        }
        Ok(self.seat(task))
    }

    /// Tasks no longer to be done give their time back; gives the time they had.
    fn forget(&mut self, at: Slot, tasks: &[u32]) -> Vec<Seat> {
        let freed = self.work(at, |work| {
            let mut freed = Vec::new();
            for &task in tasks {
                if work.board.seat(task).placed() {
                    work.trace.hit.push(task);
                    freed.push(work.lift(task, Why::Event));
                }
            }
            work.trace.affected.clone_from(&work.trace.hit);
            freed
        });
        for &task in tasks {
            let record = self.model.tasks[task as usize];
            self.amend(task, Task { flags: (record.flags | GONE) & !PINNED, ..record });
        }
        freed
    }

    /// A task that stays where it is becomes `record`.
    fn replace(&mut self, at: Slot, task: u32, record: Task) {
        let seat = self.seat(task);
        if seat.placed() {
            self.work(at, |work| work.lift(task, Why::Event));
        }
        self.amend(task, record);
        if seat.placed() {
            self.work(at, |work| work.put_back(task, seat));
        }
    }

    /// A task that is out lasts `by` slots more, and may go on after a break; if it has begun, also
    /// after its window.
    fn stretch(&mut self, task: u32, by: u32, begun: bool) {
        let mut record = self.model.tasks[task as usize];
        if record.rich != NONE {
            let mut rich = self.model.rich[record.rich as usize].clone();
            for mode in &mut rich.modes {
                mode.duration += by;
            }
            record.rich = self.model.rich.len() as u32;
            self.model.rich.push(rich);
            self.edits.push(Edit::Rich);
        }
        record.duration += by;
        record.flags |= SPLIT;
        if begun {
            record.until = NONE;
        }
        self.amend(task, record);
    }
}

impl Work<'_, '_> {
    /// Takes out what `person` does in `from..to`: what has not begun, and what has with its place.
    fn clear_span(&mut self, person: u32, from: Slot, to: Slot) -> (Vec<u32>, Vec<(u32, Seat)>) {
        let calendar = self.board.model().calendar(person);
        let tasks: Vec<u32> = self.board.busy(person, from, to).collect();
        let (mut hit, mut begun) = (Vec::new(), Vec::new());
        for task in tasks {
            let seat = self.seat(task);
            if calendar.rank(seat.start.max(from)) == calendar.rank(seat.end.min(to)) {
                continue;
            }
            let begins_later = seat.start >= self.at;
            if !begins_later && !self.plain(task) {
                continue; // Joint work under way goes on with the others.
            }
            self.trace.hit.push(task);
            self.lift(task, Why::Away);
            if begins_later { hit.push(task) } else { begun.push((task, seat)) }
        }
        (hit, begun)
    }

    /// Work at `seat` goes on with the same person until it is done; what stands in its way comes
    /// out, into `out`. False: there is not time enough, or a promise stands in the way of what has
    /// not begun.
    fn go_on(&mut self, task: u32, seat: Seat, out: &mut Vec<u32>) -> bool {
        let begun = seat.start < self.at;
        let Some(end) = self.end_from(task, seat).filter(|_| begun || self.plain(task)) else { return false };
        let mut others: Vec<u32> = Vec::new();
        for person in self.board.people_on(task, seat) {
            others.extend(self.board.busy(person, seat.start, end));
        }
        others.sort_unstable();
        others.dedup();
        if !begun && others.iter().any(|&other| self.promised(other)) {
            return false;
        }
        for other in others {
            self.trace.hit.push(other);
            self.lift(other, Why::Overrun(task));
            out.push(other);
        }
        self.put_back(task, Seat { end, ..seat });
        let upset: Vec<u32> = self.upset(task).collect();
        for next in upset {
            self.trace.hit.push(next);
            self.take(next, Why::Pushed(task));
            out.push(next);
        }
        true
    }

    /// When `task` ends if it starts at the start of `seat` with its person, others left aside.
    fn end_from(&self, task: u32, seat: Seat) -> Option<Slot> {
        let model = self.board.model();
        let record = &model.tasks[task as usize];
        let latest = record.until.min(model.horizon);
        if record.rich != NONE {
            return self.joint_end(task, seat, latest);
        }
        if seat.person == NONE {
            let end = seat.start + record.duration;
            return (end <= latest).then_some(end);
        }
        let calendar = model.calendar(seat.person);
        let last = calendar.rank(seat.start) + model.need(task, seat.person) - 1;
        let end = (last < calendar.worked()).then(|| calendar.slot(last) + 1);
        end.filter(|&end| end <= latest)
    }

    /// When joint work at `seat` ends: without a pause, while all work. A pinned one is where the problem
    /// says.
    fn joint_end(&self, task: u32, seat: Seat, latest: Slot) -> Option<Slot> {
        let model = self.board.model();
        let record = &model.tasks[task as usize];
        let modes = &model.rich[record.rich as usize].modes;
        let work = modes[seat.way as usize % modes.len()].duration;
        let people = self.board.people_on(task, seat);
        let needs = people.iter().map(|&person| model.length(work, person));
        let end = seat.start + needs.max().unwrap_or(work);
        let all_work = people.iter().all(|&person| {
            let calendar = model.calendar(person);
            calendar.rank(end) - calendar.rank(seat.start) == end - seat.start
        });
        (!record.pinned() && all_work && end <= latest).then_some(end)
    }

    /// A task not yet begun, out since it lasts longer, stays where it was at the expense of what
    /// follows, or goes elsewhere: whichever costs less.
    fn lengthen(&mut self, task: u32, seat: Seat) {
        let mark = self.mark();
        let mut out = Vec::new();
        let stays = self.go_on(task, seat, &mut out);
        self.reach();
        let stayed = stays.then(|| {
            self.settle(out, DEPTH);
            self.cost()
        });
        self.undo_to(mark);
        self.settle(vec![task], DEPTH);
        if stayed.is_some_and(|cost| cost <= self.cost()) {
            self.undo_to(mark);
            let mut out = Vec::new();
            if self.go_on(task, seat, &mut out) {
                self.settle(out, DEPTH);
            }
        }
    }

    /// A second look at what the event has made late, and at what follows when that comes sooner.
    fn polish(&mut self) {
        let mut looked: Vec<u32> = self.trace.origins().iter().map(|origin| origin.0).collect();
        looked.sort_unstable_by_key(|&task| (self.seat(task).start, task));
        let model = self.board.model();
        let mut at = 0;
        while let Some(&task) = looked.get(at) {
            at += 1;
            let is_late = self.lateness(task) > i64::from(self.terms.worth);
            if at <= POLISHED && is_late && self.movable(task) && self.improve(task) {
                looked.extend(model.after.of(task).iter().map(|link| link.task));
            }
        }
    }

    /// What lost by earlier events is put in, or sooner, if there is room for it now.
    fn look_again(&mut self, tasks: Vec<u32>) {
        self.brief = true;
        for task in tasks {
            if self.seat(task).placed() {
                if self.movable(task) && self.lateness(task) > i64::from(self.terms.worth) {
                    self.improve(task);
                }
            } else if self.board.bounds_behind(task).is_some() {
                let (mark, before) = (self.mark(), self.cost());
                self.trace.because(task, Why::Room);
                if !(self.place_well(task, 1) && self.cost() < before) {
                    self.undo_to(mark);
                }
            }
        }
    }

    /// Time came free: what is late and stands after it with the same person may come sooner.
    fn fill(&mut self, freed: &[Seat]) {
        for seat in freed {
            if seat.person == NONE || seat.end <= self.floor {
                continue;
            }
            let after = self.board.day_of(seat.person).iter().filter(|entry| entry.0 >= seat.start);
            let late: Vec<u32> =
                after.map(|entry| entry.1).filter(|&task| self.lateness(task) > 0).take(8).collect();
            for task in late {
                if self.movable(task) {
                    self.improve(task);
                }
            }
        }
    }
}
