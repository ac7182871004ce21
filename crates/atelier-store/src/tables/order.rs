//! Action orders as they are kept: what queries ask for in columns, everything else in the payload.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// An action order (*ordre d'action*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOrder {
    /// Identity.
    pub id: Uuid,
    /// The plan version that last placed it.
    pub plan_version: i64,
    /// Scope of that plan.
    pub scope: String,
    /// The case it works on.
    pub case: Option<Uuid>,
    /// Who does it, by id or code, in the order of the plan.
    pub people: Vec<String>,
    /// As the domain codes it: `suggested`, `firm`, `released`, `started`, `done`…
    pub state: String,
    /// Local start, ISO.
    pub start: Option<String>,
    /// Local end, ISO.
    pub end: Option<String>,
    /// Last useful day or time, ISO.
    pub due: Option<String>,
    /// JSON: the whole order.
    pub payload: String,
}

/// States in which an order is only an intention: the next plan of its scope replaces it.
pub(crate) const UNRELEASED: [&str; 3] = ["suggested", "planned", "firm"];

/// Gives the columns of an order to a macro, after what it is given.
macro_rules! order_columns {
    ($build:ident!($($before:tt)*)) => {
        $build!($($before)* scope Text, plan_version Int, case_id Text, people Text, state Text, starts_at Text,
            ends_at Text, due_on Text, payload Text)
    };
}
pub(crate) use order_columns;

pub(crate) const ORDERS: Table = order_columns!(table!("orders":));

/// Who has which order when; one row per order and person, drawn from the order.
pub(crate) const ORDER_PEOPLE: Table = table!("order_people":
    order_id Text, person Text, starts_at Text, due_key Text; drawn due_key);

impl Record for StoredOrder {
    const TABLE: &'static Table = &ORDERS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.scope),
            Cell::Int(self.plan_version),
            Cell::maybe(self.case),
            Cell::shown(serde_json::json!(self.people)),
            Cell::shown(&self.state),
            Cell::maybe(self.start.as_ref()),
            Cell::maybe(self.end.as_ref()),
            Cell::maybe(self.due.as_ref()),
            Cell::shown(&self.payload),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            scope: cells.text()?,
            plan_version: cells.int()?,
            case: cells.maybe()?,
            people: cells.json()?,
            state: cells.text()?,
            start: cells.maybe_text()?,
            end: cells.maybe_text()?,
            due: cells.maybe_text()?,
            payload: cells.text()?,
        })
    }
}

/// The rows of `order_people`: key and cells, by key.
pub(crate) fn people_lines(order: &StoredOrder) -> Vec<(String, Vec<Cell>)> {
    let people: BTreeSet<&String> = order.people.iter().collect();
    // What is never due comes after all that is.
    let due = order.due.as_deref().unwrap_or("~");
    let line = |person: &String| {
        let start = Cell::maybe(order.start.as_ref());
        let cells = vec![Cell::shown(order.id), Cell::shown(person), start, Cell::shown(due)];
        ([&order.id.to_string(), person.as_str()].join("/"), cells)
    };
    people.into_iter().map(line).collect()
}
