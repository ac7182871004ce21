//! French first, English second: the sentences of the program, from `locales/*/*.ftl`.

use super::Show;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::str::FromStr;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl FromStr for Lang {
    type Err = ();

    /// From a tag or a `LANG` value: `fr`, `fr_FR.UTF-8`, `en-GB`.
    fn from_str(text: &str) -> Result<Self, ()> {
        match text.get(..2) {
            Some("fr" | "FR") => Ok(Self::Fr),
            Some("en" | "EN") => Ok(Self::En),
            _ => Err(()),
        }
    }
}

/// One file per word, in each language; `web.ftl` is read by the browser only.
const FILES: &[(&str, &str, &str)] = &[
    ("app", include_str!("../../../../locales/fr/app.ftl"), include_str!("../../../../locales/en/app.ftl")),
    (
        "ledger",
        include_str!("../../../../locales/fr/ledger.ftl"),
        include_str!("../../../../locales/en/ledger.ftl"),
    ),
    (
        "process",
        include_str!("../../../../locales/fr/process.ftl"),
        include_str!("../../../../locales/en/process.ftl"),
    ),
    (
        "planning",
        include_str!("../../../../locales/fr/planning.ftl"),
        include_str!("../../../../locales/en/planning.ftl"),
    ),
    (
        "schedule",
        include_str!("../../../../locales/fr/schedule.ftl"),
        include_str!("../../../../locales/en/schedule.ftl"),
    ),
    (
        "execution",
        include_str!("../../../../locales/fr/execution.ftl"),
        include_str!("../../../../locales/en/execution.ftl"),
    ),
    (
        "controls",
        include_str!("../../../../locales/fr/controls.ftl"),
        include_str!("../../../../locales/en/controls.ftl"),
    ),
    (
        "council",
        include_str!("../../../../locales/fr/council.ftl"),
        include_str!("../../../../locales/en/council.ftl"),
    ),
    (
        "integration",
        include_str!("../../../../locales/fr/integration.ftl"),
        include_str!("../../../../locales/en/integration.ftl"),
    ),
    (
        "import",
        include_str!("../../../../locales/fr/import.ftl"),
        include_str!("../../../../locales/en/import.ftl"),
    ),
    (
        "insight",
        include_str!("../../../../locales/fr/insight.ftl"),
        include_str!("../../../../locales/en/insight.ftl"),
    ),
];

static FRENCH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::Fr));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::En));

/// The values of one sentence. They are already formatted texts, or counts that choose a plural.
#[derive(Default)]
pub struct Args(FluentArgs<'static>);

impl Args {
    /// No value yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a text.
    pub fn set(&mut self, name: &str, text: String) {
        self.0.set(name.to_owned(), text);
    }

    /// Sets a number used to choose a plural form (`{ $count -> [one] … *[other] … }`).
    pub fn count(&mut self, name: &str, count: i64) {
        self.0.set(name.to_owned(), count);
    }

    /// Same as [`Args::set`], for chaining.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.set(name, text.into());
        self
    }

    /// Same as [`Args::count`], for chaining.
    #[must_use]
    pub fn with_count(mut self, name: &str, count: i64) -> Self {
        self.count(name, count);
        self
    }
}

/// `{ COUNT($n) -> [one] … *[other] … }`: the number that an already formatted whole count says, so
/// that the sentence agrees with it.
fn counted<'v>(values: &[FluentValue<'v>], _: &FluentArgs<'_>) -> FluentValue<'v> {
    match values.first() {
        Some(FluentValue::String(text)) => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<i64>().map_or(FluentValue::Error, FluentValue::from)
        }
        Some(value) => value.clone(),
        None => FluentValue::Error,
    }
}

/// The sentences of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FRENCH,
            Lang::En => &ENGLISH,
        }
    }

    fn read(lang: Lang) -> Self {
        let tag: Result<LanguageIdentifier, _> = if lang == Lang::Fr { "fr-FR" } else { "en-GB" }.parse();
        let mut bundle = FluentBundle::new_concurrent(tag.into_iter().collect());
        bundle.set_use_isolating(false);
        let added = bundle.add_function("COUNT", counted);
        assert!(added.is_ok(), "COUNT is the only function");
        for &(name, french, english) in FILES {
            let text = if lang == Lang::Fr { french } else { english };
            let resource = FluentResource::try_new(text.to_owned());
            assert!(resource.is_ok(), "locale file {name} does not parse");
            if let Ok(resource) = resource {
                let added = bundle.add_resource(resource);
                assert!(added.is_ok(), "locale file {name} repeats a message");
            }
        }
        Self { lang, bundle }
    }

    /// Its language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// How numbers, dates and amounts are written in this language.
    pub fn show(&self) -> Show {
        Show(self.lang)
    }

    /// Whether the message exists.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The message `id`. A missing message shows its id: a test keeps both languages complete.
    pub fn text(&self, id: &str, args: &Args) -> String {
        self.bundle.get_message(id).and_then(|message| message.value()).map_or_else(
            || id.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, Some(&args.0), &mut Vec::new()).into_owned(),
        )
    }

    /// The message `id` without values.
    pub fn plain(&self, id: &str) -> String {
        self.text(id, &Args::new())
    }

    /// An attribute of the message, such as `.why`.
    pub fn attribute(&self, id: &str, name: &str, args: &Args) -> String {
        self.bundle.get_message(id).and_then(|message| message.get_attribute(name)).map_or_else(
            || format!("{id}.{name}"),
            |attribute| {
                self.bundle.format_pattern(attribute.value(), Some(&args.0), &mut Vec::new()).into_owned()
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_agree_with_formatted_counts() {
        let said = |lang, deals: i64| {
            let words = Catalogue::of(lang);
            let args = Args::new().with("day", "x").with("cases", words.show().count(deals));
            words.text("insight-diagnosis", &args)
        };
        assert_eq!(said(Lang::Fr, 0), "Diagnostic au x, sur 0 affaire.");
        assert_eq!(said(Lang::Fr, 1), "Diagnostic au x, sur 1 affaire.");
        assert_eq!(said(Lang::Fr, 1_480), "Diagnostic au x, sur 1\u{202f}480 affaires.");
        assert_eq!(said(Lang::En, 0), "Diagnosis as of x, on 0 deals.");
        assert_eq!(said(Lang::En, 1), "Diagnosis as of x, on 1 deal.");
    }
}
