use super::*;
use proptest::prelude::*;

const LAW: u32 = 1;
const TALK: u32 = 2;

fn somebody(skills: &[u32], available: &[i64]) -> Supplier {
    Supplier { skills: skills.to_vec(), available: available.to_vec() }
}

fn asks(skill: u32, from: u32, until: u32, asked: i64) -> Demand {
    Demand { skill, from, until, asked }
}

fn answer(suppliers: &[Supplier], demands: &[Demand]) -> Verdict {
    let periods = suppliers.first().map_or(4, |one| one.available.len() as u32);
    rough_cut(&RoughCut { periods, suppliers: suppliers.to_vec(), demands: demands.to_vec() }).unwrap()
}

#[test]
fn what_fits_has_no_overload() {
    let found = answer(&[somebody(&[LAW], &[10, 10])], &[asks(LAW, 0, 1, 12), asks(LAW, 1, 1, 8)]);
    assert_eq!(found, Verdict { asked: 20, served: 20, overloads: Vec::new() });
}

#[test]
fn a_rare_skill_is_kept_for_those_who_need_it() {
    // Two people talk, one of them knows the law as well: talking must go to the other.
    let people = [somebody(&[LAW, TALK], &[10]), somebody(&[TALK], &[10])];
    let found = answer(&people, &[asks(TALK, 0, 0, 10), asks(LAW, 0, 0, 10)]);
    assert_eq!(found.served, 20);
    let found = answer(&people, &[asks(TALK, 0, 0, 10), asks(LAW, 0, 0, 13)]);
    let [law] = found.overloads.as_slice() else { panic!("{found:?}") };
    assert_eq!((law.missing(), &law.demands[..], &law.suppliers[..]), (3, &[1][..], &[0][..]));
}

#[test]
fn the_cut_names_the_smallest_set_with_its_people_and_periods() {
    let people = [
        somebody(&[LAW, TALK], &[5, 5, 5, 5]),
        somebody(&[LAW, TALK], &[5, 0, 5, 5]),
        somebody(&[TALK], &[9, 9, 9, 9]),
    ];
    let demands = [
        asks(TALK, 0, 3, 20),
        asks(LAW, 1, 2, 14),
        asks(LAW, 2, 2, 7),
        asks(LAW, 3, 3, 4),
        asks(LAW, 0, 0, 3),
    ];
    let found = answer(&people, &demands);
    assert_eq!(
        found.overloads,
        [Overload {
            demands: vec![1, 2],
            suppliers: vec![0, 1],
            periods: vec![1, 2],
            asked: 21,
            reachable: 15
        }]
    );
    assert_eq!((found.asked, found.served), (48, 42));
}

#[test]
fn overloads_that_share_nothing_are_told_apart_the_largest_first() {
    let people = [somebody(&[LAW], &[4, 4, 4, 4])];
    let found = answer(&people, &[asks(LAW, 0, 0, 5), asks(LAW, 1, 1, 2), asks(LAW, 2, 3, 11)]);
    let told: Vec<(i64, Vec<u32>)> =
        found.overloads.iter().map(|one| (one.missing(), one.periods.clone())).collect();
    assert_eq!(told, [(3, vec![2, 3]), (1, vec![0])]);
}

#[test]
fn nobody_with_the_skill_means_all_of_it_is_missing() {
    let found = answer(&[somebody(&[TALK], &[10])], &[asks(LAW, 0, 0, 7), asks(LAW, 0, 0, 0)]);
    let [law] = found.overloads.as_slice() else { panic!("{found:?}") };
    assert_eq!((law.missing(), law.reachable, law.suppliers.len(), law.demands.len()), (7, 0, 0, 1));
    assert_eq!(answer(&[], &[]), Verdict::default());
}

#[test]
fn every_fault_of_a_question_comes_back() {
    let question = RoughCut {
        periods: 2,
        suppliers: vec![somebody(&[LAW], &[1]), somebody(&[LAW], &[1, -1])],
        demands: vec![asks(LAW, 1, 0, 1), asks(LAW, 0, 2, -4), asks(LAW, 0, 0, i64::MAX)],
    };
    let faults = rough_cut(&question).unwrap_err();
    assert_eq!(
        faults,
        [
            Fault::Length { supplier: 0, given: 1, periods: 2 },
            Fault::NegativeSupply { supplier: 1, period: 1 },
            Fault::Window { demand: 0, from: 1, until: 0, periods: 2 },
            Fault::NegativeDemand { demand: 1 },
            Fault::Window { demand: 1, from: 0, until: 2, periods: 2 },
            Fault::TooLarge,
        ]
    );
    let none =
        RoughCut { periods: u32::MAX, suppliers: vec![], demands: vec![asks(LAW, 0, u32::MAX - 1, 1)] };
    assert_eq!(rough_cut(&none).unwrap_err(), [Fault::TooLarge]);
}

/// Hall, by all subsets of demands: the most that one asks above everything that could serve it, and
/// the demands common to all the subsets that reach it.
fn by_subsets(question: &RoughCut) -> (i64, Vec<usize>) {
    let excess = |set: u32| {
        let inside = |position: usize| set >> position & 1 == 1;
        let ours = || question.demands.iter().enumerate().filter(|(at, _)| inside(*at)).map(|(_, one)| one);
        let reaches = |supplier: &Supplier, period: u32| {
            ours()
                .any(|one| supplier.skills.contains(&one.skill) && one.from <= period && period <= one.until)
        };
        let cells = question.suppliers.iter().flat_map(|supplier| {
            (0..question.periods)
                .filter(|period| reaches(supplier, *period))
                .map(|period| supplier.available[period as usize])
        });
        ours().map(|one| one.asked).sum::<i64>() - cells.sum::<i64>()
    };
    let sets = 0..1_u32 << question.demands.len();
    let most = sets.clone().map(excess).max().unwrap();
    let common = sets.filter(|set| excess(*set) == most).fold(u32::MAX, |common, set| common & set);
    (most, (0..question.demands.len()).filter(|at| common >> at & 1 == 1).collect())
}

fn questions() -> impl Strategy<Value = RoughCut> {
    let supplier = (proptest::collection::vec(0_u32..4, 0..4), proptest::collection::vec(0_i64..9, 4))
        .prop_map(|(skills, available)| Supplier { skills, available });
    let demand = (0_u32..5, 0_u32..4, 0_u32..4, 0_i64..20)
        .prop_map(|(skill, a, b, asked)| asks(skill, a.min(b), a.max(b), asked));
    (proptest::collection::vec(supplier, 0..5), proptest::collection::vec(demand, 0..9))
        .prop_map(|(suppliers, demands)| RoughCut { periods: 4, suppliers, demands })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn what_is_missing_is_the_largest_excess_of_any_set_of_demands(question in questions()) {
        let found = rough_cut(&question).unwrap();
        let (most, smallest) = by_subsets(&question);
        prop_assert_eq!(found.asked - found.served, most);
        prop_assert_eq!(found.overloads.iter().map(Overload::missing).sum::<i64>(), most);
        let mut told: Vec<usize> = found.overloads.iter().flat_map(|one| one.demands.clone()).collect();
        told.sort_unstable();
        prop_assert_eq!(told, smallest);
        prop_assert!(found.overloads.iter().all(|one| one.missing() > 0));
    }

    #[test]
    fn the_answer_does_not_depend_on_threads_nor_on_the_order_of_the_question(
        question in questions(), other in questions(),
    ) {
        let turned = RoughCut {
            suppliers: question.suppliers.iter().rev().cloned().collect(),
            demands: question.demands.iter().rev().copied().collect(),
            ..question.clone()
        };
        let many = [question.clone(), other, turned];
        let answers = rough_cuts(&many, 1);
        prop_assert_eq!(&answers, &rough_cuts(&many, 2));
        prop_assert_eq!(&answers, &rough_cuts(&many, 7));
        let (straight, turned) = (answers[0].as_ref().unwrap(), answers[2].as_ref().unwrap());
        let sets = |verdict: &Verdict, back: bool| {
            let last = question.demands.len();
            let place = |at: usize| if back { last - 1 - at } else { at };
            let mut all: Vec<Vec<usize>> = verdict.overloads.iter().map(|one| {
                let mut set: Vec<usize> = one.demands.iter().map(|&at| place(at)).collect();
                set.sort_unstable();
                set
            }).collect();
            all.sort();
            all
        };
        prop_assert_eq!(straight.served, turned.served);
        prop_assert_eq!(sets(straight, false), sets(turned, true));
    }
}
