//! Secrets that open something: 256 random bits, shown once, kept as a hash.

use sha2::{Digest as _, Sha256};
use std::fmt;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What a cookie, a key or an invitation carries. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one, from the system's generator.
    ///
    /// # Errors
    /// An incident when the system gives no randomness.
    pub fn new() -> anyhow::Result<Self> {
        let mut bytes = [0; 43];
        getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
        // 43 letters of 6 bits: 258 bits, each drawn evenly since 64 divides 256.
        Ok(Self(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()))
    }

    /// One that was shown; nothing when it cannot be one of ours.
    pub fn read(text: &str) -> Option<Self> {
        let known = text.len() == 43 && text.bytes().all(|byte| ALPHABET.contains(&byte));
        known.then(|| Self(text.to_owned()))
    }

    /// The text, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn hash(&self) -> String {
        hash(self.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

/// SHA-256 in hexadecimal. A random secret of 256 bits needs no slow hash.
pub(super) fn hash(bytes: &[u8]) -> String {
    use fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_and_nothing_else_is() {
        let secret = Secret::new().unwrap();
        assert_eq!(Secret::read(secret.reveal()), Some(secret.clone()));
        assert_ne!(Secret::new().unwrap(), secret);
        assert_eq!(format!("{secret:?}"), "Secret");
        for wrong in ["", "short", &"a".repeat(44), &"é".repeat(43), &format!("{}%", "a".repeat(42))] {
            assert_eq!(Secret::read(wrong), None, "{wrong}");
        }
    }
}
