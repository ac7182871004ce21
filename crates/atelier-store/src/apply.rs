//! From the rows of facts to the read tables: the only writer of them.

use crate::bulk::Bulk;
use crate::cell::{Cell, Line};
use crate::content::Content;
use crate::error::{Incident, StoreError};
use crate::files;
use crate::keys::Keys;
use crate::merge::{self, Kept};
use crate::relief::Relief;
use crate::table::{Record, Table};
use crate::tables::{self, ARCHIVES, ORDER_PEOPLE, StoredOrder, people_lines};
use atelier_domain::execution::{Archive, Erasure, Merge, MergeOf, Merged};
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};

/// People of the orders that the next plan of a scope replaces.
pub(crate) const SUPERSEDE_PEOPLE: &str = "DELETE FROM order_people WHERE tenant = $1 AND order_id IN \
    (SELECT id FROM orders WHERE tenant = $1 AND scope = $2 AND state IN ('suggested', 'planned', 'firm'))";
/// Orders that the next plan of a scope replaces.
pub(crate) const SUPERSEDE: &str = "DELETE FROM orders WHERE tenant = $1 AND scope = $2 \
    AND state IN ('suggested', 'planned', 'firm')";
/// People of one order, before they are said again.
pub(crate) const UNASSIGN: &str = "DELETE FROM order_people WHERE tenant = $1 AND order_id = $2";

/// What is shown of a person who is erased.
pub(crate) const REMOVE_CONTACT: &str = "DELETE FROM contacts WHERE tenant = $1 AND id = $2";

pub(crate) const REMOVE_CONSENTS: &str = "DELETE FROM consents WHERE tenant = $1 AND person = $2";
pub(crate) const REMOVE_ASKING: &str = "DELETE FROM askings WHERE tenant = $1 AND id = $2";
/// Bytes of files about a person, before what is shown of those files.
pub(crate) const REMOVE_BYTES: &str = "DELETE FROM file_bytes WHERE tenant = $1 \
    AND id IN (SELECT id FROM files WHERE tenant = $1 AND person = $2)";
pub(crate) const REMOVE_FILES: &str = "DELETE FROM files WHERE tenant = $1 AND person = $2";
pub(crate) const REMOVE_CONVERSATIONS: &str = "DELETE FROM conversations WHERE tenant = $1 AND person = $2";
pub(crate) const REMOVE_PROMISES: &str = "DELETE FROM promises WHERE tenant = $1 AND person = $2";

/// What is shown of a firm that is found under another.
pub(crate) const HIDE_ACCOUNT: &str = "DELETE FROM accounts WHERE tenant = $1 AND id = $2";

/// What is shown of a person and goes with them, erased or archived.
const REMOVE: [&str; 6] =
    [REMOVE_CONTACT, REMOVE_CONSENTS, REMOVE_ASKING, REMOVE_FILES, REMOVE_CONVERSATIONS, REMOVE_PROMISES];

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[
    SUPERSEDE_PEOPLE,
    SUPERSEDE,
    UNASSIGN,
    REMOVE_CONTACT,
    REMOVE_CONSENTS,
    REMOVE_ASKING,
    REMOVE_BYTES,
    REMOVE_FILES,
    REMOVE_CONVERSATIONS,
    REMOVE_PROMISES,
    HIDE_ACCOUNT,
];

/// What is not shown any more of a firm, of a person, that is found under another.
fn hidden(of: MergeOf) -> &'static [&'static str] {
    match of {
        MergeOf::Account => &[HIDE_ACCOUNT],
        MergeOf::Contact => &[REMOVE_CONTACT, REMOVE_CONSENTS, REMOVE_ASKING],
    }
}

/// Applies rows in the order of the ledger; nothing is sure to be written before [`Self::finish`].
pub(crate) struct Applier {
    tenant: String,
    bulks: HashMap<&'static str, Bulk>,
    /// Orders whose people wait to be written.
    assigned: HashSet<String>,
    keys: Keys,
    relief: Relief,
    /// What is merged, once it was asked for.
    merged: Option<Merged>,
}

impl Applier {
    pub(crate) fn new(tenant: &str) -> Self {
        Self {
            tenant: tenant.to_owned(),
            bulks: HashMap::new(),
            assigned: HashSet::new(),
            keys: Keys::of(tenant),
            relief: Relief::default(),
            merged: None,
        }
    }

    /// Applies one row; what was said of somebody erased says nothing any more.
    pub(crate) async fn say(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        kind: &str,
        object: &str,
        payload: &str,
    ) -> Result<(), StoreError> {
        let Some(clear) = self.keys.open(conn, (kind, object), payload).await? else { return Ok(()) };
        match Content::read(kind, object, &clear)? {
            Content::Merge(it) => self.merge(conn, seq, &it).await,
            content => self.show(conn, seq, object, content).await,
        }
    }

    /// Shows one thing, under what it refers to as that is merged.
    async fn show(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        object: &str,
        content: Content,
    ) -> Result<(), StoreError> {
        if self.merged.is_none() {
            self.merged = Some(merge::shown(conn, &self.tenant).await?);
        }
        let merged = self.merged.get_or_insert_default();
        let Some(content) = content.landed(merged) else { return Ok(()) };
        match content {
            Content::Company(it) => self.put(conn, seq, object, &it).await,
            Content::Account(it) => self.put(conn, seq, object, &it).await,
            Content::Person(it) => self.put(conn, seq, object, &it).await,
            Content::Product(it) => self.put(conn, seq, object, &it).await,
            Content::Case(it) => self.put(conn, seq, object, &it).await,
            Content::Passage(it) => self.put(conn, seq, object, &it).await,
            Content::Sheet(it) => self.put(conn, seq, object, &it).await,
            Content::Plan(it) => {
                self.supersede(conn, &it.scope).await?;
                self.put(conn, seq, object, &it).await
            }
            Content::Order(it) | Content::Declared(it) => self.order(conn, seq, object, &it).await,
            Content::Contact(it) => self.put(conn, seq, object, &it).await,
            Content::Consent(it) => self.put(conn, seq, object, &it).await,
            Content::Gate(it) => self.put(conn, seq, object, &it).await,
            Content::Erased(it) => self.erase(conn, seq, object, &it).await,
            Content::User(it) => self.put(conn, seq, object, &it).await,
            Content::Unit(it) => self.put(conn, seq, object, &it).await,
            Content::Webhook(it) => self.put(conn, seq, object, &it).await,
            Content::Conversation(it) => self.put(conn, seq, object, &it).await,
            Content::Promise(it) => self.put(conn, seq, object, &it).await,
            Content::File(it) => {
                if it.removed {
                    files::forget(conn, &self.tenant, object).await?;
                }
                self.put(conn, seq, object, &it).await
            }
            Content::Deferral(it) => self.put(conn, seq, object, &it).await,
            Content::Aside(it) => self.put(conn, seq, object, &it).await,
            Content::Asking(it) => self.put(conn, seq, object, &it).await,
            Content::Merge(it) => self.put(conn, seq, object, &it).await,
            Content::Confirmation(it) => self.put(conn, seq, object, &it).await,
            Content::Archived(it) => self.archive(conn, seq, object, &it).await,
        }
    }

    /// Of two, shows one: what refers to the one that is gone is shown under the one that stays.
    async fn merge(&mut self, conn: &mut AnyConnection, seq: i64, merge: &Merge) -> Result<(), StoreError> {
        let gone = merge.gone.to_string();
        self.show(conn, seq, &gone, Content::Merge(*merge)).await?;
        self.flush(conn).await?;
        self.merged.get_or_insert_default().add(*merge);
        for text in hidden(merge.of) {
            sqlx::query(*text).bind(self.tenant.clone()).bind(gone.clone()).execute(&mut *conn).await?;
        }
        let facts = merge::facts_referring(conn, &self.tenant, merge.of, merge.gone).await?;
        self.show_again(conn, facts).await
    }

    /// Shows what facts say, as what is merged is known now.
    pub(crate) async fn show_again(
        &mut self,
        conn: &mut AnyConnection,
        facts: Vec<Kept>,
    ) -> Result<(), StoreError> {
        for Kept { seq, kind, object, payload } in facts {
            let Some(clear) = self.keys.open(conn, (&kind, &object), &payload).await? else { continue };
            let content = Content::read(&kind, &object, &clear)?;
            self.show(conn, seq, &object, content).await?;
        }
        self.flush(conn).await
    }

    /// The text to keep of a row about a person, sealed; `None` when it is kept as it is.
    pub(crate) async fn seal(
        &mut self,
        conn: &mut AnyConnection,
        kind: &str,
        object: &str,
        payload: &str,
    ) -> Result<Option<String>, StoreError> {
        self.keys.seal(conn, (kind, object), payload).await
    }

    /// Writes what waits; nothing more comes.
    pub(crate) async fn finish(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        self.flush(conn).await?;
        self.relief.end(conn).await
    }

    async fn flush(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        self.assigned.clear();
        for bulk in self.bulks.values_mut() {
            bulk.flush(conn).await?;
        }
        self.keys.finish(conn).await
    }

    async fn put<R: Record>(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        object: &str,
        record: &R,
    ) -> Result<(), StoreError> {
        self.line(conn, R::TABLE, seq, object, record.cells()).await
    }

    async fn line(
        &mut self,
        conn: &mut AnyConnection,
        table: &'static Table,
        seq: i64,
        id: &str,
        cells: Vec<Cell>,
    ) -> Result<(), StoreError> {
        let head = [Cell::Text(self.tenant.clone()), Cell::Text(id.to_owned())];
        let row = head.into_iter().chain(cells).chain([Cell::Int(seq)]);
        let bulk = self.bulks.entry(table.name).or_insert_with(|| Bulk::replacing(table));
        bulk.push(conn, Some(id), row).await?;
        self.relief.count(conn, &self.tenant, table.name).await
    }

    async fn order(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        object: &str,
        order: &StoredOrder,
    ) -> Result<(), StoreError> {
        if order.id.to_string() != object {
            return Err(Incident::unreadable("fact_rows", object, "the order says another id"));
        }
        if !self.assigned.insert(object.to_owned()) {
            self.flush(conn).await?;
            self.assigned.insert(object.to_owned());
        }
        sqlx::query(UNASSIGN).bind(self.tenant.clone()).bind(object.to_owned()).execute(&mut *conn).await?;
        self.line(conn, &tables::ORDERS, seq, object, order.cells()).await?;
        for (id, cells) in people_lines(order) {
            self.line(conn, &ORDER_PEOPLE, seq, &id, cells).await?;
        }
        Ok(())
    }

    /// Whatever is shown goes, and the key with it: also when the ledger is applied again.
    async fn erase(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        object: &str,
        erasure: &Erasure,
    ) -> Result<(), StoreError> {
        self.flush(conn).await?;
        self.remove(conn, object, &[REMOVE_BYTES]).await?;
        let archived = sqlx::query(ARCHIVES.one).bind(self.tenant.clone()).bind(object.to_owned());
        if let Some(row) = archived.fetch_optional(&mut *conn).await? {
            let archive: Archive = Record::read(Line::read(&ARCHIVES, &row)?.cells(&ARCHIVES))?;
            for file in archive.files {
                files::forget(conn, &self.tenant, &file.to_string()).await?;
            }
        }
        self.remove(conn, object, &REMOVE).await?;
        self.keys.destroy(conn, object).await?;
        self.put(conn, seq, object, erasure).await
    }

    /// Whatever is shown goes; the key, and the bytes of files, are kept for the readers of the archive.
    async fn archive(
        &mut self,
        conn: &mut AnyConnection,
        seq: i64,
        object: &str,
        archive: &Archive,
    ) -> Result<(), StoreError> {
        self.flush(conn).await?;
        self.remove(conn, object, &REMOVE).await?;
        self.keys.archive(conn, object).await?;
        self.put(conn, seq, object, archive).await
    }

    /// What people work with is opened again with the key of somebody who was in the archive.
    pub(crate) async fn take_out(
        &mut self,
        conn: &mut AnyConnection,
        person: &str,
    ) -> Result<(), StoreError> {
        self.keys.take_out(conn, person).await
    }

    async fn remove(
        &self,
        conn: &mut AnyConnection,
        object: &str,
        texts: &[&'static str],
    ) -> Result<(), StoreError> {
        for text in texts {
            sqlx::query(*text).bind(self.tenant.clone()).bind(object.to_owned()).execute(&mut *conn).await?;
        }
        Ok(())
    }

    async fn supersede(&mut self, conn: &mut AnyConnection, scope: &str) -> Result<(), StoreError> {
        self.flush(conn).await?;
        for text in [SUPERSEDE_PEOPLE, SUPERSEDE] {
            sqlx::query(text).bind(self.tenant.clone()).bind(scope.to_owned()).execute(&mut *conn).await?;
        }
        Ok(())
    }
}
