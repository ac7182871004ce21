//! The list of action orders (*ordres d'action*).

use super::{FEW, LAST, ListOf, Narrow, Walk, Ways, beginning, choose, wanted, way, ways, ways_of};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::packed;
use crate::tables::{StoredOrder, order_columns};
use atelier_domain::language::CaseId;
use jiff::civil::Date;
use std::str::FromStr;

/// What is asked of the list of action orders. An empty filter lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderList {
    /// Who does it, by id or code, as the order says it.
    pub person: String,
    /// State.
    pub state: String,
    /// First day of start. An order without a start is then left out.
    pub from: Option<Date>,
    /// Day after the last one of start. An order without a start is then left out.
    pub before: Option<Date>,
    /// The case it works on.
    pub case: Option<CaseId>,
    /// The operation: process, step and operation by code, `new-customers/meet/visit`.
    pub operation: String,
    /// Scope and version of the plan that last placed it.
    pub plan: Option<(String, i64)>,
    /// In which order.
    pub sort: OrderSort,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

/// Orders of the list of action orders. Ties go by id; what has no start, or is never due, comes after
/// all that has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderSort {
    /// `start`.
    #[default]
    Start,
    /// `-start`.
    StartDown,
    /// `due`: last useful day or time.
    Due,
    /// `-due`.
    DueDown,
}

impl OrderSort {
    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::StartDown => "-start",
            Self::Due => "due",
            Self::DueDown => "-due",
        }
    }
}

impl FromStr for OrderSort {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let all = [Self::Start, Self::StartDown, Self::Due, Self::DueDown];
        all.into_iter().find(|sort| sort.code() == text).ok_or(())
    }
}

macro_rules! columns {
    () => {
        "SELECT o.id, o.scope, o.plan_version, o.case_id, o.people, o.state, o.starts_at, o.ends_at, \
         o.due_on, o.payload, o.seq, "
    };
}
macro_rules! filters {
    () => {
        " AND ($7 = '' OR o.state = $7) AND ($8 = '' OR o.case_id = $8) \
         AND ($9 = '' OR o.scope = $9) AND (o.plan_version = $10 OR $10 = 0) \
         AND ($11 = '' OR o.routing = $11)"
    };
}
macro_rules! orders {
    ($from:expr, $key:literal, $id:literal, $narrow:literal) => {
        ways!(order_columns, columns!(), $from, $key, $id, concat!(filters!(), $narrow))
    };
}
/// A range of an index by state, in the order of the sort key.
macro_rules! of_state {
    ($from:expr, $key:literal) => {
        ways_of!(order_columns, columns!(), $from, "o.state" = "$7", $key, "o.id", filters!())
    };
}

/// The same by operation.
macro_rules! of_routing {
    ($from:expr, $key:literal) => {
        ways_of!(order_columns, columns!(), $from, "o.routing" = "$11", $key, "o.id", filters!())
    };
}

// What is put together is no longer what an index holds: so each engine is told which one to take.
macro_rules! from_start {
    () => {
        " FROM orders o WHERE o.tenant = $1 AND ($6 = '' OR EXISTS (SELECT 1 FROM order_people p \
            WHERE p.tenant = o.tenant AND p.id = o.id || '/' || $6))"
    };
}
macro_rules! by_start {
    ($key:literal, $narrow:literal) => {
        orders!(from_start!(), $key, "o.id", $narrow)
    };
    ($narrow:literal) => {
        by_start!("(o.start_key || '')", $narrow)
    };
}

macro_rules! from_due {
    ($start:literal) => {
        concat!(
            " FROM orders o WHERE o.tenant = $1 AND ",
            $start,
            " >= $12 AND ",
            $start,
            " < $13 AND ($6 = '' OR EXISTS (SELECT 1 FROM order_people p \
                WHERE p.tenant = o.tenant AND p.id = o.id || '/' || $6))"
        )
    };
}
macro_rules! by_due {
    ($due:literal, $start:literal, $narrow:literal) => {
        orders!(from_due!($start), $due, "o.id", $narrow)
    };
    ($narrow:literal) => {
        by_due!("(o.due_key || '')", "o.start_key || ''", $narrow)
    };
}

/// By sort key: along it, then by what [`MANY`] asks for; last, the index of somebody's orders, which is walked.
pub(super) const WAYS: &[&[Ways]] = &[
    &[
        by_start!("o.start_key", ""),
        by_start!(" AND o.case_id = $8"),
        by_start!(" AND o.scope = $9 AND o.plan_version = $10"),
        of_state!(from_start!(), "o.start_key"),
        of_routing!(from_start!(), "o.start_key"),
        orders!(
            " FROM order_people p CROSS JOIN orders o WHERE p.tenant = $1 AND p.person = $6 \
                AND o.tenant = p.tenant AND o.id = p.order_id",
            "p.start_key",
            "p.order_id",
            ""
        ),
    ],
    &[
        by_due!("o.due_key", "o.start_key || ''", ""),
        by_due!(" AND o.case_id = $8"),
        by_due!(" AND o.scope = $9 AND o.plan_version = $10"),
        of_state!(from_due!("o.start_key || ''"), "o.due_key"),
        by_due!(" AND o.routing = $11"),
        by_due!(
            " AND o.id IN (SELECT p.order_id FROM order_people p WHERE p.tenant = $1 AND p.person = $6 \
                AND p.start_key >= $12 AND p.start_key < $13)"
        ),
        by_due!("(o.due_key || '')", "o.start_key", ""),
        orders!(
            " FROM order_people p CROSS JOIN orders o WHERE p.tenant = $1 AND p.person = $6 \
                AND (p.start_key || '') >= $12 AND (p.start_key || '') < $13 AND o.tenant = p.tenant AND o.id = p.order_id",
            "p.due_key",
            "p.order_id",
            ""
        ),
    ],
];
/// Whether a case, a plan, a state, an operation, somebody in some days, some days, have more orders than pay to be
/// sorted. Of somebody's orders the page is soon met along their own index, unless the days leave next to none.
pub(super) const MANY: &[(&str, i64)] = &[
    ("SELECT id FROM orders WHERE tenant = $1 AND case_id = $2 ORDER BY id LIMIT 1 OFFSET $3", FEW),
    (
        "SELECT id FROM orders WHERE tenant = $1 AND scope = $2 AND plan_version = $3 \
            ORDER BY id LIMIT 1 OFFSET $4",
        FEW,
    ),
    ("SELECT id FROM orders WHERE tenant = $1 AND state = $2 ORDER BY start_key, id LIMIT 1 OFFSET $3", FEW),
    (
        "SELECT id FROM orders WHERE tenant = $1 AND routing = $2 ORDER BY start_key, id LIMIT 1 OFFSET $3",
        FEW,
    ),
    (
        "SELECT order_id FROM order_people WHERE tenant = $1 AND person = $2 \
            AND start_key >= $3 AND start_key < $4 ORDER BY start_key, order_id LIMIT 1 OFFSET $5",
        FEW / 10,
    ),
    (
        "SELECT id FROM orders WHERE tenant = $1 AND start_key >= $2 AND start_key < $3 \
            ORDER BY start_key, id LIMIT 1 OFFSET $4",
        FEW,
    ),
];

impl OrderList {
    /// The sort keys of the days of start. A start is `2027-01-05T09:00`, or `~` when there is none.
    fn days(&self) -> [Cell; 2] {
        let last = if self.from.is_some() { "~" } else { LAST };
        [wanted(self.from), self.before.map_or_else(|| Cell::shown(last), Cell::shown)]
    }

    /// The values of the filters `$6` to `$11`.
    fn values(&self) -> [Cell; 6] {
        let (scope, version) = self.plan.as_ref().map_or(("", 0), |(scope, version)| (scope, *version));
        let [person, state, operation] = [&self.person, &self.state, &self.operation].map(Cell::shown);
        [person, state, wanted(self.case), Cell::shown(scope), Cell::Int(version), operation]
    }

    /// The filters of `ways` that were given.
    fn narrow(&self, ways: &'static [Ways]) -> Vec<Narrow> {
        let [person, state, case, scope, version, operation] = self.values();
        let [from, before] = self.days();
        // By start, days are the range that is walked; by due day, a filter.
        let by_due = ways.len() > MANY.len() + 1;
        let spans = by_due && (self.from.is_some() || self.before.is_some());
        let filters = [
            (self.case.is_some(), vec![case]),
            (self.plan.is_some(), vec![scope, version]),
            (!self.state.is_empty(), vec![state]),
            (!self.operation.is_empty(), vec![operation]),
            (spans && !self.person.is_empty(), vec![person, from.clone(), before.clone()]),
            (spans, vec![from, before]),
        ];
        let given = filters.into_iter().enumerate().filter(|(_, (given, _))| *given);
        let narrow = |(at, (_, values))| {
            let (many, few) = MANY[at];
            Narrow { many, few, values, ways: &ways[at + 1] }
        };
        given.map(narrow).collect()
    }
}

impl Reader {
    /// A page of the action orders.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is no cursor of this order.
    pub async fn list_orders(&mut self, list: &OrderList) -> Result<ListOf<StoredOrder>, StoreError> {
        let by_start = matches!(list.sort, OrderSort::Start | OrderSort::StartDown);
        let ways = if by_start { WAYS[0] } else { WAYS[1] };
        let along = if !list.person.is_empty() {
            &ways[ways.len() - 1]
        } else if by_start && !list.operation.is_empty() {
            &ways[4]
        } else if !list.state.is_empty() {
            &ways[3]
        } else {
            &ways[0]
        };
        let chosen = choose(self, list.narrow(ways), along).await?;
        let span = if by_start { list.days() } else { beginning("") };
        let walk = Walk { code: list.sort.code(), span, after: list.after.as_deref(), limit: list.limit };
        let days = list.days().into_iter().filter(|_| !by_start);
        walk.page(self, chosen, list.values().into_iter().chain(days).collect()).await
    }
}

/// The index that each is meant to be read from.
#[cfg(test)]
pub(super) const INDEXES: &[&[&str]] = &[
    &[
        "orders_by_start",
        "orders_of_case",
        "orders_of_plan",
        "orders_of_state",
        "orders_of_routing",
        "order_people_by_day",
    ],
    &[
        "orders_by_due",
        "orders_of_case",
        "orders_of_plan",
        "orders_of_state_by_due",
        "orders_of_routing",
        "sqlite_autoindex_orders_1",
        "orders_by_start",
        "order_people_by_due",
    ],
];
