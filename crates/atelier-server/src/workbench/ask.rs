//! What is asked of a plan, as it is typed or sent, and what that means.

use super::{Aimed, Wanted};
use atelier_domain::language::{Period, Refusal};
use atelier_domain::planning::Service;
use atelier_domain::process::Unit;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// Longest period that is planned at once, in weeks: three years.
const LONGEST: i64 = 157;

/// An objective on the spot, or none for those of the process sheets; a period, or none for theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlanAsk {
    /// This process only.
    pub process: Option<String>,
    /// Objective in revenue: an amount.
    pub revenue: Option<String>,
    /// Objective in margin: an amount.
    pub margin: Option<String>,
    /// Objective in deals.
    pub deals: Option<i64>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// How sure to be of the objectives, in percent.
    pub service: Option<i64>,
}

impl PlanAsk {
    /// What it means on this day.
    ///
    /// # Errors
    /// `app/no-period`, `app/empty-period`, `app/period-too-long`, `app/past-period`, `app/bad-amount`,
    /// `app/several-objectives`, and what the service level refuses.
    pub fn aimed(&self, today: Date) -> Result<Aimed, Refusal> {
        let period = self.period(today)?;
        let service = Service::of(self.service)?;
        Ok(Aimed { process: self.process.clone(), wanted: self.wanted()?, period, service })
    }

    fn period(&self, today: Date) -> Result<Option<Period>, Refusal> {
        let (from, to) = match (self.from, self.to) {
            (Some(from), Some(to)) => (from, to),
            (None, None) => return Ok(None),
            _ => return Err(Refusal::new("app/no-period")),
        };
        let period = Period::through(from, to)
            .ok_or_else(|| Refusal::new("app/empty-period").with("from", from).with("to", to))?;
        if period.weeks_at_least(LONGEST) {
            let refusal = Refusal::new("app/period-too-long").with("from", period.first);
            return Err(refusal.with("to", period.last()).with("weeks", LONGEST));
        }
        if period.last() < today {
            return Err(Refusal::new("app/past-period").with("to", period.last()).with("today", today));
        }
        Ok(Some(period))
    }

    fn wanted(&self) -> Result<Option<Wanted>, Refusal> {
        let wanted = match (&self.revenue, &self.margin, self.deals) {
            (None, None, None) => return Ok(None),
            (Some(amount), None, None) => Wanted { unit: Unit::Revenue, quantity: cents(amount)? },
            (None, Some(amount), None) => Wanted { unit: Unit::Margin, quantity: cents(amount)? },
            (None, None, Some(deals)) if deals <= 0 => {
                return Err(Refusal::new("app/bad-amount").with("given", deals.to_string()));
            }
            (None, None, Some(deals)) => Wanted { unit: Unit::Deals, quantity: deals },
            _ => return Err(Refusal::new("app/several-objectives")),
        };
        Ok(Some(wanted))
    }
}

/// An amount as typed, in cents: digits, spaces between thousands, a point or a comma, two decimals at most.
fn cents(given: &str) -> Result<i64, Refusal> {
    let bare: String = given.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    let amount = bare.replace(',', ".").parse::<Decimal>().ok();
    let cents = amount
        .filter(|amount| amount.scale() <= 2)
        .and_then(|amount| amount.checked_mul(Decimal::ONE_HUNDRED));
    cents
        .and_then(|cents| cents.to_i64())
        .filter(|cents| *cents > 0)
        .ok_or_else(|| Refusal::new("app/bad-amount").with("given", given))
}
