//! What a few letters or digits find, a handful of rows within reach at a time; each from an index of its own.

use super::lists::{Within, bound, case_within, firm_within};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::Record;
use atelier_domain::execution::{Account, Case, Contact};
use atelier_domain::language::folded;

/// After every text.
const LAST: &str = "\u{10ffff}";
// In each: `$2` the beginning, `$3` its end, `$4` how many, `$5` and `$6` whose.
const CASES_KEYED: &str = concat!(
    "SELECT id, source_key, account, owner, product, stage, standing, process, step, engaged_on, closed_on, \
     value_cents, value_currency, seq FROM cases WHERE tenant = $1 AND source_key >= $2 AND source_key < $3 AND ",
    case_within!("$5", "$6"),
    " ORDER BY source_key, id LIMIT $4"
);
const ACCOUNTS_KEYED: &str = concat!(
    "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq FROM accounts \
     WHERE tenant = $1 AND source_key >= $2 AND source_key < $3 AND ",
    firm_within!("accounts.tenant", "accounts.id", "$5", "$6"),
    " ORDER BY source_key, id LIMIT $4"
);
const ACCOUNTS_REGISTERED: &str = concat!(
    "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq FROM accounts \
     WHERE tenant = $1 AND siren >= $2 AND siren < $3 AND ",
    firm_within!("accounts.tenant", "accounts.id", "$5", "$6"),
    " ORDER BY siren, id LIMIT $4"
);
const CONTACTS_PHONED: &str = concat!(
    "SELECT id, source_key, account, name, sorted, function, mail, phone, language, seq FROM contacts \
     WHERE tenant = $1 AND phone_key >= $2 AND phone_key < $3 AND ",
    firm_within!("contacts.tenant", "contacts.account", "$5", "$6"),
    " ORDER BY phone_key, id LIMIT $4"
);
const ACCOUNTS_WORDED: &str = concat!(
    "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq FROM accounts \
     WHERE tenant = $1 AND last_word >= $2 AND last_word < $3 AND ",
    firm_within!("accounts.tenant", "accounts.id", "$5", "$6"),
    " ORDER BY last_word, id LIMIT $4"
);
const CONTACTS_WORDED: &str = concat!(
    "SELECT id, source_key, account, name, sorted, function, mail, phone, language, seq FROM contacts \
     WHERE tenant = $1 AND last_word >= $2 AND last_word < $3 AND ",
    firm_within!("contacts.tenant", "contacts.account", "$5", "$6"),
    " ORDER BY last_word, id LIMIT $4"
);

impl Reader {
    /// Firms of whose name the last word begins so, whatever the case and the accents, by that word.
    pub async fn accounts_worded(
        &mut self,
        text: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Account>, StoreError> {
        self.beginning_so(ACCOUNTS_WORDED, &folded(text), within, limit).await
    }

    /// The same of people at customers: their family name, most often.
    pub async fn contacts_worded(
        &mut self,
        text: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Contact>, StoreError> {
        self.beginning_so(CONTACTS_WORDED, &folded(text), within, limit).await
    }

    /// Cases whose key begins so, by key.
    pub async fn cases_keyed(
        &mut self,
        text: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Case>, StoreError> {
        self.beginning_so(CASES_KEYED, text, within, limit).await
    }

    /// Firms whose key begins so, by key.
    pub async fn accounts_keyed(
        &mut self,
        text: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Account>, StoreError> {
        self.beginning_so(ACCOUNTS_KEYED, text, within, limit).await
    }

    /// Firms whose number in the register (SIREN) begins with these digits, by number.
    pub async fn accounts_registered(
        &mut self,
        digits: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Account>, StoreError> {
        self.beginning_so(ACCOUNTS_REGISTERED, digits, within, limit).await
    }

    /// People at customers whose telephone begins with these digits, by number.
    pub async fn contacts_phoned(
        &mut self,
        digits: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<Contact>, StoreError> {
        self.beginning_so(CONTACTS_PHONED, digits, within, limit).await
    }

    async fn beginning_so<R: Record>(
        &mut self,
        statement: &'static str,
        text: &str,
        within: &Within,
        limit: i64,
    ) -> Result<Vec<R>, StoreError> {
        let beginning = [self.tenant(), text.to_owned(), [text, LAST].concat()].map(Cell::Text);
        let values: Vec<Cell> =
            beginning.into_iter().chain([Cell::Int(limit)]).chain(within.cells()).collect();
        Self::read_all(&bound(statement, &values).fetch_all(self.conn()).await?)
    }
}

pub(super) const STATEMENTS: &[&str] =
    &[CASES_KEYED, ACCOUNTS_KEYED, ACCOUNTS_REGISTERED, CONTACTS_PHONED, ACCOUNTS_WORDED, CONTACTS_WORDED];
