//! Small projects whose optimum is known by hand, and what the checker refuses.

use atelier_planner::rcpsp::{
    Effort, Found, Project, Schedule, Violation, check, justified, read_mm, read_patterson, read_schedule,
    solve, write_schedule,
};

pub fn effort(schedules: u64, threads: usize) -> Effort {
    Effort { schedules, expected: schedules, seed: 1, threads }
}

pub fn solved(project: &Project, schedules: u64) -> Found {
    let found = solve(project, &effort(schedules, 1), &|| false).unwrap();
    assert_eq!(check(project, &found.schedule), []);
    assert_eq!(found.schedule.makespan(project), found.makespan);
    assert!(found.lower_bound <= found.makespan);
    found
}

/// Two tasks of 3 that cannot run together, one of 2 that can run beside either.
const THREE: &str = "5 1  4   0 0 3 2 3 4   3 3 1 5   3 2 1 5   2 1 1 5   0 0 0";

#[test]
fn two_that_exclude_each_other_take_turns() {
    let found = solved(&read_patterson(THREE).unwrap(), 200);
    assert_eq!((found.critical_path, found.makespan), (3, 6));
}

#[test]
fn the_bound_counts_the_work_and_the_best_order_meets_it() {
    // Work 3*2 + 2*2 + 4*1 + 1*3 = 17 on 3 units: at least 6.
    let text = "6 1 3  0 0 4 2 3 4 5  3 2 1 6  2 2 1 6  4 1 1 6  1 3 1 6  0 0 0";
    let found = solved(&read_patterson(text).unwrap(), 500);
    assert_eq!((found.lower_bound, found.makespan), (6, 6));
    assert!(found.optimal());
}

#[test]
fn a_project_of_nothing_ends_at_once() {
    let found = solved(&read_patterson("0 0").unwrap(), 10);
    assert_eq!((found.makespan, found.schedule.starts.len()), (0, 0));
    let found = solved(&read_patterson("1 0 5 0").unwrap(), 10);
    assert_eq!(found.makespan, 5);
}

#[test]
fn many_resources_and_large_capacities_take_the_general_path() {
    for (resources, unit) in [(3, 40_000), (9, 1), (20, 2_000_000), (64, 7)] {
        let units = |count: u32| vec![(count * unit).to_string(); resources].join(" ");
        let three = format!("3 {} 0", units(2));
        let text = format!("4 {resources} {}  {three} {three} {three} 2 {} 0", units(3), units(1));
        let found = solved(&read_patterson(&text).unwrap(), 200);
        assert_eq!(found.makespan, 9, "{resources} resources of {unit}");
    }
}

#[test]
fn the_checker_names_each_rule_broken() {
    let project = read_patterson(THREE).unwrap();
    let told = |starts: [u32; 5]| {
        let broken = check(&project, &Schedule { starts: starts.to_vec(), modes: vec![0; 5] });
        broken.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told([0, 0, 3, 0, 6]), Vec::<String>::new());
    assert_eq!(
        told([0, 1, 3, 0, 5]),
        ["activity 5 starts at 5, activity 3 ends at 6", "resource 1 at 3: 5 held, 4 there",]
    );
    let short = Schedule { starts: vec![0], modes: vec![] };
    assert_eq!(check(&project, &short), [Violation::Incomplete { activities: 5, starts: 1, modes: 0 }]);
    let unknown = Schedule { starts: vec![0, 0, 3, 0, 6], modes: vec![0, 1, 0, 0, 0] };
    assert_eq!(check(&project, &unknown), [Violation::UnknownMode { activity: 2, mode: 2 }]);
}

#[test]
fn justification_fills_the_gaps_a_schedule_leaves() {
    let project = read_patterson(THREE).unwrap();
    let loose = Schedule { starts: vec![0, 2, 9, 6, 14], modes: vec![0; 5] };
    assert_eq!(check(&project, &loose), []);
    let tight = justified(&project, &loose);
    assert_eq!(check(&project, &tight), []);
    assert_eq!((loose.makespan(&project), tight.makespan(&project)), (14, 6));
}

#[test]
fn a_schedule_is_read_back_as_written() {
    let found = solved(&read_patterson(THREE).unwrap(), 100);
    assert_eq!(read_schedule(&write_schedule(&found.schedule)).unwrap(), found.schedule);
    let faults = read_schedule("activity start mode\n1 0 1\n3 x 1\n").unwrap_err();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["3:1: row 3 stands where row 2 was expected", "3:3: “x” is no whole number; a start was expected",]
    );
}

/// Two activities, each fast and greedy or slow and frugal; the stock allows one to be greedy.
pub const TWO_MODES: &str = "\
jobs (incl. supersource/sink ): 4
RESOURCES
- renewable                 : 1 R
- nonrenewable              : 1 N
- doubly constrained        : 0 D
****
PRECEDENCE RELATIONS:
jobnr. #modes #successors successors
1 1 2 2 3
2 2 1 4
3 2 1 4
4 1 0
****
REQUESTS/DURATIONS:
jobnr. mode duration R1 N1
----
1 1 0 0 0
2 1 2 1 5
  2 6 1 1
3 1 3 1 5
  2 5 1 1
4 1 0 0 0
****
RESOURCE AVAILABILITIES:
R1 N1
1 6
";

#[test]
fn the_scarce_stock_goes_where_it_saves_most() {
    let project = read_mm(TWO_MODES).unwrap();
    let found = solved(&project, 2_000);
    assert_eq!((found.makespan, found.schedule.modes), (7, vec![0, 0, 1, 0]));
}
