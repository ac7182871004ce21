//! Every code of the import has its sentences in both languages and its paragraph.

use super::project;
use atelier_domain::language::{Args, Catalogue, Lang};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Codes written in the sources under `folder`.
fn codes_under(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_under(&path, codes);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            codes.extend(text.split('"').filter(|part| is_code(part)).map(str::to_owned));
        }
    }
}

fn is_code(text: &str) -> bool {
    let rest = text.strip_prefix("import/").unwrap_or("");
    !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

#[test]
fn every_code_is_said_in_both_languages_and_explained() {
    let mut codes = BTreeSet::new();
    for folder in ["crates/atelier-domain/src/execution/import", "crates/atelier-server/src"] {
        codes_under(&project(folder), &mut codes);
    }
    assert!(codes.len() > 30, "{codes:?}");
    let page = fs::read_to_string(project("docs/errors/import.md")).unwrap();
    let explained: BTreeSet<String> =
        page.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect();
    assert_eq!(codes, explained);
    for words in [Lang::Fr, Lang::En].map(Catalogue::of) {
        for id in codes.iter().map(|code| code.replace('/', "-")) {
            assert!(words.has(&id), "{id}");
            for part in ["why", "remedy"] {
                assert_ne!(words.attribute(&id, part, &Args::new()), format!("{id}.{part}"));
            }
        }
    }
}
