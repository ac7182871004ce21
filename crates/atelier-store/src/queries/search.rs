//! What a few letters or digits find, a handful of rows at a time; each from an index of its own.

use crate::error::StoreError;
use crate::reader::Reader;
use atelier_domain::execution::{Account, Case, Contact};

/// After every text.
const LAST: &str = "\u{10ffff}";
const CASES_KEYED: &str = "SELECT id, source_key, account, owner, product, stage, standing, process, \
    step, engaged_on, closed_on, value_cents, value_currency, seq FROM cases \
    WHERE tenant = $1 AND source_key >= $2 AND source_key < $3 ORDER BY source_key, id LIMIT $4";
const ACCOUNTS_KEYED: &str = "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq FROM accounts \
    WHERE tenant = $1 AND source_key >= $2 AND source_key < $3 ORDER BY source_key, id LIMIT $4";
const ACCOUNTS_REGISTERED: &str = "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq FROM accounts \
    WHERE tenant = $1 AND siren >= $2 AND siren < $3 ORDER BY siren, id LIMIT $4";
const CONTACTS_PHONED: &str = "SELECT id, source_key, account, name, sorted, function, mail, phone, \
    language, seq FROM contacts \
    WHERE tenant = $1 AND phone_key >= $2 AND phone_key < $3 ORDER BY phone_key, id LIMIT $4";

impl Reader {
    /// Cases whose key begins so, by key.
    pub async fn cases_keyed(&mut self, text: &str, limit: i64) -> Result<Vec<Case>, StoreError> {
        let query = sqlx::query(CASES_KEYED).bind(self.tenant()).bind(text.to_owned());
        let query = query.bind([text, LAST].concat()).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// Firms whose key begins so, by key.
    pub async fn accounts_keyed(&mut self, text: &str, limit: i64) -> Result<Vec<Account>, StoreError> {
        let query = sqlx::query(ACCOUNTS_KEYED).bind(self.tenant()).bind(text.to_owned());
        let query = query.bind([text, LAST].concat()).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// Firms whose number in the register (SIREN) begins with these digits, by number.
    pub async fn accounts_registered(
        &mut self,
        digits: &str,
        limit: i64,
    ) -> Result<Vec<Account>, StoreError> {
        let query = sqlx::query(ACCOUNTS_REGISTERED).bind(self.tenant()).bind(digits.to_owned());
        let query = query.bind([digits, LAST].concat()).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// People at customers whose telephone begins with these digits, by number.
    pub async fn contacts_phoned(&mut self, digits: &str, limit: i64) -> Result<Vec<Contact>, StoreError> {
        let query = sqlx::query(CONTACTS_PHONED).bind(self.tenant()).bind(digits.to_owned());
        let query = query.bind([digits, LAST].concat()).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }
}

pub(super) const STATEMENTS: &[&str] = &[CASES_KEYED, ACCOUNTS_KEYED, ACCOUNTS_REGISTERED, CONTACTS_PHONED];
