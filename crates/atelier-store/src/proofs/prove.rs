//! Files that show, without us, that something stands in the ledger: the layout is in docs/ledger.md.

use super::door::{check_consistency, check_inclusion};
use super::entry::{ENVELOPE, Entry, Place};
use super::note::Checkpoint;
use super::tables::{self, State};
use super::tiles;
use super::tree::{Hash, leaf_hash};
use crate::error::{Incident, StoreError};
use crate::ledger;
use crate::reader::Reader;
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sqlx::{AnyConnection, Row as _};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Entries of one file: enough for any object; not for an import.
const ENTRIES_MAX: i64 = 2_000;

/// The kinds of rows of a company, one look-up each.
const KINDS: &str = "WITH RECURSIVE kinds(kind) AS ( \
    SELECT MIN(kind) FROM fact_rows WHERE tenant = $1 AND kind > '' \
    UNION ALL SELECT (SELECT MIN(r.kind) FROM fact_rows r WHERE r.tenant = $1 AND r.kind > kinds.kind) \
    FROM kinds WHERE kinds.kind IS NOT NULL) SELECT kind FROM kinds WHERE kind IS NOT NULL";
const ABOUT: &str = "SELECT seq, n FROM fact_rows WHERE tenant = $1 AND kind = $2 AND object = $3 \
    ORDER BY seq, n LIMIT $4";
const FACT: &str = "SELECT seq, row_count FROM facts WHERE tenant = $1 AND id = $2";

/// What a proof is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Everything said of an object, with the envelopes; or a whole fact, when this is the id of one.
    Id(Uuid),
    /// A fact, by its number.
    Fact(i64),
}

/// What an entry says beside what is sealed in clear, for whoever decides what a reader of a proof is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Who said a fact, and from where.
    Author(&'a str),
    /// What a row of this kind says.
    Row(&'a str),
}

/// A proof file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    /// Its text.
    pub text: String,
    /// How many entries it shows.
    pub entries: u64,
    /// Of how many of them it keeps back what they say.
    pub hidden: u64,
    /// The checkpoint they lead to.
    pub checkpoint: Checkpoint,
}

/// The proof that a ledger only grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grown {
    /// The newest checkpoint.
    pub newest: Checkpoint,
    /// The hashes that lead from the old one to it.
    pub proof: Vec<Hash>,
}

impl Reader {
    /// The newest signed checkpoint of the company.
    ///
    /// # Errors
    /// Refused `ledger/not-sealed`.
    pub async fn checkpoint(&mut self) -> Result<Checkpoint, StoreError> {
        let tenant = self.tenant();
        let newest = tables::newest(self.conn(), &tenant).await?;
        let read = newest.and_then(|(_, note)| Checkpoint::read(&note));
        read.ok_or_else(|| Refusal::new("ledger/not-sealed").into())
    }

    /// The name of the company's tree; `None` before the first sealing.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn origin(&mut self) -> Result<Option<String>, StoreError> {
        let tenant = self.tenant();
        Ok(tables::state(self.conn(), &tenant).await?.map(|state| state.origin()))
    }

    /// Shows that the tree begins with that of an older checkpoint.
    ///
    /// # Errors
    /// Refused `ledger/checkpoint-of-another`, `ledger/rolled-back` when it is larger than ours,
    /// `ledger/history-rewritten` when nothing can show it, `ledger/not-sealed`.
    pub async fn grown_since(&mut self, old: &Checkpoint) -> Result<Grown, StoreError> {
        let newest = self.checkpoint().await?;
        if newest.origin != old.origin {
            let refusal = Refusal::new("ledger/checkpoint-of-another");
            return Err(refusal.with("given", old.origin.clone()).with("own", newest.origin).into());
        }
        let sizes = |code| {
            let refusal = Refusal::new(code).with("held", old.size.cast_signed());
            refusal.with("own", newest.size.cast_signed()).with("holds", 0_i64)
        };
        if old.size > newest.size {
            return Err(sizes("ledger/rolled-back").into());
        }
        let tenant = self.tenant();
        let proof = match old.size {
            0 => Some(Vec::new()),
            size => tiles::consistency(self.conn(), &tenant, size, newest.size).await?,
        };
        let shown =
            |proof: &Vec<Hash>| check_consistency(proof, (old.size, &old.root), (newest.size, &newest.root));
        match proof.filter(|proof| old.size == 0 || shown(proof)) {
            Some(proof) => Ok(Grown { newest, proof }),
            None => Err(sizes("ledger/history-rewritten").into()),
        }
    }

    /// A file that shows what the ledger says of these subjects.
    ///
    /// # Errors
    /// Refused `ledger/no-such-subject`, `ledger/too-many-entries`, `ledger/not-sealed`,
    /// `ledger/entry-changed` when an entry is no longer what was sealed.
    pub async fn proof_file(&mut self, subjects: &[Subject]) -> Result<ProofFile, StoreError> {
        self.proof_file_for(subjects, |_| true).await
    }

    /// The same for a reader who may not see everything: of what they may not, it holds the entry as it is sealed (of a
    /// row its fact, rank, kind, object, day and the hash of what it says), which leads to the same root, and not the
    /// content.
    ///
    /// # Errors
    /// As [`Reader::proof_file`].
    pub async fn proof_file_for(
        &mut self,
        subjects: &[Subject],
        shows: impl Fn(Content<'_>) -> bool + Sync,
    ) -> Result<ProofFile, StoreError> {
        let tenant = self.tenant();
        let checkpoint = self.checkpoint().await?;
        let conn = self.conn();
        let Some(state) = tables::state(conn, &tenant).await? else {
            return Err(Refusal::new("ledger/not-sealed").into());
        };
        let mut places = BTreeSet::new();
        let mut head = String::from("atelier-proof 1\n");
        for subject in subjects {
            let (line, found) = find(conn, &tenant, subject).await?;
            head.extend(["about ", &line, "\n"]);
            places.extend(found);
        }
        let (mut blocks, mut hidden) = (String::new(), 0);
        let prover = Prover { tenant, state, checkpoint };
        for place in &places {
            let (block, is_hidden) = prover.block(conn, *place, &shows).await?;
            blocks += &block;
            hidden += u64::from(is_hidden);
        }
        if hidden > 0 {
            head.extend(["hidden ", &hidden.to_string(), "\n"]);
        }
        let count = places.len().to_string();
        let text = [&head, "entries ", &count, "\n\n", &blocks, "end ", &count, "\n"].concat();
        Ok(ProofFile { text, entries: places.len() as u64, hidden, checkpoint: prover.checkpoint })
    }
}

/// What a witness is sent: see [`Reader::witness_request`].
pub(crate) async fn request_of(reader: &mut Reader, old: u64) -> Result<String, StoreError> {
    let newest = reader.checkpoint().await?;
    let tenant = reader.tenant();
    let proof = match old {
        0 => Some(Vec::new()),
        old if old > newest.size => None,
        old => tiles::consistency(reader.conn(), &tenant, old, newest.size).await?,
    };
    let Some(proof) = proof else {
        let refusal = Refusal::new("ledger/rolled-back").with("held", old.cast_signed());
        return Err(refusal.with("own", newest.size.cast_signed()).into());
    };
    let mut text = ["old ", &old.to_string(), "\n"].concat();
    for hash in proof {
        text.extend([&BASE64_STANDARD.encode(hash), "\n"]);
    }
    text.extend(["\n", &newest.note]);
    Ok(text)
}

/// The line that names a subject, and where in the ledger it is spoken of.
async fn find(
    conn: &mut AnyConnection,
    tenant: &str,
    subject: &Subject,
) -> Result<(String, Vec<Place>), StoreError> {
    let (given, fact) = match subject {
        Subject::Fact(seq) => {
            let found = ledger::facts(conn, tenant, seq - 1, 1).await?.pop();
            (seq.to_string(), found.filter(|head| head.seq == *seq).map(|head| (head.seq, head.row_count)))
        }
        Subject::Id(id) => {
            let query = sqlx::query(FACT).bind(tenant.to_owned()).bind(id.to_string());
            let row = query.fetch_optional(&mut *conn).await?;
            let fact = row.map(|row| Ok::<_, sqlx::Error>((row.try_get(0)?, row.try_get(1)?))).transpose()?;
            (id.to_string(), fact)
        }
    };
    let (line, places) = match fact {
        Some((seq, rows)) => {
            let places = (ENVELOPE..rows.min(ENTRIES_MAX + 1)).map(|n| (seq, n)).collect();
            (["fact ", &seq.to_string()].concat(), places)
        }
        None => (["object ", &given].concat(), about(conn, tenant, &given).await?),
    };
    if places.is_empty() {
        return Err(Refusal::new("ledger/no-such-subject").with("given", given).into());
    }
    if places.len() as i64 > ENTRIES_MAX {
        let refusal = Refusal::new("ledger/too-many-entries").with("given", given);
        return Err(refusal.with("limit", ENTRIES_MAX).into());
    }
    Ok((line, places))
}

/// Where an object is spoken of: its rows and the envelopes they came in.
async fn about(conn: &mut AnyConnection, tenant: &str, object: &str) -> Result<Vec<Place>, StoreError> {
    let mut places = BTreeSet::new();
    for kind in sqlx::query(KINDS).bind(tenant.to_owned()).fetch_all(&mut *conn).await? {
        let query = sqlx::query(ABOUT).bind(tenant.to_owned()).bind(kind.try_get::<String, _>(0)?);
        for row in query.bind(object.to_owned()).bind(ENTRIES_MAX).fetch_all(&mut *conn).await? {
            let (seq, n) = (row.try_get(0)?, row.try_get(1)?);
            places.extend([(seq, ENVELOPE), (seq, n)]);
        }
    }
    Ok(places.into_iter().collect())
}

/// Shows entries of one tree at one checkpoint.
struct Prover {
    tenant: String,
    state: State,
    checkpoint: Checkpoint,
}

impl Prover {
    /// A C2SP tlog-proof whose extra data are the entry, its salt and its payload; the two latter are left out, and
    /// the block is said to be hidden, of what the reader may not see.
    async fn block(
        &self,
        conn: &mut AnyConnection,
        place: Place,
        shows: impl Fn(Content<'_>) -> bool,
    ) -> Result<(String, bool), StoreError> {
        let index = tables::leaf_of(conn, &self.tenant, place).await?;
        let size = self.checkpoint.size;
        let Some(index) = index.filter(|index| *index < size) else {
            return Err(Refusal::new("ledger/not-sealed").into());
        };
        let changed = || {
            let refusal = Refusal::new("ledger/entry-changed").with("index", index.cast_signed());
            refusal.with("fact", place.0).with("object", "–")
        };
        let entry = self.entry(conn, place).await?.ok_or_else(changed)?;
        let opened = entry.open(&self.state.salts());
        let proof = tiles::inclusion(conn, &self.tenant, size, index).await?.ok_or_else(changed)?;
        if !check_inclusion(&proof, size, &self.checkpoint.root, index, &leaf_hash(&opened.bytes)) {
            return Err(changed().with("object", entry.object().to_owned()).into());
        }
        let mut extra = u32::try_from(opened.bytes.len())
            .map_err(|why| Incident::unreadable("fact_rows", entry.object(), why))?
            .to_be_bytes()
            .to_vec();
        extra.extend(&opened.bytes);
        let is_hidden = !shows(entry.content());
        if !is_hidden {
            extra.extend(opened.salt);
            extra.extend(&opened.payload);
        }
        let mut text = String::from("c2sp.org/tlog-proof@v1\n");
        text.extend(["extra ", &BASE64_STANDARD.encode(extra), "\nindex ", &index.to_string(), "\n"]);
        for hash in proof {
            text.extend([&BASE64_STANDARD.encode(hash), "\n"]);
        }
        text.extend(["\n", &self.checkpoint.note]);
        Ok((text, is_hidden))
    }

    async fn entry(&self, conn: &mut AnyConnection, (seq, n): Place) -> Result<Option<Entry>, StoreError> {
        let found = if n == ENVELOPE {
            ledger::facts(conn, &self.tenant, seq - 1, 1).await?.pop().map(Entry::Fact)
        } else {
            ledger::rows(conn, &self.tenant, (seq, n - 1), 1).await?.pop().map(Entry::Row)
        };
        Ok(found.filter(|entry| entry.place() == (seq, n)))
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[KINDS, ABOUT, FACT];
