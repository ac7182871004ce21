//! The entries of a ledger in order, and their leaves, hashed beside the reading.

use super::entry::{Entry, Place, Salts};
use super::tree::Hash;
use crate::error::{Incident, StoreError};
use crate::ledger::{self, Head, PAGE};
use crate::sums::{Gift, Scale, gifts};
use sqlx::AnyConnection;
use std::collections::VecDeque;
use tokio::task::JoinHandle;

/// Pages being hashed while the next one is read.
const AHEAD: usize = 4;

/// Envelopes and rows, merged.
pub(crate) struct Entries {
    tenant: String,
    facts: Pages<Head>,
    rows: Pages<ledger::Entry>,
}

/// A list read page by page; where the last page ended.
struct Pages<T> {
    waiting: VecDeque<T>,
    after: Place,
    ended: bool,
}

/// A leaf and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub(crate) place: Place,
    pub(crate) hash: Hash,
}

impl Entries {
    /// Those that follow the one at this place; all of them after `(0, 0)`.
    pub(crate) fn after(tenant: &str, after: Place) -> Self {
        let (facts, rows) = (Pages::after(after), Pages::after(after));
        Self { tenant: tenant.to_owned(), facts, rows }
    }

    /// The next ones, at most `limit`; none at the end.
    pub(crate) async fn page(
        &mut self,
        conn: &mut AnyConnection,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut page = Vec::with_capacity(limit);
        while page.len() < limit {
            self.read_on(conn).await?;
            let fact = self.facts.waiting.front().map(|head| head.seq);
            let row = self.rows.waiting.front().map(|row| row.seq);
            let next = match (fact, row) {
                (Some(fact), row) if row.is_none_or(|row| fact <= row) => {
                    self.facts.waiting.pop_front().map(Entry::Fact)
                }
                _ => self.rows.waiting.pop_front().map(Entry::Row),
            };
            let Some(next) = next else { break };
            page.push(next);
        }
        Ok(page)
    }

    async fn read_on(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        if self.facts.is_short() {
            let page = ledger::facts(conn, &self.tenant, self.facts.after.0, PAGE).await?;
            self.facts.take(page, |head| (head.seq, 0));
        }
        if self.rows.is_short() {
            let page = ledger::rows(conn, &self.tenant, self.rows.after, PAGE).await?;
            self.rows.take(page, |row| (row.seq, row.n));
        }
        Ok(())
    }
}

impl<T> Pages<T> {
    fn after(after: Place) -> Self {
        Self { waiting: VecDeque::new(), after, ended: false }
    }

    fn is_short(&self) -> bool {
        self.waiting.is_empty() && !self.ended
    }

    fn take(&mut self, page: Vec<T>, place: impl Fn(&T) -> Place) {
        match page.last() {
            Some(last) => self.after = place(last),
            None => self.ended = true,
        }
        self.waiting = page.into();
    }
}

/// The leaves of a list of entries, page by page: while one page is read, others are hashed.
pub(crate) struct Leaves {
    entries: Entries,
    salts: Salts,
    left: u64,
    /// When what the rows give is wanted too.
    scale: Option<Scale>,
    hashing: VecDeque<JoinHandle<Hashed>>,
}

/// What comes of a page.
#[derive(Default)]
pub(crate) struct Hashed {
    pub(crate) leaves: Vec<Leaf>,
    /// `None` when a row does not read.
    pub(crate) gifts: Option<Vec<Gift>>,
}

impl Leaves {
    /// At most `limit` of them.
    pub(crate) fn of(entries: Entries, salts: Salts, limit: u64, scale: Option<Scale>) -> Self {
        Self { entries, salts, left: limit, scale, hashing: VecDeque::new() }
    }

    /// The next ones; none at the end.
    pub(crate) async fn page(&mut self, conn: &mut AnyConnection) -> Result<Hashed, StoreError> {
        while self.left > 0 && self.hashing.len() < AHEAD {
            let page = self.entries.page(conn, self.left.min(PAGE as u64) as usize).await?;
            self.left = if page.is_empty() { 0 } else { self.left - page.len() as u64 };
            let (salts, scale) = (self.salts.clone(), self.scale.clone());
            self.hashing
                .push_back(tokio::task::spawn_blocking(move || hashed(&page, &salts, scale.as_ref())));
        }
        match self.hashing.pop_front() {
            Some(page) => page.await.map_err(|why| Incident::unreadable("fact_rows", "page", why)),
            None => Ok(Hashed::default()),
        }
    }
}

fn hashed(page: &[Entry], salts: &Salts, scale: Option<&Scale>) -> Hashed {
    let leaves = page.iter().map(|entry| Leaf { place: entry.place(), hash: entry.leaf(salts) }).collect();
    let rows = page.iter().filter_map(|entry| match entry {
        Entry::Row(row) => Some(row),
        Entry::Fact(_) => None,
    });
    Hashed { leaves, gifts: scale.map_or(Some(Vec::new()), |scale| gifts(scale, rows)) }
}
