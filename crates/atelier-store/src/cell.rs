//! A value of a read table, and how rows come out of the database and become domain values.

use crate::error::{Incident, StoreError};
use crate::table::{Column, Table};
use atelier_domain::language::{Currency, Money};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Row as _};
use std::fmt::Display;
use std::str::FromStr;

/// One value, of the two storage types that both engines share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    /// Of another storage type: SQLite lets a hand put anything anywhere. Nothing we write is equal to it.
    Odd(String),
}

impl Cell {
    pub(crate) fn shown(value: impl Display) -> Self {
        Self::Text(value.to_string())
    }

    pub(crate) fn maybe(value: Option<impl Display>) -> Self {
        value.map_or(Self::Null, Self::shown)
    }

    /// Cents and currency code, both null together.
    pub(crate) fn money(value: Option<Money>) -> [Self; 2] {
        value.map_or([Self::Null, Self::Null], |money| [Self::Int(money.cents), Self::shown(money.currency)])
    }

    pub(crate) fn part(&self) -> Part<'_> {
        match self {
            Self::Null => Part::Null,
            Self::Int(value) => Part::Int(*value),
            Self::Text(value) => Part::Text(value),
            Self::Odd(value) => Part::Odd(value),
        }
    }

    /// Adds it to the arguments of a statement; PostgreSQL wants to know the type of a null too.
    pub(crate) fn bind(
        self,
        query: Query<'_, Any, AnyArguments>,
        column: Column,
    ) -> Query<'_, Any, AnyArguments> {
        match (self, column) {
            (Self::Int(value), _) => query.bind(value),
            (Self::Text(value) | Self::Odd(value), _) => query.bind(value),
            (Self::Null, Column::Int) => query.bind(None::<i64>),
            (Self::Null, Column::Text) => query.bind(None::<String>),
        }
    }
}

/// The same, lent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Odd(&'a str),
}

impl Part<'_> {
    pub(crate) fn cell(self) -> Cell {
        match self {
            Self::Null => Cell::Null,
            Self::Int(value) => Cell::Int(value),
            Self::Text(value) => Cell::Text(value.to_owned()),
            Self::Odd(value) => Cell::Odd(value.to_owned()),
        }
    }
}

/// One row of a read table: key, cells in the order of the table's columns, fact that last said it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) cells: Vec<Cell>,
    pub(crate) seq: i64,
}

impl Line {
    /// Reads `id, columns…, seq`.
    pub(crate) fn read(table: &Table, row: &AnyRow) -> Result<Self, StoreError> {
        let id: String = row.try_get(0)?;
        let mut cells = Vec::with_capacity(table.columns.len());
        for (at, (_, column)) in table.columns.iter().enumerate() {
            let read = match column {
                Column::Int => {
                    row.try_get::<Option<i64>, _>(at + 1).map(|it| it.map_or(Cell::Null, Cell::Int))
                }
                Column::Text => {
                    row.try_get::<Option<String>, _>(at + 1).map(|it| it.map_or(Cell::Null, Cell::Text))
                }
            };
            cells.push(read.unwrap_or_else(|why| Cell::Odd(why.to_string())));
        }
        // No fact has this number: a verification names the row.
        let seq = row.try_get(table.columns.len() + 1).unwrap_or(-1);
        Ok(Self { id, cells, seq })
    }

    /// The cells one after the other, each as what it should be.
    pub(crate) fn cells(self, table: &'static Table) -> Cells {
        Cells { table, id: self.id, rest: self.cells.into_iter(), at: 0 }
    }
}

/// The cells of a row, taken in the order of the columns.
pub(crate) struct Cells {
    table: &'static Table,
    id: String,
    rest: std::vec::IntoIter<Cell>,
    at: usize,
}

impl Cells {
    fn next(&mut self) -> Cell {
        self.at += 1;
        self.rest.next().unwrap_or(Cell::Null)
    }

    fn wrong(&self, why: impl Display) -> StoreError {
        let column = self.table.columns.get(self.at - 1).map_or("?", |(name, _)| name);
        Incident::unreadable(self.table.name, &self.id, format_args!("{column}: {why}"))
    }

    /// The key of the row.
    pub(crate) fn id<T: FromStr<Err: Display>>(&self) -> Result<T, StoreError> {
        self.id
            .parse()
            .map_err(|why| Incident::unreadable(self.table.name, &self.id, format_args!("id: {why}")))
    }

    pub(crate) fn int(&mut self) -> Result<i64, StoreError> {
        match self.next() {
            Cell::Int(value) => Ok(value),
            other => Err(self.wrong(format_args!("{other:?} is not a whole number"))),
        }
    }

    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>, StoreError> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Text(value) => Ok(Some(value)),
            other @ (Cell::Int(_) | Cell::Odd(_)) => Err(self.wrong(format_args!("{other:?} is not text"))),
        }
    }

    pub(crate) fn text(&mut self) -> Result<String, StoreError> {
        self.maybe_text()?.ok_or_else(|| self.wrong("missing"))
    }

    pub(crate) fn maybe<T: FromStr>(&mut self) -> Result<Option<T>, StoreError> {
        let Some(text) = self.maybe_text()? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.wrong(format_args!("{text:?} does not read")))
    }

    pub(crate) fn parse<T: FromStr>(&mut self) -> Result<T, StoreError> {
        self.maybe()?.ok_or_else(|| self.wrong("missing"))
    }

    /// Words with a blank between them.
    pub(crate) fn words<T: FromStr>(&mut self) -> Result<Vec<T>, StoreError> {
        let text = self.text()?;
        let read = text.split_whitespace().map(str::parse).collect::<Result<_, _>>();
        read.map_err(|_| self.wrong(format_args!("{text:?} does not read")))
    }

    pub(crate) fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let text = self.text()?;
        serde_json::from_str(&text).map_err(|why| self.wrong(why))
    }

    pub(crate) fn money(&mut self) -> Result<Option<Money>, StoreError> {
        let cents = match self.next() {
            Cell::Null => None,
            Cell::Int(cents) => Some(cents),
            other @ (Cell::Text(_) | Cell::Odd(_)) => {
                return Err(self.wrong(format_args!("{other:?} is not cents")));
            }
        };
        match (cents, self.maybe::<Currency>()?) {
            (Some(cents), Some(currency)) => Ok(Some(Money { cents, currency })),
            (None, None) => Ok(None),
            _ => Err(self.wrong("an amount and its currency come together")),
        }
    }
}
