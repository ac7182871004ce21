//! What-if: files read with every fault in its place, changes that move the load where they say.

mod support;

use atelier_domain::planning::{Column, Kept, Lever, Scenario, compare_levers, compare_scenarios};
use support::Metrios;

const FAULTY: &str = r#"[[scenario]]
code = "A"
name.fr = "Essai"
[[scenario.change]]
operation = "letter"
run_min = "five"
colour = 3
[[scenario.change]]
step = "use"
yield = 1.2
[[scenario]]
code = "A"
includes = ["Z"]
[[scenario.change]]
operation = "meet"
step = "goal"
"#;

#[test]
fn every_fault_of_a_scenario_file_comes_back_with_its_place() {
    let refused = Scenario::read("essai.toml", FAULTY).unwrap_err();
    let places: Vec<String> =
        refused.0.iter().map(|one| format!("{} {}", one.place, one.code.replace("planning/", ""))).collect();
    let expected = [
        "essai.toml:6:11 (run_min) scenario-value",
        "essai.toml:7:1 (colour) scenario-unknown-field",
        "essai.toml:10:9 (yield) scenario-value",
        "essai.toml:11:1 (code) scenario-same-code",
        "essai.toml:11:1 (name) scenario-missing-field",
        "essai.toml:13:12 (includes) scenario-unknown-scenario",
        "essai.toml:14:1 scenario-change",
    ];
    assert_eq!(places, expected);
    let refused = Scenario::read("essai.toml", "[[scenario]\ncode =").unwrap_err();
    assert!(refused.codes().iter().all(|code| *code == "planning/scenario-unreadable"), "{refused}");
}

#[test]
fn a_scenario_about_something_unknown_is_refused_where_it_is_written() {
    let text = r#"[[scenario]]
code = "A"
name.fr = "Essai"
[[scenario.change]]
operation = "fax"
run_min = 5
[[scenario.change]]
step = "nowhere"
lead_days = 5
[[scenario.change]]
kind = "robot"
people = 1
[[scenario.change]]
kind = "seller"
people = 1
from = "2029-W01"
"#;
    let scenarios = Scenario::read("essai.toml", text).unwrap();
    let refused = compare_scenarios(&Metrios::new(13).demand(), None, &scenarios).unwrap_err();
    let expected = ["unknown-operation", "unknown-step", "unknown-kind", "weeks-outside"];
    assert_eq!(refused.codes(), expected.map(|code| format!("planning/scenario-{code}")));
    let lines: Vec<Option<u32>> = refused.0.iter().map(|one| one.place.line).collect();
    assert_eq!(lines, [Some(4), Some(7), Some(10), Some(13)]);
}

#[test]
fn other_changes_move_the_load_where_they_say() {
    let text = r#"[[scenario]]
code = "A"
name.fr = "Sous-traiter et automatiser"
[[scenario.change]]
operation = "research"
automated = true
[[scenario.change]]
operation = "proposal"
subcontract_percent = 25
subcontract_to = "presales"
[[scenario.change]]
operation = "first-use"
kinds = ["presales"]
travel_min = 0
"#;
    let scenarios = Scenario::read("essai.toml", text).unwrap();
    let columns = compare_scenarios(&Metrios::new(13).demand(), None, &scenarios).unwrap();
    let total = |kind: &str| columns[0].balance.kind(kind).unwrap().total_load().0;
    assert_eq!(total("caller"), 350 * 24);
    assert_eq!(total("seller"), 36_900 - 40 * 30 - 20 * 120);
    assert_eq!(total("presales"), 13_200 + 40 * 30 + 20 * 60);
}

#[test]
fn values_out_of_bounds_are_refused_before_they_can_do_harm() {
    let change =
        |line: &str| format!("[[scenario]]\ncode = \"A\"\nname = \"Essai\"\n[[scenario.change]]\n{line}\n");
    for line in [
        "kind = \"seller\"\npeople = 4000000000",
        "operation = \"meet\"\nrun_min = 2000000",
        "operation = \"meet\"\nrun_min = 2.5",
        "operation = \"meet\"\nrun_min = -1",
        "operation = \"meet\"\nkinds = []",
        "operation = \"meet\"\nremote_percent = 100.01",
        "step = \"goal\"\nyield = 0",
        "step = \"goal\"\nyield = nan",
        "step = \"goal\"\nyield = 0.0000001",
        "kind = \"seller\"\npeople = 1\nfrom = \"2027-W53\"",
    ] {
        let refused = Scenario::read("essai.toml", &change(line)).unwrap_err();
        assert_eq!(refused.codes(), ["planning/scenario-value"], "{line}");
    }
    assert!(Scenario::read("essai.toml", &change("step = \"goal\"\nyield = 0.000001")).is_ok());
}

#[test]
fn nobody_can_be_added_where_nobody_has_hours() {
    let text = "[[scenario]]\ncode = \"A\"\nname = \"Essai\"\n[[scenario.change]]\nkind = \"presales\"\n";
    let mut metrios = Metrios::new(13);
    metrios.capacity.rows.retain(|row| row.kind != "presales");
    let read = |line: &str| Scenario::read("essai.toml", &format!("{text}{line}\n")).unwrap();
    let refused = compare_scenarios(&metrios.demand(), None, &read("people = 1")).unwrap_err();
    assert_eq!(refused.codes(), ["planning/scenario-nobody-to-copy"]);
    let columns = compare_scenarios(&metrios.demand(), None, &read("minutes_per_week = 2400")).unwrap();
    let presales = columns[0].balance.kind("presales").unwrap();
    assert_eq!(presales.total_capacity().unwrap().0, 13 * 2_400);
}

fn column(name: &str, levers: Vec<Lever>) -> Column {
    Column { name: name.to_owned(), levers }
}

/// Section 7.7 of the golden example, pulled by hand: +20 % on one conversation against twice the effort on
/// it, or twice the volume.
#[test]
fn a_better_conversation_is_worth_more_than_twice_the_effort_or_the_volume() {
    let metrios = Metrios::new(13);
    let better = Lever::Yield { step: "use".into(), more_percent: 20 };
    let columns = [
        column("as it is", vec![]),
        column("better", vec![better]),
        column("effort", vec![Lever::Effort { step: "use".into(), times: 2 }]),
        column("volume", vec![Lever::Volume { times: 2 }]),
    ];
    let compared = compare_levers(&metrios.demand(), None, &columns).unwrap();
    let hours = |rank: usize| compared[rank].balance.kind("seller").unwrap().total_load().0;
    assert_eq!((compared[0].contacts, hours(0)), (350, 615 * 60));
    assert_eq!((compared[1].contacts, hours(1)), (285, 34_365), "572.75 h");
    assert_eq!(compared[2].contacts, 350, "effort alone asks for no more contacts");
    assert!(hours(2) > hours(0) && hours(3) > hours(0));
    assert!(compared[3].contacts > 2 * 350 - 100, "twice the deals, the work in progress counts once");
}

#[test]
fn what_a_lever_does_not_find_is_refused_at_it() {
    let metrios = Metrios::new(13);
    let columns = [
        column("a", vec![Lever::Yield { step: "nowhere".into(), more_percent: 20 }]),
        column("b", vec![Lever::Volume { times: 2 }, Lever::Remote { operation: "fax".into(), percent: 50 }]),
        column(
            "c",
            vec![
                Lever::Effort { step: "use".into(), times: 0 },
                Lever::People { kind: "robot".into(), count: 1 },
            ],
        ),
    ];
    let refused = compare_levers(&metrios.demand(), None, &columns).unwrap_err();
    let places: Vec<String> = refused.0.iter().map(|one| format!("{} {}", one.place, one.code)).collect();
    let expected = [
        "columns[0].levers[0] planning/scenario-unknown-step",
        "columns[1].levers[1] planning/scenario-unknown-operation",
        "columns[2].levers[0] planning/lever-size",
    ];
    assert_eq!(places, expected);
}

#[test]
fn what_was_tried_is_kept_after_the_others_and_taken_out_again() {
    let metrios = Metrios::new(13);
    let file = include_str!("../../../examples/metrios/scenarios.toml");
    let others = Scenario::read("scenarios", file).unwrap();
    let levers = [
        Lever::Yield { step: "use".into(), more_percent: 20 },
        Lever::Remote { operation: "meet".into(), percent: 50 },
        Lever::People { kind: "seller".into(), count: 1 },
    ];
    let asked = Kept { name: " Mieux parler ", reason: "Vu en revue", levers: &levers };
    let process = metrios.demand().process.clone();
    let one = Scenario::kept(&process, &others, &asked).unwrap();
    let text = one.after(file);
    let read = Scenario::read("scenarios", &text).unwrap();
    let last = read.last().unwrap();
    assert_eq!((read.len(), last.name.fr.as_str()), (others.len() + 1, "Mieux parler"));
    assert_eq!((last.process.as_deref(), last.reason.as_str()), (Some(process.code.as_str()), "Vu en revue"));
    assert!(last.is_of(&process.code) && !last.is_of("renewal") && read[0].is_of("renewal"));
    let changes = |one: &Scenario| one.changes.iter().map(|placed| placed.change.clone()).collect::<Vec<_>>();
    assert_eq!(changes(last), changes(&one));
    assert_eq!(Scenario::without(&text, &one.code).unwrap(), file);
    let first = one.after("");
    assert_eq!(Scenario::without(&first, &one.code).unwrap(), "");
    let by_hand = "# of the file\n\n# of A\n[[scenario]]\ncode='A' # first\n\n# between\n\n[[scenario]]\ncode = \"B\"\n\n# of C\n[[scenario]]\ncode = \"C\"\n# last\n";
    let without = |code| Scenario::without(by_hand, code).unwrap();
    assert_eq!(
        without("A"),
        "# of the file\n\n# between\n\n[[scenario]]\ncode = \"B\"\n\n# of C\n[[scenario]]\ncode = \"C\"\n# last\n"
    );
    assert_eq!(
        without("B"),
        "# of the file\n\n# of A\n[[scenario]]\ncode='A' # first\n\n# between\n\n# of C\n[[scenario]]\ncode = \"C\"\n# last\n"
    );
    assert_eq!(
        without("C"),
        "# of the file\n\n# of A\n[[scenario]]\ncode='A' # first\n\n# between\n\n[[scenario]]\ncode = \"B\"\n# last\n"
    );
    assert_eq!(Scenario::without(file, "K9").unwrap_err().code, "planning/unknown-scenario");
}

#[test]
fn a_scenario_without_name_or_reason_or_of_volume_is_not_kept() {
    let metrios = Metrios::new(13);
    let levers = [Lever::Volume { times: 2 }, Lever::Automate { operation: "fax".into() }];
    let asked = Kept { name: "", reason: " ", levers: &levers };
    let refused = Scenario::kept(metrios.demand().process, &[], &asked).unwrap_err();
    let places: Vec<String> = refused.0.iter().map(|one| format!("{} {}", one.place, one.code)).collect();
    let expected = [
        "levers[0] planning/scenario-volume",
        "levers[1] planning/scenario-unknown-operation",
        "name planning/scenario-name",
        "reason planning/scenario-reason",
    ];
    assert_eq!(places.iter().map(|one| one.trim_matches(['(', ')'])).collect::<Vec<_>>(), expected);
}
