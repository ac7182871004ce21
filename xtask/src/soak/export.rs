//! A small export of a former system, other records at each round.

use super::house::House;
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Cases of an export: some hundredths of a second to write.
const CASES: u32 = 2_000;
/// Their accounts.
const ACCOUNTS: u32 = 50;

const MAPPING: &str = r#"process = "conquete"
currency = "EUR"
[cases]
file = "cases.csv"
key = "id"
account = "account"
stage = "stage"
[stages]
open = { standing = "open" }
won = { standing = "won" }
lost = { standing = "lost" }
"#;

/// A folder to import.
pub struct Export {
    folder: PathBuf,
}

impl Export {
    /// Records of this round only.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn of(round: &str, beside: &Path) -> Result<Self> {
        let folder = beside.join("export");
        fs::create_dir_all(&folder)?;
        let mut text = String::from("id,account,stage\n");
        for case in 0..CASES {
            let stage = ["open", "won", "lost"][case as usize % 3];
            writeln!(text, "{round}-{case},Client {round} {},{stage}", case % ACCOUNTS)?;
        }
        fs::write(folder.join("cases.csv"), text)?;
        fs::write(folder.join("mapping.toml"), MAPPING)?;
        Ok(Self { folder })
    }

    /// The command that imports it.
    pub fn command(&self, house: &House) -> Command {
        let mut command = house.command(&["--company", "lumen", "import", "crm"]);
        command.arg(&self.folder).arg("--mapping").arg(self.folder.join("mapping.toml")).arg("--json");
        command
    }

    /// Imports it (again), and tells how many records were new.
    ///
    /// # Errors
    /// What the program says.
    pub fn import(&self, house: &House) -> Result<u64> {
        let done = self.command(house).output()?;
        let told: serde_json::Value = serde_json::from_slice(&done.stdout)
            .with_context(|| String::from_utf8_lossy(&done.stderr).into_owned())?;
        told["written"].as_u64().with_context(|| format!("import: {told}"))
    }

    /// Records in it.
    pub const RECORDS: u64 = (CASES + ACCOUNTS) as u64;
}
