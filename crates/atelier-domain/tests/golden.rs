//! The golden example computed by hand: every table of needs, load, levelling and what-if, exactly.
#![allow(clippy::unwrap_used)] // helpers of tests

mod support;

use atelier_domain::language::{Lang, Minutes, Refusals, Show, Week};
use atelier_domain::planning::{
    Compared, KindBalance, Needs, Plan, Return, Scenario, Wip, compare_scenarios, costs, deals, due, explode,
    level_units, promise,
};
use support::{Metrios, euros, objective, process, weeks, wip, workshop};

const SCENARIOS: &str = include_str!("../../../examples/metrios/scenarios.toml");

fn plan() -> Plan {
    Metrios::new(13).demand().plan().unwrap()
}

fn hours(minutes: &[Minutes]) -> Vec<f64> {
    minutes.iter().map(|minutes| minutes.0 as f64 / 60.0).collect()
}

/// One decimal, as the tables write ratios.
fn percents(kind: &KindBalance) -> Vec<String> {
    let capacity = kind.capacity.as_ref().unwrap();
    let weeks = kind.load.iter().zip(capacity);
    weeks.map(|(load, capacity)| Show(Lang::En).percent(load.0, capacity.0, 1)).collect()
}

fn entering(needs: &Needs, step: &str) -> Vec<i64> {
    needs.step(step).unwrap().entering.clone()
}

#[test]
fn the_objective_in_margin_is_twenty_deals_due_four_a_week() {
    let process = process();
    assert_eq!(deals(&process, &objective()), Ok(20));
    assert_eq!(due(&objective(), 20, &weeks()), support::due());
}

#[test]
fn gross_needs_are_five_hundred_contacts() {
    let needs = explode(&process(), &support::due(), &weeks(), &Wip::none()).unwrap();
    let sums: Vec<i64> = needs.steps.iter().map(|step| step.entering.iter().sum()).collect();
    assert_eq!(sums, [500, 100, 50, 40, 20]);
    assert_eq!(needs.contacts, 500);
}

#[test]
fn net_needs_by_week() {
    let needs = explode(&process(), &support::due(), &weeks(), &wip()).unwrap();
    let net = |step: &str| needs.step(step).unwrap().net.clone();
    assert_eq!(entering(&needs, "uses"), [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4]);
    assert_eq!(entering(&needs, "decided"), [0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 0, 0]);
    assert_eq!(net("decided"), [0, 0, 0, 0, 0, 0, 4, 8, 8, 8, 8, 0, 0]);
    assert_eq!(entering(&needs, "justified"), [0, 0, 0, 0, 5, 10, 10, 10, 10, 0, 0, 0, 0]);
    assert_eq!(net("justified"), [0, 0, 0, 0, 0, 10, 10, 10, 10, 0, 0, 0, 0]);
    assert_eq!(entering(&needs, "use"), [0, 0, 0, 0, 20, 20, 20, 20, 0, 0, 0, 0, 0]);
    assert_eq!(net("use"), [0, 0, 0, 0, 10, 20, 20, 20, 0, 0, 0, 0, 0]);
    assert_eq!(entering(&needs, "goal"), [0, 0, 50, 100, 100, 100, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!((needs.contacts, needs.unplaced, needs.is_overdue()), (350, 0, false));
    let sums: Vec<i64> = needs.steps.iter().map(|step| step.entering.iter().sum()).collect();
    assert_eq!(sums, [350, 80, 45, 40, 20]);
}

#[test]
fn global_load() {
    let plan = plan();
    let globals: Vec<(&str, Minutes, Minutes, i64)> = plan
        .balance
        .kinds
        .iter()
        .map(|kind| {
            (kind.kind.as_str(), kind.total_load(), kind.total_capacity().unwrap(), kind.ratio().unwrap())
        })
        .collect();
    let expected = [
        ("caller", Minutes(10_500), Minutes(14_112), 7_440),
        ("seller", Minutes(36_900), Minutes(35_280), 10_459),
        ("presales", Minutes(13_200), Minutes(14_112), 9_354),
    ];
    assert_eq!(globals, expected);
    let of_step = |kind: &str, step: &str| -> i64 {
        plan.load.open(kind, None).iter().filter(|line| line.step == step).map(|line| line.minutes.0).sum()
    };
    let steps = ["use", "justified", "decided", "uses"];
    assert_eq!(steps.map(|step| of_step("seller", step)), [15_600, 8_100, 10_800, 2_400]);
    assert_eq!(["justified", "decided"].map(|step| of_step("presales", step)), [10_800, 2_400]);
}

#[test]
fn seller_load_by_week_at_infinite_capacity() {
    let plan = plan();
    let seller = plan.balance.kind("seller").unwrap();
    let load = [0.0, 0.0, 0.0, 0.0, 80.0, 95.0, 131.0, 131.0, 74.0, 44.0, 44.0, 8.0, 8.0];
    let capacity = [42.0, 52.5, 52.5, 52.5, 42.0, 52.5, 52.5, 38.5, 28.0, 38.5, 52.5, 52.5, 31.5];
    assert_eq!(hours(&seller.load), load);
    assert_eq!(hours(seller.capacity.as_ref().unwrap()), capacity);
    let ratios = "0.0% 0.0% 0.0% 0.0% 190.5% 181.0% 249.5% 340.3% 264.3% 114.3% 83.8% 15.2% 25.4%";
    assert_eq!(percents(seller).join(" "), ratios);
    assert_eq!(Show(Lang::En).percent(36_900, 35_280, 1), "104.6%");
    let cumulated = [0.0, 0.0, 0.0, 0.0, 80.0, 175.0, 306.0, 437.0, 511.0, 555.0, 599.0, 607.0, 615.0];
    assert_eq!(hours(&seller.cumulated_load), cumulated);
    let cumulated = [42.0, 94.5, 147.0, 199.5, 241.5, 294.0, 346.5, 385.0, 413.0, 451.5, 504.0, 556.5, 588.0];
    assert_eq!(hours(&seller.cumulated_capacity), cumulated);
    let shortage = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 52.0, 98.0, 103.5, 95.0, 50.5, 27.0];
    assert_eq!(hours(&seller.shortage), shortage);
    let worst = seller.worst_week().unwrap();
    assert_eq!((worst + 1, seller.week_ratio(worst)), (8, Some(34_026)));
    let largest = seller.largest_shortage().unwrap();
    assert_eq!((largest.week + 1, largest.missing), (10, Minutes(6_210)));
    assert_eq!(plan.balance.bottleneck().unwrap().kind, "seller");
}

#[test]
fn a_week_opens_on_its_lines() {
    let plan = plan();
    let lines = plan.load.open("seller", Some(6));
    let of_step = |step: &str| -> i64 {
        lines.iter().filter(|line| line.step == step).map(|line| line.minutes.0).sum()
    };
    assert_eq!(["use", "justified", "decided"].map(of_step), [65 * 60, 30 * 60, 36 * 60]);
    assert!(lines.iter().filter(|line| line.step == "use").all(|line| line.units == 20));
}

#[test]
fn presales_and_caller_by_week() {
    let plan = plan();
    let presales = plan.balance.kind("presales").unwrap();
    assert_eq!(hours(&presales.load[4..11]), [20.0, 40.0, 48.0, 48.0, 48.0, 8.0, 8.0]);
    let capacity = &presales.capacity.as_ref().unwrap()[4..11];
    assert_eq!(hours(capacity), [16.8, 21.0, 21.0, 21.0, 16.8, 4.2, 21.0]);
    let worst = presales.worst_week().unwrap();
    assert_eq!((worst + 1, percents(presales)[worst].as_str()), (9, "285.7%"));
    let caller = plan.balance.kind("caller").unwrap();
    assert_eq!(hours(&caller.load[2..6]), [25.0, 50.0, 50.0, 50.0]);
    assert_eq!(caller.capacity.as_ref().unwrap()[2], Minutes(21 * 60));
}

#[test]
fn levelling_two_callers() {
    let minutes = [0, 0, 25, 50, 50, 50].map(|hours| hours * 60);
    let levelled = level_units(&minutes, &[42 * 60; 6]);
    assert_eq!(levelled.by_week, [0, 7, 42, 42, 42, 42].map(|hours| hours * 60));
    assert_eq!(levelled.by_week.iter().sum::<i64>(), 175 * 60);
    assert_eq!(levelled.before_first, 0);
    let contacts = level_units(&[0, 0, 50, 100, 100, 100], &[42 * 60 / 30; 6]);
    assert_eq!(contacts.by_week, [0, 14, 84, 84, 84, 84]);
    let short = level_units(&contacts.by_week[2..], &[80; 4]);
    assert_eq!((short.by_week, short.before_first), (vec![80; 4], 16));
}

fn compared() -> Result<Vec<Compared>, Refusals> {
    let metrios = Metrios::new(13);
    compare_scenarios(&metrios.demand(), Some(euros(180_000)), &Scenario::read("scenarios.toml", SCENARIOS)?)
}

#[test]
fn six_scenarios_side_by_side() {
    let columns = compared().unwrap();
    let row = |column: &Compared| {
        let seller = column.balance.kind("seller").unwrap();
        let short = seller.largest_shortage().map_or((0, 0), |short| (short.missing.0, short.week + 1));
        (column.code.clone(), column.contacts, seller.total_load().0, seller.ratio().unwrap(), short)
    };
    let rows: Vec<_> = columns.iter().map(row).collect();
    let expected = [
        ("S0", 350, 36_900, 10_459, (6_210, 10)),
        ("S1", 350, 36_100, 10_232, (5_410, 10)),
        ("S2", 350, 34_500, 9_779, (3_810, 10)),
        ("S1+S2", 350, 33_700, 9_552, (3_010, 10)),
        ("S3", 285, 34_365, 9_741, (3_675, 10)),
        ("S1+S2+S3", 285, 31_685, 8_981, (995, 10)),
    ];
    assert_eq!(
        rows,
        expected.map(|(code, contacts, load, ratio, short)| (code.to_owned(), contacts, load, ratio, short))
    );
    assert_eq!(columns[0].margin_per_hour.unwrap().cents, 29_268);
    assert_eq!(columns[4].margin_per_hour.unwrap().cents, 31_427);
}

#[test]
fn a_better_conversation_in_detail() {
    let metrios = Metrios::new(13);
    let scenarios = Scenario::read("scenarios.toml", SCENARIOS).unwrap();
    let better = scenarios.iter().find(|scenario| scenario.code == "S3").unwrap();
    let variant = better.apply(&metrios.demand()).unwrap();
    let needs = variant.demand(&metrios.demand()).plan().unwrap().needs;
    assert_eq!(entering(&needs, "use")[4..8], [17, 17, 16, 17]);
    assert_eq!(needs.step("use").unwrap().net[4..8], [7, 17, 16, 17]);
    assert_eq!(entering(&needs, "goal")[2..6], [35, 85, 80, 85]);
    assert_eq!(metrios.process, process(), "the live process is not altered");
}

#[test]
fn a_reinforcement_week_covers_the_last_shortage() {
    let text = format!("{SCENARIOS}{REINFORCED}");
    let metrios = Metrios::new(13);
    let columns =
        compare_scenarios(&metrios.demand(), None, &Scenario::read("scenarios.toml", &text).unwrap())
            .unwrap();
    let seller = columns[6].balance.kind("seller").unwrap();
    assert_eq!(seller.total_capacity(), Some(Minutes(35_280 + 1_050)));
    assert_eq!(seller.largest_shortage(), None);
}

const REINFORCED: &str = r#"
[[scenario]]
code = "S4"
name.fr = "Tout, avec une semaine de renfort"
includes = ["S1+S2+S3"]
[[scenario.change]]
kind = "seller"
people = 1
from = "2027-W07"
to = "2027-W07"
"#;

#[test]
fn margin_for_an_hour_of_seller_and_hours_for_a_deal() {
    let plan = plan();
    let sellers = plan.load.kind("seller").unwrap().total();
    let found = Return::of(euros(180_000), sellers, 20).unwrap();
    assert_eq!((found.margin_per_hour.cents, found.minutes_per_deal), (29_268, Minutes(1_845)));
    let costs = costs(&process(), &plan.needs, &plan.load, &workshop(), 20).unwrap();
    // 175 h × 30 € + 615 h × 60 € + 220 h × 70 € = 5,250 + 36,900 + 15,400.
    assert_eq!(costs.total, euros(57_550));
    assert_eq!(costs.per_deal.unwrap().cents, 287_750);
    assert_eq!(costs.per_contact.unwrap().cents, 16_443);
}

#[test]
fn the_objective_cannot_be_promised_as_asked() {
    let answer = promise(&Metrios::new(13).demand()).unwrap();
    let week10: Week = "2027-W10".parse().unwrap();
    assert!(!answer.feasible);
    assert_eq!(answer.bottleneck.as_deref(), Some("seller"));
    assert_eq!(answer.missing, Some((Minutes(6_210), week10)));
    assert_eq!(answer.nearest_date, None, "the horizon ends with the last deals due");
}
