//! `soak contract`: schemathesis makes requests from the served document, as people of several roles.

use super::house::{House, Server};
use super::options::{Options, fresh};
use crate::run::{self as chore, target};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version whose options are used here.
const TOOL: &str = "schemathesis==4.32.5";

/// Operations that answer 401 to whoever does not know a password, key or not: the two steps of signing in.
const DOORS: usize = 2;

/// Slower than what the server lets one caller ask.
const PACE: &str = "45/s";

/// Who asks; the last one has no key.
const ROLES: [&str; 9] = [
    "admin@metrios.example",
    "direction@metrios.example",
    "ventes@metrios.example",
    "audit@metrios.example",
    "nord@metrios.example",
    "camille@metrios.example",
    "finance@metrios.example",
    "conformite@metrios.example",
    "",
];

/// Who asks in the short form.
const FEW: [&str; 3] = ["direction@metrios.example", "camille@metrios.example", ""];

/// Requests made from examples, from the edges of the document and at random.
const WHOLE: &str = "examples,coverage,fuzzing";

/// No failure of the server, no answer outside the document.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance,response_headers_conformance";

/// Runs it.
///
/// # Errors
/// The first role under which the contract is broken.
pub fn run(options: &Options) -> Result<()> {
    let cases = options.count.unwrap_or(20_000) as usize;
    let made = asked(&tool()?, options, (&ROLES, WHOLE, cases))?;
    ensure!(made >= cases, "{made} cases of {cases}");
    Ok(())
}

/// One request at random to each operation as few roles: whether it was tried. Without Python it is not.
///
/// # Errors
/// The first role under which the contract is broken.
pub fn short(options: &Options) -> Result<bool> {
    match tool() {
        Ok(tool) => asked(&tool, options, (&FEW, "fuzzing", 1)).map(|_| true),
        Err(error) => {
            println!("soak contract: skipped, {TOOL} cannot be installed: {error:#}");
            Ok(false)
        }
    }
}

/// How many cases were made, of how many wanted at least, by whom, from what.
fn asked(tool: &Path, options: &Options, (roles, phases, cases): (&[&str], &str, usize)) -> Result<usize> {
    let folder = fresh("contract")?;
    let house = House::furnished(options.program()?, folder.join("house"), None)?;
    let document = folder.join("openapi.json");
    std::fs::write(&document, house.ok(&["openapi"])?)?;
    let operations = operations(&document)?;
    let each = cases.div_ceil(operations * roles.len()).max(1);
    let mut made = 0;
    for role in roles {
        // A role may end its own session or key: each has a server of its own, and keys of its own.
        let server = house.serve()?;
        made += ask(tool, &document, &server, role, (phases, each, options.seed))?;
        server.kill()?;
        house.verify()?;
    }
    println!("{made} contract cases on {operations} operations, {} roles: 0 failures", roles.len());
    Ok(made)
}

fn operations(document: &Path) -> Result<usize> {
    let text = std::fs::read_to_string(document)?;
    let document: serde_json::Value = serde_json::from_str(&text)?;
    let paths = document["paths"].as_object().context("a document without paths")?;
    let methods = ["get", "put", "post", "patch", "delete"];
    Ok(paths.values().map(|path| methods.iter().filter(|method| path.get(method).is_some()).count()).sum())
}

fn ask(
    tool: &Path,
    document: &Path,
    server: &Server,
    role: &str,
    (phases, each, seed): (&str, usize, u64),
) -> Result<usize> {
    let mut command = Command::new(tool);
    command.arg("run").arg(document).args(["--url", &format!("http://localhost:{}", server.port)]);
    command.args(["--checks", CHECKS, "--phases", phases, "--mode", "all"]);
    command.args([
        "--max-examples",
        &each.to_string(),
        "--seed",
        &seed.to_string(),
        "--no-color",
        "--rate-limit",
        PACE,
    ]);
    command.current_dir(target());
    if !role.is_empty() {
        command.args(["-H", &format!("Authorization: {}", server.somebody(role)?.key())]);
        // They would end the very key: nobody asks for them instead.
        command.args(["--exclude-operation-id", "signOut", "--exclude-operation-id", "withdrawToken"]);
        // An answer without end: its journeys and the tests of the board read it.
        command.args(["--exclude-operation-id", "followBoard"]);
    }
    let (passed, lines) = chore::lines(&mut command)?;
    ensure!(passed, "the contract is broken for {}", if role.is_empty() { "nobody" } else { role });
    let shut = lines.iter().filter_map(|line| shut_in(line)).max().unwrap_or(0);
    ensure!(role.is_empty() || shut <= DOORS, "the key of {role} did not open {shut} operations");
    Ok(lines.iter().filter_map(|line| cases_in(line)).max().unwrap_or(0))
}

/// `1234 generated, 1234 passed`.
fn cases_in(line: &str) -> Option<usize> {
    let before = line.split(" generated").next().filter(|before| before.len() < line.len())?;
    before.rsplit(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// `401 Unauthorized (2 operations):` operations that never let anybody in.
fn shut_in(line: &str) -> Option<usize> {
    line.trim_start().strip_prefix("401 Unauthorized (")?.split(' ').next()?.parse().ok()
}

/// The tool, in a place of its own under the build folder.
fn tool() -> Result<PathBuf> {
    let home = target().join("soak-tools");
    let program = home.join("bin/schemathesis");
    if !program.exists() {
        chore::show(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        chore::show(Command::new(home.join("bin/pip")).args(["install", "--quiet", TOOL]))?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_counted_from_what_the_tool_says() {
        assert_eq!(cases_in("  ✅ 1234 generated, 1234 passed"), Some(1_234));
        assert_eq!(cases_in("nothing"), None);
        assert_eq!((shut_in("401 Unauthorized (2 operations):"), shut_in("401")), (Some(2), None));
    }
}
