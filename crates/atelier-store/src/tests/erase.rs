//! What is said of a person is sealed under a key of their own; the end of the key is the end of it.

use super::fixture::*;
use crate::verify::{Difference, How};
use crate::{Content, Store, StoreError, Target};
use atelier_domain::execution::ErasureReason;
use atelier_domain::language::ContactId;
use atelier_domain::ledger::FactId;
use sqlx::Row as _;
use std::path::Path;
use uuid::Uuid;

/// Nothing else in the database or in the program has these letters.
const CANARY: &str = "Zyglophe Quadrimontagne";

fn somebody() -> Content {
    Content::Contact(contact("K1", CANARY))
}

async fn erase(store: &Store, key: &str) -> Result<crate::Erased, Vec<&'static str>> {
    let who = ContactId::of(tenant(), key);
    let what = (who, ErasureReason::Request, "2027-01-05".parse().unwrap());
    store.erase_person(scope(), what, (FactId(Uuid::now_v7()), "léa", now())).await.map_err(|error| {
        match error {
            StoreError::Refused(refusals) => codes(&refusals),
            StoreError::Incident(incident) => panic!("{incident}"),
        }
    })
}

async fn rows_of_facts(store: &Store) -> Vec<String> {
    let mut conn = store.snapshot().await.unwrap();
    let rows = sqlx::query("SELECT payload FROM fact_rows WHERE kind = 'execution/contact' ORDER BY seq, n")
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get(0).unwrap()).collect()
}

async fn holds(store: &Store) {
    let verdict = verified(store).await;
    assert!(verdict.holds(), "{verdict:?}");
}

on_each_engine!(facts_hold_nothing_in_clear_and_are_read_in_clear, async |store: Store| {
    busy(&store).await;
    say(&store, "execution/keep-contact", &[somebody()]).await;
    say(&store, "execution/keep-contact", &[somebody()]).await;
    let kept = rows_of_facts(&store).await;
    assert!(kept.iter().all(|payload| payload.starts_with("{\"sealed\":") && !payload.contains("Zyglophe")));
    assert_ne!(kept[0], kept[1], "the same thing said twice is not seen to be the same");
    let about = somebody().object(tenant());
    let said = store.read(scope()).await.unwrap().facts_about("execution/contact", about).await.unwrap();
    assert!(said.len() == 2 && said.iter().all(|it| it.payload == somebody().payload().unwrap()));
    holds(&store).await;
});

on_each_engine!(an_erased_person_is_gone_and_everything_still_verifies, async |store: Store| {
    busy(&store).await;
    let batch =
        say(&store, "execution/import", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    let before = rows_of_facts(&store).await;
    assert!(erase(&store, "K1").await.unwrap().seq > 0);

    let mut reader = store.read(scope()).await.unwrap();
    let gone = ContactId::of(tenant(), "K1");
    assert_eq!(reader.contact(gone).await.unwrap(), None);
    assert!(reader.list_contacts(&named("zyg", 9)).await.unwrap().rows.is_empty());
    assert_eq!(reader.contacts_of_account(account("A1").id).await.unwrap().len(), 1);
    assert_eq!(reader.erasure(gone).await.unwrap().unwrap().reason, ErasureReason::Request);
    let said = reader.facts_about("execution/contact", gone.0).await.unwrap();
    assert_eq!(said[0].payload, "{\"erased\":true}");
    assert!(!reader.known_payload_hashes().await.unwrap().contains_key(&gone.0));
    drop(reader);
    assert_eq!(rows_of_facts(&store).await, before, "the ledger is as it was");
    holds(&store).await;

    let after = store.digests().await.unwrap();
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), after);
    store.undo(scope(), batch, FactId(Uuid::now_v7()), "léa", now()).await.unwrap();
    holds(&store).await;
    assert!(store.read(scope()).await.unwrap().erasure(gone).await.unwrap().is_some());
});

on_each_engine!(nobody_is_erased_twice_nor_brought_back, async |store: Store| {
    say(&store, "execution/keep-contact", &[somebody()]).await;
    assert_eq!(erase(&store, "K9").await, Err(vec!["execution/unknown-contact"]));
    erase(&store, "K1").await.unwrap();
    let before = store.digests().await.unwrap();
    assert_eq!(erase(&store, "K1").await, Err(vec!["execution/person-erased"]));
    // One alone, and among so many that all keys are read at once.
    let mut many: Vec<Content> =
        (10..90).map(|at| Content::Contact(contact(&format!("K{at}"), "Bo"))).collect();
    many.push(somebody());
    for contents in [&many[..], &[somebody()]] {
        let mut tx = store.begin(scope()).await.unwrap();
        let Err(StoreError::Refused(refusals)) = tx.append(&fact("execution/keep-contact", contents)).await
        else {
            panic!("brought back")
        };
        assert_eq!(codes(&refusals), ["execution/person-erased"]);
        tx.rollback().await.unwrap();
    }
    assert_eq!(store.digests().await.unwrap(), before, "nothing was written");
    say(&store, "execution/keep-contact", &many[..80]).await;
    holds(&store).await;
});

on_each_engine!(a_backup_carries_keys_and_erasures, async |store: Store| {
    busy(&store).await;
    say(&store, "execution/keep-contact", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier");
    store.backup(&earlier).await.unwrap();
    erase(&store, "K1").await.unwrap();
    let file = folder.path().join("later");
    let report = store.backup(&file).await.unwrap();
    let mut targets = vec![Target::Sqlite(folder.path().join("neuf"))];
    targets.extend(postgres().await);
    for target in targets {
        let fresh = Store::open(&target).await.unwrap();
        fresh.restore(&file).await.unwrap();
        assert_eq!(fresh.digests().await.unwrap(), report.digests);
        holds(&fresh).await;
        assert_eq!(
            fresh.read(scope()).await.unwrap().contact(ContactId::of(tenant(), "K1")).await.unwrap(),
            None
        );
        let other = fresh.read(scope()).await.unwrap().contact(ContactId::of(tenant(), "K2")).await.unwrap();
        assert_eq!(other.unwrap().name, "Bo Ek");
    }
    // The limit: an earlier backup holds the key. Erased again, the person is gone again.
    let again = Store::open(&Target::Sqlite(folder.path().join("again"))).await.unwrap();
    again.restore(&earlier).await.unwrap();
    let gone = ContactId::of(tenant(), "K1");
    assert!(again.read(scope()).await.unwrap().contact(gone).await.unwrap().is_some());
    erase(&again, "K1").await.unwrap();
    assert!(again.read(scope()).await.unwrap().contact(gone).await.unwrap().is_none());
});

on_each_engine!(the_same_people_have_the_same_digest_on_both_engines, async |store: Store| {
    say(&store, "execution/keep-contact", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    erase(&store, "K1").await.unwrap();
    // Written down once, the same for both engines.
    let content = store.digests().await.unwrap().content.to_string();
    assert_eq!(content, "35231c360fe0734b88e3046c4ecba294c29a9e60761d50c7bd590170e364ecfb");
});

on_each_engine!(a_key_that_is_lost_or_changed_is_named, async |store: Store| {
    say(&store, "execution/keep-contact", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    let (one, two) = (ContactId::of(tenant(), "K1").to_string(), ContactId::of(tenant(), "K2").to_string());
    let same = "UPDATE person_keys SET key = (SELECT MAX(key) FROM person_keys)";
    let none = "DELETE FROM person_keys";
    for (text, how, count) in [(same, How::Column("key"), 1), (none, How::Missing, 2)] {
        sqlx::query(text).execute(store.writing()).await.unwrap();
        let verdict = verified(&store).await;
        let found = verdict.first.iter().filter(|it| it.table == "person_keys");
        let found: Vec<&Difference> = found.collect();
        assert_eq!(found.len(), count, "{verdict:?}");
        assert!(found.iter().all(|it| [&one, &two].contains(&&it.id) && it.how == how), "{verdict:?}");
    }
});

/// SQLite only: the files themselves are read. Many people, so that pages were split and joined.
#[tokio::test]
async fn no_plain_byte_of_an_erased_person_stays_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    busy(&store).await;
    let people: Vec<Content> =
        (0..400).map(|at| Content::Contact(contact(&format!("K{at}"), &format!("{CANARY} {at}")))).collect();
    say(&store, "execution/import", &people).await;
    let mut renamed = contact("K7", CANARY);
    renamed.function = "Xylostome en chef".to_owned();
    say(&store, "execution/keep-contact", &[Content::Contact(renamed)]).await;
    assert!(plain(folder.path(), "Zyglophe") && plain(folder.path(), "Xylostome"));
    for at in 0..400 {
        assert!(erase(&store, &format!("K{at}")).await.unwrap().log_emptied);
    }
    for text in ["Zyglophe", "zyglophe", "Xylostome", "@client.example"] {
        assert!(!plain(folder.path(), text), "{text} is still there");
    }
    holds(&store).await;
}

/// Whether a file of the folder holds these bytes.
fn plain(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

on_each_engine!(what_people_agreed_to_is_sealed_too_and_goes_with_them, async |store: Store| {
    use atelier_domain::execution::{Channel, Choice, Consent, ContactAim};
    busy(&store).await;
    say(&store, "execution/keep-contact", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    let said = |key: &str, channel, choice| Consent {
        person: ContactId::of(tenant(), key),
        channel,
        aim: ContactAim::Prospecting,
        choice,
        on: "2027-01-04".parse().unwrap(),
        source: "dit par Zyglophe au salon".to_owned(),
    };
    let first = said("K1", Channel::Mail, Choice::Agreed);
    let later = said("K1", Channel::Mail, Choice::Objected);
    let other = said("K2", Channel::Post, Choice::Objected);
    for one in [&first, &later, &other] {
        say(&store, "execution/consent", &[Content::Consent(one.clone())]).await;
    }
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.consents_of(first.person).await.unwrap(), std::slice::from_ref(&later));
    let history = reader.facts_about("execution/consent", first.id()).await.unwrap();
    assert_eq!(history.len(), 2);
    assert!(history[0].payload.contains("Zyglophe"));
    drop(reader);
    holds(&store).await;
    erase(&store, "K1").await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.consents().await.unwrap(), [other]);
    assert_eq!(
        reader.facts_about("execution/consent", first.id()).await.unwrap()[0].payload,
        "{\"erased\":true}"
    );
    drop(reader);
    holds(&store).await;
    let before = store.digests().await.unwrap();
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.append(&fact("execution/consent", &[Content::Consent(later)])).await.is_err());
});

on_each_engine!(the_question_whether_somebody_stays_goes_with_them, async |store: Store| {
    use atelier_domain::execution::{Asking, Channel};
    busy(&store).await;
    say(&store, "execution/keep-contact", &[somebody(), Content::Contact(contact("K2", "Bo Ek"))]).await;
    let asking = |key: &str, on: &str| Asking {
        person: ContactId::of(tenant(), key),
        on: on.parse().unwrap(),
        channel: Channel::Mail,
    };
    let (first, again, other) =
        (asking("K1", "2027-01-04"), asking("K1", "2030-02-01"), asking("K2", "2027-01-05"));
    for one in [first, again, other] {
        say(&store, "execution/ask-to-stay", &[Content::Asking(one)]).await;
    }
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.asking(first.person).await.unwrap(), Some(again), "the last one counts");
    let history = reader.facts_about("execution/asking", first.person.0).await.unwrap();
    assert!(history.len() == 2 && history[0].payload.contains("2027-01-04"), "{history:?}");
    drop(reader);
    holds(&store).await;
    erase(&store, "K1").await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.askings().await.unwrap(), [other]);
    let history = reader.facts_about("execution/asking", first.person.0).await.unwrap();
    assert_eq!(history[0].payload, "{\"erased\":true}");
    drop(reader);
    holds(&store).await;
});

on_each_engine!(answers_and_jobs_that_show_somebody_are_forgotten, async |store: Store| {
    say(&store, "execution/keep-contact", &[somebody()]).await;
    let (company, person) = (tenant().to_string(), ContactId::of(tenant(), "K1").to_string());
    for (text, body) in [
        ("INSERT INTO answers VALUES ($1, 'u', $2, 'x', 200, NULL, $2, 0)", &person),
        ("INSERT INTO answers VALUES ($1, 'u', $2, 'x', 200, NULL, $2, 0)", &"another".to_owned()),
    ] {
        sqlx::query(text).bind(company.clone()).bind(body.clone()).execute(store.writing()).await.unwrap();
    }
    erase(&store, "K1").await.unwrap();
    let left = sqlx::query("SELECT body FROM answers").fetch_all(store.writing()).await.unwrap();
    assert_eq!(left.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>(), ["another"]);
});

on_each_engine!(the_consultation_of_the_council_is_a_fact, async |store: Store| {
    use atelier_domain::controls::Gate;
    assert_eq!(store.read(scope()).await.unwrap().gate().await.unwrap(), None);
    let gate = |day: &str| Gate { consulted_on: day.parse().unwrap(), proof: "PV".to_owned() };
    say(&store, "controls/record-gate", &[Content::Gate(gate("2027-01-02"))]).await;
    say(&store, "controls/record-gate", &[Content::Gate(gate("2027-01-03"))]).await;
    assert_eq!(store.read(scope()).await.unwrap().gate().await.unwrap(), Some(gate("2027-01-03")));
    holds(&store).await;
});
