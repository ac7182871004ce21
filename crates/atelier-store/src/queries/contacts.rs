//! People at customers: one, those of a firm, those whose name begins so.

use crate::content;
use crate::error::{Incident, StoreError};
use crate::keys;
use crate::reader::{Page, Reader};
use atelier_domain::controls::Gate;
use atelier_domain::execution::{Asking, Consent, Contact, Erasure};
use atelier_domain::language::{AccountId, ContactId, folded};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use std::collections::HashMap;

pub(crate) const OF_ACCOUNT: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts WHERE tenant = $1 AND account = $2 ORDER BY sorted, id";
pub(crate) const BY_NAME: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts \
    WHERE tenant = $1 AND sorted >= $2 AND sorted < $3 AND (sorted, id) > ($4, $5) ORDER BY sorted, id LIMIT $6";

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

    /// The people whose name begins so, whatever the case and the accents (`""`: everybody), by name;
    /// after a key (`""` at first), at most `limit`.
    pub async fn contacts_named(
        &mut self,
        beginning: &str,
        after: &str,
        limit: i64,
    ) -> Result<Page<Contact>, StoreError> {
        let first = folded(beginning);
        // No name has a letter after the last one there is.
        let end = [first.as_str(), "\u{10ffff}"].concat();
        let (sorted, id) = after.rsplit_once('/').unwrap_or(("", ""));
        let query = sqlx::query(BY_NAME)
            .bind(self.tenant())
            .bind(first)
            .bind(end)
            .bind(sorted.to_owned())
            .bind(id.to_owned())
            .bind(limit);
        let items: Vec<Contact> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
        let more = items.len() as i64 >= limit;
        let next = items.last().filter(|_| more).map(|last| [last.sorted(), last.id.to_string()].join("/"));
        Ok(Page { items, next })
    }
}

pub(super) const STATEMENTS: &[&str] = &[OF_ACCOUNT, BY_NAME, SAID_BY, SAID_AT, SAID_TO, FIRST_SAID];
