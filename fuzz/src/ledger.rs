//! Readers of what the ledger hands out and takes back: rows of facts, proof files, what a witness is sent, backups.

use crate::sure;
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::{CaseId, Money, PersonId, TenantId};
use atelier_domain::ledger::{Fact, FactId, Purpose};
use atelier_store::proofs::{Checkpoint, Key, Subject, Submission, Witness};
use atelier_store::{Content, Scope, Store, StoreError, Target};
use atelier_verifier::note::Vkey;
use atelier_verifier::proof::{self, Verdict};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use std::cell::RefCell;
use std::io::{Read as _, Write as _};
use std::sync::LazyLock;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use uuid::Uuid;

/// A small ledger and what it handed out.
struct Kept {
    vkey: String,
    proof: String,
    request: String,
    checkpoint: Checkpoint,
    /// Its backup, inflated.
    backup: String,
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| sure(Runtime::new()));
static KEPT: LazyLock<Kept> = LazyLock::new(|| sure(RUNTIME.block_on(kept())));

thread_local! {
    /// An empty database that backups are brought into.
    static EMPTY: RefCell<Option<(TempDir, Store)>> = const { RefCell::new(None) };
}

fn case(tenant: TenantId, n: u32) -> Case {
    let key = n.to_string();
    Case {
        id: CaseId::of(tenant, &key),
        key,
        account: None,
        owner: Some(PersonId::of(tenant, "zoe")),
        product: None,
        stage: "Engaging".to_owned(),
        standing: Standing::Open,
        process: Some("conquete".to_owned()),
        step: Some("visite".to_owned()),
        engaged_on: Some(jiff::civil::date(2026, 12, 1)),
        closed_on: None,
        value: "EUR".parse().ok().map(|currency| Money { cents: i64::from(n) * 100, currency }),
    }
}

fn head() -> Fact {
    Fact {
        id: FactId(Uuid::now_v7()),
        actor: "trial".to_owned(),
        recorded: Timestamp::now(),
        purpose: Purpose::Performance,
        act: "execution/import",
        corrects: None,
        source: "trial".to_owned(),
        rows: Vec::new(),
    }
}

async fn kept() -> anyhow::Result<Kept> {
    let folder = TempDir::new()?;
    let store = Store::open(&Target::Sqlite(folder.path().join("db"))).await?;
    let (tenant, key) = (TenantId::of("trial"), Key::new()?);
    let scope = Scope::of_company(tenant);
    let mut request = String::new();
    for first in [0, 5] {
        let mut tx = store.begin(scope).await?;
        let rows = (first..first + 5).map_while(|n| Content::Case(case(tenant, n)).row(tenant).ok());
        tx.append_many(&head(), rows).await?;
        tx.commit().await?;
        store.seal(scope, &key, false).await?;
        let mut reader = store.read(scope).await?;
        let held = reader.checkpoint().await?.size;
        request = reader.witness_request(if first == 0 { 0 } else { held / 2 }).await?;
    }
    let mut reader = store.read(scope).await?;
    let subject = Subject::Id(CaseId::of(tenant, "3").0);
    let proof = reader.proof_file(&[subject]).await?.text;
    let checkpoint = reader.checkpoint().await?;
    drop(reader);
    let file = folder.path().join("backup");
    store.backup(&file).await?;
    let mut backup = String::new();
    GzDecoder::new(std::fs::File::open(&file)?).read_to_string(&mut backup)?;
    Ok(Kept { vkey: key.vkey(&checkpoint.origin), proof, request, checkpoint, backup })
}

/// A row: its kind, its object, and what it says, a line each.
pub fn fact(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.splitn(3, '\n');
    let (Some(kind), Some(object), Some(payload)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };
    if let Ok(content) = Content::read(kind, object, payload) {
        let row = sure(content.row(TenantId::of("trial")));
        let again = Content::read(row.kind, &row.object.to_string(), &row.payload);
        assert!(again.is_ok(), "{kind} does not read what it writes: {}", row.payload);
    }
}

pub fn facts() -> Vec<Vec<u8>> {
    let row = sure(Content::Case(case(TenantId::of("trial"), 7)).row(TenantId::of("trial")));
    vec![format!("{}\n{}\n{}", row.kind, row.object, row.payload).into_bytes()]
}

/// A proof file, as the verifier reads it: what it calls the same is what was handed out.
pub fn proof(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let vkey = Vkey::read(&KEPT.vkey).unwrap_or_else(|| panic!("our own key does not read"));
    let told = proof::check(text, &vkey, None);
    if let (Verdict::Same { entries, .. }, Verdict::Same { entries: known, .. }) =
        (told, proof::check(&KEPT.proof, &vkey, None))
    {
        assert!(entries.iter().all(|entry| known.contains(entry)), "an entry that nobody wrote");
    }
    let _ = Vkey::read(text);
}

pub fn proofs() -> Vec<Vec<u8>> {
    vec![KEPT.proof.clone().into_bytes(), KEPT.vkey.clone().into_bytes()]
}

/// What a witness is sent, as the witness and the verifier read it.
pub fn witness(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let vkey = Vkey::read(&KEPT.vkey).unwrap_or_else(|| panic!("our own key does not read"));
    let _ = proof::check_growth(text, &KEPT.checkpoint.note, &vkey);
    let _ = Checkpoint::read(text);
    let Some(given) = Submission::read(text) else { return };
    let trees = vec![KEPT.vkey.clone()];
    let seen = Witness { key: sure(Key::new()), name: "witness.example".to_owned(), trees };
    let _ = seen.answer(&given, Some(&KEPT.checkpoint), 1_800_000_000);
    let _ = seen.answer(&given, None, 1_800_000_000);
}

pub fn requests() -> Vec<Vec<u8>> {
    vec![KEPT.request.clone().into_bytes(), KEPT.checkpoint.note.clone().into_bytes()]
}

/// The lines of a backup: it is brought back whole, or the database stays empty.
pub fn backup(bytes: &[u8]) {
    let (folder, store) = EMPTY.take().unwrap_or_else(empty);
    let file = folder.path().join("backup");
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    sure(packed.write_all(bytes));
    sure(std::fs::write(&file, sure(packed.finish())));
    let brought = RUNTIME.block_on(store.restore(&file));
    if let Err(error) = brought {
        assert!(matches!(error, StoreError::Refused(_)), "an incident rather than a refusal: {error:?}");
        EMPTY.set(Some((folder, store)));
    }
}

fn empty() -> (TempDir, Store) {
    let folder = sure(TempDir::new());
    let store = sure(RUNTIME.block_on(Store::open(&Target::Sqlite(folder.path().join("db")))));
    (folder, store)
}

pub fn backups() -> Vec<Vec<u8>> {
    vec![KEPT.backup.clone().into_bytes()]
}
