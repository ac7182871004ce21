//! Units of the organisation, and who runs them.

use super::Office;
use crate::fault::Fault;
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Standing, Unit, UserId, Vacancy, below, vacancies};
use atelier_domain::language::{Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_store::Content;
use std::collections::HashSet;

/// A unit as asked for: people by identity.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitAsked {
    /// Its code: the team's name in the workshop.
    pub code: String,
    /// The unit above.
    #[serde(default)]
    pub parent: Option<String>,
    /// Who runs it.
    #[serde(default)]
    pub supervisor: Option<UserId>,
    /// Who stands in.
    #[serde(default)]
    pub deputy: Option<UserId>,
}

/// The units of a company by code, and those that nobody active runs.
///
/// # Errors
/// An incident of the store.
pub async fn units(bench: &Workbench, office: &Office) -> Result<(Vec<Unit>, Vec<Vacancy>), Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let users = reader.users().await?;
    let active: HashSet<UserId> =
        users.iter().filter(|user| user.standing == Standing::Active).map(|user| user.id).collect();
    let mut units = reader.units().await?;
    units.sort_by(|a, b| a.code.cmp(&b.code));
    let vacant = vacancies(&units, |id| active.contains(&id));
    Ok((units, vacant))
}

/// Keeps a unit, new or changed.
///
/// # Errors
/// `controls/no-unit-name`, `controls/unknown-unit` for the one above, `controls/unit-circle`,
/// `controls/unknown-user`; all together.
pub async fn keep_unit(
    bench: &Workbench,
    office: &Office,
    asked: UnitAsked,
    act: &Act<'_>,
) -> Result<Unit, Fault> {
    let unit = Unit {
        code: asked.code.trim().to_owned(),
        parent: asked.parent.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        supervisor: asked.supervisor,
        deputy: asked.deputy,
    };
    let mut tx = bench.store.begin(office.scope).await?;
    let known = tx.units().await?;
    let users: HashSet<UserId> = tx.users().await?.into_iter().map(|user| user.id).collect();
    let mut refused = Refusals::default();
    if unit.code.is_empty() || unit.code.chars().count() > 80 {
        refused.push(Refusal::new("controls/no-unit-name").field("code"));
    }
    if let Some(parent) = &unit.parent {
        if below(&known, &[&unit.code]).contains(parent) {
            refused
                .push(Refusal::new("controls/unit-circle").field("parent").with("given", unit.code.as_str()));
        } else if !known.iter().any(|one| one.code == *parent) {
            refused
                .push(Refusal::new("controls/unknown-unit").field("parent").with("given", parent.as_str()));
        }
    }
    for (field, person) in [("supervisor", unit.supervisor), ("deputy", unit.deputy)] {
        if let Some(id) = person.filter(|id| !users.contains(id)) {
            refused.push(Refusal::new("controls/unknown-user").field(field).with("given", id.to_string()));
        }
    }
    let unit = refused.or(unit)?;
    if !known.contains(&unit) {
        let row = Content::Unit(unit.clone()).row(office.tenant)?;
        tx.append(&act.fact("controls/keep-unit", Purpose::Upkeep, vec![row])).await?;
        tx.commit().await?;
    }
    Ok(unit)
}
