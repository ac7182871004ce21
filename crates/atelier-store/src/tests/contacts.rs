//! People at customers are told, listed, imported once and undone like everything else.

use super::fixture::*;
use crate::{Content, Store, payload_hash};
use atelier_domain::ledger::FactId;
use uuid::Uuid;

on_each_engine!(contacts_come_back_by_firm_and_by_name, async |store: Store| {
    let names = ["Zoé Petit", "Élodie Martin", "elodie Arnaud", "Bo Ek"];
    let mut contents = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        contents.push(Content::Contact(contact(&format!("K{at}"), name)));
    }
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let read = reader.contact(contact("K1", "").id).await.unwrap();
    assert_eq!(read, Some(contact("K1", "Élodie Martin")));
    let of_firm = reader.contacts_of_account(account("A1").id).await.unwrap();
    let told = |people: &[atelier_domain::execution::Contact]| {
        people.iter().map(|it| it.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(&of_firm), ["Bo Ek", "elodie Arnaud", "Élodie Martin", "Zoé Petit"]);
    assert!(reader.contacts_of_account(account("A2").id).await.unwrap().is_empty());

    let found = reader.contacts_named("ÉLO", "", 10).await.unwrap();
    assert_eq!((told(&found.items).len(), found.next), (2, None));
    let first = reader.contacts_named("", "", 3).await.unwrap();
    let rest = reader.contacts_named("", first.next.as_deref().unwrap(), 3).await.unwrap();
    assert_eq!(
        (told(&first.items).len(), told(&rest.items), rest.next),
        (3, vec!["Zoé Petit".to_owned()], None)
    );
});

on_each_engine!(what_is_said_of_contacts_verifies_is_known_and_is_undone, async |store: Store| {
    busy(&store).await;
    let before = store.digests().await.unwrap();
    let one = Content::Contact(contact("K1", "Élodie Martin"));
    let batch = say(&store, "execution/import", std::slice::from_ref(&one)).await;
    let with = store.digests().await.unwrap();
    assert_ne!(with.content, before.content);
    let mut reader = store.read(scope()).await.unwrap();
    assert!(verified(&store).await.holds());
    let known = reader.known_payload_hashes().await.unwrap();
    assert_eq!(known.get(&one.object(tenant())), Some(&payload_hash(&one.payload().unwrap())));
    drop(reader);
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), with);
    store.undo(scope(), batch, FactId(Uuid::now_v7()), "léa", now()).await.unwrap();
    assert_eq!(
        store.digests().await.unwrap().content,
        before.content,
        "as if there had never been a contact"
    );
});
