//! The sum of what the tables show ([`crate::sums`]): the database packs a page while those before are summed.

use crate::error::{Incident, StoreError};
use crate::ledger::PAGE;
use crate::packed::Torn;
use crate::sums::{Scale, Sum};
use crate::table::{self, Table};
use crate::tables::{ARCHIVES, ASKINGS, CONSENTS, CONTACTS, CONVERSATIONS, ERASURES, FILES, PROMISES};
use sqlx::AnyConnection;
use std::collections::VecDeque;
use tokio::task::JoinHandle;

/// What the tables show, but for those that only the walk compares.
pub(crate) async fn sum(conn: &mut AnyConnection, tenant: &str, scale: &Scale) -> Result<Sum, StoreError> {
    let mut shown = Shown { tenant, scale, whole: Sum::default(), summing: VecDeque::new() };
    let walked = [&ARCHIVES, &ASKINGS, &CONSENTS, &CONTACTS, &ERASURES, &CONVERSATIONS, &PROMISES, &FILES]
        .map(|table| table.name);
    for table in table::ALL.into_iter().filter(|table| !walked.contains(&table.name)) {
        shown.take(conn, table).await?;
    }
    while !shown.summing.is_empty() {
        shown.next(conn).await?;
    }
    Ok(shown.whole)
}

/// The sum while it is made.
struct Shown<'a> {
    tenant: &'a str,
    scale: &'a Scale,
    whole: Sum,
    summing: VecDeque<Summing>,
}

/// A page being summed, and the id that it follows.
struct Summing {
    table: &'static Table,
    after: String,
    sum: JoinHandle<Result<Sum, Torn>>,
}

/// Pages being summed while the next one is read.
const AHEAD: usize = 4;

impl Shown<'_> {
    async fn take(&mut self, conn: &mut AnyConnection, table: &'static Table) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let Some(page) = table.next_page(conn, self.tenant, &after, PAGE).await? else {
                match self.one_by_one(conn, table, &after).await? {
                    Some(last) => after = last,
                    None => return Ok(()),
                }
                continue;
            };
            let Some(last) = page.last.clone() else { return Ok(()) };
            let (scale, after) = (self.scale.clone(), std::mem::replace(&mut after, last));
            let sum = tokio::task::spawn_blocking(move || scale.page(table, &page));
            self.summing.push_back(Summing { table, after, sum });
            if self.summing.len() > AHEAD {
                self.next(conn).await?;
            }
        }
    }

    /// Takes the sum of the oldest page; one that is torn is read again.
    async fn next(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        let Some(Summing { table, after, sum }) = self.summing.pop_front() else { return Ok(()) };
        match sum.await.map_err(|why| Incident::unreadable("tables", "page", why))? {
            Ok(sum) => self.whole.add(sum),
            Err(Torn) => {
                self.one_by_one(conn, table, &after).await?;
            }
        }
        Ok(())
    }

    /// Sums the rows of a page one by one; the id of the last.
    async fn one_by_one(
        &mut self,
        conn: &mut AnyConnection,
        table: &'static Table,
        after: &str,
    ) -> Result<Option<String>, StoreError> {
        let mut lines = table.next_rows(conn, self.tenant, after, PAGE).await?;
        for line in &lines {
            self.whole.add(self.scale.line(table, &line.id, &line.cells, line.seq));
        }
        Ok(lines.pop().map(|line| line.id))
    }
}
