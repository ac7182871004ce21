//! What an objective asks for: deals, and when they are due.

use super::{Objective, Unit};
use crate::language::Week;

/// Deals that the objective implies by itself, rounded up so that it is reached, exact.
///
/// Revenue ÷ average deal; margin ÷ (average deal × margin rate). Proposals and customers are what the
/// process puts out. `None` when the objective does not say it: in contacts, which the bill of actions
/// alone turns into deals; in money, without the average deal in its currency or the margin rate it needs.
/// Source: docs/process.md, level 1.
pub fn implied_deals(objective: &Objective) -> Option<i64> {
    let of_deal = |basis_points: i64| {
        let deal = objective.average_deal.filter(|deal| deal.currency == objective.currency)?;
        let part = i128::from(deal.cents) * i128::from(basis_points);
        (part > 0).then(|| quotient_up(i128::from(objective.quantity) * 10_000, part))
    };
    match objective.unit {
        Unit::Revenue => of_deal(10_000),
        Unit::Margin => of_deal(objective.margin_rate.map_or(0, |rate| i64::from(rate.basis_points()))),
        Unit::Proposals | Unit::Customers | Unit::Deals => Some(objective.quantity),
        Unit::Contacts => None,
    }
}

/// Deals due in each week, in order; weeks without any are left out.
///
/// As written; when nothing is written, `deals` spread evenly over the weeks of the period, the
/// cumulated quantities rounded up: 20 over 13 weeks begins 2, 2, 1.
pub fn due_by_week(objective: &Objective, deals: i64) -> Vec<(Week, i64)> {
    if !objective.due.is_empty() {
        return objective.due.iter().map(|(week, deals)| (*week, *deals)).collect();
    }
    let weeks = objective.period.weeks();
    let (deals, count) = (i128::from(deals), weeks.len() as i128);
    let until = |index: i128| quotient_up(deals * index, count);
    let due = |(index, week): (i128, Week)| (week, until(index + 1) - until(index));
    (0..count).zip(weeks).map(due).filter(|(_, deals)| *deals > 0).collect()
}

/// Division rounded up.
fn quotient_up(part: i128, whole: i128) -> i64 {
    i64::try_from((part + whole - 1).div_euclid(whole)).unwrap_or(i64::MAX)
}
