//! Action orders: of a plan, of a person's day, of a case.

use crate::cell::Cell;
use crate::content;
use crate::error::{Incident, StoreError};
use crate::ledger::PAGE;
use crate::reader::Reader;
use crate::table::packed;
use crate::tables::{StoredOrder, order_columns};
use atelier_domain::language::{CaseId, Period};
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use uuid::Uuid;

pub(crate) const OF_PLAN: &str = "SELECT id, scope, plan_version, case_id, people, state, starts_at, ends_at, \
    due_on, payload, seq FROM orders \
    WHERE tenant = $1 AND scope = $2 AND (plan_version, id) > ($3, $4) AND plan_version <= $5 \
    ORDER BY plan_version, id LIMIT $6";
/// Of a scope, that start between two days, by start.
const WINDOW: &str = "SELECT id, scope, plan_version, case_id, people, state, starts_at, ends_at, \
    due_on, payload, seq FROM orders \
    WHERE tenant = $1 AND (start_key, id) > ($3, $4) AND start_key < $5 AND scope || '' = $2 \
    ORDER BY start_key, id LIMIT $6";
/// The last fact after a number that says something of an order.
const TOUCHED: &str = "SELECT seq FROM fact_rows \
    WHERE tenant = $1 AND seq > $2 AND kind || '' IN ('planning/order', 'execution/order') \
    ORDER BY seq DESC LIMIT 1";
pub(crate) const OF_CASE: &str = "SELECT id, scope, plan_version, case_id, people, state, starts_at, ends_at, \
    due_on, payload, seq FROM orders WHERE tenant = $1 AND case_id = $2 ORDER BY id";

/// The orders that somebody has, through a filter: as one text, then row by row for what does not read that way.
macro_rules! of_person {
    ($filter:literal) => {{
    const ROWS: &str = of_person!(rows $filter);
    const PACKED: &str = order_columns!(packed!(of_person!(rows $filter), "",));
        [PACKED, ROWS]
    }};
    (rows $filter:literal) => {
        concat!(
            "SELECT o.id, o.scope, o.plan_version, o.case_id, o.people, o.state, o.starts_at, o.ends_at, \
             o.due_on, o.payload, o.seq \
             FROM order_people p JOIN orders o ON o.tenant = p.tenant AND o.id = p.order_id \
             WHERE p.tenant = $1 AND p.person = $2",
            $filter,
            " ORDER BY p.start_key, p.order_id"
        )
    };
}
pub(crate) const OF_PERSON: [&str; 2] = of_person!(" AND p.start_key >= $3 AND p.start_key < $4");
const OVERDUE: [&str; 2] = of_person!(" AND p.start_key < $3 AND o.state IN ('released', 'started')");
/// What a person still has to do, whenever it starts.
const AHEAD: [&str; 2] =
    of_person!(" AND p.start_key < '~' AND o.state NOT IN ('done', 'closed', 'cancelled')");
/// What was said of orders after a fact; put together, the kind is not what an index is looked up by.
const SAID_SINCE: &str = "SELECT payload FROM fact_rows \
    WHERE tenant = $1 AND seq > $2 AND kind || '' IN ($3, $4) ORDER BY seq, n LIMIT $5";
const UNPLACED: &str = "SELECT id, scope, plan_version, case_id, people, state, starts_at, ends_at, \
    due_on, payload, seq FROM orders \
    WHERE tenant = $1 AND scope = $2 AND start_key = '~' AND state IN ('suggested', 'planned') \
    ORDER BY id LIMIT $3";
const DAY_BEFORE: &str = "SELECT p.start_key \
    FROM order_people p JOIN orders o ON o.tenant = p.tenant AND o.id = p.order_id \
    WHERE p.tenant = $1 AND p.person = $2 AND p.start_key < $3 \
        AND o.state NOT IN ('done', 'closed', 'cancelled') \
    ORDER BY p.start_key DESC LIMIT 1";
const DAY_AFTER: &str = "SELECT p.start_key \
    FROM order_people p JOIN orders o ON o.tenant = p.tenant AND o.id = p.order_id \
    WHERE p.tenant = $1 AND p.person = $2 AND p.start_key >= $3 AND p.start_key < '~' \
        AND o.state NOT IN ('done', 'closed', 'cancelled') \
    ORDER BY p.start_key LIMIT 1";
/// What starts in some days and is not cancelled, by operation.
/// What is put together is not what an index holds: the days are the range that is read.
const SUMS: &str = "SELECT COALESCE(routing, ''), COUNT(*), CAST(SUM(minutes) AS BIGINT) FROM orders \
    WHERE tenant = $1 AND start_key >= $2 AND start_key < $3 \
        AND state || '' <> 'cancelled' AND COALESCE(routing, '') <> '' \
    GROUP BY COALESCE(routing, '') ORDER BY COALESCE(routing, '')";
/// The same of somebody.
const SUMS_OF_PERSON: &str = "SELECT COALESCE(o.routing, ''), COUNT(*), CAST(SUM(o.minutes) AS BIGINT) \
    FROM order_people p JOIN orders o ON o.tenant = p.tenant AND o.id = p.order_id \
    WHERE p.tenant = $1 AND p.start_key >= $2 AND p.start_key < $3 AND p.person = $4 \
        AND o.state <> 'cancelled' AND COALESCE(o.routing, '') <> '' \
    GROUP BY COALESCE(o.routing, '') ORDER BY COALESCE(o.routing, '')";
/// Most orders without a date that are read for a person's day.
const WITHOUT_DATE: i64 = 2_000;
/// Most orders said again that are looked through.
const SAID_MOST: i64 = 20_000;

/// What some days hold of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationSum {
    /// Process, step and operation by code, `new-customers/meet/visit`.
    pub operation: String,
    /// Orders.
    pub orders: i64,
    /// Their time planned, for each person.
    pub minutes: i64,
}

impl Reader {
    /// What starts in a period and is not cancelled, added up by operation, in the order of their codes: everybody's,
    /// or that of one person.
    pub async fn sums_by_operation(
        &mut self,
        person: Option<&str>,
        period: Period,
    ) -> Result<Vec<OperationSum>, StoreError> {
        let query = sqlx::query(if person.is_some() { SUMS_OF_PERSON } else { SUMS });
        let query = query.bind(self.tenant()).bind(period.first.to_string()).bind(period.after.to_string());
        let query = person.iter().fold(query, |query, person| query.bind((*person).to_owned()));
        let rows = query.fetch_all(self.conn()).await?;
        let read = |row: &AnyRow| -> Result<OperationSum, StoreError> {
            let (operation, orders) = (row.try_get(0)?, row.try_get(1)?);
            Ok(OperationSum { operation, orders, minutes: row.try_get::<Option<i64>, _>(2)?.unwrap_or(0) })
        };
        rows.iter().map(read).collect()
    }

    /// An order, and the version of what is shown of it.
    pub async fn order_at(&mut self, id: Uuid) -> Result<Option<(StoredOrder, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// What was given to a person before a day and is not declared yet, by start.
    pub async fn orders_overdue(&mut self, person: &str, day: Date) -> Result<Vec<StoredOrder>, StoreError> {
        self.orders_in(OVERDUE, vec![Cell::shown(person), Cell::shown(day)]).await
    }

    /// The orders of a person that have a date and are not over, by start.
    pub async fn orders_ahead(&mut self, person: &str) -> Result<Vec<StoredOrder>, StoreError> {
        self.orders_in(AHEAD, vec![Cell::shown(person)]).await
    }

    /// Orders as they were said after a fact, in the order of saying; `None` when that is too much to look through.
    pub async fn orders_said_since(&mut self, fact: i64) -> Result<Option<Vec<StoredOrder>>, StoreError> {
        let query = sqlx::query(SAID_SINCE).bind(self.tenant()).bind(fact);
        let query = query.bind(content::ORDER).bind(content::DECLARED).bind(SAID_MOST + 1);
        let rows = query.fetch_all(self.conn()).await?;
        if rows.len() as i64 > SAID_MOST {
            return Ok(None);
        }
        let read = |row: &AnyRow| -> Result<StoredOrder, StoreError> {
            let payload: &str = row.try_get(0)?;
            let unreadable = |why| Incident::unreadable("fact_rows", payload.get(..60).unwrap_or(""), why);
            serde_json::from_str(payload).map_err(unreadable)
        };
        rows.iter().map(read).collect::<Result<_, _>>().map(Some)
    }

    /// Orders that the plan of a scope could not place, by id; at most 2,000.
    pub async fn orders_unplaced(&mut self, scope: &str) -> Result<Vec<StoredOrder>, StoreError> {
        let query = sqlx::query(UNPLACED).bind(self.tenant()).bind(scope.to_owned()).bind(WITHOUT_DATE);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// The last day before and the first day after one, on which a person has something ahead.
    pub async fn days_beside(&mut self, person: &str, day: Date) -> Result<[Option<Date>; 2], StoreError> {
        let after = day.tomorrow().unwrap_or(Date::MAX);
        let mut days = [None, None];
        for (at, (text, bound)) in [(DAY_BEFORE, day), (DAY_AFTER, after)].into_iter().enumerate() {
            let query = sqlx::query(text).bind(self.tenant()).bind(person.to_owned());
            let row = query.bind(bound.to_string()).fetch_optional(self.conn()).await?;
            let Some(row) = row else { continue };
            let start: String = row.try_get(0)?;
            days[at] = start.get(..10).and_then(|day| day.parse().ok());
        }
        Ok(days)
    }

    /// One order.
    pub async fn order(&mut self, id: Uuid) -> Result<Option<StoredOrder>, StoreError> {
        self.one(id.to_string()).await
    }

    /// The orders that a version of the plan of a scope was the last to place, by id.
    pub async fn orders_of_plan(
        &mut self,
        scope: &str,
        version: i64,
    ) -> Result<Vec<StoredOrder>, StoreError> {
        self.orders_between(scope, version, version).await
    }

    /// Every order of a scope that stands, whichever plan placed it: by plan version, then id.
    pub async fn orders_of_scope(&mut self, scope: &str) -> Result<Vec<StoredOrder>, StoreError> {
        self.orders_between(scope, 0, i64::MAX).await
    }

    /// The orders of a scope that start in a period, by start, then id; those given up are among them.
    pub async fn orders_starting_in(
        &mut self,
        scope: &str,
        period: Period,
    ) -> Result<Vec<StoredOrder>, StoreError> {
        let mut orders = Vec::new();
        let mut after = (period.first.to_string(), String::new());
        loop {
            let query = sqlx::query(WINDOW).bind(self.tenant()).bind(scope.to_owned());
            let query = query.bind(after.0).bind(after.1).bind(period.after.to_string()).bind(PAGE);
            let page: Vec<StoredOrder> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
            let is_last = (page.len() as i64) < PAGE;
            let end = page.last().map(|end| (end.start.clone().unwrap_or_default(), end.id.to_string()));
            orders.extend(page);
            match end {
                Some(end) if !is_last => after = end,
                _ => return Ok(orders),
            }
        }
    }

    /// The number of the last fact after `fact` that says something of an order, if any does.
    pub async fn orders_touched_since(&mut self, fact: i64) -> Result<Option<i64>, StoreError> {
        let row = sqlx::query(TOUCHED).bind(self.tenant()).bind(fact).fetch_optional(self.conn()).await?;
        row.map(|row| Ok(row.try_get(0)?)).transpose()
    }

    /// The orders of a person that start in a period, by start, then id. For one day, the period
    /// from that day to the next.
    pub async fn orders_of_person(
        &mut self,
        person: &str,
        period: Period,
    ) -> Result<Vec<StoredOrder>, StoreError> {
        let days = [period.first, period.after].map(Cell::shown);
        self.orders_in(OF_PERSON, [Cell::shown(person)].into_iter().chain(days).collect()).await
    }

    /// The orders on a case, by id.
    pub async fn orders_of_case(&mut self, case: CaseId) -> Result<Vec<StoredOrder>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(OF_CASE).bind(tenant).bind(case.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// What one of the statements of somebody's orders answers with, by start, then id.
    async fn orders_in(
        &mut self,
        ways: [&'static str; 2],
        values: Vec<Cell>,
    ) -> Result<Vec<StoredOrder>, StoreError> {
        let mut orders: Vec<StoredOrder> = self.read_packed(ways, &values).await?;
        // Put together, rows come in no order that an engine promises.
        orders.sort_by(|a, b| (order_key(a), a.id).cmp(&(order_key(b), b.id)));
        Ok(orders)
    }

    async fn orders_between(
        &mut self,
        scope: &str,
        first: i64,
        last: i64,
    ) -> Result<Vec<StoredOrder>, StoreError> {
        let mut orders = Vec::<StoredOrder>::new();
        let mut after = (first, String::new());
        loop {
            let tenant = self.tenant();
            let query = sqlx::query(OF_PLAN)
                .bind(tenant)
                .bind(scope.to_owned())
                .bind(after.0)
                .bind(after.1)
                .bind(last)
                .bind(PAGE);
            let page: Vec<StoredOrder> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
            let Some(end) = page.last() else { return Ok(orders) };
            after = (end.plan_version, end.id.to_string());
            orders.extend(page);
        }
    }
}

/// What has no start comes last.
fn order_key(order: &StoredOrder) -> &str {
    order.start.as_deref().unwrap_or("~")
}

pub(super) const STATEMENTS: &[&str] = &[
    OF_PLAN,
    WINDOW,
    TOUCHED,
    OF_PERSON[0],
    OF_PERSON[1],
    OF_CASE,
    OVERDUE[0],
    OVERDUE[1],
    AHEAD[0],
    AHEAD[1],
    SAID_SINCE,
    UNPLACED,
    DAY_BEFORE,
    DAY_AFTER,
    SUMS,
    SUMS_OF_PERSON,
];
