//! The read tables made again from the facts.

use crate::apply::Applier;
use crate::error::StoreError;
use crate::ledger::{self, PAGE};
use crate::store::{Scope, Store};
use crate::table;

impl Store {
    /// Empties the read tables of a company and applies its facts again, in one transaction: readers
    /// see the old state until the new one is whole. `progress` hears rows done and rows to do.
    ///
    /// # Errors
    /// An incident when a fact does not read or the database fails; the tables are then as before.
    pub async fn rebuild(&self, scope: Scope, mut progress: impl FnMut(u64, u64)) -> Result<u64, StoreError> {
        let mut tx = self.begin(scope).await?;
        let tenant = tx.tenant();
        let conn = tx.conn();
        for table in table::ALL {
            sqlx::query(table.clear).bind(tenant.clone()).execute(&mut *conn).await?;
        }
        let total = ledger::shape(conn, &tenant).await?.rows as u64;
        let undone = ledger::undone(conn, &tenant).await?;
        let mut applier = Applier::new(&tenant);
        let (mut done, mut after) = (0, (0, 0));
        loop {
            let page = ledger::rows(conn, &tenant, after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = (last.seq, last.n);
            for row in page.iter().filter(|row| !undone.contains(&row.seq)) {
                let said = &row.said;
                applier.say(conn, row.seq, &said.kind, &said.object, &said.payload).await?;
            }
            done += page.len() as u64;
            progress(done, total);
        }
        applier.finish(conn).await?;
        tx.commit().await?;
        Ok(done)
    }
}
