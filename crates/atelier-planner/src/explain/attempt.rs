//! One task put at one start: what forbids it, the task's own limits first, then its people.

use super::desk::Desk;
use super::diary::{Diary, Work, on_grid};
use super::ready::Ready;
use super::told::{Obstacle, What};
use crate::seats::distinct;
use crate::taken::taken;
use crate::{Minute, Placement, ResourceId, Span, StockId, Task, TaskId};

/// A task, one of its modes, and who may sit on each seat.
pub(super) struct Attempt<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) task: &'a Task,
    id: TaskId,
    /// At standard pace.
    duration: Minute,
    /// As long as the slowest of those chosen, once they are.
    together: Option<Minute>,
    seats: Vec<Vec<ResourceId>>,
    ready: Ready,
    /// What is said of a start that nothing forbids.
    pub(super) when_free: What,
    /// What is looked away from.
    pub(super) ignoring: Ignoring,
}

/// One kind of obstacle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ignoring {
    Nothing,
    Allowances,
    Windows,
    Pressure,
    Stocks,
    /// This seat: somebody else comes.
    Person(usize),
    LongestWaits,
}

impl<'a> Attempt<'a> {
    /// As the plan has it: its mode, its people.
    pub(super) fn of_placement(desk: &'a Desk<'a>, placement: &Placement) -> Self {
        let task = desk.task(placement.task);
        let seats = placement.who.iter().map(|&one| vec![one]).collect();
        let none = Ready { release: task.release, after: None, at_most: None };
        let ready = Ready::of(desk, placement.task).unwrap_or(none);
        let duration = duration(task, placement.mode);
        let mut attempt = Self {
            desk,
            task,
            id: placement.task,
            duration,
            together: None,
            seats,
            ready,
            when_free: What::Slack,
            ignoring: Ignoring::Nothing,
        };
        attempt.together = placement.who.iter().map(|&who| attempt.minutes(who)).max();
        attempt
    }

    /// As anybody could do it in a mode.
    pub(super) fn in_mode(desk: &'a Desk<'a>, id: TaskId, mode: u32, ready: Ready) -> Self {
        let task = desk.task(id);
        let needs = match mode {
            0 => &task.needs,
            mode => &task.modes[mode as usize - 1].needs,
        };
        let seats = needs.iter().map(|need| need.candidates.clone()).collect();
        Self {
            desk,
            task,
            id,
            duration: duration(task, mode),
            together: None,
            seats,
            ready,
            when_free: What::Slack,
            ignoring: Ignoring::Nothing,
        }
    }

    pub(super) fn grid(&self) -> Minute {
        self.desk.problem.grid
    }

    /// The last start that ends within the horizon; `None` when it lies before the first one on the grid.
    pub(super) fn last_start(&self) -> Option<Minute> {
        let last = self.desk.problem.horizon.checked_sub(self.shortest())?;
        (on_grid(self.ready.at(), self.grid())? <= last).then_some(last)
    }

    /// What forbids this start, and until when.
    pub(super) fn obstacle(&self, start: Minute) -> Option<Obstacle> {
        self.own(start).or_else(|| self.shared(start)).or_else(|| self.people(start))
    }

    /// Whether distinct people could sit down at this start.
    pub(super) fn seated(&self, start: Minute) -> bool {
        let free = |who: &&ResourceId| self.fit(**who, start).is_ok();
        let free: Vec<Vec<ResourceId>> =
            self.asked().map(|(_, seat)| seat.iter().filter(free).copied().collect()).collect();
        distinct(&free).is_some()
    }

    /// The first of those it takes whose day lacks minutes, and how many.
    pub(super) fn lacking(&self, start: Minute) -> Option<(ResourceId, u32, Minute)> {
        let free = |who: &&ResourceId| self.fit(**who, start).is_ok();
        let free: Vec<Vec<ResourceId>> =
            self.asked().map(|(_, seat)| seat.iter().filter(free).copied().collect()).collect();
        distinct(&free)?.into_iter().find_map(|who| {
            let (day, minutes) = self.diary(who).lacking(start, self.work(who))?;
            Some((who, day, minutes))
        })
    }

    /// The first stock of which too little is left.
    pub(super) fn short_of(&self, span: Span) -> Option<StockId> {
        let short = |&(stock, amount): &(StockId, u64)| {
            self.desk.shelves[stock.0 as usize].short_until(span, amount).is_some()
        };
        taken(self.task).into_iter().find(short).map(|(stock, _)| stock)
    }

    /// The predecessor whose longest wait ends first.
    pub(super) fn waits_for(&self) -> Option<TaskId> {
        self.ready.at_most.map(|(task, _)| task)
    }

    /// Release, predecessors, windows, tasks bound to this one.
    fn own(&self, start: Minute) -> Option<Obstacle> {
        let until = |end, what| Some(Obstacle { span: Span { start, end }, what });
        if start < self.ready.release {
            return until(self.ready.release, What::Release);
        }
        match self.ready.after {
            Some((task, at)) if start < at => return until(at, What::After(task)),
            _ => {}
        }
        match self.ready.at_most {
            Some((task, last)) if start > last && self.ignoring != Ignoring::LongestWaits => {
                return until(Minute::MAX, What::TooLongAfter(task));
            }
            _ => {}
        }
        let end = self.end(start);
        if let Some(at) = self.window_from(start, end) {
            return until(at, What::Window);
        }
        let (task, first) = self.bound_from(end)?;
        // Not split, it ends one minute later for each minute it starts later.
        let next = if self.task.split { start + self.grid() } else { start + (first - end) };
        until(next, What::TooLongBefore(task))
    }

    /// The end of a task that starts then, as far as its people work; of several, the first one to end.
    pub(super) fn end(&self, start: Minute) -> Minute {
        let ends = self.seats.iter().flatten().filter(|_| self.task.split);
        let ends = ends.filter_map(|&who| self.diary(who).worked_end(start, self.work(who)));
        ends.min().unwrap_or_else(|| start.saturating_add(self.shortest()))
    }

    pub(super) fn shortest(&self) -> Minute {
        let paces = self.seats.iter().flatten().map(|&who| self.minutes(who));
        paces.min().unwrap_or(self.duration)
    }

    /// How long it takes with somebody.
    fn minutes(&self, who: ResourceId) -> Minute {
        let pace = self.desk.problem.resources[who.0 as usize].pace;
        self.together.unwrap_or_else(|| at_pace(self.duration, pace, self.grid()))
    }

    /// When the other party is next available, if they are not from `start` to `end`.
    fn window_from(&self, start: Minute, end: Minute) -> Option<Minute> {
        let windows = self.task.windows.as_ref().filter(|_| self.ignoring != Ignoring::Windows)?;
        let first = windows.partition_point(|window| window.end <= start);
        let Some(window) = windows.get(first) else { return Some(Minute::MAX) };
        if start < window.start {
            return Some(window.start);
        }
        let next = windows.get(first + 1).map_or(Minute::MAX, |next| next.start);
        (end > window.end).then_some(next)
    }

    /// The task bound to this one that waits longest beyond its maximum, and the end it asks for.
    fn bound_from(&self, end: Minute) -> Option<(TaskId, Minute)> {
        let followers = self.desk.bound.get(&self.id)?;
        let asks = followers.iter().filter_map(|&other| {
            let start = self.desk.spans[other.0 as usize]?.start;
            let links = self.desk.task(other).after.iter().filter(|link| link.task == self.id);
            let wait = links.filter_map(|link| link.at_most).min()?;
            Some((other, start.saturating_sub(wait)))
        });
        asks.filter(|&(_, first)| end < first).max_by_key(|&(other, first)| (first, std::cmp::Reverse(other)))
    }

    /// The patience of the contact, and the stocks.
    fn shared(&self, start: Minute) -> Option<Obstacle> {
        let until = |end, what| Obstacle { span: Span { start, end }, what };
        let problem = self.desk.problem;
        let contacted = self.task.contact.and_then(|contact| self.desk.contacts.get(&contact));
        if let Some((contacted, pressure)) = contacted.zip(problem.pressure)
            && self.ignoring != Ignoring::Pressure
            && let Some(other) = contacted.too_often(start, pressure)
        {
            return Some(until((start / crate::DAY + 1) * crate::DAY, What::Solicited(other)));
        }
        let span = Span { start, end: self.end(start) };
        let uses = taken(self.task).into_iter().filter(|_| self.ignoring != Ignoring::Stocks);
        let short = uses.filter_map(|(stock, amount)| {
            let end = self.desk.shelves[stock.0 as usize].short_until(span, amount)?;
            Some(until(end, What::Taken(stock)))
        });
        short.max_by_key(|obstacle| obstacle.span.end)
    }

    /// Of each need, the candidate who yields first; of the needs, the one that holds longest.
    fn people(&self, start: Minute) -> Option<Obstacle> {
        let one = |&who: &ResourceId| self.fit(who, start).err();
        let end = |obstacle: &Obstacle| obstacle.span.end;
        let mut worst = self.newcomer(start);
        for (_, seat) in self.asked() {
            // A free candidate makes the whole need free: `None` sorts before every obstacle.
            let least = seat.iter().map(one).min_by_key(|found| found.as_ref().map(end)).flatten();
            if least.as_ref().map(end) > worst.as_ref().map(end) {
                worst = least;
            }
        }
        if worst.is_none() && self.seated(start) {
            return None;
        }
        // Everybody has someone, but not distinct ones: whoever is not free and yields first.
        worst.or_else(|| self.asked().flat_map(|(_, seat)| seat).filter_map(one).min_by_key(end))
    }

    /// What forbids this start to one more person, who would work the hours of those capable; of anybody,
    /// when nobody is.
    fn newcomer(&self, start: Minute) -> Option<Obstacle> {
        let Ignoring::Person(seat) = self.ignoring else { return None };
        let everybody = || (0..self.desk.problem.resources.len() as u32).map(ResourceId).collect();
        let like = self.seats.get(seat).filter(|seat| !seat.is_empty()).cloned().unwrap_or_else(everybody);
        let hours = like.iter().map(|&who| self.diary(who).hours(start, self.work(who)).err());
        hours.min_by_key(|found| found.as_ref().map(|obstacle| obstacle.span.end)).flatten()
    }

    /// Seats for which somebody must be found.
    fn asked(&self) -> impl Iterator<Item = (usize, &Vec<ResourceId>)> {
        self.seats.iter().enumerate().filter(|(at, _)| self.ignoring != Ignoring::Person(*at))
    }

    fn fit(&self, who: ResourceId, start: Minute) -> Result<Minute, Obstacle> {
        let fit = self.diary(who).fit(start, self.work(who));
        match fit {
            Err(Obstacle { what: What::DayFull(_), .. }) if self.ignoring == Ignoring::Allowances => {
                Ok(self.end(start))
            }
            fit => fit,
        }
    }

    fn work(&self, who: ResourceId) -> Work {
        Work { minutes: self.minutes(who), split: self.task.split, grid: self.grid() }
    }

    fn diary(&self, who: ResourceId) -> &Diary<'a> {
        &self.desk.diaries[who.0 as usize]
    }
}

fn duration(task: &Task, mode: u32) -> Minute {
    if mode == 0 { task.duration } else { task.modes[mode as usize - 1].duration }
}

/// Rounded up to the grid unless the pace is the standard.
pub(super) fn at_pace(duration: Minute, pace: u32, grid: Minute) -> Minute {
    if pace == 100 {
        return duration;
    }
    let minutes = (u64::from(duration) * 100).div_ceil(u64::from(pace.max(1)));
    minutes.next_multiple_of(u64::from(grid)).min(u64::from(Minute::MAX)) as Minute
}
