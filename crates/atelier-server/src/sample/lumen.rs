//! Lumen: forty sellers in four teams, twelve months of history, three processes.

use super::chance::Chance;
use super::{Company, TODAY, names};
use atelier_domain::execution::{Account, Case, Passage, Person, Product, Standing};
use atelier_domain::language::{AccountId, CaseId, Currency, Money, PersonId, ProductId, TenantId};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::fmt::Write;

const CODE: &str = "lumen";
const SEED: u64 = 20_270_104;
const HISTORY: Date = date(2026, 1, 5);
const TEAMS: [&str; 4] = ["Nord", "Sud", "Est", "Ouest"];
const SELLERS_PER_TEAM: usize = 10;

/// A process as it really runs: not quite its standards, so that the diagnosis has something to find.
struct Run {
    process: &'static str,
    /// New cases in a month, for the whole company.
    monthly: i64,
    /// Step code, true yield in millionths, typical stay in days; the last step is the order.
    steps: &'static [(&'static str, u32, i64)],
}

const RUNS: [Run; 3] = [
    Run {
        process: "conquete",
        monthly: 260,
        steps: &[
            ("but", 430_000, 12),
            ("usage", 520_000, 16),
            ("mise-en-place", 740_000, 21),
            ("decision", 480_000, 17),
            ("premier-usage", 1_000_000, 7),
        ],
    },
    Run {
        process: "fidelisation",
        monthly: 90,
        steps: &[("bilan", 780_000, 10), ("suite", 820_000, 15), ("renouvellement", 1_000_000, 10)],
    },
    Run {
        process: "partenaires",
        monthly: 45,
        steps: &[
            ("besoin-partage", 560_000, 14),
            ("solution-commune", 640_000, 20),
            ("engagement", 610_000, 18),
            ("mise-en-service", 1_000_000, 10),
        ],
    },
];

const PRODUCTS: [(&str, &str, i64); 6] = [
    ("Éclairage atelier", "Éclairage", 1_850_000),
    ("Éclairage bureau", "Éclairage", 940_000),
    ("Pilotage site", "Pilotage", 2_600_000),
    ("Pilotage groupe", "Pilotage", 7_400_000),
    ("Suivi des consommations", "Services", 620_000),
    ("Maintenance", "Services", 410_000),
];

/// Lumen on the first Monday of the quarter, with the year before behind it.
pub fn lumen() -> Company {
    let tenant = TenantId::of(CODE);
    let mut chance = Chance::new(SEED);
    let sellers = sellers(tenant);
    let mut made = Company {
        code: CODE,
        name: "Lumen",
        processes: vec![
            include_str!("../../../../examples/lumen/conquete.toml"),
            include_str!("../../../../examples/lumen/fidelisation.toml"),
            include_str!("../../../../examples/lumen/partenaires.toml"),
        ],
        workshop: workshop(&sellers, &mut chance),
        scenarios: None,
        accounts: accounts(tenant, &mut chance),
        people: sellers,
        products: PRODUCTS.map(|(name, family, cents)| product(tenant, name, family, cents)).to_vec(),
        cases: Vec::new(),
        passages: Vec::new(),
    };
    for run in &RUNS {
        for month in 0..12 {
            for _ in 0..run.monthly {
                let opened = HISTORY.saturating_add((month * 30 + chance.between(0, 29)).days());
                add_case(&mut made, tenant, run, opened, &mut chance);
            }
        }
    }
    made
}

fn sellers(tenant: TenantId) -> Vec<Person> {
    let mut people = Vec::new();
    for (place, team) in TEAMS.iter().enumerate() {
        for seat in 0..SELLERS_PER_TEAM {
            let rank = place * SELLERS_PER_TEAM + seat;
            let key = format!("{}-{:02}", team.to_lowercase(), seat + 1);
            people.push(Person {
                id: PersonId::of(tenant, &key),
                key,
                name: format!(
                    "{} {}",
                    names::FIRST[rank % names::FIRST.len()],
                    names::LAST[(rank * 3 + place) % names::LAST.len()]
                ),
                team: (*team).into(),
                region: (*team).into(),
            });
        }
    }
    people
}

/// Same hours for all; a week of leave for one in three; a few part times; one caller and one
/// presales engineer per team.
fn workshop(sellers: &[Person], chance: &mut Chance) -> String {
    let mut text = include_str!("../../../../examples/lumen/workshop.toml").to_owned();
    let mut add = |code: &str, name: &str, kind: &str, team: &str, share: &str, leave: Option<Date>| {
        let _ = write!(
            text,
            "\n[[resource]]\ncode = \"{code}\"\nname = \"{name}\"\nkind = \"{kind}\"\nteam = \"{team}\"\ncalendar = \"standard\"\nshare = {share}\n"
        );
        if let Some(first) = leave {
            let last = first.saturating_add(4.days());
            let _ = writeln!(text, "leave = [{{ from = {first}, to = {last} }}]");
        }
    };
    for seller in sellers {
        let leave = chance.happens(350_000).then(|| TODAY.saturating_add((7 * chance.between(1, 11)).days()));
        add(&seller.key, &seller.name, "seller", &seller.team, "0.4", leave);
    }
    for (place, team) in TEAMS.iter().enumerate() {
        for (kind, first, share) in [("caller", 10, "0.7"), ("presales", 20, "0.6")] {
            for seat in 0..2 {
                let code = format!("{kind}-{}-{}", team.to_lowercase(), seat + 1);
                let name = format!(
                    "{} {}",
                    names::FIRST[(first + place * 2 + seat) % names::FIRST.len()],
                    names::LAST[(first + place + seat * 9 + 5) % names::LAST.len()]
                );
                add(&code, &name, kind, team, share, None);
            }
        }
    }
    text
}

fn accounts(tenant: TenantId, chance: &mut Chance) -> Vec<Account> {
    let mut made = Vec::new();
    for first in names::FIRM {
        for second in names::PLACE {
            let name = format!("{first} {second}");
            let rank = names::METRIOS + made.len();
            made.push(names::known(
                Account {
                    id: AccountId::of(tenant, &name),
                    key: name.clone(),
                    name,
                    sector: (*chance.pick(&names::SECTOR)).into(),
                    country: "France".into(),
                    parent: None,
                    facets: BTreeMap::new(),
                },
                rank,
            ));
        }
    }
    made
}

fn product(tenant: TenantId, name: &str, family: &str, cents: i64) -> Product {
    Product {
        id: ProductId::of(tenant, name),
        key: name.into(),
        name: name.into(),
        family: family.into(),
        price: Some(Money { cents, currency: Currency::EUR }),
    }
}

/// Walks a case through its process until it is lost, won, or today.
fn add_case(made: &mut Company, tenant: TenantId, run: &Run, opened: Date, chance: &mut Chance) {
    let key = format!("L{:05}", made.cases.len() + 1);
    let id = CaseId::of(tenant, &key);
    let product = chance.pick(&made.products).clone();
    let price = product.price.map_or(0, |price| price.cents);
    let mut day = opened;
    let mut standing = Standing::Won;
    let mut step = run.steps[0].0;
    for (code, through, typical) in run.steps {
        step = code;
        let left = day.saturating_add(chance.stay(*typical).days());
        let open = left >= TODAY;
        made.passages.push(Passage {
            case: id,
            step: (*code).into(),
            entered_on: day,
            left_on: (!open).then_some(left),
        });
        if open {
            standing = Standing::Open;
            break;
        }
        day = left;
        if !chance.happens(*through) {
            standing = Standing::Lost;
            break;
        }
    }
    made.cases.push(Case {
        id,
        key,
        account: Some(chance.pick(&made.accounts).id),
        owner: Some(chance.pick(&made.people).id),
        product: Some(product.id),
        stage: step.into(),
        standing,
        process: Some(run.process.into()),
        step: Some(step.into()),
        engaged_on: Some(opened),
        closed_on: (standing != Standing::Open).then_some(day),
        value: Some(Money { cents: price * chance.between(70, 130) / 100, currency: Currency::EUR }),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lumen_is_the_same_every_time_and_has_a_year_behind_it() {
        let (once, again) = (lumen(), lumen());
        assert_eq!(once.cases, again.cases);
        assert_eq!(once.passages, again.passages);
        assert_eq!(once.people.len(), 40);
        assert_eq!(once.processes.len(), 3);
        assert!(once.cases.iter().any(|case| case.standing == Standing::Open));
        assert!(once.cases.iter().all(|case| case.closed_on.is_none_or(|day| day < TODAY)));
    }

    #[test]
    fn nobody_has_two_names() {
        let names: std::collections::BTreeSet<_> =
            lumen().people.into_iter().map(|person| person.name).collect();
        assert_eq!(names.len(), 40);
    }
}
