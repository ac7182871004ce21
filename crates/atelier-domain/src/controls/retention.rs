//! How long what is known of somebody is kept: a table that people can read (`retention.csv`).
//!
//! Sources: note on the law: prospects three years from collection or from the last contact that came
//! from the person (an opened mail does not count, a click or an answer does); contracts five years;
//! access journal 6 to 12 months.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use std::sync::LazyLock;

/// Whose or what data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// Somebody at a firm with which nothing was ever concluded.
    Prospect,
    /// Somebody at a firm with which something was concluded.
    Customer,
    /// Who read or was refused what.
    AccessJournal,
}

impl Kept {
    /// Every one, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Prospect, Self::Customer, Self::AccessJournal];

    /// As written in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Customer => "customer",
            Self::AccessJournal => "access-journal",
        }
    }

    /// The day from which the months are counted, as written in the table.
    fn base(self) -> &'static str {
        match self {
            Self::Prospect => "last-from-person",
            Self::Customer => "contract-end",
            Self::AccessJournal => "recorded",
        }
    }
}

/// How many months each is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    months: [i32; 3],
}

/// Something that happened between somebody and us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// They were written down.
    Collected,
    /// They agreed, objected, answered, called or came.
    Answered,
    /// They followed a link of a message.
    Clicked,
    /// A message was shown on their screen: they may not have done anything.
    Opened,
}

impl Sign {
    /// Whether it moves the clock of a prospect.
    pub fn counts(self) -> bool {
        self != Self::Opened
    }
}

/// What of a person decides how long they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// What happened, in any order.
    pub signs: Vec<(Sign, Date)>,
    /// Whether a case of their firm is still open.
    pub in_progress: bool,
    /// The last day on which something was concluded with their firm.
    pub concluded: Option<Date>,
}

/// The clock of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// Under which rule.
    pub kept: Kept,
    /// Counted from.
    pub base: Date,
    /// The first day on which they are to be erased.
    pub due: Date,
}

impl Retention {
    /// The rules of this program: `retention.csv`.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Retention> =
            LazyLock::new(|| match Retention::read(include_str!("retention.csv")) {
                Ok(rules) => rules,
                // The table is part of the program and its tests read it.
                Err(faults) => panic!("retention.csv: {}", faults.join("; ")),
            });
        &SHIPPED
    }

    /// Reads the table; blanks around a cell mean nothing.
    ///
    /// # Errors
    /// Every fault at once: an unknown kind, another base than its own, months that are no number above
    /// zero, something else to do than erase, a kind said twice or not at all.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let (mut months, mut faults) = ([0; 3], Vec::new());
        for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
            let cells: Vec<&str> = line.split(',').map(str::trim).collect();
            let [kind, base, count, then] = cells[..] else {
                faults.push(format!("{line:?} has not four cells"));
                continue;
            };
            let Some(at) = Kept::ALL.iter().position(|kept| kept.code() == kind) else {
                faults.push(format!("{kind} is not a kind"));
                continue;
            };
            match count.parse() {
                Ok(count) if count > 0 && months[at] == 0 => months[at] = count,
                Ok(_) => faults.push(format!("{kind} is said twice, or has no month")),
                Err(_) => faults.push(format!("{kind} has {count:?} months")),
            }
            if base != Kept::ALL[at].base() || then != "erase" {
                faults.push(format!("{kind} counts from {base}, then {then}"));
            }
        }
        let missing = Kept::ALL.iter().zip(months).filter(|(_, months)| *months == 0);
        faults.extend(missing.map(|(kept, _)| format!("{} has no rule", kept.code())));
        if faults.is_empty() { Ok(Self { months }) } else { Err(faults) }
    }

    /// How many months.
    pub fn months(&self, kept: Kept) -> i32 {
        self.months[Kept::ALL.iter().position(|one| *one == kept).unwrap_or(0)]
    }

    /// The first day on which what counts from `base` is over; the last day there is when it never is.
    pub fn due(&self, kept: Kept, base: Date) -> Date {
        base.checked_add(self.months(kept).months()).unwrap_or(Date::MAX)
    }

    /// The clock of a person; `None` while a case of their firm is open, or when nothing is known of them.
    pub fn clock(&self, history: &History) -> Option<Clock> {
        let said = history.signs.iter().filter(|(sign, _)| sign.counts()).map(|(_, day)| *day).max();
        let (kept, base) = match history.concluded {
            _ if history.in_progress => return None,
            Some(concluded) => (Kept::Customer, concluded.max(said.unwrap_or(concluded))),
            None => (Kept::Prospect, said?),
        };
        Some(Clock { kept, base, due: self.due(kept, base) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn due(history: &History) -> Option<String> {
        Retention::shipped().clock(history).map(|clock| clock.due.to_string())
    }

    #[test]
    fn an_opened_mail_changes_nothing_and_a_click_does() {
        let mut history = History::default();
        assert_eq!(due(&history), None, "nothing is known");
        history.signs = vec![(Sign::Collected, day("2023-05-02")), (Sign::Clicked, day("2024-01-31"))];
        assert_eq!(due(&history).as_deref(), Some("2027-01-31"));
        history.signs.push((Sign::Opened, day("2027-01-24")));
        assert_eq!(due(&history).as_deref(), Some("2027-01-31"), "an opened mail last week changes nothing");
        history.signs.push((Sign::Answered, day("2027-01-25")));
        assert_eq!(due(&history).as_deref(), Some("2030-01-25"));
    }

    #[test]
    fn a_customer_is_kept_five_years_after_the_last_conclusion_and_never_while_a_case_is_open() {
        let signs = vec![(Sign::Collected, day("2020-02-29"))];
        let mut history = History { signs, concluded: Some(day("2021-06-30")), in_progress: false };
        assert_eq!(due(&history).as_deref(), Some("2026-06-30"));
        history.in_progress = true;
        assert_eq!(due(&history), None);
    }

    #[test]
    fn every_fault_of_a_table_is_told() {
        let text = "kind,base,months,then\nprospect,recorded,x,archive\nfriend,recorded,1,erase\ncustomer,contract-end,0,erase\nshort";
        let faults = Retention::read(text).unwrap_err();
        assert_eq!(faults.len(), 8, "{faults:?}");
    }
}
