//! Firms.

use super::{
    MOST_ROWS, Rows, Sight, Written, at_record, bulk_length, hidden, reaches_account, refused, rows_asked,
    said,
};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Careful, Keyed, Made, Problem};
use crate::rights::{
    Access,
    permit::{ReadAccounts, WriteAccounts},
};
use crate::workbench::market;
use atelier_domain::execution::Account;
use atelier_domain::language::{AccountId, Refusal, Refusals};
use atelier_store::{AccountList, Within};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A firm.
#[derive(Serialize, ToSchema)]
#[schema(as = Account)]
pub struct AccountTold {
    id: Uuid,
    /// Key in the source it came from.
    key: String,
    name: String,
    sector: String,
    country: String,
    /// Mother firm.
    parent: Option<Uuid>,
    /// Number of the firm in the French register: nine digits.
    siren: Option<String>,
    /// Number of its site: fourteen digits, of which the first nine are the firm's.
    siret: Option<String>,
    /// Other columns of the source, and the two numbers again.
    facets: BTreeMap<String, String>,
}

impl From<Account> for AccountTold {
    fn from(account: Account) -> Self {
        let [siren, siret] = [account.siren(), account.siret()].map(|number| number.map(str::to_owned));
        let Account { id, key, name, sector, country, parent, facets } = account;
        Self { id: id.0, key, name, sector, country, parent: parent.map(|id| id.0), siren, siret, facets }
    }
}

/// Which firms, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountsAsked {
    /// How the name begins, whatever the case and the accents.
    pub text: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Sector.
    pub sector: Option<String>,
    /// `name` (default), `-name`, `key`, `-key`.
    pub sort: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

impl AccountsAsked {
    /// As the store reads it, among those `within` reach.
    ///
    /// # Errors
    /// `app/unknown-sort`, `app/page-length`.
    pub fn list(&self, within: Within) -> Result<AccountList, Refusal> {
        let sort = self.sort.as_deref().unwrap_or("name");
        let unknown = || Refusal::new("app/unknown-sort").field("sort").with("given", sort);
        Ok(AccountList {
            text: self.text.clone().unwrap_or_default(),
            country: self.country.clone().unwrap_or_default(),
            sector: self.sector.clone().unwrap_or_default(),
            sort: sort.parse().map_err(|()| unknown().with("known", "name, -name, key, -key"))?,
            within,
            after: self.after.clone(),
            limit: rows_asked(self.limit)?.min(MOST_ROWS),
        })
    }
}

/// A page of the firms within reach.
///
/// # Errors
/// `app/unknown-sort`, `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked<AccountsAsked>,
) -> Result<Answer<Rows<AccountTold>>, Problem> {
    let problem = asked.problem();
    let list = asked.of.list(access.within()).map_err(|refusal| problem(refusal.into()))?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        Ok::<_, Fault>(reader.list_accounts(&list).await?)
    };
    let page = read.await.map_err(problem)?;
    let rows = page.rows.into_iter().map(AccountTold::from).collect();
    Ok(Answer::of(Rows { rows, next: page.next }))
}

fn unknown(given: &str) -> Refusal {
    Refusal::new("execution/unknown-account").with("given", given)
}

/// One firm.
///
/// # Errors
/// `execution/unknown-account`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<AccountTold>, Problem> {
    let problem = asked.problem();
    let lang = asked.lang();
    let id: AccountId = asked.id.parse().map_err(|_| problem(unknown(&asked.id).into()))?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let found = reader.account_at(id).await?;
        let is_within = found.is_some() && reaches_account(&mut reader, &access, id).await?;
        Ok::<_, Fault>((found, is_within))
    };
    match read.await.map_err(&problem)? {
        (Some((account, version)), true) => Ok(Answer::of(AccountTold::from(account)).at(version)),
        (found, _) => Err(hidden(&app, &access, found.is_some(), unknown(&asked.id), lang).await),
    }
}

/// A firm to be written.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountDraft {
    /// Key of a source; without one, its identity.
    #[serde(default)]
    #[schema(max_length = 120)]
    key: Option<String>,
    #[schema(max_length = 200)]
    name: String,
    #[serde(default)]
    #[schema(max_length = 120)]
    sector: String,
    #[serde(default)]
    #[schema(max_length = 120)]
    country: String,
    /// Mother firm.
    #[serde(default)]
    parent: Option<Uuid>,
    /// Number in the French register, of the firm (SIREN) or of its site (SIRET); blanks, dots and dashes are left out.
    #[serde(default)]
    #[schema(max_length = 60)]
    siren: Option<String>,
}

impl AccountDraft {
    fn account(self, tenant: atelier_domain::language::TenantId) -> Account {
        let key = self.key.filter(|key| !key.trim().is_empty());
        let id =
            key.as_ref().map_or_else(|| AccountId(Uuid::now_v7()), |key| AccountId::of(tenant, key.trim()));
        let account = Account {
            id,
            key: key.unwrap_or_else(|| id.to_string()),
            name: self.name,
            sector: self.sector,
            country: self.country,
            parent: self.parent.map(AccountId),
            facets: BTreeMap::new(),
        };
        match &self.siren {
            Some(given) => account.said_to_be(given),
            None => account,
        }
    }
}

/// Adds a firm.
///
/// # Errors
/// Every fault of it, a mother firm out of reach being told as one that is not there; `execution/key-taken`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Keyed<AccountDraft>,
) -> Result<Made<AccountTold>, Problem> {
    let problem = told.asked.problem();
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let account = std::mem::take(&mut told.body).account(access.who.office.tenant);
    let beyond = sight.beyond(&mut write.tx, account.parent).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let (account, version) = match market::add_account(tx, office, account, &beyond, &act).await {
        Ok(added) => added,
        Err(fault) => return Err(refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    write.end(Answer::of(AccountTold::from(account)).at(version)).await
}

/// Firms to be written together.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountDrafts {
    #[schema(max_items = 500, min_items = 1)]
    records: Vec<AccountDraft>,
}

/// Adds firms, all of them or none.
///
/// # Errors
/// Every fault of each, at its place.
pub async fn add_many(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Keyed<AccountDrafts>,
) -> Result<Made<Written>, Problem> {
    let problem = told.asked.problem();
    let drafts = std::mem::take(&mut told.body.records);
    bulk_length(drafts.len()).map_err(|refusal| problem(refusal.into()))?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let tenant = access.who.office.tenant;
    let (tx, office, act) = write.parts();
    let (mut good, mut faults, mut all_beyond) = (Vec::new(), Refusals::default(), Vec::new());
    for (index, draft) in drafts.into_iter().enumerate() {
        let account = draft.account(tenant);
        let beyond = sight.beyond(tx, account.parent).await.map_err(&problem)?;
        match market::new_account(tx, account, &good, &beyond).await {
            Ok(account) => good.push(account),
            Err(fault) => {
                at_record(index, fault, &mut faults).map_err(&problem)?;
                all_beyond.extend(beyond);
            }
        }
    }
    if let Err(all) = faults.or(()) {
        let problem = problem(all.into());
        return Err(refused(&app, &access, (write, &all_beyond), problem).await);
    }
    let ids = good.iter().map(|account| account.id.0).collect();
    market::say_accounts(tx, office, good, &act).await.map_err(problem)?;
    write.end(Answer::of(Written { ids })).await
}

/// What changes of a firm; what is not said stays.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option)] // unsaid, emptied, said: the three cases of a change
pub struct AccountChange {
    #[serde(default)]
    #[schema(max_length = 200)]
    name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 120)]
    sector: Option<String>,
    #[serde(default)]
    #[schema(max_length = 120)]
    country: Option<String>,
    /// Mother firm; `null` takes it away.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    parent: Option<Option<Uuid>>,
    /// Number in the French register, of the firm (SIREN) or of its site (SIRET); an empty text takes it away.
    #[serde(default)]
    #[schema(max_length = 60)]
    siren: Option<String>,
}

impl AccountChange {
    fn of(self, account: Account) -> Account {
        let account = match &self.siren {
            Some(given) => account.said_to_be(given),
            None => account,
        };
        Account {
            name: self.name.unwrap_or(account.name),
            sector: self.sector.unwrap_or(account.sector),
            country: self.country.unwrap_or(account.country),
            parent: self.parent.map_or(account.parent, |said| said.map(AccountId)),
            ..account
        }
    }
}

/// Changes a firm.
///
/// # Errors
/// `execution/unknown-account`, `controls/changed-meanwhile`, every fault of what it becomes.
pub async fn change(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Careful<AccountChange>,
) -> Result<Answer<AccountTold>, Problem> {
    let problem = told.asked.problem();
    let lang = told.asked.lang();
    let id: AccountId = told.asked.id.parse().map_err(|_| problem(unknown(&told.asked.id).into()))?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let found = write.tx.account_at(id).await.map_err(|error| problem(error.into()))?;
    let is_within = reaches_account(&mut write.tx, &access, id).await.map_err(&problem)?;
    let Some((before, version)) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), unknown(&told.asked.id), lang).await);
    };
    told.unchanged(version).map_err(&problem)?;
    let after = std::mem::take(&mut told.body).of(before.clone());
    let parent = after.parent.filter(|_| after.parent != before.parent);
    let beyond = sight.beyond(&mut write.tx, parent).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let (after, now) = match market::change_account(tx, office, &before, after, &beyond, &act).await {
        Ok(changed) => changed,
        Err(fault) => return Err(refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    write.end(Answer::of(AccountTold::from(after)).at(now.unwrap_or(version))).await
}
