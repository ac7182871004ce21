//! Needs at a service level.

mod support;

use atelier_domain::language::{Minutes, Yield};
use atelier_domain::planning::{Demand, Service, Wip, explode, explode_at, load, starts_for};
use support::{Metrios, branching, process, weeks_to};

/// Probability of `wins` or more among `starts` at 4 %, one start after the other.
fn by_hand(starts: i64, wins: usize) -> f64 {
    let mut chances = vec![0.0; wins + 1];
    chances[0] = 1.0;
    for _ in 0..starts {
        for count in (0..=wins).rev() {
            let stays = if count == wins { chances[count] } else { chances[count] * 0.96 };
            chances[count] = stays + if count > 0 { chances[count - 1] * 0.04 } else { 0.0 };
        }
    }
    chances[wins]
}

#[test]
fn eight_wins_at_four_per_cent_start_200_on_average_and_more_to_be_sure() {
    let mut process = process();
    process.steps.truncate(2);
    process.steps[0].yields = Yield::new(40_000);
    process.steps[1].yields = None;
    let weeks = weeks_to(8);
    let due = [0, 0, 0, 2, 2, 2, 2, 0];
    let at = |service| explode_at(&process, &due, &weeks, &Wip::none(), service).unwrap();
    let (needs, level) = at(Service::Mean);
    assert_eq!((needs.contacts, level.mean, level.starts), (200, 200, None));
    assert_eq!(needs, explode(&process, &due, &weeks, &Wip::none()).unwrap(), "the mean changes nothing");
    for (service, wanted) in [(Service::P80, 0.80), (Service::P95, 0.95)] {
        let (needs, level) = at(service);
        let starts = level.starts.unwrap();
        assert_eq!(needs.contacts, starts);
        assert!(by_hand(starts, 8) >= wanted && by_hand(starts - 1, 8) < wanted, "{service:?} {starts}");
        assert_eq!(needs.steps[0].entering.iter().sum::<i64>(), starts);
        let busy = load(&process, &needs);
        let kind = &process.steps[0].operations[0].kinds[0];
        let each: Minutes = process.steps[0].operations.iter().map(|one| one.work(1)).sum();
        assert_eq!(busy.kind(kind).unwrap().total(), Minutes(starts * each.0), "the load follows the starts");
    }
    assert_eq!(at(Service::P50).0.contacts, 200, "half is below the mean here: nothing is taken away");
}

#[test]
fn work_in_progress_counts_with_its_own_chances() {
    let metrios = Metrios::new(13);
    let (needs, level) =
        explode_at(&metrios.process, &metrios.due, &metrios.capacity.weeks, &metrios.wip, Service::P95)
            .unwrap();
    let chances = atelier_domain::planning::onward(&metrios.process).unwrap();
    let wip = atelier_domain::planning::with_chances(&metrios.process, &metrios.wip, &chances);
    let starts = i64::try_from(starts_for(20, &wip, chances[0], 0.95).unwrap()).unwrap();
    assert_eq!((level.mean, level.starts, needs.contacts), (350, Some(starts), starts));
    assert!(starts > 350);
    let sure = Demand { service: Service::P95, ..metrios.demand() }.plan().unwrap();
    assert_eq!(sure.needs, needs);
    assert!(sure.load.kind("seller").unwrap().total() > Minutes(36_900));
}

#[test]
fn a_bill_that_is_no_chain_stays_on_average_and_says_so() {
    let process = branching();
    let weeks = weeks_to(13);
    let due = support::due();
    let (needs, level) = explode_at(&process, &due, &weeks, &Wip::none(), Service::P95).unwrap();
    assert_eq!(needs, explode(&process, &due, &weeks, &Wip::none()).unwrap());
    assert_eq!((level.starts, level.mean), (None, needs.contacts));
}

#[test]
fn another_level_is_refused() {
    assert_eq!(Service::of(Some(80)).unwrap(), Service::P80);
    assert_eq!(Service::of(None).unwrap(), Service::Mean);
    for given in [0, 79, 100, -50] {
        assert_eq!(Service::of(Some(given)).unwrap_err().code, "planning/service-level");
    }
}
