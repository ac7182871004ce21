//! Units of the organisation, and who runs them.

use super::Office;
use crate::fault::Fault;
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Standing, Unit, UserId, Vacancy, vacancies};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Tx};
use std::collections::HashSet;

/// A unit as asked for: people by identity.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitAsked {
    /// Its code: the team's name in the workshop.
    pub code: String,
    /// The unit above.
    #[serde(default)]
    pub parent: Option<String>,
    /// Who runs it.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub supervisor: Option<UserId>,
    /// Who stands in.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub deputy: Option<UserId>,
}

/// The units of a company by code, those that nobody active runs, and the version of what is shown of them.
///
/// # Errors
/// An incident of the store.
pub async fn units(bench: &Workbench, office: &Office) -> Result<(Vec<Unit>, Vec<Vacancy>, i64), Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let users = reader.users().await?;
    let active: HashSet<UserId> =
        users.iter().filter(|user| user.standing == Standing::Active).map(|user| user.id).collect();
    let mut units = reader.units().await?;
    units.sort_by(|a, b| a.code.cmp(&b.code));
    let vacant = vacancies(&units, |id| active.contains(&id));
    Ok((units, vacant, reader.units_at().await?))
}

/// Keeps a unit, new or changed.
///
/// # Errors
/// What [`Unit::checked`] refuses.
pub async fn keep_unit(
    bench: &Workbench,
    office: &Office,
    asked: UnitAsked,
    act: &Act<'_>,
) -> Result<Unit, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let unit = keep_unit_in(&mut tx, office, asked, act).await?;
    tx.commit().await?;
    Ok(unit)
}

/// The same within a write.
///
/// # Errors
/// As [`keep_unit`].
pub async fn keep_unit_in(
    tx: &mut Tx,
    office: &Office,
    asked: UnitAsked,
    act: &Act<'_>,
) -> Result<Unit, Fault> {
    let UnitAsked { code, parent, supervisor, deputy } = asked;
    let known = tx.units().await?;
    let users: HashSet<UserId> = tx.users().await?.into_iter().map(|user| user.id).collect();
    let unit = Unit { code, parent, supervisor, deputy }.checked(&known, |id| users.contains(&id))?;
    if !known.contains(&unit) {
        let row = Content::Unit(unit.clone()).row(office.tenant)?;
        tx.append(&act.fact("controls/keep-unit", Purpose::Upkeep, vec![row])).await?;
    }
    Ok(unit)
}
