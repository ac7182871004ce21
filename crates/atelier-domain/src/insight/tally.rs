//! One pass over the cases: each is added to the tally of its stage, its product and its owner.

use super::diagnosis::{Figures, Group, History, Missing, Named, Unmeasured, Worth, groups};
use super::stats::{Average, Delay, MEDIANS_NEEDED, Rate, SHARES_NEEDED};
use crate::execution::{Case, Standing};
use crate::language::{Currency, Money, PersonId, ProductId};
use jiff::civil::Date;
use std::collections::HashMap;
use uuid::Uuid;

/// Counts, durations and sums of some cases.
#[derive(Clone, Default)]
pub(super) struct Tally {
    won: usize,
    lost: usize,
    open: usize,
    won_days: Vec<i32>,
    lost_days: Vec<i32>,
    age_days: Vec<i32>,
    sums: Vec<Sums>,
}

/// Values in one currency.
#[derive(Clone, Copy)]
struct Sums {
    currency: Currency,
    won: usize,
    won_cents: i128,
    won_squares: f64,
    open: usize,
    open_cents: i128,
}

impl Tally {
    pub(super) fn cases(&self) -> usize {
        self.won + self.lost + self.open
    }

    fn add(&mut self, standing: Standing, days: Option<i32>, value: Option<Money>) {
        let (count, durations) = match standing {
            Standing::Won => (&mut self.won, &mut self.won_days),
            Standing::Lost => (&mut self.lost, &mut self.lost_days),
            Standing::Open => (&mut self.open, &mut self.age_days),
        };
        *count += 1;
        durations.extend(days);
        if let Some(money) = value.filter(|_| standing != Standing::Lost) {
            let sums = self.sums_in(money.currency);
            if standing == Standing::Won {
                sums.won += 1;
                sums.won_cents += i128::from(money.cents);
                sums.won_squares += (money.cents as f64).powi(2);
            } else {
                sums.open += 1;
                sums.open_cents += i128::from(money.cents);
            }
        }
    }

    fn sums_in(&mut self, currency: Currency) -> &mut Sums {
        let found = self.sums.iter().position(|sums| sums.currency == currency);
        let at = found.unwrap_or_else(|| {
            let none = Sums { currency, won: 0, won_cents: 0, won_squares: 0.0, open: 0, open_cents: 0 };
            self.sums.push(none);
            self.sums.len() - 1
        });
        &mut self.sums[at]
    }

    /// Adds all that `other` counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.won += other.won;
        self.lost += other.lost;
        self.open += other.open;
        self.won_days.extend_from_slice(&other.won_days);
        self.lost_days.extend_from_slice(&other.lost_days);
        self.age_days.extend_from_slice(&other.age_days);
        for theirs in &other.sums {
            let ours = self.sums_in(theirs.currency);
            ours.won += theirs.won;
            ours.won_cents += theirs.won_cents;
            ours.won_squares += theirs.won_squares;
            ours.open += theirs.open;
            ours.open_cents += theirs.open_cents;
        }
    }

    pub(super) fn figures(mut self) -> Figures {
        self.sums.sort_by_key(|sums| sums.currency);
        Figures {
            won: self.won,
            lost: self.lost,
            open: self.open,
            yields: Rate::measure(self.won, self.won + self.lost, SHARES_NEEDED),
            won_days: Delay::measure(&mut self.won_days, MEDIANS_NEEDED),
            lost_days: Delay::measure(&mut self.lost_days, MEDIANS_NEEDED),
            age_days: Delay::measure(&mut self.age_days, MEDIANS_NEEDED),
            values: self.sums.iter().map(worth).collect(),
        }
    }
}

fn worth(sums: &Sums) -> Worth {
    let cents = |sum: i128| i64::try_from(sum).unwrap_or(i64::MAX);
    Worth {
        currency: sums.currency,
        won: sums.won,
        won_cents: cents(sums.won_cents),
        average: Average::measure(sums.won, sums.won_cents, sums.won_squares, SHARES_NEEDED),
        open: sums.open,
        open_cents: cents(sums.open_cents),
    }
}

/// The tallies of a diagnosis. Groups are small numbers; the last product and owner is "none".
pub(super) struct Book<'a> {
    today: Date,
    team_of: Vec<Option<&'a str>>,
    stage_at: HashMap<&'a str, usize>,
    product_at: HashMap<ProductId, usize>,
    owner_at: HashMap<PersonId, usize>,
    pub(super) stages: Vec<Named>,
    pub(super) products: Vec<Named>,
    pub(super) owners: Vec<Named>,
    pub(super) gaps: Gaps,
}

impl<'a> Book<'a> {
    pub(super) fn new(history: &History<'a>) -> Self {
        let (people, products) = (history.people, history.products);
        let numbered_people = people.iter().enumerate().map(|(at, person)| (person.id, at));
        let numbered_products = products.iter().enumerate().map(|(at, product)| (product.id, at));
        let product_names = products.iter().map(|product| named(Some(product.id.0), &product.name));
        let owner_names = people.iter().map(|person| named(Some(person.id.0), &person.name));
        let nobody = || Named { id: None, name: None, tally: Tally::default() };
        let teams = people.iter().map(|person| Some(person.team.as_str()).filter(|team| !team.is_empty()));
        Self {
            today: history.today,
            team_of: teams.chain([None]).collect(),
            stage_at: HashMap::new(),
            product_at: numbered_products.collect(),
            owner_at: numbered_people.collect(),
            stages: Vec::new(),
            products: product_names.chain([nobody()]).collect(),
            owners: owner_names.chain([nobody()]).collect(),
            gaps: Gaps::default(),
        }
    }

    pub(super) fn add(&mut self, case: &'a Case) {
        let days = self.gaps.days(case, self.today);
        self.gaps.values(case);
        let owner = case.owner.and_then(|id| self.owner_at.get(&id).copied());
        let product = case.product.and_then(|id| self.product_at.get(&id).copied());
        self.gaps.note(Missing::Owner, owner.is_none());
        self.gaps.note(Missing::Product, product.is_none());

        let stage = *self.stage_at.entry(&case.stage).or_insert_with(|| {
            self.stages.push(named(None, &case.stage));
            self.stages.len() - 1
        });
        let owner = owner.unwrap_or(self.owners.len() - 1);
        let product = product.unwrap_or(self.products.len() - 1);
        self.stages[stage].tally.add(case.standing, days, case.value);
        self.products[product].tally.add(case.standing, days, case.value);
        self.owners[owner].tally.add(case.standing, days, case.value);
    }

    /// The sum of the stages.
    pub(super) fn whole(&self) -> Tally {
        let mut whole = Tally::default();
        self.stages.iter().for_each(|stage| whole.merge(&stage.tally));
        whole
    }

    /// The sums of their owners; people without a team and cases without an owner make the last group.
    pub(super) fn teams(&self) -> Vec<Group> {
        let mut at: HashMap<&str, usize> = HashMap::new();
        let mut teams: Vec<Named> = Vec::new();
        let mut none = Named { id: None, name: None, tally: Tally::default() };
        for (owner, team) in self.owners.iter().zip(&self.team_of) {
            let group = team.map(|team| {
                *at.entry(team).or_insert_with(|| {
                    teams.push(named(None, team));
                    teams.len() - 1
                })
            });
            group.map_or(&mut none, |at| &mut teams[at]).tally.merge(&owner.tally);
        }
        teams.push(none);
        groups(teams)
    }
}

fn named(id: Option<Uuid>, name: &str) -> Named {
    Named { id, name: Some(name.to_owned()), tally: Tally::default() }
}

/// Reasons why cases are missing from a figure, with how many.
#[derive(Default)]
pub(super) struct Gaps(Vec<Unmeasured>);

impl Gaps {
    fn note(&mut self, why: Missing, missing: bool) {
        if !missing {
            return;
        }
        match self.0.iter_mut().find(|gap| gap.why == why) {
            Some(gap) => gap.count += 1,
            None => self.0.push(Unmeasured { why, count: 1 }),
        }
    }

    /// Days of the cycle of a closed case, or of the age of an open one.
    fn days(&mut self, case: &Case, today: Date) -> Option<i32> {
        let is_open = case.standing == Standing::Open;
        let Some((from, to)) = case.engaged_on.zip(if is_open { Some(today) } else { case.closed_on }) else {
            self.note(if is_open { Missing::EntryDate } else { Missing::CycleDates }, true);
            return None;
        };
        let is_future = from > today || to > today;
        self.note(Missing::FutureDates, is_future);
        self.note(Missing::ReversedDates, !is_future && to < from);
        (!is_future && to >= from).then(|| (to - from).get_days())
    }

    fn values(&mut self, case: &Case) {
        self.note(Missing::WonValue, case.standing == Standing::Won && case.value.is_none());
        self.note(Missing::OpenValue, case.standing == Standing::Open && case.value.is_none());
        self.note(Missing::OpenAccount, case.standing == Standing::Open && case.account.is_none());
    }

    /// In a fixed order, whatever the order of the cases.
    pub(super) fn list(&self) -> Vec<Unmeasured> {
        let mut list = self.0.clone();
        list.sort_by_key(|gap| gap.why as u8);
        list
    }
}
