//! What an import gave, and what could not be measured.

use super::importer::{Record, Sink, ended};
use super::mapping::Kind;
use super::reject::Reject;
use crate::execution::{Case, Passage, Standing};
use crate::language::{Currency, Money, Refusal};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashSet};

/// How long cases took from engagement to closing, in days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Cases with both days.
    pub cases: i64,
    /// Sum of their days.
    pub days: i64,
    /// Exact mean.
    pub mean: Decimal,
    /// Median; half-way between the two middle ones when the count is even.
    pub median: Decimal,
}

/// What an import gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Rows read, without headers, by kind.
    pub read: BTreeMap<Kind, u64>,
    /// Records given, by kind.
    pub records: BTreeMap<Kind, u64>,
    /// Rows set aside; one row may have several rejects.
    pub rejected_rows: u64,
    /// Cases by standing.
    pub standings: BTreeMap<Standing, i64>,
    /// Cases by stage of the source.
    pub stages: BTreeMap<String, i64>,
    /// Open cases without account.
    pub open_without_account: i64,
    /// People whom no case names.
    pub people_without_case: usize,
    /// Sum of the values of won cases.
    pub won_value: Money,
    /// Of won cases; `None` when none has both days.
    pub won_cycle: Option<Cycle>,
    /// Of lost cases.
    pub lost_cycle: Option<Cycle>,
    /// Whether passages come from a stage history.
    pub history: bool,
    /// What could not be measured: what, why and what would make it measurable. Nothing is refused by these.
    pub unmeasured: Vec<Refusal>,
}

/// Counts while rows go by.
#[derive(Debug, Default)]
pub(super) struct Tally {
    read: BTreeMap<Kind, u64>,
    records: BTreeMap<Kind, u64>,
    standings: BTreeMap<Standing, i64>,
    stages: BTreeMap<String, i64>,
    open_without_account: i64,
    won_cents: i128,
    won_days: BTreeMap<i64, i64>,
    lost_days: BTreeMap<i64, i64>,
    undated: i64,
    open_undated: i64,
    won_without_value: i64,
    open_without_value: i64,
    unplaced: i64,
}

impl Tally {
    pub fn row(&mut self, kind: Kind) {
        *self.read.entry(kind).or_default() += 1;
    }

    pub fn put(&mut self, record: Record, out: Sink<'_>) {
        let kind = match &record {
            Record::Account(_) => Kind::Accounts,
            Record::Person(_) => Kind::People,
            Record::Product(_) => Kind::Products,
            Record::Case(_) => Kind::Cases,
            Record::Passage(_) => Kind::Passages,
        };
        *self.records.entry(kind).or_default() += 1;
        if let Record::Case(case) = &record {
            self.case(case);
        }
        out(record);
    }

    pub fn passage(&mut self, passage: Passage, out: Sink<'_>) {
        self.put(Record::Passage(passage), out);
    }

    fn case(&mut self, case: &Case) {
        *self.standings.entry(case.standing).or_default() += 1;
        match self.stages.get_mut(&case.stage) {
            Some(count) => *count += 1,
            None => {
                self.stages.insert(case.stage.clone(), 1);
            }
        }
        if ended(case.standing) {
            self.ended(case);
        } else {
            self.open_without_account += i64::from(case.account.is_none());
            self.open_undated += i64::from(case.engaged_on.is_none());
            self.open_without_value += i64::from(case.value.is_none());
            self.unplaced += i64::from(case.step.is_none());
        }
    }

    fn ended(&mut self, case: &Case) {
        if case.standing == Standing::Won {
            self.won_cents += case.value.map_or(0, |value| i128::from(value.cents));
            self.won_without_value += i64::from(case.value.is_none());
        }
        let days = match (case.engaged_on, case.closed_on) {
            (Some(engaged), Some(closed)) => i64::from((closed - engaged).get_days()),
            _ => return self.undated += 1,
        };
        let spread = if case.standing == Standing::Won { &mut self.won_days } else { &mut self.lost_days };
        *spread.entry(days).or_default() += 1;
    }

    pub fn report(self, currency: Currency, idle: usize, history: bool, rejects: &[Reject]) -> Report {
        let rejected: HashSet<_> = rejects.iter().map(|reject| (reject.kind, reject.row)).collect();
        let unmeasured = self.unmeasured(history);
        let cents = i64::try_from(self.won_cents).unwrap_or(i64::MAX);
        Report {
            read: self.read,
            records: self.records,
            rejected_rows: rejected.len() as u64,
            standings: self.standings,
            stages: self.stages,
            open_without_account: self.open_without_account,
            people_without_case: idle,
            won_value: Money { cents, currency },
            won_cycle: cycle(&self.won_days),
            lost_cycle: cycle(&self.lost_days),
            history,
            unmeasured,
        }
    }

    fn unmeasured(&self, history: bool) -> Vec<Refusal> {
        let history = (!history).then(|| Refusal::new("import/no-stage-history"));
        let counted = [
            ("import/cycle-undated", self.undated),
            ("import/age-undated", self.open_undated),
            ("import/won-without-value", self.won_without_value),
            ("import/open-without-value", self.open_without_value),
            ("import/unplaced-cases", self.unplaced),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        history
            .into_iter()
            .chain(counted.map(|(code, count)| Refusal::new(code).with("count", count)))
            .collect()
    }
}

fn cycle(spread: &BTreeMap<i64, i64>) -> Option<Cycle> {
    let cases: i64 = spread.values().sum();
    let days: i64 = spread.iter().map(|(days, count)| days * count).sum();
    let mean = Decimal::from(days).checked_div(Decimal::from(cases))?;
    let middle = Decimal::from(ranked(spread, (cases - 1) / 2)? + ranked(spread, cases / 2)?);
    Some(Cycle { cases, days, mean, median: middle / Decimal::TWO })
}

/// The days of the case of this rank, from 0, the quickest first.
fn ranked(spread: &BTreeMap<i64, i64>, rank: i64) -> Option<i64> {
    let mut passed = 0;
    spread.iter().find_map(|(days, count)| {
        passed += count;
        (rank < passed).then_some(*days)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_count_is_half_way() {
        let spread = BTreeMap::from([(1, 1), (4, 2), (9, 1)]);
        let cycle = cycle(&spread).unwrap();
        assert_eq!((cycle.cases, cycle.days, cycle.median), (4, 18, Decimal::from(4)));
        assert_eq!(cycle.mean, Decimal::new(45, 1));
        let even = super::cycle(&BTreeMap::from([(1, 1), (2, 1)])).unwrap();
        assert_eq!(even.median, Decimal::new(15, 1));
        assert_eq!(super::cycle(&BTreeMap::new()), None);
    }
}
