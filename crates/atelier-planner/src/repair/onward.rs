//! Work that goes on where it is, at the expense of what stands in its way.

use super::apply::DEPTH;
use super::change::Why;
use super::work::Work;
use crate::board::Seat;
use crate::model::{NONE, Slot};

impl Work<'_, '_> {
    /// Takes out what `person` does in `from..to`: what has not begun, and what has with its place.
    pub fn clear_span(&mut self, person: u32, from: Slot, to: Slot) -> (Vec<u32>, Vec<(u32, Seat)>) {
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
    pub fn go_on(&mut self, task: u32, seat: Seat, out: &mut Vec<u32>) -> bool {
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
    pub fn lengthen(&mut self, task: u32, seat: Seat) {
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
}
