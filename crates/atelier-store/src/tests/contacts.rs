//! People at customers are told, listed, imported once and undone like everything else.

use super::fixture::*;
use crate::{ContactList, Content, Store, StoreError, Within, payload_hash};
use atelier_domain::execution::{Case, Contact, Person};
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

    let found = reader.list_contacts(&named("ÉLO", 2)).await.unwrap();
    assert_eq!((told(&found.rows).len(), found.next), (2, None));
    let first = reader.list_contacts(&named("", 3)).await.unwrap();
    assert_eq!(first.next, Some(first.rows[2].id.to_string()), "it tells no name");
    let list = ContactList { after: first.next, ..named("", 3) };
    let rest = reader.list_contacts(&list).await.unwrap();
    assert_eq!(
        (told(&first.rows).len(), told(&rest.rows), rest.next),
        (3, vec!["Zoé Petit".to_owned()], None)
    );
    let nobody = ContactList { after: Some("Zoé".to_owned()), ..named("", 3) };
    let Err(StoreError::Refused(refusals)) = reader.list_contacts(&nobody).await else { panic!("nobody") };
    assert_eq!(codes(&refusals), ["app/unreadable-page"]);
});

on_each_engine!(people_are_listed_and_found_as_far_as_their_firm_is_within_reach, async |store: Store| {
    let mut contents = Vec::new();
    for key in ["A1", "A2", "A3"] {
        contents.push(Content::Account(account(key)));
    }
    for (key, team) in [("Ana", "Nord"), ("Bob", "Sud")] {
        contents.push(Content::Person(Person { team: team.to_owned(), ..person(key) }));
    }
    // Ana leads a case at the first firm and Bob one at the second; nobody leads one at the third.
    for (key, firm, owner) in [("C1", "A1", Some("Ana")), ("C2", "A2", Some("Bob")), ("C3", "A3", None)] {
        let owner = owner.map(|key| person(key).id);
        contents.push(Content::Case(Case {
            account: Some(account(firm).id),
            owner,
            product: None,
            ..case(key)
        }));
    }
    for at in 0..40 {
        let firm = ["A2", "A1", "A3"][if at < 36 { 0 } else { at % 3 }];
        let phone = Some(format!("06 00 00 00 {at:02}"));
        let account = if at == 39 { None } else { Some(account(firm).id) };
        contents.push(Content::Contact(Contact {
            account,
            phone,
            ..contact(&format!("K{at}"), &format!("Zoé {at:02}"))
        }));
    }
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let some = |person: &str, teams: &[&str]| Within::Some {
        person: person.to_owned(),
        teams: teams.iter().map(|team| (*team).to_owned()).collect(),
    };
    // Ana sees those of her firm, of the firm that nobody leads, and who is at none: four behind thirty-six of Bob's.
    for (within, wanted) in [
        (some("Ana", &[]), vec!["Zoé 37", "Zoé 38", "Zoé 39"]),
        (some("", &["Nord"]), vec!["Zoé 37", "Zoé 38", "Zoé 39"]),
        (some("", &[]), vec!["Zoé 38", "Zoé 39"]),
    ] {
        let mut list = ContactList { within: within.clone(), ..named("zoe", 1) };
        let mut found = Vec::new();
        loop {
            let page = reader.list_contacts(&list).await.unwrap();
            found.extend(page.rows.iter().map(|one| one.name.clone()));
            list.after = page.next;
            if list.after.is_none() {
                break;
            }
        }
        assert_eq!(found, wanted, "{within:?}");
        let phoned = reader.contacts_phoned("0600", &within, 40).await.unwrap();
        assert_eq!(phoned.len(), wanted.len(), "{within:?}");
    }
    let store = &store;
    let keys = |within: Within| async move {
        let mut reader = store.read(scope()).await.unwrap();
        let firms = reader.accounts_keyed("A", &within, 9).await.unwrap();
        let cases = reader.cases_keyed("C", &within, 9).await.unwrap();
        let firms: Vec<String> = firms.into_iter().map(|one| one.key).collect();
        [firms, cases.into_iter().map(|one| one.key).collect()]
    };
    assert_eq!(keys(some("Ana", &[])).await, [["A1", "A3"], ["C1", "C3"]]);
    assert_eq!(keys(some("", &["Sud"])).await, [["A2", "A3"], ["C2", "C3"]]);
    assert_eq!(keys(Within::Everybody).await, [["A1", "A2", "A3"], ["C1", "C2", "C3"]]);
    // By the last word of the name too, whatever the case and the accents.
    for (text, wanted) in
        [("37", vec!["Zoé 37"]), ("3", vec!["Zoé 37", "Zoé 38", "Zoé 39"]), ("z", vec![]), ("%", vec![])]
    {
        let found = reader.contacts_worded(text, &some("Ana", &[]), 9).await.unwrap();
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), wanted, "{text}");
    }
    let firms = reader.accounts_worded("a2", &Within::Everybody, 9).await.unwrap();
    assert_eq!(firms.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["A2"], "Société A2");
    assert!(reader.accounts_worded("a2", &some("Ana", &[]), 9).await.unwrap().is_empty());
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
