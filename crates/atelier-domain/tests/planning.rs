//! Planning beyond the golden example: bills that branch, nothing lost, refusals, feasibility, people.
#![allow(clippy::unwrap_used)] // helpers of tests

mod support;

use atelier_domain::language::{Args, Catalogue, Currency, Lang, Minutes, Money, Week, Yield};
use atelier_domain::planning::{
    Capacity, Demand, Held, ManyObjectives, PersonLoad, Sharing, Wip, costs, deals, due, explode,
    explode_many, load, onward, per_person, promise, starts, where_used,
};
use atelier_domain::process::{Operation, Unit};
use jiff::civil::date;
use support::{Metrios, branching, capacity_to, euros, objective, process, weeks, weeks_to, wip, workshop};

#[test]
fn an_unknown_step_is_counted_apart_and_never_lost() {
    let mut waiting = Wip::of([("decided", 4), ("forgotten", 7)]);
    waiting.unplaced = 2;
    let needs = explode(&process(), &support::due(), &weeks(), &waiting).unwrap();
    assert_eq!(needs.unplaced, 9);
    assert_eq!(needs.unknown_steps["forgotten"], 7);
    assert_eq!(needs.step("decided").unwrap().taken.iter().sum::<i64>(), 4);
}

#[test]
fn work_in_progress_above_the_need_is_told() {
    let needs = explode(&process(), &support::due(), &weeks(), &Wip::of([("decided", 45)])).unwrap();
    assert_eq!((needs.contacts, needs.step("decided").unwrap().unused), (0, 5));
}

#[test]
fn a_need_before_the_first_week_is_put_in_it_and_told() {
    let mut early = vec![0; 13];
    early[2] = 4;
    let needs = explode(&process(), &early, &weeks(), &Wip::none()).unwrap();
    let overdue: Vec<i64> = needs.steps.iter().map(|step| step.overdue).collect();
    assert_eq!(overdue, [100, 20, 10, 0, 0]);
    assert_eq!(needs.step("goal").unwrap().entering[0], 100);
    assert_eq!(needs.step("decided").unwrap().entering[0], 8, "due in the first week itself, not late");
}

#[test]
fn nine_days_of_lead_time_are_two_weeks() {
    let mut process = process();
    process.steps[3].lead_days = 9;
    let needs = explode(&process, &support::due(), &weeks(), &Wip::none()).unwrap();
    assert_eq!(needs.step("decided").unwrap().entering[6], 8);
    process.steps[3].lead_days = 7;
    let needs = explode(&process, &support::due(), &weeks(), &Wip::none()).unwrap();
    assert_eq!(needs.step("decided").unwrap().entering[6..8], [0, 8]);
}

#[test]
fn missing_yields_are_refused_with_the_list_of_steps() {
    let mut process = process();
    process.steps[0].yields = None;
    process.steps[2].yields = None;
    let refused = explode(&process, &support::due(), &weeks(), &Wip::none()).unwrap_err();
    assert_eq!(refused.codes(), ["planning/no-yield"]);
    let said = refused.0[0].sentences(Catalogue::of(Lang::Fr));
    assert!(said[0].contains("goal, justified"), "{said:?}");
}

#[test]
fn needs_beyond_counting_are_refused_in_both_ways_of_computing() {
    let mut process = process();
    process.steps[..4].iter_mut().for_each(|step| step.yields = Yield::new(1));
    let refused = explode(&process, &support::due(), &weeks(), &Wip::none()).unwrap_err();
    assert_eq!(refused.codes(), ["planning/too-many-units"]);
    let many = ManyObjectives {
        group: vec![0],
        first_due: vec![0, 1],
        due_week: vec![12],
        due_units: vec![i64::MAX],
        wip: vec![0; 5],
    };
    let refused = explode_many(&process, &many, 1, 13, 1).unwrap_err();
    assert_eq!(refused.codes(), ["planning/too-many-units"]);
}

#[test]
fn a_bill_that_branches_multiplies_by_its_quantities() {
    let needs = explode(&branching(), &support::due(), &weeks(), &wip()).unwrap();
    let reference = needs.step("reference").unwrap();
    assert_eq!(reference.entering.iter().sum::<i64>(), 36 * 2 * 4);
    assert_eq!(needs.contacts, 350 + 288, "both entry steps");
}

#[test]
fn where_a_step_and_an_operation_are_used() {
    let process = branching();
    let used = |code: &str| -> Vec<(String, usize, Option<i64>)> {
        where_used(&process, code).into_iter().map(|one| (one.step, one.distance, one.quantity)).collect()
    };
    let expected = [("decided".to_owned(), 1, Some(8_000)), ("uses".to_owned(), 2, None)];
    assert_eq!(used("reference"), expected);
    assert_eq!(used("letter")[0], ("use".to_owned(), 0, None));
    assert_eq!(used("letter").len(), 4);
    assert!(used("unknown").is_empty());
}

#[test]
fn a_kind_without_calendar_has_no_capacity_rather_than_nought() {
    let mut workshop = workshop();
    workshop.resources[3].calendar = None;
    let capacity = Capacity::of(&workshop, &weeks(), |one, on| support::minutes(&workshop, one, on));
    let metrios = Metrios { capacity, ..Metrios::new(13) };
    let plan = metrios.demand().plan().unwrap();
    let presales = plan.balance.kind("presales").unwrap();
    assert_eq!((presales.ratio(), presales.week_ratio(8), presales.worst_week()), (None, None, None));
    assert_eq!(presales.largest_shortage().unwrap().missing, Minutes(13_200));
    assert_eq!(plan.balance.bottleneck().unwrap().kind, "presales");
    assert_eq!(metrios.capacity.without_calendar[0].resource, "P1");
    let said = promise(&metrios.demand()).unwrap().sentences(Catalogue::of(Lang::Fr), &workshop.kinds);
    assert!(said[0].contains("d’avant-ventes") && said[0].contains("calendrier"), "{said:?}");
}

#[test]
fn work_in_lots_prepares_once_per_lot_begun() {
    let mut process = process();
    let letter: &mut Operation = &mut process.steps[1].operations[2];
    (letter.lot, letter.prepare, letter.run) = (8, Minutes(12), Minutes(5));
    let needs = explode(&process, &support::due(), &weeks(), &wip()).unwrap();
    let load = load(&process, &needs);
    let letters: Vec<i64> = load
        .open("seller", Some(4))
        .iter()
        .filter(|line| line.operation == "letter")
        .map(|line| line.minutes.0)
        .collect();
    assert_eq!(letters, [20 * 5 + 3 * 12]);
}

#[test]
fn a_promise_names_the_limit_and_what_is_possible() {
    let metrios = Metrios::new(40);
    let answer = promise(&metrios.demand()).unwrap();
    let fits = |due: &[i64]| Demand { due, ..metrios.demand() }.plan().unwrap().is_feasible();
    let later = (0_usize..27).find(|&later| {
        let mut due = vec![0; later];
        due.extend(&metrios.due[..40 - later]);
        fits(&due)
    });
    let (weeks_later, date) = answer.nearest_date.unwrap();
    assert_eq!(usize::try_from(weeks_later).ok(), later);
    assert_eq!(date, "2027-W13".parse::<Week>().unwrap().plus(weeks_later));
    let scaled = |units: i64| {
        let cumulated = |week: i64| 4 * week * units / 20;
        let mut due = vec![0; 40];
        (0..5).for_each(|week: i64| due[8 + week as usize] = cumulated(week + 1) - cumulated(week));
        due
    };
    let most = (0..=20).rev().find(|&units| fits(&scaled(units))).unwrap();
    assert_eq!(answer.nearest_quantity, most);
    assert!(most > 0 && most < 20 && weeks_later > 0);
    let kinds = workshop().kinds;
    let said = answer.sentences(Catalogue::of(Lang::Fr), &kinds);
    assert_eq!(said[0], "Non\u{202f}: il manque 103,5\u{202f}h de vendeurs avant la fin de la semaine S10.");
    let said = answer.sentences(Catalogue::of(Lang::En), &kinds);
    assert_eq!(said[0], "No: 103.5\u{a0}h of sellers are missing before the end of week W10.");
    assert_eq!(said.len(), 3);
}

#[test]
fn a_promise_that_holds_says_so_and_one_too_early_says_what_should_have_begun() {
    let mut metrios = Metrios::new(40);
    metrios.due = [vec![0; 30], vec![1, 1], vec![0; 8]].concat();
    let answer = promise(&metrios.demand()).unwrap();
    assert_eq!((answer.feasible, answer.nearest_quantity), (true, 2));
    assert_eq!(answer.nearest_date, Some((0, weeks_to(32)[31])));
    assert_eq!(answer.sentences(Catalogue::of(Lang::Fr), &[]).len(), 1);
    metrios.due = [vec![0, 0, 6], vec![0; 37]].concat();
    let answer = promise(&metrios.demand()).unwrap();
    assert!(!answer.feasible);
    assert_eq!(answer.late_starts.last(), Some(&("justified".to_owned(), 10)));
}

#[test]
fn cases_weigh_on_those_who_lead_them() {
    let metrios = Metrios::new(13);
    let plan = metrios.demand().plan().unwrap();
    let held = [
        Held { resource: "S2".into(), step: "decided".into(), units: 3 },
        Held { resource: "S1".into(), step: "decided".into(), units: 1 },
    ];
    let shared =
        per_person(&metrios.process, &plan.needs, &plan.load, &metrios.capacity, &held, &Sharing::Equally);
    let person = |code: &str| shared.people.iter().find(|person| person.resource == code).unwrap();
    assert_eq!(person("S2").own[6], Minutes(3 * 270));
    assert_eq!(person("S1").own[6], Minutes(270));
    let total: Minutes = shared.people.iter().filter(|one| one.kind == "seller").map(PersonLoad::total).sum();
    assert_eq!(total, Minutes(36_900));
    assert!(shared.nobody.is_empty());
    let mut alone = std::collections::BTreeMap::new();
    alone.insert("S3".to_owned(), 1);
    let given = Sharing::Given(alone);
    let shared = per_person(&metrios.process, &plan.needs, &plan.load, &metrios.capacity, &held, &given);
    let person = shared.people.iter().find(|person| person.resource == "S3").unwrap();
    assert_eq!(person.total(), Minutes(36_900 - 4 * 270));
    assert_eq!(shared.nobody["caller"], Minutes(10_500), "no weight was given to a caller");
}

#[test]
fn objectives_in_other_units_become_deals() {
    let (process, mut wanted) = (process(), objective());
    (wanted.unit, wanted.quantity) = (Unit::Contacts, 500);
    assert_eq!(deals(&process, &wanted), Ok(20));
    wanted.quantity = 499;
    assert_eq!(deals(&process, &wanted), Ok(19));
    (wanted.unit, wanted.quantity) = (Unit::Revenue, 50_000_001);
    assert_eq!(deals(&process, &wanted), Ok(21));
    wanted.due.clear();
    let spread = due(&wanted, 21, &weeks());
    assert_eq!(spread, [2, 2, 1, 2, 2, 1, 2, 1, 2, 2, 1, 2, 1]);
    wanted.average_deal = Some(Money { cents: 1, currency: "USD".parse().unwrap() });
    assert_eq!(deals(&process, &wanted).unwrap_err().codes(), ["planning/currency-mismatch"]);
    wanted.average_deal = None;
    assert_eq!(deals(&process, &wanted).unwrap_err().codes(), ["planning/no-average-deal"]);
}

#[test]
fn a_cost_in_another_currency_is_refused() {
    let plan = Metrios::new(13).demand().plan().unwrap();
    let mut workshop = workshop();
    let dollars: Currency = "USD".parse().unwrap();
    workshop.kinds[1].hour_cost = Some(Money { cents: 6_000, currency: dollars });
    let refused = costs(&process(), &plan.needs, &plan.load, &workshop, 20).unwrap_err();
    assert_eq!(refused.codes(), ["planning/currency-mismatch"]);
    workshop.kinds[1].hour_cost = None;
    let costs = costs(&process(), &plan.needs, &plan.load, &workshop, 20).unwrap();
    assert_eq!((costs.total, costs.without_cost), (euros(5_250 + 15_400), vec!["seller".to_owned()]));
    let annex = costs.operations.iter().find(|one| one.operation == "annex").unwrap();
    assert_eq!(annex.cost, euros(70));
}

#[test]
fn metrios_needs_more_contacts_than_the_mean_to_be_likely() {
    let chances = onward(&process()).unwrap();
    assert!((chances[0] - 0.04).abs() < 1e-12 && (chances[4] - 1.0).abs() < 1e-12);
    let found = starts(20, &[], chances[0]).unwrap();
    assert_eq!(found.mean, 500);
    assert!(found.at_80 > 500 && found.at_95 > found.at_80);
    assert_eq!(onward(&branching()), None);
}

#[test]
fn every_refusal_of_the_errors_page_speaks_both_languages() {
    let page = include_str!("../../../docs/errors/planning.md");
    let codes: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## planning/")).collect();
    assert_eq!(codes.len(), 32);
    for lang in [Lang::Fr, Lang::En] {
        let words = Catalogue::of(lang);
        for code in &codes {
            let id = format!("planning-{code}");
            assert!(words.has(&id), "{id} is missing");
            for name in ["why", "remedy"] {
                let missing = format!("{id}.{name}");
                assert_ne!(words.attribute(&id, name, &Args::new()), missing);
            }
        }
    }
}

#[test]
fn the_capacity_of_a_caller_counts_leave_meetings_and_the_holiday() {
    let capacity = capacity_to(13);
    let caller = capacity.kind("caller").unwrap();
    assert_eq!(caller[0], Minutes(4 * 252));
    assert_eq!(caller[1], Minutes(252));
    assert_eq!(caller[12], Minutes(3 * 252));
    assert_eq!(capacity.first(2).weeks.len(), 2);
    assert_eq!(weeks()[0].monday(), date(2027, 1, 4));
}
