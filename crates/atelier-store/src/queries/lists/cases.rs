//! The list of cases (*affaires*).

use super::{
    FEW, LAST, ListOf, Narrow, Walk, Ways, Within, beginning, case_within, choose, wanted, way, ways, ways_of,
};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::packed;
use crate::tables::{case_columns, standing_code};
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::{AccountId, PersonId};
use jiff::civil::Date;
use std::str::FromStr;

/// What is asked of the list of cases. An empty filter lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseList {
    /// Open, won or lost.
    pub standing: Option<Standing>,
    /// Who has it.
    pub owner: Option<PersonId>,
    /// Whose it is.
    pub account: Option<AccountId>,
    /// Code of the process.
    pub process: String,
    /// Code of the step.
    pub step: String,
    /// First day of closing.
    pub closed_from: Option<Date>,
    /// Day after the last one of closing.
    pub closed_before: Option<Date>,
    /// In which order.
    pub sort: CaseSort,
    /// Whose.
    pub within: Within,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

/// Orders of the list of cases. Ties go by id; a case without a value or a day of engagement comes
/// below all that have one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseSort {
    /// `value`: cents, whatever the currency.
    Value,
    /// `-value`.
    ValueDown,
    /// `engaged`: day of engagement.
    Engaged,
    /// `-engaged`: the newest first.
    #[default]
    EngagedDown,
    /// `closed`: day of closing; what is not closed comes first.
    Closed,
    /// `-closed`: closed last, first.
    ClosedDown,
    /// `key`: the key of the source.
    Key,
    /// `-key`.
    KeyDown,
}

impl CaseSort {
    /// Every order.
    pub const ALL: [Self; 8] = [
        Self::Value,
        Self::ValueDown,
        Self::Engaged,
        Self::EngagedDown,
        Self::Closed,
        Self::ClosedDown,
        Self::Key,
        Self::KeyDown,
    ];

    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::ValueDown => "-value",
            Self::Engaged => "engaged",
            Self::EngagedDown => "-engaged",
            Self::Closed => "closed",
            Self::ClosedDown => "-closed",
            Self::Key => "key",
            Self::KeyDown => "-key",
        }
    }
}

impl FromStr for CaseSort {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|sort| sort.code() == text).ok_or(())
    }
}

macro_rules! columns {
    () => {
        "SELECT id, source_key, account, owner, product, stage, standing, process, step, engaged_on, \
         closed_on, value_cents, value_currency, seq, "
    };
}
macro_rules! filters {
    () => {
        concat!(
            " AND ($6 = '' OR account = $6) AND ($7 = '' OR owner = $7) AND ($8 = '' OR closed_on >= $8) \
             AND ($9 = '' OR closed_on < $9) AND ($10 = '' OR process = $10) AND ($11 = '' OR step = $11) \
             AND ($12 = '' OR standing = $12) AND ",
            case_within!("$13", "$14")
        )
    };
}
macro_rules! cases {
    ($key:literal, $narrow:literal) => {
        ways!(
            case_columns,
            columns!(),
            " FROM cases WHERE tenant = $1",
            $key,
            "id",
            concat!(filters!(), $narrow)
        )
    };
}
macro_rules! of_owner {
    ($key:literal, $narrow:literal) => {
        ways_of!(
            case_columns,
            columns!(),
            " FROM cases WHERE tenant = $1",
            "owner" = "$7",
            $key,
            "id",
            concat!(filters!(), $narrow)
        )
    };
}

macro_rules! of_key {
    // The second is the sort key put together: no index holds it, so that of the filter is taken.
    ($key:literal, $loose:literal, $owner:expr, $open_of_owner:expr) => {
        [
            cases!($key, ""),
            cases!($loose, " AND account = $6"),
            $owner,
            cases!($loose, " AND closed_key >= $8 AND closed_key < $9"),
            $open_of_owner,
            cases!($key, " AND standing = 'open'"),
        ]
    };
    // Somebody's are held in this order.
    (owned $key:literal, $loose:literal) => {
        of_key!($key, $loose, of_owner!($key, ""), of_owner!($key, " AND standing = 'open'"))
    };
    (loose $key:literal, $loose:literal) => {
        of_key!(
            $key,
            $loose,
            cases!($loose, " AND owner = $7 AND engaged_key >= ''"),
            cases!($loose, " AND owner = $7 AND engaged_key >= '' AND standing = 'open'")
        )
    };
}

/// By sort key: along it, then by what [`MANY`] asks for; last, the open ones along it.
pub(super) const WAYS: &[&[Ways]] = &[
    &of_key!(owned "value_key", "(value_key + 0)"),
    &of_key!(owned "engaged_key", "(engaged_key || '')"),
    &of_key!(loose "closed_key", "(closed_key || '')"),
    &of_key!(loose "source_key", "(source_key || '')"),
];
/// Whether an account, an owner, a span of closing, an owner among the open ones, has many cases.
pub(super) const MANY: &[&str] = &[
    "SELECT id FROM cases WHERE tenant = $1 AND account = $2 ORDER BY id LIMIT 1 OFFSET $3",
    "SELECT id FROM cases WHERE tenant = $1 AND owner = $2 ORDER BY engaged_key, id LIMIT 1 OFFSET $3",
    "SELECT id FROM cases WHERE tenant = $1 AND closed_key >= $2 AND closed_key < $3 \
        ORDER BY closed_key, id LIMIT 1 OFFSET $4",
    "SELECT id FROM cases WHERE tenant = $1 AND owner = $2 AND standing = 'open' \
        ORDER BY engaged_key, id LIMIT 1 OFFSET $3",
];

impl CaseList {
    /// The sort keys of the days of closing; those of the cases not closed are before all days.
    fn days(&self) -> [Cell; 2] {
        let first = if self.closed_before.is_some() { "0" } else { "" };
        let from = self.closed_from.map_or_else(|| Cell::shown(first), Cell::shown);
        [from, self.closed_before.map_or_else(|| Cell::shown(LAST), Cell::shown)]
    }
}

impl Reader {
    /// A page of the cases.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is no cursor of this order.
    pub async fn list_cases(&mut self, list: &CaseList) -> Result<ListOf<Case>, StoreError> {
        let (ways, span) = match list.sort {
            CaseSort::Value | CaseSort::ValueDown => (WAYS[0], [Cell::Int(i64::MIN), Cell::Int(i64::MAX)]),
            CaseSort::Engaged | CaseSort::EngagedDown => (WAYS[1], beginning("")),
            CaseSort::Closed | CaseSort::ClosedDown => (WAYS[2], list.days()),
            CaseSort::Key | CaseSort::KeyDown => (WAYS[3], beginning("")),
        };
        let closed = list.closed_from.is_some() || list.closed_before.is_some();
        let [from, before] = if closed { list.days() } else { [wanted(None::<Date>), wanted(None::<Date>)] };
        let [account, owner] = [wanted(list.account), wanted(list.owner)];
        let by_closing = matches!(list.sort, CaseSort::Closed | CaseSort::ClosedDown);
        // No index holds somebody's cases in these orders.
        let loose = by_closing || matches!(list.sort, CaseSort::Key | CaseSort::KeyDown);
        let (owned, open) = (list.owner.is_some(), list.standing == Some(Standing::Open));
        let filters = [
            (list.account.is_some(), vec![account.clone()]),
            (owned && loose && !open, vec![owner.clone()]),
            (closed && !by_closing, vec![from.clone(), before.clone()]),
            (owned && loose && open, vec![owner.clone()]),
        ];
        // A range of an index in the order asked, whatever it leaves.
        let range = match (owned && !loose, open) {
            (true, true) => &ways[4],
            (true, false) => &ways[2],
            (false, true) => &ways[5],
            (false, false) => &ways[0],
        };
        let given = filters.into_iter().enumerate().filter(|(_, (given, _))| *given);
        let narrow =
            given.map(|(at, (_, values))| Narrow { many: MANY[at], few: FEW, values, ways: &ways[at + 1] });
        let chosen = choose(self, narrow.collect(), range).await?;
        let walk = Walk { code: list.sort.code(), span, after: list.after.as_deref(), limit: list.limit };
        let [process, step] = [&list.process, &list.step].map(Cell::shown);
        let standing = wanted(list.standing.map(standing_code));
        let [person, teams] = list.within.cells();
        let filters = vec![account, owner, from, before, process, step, standing, person, teams];
        walk.page(self, chosen, filters).await
    }
}

/// The index that each is meant to be read from.
#[cfg(test)]
pub(super) const INDEXES: &[&[&str]] = &[
    &[
        "cases_by_value",
        "cases_of_account",
        "cases_of_owner_by_value",
        "cases_closed",
        "cases_open_of_owner_by_value",
        "cases_open_by_value",
    ],
    &[
        "cases_by_engaged",
        "cases_of_account",
        "cases_of_owner",
        "cases_closed",
        "cases_open_of_owner",
        "cases_open_by_engaged",
    ],
    &[
        "cases_closed",
        "cases_of_account",
        "cases_of_owner",
        "cases_closed",
        "cases_open_of_owner",
        "cases_open_by_closed",
    ],
    &[
        "cases_by_key",
        "cases_of_account",
        "cases_of_owner",
        "cases_closed",
        "cases_open_of_owner",
        "cases_open_by_key",
    ],
];
