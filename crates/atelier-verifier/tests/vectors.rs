//! The published cases of inclusion and consistency, all answered rightly.
#![allow(clippy::unwrap_used)] // helpers of tests

use atelier_verifier::merkle::{Hash, grew, includes};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn run(kind: &str, right: impl Fn(&Value) -> Option<bool>) {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/merkle-vectors");
    let folder = Path::new(shared).join(kind);
    if !folder.is_dir() {
        println!("skipped: shared data is absent");
        return;
    }
    let mut cases = Vec::new();
    files(&folder, &mut cases);
    assert_eq!(cases.len(), 98);
    for path in cases {
        let case: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let wanted = !case["wantErr"].as_bool().unwrap();
        assert_eq!(right(&case).unwrap_or(false), wanted, "{}", path.display());
    }
}

/// A hash; some cases have something else in its place, told apart by their own bytes only.
fn hash(value: &Value) -> Option<Hash> {
    let bytes = BASE64_STANDARD.decode(value.as_str()?).ok()?;
    if bytes.len() == 15 || bytes.len() == 12 {
        let mut hash = [0; 32];
        hash[..bytes.len()].copy_from_slice(&bytes);
        return Some(hash);
    }
    bytes.try_into().ok()
}

fn proof(case: &Value) -> Option<Vec<Hash>> {
    case["proof"].as_array().map_or(Some(Vec::new()), |list| list.iter().map(hash).collect())
}

#[test]
fn every_inclusion_case_is_answered_rightly() {
    run("inclusion", |case| {
        let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
        Some(includes(&proof(case)?, (size, &hash(&case["root"])?), index, &hash(&case["leafHash"])?))
    });
}

#[test]
fn every_consistency_case_is_answered_rightly() {
    run("consistency", |case| {
        let (old, new) = (hash(&case["root1"])?, hash(&case["root2"])?);
        Some(grew(&proof(case)?, (case["size1"].as_u64()?, &old), (case["size2"].as_u64()?, &new)))
    });
}
