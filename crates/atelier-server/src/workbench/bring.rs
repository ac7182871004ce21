//! An import: records that say nothing new are left out, the rest is one fact.

use super::{Act, Office, Workbench, new_fact};
use crate::fault::Fault;
use crate::import::Records;
use atelier_domain::execution::import::Mapping;
use atelier_domain::language::{Refusal, Refusals, TenantId};
use atelier_domain::ledger::{Fact, FactId, Purpose, Row};
use atelier_domain::process::{Process, Reading};
use atelier_store::{Content, StoreError, Tx, payload_hash};
use std::collections::HashMap;
use std::iter::Flatten;
use std::sync::mpsc::{IntoIter, Receiver, sync_channel};
use std::thread::{self, JoinHandle};
use uuid::Uuid;

/// Rows between two signs of progress.
const SIGN: u64 = 10_000;
/// Rows told at once, and how many times that may wait to be written.
const BATCH: usize = 256;
const AHEAD: usize = 16;

/// What an import has to say that is new, still being told: at least one row.
pub struct News {
    first: Row,
    rest: Flatten<IntoIter<Vec<Result<Row, StoreError>>>>,
    teller: JoinHandle<()>,
}

impl News {
    /// Writes it as one fact in this transaction: the fact, and how many objects it speaks of.
    ///
    /// # Errors
    /// What the store refuses; the transaction is then to be dropped.
    pub async fn write(
        self,
        tx: &mut Tx,
        act: &Act<'_>,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<(FactId, u64), Fault> {
        let (mut fault, mut said) = (None, 0);
        let id = new_fact();
        let fact = Fact {
            id,
            actor: act.actor.to_owned(),
            recorded: act.now,
            purpose: Purpose::Performance,
            act: "execution/import",
            corrects: None,
            source: act.source.to_owned(),
            rows: vec![self.first],
        };
        let rows = self.rest.map_while(|row| row.map_err(|error| fault = Some(error)).ok());
        let counted = rows.inspect(|_| {
            said += 1;
            if said % SIGN == 0 {
                progress(said);
            }
        });
        tx.append_many(&fact, counted).await?;
        if let Some(error) = fault {
            return Err(error.into());
        }
        assert!(self.teller.join().is_ok(), "every record was told");
        Ok((id, said + 1))
    }
}

impl Workbench {
    /// Imports records as one fact. `None` when they say nothing new: nothing is then written.
    /// Otherwise the fact and how many objects it speaks of.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn import(
        &self,
        office: &Office,
        records: Records,
        act: &Act<'_>,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Option<(FactId, u64)>, Fault> {
        let Some(news) = self.news(office, records).await? else { return Ok(None) };
        let mut tx = self.store.begin(office.scope).await?;
        let done = news.write(&mut tx, act, progress).await?;
        tx.commit().await?;
        Ok(Some(done))
    }

    /// What records say that is new; `None`: nothing.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn news(&self, office: &Office, records: Records) -> Result<Option<News>, Fault> {
        let known = self.store.read(office.scope).await?.known_payload_hashes().await?;
        let (told, teller) = tell(records, known, office.tenant);
        let mut rest = told.into_iter().flatten();
        match rest.next() {
            Some(first) => Ok(Some(News { first: first?, rest, teller })),
            None => {
                assert!(teller.join().is_ok(), "every record was told");
                Ok(None)
            }
        }
    }

    /// Whether the mapping names a process of the company, and steps that this process has. Cases of
    /// another process would come in, and no plan would ever see them. A company that has recorded no
    /// process yet may import first. `text` is the mapping as written, for places.
    ///
    /// # Errors
    /// `import/unknown-process`, `import/unknown-step`, all at once.
    pub async fn check_mapping(&self, office: &Office, mapping: &Mapping, text: &str) -> Result<(), Fault> {
        let Some(wanted) = &mapping.process else { return Ok(()) };
        let sheets = self.store.read(office.scope).await?.latest_sheets("process").await?;
        if sheets.is_empty() {
            return Ok(());
        }
        let Some(sheet) = sheets.iter().find(|sheet| sheet.code == *wanted) else {
            let known = sheets.iter().map(|sheet| sheet.code.as_str()).collect::<Vec<_>>().join(", ");
            let refusal = Refusal::new("import/unknown-process").with("given", wanted.as_str());
            return Err(placed(refusal.with("known", known), mapping, text, "process", wanted).into());
        };
        let past = Reading { today: jiff::civil::Date::MIN };
        let (process, _) = Process::read(&sheet.code, &sheet.text, &past)?;
        Ok(steps_known(&process, mapping, text)?)
    }
}

fn steps_known(process: &Process, mapping: &Mapping, text: &str) -> Result<(), Refusals> {
    let mut faults = Refusals::default();
    let engaged = mapping.engaged_step.iter().map(|step| ("engaged_step", step));
    let stages =
        mapping.stages.iter().filter_map(|(stage, meaning)| Some((stage.as_str(), meaning.step.as_ref()?)));
    let known = process.steps.iter().map(|step| step.code.as_str()).collect::<Vec<_>>().join(", ");
    for (field, step) in engaged.chain(stages) {
        if process.step_index(step).is_none() {
            let refusal = Refusal::new("import/unknown-step")
                .with("given", step.as_str())
                .with("process", process.code.as_str())
                .with("known", known.as_str());
            faults.push(placed(refusal, mapping, text, field, step));
        }
    }
    faults.or(())
}

/// At the line of the mapping that gives `value` to `field`.
fn placed(refusal: Refusal, mapping: &Mapping, text: &str, field: &str, value: &str) -> Refusal {
    let quoted = [format!("\"{value}\""), format!("'{value}'")];
    let found = text.lines().enumerate().find_map(|(line, written)| {
        let written_here = written.trim_start().trim_start_matches('"').starts_with(field);
        let column = quoted.iter().find_map(|value| written.find(value.as_str()))?;
        written_here.then(|| (line + 1, written[..column].chars().count() + 1))
    });
    let refusal = refusal.in_file(&mapping.file).field(field);
    match found {
        Some((line, column)) => refusal.at(line as u32, column as u32),
        None => refusal,
    }
}

/// The rows that say something new, told on another core while those before them are written.
fn tell(
    records: Records,
    known: HashMap<Uuid, u64>,
    tenant: TenantId,
) -> (Receiver<Vec<Result<Row, StoreError>>>, JoinHandle<()>) {
    let (send, receive) = sync_channel(AHEAD);
    let teller = thread::spawn(move || {
        let rows = contents(records).map(|content| content.row(tenant));
        let mut new = rows.filter(|row| row.as_ref().map_or(true, |row| is_new(&known, row)));
        loop {
            let batch: Vec<_> = new.by_ref().take(BATCH).collect();
            // Whoever listened went away when the database failed.
            if batch.is_empty() || send.send(batch).is_err() {
                return;
            }
        }
    });
    (receive, teller)
}

fn is_new(known: &HashMap<Uuid, u64>, row: &Row) -> bool {
    known.is_empty() || known.get(&row.object) != Some(&payload_hash(&row.payload))
}

/// Referred before referring, so that a reader of the ledger meets nothing unknown; and within a kind
/// in the order of the keys, in which a database writes fastest by far.
fn contents(records: Records) -> impl Iterator<Item = Content> {
    let Records { mut accounts, mut people, mut products, mut cases, mut passages } = records;
    accounts.sort_unstable_by_key(|account| account.id);
    people.sort_unstable_by_key(|person| person.id);
    products.sort_unstable_by_key(|product| product.id);
    cases.sort_unstable_by_key(|case| case.id);
    // Stays in one step begun on one day are one passage: the last one read counts.
    passages.sort_by(|a, b| (a.case, a.entered_on, &a.step).cmp(&(b.case, b.entered_on, &b.step)));
    passages.dedup_by(|later, kept| {
        let same = (later.case, later.entered_on, &later.step) == (kept.case, kept.entered_on, &kept.step);
        if same {
            std::mem::swap(later, kept);
        }
        same
    });
    accounts
        .into_iter()
        .map(Content::Account)
        .chain(people.into_iter().map(Content::Person))
        .chain(products.into_iter().map(Content::Product))
        .chain(cases.into_iter().map(Content::Case))
        .chain(passages.into_iter().map(Content::Passage))
}
