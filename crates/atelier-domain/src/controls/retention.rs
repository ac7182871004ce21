//! How long what is known of somebody is kept: a table that people can read (`retention.csv`).
//!
//! Sources: note on the law: prospects three years from collection or from the last contact that came
//! from the person (an opened mail does not count, a click or an answer does); archive apart of five years for
//! contracts, ten for accounting records;
//! access journal 6 to 12 months; features of people without a case 13 months.

use crate::execution::Ground;
use crate::language::Refusal;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use serde::Serialize;
use std::sync::LazyLock;

/// Whose or what data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// Somebody at a firm with which nothing was ever concluded.
    Prospect,
    /// Somebody at a firm with which something was concluded, among what people work with.
    Customer,
    /// The same in the archive apart, for the contract.
    Contract,
    /// The same in the archive apart, for the accounts.
    Accounts,
    /// Who read or was refused what.
    AccessJournal,
    /// What the program was of use for, and to whom.
    Uses,
    /// Somebody asked whether they want to stay, without an answer.
    Question,
}

impl Kept {
    /// Every one, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Prospect,
        Self::Customer,
        Self::Contract,
        Self::Accounts,
        Self::AccessJournal,
        Self::Uses,
        Self::Question,
    ];

    /// As written in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Customer => "customer",
            Self::Contract => "contract",
            Self::Accounts => "accounts",
            Self::AccessJournal => "access-journal",
            Self::Uses => "uses",
            Self::Question => "question",
        }
    }

    /// The day from which the months are counted, as written in the table.
    fn base(self) -> &'static str {
        match self {
            Self::Prospect => "last-from-person",
            Self::Customer | Self::Contract | Self::Accounts => "contract-end",
            Self::AccessJournal | Self::Uses => "recorded",
            Self::Question => "asked",
        }
    }

    /// What is done at the end, as written in the table.
    fn then(self) -> &'static str {
        if self == Self::Customer { "archive" } else { "erase" }
    }
}

impl From<Ground> for Kept {
    fn from(ground: Ground) -> Self {
        match ground {
            Ground::Contract => Self::Contract,
            Ground::Accounts => Self::Accounts,
        }
    }
}

/// How many months each is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    months: [i32; Kept::ALL.len()],
}

/// Something that happened between somebody and us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// They were written down.
    Collected,
    /// They agreed to something, or answered.
    Answered,
    /// They objected to something. Said after the question whether they want to stay, it is a no.
    Objected,
    /// One of us held a conversation with them, and captured it.
    Met,
    /// They did what they had promised.
    KeptPromise,
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
    /// The day they were last asked whether they want to stay.
    pub asked: Option<Date>,
}

impl History {
    /// Whether they said no once they were asked.
    fn refused_since(&self, asked: Date) -> bool {
        self.signs.iter().any(|(sign, day)| *sign == Sign::Objected && *day >= asked)
    }

    /// The last day on which something came from them. A no to the question starts no new term.
    fn said(&self) -> Option<Date> {
        let no =
            |sign: Sign, day: Date| sign == Sign::Objected && self.asked.is_some_and(|asked| day >= asked);
        let counted = self.signs.iter().filter(|(sign, day)| sign.counts() && !no(*sign, *day));
        counted.map(|(_, day)| *day).max()
    }
}

/// Where somebody stands at the end of their term: asked once whether they want to stay, then archived or erased
/// without a yes.
/// Source: note on the law, "at the term one may ask once, else erase or archive".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The term is not over.
    Running,
    /// To be asked.
    ToAsk,
    /// Asked, without an answer yet.
    Asked {
        /// The day.
        on: Date,
        /// The first day on which silence is a no.
        until: Date,
    },
    /// To leave, for the archive or for ever: they said no, or nothing.
    Over {
        /// The day they were asked.
        on: Date,
        /// Whether they said no.
        refused: bool,
    },
}

impl Stage {
    /// For machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::ToAsk => "to-ask",
            Self::Asked { .. } => "asked",
            Self::Over { .. } => "over",
        }
    }

    /// The day they were asked, when they were since something last came from them.
    pub fn asked_on(self) -> Option<Date> {
        match self {
            Self::Asked { on, .. } | Self::Over { on, .. } => Some(on),
            Self::Running | Self::ToAsk => None,
        }
    }
}

/// The clock of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// Under which rule.
    pub kept: Kept,
    /// Counted from.
    pub base: Date,
    /// The first day on which they are to be asked.
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
    /// zero, something else to do than its own, a kind said twice or not at all.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let (mut months, mut faults) = ([0; Kept::ALL.len()], Vec::new());
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
            if base != Kept::ALL[at].base() || then != Kept::ALL[at].then() {
                faults.push(format!("{kind} counts from {base}, then {then}"));
            }
        }
        let missing = Kept::ALL.iter().zip(months).filter(|(_, months)| *months == 0);
        faults.extend(missing.map(|(kept, _)| format!("{} has no rule", kept.code())));
        if faults.is_empty() { Ok(Self { months }) } else { Err(faults) }
    }

    /// The oldest moment that is still kept at `now`, of what is counted from the day it was recorded.
    pub fn oldest(&self, kept: Kept, now: Timestamp) -> Timestamp {
        now.to_zoned(TimeZone::UTC).saturating_sub(self.months(kept).months()).timestamp()
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
        let said = history.said();
        let (kept, base) = match history.concluded {
            _ if history.in_progress => return None,
            Some(concluded) => (Kept::Customer, concluded.max(said.unwrap_or(concluded))),
            None => (Kept::Prospect, said?),
        };
        Some(Clock { kept, base, due: self.due(kept, base) })
    }

    /// The first day on which somebody is to be erased who is archived on `day` for what was last concluded with
    /// their firm.
    ///
    /// # Errors
    /// `controls/archive-nothing-concluded`, `controls/archive-over` with the day on which that term ended.
    pub fn archived_until(
        &self,
        ground: Ground,
        concluded: Option<Date>,
        day: Date,
    ) -> Result<Date, Refusal> {
        let Some(concluded) = concluded else {
            return Err(Refusal::new("controls/archive-nothing-concluded"));
        };
        let until = self.due(ground.into(), concluded);
        if day < until {
            return Ok(until);
        }
        let refusal = Refusal::new("controls/archive-over").field("ground").with("ground", ground.code());
        Err(refusal.with("concluded", concluded).with("until", until))
    }

    /// Where somebody with this clock stands on `day`.
    pub fn stage(&self, clock: &Clock, history: &History, day: Date) -> Stage {
        if day < clock.due {
            return Stage::Running;
        }
        // What came from them after the question answers it.
        let Some(on) = history.asked.filter(|asked| *asked > clock.base) else { return Stage::ToAsk };
        let (until, refused) = (self.due(Kept::Question, on), history.refused_since(on));
        if refused || day >= until { Stage::Over { on, refused } } else { Stage::Asked { on, until } }
    }

    /// Lets the question be asked on `on`: at the end of the term, and once.
    ///
    /// # Errors
    /// `controls/asking-in-the-future`, `controls/asking-in-progress` while a case of the firm is open,
    /// `controls/asking-too-soon`, `controls/asked-already` with the first one's day.
    pub fn may_ask(&self, history: &History, on: Date, today: Date) -> Result<(), Refusal> {
        if on > today {
            return Err(Refusal::new("controls/asking-in-the-future").field("on").with("day", on));
        }
        let Some(clock) = self.clock(history) else {
            return Err(Refusal::new("controls/asking-in-progress"));
        };
        match self.stage(&clock, history, on) {
            Stage::ToAsk => Ok(()),
            Stage::Running => Err(Refusal::new("controls/asking-too-soon").with("due", clock.due)),
            Stage::Asked { on, .. } | Stage::Over { on, .. } => {
                Err(Refusal::new("controls/asked-already").with("day", on))
            }
        }
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
    fn a_customer_stays_three_years_after_the_last_conclusion_and_as_long_as_a_case_is_open() {
        let signs = vec![(Sign::Collected, day("2020-02-29"))];
        let mut history = History { signs, concluded: Some(day("2021-06-30")), ..History::default() };
        assert_eq!(due(&history).as_deref(), Some("2024-06-30"));
        history.in_progress = true;
        assert_eq!(due(&history), None);
    }

    #[test]
    fn the_archive_lasts_five_years_for_a_contract_and_ten_for_the_accounts() {
        let rules = Retention::shipped();
        let (concluded, today) = (day("2021-06-30"), day("2024-09-01"));
        let until = |ground, concluded, on: &str| {
            let until = rules.archived_until(ground, concluded, day(on));
            until.map(|day| day.to_string()).map_err(|refusal| refusal.code)
        };
        let on = today.to_string();
        assert_eq!(until(Ground::Contract, Some(concluded), &on).as_deref(), Ok("2026-06-30"));
        assert_eq!(until(Ground::Accounts, Some(concluded), &on).as_deref(), Ok("2031-06-30"));
        assert_eq!(until(Ground::Contract, Some(concluded), "2026-06-29").as_deref(), Ok("2026-06-30"));
        assert_eq!(until(Ground::Contract, Some(concluded), "2026-06-30"), Err("controls/archive-over"));
        assert_eq!(until(Ground::Contract, None, &on), Err("controls/archive-nothing-concluded"));
    }

    fn stage(history: &History, on: &str) -> Stage {
        let rules = Retention::shipped();
        rules.stage(&rules.clock(history).unwrap(), history, day(on))
    }

    /// Who sweeps takes the term from the table and from nowhere else.
    #[test]
    fn the_oldest_line_that_is_kept_follows_from_the_table() {
        let now: Timestamp = "2028-03-01T08:00:00Z".parse().unwrap();
        let oldest = |text: &str| Retention::read(text).unwrap().oldest(Kept::AccessJournal, now).to_string();
        let table = include_str!("retention.csv");
        assert_eq!(oldest(table), "2027-03-01T08:00:00Z");
        let shorter = table.replace("access-journal , recorded        , 12", "access-journal , recorded , 6");
        assert_eq!(oldest(&shorter), "2027-09-01T08:00:00Z");
    }

    /// The test of the row on the retention clock: a click 36 months ago, a mail opened last week.
    #[test]
    fn a_last_click_36_months_ago_is_due_whatever_was_opened_last_week() {
        let signs = vec![(Sign::Collected, day("2022-03-01")), (Sign::Clicked, day("2024-01-11"))];
        let mut history = History { signs, ..History::default() };
        assert_eq!(stage(&history, "2027-01-10"), Stage::Running);
        assert_eq!(stage(&history, "2027-01-11"), Stage::ToAsk);
        history.signs.push((Sign::Opened, day("2027-01-04")));
        assert_eq!(stage(&history, "2027-01-11"), Stage::ToAsk);
        for sign in [Sign::Met, Sign::KeptPromise, Sign::Answered] {
            let mut moved = history.clone();
            moved.signs.push((sign, day("2026-12-15")));
            assert_eq!(due(&moved).as_deref(), Some("2029-12-15"), "{sign:?} comes from the person");
        }
    }

    #[test]
    fn the_question_is_asked_once_and_silence_or_a_no_ends_the_term() {
        let rules = Retention::shipped();
        let may = |history: &History, on: &str| {
            rules.may_ask(history, day(on), day("2027-06-30")).map_err(|refusal| refusal.code)
        };
        let mut history = History { signs: vec![(Sign::Met, day("2024-01-11"))], ..History::default() };
        assert_eq!(may(&history, "2027-01-10"), Err("controls/asking-too-soon"));
        assert_eq!(may(&history, "2027-07-01"), Err("controls/asking-in-the-future"));
        assert_eq!(may(&history, "2027-01-11"), Ok(()));
        history.asked = Some(day("2027-01-12"));
        assert_eq!(may(&history, "2027-02-01"), Err("controls/asked-already"));
        let (on, until) = (day("2027-01-12"), day("2027-03-12"));
        assert_eq!(stage(&history, "2027-03-11"), Stage::Asked { on, until });
        assert_eq!(stage(&history, "2027-03-12"), Stage::Over { on, refused: false });
        let answered = |sign| {
            let mut history = history.clone();
            history.signs.push((sign, day("2027-01-20")));
            history
        };
        let no = answered(Sign::Objected);
        assert_eq!(stage(&no, "2027-01-20"), Stage::Over { on, refused: true }, "a no starts no new term");
        let yes = answered(Sign::Answered);
        assert_eq!(stage(&yes, "2027-03-12"), Stage::Running);
        assert_eq!(due(&yes).as_deref(), Some("2030-01-20"));
        assert_eq!(stage(&yes, "2030-01-20"), Stage::ToAsk, "another term, another question");
        let open = History { in_progress: true, ..history };
        assert_eq!(may(&open, "2027-02-01"), Err("controls/asking-in-progress"));
    }

    #[test]
    fn every_fault_of_a_table_is_told() {
        let text = "kind,base,months,then\nprospect,recorded,x,archive\nfriend,recorded,1,erase\ncustomer,contract-end,0,erase\nshort";
        let faults = Retention::read(text).unwrap_err();
        assert_eq!(faults.len(), 13, "{faults:?}");
    }
}
