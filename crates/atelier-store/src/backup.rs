//! A backup: the facts, what opens them and nothing else, in one compressed file that either engine can restore.
//!
//! One JSON value a line: a header with the digests, the tree of each company (what makes its leaves
//! and what they gave), the key of each person, the bytes of each file, each fact followed by its rows, a trailer with the counts and the SHA-256 of
//! everything before it.

use crate::digest::{self, Digest, Digests};
use crate::error::{Incident, StoreError};
use crate::files;
use crate::keys;
use crate::ledger::{self, Head, PAGE};
use crate::proofs;
use crate::schema;
use crate::store::Store;
use crate::writer::{Envelope, Said};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

/// Version of the file's own layout; 1 had no trees, 2 no keys of people, 3 no bytes of files.
pub(crate) const FORMAT: u32 = 4;

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// Facts written.
    pub facts: u64,
    /// Rows of facts written.
    pub rows: u64,
    /// Digests of the installation at the moment of the backup.
    pub digests: Digests,
}

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    Header { format: u32, schema: i64, content: String, ledger: String },
    Tree { tenant: String, secret: String, size: u64, root: Option<String> },
    Key { tenant: String, person: String, key: String },
    File { tenant: String, id: String, bytes: String },
    Fact { tenant: String, rows: i64, fact: Envelope },
    Row(String, String, Option<String>, String),
    Trailer { facts: u64, rows: u64, sha256: String },
}

impl Store {
    /// Writes everything that was ever said to `file`, as of one moment, while others go on working.
    /// The file appears under its name only once it is whole and on disk.
    ///
    /// # Errors
    /// An incident when the file cannot be written or the database does not answer.
    pub async fn backup(&self, file: &Path) -> Result<BackupReport, StoreError> {
        let mut conn = self.snapshot().await?;
        let digests = digest::of_all(&mut conn).await?;
        let mut partial = file.as_os_str().to_owned();
        partial.push(".partial");
        let partial = Path::new(&partial);
        let mut out = Out::create(partial).map_err(Incident::file(partial))?;
        let header = Part::Header {
            format: FORMAT,
            schema: schema::latest(),
            content: digests.content.to_string(),
            ledger: digests.ledger.to_string(),
        };
        out.put(&header).map_err(Incident::file(partial))?;
        let tenants = digest::tenants(&mut conn).await?;
        for tenant in &tenants {
            if let Some((secret, size, root)) = proofs::carried(&mut conn, tenant).await? {
                let tree = Part::Tree { tenant: tenant.clone(), secret, size, root };
                out.put(&tree).map_err(Incident::file(partial))?;
            }
        }
        for tenant in &tenants {
            write_keys(&mut conn, tenant, &mut out, partial).await?;
        }
        for tenant in &tenants {
            write_files(&mut conn, tenant, &mut out, partial).await?;
        }
        for tenant in tenants {
            write_ledger(&mut conn, &tenant, &mut out, partial).await?;
        }
        let (facts, rows) = (out.facts, out.rows);
        out.close().map_err(Incident::file(partial))?;
        put_in_place(partial, file).map_err(Incident::file(file))?;
        Ok(BackupReport { facts, rows, digests })
    }
}

/// Without them nobody could read what the facts say of people.
async fn write_keys(
    conn: &mut AnyConnection,
    tenant: &str,
    out: &mut Out,
    path: &Path,
) -> Result<(), StoreError> {
    // Brought back together: the facts say again who is in the archive.
    for text in keys::PAGES {
        let mut after = String::new();
        loop {
            let page = keys::page_of(conn, text, tenant, &after).await?;
            let Some((last, _)) = page.last() else { break };
            after.clone_from(last);
            for (person, key) in page {
                out.put(&Part::Key { tenant: tenant.to_owned(), person, key })
                    .map_err(Incident::file(path))?;
            }
        }
    }
    Ok(())
}

/// The bytes of files, one a line: no fact holds them.
async fn write_files(
    conn: &mut AnyConnection,
    tenant: &str,
    out: &mut Out,
    path: &Path,
) -> Result<(), StoreError> {
    let mut after = String::new();
    while let Some((id, bytes)) = files::next(conn, tenant, &after).await? {
        after.clone_from(&id);
        let bytes = BASE64_STANDARD.encode(bytes);
        out.put(&Part::File { tenant: tenant.to_owned(), id, bytes }).map_err(Incident::file(path))?;
    }
    Ok(())
}

async fn write_ledger(
    conn: &mut AnyConnection,
    tenant: &str,
    out: &mut Out,
    path: &Path,
) -> Result<(), StoreError> {
    let mut seq = 0;
    loop {
        // Few facts at once: each may be followed by very many rows.
        let facts = ledger::facts(conn, tenant, seq, 100).await?;
        let Some(last) = facts.last() else { return Ok(()) };
        seq = last.seq;
        for fact in facts {
            let (number, rows) = (fact.seq, fact.row_count);
            out.fact(tenant, fact).map_err(Incident::file(path))?;
            write_rows(conn, tenant, (number, rows), out, path).await?;
        }
    }
}

async fn write_rows(
    conn: &mut AnyConnection,
    tenant: &str,
    (seq, mut left): (i64, i64),
    out: &mut Out,
    path: &Path,
) -> Result<(), StoreError> {
    let mut after = (seq, -1);
    while left > 0 {
        let page = ledger::rows(conn, tenant, after, left.min(PAGE)).await?;
        let Some(last) = page.last().filter(|last| last.seq == seq) else {
            return Err(Incident::unreadable("fact_rows", &seq.to_string(), "rows are missing"));
        };
        after = (last.seq, last.n);
        left -= page.len() as i64;
        for row in page {
            out.row(row.said).map_err(Incident::file(path))?;
        }
    }
    Ok(())
}

fn put_in_place(partial: &Path, file: &Path) -> io::Result<()> {
    fs::rename(partial, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// The file being written, counted and hashed as it goes.
struct Out {
    zip: GzEncoder<BufWriter<File>>,
    hash: Sha256,
    facts: u64,
    rows: u64,
}

impl Out {
    fn create(path: &Path) -> io::Result<Self> {
        let zip = GzEncoder::new(BufWriter::new(File::create(path)?), Compression::fast());
        Ok(Self { zip, hash: Sha256::new(), facts: 0, rows: 0 })
    }

    fn put(&mut self, part: &Part) -> io::Result<()> {
        let mut line = serde_json::to_vec(part)?;
        line.push(b'\n');
        self.hash.update(&line);
        self.zip.write_all(&line)
    }

    fn fact(&mut self, tenant: &str, fact: Head) -> io::Result<()> {
        self.facts += 1;
        self.put(&Part::Fact { tenant: tenant.to_owned(), rows: fact.row_count, fact: fact.envelope })
    }

    fn row(&mut self, row: Said) -> io::Result<()> {
        self.rows += 1;
        self.put(&Part::Row(row.kind, row.object, row.valid_on, row.payload))
    }

    fn close(mut self) -> io::Result<()> {
        let sha256 = Digest(self.hash.clone().finalize().into()).to_string();
        self.put(&Part::Trailer { facts: self.facts, rows: self.rows, sha256 })?;
        let mut file = self.zip.finish()?;
        file.flush()?;
        file.get_ref().sync_all()
    }
}
