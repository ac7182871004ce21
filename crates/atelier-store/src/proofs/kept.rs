//! What is kept of a tree, read in order beside a walk.

use super::tables;
use super::tree::Hash;
use crate::error::StoreError;
use sqlx::AnyConnection;
use std::collections::{HashMap, VecDeque};

/// Tiles and checkpoints read at once.
const AT_ONCE: i64 = 64;

/// The tiles that are kept, read level by level beside the walk.
pub(crate) struct Kept {
    tenant: String,
    levels: HashMap<usize, VecDeque<(i64, Vec<Hash>)>>,
}

impl Kept {
    pub(crate) fn of(tenant: &str) -> Self {
        Self { tenant: tenant.to_owned(), levels: HashMap::new() }
    }

    /// The hashes of a tile; none when it is not there. Places of a level are asked for in order.
    pub(crate) async fn at(
        &mut self,
        conn: &mut AnyConnection,
        level: usize,
        place: i64,
    ) -> Result<Vec<Hash>, StoreError> {
        let waiting = self.levels.entry(level).or_default();
        while waiting.front().is_some_and(|(at, _)| *at < place) {
            waiting.pop_front();
        }
        if waiting.is_empty() {
            *waiting = tables::tiles(conn, &self.tenant, (level, place - 1), AT_ONCE).await?.into();
        }
        Ok(waiting.pop_front_if(|(at, _)| *at == place).map(|(_, hashes)| hashes).unwrap_or_default())
    }
}

/// The checkpoints of this installation, smallest first.
pub(crate) struct Own {
    tenant: String,
    page: VecDeque<(u64, String)>,
    after: u64,
    ended: bool,
}

impl Own {
    pub(crate) fn of(tenant: &str) -> Self {
        Self { tenant: tenant.to_owned(), page: VecDeque::new(), after: 0, ended: false }
    }

    /// The size of the next one.
    pub(crate) async fn next_size(&mut self, conn: &mut AnyConnection) -> Result<Option<u64>, StoreError> {
        if self.page.is_empty() && !self.ended {
            self.page = tables::checkpoints(conn, &self.tenant, self.after, AT_ONCE).await?.into();
            self.ended = self.page.is_empty();
            self.after = self.page.back().map_or(self.after, |(size, _)| *size);
        }
        Ok(self.page.front().map(|(size, _)| *size))
    }

    /// The next one.
    pub(crate) fn take(&mut self) -> Option<String> {
        self.page.pop_front().map(|(_, note)| note)
    }
}
