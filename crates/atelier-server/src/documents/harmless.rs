//! Texts that a spreadsheet would run as a formula: an apostrophe before them when they are written, taken off when
//! they are read, so that what is exported is imported as it was.
//! Source: OWASP, "CSV injection"; the signs hidden behind blanks are from CVE-2026-55154.

use std::borrow::Cow;

/// What makes a spreadsheet calculate, plain and in full width.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// As it is written.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_run(text.trim_start_matches('\'')) { format!("'{text}").into() } else { text.into() }
}

/// The text that was written so.
pub fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_run(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet could run it: its first letter that shows is a sign, or it begins with a line or a column
/// of its own.
pub fn is_run(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_blank).starts_with(SIGNS)
}

/// A letter that does not show.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
