//! Scenarios side by side.

use super::{Balance, Demand, Scenario, margin_per_hour};
use crate::language::{Money, Refusals};
use crate::process::Bilingual;

/// One column of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Code of the scenario.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// Contacts to make.
    pub contacts: i64,
    /// Load, ratio and shortage of every kind.
    pub balance: Balance,
    /// Kind that limits.
    pub bottleneck: Option<String>,
    /// Margin for an hour of that kind.
    pub margin_per_hour: Option<Money>,
    /// Whether it fits on totals, within the lead times.
    pub feasible: bool,
}

/// Computes each scenario on its own copy of `base`, in the order given.
///
/// # Errors
/// The refusals of all the scenarios together; see [`Scenario::apply`].
pub fn compare_scenarios(
    base: &Demand<'_>,
    margin: Option<Money>,
    scenarios: &[Scenario],
) -> Result<Vec<Compared>, Refusals> {
    let (mut columns, mut refusals) = (Vec::new(), Refusals::default());
    for scenario in scenarios {
        match column(base, margin, scenario) {
            Ok(column) => columns.push(column),
            Err(refused) => refusals.0.extend(refused.0),
        }
    }
    refusals.or(columns)
}

fn column(base: &Demand<'_>, margin: Option<Money>, scenario: &Scenario) -> Result<Compared, Refusals> {
    let variant = scenario.apply(base)?;
    let plan = variant.demand(base).plan()?;
    let limit = plan.balance.bottleneck();
    Ok(Compared {
        code: scenario.code.clone(),
        name: scenario.name.clone(),
        contacts: plan.needs.contacts,
        bottleneck: limit.map(|kind| kind.kind.clone()),
        margin_per_hour: limit.and_then(|kind| margin_per_hour(margin?, kind.total_load())),
        feasible: plan.is_feasible(),
        balance: plan.balance,
    })
}
