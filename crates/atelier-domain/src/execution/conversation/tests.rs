use super::*;
use crate::execution::{Deferral, DeferralAsked, PromiseOutcome, Proof, Put, Report};
use crate::language::{CaseId, Minutes, OrderId, TenantId};
use jiff::civil::date;

const TODAY: Date = date(2027, 1, 12);

fn order(state: State) -> ActionOrder {
    let tenant = TenantId::of("t");
    ActionOrder {
        id: OrderId::of(tenant, "o"),
        case: Some(CaseId::of(tenant, "c")),
        customer: "Aciers Vallon".into(),
        process: "new-customers".into(),
        version: 1,
        step: "use".into(),
        operation: "meet".into(),
        kinds: vec!["seller".into()],
        people: vec!["camille".into()],
        units: 1,
        minutes: Minutes(90),
        start: None,
        end: None,
        due: None,
        purpose: None,
        theme: None,
        state,
    }
}

fn done() -> ActionOrder {
    let proof = Proof { kind: "letter".into(), on: TODAY, reference: String::new() };
    let outcome = Outcome::Progress(Backing::Proof(proof));
    order(State::Done(Report { outcome, minutes: Minutes(45), at: TODAY.at(17, 0, 0, 0) }))
}

fn scene() -> Scene<'static> {
    let id = ConversationId::of(TenantId::of("t"), "x");
    Scene { id, today: TODAY, held_on: TODAY, account: None, by: "camille", at_us: 0 }
}

fn said(what: &str) -> PromiseSaid {
    PromiseSaid { what: what.into(), due_on: Some(date(2027, 1, 15)) }
}

fn refused(talk: Talk) -> Vec<(&'static str, String)> {
    let refused = capture(&done(), talk, &scene()).unwrap_err();
    refused.0.iter().map(|one| (one.code, one.place.field.clone().unwrap_or_default())).collect()
}

#[test]
fn four_fields_make_a_conversation_with_its_promises_on_both_sides() {
    let talk = Talk {
        goal: "  Passer sous 2 % de rebuts ".into(),
        ours: vec![said("Étude de rebuts")],
        theirs: vec![said("Chiffres de décembre"), said("Accès à l’atelier")],
        next_on: Some(date(2027, 1, 20)),
        ..Talk::default()
    };
    let Captured { conversation, promises } = capture(&done(), talk, &scene()).unwrap();
    assert_eq!(conversation.goal, "Passer sous 2 % de rebuts");
    assert_eq!((conversation.change, conversation.evidence.is_some()), (Change::Progress, true));
    let sides: Vec<_> = promises.iter().map(|one| one.side.code()).collect();
    assert_eq!(sides, ["ours", "theirs", "theirs"]);
    let ids: std::collections::BTreeSet<_> = promises.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), 3);
}

#[test]
fn every_fault_is_told_at_its_place() {
    let talk = Talk {
        goal: "x".repeat(501),
        ours: vec![said(" "), said(&"y".repeat(201))],
        theirs: vec![said("z"); 6],
        next_on: Some(date(2027, 1, 11)),
        ..Talk::default()
    };
    assert_eq!(
        refused(talk),
        [
            ("execution/conversation-too-long", "goal".to_owned()),
            ("execution/next-in-the-past", "next_on".to_owned()),
            ("execution/promise-empty", "ours[0].what".to_owned()),
            ("execution/conversation-too-long", "ours[1].what".to_owned()),
            ("execution/promises-too-many", "theirs".to_owned()),
        ]
    );
    let later = Scene { held_on: date(2027, 1, 13), ..scene() };
    let codes = capture(&done(), Talk::default(), &later).unwrap_err().codes();
    assert_eq!(codes, ["execution/conversation-in-the-future"]);
}

#[test]
fn doing_an_order_gives_it_to_the_one_who_did_it() {
    let nobodys = ActionOrder { people: Vec::new(), ..order(State::Suggested) };
    let given = given_to(&nobodys, Some("nadia"));
    assert_eq!((given.phase(), given.people), (Phase::Released, vec!["nadia".to_owned()]));
    assert_eq!(given_to(&done(), Some("nadia")), done(), "what is over stays as it is");
}

#[test]
fn a_promise_is_settled_once_moved_forward_and_reopened_after_a_slip() {
    let talk = Talk { ours: vec![said("Étude")], ..Talk::default() };
    let promise = capture(&done(), talk, &scene()).unwrap().promises.remove(0);
    assert!(!promise.is_overdue(date(2027, 1, 15)) && promise.is_overdue(date(2027, 1, 16)));
    let kept = promise.settled(&PromiseOutcome::Kept, "", TODAY).unwrap();
    assert_eq!((kept.state, kept.settled_on), (PromiseState::Kept, Some(TODAY)));
    assert!(!kept.is_overdue(date(2027, 2, 1)));
    let again = kept.settled(&PromiseOutcome::Broken, "", TODAY).unwrap_err().codes();
    assert_eq!(again, ["execution/promise-settled"]);
    assert_eq!(kept.settled(&PromiseOutcome::Reopened, "", TODAY).unwrap().state, PromiseState::Open);
    let past = PromiseOutcome::Moved(Some(date(2027, 1, 11)));
    assert_eq!(promise.settled(&past, "", TODAY).unwrap_err().codes(), ["execution/promise-no-date"]);
    let moved = PromiseOutcome::Moved(Some(date(2027, 1, 22)));
    assert_eq!(promise.settled(&moved, "", TODAY).unwrap().due_on, Some(date(2027, 1, 22)));
}

#[test]
fn the_next_plan_does_not_place_before_the_day_asked_for_what_was_not_given_yet() {
    let until = date(2027, 1, 14);
    let launch = |state: State, start: Date| crate::execution::Launch {
        order: ActionOrder { start: Some(start.at(9, 0, 0, 0)), ..order(state) },
        release: TODAY.at(8, 0, 0, 0),
        due: date(2027, 1, 22).at(18, 0, 0, 0),
        after: Vec::new(),
        group: String::new(),
        margin: None,
        leader: None,
        account: None,
    };
    let postponed = |mut launch: crate::execution::Launch| {
        launch.postpone(until);
        (launch.release.date(), launch.order.start.map(jiff::civil::DateTime::date))
    };
    assert_eq!(postponed(launch(State::Firm, TODAY)), (until, None));
    assert_eq!(postponed(launch(State::Released, TODAY)), (TODAY, Some(TODAY)));
    let later = date(2027, 1, 18);
    assert_eq!(postponed(launch(State::Firm, later)), (TODAY, Some(later)), "late enough as it is");
}

#[test]
fn work_is_put_off_with_a_reason_and_a_later_day() {
    let put = |state, put, until, reason: &str| {
        let asked = DeferralAsked { put, until, reason: reason.into() };
        Deferral::of(&order(state), &asked, (TODAY, "camille")).map_err(|refused| refused.codes())
    };
    let later = Some(date(2027, 1, 14));
    let postponed = put(State::Suggested, Put::Postponed, later, "En congé").unwrap();
    assert!(postponed.hides(TODAY) && !postponed.hides(date(2027, 1, 14)));
    let refused = put(State::Released, Put::Refused, later, "Pas le bon interlocuteur").unwrap();
    assert_eq!((refused.until, refused.hides(date(2027, 6, 1))), (None, true));
    assert_eq!(
        put(State::Firm, Put::Postponed, Some(TODAY), " ").unwrap_err(),
        ["execution/no-reason", "execution/postponed-to-the-past"]
    );
    let begun = State::Started { at: TODAY.at(9, 0, 0, 0) };
    assert_eq!(put(begun, Put::Refused, None, "x").unwrap_err(), ["execution/impossible-transition"]);
}
