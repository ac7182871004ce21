//! People at customers: one, those of a firm, those whose name begins so.

use super::lists::{ListOf, Within, bound, firm_within};
use crate::cell::Cell;
use crate::content;
use crate::error::{Incident, StoreError};
use crate::keys;
use crate::reader::Reader;
use atelier_domain::controls::Gate;
use atelier_domain::execution::{Asking, Consent, Contact, Erasure};
use atelier_domain::language::{AccountId, ContactId, Refusal, folded};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use std::collections::HashMap;

pub(crate) const OF_ACCOUNT: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts WHERE tenant = $1 AND account = $2 ORDER BY sorted, id";
/// `$2` and `$3` the names, `$4` and `$5` after whom, `$6` how many, `$7` and `$8` whose.
pub(crate) const BY_NAME: &str = concat!(
    "SELECT id, source_key, account, name, sorted, function, mail, phone, language, seq FROM contacts \
     WHERE tenant = $1 AND sorted >= $2 AND sorted < $3 AND (sorted, id) > ($4, $5) AND ",
    firm_within!("contacts.tenant", "contacts.account", "$7", "$8"),
    " ORDER BY sorted, id LIMIT $6"
);
const SORTED: &str = "SELECT sorted FROM contacts WHERE tenant = $1 AND id = $2";

const SAID_BY: &str = "SELECT id, person, channel, aim, choice, said_on, source, seq FROM consents \
    WHERE tenant = $1 AND person = $2 ORDER BY id";
const SAID_AT: &str = "SELECT n.id, n.person, n.channel, n.aim, n.choice, n.said_on, n.source, n.seq \
    FROM contacts c CROSS JOIN consents n \
    WHERE c.tenant = $1 AND c.account = $2 AND n.tenant = c.tenant AND n.person = c.id ORDER BY n.id";
const SAID_TO: &str = "SELECT DISTINCT n.id, n.person, n.channel, n.aim, n.choice, n.said_on, n.source, n.seq \
    FROM conversations c CROSS JOIN consents n \
    WHERE c.tenant = $1 AND c.seller = $2 AND c.held_on >= $3 AND n.tenant = c.tenant AND n.person = c.person \
    ORDER BY n.id";
const FIRST_SAID: &str = "SELECT r.object, MIN(f.recorded_us) FROM fact_rows r \
    JOIN facts f ON f.tenant = r.tenant AND f.seq = r.seq \
    WHERE r.tenant = $1 AND r.kind = $2 GROUP BY r.object ORDER BY r.object";

/// What is asked of the list of people at customers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactList {
    /// How the name begins, whatever the case and the accents; empty: everybody.
    pub text: String,
    /// Whose: that of who leads a case of their firm.
    pub within: Within,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

impl Reader {
    /// What somebody agreed to and objects to.
    pub async fn consents_of(&mut self, person: ContactId) -> Result<Vec<Consent>, StoreError> {
        let query = sqlx::query(SAID_BY).bind(self.tenant()).bind(person.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// What the people of a firm agreed to and object to.
    pub async fn consents_at(&mut self, account: AccountId) -> Result<Vec<Consent>, StoreError> {
        let query = sqlx::query(SAID_AT).bind(self.tenant()).bind(account.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// What those agreed to and object to with whom one of us had a conversation on a day or later.
    pub async fn consents_of_met(&mut self, seller: &str, since: Date) -> Result<Vec<Consent>, StoreError> {
        let query = sqlx::query(SAID_TO).bind(self.tenant()).bind(seller.to_owned()).bind(since.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// What everybody agreed to and objects to.
    pub async fn consents(&mut self) -> Result<Vec<Consent>, StoreError> {
        self.all().await
    }

    /// Who was asked whether they want to stay, by id.
    pub async fn askings(&mut self) -> Result<Vec<Asking>, StoreError> {
        self.all().await
    }

    /// Whether somebody was asked whether they want to stay.
    pub async fn asking(&mut self, id: ContactId) -> Result<Option<Asking>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Everybody at customers, by id.
    pub async fn contacts(&mut self) -> Result<Vec<Contact>, StoreError> {
        self.all().await
    }

    /// When each person at a customer was first written down.
    pub async fn contacts_since(&mut self) -> Result<HashMap<ContactId, Timestamp>, StoreError> {
        let query = sqlx::query(FIRST_SAID).bind(self.tenant()).bind(content::CONTACT);
        let mut since = HashMap::new();
        for row in query.fetch_all(self.conn()).await? {
            let id: String = row.try_get(0)?;
            let wrong = |why: String| Incident::unreadable("fact_rows", &id, why);
            let at = Timestamp::from_microsecond(row.try_get(1)?).map_err(|why| wrong(why.to_string()))?;
            since.insert(id.parse().map_err(|why: uuid::Error| wrong(why.to_string()))?, at);
        }
        Ok(since)
    }

    /// When the works council was consulted, once that is recorded.
    pub async fn gate(&mut self) -> Result<Option<Gate>, StoreError> {
        let tenant = self.tenant();
        self.one(tenant).await
    }

    /// The same, and the version of what is shown of it.
    pub async fn gate_at(&mut self) -> Result<Option<(Gate, i64)>, StoreError> {
        let tenant = self.tenant();
        self.versioned(tenant).await
    }

    /// Somebody at a customer.
    pub async fn contact(&mut self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Why nothing is left of somebody, when they were erased.
    pub async fn erasure(&mut self, id: ContactId) -> Result<Option<Erasure>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Everybody of whom nothing is left, by id.
    pub async fn erasures(&mut self) -> Result<Vec<Erasure>, StoreError> {
        self.all().await
    }

    /// Whether what facts say of somebody can still be read.
    pub(crate) async fn has_key(&mut self, id: ContactId) -> Result<bool, StoreError> {
        let query = sqlx::query(keys::KEY).bind(self.tenant()).bind(id.to_string());
        Ok(query.fetch_optional(self.conn()).await?.is_some())
    }

    /// The people of a firm, by name without case nor accents.
    pub async fn contacts_of_account(&mut self, account: AccountId) -> Result<Vec<Contact>, StoreError> {
        let query = sqlx::query(OF_ACCOUNT).bind(self.tenant()).bind(account.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// A page of the people at the firms within reach whose name begins so, by name. It goes on after somebody's
    /// identity, which tells nothing of them.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is nobody: they were erased since, or it was no `next`.
    pub async fn list_contacts(&mut self, list: &ContactList) -> Result<ListOf<Contact>, StoreError> {
        let first = folded(&list.text);
        // No name has a letter after the last one there is.
        let end = [first.as_str(), "\u{10ffff}"].concat();
        let (mut sorted, mut id) = (String::new(), String::new());
        if let Some(after) = &list.after {
            let query = sqlx::query(SORTED).bind(self.tenant()).bind(after.clone());
            let found = query.fetch_optional(self.conn()).await?;
            let refused = || Refusal::new("app/unreadable-page").with("given", after.as_str());
            (sorted, id) = (found.ok_or_else(refused)?.try_get(0)?, after.clone());
        }
        let limit = list.limit.max(1);
        let cells = [first, end, sorted, id].map(Cell::Text).into_iter().chain([Cell::Int(limit + 1)]);
        let values: Vec<Cell> =
            [Cell::Text(self.tenant())].into_iter().chain(cells).chain(list.within.cells()).collect();
        let mut rows: Vec<Contact> = Self::read_all(&bound(BY_NAME, &values).fetch_all(self.conn()).await?)?;
        let more = rows.len() as i64 > limit;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| more).map(|last| last.id.to_string());
        Ok(ListOf { rows, next })
    }
}

pub(super) const STATEMENTS: &[&str] = &[OF_ACCOUNT, BY_NAME, SORTED, SAID_BY, SAID_AT, SAID_TO, FIRST_SAID];
