//! Refusals: what a user can mend, said with its place, its values, its reason and the way out.
//!
//! A refusal has a code `word/what-is-wrong`, stable for ever. The catalogue holds, under the code
//! with `-` for `/`, three sentences in each language: the message itself (what happened, with its
//! values), `.why` and `.remedy`. The same text reaches the command line, the API and the screen.

use super::{Args, Catalogue};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

/// A value inside a message, formatted for the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// A whole count.
    Count(i64),
    /// A number with decimals.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// How days are written, such as `dd/mm/yyyy`: shown in the letters of the reader's language.
    DayForm(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}
impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

/// Where in what the user gave us.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File name as the user gave it.
    pub file: Option<String>,
    /// Line (text) or row (table), from 1, the header being row 1.
    pub line: Option<u32>,
    /// Column, from 1.
    pub column: Option<u32>,
    /// Name of the field or of the column.
    pub field: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.file.as_deref().unwrap_or(""))?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(out, ":{number}")?;
        }
        match &self.field {
            Some(field) if self.file.is_some() => write!(out, " ({field})"),
            Some(field) => out.write_str(field),
            None => Ok(()),
        }
    }
}

/// Something the user gave that cannot be taken, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `word/what-is-wrong`.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// The values of the sentence, by name.
    pub values: Vec<(&'static str, Value)>,
}

impl Refusal {
    /// A refusal without place nor values yet.
    pub fn new(code: &'static str) -> Self {
        Self { code, place: Place::default(), values: Vec::new() }
    }

    /// With a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// In this file.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.place.file = Some(file.to_owned());
        self
    }

    /// At this line and column, both from 1.
    #[must_use]
    pub fn at(mut self, line: u32, column: u32) -> Self {
        self.place.line = Some(line);
        self.place.column = Some(column);
        self
    }

    /// About this field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.place.field = Some(field.to_owned());
        self
    }

    /// What happened, why, what to do: three sentences in the reader's language.
    pub fn sentences(&self, words: &Catalogue) -> [String; 3] {
        let id = self.code.replace('/', "-");
        let mut args = Args::new();
        for (name, value) in &self.values {
            args.set(name, words.show().value(value));
        }
        [words.text(&id, &args), words.attribute(&id, "why", &args), words.attribute(&id, "remedy", &args)]
    }
}

/// Every refusal of one form or file, together. As an error it means that nothing was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals(pub Vec<Refusal>);

impl Refusals {
    /// Adds one.
    pub fn push(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// `value` when nothing was refused, otherwise all of it, in the order of the places.
    ///
    /// # Errors
    /// The refusals collected so far.
    pub fn or<T>(mut self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort_by(|a, b| a.place.cmp(&b.place));
        Err(self)
    }

    /// The codes, for tests and machines.
    pub fn codes(&self) -> Vec<&'static str> {
        self.0.iter().map(|refusal| refusal.code).collect()
    }
}

impl From<Refusal> for Refusals {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

impl fmt::Display for Refusals {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for refusal in &self.0 {
            writeln!(out, "{} {}", refusal.code, refusal.place)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusals {}
