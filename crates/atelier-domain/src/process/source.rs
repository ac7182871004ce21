//! A text file as its writer sees it: TOML tables in which every key knows its line and its column.
//!
//! Reading never stops at the first fault: each question asked of a [`Table`] or a [`Field`] answers
//! `None` after writing the refusal on the [`Page`], and the reader goes on.

use crate::language::{Refusal, Refusals};
use std::cell::RefCell;
use toml::de::{DeTable, DeValue};

/// Line and column, both from 1; columns count characters.
pub(super) type Spot = (u32, u32);

/// The text under the eyes, and what is wrong in it so far.
pub(super) struct Page<'p> {
    file: &'p str,
    text: &'p str,
    /// Byte where each line begins.
    lines: Vec<usize>,
    faults: RefCell<Refusals>,
    warnings: RefCell<Vec<Refusal>>,
}

impl<'p> Page<'p> {
    pub fn new(file: &'p str, text: &'p str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { file, text, lines, faults: RefCell::default(), warnings: RefCell::default() }
    }

    /// The TOML of the text.
    ///
    /// # Errors
    /// Its syntax errors, one per line, and nothing else: what follows a broken line cannot be trusted.
    pub fn parse(&self) -> Result<DeTable<'p>, Refusals> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let mut faults = Refusals::default();
        let mut lines = Vec::new();
        for error in errors {
            let spot = self.spot(error.span().map_or(0, |span| span.start));
            if !lines.contains(&spot.0) {
                lines.push(spot.0);
                faults.push(self.placed(self.syntax(spot.0, error.message()), spot));
            }
        }
        faults.or(table.into_inner())
    }

    /// What a syntax error is about: most often, in French, a comma written for the decimal point.
    fn syntax(&self, line: u32, detail: &str) -> Refusal {
        let text = self.text.lines().nth(line as usize - 1).unwrap_or("");
        let value = text.split_once('=').map_or("", |(_, value)| value.trim());
        let comma = value.split_once(',').is_some_and(|(whole, decimals)| {
            let digits = |text: &str| text.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            digits(decimals) && whole.parse::<i64>().is_ok()
        });
        if comma {
            return Refusal::new("process/decimal-comma").with("given", value);
        }
        Refusal::new("process/toml-syntax").with("detail", detail)
    }

    /// The whole file as a table.
    pub fn top<'t>(&'t self, keys: &'t DeTable<'t>) -> Table<'t> {
        Table { page: self, keys, start: 0 }
    }

    pub fn spot(&self, offset: usize) -> Spot {
        let line = self.lines.partition_point(|begin| *begin <= offset).max(1);
        let before = self.text.get(self.lines[line - 1]..offset).unwrap_or("");
        let column = before.chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    pub fn placed(&self, refusal: Refusal, (line, column): Spot) -> Refusal {
        refusal.in_file(self.file).at(line, column)
    }

    pub fn refuse(&self, refusal: Refusal, spot: Spot) {
        self.faults.borrow_mut().push(self.placed(refusal, spot));
    }

    pub fn warn(&self, refusal: Refusal, spot: Spot) {
        self.warnings.borrow_mut().push(self.placed(refusal, spot));
    }

    /// The value with its warnings, or every refusal written so far in the order of the file.
    pub fn close<T>(self, value: T) -> Result<(T, Vec<Refusal>), Refusals> {
        let mut warnings = self.warnings.into_inner();
        warnings.sort_by(|a, b| a.place.cmp(&b.place));
        self.faults.into_inner().or((value, warnings))
    }
}

/// A table of the file.
#[derive(Clone, Copy)]
pub(super) struct Table<'p> {
    pub page: &'p Page<'p>,
    keys: &'p DeTable<'p>,
    start: usize,
}

impl<'p> Table<'p> {
    /// Where it begins.
    pub fn spot(self) -> Spot {
        self.page.spot(self.start)
    }

    pub fn refuse(self, refusal: Refusal) {
        self.page.refuse(refusal, self.spot());
    }

    /// The value of `key`, when written.
    pub fn field(self, key: &'p str) -> Option<Field<'p>> {
        let (_, value) = self.keys.iter().find(|(name, _)| name.get_ref() == key)?;
        Some(Field { page: self.page, key, value: value.get_ref(), start: value.span().start })
    }

    /// The value of `key`; refused when not written.
    pub fn required(self, key: &'p str) -> Option<Field<'p>> {
        let field = self.field(key);
        if field.is_none() {
            self.refuse(Refusal::new("process/missing-key").with("key", key).field(key));
        }
        field
    }

    /// Every key's place and its value, in the order of the file.
    pub fn entries(self) -> Vec<(Spot, Field<'p>)> {
        let mut fields: Vec<_> = self.keys.iter().collect();
        fields.sort_by_key(|(name, _)| name.span().start);
        let field = |(name, value): (&'p toml::Spanned<_>, &'p toml::Spanned<DeValue<'p>>)| {
            let key: &'p std::borrow::Cow<'p, str> = name.get_ref();
            let field = Field { page: self.page, key, value: value.get_ref(), start: value.span().start };
            (self.page.spot(name.span().start), field)
        };
        fields.into_iter().map(field).collect()
    }

    /// Refuses every key that is not in `known`, naming the nearest one.
    pub fn only(self, known: &[&str]) {
        for name in self.keys.keys().filter(|name| !known.contains(&name.get_ref().as_ref())) {
            let key = name.get_ref().as_ref();
            let fault = Refusal::new("process/unknown-key")
                .with("key", key)
                .with("nearest", nearest(key, known.iter().copied()))
                .with("known", known.join(", "));
            self.page.refuse(fault.field(key), self.page.spot(name.span().start));
        }
    }

    /// The tables written `[[key]]`, in order; none when the key is absent.
    pub fn tables(self, key: &'p str) -> Vec<Table<'p>> {
        let fields = self.field(key).and_then(Field::list).unwrap_or_default();
        fields.into_iter().filter_map(Field::table).collect()
    }
}

/// A value of the file, with its key.
#[derive(Clone, Copy)]
pub(super) struct Field<'p> {
    pub page: &'p Page<'p>,
    pub key: &'p str,
    pub value: &'p DeValue<'p>,
    start: usize,
}

impl<'p> Field<'p> {
    /// Where the value begins.
    pub fn spot(self) -> Spot {
        self.page.spot(self.start)
    }

    /// Refuses the value, naming its key.
    pub fn refuse(self, refusal: Refusal) {
        self.page.refuse(refusal.with("key", self.key).field(self.key), self.spot());
    }

    /// The values of a list.
    pub fn list(self) -> Option<Vec<Field<'p>>> {
        let Some(items) = self.value.as_array() else {
            self.refuse(Refusal::new("process/list-expected"));
            return None;
        };
        let item = |value: &'p toml::Spanned<DeValue<'p>>| Field {
            value: value.get_ref(),
            start: value.span().start,
            ..self
        };
        Some(items.iter().map(item).collect())
    }

    /// A table.
    pub fn table(self) -> Option<Table<'p>> {
        let Some(keys) = self.value.as_table() else {
            self.refuse(Refusal::new("process/table-expected"));
            return None;
        };
        Some(Table { page: self.page, keys, start: self.start })
    }
}

/// The known word that looks most like the one written.
pub(super) fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let distance = |word: &&str| strsim::damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase());
    known.into_iter().min_by_key(distance).unwrap_or_default().to_owned()
}
