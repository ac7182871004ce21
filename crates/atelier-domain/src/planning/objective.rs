//! From an objective to the deals due each week of a plan: what the objective implies by itself, or
//! what its contacts feed through the bill.

use super::{Wip, explode};
use crate::language::{Refusal, Refusals, Week};
use crate::process::{Objective, Process, Unit, due_by_week, implied_deals};

/// Units due out of the last step for an objective.
///
/// What it [implies](implied_deals); an objective in contacts gives the most deals that those contacts feed.
///
/// # Errors
/// `planning/no-average-deal`, `planning/currency-mismatch`; for contacts, those of [`explode`].
pub fn deals(process: &Process, objective: &Objective) -> Result<i64, Refusals> {
    if objective.unit == Unit::Contacts {
        return fed_by(process, objective.quantity);
    }
    implied_deals(objective).ok_or_else(|| without_deals(objective).into())
}

/// `deals` due in each of `weeks`, as [`due_by_week`] says.
///
/// What is due before the first week joins it; what is due after the last one is not in this view.
pub fn due(objective: &Objective, deals: i64, weeks: &[Week]) -> Vec<i64> {
    let mut by_week = vec![0; weeks.len()];
    for (week, units) in due_by_week(objective, deals) {
        let place = weeks.first().map_or(0, |first| first.until(week).max(0));
        if let Some(sum) = usize::try_from(place).ok().and_then(|place| by_week.get_mut(place)) {
            *sum += units;
        }
    }
    by_week
}

/// Why an objective in money cannot be counted in deals.
fn without_deals(objective: &Objective) -> Refusal {
    match objective.average_deal {
        Some(deal) if deal.cents > 0 && deal.currency != objective.currency => {
            Refusal::new("planning/currency-mismatch")
                .with("what", objective.code.as_str())
                .with("expected", objective.currency.code())
                .with("given", deal.currency.code())
        }
        _ => Refusal::new("planning/no-average-deal").with("what", objective.code.as_str()),
    }
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
