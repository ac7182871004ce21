//! What a leaf of the tree is made of: the canonical bytes of a fact's envelope and of each of its rows.
//!
//! The layout is told in docs/decisions/2026-11-29-proofs.md; it is part of every proof ever handed
//! out, so a change of it is a new version beside this one.

use super::prove::Content;
use super::tree::{Hash, leaf_hash};
use crate::ledger::{self, Head};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;

const VERSION: u8 = 1;
const FACT: u8 = 1;
const ROW: u8 = 2;
/// Rank of the envelope in its fact: before the first row.
pub(crate) const ENVELOPE: i64 = -1;

/// Where an entry stands in the ledger: number of the fact, rank of the row.
pub(crate) type Place = (i64, i64);

/// An entry as the ledger holds it.
#[derive(Clone, Debug)]
pub(crate) enum Entry {
    Fact(Head),
    Row(ledger::Entry),
}

/// An entry with what its commitment hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    pub(crate) bytes: Vec<u8>,
    pub(crate) salt: Hash,
    pub(crate) payload: Vec<u8>,
}

/// Draws the salts of a company from its secret.
#[derive(Clone)]
pub(crate) struct Salts(Hmac<Sha256>);

impl Salts {
    pub(crate) fn of(secret: &Hash) -> Self {
        let keyed = Hmac::new_from_slice(secret);
        Self(keyed.unwrap_or_else(|_| unreachable!("a key of HMAC has any length")))
    }

    fn at(&self, (seq, n): Place) -> Hash {
        let mut mac = self.0.clone();
        mac.update(b"atelier salt 1");
        mac.update(&seq.to_be_bytes());
        mac.update(&(n + 1).to_be_bytes());
        mac.finalize().into_bytes().into()
    }

    /// A number of this company that says nothing of it, for its origin.
    pub(crate) fn origin(&self) -> [u8; 16] {
        let mut mac = self.0.clone();
        mac.update(b"atelier origin 1");
        let whole: Hash = mac.finalize().into_bytes().into();
        let mut half = [0; 16];
        half.copy_from_slice(&whole[..16]);
        half
    }
}

impl Entry {
    pub(crate) fn place(&self) -> Place {
        match self {
            Self::Fact(head) => (head.seq, ENVELOPE),
            Self::Row(row) => (row.seq, row.n),
        }
    }

    /// The object it speaks of; an envelope speaks of its fact.
    pub(crate) fn object(&self) -> &str {
        match self {
            Self::Fact(head) => &head.envelope.id,
            Self::Row(row) => &row.said.object,
        }
    }

    /// What its commitment hides.
    pub(crate) fn content(&self) -> Content<'_> {
        match self {
            Self::Fact(head) => Content::Author(&head.envelope.actor),
            Self::Row(row) => Content::Row(&row.said.kind),
        }
    }

    /// Its leaf.
    pub(crate) fn leaf(&self, salts: &Salts) -> Hash {
        leaf_hash(&self.bytes(&salts.at(self.place())))
    }

    /// All that a reader needs to make its leaf again.
    pub(crate) fn open(&self, salts: &Salts) -> Opened {
        let salt = salts.at(self.place());
        Opened { bytes: self.bytes(&salt), salt, payload: self.payload().into_owned() }
    }

    fn payload(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Fact(head) => {
                let mut bytes = Vec::new();
                text(&mut bytes, &head.envelope.actor);
                text(&mut bytes, &head.envelope.source);
                Cow::Owned(bytes)
            }
            Self::Row(row) => Cow::Borrowed(row.said.payload.as_bytes()),
        }
    }

    fn bytes(&self, salt: &Hash) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(192);
        match self {
            Self::Fact(head) => {
                let it = &head.envelope;
                bytes.extend([VERSION, FACT]);
                for number in [head.seq, head.row_count, it.recorded_us] {
                    bytes.extend(number.to_be_bytes());
                }
                for part in [&it.id, &it.purpose, &it.act] {
                    text(&mut bytes, part);
                }
                maybe(&mut bytes, it.corrects.as_deref());
            }
            Self::Row(row) => {
                bytes.extend([VERSION, ROW]);
                bytes.extend(row.seq.to_be_bytes());
                bytes.extend(row.n.to_be_bytes());
                text(&mut bytes, &row.said.kind);
                text(&mut bytes, &row.said.object);
                maybe(&mut bytes, row.said.valid_on.as_deref());
            }
        }
        bytes.extend(commitment(salt, &self.payload()));
        bytes
    }
}

fn commitment(salt: &Hash, payload: &[u8]) -> Hash {
    Sha256::new().chain_update(salt).chain_update(payload).finalize().into()
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend((text.len() as u32).to_be_bytes());
    bytes.extend(text.as_bytes());
}

fn maybe(bytes: &mut Vec<u8>, said: Option<&str>) {
    bytes.push(u8::from(said.is_some()));
    if let Some(said) = said {
        text(bytes, said);
    }
}
