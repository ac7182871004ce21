//! What others hold stays good: the root after a restore, the key on disk, the bytes of an entry.

use super::*;
use crate::proofs::Checkpoint;
use crate::{StoreError, Target};
use std::fs;

on_each_engine!(a_restore_gives_the_same_root_on_either_engine, async |store: Store| {
    let key = key();
    crowd(&store, 20, 520).await;
    let held = sealed(&store, &key).await;
    say(&store, "execution/import", &[numbered(0, 0)]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let mut targets = vec![Target::Sqlite(folder.path().join("neuf"))];
    targets.extend(postgres().await);
    for target in targets {
        let fresh = Store::open(&target).await.unwrap();
        assert!(fresh.restore(&file).await.unwrap().same_trees);
        let again = Checkpoint::read(&sealed(&fresh, &key).await).unwrap();
        assert_eq!(again, Checkpoint::read(&sealed(&store, &key).await).unwrap());
        assert!(checked(&fresh, &key, std::slice::from_ref(&held)).await.holds());
    }
});

on_each_engine!(a_backup_of_changed_facts_is_restored_and_said_to_differ, async |store: Store| {
    let key = key();
    crowd(&store, 5, 10).await;
    sealed(&store, &key).await;
    change::unlock(&store).await;
    change::run(&store, "UPDATE facts SET actor = 'Zoé' WHERE seq = 3").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let fresh = Store::open(&Target::Sqlite(folder.path().join("neuf"))).await.unwrap();
    assert!(!fresh.restore(&file).await.unwrap().same_trees);
});

#[test]
fn a_key_file_is_private_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ledger.key");
    assert!(Key::open(&file).unwrap().is_none());
    let made = Key::open_or_make(&file).unwrap();
    assert_eq!(Key::open_or_make(&file).unwrap().vkey("a/b"), made.vkey("a/b"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    fs::write(&file, "nonsense").unwrap();
    let Err(StoreError::Refused(refusals)) = Key::open_or_make(&file) else { panic!("a key of nonsense") };
    assert_eq!(codes(&refusals), ["ledger/key-unreadable"]);
}

#[test]
fn a_checkpoint_is_signed_for_its_own_tree() {
    let (key, other) = (key(), key());
    let signed = key.sign("atelier.ledger/1", 7, [5; 32]).unwrap();
    let read = Checkpoint::read(&signed.note).unwrap();
    assert_eq!(read, signed);
    assert!(read.signed_by(&key.vkey("atelier.ledger/1")));
    assert!(!read.signed_by(&other.vkey("atelier.ledger/1")));
    assert!(!read.signed_by(&key.vkey("atelier.ledger/2")));
    assert!(!read.signed_by("nonsense"));
    let forged = Checkpoint::read(&signed.note.replacen("\n7\n", "\n8\n", 1)).unwrap();
    assert!(!forged.signed_by(&key.vkey("atelier.ledger/1")));
}

/// Written down once: were it to change, every proof handed out would be worth nothing.
#[test]
fn the_bytes_of_an_entry_never_change() {
    assert_eq!(
        crate::proofs::sample_leaves(),
        [
            "13918489a87061deaa5e2c66f34b26eca4b0b02f3be42e06ec27db7d4ca0f736",
            "0631311c42125733322add2c2dda82bdd32b737cba238825b3088dcf5b538fd9",
        ]
    );
}
