//! People at customers: one, those of a firm, those whose name begins so.

use crate::error::StoreError;
use crate::keys;
use crate::reader::{Page, Reader};
use atelier_domain::execution::{Contact, Erasure};
use atelier_domain::language::{AccountId, ContactId, folded};

pub(crate) const OF_ACCOUNT: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts WHERE tenant = $1 AND account = $2 ORDER BY sorted, id";
pub(crate) const BY_NAME: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts \
    WHERE tenant = $1 AND sorted >= $2 AND sorted < $3 AND (sorted, id) > ($4, $5) ORDER BY sorted, id LIMIT $6";

impl Reader {
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

pub(super) const STATEMENTS: &[&str] = &[OF_ACCOUNT, BY_NAME];
