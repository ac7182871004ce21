//! Room for a step of a chain: tasks with time to spare give way and go in again.

use super::{Again, MEMBERS, in_turn};
use crate::board::Window;
use crate::model::{NONE, Slot};

/// Candidates asked to make room, tasks looked at with each of them, and trials for one step, at most.
const ASKED: usize = 24;
const LOOKED_AT: usize = 96;
const TRIALS: usize = 24;

/// Who makes room, by leaving what.
#[derive(Clone, Copy)]
struct Trial {
    person: u32,
    victims: [Option<u32>; 2],
}

impl Again<'_, '_> {
    /// Puts a step in the place of tasks that can wait, which go in again elsewhere, so that the plan costs
    /// least.
    pub(super) fn make_room(&mut self, task: u32, window: &Window) -> bool {
        let before = self.board.objective().total;
        let no_later = before - i64::from(self.board.model().tasks[task as usize].unplaced);
        let mut best = None;
        for trial in self.trials(task, window) {
            let mark = self.board.mark();
            let total = self.give_way(task, &trial, window).then(|| self.board.objective().total);
            if total.is_some_and(|total| total <= no_later) {
                return true;
            }
            self.board.undo_to(mark);
            if let Some(total) = total.filter(|&total| total < best.map_or(before, |(least, _)| least)) {
                best = Some((total, trial));
            }
        }
        best.is_some_and(|(_, trial)| self.give_way(task, &trial, window))
    }

    /// `false`: something found no place.
    fn give_way(&mut self, task: u32, trial: &Trial, window: &Window) -> bool {
        let mut victims = trial.victims.into_iter().flatten();
        for victim in victims.clone() {
            self.board.take(victim);
        }
        let Some((start, end)) = self.board.fit(task, trial.person, window) else { return false };
        let found = self.board.candidate(task, trial.person, start, end);
        self.board.put(task, &found);
        victims.all(|victim| self.put_elsewhere(victim))
    }

    /// Who may make room, by leaving one task or two in a row that last as long: those with most time to
    /// spare first.
    fn trials(&self, task: u32, window: &Window) -> Vec<Trial> {
        let model = self.board.model();
        let pool = model.pool(task);
        if model.tasks[task as usize].rich != NONE || pool.is_empty() {
            return Vec::new();
        }
        let mut scored = Vec::new();
        let first = (task as usize).wrapping_mul(0x9E37_79B1) % pool.len();
        for &person in pool[first..].iter().chain(&pool[..first]).take(ASKED) {
            let need = model.need(task, person);
            let mut last: Option<(u32, u32, Slot)> = None;
            for &(_, other) in self.nearest(person, window) {
                if !self.may_give_way(other) {
                    last = None;
                    continue;
                }
                let spare = self.latest[other as usize].saturating_sub(self.board.seat(other).end);
                let length = model.need(other, person);
                if length >= need {
                    scored.push((spare, Trial { person, victims: [Some(other), None] }));
                } else if let Some((one, length_of_one, spare_of_one)) = last
                    && length + length_of_one >= need
                {
                    scored
                        .push((spare.min(spare_of_one), Trial { person, victims: [Some(one), Some(other)] }));
                }
                last = Some((other, length, spare));
            }
        }
        scored.sort_by_key(|&(spare, _)| std::cmp::Reverse(spare));
        scored.into_iter().take(TRIALS).map(|(_, trial)| trial).collect()
    }

    /// What a person does inside `window`, as far as it lies near its end: what starts late has least to
    /// move.
    fn nearest(&self, person: u32, window: &Window) -> &[(Slot, u32)] {
        let until = window.latest_end.min(window.latest_start.saturating_add(1));
        let day = self.board.day_of(person);
        let last = day.partition_point(|&(start, _)| start < until);
        let first = day[..last].partition_point(|&(start, _)| start < window.from);
        &day[first.max(last.saturating_sub(LOOKED_AT))..last]
    }

    fn may_give_way(&self, task: u32) -> bool {
        self.movable(task)
            && self.board.model().tasks[task as usize].rich == NONE
            && !self.chain.contains(&task)
    }

    /// Puts a task that gave way in again: before its successors as they stand, else with all of them.
    fn put_elsewhere(&mut self, task: u32) -> bool {
        if self.put_freely(task) {
            return true;
        }
        let Some(after) = self.all_after(task) else { return false };
        for &next in &after {
            self.board.take(next);
        }
        self.put_freely(task) && after.into_iter().all(|next| self.put_freely(next))
    }

    fn put_freely(&mut self, task: u32) -> bool {
        let window = self.board.bounds(task);
        let found = window.and_then(|window| self.picker.pick(self.board, task, &window));
        found.inspect(|found| self.board.put(task, found)).is_some()
    }

    /// What is placed and follows a task, in turn; `None`: it is too much, or stays where it is.
    fn all_after(&self, task: u32) -> Option<Vec<u32>> {
        let model = self.board.model();
        let (mut after, mut at) = (vec![task], 0);
        while let Some(&one) = after.get(at) {
            at += 1;
            for next in model.after.of(one).iter().map(|link| link.task) {
                if self.board.seat(next).placed() && !after.contains(&next) {
                    after.push(next);
                }
            }
        }
        after.remove(0);
        let all = after.len() <= MEMBERS && after.iter().all(|&next| self.may_give_way(next));
        all.then(|| in_turn(model, after))
    }
}
