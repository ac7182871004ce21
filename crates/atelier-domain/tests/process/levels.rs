//! The seven levels, the launch gate, battle order and strategic lines.

use crate::{metrios, metrios_workshop, places};
use atelier_domain::language::{Catalogue, Lang, Refusal};
use atelier_domain::process::{
    Bilingual, Filled, Level, Operation, Process, StrategicLine, battle_order, orphans, strategic_lines,
};

/// Empties one level.
fn without(level: Level) -> Process {
    let mut process = metrios();
    let operations = |change: &dyn Fn(&mut Operation), process: &mut Process| {
        process.steps.iter_mut().flat_map(|step| &mut step.operations).for_each(change);
    };
    match level {
        Level::Objective => process.objectives.clear(),
        Level::Target => process.target.iter_mut().for_each(|segment| segment.values.clear()),
        Level::Bill => process.steps.clear(),
        Level::OperatingMode => operations(
            &|it| {
                it.playbook = Bilingual::default();
                it.checklist.clear();
            },
            &mut process,
        ),
        Level::Planning => process.planning = None,
        Level::Indicators => process.indicators.clear(),
        Level::Resources => process.kinds.clear(),
    }
    process
}

/// Everything that can stop a launch, or be missing from a battle order.
pub fn every_refusal() -> Vec<Refusal> {
    let (mut process, mut workshop) = (without(Level::Bill), metrios_workshop());
    process.line = None;
    process.objectives.clear();
    process.target.clear();
    process.planning = None;
    process.indicators.clear();
    workshop.resources.clear();
    let mut all = battle_order("new-customers", std::slice::from_ref(&process), &workshop);
    process.kinds.clear();
    all.extend(process.launch().unwrap_err().0);
    all.extend(battle_order("renewals", &[process], &workshop));
    all
}

#[test]
fn the_golden_process_is_full_and_launches() {
    assert!(metrios().levels().iter().all(|(_, filled)| *filled == Filled::Full));
    assert!(metrios().launch().is_ok());
}

#[test]
fn an_empty_level_stops_the_launch_and_is_named() {
    let named = [
        (Level::Objective, "objective-empty"),
        (Level::Target, "target-empty"),
        (Level::OperatingMode, "operating-mode-empty"),
        (Level::Planning, "planning-empty"),
        (Level::Indicators, "indicators-empty"),
        (Level::Resources, "resources-empty"),
    ];
    for (level, code) in named {
        assert_eq!(places(&without(level).launch().unwrap_err()), [format!("0:0 {code}")]);
    }
    let without_bill = places(&without(Level::Bill).launch().unwrap_err());
    assert_eq!(without_bill, ["0:0 bill-empty", "0:0 operating-mode-empty"]);
}

#[test]
fn levels_are_named_in_both_languages() {
    for (level, _) in metrios().levels() {
        assert!(Catalogue::of(Lang::Fr).has(level.message()) && Catalogue::of(Lang::En).has(level.message()));
    }
    assert_eq!(Catalogue::of(Lang::Fr).plain(Level::Bill.message()), "Nomenclature d’actions");
}

#[test]
fn half_told_operations_are_partly_filled() {
    let mut process = without(Level::OperatingMode);
    process.steps[0].operations[0].playbook.fr = "Lire, appeler".to_owned();
    assert_eq!(process.levels()[3], (Level::OperatingMode, Filled::Partly { filled: 1, total: 12 }));
    assert!(process.launch().is_ok());
}

#[test]
fn battle_order_lists_what_is_missing_in_the_order_to_do_it() {
    let (mut process, mut workshop) = (without(Level::Planning), metrios_workshop());
    process.line = None;
    process.indicators.clear();
    workshop.resources.retain(|person| person.kind != "presales");
    let missing = |process: &Process, workshop: &_| -> Vec<_> {
        let missing = battle_order("new-customers", std::slice::from_ref(process), workshop);
        missing.into_iter().map(|refusal| refusal.code).collect()
    };
    assert_eq!(
        missing(&process, &workshop),
        [
            "process/process-without-line",
            "process/kind-without-people",
            "process/planning-empty",
            "process/indicators-empty"
        ]
    );
    assert_eq!(missing(&without(Level::Planning), &metrios_workshop()), ["process/planning-empty"]);
    assert_eq!(missing(&metrios(), &metrios_workshop()), [""; 0]);
    let nothing = battle_order("renewals", &[metrios()], &workshop);
    assert_eq!(nothing[0].code, "process/function-without-process");
}

/// Source: capability GOV-01, "line without owner or period: draft".
#[test]
fn a_line_without_owner_or_period_is_a_draft_and_sheets_fill_one_another() {
    let mut process = metrios();
    let line = strategic_lines(&[process.clone()])["grow-industry"].clone();
    assert_eq!((line.missing(), line.owner.as_deref()), (vec![], Some("Hélène Marchand")));
    let mut other = process.clone();
    process.lines[0].period = None;
    process.lines[0].owner = None;
    other.lines.clear();
    other.objectives[0].line = Some("keep-customers".to_owned());
    let lines = strategic_lines(&[process.clone(), other.clone()]);
    assert_eq!(lines["grow-industry"].missing(), ["owner", "period"]);
    assert_eq!(lines["keep-customers"].missing(), ["name", "owner", "period"], "only named as a code");
    other.lines = vec![StrategicLine { owner: Some("Paul".to_owned()), ..line.clone() }];
    let lines = strategic_lines(&[process, other]);
    assert_eq!(
        (lines["grow-industry"].missing().len(), lines["grow-industry"].owner.as_deref()),
        (0, Some("Paul"))
    );
    assert_eq!(lines["grow-industry"].period, line.period);
}

#[test]
fn an_objective_serves_the_line_it_names_or_that_of_its_process() {
    let mut process = metrios();
    let mut objective = process.objectives[0].clone();
    objective.line = None;
    assert_eq!(process.line_of(&objective), Some("grow-industry"));
    objective.line = Some("keep-customers".to_owned());
    assert_eq!(process.line_of(&objective), Some("keep-customers"));
    (process.line, objective.line) = (None, None);
    assert_eq!(process.line_of(&objective), None);
}

#[test]
fn orphans_of_strategic_lines_are_listed_both_ways() {
    let line = |code: &str| StrategicLine { code: code.to_owned(), ..StrategicLine::default() };
    let (mut alone, mut elsewhere) = (metrios(), metrios());
    alone.code = "alone".to_owned();
    alone.line = None;
    elsewhere.code = "elsewhere".to_owned();
    elsewhere.line = Some("closed-line".to_owned());
    let found = orphans(&[metrios(), alone, elsewhere], &[line("grow-industry"), line("keep-customers")]);
    assert_eq!(found.processes, ["alone", "elsewhere"]);
    assert_eq!(found.objectives, ["margin-2027-q1", "margin-2027-q1"]);
    assert_eq!(found.lines, ["keep-customers"]);
}
