//! Modes, pace, split tasks, longest waits, stocks and pressure: the checker, one rule at a time.

use crate::shop::{after, at, pin, shop, span, task};
use atelier_planner::{
    Mode, Need, Placement, Pressure, Problem, ResourceId, Rule, Stock, StockId, Task, Use, Wait, check,
};

fn rules(problem: &Problem, found: &[Placement]) -> Vec<Rule> {
    check(problem, found).iter().map(|violation| violation.rule).collect()
}

fn hours(task: u32, day: u32, from: u32, to: u32, who: &[u32]) -> Placement {
    pin(task, at(day, from), at(day, to), who)
}

#[test]
fn a_task_is_done_in_one_of_its_ways() {
    let mut visit = task(3, &[&[0], &[1]]);
    let call = Need { candidates: vec![ResourceId(1)] };
    visit.modes = vec![Mode { duration: 60, needs: vec![call], cost: 9, site: None }];
    let problem = shop(2, vec![visit]);
    let by = |mode, placement: Placement| rules(&problem, &[Placement { mode, ..placement }]);
    assert_eq!(by(0, hours(0, 0, 9, 12, &[0, 1])), []);
    assert_eq!(by(1, hours(0, 0, 9, 10, &[1])), []);
    assert_eq!(by(1, hours(0, 0, 9, 12, &[1])), [Rule::Duration]);
    assert_eq!(by(1, hours(0, 0, 9, 10, &[0])), [Rule::People]);
    assert_eq!(by(2, hours(0, 0, 9, 10, &[1])), [Rule::Mode]);
}

#[test]
fn the_slowest_person_decides_how_long_it_takes() {
    let mut problem = shop(3, vec![task(2, &[&[0, 1, 2], &[0, 1, 2]])]);
    problem.grid = 15;
    problem.resources[1].pace = 80;
    problem.resources[2].pace = 110;
    let lasts = |minutes, who: &[u32]| rules(&problem, &[pin(0, at(0, 9), at(0, 9) + minutes, who)]);
    // 120 minutes at 80 % are 150; at 110 % they are 110, rounded up to 120.
    assert_eq!(lasts(150, &[0, 1]), []);
    assert_eq!(lasts(150, &[1, 2]), []);
    assert_eq!(lasts(120, &[1, 2]), [Rule::Duration]);
    assert_eq!(lasts(120, &[2, 0]), []);
    problem.tasks[0] = Task { duration: 60, ..task(1, &[&[2]]) };
    assert_eq!(rules(&problem, &[pin(0, at(0, 9), at(0, 10), &[2])]), []);
    assert_eq!(rules(&problem, &[pin(0, at(0, 9), at(0, 9) + 55, &[2])]), [Rule::Duration]);
}

#[test]
fn a_split_task_crosses_breaks_but_no_other_task() {
    let mut long = task(4, &[&[0]]);
    long.split = true;
    let mut problem = shop(1, vec![long, task(1, &[&[0]])]);
    // 9-12 and 14-16 are worked.
    assert_eq!(rules(&problem, &[hours(0, 0, 9, 15, &[0])]), []);
    assert_eq!(rules(&problem, &[hours(0, 0, 15, 24 + 12, &[0])]), []);
    assert_eq!(rules(&problem, &[hours(0, 0, 9, 14, &[0])]), [Rule::Duration, Rule::Hours]);
    assert_eq!(rules(&problem, &[hours(0, 0, 8, 15, &[0])]), [Rule::Hours]);
    assert_eq!(rules(&problem, &[hours(0, 0, 10, 16, &[0]), hours(1, 0, 9, 10, &[0])]), []);
    problem.resources[0].windows.retain(|window| window.start != at(0, 14));
    let spanning = [hours(0, 0, 9, 24 + 10, &[0]), hours(1, 0, 14, 15, &[0])];
    assert_eq!(rules(&problem, &spanning), [Rule::Hours, Rule::Overlap, Rule::Overlap]);
    problem.tasks[0].windows = Some(vec![span(at(0, 9), at(0, 12)), span(at(1, 9), at(1, 12))]);
    assert_eq!(rules(&problem, &[hours(0, 0, 9, 24 + 10, &[0])]), [Rule::Window]);
}

#[test]
fn the_breaks_of_a_split_task_take_nothing_of_the_day() {
    let mut problem = shop(1, vec![Task { split: true, ..task(4, &[&[0]]) }]);
    let found = [hours(0, 0, 15, 24 + 12, &[0])];
    problem.resources[0].day_allowance = Some(vec![60, 180]);
    assert_eq!(rules(&problem, &found), []);
    problem.resources[0].day_allowance = Some(vec![60, 179]);
    assert_eq!(rules(&problem, &found), [Rule::DayAllowance]);
}

#[test]
fn a_bound_pair_is_close_enough_or_not_there_at_all() {
    let mut proposal = task(1, &[&[1]]);
    proposal.after = vec![after(0, Wait::Elapsed(60))];
    proposal.after[0].at_most = Some(120);
    let mut problem = shop(2, vec![task(1, &[&[0]]), proposal]);
    let demo = || hours(0, 0, 9, 10, &[0]);
    let starting = |hour| hours(1, 0, hour, hour + 1, &[1]);
    assert_eq!(rules(&problem, &[demo(), starting(11)]), []);
    assert_eq!(rules(&problem, &[demo(), starting(10)]), [Rule::Predecessor]);
    assert_eq!(rules(&problem, &[demo(), hours(1, 0, 14, 15, &[1])]), [Rule::Predecessor]);
    assert_eq!(rules(&problem, &[demo()]), [Rule::Together]);
    assert_eq!(rules(&problem, &[starting(11)]), [Rule::Predecessor]);
    assert_eq!(rules(&problem, &[]), []);
    problem.tasks[0].pinned = Some(demo());
    assert_eq!(rules(&problem, &[demo()]), [], "a pinned task waits for nobody");
}

#[test]
fn no_more_is_taken_of_a_stock_than_there_is() {
    let taking = |amount| Task { uses: vec![Use { stock: StockId(0), amount }], ..task(1, &[]) };
    let mut problem = shop(0, vec![taking(1), taking(2), taking(0), taking(1)]);
    problem.stocks = vec![Stock { capacity: 2 }];
    let nine = |task| hours(task, 0, 9, 10, &[]);
    assert_eq!(rules(&problem, &[nine(0), nine(3), hours(1, 0, 10, 11, &[])]), []);
    assert_eq!(rules(&problem, &[nine(0), nine(1), nine(2)]), [Rule::Stock; 2]);
    problem.tasks[1].pinned = Some(nine(1));
    assert_eq!(rules(&problem, &[nine(0), nine(1)]), [Rule::Stock], "the pinned one is not at fault");
    problem.tasks[0].uses[0].stock = StockId(1);
    assert_eq!(rules(&problem, &[nine(0), nine(1)]), [Rule::Stock], "nothing of what is not there");
}

#[test]
fn a_contact_is_left_in_peace() {
    let mut problem = shop(0, vec![Task { contact: Some(7), ..task(1, &[]) }; 4]);
    problem.tasks[3].contact = Some(8);
    problem.pressure = Some(Pressure { times: 1, days: 3 });
    let on = |days: &[u32]| -> Vec<Placement> {
        days.iter().zip(0..).map(|(&day, task)| hours(task, day, 9, 10, &[])).collect()
    };
    assert_eq!(rules(&problem, &on(&[0, 3, 6, 0])), []);
    assert_eq!(rules(&problem, &on(&[0, 2, 6])), [Rule::Pressure; 2]);
    assert_eq!(rules(&problem, &on(&[0, 0, 1])), [Rule::Pressure; 3]);
    problem.tasks[0].pinned = Some(hours(0, 0, 9, 10, &[]));
    assert_eq!(rules(&problem, &on(&[0, 2, 6])), [Rule::Pressure]);
    problem.pressure = Some(Pressure { times: 2, days: 3 });
    assert_eq!(rules(&problem, &on(&[0, 2, 3])), []);
}
