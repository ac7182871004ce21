//! A board being drawn from the orders of its window.

use super::BoardAsked;
use super::shape::{
    Board, BoardDay, BoardKind, BoardOperation, BoardOrders, BoardPeople, BoardTeam, BoardUnplaced,
    BoardWaiting,
};
use crate::workbench::{Frame, Published};
use atelier_domain::execution::{ActionOrder, Glance, Phase, PlannedOrder, Timing};
use atelier_domain::language::{Catalogue, Period, Week};
use atelier_domain::planning::Zone;
use atelier_domain::process::{Hours, Resource};
use jiff::civil::{Date, DateTime};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

/// Most actions without a date that are told.
const UNPLACED: usize = 500;
/// States of an order as the board numbers them.
const STATES: [Phase; 6] =
    [Phase::Suggested, Phase::Firm, Phase::Released, Phase::Started, Phase::Done, Phase::Closed];

/// Numbers things in the order in which they are met.
struct Numbers<K>(HashMap<K, usize>);

impl<K: Eq + Hash> Numbers<K> {
    fn new() -> Self {
        Self(HashMap::new())
    }

    /// The number of a thing, and whether it is new.
    fn of(&mut self, key: K) -> (usize, bool) {
        let next = self.0.len();
        match self.0.entry(key) {
            Entry::Occupied(known) => (*known.get(), false),
            Entry::Vacant(free) => (*free.insert(next), true),
        }
    }
}

/// Process, version, step, operation.
type Routed = (String, u32, String, String);

/// A board being drawn.
pub(super) struct Drawing<'a> {
    frame: &'a Frame,
    words: &'static Catalogue,
    period: Period,
    days: Vec<Date>,
    shown: Vec<&'a Resource>,
    at: HashMap<&'a str, usize>,
    patterns: Vec<Vec<i64>>,
    operations: (Numbers<Routed>, Vec<BoardOperation>),
    customers: (Numbers<String>, Vec<String>),
}

impl<'a> Drawing<'a> {
    pub(super) fn of(frame: &'a Frame, period: Period, asked: &BoardAsked<'_>) -> Self {
        let is_asked = |one: &&Resource| asked.teams.is_empty() || asked.teams.contains(&one.team);
        let within = frame.workshop.resources.iter().filter(|one| (asked.within)(one));
        let mut shown: Vec<&Resource> = within.filter(is_asked).collect();
        shown.sort_by(|a, b| (a.team.is_empty(), &a.team).cmp(&(b.team.is_empty(), &b.team)));
        let at = shown.iter().enumerate().map(|(at, one)| (one.code.as_str(), at)).collect();
        Self {
            frame,
            words: Catalogue::of(asked.lang),
            period,
            days: period.days().collect(),
            shown,
            at,
            patterns: vec![Vec::new()],
            operations: (Numbers::new(), Vec::new()),
            customers: (Numbers::new(), Vec::new()),
        }
    }

    pub(super) fn board(mut self, orders: &[Glance], waiting: &Published) -> Board {
        let (teams, mut people) = self.people();
        let columns = self.orders(orders, &mut people.planned);
        let unplaced = self.unplaced(waiting);
        let (frame, lang) = (self.frame, self.words.lang());
        let summary = &frame.summary;
        let kinds = frame.workshop.kinds.iter();
        Board {
            version: frame.version,
            made: frame.made_at.to_string(),
            today: summary.today.max(summary.period.first).to_string(),
            from: self.period.first.to_string(),
            to: self.period.last().to_string(),
            first_day: summary.period.first.to_string(),
            last_day: summary.period.last().to_string(),
            grid: summary.grid.0,
            days: self.days.iter().map(|day| self.day(*day)).collect(),
            kinds: kinds
                .map(|kind| BoardKind { code: kind.code.clone(), name: kind.name.get(lang).to_owned() })
                .collect(),
            teams,
            people,
            patterns: self.patterns,
            operations: self.operations.1,
            customers: self.customers.1,
            states: STATES.map(Phase::code).to_vec(),
            orders: columns,
            unplaced,
        }
    }

    fn day(&self, day: Date) -> BoardDay {
        let (workshop, summary) = (&self.frame.workshop, &self.frame.summary);
        let holiday = workshop.holidays.get(&day).map(|name| name.get(self.words.lang()).to_owned());
        let zone = summary.zone(Week::of(day));
        BoardDay { date: day.to_string(), zone: zone_code(zone), open: workshop.is_open(day), holiday }
    }

    fn people(&mut self) -> (Vec<BoardTeam>, BoardPeople) {
        let workshop = &self.frame.workshop;
        let (mut teams, mut people) = (Vec::<BoardTeam>::new(), BoardPeople::default());
        let mut known: HashMap<Vec<i64>, usize> = HashMap::from([(Vec::new(), 0)]);
        for (at, one) in self.shown.clone().into_iter().enumerate() {
            if teams.last().is_none_or(|team| team.name != one.team) {
                teams.push(BoardTeam { name: one.team.clone(), people: Vec::new() });
            }
            if let Some(team) = teams.last_mut() {
                team.people.push(at);
            }
            people.code.push(one.code.clone());
            people.name.push(one.name.clone());
            people.kind.push(workshop.kinds.iter().position(|kind| kind.code == one.kind).unwrap_or(0));
            people.team.push(teams.len() - 1);
            let hours = self.days.iter().map(|day| pairs(&workshop.hours_of(one, *day)));
            let numbered = hours.map(|pattern| {
                let next = known.len();
                *known.entry(pattern).or_insert(next)
            });
            people.hours.push(numbered.collect());
            let away = self.days.iter().enumerate().filter(|(_, day)| one.is_away(**day));
            people.away.push(away.map(|(day, _)| day).collect());
            people.planned.push(vec![0; self.days.len()]);
            people.given.push(self.days.iter().map(|day| workshop.capacity(one, *day).0).collect());
        }
        let mut patterns: Vec<(Vec<i64>, usize)> = known.into_iter().collect();
        patterns.sort_unstable_by_key(|(_, at)| *at);
        self.patterns = patterns.into_iter().map(|(pattern, _)| pattern).collect();
        (teams, people)
    }

    fn orders(&mut self, orders: &[Glance], planned: &mut [Vec<i64>]) -> BoardOrders {
        let mut columns = BoardOrders::default();
        let mut cases = Numbers::new();
        for glance in orders {
            let order = &glance.order;
            let Some(state) = STATES.iter().position(|phase| *phase == order.phase()) else { continue };
            let Some((start, end)) = order.start.zip(order.end) else { continue };
            let people = self.positions(&order.people);
            if people.is_empty() {
                continue;
            }
            // What is over is no work to come.
            for at in people.iter().filter(|_| order.report().is_none()) {
                self.add_work(order, (start, end), self.shown[*at], &mut planned[*at]);
            }
            let from = self.minutes(start);
            columns.id.push(order.id.0);
            columns.others.push(order.people.len() - people.len());
            columns.people.push(people);
            columns.start.push(from);
            columns.length.push(self.minutes(end) - from);
            columns.state.push(state);
            columns.customer.push(self.customer(order));
            columns.operation.push(self.operation(order));
            columns.case.push(cases.of(order.case.map_or(order.id.0, |case| case.0)).0);
            columns.timing.push(match glance.timing() {
                Timing::OnTime => 0,
                Timing::Tight => 1,
                Timing::Late => 2,
            });
            columns.pinned.push(u8::from(glance.is_pinned()));
        }
        columns
    }

    fn positions(&self, people: &[String]) -> Vec<usize> {
        people.iter().filter_map(|code| self.at.get(code.as_str()).copied()).collect()
    }

    /// Adds the work of an action to the days of somebody: one that goes on for days, hour by hour worked.
    fn add_work(
        &self,
        order: &ActionOrder,
        (start, end): (DateTime, DateTime),
        who: &Resource,
        days: &mut [i64],
    ) {
        let day_of = |date: Date| self.days.binary_search(&date).ok();
        if start.date() == end.date() {
            if let Some(day) = day_of(start.date()) {
                days[day] += order.minutes.0;
            }
            return;
        }
        for (day, date) in self.days.iter().enumerate() {
            let hours = self.frame.workshop.hours_of(who, *date);
            let worked = hours.iter().map(|one| {
                let (from, to) = (date.to_datetime(one.from).max(start), date.to_datetime(one.to).min(end));
                to.duration_since(from).as_mins().max(0)
            });
            days[day] += worked.sum::<i64>();
        }
    }

    fn unplaced(&mut self, waiting: &Published) -> BoardUnplaced {
        let speaker = waiting.speaker(self.words.lang());
        let mut rows = Vec::new();
        let mut found: Vec<&PlannedOrder> = waiting.orders.values().collect();
        found.sort_by_key(|planned| (planned.order.due.is_none(), planned.order.due, planned.order.id));
        let found: Vec<&PlannedOrder> =
            found.into_iter().filter(|planned| self.is_ours(&planned.order)).collect();
        for planned in found.iter().take(UNPLACED) {
            let order = &planned.order;
            let why = planned.unplaced.as_ref();
            rows.push(BoardWaiting {
                id: order.id.0,
                customer: self.frame.customer_of(order, self.words),
                operation: self.operation(order),
                people: self.positions(&order.people),
                minutes: order.minutes.0,
                due: order.due.map(|day| day.to_string()),
                cause: why.map(|one| speaker.cause(&one.cause)).unwrap_or_default(),
                free: why.map(|one| speaker.freeing(one)).unwrap_or_default(),
            });
        }
        BoardUnplaced { total: found.len(), rows }
    }

    /// Whether somebody shown has it, or could do it when nobody has.
    fn is_ours(&self, order: &ActionOrder) -> bool {
        if order.people.is_empty() {
            return self.shown.iter().any(|one| order.kinds.contains(&one.kind));
        }
        order.people.iter().any(|code| self.at.contains_key(code.as_str()))
    }

    fn customer(&mut self, order: &ActionOrder) -> usize {
        let name = self.frame.customer_of(order, self.words);
        let (at, is_new) = self.customers.0.of(name.clone());
        if is_new {
            self.customers.1.push(name);
        }
        at
    }

    fn operation(&mut self, order: &ActionOrder) -> usize {
        let key = (order.process.clone(), order.version, order.step.clone(), order.operation.clone());
        let (at, is_new) = self.operations.0.of(key);
        if is_new {
            let (lang, (step, operation)) = (self.words.lang(), self.frame.routing_of(order));
            self.operations.1.push(BoardOperation {
                process: order.process.clone(),
                step: order.step.clone(),
                operation: order.operation.clone(),
                name: operation.map_or(order.operation.as_str(), |one| one.name.get(lang)).to_owned(),
                step_name: step.map_or(order.step.as_str(), |one| one.name.get(lang)).to_owned(),
                channel: operation.map_or("desk", |one| one.channel.code()),
            });
        }
        at
    }

    /// Minutes since the midnight of the first day of the window.
    fn minutes(&self, at: DateTime) -> i64 {
        at.duration_since(self.period.first.at(0, 0, 0, 0)).as_mins()
    }
}

fn pairs(hours: &[Hours]) -> Vec<i64> {
    hours.iter().flat_map(|one| [minute(one.from), minute(one.to)]).collect()
}

/// Minutes of the day.
pub fn minute(time: jiff::civil::Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// A zone as addresses and answers say it.
pub fn zone_code(zone: Zone) -> &'static str {
    match zone {
        Zone::Frozen => "frozen",
        Zone::Firm => "firm",
        Zone::Open => "open",
    }
}
