//! People at customers.

use super::{Rows, hidden, reaches_account, refused, rows_asked};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Careful, Keyed, Made, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadAccounts, WriteAccounts},
};
use crate::workbench::market;
use atelier_domain::execution::Contact;
use atelier_domain::language::{AccountId, ContactId, Refusal};
use atelier_store::{ContactList, Reader};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Somebody at a customer.
#[derive(Serialize, ToSchema)]
#[schema(as = Contact)]
pub struct ContactTold {
    id: Uuid,
    key: String,
    account: Option<Uuid>,
    name: String,
    function: String,
    mail: Option<String>,
    phone: Option<String>,
    language: Option<String>,
}

impl From<Contact> for ContactTold {
    fn from(contact: Contact) -> Self {
        let Contact { id, key, account, name, function, mail, phone, language } = contact;
        Self { id: id.0, key, account: account.map(|id| id.0), name, function, mail, phone, language }
    }
}

/// Which people.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ContactsAsked {
    /// Their firm; without one, everybody by name.
    pub account: Option<Uuid>,
    /// How the name begins, whatever the case and the accents.
    pub text: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

/// A page of the people within reach, by name: of a firm, or whose name begins so.
///
/// # Errors
/// `app/page-length`, `app/unreadable-page`, `execution/unknown-account`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked<ContactsAsked>,
) -> Result<Answer<Rows<ContactTold>>, Problem> {
    let problem = asked.problem();
    let limit = rows_asked(asked.of.limit).map_err(|refusal| problem(refusal.into()))?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    let Some(account) = asked.of.account.map(AccountId) else {
        let (text, after) = (asked.of.text.clone().unwrap_or_default(), asked.of.after.clone());
        let list = ContactList { text, within: access.within(), after, limit };
        let page = reader.list_contacts(&list).await.map_err(|error| problem(error.into()))?;
        let rows = page.rows.into_iter().map(ContactTold::from).collect();
        return Ok(Answer::of(Rows { rows, next: page.next }));
    };
    let found = reader.account(account).await.map_err(|error| problem(error.into()))?;
    let is_within = reaches_account(&mut reader, &access, account).await.map_err(&problem)?;
    if found.is_none() || !is_within {
        let unknown = Refusal::new("execution/unknown-account").with("given", account.to_string());
        return Err(hidden(&app, &access, found.is_some(), unknown, asked.lang()).await);
    }
    let people = reader.contacts_of_account(account).await.map_err(|error| problem(error.into()))?;
    Ok(Answer::of(Rows { rows: people.into_iter().map(ContactTold::from).collect(), next: None }))
}

/// Nobody of this identity.
pub(super) fn unknown(given: &str) -> Refusal {
    Refusal::new("execution/unknown-contact").with("given", given)
}

/// The person with the version of their card, and whether their firm is within reach.
pub(super) async fn find<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    id: ContactId,
) -> Result<(Option<(Contact, i64)>, bool), Fault> {
    let found = reader.contact_at(id).await?;
    let account = found.as_ref().and_then(|(contact, _)| contact.account);
    let is_within = match account {
        Some(account) => reaches_account(reader, access, account).await?,
        None => true,
    };
    Ok((found, is_within))
}

/// One of them.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<ContactTold>, Problem> {
    let problem = asked.problem();
    let id: ContactId = asked.id.parse().map_err(|_| problem(unknown(&asked.id).into()))?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    match find(&mut reader, &access, id).await.map_err(&problem)? {
        (Some((contact, version)), true) => Ok(Answer::of(ContactTold::from(contact)).at(version)),
        (found, _) => Err(hidden(&app, &access, found.is_some(), unknown(&asked.id), asked.lang()).await),
    }
}

/// Somebody to be written down.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactDraft {
    #[serde(default)]
    #[schema(max_length = 120)]
    key: String,
    #[serde(default)]
    account: Option<Uuid>,
    #[schema(max_length = 120)]
    name: String,
    #[serde(default)]
    #[schema(max_length = 120)]
    function: String,
    #[serde(default)]
    mail: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    /// Two letters.
    #[serde(default)]
    language: Option<String>,
}

/// Adds somebody.
///
/// # Errors
/// Every fault of them, a firm out of reach being told as one that is not there; `execution/key-taken`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Keyed<ContactDraft>,
) -> Result<Made<ContactTold>, Problem> {
    let problem = told.asked.problem();
    let draft = std::mem::take(&mut told.body);
    let mut write = told.begin(&app, &access).await?;
    let tenant = access.who.office.tenant;
    let id = match draft.key.trim() {
        "" => ContactId(Uuid::now_v7()),
        key => ContactId::of(tenant, key),
    };
    let (before, _) = find(&mut write.tx, &access, id).await.map_err(&problem)?;
    let merged = write.tx.merge_of(id.0).await.map_err(|error| problem(error.into()))?;
    if before.is_some() || merged.is_some() {
        let refusal = Refusal::new("execution/key-taken").field("key").with("given", draft.key);
        return Err(problem(refusal.into()));
    }
    let mut beyond = Vec::new();
    if let Some(account) = draft.account.map(AccountId)
        && !reaches_account(&mut write.tx, &access, account).await.map_err(&problem)?
    {
        beyond.push(account.0);
    }
    let contact = Contact {
        id,
        key: draft.key,
        account: draft.account.map(AccountId),
        name: draft.name,
        function: draft.function,
        mail: draft.mail,
        phone: draft.phone,
        language: draft.language,
    };
    let (tx, office, act) = write.parts();
    let (contact, version) = match market::keep_contact(tx, office, None, contact, &beyond, &act).await {
        Ok(kept) => kept,
        Err(fault) => return Err(refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    write.end(Answer::of(ContactTold::from(contact)).at(version.unwrap_or(0))).await
}

/// What changes of somebody; what is not said stays, an empty text takes away.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactChange {
    #[serde(default)]
    #[schema(max_length = 120)]
    name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 120)]
    function: Option<String>,
    #[serde(default)]
    mail: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

impl ContactChange {
    fn of(self, contact: Contact) -> Contact {
        Contact {
            name: self.name.unwrap_or(contact.name),
            function: self.function.unwrap_or(contact.function),
            mail: self.mail.or(contact.mail),
            phone: self.phone.or(contact.phone),
            language: self.language.or(contact.language),
            ..contact
        }
    }
}

/// Changes somebody.
///
/// # Errors
/// `execution/unknown-contact`, `controls/changed-meanwhile`, every fault of what they become.
pub async fn change(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Careful<ContactChange>,
) -> Result<Answer<ContactTold>, Problem> {
    let problem = told.asked.problem();
    let given = told.asked.id.clone();
    let id: ContactId = given.parse().map_err(|_| problem(unknown(&given).into()))?;
    let mut write = told.begin(&app, &access).await?;
    let (found, is_within) = find(&mut write.tx, &access, id).await.map_err(&problem)?;
    let Some((before, version)) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), unknown(&given), told.asked.lang()).await);
    };
    told.unchanged(version).map_err(&problem)?;
    let after = std::mem::take(&mut told.body).of(before.clone());
    let (tx, office, act) = write.parts();
    let kept = market::keep_contact(tx, office, Some(&before), after, &[], &act).await;
    let (after, now) = kept.map_err(problem)?;
    write.end(Answer::of(ContactTold::from(after)).at(now.unwrap_or(version))).await
}
