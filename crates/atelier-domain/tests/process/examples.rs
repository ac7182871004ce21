//! The examples say what they claim: the golden company to the hour, the CRM process without objective.

use crate::{before_2027, example, metrios, metrios_workshop, places};
use atelier_domain::language::{Lang, Minutes, Period, Week, Yield};
use atelier_domain::process::{Process, due_by_week, implied_deals};
use jiff::civil::date;

/// Capacity of a kind in each week of the quarter, in tenths of an hour.
fn capacities(kind: &str) -> Vec<i64> {
    let workshop = metrios_workshop();
    let quarter = Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap();
    let people: Vec<_> = workshop.resources.iter().filter(|person| person.kind == kind).collect();
    let of_week = |week: Week| -> i64 {
        let days = quarter.days().filter(|day| Week::of(*day) == week);
        let minutes: Minutes = days
            .flat_map(|day| people.iter().map(move |person| (person, day)))
            .map(|(person, day)| workshop.capacity(person, day))
            .sum();
        assert_eq!(minutes.0 % 6, 0, "not a tenth of an hour");
        minutes.0 / 6
    };
    quarter.weeks().into_iter().map(of_week).collect()
}

#[test]
fn sellers_have_the_hours_of_the_golden_example_week_by_week() {
    let expected = [420, 525, 525, 525, 420, 525, 525, 385, 280, 385, 525, 525, 315];
    assert_eq!(capacities("seller"), expected);
    assert_eq!(expected.iter().sum::<i64>(), 5_880);
}

#[test]
fn presales_and_caller_have_235_20_hours_each() {
    assert_eq!(capacities("presales"), [168, 210, 210, 210, 168, 210, 210, 210, 168, 42, 210, 210, 126]);
    let caller = capacities("caller");
    assert_eq!(caller[..6], [168, 210, 210, 210, 168, 210]);
    assert_eq!(caller.iter().sum::<i64>(), 2_352);
    assert_eq!(capacities("presales").iter().sum::<i64>(), 2_352);
}

#[test]
fn the_quarter_has_64_working_days_and_nobody_works_on_easter_monday() {
    let workshop = metrios_workshop();
    let quarter = Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap();
    assert_eq!(workshop.working_days(quarter), 64);
    let easter_monday = date(2027, 3, 29);
    assert_eq!(workshop.holidays[&easter_monday].fr, "Lundi de Pâques");
    for person in &workshop.resources {
        assert_eq!(workshop.day_minutes(person, easter_monday), Minutes(0));
        assert_eq!(workshop.day_minutes(person, easter_monday.tomorrow().unwrap()), Minutes(420));
    }
}

#[test]
fn each_person_works_56_days() {
    let workshop = metrios_workshop();
    let quarter = Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap();
    for person in &workshop.resources {
        let worked = quarter.days().filter(|day| workshop.day_minutes(person, *day).0 > 0).count();
        assert_eq!(worked, 56, "{}", person.name);
    }
}

#[test]
fn the_golden_process_has_the_work_of_the_table() {
    let process = metrios();
    let work = |step: usize, kind: &str| -> i64 {
        let operations = process.steps[step].operations.iter();
        operations.filter(|it| it.kinds.contains(&kind.to_owned())).map(|it| it.work(1).0).sum()
    };
    let by_kind = |kind: &str| [0, 1, 2, 3, 4].map(|step| work(step, kind));
    assert_eq!(by_kind("caller"), [30, 0, 0, 0, 0]);
    assert_eq!(by_kind("seller"), [0, 195, 180, 270, 120]);
    assert_eq!(by_kind("presales"), [0, 0, 240, 60, 0]);
    let yields: Vec<_> = process.steps.iter().map(|it| it.yields.map(Yield::millionths)).collect();
    assert_eq!(yields, [Some(200_000), Some(500_000), Some(800_000), Some(500_000), None]);
    let lead: Vec<_> = process.steps.iter().map(|step| step.lead_days).collect();
    assert_eq!(lead, [14, 7, 14, 14, 0]);
    assert_eq!(process.name.get(Lang::Fr), "Nouveaux clients");
    assert_eq!(process.name.get(Lang::En), "New customers");
    let text = example("metrios/process.toml");
    assert!(Process::read_against("process.toml", &text, &before_2027(), &metrios_workshop()).is_ok());
}

#[test]
fn margin_of_180_000_euros_is_twenty_deals_four_a_week() {
    let objective = &metrios().objectives[0];
    assert_eq!(objective.quantity, 18_000_000);
    assert_eq!(implied_deals(objective), Some(20));
    let due: Vec<_> = due_by_week(objective, 20).into_iter().map(|(week, n)| format!("{week} {n}")).collect();
    assert_eq!(due, ["2027-W09 4", "2027-W10 4", "2027-W11 4", "2027-W12 4", "2027-W13 4"]);

    let mut one_cent_more = objective.clone();
    one_cent_more.quantity += 1;
    assert_eq!(implied_deals(&one_cent_more), Some(21));
    one_cent_more.due.clear();
    let spread: Vec<_> = due_by_week(&one_cent_more, 21).into_iter().map(|(_, deals)| deals).collect();
    assert_eq!(spread, [2, 2, 1, 2, 2, 1, 2, 1, 2, 2, 1, 2, 1]);
}

#[test]
fn the_crm_process_is_ready_to_plan_and_not_to_launch() {
    let text = example("crm-sales-opportunities/process.toml");
    let (process, warnings) = Process::read("process.toml", &text, &before_2027()).unwrap();
    assert_eq!(warnings, []);
    let codes: Vec<_> = process.steps.iter().map(|step| step.code.as_str()).collect();
    assert_eq!(codes, ["interest", "project", "order"]);
    assert_eq!(process.steps[1].yields.map(Yield::millionths), Some(630_000));
    assert_eq!(process.steps[1].lead_days, 52);
    assert_eq!(
        places(&process.launch().unwrap_err()),
        ["0:0 objective-empty", "0:0 target-empty", "0:0 indicators-empty"]
    );
}
