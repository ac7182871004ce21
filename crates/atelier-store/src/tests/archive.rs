//! The archive apart: gone from what people work with, kept for its own readers, and nothing of it lost.

use super::conversations::{conversation, file, promise, who_said};
use super::fixture::*;
use crate::{Content, Store, StoreError, Target};
use atelier_domain::execution::{
    Channel, Choice, Consent, ContactAim, ErasureReason, Ground, Merge, MergeOf,
};
use atelier_domain::language::ContactId;
use atelier_domain::ledger::FactId;
use jiff::civil::date;
use uuid::Uuid;

const NAME: &str = "Zyglophe Quadrimontagne";
const BYTES: &[u8] = b"rebuts: 4 %";
const GONE: &str = "{\"erased\":true}";

fn by() -> (FactId, &'static str, jiff::Timestamp) {
    (FactId(Uuid::now_v7()), "léa", now())
}

fn no() -> Consent {
    Consent {
        person: who_said(),
        channel: Channel::Mail,
        aim: ContactAim::Prospecting,
        choice: Choice::Objected,
        on: date(2027, 1, 4),
        source: "lettre".to_owned(),
    }
}

/// Somebody with a card, an objection, a conversation, a promise and a file, among others.
async fn known(store: &Store) {
    busy(store).await;
    let cards = [Content::Contact(contact("K17", NAME)), Content::Contact(contact("K2", "Bo Ek"))];
    say(store, "execution/keep-contact", &cards).await;
    say(store, "execution/consent", &[Content::Consent(no())]).await;
    let mut tx = store.begin(scope()).await.unwrap();
    let about = Some(who_said());
    let said = [Content::Conversation(conversation(about)), Content::Promise(promise(about))];
    tx.append(&fact("execution/capture", &said)).await.unwrap();
    let added = file(about, BYTES);
    tx.keep_file_bytes(added.id, BYTES.to_vec()).await.unwrap();
    tx.append(&fact("execution/add-file", &[Content::File(added)])).await.unwrap();
    tx.commit().await.unwrap();
}

async fn archive(store: &Store, who: ContactId) -> Result<(), Vec<&'static str>> {
    let mut tx = store.begin(scope()).await.unwrap();
    let asked = (who, Ground::Contract, date(2027, 1, 5), date(2029, 6, 30));
    match tx.archive_person(asked, by()).await {
        Ok(_) => {
            tx.commit().await.unwrap();
            Ok(())
        }
        Err(StoreError::Refused(refusals)) => Err(codes(&refusals)),
        Err(StoreError::Incident(incident)) => panic!("{incident}"),
    }
}

async fn take_out(store: &Store, who: ContactId) -> Result<(), Vec<&'static str>> {
    let mut tx = store.begin(scope()).await.unwrap();
    match tx.take_out(who, by()).await {
        Ok(_) => {
            tx.commit().await.unwrap();
            Ok(())
        }
        Err(StoreError::Refused(refusals)) => Err(codes(&refusals)),
        Err(StoreError::Incident(incident)) => panic!("{incident}"),
    }
}

async fn holds(store: &Store) {
    let verdict = verified(store).await;
    assert!(verdict.holds(), "{verdict:?}");
    let before = store.digests().await.unwrap();
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before, "made again from the facts");
}

/// Nothing of them where people work; everything for the readers of the archive.
async fn is_apart(store: &Store) {
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.contact(who_said()).await.unwrap(), None);
    assert!(reader.list_contacts(&named("zyg", 9)).await.unwrap().rows.is_empty());
    assert!(reader.consents_of(who_said()).await.unwrap().is_empty());
    assert!(reader.naming(who_said()).await.unwrap().is_empty());
    assert!(!reader.known_payload_hashes().await.unwrap().contains_key(&who_said().0));
    for (kind, id) in [
        ("execution/contact", who_said().0),
        ("execution/consent", no().id()),
        ("execution/conversation", conversation(None).id.0),
        ("execution/file", file(None, BYTES).id.0),
    ] {
        let said = reader.facts_about(kind, id).await.unwrap();
        assert!(!said.is_empty() && said.iter().all(|one| one.payload == GONE), "{kind}");
    }
    let archives = reader.archives().await.unwrap();
    let [there] = archives.as_slice() else { panic!("{archives:?}") };
    assert_eq!((there.person, there.ground, there.until), (who_said(), Ground::Contract, date(2029, 6, 30)));
    assert_eq!(reader.archive(who_said()).await.unwrap().as_ref(), Some(there));
    assert_eq!(reader.archived_contact(who_said()).await.unwrap().unwrap().name, NAME);
    let said = reader.archived_facts(there).await.unwrap();
    assert_eq!(said.len(), 5, "card, objection, conversation, promise, file: {said:?}");
    assert!(said.iter().all(|one| one.payload != GONE));
    assert_eq!(reader.file_bytes(&file(Some(who_said()), BYTES)).await.unwrap(), BYTES);
    assert_eq!(reader.contact(ContactId::of(tenant(), "K2")).await.unwrap().unwrap().name, "Bo Ek");
    assert_eq!(reader.archived_contact(ContactId::of(tenant(), "K2")).await.unwrap(), None);
}

on_each_engine!(somebody_archived_is_found_by_the_readers_of_the_archive_only, async |store: Store| {
    known(&store).await;
    assert_eq!(archive(&store, ContactId::of(tenant(), "K9")).await, Err(vec!["execution/unknown-contact"]));
    archive(&store, who_said()).await.unwrap();
    is_apart(&store).await;
    holds(&store).await;
    is_apart(&store).await;
    assert_eq!(archive(&store, who_said()).await, Err(vec!["execution/unknown-contact"]), "not twice");
    // One alone, and among so many that all keys are read at once.
    let mut many: Vec<Content> =
        (20..90).map(|at| Content::Contact(contact(&format!("K{at}"), "Bo"))).collect();
    many.push(Content::Contact(contact("K17", NAME)));
    for contents in [&many[..], &many[70..]] {
        let mut tx = store.begin(scope()).await.unwrap();
        let Err(StoreError::Refused(refusals)) = tx.append(&fact("execution/keep-contact", contents)).await
        else {
            panic!("brought back")
        };
        assert_eq!(codes(&refusals), ["execution/person-archived"]);
        tx.rollback().await.unwrap();
    }
});

on_each_engine!(taken_out_everything_is_shown_as_before, async |store: Store| {
    known(&store).await;
    let before = store.digests().await.unwrap();
    assert_eq!(take_out(&store, who_said()).await, Err(vec!["execution/not-archived"]));
    archive(&store, who_said()).await.unwrap();
    assert_ne!(store.digests().await.unwrap().content, before.content);
    take_out(&store, who_said()).await.unwrap();
    assert_eq!(store.digests().await.unwrap().content, before.content);
    holds(&store).await;
    assert!(store.read(scope()).await.unwrap().archives().await.unwrap().is_empty());
    assert_eq!(take_out(&store, who_said()).await, Err(vec!["execution/not-archived"]));
    // What is said of them afterwards is sealed under the same key; and they may be archived again.
    let renamed = Content::Contact(contact("K17", "Zyglophe Renommé"));
    say(&store, "execution/keep-contact", &[renamed]).await;
    archive(&store, who_said()).await.unwrap();
    holds(&store).await;
    let card = store.read(scope()).await.unwrap().archived_contact(who_said()).await.unwrap();
    assert_eq!(card.unwrap().name, "Zyglophe Renommé");
});

on_each_engine!(erased_from_the_archive_nothing_is_left, async |store: Store| {
    known(&store).await;
    archive(&store, who_said()).await.unwrap();
    let what = (who_said(), ErasureReason::Retention, date(2029, 6, 30));
    store.erase_person(scope(), what, by()).await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert!(reader.archives().await.unwrap().is_empty());
    assert_eq!(reader.archive(who_said()).await.unwrap(), None);
    assert!(reader.erasure(who_said()).await.unwrap().is_some());
    assert!(reader.file_bytes(&file(Some(who_said()), BYTES)).await.is_err(), "its bytes are gone");
    drop(reader);
    holds(&store).await;
    assert_eq!(take_out(&store, who_said()).await, Err(vec!["execution/not-archived"]));
    let keys = sqlx::query("SELECT 1 FROM archived_keys").fetch_all(store.writing()).await.unwrap();
    assert!(keys.is_empty());
});

on_each_engine!(a_backup_carries_the_archive, async |store: Store| {
    known(&store).await;
    archive(&store, who_said()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    let report = store.backup(&file).await.unwrap();
    let mut targets = vec![Target::Sqlite(folder.path().join("neuf"))];
    targets.extend(postgres().await);
    for target in targets {
        let fresh = Store::open(&target).await.unwrap();
        fresh.restore(&file).await.unwrap();
        assert_eq!(fresh.digests().await.unwrap(), report.digests);
        is_apart(&fresh).await;
        holds(&fresh).await;
        take_out(&fresh, who_said()).await.unwrap();
        assert_eq!(fresh.read(scope()).await.unwrap().contact(who_said()).await.unwrap().unwrap().name, NAME);
    }
});

on_each_engine!(cards_made_one_go_and_come_back_together, async |store: Store| {
    known(&store).await;
    let (gone, kept) = (who_said(), ContactId::of(tenant(), "K2"));
    let merge = Merge { of: MergeOf::Contact, gone: gone.0, kept: kept.0 };
    say(&store, "execution/merge", &[Content::Merge(merge)]).await;
    let before = store.digests().await.unwrap();
    archive(&store, kept).await.unwrap();
    holds(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    let archives = reader.archives().await.unwrap();
    assert_eq!(archives.iter().map(|one| one.person).collect::<Vec<_>>(), [kept], "one card, not two");
    let said = reader.archived_facts(&archives[0]).await.unwrap();
    assert!(said.iter().any(|one| one.payload.contains(NAME)) && said.iter().all(|one| one.payload != GONE));
    drop(reader);
    take_out(&store, kept).await.unwrap();
    assert_eq!(store.digests().await.unwrap().content, before.content);
    holds(&store).await;
    archive(&store, kept).await.unwrap();
    let what = (kept, ErasureReason::Request, date(2027, 2, 1));
    store.erase_person(scope(), what, by()).await.unwrap();
    holds(&store).await;
    let keys = sqlx::query("SELECT 1 FROM archived_keys").fetch_all(store.writing()).await.unwrap();
    assert!(keys.is_empty(), "both are gone");
});
