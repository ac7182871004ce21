//! What the compiler does not hold: arrows between crates and words, languages complete, refusals explained.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A crate may use those that stand after it.
const CRATES: [&str; 4] = ["atelier-server", "atelier-store", "atelier-domain", "atelier-planner"];

/// A word of the domain may use those that stand after it.
const WORDS: [&str; 9] = [
    "controls",
    "incentives",
    "insight",
    "partners",
    "execution",
    "planning",
    "process",
    "ledger",
    "language",
];

/// Every fault is printed; one is enough to fail.
pub fn check(root: &Path) -> Result<()> {
    let mut faults = Vec::new();
    crate_arrows(root, &mut faults)?;
    word_arrows(root, &mut faults)?;
    languages(root, &mut faults)?;
    french(root, &mut faults)?;
    refusals(root, &mut faults)?;
    scopes(root, &mut faults)?;
    clients(root, &mut faults)?;
    texts(root, &mut faults)?;
    crate::evidence::check(root, &mut faults)?;
    for fault in &faults {
        println!("tidy: {fault}");
    }
    if !faults.is_empty() {
        bail!("{} fault(s) of order", faults.len());
    }
    println!("tidy: in order");
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn crate_arrows(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    for (rank, name) in CRATES.iter().enumerate() {
        let manifest: toml::Table = read(&root.join("crates").join(name).join("Cargo.toml"))?.parse()?;
        let uses = manifest.get("dependencies").and_then(toml::Value::as_table);
        for (used, how) in uses.into_iter().flatten() {
            if CRATES.iter().position(|other| other == used).is_some_and(|other| other <= rank) {
                faults.push(format!("{name} uses {used}: the arrow runs back"));
            }
            // What only its own program needs is optional: the library goes without.
            let optional = how.get("optional").and_then(toml::Value::as_bool).unwrap_or(false);
            if *name == "atelier-planner" && used != "thiserror" && !optional {
                faults.push(format!("the planner uses {used}: it should stand alone"));
            }
        }
    }
    let verifier: toml::Table = read(&root.join("crates/atelier-verifier/Cargo.toml"))?.parse()?;
    let uses = verifier.get("dependencies").and_then(toml::Value::as_table);
    for used in uses.into_iter().flat_map(toml::Table::keys).filter(|used| used.starts_with("atelier-")) {
        faults.push(format!("the verifier uses {used}: it checks the others, so it stands alone"));
    }
    let web: toml::Table = read(&root.join("crates/atelier-web/Cargo.toml"))?.parse()?;
    if web.get("dependencies").and_then(toml::Value::as_table).is_some_and(|uses| !uses.is_empty()) {
        faults.push("atelier-web has a dependency: it only carries the built interface".into());
    }
    Ok(())
}

fn word_arrows(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let domain = root.join("crates/atelier-domain/src");
    for file in files(&domain, &["rs"])? {
        let inside = file.strip_prefix(&domain)?;
        let first = inside.iter().next().map(|part| part.to_string_lossy().replace(".rs", ""));
        let Some(rank) = first.and_then(|word| WORDS.iter().position(|other| *other == word)) else {
            continue;
        };
        let text = read(&file)?;
        for (index, line) in text.lines().enumerate() {
            for (other, word) in WORDS.iter().enumerate() {
                if other < rank && line.contains(&format!("crate::{word}")) {
                    faults.push(format!(
                        "{}:{}: {} uses {word}: the arrow runs back",
                        inside.display(),
                        index + 1,
                        WORDS[rank]
                    ));
                }
            }
        }
    }
    Ok(())
}

/// Keys of the messages of a file, attributes as `key.attribute`.
fn keys(text: &str) -> BTreeSet<String> {
    let mut message = String::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let Some((key, _)) = line.split_once('=') else { continue };
        let key = key.trim_end();
        if let Some(attribute) = key.trim_start().strip_prefix('.') {
            found.insert(format!("{message}.{attribute}"));
        } else if key.starts_with(|first: char| first.is_ascii_alphabetic())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        {
            key.clone_into(&mut message);
            found.insert(message.clone());
        }
    }
    found
}

fn languages(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let list = |lang: &str| -> Result<Vec<PathBuf>> { files(&root.join("locales").join(lang), &["ftl"]) };
    let mut seen = BTreeSet::new();
    for french in list("fr")? {
        let name = french.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let english = root.join("locales/en").join(&name);
        let (fr, en) = (keys(&read(&french)?), keys(&fs::read_to_string(&english).unwrap_or_default()));
        for key in fr.symmetric_difference(&en) {
            faults.push(format!("{name}: {key} is in one language only"));
        }
        for key in fr.iter().filter(|key| !key.contains('.')) {
            if !seen.insert(key.clone()) {
                faults.push(format!("{name}: {key} stands in two files"));
            }
        }
    }
    if list("en")?.len() != list("fr")?.len() {
        faults.push("locales/fr and locales/en do not hold the same files".into());
    }
    Ok(())
}

/// French sentences keep to one typography: `’`, and a narrow no-break space (U+202F) before `: ; ? !`
/// and inside `« »`.
fn french(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    for file in files(&root.join("locales/fr"), &["ftl"])? {
        for (index, line) in read(&file)?.lines().enumerate() {
            if let Some(fault) = typography(line) {
                faults.push(format!("{}:{}: {fault}", file.display(), index + 1));
            }
        }
    }
    Ok(())
}

/// The first fault of typography of a line of a French file; its comments are free.
fn typography(line: &str) -> Option<String> {
    if line.starts_with('#') {
        return None;
    }
    if line.contains('\'') {
        return Some("a straight apostrophe, ’ is wanted".into());
    }
    let spaced = [" :", " ;", " ?", " !", "« ", " »"].into_iter().find(|pair| line.contains(pair));
    spaced.map(|pair| format!("\"{pair}\" with an ordinary space, U+202F is wanted"))
}

/// Every code given to `Refusal::new` has its three sentences and its paragraph.
fn refusals(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let mut codes = BTreeSet::new();
    for file in files(&root.join("crates"), &["rs"])? {
        for part in read(&file)?.split("Refusal::new(").skip(1) {
            if let Some(code) = part.trim_start().strip_prefix('"').and_then(|text| text.split('"').next()) {
                codes.insert(code.to_owned());
            }
        }
    }
    let mut messages = BTreeSet::new();
    for file in files(&root.join("locales/fr"), &["ftl"])? {
        messages.append(&mut keys(&read(&file)?));
    }
    let mut pages = read(&root.join("docs/errors.md"))?;
    for page in files(&root.join("docs/errors"), &["md"])? {
        pages.push_str(&read(&page)?);
    }
    for code in codes {
        let id = code.replace('/', "-");
        for wanted in [id.clone(), format!("{id}.why"), format!("{id}.remedy")] {
            if !messages.contains(&wanted) {
                faults.push(format!("{code}: no message {wanted}"));
            }
        }
        if !pages.contains(&format!("## {code}\n")) {
            faults.push(format!("{code}: no paragraph in docs/errors"));
        }
    }
    Ok(())
}

/// Where a scope of a company is made: by rights, and where the whole installation is kept.
const SCOPES: [&str; 6] = [
    "atelier-server/src/rights/office.rs",
    "atelier-server/src/jobs/clock.rs",
    "atelier-server/src/cli/keep.rs",
    "atelier-server/src/cli/proof.rs",
    "atelier-store/src/restore.rs",
    "atelier-store/src/queries/market.rs",
];

/// A request reaches its own company only: scopes are made in few places, and no handler lists companies.
fn scopes(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    for folder in ["crates/atelier-server/src", "crates/atelier-store/src"] {
        for file in files(&root.join(folder), &["rs"])? {
            let shown = file.display().to_string();
            let text = read(&file)?;
            let tests = shown.contains("/tests/");
            if text.contains("Scope::of_company(")
                && !tests
                && !SCOPES.iter().any(|known| shown.ends_with(known))
            {
                faults.push(format!("{shown}: makes a scope of a company"));
            }
            if shown.contains("/src/http/")
                && [".offices(", "app.office(", ".tenants("].iter().any(|door| text.contains(door))
            {
                faults.push(format!("{shown}: a handler reaches companies past its access"));
            }
        }
    }
    Ok(())
}

/// Everything asked of others over HTTP goes through the guarded client: no other one is used.
fn clients(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let clients = ["hyper::client", "hyper_util::client", "reqwest", "ureq::", "isahc", "TcpStream::connect"];
    for file in files(&root.join("crates"), &["rs"])? {
        let shown = file.display().to_string();
        if shown.contains("/tests/") || shown.contains("/src/outbound/") {
            continue;
        }
        let text = read(&file)?;
        for client in clients.iter().filter(|client| text.contains(*client)) {
            faults.push(format!("{shown}: {client} goes out past the guarded client"));
        }
    }
    let manifests = files(&root.join("crates"), &["toml"])?;
    for manifest in manifests.into_iter().chain([root.join("Cargo.toml")]) {
        for client in ["reqwest", "ureq", "isahc", "curl", "attohttpc"] {
            if read(&manifest)?.lines().any(|line| line.starts_with(client)) {
                faults.push(format!("{}: {client} goes out past the guarded client", manifest.display()));
            }
        }
    }
    Ok(())
}

/// SQL is never put together from values, and nothing names a machine or a registry.
fn texts(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let registries =
        [["crates", ".io"], ["registry.npmjs", ".org"], ["pypi", ".org"], ["deb.debian", ".org"]];
    for folder in ["crates", "xtask", "web/src", "docs", "locales", "examples"] {
        for file in files(&root.join(folder), &["rs", "ts", "svelte", "md", "ftl", "toml", "css", "mjs"])? {
            let text = read(&file)?;
            for (index, line) in text.lines().enumerate() {
                let sql = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "];
                if line.contains("format!(\"") && sql.iter().any(|word| line.contains(word)) {
                    faults.push(format!("{}:{}: SQL built by formatting", file.display(), index + 1));
                }
                if registries.iter().any(|name| line.contains(&name.concat())) {
                    faults.push(format!("{}:{}: names a registry", file.display(), index + 1));
                }
            }
        }
    }
    Ok(())
}

/// Files under a folder that end so, sorted.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "node_modules" && name != "target") {
                found.append(&mut files(&path, extensions)?);
            }
        } else if path.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_in_order() {
        check(&crate::run::root()).unwrap();
    }

    #[test]
    fn french_typography_is_held() {
        for wrong in
            ["a = L'étape", "    .why = Quoi ?", "a = Détail : { $x }", "a = « { $x }\u{202f}»", "  x »."]
        {
            assert!(typography(wrong).is_some(), "{wrong}");
        }
        let right = [
            "# L'étape : non",
            "a = L’étape «\u{202f}{ $x }\u{202f}»\u{202f}: oui",
            "    .why = Port 80:90.",
        ];
        assert!(right.iter().all(|line| typography(line).is_none()));
    }

    #[test]
    fn keys_and_attributes_are_found() {
        let found = keys("a-b = x\n    .why = y\n# c = z\n  more text = no\n");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a-b", "a-b.why"]);
    }
}
