use super::*;
use crate::controls::{Role, UserId};
use crate::language::Currency;
use jiff::civil::date;

fn tenant() -> TenantId {
    TenantId::of("metrios")
}

fn case(standing: Standing, cents: i64) -> Case {
    Case {
        id: CaseId::of(tenant(), "M001"),
        key: "M001".into(),
        account: Some(AccountId::of(tenant(), "Aciers")),
        owner: Some(PersonId::of(tenant(), "camille")),
        product: None,
        stage: String::new(),
        standing,
        process: None,
        step: None,
        engaged_on: None,
        closed_on: Some(date(2027, 1, 4)),
        value: Some(Money { cents, currency: Currency::EUR }),
    }
}

fn told(version: i64, by: &str, case: Case) -> Telling {
    let recorded = Timestamp::from_second(1_800_000_000 + version).unwrap();
    Telling { by: by.into(), recorded, version, undone: false, case }
}

/// Opened by the manager, won by its seller; evidence in a conversation that the seller wrote down.
fn deal() -> Deal {
    let tellings = vec![
        told(1, "nord", case(Standing::Open, 2_000_000)),
        told(5, "camille", case(Standing::Won, 2_500_000)),
    ];
    Deal {
        case: case(Standing::Won, 2_500_000),
        tellings,
        captured: ["antoine".to_owned()].into(),
        present: ["nadia".to_owned()].into(),
        evidence: vec![Ground::Conversation(ConversationId::of(tenant(), "c"))],
        last: None,
    }
}

fn user(login: &str, person: Option<&str>) -> User {
    User {
        id: UserId(uuid::Uuid::from_u128(1)),
        login: login.into(),
        name: login.into(),
        roles: vec![Role::Finance],
        unit: None,
        person: person.map(Into::into),
        firm: None,
        despite: None,
        standing: crate::controls::Standing::Active,
    }
}

fn who(login: &str) -> Confirmer {
    Confirmer::of(tenant(), &user(login, None), &[])
}

fn today() -> (i64, Date) {
    (5, date(2027, 1, 6))
}

fn confirmed(deal: &Deal) -> Confirmation {
    deal.judged((Verdict::Confirmed, ""), &who("finance"), today()).unwrap()
}

fn codes<T: std::fmt::Debug>(result: Result<T, Refusals>) -> Vec<&'static str> {
    result.unwrap_err().codes()
}

#[test]
fn a_won_deal_waits_until_somebody_else_confirms_it() {
    let deal = deal();
    assert_eq!(deal.progress(), Some(Progress::Waiting));
    assert_eq!(deal.recorded().map(|one| (one.by.as_str(), one.version)), Some(("camille", 5)));
    let verdict = confirmed(&deal);
    assert_eq!((verdict.sold.value, verdict.evidence.len()), (deal.case.value, 1));
    let after = Deal { last: Some(verdict), ..deal };
    assert_eq!(after.progress(), Some(Progress::Confirmed));
    let open = Deal { case: case(Standing::Open, 1), ..after };
    assert_eq!(open.progress(), None);
    assert_eq!(codes(open.judged((Verdict::Confirmed, ""), &who("finance"), today())), ["controls/not-won"]);
}

#[test]
fn who_recorded_leads_or_captured_it_never_confirms_it() {
    let deal = deal();
    let leader = Confirmer::of(tenant(), &user("other-login", Some("camille")), &[]);
    let present = Confirmer::of(tenant(), &user("nadia", Some("nadia")), &[]);
    for (one, stake) in [
        (who("camille"), Stake::Recorded),
        (leader, Stake::Leads),
        (who("antoine"), Stake::Captured),
        (present, Stake::Captured),
    ] {
        assert_eq!(deal.stake(&one), Some(stake));
        for verdict in [Verdict::Confirmed, Verdict::Refused] {
            assert_eq!(codes(deal.judged((verdict, "seen"), &one, today())), [OWN_DEAL]);
        }
    }
    assert_eq!(deal.stake(&who("nord")), None, "who opened it long ago did not record the order");
    // Who changed the amount since recorded the order too, and so did who won it.
    let mut changed = deal;
    changed.case = case(Standing::Won, 3_000_000);
    changed.tellings.push(told(9, "nord", changed.case.clone()));
    assert_eq!(changed.stake(&who("nord")), Some(Stake::Recorded));
    assert_eq!(changed.stake(&who("camille")), Some(Stake::Recorded));
    assert_eq!(changed.recorded().map(|one| one.by.as_str()), Some("nord"));
    // What was undone was never said.
    changed.tellings[2].undone = true;
    changed.case = case(Standing::Won, 2_500_000);
    assert_eq!(changed.stake(&who("nord")), None);
}

#[test]
fn another_login_or_another_person_makes_nobody_somebody_else() {
    let deal = deal();
    let renamed = |was: User| Confirmer::of(tenant(), &user("new-login", None), &[was]);
    for (was, stake) in [
        (user("camille", None), Some(Stake::Recorded)),
        (user("somebody", Some("camille")), Some(Stake::Leads)),
        (user("antoine", None), Some(Stake::Captured)),
        (user("somebody", Some("nadia")), Some(Stake::Captured)),
        (user("somebody", Some("zoe")), None),
    ] {
        assert_eq!(deal.stake(&renamed(was.clone())), stake, "{was:?}");
    }
    // What they said under their former login is theirs to take back.
    let held = Deal { last: Some(confirmed(&deal)), ..deal };
    assert!(held.taken_back(&renamed(user("finance", None)), date(2027, 1, 7)).is_ok());
}

#[test]
fn a_refusal_or_a_deal_without_evidence_needs_a_reason() {
    let with = deal();
    let without = Deal { evidence: Vec::new(), ..deal() };
    let judged =
        |deal: &Deal, verdict, reason: &str| deal.judged((verdict, reason), &who("finance"), today());
    assert_eq!(codes(judged(&with, Verdict::Refused, "  ")), ["controls/refused-no-reason"]);
    assert_eq!(codes(judged(&without, Verdict::Confirmed, "")), ["controls/no-evidence-no-reason"]);
    assert_eq!(
        codes(judged(&with, Verdict::Confirmed, &"x".repeat(501))),
        ["controls/verdict-reason-too-long"]
    );
    let kept = judged(&without, Verdict::Confirmed, " purchase order seen on paper ").unwrap();
    assert_eq!((kept.reason.as_str(), kept.evidence.len()), ("purchase order seen on paper", 0));
    let refused = Deal { last: Some(judged(&with, Verdict::Refused, "no order").unwrap()), ..with };
    assert_eq!(refused.progress(), Some(Progress::Refused));
}

#[test]
fn another_amount_customer_day_or_standing_makes_it_lapse() {
    let start = deal();
    let held = Deal { last: Some(confirmed(&start)), ..start };
    let after = |case: Case| {
        let mut deal = held.clone();
        deal.tellings.push(told(9, "camille", case.clone()));
        deal.case = case;
        deal.progress()
    };
    let won = || case(Standing::Won, 2_500_000);
    let lapsed = |what| Some(Progress::Lapsed(vec![what]));
    assert_eq!(after(case(Standing::Won, 2_500_001)), lapsed(Changed::Amount));
    assert_eq!(after(Case { account: None, ..won() }), lapsed(Changed::Customer));
    assert_eq!(after(Case { closed_on: Some(date(2027, 1, 5)), ..won() }), lapsed(Changed::Day));
    assert_eq!(after(Case { stage: "signed".into(), ..won() }), Some(Progress::Confirmed));
    let mut reopened = held.clone();
    reopened
        .tellings
        .extend([told(9, "camille", case(Standing::Open, 2_500_000)), told(10, "camille", won())]);
    assert_eq!(reopened.progress(), lapsed(Changed::Standing));
    let again = confirmed(&held);
    assert_eq!(
        Deal { last: Some(Confirmation { version: 10, ..again }), ..reopened }.progress(),
        Some(Progress::Confirmed)
    );
}

#[test]
fn a_verdict_is_taken_back_by_who_gave_it_and_replaced_by_anybody_who_may() {
    let start = deal();
    assert_eq!(start.taken_back(&who("finance"), date(2027, 1, 7)).unwrap_err().code, "controls/no-verdict");
    let held = Deal { last: Some(confirmed(&start)), ..start };
    assert_eq!(
        held.taken_back(&who("other"), date(2027, 1, 7)).unwrap_err().code,
        "controls/verdict-of-other"
    );
    let back = held.taken_back(&who("finance"), date(2027, 1, 7)).unwrap();
    let waits = Deal { last: Some(back), ..held.clone() };
    assert_eq!(waits.progress(), Some(Progress::Waiting));
    assert_eq!(waits.taken_back(&who("finance"), date(2027, 1, 7)).unwrap_err().code, "controls/no-verdict");
    let second = held.judged((Verdict::Refused, "cancelled by mail"), &who("other"), today()).unwrap();
    assert_eq!(Deal { last: Some(second), ..held }.progress(), Some(Progress::Refused));
}

#[test]
fn a_verdict_is_told_in_the_words_it_was_written_in() {
    let kept = serde_json::to_string(&confirmed(&deal())).unwrap();
    assert_eq!(serde_json::from_str::<Confirmation>(&kept).unwrap(), confirmed(&deal()));
    let given = |code| Verdict::read(code, Verdict::GIVEN);
    assert!(given("confirmed").is_ok() && given("refused").is_ok());
    assert_eq!(given("withdrawn").unwrap_err().code, "controls/unknown-verdict");
    assert_eq!(Verdict::read("withdrawn", Verdict::ALL).unwrap(), Verdict::Withdrawn);
}
