//! What stands in the way of an action moved by hand, in words.

use crate::language::{Args, Catalogue, Minutes, OrderId};
use crate::planning::schedule::Lateness;
use jiff::civil::{Date, DateTime};

/// One thing in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// It is there already.
    SameTime,
    /// That moment is over.
    Past,
    /// The plan does not go so far.
    OutsidePlan {
        /// Its last day.
        last: Date,
    },
    /// Somebody of another kind than those asked for.
    Kind {
        /// Code.
        person: String,
    },
    /// Somebody without the skill.
    Skill {
        /// Code.
        person: String,
        /// Skill.
        skill: String,
    },
    /// Somebody does not work then, or not until its end.
    NonWorking {
        /// Code.
        person: String,
    },
    /// Somebody has other actions then: these move.
    Overlap {
        /// Code.
        person: String,
        /// Those.
        orders: Vec<OrderId>,
    },
    /// The day of somebody would hold more than the time they give to planned actions.
    Overload {
        /// Code.
        person: String,
        /// Work of the day with it.
        planned: Minutes,
        /// Time given.
        given: Minutes,
    },
    /// The customer does not receive then.
    CustomerHours,
    /// What must end first is not over, or has no date.
    Before {
        /// It.
        order: OrderId,
        /// When it is, with what must pass then.
        until: Option<DateTime>,
    },
    /// It was not to be done before.
    Early {
        /// That moment.
        release: DateTime,
    },
    /// It ends late.
    Late(Lateness),
}

/// Names for sentences.
pub struct Naming<'a> {
    /// Catalogue of the reader.
    pub words: &'a Catalogue,
    /// Name of somebody, by code.
    pub person: &'a dyn Fn(&str) -> String,
    /// An action, by order.
    pub action: &'a dyn Fn(OrderId) -> String,
}

impl Conflict {
    /// As addresses and answers say it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SameTime => "same-time",
            Self::Past => "past",
            Self::OutsidePlan { .. } => "outside-plan",
            Self::Kind { .. } => "kind",
            Self::Skill { .. } => "skill",
            Self::NonWorking { .. } => "non-working",
            Self::Overlap { .. } => "overlap",
            Self::Overload { .. } => "overload",
            Self::CustomerHours => "customer-hours",
            Self::Before { .. } => "before",
            Self::Early { .. } => "early",
            Self::Late(_) => "late",
        }
    }

    /// Whether nobody may go on in spite of it.
    pub fn blocks(&self) -> bool {
        !matches!(
            self,
            Self::Overlap { .. }
                | Self::Overload { .. }
                | Self::CustomerHours
                | Self::Early { .. }
                | Self::Late(_)
        )
    }

    /// The field of a request that it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Kind { .. } | Self::Skill { .. } => "person",
            _ => "start",
        }
    }

    /// The orders that it names.
    pub fn orders(&self) -> &[OrderId] {
        match self {
            Self::Overlap { orders, .. } => orders,
            Self::Before { order, .. } => std::slice::from_ref(order),
            _ => &[],
        }
    }

    /// In the reader's language.
    pub fn sentence(&self, naming: &Naming<'_>) -> String {
        let (words, show) = (naming.words, naming.words.show());
        let of = |person: &str| Args::new().with("person", (naming.person)(person));
        let moment = |at: &DateTime| format!("{} {}", show.short_day(at.date()), show.time(at.time()));
        let (id, args) = match self {
            Self::SameTime => ("planning-conflict-same-time", Args::new()),
            Self::Past => ("planning-conflict-past", Args::new()),
            Self::OutsidePlan { last } => {
                ("planning-conflict-outside-plan", Args::new().with("last", show.short_day(*last)))
            }
            Self::Kind { person } => ("planning-conflict-kind", of(person)),
            Self::Skill { person, skill } => {
                ("planning-conflict-skill", of(person).with("skill", skill.as_str()))
            }
            Self::NonWorking { person } => ("planning-conflict-non-working", of(person)),
            Self::Overlap { person, orders } => {
                let actions: Vec<String> =
                    orders.iter().take(3).map(|order| (naming.action)(*order)).collect();
                let count = i64::try_from(orders.len()).unwrap_or(i64::MAX);
                let args = of(person).with_count("count", count).with("actions", actions.join(", "));
                ("planning-conflict-overlap", args)
            }
            Self::Overload { person, planned, given } => {
                let args = of(person).with("planned", show.duration(*planned));
                ("planning-conflict-overload", args.with("given", show.duration(*given)))
            }
            Self::CustomerHours => ("planning-conflict-customer-hours", Args::new()),
            Self::Before { order, until } => {
                let args = Args::new().with("action", (naming.action)(*order));
                match until {
                    Some(until) => ("planning-conflict-before", args.with("moment", moment(until))),
                    None => ("planning-conflict-before-undated", args),
                }
            }
            Self::Early { release } => {
                ("planning-conflict-early", Args::new().with("moment", moment(release)))
            }
            Self::Late(late) if late.open_days == 0 => {
                let length = show.duration(late.minutes);
                ("planning-conflict-late-hours", Args::new().with("length", length))
            }
            Self::Late(late) => {
                let days = i64::from(late.open_days);
                ("planning-conflict-late", Args::new().with_count("days", days))
            }
        };
        words.text(id, &args)
    }
}
