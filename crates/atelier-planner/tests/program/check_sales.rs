//! `planner check sales`: each rule of a folder, and each file that cannot be read.

use crate::folder::{change, folder, planner};
use std::fs;

/// Exit code, what is printed, what is complained of.
fn check(name: &str, changes: &[(&str, &str, &str)]) -> (i32, String, String) {
    let dir = folder(name);
    for (file, from, to) in changes {
        change(&dir, file, from, to);
    }
    let plan = dir.join("plan.csv");
    let output = planner(&["check", "sales", dir.to_str().unwrap(), plan.to_str().unwrap()]);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The only breach.
fn breach(name: &str, changes: &[(&str, &str, &str)]) -> String {
    let (code, said, _) = check(name, changes);
    assert_eq!(code, 1, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    lines[1].trim().to_owned()
}

#[test]
fn a_valid_plan_is_priced() {
    let (code, said, _) = check("valid", &[]);
    let late = "\"late\": 1, \"weighted_tardiness\": 12, \"switches\": 0, \"objective\": 12}";
    assert_eq!(said, format!("{{\"valid\": true, \"violations\": 0, \"unplanned\": 0, {late}\n"));
    assert_eq!(code, 0);
    // Left out: one action and what waits for it.
    let (code, said, _) = check("short", &[("plan.csv", "1,0,20,24\n", ""), ("plan.csv", "3,,5,6\n", "")]);
    assert!(said.ends_with("\"objective\": 2000}\n"), "{said}");
    assert_eq!(code, 0);
    // By the other seller, who needs five slots: a switch.
    let slow = [
        ("plan.csv", "1,0,20,24", "1,1,20,27"),
        ("actions.csv", "1,0,0,1,4,any,,0,20,-1,-1,3,0", "1,0,0,1,4,any,,0,20,-1,-1,3,1"),
    ];
    let (code, said, _) = check("switch", &slow);
    assert!(said.ends_with("\"switches\": 1, \"objective\": 26}\n"), "{said}");
    assert_eq!(code, 0);
}

#[test]
fn each_rule_is_read_again() {
    let plan = |from: &'static str, to: &'static str| [("plan.csv", from, to)];
    assert_eq!(
        breach("twice", &plan("0,0,0,2\n", "0,0,0,2\n0,0,0,2\n")),
        "line 3: action 0 is planned twice"
    );
    assert_eq!(breach("unknown", &plan("3,,5,6", "9,,5,6")), "line 5: there is no action 9");
    let outside = "outside its release, window or the horizon";
    let released = ("actions.csv", "fixed,0,0,4", "fixed,0,1,4");
    assert_eq!(breach("release", &[released]), format!("line 2: action 0 {outside}"));
    assert_eq!(breach("window", &[("actions.csv", "5,12", "5,5")]), format!("line 5: action 3 {outside}"));
    assert_eq!(breach("opens", &[("actions.csv", "5,12", "6,12")]), format!("line 5: action 3 {outside}"));
    let beyond = check("horizon", &[("meta.json", "60", "23")]).1;
    assert!(beyond.contains(&format!("line 3: action 1 {outside}")), "{beyond}");
    assert_eq!(breach("machine", &plan("3,,5,6", "3,,5,7")), "line 5: action 3 is automated and lasts 1");
    assert_eq!(breach("nobody", &plan("1,0,20,24", "1,,20,24")), "line 3: action 1 has no seller");
    assert_eq!(
        breach("who", &plan("1,0,20,24", "1,7,20,24")),
        "line 3: action 1 has seller 7, who is not there"
    );
    let cannot = "cannot be done by seller";
    assert_eq!(
        breach("owner", &[("actions.csv", "fixed,0,0", "fixed,1,0")]),
        format!("line 2: action 0 {cannot} 0")
    );
    assert_eq!(
        breach("level", &[("seller_skills.csv", "0,0,3", "0,0,2")]),
        format!("line 2: action 0 {cannot} 0")
    );
    assert_eq!(breach("team", &[("deals.csv", "1,1", "1,0")]), format!("line 4: action 2 {cannot} 1"));
    let works = "line 3: action 1 seller 0 works";
    assert_eq!(
        breach("long", &plan("1,0,20,24", "1,0,20,23")),
        format!("{works} 3 slots in [20,23), 4 are needed")
    );
    assert_eq!(
        breach("break", &plan("1,0,20,24", "1,0,21,27")),
        format!("{works} 4 slots in [21,27), 4 are needed")
    );
    let away = ("absences.csv", "1,28,40", "0,21,22");
    assert_eq!(breach("away", &[away]), format!("{works} 3 slots in [20,24), 4 are needed"));
    assert_eq!(breach("pause", &plan("2,1,2,9", "2,1,2,11")).matches("works 6").count(), 1);
    assert_eq!(
        breach("most", &[("precedences.csv", "0,3,2,6", "0,3,2,2")]),
        "line 5: action 3 starts 3 after action 0: 2 to 2"
    );
    assert_eq!(
        breach("least", &[("precedences.csv", "0,3,2,6", "0,3,4,6")]),
        "line 5: action 3 starts 3 after action 0: 4 to 6"
    );
}

#[test]
fn an_action_in_the_break_of_another_meets_it() {
    // Seller 1 works 2 to 4 and 6 to 9 on action 2; action 1 in between would be outside hours, so
    // the day gets a slot that action 2 does not use.
    let changes = [
        ("actions.csv", "1,0,0,1,4,any", "1,0,0,1,1,any"),
        ("plan.csv", "1,0,20,24", "1,1,7,9"),
        ("plan.csv", "2,1,2,9", "2,1,2,21"),
        ("actions.csv", "2,1,0,2,4,team", "2,1,0,2,5,team"),
    ];
    assert_eq!(breach("meets", &changes), "line 3: action 1 meets action 2 in the time of seller 1");
}

#[test]
fn files_that_cannot_be_read_are_named_with_line_and_column() {
    let changes = [
        ("plan.csv", "1,0,20,24", "1,0,twenty,24"),
        ("sellers.csv", "1,1,80", "1,1,0"),
        ("calendars.csv", "1,26,30", "9,26,30"),
        ("deals.csv", "deal_id,team_id", "deal_id,group"),
        ("precedences.csv", "0,1,1,-1", "0,1,1"),
        ("actions.csv", "team", "teem"),
        ("meta.json", "60", "-1"),
    ];
    let (code, said, complained) = check("unreadable", &changes);
    assert_eq!((code, said.as_str()), (2, ""));
    for fault in [
        "plan.csv, line 3, column 3 (start_slot): \"twenty\" is not a whole number",
        "sellers.csv, line 3, column 3 (speed_pct): \"0\" is not above 0",
        "calendars.csv, line 9, column 1 (seller_id): \"9\" is no seller",
        "deals.csv, line 1: no column team_id",
        "actions.csv, line 4, column 6 (kind): \"teem\" is none of fixed, any, team, machine",
        "meta.json: horizon is not a number from 0 to 1,000,000,000",
        "precedences.csv, line 2: 3 fields instead of 4",
    ] {
        assert!(complained.contains(fault), "{complained}\nwithout {fault}");
    }
}

#[test]
fn any_cut_of_any_file_is_read_or_refused() {
    let dir = folder("cut");
    for file in ["plan.csv", "meta.json", "sellers.csv", "actions.csv", "precedences.csv", "calendars.csv"] {
        let whole = fs::read(dir.join(file)).unwrap();
        for end in (0..whole.len()).step_by(7) {
            fs::write(dir.join(file), &whole[..end]).unwrap();
            let plan = dir.join("plan.csv");
            let output = planner(&["check", "sales", dir.to_str().unwrap(), plan.to_str().unwrap()]);
            let code = output.status.code();
            assert!(matches!(code, Some(0..=2)), "{file} cut at {end}: {code:?}");
            assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{file} cut at {end}");
        }
        fs::write(dir.join(file), whole).unwrap();
    }
}
