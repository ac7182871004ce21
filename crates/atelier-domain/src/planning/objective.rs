//! From an objective in money or units to the deals due each week.

use super::{Wip, explode};
use crate::language::{Money, Refusal, Refusals, Week};
use crate::process::{Objective, Process, Unit};

/// Units due out of the last step for an objective, rounded up so that the objective is reached.
///
/// Revenue ÷ average deal; margin ÷ (average deal × margin rate). An objective in contacts gives the most
/// deals that those contacts feed. Proposals and customers are what the process puts out.
///
/// # Errors
/// `planning/no-average-deal`, `planning/currency-mismatch`, `planning/no-yield`.
pub fn deals(process: &Process, objective: &Objective) -> Result<i64, Refusals> {
    match objective.unit {
        Unit::Deals | Unit::Customers | Unit::Proposals => Ok(objective.quantity),
        Unit::Contacts => fed_by(process, objective.quantity),
        Unit::Revenue => Ok(divide_up(objective.quantity, average(objective)?.cents, 10_000)),
        Unit::Margin => {
            let rate = objective.margin_rate.map_or(0, |rate| i64::from(rate.basis_points()));
            if rate == 0 {
                return Err(refuse(objective, "planning/no-average-deal").into());
            }
            Ok(divide_up(objective.quantity, average(objective)?.cents, rate))
        }
    }
}

/// Units due out of the last step in each of `weeks`.
///
/// What is due before the first week joins it; what is due after the last one is not in this view.
///
/// # Errors
/// As [`deals`].
pub fn due(process: &Process, objective: &Objective, weeks: &[Week]) -> Result<Vec<i64>, Refusals> {
    let mut by_week = vec![0; weeks.len()];
    let mut put = |week: Week, units: i64| {
        let place = weeks.first().map_or(0, |first| first.until(week).max(0));
        if let Some(sum) = usize::try_from(place).ok().and_then(|place| by_week.get_mut(place)) {
            *sum += units;
        }
    };
    if objective.due.is_empty() {
        let period = objective.period.weeks();
        let even = spread(deals(process, objective)?, period.len());
        period.into_iter().zip(even).for_each(|(week, units)| put(week, units));
    } else {
        objective.due.iter().for_each(|(&week, &units)| put(week, units));
    }
    Ok(by_week)
}

/// `units` spread evenly over `count` weeks, rounded up on cumulated quantities.
pub fn spread(units: i64, count: usize) -> Vec<i64> {
    let (units, weeks) = (i128::from(units), count as i128);
    let until = |week: usize| (units * week as i128 + weeks - 1).div_euclid(weeks);
    (0..count).map(|week| i64::try_from(until(week + 1) - until(week)).unwrap_or(i64::MAX)).collect()
}

/// `quantity × 10,000 ÷ (unit × basis_points)`, rounded up.
fn divide_up(quantity: i64, unit: i64, basis_points: i64) -> i64 {
    let (whole, part) = (i128::from(quantity) * 10_000, i128::from(unit) * i128::from(basis_points));
    i64::try_from((whole + part - 1).div_euclid(part)).unwrap_or(i64::MAX)
}

fn average(objective: &Objective) -> Result<Money, Refusals> {
    let Some(deal) = objective.average_deal.filter(|deal| deal.cents > 0) else {
        return Err(refuse(objective, "planning/no-average-deal").into());
    };
    if deal.currency != objective.currency {
        let refusal = refuse(objective, "planning/currency-mismatch")
            .with("expected", objective.currency.code())
            .with("given", deal.currency.code());
        return Err(refusal.into());
    }
    Ok(deal)
}

fn refuse(objective: &Objective, code: &'static str) -> Refusal {
    Refusal::new(code).with("what", objective.code.as_str())
}

/// The most deals whose gross contacts do not exceed `contacts`, by halving: gross needs never decrease.
fn fed_by(process: &Process, contacts: i64) -> Result<i64, Refusals> {
    let week = [Week::of(jiff::civil::Date::ZERO)];
    let (mut enough, mut too_many) = (0, contacts.max(0) + 1);
    while too_many - enough > 1 {
        let middle = enough + (too_many - enough) / 2;
        if explode(process, &[middle], &week, &Wip::none())?.contacts <= contacts {
            enough = middle;
        } else {
            too_many = middle;
        }
    }
    Ok(enough)
}
