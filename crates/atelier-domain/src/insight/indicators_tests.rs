//! Indicators over a small quarter: their figures, what makes them, what they refuse.

use super::super::{Event, occurrences};
use super::*;
use crate::execution::{ActionOrder, Backing, Case, Outcome, Passage, Report, Standing, State};
use crate::language::{AccountId, CaseId, Minutes, Money, OrderId, Share, TenantId, Yield};
use crate::process::{Objective, Step, Unit};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

fn quarter() -> Period {
    Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap()
}

fn step(code: &str, yields: Option<u32>) -> Step {
    let (code, yields) = (code.to_owned(), yields.and_then(Yield::new));
    let name = Bilingual { fr: format!("étape {code}"), en: String::new() };
    Step { code, name, yields, lead_days: 7, after: vec![], evidence: vec![], operations: vec![] }
}

fn process() -> Process {
    let objective = Objective {
        code: "q1".into(),
        name: Bilingual::default(),
        unit: Unit::Margin,
        quantity: 18_000_000,
        currency: Currency::EUR,
        average_deal: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
        margin_rate: Share::new(3_600),
        period: quarter(),
        owner: "Lea".into(),
        line: None,
        due: BTreeMap::new(),
    };
    Process {
        code: "hunt".into(),
        version: 1,
        name: Bilingual::default(),
        function: "prospecting".into(),
        owner: "Lea".into(),
        line: None,
        objectives: vec![objective],
        target: vec![],
        steps: vec![step("goal", Some(200_000)), step("solution", Some(500_000)), step("order", None)],
        planning: None,
        indicators: vec![],
        kinds: vec![],
        lines: vec![],
        valid_from: None,
    }
}

fn case(key: &str, standing: Standing, account: &str, closed: Date) -> Case {
    let tenant = TenantId::of("metrios");
    Case {
        id: CaseId::of(tenant, key),
        key: key.into(),
        account: Some(AccountId::of(tenant, account)),
        owner: None,
        product: None,
        stage: String::new(),
        standing,
        process: Some("hunt".into()),
        step: None,
        engaged_on: Some(date(2027, 1, 4)),
        closed_on: Some(closed),
        value: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
    }
}

fn order(name: &str, due: Date, state: State) -> ActionOrder {
    ActionOrder {
        id: OrderId::of(TenantId::of("metrios"), name),
        case: None,
        customer: String::new(),
        process: "hunt".into(),
        version: 1,
        step: "goal".into(),
        operation: "meet".into(),
        kinds: vec![],
        people: vec!["ana".into(), "bob".into()],
        units: 1,
        minutes: Minutes(90),
        start: Some(due.at(9, 0, 0, 0)),
        end: Some(due.at(10, 30, 0, 0)),
        due: None,
        purpose: None,
        theme: None,
        state,
    }
}

fn done(on: Date) -> State {
    let outcome = Outcome::Progress(Backing::WithoutEvidence);
    State::Done(Report { outcome, minutes: Minutes(100), at: on.at(18, 0, 0, 0) })
}

/// 18 won in the quarter on 9 accounts, 1 won before, 1 the day after, 9 lost, 2 open; one win of another process.
fn cases() -> Vec<Case> {
    let won = (0..18).map(|at| {
        case(&format!("w{at}"), Standing::Won, &format!("a{}", at % 9), date(2027, 2, 1 + at as i8))
    });
    let lost = (0..9).map(|at| case(&format!("l{at}"), Standing::Lost, "b", date(2027, 3, 1)));
    let open = (0..2).map(|at| case(&format!("o{at}"), Standing::Open, "c", date(2027, 3, 1)));
    let mut before = case("before", Standing::Won, "a0", date(2026, 12, 1));
    before.engaged_on = Some(date(2026, 10, 1));
    let mut foreign = case("foreign", Standing::Won, "z", date(2027, 2, 1));
    foreign.process = Some("renewals".into());
    let after = case("after", Standing::Won, "a0", date(2027, 4, 3));
    won.chain(lost).chain(open).chain([before, after, foreign]).collect()
}

fn read_on(code: &str, cases: &[Case], passages: &[Passage], orders: &[ActionOrder]) -> Reading {
    let process = process();
    let mut found = occurrences(&process, cases, passages, orders, date(2027, 1, 31));
    found.push(Occurrence::capacity(date(2027, 1, 12), uuid::Uuid::nil(), Minutes(360)));
    let dictionary = Dictionary::standard(&process).unwrap();
    dictionary.get(code).unwrap().follow(Err(Unplanned::NoPlan), &found, quarter()).unwrap().actual
}

fn objects(counted: &[Counted]) -> Vec<Uuid> {
    counted.iter().map(|one| one.object).collect()
}

#[test]
fn clicking_18_opens_the_18_deals() {
    let reading = read_on("deals", &cases(), &[], &[]);
    assert_eq!((reading.number, reading.trace.len()), (Some(Decimal::from(18)), 18));
    let wins: Vec<_> = cases()[..18].iter().map(|case| case.id.0).collect();
    assert_eq!(objects(&reading.trace), wins, "in the order of their days");
    assert_eq!(reading.trace[0].on, date(2027, 2, 1), "dated by the day of the win");
}

#[test]
fn the_figures_of_a_quarter() {
    let number = |code| read_on(code, &cases(), &[], &[]).number.unwrap();
    assert_eq!(number("contacts"), Decimal::from(30));
    assert_eq!(number("customers"), Decimal::from(8), "a0 was already a customer");
    assert_eq!(number("revenue"), Decimal::from(18 * 2_500_000));
    assert_eq!(number("margin"), Decimal::from(18 * 900_000));
    assert_eq!(number("yield"), Decimal::from(18) / Decimal::from(27));
    assert_eq!(number("lead-time"), Decimal::new(365, 1));
    let yields = read_on("yield", &cases(), &[], &[]);
    assert_eq!((yields.trace.len(), yields.over.len()), (18, 27));
    assert_eq!(read_on("yield", &[], &[], &[]).number, None, "nothing closed: no yield rather than 0");
}

#[test]
fn steps_are_followed_from_the_stage_history() {
    let cases = cases();
    let stay = |case: &Case, step: &str, from, to| Passage {
        case: case.id,
        step: step.into(),
        entered_on: from,
        left_on: Some(to),
    };
    let (day, later) = (date(2027, 1, 10), date(2027, 1, 20));
    let mut passages: Vec<_> = cases[..20].iter().map(|case| stay(case, "goal", day, later)).collect();
    passages.extend(cases[..5].iter().map(|case| stay(case, "solution", later, date(2027, 1, 27))));
    let number = |code| read_on(code, &cases, &passages, &[]).number;
    assert_eq!(number("proposals"), Some(Decimal::from(5)));
    assert_eq!(number("lead-time:goal"), Some(Decimal::from(10)));
    // 18 won went through, 2 lost fell.
    assert_eq!(number("yield:goal"), Some(Decimal::new(9, 1)));
    assert_eq!(number("lead-time:order"), None);
}

#[test]
fn adherence_counts_what_was_due_and_load_what_is_planned() {
    let day = date(2027, 1, 12);
    let orders = [
        order("on time", day, done(day)),
        order("late", day, done(day.tomorrow().unwrap())),
        order("not done", day, State::Released),
        order("cancelled", day, State::Cancelled { why: "moved".into() }),
        order("not yet due", date(2027, 3, 1), State::Firm),
    ];
    let adherence = read_on("adherence", &[], &[], &orders);
    assert_eq!((objects(&adherence.trace), adherence.over.len()), (vec![orders[0].id.0], 3));
    // Four orders of 90 minutes for two people, over 360.
    assert_eq!(read_on("load-ratio", &[], &[], &orders).number, Some(Decimal::from(2)));
}

#[test]
fn a_formula_on_an_unknown_event_is_refused_naming_the_known_ones() {
    let refusal = "count(unicorn-seen)".parse::<Formula>().unwrap_err();
    assert_eq!(refusal.code, "insight/unknown-event");
    for lang in [Lang::Fr, Lang::En] {
        let said = refusal.sentences(Catalogue::of(lang)).concat();
        assert!(said.contains("unicorn-seen") && said.contains("case-won"), "{said}");
    }
    let over = "count(case-won) / count(unicorn-seen)".parse::<Formula>().unwrap_err();
    assert_eq!(over.code, "insight/unknown-event");
    for text in ["", "count", "count(case-won", "sum(case-won)", "count(case-won, days)", "rank(case-won)"] {
        assert_eq!(text.parse::<Formula>().unwrap_err().code, "insight/formula-unreadable", "{text}");
    }
    for text in ["count(case-won) + 1", "count(case-won) / 2", "count(case-won) * x", "sum(case-won, hats)"] {
        assert_eq!(text.parse::<Formula>().unwrap_err().code, "insight/formula-unreadable", "{text}");
    }
    for (event, name) in Event::ALL {
        assert_eq!(format!("count({name})").parse::<Formula>().unwrap().term.event, event);
    }
}

#[test]
fn every_refusal_speaks_both_languages() {
    let codes = [
        "insight/unknown-event",
        "insight/formula-unreadable",
        "insight/indicator-defined-twice",
        "insight/unknown-step",
        "insight/mixed-currencies",
        "insight/nothing-accepted",
        "insight/nobody-accepts",
        "insight/standard-accepted-twice",
        "insight/standard-moved",
    ];
    for (code, lang) in codes.iter().flat_map(|code| [(code, Lang::Fr), (code, Lang::En)]) {
        for said in Refusal::new(code).sentences(Catalogue::of(lang)) {
            assert!(!said.starts_with("insight-"), "{lang:?} {said}");
        }
    }
}

#[test]
fn a_second_definition_and_an_unknown_step_are_refused_together() {
    let process = process();
    let one = |code: &str, formula: &str| Definition {
        code: code.into(),
        name: Bilingual::default(),
        formula: formula.parse().unwrap(),
        owner: "Lea".into(),
        decision: Bilingual::default(),
        planned: Bilingual::default(),
    };
    let twice = vec![
        one("deals", "count(case-won)"),
        one("deals", "count(case-lost)"),
        one("x", "count(step-left:y)"),
    ];
    let codes = Dictionary::new(twice, &process).unwrap_err().codes();
    assert_eq!(codes, ["insight/indicator-defined-twice", "insight/unknown-step"]);
}

#[test]
fn amounts_of_two_currencies_are_not_added() {
    let process = process();
    let mut cases = cases();
    cases[3].value = Some(Money { cents: 1, currency: "USD".parse().unwrap() });
    let found = occurrences(&process, &cases, &[], &[], date(2027, 1, 31));
    let dictionary = Dictionary::standard(&process).unwrap();
    let revenue = dictionary.get("revenue").unwrap();
    assert_eq!(
        revenue.follow(Err(Unplanned::NoPlan), &found, quarter()).unwrap_err().code,
        "insight/mixed-currencies"
    );
    assert!(dictionary.get("deals").unwrap().follow(Err(Unplanned::NoPlan), &found, quarter()).is_ok());
}

#[test]
fn the_gap_is_actual_less_planned_and_every_definition_is_named_in_both_languages() {
    let (process, cases) = (process(), cases());
    let found = occurrences(&process, &cases, &[], &[], date(2027, 1, 31));
    let dictionary = Dictionary::standard(&process).unwrap();
    let followed = dictionary.get("deals").unwrap().follow(
        Ok(Expected { number: Decimal::from(20), currency: None }),
        &found,
        quarter(),
    );
    assert_eq!(followed.unwrap().gap(), Some(Decimal::from(-2)));
    assert_eq!(dictionary.all().len(), 16);
    for one in dictionary.all() {
        for said in
            [&one.name.fr, &one.name.en, &one.decision.fr, &one.decision.en, &one.planned.fr, &one.planned.en]
        {
            assert!(!said.starts_with("insight-"), "{said}");
        }
    }
    for (why, lang) in Unplanned::ALL.iter().flat_map(|why| [(why, Lang::Fr), (why, Lang::En)]) {
        let said = Catalogue::of(lang).plain(&format!("insight-unplanned-{}", why.code()));
        assert!(!said.starts_with("insight-"), "{said}");
    }
}
