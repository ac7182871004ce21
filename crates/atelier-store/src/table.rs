//! What a read table is: its columns, said once, and the statements that follow from them.

use crate::cell::{Cell, Cells, Line, Part};
use crate::error::StoreError;
use crate::packed::{Packed, Torn};
use crate::tables;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{AnyConnection, Row as _};

/// Storage type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Int,
    Text,
}

/// A read table. Its key is `(tenant, id)`; `seq` is the fact that last said the row.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The columns between `id` and `seq`, in order.
    pub(crate) columns: &'static [(&'static str, Column)],
    /// Columns drawn from the others by the program, of which the digest says nothing.
    pub(crate) drawn: &'static [&'static str],
    /// `INSERT … VALUES `, to be followed by the placeholders.
    pub(crate) insert: &'static str,
    /// What to do with a row that is there: replace it.
    pub(crate) replace: &'static str,
    /// `id, columns…, seq` of the next rows after `$2`, by id.
    pub(crate) page: &'static str,
    /// The same as one text ([`crate::packed`]), and the last id.
    pub(crate) packed: &'static str,
    /// One row by id.
    pub(crate) one: &'static str,
    /// Removes everything of a tenant.
    pub(crate) clear: &'static str,
    /// Removes what the fact `$2` was the last to say.
    pub(crate) unsay: &'static str,
}

impl Table {
    /// The rows after a key, at most `limit`, by id.
    pub(crate) async fn next_lines(
        &self,
        conn: &mut AnyConnection,
        tenant: &str,
        after: &str,
        limit: i64,
    ) -> Result<Vec<Line>, StoreError> {
        if let Some(page) = self.next_page(conn, tenant, after, limit).await?
            && let Ok(lines) = self.unpacked(&page.text, after)
        {
            return Ok(lines);
        }
        self.next_rows(conn, tenant, after, limit).await
    }

    /// The same rows, packed; `None` when the database does not give them that way.
    pub(crate) async fn next_page(
        &self,
        conn: &mut AnyConnection,
        tenant: &str,
        after: &str,
        limit: i64,
    ) -> Result<Option<Page>, StoreError> {
        let query = sqlx::query(self.packed).bind(tenant.to_owned()).bind(after.to_owned()).bind(limit);
        let row = query.fetch_one(conn).await?;
        let (text, last) = (row.try_get::<Option<String>, _>(0), row.try_get::<Option<String>, _>(1));
        let (Ok(text), Ok(last)) = (text, last) else { return Ok(None) };
        Ok(Some(Page { text: text.unwrap_or_default(), last }))
    }

    /// The same rows, one by one: a value that is not of its type is told from the others.
    pub(crate) async fn next_rows(
        &self,
        conn: &mut AnyConnection,
        tenant: &str,
        after: &str,
        limit: i64,
    ) -> Result<Vec<Line>, StoreError> {
        let query = sqlx::query(self.page).bind(tenant.to_owned()).bind(after.to_owned()).bind(limit);
        query.fetch_all(conn).await?.iter().map(|row| Line::read(self, row)).collect()
    }

    /// The rows of a packed page. Torn when one does not read, or does not come after the one before.
    fn unpacked(&self, text: &str, after: &str) -> Result<Vec<Line>, Torn> {
        let lines = self.unpacked_lines(text)?;
        let befores = std::iter::once(after).chain(lines.iter().map(|line| &*line.id));
        if befores.zip(&lines).any(|(before, line)| *line.id <= *before) {
            return Err(Torn);
        }
        Ok(lines)
    }

    /// The rows of a packed text, in whatever order the database put them together.
    pub(crate) fn unpacked_lines(&self, text: &str) -> Result<Vec<Line>, Torn> {
        let mut lines = Vec::new();
        self.each(text, |id, seq, parts| {
            let cells = parts.iter().map(|part| part.cell()).collect();
            lines.push(Line { id: id.to_owned(), cells, seq });
            Ok(())
        })?;
        Ok(lines)
    }

    /// Gives each row of a packed page to `take`: id, number of its fact, values in the order of the columns.
    pub(crate) fn each<'a>(
        &self,
        text: &'a str,
        mut take: impl FnMut(&'a str, i64, &[Part<'a>]) -> Result<(), Torn>,
    ) -> Result<(), Torn> {
        let mut page = Packed::of(text);
        let mut parts = Vec::with_capacity(self.columns.len());
        while !page.is_empty() {
            let id = page.number()?;
            parts.clear();
            for _ in self.columns {
                parts.push(page.maybe()?.map_or(Part::Null, Part::Int));
            }
            let seq = page.number()?;
            page.sound()?;
            let id = page.text(id)?;
            for ((_, column), part) in self.columns.iter().zip(&mut parts) {
                if let (Column::Text, Part::Int(length)) = (column, *part) {
                    *part = Part::Text(page.text(length)?);
                }
            }
            take(id, seq, &parts)?;
        }
        Ok(())
    }
}

/// Rows as the database packed them.
pub(crate) struct Page {
    /// See [`crate::packed`].
    pub(crate) text: String,
    /// The id of the last one; `None` when there is none.
    pub(crate) last: Option<String>,
}

/// Builds a [`Table`]: every statement is made of literals when the program is compiled.
macro_rules! table {
    ($name:literal: $($column:ident $kind:ident),+ $(,)? $(; drawn $($drawn:ident),+)?) => {
        $crate::table::Table {
            name: $name,
            columns: &[$((stringify!($column), $crate::table::Column::$kind)),+],
            drawn: &[$($(stringify!($drawn)),+)?],
            insert: concat!("INSERT INTO ", $name, " (tenant, id, ", $(stringify!($column), ", ",)+ "seq) VALUES "),
            replace: concat!(
                " ON CONFLICT (tenant, id) DO UPDATE SET ",
                $(stringify!($column), " = excluded.", stringify!($column), ", ",)+
                "seq = excluded.seq"
            ),
            page: concat!(
                "SELECT id, ", $(stringify!($column), ", ",)+ "seq FROM ", $name,
                " WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3"
            ),
            packed: $crate::table::packed!(
                concat!(
                    "SELECT id, ", $(stringify!($column), ", ",)+ "seq FROM ", $name,
                    " WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3"
                ), ", MAX(id)", $($column $kind),+
            ),
            one: concat!(
                "SELECT id, ", $(stringify!($column), ", ",)+ "seq FROM ", $name,
                " WHERE tenant = $1 AND id = $2"
            ),
            clear: concat!("DELETE FROM ", $name, " WHERE tenant = $1"),
            unsay: concat!("DELETE FROM ", $name, " WHERE tenant = $1 AND seq = $2"),
        }
    };
}
pub(crate) use table;

/// The rows of a statement of the columns `id, …, seq` as one text, and what else is asked of them all.
macro_rules! packed {
    ($rows:expr, $more:literal, $($column:ident $kind:ident),+) => {
        concat!(
            "SELECT string_agg(concat(octet_length(id), ' ', ",
            $($crate::table::place!($column $kind), ", ' ', ",)+
            "seq, ' ', CASE WHEN seq = seq + 0 AND id < ", $crate::packed::last!(),
            $($crate::table::sound!($column $kind),)+
            " THEN '' ELSE 'x' END, ' ', id", $($crate::table::text!($column $kind),)+ "), '')", $more,
            " FROM (", $rows, ") page"
        )
    };
}
pub(crate) use packed;

/// What stands for a column before the texts of a packed row.
macro_rules! place {
    ($column:ident Int) => {
        stringify!($column)
    };
    ($column:ident Text) => {
        concat!("octet_length(", stringify!($column), ")")
    };
}
pub(crate) use place;

/// Whether a column holds what it should.
macro_rules! sound {
    ($column:ident Int) => {
        concat!(" AND COALESCE(", stringify!($column), " = ", stringify!($column), " + 0, TRUE)")
    };
    ($column:ident Text) => {
        concat!(" AND COALESCE(", stringify!($column), " < ", $crate::packed::last!(), ", TRUE)")
    };
}
pub(crate) use sound;

/// The text of a column, after those of the columns before.
macro_rules! text {
    ($column:ident Int) => {
        ""
    };
    ($column:ident Text) => {
        concat!(", ", stringify!($column))
    };
}
pub(crate) use text;

/// How many there were in the first version: those after them leave no trace in the digest while empty.
pub(crate) const FIRST: usize = 10;

/// Every read table, in the order in which the digest reads them.
pub(crate) const ALL: [&Table; 26] = [
    &tables::COMPANIES,
    &tables::ACCOUNTS,
    &tables::PEOPLE,
    &tables::PRODUCTS,
    &tables::CASES,
    &tables::PASSAGES,
    &tables::SHEETS,
    &tables::PLANS,
    &tables::ORDERS,
    &tables::ORDER_PEOPLE,
    &tables::USERS,
    &tables::UNITS,
    &tables::CONTACTS,
    &tables::ERASURES,
    &tables::WEBHOOKS,
    &tables::CONSENTS,
    &tables::GATES,
    &tables::CONVERSATIONS,
    &tables::PROMISES,
    &tables::FILES,
    &tables::DEFERRALS,
    &tables::ASIDES,
    &tables::ASKINGS,
    &tables::MERGES,
    &tables::CONFIRMATIONS,
    &tables::ARCHIVES,
];

/// A domain value kept in a read table, and said in facts as JSON.
pub(crate) trait Record: Sized + Serialize + DeserializeOwned {
    /// Where it is kept.
    const TABLE: &'static Table;
    /// Its columns, in the order of the table.
    fn cells(&self) -> Vec<Cell>;
    /// The value again, exactly.
    fn read(cells: Cells) -> Result<Self, StoreError>;
}
