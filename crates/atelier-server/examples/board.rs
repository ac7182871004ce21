//! The size and time of the plan board on a made company: 500 people and 20,000 actions over eight weeks.
//!
//! `cargo run --release -p atelier-server --example board -- FOLDER [PEOPLE] [ACTIONS]` in an empty folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a tool for measures: it stops

use atelier_domain::execution::{PlannedOrder, State};
use atelier_domain::language::{Currency, Lang, OrderId};
use atelier_domain::ledger::Purpose;
use atelier_server::sample::{self, TODAY};
use atelier_server::workbench::board::BoardAsked;
use atelier_server::workbench::{
    Act, Aimed, KEPT, Office, Pursuit, Workbench, made, plan_id, span_of_years, stored,
};
use atelier_store::{Company, Content, Store, StoredPlan, Target};
use jiff::ToSpan;
use std::fmt::Write as _;
use std::time::Instant;
use uuid::Uuid;

/// Working days of eight weeks.
const DAYS: u64 = 40;

#[tokio::main]
async fn main() {
    let mut line = std::env::args().skip(1);
    let folder = line.next().expect("a folder");
    let mut number = |usual: u64| line.next().map_or(usual, |text| text.parse().unwrap());
    let (people, actions) = (number(500), number(20_000));
    let bench = Workbench::new(Store::open(&Target::Sqlite(folder.into())).await.unwrap());
    let now = jiff::Timestamp::now();
    let act = Act { actor: "board", now, source: "board" };
    let (code, name, zone) = ("board".into(), "Tableau".into(), "Europe/Paris".into());
    let office = bench.found(Company { code, name, currency: Currency::EUR, zone }, &act).await.unwrap();
    publish(&bench, &office, people, actions, &act).await;
    for weeks in [1_i64, 2, 8] {
        let asked = BoardAsked {
            from: Some(TODAY),
            to: Some(TODAY.checked_add((weeks * 7 - 1).days()).unwrap()),
            teams: Vec::new(),
            within: &|_| true,
            lang: Lang::Fr,
        };
        // The second reading finds the frame of the plan kept.
        for _ in 0..2 {
            let from = Instant::now();
            let board = bench.board(&office, &asked).await.unwrap();
            let read = from.elapsed();
            let text = serde_json::to_vec(&board).unwrap();
            let whole = from.elapsed();
            let (read, whole) = (read.as_millis(), whole.as_millis());
            println!("{weeks} weeks: {read} ms read, {whole} ms with its text, {} bytes", text.len());
        }
    }
}

async fn publish(bench: &Workbench, office: &Office, people: u64, actions: u64, act: &Act<'_>) {
    let sample = sample::metrios();
    let mut workshop = sample.workshop.clone();
    for one in 0..people {
        write!(
            workshop,
            "\n[[resource]]\ncode = \"p{one:04}\"\nname = \"Personne {one:04}\"\nkind = \"seller\"\n\
             team = \"Équipe {:02}\"\ncalendar = \"standard\"\nshare = 0.5\n",
            one / 12
        )
        .unwrap();
    }
    let sheets = sample::sheets(workshop, [sample.processes[0]], act).unwrap();
    bench.say(office, KEPT, Purpose::Performance, act, sheets).await.unwrap();
    let shop = bench.shop(office, span_of_years(TODAY, None), false).await.unwrap();
    let plan = made(&shop, &Aimed::default(), TODAY, &Pursuit::default()).unwrap();
    let templates: Vec<&PlannedOrder> =
        plan.orders.iter().filter(|one| one.appointment.is_some() && one.order.people.len() == 1).collect();
    let mut contents = vec![Content::Plan(StoredPlan {
        id: plan_id(office.tenant, 1),
        scope: atelier_server::workbench::PLAN.into(),
        version: 1,
        made_at_us: act.now.as_microsecond(),
        period: format!("{}/{}", plan.summary.period.first, plan.summary.period.after),
        payload: serde_json::to_string(&plan.summary).unwrap(),
    })];
    for number in 0..actions {
        let template = templates[number as usize % templates.len()];
        contents.push(Content::Order(stored(&order(template, number, people), 1).unwrap()));
    }
    bench.say(office, "planning/publish", Purpose::Performance, act, contents).await.unwrap();
}

/// One action after one of the plan: person by person, day by day.
fn order(template: &PlannedOrder, number: u64, people: u64) -> PlannedOrder {
    let mut planned = template.clone();
    let (code, turn) = (format!("p{:04}", number % people), number / people);
    let (day, slot) = (turn % DAYS, turn / DAYS);
    let after = i64::try_from(day / 5 * 7 + day % 5).unwrap();
    let start = TODAY.checked_add(after.days()).unwrap().at(9 + i8::try_from(slot % 8).unwrap(), 0, 0, 0);
    let end = start.checked_add(45.minutes()).unwrap();
    planned.order.id =
        OrderId(Uuid::from_u128(0x0600_0000_0000_4000_8000_0000_0000_0000 + u128::from(number)));
    planned.order.case = None;
    planned.order.customer = format!("Client {:04}", number % 3_000);
    planned.order.state = State::Firm;
    planned.order.people = vec![code.clone()];
    (planned.order.start, planned.order.end) = (Some(start), Some(end));
    if let Some(appointment) = &mut planned.appointment {
        (appointment.order, appointment.people) = (planned.order.id, vec![code]);
        (appointment.start, appointment.end) = (start, end);
    }
    planned
}
