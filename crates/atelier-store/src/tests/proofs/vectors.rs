//! The published cases of inclusion and consistency, all answered rightly.

use crate::proofs::{check_consistency, check_inclusion};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use std::path::{Path, PathBuf};

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/merkle-vectors");

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Runs every case of a kind; none may be answered wrongly.
fn run(kind: &str, count: usize, right: impl Fn(&Value) -> bool) {
    let folder = Path::new(SHARED).join(kind);
    if !folder.is_dir() {
        println!("skipped: shared data is absent");
        return;
    }
    let mut cases = Vec::new();
    files(&folder, &mut cases);
    assert_eq!(cases.len(), count);
    for path in cases {
        let case: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let wanted = !case["wantErr"].as_bool().unwrap();
        assert_eq!(right(&case), wanted, "{}", path.display());
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    value.as_str().map(|text| BASE64_STANDARD.decode(text).unwrap()).unwrap_or_default()
}

fn proof(case: &Value) -> Vec<Vec<u8>> {
    case["proof"].as_array().map(|list| list.iter().map(bytes).collect()).unwrap_or_default()
}

#[test]
fn every_inclusion_case_is_answered_rightly() {
    run("inclusion", 98, |case| {
        let (index, size) = (case["leafIdx"].as_u64().unwrap(), case["treeSize"].as_u64().unwrap());
        check_inclusion(&proof(case), size, &bytes(&case["root"]), index, &bytes(&case["leafHash"]))
    });
}

#[test]
fn every_consistency_case_is_answered_rightly() {
    run("consistency", 98, |case| {
        let side = |size: &str, root: &str| (case[size].as_u64().unwrap(), bytes(&case[root]));
        let (old, new) = (side("size1", "root1"), side("size2", "root2"));
        check_consistency(&proof(case), (old.0, &old.1), (new.0, &new.1))
    });
}
