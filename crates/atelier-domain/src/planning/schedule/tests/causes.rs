//! What finds no date says why.

use crate::language::{Lang, Minutes};
use crate::planning::schedule::example::*;
use crate::planning::schedule::{Cause, Job, Speaker, Wanted};

/// The cause of the only job without date, with its sentence in French.
fn cause(jobs: &[Job]) -> (Cause, String) {
    let schedule = plan(jobs);
    let unplaced = schedule.unplaced.last().unwrap();
    let said = Speaker::of(&schedule, Lang::Fr).cause(&unplaced.cause).replace(['\u{202f}', '\u{a0}'], " ");
    (unplaced.cause.clone(), said)
}

#[test]
fn nobody_has_the_skill() {
    let mut audit = job("A1", 1, &["seller"], None);
    audit.skill = Some("audit".to_owned());
    let (cause, said) = cause(&[audit]);
    let wanted = Wanted::Kind { kind: "seller".to_owned(), skill: Some("audit".to_owned()) };
    assert_eq!(cause, Cause::NobodyCapable { wanted });
    assert_eq!(said, "Il manque une personne du poste « seller » avec la compétence « audit ».");
}

#[test]
fn the_owner_has_left() {
    let mut owned = job("A1", 1, &[], None);
    owned.people = vec!["Zoé".to_owned()];
    let (_, said) = cause(&[owned]);
    assert!(said.starts_with("Zoé ne fait pas partie des ressources"), "{said}");
}

#[test]
fn the_one_before_has_no_date() {
    let never = job("A1", 1, &["nobody"], None);
    let (cause, said) = cause(&[never, then(job("A2", 1, &["seller"], None), "A1", super::next_day())]);
    assert_eq!(cause, Cause::Predecessor { order: order("A1") });
    assert_eq!(said, "Pas de date tant que « A1 », Client A n’en a pas.");
}

#[test]
fn the_session_is_longer_than_any_stretch() {
    let (cause, said) = cause(&[job("A1", 4, &["seller"], None)]);
    let Cause::NoRoom { obstacles } = cause else { panic!("{cause:?}") };
    assert_eq!(obstacles.len(), 2);
    assert_eq!(obstacles[1].minutes, Minutes(25 * 60));
    assert_eq!(
        said,
        "Aucune place jusqu’au ven. 15 janv. : la séance de 4 h ne tient dans aucune plage, et la plus longue, pour S1, est de 3 h."
    );
}

#[test]
fn the_customer_is_never_there_when_somebody_works() {
    let mut meeting = job("A1", 1, &["seller"], None);
    meeting.windows = Some(vec![(january(12, 12), january(12, 14))]);
    let (_, said) = cause(&[meeting]);
    assert!(said.contains("le client n’est pas disponible"), "{said}");
}

#[test]
fn windows_that_overlap_or_lie_outside_the_plan_are_read_as_one_would() {
    let mut meeting = job("A1", 3, &["seller"], None);
    let windows = [(13, 10, 12), (13, 9, 11), (1, 9, 12), (13, 12, 12)];
    meeting.windows = Some(windows.map(|(day, from, to)| (january(day, from), january(day, to))).to_vec());
    assert_eq!(lines(&plan(&[meeting])), ["A1 Wed 09-12 S1"]);
}

#[test]
fn it_may_only_start_after_the_plan() {
    let mut later = job("A1", 1, &["seller"], None);
    later.release = january(20, 9);
    let (cause, said) = cause(&[later]);
    assert_eq!(cause, Cause::BeyondHorizon);
    assert_eq!(said, "L’action ne peut commencer qu’après la fin du planning (ven. 15 janv.).");
}

#[test]
fn what_would_cost_more_late_than_not_at_all() {
    let schedule = plan(&[]);
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| Speaker::of(&schedule, lang).cause(&Cause::Dearer));
    assert_eq!(fr, "Il y a de la place, mais l’action serait si en retard que s’en passer coûte moins cher.");
    assert_eq!(en, "There is room, but the action would be so late that doing without costs less.");
}
