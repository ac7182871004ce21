//! The whole of a company verified: its facts against the signed tree, its read tables against its facts.

use crate::error::{Incident, StoreError};
use crate::ledger;
use crate::merge;
use crate::proofs::{Key, TreeVerdict};
use crate::reader::Reader;
use crate::shown;
use crate::store::{Engine, Scope, Store};
use crate::sums::{Given, Scale};
use crate::verify::Verdict;
use sqlx::raw_sql;

impl Store {
    /// Verifies a company. The facts are read once for the tree and for what they give, the tables
    /// beside them on another connection, both hashed on whatever processors there are; when the two
    /// differ, or somebody wrote between the two, they are walked key by key and what differs is named.
    /// `key`, `vkeys` and `held` are as for [`crate::Reader::check_tree`].
    ///
    /// # Errors
    /// An incident when a fact or a row does not read, or when the database does not answer.
    pub async fn verify(
        &self,
        scope: Scope,
        key: Option<&Key>,
        vkeys: &[String],
        held: &[String],
    ) -> Result<(Verdict, TreeVerdict), StoreError> {
        let (mut facts, mut tables) = (self.read(scope).await?, self.read(scope).await?);
        for reader in [&mut facts, &mut tables] {
            reader.look_from_afar(true).await?;
        }
        let tenant = facts.tenant();
        let undone = ledger::undone(facts.conn(), &tenant).await?;
        let scale = Scale::new(merge::by_facts(facts.conn(), &tenant, &undone).await?)?;
        let own = (scale.clone(), tenant.clone());
        let shown = tokio::spawn(async move {
            let shown = shown::sum(tables.conn(), &own.1, &own.0).await;
            tables.look_from_afar(false).await?;
            shown
        });
        let mut given = Given::new(scale, undone);
        let tree = facts.check_tree_and(key, vkeys, held, Some(&mut given)).await?;
        let shown = shown.await.map_err(|why| Incident::unreadable("tables", "page", why))??;
        let mut verdict = facts.verify_few().await?;
        if verdict.holds() && given.sum() == Some(shown) {
            verdict.rows += shown.lines;
        } else {
            verdict = facts.verify().await?;
        }
        facts.look_from_afar(false).await?;
        Ok((verdict, tree))
    }
}

impl Reader {
    /// Rows in the order of their ids lie anywhere in the file of SQLite, whose own cache is small: for
    /// a reading of all of them the system's is looked into directly, rather than copied page by page.
    async fn look_from_afar(&mut self, far: bool) -> Result<(), StoreError> {
        let conn = self.conn();
        if Engine::of(conn) == Engine::Sqlite {
            raw_sql(if far { "PRAGMA mmap_size = 2147418112" } else { "PRAGMA mmap_size = 0" })
                .execute(conn)
                .await?;
        }
        Ok(())
    }
}
