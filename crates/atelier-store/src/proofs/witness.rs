//! A witness: it keeps the last checkpoint of each tree it knows, cosigns those that grow out of it,
//! and refuses the others. C2SP tlog-witness and tlog-cosignature (Ed25519, version 1).

use super::door::check_consistency;
use super::note::{Checkpoint, Key};
use super::prove::request_of;
use super::tree::Hash;
use crate::error::StoreError;
use crate::reader::Reader;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// Lines of a consistency proof, at most.
const PROOF_LINES_MAX: usize = 63;

/// What a witness knows of itself.
#[derive(Debug)]
pub struct Witness {
    /// The key it signs with: not that of a tree.
    pub key: Key,
    /// Its name, without space nor `+`.
    pub name: String,
    /// Verifier keys of the trees it watches.
    pub trees: Vec<String>,
}

/// A checkpoint submitted, with the proof that it grows out of an older one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Size of the older one.
    pub old: u64,
    /// The proof.
    pub proof: Vec<Hash>,
    /// The new one.
    pub checkpoint: Checkpoint,
}

/// What a witness answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Cosigned, with this line of signature, once the checkpoint is kept. HTTP 200.
    Cosigned(String),
    /// The old size is larger than the new one. HTTP 400.
    Malformed,
    /// No tree of that name is watched. HTTP 404.
    Unknown,
    /// No trusted key signed it. HTTP 403.
    Unsigned,
    /// The old size is not that of the last checkpoint cosigned: this one. HTTP 409.
    Stale(u64),
    /// Another root at the same size. HTTP 409.
    Forked(u64),
    /// The proof does not show that the tree only grew. HTTP 422.
    Inconsistent,
}

impl Submission {
    /// Reads the body of `add-checkpoint`; `None` when it is malformed.
    pub fn read(body: &str) -> Option<Self> {
        let (head, note) = body.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let number = lines.next()?.strip_prefix("old ")?;
        let old: u64 = number.parse().ok()?;
        let proof: Vec<Hash> = lines.map(hash).collect::<Option<_>>()?;
        let canonical = old.to_string() == number && proof.len() <= PROOF_LINES_MAX;
        let checkpoint = Checkpoint::read(note)?;
        canonical.then_some(Self { old, proof, checkpoint })
    }
}

fn hash(line: &str) -> Option<Hash> {
    BASE64_STANDARD.decode(line).ok()?.try_into().ok()
}

impl Witness {
    /// Judges a submission beside the last checkpoint cosigned for its tree. `now` in seconds since 1970.
    pub fn answer(&self, given: &Submission, held: Option<&Checkpoint>, now: u64) -> Answer {
        let new = &given.checkpoint;
        let named = |vkey: &&String| vkey.split('+').next() == Some(new.origin.as_str());
        let mut keys = self.trees.iter().filter(named).peekable();
        if keys.peek().is_none() {
            return Answer::Unknown;
        }
        if !keys.any(|vkey| new.signed_by(vkey)) {
            return Answer::Unsigned;
        }
        if given.old > new.size {
            return Answer::Malformed;
        }
        let last = held.map_or(0, |held| held.size);
        if given.old != last {
            return Answer::Stale(last);
        }
        match held {
            Some(held) if held.size == new.size && held.root != new.root => Answer::Forked(held.size),
            Some(held)
                if held.size > 0
                    && !check_consistency(&given.proof, (held.size, &held.root), (new.size, &new.root)) =>
            {
                Answer::Inconsistent
            }
            _ if last == 0 && !given.proof.is_empty() => Answer::Inconsistent,
            _ => Answer::Cosigned(self.key.cosign(&self.name, new, now)),
        }
    }
}

impl Reader {
    /// The body to send to a witness whose last checkpoint has this size.
    ///
    /// # Errors
    /// As [`Reader::checkpoint`]; refused `ledger/rolled-back` when it has more than there is.
    pub async fn witness_request(&mut self, old: u64) -> Result<String, StoreError> {
        request_of(self, old).await
    }
}
