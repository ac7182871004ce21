//! Sheets: read against what is there, and kept as new versions.

use super::{Act, Office, span_of_years};
use crate::fault::Fault;
use atelier_domain::language::Refusal;
use atelier_domain::ledger::Purpose;
use atelier_domain::process::{Process, Reading, Workshop};
use atelier_store::{Content, Reader, Sheet, Tx};
use jiff::civil::Date;

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

/// Records a new version of a sheet; the same text again is no new version.
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
    let version = latest.map_or(1, |sheet| sheet.version + 1);
    let sheet = Sheet { kind: kind.into(), code: code.into(), version, text };
    let row = Content::Sheet(sheet.clone()).row(office.tenant)?;
    tx.append(&act.fact("process/keep", Purpose::Performance, vec![row])).await?;
    Ok(sheet)
}
