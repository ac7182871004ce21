//! What entering costs against what it gives back (*temps rendu*), in minutes.
//! Source: capability note, SEL-06; SEL-08 for a letter (15 minutes without a draft, 5 with one).
//!
//! What is entered is measured where the form measured it, else taken as one minute. What is given back is assumed,
//! never measured: ten minutes for a sheet read before a conversation that was then captured, ten for a letter whose
//! draft was opened. It may be wrong for who knows a customer by heart or writes no letters.

use super::Conversation;

/// Seconds of a capture that was not measured.
const ENTRY_SECONDS: i64 = 60;
/// Longest time taken as one of writing down: beyond, a form was left open.
const LONGEST_SECONDS: i64 = 30 * 60;
/// Minutes that a sheet saves.
const SHEET_MINUTES: i64 = 10;
/// Minutes that the draft of a letter saves.
const LETTER_MINUTES: i64 = 10;

/// Minutes entered against minutes given back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GiveBack {
    /// Captures.
    pub captures: usize,
    /// How many of them were measured.
    pub measured: usize,
    /// Minutes entered, rounded up.
    pub entered_minutes: i64,
    /// Sheets read before a conversation that was captured.
    pub sheets: usize,
    /// Minutes they gave back.
    pub sheet_minutes: i64,
    /// Letters whose draft was opened.
    pub letters: usize,
    /// Minutes they gave back.
    pub letter_minutes: i64,
}

impl GiveBack {
    /// Minutes given back.
    pub fn returned_minutes(&self) -> i64 {
        self.sheet_minutes + self.letter_minutes
    }
}

/// The meter over these captures; `sheets` are the orders whose sheet was read, `letters` the conversations whose letter
/// was drafted, as identities.
pub fn give_back(captures: &[Conversation], sheets: &[String], letters: &[String]) -> GiveBack {
    let seconds =
        |one: &Conversation| one.entry_seconds.map_or(ENTRY_SECONDS, |it| it.clamp(0, LONGEST_SECONDS));
    let entered: i64 = captures.iter().map(seconds).sum();
    let read = sheets.iter().filter(|order| captures.iter().any(|one| one.order.to_string() == **order));
    let (sheets, letters) = (read.count(), letters.len());
    let minutes = |count: usize, each: i64| i64::try_from(count).unwrap_or(0) * each;
    GiveBack {
        captures: captures.len(),
        measured: captures.iter().filter(|one| one.entry_seconds.is_some()).count(),
        entered_minutes: (entered + 59) / 60,
        sheets,
        sheet_minutes: minutes(sheets, SHEET_MINUTES),
        letters,
        letter_minutes: minutes(letters, LETTER_MINUTES),
    }
}
