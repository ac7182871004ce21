//! The design-linter: the fixtures of the series, then each rule with what it catches and what it lets pass.

use crate::metrios;
use atelier_domain::language::{Lang, Refusal};
use atelier_domain::process::{
    Bilingual, ConversationType, DesignRecord, Evidence, Finding, Part, Process, Said, Scenario, Step,
    Strength, UNJUDGED,
};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

fn named(name: &str) -> Bilingual {
    Bilingual { fr: name.to_owned(), en: name.to_owned() }
}

/// A proof of that name.
fn proof(name: &str) -> Vec<Evidence> {
    vec![Evidence { code: "e".to_owned(), name: named(name), valid_days: None }]
}

/// A step with nothing in it.
fn bare(index: usize, name: &str, lead_days: u32) -> Step {
    let mut step = metrios().steps.remove(0);
    step.code = format!("s{index}");
    step.name = named(name);
    step.lead_days = lead_days;
    step.evidence.clear();
    step.operations.clear();
    step
}

/// The golden process with other steps.
fn of_steps(steps: &[(&str, u32)]) -> Process {
    let steps = steps.iter().enumerate().map(|(index, (name, days))| bare(index, name, *days)).collect();
    Process { steps, ..metrios() }
}

/// `LNT-05 error s7`, of the rules asked for.
fn found(process: &Process, rules: &[&str]) -> Vec<String> {
    let told = |finding: &Finding| {
        let at = [finding.step.as_deref(), finding.operation.as_deref()];
        let at: Vec<_> = at.into_iter().flatten().collect();
        format!("{} {} {}", finding.rule.code, finding.severity.code(), at.join("/")).trim_end().to_owned()
    };
    let all = process.lint(Lang::Fr);
    all.iter().filter(|finding| rules.contains(&finding.rule.code)).map(told).collect()
}

/// What one change of the golden process brings under one rule.
fn changed(rule: &str, change: impl FnOnce(&mut Process)) -> Vec<String> {
    let mut process = metrios();
    assert_eq!(found(&process, &[rule]), [""; 0], "the golden process breaks {rule} before it is changed");
    change(&mut process);
    found(&process, &[rule])
}

fn talk(process: &mut Process, step: usize) -> &mut ConversationType {
    process.steps[step].operations.iter_mut().find_map(|one| one.conversation.as_mut()).unwrap()
}

/// One of each, for the test that every code can be met.
pub fn every_refusal() -> Vec<Refusal> {
    let mut all: Vec<Finding> = of_steps(&[("Démo", 1), ("Devis", 90)]).lint(Lang::Fr);
    let mut process = metrios();
    process.steps[0].evidence.clear();
    process.steps[0].name.en.clear();
    process.target[0].name = named("Appel d’offres");
    talk(&mut process, 0).role = Bilingual::default();
    talk(&mut process, 2).theme = Bilingual::default();
    talk(&mut process, 1).scenario = None;
    talk(&mut process, 1).theme = named("Présenter l’offre");
    for operation in process.steps.iter_mut().flat_map(|step| &mut step.operations) {
        operation.strength = Strength::Mandatory(named("Loi"));
        operation.playbook = Bilingual::default();
        operation.checklist.clear();
        if let Some(talk) = &mut operation.conversation {
            talk.part = Part::Implementer;
        }
    }
    let mut other = metrios();
    talk(&mut other, 1).part = Part::Other;
    talk(&mut other, 1).theme = named("Notre produit");
    all.extend(other.lint(Lang::Fr));
    let mut indicator = process.indicators[0].clone();
    indicator.name = named("Appels");
    process.indicators = vec![indicator; 8];
    all.extend(process.lint(Lang::En));
    let said = of_the_record(&process);
    all.into_iter().map(|finding| finding.said).chain(said).collect()
}

const DAY: Date = date(2027, 1, 4);

fn said(on: Date) -> Said<'static> {
    Said { by: "camille", on }
}

/// What is refused of a publication and of a waiver.
fn of_the_record(process: &Process) -> Vec<Refusal> {
    let mut record = DesignRecord::default();
    let grave = record.publish(process, 1, "", said(DAY), Lang::Fr).unwrap_err();
    let long = record.publish(process, 1, &"x".repeat(501), said(DAY), Lang::Fr).unwrap_err();
    let none = record.waive(process, ("LNT-00", None, None), "", said(DAY)).unwrap_err();
    let error =
        record.waive(&of_steps(&[("Démo", 1)]), ("LNT-06", Some("s0"), None), "x", said(DAY)).unwrap_err();
    [grave, long, none, error].into_iter().flat_map(|refused| refused.0).collect()
}

/// The golden process with one conversation that has no use to tell.
fn warned() -> Process {
    let mut process = metrios();
    for operation in process.steps.iter_mut().flat_map(|step| &mut step.operations) {
        if let Some(talk) = &mut operation.conversation {
            talk.scenario.get_or_insert_with(|| Scenario {
                event: named("e"),
                actor: named("a"),
                ..Scenario::default()
            });
        }
    }
    talk(&mut process, 1).scenario = None;
    assert_eq!(process.lint(Lang::Fr).len(), 1, "{:?}", process.lint(Lang::Fr));
    process
}

#[test]
fn a_warning_is_published_with_a_reason_which_stays_with_the_version() {
    let mut record = DesignRecord::default();
    let refused = record.publish(&warned(), 3, "  ", said(DAY), Lang::Fr).unwrap_err();
    assert_eq!(refused.codes(), ["process/reason-wanted"]);
    assert_eq!(record, DesignRecord::default());
    record.publish(&warned(), 3, " Essai ", said(DAY), Lang::Fr).unwrap();
    let kept = record.reason_of(3).unwrap();
    assert_eq!((kept.reason.as_str(), kept.by.as_str(), kept.on), ("Essai", "camille", DAY));
    assert_eq!(kept.findings, ["LNT-21 use/meet"]);
    assert_eq!(record.reason_of(2), None);
}

#[test]
fn an_error_is_published_by_no_reason_and_let_pass_by_nobody() {
    let process = of_steps(&[("Discovery", 10)]);
    let refused = DesignRecord::default().publish(&process, 1, "Essai", said(DAY), Lang::En).unwrap_err();
    assert_eq!(refused.codes()[0], "process/design-errors");
    let at: Vec<_> = refused.0.iter().filter_map(|one| one.place.field.as_deref()).collect();
    assert_eq!(at, ["", "s0"], "{refused:?}");
}

#[test]
fn what_is_let_pass_asks_for_nothing_for_ninety_days() {
    let (process, mut record) = (warned(), DesignRecord::default());
    let meant = ("LNT-21", Some("use"), Some("meet"));
    assert_eq!(record.waive(&process, meant, "Vu en comité", said(DAY)).unwrap().until(), date(2027, 4, 4));
    let mut on = |after: i64| {
        let day = DAY.saturating_add(after.days());
        record.publish(&process, 2, "", said(day), Lang::Fr).is_ok()
    };
    assert_eq!([0, 90, 91].map(&mut on), [true, true, false]);
    record.waive(&process, meant, "Encore", said(date(2027, 4, 5))).unwrap();
    assert_eq!(record.waivers.len(), 1, "said again, it replaces the one before");
    assert!(record.take_back(meant.0, meant.1, meant.2) && !record.take_back(meant.0, meant.1, meant.2));
}

#[test]
fn a_balanced_voyage_is_left_alone() {
    let legs = [7, 13, 3, 13, 6, 22, 7, 9].map(|days| ("Étape", days));
    assert_eq!(found(&of_steps(&legs), &["LNT-05"]), [""; 0]);
}

#[test]
fn seven_days_and_then_seventy_three_is_an_error_and_seven_warnings() {
    let legs: Vec<_> = [[1; 7].as_slice(), &[73]].concat().into_iter().map(|days| ("Étape", days)).collect();
    let mut expected: Vec<_> = (0..7).map(|index| format!("LNT-05 warning s{index}")).collect();
    expected.push("LNT-05 error s7".to_owned());
    assert_eq!(found(&of_steps(&legs), &["LNT-05"]), expected);
}

#[test]
fn two_long_steps_of_five_pass_and_the_three_short_ones_do_not() {
    let legs = [135, 135, 10, 10, 10].map(|days| ("Étape", days));
    let expected = ["LNT-05 warning s2", "LNT-05 warning s3", "LNT-05 warning s4"];
    assert_eq!(found(&of_steps(&legs), &["LNT-05"]), expected);
}

#[test]
fn the_four_classical_stages_have_nobody_no_proof_bad_names_and_no_end() {
    let process =
        of_steps(&["Discovery", "Qualification", "Evaluation", "Negotiation"].map(|name| (name, 10)));
    let rules = ["LNT-06", "LNT-09", "LNT-11", "LNT-12"];
    let mut expected: Vec<_> = (0..4).map(|index| format!("LNT-06 error s{index}")).collect();
    expected.push("LNT-09 error".to_owned());
    expected.extend((0..4).map(|index| format!("LNT-11 warning s{index}")));
    expected.push("LNT-12 warning s3".to_owned());
    assert_eq!(found(&process, &rules), expected);
}

#[test]
fn the_six_french_stages_break_five_rules() {
    let names = [
        "Découverte & qualification",
        "Démo",
        "Proposition",
        "Attente de décision",
        "Négociation",
        "Conclusion",
    ];
    let process = of_steps(&names.map(|name| (name, 10)));
    let count = |rule| found(&process, &[rule]).len();
    assert_eq!(["LNT-01", "LNT-06", "LNT-09", "LNT-11", "LNT-12"].map(count), [1, 6, 1, 4, 1]);
}

#[test]
fn the_golden_process_breaks_none_of_the_twelve() {
    let twelve: Vec<String> = (1..=12).map(|number| format!("LNT-{number:02}")).collect();
    let twelve: Vec<&str> = twelve.iter().map(String::as_str).collect();
    assert_eq!(found(&metrios(), &twelve), [""; 0]);
    assert_eq!(UNJUDGED.map(|(rule, _)| rule.code), ["LNT-03", "LNT-10"]);
}

#[test]
fn a_proposal_handed_over_is_no_step_and_one_signed_is() {
    let closed_by = |name: &'static str| changed("LNT-01", |process| process.steps[2].evidence = proof(name));
    assert_eq!(closed_by("Devis transmis"), ["LNT-01 warning justification"]);
    assert_eq!(closed_by("Compte rendu envoyé au client"), ["LNT-01 warning justification"]);
    assert_eq!(closed_by("Devis signé"), [""; 0]);
    assert_eq!(closed_by("Chiffres envoyés par le client"), [""; 0]);
}

#[test]
fn indicators_of_effort_alone_are_told_and_one_of_result_is_enough() {
    let names = |names: [&'static str; 3]| {
        changed("LNT-02", |process| {
            for (one, name) in process.indicators.iter_mut().zip(names) {
                one.name = named(name);
            }
        })
    };
    assert_eq!(names(["Appels", "Visites", "E-mails envoyés"]), ["LNT-02 warning"]);
    assert_eq!(names(["Appels", "Visites", "Rendement par visite"]), [""; 0]);
}

#[test]
fn a_target_of_those_who_search_is_told() {
    let target = |values: &'static str| {
        changed("LNT-04", |process| process.target[0].values = vec![values.to_owned()])
    };
    assert_eq!(target("appel d'offres"), ["LNT-04 warning"]);
    assert_eq!(target("offres d'emploi"), [""; 0]);
}

#[test]
fn a_conversation_says_with_whom_and_begins_with_those_who_gain() {
    let role = changed("LNT-06", |process| talk(process, 1).role = Bilingual::default());
    assert_eq!(role, ["LNT-06 error use/meet"]);
    let theme = changed("LNT-29", |process| talk(process, 1).theme = Bilingual::default());
    assert_eq!(theme, ["LNT-29 error use/meet"]);
    let kind = changed("LNT-30", |process| talk(process, 1).part = Part::Other);
    assert_eq!(kind, ["LNT-30 error use/meet"]);
    let nobody = changed("LNT-30", |process| {
        talk(process, 1).part = Part::Other;
        talk(process, 1).role = Bilingual::default();
    });
    assert_eq!(nobody, [""; 0], "who is not named has no kind yet: the missing role is told alone");
    let first = |last: Part| {
        changed("LNT-06", |process| {
            talk(process, 0).part = Part::Implementer;
            talk(process, 1).part = last;
        })
    };
    assert_eq!(first(Part::Implementer), ["LNT-06 warning"]);
    assert_eq!(first(Part::Funder), [""; 0]);
}

#[test]
fn an_eighth_indicator_is_one_too_many() {
    let with =
        |count| changed("LNT-07", |process| process.indicators = vec![process.indicators[0].clone(); count]);
    assert_eq!(with(8), ["LNT-07 warning"]);
    assert_eq!(with(7), [""; 0]);
}

#[test]
fn explaining_the_offer_is_told_unless_a_use_is_pictured() {
    let pitch = |scenario: Option<Scenario>| {
        changed("LNT-08", |process| {
            talk(process, 1).theme = named("Présenter l’offre");
            talk(process, 1).scenario = scenario;
        })
    };
    let told = Scenario { event: named("La nuit"), actor: named("Le chef"), ..Scenario::default() };
    assert_eq!(pitch(None), ["LNT-08 warning use/meet"]);
    assert_eq!(
        pitch(Some(Scenario { actor: Bilingual::default(), ..told.clone() })),
        ["LNT-08 warning use/meet"]
    );
    assert_eq!(pitch(Some(told)), [""; 0]);
}

#[test]
fn a_theme_that_names_what_we_sell_is_told_whatever_use_is_pictured() {
    for theme in ["Les fonctionnalités de mesure", "Our features", "Nos produits pour l’hiver"] {
        let found = changed("LNT-08", |process| talk(process, 1).theme = named(theme));
        assert_eq!(found, ["LNT-08 warning use/meet"], "{theme}");
    }
    let goal = changed("LNT-08", |process| talk(process, 1).theme = named("Ce que l’offre a changé"));
    assert_eq!(goal, [""; 0]);
}

#[test]
fn a_step_that_nothing_from_the_customer_closes_is_told() {
    assert_eq!(changed("LNT-09", |process| process.steps[1].evidence.clear()), ["LNT-09 warning use"]);
    let sent = changed("LNT-09", |process| process.steps[1].evidence = proof("Compte rendu envoyé"));
    assert_eq!(sent, ["LNT-09 warning use"]);
    let none = changed("LNT-09", |process| process.steps.iter_mut().for_each(|step| step.evidence.clear()));
    assert_eq!(none, ["LNT-09 error"]);
}

#[test]
fn a_name_of_what_we_do_is_told_and_one_of_what_the_customer_did_is_not() {
    let called = |name: &'static str| changed("LNT-11", |process| process.steps[1].name = named(name));
    assert_eq!(called("Phase de démo"), ["LNT-11 warning use"]);
    assert_eq!(called("A demandé une démonstration à ses équipes"), [""; 0]);
}

#[test]
fn a_process_goes_on_after_the_order() {
    let cut = changed("LNT-12", |process| {
        process.steps.pop();
    });
    assert_eq!(cut, ["LNT-12 warning decision"]);
    let last = |name: &'static str| {
        changed("LNT-12", |process| process.steps.last_mut().unwrap().name = named(name))
    };
    assert_eq!(last("Contrat signé"), ["LNT-12 warning first-use"]);
    assert_eq!(last("En constate la valeur"), [""; 0]);
}

#[test]
fn what_the_levels_ask_is_told_at_its_operation() {
    let silent = changed("LNT-14", |process| process.steps[3].operations[0].checklist.clear());
    assert_eq!(silent, ["LNT-14 warning decision/annex"]);
    let automated = changed("LNT-14", |process| {
        process.steps[3].operations[0].checklist.clear();
        process.steps[3].operations[0].automated = true;
    });
    assert_eq!(automated, [""; 0]);
    assert_eq!(
        found(&metrios(), &["LNT-21"]),
        ["LNT-21 warning goal/calls", "LNT-21 warning decision/decision-meeting"]
    );
    let bound = |count| {
        changed("LNT-23", |process| {
            let operations = process.steps.iter_mut().flat_map(|step| &mut step.operations);
            operations.for_each(|one| one.strength = Strength::Recommended);
            let operations = process.steps.iter_mut().flat_map(|step| &mut step.operations);
            operations.take(count).for_each(|one| one.strength = Strength::Mandatory(named("Loi")));
        })
    };
    assert_eq!((bound(7), bound(6)), (vec!["LNT-23 warning".to_owned()], vec![]));
    let french = changed("LNT-25", |process| process.steps[1].operations[1].name.en.clear());
    assert_eq!(french, ["LNT-25 warning use"]);
}
