//! For each kind of work, the cheapest hands on each day.

use std::collections::HashMap;

use super::Forward;
use super::forward::place_alone;
use crate::model::{Calendar, Model, NONE, Slot};

/// A day on which a kind of work can begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// Earliest end, whoever does it; [`NONE`]: it cannot begin that day.
    pub end: Slot,
    /// Least price of the hands.
    pub price: f64,
}

const CLOSED: Cell = Cell { end: NONE, price: 0.0 };

/// A kind of work: the same people, the same length.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    pool: u32,
    duration: u32,
    splits: bool,
}

/// What the days of people cost, and what each kind of work would pay on each day.
pub(super) struct Rows {
    days: usize,
    kinds: Vec<Kind>,
    /// Kind of each task; [`NONE`]: needs nobody, or too rich to be priced.
    kind_of: Vec<u32>,
    cells: Vec<Cell>,
    /// For each kind, person of its pool and day: the chance of these hands, and their first rank.
    odds: Vec<Vec<(f64, u32)>>,
    capacity: Vec<u32>,
    /// Price of all ranks before each, for each person.
    sums: Vec<Vec<f64>>,
}

impl Rows {
    pub fn new(model: &Model, forward: &Forward) -> Self {
        let days = model.horizon.div_ceil(model.slots_per_day) as usize;
        let mut known: HashMap<Kind, u32> = HashMap::new();
        let mut kinds = Vec::new();
        let kind_of = (0..model.len())
            .map(|task| {
                let record = &model.tasks[task as usize];
                if record.rich != NONE || record.pool == NONE || record.pinned() || !forward.possible(task) {
                    return NONE;
                }
                let kind = Kind { pool: record.pool, duration: record.duration, splits: record.splits() };
                *known.entry(kind).or_insert_with(|| {
                    kinds.push(kind);
                    kinds.len() as u32 - 1
                })
            })
            .collect();
        let mut rows = Self {
            days,
            cells: Vec::new(),
            odds: kinds
                .iter()
                .map(|kind| vec![(0.0, 0); model.pools[kind.pool as usize].len() * days])
                .collect(),
            kinds,
            kind_of,
            capacity: capacity(model, days),
            sums: vec![Vec::new(); model.people.len()],
        };
        rows.cells = (0..rows.kinds.len()).flat_map(|kind| rows.open(model, kind)).collect();
        rows
    }

    /// Days of the plan.
    pub fn days(&self) -> usize {
        self.days
    }

    /// Slots of each person on each day, person by person, pinned work taken off.
    pub fn capacity(&self) -> &[u32] {
        &self.capacity
    }

    /// The days of the kind of a task; `None`: it takes nobody's time.
    pub fn of(&self, task: u32) -> Option<&[Cell]> {
        let kind = self.kind_of[task as usize] as usize;
        self.cells.get(kind * self.days..(kind + 1) * self.days)
    }

    /// Earliest ends, which no price changes.
    fn open(&self, model: &Model, kind: usize) -> Vec<Cell> {
        let kind = self.kinds[kind];
        let mut row = vec![CLOSED; self.days];
        for &person in &model.pools[kind.pool as usize] {
            let need = model.length(kind.duration, person);
            for (day, cell) in row.iter_mut().enumerate() {
                let from = day as u32 * model.slots_per_day;
                if let Some((start, end)) = place_alone(model, person, need, kind.splits, from)
                    && start < from + model.slots_per_day
                {
                    cell.end = cell.end.min(end);
                }
            }
        }
        row
    }

    /// Takes new prices, one for each person and day; see [`soft_min`].
    pub fn price(&mut self, model: &Model, prices: &[f64], softness: f64) {
        for person in 0..model.people.len() {
            let calendar = model.calendar(person as u32);
            let prices = &prices[person * self.days..(person + 1) * self.days];
            sum(&mut self.sums[person], calendar, model.slots_per_day, prices);
        }
        for i in 0..self.kinds.len() {
            let kind = self.kinds[i];
            let pool = &model.pools[kind.pool as usize];
            let row = &mut self.cells[i * self.days..(i + 1) * self.days];
            let odds = &mut self.odds[i];
            odds.fill((0.0, 0));
            for (day, cell) in row.iter_mut().enumerate().filter(|(_, cell)| cell.end != NONE) {
                cell.price = f64::MAX;
                for (at, &person) in pool.iter().enumerate() {
                    let need = model.length(kind.duration, person);
                    let sums = &self.sums[person as usize];
                    let Some((rank, price)) = cheapest_start(model, sums, person, need, day as u32) else {
                        continue;
                    };
                    let (least, chance) = soft_min(price, cell.price, softness);
                    cell.price = least;
                    // The later ones take their share of what the earlier ones had.
                    for before in 0..at {
                        odds[before * self.days + day].0 *= 1.0 - chance;
                    }
                    odds[at * self.days + day] = (chance, rank);
                }
            }
        }
    }

    /// Takes the slots of `begun` tasks of each kind and day, by the chances of each hand.
    pub fn book(&self, model: &Model, begun: &[f64], used: &mut [f64]) {
        for (i, kind) in self.kinds.iter().enumerate() {
            for (at, &person) in model.pools[kind.pool as usize].iter().enumerate() {
                let need = model.length(kind.duration, person);
                let calendar = model.calendar(person);
                for day in 0..self.days {
                    let (chance, first) = self.odds[i][at * self.days + day];
                    let tasks = chance * begun[i * self.days + day];
                    if tasks < 1e-9 {
                        continue;
                    }
                    let mut rank = first;
                    while rank < first + need {
                        let on = calendar.slot(rank) / model.slots_per_day;
                        let end = calendar.rank((on + 1) * model.slots_per_day).min(first + need);
                        used[person as usize * self.days + on as usize] += tasks * f64::from(end - rank);
                        rank = end;
                    }
                }
            }
        }
    }

    /// Position of the kind of a task on a day, in the list that [`Self::book`] takes.
    pub fn cell_of(&self, task: u32, day: usize) -> Option<usize> {
        let kind = self.kind_of[task as usize];
        (kind != NONE).then(|| kind as usize * self.days + day)
    }

    /// Number of kinds and days.
    pub fn cells(&self) -> usize {
        self.cells.len()
    }
}

/// The least of two costs, smoothed over differences of `softness`, and the chance of the first.
#[inline]
pub(super) fn soft_min(first: f64, second: f64, softness: f64) -> (f64, f64) {
    let apart = first - second;
    if apart >= 30.0 * softness {
        return if apart == 0.0 { (second, 0.5) } else { (second, 0.0) };
    }
    if apart <= -30.0 * softness {
        return (first, 1.0);
    }
    let odds = (-apart / softness).exp();
    (second - softness * odds.ln_1p(), odds / (1.0 + odds))
}

/// Worked slots of each person and day that no pinned task takes.
fn capacity(model: &Model, days: usize) -> Vec<u32> {
    let ranks = |person: u32, from: Slot, to: Slot| {
        model.calendar(person).rank(to) - model.calendar(person).rank(from)
    };
    let day = model.slots_per_day;
    let mut capacity: Vec<u32> = (0..model.people.len() as u32)
        .flat_map(|person| (0..days as u32).map(move |at| ranks(person, at * day, (at + 1) * day)))
        .collect();
    for &(_, pin) in model.pinned.iter().filter(|pinned| pinned.1.person != NONE) {
        for at in pin.start / day..pin.end.div_ceil(day) {
            let taken = ranks(pin.person, pin.start.max(at * day), pin.end.min((at + 1) * day));
            let left = &mut capacity[pin.person as usize * days + at as usize];
            *left = left.saturating_sub(taken);
        }
    }
    capacity
}

/// Price of all ranks before each.
fn sum(sums: &mut Vec<f64>, calendar: &Calendar, slots_per_day: u32, prices: &[f64]) {
    sums.clear();
    let mut total = 0.0;
    sums.push(total);
    for stretch in calendar.stretches() {
        for slot in stretch.start..stretch.end {
            total += prices[(slot / slots_per_day) as usize];
            sums.push(total);
        }
    }
}

/// The rank of `day` from which `need` slots in a row cost least, and their price.
///
/// The price of a run changes at a steady pace while its two ends stay within their days, so only
/// the ranks where one of them enters another day are tried.
fn cheapest_start(model: &Model, sums: &[f64], person: u32, need: u32, day: u32) -> Option<(u32, f64)> {
    let calendar = model.calendar(person);
    let at = |day: u32| calendar.rank(day * model.slots_per_day);
    let (first, after) = (at(day), at(day + 1));
    let last = (calendar.worked() + 1).checked_sub(need)?.min(after).checked_sub(1)?;
    if first > last {
        return None;
    }
    let price = |rank: u32| sums[(rank + need) as usize] - sums[rank as usize];
    let mut best = (first, price(first));
    let mut try_rank = |rank: u32| {
        let price = price(rank);
        if price < best.1 {
            best = (rank, price);
        }
    };
    try_rank(last);
    let mut day = day + 1;
    while at(day) < last + need {
        if at(day) > first + need {
            try_rank(at(day) - need);
        }
        day += 1;
    }
    Some(best)
}
