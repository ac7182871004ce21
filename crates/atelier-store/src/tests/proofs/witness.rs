//! A witness cosigns what only grows, and nothing else.

use super::*;
use crate::proofs::{Answer, Checkpoint, Submission, Witness};

on_each_engine!(a_witness_cosigns_what_only_grows, async |store: Store| {
    let key = key();
    say(&store, "execution/import", &[numbered(0, 0)]).await;
    let first = Checkpoint::read(&sealed(&store, &key).await).unwrap();
    let request = async |old| {
        let body = store.read(scope()).await.unwrap().witness_request(old).await.unwrap();
        Submission::read(&body).unwrap()
    };
    let trees = vec![key.vkey(&first.origin)];
    let witness = Witness { key: Key::new().unwrap(), name: "w/1".to_owned(), trees };
    let (from_nothing, now) = (request(0).await, 1_798_765_432);
    let Answer::Cosigned(line) = witness.answer(&from_nothing, None, now) else { panic!("not cosigned") };
    assert!(line.starts_with("— w/1 ") && line.ends_with('\n'));
    // The line makes a note with the checkpoint, whose own signature still holds.
    let both = Checkpoint::read(&(first.note.clone() + &line)).unwrap();
    assert!(both.signed_by(&key.vkey(&first.origin)));

    say(&store, "execution/import", &[numbered(1, 0), numbered(1, 1)]).await;
    let second = Checkpoint::read(&sealed(&store, &key).await).unwrap();
    let grown = request(2).await;
    assert!(matches!(witness.answer(&grown, Some(&first), now), Answer::Cosigned(_)));
    // Again, from where it now is.
    assert!(matches!(witness.answer(&request(5).await, Some(&second), now), Answer::Cosigned(_)));
    assert_eq!(witness.answer(&from_nothing, Some(&second), now), Answer::Stale(5));
    assert_eq!(witness.answer(&grown, Some(&second), now), Answer::Stale(5));

    let signed = |size, root| key.sign(&first.origin, size, root).unwrap();
    let forked = Submission { old: 5, proof: Vec::new(), checkpoint: signed(5, [1; 32]) };
    assert_eq!(witness.answer(&forked, Some(&second), now), Answer::Forked(5));
    let rewritten = Submission { checkpoint: signed(5, [1; 32]), ..grown.clone() };
    assert_eq!(witness.answer(&rewritten, Some(&first), now), Answer::Inconsistent);
    let smaller = Submission { old: 5, proof: Vec::new(), checkpoint: signed(2, first.root) };
    assert_eq!(witness.answer(&smaller, Some(&second), now), Answer::Malformed);
    let unasked = Submission { old: 0, proof: vec![[0; 32]], checkpoint: first.clone() };
    assert_eq!(witness.answer(&unasked, None, now), Answer::Inconsistent);
    let strange = Submission {
        checkpoint: Key::new().unwrap().sign(&first.origin, 2, first.root).unwrap(),
        ..from_nothing.clone()
    };
    assert_eq!(witness.answer(&strange, None, now), Answer::Unsigned);
    let other =
        Submission { checkpoint: key.sign("atelier.ledger/0", 2, first.root).unwrap(), ..from_nothing };
    assert_eq!(witness.answer(&other, None, now), Answer::Unknown);
});

#[test]
fn a_submission_that_does_not_read_is_malformed() {
    let signed = Key::new().unwrap().sign("a", 3, [9; 32]).unwrap().note;
    assert!(Submission::read(&format!("old 0\n\n{signed}")).is_some());
    let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    assert_eq!(Submission::read(&format!("old 1\n{hash}\n{signed}")).unwrap().proof.len(), 1);
    assert!(Submission::read(&format!("old 1\n{}\n{signed}", hash.repeat(63))).is_some());
    for wrong in [
        format!("old 1\n{}\n{signed}", hash.repeat(64)),
        format!("old 01\n\n{signed}"),
        format!("old -1\n\n{signed}"),
        format!("0\n\n{signed}"),
        format!("old 1\nabc\n\n{signed}"),
        "old 0\n\nnonsense".to_owned(),
        String::new(),
    ] {
        assert!(Submission::read(&wrong).is_none(), "{wrong}");
    }
}
