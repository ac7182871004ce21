//! Every message that the program names exists in both languages, and every message of the program is named.

use crate::project;
use atelier_domain::language::{Catalogue, Lang};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Families whose ids are put together at run time.
const MADE: [&str; 4] = ["cli-", "table-", "column-", "app-"];

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Every text literal of the program.
fn literals() -> BTreeSet<String> {
    let mut text = String::new();
    sources(&project("crates/atelier-server/src"), &mut text);
    text.split('"').map(str::to_owned).collect()
}

fn is_id(text: &str) -> bool {
    let families = ["cli-", "table-", "column-", "app/", "execution-", "import-", "import/"];
    families.iter().any(|start| text.starts_with(start) && text.len() > start.len())
        && text.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '/')
        && !text.ends_with('-')
}

#[test]
fn every_message_named_by_the_program_exists_in_both_languages() {
    for id in literals().iter().filter(|text| is_id(text)) {
        for lang in [Lang::Fr, Lang::En] {
            assert!(Catalogue::of(lang).has(&id.replace('/', "-")), "{id} in {lang:?}");
        }
    }
}

#[test]
fn no_message_is_left_unused() {
    let literals = literals();
    let args = taken();
    let ftl = fs::read_to_string(project("locales/en/app.ftl")).unwrap();
    let ids = ftl.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    let ids = ids.filter(|id| MADE.iter().any(|start| id.starts_with(start)));
    let used = |id: &str| {
        let tail = |start: &str| id.strip_prefix(start).map(|tail| tail.replace('-', "_"));
        let arg = tail("cli-arg-")
            .is_some_and(|name| args.contains(&name) || args.contains(&name.replace('_', "-")));
        let column = tail("column-").is_some_and(|name| literals.contains(&name));
        let table = id.strip_prefix("table-").is_some_and(|name| literals.contains(name));
        literals.contains(id) || literals.contains(&id.replacen("app-", "app/", 1)) || arg || column || table
    };
    let commands = commands();
    let unused: Vec<&str> = ids.filter(|id| !used(id) && !commands.contains(*id)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// The sources of the command line that say what a word takes.
fn taken() -> String {
    let folder = project("crates/atelier-server/src/cli");
    let folders = [folder.clone(), folder.join("plan")].map(|one| fs::read_dir(one).unwrap());
    let files =
        folders.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files
        .map(|path| fs::read_to_string(path).unwrap())
        .filter(|text| text.contains("#[arg(") || text.contains("Arg::new("))
        .collect()
}

/// `cli-plan-make` and the others, from the sentences of the help.
fn commands() -> BTreeSet<String> {
    let program = crate::Program::on(crate::Engine::Sqlite).unwrap();
    let mut found = BTreeSet::from(["cli".to_owned()]);
    let mut line: Vec<Vec<String>> = vec![Vec::new()];
    while let Some(path) = line.pop() {
        let mut asked: Vec<&str> = path.iter().map(String::as_str).collect();
        asked.push("--help");
        let help = program.ok(&asked);
        let listed = help.split("Commands:").nth(1).and_then(|rest| rest.split("Options:").next());
        for name in listed.unwrap_or_default().lines().filter_map(|line| line.split_whitespace().next()) {
            let below: Vec<String> = path.iter().cloned().chain([name.to_owned()]).collect();
            found.insert(format!("cli-{}", below.join("-")));
            line.push(below);
        }
    }
    found
}
