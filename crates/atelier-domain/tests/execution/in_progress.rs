//! Cases in progress: which ones the needs count, which ones are work in hand.

use crate::company::{Company, MONDAY, units};
use atelier_domain::execution::{ActionOrder, Launch, Outcome, Passage, Report, State, Wait};
use atelier_domain::language::{CaseId, Minutes, OrderId};
use jiff::civil::date;

fn of_case(launches: &[Launch], case: CaseId) -> Vec<&Launch> {
    launches.iter().filter(|launch| launch.order.case == Some(case)).collect()
}

fn operations<'l>(launches: &[&'l Launch]) -> Vec<&'l str> {
    launches.iter().map(|launch| launch.order.operation.as_str()).collect()
}

#[test]
fn standing_cases_count_for_their_yield_and_their_work_is_in_hand() {
    let mut company = Company::new();
    (0..7).for_each(|_| company.add_standing("use"));
    let plan = company.plan();
    let strand = &plan.strands[0];
    // 7 × 0.50 = 3.5: three will enter the justification.
    assert_eq!(strand.wip.waiting.clone().into_iter().collect::<Vec<_>>(), [("justification".to_owned(), 3)]);
    let needs = strand.needs.step("justification").unwrap();
    assert_eq!((needs.taken.iter().sum::<i64>(), needs.entering.iter().sum::<i64>()), (3, 50));
    assert_eq!(units(&plan.launches, "justification", "justify"), (0, 50), "the three are not known yet");
    let in_hand: Minutes = strand.in_hand.lines.iter().map(|line| line.minutes).sum();
    assert_eq!(in_hand, Minutes(7 * 195));
    let launched: Minutes = plan.launches[..21].iter().map(|launch| launch.order.minutes).sum();
    assert_eq!(in_hand, launched);
}

#[test]
fn a_case_waiting_beyond_the_needs_is_work_in_hand() {
    let mut company = Company::new();
    (0..45).for_each(|_| company.add_finished("justification"));
    let plan = company.plan();
    let strand = &plan.strands[0];
    assert_eq!(strand.needs.step("decision").unwrap().unused, 5);
    assert_eq!(units(&plan.launches, "decision", "proposal"), (45, 0));
    let proposal = strand.in_hand.lines.iter().filter(|line| line.operation == "proposal");
    assert_eq!(proposal.map(|line| line.units).sum::<i64>(), 5);
    let minutes: Minutes = plan.launches.iter().map(|launch| launch.order.minutes).sum();
    assert_eq!(minutes, plan.load.kinds.iter().map(atelier_domain::planning::KindLoad::total).sum());
}

#[test]
fn without_objective_there_is_still_the_work_in_hand() {
    let mut company = Company::metrios();
    company.processes[0].objectives.clear();
    company.add_standing("first-use");
    let plan = company.plan();
    assert_eq!((plan.strands[0].deals(), plan.strands[0].needs.contacts), (0, 0));
    let seller = plan.load.kind("seller").unwrap().total();
    assert_eq!(seller, Minutes(10 * 195 + 5 * 180 + 4 * 270 + 120));
    let presales = plan.shared.people.iter().find(|person| person.resource == "julien").unwrap();
    assert_eq!(presales.total(), Minutes(5 * 240 + 4 * 60), "no seller leads the work of the presales");
}

#[test]
fn a_case_is_due_its_lead_time_after_its_entry_or_after_today() {
    let mut company = Company::new();
    for step in ["justification", "justification", "use"] {
        company.add_standing(step);
    }
    let enter = |case: usize, step: &str, entered_on| Passage {
        case: company.cases[case].id,
        step: step.into(),
        entered_on,
        left_on: None,
    };
    company.passages =
        vec![enter(0, "justification", date(2026, 12, 28)), enter(0, "decision", date(2027, 1, 3))];
    company.add_finished("use");
    let plan = company.plan();
    let due = |case: usize| of_case(&plan.launches, company.cases[case].id)[0].due.date();
    assert_eq!(due(0), date(2027, 1, 11), "14 days after the entry in the step where it stands");
    assert_eq!(due(1), date(2027, 1, 18), "entered in December: 14 days from today");
    assert_eq!(due(2), date(2027, 1, 11));
    assert_eq!(due(3), date(2027, 1, 18), "it has yet to enter the justification");
}

#[test]
fn late_cases_are_caught_up_over_one_lead_time_the_oldest_first() {
    let mut company = Company::new();
    (0..4).for_each(|_| company.add_standing("justification"));
    let entries = [Some(date(2026, 10, 5)), None, Some(date(2026, 9, 7)), Some(date(2026, 11, 2))];
    for (case, entry) in company.cases.iter_mut().zip(entries) {
        case.engaged_on = entry;
    }
    let plan = company.plan();
    let due: Vec<_> =
        company.cases.iter().map(|case| of_case(&plan.launches, case.id)[0].due.date()).collect();
    // 14 days for four: 3 (then Friday), 7, 10 and 14 days after the first Monday.
    assert_eq!(due, [date(2027, 1, 11), date(2027, 1, 18), date(2027, 1, 8), date(2027, 1, 14)]);
}

#[test]
fn nothing_remains_of_a_case_that_has_left_the_last_step() {
    let mut company = Company::new();
    company.add_finished("first-use");
    let plan = company.plan();
    assert_eq!(of_case(&plan.launches, company.cases[0].id), Vec::<&Launch>::new());
    assert_eq!(plan.unplaced, 0, "its step is known");
}

#[test]
fn unplaced_cases_are_counted_once() {
    let mut company = Company::new();
    let mut other = company.processes[0].clone();
    other.code = "renewals".into();
    company.processes.push(other);
    for _ in 0..6 {
        company.add_standing("use");
    }
    company.cases[0].step = None;
    company.cases[1].step = Some("gone".into());
    (company.cases[2].process, company.cases[2].step) = (Some("renewals".into()), None);
    company.cases[3].process = None;
    company.cases[4].process = Some("of-others".into());
    let plan = company.plan();
    assert_eq!(plan.strands.iter().map(|strand| strand.wip.unplaced).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(plan.unplaced, 4, "the case of no process is one case, the last one is none of this plan");
}

#[test]
fn what_is_done_for_a_case_is_not_launched_again() {
    let mut company = Company::new();
    company.add_standing("use");
    let before = company.plan();
    let launched = of_case(&before.launches, company.cases[0].id);
    assert_eq!(operations(&launched), ["prepare", "meet", "letter"]);
    let report = Report { outcome: Outcome::NoProgress, minutes: Minutes(5), at: MONDAY.at(9, 0, 0, 0) };
    let done = ActionOrder {
        id: OrderId::of(company.tenant, "of a former version"),
        state: State::Done(report),
        ..launched[0].order.clone()
    };
    company.orders = vec![done];
    let after = company.plan();
    let left = of_case(&after.launches, company.cases[0].id);
    assert_eq!(operations(&left), ["meet", "letter"]);
    assert_eq!(left[0].after, [], "what is done is not waited for");
    assert_eq!(after.strands[0].in_hand.kinds[0].total(), Minutes(165));
}

#[test]
fn the_days_of_an_automated_operation_still_pass() {
    let mut company = Company::new();
    company.add_standing("use");
    let routing = &mut company.processes[0].steps[1].operations;
    (routing[1].automated, routing[1].wait_days, routing[2].wait_days) = (true, 2, 1);
    let plan = company.plan();
    let launched = of_case(&plan.launches, company.cases[0].id);
    assert_eq!(operations(&launched), ["prepare", "letter"]);
    assert_eq!(launched[1].after, [Wait { order: launched[0].order.id, days: 3, days_max: None }]);
}

#[test]
fn lots_are_as_large_as_the_step_allows_and_each_operation_waits_for_all_the_sittings() {
    let mut company = Company::new();
    let goal = &mut company.processes[0].steps[0];
    (goal.operations[0].lot, goal.operations[1].lot) = (8, 3);
    let plan = company.plan();
    assert_eq!(units(&plan.launches, "goal", "research"), (0, 500));
    assert_eq!(units(&plan.launches, "goal", "calls"), (0, 500));
    let first: Vec<_> = plan.launches.iter().take_while(|one| one.group == plan.launches[0].group).collect();
    assert_eq!(first.iter().map(|one| one.order.units).collect::<Vec<_>>(), [8, 3, 3, 2]);
    assert!(
        first[1..]
            .iter()
            .all(|one| one.after == [Wait { order: first[0].order.id, days: 0, days_max: None }])
    );
}
