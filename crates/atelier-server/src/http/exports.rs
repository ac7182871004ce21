//! Whole lists as files, for a spreadsheet; what a spreadsheet would take for a formula is written as text.

use super::market::accounts::AccountsAsked;
use super::market::cases::{CasesAsked, StandingTold};
use super::{App, Asked, Document, Problem};
use crate::documents::write::{Format, Table};
use crate::fault::Fault;
use crate::rights::{Access, permit::Export};
use atelier_domain::language::{Catalogue, Refusal};
use atelier_store::{AccountList, CaseList, Reader};
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Most rows of a file.
const MOST: usize = 100_000;
/// Rows read together.
const PAGE: i64 = 500;

/// Which rows, in which order: the filters of the list itself; those of the other list are not looked at.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportAsked {
    /// Of accounts: how the name begins.
    pub text: Option<String>,
    /// Of accounts: country.
    pub country: Option<String>,
    /// Of accounts: sector.
    pub sector: Option<String>,
    /// Of opportunities: `open`, `won`, `lost`.
    #[param(inline)]
    pub standing: Option<StandingTold>,
    /// Of opportunities: who leads it.
    pub owner: Option<Uuid>,
    /// Of opportunities: code of the step.
    pub step: Option<String>,
    /// An order of the list.
    pub sort: Option<String>,
}

impl ExportAsked {
    fn accounts(&self) -> AccountsAsked {
        let Self { text, country, sector, sort, .. } = self.clone();
        AccountsAsked { text, country, sector, sort, ..AccountsAsked::default() }
    }

    fn cases(&self) -> CasesAsked {
        let Self { standing, owner, step, sort, .. } = self.clone();
        CasesAsked { standing, owner, step, sort, ..CasesAsked::default() }
    }
}

/// A list as a file, with the filters and the order of the list on screen: `accounts`, `opportunities`; `.csv` or `.xlsx`.
///
/// # Errors
/// `app/unknown-export`; `app/export-length` beyond 100,000 rows; `app/unknown-sort`.
pub async fn file(
    State(app): State<App>,
    access: Access<Export>,
    asked: Asked<ExportAsked>,
) -> Result<Document, Problem> {
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
            "accounts" => accounts(&mut reader, words, asked.of.accounts().list(access.within())?).await?,
            "opportunities" => cases(&mut reader, words, asked.of.cases().list(access.within())?).await?,
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

async fn accounts(reader: &mut Reader, words: &'static Catalogue, list: AccountList) -> Result<Table, Fault> {
    let keys = ["id", "key", "name", "sector", "country", "siren", "siret"];
    let mut table = titled(words, words.plain("export-accounts"), &keys);
    let mut list = AccountList { limit: PAGE, ..list };
    loop {
        let page = reader.list_accounts(&list).await?;
        for account in page.rows {
            let [siren, siret] =
                [account.siren(), account.siret()].map(|it| it.unwrap_or_default().to_owned());
            table.push(vec![
                account.id.to_string().into(),
                account.key.into(),
                account.name.into(),
                account.sector.into(),
                account.country.into(),
                siren.into(),
                siret.into(),
            ]);
        }
        not_too_long(&table)?;
        list.after = page.next;
        if list.after.is_none() {
            return Ok(table);
        }
    }
}

async fn cases(reader: &mut Reader, words: &'static Catalogue, list: CaseList) -> Result<Table, Fault> {
    let keys = [
        "id", "key", "account", "owner", "stage", "standing", "process", "step", "engaged", "closed",
        "value", "currency",
    ];
    let mut table = titled(words, words.plain("export-opportunities"), &keys);
    let mut list = CaseList { limit: PAGE, ..list };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    loop {
        let page = reader.list_cases(&list).await?;
        for case in page.rows {
            let standing = StandingTold::from(case.standing);
            table.push(vec![
                case.id.to_string().into(),
                case.key.into(),
                case.account.map(|id| id.to_string()).unwrap_or_default().into(),
                case.owner.map(|id| id.to_string()).unwrap_or_default().into(),
                case.stage.into(),
                standing.code().into(),
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
