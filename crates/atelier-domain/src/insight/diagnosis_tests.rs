//! The diagnosis on small histories, on a real export when it is present, and on a million cases.

use super::super::{MEDIANS_NEEDED, SHARES_NEEDED};
use super::*;
use crate::execution::Standing;
use crate::language::{
    AccountId, CaseId, Catalogue, Lang, Minutes, Money, PersonId, ProductId, TenantId, Yield,
};
use crate::process::{Bilingual, Step};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::HashMap;

const TODAY: Date = date(2017, 12, 31);

fn tenant() -> TenantId {
    TenantId::of("metrios")
}

fn person(name: &str, team: &str) -> Person {
    let (name, team) = (name.to_owned(), team.to_owned());
    Person { id: PersonId::of(tenant(), &name), key: name.clone(), name, team, region: String::new() }
}

fn case(at: usize, standing: Standing, owner: Option<&Person>, days: i64) -> Case {
    Case {
        id: CaseId::of(tenant(), &at.to_string()),
        key: at.to_string(),
        account: Some(AccountId::of(tenant(), "Isdom")),
        owner: owner.map(|person| person.id),
        product: None,
        stage: format!("{standing:?}"),
        standing,
        process: None,
        step: None,
        engaged_on: TODAY.checked_sub(days.days()).ok(),
        closed_on: Some(TODAY),
        value: Some(Money { cents: 10_000, currency: Currency::EUR }),
    }
}

fn history<'a>(cases: &'a [Case], people: &'a [Person]) -> History<'a> {
    History { cases, passages: &[], people, products: &[], orders: &[], process: None, today: TODAY }
}

fn step(code: &str, yields: Option<u32>) -> Step {
    let (code, yields) = (code.to_owned(), yields.and_then(Yield::new));
    let name = Bilingual::default();
    Step { code, name, yields, lead_days: 7, after: vec![], evidence: vec![], operations: vec![] }
}

fn process() -> Process {
    Process {
        code: "hunt".into(),
        version: 1,
        name: Bilingual::default(),
        function: "prospecting".into(),
        owner: "Lea".into(),
        line: None,
        objectives: vec![],
        target: vec![],
        steps: vec![step("goal", Some(200_000)), step("solution", Some(500_000)), step("order", None)],
        planning: None,
        indicators: vec![],
        kinds: vec![],
        lines: vec![],
        valid_from: None,
    }
}

fn missing(diagnosis: &Diagnosis, why: Missing) -> usize {
    diagnosis.unmeasured.iter().find(|gap| gap.why == why).map_or(0, |gap| gap.count)
}

#[test]
fn too_few_cases_give_no_number() {
    let people = [person("Ana", "North"), person("Bob", "North")];
    let standing = |at| if at % 2 == 0 { Standing::Won } else { Standing::Lost };
    let cases: Vec<_> = (0..29).map(|at| case(at, standing(at), Some(&people[0]), 10)).collect();
    let diagnosis = diagnose(&history(&cases, &people));
    assert_eq!(diagnosis.whole.yields, Measure::Insufficient { n: 29, needed: SHARES_NEEDED });
    assert!(diagnosis.whole.won_days.known().is_some(), "15 durations make a median");
    let worth = &diagnosis.whole.values[0];
    assert_eq!(
        (worth.won, worth.won_cents, worth.open_cents),
        (15, 150_000, 0),
        "what is lost is worth nothing"
    );
    let bob = &diagnosis.owners[1].figures;
    assert_eq!(bob.yields, Measure::Insufficient { n: 0, needed: SHARES_NEEDED });
    assert_eq!(bob.won_days, Measure::Insufficient { n: 0, needed: MEDIANS_NEEDED });
    let json = serde_json::to_value(&diagnosis).unwrap();
    assert_eq!(json["owners"][1]["figures"]["yields"]["insufficient"]["n"], 0);
    let said = diagnosis.owners[1].figures.words(Catalogue::of(Lang::Fr)).concat();
    assert!(said.contains("insuffisant") && !said.contains('%'), "{said}");
}

#[test]
fn what_could_not_be_measured_is_listed_with_its_count() {
    let mut cases: Vec<_> = (0..8).map(|at| case(at, Standing::Won, None, 10)).collect();
    cases[0].engaged_on = None;
    cases[1].engaged_on = Some(TODAY);
    cases[1].closed_on = TODAY.yesterday().ok();
    cases[2].closed_on = TODAY.tomorrow().ok();
    cases[3].value = None;
    for (at, case) in cases[4..7].iter_mut().enumerate() {
        case.standing = Standing::Open;
        case.account = None;
        case.engaged_on = case.engaged_on.filter(|_| at > 0);
    }
    let diagnosis = diagnose(&history(&cases, &[]));
    let counts = [
        (Missing::StageHistory, 8),
        (Missing::WorkingTimes, 8),
        (Missing::CycleDates, 1),
        (Missing::ReversedDates, 1),
        (Missing::FutureDates, 1),
        (Missing::EntryDate, 1),
        (Missing::WonValue, 1),
        (Missing::OpenAccount, 3),
        (Missing::Owner, 8),
        (Missing::Product, 8),
        (Missing::OpenValue, 0),
    ];
    for (why, count) in counts {
        assert_eq!(missing(&diagnosis, why), count, "{why:?}");
    }
    assert_eq!(diagnosis.whole.won_days, Measure::Insufficient { n: 2, needed: 12 });
}

#[test]
fn every_sentence_exists_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let words = Catalogue::of(lang);
        for why in Missing::ALL {
            assert!(words.has(why.message()), "{lang:?} {why:?}");
        }
        let cases: Vec<_> = (0..40).map(|at| case(at, Standing::Won, None, 10)).collect();
        let passages: Vec<_> = cases.iter().map(|case| stay(case, "goal", 20, Some(10))).collect();
        let process = process();
        for cases in [&cases[..], &cases[..1]] {
            let history = History { passages: &passages, process: Some(&process), ..history(cases, &[]) };
            for line in diagnose(&history).words(words) {
                assert!(!line.starts_with("insight-") && !line.contains('{'), "{line}");
            }
        }
    }
}

fn stay(case: &Case, step: &str, from_days: i64, to_days: Option<i64>) -> Passage {
    let day = |ago: i64| TODAY.checked_sub(ago.days()).unwrap();
    Passage { case: case.id, step: step.into(), entered_on: day(from_days), left_on: to_days.map(day) }
}

#[test]
fn a_stage_history_gives_yield_stay_and_returns_of_each_step() {
    // 30 lost in the first step; 10 won through all of them, one of which came back once; 5 still open.
    let lost = (0..30).map(|at| case(at, Standing::Lost, None, 30));
    let won = (30..40).map(|at| case(at, Standing::Won, None, 30));
    let cases: Vec<_> =
        lost.chain(won).chain((40..45).map(|at| case(at, Standing::Open, None, 30))).collect();
    let mut passages: Vec<_> = cases[..30].iter().map(|case| stay(case, "goal", 30, Some(20))).collect();
    for case in &cases[30..40] {
        passages.push(stay(case, "goal", 30, Some(26)));
        passages.push(stay(case, "solution", 26, Some(20)));
        passages.push(stay(case, "order", 10, Some(5)));
    }
    passages.push(stay(&cases[30], "goal", 20, Some(15)));
    passages.push(stay(&cases[30], "solution", 15, Some(10)));
    passages.extend(cases[40..].iter().map(|case| stay(case, "goal", 30, None)));
    passages.push(stay(&case(99, Standing::Won, None, 1), "goal", 3, None));
    passages.push(stay(&cases[44], "elsewhere", 3, None));

    let process = process();
    let history = History { passages: &passages, process: Some(&process), ..history(&cases, &[]) };
    let diagnosis = diagnose(&history);
    let goal = &diagnosis.steps[0];
    assert_eq!((goal.entered, goal.pending, goal.back), (45, 5, 0));
    let rate = goal.yields.known().unwrap();
    assert_eq!((rate.part, rate.whole), (10, 40), "the case that came back counts once");
    assert!((goal.stay_days.known().unwrap().median - 10.0).abs() < 1e-9);
    assert_eq!(goal.stay_days.known().unwrap().n, 41);
    assert_eq!(diagnosis.steps[1].back, 1);
    assert_eq!(diagnosis.steps[1].yields, Measure::Insufficient { n: 10, needed: 30 });
    assert_eq!(missing(&diagnosis, Missing::ForeignPassages), 2);
    assert_eq!(missing(&diagnosis, Missing::StageHistory), 0);
}

#[test]
fn declared_times_give_the_real_time_of_an_operation() {
    use crate::execution::{Outcome, Report, State};
    use crate::language::OrderId;
    let mut process = process();
    process.steps[0].operations = vec![operation("meet")];
    let orders: Vec<_> = (0..12_i64)
        .map(|at| crate::execution::ActionOrder {
            id: OrderId::of(tenant(), &at.to_string()),
            case: None,
            customer: String::new(),
            process: "hunt".into(),
            version: 1,
            step: "goal".into(),
            operation: "meet".into(),
            kinds: vec![],
            people: vec![],
            units: 2,
            minutes: Minutes(60),
            start: None,
            end: None,
            due: None,
            purpose: None,
            theme: None,
            state: State::Closed(Report {
                outcome: Outcome::NoProgress,
                minutes: Minutes(100 + at),
                at: TODAY.at(9, 0, 0, 0),
            }),
        })
        .collect();
    let with = |orders| diagnose(&History { orders, process: Some(&process), ..history(&[], &[]) });
    let minutes = with(&orders).operations[0].minutes;
    assert!((minutes.known().unwrap().median - 52.5).abs() < 1e-9, "{minutes:?}");
    assert_eq!(with(&orders[..11]).operations[0].minutes, Measure::Insufficient { n: 11, needed: 12 });
    assert!(!with(&orders).unmeasured.iter().any(|gap| gap.why == Missing::WorkingTimes));
}

fn operation(code: &str) -> crate::process::Operation {
    crate::process::Operation {
        code: code.into(),
        name: Bilingual::default(),
        kinds: vec!["seller".into()],
        prepare: Minutes(0),
        run: Minutes(60),
        travel: Minutes(0),
        lot: 1,
        channel: crate::process::Channel::Call,
        skill: None,
        automated: false,
        wait_days: 0,
        wait_days_max: None,
        strength: crate::process::Strength::Recommended,
        split: false,
        room: None,
        alternatives: vec![],
        playbook: Bilingual::default(),
        checklist: vec![],
        conversation: None,
    }
}

/// Counts and sums of a figure, which add up across groups.
fn sums(figures: &Figures) -> [i64; 5] {
    let cents = figures.values.iter().map(|worth| (worth.won_cents, worth.open_cents));
    let (won, open) = cents.fold((0, 0), |sum, cents| (sum.0 + cents.0, sum.1 + cents.1));
    [figures.won as i64, figures.lost as i64, figures.open as i64, won, open]
}

fn total(groups: &[Group]) -> [i64; 5] {
    groups.iter().map(|group| sums(&group.figures)).fold([0; 5], |mut sum, group| {
        sum.iter_mut().zip(group).for_each(|(sum, part)| *sum += part);
        sum
    })
}

proptest! {
    #[test]
    fn groups_sum_to_the_whole(drawn in proptest::collection::vec((0_usize..3, 0_usize..5, -3_i64..90), 0..80)) {
        let people = [person("Ana", "North"), person("Bob", "South"), person("Cy", ""), person("Di", "North")];
        let standings = [Standing::Open, Standing::Won, Standing::Lost];
        let cases: Vec<_> = drawn.iter().enumerate()
            .map(|(at, (standing, owner, days))| case(at, standings[*standing], people.get(*owner), *days))
            .collect();
        let diagnosis = diagnose(&history(&cases, &people));
        prop_assert_eq!(diagnosis.whole.cases(), cases.len());
        for groups in [&diagnosis.teams, &diagnosis.owners, &diagnosis.products, &diagnosis.stages] {
            prop_assert_eq!(total(groups), sums(&diagnosis.whole));
        }
    }
}

/// The rows of a file of the export, without the header; its cells hold no quoted comma.
fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/crm-sales-opportunities/");
    let text = std::fs::read_to_string(format!("{folder}{file}")).ok()?;
    Some(text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect())
}

fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(2_000 + year, month as i8, day as i8).ok()
}

fn export() -> Option<(Vec<Case>, Vec<Person>, Vec<Product>)> {
    let people: Vec<_> = rows("sales_teams.csv")?.iter().map(|row| person(&row[0], &row[1])).collect();
    let product = |row: &Vec<String>| Product {
        id: ProductId::of(tenant(), &row[0]),
        key: row[0].clone(),
        name: row[0].clone(),
        family: row[1].clone(),
        price: None,
    };
    let products: Vec<_> = rows("products.csv")?.iter().map(product).collect();
    let currency: Currency = "USD".parse().ok()?;
    let read = |row: &Vec<String>| {
        let name = if row[2] == "GTXPro" { "GTX Pro" } else { &row[2] };
        Case {
            id: CaseId::of(tenant(), &row[0]),
            key: row[0].clone(),
            account: Some(AccountId::of(tenant(), &row[3])).filter(|_| !row[3].is_empty()),
            owner: Some(PersonId::of(tenant(), &row[1])),
            product: Some(ProductId::of(tenant(), name)),
            stage: row[4].clone(),
            standing: match row[4].as_str() {
                "Won" => Standing::Won,
                "Lost" => Standing::Lost,
                _ => Standing::Open,
            },
            process: None,
            step: None,
            engaged_on: day(&row[5]),
            closed_on: day(&row[6]),
            value: row[7].parse::<i64>().ok().map(|units| Money { cents: units * 100, currency }),
        }
    };
    Some((rows("sales_pipeline.csv")?.iter().map(read).collect(), people, products))
}

#[test]
fn the_export_of_a_real_sales_force_gives_its_known_figures() {
    let Some((cases, people, products)) = export() else {
        println!("skipped: the shared data are absent");
        return;
    };
    let diagnosis = diagnose(&History { products: &products, ..history(&cases, &people) });
    let whole = &diagnosis.whole;
    assert_eq!((whole.won, whole.lost, whole.open), (4_238, 2_473, 2_089));
    assert!((whole.yields.known().unwrap().value() - 0.6315).abs() < 5e-5);
    let (won, lost) = (whole.won_days.known().unwrap(), whole.lost_days.known().unwrap());
    assert!((won.mean - 51.78).abs() < 5e-3 && (won.median - 57.0).abs() < 1e-9, "{won:?}");
    assert!((lost.mean - 41.48).abs() < 5e-3 && (lost.median - 14.0).abs() < 1e-9, "{lost:?}");
    let insufficient = diagnosis.owners.iter().filter(|owner| owner.figures.yields.known().is_none()).count();
    assert_eq!((diagnosis.owners.len(), insufficient), (35, 5));
    assert_eq!((diagnosis.products.len(), missing(&diagnosis, Missing::Product)), (7, 0));
    assert_eq!(missing(&diagnosis, Missing::EntryDate), 500, "prospecting cases have no date");
    for line in diagnosis.words(Catalogue::of(Lang::Fr)) {
        println!("{line}");
    }
}

/// `cargo test --release -p atelier-domain a_million -- --ignored --nocapture` prints the time taken.
#[test]
#[ignore = "a measure, in release"]
fn a_million_cases_are_read_within_two_seconds() {
    let people: Vec<_> = (0..500).map(|at| person(&format!("p{at}"), &format!("t{}", at % 40))).collect();
    let standings = [Standing::Open, Standing::Won, Standing::Lost];
    let ids: HashMap<usize, PersonId> = people.iter().map(|person| person.id).enumerate().collect();
    let cases: Vec<_> = (0..1_000_000)
        .map(|at| {
            let mut one = case(at, standings[at % 3], None, (at * 7_919 % 300) as i64);
            one.owner = ids.get(&(at * 31 % 500)).copied();
            one
        })
        .collect();
    let start = std::time::Instant::now();
    let diagnosis = diagnose(&history(&cases, &people));
    let taken = start.elapsed();
    println!("{} cases in {} ms", diagnosis.whole.cases(), taken.as_millis());
    assert!(taken.as_secs() < 2);
}
