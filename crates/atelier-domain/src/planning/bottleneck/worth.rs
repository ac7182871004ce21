//! What the objectives of a plan are worth, and the part of it that does not get through.

use super::Stream;
use crate::language::{Currency, Money};
use crate::planning::deals;
use crate::process::Objective;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a stake is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Gross margin.
    Margin,
    /// Revenue: the margin of some process is not known.
    Revenue,
}

/// Money of the objectives that does not get through in the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stake {
    /// Margin or revenue.
    pub basis: Basis,
    /// With the work in the week where the needs put it; half up to the cent.
    pub money: Money,
    /// What is missing even when everything is done as early as hours allow; never above `money`.
    pub at_least: Money,
}

/// Worth of the objectives of each process, in one money and on one basis.
pub(super) struct Worths {
    basis: Basis,
    currency: Option<Currency>,
    cents: BTreeMap<String, i64>,
    /// Codes of the processes with an objective whose worth is not known.
    pub(super) unvalued: Vec<String>,
}

impl Worths {
    /// In margin when it is known of every process with an objective, else in revenue. A process whose
    /// deals have no value, or are in another money than the first, is left out and named.
    pub(super) fn of(streams: &[Stream<'_>]) -> Self {
        let wanted: Vec<&Stream<'_>> = streams.iter().filter(|one| !one.objectives.is_empty()).collect();
        let has_margin = |one: &&Stream<'_>| worth(one, Basis::Margin).is_some();
        let basis = if wanted.iter().all(has_margin) { Basis::Margin } else { Basis::Revenue };
        let mut worths = Self { basis, currency: None, cents: BTreeMap::new(), unvalued: Vec::new() };
        for stream in wanted {
            let code = stream.process.code.clone();
            match worth(stream, basis) {
                Some(money) if *worths.currency.get_or_insert(money.currency) == money.currency => {
                    worths.cents.insert(code, money.cents);
                }
                _ => worths.unvalued.push(code),
            }
        }
        worths
    }

    /// The stake of losing `part` of `whole` of these processes, of which `least` whatever is done.
    /// `None` when none of them has a known worth.
    pub(super) fn stake<'p>(
        &self,
        processes: impl IntoIterator<Item = &'p str>,
        (part, least, whole): (i64, i64, i64),
    ) -> Option<Stake> {
        let currency = self.currency?;
        let known: Vec<i64> =
            processes.into_iter().filter_map(|code| self.cents.get(code)).copied().collect();
        let all: i128 = known.iter().map(|cents| i128::from(*cents)).sum();
        (!known.is_empty()).then_some(())?;
        let of = |part: i64| Money { cents: portion(all, part.min(whole), whole), currency };
        Some(Stake { basis: self.basis, money: of(part), at_least: of(least.min(part)) })
    }
}

/// What the objectives of a process bring when they are met.
fn worth(stream: &Stream<'_>, basis: Basis) -> Option<Money> {
    let mut sum: Option<Money> = None;
    for objective in stream.objectives {
        let money = of_objective(stream, objective, basis)?;
        sum = match sum {
            None => Some(money),
            Some(before) if before.currency == money.currency => {
                Some(Money { cents: before.cents.checked_add(money.cents)?, ..money })
            }
            Some(_) => return None,
        };
    }
    sum
}

/// Deals × average deal, × margin rate for a margin.
fn of_objective(stream: &Stream<'_>, objective: &Objective, basis: Basis) -> Option<Money> {
    let deal = objective.average_deal?;
    let rate = match basis {
        Basis::Margin => i128::from(objective.margin_rate?.basis_points()),
        Basis::Revenue => 10_000,
    };
    let count = deals(stream.process, objective).ok()?;
    let cents = i128::from(deal.cents) * i128::from(count) * rate / 10_000;
    Some(Money { cents: i64::try_from(cents).ok()?, currency: deal.currency })
}

/// `all × part ÷ whole`, half up; nothing when there is no whole.
fn portion(all: i128, part: i64, whole: i64) -> i64 {
    let (part, whole) = (i128::from(part.max(0)), i128::from(whole));
    if whole <= 0 {
        return 0;
    }
    i64::try_from((all * part * 2 + whole) / (whole * 2)).unwrap_or(i64::MAX)
}
