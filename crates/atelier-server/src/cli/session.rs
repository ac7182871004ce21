//! One run of the command line: who reads, in which language, where answers go.

use super::args::Common;
use super::out::Out;
use crate::documents::write::{Format, Table};
use crate::fault::Fault;
use crate::http::Site;
use crate::outbound::{Outside, Own, Relay, addresses};
use crate::workbench::{Office, Workbench};
use atelier_domain::language::{Args, Catalogue, Lang, Refusal, Refusals};
use atelier_store::{Store, Target};
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use serde_json::Value;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What every command needs.
pub struct Session {
    /// Options of the line.
    pub common: Common,
    /// Language of the reader.
    pub lang: Lang,
    /// Its sentences.
    pub words: &'static Catalogue,
    /// When the command started: the only reading of the clock.
    pub now: Timestamp,
    /// The day taken as today.
    pub today: Date,
    /// Whether the command writes, so that a refusal says that nothing was written.
    pub writes: bool,
    actor: String,
}

impl Session {
    /// Reads the clock, once.
    pub fn new(common: Common, lang: Lang, writes: bool) -> Self {
        let now = Zoned::now();
        let today = common.today.unwrap_or_else(|| now.date());
        let actor = ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        Self {
            common,
            lang,
            words: Catalogue::of(lang),
            now: now.timestamp(),
            today,
            writes,
            actor: actor.unwrap_or_else(|| "local".to_owned()),
        }
    }

    /// Who is at the keyboard, for the facts.
    pub fn actor(&self) -> String {
        self.actor.clone()
    }

    /// Where the data are.
    pub fn target(&self) -> Target {
        match &self.common.database {
            Some(url) => Target::Postgres(url.clone()),
            None => Target::Sqlite(self.common.data.clone()),
        }
    }

    /// The open store.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn store(&self) -> Result<Store, Fault> {
        if self.common.database.is_none() && !holds_database(&self.common.data) {
            let folder = self.common.data.display().to_string();
            return Err(Refusal::new("app/no-installation").with("folder", folder).into());
        }
        Ok(Store::open(&self.target()).await?)
    }

    /// The store, made when there is none yet: for founding and restoring only, or a mistyped folder
    /// would look like an empty installation.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn new_store(&self) -> Result<Store, Fault> {
        if self.common.database.is_none() {
            make_folder(&self.common.data)?;
        }
        Ok(Store::open(&self.target()).await?)
    }

    /// The store with the functions of planning around it.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn bench(&self) -> Result<Workbench, Fault> {
        Ok(Workbench::new(self.store().await?).with_outside(self.outside()?))
    }

    /// What is said of the world outside, by variables of the environment.
    ///
    /// # Errors
    /// `integration/own-origin`, `integration/mail-relay`, `integration/mail-address`, `controls/no-address`.
    pub fn outside(&self) -> Result<Outside, Refusal> {
        let own = Own::read(self.common.own_network.as_deref().unwrap_or_default())?;
        let common = &self.common;
        let relay = match (&common.smtp, &common.mail_from) {
            (None, _) => None,
            (Some(url), from) => Some(Relay::read(url, from.as_deref().unwrap_or_default())?),
        };
        let address = match &common.public_address {
            Some(address) => Some(Site::read(address)?.page("", 0)),
            None => None,
        };
        let authorities = common.authorities.clone();
        let checkpoints = addresses(common.checkpoint_mail.as_deref().unwrap_or_default())?;
        Ok(Outside { own, authorities, relay, address, checkpoints })
    }

    /// The bench, and the company asked for (the only one when none is named).
    ///
    /// # Errors
    /// When there is none, several, or no such one.
    pub async fn office(&self) -> Result<(Workbench, Office), Fault> {
        let bench = self.bench().await?;
        let office = bench.office(self.common.company.as_deref()).await?;
        Ok((bench, office))
    }

    /// A line of text.
    ///
    /// # Errors
    /// When the output is closed.
    #[allow(clippy::unused_self)] // every answer goes through the session, whatever it needs of it
    pub fn line(&self, text: &str) -> Result<(), Fault> {
        Ok(writeln!(std::io::stdout().lock(), "{text}")?)
    }

    /// A sentence of the catalogue, unless JSON was asked for.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn say(&self, id: &str, args: &Args) -> Result<(), Fault> {
        if self.common.json { Ok(()) } else { self.line(&self.words.text(id, args)) }
    }

    /// A text that is itself the answer; in JSON, under a name.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn text(&self, name: &str, text: &str) -> Result<(), Fault> {
        if self.common.json {
            self.json(&serde_json::json!({ name: text }))
        } else {
            self.line(text.trim_end())
        }
    }

    /// An answer in JSON, when asked for.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn json(&self, value: &Value) -> Result<(), Fault> {
        if self.common.json { self.line(&format!("{value:#}")) } else { Ok(()) }
    }

    /// Tables, in the form and to the place asked for. A workbook or a delimited file holds one table
    /// each: with several, the name of the file is completed by the rank of the table.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn tables(&self, tables: &[Table], out: &Out) -> Result<(), Fault> {
        let format = if self.common.json { Format::Json } else { out.format.into() };
        match &out.out {
            Some(path) => self.to_files(tables, format, path),
            None if format == Format::Xlsx => Err(Refusal::new("app/file-needed").into()),
            None if format == Format::Json => {
                let mut bytes = Vec::new();
                Table::write_all_json(tables, &mut bytes)?;
                Ok(std::io::stdout().lock().write_all(&bytes)?)
            }
            None => {
                let mut bytes = Vec::new();
                for table in tables {
                    table.write(format, self.lang, &mut bytes)?;
                    bytes.push(b'\n');
                }
                Ok(std::io::stdout().lock().write_all(&bytes)?)
            }
        }
    }

    fn to_files(&self, tables: &[Table], format: Format, path: &Path) -> Result<(), Fault> {
        let mut written = Vec::new();
        for (rank, table) in tables.iter().enumerate() {
            let path = if rank == 0 { path.to_owned() } else { ranked(path, rank + 1) };
            let mut bytes = Vec::new();
            table.write(format, self.lang, &mut bytes)?;
            self.write(&path, &bytes)?;
            written.push(path.display().to_string());
        }
        self.json(&serde_json::json!({ "written": written }))
    }

    /// Writes a file and says so.
    ///
    /// # Errors
    /// `app/unwritable-file`.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let file = path.display().to_string();
        std::fs::write(path, bytes).map_err(|error| unwritable(path, &error))?;
        self.say("cli-written", &Args::new().with("file", file))
    }

    /// Progress of a long command, on the error output when a person looks at it.
    pub fn progress(&self, id: &str, done: u64, total: Option<u64>) {
        if self.common.json || !std::io::stderr().is_terminal() {
            return;
        }
        let show = self.words.show();
        let done = show.count(i64::try_from(done).unwrap_or(i64::MAX));
        let total = total.map_or(String::new(), |total| {
            format!(" / {}", show.count(i64::try_from(total).unwrap_or(i64::MAX)))
        });
        let _ = write!(std::io::stderr(), "\r\x1b[2K{} {done}{total}", self.words.plain(id));
    }

    /// Clears the line of progress.
    pub fn progress_end(&self) {
        if !self.common.json && std::io::stderr().is_terminal() {
            let _ = write!(std::io::stderr(), "\r\x1b[2K");
        }
    }

    /// Refusals in words, on the error output; as JSON on the output when asked for.
    pub fn refuse(&self, refusals: &Refusals) {
        if self.common.json {
            refuse_json(refusals, self.words);
            return;
        }
        refuse_text(refusals, self.words);
        if self.writes {
            let _ = writeln!(std::io::stderr(), "{}", self.words.plain("cli-nothing-written"));
        }
    }
}

/// Refusals in words, on the error output.
pub fn refuse_text(refusals: &Refusals, words: &Catalogue) {
    let mut err = std::io::stderr().lock();
    for refusal in &refusals.0 {
        let [what, why, remedy] = refusal.sentences(words);
        let place = refusal.place.to_string();
        let place = if place.is_empty() { String::new() } else { format!("{place} · ") };
        let _ = writeln!(err, "{place}{what}\n  {why}\n  → {remedy}  [{}]", refusal.code);
    }
}

/// Refusals as one JSON document, on the output.
pub fn refuse_json(refusals: &Refusals, words: &Catalogue) {
    let list: Vec<Value> = refusals.0.iter().map(|refusal| refusal_json(refusal, words)).collect();
    let _ = writeln!(std::io::stdout(), "{:#}", serde_json::json!({ "refused": list }));
}

fn refusal_json(refusal: &Refusal, words: &Catalogue) -> Value {
    let [what, why, remedy] = refusal.sentences(words);
    serde_json::json!({
        "code": refusal.code,
        "file": refusal.place.file,
        "line": refusal.place.line,
        "column": refusal.place.column,
        "field": refusal.place.field,
        "what": what,
        "why": why,
        "remedy": remedy,
    })
}

/// A folder, made when it is not there.
///
/// # Errors
/// `app/unwritable-file`.
pub fn make_folder(path: &Path) -> Result<(), Refusal> {
    std::fs::create_dir_all(path).map_err(|error| unwritable(path, &error))
}

/// A file or folder that the system does not let us write.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Refusal {
    let file = path.display().to_string();
    Refusal::new("app/unwritable-file").with("file", file).with("cause", error.to_string())
}

/// `plan.csv` of rank 2: `plan-2.csv`.
fn ranked(path: &Path, rank: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}-{rank}{extension}"))
}

fn holds_database(folder: &Path) -> bool {
    folder.join("atelier.db").exists()
}
