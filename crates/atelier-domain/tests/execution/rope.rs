//! The rope on the launches of a plan.

use crate::company::{Company, MONDAY};
use atelier_domain::execution::{Launch, Roped, WorkPlan};
use atelier_domain::language::Week;
use atelier_domain::process::{Process, Reading};
use jiff::civil::date;
use std::collections::BTreeMap;

fn tied(company: &mut Company, days: u32) -> (Vec<Launch>, WorkPlan, Vec<Roped>) {
    if let Some(planning) = &mut company.processes[0].planning {
        planning.buffer_days = Some(days);
    }
    let mut plan = company.plan();
    let before = plan.launches.clone();
    let processes: Vec<&Process> = company.processes.iter().collect();
    let ropes = plan.tie(&processes, MONDAY).unwrap();
    (before, plan, ropes)
}

/// Units of the first operation of the first step, by week.
fn calls(launches: &[Launch]) -> BTreeMap<Week, i64> {
    let mut by_week = BTreeMap::new();
    for launch in launches.iter().filter(|one| one.order.step == "goal" && one.order.operation == "research")
    {
        *by_week.entry(Week::of(launch.release.date())).or_default() += launch.order.units;
    }
    by_week
}

#[test]
fn without_a_buffer_nothing_is_tied() {
    let mut plan = Company::metrios().plan();
    let before = plan.launches.clone();
    let company = Company::metrios();
    let processes: Vec<&Process> = company.processes.iter().collect();
    assert_eq!(plan.tie(&processes, MONDAY).unwrap(), []);
    assert_eq!(plan.launches, before);
}

#[test]
fn new_cases_move_or_are_held_and_all_of_them_are_told() {
    let mut company = Company::metrios();
    let (before, plan, ropes) = tied(&mut company, 5);
    let [rope] = ropes.as_slice() else { panic!("{ropes:?}") };
    assert_eq!(rope.release.drum, "seller");
    let held: i64 = rope.moved.iter().filter(|moved| moved.to.is_none()).map(|moved| moved.units).sum();
    let (wanted, kept) = (calls(&before), calls(&plan.launches));
    assert_eq!(wanted.values().sum::<i64>(), 350);
    assert_eq!(kept.values().sum::<i64>() + held, 350, "launched or held, never lost");
    let mut by_week: BTreeMap<Week, i64> = wanted;
    for moved in &rope.moved {
        *by_week.get_mut(&moved.from).unwrap() -= moved.units;
        if let Some(to) = moved.to {
            *by_week.entry(to).or_default() += moved.units;
        }
    }
    by_week.retain(|_, units| *units != 0);
    assert_eq!(by_week, kept, "what moved is what is told");
    let others = |launches: &[Launch]| launches.iter().filter(|one| one.order.step != "goal").count();
    assert_eq!(others(&before), others(&plan.launches));
}

#[test]
fn a_full_buffer_holds_back_and_an_empty_one_pulls_ahead() {
    let mut full = Company::metrios();
    (0..60).for_each(|_| full.add_finished("use"));
    let (_, _, ropes) = tied(&mut full, 1);
    assert_eq!(ropes[0].release.weeks[0].allowed, 0);
    let mut empty = Company::new();
    let (before, plan, _) = tied(&mut empty, 30);
    let first = |launches: &[Launch]| calls(launches).into_iter().next().unwrap();
    assert!(first(&plan.launches).0 < first(&before).0, "launches start earlier");
}

#[test]
fn the_sheet_says_the_buffer_and_refuses_nought() {
    let text = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/metrios/process.toml"),
    )
    .unwrap();
    let with =
        |days: &str| text.replacen("firm_weeks = 3", &format!("firm_weeks = 3\nbuffer_days = {days}"), 1);
    let read = |text: &str| Process::read("p.toml", text, &Reading { today: date(2026, 12, 14) });
    let (process, _) = read(&with("5")).unwrap();
    assert_eq!(process.planning.as_ref().unwrap().buffer_days, Some(5));
    assert_eq!(read(&process.write()).unwrap().0, process);
    for days in ["0", "-2"] {
        assert_eq!(read(&with(days)).unwrap_err().codes(), ["planning/buffer-target"]);
    }
}
