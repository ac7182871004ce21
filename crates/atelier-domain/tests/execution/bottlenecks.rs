//! What holds the golden plan back, and small plans.

use crate::company::Company;
use atelier_domain::execution::WorkPlan;
use atelier_domain::language::{Catalogue, Currency, Lang, Minutes, Money};
use atelier_domain::planning::{
    Basis, Bottleneck, Bottlenecks, Facts, Gap, Limit, Names, Saturation, Stake, Stay, Whose,
};
use atelier_domain::process::{Process, Unit};

fn found(company: &Company, facts: &Facts) -> (WorkPlan, Bottlenecks) {
    let plan = company.plan();
    let processes: Vec<&Process> = company.processes.iter().collect();
    let found = plan.bottlenecks(&processes, company.period, facts);
    (plan, found)
}

fn saturated(found: &Bottlenecks) -> Vec<&Saturation> {
    let people = found.list.iter().filter_map(|one| match &one.limit {
        Limit::Saturated(one) => Some(one),
        _ => None,
    });
    people.collect()
}

fn stake(money: i64, at_least: i64) -> Stake {
    let euros = |cents| Money { cents, currency: Currency::EUR };
    Stake { basis: Basis::Margin, money: euros(money), at_least: euros(at_least) }
}

#[test]
fn metrios_is_held_back_by_sellers_then_presales() {
    let company = Company::metrios();
    let (_, found) = found(&company, &Facts::default());
    let kinds = saturated(&found);
    let told: Vec<_> = kinds
        .iter()
        .map(|one| {
            let missing = one.missing.map(|(minutes, week)| (minutes.0, week.number())).unwrap();
            let worst = one.worst.map(|(week, ratio)| (week.number(), ratio.unwrap())).unwrap();
            (one.kind.as_str(), one.ratio_bp.unwrap(), worst, missing, one.left.0)
        })
        .collect();
    // By hand from the tables of weeks: 303 h of sellers wait after W10, 226.5 h after W13; 64.6 h of presales.
    assert_eq!(
        told[..2],
        [
            ("seller", 10_459, (8, 34_026), (6_210, 10), 13_590),
            ("presales", 9_354, (9, 28_571), (1_884, 10), 3_876),
        ]
    );
    // 180,000 € × 226.5 ÷ 615, of which 27 ÷ 615 whatever is done; 180,000 € × 64.6 ÷ 220.
    assert_eq!(found.list[0].stake, Some(stake(6_629_268, 790_244)));
    assert_eq!(found.list[1].stake, Some(stake(5_285_455, 0)));
    assert_eq!(kinds[2].kind, "caller", "late by the weeks, but done in the period");
    assert_eq!(found.list[2].stake, Some(stake(0, 0)));

    let names = Names { workshop: &company.workshop, processes: &company.processes };
    let french = found.headline(&names, Catalogue::of(Lang::Fr));
    assert!(french.contains("vendeurs, puis avant-ventes"), "{french}");
    let english = found.headline(&names, Catalogue::of(Lang::En));
    assert!(english.contains("sellers, then presales"), "{english}");
    for lang in [Lang::Fr, Lang::En] {
        let told = found.list[0].sentence(&names, Catalogue::of(lang));
        let digits: String = told.chars().filter(char::is_ascii_digit).collect();
        for figure in ["66293", "7902", "1035", "3403", "2265"] {
            assert!(digits.contains(figure), "{figure} in {told}");
        }
        assert!(!told.contains("{$"), "{told}");
    }
}

#[test]
fn people_short_inside_a_kind_are_named_and_alone_when_the_kind_is_not() {
    let mut company = Company::metrios();
    let (_, before) = found(&company, &Facts::default());
    let people = &saturated(&before)[0].people;
    assert_eq!(people.len(), 3, "{people:?}");
    assert!(people[0].missing >= people[2].missing);

    // 72 h of decisions within three weeks: the sellers have them, the one who leads them all has not.
    company.cases.clear();
    company.passages.clear();
    company.processes[0].objectives.clear();
    (0..16).for_each(|_| company.add_finished("justification"));
    for case in &mut company.cases {
        case.owner = Some(atelier_domain::language::PersonId::of(company.tenant, "camille"));
    }
    let (plan, after) = found(&company, &Facts::default());
    assert_eq!(plan.balance.kind("seller").unwrap().largest_shortage(), None);
    let alone: Vec<_> = saturated(&after).into_iter().map(|one| (one.who(), one.load)).collect();
    assert_eq!(alone, [("camille", Minutes(16 * 270))]);
}

#[test]
fn a_long_wait_costs_what_it_pushes_out_of_the_period() {
    let company = Company::metrios();
    let stay = |days, low| Stay {
        process: "new-customers".into(),
        step: "use".into(),
        days,
        low,
        high: 40,
        count: 30,
    };
    let of = |stay: Stay| {
        let (_, found) = found(&company, &Facts { stays: vec![stay], gaps: vec![] });
        let is_use = |one: &&Bottleneck| matches!(&one.limit, Limit::Wait(wait) if wait.step == "use");
        found.list.iter().find(is_use).cloned().unwrap()
    };
    // 20 days for a standard of 7, over a period of 89 days: 180,000 € × 13 ÷ 89.
    assert_eq!(of(stay(20, 12)).stake, Some(stake(2_629_213, 0)));
    assert_eq!(of(stay(20, 7)).stake, Some(stake(0, 0)), "the standard is inside the interval");
    assert_eq!(of(stay(200, 150)).stake, Some(stake(18_000_000, 0)), "never above the whole");
    let names = Names { workshop: &company.workshop, processes: &company.processes };
    for lang in [Lang::Fr, Lang::En] {
        let told = of(stay(20, 12)).sentence(&names, Catalogue::of(lang));
        assert!(told.contains("20") && told.contains("12") && told.contains("26"), "{told}");
    }
}

#[test]
fn a_low_yield_costs_what_the_others_would_have_won() {
    let company = Company::metrios();
    let gap = Gap {
        process: "new-customers".into(),
        step: Some("use".into()),
        whose: Whose::Team("Sud".into()),
        part: 10,
        whole: 50,
        others_part: 60,
        others_whole: 100,
    };
    let foreign = Gap { process: "elsewhere".into(), ..gap.clone() };
    let (_, found) = found(&company, &Facts { stays: vec![], gaps: vec![gap, foreign] });
    // At 60 %, 30 of the 50 instead of 10: 20 more on 70, that is 2 ÷ 7 of 180,000 €.
    let gaps: Vec<_> = found.list.iter().filter(|one| matches!(one.limit, Limit::Yield(_))).collect();
    assert_eq!(gaps.len(), 1, "of the processes planned only");
    assert_eq!(gaps[0].stake, Some(stake(5_142_857, 0)));
    assert_eq!(found.list.iter().position(|one| one == gaps[0]), Some(2), "ranked by what it costs");
}

#[test]
fn without_the_value_of_a_deal_the_order_is_by_hours() {
    let mut company = Company::metrios();
    let objective = &mut company.processes[0].objectives[0];
    (objective.unit, objective.quantity, objective.average_deal) = (Unit::Deals, 20, None);
    let (_, found) = found(&company, &Facts::default());
    assert_eq!(found.unvalued, ["new-customers"]);
    assert!(found.list.iter().all(|one| one.stake.is_none()));
    let order: Vec<&str> = saturated(&found).iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(order, ["seller", "presales", "caller"]);
    let names = Names { workshop: &company.workshop, processes: &company.processes };
    assert!(found.unvalued_told(&names, Catalogue::of(Lang::En)).unwrap().contains("New customers"));

    let objective = &mut company.processes[0].objectives[0];
    (objective.average_deal, objective.margin_rate) =
        (Some(Money { cents: 2_500_000, currency: Currency::EUR }), None);
    let (_, found) = self::found(&company, &Facts::default());
    let stake = found.list[0].stake.unwrap();
    assert_eq!((stake.basis, stake.money.cents), (Basis::Revenue, 18_414_634), "500,000 € × 226.5 ÷ 615");
}

#[test]
fn nobody_with_a_calendar_loses_everything() {
    let mut company = Company::metrios();
    for one in &mut company.workshop.resources {
        if one.kind == "presales" {
            one.calendar = None;
        }
    }
    let (_, found) = found(&company, &Facts::default());
    let Limit::Saturated(first) = &found.list[0].limit else { panic!("{:?}", found.list[0]) };
    assert_eq!((first.kind.as_str(), first.capacity, first.ratio_bp), ("presales", None, None));
    assert_eq!(found.list[0].stake, Some(stake(18_000_000, 18_000_000)));
}

#[test]
fn a_plan_that_fits_is_held_back_by_nothing() {
    let mut company = Company::new();
    company.processes[0].objectives[0].due = [("2027-W13".parse().unwrap(), 1)].into();
    company.processes[0].objectives[0].quantity = 900_000;
    let (_, found) = found(&company, &Facts::default());
    assert_eq!(saturated(&found), Vec::<&Saturation>::new());
    assert!(found.acute().next().is_none());
    assert!(found.list.iter().all(|one| matches!(one.limit, Limit::Wait(_))), "waits are still told");
    let names = Names { workshop: &company.workshop, processes: &company.processes };
    assert!(found.headline(&names, Catalogue::of(Lang::Fr)).starts_with("Rien ne freine"));
}
