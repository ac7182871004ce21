//! What the facts give, object by object: the last thing said of it by a fact that was not undone.
//!
//! It does not go through [`crate::apply`]: the read tables are checked against another reading of
//! the same facts.

use crate::error::StoreError;
use crate::ledger::PAGE;
use sqlx::{AnyConnection, Row as _};
use std::collections::{HashSet, VecDeque};

pub(crate) const BY_OBJECT: &str = "SELECT object, seq, n, payload FROM fact_rows \
    WHERE tenant = $1 AND kind = $2 AND (object, seq, n) > ($3, $4, $5) \
    ORDER BY object, seq, n LIMIT $6";

/// The last thing said of an object.
#[derive(Clone, Debug)]
pub(crate) struct Latest {
    pub(crate) object: String,
    pub(crate) kind: &'static str,
    pub(crate) seq: i64,
    pub(crate) n: i64,
    pub(crate) payload: String,
}

/// The objects of one or more kinds, by id.
pub(crate) struct Truth {
    streams: Vec<Stream>,
}

impl Truth {
    pub(crate) fn of(tenant: &str, kinds: &[&'static str]) -> Self {
        Self { streams: kinds.iter().map(|kind| Stream::of(tenant, kind)).collect() }
    }

    /// The next object; when several kinds speak of it, the one that spoke last.
    pub(crate) async fn next(
        &mut self,
        conn: &mut AnyConnection,
        undone: &HashSet<i64>,
    ) -> Result<Option<Latest>, StoreError> {
        for stream in &mut self.streams {
            stream.fill(conn, undone).await?;
        }
        let heads = self.streams.iter().filter_map(|stream| stream.head.as_ref());
        let Some(object) = heads.map(|head| head.object.clone()).min() else { return Ok(None) };
        let spoken = self.streams.iter_mut().filter_map(|stream| stream.take(&object));
        Ok(spoken.max_by_key(|latest| (latest.seq, latest.n)))
    }
}

/// One kind, in the order of its objects.
struct Stream {
    tenant: String,
    kind: &'static str,
    after: (String, i64, i64),
    page: VecDeque<Latest>,
    ended: bool,
    head: Option<Latest>,
}

impl Stream {
    fn of(tenant: &str, kind: &'static str) -> Self {
        let after = (String::new(), 0, 0);
        Self { tenant: tenant.to_owned(), kind, after, page: VecDeque::new(), ended: false, head: None }
    }

    fn take(&mut self, object: &str) -> Option<Latest> {
        self.head.take_if(|head| head.object == object)
    }

    /// Makes `head` the next object that something remains to be said of.
    async fn fill(&mut self, conn: &mut AnyConnection, undone: &HashSet<i64>) -> Result<(), StoreError> {
        while self.head.is_none() {
            self.read_on(conn).await?;
            let Some(object) = self.page.front().map(|row| row.object.clone()) else { return Ok(()) };
            while self.page.front().is_some_and(|row| row.object == object) {
                self.head =
                    self.page.pop_front().filter(|row| !undone.contains(&row.seq)).or(self.head.take());
                self.read_on(conn).await?;
            }
        }
        Ok(())
    }

    async fn read_on(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        if self.ended || !self.page.is_empty() {
            return Ok(());
        }
        let query = sqlx::query(BY_OBJECT)
            .bind(self.tenant.clone())
            .bind(self.kind)
            .bind(self.after.0.clone())
            .bind(self.after.1)
            .bind(self.after.2)
            .bind(PAGE);
        for row in query.fetch_all(conn).await? {
            let (object, seq, n) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            self.page.push_back(Latest { object, kind: self.kind, seq, n, payload: row.try_get(3)? });
        }
        match self.page.back() {
            Some(last) => self.after = (last.object.clone(), last.seq, last.n),
            None => self.ended = true,
        }
        Ok(())
    }
}
