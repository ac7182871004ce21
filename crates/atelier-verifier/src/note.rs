//! Signed checkpoints, and the key that they are checked with.

use crate::merkle::Hash;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// Byte of a plain Ed25519 key.
const ED25519: u8 = 1;

/// A public key under the name of a tree: `name+number+key`.
#[derive(Clone, Debug)]
pub struct Vkey {
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

impl Vkey {
    /// Reads it; `None` when it is not one.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '+');
        let (name, number, key) = (parts.next()?, parts.next()?, parts.next()?);
        let bytes = decode(key)?;
        let whole = Sha256::new().chain_update(name).chain_update("\n").chain_update(&bytes).finalize();
        let id = [whole[0], whole[1], whole[2], whole[3]];
        let (kind, key) = bytes.split_first()?;
        let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
        let named = format!("{:08x}", u32::from_be_bytes(id)) == number && *kind == ED25519;
        named.then(|| Self { name: name.to_owned(), id, key })
    }
}

/// What a tree was at one size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Its name.
    pub origin: String,
    /// Its entries.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Checkpoint {
    /// Reads a note signed by this key; `None` when it is not one, or not signed by it.
    pub fn read(note: &str, vkey: &Vkey) -> Option<Self> {
        let at = note.rfind("\n\n")?;
        let (text, signatures) = (&note[..=at], &note[at + 2..]);
        if !signatures.ends_with('\n') || !signatures.lines().any(|line| signs(line, text, vkey)) {
            return None;
        }
        let mut lines = text.lines();
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let number: u64 = size.parse().ok()?;
        let root = decode(root)?.try_into().ok()?;
        let right = origin == vkey.name && number.to_string() == size && lines.next().is_none();
        right.then(|| Self { origin: origin.to_owned(), size: number, root })
    }
}

/// Whether this line is a good signature of the text by the key: `— name base64(number, signature)`.
fn signs(line: &str, text: &str, vkey: &Vkey) -> bool {
    let Some((name, signature)) = line.strip_prefix("— ").and_then(|rest| rest.split_once(' ')) else {
        return false;
    };
    let Some(bytes) = decode(signature) else { return false };
    let Some((id, signature)) = bytes.split_first_chunk::<4>() else { return false };
    let Ok(signature) = Signature::from_slice(signature) else { return false };
    name == vkey.name && *id == vkey.id && vkey.key.verify_strict(text.as_bytes(), &signature).is_ok()
}

pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(text).ok()
}
