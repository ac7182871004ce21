//! The golden example through the whole chain, from its files.

use crate::company::{Company, units};
use atelier_domain::execution::Summary;
use atelier_domain::language::{Catalogue, Lang, Minutes};

#[test]
fn metrios_gives_the_golden_figures() {
    let plan = Company::metrios().plan();
    let strand = &plan.strands[0];
    assert_eq!((strand.deals(), strand.needs.contacts, plan.unplaced), (20, 350, 0));
    assert_eq!(strand.in_hand.lines, [], "every case in progress is counted by the needs");
    let seller = plan.balance.kind("seller").unwrap();
    assert_eq!((seller.total_load(), seller.total_capacity()), (Minutes(615 * 60), Some(Minutes(588 * 60))));
    let worst = seller.worst_week().unwrap();
    assert_eq!(
        (plan.weeks[worst].to_string().as_str(), seller.week_ratio(worst)),
        ("2027-W08", Some(34_026))
    );
    let short = seller.largest_shortage().unwrap();
    assert_eq!((plan.weeks[short.week].to_string().as_str(), short.missing), ("2027-W10", Minutes(6_210)));
    assert_eq!(plan.balance.bottleneck().unwrap().kind, "seller");
}

#[test]
fn every_unit_of_the_needs_is_one_launch_of_each_operation() {
    let company = Company::metrios();
    let plan = company.plan();
    let known = [("goal", 0), ("use", 10), ("justification", 5), ("decision", 4), ("first-use", 0)];
    for (step, (code, known)) in company.processes[0].steps.iter().zip(known) {
        let entering: i64 = plan.strands[0].needs.step(code).unwrap().entering.iter().sum();
        for operation in &step.operations {
            let launched = units(&plan.launches, &step.code, &operation.code);
            assert_eq!(launched, (known, entering - known), "{code}/{}", operation.code);
        }
    }
    let minutes: Minutes = plan.launches.iter().map(|launch| launch.order.minutes).sum();
    let load: Minutes = plan.load.kinds.iter().map(atelier_domain::planning::KindLoad::total).sum();
    assert_eq!(minutes, load, "one unit a sitting: the launches are the load");
}

#[test]
fn the_load_of_people_is_the_load() {
    let plan = Company::metrios().plan();
    assert!(plan.shared.nobody.is_empty());
    for kind in &plan.load.kinds {
        let people = plan.shared.people.iter().filter(|person| person.kind == kind.kind);
        assert_eq!(
            people.map(atelier_domain::planning::PersonLoad::total).sum::<Minutes>(),
            kind.total(),
            "{}",
            kind.kind
        );
    }
    // Camille leads every third case: 4 before the use, 1 before the justification, 2 before the decision.
    let camille = plan.shared.people.iter().find(|person| person.resource == "camille").unwrap();
    let own: Minutes = camille.own.iter().copied().sum();
    assert_eq!(own, Minutes(4 * 195 + 180 + 2 * 270));
}

#[test]
fn the_summary_says_what_the_plan_says() {
    let company = Company::metrios();
    let plan = company.plan();
    let (launches, schedule) = company.schedule(&plan);
    let summary = Summary::of(&plan, &schedule, company.today, Minutes(30), (1, 3));
    assert_eq!(summary.placed + summary.unplaced, launches.len());
    assert_eq!(summary.bottleneck.as_deref(), Some("seller"));
    for figures in &summary.kinds {
        let lines: Minutes = figures.lines.iter().map(|line| line.minutes).sum();
        assert_eq!(lines, figures.weeks.iter().map(|week| week.load).sum(), "{}", figures.kind);
        assert_eq!(&figures.balance(), plan.balance.kind(&figures.kind).unwrap());
    }
    let seller = summary.kind("seller").unwrap();
    let answer = seller.answer("sellers", Catalogue::of(Lang::En));
    assert!(answer.contains("103.5") && answer.contains("W10"), "{answer}");
    let json = serde_json::to_string(&summary).unwrap();
    assert_eq!(serde_json::from_str::<Summary>(&json).unwrap(), summary);
}

#[test]
fn refusals_of_every_process_come_together() {
    let mut company = Company::new();
    company.processes.push(company.processes[0].clone());
    company.processes[0].objectives[0].average_deal = None;
    company.processes[1].steps[0].yields = None;
    let refused = company.try_plan().err().unwrap();
    assert_eq!(refused.codes(), ["planning/no-average-deal", "planning/no-yield"]);
}
