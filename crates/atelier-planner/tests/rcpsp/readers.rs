//! A file that breaks rules is refused with all of them, each at its place.

use crate::golden::TWO_MODES;
use atelier_planner::rcpsp::{Fault, Format, Project, read, read_mm, read_patterson, read_sm};

fn told(read: Result<Project, Vec<Fault>>) -> Vec<String> {
    read.unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_of_a_patterson_file_comes_back_with_its_place() {
    let text = "4 1\n2\n0 0 2 2 9\n-3 3 1 4\n1 1 1 0\n0 0 0\n";
    assert_eq!(
        told(read_patterson(text)),
        [
            "3:9: successor 9 is no activity: they go from 1 to 4",
            "4:1: a duration is negative: -3",
            "4:1: activity 2 takes 3 of resource 1, which has 2",
            "5:7: successor 0 is no activity: they go from 1 to 4",
        ]
    );
}

#[test]
fn circles_are_named() {
    let text = "6 0\n0 1 2\n1 1 3\n1 2 2 4\n1 1 5\n1 1 4\n1 1 6";
    assert_eq!(
        told(read_patterson(text)),
        [
            "3:1: activities wait for each other: 2 3 2",
            "5:1: activities wait for each other: 4 5 4",
            "7:1: activities wait for each other: 6 6",
        ]
    );
}

#[test]
fn a_file_cut_in_the_middle_says_what_was_missing() {
    assert_eq!(told(read_patterson("3 1\n4\n0 0 1 2\n2")), ["4:2: the file ends where a need was expected"]);
    assert_eq!(told(read_patterson("")), ["1:1: the file ends where the count of activities was expected"]);
    let half = &TWO_MODES[..TWO_MODES.find("3 1 3 1 5").unwrap()];
    assert_eq!(
        told(read_mm(half)),
        [
            "20:1: section “RESOURCE AVAILABILITIES” is missing",
            "20:1: the file ends where a mode was expected"
        ]
    );
}

#[test]
fn absurd_counts_are_refused_before_anything_is_kept() {
    assert_eq!(
        told(read_patterson("999999999 4 1 1 1 1")),
        ["1:1: the count of activities is too large: 999999999, at most 100000"]
    );
    assert_eq!(
        told(read_patterson("2 1\n1\n4000000 0 0\n1 0 0")),
        ["4:1: durations add up to 4000001 periods, at most 4000000"]
    );
    let jobs = TWO_MODES.replace("): 4", "): 99999999999999999999");
    assert_eq!(
        told(read_mm(&jobs)),
        ["1:33: “99999999999999999999” is no whole number; the count of jobs was expected"]
    );
}

#[test]
fn garbage_is_refused() {
    assert_eq!(
        told(read_patterson("hello")),
        ["1:1: “hello” is no whole number; the count of activities was expected"]
    );
    assert_eq!(told(read_patterson("0 0 7")), ["1:5: “7” stands after the end of the project"]);
    assert_eq!(told(read_sm("hello")).len(), 3);
}

#[test]
fn a_single_mode_file_with_several_modes_is_refused() {
    assert_eq!(
        told(read_sm(TWO_MODES)),
        [
            "4:1: non-renewable resources in a single-mode file are not supported",
            "10:3: several modes in a single-mode file are not supported",
            "11:3: several modes in a single-mode file are not supported",
        ]
    );
}

#[test]
fn sections_are_read_whatever_their_spacing() {
    let project = read_mm(TWO_MODES).unwrap();
    let shape: Vec<_> =
        project.activities.iter().map(|one| (one.modes.len(), one.successors.clone())).collect();
    assert_eq!(shape, [(1, vec![1, 2]), (2, vec![3]), (2, vec![3]), (1, vec![])]);
    assert_eq!(project.activities[2].modes[1].needs, [1, 1]);
    assert!(!project.single_mode());
    let other = TWO_MODES.replace("AVAILABILITIES:", "  AVAILABILITIES").replace("RESOURCE  ", "RESOURCE");
    assert_eq!(read_mm(&other).unwrap(), project);
    let repeated = TWO_MODES.replace("  2 6 1 1", "2 2 6 1 1");
    assert_eq!(read_mm(&repeated).unwrap(), project);
}

#[test]
fn the_format_is_told_by_the_name_or_the_text() {
    assert_eq!(Format::of("x/j301_1.RCP", ""), Format::Patterson);
    assert_eq!(Format::of("j301_1.sm", ""), Format::SingleMode);
    assert_eq!(Format::of("upload", TWO_MODES), Format::MultiMode);
    assert_eq!(Format::of("upload", "4 1\n2\n"), Format::Patterson);
    assert!(read(Format::MultiMode, TWO_MODES).is_ok());
}

#[test]
fn ten_million_lines_are_refused_quickly_and_the_faults_are_counted() {
    let text = "5 1\n".repeat(2_000_000);
    assert!(!told(read_patterson(&text)).is_empty());
    assert!(told(read_mm(&text)).len() <= 1_001);
    let many = format!("50000 0 {}", "1 1 0 ".repeat(50_000));
    let faults = told(read_patterson(&many));
    assert_eq!((faults.len(), faults[1_000].as_str()), (1_001, "1:6013: and more faults from here on"));
}
