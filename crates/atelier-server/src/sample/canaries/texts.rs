//! The company, its sheets with the canaries in them, and its plan.

use super::{canary, marked, team};
use crate::fault::Fault;
use crate::rights::Office;
use crate::sample::{self, TODAY, metrios};
use crate::workbench::{Act, Aimed, KEPT, Pursuit, Workbench, made, span_of_years};
use atelier_domain::language::Currency;
use atelier_domain::ledger::Purpose;
use atelier_store::{Company, Content};

/// Founds the company, keeps its sheets and publishes a plan of the quarter.
pub(super) async fn found(bench: &Workbench, code: &str, name: &str, act: &Act<'_>) -> Result<Office, Fault> {
    let company = Company {
        code: code.to_owned(),
        name: marked(code, "company", name),
        currency: Currency::EUR,
        zone: "Europe/Paris".to_owned(),
    };
    let office = bench.found(company, act).await?;
    bench.say(&office, KEPT, Purpose::Performance, act, sheets(code, act)?).await?;
    let shop = bench.shop(&office, span_of_years(TODAY, None), false).await?;
    let plan = made(&shop, &Aimed::default(), TODAY, &Pursuit::default())?;
    bench.publish(&office, &plan, act).await?;
    Ok(office)
}

/// The sheets of Métrios, in which every shown text says whose it is.
fn sheets(company: &str, act: &Act<'_>) -> Result<Vec<Content>, Fault> {
    let sample = metrios();
    let processes = sample.processes.iter().map(|text| every_language(company, text));
    sample::sheets(workshop(company, &sample.workshop), processes, act)
}

/// Names of people carry the canary of the person, teams that of the team, all else the company's.
fn workshop(company: &str, text: &str) -> String {
    let mut code = "";
    let lines = text.lines().map(|line| {
        code = quoted(line, "code").unwrap_or(code);
        match (quoted(line, "name"), quoted(line, "team")) {
            (Some(name), _) => format!("name = \"{}\"\n", marked(company, code, name)),
            (_, Some(name)) => format!("team = \"{}\"\n", team(company, name)),
            _ => every_language(company, line) + "\n",
        }
    });
    lines.collect()
}

/// What a line gives to a field, when it gives it a plain text.
fn quoted<'a>(line: &'a str, field: &str) -> Option<&'a str> {
    line.strip_prefix(field)?.strip_prefix(" = \"")?.strip_suffix('"')
}

/// Texts in two languages, each with the canary of the company first.
fn every_language(company: &str, text: &str) -> String {
    let canary = canary(company, "company");
    ["{ fr = \"", ", en = \""]
        .iter()
        .fold(text.to_owned(), |text, opening| text.replace(opening, &format!("{opening}{canary} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shown_text_of_the_sheets_has_a_canary() {
        let act = Act { actor: "test", now: jiff::Timestamp::UNIX_EPOCH, source: "test" };
        for content in sheets("north", &act).unwrap() {
            let Content::Sheet(sheet) = content else { panic!("a sheet") };
            for line in sheet.text.lines().filter(|line| !line.starts_with('#')) {
                let shown = ["fr = \"", "name = ", "team = "].iter().any(|mark| line.contains(mark));
                assert!(!shown || line.contains("canari-north-"), "{line}");
            }
        }
        let text = workshop("north", &metrios().workshop);
        assert!(text.contains(&canary("north", "nadia")) && text.contains(&canary("north", "sud")), "{text}");
    }
}
