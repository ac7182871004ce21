//! What each event asks of the plan.

use super::change::Why;
use super::desk::Desk;
use super::event::{Event, Notice, Refusal};
use super::undo::Edit;
use crate::model::{Case, Slot, Task};
use crate::random::Random;

/// How far others make room for what an event takes out.
pub(super) const DEPTH: u8 = 2;
/// Tasks that lost by an event and that each event looks at again.
pub(super) const AGAIN: usize = 8;
/// And that are among those for which rounds are tried.
const REMEMBERED: usize = 32;

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
        self.win_back(at);
        Ok(())
    }

    /// Looks again at what lost, by this event and by those before it.
    fn win_back(&mut self, at: Slot) {
        let waiting: Vec<u32> = self.waiting.iter().copied().take(REMEMBERED).collect();
        let again = waiting[..waiting.len().min(AGAIN)].to_vec();
        let rounds = self.terms.rounds;
        self.work(at, |work| {
            work.look_again(again);
            let touched = work.trace.origins().iter().map(|origin| origin.0);
            let lost: Vec<u32> = touched.chain(waiting).collect();
            work.win_back(&lost, rounds, &mut Random::new(u64::from(at)));
            work.go_home();
        });
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
    pub(super) fn put_in(&mut self, at: Slot, out: Vec<u32>) {
        self.work(at, |work| {
            work.reach();
            work.settle(out, DEPTH);
            work.polish();
        });
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
}
