use super::*;
use crate::execution::conversation::give_back::give_back;
use crate::execution::conversation::health::{Cause, Grade, health};
use crate::execution::conversation::{Change, PromiseState, Side};
use crate::language::{ConversationId, OrderId, PromiseId, TenantId};
use jiff::civil::date;

const TODAY: Date = date(2027, 1, 12);

fn firm(key: &str) -> AccountId {
    AccountId::of(TenantId::of("t"), key)
}

fn case(key: &str, engaged: Date) -> Case {
    Case {
        id: CaseId::of(TenantId::of("t"), key),
        key: key.into(),
        account: Some(firm(key)),
        owner: None,
        product: None,
        stage: String::new(),
        standing: Standing::Open,
        process: None,
        step: None,
        engaged_on: Some(engaged),
        closed_on: None,
        value: None,
    }
}

fn held(key: &str, on: Date, goal: &str) -> Conversation {
    let tenant = TenantId::of("t");
    Conversation {
        id: ConversationId::of(tenant, &format!("{key}{on}")),
        order: OrderId::of(tenant, "done"),
        case: Some(CaseId::of(tenant, key)),
        account: Some(firm(key)),
        person: None,
        process: String::new(),
        step: String::new(),
        operation: String::new(),
        sellers: Vec::new(),
        captured_us: 0,
        entry_seconds: None,
        channel: None,
        held_on: on,
        change: Change::Progress,
        goal: goal.into(),
        note: String::new(),
        next_on: None,
        evidence: None,
        files: Vec::new(),
        by: String::new(),
    }
}

fn promise(key: &str, due: Date, state: PromiseState) -> Promise {
    let talk = held(key, date(2027, 1, 4), "");
    Promise {
        id: PromiseId::of(TenantId::of("t"), &format!("{key}{due}")),
        conversation: talk.id,
        order: talk.order,
        case: talk.case,
        account: talk.account,
        person: None,
        sellers: Vec::new(),
        side: Side::Ours,
        what: "x".into(),
        made_on: talk.held_on,
        due_on: Some(due),
        state,
        settled_on: None,
        reason: String::new(),
    }
}

#[test]
fn a_promise_past_its_day_comes_first_then_the_longest_silence() {
    let early = date(2026, 11, 2);
    let cases = [case("quiet", early), case("late", date(2027, 1, 4)), case("fresh", early)];
    let spoken = [held("fresh", date(2027, 1, 8), "")];
    let promises = [promise("late", date(2027, 1, 11), PromiseState::Open)];
    let board = flow(&cases, &spoken, &promises, &[], TODAY);
    let order: Vec<AccountId> = board.iter().map(|(account, _)| *account).collect();
    assert_eq!(order, ["late", "quiet", "fresh"].map(firm));
    assert_eq!((board[0].1.overdue(TODAY), board[0].1.silent_days), (1, None));
    assert_eq!((board[1].1.silent_days, board[1].1.held.len()), (Some(71), 0));
    assert_eq!((board[2].1.silent_days, board[2].1.held.len()), (None, 1));
}

fn graded(held: &[Conversation], promises: &[Promise], roles: usize) -> (Grade, u32) {
    let of = |one: &Conversation| match roles {
        0 => None,
        1 => Some("production".to_owned()),
        _ => Some(one.held_on.to_string()),
    };
    let health = health(held, promises, of, TODAY);
    assert_eq!(health.points, health.causes.iter().map(|cause| cause.points()).sum::<u32>());
    assert!(health.causes.iter().all(|cause| cause.points() <= cause.most()));
    (health.grade, health.points)
}

#[test]
fn health_is_the_sum_of_its_causes_and_a_promise_kept_raises_it() {
    assert_eq!(graded(&[], &[], 0), (Grade::None, 0));
    assert!(Grade::None.is_early() && Grade::Weak.is_early() && !Grade::Fair.is_early());
    let spoken = [held("a", date(2027, 1, 8), "moins de rebuts"), held("a", date(2026, 12, 1), "")];
    let (grade, before) = graded(&spoken, &[], 0);
    assert_eq!((grade, before), (Grade::Fair, 4), "recent, and a goal");
    let due = date(2027, 1, 10);
    let (_, open) = graded(&spoken, &[promise("a", due, PromiseState::Open)], 0);
    let (grade, kept) = graded(&spoken, &[promise("a", due, PromiseState::Kept)], 2);
    assert!(kept > open && open == before, "{kept} {open}");
    assert_eq!((grade, kept), (Grade::Solid, 9));
    let broken = promise("a", date(2027, 1, 9), PromiseState::Broken);
    let both = [promise("a", due, PromiseState::Kept), broken];
    assert_eq!(graded(&spoken, &both, 2), (Grade::Solid, 8));
}

#[test]
fn what_is_entered_is_measured_or_a_minute_and_only_what_was_used_is_given_back() {
    let mut talks = vec![held("a", TODAY, ""), held("b", TODAY, "")];
    (talks[0].entry_seconds, talks[1].order) = (Some(90), OrderId::of(TenantId::of("t"), "other"));
    let read = [talks[0].order.to_string(), OrderId::of(TenantId::of("t"), "never held").to_string()];
    let meter = give_back(&talks, &read, &[talks[1].id.to_string()]);
    assert_eq!((meter.captures, meter.measured, meter.entered_minutes), (2, 1, 3), "90 s and 60 s");
    assert_eq!((meter.sheets, meter.letters, meter.returned_minutes()), (1, 1, 20));
    talks[0].entry_seconds = Some(7_200);
    assert_eq!(give_back(&talks, &[], &[]).entered_minutes, 31, "a form left open over lunch");
}

#[test]
fn an_old_conversation_counts_less_then_nothing() {
    for (ago, points) in [(30, 3), (31, 2), (60, 2), (61, 1), (120, 1), (121, 0)] {
        assert_eq!(Cause::Recency(Some(ago)).points(), points, "{ago}");
    }
    let long_ago = [held("a", date(2025, 12, 1), "but")];
    assert_eq!(graded(&long_ago, &[], 1), (Grade::None, 0), "more than a year ago");
}
