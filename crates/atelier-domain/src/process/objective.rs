//! What an objective asks for: deals, and when they are due.

use super::{Objective, Unit};
use crate::language::Week;

/// Deals that the objective implies, rounded up, exact.
///
/// Revenue ÷ average deal; margin ÷ (average deal × margin rate). What is not money is already a count.
/// 0 when the average deal or the margin rate it needs is missing, which the reader refuses.
/// Source: docs/process.md, level 1.
pub fn implied_deals(objective: &Objective) -> i64 {
    let deal = objective.average_deal.map_or(0, |deal| i128::from(deal.cents));
    let rate = objective.margin_rate.map_or(0, |rate| i128::from(rate.basis_points()));
    let quantity = i128::from(objective.quantity);
    match objective.unit {
        Unit::Revenue => quotient_up(quantity, deal),
        Unit::Margin => quotient_up(quantity * 10_000, deal * rate),
        Unit::Contacts | Unit::Proposals | Unit::Customers | Unit::Deals => objective.quantity,
    }
}

/// Deals due in each week, in order.
///
/// As written; when nothing is written, spread evenly over the weeks of the period, the cumulated
/// quantities rounded up: 20 over 13 weeks begins 2, 2, 1. The sum is always that of [`implied_deals`].
pub fn due_by_week(objective: &Objective) -> Vec<(Week, i64)> {
    if !objective.due.is_empty() {
        return objective.due.iter().map(|(week, deals)| (*week, *deals)).collect();
    }
    let deals = i128::from(implied_deals(objective));
    let weeks = objective.period.weeks();
    let count = weeks.len() as i128;
    let until = |index: i128| quotient_up(deals * index, count);
    let due = |(index, week): (i128, Week)| (week, until(index + 1) - until(index));
    (0..count).zip(weeks).map(due).filter(|(_, deals)| *deals > 0).collect()
}

/// Division rounded up; 0 when there is nothing to divide by.
fn quotient_up(part: i128, whole: i128) -> i64 {
    if whole <= 0 {
        return 0;
    }
    i64::try_from((part + whole - 1).div_euclid(whole)).unwrap_or(i64::MAX)
}
