//! Means and costs (*moyens*): what an hour, an action, a contact and a deal cost, and what an hour brings.

use super::{Load, Needs};
use crate::language::{Currency, Minutes, Money, Refusal, Refusals};
use crate::process::{Process, Workshop};

/// Work of a kind and its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// Code of the kind.
    pub kind: String,
    /// Cost of an hour; `None`: not known, its work is left out of the totals and told in `without_cost`.
    pub hour_cost: Option<Money>,
    /// Work.
    pub minutes: Minutes,
    /// Cost of that work, half up to the cent.
    pub cost: Option<Money>,
}

/// Cost of an operation done once, by everybody it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationCost {
    /// Code of the operation.
    pub operation: String,
    /// For one unit, preparation of its lot included; half up to the cent.
    pub cost: Money,
}

/// Costs of a load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// By kind, in the order of the load.
    pub kinds: Vec<Hourly>,
    /// By operation, in the order of the bill; those of a kind without cost count the others only.
    pub operations: Vec<OperationCost>,
    /// All the work.
    pub total: Money,
    /// Per contact to make, half up; `None` without contact.
    pub per_contact: Option<Money>,
    /// Per deal due, half up; `None` without deal.
    pub per_deal: Option<Money>,
    /// Kinds that work and have no cost: the figures above are then too low.
    pub without_cost: Vec<String>,
}

/// What the hours of a kind bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// Margin for an hour, half up to the cent.
    pub margin_per_hour: Money,
    /// Work for a deal, half up to the minute.
    pub minutes_per_deal: Minutes,
}

impl Return {
    /// Of `deals` that bring `margin` and take `minutes` of the bottleneck; `None` without deals or minutes.
    pub fn of(margin: Money, minutes: Minutes, deals: i64) -> Option<Self> {
        let margin_per_hour = margin_per_hour(margin, minutes)?;
        Some(Self { margin_per_hour, minutes_per_deal: Minutes(half_up(minutes.0.into(), deals)?) })
    }
}

/// Margin for an hour of work, half up to the cent; `None` without work.
pub fn margin_per_hour(margin: Money, minutes: Minutes) -> Option<Money> {
    Some(Money { cents: half_up(i128::from(margin.cents) * 60, minutes.0)?, ..margin })
}

/// Prices a load with the hour costs of the workshop's kinds, in the currency of the workshop.
///
/// # Errors
/// `planning/currency-mismatch` for each kind priced in another currency.
/// Source: docs/method.md, "Costs".
pub fn costs(
    process: &Process,
    needs: &Needs,
    load: &Load,
    workshop: &Workshop,
    deals: i64,
) -> Result<Costs, Refusals> {
    check_currency(workshop)?;
    let money = |cents| Money { cents, currency: workshop.currency };
    let kinds: Vec<Hourly> = load
        .kinds
        .iter()
        .map(|asked| {
            let (minutes, hour_cost) = (asked.total(), hour_cost(workshop, &asked.kind));
            Hourly {
                kind: asked.kind.clone(),
                hour_cost,
                minutes,
                cost: hour_cost.map(|hour| price(hour, minutes)),
            }
        })
        .collect();
    let total: i64 = kinds.iter().filter_map(|kind| kind.cost).map(|cost| cost.cents).sum();
    let without = kinds.iter().filter(|kind| kind.hour_cost.is_none() && kind.minutes > Minutes(0));
    Ok(Costs {
        operations: operations(process, workshop),
        total: money(total),
        per_contact: half_up(total.into(), needs.contacts).map(money),
        per_deal: half_up(total.into(), deals).map(money),
        without_cost: without.map(|kind| kind.kind.clone()).collect(),
        kinds,
    })
}

fn check_currency(workshop: &Workshop) -> Result<(), Refusals> {
    let mut refusals = Refusals::default();
    let foreign = |currency: Currency| currency != workshop.currency;
    for kind in &workshop.kinds {
        if let Some(cost) = kind.hour_cost.filter(|cost| foreign(cost.currency)) {
            let refusal = Refusal::new("planning/currency-mismatch").field("hour_cost");
            let refusal = refusal.with("what", kind.code.as_str()).with("expected", workshop.currency.code());
            refusals.push(refusal.with("given", cost.currency.code()));
        }
    }
    refusals.or(())
}

fn operations(process: &Process, workshop: &Workshop) -> Vec<OperationCost> {
    let all = process.steps.iter().flat_map(|step| &step.operations);
    let priced = all.map(|operation| {
        let hours = operation.kinds.iter().filter_map(|kind| hour_cost(workshop, kind));
        let cents = hours.map(|hour| price(hour, operation.work(1)).cents).sum();
        OperationCost {
            operation: operation.code.clone(),
            cost: Money { cents, currency: workshop.currency },
        }
    });
    priced.collect()
}

fn hour_cost(workshop: &Workshop, code: &str) -> Option<Money> {
    workshop.kinds.iter().find(|kind| kind.code == code).and_then(|kind| kind.hour_cost)
}

fn price(hour: Money, minutes: Minutes) -> Money {
    let cents = half_up(i128::from(hour.cents) * i128::from(minutes.0), 60);
    Money { cents: cents.unwrap_or(i64::MAX), ..hour }
}

/// Rounded to the nearest, half up; `None` when there is nothing to divide by.
fn half_up(whole: i128, part: i64) -> Option<i64> {
    let part = i128::from(part);
    (part > 0).then(|| i64::try_from((whole * 2 + part).div_euclid(part * 2)).unwrap_or(i64::MAX))
}
