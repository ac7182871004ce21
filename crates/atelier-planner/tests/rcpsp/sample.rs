//! Instances of the public library, when they are at hand.

use crate::golden::effort;
use atelier_planner::rcpsp::{check, read_patterson, solve};
use std::collections::HashMap;
use std::path::Path;

/// Percent above the critical path on average, and how many equal the best known makespan.
fn run(set: &str, schedules: u64, every: usize) -> Option<(f64, usize, usize)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/psplib");
    let Ok(best) = std::fs::read_to_string(folder.join(format!("{set}_best_known.csv"))) else {
        eprintln!("skipped: no {}", folder.display());
        return None;
    };
    let rows = best.lines().skip(1).step_by(every).map(|row| row.split(',').collect::<Vec<_>>());
    let best: HashMap<String, u32> = rows.map(|row| (row[0].to_owned(), row[3].parse().unwrap())).collect();
    let (mut above, mut equal) = (0.0, 0);
    for (name, &known) in &best {
        let text = std::fs::read_to_string(folder.join(set).join(format!("{name}.rcp"))).unwrap();
        let project = read_patterson(&text).unwrap();
        let found = solve(&project, &effort(schedules, 2), &|| false).unwrap();
        assert_eq!(check(&project, &found.schedule), [], "{name}");
        assert!(found.makespan >= known && found.lower_bound <= known, "{name}");
        above += f64::from(found.makespan) / f64::from(found.critical_path) * 100.0 - 100.0;
        equal += usize::from(found.makespan == known);
    }
    Some((above / best.len() as f64, equal, best.len()))
}

#[test]
fn most_instances_of_thirty_are_optimal_in_two_thousand_schedules() {
    if let Some((_, equal, of)) = run("j30", 2_000, 4) {
        assert!(equal * 100 >= of * 85, "{equal} of {of}");
    }
}

#[test]
fn the_instances_of_a_hundred_and_twenty_come_near_the_published_figures() {
    if let Some((above, _, _)) = run("j120", 5_000, 3) {
        eprintln!("{above:.2} % above the critical path");
        assert!(above < 36.0, "{above:.2} % above the critical path");
    }
}
