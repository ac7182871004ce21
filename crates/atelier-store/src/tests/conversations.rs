//! Conversations, promises, files and work put off: said, shown, undone, erased, carried by a backup.

use super::fixture::*;
use crate::{Content, Store, StoredOrder, Target, sha256};
use atelier_domain::execution::{
    Aside, Change, Conversation, Deferral, ErasureReason, EvidenceFile, OrderGiven, Promise, PromiseState,
    Put, Reminded, Reminder, Side,
};
use atelier_domain::language::{AccountId, CaseId, ContactId, ConversationId, FileId, OrderId, PromiseId};
use atelier_domain::ledger::FactId;
use jiff::civil::date;
use sqlx::Row as _;
use uuid::Uuid;

pub(super) fn who_said() -> ContactId {
    ContactId::of(tenant(), "K17")
}

fn order_id() -> OrderId {
    OrderId::of(tenant(), "o-1")
}

pub(super) fn conversation(about: Option<ContactId>) -> Conversation {
    Conversation {
        id: ConversationId::of(tenant(), "x"),
        order: order_id(),
        case: Some(CaseId::of(tenant(), "C1")),
        account: Some(AccountId::of(tenant(), "A1")),
        person: about,
        process: "new-customers".to_owned(),
        step: "use".to_owned(),
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

pub(super) fn promise(about: Option<ContactId>) -> Promise {
    Promise {
        id: PromiseId::of(tenant(), "p"),
        conversation: ConversationId::of(tenant(), "x"),
        order: order_id(),
        case: Some(CaseId::of(tenant(), "C1")),
        account: Some(AccountId::of(tenant(), "A1")),
        person: about,
        sellers: vec!["camille".to_owned()],
        side: Side::Theirs,
        what: "les chiffres de rebuts".to_owned(),
        made_on: date(2027, 1, 4),
        due_on: Some(date(2027, 1, 8)),
        state: PromiseState::Open,
        settled_on: None,
        reason: String::new(),
    }
}

pub(super) fn file(about: Option<ContactId>, bytes: &[u8]) -> EvidenceFile {
    EvidenceFile {
        id: FileId::of(tenant(), "f"),
        order: order_id(),
        case: None,
        account: Some(AccountId::of(tenant(), "A1")),
        person: about,
        name: "rebuts.txt".to_owned(),
        media: "text/plain".to_owned(),
        bytes: bytes.len() as i64,
        sha256: sha256(bytes),
        added_us: 0,
        by: "camille".to_owned(),
        removed: false,
    }
}

fn work(state: &str) -> StoredOrder {
    StoredOrder {
        id: order_id().0,
        plan_version: 1,
        scope: "company".to_owned(),
        case: Some(CaseId::of(tenant(), "C1").0),
        people: vec!["camille".to_owned()],
        state: state.to_owned(),
        start: Some("2027-01-04T09:00:00".to_owned()),
        end: Some("2027-01-04T10:00:00".to_owned()),
        due: None,
        payload: "{}".to_owned(),
    }
}

async fn add_file(store: &Store, file: &EvidenceFile, bytes: &[u8]) {
    let mut tx = store.begin(scope()).await.unwrap();
    tx.keep_file_bytes(file.id, bytes.to_vec()).await.unwrap();
    tx.append(&fact("execution/add-file", &[Content::File(file.clone())])).await.unwrap();
    tx.commit().await.unwrap();
}

on_each_engine!(
    what_came_from_somebody_is_the_last_conversation_and_the_promises_they_kept,
    async |store: Store| {
        say(&store, "execution/keep-contact", &[Content::Contact(contact("K17", "Ada Pick"))]).await;
        let who = Some(who_said());
        let earlier = Conversation {
            id: ConversationId::of(tenant(), "w"),
            held_on: date(2026, 11, 2),
            ..conversation(who)
        };
        let nobody = Conversation { id: ConversationId::of(tenant(), "n"), ..conversation(None) };
        let talks = [earlier, conversation(who), nobody].map(Content::Conversation);
        say(&store, "execution/capture", &talks).await;
        let kept = |id: &str, side, day| Promise {
            id: PromiseId::of(tenant(), id),
            side,
            state: PromiseState::Kept,
            settled_on: Some(day),
            ..promise(who)
        };
        let (theirs, ours) =
            (kept("t", Side::Theirs, date(2027, 2, 1)), kept("o", Side::Ours, date(2027, 3, 1)));
        say(&store, "execution/settle", &[promise(who), theirs, ours].map(Content::Promise)).await;
        let mut reader = store.read(scope()).await.unwrap();
        assert_eq!(reader.last_met().await.unwrap(), [(who_said(), date(2027, 1, 4))]);
        assert_eq!(reader.promises_they_kept().await.unwrap(), [(who_said(), date(2027, 2, 1))]);
    }
);

async fn payloads(store: &Store) -> Vec<String> {
    let mut conn = store.snapshot().await.unwrap();
    let rows = sqlx::query(
        "SELECT payload FROM fact_rows WHERE kind IN ('execution/conversation', 'execution/promise', 'execution/file')",
    );
    let rows = rows.fetch_all(&mut *conn).await.unwrap();
    rows.iter().map(|row| row.try_get(0).unwrap()).collect()
}

async fn sound(store: &Store) {
    let verdict = verified(store).await;
    assert!(verdict.holds(), "{verdict:?}");
    let before = store.digests().await.unwrap();
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
}

on_each_engine!(what_was_said_is_found_by_order_case_firm_and_day, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    say(
        &store,
        "execution/capture",
        &[Content::Conversation(conversation(None)), Content::Promise(promise(None))],
    )
    .await;
    let mut reader = store.read(scope()).await.unwrap();
    let (case, account) = (CaseId::of(tenant(), "C1"), AccountId::of(tenant(), "A1"));
    assert_eq!(reader.conversation_of_order(order_id()).await.unwrap(), Some(conversation(None)));
    assert_eq!(reader.conversations_of_case(case).await.unwrap(), [conversation(None)]);
    assert_eq!(reader.conversations_at_account(account).await.unwrap().len(), 1);
    assert_eq!(reader.conversations_since(date(2027, 1, 5)).await.unwrap(), []);
    assert_eq!(reader.conversations_since(date(2027, 1, 4)).await.unwrap().len(), 1);
    assert_eq!(reader.promises_open().await.unwrap(), [promise(None)]);
    drop(reader);
    let kept = Promise { state: PromiseState::Kept, settled_on: Some(date(2027, 1, 6)), ..promise(None) };
    say(&store, "execution/settle", &[Content::Promise(kept.clone())]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.promises_open().await.unwrap(), []);
    assert_eq!(reader.promises_at_account(account).await.unwrap(), [kept]);
    drop(reader);
    sound(&store).await;
});

on_each_engine!(what_a_person_said_goes_with_them_and_so_do_files_about_them, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    say(&store, "execution/add-contact", &[Content::Contact(contact("K17", "Élodie Martin"))]).await;
    let who = Some(who_said());
    let said = [Content::Conversation(conversation(who)), Content::Promise(promise(who))];
    say(&store, "execution/capture", &said).await;
    add_file(&store, &file(who, b"carnet"), b"carnet").await;
    let mut reader = store.read(scope()).await.unwrap();
    for (kind, id) in [
        ("execution/conversation", conversation(who).id.0),
        ("execution/promise", promise(who).id.0),
        ("execution/file", file(who, b"").id.0),
    ] {
        let told = reader.facts_about(kind, id).await.unwrap();
        assert_eq!(told.len(), 1, "{kind}");
    }
    assert_eq!(reader.file_bytes(&file(who, b"carnet")).await.unwrap(), b"carnet");
    drop(reader);
    let kept = payloads(&store).await;
    assert!(kept.len() == 3 && kept.iter().all(|one| one.starts_with("{\"sealed\":")), "{kept:?}");
    sound(&store).await;
    let asked = (who_said(), ErasureReason::Request, date(2027, 1, 5));
    store.erase_person(scope(), asked, (FactId(Uuid::now_v7()), "inès", now())).await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.conversation_of_order(order_id()).await.unwrap(), None);
    assert_eq!(reader.promises_open().await.unwrap(), []);
    assert_eq!(reader.files_of_order(order_id()).await.unwrap(), []);
    assert!(reader.file_bytes(&file(who, b"carnet")).await.is_err(), "the bytes are gone");
    drop(reader);
    sound(&store).await;
});

on_each_engine!(a_capture_undone_leaves_what_was_before_and_too_late_is_refused, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    say(&store, "planning/publish", &[Content::Order(work("planned"))]).await;
    let capture = [
        Content::Declared(work("done")),
        Content::Conversation(conversation(None)),
        Content::Promise(promise(None)),
    ];
    let undo = async || {
        let mut tx = store.begin(scope()).await.unwrap();
        let (held, seq) = tx.conversation_at(conversation(None).id).await.unwrap().unwrap();
        let by = (FactId(Uuid::now_v7()), "camille", now());
        let undone = tx.undo_capture((&held, seq), "company", by).await;
        if undone.is_ok() {
            tx.commit().await.unwrap();
        }
        undone
    };
    say(&store, "execution/capture", &capture).await;
    undo().await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.order(order_id().0).await.unwrap(), Some(work("planned")));
    assert_eq!(reader.conversation_of_order(order_id()).await.unwrap(), None);
    assert_eq!(reader.promises_open().await.unwrap(), []);
    drop(reader);
    sound(&store).await;
    // Captured again, then a promise of it is settled.
    say(&store, "execution/capture", &capture).await;
    let kept = Promise { state: PromiseState::Kept, ..promise(None) };
    say(&store, "execution/settle", &[Content::Promise(kept)]).await;
    match undo().await {
        Err(crate::StoreError::Refused(refused)) => {
            assert_eq!(codes(&refused), ["execution/too-late-to-undo"]);
        }
        other => panic!("{other:?}"),
    }
    sound(&store).await;
});

on_each_engine!(work_put_off_is_found_by_who_has_it_until_it_is_taken_back, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    say(&store, "planning/publish", &[Content::Order(work("planned"))]).await;
    let put = |put| Deferral {
        of: OrderGiven { order: order_id(), case: None },
        put,
        until: Some(date(2027, 1, 14)),
        reason: "en congé".to_owned(),
        said_on: date(2027, 1, 4),
        by: "camille".to_owned(),
    };
    say(&store, "execution/defer", &[Content::Deferral(put(Put::Postponed))]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.deferrals_of("camille").await.unwrap(), [put(Put::Postponed)]);
    assert_eq!(reader.deferrals_of("nadia").await.unwrap(), []);
    assert_eq!(reader.deferrals_until().await.unwrap().len(), 1);
    drop(reader);
    say(&store, "execution/defer", &[Content::Deferral(put(Put::Withdrawn))]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.deferrals_of("camille").await.unwrap(), []);
    drop(reader);
    sound(&store).await;
});

on_each_engine!(what_is_put_aside_is_found_by_whom_it_was_suggested_to, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let about = Reminder::Promise(PromiseId::of(tenant(), "p"));
    let aside = |put| Aside {
        of: Reminded {
            about,
            seller: Some("camille".to_owned()),
            case: None,
            account: None,
            day: Some(date(2027, 1, 14)),
        },
        put,
        until: None,
        reason: "il rappelle".to_owned(),
        said_on: date(2027, 1, 4),
        by: "camille".to_owned(),
    };
    say(&store, "execution/put-aside", &[Content::Aside(aside(Put::Refused))]).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.asides_of("camille").await.unwrap(), [aside(Put::Refused)]);
    assert_eq!(reader.asides_of("nadia").await.unwrap(), []);
    assert_eq!(reader.aside_at(about.id()).await.unwrap().unwrap().0, aside(Put::Refused));
    drop(reader);
    say(&store, "execution/take-aside-back", &[Content::Aside(aside(Put::Withdrawn))]).await;
    assert_eq!(store.read(scope()).await.unwrap().asides_of("camille").await.unwrap(), []);
    sound(&store).await;
});

#[test]
fn what_is_put_off_reads_back_and_is_told_in_the_words_it_was_written_in() {
    let id = "0190b6f4-5e2a-8c1d-9b3e-2f4a6c8e0d12";
    let put =
        r#""put":"postponed","until":"2027-01-14","reason":"congé","said_on":"2027-01-04","by":"camille"}"#;
    let order = format!(r#"{{"order":"{id}","case":null,{put}"#);
    let seller = r#""seller":"camille","case":null,"account":null,"day":"2027-01-14""#;
    let suggestion = format!(r#"{{"about":{{"promise":"{id}"}},{seller},{put}"#);
    for (kind, text) in [(crate::content::DEFERRAL, order), (crate::content::ASIDE, suggestion)] {
        assert_eq!(Content::read(kind, id, &text).unwrap().payload().unwrap(), text);
    }
}

on_each_engine!(a_backup_carries_the_bytes_of_files, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let bytes: Vec<u8> = (0..=255_u8).cycle().take(70_000).collect();
    add_file(&store, &file(None, &bytes), &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("b.atelier");
    store.backup(&backup).await.unwrap();
    let other = Store::open(&Target::Sqlite(folder.path().join("other"))).await.unwrap();
    other.restore(&backup).await.unwrap();
    let mut reader = other.read(scope()).await.unwrap();
    let (found, _) = reader.file_at(file(None, &bytes).id).await.unwrap().unwrap();
    assert_eq!(reader.file_bytes(&found).await.unwrap(), bytes);
    drop(reader);
    // Taken away, its bytes are gone; that there was one is still said.
    let removed = EvidenceFile { removed: true, ..file(None, &bytes) };
    say(&other, "execution/remove-file", &[Content::File(removed)]).await;
    let mut reader = other.read(scope()).await.unwrap();
    assert_eq!(reader.files_of_order(order_id()).await.unwrap(), []);
    assert!(reader.file_bytes(&found).await.is_err());
});
