//! Makes a large company in an empty folder, to put a load on a server: 1,000 people, 100,000 accounts and
//! 1,000,000 action orders over a year, by the store's own way of writing. Prints a key of its director and
//! requests to send, nine reads for one write.
//!
//! `cargo run --release -p atelier-server --example crowd -- FOLDER [ORDERS] [ACCOUNTS]`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a tool for measures: it stops

use atelier_domain::execution::{Account, PlannedOrder, State};
use atelier_domain::language::{AccountId, Currency, OrderId};
use atelier_domain::ledger::{Purpose, Row};
use atelier_domain::planning::schedule::Load;
use atelier_server::import::Records;
use atelier_server::rights::{self, Coming, Draft, Principal, TokenAsked, Way};
use atelier_server::sample::{self, TODAY};
use atelier_server::workbench::{
    Act, Aimed, KEPT, Made, Office, Pursuit, Workbench, made, plan_id, span_of_years, stored,
};
use atelier_store::{Company, Content, Sheet, Store, StoredPlan, Target};
use jiff::ToSpan;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;

const PEOPLE: u64 = 1_000;
/// Slots of a working day.
const SLOTS: u64 = 5;

fn person(number: u64) -> String {
    format!("p{number:04}")
}

fn main() {
    let mut line = std::env::args().skip(1);
    let folder = line.next().expect("a folder");
    let orders = line.next().map_or(1_000_000, |text| text.parse().unwrap());
    let accounts = line.next().map_or(100_000, |text| text.parse().unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(run(&folder, orders, accounts));
}

async fn run(folder: &str, orders: u64, accounts: u64) {
    let bench = Workbench::new(Store::open(&Target::Sqlite(folder.into())).await.unwrap());
    let now = jiff::Timestamp::now();
    let act = Act { actor: "crowd", now, source: "crowd" };
    let company = Company {
        code: "crowd".into(),
        name: "Foule".into(),
        currency: Currency::EUR,
        zone: "Europe/Paris".into(),
    };
    let office = bench.found(company, &act).await.unwrap();
    let plan = plan_of(&bench, &office, &act).await;
    publish(&bench, &office, &plan, orders, &act).await;
    let ids: Vec<AccountId> =
        (0..accounts).map(|one| AccountId::of(office.tenant, &format!("A{one:06}"))).collect();
    let mut records = Records::default();
    for (one, id) in ids.iter().enumerate() {
        records.accounts.push(Account {
            id: *id,
            key: format!("A{one:06}"),
            name: format!("{} {one:06}", ["Établissements", "Société", "Ateliers", "Maison"][one % 4]),
            sector: format!("secteur {}", one % 50),
            country: ["FR", "BE", "CH", "LU", "DE"][one % 5].into(),
            parent: None,
            facets: BTreeMap::new(),
        });
    }
    bench.import(&office, records, &act, &mut |_| {}).await.unwrap();
    println!("key {}", key(&bench, &office, &act).await);
    requests(orders, &ids);
}

/// Métrios' own plan, with a thousand more people in its sheets.
async fn plan_of(bench: &Workbench, office: &Office, act: &Act<'_>) -> Made {
    let sample = sample::metrios();
    let sheets = sample::sheets(sample.workshop.clone(), sample.processes, act).unwrap();
    bench.say(office, KEPT, Purpose::Performance, act, sheets).await.unwrap();
    let shop = bench.shop(office, span_of_years(TODAY, None), false).await.unwrap();
    let plan = made(&shop, &Aimed::default(), TODAY, &Pursuit::default()).unwrap();
    let mut text = sample.workshop;
    for number in 0..PEOPLE {
        let (code, team) = (person(number), number % 20);
        let _ = write!(
            text,
            "\n[[resource]]\ncode = \"{code}\"\nname = \"Personne {number:04}\"\nkind = \"seller\"\n\
             team = \"Équipe {team:02}\"\ncalendar = \"standard\"\n"
        );
    }
    let larger = Sheet { kind: "workshop".into(), code: "workshop".into(), version: 2, text };
    bench.say(office, KEPT, Purpose::Performance, act, vec![Content::Sheet(larger)]).await.unwrap();
    plan
}

/// One order of the crowd after an order of the plan: person by person, slot by slot.
fn order(template: &PlannedOrder, number: u64) -> PlannedOrder {
    let mut planned = template.clone();
    let (code, turn) = (person(number % PEOPLE), number / PEOPLE);
    let day = TODAY.checked_add((i64::try_from(turn / SLOTS).unwrap() / 5 * 7).days()).unwrap();
    let day = day.checked_add((i64::try_from(turn / SLOTS).unwrap() % 5).days()).unwrap();
    let start = day.at(9 + i8::try_from(turn % SLOTS).unwrap(), 0, 0, 0);
    let end = start.checked_add(45.minutes()).unwrap();
    let id = OrderId(Uuid::from_u128(0x0600_0000_0000_4000_8000_0000_0000_0000 + u128::from(number)));
    planned.order.id = id;
    planned.order.case = None;
    planned.order.state = State::Firm;
    planned.order.people = vec![code.clone()];
    (planned.order.start, planned.order.end) = (Some(start), Some(end));
    if let Some(appointment) = &mut planned.appointment {
        (appointment.order, appointment.people) = (id, vec![code]);
        (appointment.start, appointment.end) = (start, end);
        appointment.reasons.truncate(2);
    }
    planned
}

async fn publish(bench: &Workbench, office: &Office, plan: &Made, orders: u64, act: &Act<'_>) {
    let mut summary = plan.summary.clone();
    let model: Load = summary.people[0].clone();
    for number in 0..PEOPLE {
        let name = format!("Personne {number:04}");
        summary.people.push(Load { person: person(number), name, ..model.clone() });
    }
    let head = Content::Plan(StoredPlan {
        id: plan_id(office.tenant, 1),
        scope: atelier_server::workbench::PLAN.into(),
        version: 1,
        made_at_us: act.now.as_microsecond(),
        period: format!("{}/{}", summary.period.first, summary.period.after),
        payload: serde_json::to_string(&summary).unwrap(),
    });
    let templates: Vec<&PlannedOrder> =
        plan.orders.iter().filter(|one| one.appointment.is_some() && one.order.people.len() == 1).collect();
    let tenant = office.tenant;
    let row = |number: u64| -> Row {
        let planned = order(templates[number as usize % templates.len()], number);
        Content::Order(stored(&planned, 1).unwrap()).row(tenant).unwrap()
    };
    let fact = act.fact("planning/publish", Purpose::Performance, vec![head.row(tenant).unwrap()]);
    let mut tx = bench.store.begin(office.scope).await.unwrap();
    tx.append_many(&fact, (0..orders).map(row)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn key(bench: &Workbench, office: &Office, act: &Act<'_>) -> String {
    let draft = Draft {
        login: "directeur@foule.example".into(),
        name: "Directeur".into(),
        roles: vec!["director".into()],
        ..Draft::default()
    };
    let (_, secret) = rights::add(bench, office, draft, act).await.unwrap();
    let coming = Coming { now: act.now, browser: "" };
    let opened =
        rights::accept(bench, secret.reveal(), "une phrase de plusieurs mots", &coming).await.unwrap();
    let opened = opened.whole().expect("no second factor");
    let who = Principal::of(bench, &opened.secret, Way::Session, act.now).await.unwrap().unwrap();
    let asked = TokenAsked { name: "load".into(), scopes: Vec::new(), days: 30 };
    rights::make_token(bench, &who, asked, act.now).await.unwrap().0
}

/// Reads of many shapes, and for nine of them one write, each about another person, firm or order.
fn requests(orders: u64, accounts: &[AccountId]) {
    for turn in 0..200_u64 {
        let who = person((turn * 37) % PEOPLE);
        let firm = accounts[(turn as usize * 499) % accounts.len()];
        let id = order_id((turn * 4_999) % orders);
        println!(
            "/api/day?person={who}&date={}",
            TODAY.checked_add((((turn % 40) as i64) * 7).days()).unwrap()
        );
        println!("/api/day?person={who}");
        println!("/api/accounts?country=BE&sort=-name");
        println!("/api/accounts?text=atel&sector=secteur%20{}", turn % 50);
        println!("/api/accounts/{firm}");
        println!("/api/orders?person={who}&sort=start");
        println!("/api/orders?state=firm&sort=due&limit=50");
        println!("/api/orders/{id}");
        println!("/api/load/week?week={}", ["2027-W03", "2027-W05", "2027-W08"][turn as usize % 3]);
        if turn % 2 == 0 {
            println!("PATCH /api/accounts/{firm} {{\"sector\":\"secteur {{n}}\"}}");
        } else {
            println!(
                "POST /api/orders/06000000-0000-4000-8000-{{x}}/declarations {{\"state\":\"released\"}}"
            );
        }
    }
}

fn order_id(number: u64) -> Uuid {
    Uuid::from_u128(0x0600_0000_0000_4000_8000_0000_0000_0000 + u128::from(number))
}
