//! Sheets: read against what is there, and kept as new versions.

use super::{Act, Office, span_of_years};
use crate::fault::Fault;
use atelier_domain::language::{Lang, Refusal, TenantId};
use atelier_domain::ledger::{Purpose, Row};
use atelier_domain::process::{DesignRecord, Process, Reading, Said, Waiver, Workshop};
use atelier_store::{Content, Reader, Sheet, StoreError, Tx};
use jiff::civil::Date;

/// Kind of the sheets that hold what was said of the design of each process.
const DESIGN: &str = "design";
/// A sheet is kept.
pub const KEPT: &str = "process/keep";

/// Reads the text of a process, against the workshop when there is one; with its warnings. `name` is
/// said in the places of faults.
///
/// # Errors
/// Every fault of the text.
pub async fn read_process(
    reader: &mut Reader,
    name: &str,
    text: &str,
    today: Date,
) -> Result<(Process, Vec<Refusal>), Fault> {
    let asked = Reading { today };
    Ok(match reader.latest_sheet("workshop", "workshop").await? {
        Some(sheet) => {
            let (workshop, _) = Workshop::read("workshop", &sheet.text, span_of_years(today, None))?;
            Process::read_against(name, text, &asked, &workshop)?
        }
        None => Process::read(name, text, &asked)?,
    })
}

/// Reads the text of a workshop; with its warnings.
///
/// # Errors
/// Every fault of the text.
pub fn read_workshop(name: &str, text: &str, today: Date) -> Result<(Workshop, Vec<Refusal>), Fault> {
    Ok(Workshop::read(name, text, span_of_years(today, None))?)
}

/// Records a new version of a sheet that is no process; the same text again is no new version.
///
/// # Errors
/// An incident of the store.
pub async fn keep_sheet_in(
    tx: &mut Tx,
    office: &Office,
    kind: &str,
    code: &str,
    text: String,
    act: &Act<'_>,
) -> Result<Sheet, Fault> {
    let latest = tx.latest_sheet(kind, code).await?;
    if let Some(same) = latest.as_ref().filter(|sheet| sheet.text == text) {
        return Ok(same.clone());
    }
    let sheet = next(kind, code, latest.as_ref(), text);
    let rows = rows(office.tenant, vec![sheet.clone()])?;
    tx.append(&act.fact(KEPT, Purpose::Performance, rows)).await?;
    Ok(sheet)
}

fn next(kind: &str, code: &str, latest: Option<&Sheet>, text: String) -> Sheet {
    let version = latest.map_or(1, |sheet| sheet.version + 1);
    Sheet { kind: kind.into(), code: code.into(), version, text }
}

fn rows(tenant: TenantId, sheets: Vec<Sheet>) -> Result<Vec<Row>, StoreError> {
    sheets.into_iter().map(|sheet| Content::Sheet(sheet).row(tenant)).collect()
}

/// A process to be published.
pub struct Publication<'a> {
    /// As read from the text.
    pub process: &'a Process,
    /// The text.
    pub text: String,
    /// Why it is published as it is; asked for when the linter warns.
    pub reason: &'a str,
    /// The day.
    pub on: Date,
    /// Language of whoever is told what is wrong.
    pub lang: Lang,
    /// The act of the fact: [`KEPT`], or another that ends in a new version.
    pub fact: &'static str,
}

/// What was said of the design of a process, with the sheet that holds it.
///
/// # Errors
/// An incident of the store.
pub async fn design_record(reader: &mut Reader, code: &str) -> Result<(DesignRecord, Option<Sheet>), Fault> {
    let sheet = reader.latest_sheet(DESIGN, code).await?;
    let record = sheet.as_ref().map(|sheet| serde_json::from_str(&sheet.text)).transpose();
    Ok((record.map_err(anyhow::Error::from)?.unwrap_or_default(), sheet))
}

fn record_sheet(code: &str, record: &DesignRecord, before: Option<&Sheet>) -> Result<Sheet, Fault> {
    let text = serde_json::to_string(record).map_err(anyhow::Error::from)?;
    Ok(next(DESIGN, code, before, text))
}

/// Publishes a new version of a process, with the reason that its design asks for; the same text again is no new version.
///
/// # Errors
/// What [`DesignRecord::publish`] refuses.
pub async fn publish_process_in(
    tx: &mut Tx,
    office: &Office,
    asked: Publication<'_>,
    act: &Act<'_>,
) -> Result<Sheet, Fault> {
    let code = asked.process.code.as_str();
    let latest = tx.latest_sheet("process", code).await?;
    if let Some(same) = latest.as_ref().filter(|sheet| sheet.text == asked.text) {
        return Ok(same.clone());
    }
    let (record, before) = design_record(tx, code).await?;
    let what = asked.fact;
    let sheets = published(asked, latest.as_ref(), (record, before.as_ref()), act)?;
    let sheet = sheets[0].clone();
    tx.append(&act.fact(what, Purpose::Performance, rows(office.tenant, sheets)?)).await?;
    Ok(sheet)
}

/// The first version of a process, and what is said of its design.
///
/// # Errors
/// What [`DesignRecord::publish`] refuses.
pub fn first_published(asked: Publication<'_>, act: &Act<'_>) -> Result<Vec<Content>, Fault> {
    let sheets = published(asked, None, (DesignRecord::default(), None), act)?;
    Ok(sheets.into_iter().map(Content::Sheet).collect())
}

/// The sheet of the process, then that of its design when something is said of it.
fn published(
    asked: Publication<'_>,
    latest: Option<&Sheet>,
    (mut record, before): (DesignRecord, Option<&Sheet>),
    act: &Act<'_>,
) -> Result<Vec<Sheet>, Fault> {
    let code = asked.process.code.as_str();
    let sheet = next("process", code, latest, asked.text);
    let said = Said { by: act.actor, on: asked.on };
    let was = record.clone();
    record.publish(asked.process, sheet.version, asked.reason, said, asked.lang)?;
    let mut sheets = vec![sheet];
    if record != was {
        sheets.push(record_sheet(code, &record, before)?);
    }
    Ok(sheets)
}

/// A finding of the linter, as whoever speaks of it names it.
#[derive(Clone, Copy, Debug)]
pub struct Meant<'a> {
    /// `LNT-21`.
    pub rule: &'a str,
    /// Code of the step.
    pub step: Option<&'a str>,
    /// Code of the operation.
    pub operation: Option<&'a str>,
}

/// Lets one warning of the newest version of a process pass for a while, with the reason.
///
/// # Errors
/// What [`DesignRecord::waive`] refuses.
pub async fn waive_in(
    tx: &mut Tx,
    office: &Office,
    process: &Process,
    (meant, reason, on): (Meant<'_>, &str, Date),
    act: &Act<'_>,
) -> Result<Waiver, Fault> {
    let (mut record, before) = design_record(tx, &process.code).await?;
    let said = Said { by: act.actor, on };
    let waiver = record.waive(process, (meant.rule, meant.step, meant.operation), reason, said)?;
    let sheet = record_sheet(&process.code, &record, before.as_ref())?;
    tx.append(&act.fact("process/waive", Purpose::Performance, rows(office.tenant, vec![sheet])?)).await?;
    Ok(waiver)
}

/// Takes a waiver back; one that is not there is taken back already.
///
/// # Errors
/// An incident of the store.
pub async fn unwaive_in(
    tx: &mut Tx,
    office: &Office,
    code: &str,
    meant: Meant<'_>,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let (mut record, before) = design_record(tx, code).await?;
    if record.take_back(meant.rule, meant.step, meant.operation) {
        let sheet = record_sheet(code, &record, before.as_ref())?;
        let fact = act.fact("process/unwaive", Purpose::Performance, rows(office.tenant, vec![sheet])?);
        tx.append(&fact).await?;
    }
    Ok(())
}
