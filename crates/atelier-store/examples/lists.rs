//! Measures the lists: a page of 50 through each filter and in each order, out of many.
//!
//! `cargo run --release -p atelier-store --example lists -- 1000000 [postgres://…]`
//! Without a URL the database is SQLite in a temporary folder. Accounts, cases and orders are made as
//! many each, as one fact each, through the import path.

use atelier_domain::execution::{Account, Case, Standing};
use atelier_domain::language::{AccountId, CaseId, Money, PersonId, TenantId};
use atelier_domain::ledger::{Fact, FactId, Purpose};
use atelier_store::{
    AccountList, AccountSort, CaseList, CaseSort, Content, OrderList, OrderSort, Reader, Scope, Store,
    StoredOrder, Target,
};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use std::time::Instant;
use uuid::Uuid;

type Make = fn(TenantId, u32) -> Content;

/// Pages measured of each question: half of them first pages, the others further on.
const PAGES: usize = 200;

/// Asks a list page after page, from the first again at its end and after twenty.
macro_rules! ask {
    ($reader:ident, $ask:ident, $name:expr, $list:expr) => {{
        let (mut list, mut times) = ($list, Vec::new());
        for page in 0..PAGES {
            let start = Instant::now();
            let found = Reader::$ask(&mut $reader, &list).await?;
            times.push(start.elapsed().as_secs_f64() * 1000.0);
            list.after = found.next.filter(|_| page % 20 > 0);
        }
        print($name, times);
    }};
}
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let rows: u32 = arguments.next().map_or(Ok(1_000_000), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let target = arguments.next().map_or(Target::Sqlite(folder.path().join("db")), Target::Postgres);
    let tenant = TenantId::of("lists");
    let scope = Scope::of_company(tenant);
    let store = Store::open(&target).await?;
    for (what, make) in [("accounts", account as Make), ("cases", case), ("orders", order)] {
        let start = Instant::now();
        let mut tx = store.begin(scope).await?;
        tx.append_many(&head(), (0..rows).map_while(|n| make(tenant, n).row(tenant).ok())).await?;
        tx.commit().await?;
        println!("{rows} {what} in {:.1} s", start.elapsed().as_secs_f64());
    }
    let mut reader = store.read(scope).await?;
    println!("{:44} {:>7} {:>7} {:>7} ms", "page of 50", "p50", "p95", "p99");
    for (name, list) in accounts() {
        ask!(reader, list_accounts, name, list);
    }
    for (name, list) in cases(tenant) {
        ask!(reader, list_cases, name, list);
    }
    for (name, list) in orders(tenant) {
        ask!(reader, list_orders, name, list);
    }
    Ok(())
}

fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{name:44} {:7.2} {:7.2} {:7.2}", at(50), at(95), at(99));
}

fn accounts() -> Vec<(&'static str, AccountList)> {
    let list = AccountList { limit: 50, ..AccountList::default() };
    let text = |text: &str| AccountList { text: text.to_owned(), ..list.clone() };
    let (country, sector) = ("FR".to_owned(), "secteur 999".to_owned());
    vec![
        ("accounts by name", list.clone()),
        ("accounts by -name", AccountList { sort: AccountSort::NameDown, ..list.clone() }),
        ("accounts by key", AccountList { sort: AccountSort::Key, ..list.clone() }),
        ("accounts, name begins with e", text("é")),
        ("accounts, name begins with etablissement 12", text("etablissement 12")),
        ("accounts of a large country", AccountList { country: country.clone(), ..list.clone() }),
        ("accounts of a small country", AccountList { country: "MC".to_owned(), ..list.clone() }),
        ("accounts of one sector of 1,000", AccountList { sector: sector.clone(), ..list.clone() }),
        ("accounts of a country and a sector", AccountList { country, sector, ..list }),
    ]
}

fn cases(tenant: TenantId) -> Vec<(&'static str, CaseList)> {
    let list = CaseList { limit: 50, sort: CaseSort::ValueDown, ..CaseList::default() };
    let owner = Some(PersonId::of(tenant, "7"));
    let (from, week) = (Some(date(2025, 3, 1)), Some(date(2025, 3, 8)));
    vec![
        ("cases by -value", list.clone()),
        ("cases by engaged", CaseList { sort: CaseSort::Engaged, ..list.clone() }),
        ("cases by key", CaseList { sort: CaseSort::Key, ..list.clone() }),
        ("open cases by -value", CaseList { standing: Some(Standing::Open), ..list.clone() }),
        ("cases of one owner of 200", CaseList { owner, ..list.clone() }),
        ("cases of one owner, open", CaseList { owner, standing: Some(Standing::Open), ..list.clone() }),
        ("cases of an account", CaseList { account: Some(AccountId::of(tenant, "7")), ..list.clone() }),
        ("cases closed in a week", CaseList { closed_from: from, closed_before: week, ..list.clone() }),
        (
            "cases closed in a week, by closing",
            CaseList { closed_from: from, closed_before: week, sort: CaseSort::ClosedDown, ..list.clone() },
        ),
        ("cases closed since a day", CaseList { closed_from: from, ..list.clone() }),
        ("cases at a step", CaseList { process: "conquete".to_owned(), step: "visite".to_owned(), ..list }),
    ]
}

fn orders(tenant: TenantId) -> Vec<(&'static str, OrderList)> {
    let list = OrderList { limit: 50, ..OrderList::default() };
    let (person, state) = ("p7".to_owned(), "released".to_owned());
    let (from, before) = (Some(date(2025, 3, 3)), Some(date(2025, 3, 10)));
    let due = OrderList { sort: OrderSort::Due, ..list.clone() };
    vec![
        ("orders by start", list.clone()),
        ("orders by due", due.clone()),
        ("orders of a person by start", OrderList { person: person.clone(), ..list.clone() }),
        ("orders of a person by due", OrderList { person: person.clone(), ..due.clone() }),
        (
            "orders of a person since a day, by due",
            OrderList { person: person.clone(), from: Some(date(2021, 1, 1)), ..due.clone() },
        ),
        ("orders of a person in a week", OrderList { person, from, before, ..list.clone() }),
        ("orders in a week by due", OrderList { from, before, ..due.clone() }),
        (
            "orders done, by -start",
            OrderList { state: "done".to_owned(), sort: OrderSort::StartDown, ..list.clone() },
        ),
        ("orders released, by due", OrderList { state, ..due }),
        ("orders of a case", OrderList { case: Some(CaseId::of(tenant, "7")), ..list.clone() }),
        ("orders of a plan", OrderList { plan: Some(("company".to_owned(), 100)), ..list }),
    ]
}

fn head() -> Fact {
    Fact {
        id: FactId(Uuid::now_v7()),
        actor: "measure".to_owned(),
        recorded: Timestamp::now(),
        purpose: Purpose::Performance,
        act: "execution/import",
        corrects: None,
        source: "generated".to_owned(),
        rows: Vec::new(),
    }
}

/// Spreads numbers without a pattern: the same for the same number and salt.
fn chance(n: u32, salt: u32, among: u32) -> u32 {
    n.wrapping_add(salt << 24).wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(2_246_822_519) % among
}

fn account(tenant: TenantId, n: u32) -> Content {
    let key = n.to_string();
    let first = ["Établissement", "Société", "Atelier", "Garage", "Œuvre", "Maison", "Étude", "Comptoir"];
    let countries = ["FR", "FR", "FR", "FR", "BE", "DE", "IT", "ES"];
    let country = if chance(n, 0, 2_000) == 0 { "MC" } else { countries[chance(n, 77, 8) as usize] };
    Content::Account(Account {
        id: AccountId::of(tenant, &key),
        name: [first[chance(n, 5, 8) as usize], &chance(n, 0, 1_000_000).to_string()].join(" "),
        key,
        sector: ["secteur", &chance(n, 9, 1_000).to_string()].join(" "),
        country: country.to_owned(),
        parent: None,
        facets: std::collections::BTreeMap::default(),
    })
}

fn day(n: u32, salt: u32, among: u32) -> Date {
    date(2021, 1, 1).saturating_add(i64::from(chance(n, salt, among)).days())
}

fn case(tenant: TenantId, n: u32) -> Content {
    let key = n.to_string();
    let standing = match chance(n, 0, 20) {
        0 => Standing::Open,
        1..=8 => Standing::Won,
        _ => Standing::Lost,
    };
    let engaged = day(n, 3, 1_800);
    Content::Case(Case {
        id: CaseId::of(tenant, &key),
        key,
        account: Some(AccountId::of(tenant, &chance(n, 21, 100_000).to_string())),
        owner: Some(PersonId::of(tenant, &chance(n, 22, 200).to_string())),
        product: None,
        stage: "Engaging".to_owned(),
        standing,
        process: Some("conquete".to_owned()),
        step: Some(["appel", "visite", "offre", "accord"][chance(n, 23, 4) as usize].to_owned()),
        engaged_on: Some(engaged),
        closed_on: (standing != Standing::Open).then(|| engaged.saturating_add(60.days())),
        value: "EUR"
            .parse()
            .ok()
            .map(|currency| Money { cents: i64::from(chance(n, 0, 90_000_000)), currency }),
    })
}

fn order(tenant: TenantId, n: u32) -> Content {
    let start = day(n, 31, 1_800);
    let state = match chance(n, 0, 100) {
        0 => "released",
        1 => "started",
        2..=4 => "cancelled",
        _ => "done",
    };
    Content::Declared(StoredOrder {
        id: Uuid::new_v5(&tenant.0, &n.to_be_bytes()),
        plan_version: i64::from(1 + n / 5_000),
        scope: "company".to_owned(),
        case: Some(CaseId::of(tenant, &chance(n, 32, 300_000).to_string()).0),
        people: vec![["p", &chance(n, 33, 200).to_string()].concat()],
        state: state.to_owned(),
        start: Some([&start.to_string(), "T09:30"].concat()),
        end: Some([&start.to_string(), "T10:30"].concat()),
        due: Some(start.saturating_add(i64::from(chance(n, 34, 20)).days()).to_string()),
        payload: "{\"operation\":\"visite\",\"minutes\":60}".to_owned(),
    })
}
