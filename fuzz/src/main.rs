//! One reader under libFuzzer: the one that `ATELIER_READER` names. With `ATELIER_SEEDS`, a folder, it
//! writes the sound examples of each reader there instead.
#![no_main]

use atelier_fuzz::{READERS, Reader, named};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::OnceLock;

static READER: OnceLock<Reader> = OnceLock::new();

fn chosen() -> Reader {
    let name = std::env::var("ATELIER_READER").unwrap_or_default();
    named(&name).unwrap_or_else(|| panic!("ATELIER_READER={name:?} names no reader"))
}

/// Writes the examples of every reader, each in a folder of its name.
fn seed(folder: &Path) -> std::io::Result<()> {
    for reader in READERS {
        let own = folder.join(reader.name);
        std::fs::create_dir_all(&own)?;
        for (at, seed) in (reader.seeds)().iter().enumerate() {
            std::fs::write(own.join(format!("seed-{at}")), seed)?;
        }
    }
    Ok(())
}

fuzz_target!(
    init: {
        if let Some(folder) = std::env::var_os("ATELIER_SEEDS") {
            let written = seed(Path::new(&folder));
            std::process::exit(i32::from(written.is_err()));
        }
        READER.get_or_init(chosen);
    },
    |bytes: &[u8]| (READER.get_or_init(chosen).read)(bytes)
);
