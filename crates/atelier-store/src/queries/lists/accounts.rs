//! The list of accounts.

use super::{
    FEW, ListOf, Narrow, Walk, Ways, Within, beginning, choose, firm_within, wanted, way, ways, ways_of,
};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::packed;
use crate::tables::account_columns;
use atelier_domain::execution::Account;
use atelier_domain::language::folded;
use std::str::FromStr;

/// What is asked of the list of accounts. An empty filter lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountList {
    /// How the name begins, whatever the case and the accents; in the order of keys, how the key begins.
    pub text: String,
    /// Country, as it was imported.
    pub country: String,
    /// Sector, as it was imported.
    pub sector: String,
    /// In which order.
    pub sort: AccountSort,
    /// Whose.
    pub within: Within,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

/// Orders of the list of accounts. Ties go by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountSort {
    /// `name`: as a dictionary without accents.
    #[default]
    Name,
    /// `-name`.
    NameDown,
    /// `key`: the key of the source.
    Key,
    /// `-key`.
    KeyDown,
}

impl AccountSort {
    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameDown => "-name",
            Self::Key => "key",
            Self::KeyDown => "-key",
        }
    }
}

impl FromStr for AccountSort {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let all = [Self::Name, Self::NameDown, Self::Key, Self::KeyDown];
        all.into_iter().find(|sort| sort.code() == text).ok_or(())
    }
}

macro_rules! columns {
    () => {
        "SELECT id, source_key, name, sector, country, parent, facets, name_key, seq, "
    };
}
/// `$6` country, `$7` sector, `$8` and `$9` whose.
macro_rules! filters {
    () => {
        concat!(
            " AND ($6 = '' OR country = $6) AND ($7 = '' OR sector = $7) AND ",
            firm_within!("accounts.tenant", "accounts.id", "$8", "$9")
        )
    };
}
macro_rules! of_key {
    ($key:literal) => {
        [
            ways!(account_columns, columns!(), " FROM accounts WHERE tenant = $1", $key, "id", filters!()),
            ways_of!(
                account_columns,
                columns!(),
                " FROM accounts WHERE tenant = $1",
                "country" = "$6",
                $key,
                "id",
                filters!()
            ),
            ways_of!(
                account_columns,
                columns!(),
                " FROM accounts WHERE tenant = $1",
                "sector" = "$7",
                $key,
                "id",
                filters!()
            ),
        ]
    };
}

/// By sort key: of all, of a country, of a sector; each has an index in that order.
pub(super) const WAYS: &[&[Ways]] = &[&of_key!("name_key"), &of_key!("source_key")];
/// Whether a country, a sector, has many accounts.
pub(super) const MANY: &[&str] = &[
    "SELECT id FROM accounts WHERE tenant = $1 AND country = $2 ORDER BY name_key, id LIMIT 1 OFFSET $3",
    "SELECT id FROM accounts WHERE tenant = $1 AND sector = $2 ORDER BY name_key, id LIMIT 1 OFFSET $3",
];

impl Reader {
    /// A page of the accounts.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is no cursor of this order.
    pub async fn list_accounts(&mut self, list: &AccountList) -> Result<ListOf<Account>, StoreError> {
        let (ways, span) = match list.sort {
            AccountSort::Name | AccountSort::NameDown => (WAYS[0], beginning(&folded(&list.text))),
            AccountSort::Key | AccountSort::KeyDown => (WAYS[1], beginning(&list.text)),
        };
        let [country, sector] = [&list.country, &list.sector];
        let chosen = match (country.is_empty(), sector.is_empty()) {
            (true, true) => &ways[0],
            (false, true) => &ways[1],
            (true, false) => &ways[2],
            // Of the two the one that leaves fewer, as far as that is soon known.
            (false, false) => {
                let narrow =
                    [(sector, MANY[1], &ways[2]), (country, MANY[0], &ways[1])].map(|(value, many, ways)| {
                        Narrow { many, few: FEW, values: vec![Cell::shown(value)], ways }
                    });
                choose(self, narrow.into(), &ways[2]).await?
            }
        };
        let walk = Walk { code: list.sort.code(), span, after: list.after.as_deref(), limit: list.limit };
        let [person, teams] = list.within.cells();
        walk.page(self, chosen, vec![wanted(Some(country)), wanted(Some(sector)), person, teams]).await
    }
}

/// The index that each is meant to be read from.
#[cfg(test)]
pub(super) const INDEXES: &[&[&str]] = &[
    &["accounts_by_name", "accounts_of_country", "accounts_of_sector"],
    &["accounts_by_key", "accounts_of_country_by_key", "accounts_of_sector_by_key"],
];
