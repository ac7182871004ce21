//! What `docs/promises.md` and `docs/asvs.md` name as proof is in the tree: files, and tests in them.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Pages that name their proofs, between backticks: `folder/file.rs::test`, or a file alone.
const PAGES: [&str; 2] = ["docs/promises.md", "docs/asvs.md"];

/// A fault for each proof that is not there.
pub fn check(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let sources = crate::tidy::files(&root.join("crates"), &["rs"])?;
    let sources: Vec<PathBuf> =
        sources.into_iter().chain(crate::tidy::files(&root.join("xtask"), &["rs"])?).collect();
    for page in PAGES {
        let text = fs::read_to_string(root.join(page)).with_context(|| format!("cannot read {page}"))?;
        for name in quoted(&text) {
            if let Some(fault) = missing(root, &sources, name) {
                faults.push(format!("{page}: {fault}"));
            }
        }
    }
    Ok(())
}

/// What stands between backticks, line by line.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Why a proof is not one; nothing for what names neither a file nor a test.
fn missing(root: &Path, sources: &[PathBuf], name: &str) -> Option<String> {
    let Some((file, test)) = name.split_once(".rs::") else {
        let is_file = name.contains('/') && !name.contains([' ', '<', '{', ':']) && extension(name);
        return (is_file && !root.join(name).exists()).then(|| format!("{name} is not there"));
    };
    let file = format!("{file}.rs");
    let found = sources.iter().filter(|source| source.ends_with(&file));
    let texts: Vec<String> = found.filter_map(|source| fs::read_to_string(source).ok()).collect();
    if texts.is_empty() {
        return Some(format!("{file} is not there"));
    }
    let forms = [format!("fn {test}("), format!("fn {test}<"), format!("!({test},"), format!("=> {test}")];
    let there = texts.iter().any(|text| forms.iter().any(|form| text.contains(form)));
    (!there).then(|| format!("{file} has no {test}"))
}

fn extension(name: &str) -> bool {
    let known = ["rs", "md", "csv", "toml", "json", "ts", "mjs", "svelte", "service", "env", "sql", "run"];
    known.iter().any(|ending| name.ends_with(&format!(".{ending}"))) || name.ends_with("Containerfile")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_that_is_not_there_is_named() {
        let root = crate::run::root();
        let sources = crate::tidy::files(&root.join("xtask"), &["rs"]).unwrap();
        let fault = |name: &str| missing(&root, &sources, name);
        assert_eq!(fault("src/evidence.rs::a_proof_that_is_not_there_is_named"), None);
        assert!(fault("src/evidence.rs::another").is_some() && fault("src/nowhere.rs::check").is_some());
        assert!(fault("docs/nowhere.md").is_some());
        assert_eq!((fault("docs/ledger.md"), fault("cargo xtask soak"), fault("a/b")), (None, None, None));
    }
}
