//! Whose yield stands apart, on small histories.

use super::*;
use crate::execution::{Case, Passage};
use crate::language::{Catalogue, Lang, TenantId, Yield};
use crate::process::{Bilingual, Step};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 12, 31);

fn tenant() -> TenantId {
    TenantId::of("metrios")
}

fn person(name: &str, team: &str) -> Person {
    let (name, team) = (name.to_owned(), team.to_owned());
    Person { id: PersonId::of(tenant(), &name), key: name.clone(), name, team, region: String::new() }
}

fn process() -> Process {
    let step = |code: &str, yields: Option<u32>| Step {
        code: code.into(),
        name: Bilingual::default(),
        yields: yields.and_then(Yield::new),
        lead_days: 7,
        after: vec![],
        evidence: vec![],
        operations: vec![],
    };
    Process {
        code: "hunt".into(),
        version: 1,
        name: Bilingual::default(),
        function: "prospecting".into(),
        owner: "Lea".into(),
        line: None,
        objectives: vec![],
        target: vec![],
        steps: vec![step("goal", Some(200_000)), step("order", None)],
        planning: None,
        indicators: vec![],
        kinds: vec![],
        lines: vec![],
        valid_from: None,
    }
}

/// `won` and `lost` cases of somebody, after those there are.
fn add(cases: &mut Vec<Case>, who: &Person, won: usize, lost: usize) {
    for at in 0..won + lost {
        let key = cases.len().to_string();
        cases.push(Case {
            id: CaseId::of(tenant(), &key),
            key,
            account: None,
            owner: Some(who.id),
            product: None,
            stage: String::new(),
            standing: if at < won { Standing::Won } else { Standing::Lost },
            process: None,
            step: None,
            engaged_on: Some(date(2026, 1, 1)),
            closed_on: Some(TODAY),
            value: None,
        });
    }
}

fn found(cases: &[Case], people: &[Person], passages: &[Passage]) -> Facts {
    let process = process();
    let process = Some(&process);
    facts(&History { cases, passages, people, products: &[], orders: &[], process, today: TODAY })
}

fn told(gaps: &[Gap]) -> Vec<(Whose, i64, i64, i64, i64)> {
    gaps.iter()
        .map(|gap| (gap.whose.clone(), gap.part, gap.whole, gap.others_part, gap.others_whole))
        .collect()
}

#[test]
fn a_seller_and_a_team_below_the_others_are_named() {
    let people = [person("Ana", "North"), person("Bob", "South"), person("Cid", "South")];
    let mut cases = Vec::new();
    add(&mut cases, &people[0], 60, 40);
    add(&mut cases, &people[1], 58, 42);
    add(&mut cases, &people[2], 10, 40);
    let gaps = found(&cases, &people, &[]).gaps;
    let expected = [
        // 68 of 150 against 60 of 100: 37 to 53 % against 50 to 69 %: the intervals meet, no team is named.
        (Whose::Person("Cid".into()), 10, 50, 118, 200),
    ];
    assert_eq!(told(&gaps), expected);
    assert!(gaps.iter().all(|gap| gap.step.is_none()), "without stage history, of the whole process");

    add(&mut cases, &people[2], 10, 90);
    let gaps = found(&cases, &people, &[]).gaps;
    let expected =
        [(Whose::Team("South".into()), 78, 250, 60, 100), (Whose::Person("Cid".into()), 20, 150, 118, 200)];
    assert_eq!(told(&gaps), expected);
}

#[test]
fn too_few_cases_say_nothing_however_low() {
    let people = [person("Ana", ""), person("Bob", "")];
    let mut cases = Vec::new();
    add(&mut cases, &people[0], 200, 100);
    add(&mut cases, &people[1], 0, 29);
    assert_eq!(found(&cases, &people, &[]).gaps, [], "29 outcomes");
    add(&mut cases, &people[1], 0, 1);
    assert_eq!(told(&found(&cases, &people, &[]).gaps), [(Whose::Person("Bob".into()), 0, 30, 200, 300)]);
    assert_eq!(found(&cases[300..], &people, &[]).gaps, [], "there is nobody to compare with");
    assert_eq!(found(&[], &people, &[]), Facts::default());
}

#[test]
fn with_a_stage_history_it_is_said_of_the_step() {
    let people = [person("Ana", ""), person("Bob", "")];
    let mut cases = Vec::new();
    add(&mut cases, &people[0], 45, 15);
    add(&mut cases, &people[1], 12, 48);
    let stay = |case: &Case, left_on| Passage {
        case: case.id,
        step: "goal".into(),
        entered_on: date(2026, 3, 1),
        left_on: Some(left_on),
    };
    let passages: Vec<Passage> = cases.iter().map(|case| stay(case, date(2026, 3, 21))).collect();
    let facts = found(&cases, &people, &passages);
    assert_eq!(facts.gaps.len(), 1);
    assert_eq!(facts.gaps[0].step.as_deref(), Some("goal"));
    assert_eq!(told(&facts.gaps), [(Whose::Person("Bob".into()), 12, 60, 45, 60)]);
    let [stay] = facts.stays.as_slice() else { panic!("{:?}", facts.stays) };
    assert_eq!((stay.step.as_str(), stay.days, stay.low, stay.high, stay.count), ("goal", 20, 20, 20, 120));
    assert!(Catalogue::of(Lang::Fr).has("planning-bottleneck-wait-measured"));
}
