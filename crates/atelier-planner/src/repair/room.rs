//! Making room: a task displaces what weighs less, when all that follows costs less than doing without.

use super::change::Why;
use super::work::Work;
use crate::board::Window;

/// A trial: `victims` of `person` make room.
#[derive(Clone, Copy)]
struct Trial {
    person: u32,
    victims: [Option<u32>; 2],
}

impl Work<'_, '_> {
    /// Puts `task` in the plain way or by displacing others, whichever costs less in the end.
    pub fn place_well(&mut self, task: u32) -> bool {
        let price = i64::from(self.board.model().tasks[task as usize].unplaced);
        let without = self.cost();
        let mark = self.mark();
        let plain = self.place(task);
        let added = if plain { self.cost() - without + price } else { price };
        if added <= i64::from(self.terms.worth) || !self.plain(task) {
            return plain;
        }
        let least = if plain { self.cost() } else { without };
        self.undo_to(mark);
        let best = self.displace(task, least);
        match best {
            Some(trial) => self.attempt(task, trial),
            None => self.place(task),
        }
    }

    /// Puts a placed task elsewhere when that lowers the cost; says whether it did.
    pub fn improve(&mut self, task: u32) -> bool {
        let (before, mark) = (self.cost(), self.mark());
        self.take(task, Why::Room);
        if self.place_well(task) && self.cost() < before {
            return true;
        }
        self.undo_to(mark);
        false
    }

    /// The trial that brings the cost lowest, if any brings it below `least`.
    fn displace(&mut self, task: u32, mut least: i64) -> Option<Trial> {
        let window = self.slack(task).or_else(|| self.loose(task))?;
        let mut best = None;
        let mut left = self.terms.trials;
        for &person in self.board.model().pool(task) {
            let trials: Vec<Trial> = self.trials(person, &window).take(8).collect();
            for trial in trials {
                if left == 0 {
                    return best;
                }
                left -= 1;
                let mark = self.mark();
                if self.attempt(task, trial) && self.cost() < least {
                    least = self.cost();
                    best = Some(trial);
                }
                self.undo_to(mark);
            }
        }
        best
    }

    /// What could make room with `person`: each movable task inside `window`, alone and with the next.
    fn trials(&self, person: u32, window: &Window) -> impl Iterator<Item = Trial> {
        let end = window.latest_end.min(window.latest_start.saturating_add(1));
        let tasks: Vec<u32> = self.board.busy(person, window.from, end).take(12).collect();
        let movable: Vec<u32> = tasks.into_iter().filter(|&task| self.movable(task)).collect();
        (0..movable.len()).flat_map(move |at| {
            let alone = Trial { person, victims: [Some(movable[at]), None] };
            let pair =
                movable.get(at + 1).map(|&next| Trial { person, victims: [Some(movable[at]), Some(next)] });
            std::iter::once(alone).chain(pair)
        })
    }

    fn attempt(&mut self, task: u32, trial: Trial) -> bool {
        let victims: Vec<u32> = trial.victims.into_iter().flatten().collect();
        for &victim in &victims {
            self.take(victim, Why::Displaced(task));
        }
        let window = self.slack(task).or_else(|| self.loose(task));
        let found = window.and_then(|window| {
            let (start, end) = self.board.fit(task, trial.person, &window)?;
            Some(self.board.candidate(task, trial.person, start, end))
        });
        let Some(found) = found else { return false };
        self.put(task, &found);
        let mut out = victims;
        let upset: Vec<u32> = self.upset(task).collect();
        for next in upset {
            self.take(next, Why::Pushed(task));
            out.push(next);
        }
        self.settle(out, false);
        true
    }
}
