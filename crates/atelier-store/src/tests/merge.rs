//! Two made one: everything is found under the one that stays, and is as before once that is undone.

use super::fixture::*;
use crate::{Content, Store, StoreError, Within};
use atelier_domain::execution::{
    Change, Channel, Choice, Consent, ContactAim, Conversation, ErasureReason, Merge, MergeOf, Promise,
    PromiseState, Side,
};
use atelier_domain::language::{AccountId, CaseId, ContactId, ConversationId, OrderId, PromiseId};
use atelier_domain::ledger::FactId;
use jiff::civil::date;
use uuid::Uuid;

fn firm(key: &str) -> AccountId {
    AccountId::of(tenant(), key)
}

fn who(key: &str) -> ContactId {
    ContactId::of(tenant(), key)
}

fn firms(gone: &str, kept: &str) -> Merge {
    Merge { of: MergeOf::Account, gone: firm(gone).0, kept: firm(kept).0 }
}

fn cards(gone: &str, kept: &str) -> Merge {
    Merge { of: MergeOf::Contact, gone: who(gone).0, kept: who(kept).0 }
}

fn met(key: &str, person: ContactId) -> Conversation {
    Conversation {
        id: ConversationId::of(tenant(), key),
        order: OrderId::of(tenant(), key),
        case: Some(CaseId::of(tenant(), "C1")),
        account: Some(firm("A1")),
        person: Some(person),
        process: "conquete".to_owned(),
        step: "visite".to_owned(),
        operation: "meet".to_owned(),
        sellers: vec!["camille".to_owned()],
        captured_us: 0,
        entry_seconds: None,
        channel: None,
        held_on: date(2027, 1, 4),
        change: Change::Progress,
        goal: "moins de rebuts".to_owned(),
        note: String::new(),
        next_on: None,
        evidence: None,
        files: Vec::new(),
        by: "camille".to_owned(),
    }
}

fn promised(key: &str, person: ContactId) -> Promise {
    Promise {
        id: PromiseId::of(tenant(), key),
        conversation: ConversationId::of(tenant(), key),
        order: OrderId::of(tenant(), key),
        case: None,
        account: Some(firm("A1")),
        person: Some(person),
        sellers: vec!["camille".to_owned()],
        side: Side::Theirs,
        what: "les chiffres".to_owned(),
        made_on: date(2027, 1, 4),
        due_on: None,
        state: PromiseState::Open,
        settled_on: None,
        reason: String::new(),
    }
}

fn said(key: &str, channel: Channel, choice: Choice) -> Content {
    let (person, aim, on) = (who(key), ContactAim::Prospecting, date(2027, 1, 4));
    Content::Consent(Consent { person, channel, aim, choice, on, source: "lettre".to_owned() })
}

/// What is shown is what the facts give, and what they give when it is made again.
async fn holds(store: &Store) {
    let verdict = verified(store).await;
    assert!(verdict.holds(), "{verdict:?}");
    let live = store.digests().await.unwrap();
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), live);
    assert!(verified(store).await.holds());
}

async fn unmerge(store: &Store, merge: Merge) {
    let mut tx = store.begin(scope()).await.unwrap();
    tx.unmerge(merge, (FactId(Uuid::now_v7()), "léa", now())).await.unwrap();
    tx.commit().await.unwrap();
}

async fn busy_market(store: &Store) {
    busy(store).await;
    let mut daughter = account("A3");
    daughter.parent = Some(firm("A1"));
    let mut mother = account("A2");
    mother.parent = Some(firm("A1"));
    let all = [
        Content::Account(daughter),
        Content::Account(mother),
        Content::Contact(contact("K1", "Zoé Ek")),
        Content::Contact(contact("K2", "Zoe Ek")),
        Content::Conversation(met("m1", who("K1"))),
        Content::Promise(promised("m1", who("K1"))),
        said("K1", Channel::Mail, Choice::Objected),
        said("K1", Channel::Visit, Choice::Agreed),
        said("K2", Channel::Mail, Choice::Agreed),
    ];
    say(store, "execution/import", &all).await;
}

on_each_engine!(a_firm_is_found_under_the_one_that_stays_until_that_is_undone, async |store: Store| {
    busy_market(&store).await;
    let before = store.digests().await.unwrap();
    let merge = firms("A1", "A2");
    let mut renamed = account("A2");
    renamed.sector = "eau".to_owned();
    say(&store, "execution/merge", &[Content::Merge(merge), Content::Account(renamed.clone())]).await;

    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.account(firm("A1")).await.unwrap(), None);
    assert_eq!(reader.account(firm("A2")).await.unwrap(), Some(renamed), "and it is not its own mother");
    assert_eq!(reader.account(firm("A3")).await.unwrap().unwrap().parent, Some(firm("A2")));
    assert_eq!(reader.case(case("C1").id).await.unwrap().unwrap().account, Some(firm("A2")));
    assert_eq!(reader.contacts_of_account(firm("A2")).await.unwrap().len(), 2);
    assert_eq!(reader.conversations_at_account(firm("A2")).await.unwrap()[0].account, Some(firm("A2")));
    assert_eq!(reader.promises_at_account(firm("A2")).await.unwrap().len(), 1);
    assert!(reader.conversations_at_account(firm("A1")).await.unwrap().is_empty());
    assert!(reader.accounts_keyed("A1", &Within::Everybody, 9).await.unwrap().is_empty());
    assert_eq!(reader.account_now(firm("A1")).await.unwrap().unwrap().id, firm("A2"));
    assert_eq!(reader.merged_into(firm("A2").0).await.unwrap(), [merge]);
    drop(reader);
    holds(&store).await;

    unmerge(&store, merge).await;
    assert_eq!(store.digests().await.unwrap().content, before.content, "all is as before");
    assert_eq!(store.read(scope()).await.unwrap().merge_of(firm("A1").0).await.unwrap(), None);
    holds(&store).await;

    // Merged again, the other way round.
    say(&store, "execution/merge", &[Content::Merge(firms("A2", "A1"))]).await;
    holds(&store).await;
    unmerge(&store, firms("A2", "A1")).await;
    assert_eq!(store.digests().await.unwrap().content, before.content);
});

on_each_engine!(what_was_there_comes_back_and_what_was_added_stays, async |store: Store| {
    busy_market(&store).await;
    let merge = firms("A1", "A2");
    say(&store, "execution/merge", &[Content::Merge(merge)]).await;
    let mut read = store.read(scope()).await.unwrap().case(case("C1").id).await.unwrap().unwrap();
    read.stage = "Closing".to_owned();
    let mut new = case("C9");
    new.account = Some(firm("A2"));
    say(&store, "execution/change-case", &[Content::Case(read)]).await;
    say(&store, "execution/add-case", &[Content::Case(new)]).await;
    unmerge(&store, merge).await;
    let mut reader = store.read(scope()).await.unwrap();
    let changed = reader.case(case("C1").id).await.unwrap().unwrap();
    assert_eq!((changed.stage.as_str(), changed.account), ("Closing", Some(firm("A1"))));
    assert_eq!(reader.case(case("C9").id).await.unwrap().unwrap().account, Some(firm("A2")));
    drop(reader);
    holds(&store).await;
});

on_each_engine!(an_old_key_lands_on_the_one_that_stays, async |store: Store| {
    busy_market(&store).await;
    let merge = firms("A1", "A2");
    say(&store, "execution/merge", &[Content::Merge(merge)]).await;
    let known = store.read(scope()).await.unwrap().known_payload_hashes().await.unwrap();
    for content in [Content::Account(account("A1")), Content::Case(case("C1"))] {
        let hash = crate::payload_hash(&content.payload().unwrap());
        assert_eq!(known.get(&content.object(tenant())), Some(&hash), "the same export says nothing new");
    }
    let mut renamed = account("A1");
    renamed.name = "Nouveau nom".to_owned();
    let batch =
        say(&store, "execution/import", &[Content::Account(renamed.clone()), Content::Case(case("C7"))])
            .await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.account(firm("A1")).await.unwrap(), None);
    assert_eq!(reader.account(firm("A2")).await.unwrap().unwrap().name, "Société A2");
    assert_eq!(reader.case(case("C7").id).await.unwrap().unwrap().account, Some(firm("A2")));
    drop(reader);
    holds(&store).await;
    // The import is undone beside the merge, then the merge.
    store.undo(scope(), batch, FactId(Uuid::now_v7()), "léa", now()).await.unwrap();
    holds(&store).await;
    unmerge(&store, merge).await;
    assert_eq!(store.read(scope()).await.unwrap().account(firm("A1")).await.unwrap(), Some(account("A1")));
    holds(&store).await;
});

on_each_engine!(an_import_that_a_merge_rests_on_is_not_undone, async |store: Store| {
    busy(&store).await;
    for (key, merge) in [("A8", firms("A2", "A8")), ("A9", firms("A9", "A2"))] {
        let batch = say(&store, "execution/import", &[Content::Account(account(key))]).await;
        say(&store, "execution/merge", &[Content::Merge(merge)]).await;
        let id = FactId(Uuid::now_v7());
        match store.undo(scope(), batch, id, "léa", now()).await {
            Err(StoreError::Refused(refusals)) => assert_eq!(codes(&refusals), ["ledger/batch-merged"]),
            other => panic!("{other:?}"),
        }
        unmerge(&store, merge).await;
        store.undo(scope(), batch, id, "léa", now()).await.unwrap();
        holds(&store).await;
    }
});

on_each_engine!(a_card_is_found_under_the_one_that_stays_and_is_erased_with_it, async |store: Store| {
    busy_market(&store).await;
    let before = store.digests().await.unwrap();
    let merge = cards("K1", "K2");
    let no = said("K2", Channel::Mail, Choice::Objected);
    let yes = said("K2", Channel::Visit, Choice::Agreed);
    say(&store, "execution/merge", &[Content::Merge(merge), no, yes]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.contact(who("K1")).await.unwrap(), None);
    assert_eq!(reader.contact_now(who("K1")).await.unwrap().unwrap().id, who("K2"));
    assert_eq!(reader.list_contacts(&named("zoe", 9)).await.unwrap().rows.len(), 1);
    let held = reader.conversation_at(ConversationId::of(tenant(), "m1")).await.unwrap().unwrap().0;
    assert_eq!(held.person, Some(who("K2")));
    let consents = reader.consents_of(who("K2")).await.unwrap();
    let mail = consents.iter().find(|one| one.channel == Channel::Mail).unwrap();
    assert_eq!((consents.len(), mail.choice), (2, Choice::Objected));
    assert!(reader.consents_of(who("K1")).await.unwrap().is_empty());
    drop(reader);
    holds(&store).await;
    unmerge(&store, merge).await;
    assert_eq!(store.digests().await.unwrap().content, before.content);
    holds(&store).await;

    say(&store, "execution/merge", &[Content::Merge(merge)]).await;
    let on = date(2027, 1, 5);
    let by = |id| (FactId(id), "léa", now());
    match store.erase_person(scope(), (who("K1"), ErasureReason::Request, on), by(Uuid::now_v7())).await {
        Err(StoreError::Refused(refusals)) => assert_eq!(codes(&refusals), ["execution/merged"]),
        other => panic!("{other:?}"),
    }
    store.erase_person(scope(), (who("K2"), ErasureReason::Request, on), by(Uuid::now_v7())).await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert!(reader.conversation_at(ConversationId::of(tenant(), "m1")).await.unwrap().is_none());
    for (key, kind) in [("K1", "execution/contact"), ("K2", "execution/contact")] {
        let about = reader.facts_about(kind, who(key).0).await.unwrap();
        assert!(about.iter().all(|one| one.payload == "{\"erased\":true}"), "{key}");
        assert!(reader.erasure(who(key)).await.unwrap().is_some(), "{key}");
    }
    drop(reader);
    holds(&store).await;
});
