//! A proof file in the hands of somebody else, who has the second verifier and a public key.

use super::*;
use crate::proofs::{Checkpoint, Content, Subject};
use atelier_verifier::note::Vkey;
use atelier_verifier::proof::{Said, Shown, Verdict, Wrong, check, check_growth};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// The proof of an object on a sealed store, and the key to check it with.
async fn handed(store: &Store, key: &Key) -> (String, Vkey, String) {
    busy(store).await;
    let note = sealed(store, key).await;
    let object = order("second", 1, "done", "2027-01-05T11:15").id;
    let file = store.read(scope()).await.unwrap().proof_file(&[Subject::Id(object)]).await.unwrap();
    let vkey = key.vkey(&Checkpoint::read(&note).unwrap().origin);
    (file.text, Vkey::read(&vkey).unwrap(), object.to_string())
}

on_each_engine!(a_proof_is_accepted_by_the_second_verifier, async |store: Store| {
    let (text, vkey, object) = handed(&store, &key()).await;
    let Verdict::Same { entries, checkpoint } = check(&text, &vkey, Some(&object)) else {
        panic!("{:?}", check(&text, &vkey, Some(&object)))
    };
    assert_eq!((entries.len(), checkpoint.size), (4, 23));
    assert!(
        entries
            .iter()
            .any(|entry| matches!(&entry.said, Said::Fact { by: Some(by), .. } if by == "léa, affaires.csv"))
    );
    assert!(
        entries
            .iter()
            .any(|entry| matches!(&entry.said, Said::Row { kind, .. } if kind == "execution/order"))
    );
    let mut reader = store.read(scope()).await.unwrap();
    for fact in 1..=5 {
        let file = reader.proof_file(&[Subject::Fact(fact)]).await.unwrap();
        assert!(matches!(check(&file.text, &vkey, None), Verdict::Same { .. }), "fact {fact}");
    }
});

#[test]
fn a_file_that_was_cut_is_never_the_same() {
    on_sqlite(async |store: Store| {
        let (text, vkey, object) = handed(&store, &key()).await;
        for (cut, _) in text.char_indices() {
            assert_eq!(check(&text[..cut], &vkey, Some(&object)), Verdict::Incomplete, "cut at {cut}");
        }
    });
}

#[test]
fn a_changed_byte_is_never_the_same() {
    on_sqlite(async |store: Store| {
        let (text, vkey, object) = handed(&store, &key()).await;
        // One in so many: signatures are slow to check in a debug build.
        let step = if std::env::var_os("ATELIER_SOAK").is_some() { 1 } else { 97 };
        for (round, at) in (0..text.len()).step_by(step).enumerate() {
            if text.as_bytes()[at].is_ascii() {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= [1, 4, 32][round % 3];
                let changed = String::from_utf8(bytes).unwrap();
                let verdict = check(&changed, &vkey, Some(&object));
                assert!(!matches!(verdict, Verdict::Same { .. }), "byte {at}: {verdict:?}");
            }
        }
    });
}

on_each_engine!(a_proof_is_of_its_own_object_only, async |store: Store| {
    let (text, vkey, object) = handed(&store, &key()).await;
    let other = account("A1").id.to_string();
    let about = |text: &str, object: &str| check(text, &vkey, Some(object));
    assert_eq!(about(&text, &other), Verdict::Differs { entry: 0, why: Wrong::Subject });
    let replayed = text.replacen(&object, &other, 1);
    assert_eq!(about(&replayed, &other), Verdict::Differs { entry: 2, why: Wrong::Subject });
    let stranger = Vkey::read(&key().vkey(&vkey_name(&text))).unwrap();
    assert_eq!(check(&text, &stranger, None), Verdict::Differs { entry: 1, why: Wrong::Signature });
    // An entry left out, one said twice, two in the other order.
    let blocks: Vec<&str> = text.split_inclusive("c2sp.org/tlog-proof@v1\n").collect();
    assert_eq!(blocks.len(), 5);
    let fewer = text.replace("entries 4", "entries 3").replace("end 4", "end 3");
    assert_eq!(about(&fewer, &object), Verdict::Differs { entry: 0, why: Wrong::Count });
});

on_each_engine!(what_a_reader_may_not_see_is_proved_by_its_hash_alone, async |store: Store| {
    let (whole, vkey, object) = handed(&store, &key()).await;
    let id = Subject::Id(object.parse().unwrap());
    let mut reader = store.read(scope()).await.unwrap();
    let file = reader
        .proof_file_for(std::slice::from_ref(&id), |one| one != Content::Row("execution/order"))
        .await
        .unwrap();
    let Verdict::Same { entries, .. } = check(&file.text, &vkey, Some(&object)) else {
        panic!("{:?}", check(&file.text, &vkey, Some(&object)))
    };
    let row = |entry: &Shown| match &entry.said {
        Said::Row { kind, payload, .. } => Some((kind.clone(), payload.is_some())),
        Said::Fact { .. } => None,
    };
    let rows: Vec<_> = entries.iter().filter_map(row).collect();
    let hidden = rows.iter().filter(|(_, is_shown)| !is_shown).count();
    assert!(hidden > 0 && file.hidden == hidden as u64, "{rows:?}");
    assert!(rows.iter().all(|(kind, is_shown)| *is_shown == (*kind != "execution/order")), "{rows:?}");
    // Who said it may be kept back as well, or alone.
    let file_of_none = reader.proof_file_for(&[id], |_| false).await.unwrap();
    assert_eq!(file_of_none.hidden, file_of_none.entries);
    let Verdict::Same { entries, .. } = check(&file_of_none.text, &vkey, Some(&object)) else {
        panic!("{:?}", check(&file_of_none.text, &vkey, Some(&object)))
    };
    assert!(
        entries.iter().all(|entry| matches!(
            &entry.said,
            Said::Fact { by: None, .. } | Said::Row { payload: None, .. }
        ))
    );
    // Neither what the row says nor the salt by which it could be guessed is left anywhere in the file.
    let Verdict::Same { entries, .. } = check(&whole, &vkey, None) else { panic!("the whole file holds") };
    let extras = |text: &str| -> Vec<Vec<u8>> {
        let lines = text.lines().filter_map(|line| line.strip_prefix("extra "));
        lines.map(|line| BASE64_STANDARD.decode(line).unwrap()).collect()
    };
    for ((full, kept), entry) in extras(&whole).iter().zip(&extras(&file.text)).zip(&entries) {
        let Said::Row { kind, payload: Some(payload), .. } = &entry.said else { continue };
        if kind == "execution/order" {
            assert_eq!(*kept, full[..full.len() - 32 - payload.len()]);
        }
    }
    // A file whose contents were taken out by somebody else is not what it says it is.
    let line = format!("hidden {hidden}\n");
    let silent = file.text.replacen(&line, "", 1);
    assert_ne!(silent, file.text);
    assert_eq!(check(&silent, &vkey, None), Verdict::Differs { entry: 0, why: Wrong::Count });
    let more = file.text.replacen(&line, &format!("hidden {}\n", hidden + 1), 1);
    assert_eq!(check(&more, &vkey, None), Verdict::Differs { entry: 0, why: Wrong::Count });
});

fn vkey_name(text: &str) -> String {
    text.lines().find(|line| line.starts_with("atelier.ledger/")).unwrap().to_owned()
}

on_each_engine!(the_growth_of_a_ledger_is_checked_by_the_second_verifier, async |store: Store| {
    let key = key();
    let mut held = Vec::new();
    for fact in 0..6 {
        say(&store, "execution/import", &[numbered(fact, 0)]).await;
        held.push(sealed(&store, &key).await);
    }
    let vkey = Vkey::read(&key.vkey(&Checkpoint::read(&held[0]).unwrap().origin)).unwrap();
    for note in &held {
        let old = Checkpoint::read(note).unwrap().size;
        let request = store.read(scope()).await.unwrap().witness_request(old).await.unwrap();
        assert_eq!(check_growth(&request, note, &vkey), Ok((old, 12)));
        let forged = key.sign(&Checkpoint::read(note).unwrap().origin, old, [7; 32]).unwrap();
        assert!(check_growth(&request, &forged.note, &vkey).is_err());
    }
});
