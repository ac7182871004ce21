//! The capacity test: skills, leaders, lead times, and the sentence.
#![allow(clippy::unwrap_used)] // helpers of tests

mod support;

use atelier_domain::language::{Catalogue, Lang, Minutes};
use atelier_domain::planning::schedule::Wanted;
use atelier_domain::planning::{
    Asked, Capacity, Held, Overload, Room, Wip, asked_by_needs, missing, promise, rough_cut,
};
use atelier_domain::process::Workshop;
use support::{Metrios, workshop};

fn anyone(kind: &str, skill: Option<&str>) -> Wanted {
    Wanted::Kind { kind: kind.into(), skill: skill.map(Into::into) }
}

fn asks(wanted: Wanted, from: usize, until: usize, hours: i64) -> Asked {
    Asked { wanted, operation: "talk".into(), from, until, minutes: Minutes(hours * 60) }
}

fn test(metrios: &Metrios, workshop: &Workshop, held: &[Held]) -> Vec<Overload> {
    let plan = metrios.demand().plan().unwrap();
    let asked = asked_by_needs(&metrios.process, &plan.needs, &plan.load, held, workshop);
    assert_eq!(
        asked.iter().map(|one| one.minutes).sum::<Minutes>(),
        plan.load.kinds.iter().map(atelier_domain::planning::KindLoad::total).sum(),
        "all the load is asked of somebody"
    );
    rough_cut(&asked, &metrios.capacity, workshop)
}

#[test]
fn what_a_kind_misses_is_its_cumulated_shortage_when_everybody_can_do_everything_at_once() {
    let metrios = Metrios::new(13);
    let plan = metrios.demand().plan().unwrap();
    let mut asked = asked_by_needs(&metrios.process, &plan.needs, &plan.load, &[], &workshop());
    for one in &mut asked {
        one.from = 0;
    }
    for kind in &plan.balance.kinds {
        let own: Vec<Asked> =
            asked.iter().filter(|one| one.wanted == anyone(&kind.kind, None)).cloned().collect();
        let short = kind.largest_shortage().map_or(Minutes(0), |short| short.missing);
        assert_eq!(missing(&rough_cut(&own, &metrios.capacity, &workshop())), short, "{}", kind.kind);
    }
}

#[test]
fn steps_that_wait_for_others_cannot_use_the_first_weeks() {
    let seller = |found: &[Overload]| {
        let one = found.iter().find(|one| one.wanted == [anyone("seller", None)]).unwrap().clone();
        assert_eq!(one.people, ["S1", "S2", "S3"]);
        assert_eq!(one.weeks.last(), Some(&"2027-W10".parse().unwrap()));
        one
    };
    // Ten cases wait for the meetings of step 2, so work can begin in W1: the same 103.5 h as in the balance.
    let with_cases = seller(&test(&Metrios::new(13), &workshop(), &[]));
    assert_eq!((with_cases.missing(), with_cases.weeks.len()), (Minutes(6_210), 10));
    // Without any, sellers have nothing to do in W1 and W2, and these hours cannot be counted on.
    let metrios = Metrios { wip: Wip::none(), ..Metrios::new(13) };
    let balance = metrios.demand().plan().unwrap().balance;
    let short = balance.kind("seller").unwrap().largest_shortage().unwrap().missing;
    let without = seller(&test(&metrios, &workshop(), &[]));
    assert_eq!(without.missing(), short + Minutes((42 * 60) + 3_150));
    assert_eq!(without.weeks[0], "2027-W03".parse().unwrap());
}

#[test]
fn a_skill_that_one_person_holds_is_the_limit_and_the_sentence_names_it() {
    let mut workshop = workshop();
    workshop.resources[1].skills = vec!["audit".into()];
    workshop.resources[1].team = "Nord".into();
    let capacity = support::capacity_to(13);
    let asked = [asks(anyone("seller", Some("audit")), 0, 1, 60), asks(anyone("seller", None), 0, 1, 10)];
    let found = rough_cut(&asked, &capacity, &workshop);
    let [audit] = found.as_slice() else { panic!("{found:?}") };
    // One seller has 14 h in W1 (a meeting on Friday) and 17.5 h in W2.
    assert_eq!((audit.missing(), &audit.people[..]), (Minutes(60 * 60 - 1_890), &["S2".to_owned()][..]));
    let name = &workshop.resources[1].name;
    assert_eq!(
        audit.sentence(Catalogue::of(Lang::Fr), &workshop),
        format!(
            "Vendeurs, compétence «\u{202f}audit\u{202f}» ({name}), équipe Nord, semaines S01 à S02\u{202f}: il manque \
             28,5\u{202f}h (60\u{202f}h demandées, 31,5\u{202f}h possibles)."
        )
    );
    assert_eq!(
        audit.sentence(Catalogue::of(Lang::En), &workshop),
        format!(
            "Sellers, skill “audit” ({name}), team Nord, weeks W01 to W02: 28.5\u{a0}h missing \
             (60\u{a0}h required, 31.5\u{a0}h possible)."
        )
    );
}

#[test]
fn a_leader_overloaded_is_named_though_the_kind_has_time() {
    let workshop = workshop();
    let capacity = support::capacity_to(13);
    let mine = Wanted::Person { person: "S1".into() };
    let found = rough_cut(
        &[asks(mine.clone(), 2, 2, 20), asks(anyone("seller", None), 2, 2, 30)],
        &capacity,
        &workshop,
    );
    let [alone] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((alone.wanted.as_slice(), alone.missing()), ([mine].as_slice(), Minutes(150)));
    // Held cases give that person their part of the load.
    let metrios = Metrios::new(13);
    let held = [Held { resource: "S1".into(), step: "sees-use".into(), units: 10 }];
    let plan = metrios.demand().plan().unwrap();
    let step = &metrios.process.steps[1].code;
    let held = [Held { step: step.clone(), ..held[0].clone() }];
    let asked = asked_by_needs(&metrios.process, &plan.needs, &plan.load, &held, &workshop);
    let own = asked.iter().filter(|one| one.wanted == Wanted::Person { person: "S1".into() });
    assert_eq!(own.map(|one| one.minutes).sum::<Minutes>(), Minutes(10 * 195));
    assert!(!test(&metrios, &workshop, &held).is_empty());
}

#[test]
fn nobody_with_a_calendar_is_said_so() {
    let mut workshop = workshop();
    workshop.resources[3].calendar = None;
    let capacity = Capacity::of(&workshop, &support::weeks_to(4), |_, _| Minutes(100));
    let found = rough_cut(&[asks(anyone("presales", None), 3, 3, 2)], &capacity, &workshop);
    let said = found[0].sentence(Catalogue::of(Lang::Fr), &workshop);
    assert_eq!(
        said,
        "Avant-ventes, semaine S04\u{202f}: il manque 2\u{202f}h, personne qui puisse faire ce travail n’a de calendrier."
    );
}

#[test]
fn a_promise_that_totals_allow_fails_on_a_skill() {
    let mut metrios = Metrios::new(40);
    metrios.due = [vec![0; 30], vec![2, 2], vec![0; 8]].concat();
    let mut workshop = workshop();
    assert!(promise(&metrios.demand()).unwrap().feasible);
    metrios.process.steps[3].operations[0].skill = Some("audit".into());
    workshop.resources[1].skills = vec!["audit".into()];
    let others = [asks(anyone("seller", Some("audit")), 0, 39, 700)];
    let room = Room { workshop: &workshop, capacity: &metrios.capacity, held: &[], others: &others };
    let demand = atelier_domain::planning::Demand { room: Some(room), ..metrios.demand() };
    let answer = promise(&demand).unwrap();
    assert!(!answer.feasible && answer.missing.is_none() && !answer.overloads.is_empty(), "{answer:?}");
    assert!(answer.sentences(Catalogue::of(Lang::Fr), &workshop.kinds)[0].starts_with("Non"));
    let free = Room { others: &[], ..room };
    let demand = atelier_domain::planning::Demand { room: Some(free), ..metrios.demand() };
    assert!(promise(&demand).unwrap().feasible);
}

#[test]
fn a_leader_of_a_kind_that_is_wanted_too_is_named_once() {
    let workshop = workshop();
    let person = |code: &str| Wanted::Person { person: code.into() };
    let overload = Overload {
        wanted: vec![person("S1"), person("S3"), person("P1"), anyone("seller", None)],
        operations: vec![],
        people: ["S1", "S2", "S3", "P1"].map(Into::into).to_vec(),
        teams: vec![],
        weeks: vec!["2027-W02".parse().unwrap()],
        asked: Minutes(600),
        possible: Minutes(60),
    };
    for lang in [Lang::Fr, Lang::En] {
        let said = overload.sentence(Catalogue::of(lang), &workshop);
        for one in ["S1", "S2", "S3"] {
            let name = &workshop.resources.iter().find(|known| known.code == one).unwrap().name;
            assert_eq!(said.matches(name.as_str()).count(), 1, "{name} in {said}");
        }
    }
    let alone = Overload { wanted: vec![person("S1")], people: vec!["S1".into()], ..overload };
    assert!(alone.sentence(Catalogue::of(Lang::Fr), &workshop).contains("S1"), "alone, by name");
}
