//! Makes `src/rights/common.bin` again from a list of passwords, one a line, the most common first:
//! `cargo run --example common_passwords < LIST > crates/atelier-server/src/rights/common.bin`.
//!
//! Only those that our own rule of length lets through are kept, as the first eight bytes of a hash of
//! them in small letters: what people chose is often not fit to be shown.

use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::io::{BufRead as _, Write as _};

/// Fewest characters of a password.
const LEAST: usize = 15;

fn main() -> std::io::Result<()> {
    let mut marks = BTreeSet::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?.to_lowercase();
        if line.is_ascii() && line.len() >= LEAST {
            let hash = Sha256::digest(line.as_bytes());
            marks.insert(hash[..8].to_vec());
        }
    }
    let mut out = std::io::stdout().lock();
    marks.iter().try_for_each(|mark| out.write_all(mark))?;
    eprintln!("{} passwords", marks.len());
    Ok(())
}
