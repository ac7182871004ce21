//! The gate of a step: any good proof closes it, a lapsed one opens it again.

use crate::{metrios, places};
use atelier_domain::language::{Refusal, Refusals};
use atelier_domain::process::{Evidence, Gate, Process, Proof, Stood, takes_back};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};

fn proof(evidence: &str, on: Date) -> Proof {
    Proof { evidence: evidence.to_owned(), on }
}

/// The step `use` of the golden process, whose letter is good for 60 days, with a proof that never lapses beside.
fn process() -> Process {
    let mut process = metrios();
    let forever =
        Evidence { code: "access".to_owned(), valid_days: None, ..process.steps[1].evidence[0].clone() };
    process.steps[1].evidence.push(forever);
    process
}

#[test]
fn a_proof_is_good_on_its_day_and_the_days_that_follow() {
    let process = process();
    let letter = [proof("letter-confirmed", date(2027, 1, 4))];
    let gate = |today| process.steps[1].gate(&letter, today).unwrap();
    let closed = Gate::Closed { by: "letter-confirmed".to_owned(), until: Some(date(2027, 3, 5)) };
    assert_eq!(gate(date(2027, 1, 4)), closed);
    assert_eq!(gate(date(2027, 3, 5)), closed);
    let lapsed = Gate::Lapsed { by: "letter-confirmed".to_owned(), since: date(2027, 3, 6) };
    assert_eq!(gate(date(2027, 3, 6)), lapsed);
}

#[test]
fn a_case_goes_on_past_the_steps_that_it_has_proved() {
    let process = metrios();
    let left = |from: &str, to: &str, proofs: &[Proof], today| {
        let steps = process.unproved(from, to, proofs, today);
        steps.into_iter().map(|step| step.code.clone()).collect::<Vec<_>>()
    };
    let day = date(2027, 1, 12);
    let goal = proof("goal-mail", date(2027, 1, 4));
    let letter = proof("letter-confirmed", date(2027, 1, 11));
    assert_eq!(left("goal", "use", &[], day), ["goal"]);
    assert_eq!(left("goal", "use", std::slice::from_ref(&goal), day), [""; 0]);
    assert_eq!(left("goal", "justification", std::slice::from_ref(&goal), day), ["use"]);
    assert_eq!(left("goal", "justification", &[goal, letter.clone()], day), [""; 0]);
    assert_eq!(
        left("use", "justification", &[letter], date(2027, 3, 13)),
        ["use"],
        "it was good for 60 days"
    );
    assert_eq!(left("justification", "goal", &[], day), [""; 0], "going back leaves nothing behind");
    assert_eq!(left("goal", "nowhere", &[], day), [""; 0]);
}

#[test]
fn a_move_is_taken_back_within_a_day_without_a_proof() {
    let first: Timestamp = "2027-01-12T09:00:00Z".parse().unwrap();
    let after = |hours| first + SignedDuration::from_hours(hours);
    let stood = |step: &str, hours| Stood { step: Some(step.to_owned()), said: after(hours) };
    let moved = [stood("use", 0), stood("goal", 1)];
    assert!(takes_back("use", &moved, after(2)));
    assert!(takes_back("use", &moved, after(25) - SignedDuration::from_secs(1)));
    assert!(!takes_back("use", &moved, after(25)), "a day after the move");
    assert!(!takes_back("justification", &moved, after(2)), "it never stood there");
    let corrected = [moved.as_slice(), &[stood("goal", 3)]].concat();
    assert!(takes_back("use", &corrected, after(4)), "its amount was corrected meanwhile");
    assert!(!takes_back("use", &corrected, after(25)), "which makes the move no younger");
    let again = [moved.as_slice(), &[stood("justification", 2)]].concat();
    assert!(!takes_back("use", &again, after(3)), "only the last move");
    let put = [Stood { step: None, said: first }, stood("goal", 1)];
    assert!(!takes_back("use", &put, after(2)));
    assert!(!takes_back("goal", &put[1..], after(2)) && !takes_back("goal", &[], after(2)));
}

#[test]
fn the_proof_that_holds_longest_decides() {
    let process = process();
    let proofs = [proof("access", date(2027, 1, 5)), proof("letter-confirmed", date(2027, 1, 4))];
    let gate = process.steps[1].gate(&proofs, date(2029, 1, 1)).unwrap();
    assert_eq!(gate, Gate::Closed { by: "access".to_owned(), until: None });
    assert_eq!(process.steps[1].gate(&[], date(2027, 1, 1)).unwrap(), Gate::Open);
}

#[test]
fn a_case_slides_back_one_step() {
    let process = process();
    assert_eq!(process.slides_back_to("use").unwrap().code, "goal");
    assert!(process.slides_back_to("goal").is_none());
}

#[test]
fn a_lapsed_proof_opens_the_gates_behind_a_case() {
    let process = metrios();
    let proofs = [proof("letter-confirmed", date(2027, 1, 11)), proof("goal-mail", date(2027, 1, 4))];
    let open = |at: &str, today| {
        let found = process.reopened(at, &proofs, today);
        found.into_iter().map(|one| (one.step.code.clone(), one.since)).collect::<Vec<_>>()
    };
    assert_eq!(open("justification", date(2027, 3, 12)), []);
    let letter = ("use".to_owned(), date(2027, 3, 13));
    assert_eq!(
        open("justification", date(2027, 3, 13)),
        std::slice::from_ref(&letter),
        "of a step that it came through"
    );
    assert_eq!(open("use", date(2027, 3, 13)), [letter], "and of the one where it stands");
    assert_eq!(open("goal", date(2027, 3, 13)), [], "not of one to come");
    assert_eq!(open("use", date(2027, 1, 10)), [], "a proof of tomorrow holds nothing");
    assert_eq!(open("nowhere", date(2027, 3, 13)), []);
}

/// What the gate can refuse.
pub fn every_refusal() -> Vec<Refusal> {
    let proofs = [proof("access", date(2027, 1, 5)), proof("order-signed", date(2027, 1, 4))];
    process().steps[1].gate(&proofs, date(2027, 1, 4)).unwrap_err().0
}

#[test]
fn evidence_of_tomorrow_or_of_another_step_is_refused() {
    let refused = Refusals(every_refusal());
    assert_eq!(places(&refused), ["0:0 evidence-in-the-future", "0:0 unknown-evidence"]);
}
