//! Every code of the word is said in both languages and explained in the documentation.

use atelier_domain::language::{Args, Catalogue, Lang};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The codes written in the sources of the word.
fn codes() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/process");
    let mut codes = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let written = text.split("\"process/").skip(1).filter_map(|rest| rest.split('"').next());
        codes.extend(written.map(|code| format!("process/{code}")));
    }
    codes
}

#[test]
fn every_code_is_said_in_both_languages() {
    assert!(codes().len() >= 60, "the sources were not found");
    for lang in [Lang::Fr, Lang::En] {
        let words = Catalogue::of(lang);
        for code in codes() {
            let id = code.replace('/', "-");
            assert!(words.has(&id), "{code} is missing in {lang:?}");
            for attribute in ["why", "remedy"] {
                let sentence = words.attribute(&id, attribute, &Args::new());
                assert_ne!(sentence, format!("{id}.{attribute}"), "{code} has no {attribute} in {lang:?}");
            }
        }
    }
}

#[test]
fn the_page_of_errors_has_a_paragraph_for_each_code_and_no_other() {
    let page = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors/process.md");
    let text = std::fs::read_to_string(page).unwrap();
    let titles: BTreeSet<_> =
        text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect();
    assert_eq!(titles, codes());
}

#[test]
fn no_value_of_a_sentence_is_left_out() {
    // A value that the refusal does not carry would show as `{$name}`.
    for refused in crate::faults::every_fault() {
        for lang in [Lang::Fr, Lang::En] {
            for sentence in refused.sentences(Catalogue::of(lang)) {
                assert!(!sentence.contains("{$"), "{}: {sentence}", refused.code);
            }
        }
    }
}
