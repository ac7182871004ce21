//! Everything of a company that planning and diagnosis read.

use super::{Frame, Office, Workbench, assumed};
use crate::fault::Fault;
use atelier_domain::controls::{Gate, pass};
use atelier_domain::execution::{
    Account, ActionOrder, Case, Crew, Deferral, Merge, Passage, Person, PlannedOrder, Product, Standing,
};
use atelier_domain::insight::{History, facts};
use atelier_domain::language::{AccountId, Currency, OrderId, Period, PersonId, Refusal, Refusals};
use atelier_domain::planning::{Facts, Whose};
use atelier_domain::process::{Process, Reading, Workshop};
use atelier_store::{Reader, Sheet};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// A company, read.
pub struct Shop {
    /// Which.
    pub office: Office,
    /// Newest version of each process, by code.
    pub processes: Vec<Process>,
    /// Its people and calendars.
    pub workshop: Workshop,
    /// Whether the workshop was assumed from the people imported, for want of a sheet.
    pub assumed: bool,
    /// Names of the customers.
    pub accounts: HashMap<AccountId, String>,
    /// Their sectors, of those that have one.
    pub sectors: HashMap<AccountId, String>,
    /// Sales force.
    pub people: Vec<Person>,
    /// Offer.
    pub products: Vec<Product>,
    /// Cases, open and closed.
    pub cases: Vec<Case>,
    /// Stage history of those cases.
    pub passages: Vec<Passage>,
    /// Whether closed cases and their passages were read too.
    pub history: bool,
    /// When the works council was consulted: what watches a person stays shut before.
    pub gate: Option<Gate>,
    /// Orders of the plans made.
    pub orders: Vec<ActionOrder>,
    /// Orders postponed by who has them, each with the day from which it may be done.
    pub postponed: HashMap<OrderId, Date>,
    /// Resource code of each person: their key.
    codes: HashMap<PersonId, String>,
}

/// The process of a sheet already accepted; its version is that of the sheet.
///
/// # Errors
/// Faults of its text, which a newer program might find.
pub fn process_of(sheet: &Sheet) -> Result<Process, Refusals> {
    read_kept(sheet).map(|(process, _)| process)
}

/// The process of a sheet that was kept, with the remarks about its text.
///
/// # Errors
/// Faults of a sheet that was never accepted.
pub fn read_kept(sheet: &Sheet) -> Result<(Process, Vec<Refusal>), Refusals> {
    // What was a period to come when the sheet was accepted may be past by now.
    let (mut process, found) = Process::read(&sheet.code, &sheet.text, &Reading { today: Date::MIN })?;
    process.version = u32::try_from(sheet.version).unwrap_or(process.version);
    Ok((process, found))
}

/// The years for which public holidays are wanted.
pub fn span_of_years(today: Date, period: Option<Period>) -> RangeInclusive<i16> {
    let last = period.map_or(today, |period| period.after.max(today));
    let first = period.map_or(today, |period| period.first.min(today));
    first.year()..=last.year() + 2
}

impl Workbench {
    /// The text of the workshop sheet, or of the one assumed from the people imported.
    ///
    /// # Errors
    /// `app/no-people`.
    pub async fn workshop_text(&self, office: &Office) -> Result<String, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        match reader.latest_sheet("workshop", "workshop").await? {
            Some(sheet) => Ok(sheet.text),
            None => {
                let (people, products) = (reader.people().await?, reader.products().await?);
                assumed::workshop(&people, &office.zone, &money(&[], &products, &office.currency))
            }
        }
    }

    /// Reads a company; closed cases and their passages too when `history` is wanted.
    ///
    /// # Errors
    /// An incident of the store, or a sheet that does not read any more.
    pub async fn shop(
        &self,
        office: &Office,
        years: RangeInclusive<i16>,
        history: bool,
    ) -> Result<Shop, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        Shop::read(&mut reader, office, years, history).await
    }
}

impl Shop {
    /// Reads a company at the moment of `reader`; as [`Workbench::shop`].
    pub(super) async fn read(
        reader: &mut Reader,
        office: &Office,
        years: RangeInclusive<i16>,
        history: bool,
    ) -> Result<Self, Fault> {
        let mut processes = Vec::new();
        for sheet in reader.latest_sheets("process").await? {
            processes.push(process_of(&sheet)?);
        }
        let people = reader.people().await?;
        let accounts = accounts(reader).await?;
        let mut cases = Vec::new();
        if history {
            reader.each_case(|case| cases.push(case)).await?;
        } else {
            cases = reader.open_cases().await?;
        }
        let products = reader.products().await?;
        let sheet = reader.latest_sheet("workshop", "workshop").await?;
        let assumed = sheet.is_none();
        let text = match sheet {
            Some(sheet) => sheet.text,
            None => assumed::workshop(&people, &office.zone, &money(&cases, &products, &office.currency))?,
        };
        let (workshop, _) = Workshop::read("workshop", &text, years)?;
        let mut passages = Vec::new();
        if history {
            reader.each_passage(|passage| passages.push(passage)).await?;
        } else {
            passages = reader.passages_of_open_cases().await?;
        }
        let orders = reader.orders_of_scope(super::PLAN).await?;
        Ok(Self {
            office: office.clone(),
            processes,
            workshop,
            assumed,
            sectors: accounts
                .iter()
                .filter(|account| !account.sector.is_empty())
                .map(|account| (account.id, account.sector.clone()))
                .collect(),
            accounts: accounts.into_iter().map(|account| (account.id, account.name)).collect(),
            codes: people.iter().map(|person| (person.id, person.key.clone())).collect(),
            people,
            products,
            cases,
            passages,
            history,
            gate: reader.gate().await?,
            postponed: postponed(reader.deferrals_until().await?),
            orders: orders.iter().map(|stored| order(&stored.payload)).collect::<Result<_, _>>()?,
        })
    }

    /// How many cases, passages, orders and customers it holds.
    pub(super) fn size(&self) -> usize {
        self.cases.len() + self.passages.len() + self.orders.len() + self.accounts.len()
    }
}

impl Workbench {
    /// What of a company planning again after an event reads: people and hours as they are in the frame,
    /// sectors when customers have hours by sector, and the open cases when an event names one.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn shop_of_plan(&self, office: &Office, frame: &Frame, cases: bool) -> Result<Shop, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let sectors = if frame.workshop.policy.customer_hours.is_empty() {
            HashMap::new()
        } else {
            let accounts = accounts(&mut reader).await?.into_iter();
            accounts.filter(|one| !one.sector.is_empty()).map(|one| (one.id, one.sector)).collect()
        };
        Ok(Shop {
            office: office.clone(),
            processes: frame.processes.clone(),
            workshop: frame.workshop.clone(),
            assumed: reader.latest_sheet("workshop", "workshop").await?.is_none(),
            accounts: HashMap::new(),
            sectors,
            people: Vec::new(),
            products: Vec::new(),
            cases: if cases { reader.open_cases().await? } else { Vec::new() },
            passages: Vec::new(),
            history: false,
            gate: None,
            orders: Vec::new(),
            postponed: HashMap::new(),
            codes: HashMap::new(),
        })
    }
}

/// The money of the cases, else of the offer, else of the company.
/// Every firm; one that was merged stands under its old identity too, which orders of a plan made before name.
async fn accounts(reader: &mut Reader) -> Result<Vec<Account>, Fault> {
    let mut accounts = reader.accounts().await?;
    let merges = reader.merges().await?;
    if !merges.is_empty() {
        let kept: HashMap<_, _> = accounts.iter().map(|account| (account.id.0, account.clone())).collect();
        let again = |merge: &Merge| {
            let kept = kept.get(&merge.kept)?.clone();
            Some(Account { id: AccountId(merge.gone), ..kept })
        };
        accounts.extend(merges.iter().filter_map(again));
    }
    Ok(accounts)
}

fn money(cases: &[Case], products: &[Product], company: &str) -> String {
    let of_cases = cases.iter().find_map(|case| case.value);
    let found = of_cases.or_else(|| products.iter().find_map(|product| product.price));
    found.map_or_else(|| company.to_owned(), |money| money.currency.to_string())
}

fn postponed(deferrals: Vec<Deferral>) -> HashMap<OrderId, Date> {
    deferrals.into_iter().filter_map(|one| Some((one.of.order, one.until?))).collect()
}

fn order(payload: &str) -> Result<ActionOrder, Fault> {
    let planned: PlannedOrder = serde_json::from_str(payload).map_err(anyhow::Error::from)?;
    Ok(planned.order)
}

impl Shop {
    /// The process of this code.
    ///
    /// # Errors
    /// `app/no-process`, `app/unknown-process`; without a code, `app/process-needed` when there are several.
    pub fn process(&self, code: Option<&str>) -> Result<&Process, Refusal> {
        let known = self.processes.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
        match (code, self.processes.as_slice()) {
            (_, []) => Err(Refusal::new("app/no-process")),
            (Some(code), all) => all
                .iter()
                .find(|one| one.code == code)
                .ok_or_else(|| Refusal::new("app/unknown-process").with("given", code).with("known", known)),
            (None, [only]) => Ok(only),
            (None, _) => Err(Refusal::new("app/process-needed").with("known", known)),
        }
    }

    /// Customer's name of a case; its key when the source gave no account.
    pub fn customer(&self, case: &Case) -> String {
        case.account.and_then(|account| self.accounts.get(&account)).unwrap_or(&case.key).clone()
    }

    /// What jobs are made with; `period` is what is planned.
    pub fn crew<'a>(&'a self, processes: &'a [&'a Process], period: Period) -> Crew<'a> {
        Crew {
            tenant: self.office.tenant,
            processes,
            workshop: &self.workshop,
            period,
            sectors: &self.sectors,
        }
    }

    /// What the history says of the steps of these processes; nothing when it was not read, since open cases
    /// alone would tell a story of their own.
    pub fn facts(&self, processes: &[&Process], today: Date) -> Facts {
        let mut all = Facts::default();
        for process in processes.iter().filter(|_| self.history) {
            let runs = |case: &&Case| case.process.as_deref().is_none_or(|code| code == process.code);
            let cases: Cow<'_, [Case]> = if self.cases.iter().all(|case| runs(&case)) {
                Cow::Borrowed(&self.cases)
            } else {
                self.cases.iter().filter(runs).cloned().collect()
            };
            let mut found = facts(&History {
                cases: &cases,
                passages: &self.passages,
                people: &self.people,
                products: &self.products,
                orders: &self.orders,
                process: Some(process),
                today,
            });
            all.stays.append(&mut found.stays);
            // What watches one person passes the gate only; teams are the planning's own.
            if pass(self.gate.as_ref(), today).is_err() {
                found.gaps.retain(|gap| !matches!(gap.whose, Whose::Person(_)));
            }
            all.gaps.append(&mut found.gaps);
        }
        all
    }

    /// Resource code of a person: their key.
    pub fn resource(&self, person: PersonId) -> Option<String> {
        self.codes.get(&person).cloned()
    }

    /// The money of the cases, else of the workshop.
    pub fn currency(&self) -> Currency {
        self.cases.iter().find_map(|case| case.value).map_or(self.workshop.currency, |value| value.currency)
    }

    /// Average value of the deals won in this money, in cents, rounded down.
    pub fn average_deal(&self, currency: Currency) -> Option<i64> {
        let won = self.cases.iter().filter(|case| case.standing == Standing::Won);
        let values: Vec<i64> = won
            .filter_map(|case| case.value)
            .filter(|value| value.currency == currency)
            .map(|value| value.cents)
            .collect();
        let count = i64::try_from(values.len()).ok().filter(|count| *count > 0)?;
        Some(values.iter().sum::<i64>() / count)
    }
}
