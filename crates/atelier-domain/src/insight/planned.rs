//! What a process sheet plans of an indicator.

use crate::language::Period;
use crate::process::{Process, Unit};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What the process sheet plans of an indicator over the period: objectives that lie inside it, yields and
/// lead times; in the unit of the indicator.
pub fn planned(process: &Process, code: &str, period: Period) -> Option<Decimal> {
    let inside = |first: Date, last: Date| period.first <= first && last <= period.last();
    let sum = |unit: Unit| {
        let all = process
            .objectives
            .iter()
            .filter(|one| one.unit == unit && inside(one.period.first, one.period.last()));
        let total: i64 = all.map(|one| one.quantity).sum();
        (total > 0).then(|| Decimal::from(total))
    };
    match code.split_once(':') {
        None => match code {
            "deals" => sum(Unit::Deals),
            "contacts" => sum(Unit::Contacts),
            "customers" => sum(Unit::Customers),
            "proposals" => sum(Unit::Proposals),
            "revenue" => sum(Unit::Revenue),
            "margin" => sum(Unit::Margin),
            _ => None,
        },
        Some((name, step)) => {
            let step = &process.steps[process.step_index(step)?];
            match name {
                "yield" => step.yields.map(|yields| Decimal::new(i64::from(yields.millionths()), 6)),
                "lead-time" => Some(Decimal::from(step.lead_days)),
                _ => None,
            }
        }
    }
}
