//! Facts and read tables on SQLite and PostgreSQL.
//!
//! ```text
//! Store::open(&Target) ─┬─ read(scope)  → Reader   questions, all of one moment (queries/)
//!                       ├─ begin(scope) → Tx       append(&fact), then commit(): facts and read tables together
//!                       ├─ lease, claim            work to be done later, by one server (jobs/)
//!                       ├─ undo, rebuild           what remains, made again
//!                       ├─ digests, verify         proof that what is shown is what was said
//!                       ├─ seal, Reader::check_tree  a signed tree over the facts (proofs/), proofs for others
//!                       └─ backup, restore         from either engine to either engine
//! ```
//! What a fact says is a [`Content`]; its [`Content::row`] is a row of the fact. Facts are never
//! edited nor removed: the database itself refuses. Everything else can be made again from them.
//! Facts of one company are numbered 1, 2, 3… in the order in which they were committed.

mod access;
mod answers;
mod apply;
mod archive;
mod backup;
mod bulk;
mod cell;
pub mod content;
mod digest;
mod doubt;
mod erase;
mod error;
mod files;
mod identities;
mod jobs;
mod keys;
mod ledger;
mod merge;
mod outbox;
mod packed;
pub mod proofs;
mod queries;
mod reader;
mod rebuild;
mod refold;
mod relief;
mod restore;
mod schema;
mod second;
mod shown;
mod store;
mod sums;
mod table;
mod tables;
mod truth;
mod undo;
mod undo_capture;
mod uses;
mod verify;
mod views;
mod whole;
mod writer;

pub use access::{Credential, Noted, NotedBy, Pass, PassKind, Shown};
pub use answers::KeptAnswer;
pub use backup::BackupReport;
pub use content::{Content, payload_hash};
pub use digest::{Digest, Digests};
pub use erase::{ERASE, Erased};
pub use error::{Incident, StoreError};
pub use files::sha256;
pub use jobs::{JOB_PART, Job, JobId, JobPart, JobState, Lease, NewJob, Timetable, backoff};
pub use merge::{Told as MergeTold, consents_of};
pub use outbox::{DELIVERY, Delivery};
pub use queries::{
    AccountList, AccountSort, Batch, CaseList, CaseSort, ContactList, Counts, FactHead, Lineage, ListOf,
    OperationSum, OrderList, OrderSort, PendingList, Within,
};
pub use reader::{Page, Reader};
pub use restore::RestoreReport;
pub use second::SecondFactor;
pub use store::{Engine, Scope, Store, Target};
pub use tables::{Company, Sheet, StoredOrder, StoredPlan, passage_id, unit_id};
pub use verify::{Difference, How, Verdict};
pub use views::View;
pub use writer::Tx;

#[cfg(test)]
mod tests;

/// Every statement that both engines run, but for the inserts of many rows: to be read, pasted into a
/// console, prepared and explained by tests.
pub fn statements() -> Vec<&'static str> {
    let mut all =
        vec![erase::FORGET_ANSWERS, erase::FORGET_JOBS, schema::VERSION, schema::REACHED, truth::BY_OBJECT];
    let parts = [
        access::STATEMENTS,
        apply::STATEMENTS,
        archive::STATEMENTS,
        answers::STATEMENTS,
        outbox::STATEMENTS,
        identities::STATEMENTS,
        second::STATEMENTS,
        writer::STATEMENTS,
        ledger::STATEMENTS,
        keys::STATEMENTS,
        doubt::STATEMENTS,
        refold::STATEMENTS,
        files::STATEMENTS,
        digest::STATEMENTS,
        relief::STATEMENTS,
        undo::STATEMENTS,
        undo_capture::STATEMENTS,
        views::STATEMENTS,
        uses::STATEMENTS,
        proofs::tables::STATEMENTS,
        proofs::prove::STATEMENTS,
        proofs::out::STATEMENTS,
    ];
    for part in parts {
        all.extend(part);
    }
    all.extend(jobs::statements());
    all.extend(queries::statements());
    all.extend(merge::statements());
    for table in table::ALL {
        all.extend([table.page, table.packed, table.one, table.clear, table.unsay]);
    }
    all
}
