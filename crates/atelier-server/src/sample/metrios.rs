//! Métrios: the golden company of the documentation.

use super::{Company, names};
use atelier_domain::execution::{Account, Case, Passage, Person, Product, Standing};
use atelier_domain::language::{AccountId, CaseId, Currency, Money, PersonId, ProductId, TenantId};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// Cases that have made each step and wait to enter the next one: none has made the goal's entry,
/// ten have named a goal, five see how they would use it, four know how to justify it.
const WAITING: [(&str, usize); 3] = [("goal", 10), ("use", 5), ("justification", 4)];

/// Leaders of the cases, in turn, with their team; as in examples/metrios/workshop.toml.
const SELLERS: [(&str, &str, &str); 3] = [
    ("camille", "Camille Rousseau", "Nord"),
    ("antoine", "Antoine Lefèvre", "Nord"),
    ("nadia", "Nadia Benali", "Sud"),
];

/// Métrios on the first Monday of its quarter.
pub fn metrios() -> Company {
    let code = "metrios";
    let tenant = TenantId::of(code);
    let mut made = Company {
        code,
        name: "Métrios",
        processes: vec![include_str!("../../../../examples/metrios/process.toml")],
        workshop: include_str!("../../../../examples/metrios/workshop.toml").to_owned(),
        scenarios: Some(include_str!("../../../../examples/metrios/scenarios.toml")),
        accounts: Vec::new(),
        people: SELLERS.map(|(key, name, team)| person(tenant, key, name, team)).to_vec(),
        products: vec![product(tenant)],
        cases: Vec::new(),
        passages: Vec::new(),
    };
    for (step, count) in WAITING {
        for _ in 0..count {
            add_case(&mut made, tenant, step);
        }
    }
    made
}

fn person(tenant: TenantId, key: &str, name: &str, team: &str) -> Person {
    let (key, name, team) = (key.to_owned(), name.to_owned(), team.to_owned());
    Person { id: PersonId::of(tenant, &key), key, name, team, region: String::new() }
}

fn product(tenant: TenantId) -> Product {
    Product {
        id: ProductId::of(tenant, "metrologie"),
        key: "metrologie".into(),
        name: "Ligne de métrologie".into(),
        family: "Lignes".into(),
        price: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
    }
}

fn add_case(made: &mut Company, tenant: TenantId, step: &str) {
    let rank = made.cases.len();
    let name = format!("{} {}", names::FIRM[rank], names::PLACE[(rank * 7) % names::PLACE.len()]);
    let account = names::known(
        Account {
            id: AccountId::of(tenant, &name),
            key: name.clone(),
            name: name.clone(),
            sector: names::SECTOR[rank % names::SECTOR.len()].into(),
            country: "France".into(),
            parent: None,
            facets: BTreeMap::new(),
        },
        rank,
    );
    let key = format!("M{:03}", rank + 1);
    let id = CaseId::of(tenant, &key);
    let entered = days_before(date(2026, 12, 14), rank);
    let leader = &made.people[rank % made.people.len()];
    made.cases.push(Case {
        id,
        key,
        account: Some(account.id),
        owner: Some(leader.id),
        product: made.products.first().map(|product| product.id),
        stage: step.into(),
        standing: Standing::Open,
        process: Some("new-customers".into()),
        step: Some(step.into()),
        engaged_on: Some(entered),
        closed_on: None,
        value: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
    });
    made.passages.push(Passage {
        case: id,
        step: step.into(),
        entered_on: entered,
        left_on: Some(date(2026, 12, 18)),
    });
    made.accounts.push(account);
}

fn days_before(day: Date, count: usize) -> Date {
    day.saturating_sub(i64::try_from(count).unwrap_or(0).days())
}
