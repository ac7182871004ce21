//! Names of what opportunities are about, so that a list reads without asking for each.

use super::cases::CaseTold;
use crate::fault::Fault;
use atelier_domain::execution::{Case, Person};
use atelier_store::Reader;
use std::collections::HashMap;

/// Opportunities with the names of their firms and of those who lead them, in the same order.
///
/// Cost: one look-up for each firm and each person named, however many opportunities they have.
///
/// # Errors
/// An incident of the store.
pub async fn named(reader: &mut Reader, cases: Vec<Case>) -> Result<Vec<CaseTold>, Fault> {
    let (mut firms, mut people) = (HashMap::new(), HashMap::new());
    for case in &cases {
        if let Some(id) = case.account
            && !firms.contains_key(&id)
        {
            firms.insert(id, reader.account(id).await?.map(|account| account.name));
        }
        if let Some(id) = case.owner
            && !people.contains_key(&id)
        {
            people.insert(id, reader.person(id).await?);
        }
    }
    let told = cases.into_iter().map(|case| {
        let firm = case.account.and_then(|id| firms.get(&id).cloned().flatten());
        let owner: Option<&Person> = case.owner.and_then(|id| people.get(&id)?.as_ref());
        let (code, name) = owner.map(|owner| (owner.key.clone(), owner.name.clone())).unzip();
        CaseTold::named(case, firm, code, name)
    });
    Ok(told.collect())
}

/// One opportunity with its names.
///
/// # Errors
/// An incident of the store.
pub async fn named_one(reader: &mut Reader, case: Case) -> Result<CaseTold, Fault> {
    let told = named(reader, vec![case]).await?.pop();
    told.ok_or_else(|| anyhow::anyhow!("a case told is the case given").into())
}
