//! What the trade asks of the engine reaches it, and comes back said.

use crate::language::{AccountId, Minutes, TenantId};
use crate::planning::schedule::example::*;
use crate::planning::schedule::frame::Frame;
use crate::planning::schedule::job::tasks;
use crate::planning::schedule::{Alternative, Delay, Effort, Request, Rule, problem};
use crate::process::{Bilingual, Room, Solicitation, Workshop};
use atelier_planner::{Problem, Task};

fn shop() -> Workshop {
    let mut shop = workshop();
    shop.policy.solicitation = Some(Solicitation { times: 2, days: 7 });
    shop.policy.prices.seller_change = 240;
    shop.policy.prices.trip = 60;
    let room = |code: &str, count| Room { code: code.to_owned(), name: Bilingual::default(), count };
    shop.policy.rooms = vec![room("demo", 1), room("licence", 3)];
    shop
}

/// The problem of one visit of case A after a call of the same.
fn asked() -> Problem {
    let account = AccountId::of(TenantId::of("metrios"), "durand");
    let mut visit = then(job("A2", 2, &["seller"], Some(january(13, 16))), "A1", Delay::OpenDays(1));
    visit.after[0].at_most = Some(Minutes(3 * 1_440));
    visit.alternatives = vec![Alternative {
        kinds: vec!["presales".to_owned()],
        skill: None,
        minutes: Minutes(45),
        price: 30,
        site: None,
    }];
    visit.site = Some(account);
    visit.contact = Some(account);
    visit.room = Some("licence".to_owned());
    let mut alone = job("B1", 3, &["seller"], None);
    alone.split = true;
    let jobs = vec![job("A1", 1, &["seller"], None), visit, alone];
    let shop = shop();
    let request = Request {
        workshop: &shop,
        period: week(),
        grid: Minutes(30),
        rule: &Rule::DueDate,
        jobs: &jobs,
        effort: Effort::default(),
    };
    let frame = Frame::of(request.period, request.jobs);
    assert_eq!(tasks(&request, &frame).unwrap().len(), 3);
    problem(&request, &frame).unwrap()
}

#[test]
fn policy_waits_ways_rooms_and_accounts_reach_the_engine() {
    let problem = asked();
    let rule = problem.pressure.unwrap();
    assert_eq!((rule.times, rule.days), (2, 7));
    assert_eq!((problem.costs.switch, problem.costs.trip), (240, 60));
    assert_eq!(problem.stocks.iter().map(|stock| stock.capacity).collect::<Vec<_>>(), [1, 3]);
    let [call, visit, alone]: &[Task; 3] = problem.tasks.as_slice().try_into().unwrap();
    assert_eq!(visit.after[0].at_most, Some(3 * 1_440));
    assert_eq!((visit.modes[0].duration, visit.modes[0].cost), (45, 30));
    assert_eq!(visit.modes[0].needs[0].candidates, problem_presales());
    assert_eq!((visit.uses[0].stock.0, visit.uses[0].amount), (1, 1));
    assert_eq!((visit.site, visit.contact), (Some(0), Some(0)));
    assert_eq!(visit.modes[0].site, None, "by the other way nobody goes there");
    assert_eq!((call.case, visit.case, alone.case), (Some(0), Some(0), Some(1)));
    assert_eq!((call.contact, call.weight, visit.weight), (None, 0, 1));
    assert!(alone.split && !visit.split);
}

fn problem_presales() -> Vec<atelier_planner::ResourceId> {
    vec![atelier_planner::ResourceId(1)]
}
