//! Won deals wait until somebody judged them, and again once they are another order.

use super::fixture::*;
use crate::{Content, PendingList, Store, Within, content};
use atelier_domain::controls::{Confirmation, Deal, Progress, Sold, Telling, Verdict};
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::CaseId;
use jiff::civil::date;

fn won(key: &str, day: i8, cents: i64) -> Case {
    Case {
        standing: Standing::Won,
        closed_on: Some(date(2027, 1, day)),
        value: Some(money(cents)),
        ..case(key)
    }
}

async fn judge(store: &Store, verdict: Verdict, key: &str) -> Confirmation {
    let (case, version) =
        store.read(scope()).await.unwrap().case_at(CaseId::of(tenant(), key)).await.unwrap().unwrap();
    let one = Confirmation {
        case: case.id,
        verdict,
        reason: "bon de commande vu".to_owned(),
        sold: Sold::of(&case),
        version,
        evidence: Vec::new(),
        said_on: date(2027, 1, 8),
        by: "finance".to_owned(),
    };
    say(store, "controls/confirm", &[Content::Confirmation(one.clone())]).await;
    one
}

/// The keys of those that wait, newest first; the count and the domain say the same.
async fn waiting(store: &Store) -> Vec<String> {
    let list = PendingList { limit: 50, ..PendingList::default() };
    let mut reader = store.read(scope()).await.unwrap();
    let found = reader.list_pending(&list).await.unwrap().rows;
    assert_eq!(reader.count_pending(&list, 100).await.unwrap(), i64::try_from(found.len()).unwrap());
    for key in ["C1", "C2", "C3"] {
        let Some(case) = reader.case(CaseId::of(tenant(), key)).await.unwrap() else { continue };
        let said = reader.facts_about(content::CASE, case.id.0).await.unwrap();
        let tellings = said.into_iter().map(|one| Telling {
            by: one.fact.actor,
            recorded: one.fact.recorded,
            version: one.fact.seq,
            undone: one.fact.undone,
            case: serde_json::from_str(&one.payload).unwrap(),
        });
        let last = reader.confirmation_at(case.id).await.unwrap().map(|(last, _)| last);
        let deal = Deal {
            case: case.clone(),
            tellings: tellings.collect(),
            captured: [].into(),
            present: [].into(),
            evidence: Vec::new(),
            last,
        };
        let waits = deal.progress().as_ref().is_some_and(Progress::is_pending);
        assert_eq!(waits, found.contains(&case), "{key}");
    }
    drop(reader);
    found.into_iter().map(|case| case.key).collect()
}

async fn tell(store: &Store, case: Case) {
    say(store, "execution/change-case", &[Content::Case(case)]).await;
}

on_each_engine!(a_won_deal_waits_until_it_is_judged_and_again_once_it_changed, async |store: Store| {
    say(&store, "execution/found", &[company(), Content::Person(person("Ana"))]).await;
    for told in [case("C1"), won("C2", 4, 450_000), won("C3", 6, 90_000)] {
        tell(&store, told).await;
    }
    assert_eq!(waiting(&store).await, ["C3", "C2"]);
    let kept = judge(&store, Verdict::Confirmed, "C2").await;
    assert_eq!(store.read(scope()).await.unwrap().confirmation_at(kept.case).await.unwrap().unwrap().0, kept);
    judge(&store, Verdict::Refused, "C3").await;
    assert_eq!(waiting(&store).await, Vec::<String>::new());
    // Another step is the same order; another amount is not, and the same amount again is.
    tell(&store, Case { stage: "Signed".to_owned(), ..won("C2", 4, 450_000) }).await;
    assert_eq!(waiting(&store).await, Vec::<String>::new());
    tell(&store, won("C2", 4, 460_000)).await;
    assert_eq!(waiting(&store).await, ["C2"]);
    tell(&store, won("C2", 4, 450_000)).await;
    assert_eq!(waiting(&store).await, Vec::<String>::new());
    for other in [
        won("C2", 5, 450_000),
        Case { account: None, ..won("C2", 4, 450_000) },
        Case { value: None, ..won("C2", 4, 0) },
    ] {
        tell(&store, other).await;
        assert_eq!(waiting(&store).await, ["C2"]);
    }
    // Reopened, it does not wait; won again as it was, it does.
    tell(&store, case("C2")).await;
    assert_eq!(waiting(&store).await, Vec::<String>::new());
    tell(&store, won("C2", 4, 450_000)).await;
    assert_eq!(waiting(&store).await, ["C2"]);
    judge(&store, Verdict::Confirmed, "C2").await;
    assert_eq!(waiting(&store).await, Vec::<String>::new());
    judge(&store, Verdict::Withdrawn, "C2").await;
    assert_eq!(waiting(&store).await, ["C2"]);
    // Every verdict is still there.
    let said =
        store.read(scope()).await.unwrap().facts_about(content::CONFIRMATION, kept.case.0).await.unwrap();
    assert_eq!(said.len(), 3);
    assert!(verified(&store).await.holds());
    let before = store.digests().await.unwrap().content;
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap().content, before);
    assert_eq!(waiting(&store).await, ["C2"]);
});

on_each_engine!(those_that_wait_are_paged_within_reach_from_a_day, async |store: Store| {
    let mut contents = vec![company(), Content::Person(person("Ana"))];
    contents.extend((1..=7).map(|day| Content::Case(won(&format!("K{day}"), day, 1_000))));
    contents.push(Content::Case(Case { owner: None, closed_on: None, ..won("K0", 1, 1_000) }));
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let mut list = PendingList { limit: 3, ..PendingList::default() };
    let mut seen = Vec::new();
    loop {
        let page = reader.list_pending(&list).await.unwrap();
        seen.extend(page.rows.into_iter().map(|case| case.key));
        let Some(next) = page.next else { break };
        list.after = Some(next);
    }
    assert_eq!(seen, ["K7", "K6", "K5", "K4", "K3", "K2", "K1", "K0"]);
    let from = PendingList {
        closed_from: Some(date(2027, 1, 5)),
        oldest_first: true,
        limit: 50,
        ..PendingList::default()
    };
    let keys = |rows: Vec<Case>| rows.into_iter().map(|case| case.key).collect::<Vec<_>>();
    assert_eq!(keys(reader.list_pending(&from).await.unwrap().rows), ["K5", "K6", "K7"]);
    assert_eq!(reader.count_pending(&from, 100).await.unwrap(), 3);
    assert_eq!(reader.count_pending(&PendingList::default(), 5).await.unwrap(), 5, "counted up to there");
    for (team, count) in [("Nord", 8), ("Sud", 1)] {
        let within = Within::Some { person: String::new(), teams: vec![team.to_owned()] };
        let list = PendingList { within, limit: 50, ..PendingList::default() };
        assert_eq!(reader.list_pending(&list).await.unwrap().rows.len(), count, "{team}");
        assert_eq!(reader.count_pending(&list, 100).await.unwrap(), i64::try_from(count).unwrap());
    }
});
