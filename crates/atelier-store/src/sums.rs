//! What the facts give and what the tables show, each as one number: a sum of 128 bits over their lines,
//! whatever the order in which these are read.
//!
//! A line counts for a SHA-256 of its table, key, cells and fact, under a key drawn for each
//! verification: nobody can prepare lines that make up for one another. Equal sums and counts say that
//! everything shown is what the facts give. When they differ, [`crate::verify`] walks both sides and
//! names what does. People at customers are left to that walk: their rows are opened one by one.

use crate::cell::{Cell, Part};
use crate::content::{ARCHIVED, ASKING, CONSENT, CONTACT, CONVERSATION, Content, ERASED, FILE, PROMISE};
use crate::error::{Incident, StoreError};
use crate::ledger::{self, Entry, PAGE};
use crate::packed::Torn;
use crate::table::{Page, Record, Table};
use crate::tables::{ORDER_PEOPLE, StoredOrder, UNRELEASED, people_lines};
use atelier_domain::execution::Merged;
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// Kinds that only the walk compares.
pub(crate) const WALKED: [&str; 8] =
    [ERASED, ARCHIVED, CONTACT, CONSENT, ASKING, CONVERSATION, PROMISE, FILE];

/// Sum and count of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) lines: u64,
    pub(crate) total: u128,
}

impl Sum {
    pub(crate) fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.total = self.total.wrapping_add(other.total);
    }
}

/// Turns lines into numbers, as they are shown with what is merged.
#[derive(Clone)]
pub(crate) struct Scale(Arc<([u8; 32], Merged)>);

impl Scale {
    /// # Errors
    /// An incident when the system has no chance to give.
    pub(crate) fn new(merged: Merged) -> Result<Self, StoreError> {
        Ok(Self(Arc::new((crate::keys::random()?, merged))))
    }

    pub(crate) fn line(&self, table: &Table, id: &str, cells: &[Cell], seq: i64) -> Sum {
        self.weigh(&mut Vec::with_capacity(512), (table, id, seq), cells.iter().map(Cell::part))
    }

    /// All the lines of a packed page.
    pub(crate) fn page(&self, table: &Table, page: &Page) -> Result<Sum, Torn> {
        let (mut whole, mut bytes) = (Sum::default(), Vec::with_capacity(512));
        table.each(&page.text, |id, seq, parts| {
            whole.add(self.weigh(&mut bytes, (table, id, seq), parts.iter().copied()));
            Ok(())
        })?;
        Ok(whole)
    }

    /// `bytes` is a place to work in.
    fn weigh<'a>(
        &self,
        bytes: &mut Vec<u8>,
        (table, id, seq): (&Table, &str, i64),
        parts: impl Iterator<Item = Part<'a>>,
    ) -> Sum {
        bytes.clear();
        bytes.extend_from_slice(&self.0.0);
        text(bytes, table.name);
        text(bytes, id);
        bytes.extend(seq.to_be_bytes());
        for part in parts {
            match part {
                Part::Null => bytes.push(b'n'),
                Part::Int(value) => {
                    bytes.push(b'i');
                    bytes.extend(value.to_be_bytes());
                }
                Part::Text(value) => text(bytes, value),
                Part::Odd(value) => {
                    bytes.push(b'o');
                    text(bytes, value);
                }
            }
        }
        let mut half = [0; 16];
        half.copy_from_slice(&Sha256::digest(&bytes)[..16]);
        Sum { lines: 1, total: u128::from_be_bytes(half) }
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b't');
    bytes.extend((text.len() as u64).to_be_bytes());
    bytes.extend(text.as_bytes());
}

/// What a row of a fact gives.
pub(crate) struct Gift {
    object: (u8, Uuid),
    place: (i64, i64),
    sum: Sum,
    /// The scope whose next plan replaces it, or whose plan it is.
    scope: Option<String>,
}

const PLANS: u8 = 0;
const ORDERS: u8 = 1;
const ACCOUNTS: u8 = 3;

/// What rows of facts give; `None` when one does not read: the walk will say which.
pub(crate) fn gifts<'a>(scale: &Scale, rows: impl Iterator<Item = &'a Entry>) -> Option<Vec<Gift>> {
    let summed = |row: &&Entry| !WALKED.contains(&row.said.kind.as_str());
    rows.filter(summed).map(|row| gift(scale, row)).collect()
}

fn gift(scale: &Scale, row: &Entry) -> Option<Gift> {
    let (object, place) = (row.said.object.as_str(), (row.seq, row.n));
    let id = Uuid::parse_str(object).ok()?;
    // An id has one way to be written; another would be another key.
    if id.hyphenated().encode_lower(&mut Uuid::encode_buffer()) != object {
        return None;
    }
    let simple = |kind: u8, sum: Sum| Some(Gift { object: (kind, id), place, sum, scope: None });
    let line =
        |kind: u8, table: &Table, cells: &[Cell]| simple(kind, scale.line(table, object, cells, row.seq));
    let content = Content::read(&row.said.kind, object, &row.said.payload).ok()?;
    let Some(content) = content.landed(&scale.0.1) else {
        // Of what is gone the tables show nothing: only firms are summed here.
        return simple(ACCOUNTS, Sum::default());
    };
    match content {
        Content::Company(it) => line(2, table_of(&it), &it.cells()),
        Content::Account(it) => line(ACCOUNTS, table_of(&it), &it.cells()),
        Content::Person(it) => line(4, table_of(&it), &it.cells()),
        Content::Product(it) => line(5, table_of(&it), &it.cells()),
        Content::Case(it) => line(6, table_of(&it), &it.cells()),
        Content::Passage(it) => line(7, table_of(&it), &it.cells()),
        Content::Sheet(it) => line(8, table_of(&it), &it.cells()),
        Content::User(it) => line(9, table_of(&it), &it.cells()),
        Content::Unit(it) => line(10, table_of(&it), &it.cells()),
        Content::Webhook(it) => line(11, table_of(&it), &it.cells()),
        Content::Plan(it) => {
            let gift = line(PLANS, table_of(&it), &it.cells())?;
            Some(Gift { scope: Some(it.scope), ..gift })
        }
        Content::Order(it) | Content::Declared(it) => {
            let gift = simple(ORDERS, order(scale, object, &it, row.seq))?;
            let scope = UNRELEASED.contains(&it.state.as_str()).then_some(it.scope);
            Some(Gift { scope, ..gift })
        }
        Content::Gate(it) => line(12, table_of(&it), &it.cells()),
        Content::Deferral(it) => line(13, table_of(&it), &it.cells()),
        Content::Aside(it) => line(14, table_of(&it), &it.cells()),
        Content::Merge(it) => line(15, table_of(&it), &it.cells()),
        Content::Confirmation(it) => line(16, table_of(&it), &it.cells()),
        Content::Contact(_)
        | Content::Consent(_)
        | Content::Asking(_)
        | Content::Erased(_)
        | Content::Archived(_)
        | Content::Conversation(_)
        | Content::Promise(_)
        | Content::File(_) => None,
    }
}

fn table_of<R: Record>(_: &R) -> &'static Table {
    R::TABLE
}

fn order(scale: &Scale, object: &str, order: &StoredOrder, seq: i64) -> Sum {
    let mut sum = scale.line(StoredOrder::TABLE, object, &order.cells(), seq);
    for (id, cells) in people_lines(order) {
        sum.add(scale.line(&ORDER_PEOPLE, &id, &cells, seq));
    }
    sum
}

/// What was last given of each object: about a hundred bytes each.
pub(crate) struct Given {
    pub(crate) scale: Scale,
    undone: HashSet<i64>,
    latest: HashMap<(u8, Uuid), Last>,
    scopes: Vec<(String, (i64, i64))>,
    sound: bool,
}

struct Last {
    place: (i64, i64),
    sum: Sum,
    scope: u32,
}

/// No plan replaces it.
const KEPT: u32 = u32::MAX;

impl Given {
    pub(crate) fn new(scale: Scale, undone: HashSet<i64>) -> Self {
        Self { scale, undone, latest: HashMap::new(), scopes: Vec::new(), sound: true }
    }

    /// Takes what a page of rows gives, in the order of the ledger.
    pub(crate) fn take(&mut self, gifts: Option<Vec<Gift>>) {
        let Some(gifts) = gifts else {
            self.sound = false;
            return;
        };
        for gift in gifts {
            if self.undone.contains(&gift.place.0) {
                continue;
            }
            let scope = gift.scope.map_or(KEPT, |scope| self.scope(scope));
            if gift.object.0 == PLANS && scope != KEPT {
                self.scopes[scope as usize].1 = gift.place;
            }
            let scope = if gift.object.0 == ORDERS { scope } else { KEPT };
            self.latest.insert(gift.object, Last { place: gift.place, sum: gift.sum, scope });
        }
    }

    fn scope(&mut self, scope: String) -> u32 {
        let at = self.scopes.iter().position(|(known, _)| *known == scope).unwrap_or_else(|| {
            self.scopes.push((scope, (0, 0)));
            self.scopes.len() - 1
        });
        at as u32
    }

    /// Takes what the rows after a place give.
    pub(crate) async fn rest(
        &mut self,
        conn: &mut AnyConnection,
        tenant: &str,
        mut after: (i64, i64),
    ) -> Result<(), StoreError> {
        loop {
            let page = ledger::rows(conn, tenant, after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = (last.seq, last.n);
            let scale = self.scale.clone();
            let given = tokio::task::spawn_blocking(move || gifts(&scale, page.iter()));
            self.take(given.await.map_err(|why| Incident::unreadable("fact_rows", "page", why))?);
        }
    }

    /// What should be shown; `None` when a row did not read.
    pub(crate) fn sum(&self) -> Option<Sum> {
        let mut whole = Sum::default();
        for last in self.latest.values() {
            let replaced = self.scopes.get(last.scope as usize).is_some_and(|(_, plan)| *plan > last.place);
            if !replaced {
                whole.add(last.sum);
            }
        }
        self.sound.then_some(whole)
    }
}
