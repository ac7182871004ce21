//! An action moved by hand (*déplacement à la main*): where it could start, who would do it, and what
//! stands in the way. Nothing is planned here; [`propose`](super::propose) says what else moves.

mod conflict;
mod reason;
mod seats;

use super::order::{ActionOrder, Phase};
use crate::language::{Minutes, OrderId, Period};
use crate::planning::schedule::{Delay, Job, Wanted, lateness, seat};
use crate::process::{Resource, Workshop};
use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::HashMap;

pub use conflict::{Conflict, Naming};
pub use reason::reason_of;
pub use seats::Starts;

/// Time that people have given already, by code.
#[derive(Clone, Debug, Default)]
pub struct Busy(HashMap<String, Vec<Taken>>);

/// One action of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Taken {
    order: OrderId,
    start: DateTime,
    end: DateTime,
    minutes: Minutes,
}

impl Busy {
    /// By these orders, but for the one that moves and those that are over: they stay where they were and hold no place.
    pub fn of<'a>(orders: impl Iterator<Item = &'a ActionOrder>, but: OrderId) -> Self {
        let mut by_person: HashMap<String, Vec<Taken>> = HashMap::new();
        for order in orders.filter(|order| order.id != but && order.phase() < Phase::Done) {
            let Some((start, end)) = order.start.zip(order.end) else { continue };
            let taken = Taken { order: order.id, start, end, minutes: order.minutes };
            for person in &order.people {
                by_person.entry(person.clone()).or_default().push(taken);
            }
        }
        Self(by_person)
    }

    fn taken(&self, person: &str) -> &[Taken] {
        self.0.get(person).map_or(&[], Vec::as_slice)
    }
}

/// What must end before the action, and when it does; without a date, `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// It.
    pub order: OrderId,
    /// Its end.
    pub end: Option<DateTime>,
    /// What must pass then.
    pub delay: Delay,
}

/// An action in somebody's hand.
pub struct Hand<'a> {
    /// The action as it stands.
    pub order: &'a ActionOrder,
    /// What the schedule asks of it.
    pub job: &'a Job,
    /// People and their hours.
    pub workshop: &'a Workshop,
    /// Starts fall on multiples of it.
    pub grid: Minutes,
    /// Days planned.
    pub period: Period,
    /// First moment that may still be planned.
    pub now: DateTime,
    /// What must end first and is not over.
    pub before: &'a [Before],
    /// What everybody has besides.
    pub busy: &'a Busy,
}

impl<'a> Hand<'a> {
    /// From start to end, else the work.
    pub fn length(&self) -> Minutes {
        let dated = self.order.start.zip(self.order.end);
        dated.map_or(self.order.minutes, |(start, end)| Minutes(end.duration_since(start).as_mins()))
    }

    /// The end of a start.
    pub fn end_of(&self, start: DateTime) -> DateTime {
        start.saturating_add(self.length().0.minutes())
    }

    /// Not before: what must end first, its own release, and now.
    pub fn earliest(&self) -> DateTime {
        let ends = self.before.iter().filter_map(|one| Some(self.after(one.end?, one.delay)));
        ends.fold(self.now.max(self.job.release), DateTime::max)
    }

    fn after(&self, end: DateTime, delay: Delay) -> DateTime {
        match delay {
            Delay::Elapsed(minutes) => end.saturating_add(minutes.0.minutes()),
            Delay::OpenDays(days) => {
                let mut date = end.date();
                let mut left = days;
                while left > 0 {
                    let Ok(next) = date.tomorrow() else { break };
                    date = next;
                    left -= u32::from(self.workshop.is_open(date));
                }
                date.to_datetime(end.time())
            }
        }
    }

    /// Whether somebody may take the seat of their kind.
    fn is_able(&self, one: &Resource) -> bool {
        let skill = self.job.skill.as_ref();
        self.job.kinds.iter().any(|kind| match seat(&self.job.kinds, skill, kind, self.workshop) {
            Wanted::Kind { kind, skill } => {
                one.kind == kind && skill.is_none_or(|skill| one.skills.contains(&skill))
            }
            Wanted::Person { person } => one.code == person,
        })
    }

    fn person(&self, code: &str) -> Option<&'a Resource> {
        self.workshop.resources.iter().find(|one| one.code == code)
    }

    /// Who would do it from `start` on when `person` takes the seat of their kind, from `instead_of` when
    /// several sit there. A seat that nobody holds goes to the leader, else to the first who is free.
    pub fn cast(&self, start: DateTime, person: Option<&str>, instead_of: Option<&str>) -> Vec<String> {
        let mut people = self.order.people.clone();
        if let Some(code) = person.filter(|code| !people.iter().any(|one| one == code)) {
            let kind = self.person(code).map(|one| one.kind.as_str());
            let sits = |one: &String| match instead_of {
                Some(other) => one == other,
                None => self.person(one).map(|one| one.kind.as_str()) == kind,
            };
            match people.iter_mut().find(|one| sits(one)) {
                Some(seat) => code.clone_into(seat),
                None => people.push(code.to_owned()),
            }
        }
        for kind in &self.job.kinds {
            let is_held = people.iter().any(|code| self.person(code).is_some_and(|one| one.kind == *kind));
            if !is_held && let Some(found) = self.first_free(kind, start) {
                people.push(found);
            }
        }
        people
    }

    fn first_free(&self, kind: &str, start: DateTime) -> Option<String> {
        let able = self.workshop.resources.iter().filter(|one| one.kind == kind && self.is_able(one));
        let mut able: Vec<&Resource> = able.collect();
        able.sort_by_key(|one| !self.job.people.contains(&one.code));
        let end = self.end_of(start);
        let free = |one: &&&Resource| {
            self.works(one, start, end) && !self.taken_between(&one.code, start, end).any(|_| true)
        };
        let found = able.iter().find(free).or(able.first());
        found.map(|one| one.code.clone())
    }

    fn works(&self, one: &Resource, start: DateTime, end: DateTime) -> bool {
        let hours = self.workshop.hours_of(one, start.date());
        start.date() == end.date()
            && hours.iter().any(|stretch| stretch.from <= start.time() && end.time() <= stretch.to)
    }

    fn taken_between(&self, person: &str, start: DateTime, end: DateTime) -> impl Iterator<Item = &Taken> {
        self.busy.taken(person).iter().filter(move |one| one.start < end && start < one.end)
    }

    /// What stands in the way of a start with these people, in the order in which one looks.
    pub fn conflicts(&self, start: DateTime, people: &[String]) -> Vec<Conflict> {
        let end = self.end_of(start);
        let mut found = Vec::new();
        if self.order.start == Some(start) && self.order.people == people {
            found.push(Conflict::SameTime);
        }
        if start < self.now {
            found.push(Conflict::Past);
        } else if !self.period.holds(start.date()) || !self.period.holds(end.date()) {
            found.push(Conflict::OutsidePlan { last: self.period.last() });
        }
        for code in people {
            found.extend(self.of_person(code, start, end));
        }
        let receives = self.job.windows.as_ref();
        if receives.is_some_and(|hours| !hours.iter().any(|(from, to)| *from <= start && end <= *to)) {
            found.push(Conflict::CustomerHours);
        }
        found.extend(self.before.iter().filter_map(|one| {
            let until = one.end.map(|end| self.after(end, one.delay));
            let is_over = until.is_some_and(|until| until <= start);
            (!is_over).then_some(Conflict::Before { order: one.order, until })
        }));
        if start < self.job.release && self.job.release > self.now {
            found.push(Conflict::Early { release: self.job.release });
        }
        let late = self.job.due.and_then(|due| lateness(self.workshop, due, end));
        found.extend(late.map(Conflict::Late));
        found
    }

    fn of_person(&self, code: &str, start: DateTime, end: DateTime) -> Vec<Conflict> {
        let person = || code.to_owned();
        let Some(one) = self.person(code) else { return vec![Conflict::Kind { person: person() }] };
        let mut found = Vec::new();
        if !self.job.kinds.contains(&one.kind) {
            found.push(Conflict::Kind { person: person() });
        } else if !self.is_able(one) {
            let skill = self.job.skill.clone().unwrap_or_default();
            found.push(Conflict::Skill { person: person(), skill });
        }
        if !self.works(one, start, end) {
            found.push(Conflict::NonWorking { person: person() });
        }
        let orders: Vec<OrderId> = self.taken_between(code, start, end).map(|one| one.order).collect();
        if !orders.is_empty() {
            found.push(Conflict::Overlap { person: person(), orders });
        }
        let of_day = self.busy.taken(code).iter().filter(|taken| taken.start.date() == start.date());
        let planned = of_day.map(|taken| taken.minutes).sum::<Minutes>() + self.order.minutes;
        let given = self.workshop.capacity(one, start.date());
        if planned > given && given > Minutes(0) {
            found.push(Conflict::Overload { person: person(), planned, given });
        }
        found
    }
}

#[cfg(test)]
mod tests;
