//! A backup brought back into an empty database of either engine.

use crate::access::KNOW_ALL;
use crate::backup::{FORMAT, Part};
use crate::digest::{self, Digest};
use crate::doubt::Writing;
use crate::error::{Incident, StoreError};
use crate::files;
use crate::keys;
use crate::proofs;
use crate::schema;
use crate::store::{self, Scope, Store};
use crate::writer::{Envelope, Said, Sealing, Tx};
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};
use sqlx::error::ErrorKind;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

/// A line longer than this is no backup of ours.
const LINE_MAX: u64 = 256 * 1024 * 1024;

/// What a restore brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestoreReport {
    /// Facts.
    pub facts: u64,
    /// Rows of facts.
    pub rows: u64,
    /// Whether the trees over the facts are again those of the backup, to the root. Otherwise the
    /// facts were no longer what had been sealed when the backup was made.
    pub same_trees: bool,
}

impl Store {
    /// Brings a backup back. The facts are appended and applied again; then counts, hash and digests
    /// are compared with those of the file, and the trees over the facts are made again. All of it is
    /// kept, or none.
    ///
    /// # Errors
    /// Refused `ledger/backup-damaged`, `ledger/backup-newer`, `ledger/not-empty`.
    pub async fn restore(&self, file: &Path) -> Result<RestoreReport, StoreError> {
        let mut input = Input::open(file)?;
        let mut tx = self.whole().await?;
        if !digest::tenants(&mut tx).await?.is_empty() {
            return Err(Refusal::new("ledger/not-empty").into());
        }
        let Some(Part::Header { format, schema, content, ledger }) = input.next()? else {
            return Err(input.damaged());
        };
        if format > FORMAT || schema > schema::latest() {
            return Err(input.refused("ledger/backup-newer"));
        }
        let mut trees = Vec::new();
        let mut next = input.next()?;
        while let Some(Part::Tree { tenant, secret, size, root }) = next {
            trees.push((tenant, secret, size, root));
            next = input.next()?;
        }
        while let Some(Part::Key { tenant, person, key }) = next {
            let query = sqlx::query(keys::BRING_BACK).bind(tenant).bind(person).bind(key);
            query.execute(&mut *tx).await.map_err(|error| input.judged(error.into()))?;
            next = input.next()?;
        }
        while let Some(Part::File { tenant, id, bytes }) = next {
            let bytes = BASE64_STANDARD.decode(bytes).map_err(|_| input.damaged())?;
            files::keep(&mut tx, &tenant, &id, bytes).await.map_err(|error| input.judged(error))?;
            next = input.next()?;
        }
        let mut tx = append_all(tx, &mut input, next).await?;
        let now = digest::of_all(&mut tx).await?;
        let same_content = schema < digest::FOLDED_SINCE || now.content.to_string() == content;
        if !same_content || now.ledger.to_string() != ledger {
            return Err(input.damaged());
        }
        for tenant in digest::tenants(&mut tx).await? {
            sqlx::query(KNOW_ALL).bind(tenant).execute(&mut *tx).await?;
        }
        let mut same_trees = true;
        for (tenant, secret, size, root) in trees {
            same_trees &= proofs::bring_back(&mut tx, &tenant, &secret, size, root.as_deref()).await?;
        }
        tx.commit().await?;
        Ok(RestoreReport { facts: input.facts, rows: input.rows, same_trees })
    }
}

/// Appends every fact of the file and checks its trailer.
async fn append_all(
    mut conn: Writing,
    input: &mut Input,
    mut next: Option<Part>,
) -> Result<Writing, StoreError> {
    while let Some(Part::Fact { tenant, .. }) = &next {
        let company = tenant.clone();
        let scope = Scope::of_company(store::tenant(&company).map_err(|_| input.damaged())?);
        let mut tx = Tx::open(conn, scope).await?;
        while let Some(Part::Fact { tenant, rows, fact }) = next {
            if tenant != company {
                next = Some(Part::Fact { tenant, rows, fact });
                break;
            }
            append(&mut tx, input, rows, &fact).await?;
            next = input.next()?;
        }
        conn = tx.into_writing();
    }
    match next {
        Some(Part::Trailer { facts, rows, sha256 })
            if facts == input.facts && rows == input.rows && sha256 == input.before.to_string() =>
        {
            input.end().map(|()| conn)
        }
        _ => Err(input.damaged()),
    }
}

async fn append(tx: &mut Tx, input: &mut Input, rows: i64, fact: &Envelope) -> Result<(), StoreError> {
    input.facts += 1;
    let appended = tx.append_said(fact, (0..rows).map(|_| input.row()), Sealing::AsKept).await;
    appended.map(|_| ()).map_err(|error| input.judged(error))
}

/// The file being read, counted and hashed as it goes.
struct Input {
    name: String,
    zip: BufReader<GzDecoder<File>>,
    hash: Sha256,
    /// The hash of everything before the line last read.
    before: Digest,
    facts: u64,
    rows: u64,
}

impl Input {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let file = File::open(path).map_err(Incident::file(path))?;
        Ok(Self {
            name: path.display().to_string(),
            zip: BufReader::new(GzDecoder::new(file)),
            hash: Sha256::new(),
            before: Digest([0; 32]),
            facts: 0,
            rows: 0,
        })
    }

    /// The next line; `None` at the end of the file.
    fn next(&mut self) -> Result<Option<Part>, StoreError> {
        self.before = Digest(self.hash.clone().finalize().into());
        let mut line = Vec::new();
        let mut limited = std::io::Read::take(&mut self.zip, LINE_MAX);
        limited.read_until(b'\n', &mut line).map_err(|_| self.damaged())?;
        if line.is_empty() {
            return Ok(None);
        }
        self.hash.update(&line);
        serde_json::from_slice(&line).map(Some).map_err(|_| self.damaged())
    }

    fn row(&mut self) -> Result<Said, StoreError> {
        let Some(Part::Row(kind, object, valid_on, payload)) = self.next()? else {
            return Err(self.damaged());
        };
        self.rows += 1;
        Ok(Said { kind, object, valid_on, payload })
    }

    /// Nothing follows the trailer.
    fn end(&mut self) -> Result<(), StoreError> {
        match self.next()? {
            None => Ok(()),
            Some(_) => Err(self.damaged()),
        }
    }

    /// Why what the file says was not kept: it was altered, when no ledger would say it or no database hold it.
    fn judged(&self, error: StoreError) -> StoreError {
        let altered = match &error {
            StoreError::Refused(refusals) => !refusals.codes().contains(&"ledger/disk-full"),
            StoreError::Incident(Incident::Unreadable { .. }) => true,
            StoreError::Incident(Incident::Database(sqlx::Error::Database(said))) => {
                // A key said twice, or a text that the engine does not hold: of a broken JSON SQLite has no code of its own.
                let data = said.code().is_some_and(|code| code.starts_with("22"))
                    || said.message() == "malformed JSON";
                data || !matches!(said.kind(), ErrorKind::Other)
            }
            StoreError::Incident(_) => false,
        };
        if altered { self.damaged() } else { error }
    }

    fn damaged(&self) -> StoreError {
        self.refused("ledger/backup-damaged")
    }

    fn refused(&self, code: &'static str) -> StoreError {
        Refusal::new(code).in_file(&self.name).with("file", self.name.as_str()).into()
    }
}
