//! Every code of the word is said in both languages and explained in the documentation.

use atelier_domain::language::{Args, Catalogue, Lang, Refusal};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The codes written in the sources of the word.
fn codes() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/process");
    let mut codes = BTreeSet::new();
    let of = |folder: &Path| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = of(&folder).flat_map(|path| if path.is_dir() { of(&path).collect() } else { vec![path] });
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
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

/// At least one refusal or warning of each code.
fn every_refusal() -> Vec<Refusal> {
    let mut all = crate::faults::every_fault();
    all.extend(crate::levels::every_refusal());
    all.extend(crate::gate::every_refusal());
    all.extend(crate::ways::every_refusal());
    all.extend(crate::conversation::every_refusal());
    all.extend(crate::lint::every_refusal());
    all
}

#[test]
fn every_code_can_be_met_and_none_of_its_values_is_left_out() {
    let met: BTreeSet<_> = every_refusal().iter().map(|refusal| refusal.code.to_owned()).collect();
    assert_eq!(met, codes());
    // A value that the refusal does not carry would show as `{$name}`.
    for refusal in every_refusal() {
        for lang in [Lang::Fr, Lang::En] {
            for sentence in refusal.sentences(Catalogue::of(lang)) {
                assert!(!sentence.contains("{$"), "{}: {sentence}", refusal.code);
            }
        }
    }
}
