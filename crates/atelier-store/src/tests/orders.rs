//! A new plan replaces what was only intended, and keeps what was released.

use super::fixture::*;
use crate::packed::FALLEN;
use crate::{Content, Store};
use atelier_domain::language::{Period, PersonId};

on_each_engine!(a_new_plan_replaces_what_was_not_released, async |store: Store| {
    busy(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    let second = order("second", 1, "done", "2027-01-05T11:15");
    let third = order("third", 2, "firm", "2027-01-06T09:00");
    assert_eq!(reader.orders_of_scope("conquete").await.unwrap(), [second.clone(), third.clone()]);
    assert_eq!(reader.orders_of_plan("conquete", 1).await.unwrap(), [second]);
    assert_eq!(reader.orders_of_plan("conquete", 2).await.unwrap(), [third]);
    assert_eq!(reader.latest_plan("conquete").await.unwrap().unwrap().version, 2);
    assert_eq!(reader.plan_versions("conquete").await.unwrap().len(), 2);
    assert_eq!(reader.plan_scopes().await.unwrap(), ["conquete"]);
});

on_each_engine!(a_plan_of_another_scope_replaces_nothing, async |store: Store| {
    busy(&store).await;
    let Content::Plan(mut other) = plan(9) else { unreachable!() };
    other.scope = "fidelite".to_owned();
    say(&store, "planning/publish", &[Content::Plan(other)]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.orders_of_scope("conquete").await.unwrap().len(), 2);
    assert!(verified(&store).await.holds());
});

on_each_engine!(a_person_sees_the_orders_of_the_day_and_only_those, async |store: Store| {
    busy(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    let ana = PersonId::of(tenant(), "Ana").to_string();
    let day = |text: &str| {
        let day = text.parse().unwrap();
        Period::through(day, day).unwrap()
    };
    let monday = reader.orders_of_person(&ana, day("2027-01-05")).await.unwrap();
    assert_eq!(monday, [order("second", 1, "done", "2027-01-05T11:15")]);
    assert_eq!(reader.orders_of_person("Bo", day("2027-01-06")).await.unwrap().len(), 1);
    assert!(reader.orders_of_person(&ana, day("2027-01-07")).await.unwrap().is_empty());
    assert_eq!(reader.orders_of_case(case("C1").id).await.unwrap().len(), 2);
    assert_eq!(FALLEN.get(), 0, "orders that did not read as one text");
});

on_each_engine!(an_order_given_to_somebody_else_leaves_the_first_ones_day, async |store: Store| {
    busy(&store).await;
    let mut moved = order("third", 2, "firm", "2027-01-06T09:00");
    moved.people = vec!["Cy".to_owned()];
    say(&store, "planning/move", &[Content::Order(moved.clone())]).await;
    let mut reader = store.read(scope()).await.unwrap();
    let week = Period { first: "2027-01-04".parse().unwrap(), after: "2027-01-11".parse().unwrap() };
    assert_eq!(reader.orders_of_person("Cy", week).await.unwrap(), [moved.clone()]);
    assert_eq!(reader.orders_of_person("Bo", week).await.unwrap().len(), 1);
    assert_eq!(reader.order(moved.id).await.unwrap(), Some(moved));
});

on_each_engine!(a_window_holds_what_starts_in_it, async |store: Store| {
    busy(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    let window =
        |first: &str, last: &str| Period::through(first.parse().unwrap(), last.parse().unwrap()).unwrap();
    let second = order("second", 1, "done", "2027-01-05T11:15");
    let third = order("third", 2, "firm", "2027-01-06T09:00");
    let both = reader.orders_starting_in("conquete", window("2027-01-05", "2027-01-06")).await.unwrap();
    assert_eq!(both, [second.clone(), third]);
    let first = reader.orders_starting_in("conquete", window("2027-01-05", "2027-01-05")).await.unwrap();
    assert_eq!(first, [second]);
    assert!(
        reader.orders_starting_in("fidelite", window("2027-01-05", "2027-01-06")).await.unwrap().is_empty()
    );
});

on_each_engine!(only_what_is_said_of_orders_touches_them, async |store: Store| {
    busy(&store).await;
    let before = store.read(scope()).await.unwrap().last_fact().await.unwrap();
    say(&store, "execution/change", &[Content::Case(case("C1"))]).await;
    assert_eq!(store.read(scope()).await.unwrap().orders_touched_since(before).await.unwrap(), None);
    say(&store, "planning/move", &[Content::Order(order("third", 2, "firm", "2027-01-06T10:00"))]).await;
    let after = store.read(scope()).await.unwrap().last_fact().await.unwrap();
    assert_eq!(store.read(scope()).await.unwrap().orders_touched_since(before).await.unwrap(), Some(after));
});
