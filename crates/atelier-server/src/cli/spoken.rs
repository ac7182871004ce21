//! The command line read, with help in the reader's language.

use super::args::Line;
use atelier_domain::language::{Args as Values, Catalogue, Lang};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches};

impl Line {
    /// Reads the command line, with help in the reader's language.
    ///
    /// # Errors
    /// What clap has to say: help, version, or a line that cannot be read.
    pub fn read(line: &[std::ffi::OsString], lang: Lang) -> Result<Self, clap::Error> {
        let words = Catalogue::of(lang);
        let version = Arg::new("program-version").short('V').long("version").action(ArgAction::Version);
        let command = Self::command().disable_version_flag(true).arg(version);
        let matches = speak(command, words, "cli").try_get_matches_from(line)?;
        Self::from_arg_matches(&matches)
    }
}

/// `--lang` wherever it stands, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else French.
pub fn asked_lang(line: &[std::ffi::OsString]) -> Lang {
    let mut words = line.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.split_once('=') {
            Some(("--lang", value)) => Some(value.to_owned()),
            None if word == "--lang" => words.next().map(std::borrow::Cow::into_owned),
            _ => None,
        };
        if let Some(lang) = value.and_then(|value| value.parse().ok()) {
            return lang;
        }
    }
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.parse().ok())
        .unwrap_or_default()
}

/// Gives each command and option its sentence from the catalogue.
fn speak(command: clap::Command, words: &'static Catalogue, path: &str) -> clap::Command {
    let template = words.text("cli-template", &Values::new());
    let mut spoken = command
        .about(words.plain(path))
        .help_template(template)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .subcommand_help_heading(words.plain("cli-heading-commands"))
        .mut_args(|arg| {
            let id = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            let arg = if words.has(&id) { arg.help(words.plain(&id)) } else { arg };
            let arg = arg.help_heading(words.plain("cli-heading-options"));
            // What clap adds of itself is in English; our sentences say it in the reader's language.
            if arg.get_action().takes_values() {
                arg.hide_default_value(true).hide_env(true).hide_possible_values(true)
            } else {
                arg
            }
        });
    let names: Vec<String> = spoken.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let below = format!("{path}-{name}");
        spoken = spoken.mut_subcommand(&name, |sub| speak(sub, words, &below));
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(command: &clap::Command, words: &Catalogue, path: &str, found: &mut Vec<String>) {
        if !words.has(path) {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            let id = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            if !words.has(&id) && !["help", "version"].contains(&arg.get_id().as_str()) {
                found.push(id);
            }
        }
        for sub in command.get_subcommands() {
            missing(sub, words, &format!("{path}-{}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_says_what_it_does_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            let mut found = Vec::new();
            missing(&Line::command(), Catalogue::of(lang), "cli", &mut found);
            found.sort();
            found.dedup();
            assert!(found.is_empty(), "{lang:?}: {found:#?}");
        }
    }

    #[test]
    fn the_language_is_read_before_anything_else() {
        let line = ["atelier", "verify", "--lang", "en"].map(Into::into);
        assert_eq!(asked_lang(&line), Lang::En);
        let line = ["atelier", "--lang=fr", "verify"].map(Into::into);
        assert_eq!(asked_lang(&line), Lang::Fr);
    }
}
