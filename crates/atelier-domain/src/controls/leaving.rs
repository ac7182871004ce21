//! Who leaves what people work with when their term is over: for the archive apart while what was concluded with their
//! firm may have to be proved, else for ever.
//! Source: note on the law, "at the term one may ask once, else erase or archive".

use super::{Clock, History, Retention, Stage};
use crate::execution::{Archive, Contact, Ground};
use jiff::civil::Date;

/// Somebody and their clock; no clock while something is in progress with their firm.
#[derive(Clone, Debug)]
pub struct Due {
    /// Who.
    pub contact: Contact,
    /// Until when.
    pub clock: Option<Clock>,
    /// Where they stand on the day that was asked for.
    pub stage: Stage,
    /// The last day on which something was concluded with their firm.
    pub concluded: Option<Date>,
}

impl Due {
    /// Where somebody stands on a day.
    pub fn of(contact: Contact, history: &History, on: Date) -> Self {
        let rules = Retention::shipped();
        let clock = rules.clock(history);
        let stage = clock.map_or(Stage::Running, |clock| rules.stage(&clock, history, on));
        Self { contact, clock, stage, concluded: history.concluded }
    }

    /// The first day on which they are to be erased, when they leave for the archive apart; nothing when there is
    /// nothing to be proved of them.
    pub fn archived_until(&self, ending: Ending) -> Option<Date> {
        Retention::shipped().archived_until(ending.ground, self.concluded, ending.until).ok()
    }
}

/// Whose term is over, as asked for.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// On or before that day.
    pub until: Date,
    /// Those too who were never asked whether they want to stay.
    pub unasked: bool,
    /// What those are kept for in the archive apart with whose firm something was concluded.
    pub ground: Ground,
}

impl Ending {
    /// Whether somebody is to leave.
    pub fn takes(self, one: &Due) -> bool {
        match one.stage {
            Stage::Over { .. } => true,
            Stage::ToAsk => self.unasked,
            Stage::Running | Stage::Asked { .. } => false,
        }
    }
}

/// Those whose term is over, in what people work with and in the archive apart.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// Those who leave, with the end of their term in the archive; without one they are erased.
    pub people: Vec<(Due, Option<Date>)>,
    /// Those of the archive who are to be erased.
    pub archived: Vec<Archive>,
}

impl Leaving {
    /// Who is to leave, among those who are there; nobody leaves by asking.
    pub fn of(due: &[Due], archives: &[Archive], ending: Ending) -> Self {
        let people = due.iter().filter(|one| ending.takes(one));
        Self {
            people: people.map(|one| (one.clone(), one.archived_until(ending))).collect(),
            archived: archives.iter().filter(|one| one.until <= ending.until).cloned().collect(),
        }
    }

    /// How many go to the archive.
    pub fn kept(&self) -> usize {
        self.people.iter().filter(|(_, until)| until.is_some()).count()
    }

    /// How many are erased.
    pub fn erased(&self) -> usize {
        self.people.len() - self.kept() + self.archived.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::controls::Sign;
    use crate::language::{ContactId, TenantId};
    use jiff::civil::date;

    const TODAY: Date = date(2030, 6, 3);

    fn id(key: &str) -> ContactId {
        ContactId::of(TenantId::of("metrios"), key)
    }

    fn due(key: &str, history: &History) -> Due {
        let contact = Contact {
            id: id(key),
            key: key.into(),
            account: None,
            name: key.into(),
            function: String::new(),
            mail: None,
            phone: None,
            language: None,
        };
        Due::of(contact, history, TODAY)
    }

    fn archive(key: &str, until: Date) -> Archive {
        Archive {
            person: id(key),
            ground: Ground::Contract,
            on: date(2025, 1, 6),
            until,
            conversations: Vec::new(),
            promises: Vec::new(),
            files: Vec::new(),
        }
    }

    #[test]
    fn who_said_no_or_nothing_leaves_for_the_archive_while_something_may_have_to_be_proved() {
        let written = |day| History { signs: vec![(Sign::Collected, day)], ..History::default() };
        let (long_ago, asked) = (date(2020, 1, 6), Some(date(2030, 1, 7)));
        let people = [
            due("lately", &written(date(2029, 1, 8))),
            due("never asked", &written(long_ago)),
            due("asked last week", &History { asked: Some(date(2030, 5, 27)), ..written(long_ago) }),
            due("silent", &History { asked, ..written(long_ago) }),
            due("customer", &History { asked, concluded: Some(date(2026, 3, 2)), ..written(long_ago) }),
            due(
                "customer long ago",
                &History { asked, concluded: Some(date(2022, 3, 1)), ..written(long_ago) },
            ),
            due("dealt with", &History { asked, in_progress: true, ..written(long_ago) }),
        ];
        let archives = [archive("over", TODAY), archive("kept", date(2030, 6, 4))];
        let ending = Ending { until: TODAY, unasked: false, ground: Ground::Contract };
        let told = |leaving: &Leaving| {
            let people = leaving.people.iter();
            people.map(|(one, until)| (one.contact.key.clone(), *until)).collect::<Vec<_>>()
        };
        let leaving = Leaving::of(&people, &archives, ending);
        let five_years = Some(date(2031, 3, 2));
        assert_eq!(
            told(&leaving),
            [("silent".into(), None), ("customer".into(), five_years), ("customer long ago".into(), None)]
        );
        assert_eq!((leaving.kept(), leaving.erased()), (1, 3), "who is over in the archive is erased too");
        assert_eq!(leaving.archived, [archives[0].clone()]);
        let all = Leaving::of(&people, &[], Ending { unasked: true, ground: Ground::Accounts, ..ending });
        let ten_years = [Some(date(2036, 3, 2)), Some(date(2032, 3, 1))];
        assert_eq!(
            told(&all),
            [
                ("never asked".into(), None),
                ("silent".into(), None),
                ("customer".into(), ten_years[0]),
                ("customer long ago".into(), ten_years[1])
            ]
        );
    }
}
