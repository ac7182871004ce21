//! What is kept of a plan and of a company between two questions is what would be read anew.

use crate::House;
use atelier_domain::execution::{Account, PlannedOrder, State};
use atelier_domain::language::{AccountId, Minutes};
use atelier_domain::ledger::Purpose;
use atelier_server::sample::TODAY;
use atelier_server::workbench::{Act, Office, Workbench, span_of_years, stored};
use atelier_store::Content;
use std::collections::BTreeMap;
use std::sync::Arc;

/// As it is kept, as it is read by somebody else, and as the whole plan gives it.
async fn same(bench: &Workbench, office: &Office) -> (usize, usize) {
    let kept = bench.strained(office).await.unwrap();
    let anew = Workbench::new(bench.store.clone()).strained(office).await.unwrap();
    let whole = bench.published(office).await.unwrap();
    let clashes = whole.schedule.clashes();
    for part in [&kept, &anew] {
        assert_eq!(part.strains, whole.strains);
        assert_eq!(part.schedule.clashes(), clashes);
    }
    (whole.strains.len(), clashes.len())
}

pub async fn after_each_declaration(house: &House) {
    let bench = Workbench::new(house.store.clone());
    let office = bench.offices().await.unwrap().remove(0);
    let plan = bench.published(&office).await.unwrap();
    let mut placed: Vec<PlannedOrder> = plan
        .orders
        .values()
        .filter(|one| one.order.state == State::Suggested && one.order.people.len() == 1)
        .filter(|one| one.appointment.is_some())
        .cloned()
        .collect();
    placed.sort_by_key(|one| (one.order.people.clone(), one.order.id));
    // Two of one person: a declaration moves nothing to somebody else.
    let pair = placed.windows(2).find(|pair| pair[0].order.people == pair[1].order.people).unwrap();
    let (mut first, mut second) = (pair[0].clone(), pair[1].clone());
    let say = async |planned: &PlannedOrder| {
        let act = Act { actor: "test", now: jiff::Timestamp::now(), source: "test" };
        let contents = vec![Content::Declared(stored(planned, plan.version).unwrap())];
        bench.say(&office, "execution/declare", Purpose::Performance, &act, contents).await.unwrap();
    };
    let before = same(&bench, &office).await;
    first.order.minutes = Minutes(5_000);
    first.order.state = State::Firm;
    say(&first).await;
    let strained = same(&bench, &office).await;
    assert_eq!((strained.0, strained.1), (before.0 + 1, before.1));
    let (held, meanwhile) = (first.appointment.as_mut().unwrap(), second.appointment.as_mut().unwrap());
    held.pinned = true;
    meanwhile.pinned = true;
    (meanwhile.start, meanwhile.end) = (held.start, held.end);
    (second.order.start, second.order.end) = (Some(held.start), Some(held.end));
    second.order.state = State::Firm;
    say(&first).await;
    say(&second).await;
    assert_eq!(same(&bench, &office).await.1, before.1 + 1);
    for planned in [&mut first, &mut second] {
        planned.order.state = State::Cancelled { why: "test".to_owned() };
        say(planned).await;
    }
    assert_eq!(same(&bench, &office).await, before);
}

/// A director's company is read once for all their questions, again after a fact of its own, and never shows
/// anything of another.
pub async fn a_company_until_its_next_fact(house: &House) {
    let bench = Workbench::new(house.store.clone());
    let [north, south]: [Office; 2] = bench.offices().await.unwrap().try_into().unwrap();
    let read = async |office: &Office, history| bench.shop_now(office, TODAY, history).await.unwrap();
    let say = async |office: &Office, key: &str| {
        let account = Account {
            id: AccountId::of(office.tenant, key),
            key: key.to_owned(),
            name: key.to_owned(),
            sector: String::new(),
            country: String::new(),
            parent: None,
            facets: BTreeMap::new(),
        };
        let act = Act { actor: "test", now: jiff::Timestamp::now(), source: "test" };
        let said = vec![Content::Account(account)];
        bench.say(office, "execution/add-account", Purpose::Performance, &act, said).await.unwrap();
    };
    let (of_north, of_south) = (read(&north, false).await, read(&south, false).await);
    assert_eq!((of_north.office.tenant, of_south.office.tenant), (north.tenant, south.tenant));
    assert!(of_north.accounts.keys().all(|id| !of_south.accounts.contains_key(id)));
    assert!(Arc::ptr_eq(&of_north, &read(&north, false).await), "nothing was said: it is not read again");
    assert!(
        !Arc::ptr_eq(&of_north, &read(&north, true).await),
        "with its closed cases it is another reading"
    );
    say(&south, "known-south").await;
    assert!(Arc::ptr_eq(&of_north, &read(&north, false).await), "the fact was of another company");
    let now = read(&south, false).await;
    assert_eq!(now.accounts.len(), of_south.accounts.len() + 1);
    say(&north, "known-north").await;
    for history in [false, true] {
        let kept = read(&north, history).await;
        let anew = bench.shop(&north, span_of_years(TODAY, None), history).await.unwrap();
        assert_eq!((&kept.accounts, &kept.cases), (&anew.accounts, &anew.cases));
        assert_eq!((&kept.passages, &kept.orders), (&anew.passages, &anew.orders));
        assert!(kept.accounts.values().any(|name| name == "known-north"));
        assert!(!kept.accounts.values().any(|name| name == "known-south"));
    }
}
