//! Whole lists as files, for a spreadsheet; what a spreadsheet would take for a formula is written as text.

use super::{App, Asked, Document, Problem};
use crate::documents::write::{Format, Table};
use crate::fault::Fault;
use crate::rights::{Access, permit::Export};
use atelier_domain::language::{Catalogue, Refusal};
use atelier_store::{AccountList, CaseList, Reader};
use axum::extract::State;

/// Most rows of a file.
const MOST: usize = 100_000;
/// Rows read together.
const PAGE: i64 = 500;

/// A list as a file: `accounts`, `opportunities`; `.csv` or `.xlsx`.
///
/// # Errors
/// `app/unknown-export`; `app/export-length` beyond 100,000 rows.
pub async fn file(State(app): State<App>, access: Access<Export>, asked: Asked) -> Result<Document, Problem> {
    let made = async {
        let unknown = || Refusal::new("app/unknown-export").with("given", asked.id.as_str());
        let (list, end) = asked.id.rsplit_once('.').ok_or_else(unknown)?;
        let (format, media) = match end {
            "csv" => (Format::Csv, "text/csv; charset=utf-8"),
            "xlsx" => (Format::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => return Err(Fault::from(unknown())),
        };
        let mut reader = app.store.read(access.who.office.scope).await?;
        let words = Catalogue::of(asked.lang());
        let table = match list {
            "accounts" => accounts(&mut reader, words).await?,
            "opportunities" => cases(&mut reader, words).await?,
            _ => return Err(unknown().into()),
        };
        drop(reader);
        let lang = asked.lang();
        let write = move || {
            let mut bytes = Vec::new();
            table.write(format, lang, &mut bytes).map(|()| bytes)
        };
        let bytes = tokio::task::spawn_blocking(write).await.map_err(anyhow::Error::from)??;
        Ok(Document { media, name: asked.id.clone(), bytes })
    };
    made.await.map_err(asked.problem())
}

fn titled(words: &'static Catalogue, title: String, keys: &[&'static str]) -> Table {
    let titles: Vec<String> = keys.iter().map(|key| words.plain(&format!("export-{key}"))).collect();
    let columns: Vec<(&str, &str)> = keys.iter().copied().zip(titles.iter().map(String::as_str)).collect();
    Table::new(title, &columns)
}

fn not_too_long(table: &Table) -> Result<(), Refusal> {
    if table.rows.len() <= MOST {
        return Ok(());
    }
    Err(Refusal::new("app/export-length").with("most", MOST))
}

async fn accounts(reader: &mut Reader, words: &'static Catalogue) -> Result<Table, Fault> {
    let keys = ["id", "key", "name", "sector", "country"];
    let mut table = titled(words, words.plain("export-accounts"), &keys);
    let mut list = AccountList { limit: PAGE, ..AccountList::default() };
    loop {
        let page = reader.list_accounts(&list).await?;
        for account in page.rows {
            table.push(vec![
                account.id.to_string().into(),
                account.key.into(),
                account.name.into(),
                account.sector.into(),
                account.country.into(),
            ]);
        }
        not_too_long(&table)?;
        list.after = page.next;
        if list.after.is_none() {
            return Ok(table);
        }
    }
}

async fn cases(reader: &mut Reader, words: &'static Catalogue) -> Result<Table, Fault> {
    let keys = [
        "id", "key", "account", "owner", "stage", "standing", "process", "step", "engaged", "closed",
        "value", "currency",
    ];
    let mut table = titled(words, words.plain("export-opportunities"), &keys);
    let mut list = CaseList { limit: PAGE, ..CaseList::default() };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    loop {
        let page = reader.list_cases(&list).await?;
        for case in page.rows {
            let told = super::market::cases::CaseTold::from(case.clone());
            table.push(vec![
                case.id.to_string().into(),
                case.key.into(),
                case.account.map(|id| id.to_string()).unwrap_or_default().into(),
                case.owner.map(|id| id.to_string()).unwrap_or_default().into(),
                case.stage.into(),
                told.standing_code().into(),
                case.process.unwrap_or_default().into(),
                case.step.unwrap_or_default().into(),
                day(case.engaged_on).into(),
                day(case.closed_on).into(),
                case.value
                    .map(|value| format!("{}.{:02}", value.cents / 100, value.cents % 100))
                    .unwrap_or_default()
                    .into(),
                case.value.map(|value| value.currency.to_string()).unwrap_or_default().into(),
            ]);
        }
        not_too_long(&table)?;
        list.after = page.next;
        if list.after.is_none() {
            return Ok(table);
        }
    }
}
