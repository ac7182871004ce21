//! The list of contacts (*interlocuteurs*).

use super::{ListOf, Walk, Ways, beginning, wanted, ways};
use crate::error::StoreError;
use crate::reader::Reader;
use atelier_domain::execution::Contact;
use atelier_domain::language::{AccountId, folded};
use std::str::FromStr;

/// What is asked of the list of contacts. An empty filter lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactList {
    /// How the name begins, whatever the case and the accents.
    pub text: String,
    /// The firm they are at.
    pub account: Option<AccountId>,
    /// In which order.
    pub sort: ContactSort,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

/// Orders of the list of contacts. Ties go by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContactSort {
    /// `name`: without case nor accents.
    #[default]
    Name,
    /// `-name`.
    NameDown,
}

impl ContactSort {
    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameDown => "-name",
        }
    }
}

impl FromStr for ContactSort {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Name, Self::NameDown].into_iter().find(|sort| sort.code() == text).ok_or(())
    }
}

macro_rules! contacts {
    ($narrow:literal) => {
        ways!(
            "SELECT id, source_key, account, name, sorted, function, mail, phone, language, seq, ",
            " FROM contacts WHERE tenant = $1",
            "sorted",
            "id",
            $narrow
        )
    };
}

/// Of everybody, of a firm: each has an index in the order of names. `$6`: the firm.
pub(super) const WAYS: &[&[Ways]] =
    &[&[contacts!(" AND ($6 = '' OR account = $6)"), contacts!(" AND account = $6")]];

impl Reader {
    /// A page of the contacts.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is no cursor of this order.
    pub async fn list_contacts(&mut self, list: &ContactList) -> Result<ListOf<Contact>, StoreError> {
        let ways = &WAYS[0][usize::from(list.account.is_some())];
        let span = beginning(&folded(&list.text));
        let walk = Walk { code: list.sort.code(), span, after: list.after.as_deref(), limit: list.limit };
        walk.page(self, ways, vec![wanted(list.account)]).await
    }
}

/// The index that each is meant to be read from.
#[cfg(test)]
pub(super) const INDEXES: &[[&str; 6]] = &[["contacts_by_name", "contacts_of_account", "", "", "", ""]];
