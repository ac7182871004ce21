//! A command line that cannot be read, told in the user's language instead of the parser's.

use super::UNREADABLE;
use super::session::{refuse_json, refuse_text};
use atelier_domain::language::{Catalogue, Lang, Refusal};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// Prints help or version, or tells what is wrong with the line.
pub fn tell(said: &clap::Error, lang: Lang, line: &[OsString]) -> ExitCode {
    let Some(refusal) = refusal(said) else {
        let _ = said.print();
        return if said.use_stderr() { ExitCode::from(UNREADABLE) } else { ExitCode::SUCCESS };
    };
    let words = Catalogue::of(lang);
    if line.iter().any(|word| word == "--json") {
        refuse_json(&refusal.into(), words);
    } else {
        refuse_text(&refusal.into(), words);
    }
    ExitCode::from(UNREADABLE)
}

/// What the parser found wrong; `None` for help and version, which it prints itself.
fn refusal(said: &clap::Error) -> Option<Refusal> {
    let found = |kind| said.get(kind).map(text).unwrap_or_default();
    let given = found(ContextKind::InvalidArg);
    Some(match said.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::MissingSubcommand => Refusal::new("app/no-command"),
        ErrorKind::InvalidSubcommand => Refusal::new("app/unknown-command")
            .with("given", found(ContextKind::InvalidSubcommand))
            .with("near", or_dash(found(ContextKind::SuggestedSubcommand))),
        ErrorKind::UnknownArgument => Refusal::new("app/unknown-option")
            .with("given", given)
            .with("near", or_dash(found(ContextKind::SuggestedArg))),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Refusal::new("app/bad-option-value")
            .with("given", found(ContextKind::InvalidValue))
            .with("option", given)
            .with("form", form(said)),
        ErrorKind::MissingRequiredArgument => Refusal::new("app/missing-option").with("option", given),
        ErrorKind::ArgumentConflict => Refusal::new("app/options-conflict")
            .with("option", given)
            .with("other", found(ContextKind::PriorArg)),
        _ => Refusal::new("app/unreadable-line").with("cause", first_line(said)),
    })
}

/// What a value must look like: the values known, else what its reader said.
fn form(said: &clap::Error) -> String {
    let known = said.get(ContextKind::ValidValue).map(text).unwrap_or_default();
    if !known.is_empty() {
        return known;
    }
    let option = said.get(ContextKind::InvalidArg).map(text).unwrap_or_default();
    let of_days = ["--from", "--to", "--today", "--date", "--evidence-on"];
    if of_days.iter().any(|name| option.starts_with(name)) {
        return "2027-01-04".to_owned();
    }
    if option.starts_with("--lang") {
        return "fr, en".to_owned();
    }
    "1, 2, 3…".to_owned()
}

fn first_line(said: &clap::Error) -> String {
    let whole = said.to_string();
    let line = whole.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").to_owned()
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        other => other.to_string(),
    }
}
