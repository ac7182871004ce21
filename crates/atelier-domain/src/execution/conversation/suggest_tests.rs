use super::*;
use crate::execution::conversation::{Change, PromiseState};
use crate::execution::order::State;
use crate::execution::{DeferralAsked, Put};
use crate::language::TenantId;
use jiff::civil::date;

const TODAY: Date = date(2027, 1, 12);

fn id(key: &str) -> CaseId {
    CaseId::of(TenantId::of("t"), key)
}

fn case(key: &str, engaged: Date) -> Case {
    Case {
        id: id(key),
        key: key.into(),
        account: None,
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

fn order(key: &str, case: &str, start: Option<Date>, minutes: i64) -> ActionOrder {
    ActionOrder {
        id: OrderId::of(TenantId::of("t"), key),
        case: Some(id(case)),
        customer: String::new(),
        process: String::new(),
        version: 1,
        step: String::new(),
        operation: String::new(),
        kinds: Vec::new(),
        people: Vec::new(),
        units: 1,
        minutes: Minutes(minutes),
        start: start.map(|day| day.at(9, 0, 0, 0)),
        end: None,
        due: None,
        purpose: None,
        theme: None,
        state: State::Firm,
    }
}

fn held(case: &str, on: Date, next: Option<Date>) -> Conversation {
    Conversation {
        id: ConversationId::of(TenantId::of("t"), &format!("{case}{on}")),
        order: OrderId::of(TenantId::of("t"), "done"),
        case: Some(id(case)),
        account: None,
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
        goal: String::new(),
        note: String::new(),
        next_on: next,
        evidence: None,
        files: Vec::new(),
        by: String::new(),
    }
}

fn promise(case: &str, side: Side, due: Date) -> Promise {
    let talk = held(case, date(2027, 1, 4), None);
    Promise {
        id: PromiseId::of(TenantId::of("t"), &format!("{case}{due}")),
        conversation: talk.id,
        order: talk.order,
        case: Some(id(case)),
        account: None,
        person: None,
        sellers: Vec::new(),
        side,
        what: "x".into(),
        made_on: talk.held_on,
        due_on: Some(due),
        state: PromiseState::Open,
        settled_on: None,
        reason: String::new(),
    }
}

struct World {
    cases: Vec<Case>,
    held: Vec<Conversation>,
    promises: Vec<Promise>,
    scheduled: Vec<ActionOrder>,
    ahead: Vec<ActionOrder>,
    deferred: HashSet<OrderId>,
    asides: Vec<Aside>,
}

fn world() -> World {
    let recent = date(2027, 1, 8);
    World {
        cases: ["a", "b", "c", "d"].map(|key| case(key, recent)).into(),
        held: vec![held("a", date(2027, 1, 5), Some(date(2027, 1, 11)))],
        promises: vec![
            promise("b", Side::Ours, date(2027, 1, 14)),
            promise("c", Side::Theirs, date(2027, 1, 11)),
            promise("d", Side::Theirs, TODAY),
        ],
        scheduled: Vec::new(),
        ahead: vec![
            order("1", "e", Some(date(2027, 1, 13)), 30),
            order("2", "f", Some(date(2027, 1, 14)), 90),
            order("3", "g", None, 90),
        ],
        deferred: HashSet::new(),
        asides: Vec::new(),
    }
}

fn told(world: &World) -> Vec<(&'static str, CaseId)> {
    let scheduled: Vec<&ActionOrder> = world.scheduled.iter().collect();
    let ahead: Vec<&ActionOrder> = world.ahead.iter().collect();
    let situation = Situation {
        today: TODAY,
        free: Minutes(60),
        cases: &world.cases,
        held: &world.held,
        promises: &world.promises,
        scheduled: &scheduled,
        ahead: &ahead,
        deferred: &world.deferred,
        asides: &world.asides,
    };
    let all = situation.suggestions();
    assert!(all.len() <= SUGGESTED);
    all.iter().map(|one| (one.rule.code(), one.case.unwrap())).collect()
}

#[test]
fn each_rule_speaks_in_its_turn_and_what_is_not_due_is_silent() {
    let expected = [
        ("agreed-date", id("a")),
        ("promise-ours", id("b")),
        ("promise-theirs", id("c")),
        ("no-date", id("g")),
        ("ahead", id("e")),
    ];
    assert_eq!(told(&world()), expected);
}

#[test]
fn what_is_of_the_day_is_not_suggested_again_and_a_refusal_changes_the_list() {
    let mut world = world();
    world.scheduled.push(order("9", "b", Some(TODAY), 30));
    world.deferred.insert(world.ahead[0].id);
    let left: Vec<_> = told(&world).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(left, ["agreed-date", "promise-theirs", "no-date"]);
}

#[test]
fn an_open_opportunity_nobody_speaks_of_for_three_weeks_is_silent_unless_its_action_was_refused() {
    let mut world = world();
    world.cases = vec![case("e", date(2026, 12, 22)), case("f", date(2026, 12, 23))];
    world.promises.clear();
    assert!(told(&world).contains(&("silent", id("e"))));
    assert!(!told(&world).contains(&("silent", id("f"))), "twenty days are not three weeks");
    world.held = vec![held("e", date(2027, 1, 4), None)];
    assert!(!told(&world).contains(&("silent", id("e"))), "somebody spoke since");
    world.held.clear();
    world.deferred.insert(world.ahead[0].id);
    assert!(!told(&world).iter().any(|(_, case)| *case == id("e")));
}

fn aside(of: crate::execution::Reminded, put: Put, until: Option<Date>) -> Result<Aside, Vec<&'static str>> {
    let asked = DeferralAsked { put, until, reason: " Elle rappelle ".into() };
    Aside::of(of, &asked, (TODAY, "camille")).map_err(|refused| refused.codes())
}

#[test]
fn a_promise_or_a_day_agreed_is_put_aside_with_a_reason_until_a_day_or_for_good() {
    let mut world = world();
    let rules = |world: &World| told(world).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
    let agreed = world.held[0].reminder().unwrap();
    let promised = world.promises[0].reminder().unwrap();
    let postponed = aside(promised.clone(), Put::Postponed, Some(date(2027, 1, 13))).unwrap();
    assert_eq!((postponed.reason.as_str(), postponed.by.as_str()), ("Elle rappelle", "camille"));
    world.asides = vec![aside(agreed, Put::Refused, None).unwrap(), postponed.clone()];
    assert_eq!(rules(&world), ["promise-theirs", "no-date", "ahead"]);
    world.asides[1].until = Some(TODAY);
    assert_eq!(rules(&world), ["promise-ours", "promise-theirs", "no-date", "ahead"], "back on its day");
    // A day that was moved since is another reminder; what was taken back says nothing.
    world.promises[0].due_on = Some(date(2027, 1, 13));
    let withdrawn = Aside::taken_back(Some(world.asides[0].clone()), (TODAY, "nadia")).unwrap();
    assert_eq!((withdrawn.put, withdrawn.by.as_str()), (Put::Withdrawn, "nadia"));
    let nothing = Aside::taken_back(Some(withdrawn.clone()), (TODAY, "nadia")).unwrap_err();
    assert_eq!(nothing.code, "execution/not-deferred");
    world.asides = vec![withdrawn, postponed];
    assert_eq!(rules(&world), ["agreed-date", "promise-ours", "promise-theirs", "no-date", "ahead"]);
    let yesterday = aside(promised, Put::Postponed, Some(TODAY)).unwrap_err();
    assert_eq!(yesterday, ["execution/postponed-to-the-past"]);
    world.promises[0].state = PromiseState::Kept;
    assert_eq!(world.promises[0].reminder(), None, "kept, it reminds of nothing");
}
