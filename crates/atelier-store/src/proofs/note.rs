//! Checkpoints: what a tree is at one size, signed so that others can hold it.

use super::tree::Hash;
use crate::error::{Incident, StoreError};
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use signed_note::{Note, Signature, StandardVerifier, VerifierList, key_id};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use tlog_tiles::checkpoint::Checkpoint as Body;

/// Byte of C2SP signed notes for a plain Ed25519 signature.
const ED25519: u8 = 1;
/// Byte of C2SP cosignatures (Ed25519, version 1).
const COSIGNATURE: u8 = 4;
/// First line of a key file.
const KEY_FILE: &str = "atelier signing key 1";

/// What a tree is at one size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which tree.
    pub origin: String,
    /// Its entries.
    pub size: u64,
    /// Its root.
    pub root: Hash,
    /// The signed note, as it was handed out.
    pub note: String,
}

impl Checkpoint {
    /// Reads a note without looking at its signatures.
    pub fn read(note: &str) -> Option<Self> {
        let text = Note::from_bytes(note.as_bytes()).ok()?.text().to_vec();
        let body = Body::from_bytes(&text).ok()?;
        let origin = body.origin().to_owned();
        Some(Self { origin, size: body.size(), root: body.hash().0, note: note.to_owned() })
    }

    /// Whether this verifier key (`name+number+key`) signed it.
    pub fn signed_by(&self, vkey: &str) -> bool {
        let Ok(verifier) = StandardVerifier::new(vkey) else { return false };
        let named = vkey.split('+').next() == Some(self.origin.as_str());
        let known = VerifierList::new(vec![Box::new(verifier)]);
        named && Note::from_bytes(self.note.as_bytes()).is_ok_and(|note| note.verify(&known).is_ok())
    }
}

/// The key that signs the checkpoints of an installation, or those that a witness has seen.
#[derive(Clone)]
pub struct Key(SigningKey);

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key")
    }
}

impl Key {
    /// A new key.
    ///
    /// # Errors
    /// An incident when the system gives no randomness.
    pub fn new() -> Result<Self, StoreError> {
        Ok(Self(SigningKey::from_bytes(&random()?)))
    }

    /// The key of this file; `None` when there is no file.
    ///
    /// # Errors
    /// Refused `ledger/key-unreadable`.
    pub fn open(file: &Path) -> Result<Option<Self>, StoreError> {
        let text = match fs::read_to_string(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            read => read.map_err(Incident::file(file))?,
        };
        let seed = text.strip_prefix(KEY_FILE).and_then(|rest| BASE64_STANDARD.decode(rest.trim()).ok());
        match seed.and_then(|seed| Hash::try_from(seed).ok()) {
            Some(seed) => Ok(Some(Self(SigningKey::from_bytes(&seed)))),
            None => {
                Err(Refusal::new("ledger/key-unreadable").with("file", file.display().to_string()).into())
            }
        }
    }

    /// The key of this file, made when there is none. Of two programs that make it at once, one does.
    ///
    /// # Errors
    /// As [`Key::open`]; an incident when the file cannot be written.
    pub fn open_or_make(file: &Path) -> Result<Self, StoreError> {
        if let Some(key) = Self::open(file)? {
            return Ok(key);
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Incident::file(folder))?;
        }
        let text = [KEY_FILE, "\n", &BASE64_STANDARD.encode(random()?), "\n"].concat();
        // Whole before it has its name, and never in the place of another.
        let mut partial = file.as_os_str().to_owned();
        partial.push(["-", &std::process::id().to_string()].concat());
        let partial = Path::new(&partial);
        let made = write_private(partial, &text).and_then(|()| fs::hard_link(partial, file));
        let _ = fs::remove_file(partial);
        match made {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(Incident::file(file)(error)),
            _ => Self::open(file)?.ok_or_else(|| Incident::file(file)(ErrorKind::NotFound.into())),
        }
    }

    /// What others check its signatures with, under the name of a tree.
    pub fn vkey(&self, origin: &str) -> String {
        let public = public(&self.0);
        [origin, &format!("{:08x}", key_id(origin, &public)), &BASE64_STANDARD.encode(public)].join("+")
    }

    /// Whether this reads as what signatures of a tree are checked with.
    pub fn is_vkey(given: &str) -> bool {
        StandardVerifier::new(given).is_ok()
    }

    /// What others check the cosignatures of a witness with.
    pub fn witness_vkey(&self, name: &str) -> String {
        let public = typed(&self.0, COSIGNATURE);
        [name, &format!("{:08x}", key_id(name, &public)), &BASE64_STANDARD.encode(public)].join("+")
    }

    /// Says, as a witness, that this checkpoint was seen at this time (seconds since 1970): one line.
    pub fn cosign(&self, name: &str, seen: &Checkpoint, now: u64) -> String {
        let text = seen.note.rsplit_once("\n\n").map_or("", |(text, _)| text);
        let message = format!("cosignature/v1\ntime {now}\n{text}\n");
        let mut bytes = key_id(name, &typed(&self.0, COSIGNATURE)).to_be_bytes().to_vec();
        bytes.extend(now.to_be_bytes());
        bytes.extend(self.0.sign(message.as_bytes()).to_bytes());
        format!("— {name} {}\n", BASE64_STANDARD.encode(bytes))
    }

    /// A name that no other witness has.
    pub fn witness_name(&self) -> String {
        let public = self.0.verifying_key();
        let start = public.as_bytes().iter().take(8);
        start.fold("atelier.witness/".to_owned(), |name, byte| name + &format!("{byte:02x}"))
    }

    /// Signs what a tree is.
    ///
    /// # Errors
    /// An incident when the origin cannot stand in a note.
    pub fn sign(&self, origin: &str, size: u64, root: Hash) -> Result<Checkpoint, StoreError> {
        let wrong = |why: &dyn std::fmt::Display| Incident::unreadable("trees", origin, why);
        let body = Body::new(origin, size, tlog_tiles::tlog::Hash(root), "").map_err(|why| wrong(&why))?;
        let text = body.to_bytes();
        let signed = self.0.sign(&text).to_bytes().to_vec();
        let number = key_id(origin, &public(&self.0));
        let signature = Signature::new(origin.to_owned(), number, signed).map_err(|why| wrong(&why))?;
        let note = Note::new(&text, &[signature]).map_err(|why| wrong(&why))?;
        let note = String::from_utf8(note.to_bytes()).map_err(|why| wrong(&why))?;
        Ok(Checkpoint { origin: origin.to_owned(), size, root, note })
    }
}

fn public(key: &SigningKey) -> Vec<u8> {
    typed(key, ED25519)
}

/// The public key after the byte that says what it signs.
fn typed(key: &SigningKey, kind: u8) -> Vec<u8> {
    [&[kind], key.verifying_key().as_bytes().as_slice()].concat()
}

/// Bytes that nobody can guess.
pub(crate) fn random() -> Result<Hash, StoreError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|why| Incident::unreadable("trees", "new", why))?;
    Ok(bytes)
}

fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()
}
