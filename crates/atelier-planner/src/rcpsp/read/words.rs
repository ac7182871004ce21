//! The words of a text with their places.

use super::fault::{Faults, Wrong};

/// Line and column, from one.
pub(super) type Place = (u32, u32);

/// Words of some lines, one after the other.
#[derive(Debug)]
pub(super) struct Words<'a, L = Numbered<'a>> {
    lines: L,
    line: &'a str,
    number: u32,
    read: usize,
    /// Of the next character, from one.
    column: u32,
}

/// Lines of a text, numbered from one.
pub(super) type Numbered<'a> = std::iter::Zip<std::ops::RangeFrom<u32>, std::str::Lines<'a>>;

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { lines: (1..).zip(text.lines()), line: "", number: 1, read: 0, column: 1 }
    }

    /// Words of one line from a byte of it.
    pub(super) fn from(line: &'a str, number: u32, read: usize) -> Self {
        Self { lines: (1..).zip("".lines()), line, number, read, column: columns(&line[..read]) + 1 }
    }
}

/// Numbered lines picked from a text.
type Rows<'r, 'a> = std::iter::Copied<std::slice::Iter<'r, (u32, &'a str)>>;

impl<'r, 'a> Words<'a, Rows<'r, 'a>> {
    /// Words of the rows under the title at line `title`.
    pub(super) fn of_rows(rows: &'r [(u32, &'a str)], title: u32) -> Self {
        Self { lines: rows.iter().copied(), line: "", number: title, read: 0, column: 1 }
    }
}

impl<'a, L: Iterator<Item = (u32, &'a str)>> Words<'a, L> {
    /// Just after the last word read.
    pub(super) fn place(&self) -> Place {
        (self.number, self.column)
    }

    /// The next word.
    pub(super) fn word(&mut self) -> Option<(Place, &'a str)> {
        loop {
            let rest = &self.line[self.read..];
            let word = rest.trim_start();
            self.advance(rest.len() - word.len());
            if !word.is_empty() {
                let place = self.place();
                let length = word.find(char::is_whitespace).unwrap_or(word.len());
                self.advance(length);
                return Some((place, &word[..length]));
            }
            (self.number, self.line) = self.lines.next()?;
            (self.read, self.column) = (0, 1);
        }
    }

    fn advance(&mut self, bytes: usize) {
        self.column += columns(&self.line[self.read..self.read + bytes]);
        self.read += bytes;
    }

    /// The next word as a whole number between zero and `most`. A number out of these bounds is a
    /// fault and counts as zero; a word that is no number, or the end, is a fault and `None`.
    pub(super) fn count(
        &mut self,
        expected: &'static str,
        most: i64,
        faults: &mut Faults,
    ) -> Option<(Place, i64)> {
        let (place, given) = self.number(expected, faults)?;
        let what = match given {
            ..0 => Wrong::Negative { given, expected },
            _ if given > most => Wrong::TooLarge { given, most, expected },
            _ => return Some((place, given)),
        };
        faults.add(place, what);
        Some((place, 0))
    }

    /// The next word as a whole number.
    pub(super) fn number(&mut self, expected: &'static str, faults: &mut Faults) -> Option<(Place, i64)> {
        let Some((place, word)) = self.word() else {
            faults.add(self.place(), Wrong::Cut { expected });
            return None;
        };
        match word.parse() {
            Ok(number) => Some((place, number)),
            Err(_) => {
                faults.add(place, Wrong::NotANumber { found: cut(word), expected });
                None
            }
        }
    }
}

fn columns(text: &str) -> u32 {
    text.chars().count() as u32
}

/// At most forty characters of a word.
pub(super) fn cut(word: &str) -> String {
    word.chars().take(40).collect()
}
