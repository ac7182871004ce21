//! What upsets a plan, as somebody says it, and as the plan understands it.

use super::{Published, Replanning};
use atelier_domain::execution::{Event, State};
use atelier_domain::language::{Minutes, OrderId, Refusal};
use jiff::civil::{Date, DateTime};
use serde::Deserialize;
use utoipa::ToSchema;

/// Most minutes that an action is made longer by.
const LONGER: i64 = 1_440;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
#[schema(as = UpsetAsked)]
pub enum Upset {
    /// Somebody is away, both days inside.
    Absence {
        /// Code.
        person: String,
        /// First day.
        #[schema(value_type = String, format = Date)]
        first: Date,
        /// Last day.
        #[schema(value_type = String, format = Date)]
        last: Date,
    },
    /// A case is lost.
    Lost {
        /// Its key, or its identity.
        case: String,
    },
    /// A case becomes urgent.
    Urgent {
        /// Its key, or its identity.
        case: String,
    },
    /// The customer moves an appointment.
    Move {
        /// Which.
        order: String,
        /// To when.
        #[schema(value_type = String)]
        start: DateTime,
    },
    /// An action lasts longer.
    Overrun {
        /// Which.
        order: String,
        /// By how much.
        #[schema(minimum = 1, maximum = 1440)]
        minutes: i64,
    },
    /// An appointment is cancelled.
    Cancel {
        /// Which.
        order: String,
    },
}

impl Replanning<'_> {
    /// The event, checked against the plan.
    ///
    /// # Errors
    /// `app/unknown-person`, `app/unknown-case`, `app/unknown-order`, `app/empty-period`,
    /// `app/order-without-date`, `app/move-to-the-past`, `app/move-outside-plan`,
    /// `app/outside-working-time`, `planning/overrun-length`.
    pub fn event(&self, upset: &Upset) -> Result<Event, Refusal> {
        match upset {
            Upset::Absence { person, first, last } => {
                if last < first {
                    let refusal = Refusal::new("app/empty-period").field("last");
                    return Err(refusal.with("from", *first).with("to", *last));
                }
                let person = super::find_person(&self.plan.summary.people, person)?.person.clone();
                Ok(Event::Absence { person, first: *first, last: *last })
            }
            Upset::Lost { case } => Ok(Event::Lost(self.case(case)?.id)),
            Upset::Urgent { case } => Ok(Event::Urgent(self.case(case)?.id)),
            Upset::Move { order, start } => self.moved(order, *start),
            Upset::Overrun { order, minutes } => {
                if !(1..=LONGER).contains(minutes) {
                    let refusal = Refusal::new("planning/overrun-length").field("minutes");
                    return Err(refusal.with("given", *minutes).with("most", LONGER));
                }
                Ok(Event::Overrun(ahead(self.plan, order)?, Minutes(*minutes)))
            }
            Upset::Cancel { order } => Ok(Event::Cancelled(ahead(self.plan, order)?)),
        }
    }

    /// Nothing is moved into the past, beyond the plan or into the time that people have for themselves.
    fn moved(&self, order: &str, start: DateTime) -> Result<Event, Refusal> {
        let order = ahead(self.plan, order)?;
        let period = self.plan.summary.period;
        if start.date() < self.today() {
            return Err(Refusal::new("app/move-to-the-past").field("start").with("day", start.date()));
        }
        if !period.holds(start.date()) {
            let refusal = Refusal::new("app/move-outside-plan").field("start").with("day", start.date());
            return Err(refusal.with("last", period.last()));
        }
        if let Some(person) = self.away(order, start) {
            let refusal = Refusal::new("app/outside-working-time").field("start");
            let time = format!("{:02}:{:02}", start.hour(), start.minute());
            let refusal = refusal.with("person", self.plan.name(&person)).with("day", start.date());
            return Err(refusal.with("time", time));
        }
        Ok(Event::Moved { order, start, people: Vec::new() })
    }
}

/// An order that has a date and is not done.
fn ahead(plan: &Published, asked: &str) -> Result<OrderId, Refusal> {
    let planned = plan.order(asked.trim())?;
    let order = &planned.order;
    let phase = order.phase();
    if order.start.is_none() || !(phase.is_ahead() || matches!(order.state, State::Started { .. })) {
        return Err(Refusal::new("app/order-without-date").field("order").with("given", asked));
    }
    Ok(order.id)
}
