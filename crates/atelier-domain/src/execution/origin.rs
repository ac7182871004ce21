//! What a version of the plan comes from: the whole planned anew, or what upset the version before it.

use crate::language::{Args, Catalogue, Lang, Minutes, OrderId};
use crate::process::Bilingual;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Why there is a new version of the plan. Kept in its fact with the names as they were, so that what was
/// told of a version can be told again when its case is closed and its action over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Origin {
    /// Everything was planned again from the objectives.
    Anew,
    /// Somebody is away, both days inside.
    Absence {
        /// Code of the person.
        person: String,
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// A case was lost.
    Lost {
        /// Name of the customer.
        customer: String,
    },
    /// A case became urgent.
    Urgent {
        /// Name of the customer.
        customer: String,
    },
    /// An appointment was moved, by the customer or by hand.
    Moved {
        /// Which.
        action: NamedAction,
        /// To when.
        start: DateTime,
    },
    /// An action lasts longer.
    Overrun {
        /// Which.
        action: NamedAction,
        /// By how much.
        minutes: Minutes,
    },
    /// An appointment was cancelled.
    Cancelled {
        /// Which.
        action: NamedAction,
    },
}

/// An action, with the names that it had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedAction {
    /// Which.
    pub order: OrderId,
    /// French name of the operation.
    pub name_fr: String,
    /// English name of the operation.
    pub name_en: String,
    /// Name of the customer; empty for one to come.
    pub customer: String,
}

impl NamedAction {
    /// An action whose operation has these names.
    pub fn of(order: OrderId, name: &Bilingual, customer: &str) -> Self {
        let named = |lang| name.get(lang).to_owned();
        Self { order, name_fr: named(Lang::Fr), name_en: named(Lang::En), customer: customer.to_owned() }
    }

    /// "Rencontrer (Brasserie du Port)".
    fn shown(&self, lang: Lang) -> String {
        let name = if lang == Lang::Fr { &self.name_fr } else { &self.name_en };
        if self.customer.is_empty() { name.clone() } else { format!("{name} ({})", self.customer) }
    }
}

impl Origin {
    /// "Absence de Nadia Roux le lun. 11 janv. 2027"; `name` gives the name of a person by their code.
    pub fn sentence(&self, name: &dyn Fn(&str) -> String, words: &Catalogue) -> String {
        let show = words.show();
        let about = |action: &NamedAction| Args::new().with("action", action.shown(words.lang()));
        let (id, args) = match self {
            Self::Anew => ("execution-origin-anew", Args::new()),
            Self::Absence { person, first, last } => {
                let args = Args::new().with("person", name(person)).with("first", show.day(*first));
                let id = if first == last { "execution-origin-day" } else { "execution-origin-absence" };
                (id, args.with("last", show.day(*last)))
            }
            Self::Lost { customer } => {
                ("execution-origin-lost", Args::new().with("customer", customer.as_str()))
            }
            Self::Urgent { customer } => {
                ("execution-origin-urgent", Args::new().with("customer", customer.as_str()))
            }
            Self::Moved { action, start } => {
                let args = about(action).with("day", show.day(start.date()));
                ("execution-origin-moved", args.with("time", show.time(start.time())))
            }
            Self::Overrun { action, minutes } => {
                ("execution-origin-longer", about(action).with_count("minutes", minutes.0))
            }
            Self::Cancelled { action } => ("execution-origin-cancelled", about(action)),
        };
        words.text(id, &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn action() -> NamedAction {
        let (name_fr, name_en) = ("Rencontrer".to_owned(), "Meet".to_owned());
        NamedAction {
            order: OrderId(uuid::Uuid::nil()),
            name_fr,
            name_en,
            customer: "Brasserie du Port".to_owned(),
        }
    }

    #[test]
    fn every_origin_is_told_with_its_object_and_reads_back() {
        let (first, last) = (date(2027, 1, 11), date(2027, 1, 12));
        let person = || "nadia".to_owned();
        let customer = || "Scierie Morvan".to_owned();
        let all = [
            (Origin::Anew, "Plan calculé en entier", "Whole plan worked out"),
            (
                Origin::Absence { person: person(), first, last },
                "Absence de Nadia, du lun. 11 janv. 2027 au mar. 12 janv. 2027",
                "Nadia away, from Mon 11 Jan 2027 to Tue 12 Jan 2027",
            ),
            (
                Origin::Absence { person: person(), first, last: first },
                "Absence de Nadia, le lun. 11 janv. 2027",
                "Nadia away, on Mon 11 Jan 2027",
            ),
            (
                Origin::Lost { customer: customer() },
                "Affaire perdue\u{202f}: Scierie Morvan",
                "Deal lost: Scierie Morvan",
            ),
            (
                Origin::Urgent { customer: customer() },
                "Affaire devenue urgente\u{202f}: Scierie Morvan",
                "Deal now urgent: Scierie Morvan",
            ),
            (
                Origin::Moved { action: action(), start: first.at(9, 0, 0, 0) },
                "Action déplacée au lun. 11 janv. 2027 à 09:00\u{202f}: Rencontrer (Brasserie du Port)",
                "Action moved to Mon 11 Jan 2027 at 09:00: Meet (Brasserie du Port)",
            ),
            (
                Origin::Overrun { action: action(), minutes: Minutes(30) },
                "Action plus longue de 30 minutes\u{202f}: Rencontrer (Brasserie du Port)",
                "Action longer by 30 minutes: Meet (Brasserie du Port)",
            ),
            (
                Origin::Cancelled { action: action() },
                "Rendez-vous annulé\u{202f}: Rencontrer (Brasserie du Port)",
                "Appointment cancelled: Meet (Brasserie du Port)",
            ),
        ];
        let name = |_: &str| "Nadia".to_owned();
        for (origin, french, english) in all {
            for (lang, told) in [(Lang::Fr, french), (Lang::En, english)] {
                // A hard space is as good as another here.
                let said = origin.sentence(&name, Catalogue::of(lang)).replace('\u{a0}', " ");
                assert_eq!(said, told);
            }
            let kept = serde_json::to_string(&origin).unwrap();
            assert_eq!(serde_json::from_str::<Origin>(&kept).unwrap(), origin, "{kept}");
        }
    }
}
