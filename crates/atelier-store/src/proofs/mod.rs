//! Proofs that others can hold: a tree over the facts, signed, checked.
//!
//! ```text
//! entry   what a leaf is made of           stream  the entries of a ledger in order, hashed
//! tree    grows, gives its tiles           tables  the tree as it is kept
//! note    checkpoints and the key          tiles   roots and proofs from what is kept
//! seal    facts taken, then signed         check   the tree made again and compared (walk, kept)
//! prove   files for others                 door    what others check
//! carry   the tree in a backup             witness who cosigns what only grows
//! out     what left for somebody outside
//! ```
//! Why it is so: docs/decisions/2026-11-29-proofs.md. What it promises: docs/ledger.md.

mod carry;
mod check;
mod door;
mod entry;
mod kept;
mod note;
pub(crate) mod out;
pub(crate) mod prove;
mod seal;
mod stream;
pub(crate) mod tables;
mod tiles;
mod tree;
mod walk;
mod witness;

pub(crate) use carry::{bring_back, carried};
pub use check::{Broken, TreeFault, TreeVerdict};
pub use door::{check_consistency, check_inclusion};
pub use note::{Checkpoint, Key};
pub use out::Exposure;
pub use prove::{Content, Grown, ProofFile, Subject};
pub use seal::Sealed;
pub use tree::Hash;
pub use witness::{Answer, Submission, Witness};
#[cfg(test)]
pub(crate) use {hands::*, seal::take_all, tree::Tile};

/// What tests do by hand.
#[cfg(test)]
mod hands {
    use super::entry::{Entry, Place};
    use super::tree::Hash;
    use super::{tables, tiles};
    use crate::error::StoreError;
    use crate::ledger::{self, Head};
    use crate::writer::{Envelope, Said};
    use sqlx::AnyConnection;

    pub(crate) async fn root_at(
        conn: &mut AnyConnection,
        tenant: &str,
        size: u64,
    ) -> Result<Option<Hash>, StoreError> {
        tiles::root(conn, tenant, size).await
    }

    /// The leaf of the row that stands there now.
    pub(crate) async fn leaf_at(
        conn: &mut AnyConnection,
        tenant: &str,
        (seq, n): Place,
    ) -> Result<Hash, StoreError> {
        let row = ledger::rows(conn, tenant, (seq, n - 1), 1).await?.pop().unwrap();
        let state = tables::state(conn, tenant).await?.unwrap();
        Ok(Entry::Row(row).leaf(&state.salts()))
    }

    /// The leaves of an envelope and a row, in hexadecimal, under a secret of zeros.
    pub(crate) fn sample_leaves() -> [String; 2] {
        let text = str::to_owned;
        let envelope = Envelope {
            id: text("01890000-0000-7000-8000-000000000001"),
            actor: text("léa"),
            recorded_us: 1_798_765_432_000_001,
            purpose: text("performance"),
            act: text("execution/import"),
            corrects: None,
            source: text("affaires.csv"),
        };
        let said = Said {
            kind: text("execution/account"),
            object: text("01890000-0000-7000-8000-000000000002"),
            valid_on: Some(text("2027-01-04")),
            payload: text("{\"name\":\"Étoile\"}"),
        };
        let salts = super::entry::Salts::of(&[0; 32]);
        let entries = [
            Entry::Fact(Head { seq: 1, row_count: 1, envelope }),
            Entry::Row(ledger::Entry { seq: 1, n: 0, said }),
        ];
        entries.map(|entry| crate::digest::Digest(entry.leaf(&salts)).to_string())
    }
}
