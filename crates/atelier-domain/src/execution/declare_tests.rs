//! What may be declared on an action order, told as the trade tells it.

use super::*;
use crate::language::{Catalogue, Lang, TenantId};
use crate::process::Bilingual;
use jiff::civil::{date, datetime};

fn order(name: &str, case: Option<&str>, state: State) -> ActionOrder {
    let tenant = TenantId::of("metrios");
    ActionOrder {
        id: OrderId::of(tenant, name),
        case: case.map(|key| CaseId::of(tenant, key)),
        customer: "Isdom".into(),
        process: "hunt".into(),
        version: 1,
        step: "goal".into(),
        operation: "meet".into(),
        kinds: vec!["seller".into()],
        people: vec!["ana".into()],
        units: 1,
        minutes: Minutes(90),
        start: None,
        end: None,
        due: None,
        purpose: None,
        theme: None,
        state,
    }
}

fn in_phase(phase: Phase) -> ActionOrder {
    let report =
        Report { outcome: Outcome::NoProgress, minutes: Minutes(60), at: datetime(2027, 1, 11, 9, 0, 0, 0) };
    let state = match phase {
        Phase::Suggested => State::Suggested,
        Phase::Firm => State::Firm,
        Phase::Released => State::Released,
        Phase::Started => State::Started { at: report.at },
        Phase::Done => State::Done(report),
        Phase::Closed => State::Closed(report),
        Phase::Cancelled => State::Cancelled { why: "moved".into() },
    };
    order("o", Some("c"), state)
}

fn done(outcome: Outcome, minutes: i64) -> Declaration {
    Declaration::Done { outcome, minutes: Minutes(minutes), confirmed: false }
}

fn around(orders: &[ActionOrder]) -> Around<'_> {
    let now = datetime(2027, 1, 12, 17, 0, 0, 0);
    Around { now, step: None, day: Minutes(420), spent: Minutes(0), orders }
}

fn codes(result: Result<Declared, Refusals>) -> Vec<&'static str> {
    result.err().map(|refusals| refusals.codes()).unwrap_or_default()
}

fn proof(kind: &str, on: jiff::civil::Date) -> Outcome {
    Outcome::Progress(Backing::Proof(Proof { kind: kind.into(), on, reference: "letter".into() }))
}

#[test]
fn every_transition_is_in_the_table_or_refused_naming_the_allowed_ones() {
    use Phase::{Cancelled, Closed, Done, Firm, Released, Started, Suggested};
    let table = [
        (Suggested, Firm),
        (Suggested, Cancelled),
        (Firm, Released),
        (Firm, Cancelled),
        (Released, Started),
        (Released, Done),
        (Released, Cancelled),
        (Started, Done),
        (Done, Closed),
    ];
    let declarations = [
        Declaration::Firm,
        Declaration::Release,
        Declaration::Start,
        done(Outcome::NoProgress, 30),
        Declaration::Close,
        Declaration::Cancel { why: "moved".into() },
    ];
    for from in Phase::ALL {
        for declaration in &declarations {
            let to = declaration.leads_to();
            match declare(&in_phase(from), declaration, &around(&[])) {
                Ok(Declared::Accepted { order, .. }) => {
                    assert!(table.contains(&(from, to)), "{from:?} -> {to:?} must be refused");
                    assert_eq!(order.phase(), to);
                }
                Ok(other) => panic!("{other:?}"),
                Err(refusals) => {
                    assert!(!table.contains(&(from, to)), "{from:?} -> {to:?} must be accepted");
                    assert_eq!(refusals.codes(), ["execution/impossible-transition"]);
                    names_the_allowed_ones(from, &refusals);
                }
            }
        }
    }
}

fn names_the_allowed_ones(from: Phase, refusals: &Refusals) {
    for words in [Catalogue::of(Lang::Fr), Catalogue::of(Lang::En)] {
        let [_, why, _] = refusals.0[0].sentences(words);
        let why = why.replace(['\u{a0}', '\u{202f}'], " ");
        for phase in Phase::ALL.into_iter().filter(|_| !from.next().is_empty()) {
            let name = words.plain(&format!("execution-phase-{}", phase.code()));
            let quoted = [format!("« {name} »"), format!("“{name}”")];
            let is_named = quoted.iter().any(|quoted| why.contains(quoted));
            assert_eq!(is_named, from.next().contains(&phase), "{from:?} {phase:?}: {why}");
        }
    }
}

#[test]
fn every_refusal_speaks_both_languages() {
    let codes = [
        "execution/impossible-transition",
        "execution/negative-time",
        "execution/evidence-in-the-future",
        "execution/evidence-unknown",
        "execution/evidence-expired",
        "execution/no-reason",
    ];
    for (code, lang) in codes.iter().flat_map(|code| [(code, Lang::Fr), (code, Lang::En)]) {
        for said in Refusal::new(code).sentences(Catalogue::of(lang)) {
            assert!(!said.starts_with("execution-"), "{lang:?} {said}");
        }
    }
}

#[test]
fn a_time_above_the_day_is_asked_again_then_taken() {
    let order = in_phase(Phase::Started);
    let around = Around { spent: Minutes(400), ..around(&[]) };
    let asked = declare(&order, &done(Outcome::NoProgress, 30), &around).unwrap();
    assert_eq!(asked, Declared::NeedsConfirmation { declared: Minutes(430), day: Minutes(420) });
    let within = declare(&order, &done(Outcome::NoProgress, 20), &around).unwrap();
    assert!(matches!(within, Declared::Accepted { .. }), "the day exactly full is not asked");
    let confirmed = Declaration::Done { outcome: Outcome::NoProgress, minutes: Minutes(30), confirmed: true };
    let Declared::Accepted { order, .. } = declare(&order, &confirmed, &around).unwrap() else {
        panic!("a confirmed time is taken")
    };
    assert_eq!(order.report().unwrap().minutes, Minutes(30));
}

#[test]
fn disqualifying_frees_what_is_ahead_of_the_case_and_nothing_else() {
    let started = State::Started { at: datetime(2027, 1, 12, 9, 0, 0, 0) };
    let others = [
        in_phase(Phase::Released),
        order("suggested", Some("c"), State::Suggested),
        order("firm", Some("c"), State::Firm),
        order("released", Some("c"), State::Released),
        order("under way", Some("c"), started),
        order("closed", Some("c"), in_phase(Phase::Closed).state),
        order("another case", Some("d"), State::Firm),
        order("no case", None, State::Firm),
    ];
    let declaration = done(Outcome::Disqualified, 15);
    let Declared::Accepted { effects, .. } = declare(&others[0], &declaration, &around(&others)).unwrap()
    else {
        panic!("accepted")
    };
    let case = others[0].case.unwrap();
    let freed = others[1..4].iter().map(|order| Effect::Cancel(order.id));
    assert_eq!(effects, std::iter::once(Effect::Disqualify(case)).chain(freed).collect::<Vec<_>>());
    let nothing = declare(&others[0], &done(Outcome::NoProgress, 15), &around(&others)).unwrap();
    assert!(matches!(nothing, Declared::Accepted { effects, .. } if effects.is_empty()));
}

#[test]
fn evidence_is_dated_known_and_fresh() {
    let step = Step {
        code: "goal".into(),
        name: Bilingual::default(),
        yields: None,
        lead_days: 14,
        after: Vec::new(),
        evidence: vec![Evidence { code: "letter".into(), name: Bilingual::default(), valid_days: Some(30) }],
        operations: Vec::new(),
    };
    let order = in_phase(Phase::Started);
    let around = Around { step: Some(&step), ..around(&[]) };
    let check = |kind, on| codes(declare(&order, &done(proof(kind, on), 30), &around));
    assert!(check("letter", date(2027, 1, 12)).is_empty());
    assert!(check("letter", date(2026, 12, 13)).is_empty(), "thirty days old still holds");
    assert_eq!(check("letter", date(2027, 1, 13)), ["execution/evidence-in-the-future"]);
    assert_eq!(check("letter", date(2026, 12, 12)), ["execution/evidence-expired"]);
    assert_eq!(
        check("hearsay", date(2027, 1, 13)),
        ["execution/evidence-unknown", "execution/evidence-in-the-future"]
    );
}

#[test]
fn a_progress_without_evidence_is_taken_and_marked() {
    let without = done(Outcome::Progress(Backing::WithoutEvidence), 30);
    let Declared::Accepted { order, effects } =
        declare(&in_phase(Phase::Released), &without, &around(&[])).unwrap()
    else {
        panic!("accepted")
    };
    assert_eq!(order.report().unwrap().outcome, Outcome::Progress(Backing::WithoutEvidence));
    assert_eq!(effects, [Effect::Progress(order.case.unwrap())]);
    let backed = done(proof("letter", date(2027, 1, 11)), 30);
    let Declared::Accepted { order, .. } =
        declare(&in_phase(Phase::Released), &backed, &around(&[])).unwrap()
    else {
        panic!("accepted")
    };
    assert_eq!(order.report().unwrap().outcome, proof("letter", date(2027, 1, 11)));
}

#[test]
fn all_faults_of_a_declaration_come_back_together() {
    let faulty = done(proof("letter", date(2027, 2, 1)), -5);
    let found = codes(declare(&in_phase(Phase::Firm), &faulty, &around(&[])));
    assert_eq!(found.len(), 3, "{found:?}");
    let why = Declaration::Cancel { why: "  ".into() };
    assert_eq!(codes(declare(&in_phase(Phase::Firm), &why, &around(&[]))), ["execution/no-reason"]);
}

#[test]
fn an_order_is_always_the_same_text_and_reads_back() {
    for phase in Phase::ALL {
        let order = in_phase(phase);
        let text = serde_json::to_string(&order).unwrap();
        assert!(text.starts_with("{\"id\":") && text.contains(&format!("\"phase\":\"{}\"", phase.code())));
        assert_eq!(serde_json::from_str::<ActionOrder>(&text).unwrap(), order);
    }
}

#[test]
fn a_declaration_is_read_from_what_a_form_sends() {
    let text = r#"{"act":"done","outcome":{"progress":{"proof":{"kind":"letter","on":"2027-01-11","reference":"mail"}}},"minutes":30}"#;
    let Declaration::Done { outcome: Outcome::Progress(Backing::Proof(proof)), minutes, confirmed } =
        serde_json::from_str(text).unwrap()
    else {
        panic!("a progress with its proof")
    };
    assert_eq!((proof.on, minutes, confirmed), (date(2027, 1, 11), Minutes(30), false));
}
