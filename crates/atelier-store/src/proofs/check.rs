//! The tree made again from the facts and compared with the one that is kept, with the checkpoints of
//! this installation, and with those that others hold.

use super::note::{Checkpoint, Key};
use super::tables;
use super::walk::Walk;
use crate::error::StoreError;
use crate::ledger;
use crate::reader::Reader;
use crate::sums::Given;

/// What the comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TreeVerdict {
    /// Entries of the tree.
    pub sealed: u64,
    /// Entries of the ledger that are not in it yet.
    pub unsealed: u64,
    /// The newest checkpoint.
    pub checkpoint: Option<Checkpoint>,
    /// What does not hold; nothing when everything does.
    pub faults: Vec<TreeFault>,
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeFault {
    /// There are facts and no checkpoint.
    NeverSealed,
    /// The first entry that is not what was sealed, or is gone.
    Entry {
        /// Its index in the tree.
        index: u64,
        /// The number of its fact, when the tree says which.
        fact: Option<i64>,
        /// Its rank in the fact; `None` for the envelope.
        row: Option<i64>,
        /// The object that the ledger now has there.
        object: Option<String>,
    },
    /// The facts are as they were signed; the tree kept beside them is not.
    Tile {
        /// Its level.
        level: usize,
        /// The first entry below the first wrong hash.
        index: u64,
    },
    /// A checkpoint that does not hold: the first one.
    Checkpoint {
        /// Whether it came from outside.
        held: bool,
        /// The entries it speaks of.
        size: u64,
        /// The largest smaller size of a checkpoint of the same side that holds: the first bad entry is
        /// not before.
        holds: u64,
        /// What is wrong with it.
        how: Broken,
    },
}

/// How a checkpoint fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no checkpoint.
    Unreadable,
    /// It speaks of another tree.
    OtherTree,
    /// No trusted key signed it.
    Signature,
    /// It covers more entries than there are: some were cut off.
    Beyond,
    /// The entries give another root: some were changed.
    Root,
}

impl TreeVerdict {
    /// Whether everything holds.
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Reader {
    /// Makes the tree again from the facts. `key` and `vkeys` are trusted; `held` are checkpoints kept
    /// elsewhere. Nothing is written and nobody waits.
    ///
    /// # Errors
    /// An incident when the database does not answer or a fact does not read.
    pub async fn check_tree(
        &mut self,
        key: Option<&Key>,
        vkeys: &[String],
        held: &[String],
    ) -> Result<TreeVerdict, StoreError> {
        self.check_tree_and(key, vkeys, held, None).await
    }

    /// The same; what the rows give goes to `given` on the way, those that are not sealed yet included.
    pub(crate) async fn check_tree_and(
        &mut self,
        key: Option<&Key>,
        vkeys: &[String],
        held: &[String],
        given: Option<&mut Given>,
    ) -> Result<TreeVerdict, StoreError> {
        let tenant = self.tenant();
        let conn = self.conn();
        let shape = ledger::shape(conn, &tenant).await?;
        let entries = (shape.facts + shape.rows).cast_unsigned();
        let (state, newest) = (tables::state(conn, &tenant).await?, tables::newest(conn, &tenant).await?);
        let (Some(state), Some((size, note))) = (state, newest) else {
            if let Some(given) = given {
                given.rest(conn, &tenant, (0, 0)).await?;
            }
            let faults = if entries > 0 { vec![TreeFault::NeverSealed] } else { Vec::new() };
            return Ok(TreeVerdict { unsealed: entries, faults, ..TreeVerdict::default() });
        };
        let mut trusted = vkeys.to_vec();
        trusted.extend(key.map(|key| key.vkey(&state.origin())));
        let mut verdict = TreeVerdict {
            sealed: state.size,
            unsealed: entries.saturating_sub(state.size),
            ..TreeVerdict::default()
        };
        let judge = Judge { origin: state.origin(), trusted, size: state.size };
        match judge.admit(&note) {
            Ok(newest) if newest.size == size => verdict.checkpoint = Some(newest),
            Ok(_) => verdict.faults.push(own(size, 0, Broken::Unreadable)),
            Err((_, how)) => verdict.faults.push(own(size, 0, how)),
        }
        let mut outside = Vec::new();
        for note in held {
            match judge.admit(note) {
                Ok(checkpoint) => outside.push(checkpoint),
                Err((size, how)) => verdict.faults.push(TreeFault::Checkpoint {
                    held: true,
                    size,
                    holds: if how == Broken::Beyond { state.size } else { 0 },
                    how,
                }),
            }
        }
        outside.sort_by_key(|checkpoint| checkpoint.size);
        let walk = Walk::run(conn, &tenant, &state, outside, given).await?;
        verdict.faults.extend(walk.faults(conn, &tenant, size).await?);
        Ok(verdict)
    }
}

fn own(size: u64, holds: u64, how: Broken) -> TreeFault {
    TreeFault::Checkpoint { held: false, size, holds, how }
}

/// What a checkpoint must be before the entries are looked at.
struct Judge {
    origin: String,
    trusted: Vec<String>,
    size: u64,
}

impl Judge {
    fn admit(&self, note: &str) -> Result<Checkpoint, (u64, Broken)> {
        let checkpoint = Checkpoint::read(note).ok_or((0, Broken::Unreadable))?;
        let how = if checkpoint.origin != self.origin {
            Broken::OtherTree
        } else if !self.trusted.iter().any(|vkey| checkpoint.signed_by(vkey)) {
            Broken::Signature
        } else if checkpoint.size > self.size {
            Broken::Beyond
        } else {
            return Ok(checkpoint);
        };
        Err((checkpoint.size, how))
    }
}
