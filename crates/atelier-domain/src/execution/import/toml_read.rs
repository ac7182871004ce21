//! Reading a TOML text with the place of every fault, all at once.

use super::mapping::Spot;
use super::similar::nearest;
use crate::language::{Refusal, Refusals, Value};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Collects the faults of one file, with their places.
pub(super) struct Faults<'a> {
    file: &'a str,
    text: &'a str,
    pub found: Refusals,
}

/// An entry of a table: its key, where the key stands, its value.
pub(super) type Entry<'t, 'i> = (&'t str, Spot, &'t Spanned<DeValue<'i>>);

impl<'a> Faults<'a> {
    pub fn of(file: &'a str, text: &'a str) -> Self {
        Self { file, text, found: Refusals::default() }
    }

    /// Line and column, from 1, of a span.
    pub fn spot(&self, span: &Range<usize>) -> Spot {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    pub fn refuse(&mut self, refusal: Refusal, spot: Spot) {
        self.found.push(refusal.in_file(self.file).at(spot.0, spot.1));
    }

    /// The document, or every syntax fault.
    pub fn document(&mut self) -> Option<Spanned<DeTable<'a>>> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let spot = self.spot(&error.span().unwrap_or(0..0));
            self.refuse(Refusal::new("import/mapping-syntax").with("detail", error.message()), spot);
        }
        errors.is_empty().then_some(document)
    }

    /// The entries of `table` in the order of the file; a key outside `known` is refused.
    pub fn entries<'t, 'i>(&mut self, table: &'t DeTable<'i>, known: &[&str]) -> Vec<Entry<'t, 'i>> {
        let mut entries = Vec::new();
        for (key, value) in table {
            let (name, spot) = (key.get_ref().as_ref(), self.spot(&key.span()));
            if !known.is_empty() && !known.contains(&name) {
                self.unknown(name, spot, known);
                continue;
            }
            entries.push((name, spot, value));
        }
        entries.sort_by_key(|(_, spot, _)| *spot);
        entries
    }

    fn unknown(&mut self, name: &str, spot: Spot, known: &[&str]) {
        let proposal = nearest(name, known.iter().copied());
        let refusal = Refusal::new("import/unknown-setting")
            .with("setting", name)
            .with("known", known.join(", "))
            .with("found", if proposal.is_some() { "yes" } else { "no" })
            .with("proposal", proposal.unwrap_or(""));
        self.refuse(refusal.field(name), spot);
    }

    pub fn missing(&mut self, table: &str, setting: &str, spot: Spot) {
        let refusal = Refusal::new("import/missing-setting").with("table", table).with("setting", setting);
        self.refuse(refusal.field(setting), spot);
    }

    pub fn bad(&mut self, setting: &str, expected: impl Into<Value>, value: &Spanned<DeValue<'_>>) {
        let spot = self.spot(&value.span());
        let given = self.text.get(value.span()).unwrap_or("").chars().take(60).collect::<String>();
        let refusal = Refusal::new("import/bad-setting").with("setting", setting).with("given", given);
        self.refuse(refusal.with("expected", expected).field(setting), spot);
    }

    /// A text that is not blank.
    pub fn text(&mut self, setting: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.bad(setting, "\"…\"", value);
        }
        text.map(str::to_owned)
    }

    /// A text that `parse` takes.
    pub fn parsed<T>(
        &mut self,
        setting: &str,
        expected: impl Into<Value>,
        value: &Spanned<DeValue<'_>>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let parsed = value.get_ref().as_str().and_then(parse);
        if parsed.is_none() {
            self.bad(setting, expected, value);
        }
        parsed
    }

    /// Texts with their places.
    pub fn texts(&mut self, setting: &str, value: &Spanned<DeValue<'_>>) -> Vec<(String, Spot)> {
        let texts: Option<Vec<_>> = value.get_ref().as_array().and_then(|array| {
            array
                .iter()
                .map(|item| Some((item.get_ref().as_str()?.to_owned(), self.spot(&item.span()))))
                .collect()
        });
        if texts.is_none() {
            self.bad(setting, "[\"…\", \"…\"]", value);
        }
        texts.unwrap_or_default()
    }

    /// A table.
    pub fn table<'t, 'i>(
        &mut self,
        setting: &str,
        value: &'t Spanned<DeValue<'i>>,
    ) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.bad(setting, format!("[{setting}]"), value);
        }
        table
    }
}
