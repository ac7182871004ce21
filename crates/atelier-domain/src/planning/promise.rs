//! Feasibility of an objective (*faisabilité d'un objectif*): yes, or what is missing, and what is possible.

use super::rough_cut::{Asked, Overload, asked_by_needs, missing, rough_cut};
use super::scenario::Subcontract;
use super::{Balance, Capacity, Held, Load, Needs, Service, Shortage, Wip, balance, explode_at, load};
use crate::language::{Args, Catalogue, Lang, Minutes, Refusals, Week};
use crate::process::{Kind, Process, Workshop};

/// What is asked of the workshop.
#[derive(Clone, Copy, Debug)]
pub struct Demand<'a> {
    /// By this process.
    pub process: &'a Process,
    /// Units due out of it, one per week of the capacity.
    pub due: &'a [i64],
    /// With this work in progress.
    pub wip: &'a Wip,
    /// By these people; its weeks are the horizon.
    pub capacity: &'a Capacity,
    /// Shares of operations done by another kind.
    pub subcontracts: &'a [Subcontract],
    /// Who these people are and what else they do; without it only totals are compared.
    pub room: Option<Room<'a>>,
    /// How sure it should be.
    pub service: Service,
}

/// The people of a demand with their skills, and the work that they have besides.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// Skills and teams.
    pub workshop: &'a Workshop,
    /// All the hours, those taken by other work included; over the weeks of the demand.
    pub capacity: &'a Capacity,
    /// Who leads the work in progress of the demand.
    pub held: &'a [Held],
    /// The other work.
    pub others: &'a [Asked],
}

/// Needs, load and balance of a demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What each step must receive.
    pub needs: Needs,
    /// The work of it.
    pub load: Load,
    /// Against capacity.
    pub balance: Balance,
    /// Work that the people able to do it cannot hold, when this demand adds to what is missing.
    pub overloads: Vec<Overload>,
}

impl Demand<'_> {
    /// Computes needs, load and balance.
    ///
    /// # Errors
    /// `planning/no-yield`.
    pub fn plan(&self) -> Result<Plan, Refusals> {
        let (needs, _) = explode_at(self.process, self.due, &self.capacity.weeks, self.wip, self.service)?;
        let mut load = load(self.process, &needs);
        for given in self.subcontracts {
            load = load.subcontract(&given.operation, given.share, &given.kind);
        }
        let balance = balance(&load, self.capacity);
        let overloads = self.room.map_or_else(Vec::new, |room| room.overloads(self.process, &needs, &load));
        Ok(Plan { needs, load, balance, overloads })
    }

    fn with_due<'a>(&'a self, due: &'a [i64]) -> Demand<'a> {
        Demand { due, ..*self }
    }
}

impl Room<'_> {
    /// What the other work and this load cannot have together; nothing when the other work alone lacks as much.
    fn overloads(&self, process: &Process, needs: &Needs, load: &Load) -> Vec<Overload> {
        let before = missing(&rough_cut(self.others, self.capacity, self.workshop));
        let mut asked = asked_by_needs(process, needs, load, self.held, self.workshop);
        asked.extend_from_slice(self.others);
        let overloads = rough_cut(&asked, self.capacity, self.workshop);
        if missing(&overloads) > before { overloads } else { Vec::new() }
    }
}

impl Plan {
    /// Nothing is short, whoever can do it, and nothing should have started before the first week.
    ///
    /// Necessary; finite scheduling confirms it.
    pub fn is_feasible(&self) -> bool {
        let fits = self.balance.kinds.iter().all(|kind| kind.largest_shortage().is_none());
        fits && self.overloads.is_empty() && !self.needs.is_overdue()
    }
}

/// The answer to "can this be done?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Whether it can.
    pub feasible: bool,
    /// Units asked in all.
    pub asked: i64,
    /// Kind of resource that limits, when there is work.
    pub bottleneck: Option<String>,
    /// Whether that kind has any known capacity.
    pub has_capacity: bool,
    /// What it misses most, and the week by the end of which it does.
    pub missing: Option<(Minutes, Week)>,
    /// Work that the people able to do it cannot hold, the most missing first.
    pub overloads: Vec<Overload>,
    /// Units that should have entered a step before the first week, by step code.
    pub late_starts: Vec<(String, i64)>,
    /// Fewest whole weeks later at which everything fits, with the new last week due; within the horizon.
    pub nearest_date: Option<(i64, Week)>,
    /// Most units that fit with the dates asked, each week keeping its part.
    pub nearest_quantity: i64,
}

/// Answers whether a demand can be met (*capable-to-promise*), and what the nearest ones are that can.
///
/// # Errors
/// `planning/no-yield`.
/// Source: docs/method.md, "Promise".
pub fn promise(demand: &Demand<'_>) -> Result<Promise, Refusals> {
    let plan = demand.plan()?;
    let weeks = &demand.capacity.weeks;
    let limit = plan.balance.bottleneck();
    let named = |short: Shortage| Some((short.missing, *weeks.get(short.week)?));
    let late = plan.needs.steps.iter().filter(|step| step.overdue > 0);
    Ok(Promise {
        feasible: plan.is_feasible(),
        asked: demand.due.iter().sum(),
        bottleneck: limit.map(|kind| kind.kind.clone()),
        has_capacity: limit.is_none_or(|kind| kind.capacity.is_some()),
        missing: limit.and_then(super::KindBalance::largest_shortage).and_then(named),
        overloads: plan.overloads,
        late_starts: late.map(|step| (step.step.clone(), step.overdue)).collect(),
        nearest_date: nearest_date(demand)?,
        nearest_quantity: nearest_quantity(demand)?,
    })
}

fn nearest_date(demand: &Demand<'_>) -> Result<Option<(i64, Week)>, Refusals> {
    let Some(last) = demand.due.iter().rposition(|&units| units > 0) else { return Ok(None) };
    for later in 0..demand.due.len() - last {
        let mut due = vec![0; demand.due.len()];
        due[later..=last + later].copy_from_slice(&demand.due[..=last]);
        if demand.with_due(&due).plan()?.is_feasible() {
            return Ok(Some((later as i64, demand.capacity.weeks[last + later])));
        }
    }
    Ok(None)
}

/// By halving. Load grows with the quantity (but for lots begun, so the answer is checked, not only deduced).
fn nearest_quantity(demand: &Demand<'_>) -> Result<i64, Refusals> {
    let asked: i64 = demand.due.iter().sum();
    let (mut fits, mut too_many) = (0, asked + 1);
    while too_many - fits > 1 {
        let middle = fits + (too_many - fits) / 2;
        let due = scaled(demand.due, middle, asked);
        if demand.with_due(&due).plan()?.is_feasible() {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    Ok(fits)
}

/// `quantity` units with the rhythm of `due`, rounded down on cumulated quantities.
fn scaled(due: &[i64], quantity: i64, asked: i64) -> Vec<i64> {
    let (mut total, mut before) = (0_i128, 0);
    let week = |units: &i64| {
        total += i128::from(*units) * i128::from(quantity);
        let until = i64::try_from(total / i128::from(asked.max(1))).unwrap_or(i64::MAX);
        let units = until - before;
        before = until;
        units
    };
    due.iter().map(week).collect()
}

impl Promise {
    /// The answer, why, and the nearest possible ones, in the reader's language.
    pub fn sentences(&self, words: &Catalogue, kinds: &[Kind]) -> Vec<String> {
        let mut said = self.answer(words, kinds);
        if !self.feasible {
            said.push(self.other_date(words));
            let quantity = Args::new()
                .with("quantity", words.show().count(self.nearest_quantity))
                .with("asked", words.show().count(self.asked))
                .with_count("count", self.nearest_quantity);
            said.push(words.text("planning-promise-quantity", &quantity));
        }
        said
    }

    fn answer(&self, words: &Catalogue, kinds: &[Kind]) -> Vec<String> {
        let show = words.show();
        if self.feasible {
            let asked = Args::new().with("quantity", show.count(self.asked)).with_count("count", self.asked);
            return vec![words.text("planning-promise-yes", &asked)];
        }
        let mut said = Vec::new();
        if self.says_no_first() {
            said.push(words.plain("planning-promise-rough-cut"));
        }
        if let (Some((missing, week)), Some(kind)) = (self.missing, &self.bottleneck) {
            let decimals = if missing.0 % 60 == 0 { 0 } else { 1 + u32::from(missing.0 % 6 != 0) };
            let args = Args::new()
                .with("missing", show.hours(missing, decimals))
                .with("of", of_kind(words.lang(), name_of(kind, kinds, words.lang())))
                .with("week", show.week(week));
            let id =
                if self.has_capacity { "planning-promise-short" } else { "planning-promise-no-capacity" };
            said.push(words.text(id, &args));
        }
        for (step, units) in &self.late_starts {
            let args = Args::new().with("units", show.count(*units)).with_count("count", *units);
            said.push(words.text("planning-promise-late-start", &args.with("step", step.clone())));
        }
        said
    }

    /// Whether totals hold and only people, skills and lead times say no.
    pub fn says_no_first(&self) -> bool {
        self.missing.is_none() && !self.overloads.is_empty()
    }

    fn other_date(&self, words: &Catalogue) -> String {
        let Some((later, week)) = self.nearest_date else { return words.plain("planning-promise-no-date") };
        let args = Args::new().with("week", words.show().week(week)).with_count("count", later);
        words.text("planning-promise-date", &args)
    }
}

fn name_of<'a>(code: &'a str, kinds: &'a [Kind], lang: Lang) -> &'a str {
    kinds.iter().find(|kind| kind.code == code).map_or(code, |kind| kind.name.get(lang))
}

/// "de vendeurs", "d’avant-ventes": French elides before a vowel.
pub fn of_kind(lang: Lang, name: &str) -> String {
    let vowel = name.chars().next().is_some_and(|first| "aeiouyéèêàâîôhAEIOUYÉÈÊÀÂÎÔH".contains(first));
    match lang {
        Lang::En => format!("of {name}"),
        Lang::Fr if vowel => format!("d’{name}"),
        Lang::Fr => format!("de {name}"),
    }
}
