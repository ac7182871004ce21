//! Firms, the people there and opportunities, written by hand: each change is a fact.

use super::{Act, Office, process_of};
use crate::fault::Fault;
use atelier_domain::execution::{Account, Backing, Case, Contact, Known, Outcome, PlannedOrder, Report};
use atelier_domain::language::{CaseId, Currency, Lang, Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_domain::process::{Proof, Step, Stood, takes_back};
use atelier_store::{Content, Reader, Tx, content};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

async fn say(
    tx: &mut Tx,
    office: &Office,
    what: &'static str,
    contents: Vec<Content>,
    act: &Act<'_>,
) -> Result<i64, Fault> {
    let rows = contents.iter().map(|content| content.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
    Ok(tx.append(&act.fact(what, Purpose::Performance, rows)).await?)
}

/// A firm that may be added: `others` are added with it. What it names and is `beyond` the reach of who adds it
/// is told as what is not there, here as everywhere below.
///
/// # Errors
/// Every fault of it; `execution/key-taken`.
pub async fn new_account(
    tx: &mut Tx,
    account: Account,
    others: &[Account],
    beyond: &[Uuid],
) -> Result<Account, Fault> {
    let account = account.checked()?;
    let is_there = others.iter().any(|other| other.id == account.id)
        || tx.account(account.id).await?.is_some()
        || tx.merge_of(account.id.0).await?.is_some();
    if is_there {
        let refusal = Refusal::new("execution/key-taken").field("key");
        return Err(refusal.with("given", account.key).into());
    }
    parent_known(tx, &account, others, beyond).await?;
    Ok(account)
}

async fn parent_known(
    reader: &mut Reader,
    account: &Account,
    others: &[Account],
    beyond: &[Uuid],
) -> Result<(), Fault> {
    let Some(parent) = account.parent else { return Ok(()) };
    let is_within = !beyond.contains(&parent.0);
    if others.iter().any(|other| other.id == parent) || is_within && reader.account(parent).await?.is_some() {
        return Ok(());
    }
    let refusal = Refusal::new("execution/unknown-reference").field("parent").with("field", "parent");
    Err(refusal.with("given", parent.to_string()).into())
}

/// Says firms already found good, in one fact.
///
/// # Errors
/// An incident of the store.
pub async fn say_accounts(
    tx: &mut Tx,
    office: &Office,
    accounts: Vec<Account>,
    act: &Act<'_>,
) -> Result<i64, Fault> {
    let contents = accounts.into_iter().map(Content::Account).collect();
    say(tx, office, "execution/add-account", contents, act).await
}

/// Adds a firm; gives it with its version.
///
/// # Errors
/// As [`new_account`].
pub async fn add_account(
    tx: &mut Tx,
    office: &Office,
    account: Account,
    beyond: &[Uuid],
    act: &Act<'_>,
) -> Result<(Account, i64), Fault> {
    let account = new_account(tx, account, &[], beyond).await?;
    let version = say_accounts(tx, office, vec![account.clone()], act).await?;
    Ok((account, version))
}

/// Changes a firm; gives it with its new version, none when nothing changes.
///
/// # Errors
/// Every fault of what it becomes.
pub async fn change_account(
    tx: &mut Tx,
    office: &Office,
    before: &Account,
    after: Account,
    beyond: &[Uuid],
    act: &Act<'_>,
) -> Result<(Account, Option<i64>), Fault> {
    let after = after.checked()?;
    if after == *before {
        return Ok((after, None));
    }
    parent_known(tx, &after, &[], beyond).await?;
    let what = vec![Content::Account(after.clone())];
    let version = say(tx, office, "execution/change-account", what, act).await?;
    Ok((after, Some(version)))
}

/// Keeps somebody at a customer, new or changed; gives the version, none when nothing changes.
///
/// # Errors
/// Every fault of it; `execution/unknown-reference`.
pub async fn keep_contact(
    tx: &mut Tx,
    office: &Office,
    before: Option<&Contact>,
    after: Contact,
    beyond: &[Uuid],
    act: &Act<'_>,
) -> Result<(Contact, Option<i64>), Fault> {
    let after = after.checked()?;
    if before == Some(&after) {
        return Ok((after, None));
    }
    if let Some(account) = after.account
        && (beyond.contains(&account.0) || tx.account(account).await?.is_none())
    {
        let refusal = Refusal::new("execution/unknown-reference").field("account").with("field", "account");
        return Err(refusal.with("given", account.to_string()).into());
    }
    let what = if before.is_some() { "execution/change-contact" } else { "execution/add-contact" };
    let version = say(tx, office, what, vec![Content::Contact(after.clone())], act).await?;
    Ok((after, Some(version)))
}

/// Keeps an opportunity, new or changed, with the stays in steps that follow.
///
/// # Errors
/// Every fault of it.
pub async fn keep_case(
    tx: &mut Tx,
    office: &Office,
    before: Option<&Case>,
    after: Case,
    beyond: &[Uuid],
    (today, act): (Date, &Act<'_>),
) -> Result<(Case, Option<i64>), Fault> {
    let known = known(tx, &after, beyond).await?;
    let money: Currency = office.currency.parse().map_err(|()| anyhow::anyhow!("the company's money"))?;
    let after = after.checked(known, money)?;
    if before == Some(&after) {
        return Ok((after, None));
    }
    let stays = match before {
        Some(before) => before.stays(&after, &tx.passages_of(after.id).await?, today),
        None => Case { step: None, ..after.clone() }.stays(&after, &[], today),
    };
    let what = if before.is_some() { "execution/change-case" } else { "execution/add-case" };
    let mut contents = vec![Content::Case(after.clone())];
    contents.extend(stays.into_iter().map(Content::Passage));
    let version = say(tx, office, what, contents, act).await?;
    Ok((after, Some(version)))
}

/// Whether a case may be moved by hand to the step of `after`: every step that it leaves behind has its proof.
/// A move taken back within a day needs none.
///
/// # Errors
/// `execution/missing-proof`, for each step that lacks one.
pub async fn proved(
    reader: &mut Reader,
    before: &Case,
    after: &Case,
    (now, today): (Timestamp, Date),
    lang: Lang,
) -> Result<(), Fault> {
    let (Some(from), Some(to), Some(code)) = (&before.step, &after.step, &after.process) else {
        return Ok(());
    };
    if from == to || before.process != after.process {
        return Ok(());
    }
    if takes_back(to, &stood(reader, before).await?, now) {
        return Ok(());
    }
    let Some(sheet) = reader.latest_sheet("process", code).await? else { return Ok(()) };
    let process = process_of(&sheet)?;
    let proofs = proofs(reader, before.id).await?;
    let missing = process.unproved(from, to, &proofs, today).into_iter().map(|step| missing(step, lang));
    Ok(Refusals(missing.collect()).or(())?)
}

/// What the customer proved in a case, of whatever step.
///
/// # Errors
/// An incident of the store.
pub async fn proofs(reader: &mut Reader, case: CaseId) -> Result<Vec<Proof>, Fault> {
    let held = reader.conversations_of_case(case).await?;
    let mut proofs: Vec<Proof> = held.into_iter().filter_map(|one| one.evidence).map(proof).collect();
    for stored in reader.orders_of_case(case).await? {
        let planned: PlannedOrder = serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?;
        proofs.extend(planned.order.report().and_then(of_report));
    }
    Ok(proofs)
}

/// Where a case was said to stand in its process, oldest first; what was undone was never said.
async fn stood(reader: &mut Reader, case: &Case) -> Result<Vec<Stood>, Fault> {
    let mut stood = Vec::new();
    for one in reader.facts_about(content::CASE, case.id.0).await? {
        if !one.fact.undone {
            let was: Case = serde_json::from_str(&one.payload).map_err(anyhow::Error::from)?;
            let step = was.step.filter(|_| was.process == case.process);
            stood.push(Stood { step, said: one.fact.recorded });
        }
    }
    Ok(stood)
}

fn proof(given: atelier_domain::execution::Proof) -> Proof {
    Proof { evidence: given.kind, on: given.on }
}

fn of_report(report: &Report) -> Option<Proof> {
    match &report.outcome {
        Outcome::Progress(Backing::Proof(given)) => Some(proof(given.clone())),
        _ => None,
    }
}

fn missing(step: &Step, lang: Lang) -> Refusal {
    let names: Vec<_> = step.evidence.iter().map(|one| one.name.get(lang)).collect();
    let refusal = Refusal::new("execution/missing-proof").field("step").with("step", step.name.get(lang));
    refusal.with("proofs", names.join(" / "))
}

async fn known(reader: &mut Reader, case: &Case, beyond: &[Uuid]) -> Result<Known, Fault> {
    let mut known = Known::default();
    if let Some(account) = case.account.filter(|account| !beyond.contains(&account.0)) {
        known.account = reader.account(account).await?.is_some();
    }
    if let Some(owner) = case.owner.filter(|owner| !beyond.contains(&owner.0)) {
        known.owner = reader.person(owner).await?.is_some();
    }
    if let Some(product) = case.product {
        known.product = reader.product(product).await?.is_some();
    }
    if let Some(code) = &case.process
        && let Some(sheet) = reader.latest_sheet("process", code).await?
    {
        known.process = true;
        let process = process_of(&sheet)?;
        known.step = case.step.as_deref().is_none_or(|step| process.step_index(step).is_some());
    }
    Ok(known)
}
