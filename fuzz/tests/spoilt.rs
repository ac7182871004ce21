//! Each reader gets its sound examples and hundreds of spoilt ones, the same ones every time.

use atelier_fuzz::READERS;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

/// How many spoilt examples each reader gets.
const SPOILT: usize = 300;

/// A change of some bytes of an example: where, how many go, what comes.
type Change = (prop::sample::Index, usize, Vec<u8>);

fn change() -> impl Strategy<Value = Change> {
    let telling: [&[u8]; 14] = [
        b"\n",
        b"\"",
        b"=",
        b"[",
        b"]]",
        b";",
        b"\0",
        b"-1",
        b"0",
        b"99999999999999999999",
        b"1e309",
        b"\xff\xfe",
        b"\xc3\xa9",
        b"\n\n",
    ];
    let put = prop_oneof![
        prop::sample::select(telling.to_vec()).prop_map(<[u8]>::to_vec),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    (any::<prop::sample::Index>(), 0..24_usize, put)
}

#[test]
fn every_reader_answers_whatever_it_is_given() {
    let mut runner = TestRunner::deterministic();
    let changes = (any::<prop::sample::Index>(), prop::collection::vec(change(), 1..5));
    for reader in READERS {
        let seeds = (reader.seeds)();
        assert!(!seeds.is_empty(), "{} has no example", reader.name);
        for seed in &seeds {
            (reader.read)(seed);
        }
        (reader.read)(b"");
        for _ in 0..SPOILT {
            let drawn = changes.new_tree(&mut runner).unwrap_or_else(|why| panic!("{why}")).current();
            let mut bytes = drawn.0.get(&seeds).clone();
            for (at, gone, put) in drawn.1 {
                let from = at.index(bytes.len() + 1);
                let to = (from + gone).min(bytes.len());
                bytes.splice(from..to, put);
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let read = std::panic::catch_unwind(|| (reader.read)(&bytes));
            assert!(read.is_ok(), "{} fell over:\n{text}", reader.name);
        }
    }
}
