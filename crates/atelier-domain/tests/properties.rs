//! Properties of planning on bills and objectives drawn at random.
#![allow(clippy::unwrap_used)] // helpers of tests

mod support;

use atelier_domain::language::{Minutes, Yield};
use atelier_domain::planning::{ManyObjectives, Wip, balance, explode, explode_many, level, load};
use atelier_domain::process::Process;
use proptest::prelude::*;
use support::{Metrios, branching, capacity_to, process, weeks};

/// Small bills of three to five steps, some branching, with lots.
fn any_process() -> impl Strategy<Value = Process> {
    let step = (50_000_u32..=1_000_000, 0_u32..30, 1_i64..4, 0_i64..20, 0_usize..3);
    (proptest::collection::vec(step, 5), any::<bool>()).prop_map(|(steps, branch)| {
        let mut process = if branch { branching() } else { process() };
        for (step, (millionths, lead, lot, prepare, kind)) in process.steps.iter_mut().zip(steps) {
            (step.yields, step.lead_days) = (Yield::new(millionths), lead);
            let operation = &mut step.operations[0];
            (operation.lot, operation.prepare) = (lot, Minutes(prepare));
            operation.kinds = vec![["caller", "seller", "expert"][kind].into()];
        }
        process
    })
}

type Rows = Vec<(u32, Vec<i64>, Vec<i64>)>;

fn any_objectives() -> impl Strategy<Value = Rows> {
    let one = (0_u32..3, proptest::collection::vec(0_i64..12, 13), proptest::collection::vec(0_i64..9, 6));
    proptest::collection::vec(one, 0..8)
}

fn columns(rows: &Rows, steps: usize) -> ManyObjectives {
    let mut many = ManyObjectives { first_due: vec![0], ..ManyObjectives::default() };
    for (group, due, wip) in rows {
        many.group.push(*group);
        for (week, units) in (0_u32..).zip(due) {
            many.due_week.push(week);
            many.due_units.push(*units);
        }
        many.first_due.push(u32::try_from(many.due_week.len()).unwrap());
        many.wip.extend(&wip[..steps]);
    }
    many
}

proptest! {
    #[test]
    fn the_sweep_equals_explosion_and_load(
        process in any_process(), rows in any_objectives(), threads in 1_usize..4,
    ) {
        let swept = explode_many(&process, &columns(&rows, process.steps.len()), 3, 13, threads).unwrap();
        let mut minutes = vec![0; swept.minutes.len()];
        let mut entering = vec![0; swept.entering.len()];
        for (index, (group, due, wip)) in rows.iter().enumerate() {
            let codes = process.steps.iter().map(|step| step.code.as_str());
            let needs = explode(&process, due, &weeks(), &Wip::of(codes.zip(wip.iter().copied()))).unwrap();
            prop_assert_eq!(swept.contacts[index], needs.contacts);
            let group = *group as usize;
            for (step, need) in needs.steps.iter().enumerate() {
                for (week, units) in need.entering.iter().enumerate() {
                    entering[(group * process.steps.len() + step) * 13 + week] += units;
                }
            }
            for line in &load(&process, &needs).lines {
                let kind = swept.kinds.iter().position(|kind| *kind == line.kind).unwrap();
                minutes[(group * swept.kinds.len() + kind) * 13 + line.week] += line.minutes.0;
            }
        }
        prop_assert_eq!(swept.entering, entering);
        prop_assert_eq!(swept.minutes, minutes);
    }

    #[test]
    fn units_are_neither_lost_nor_invented(
        process in any_process(), due in proptest::collection::vec(0_i64..12, 13), waiting in 0_i64..40,
    ) {
        let wip = Wip::of([("decided", waiting)]);
        let needs = explode(&process, &due, &weeks(), &wip).unwrap();
        for step in &needs.steps {
            for ((entering, taken), net) in step.entering.iter().zip(&step.taken).zip(&step.net) {
                prop_assert!(*entering == taken + net && *taken >= 0 && *net >= 0);
            }
        }
        let decided = needs.step("decided").unwrap();
        prop_assert_eq!(decided.taken.iter().sum::<i64>() + decided.unused, waiting);
        let yields = process.steps.last().unwrap().yields.unwrap_or(Yield::WHOLE);
        prop_assert_eq!(needs.steps.last().unwrap().entering.iter().sum::<i64>(), yields.units_in(due.iter().sum()));
    }

    #[test]
    fn what_cannot_be_pulled_forward_is_the_largest_shortage(due in proptest::collection::vec(0_i64..8, 13)) {
        let metrios = Metrios { due, ..Metrios::new(13) };
        let plan = metrios.demand().plan().unwrap();
        let capacity = capacity_to(13);
        prop_assert_eq!(&plan.balance, &balance(&plan.load, &capacity));
        for (levelled, kind) in level(&plan.load, &capacity).iter().zip(&plan.balance.kinds) {
            let missing = kind.largest_shortage().map_or(Minutes(0), |short| short.missing);
            prop_assert_eq!(levelled.before_first, missing);
            let kept: Minutes = levelled.by_week.iter().copied().sum();
            prop_assert_eq!(kept + missing, kind.total_load());
            let room = capacity.kind(&kind.kind).unwrap();
            prop_assert!(levelled.by_week.iter().zip(&room).all(|(kept, room)| kept <= room));
        }
    }
}
