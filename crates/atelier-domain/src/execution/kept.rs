//! How a planned order is written: each thing once. What the appointment repeats of the order is left
//! out, and read back from it; texts of former plans, which repeat it, read too.

use super::order::ActionOrder;
use super::planned::{Bounds, PlannedOrder};
use crate::language::CaseId;
use crate::planning::schedule::{Appointment, Cause, Lateness, Reason, Unplaced, is_first};
use crate::process::Bilingual;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// The written form of a [`PlannedOrder`].
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    order: ActionOrder,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    appointment: Option<Dated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unplaced: Option<Undated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bounds: Option<Bounds>,
}

/// How a bilingual text is stored.
#[derive(Clone, Serialize, Deserialize)]
struct Words {
    fr: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    en: String,
}

/// An appointment, without what is as in its order.
#[derive(Clone, Serialize, Deserialize)]
struct Dated {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<String>,
    action: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<DateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<DateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    late: Option<Lateness>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pinned: bool,
    #[serde(default, skip_serializing_if = "is_first")]
    way: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Reason>,
}

/// The cause of an order without date, without what is as in its order.
#[derive(Clone, Serialize, Deserialize)]
struct Undated {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
    action: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DateTime>,
    cause: Cause,
}

/// Nothing when it is what the order says too.
fn unlike<T: PartialEq>(mine: T, of_order: Option<&T>) -> Option<T> {
    (Some(&mine) != of_order).then_some(mine)
}

fn words(text: Bilingual) -> Words {
    Words { fr: text.fr, en: text.en }
}

fn text(words: Words) -> Bilingual {
    Bilingual { fr: words.fr, en: words.en }
}

/// The order alone, out of what is written of it and of its place.
#[derive(Deserialize)]
struct Alone {
    order: ActionOrder,
}

impl PlannedOrder {
    /// Reads the order alone, without its appointment, its reasons and its bounds: less than half of the work.
    ///
    /// # Errors
    /// When the text is not a written order.
    pub fn without_place(text: &str) -> Result<Self, serde_json::Error> {
        let Alone { order } = serde_json::from_str(text)?;
        Ok(Self { order, appointment: None, unplaced: None, bounds: None })
    }
}

impl From<PlannedOrder> for Kept {
    fn from(planned: PlannedOrder) -> Self {
        let PlannedOrder { order, appointment, unplaced, bounds } = planned;
        let due = bounds.as_ref().map(|bounds| bounds.due);
        let appointment = appointment.map(|one| Dated {
            case: unlike(one.case, order.case.as_ref()),
            customer: unlike(one.customer, Some(&order.customer)),
            action: words(one.action),
            start: unlike(one.start, order.start.as_ref()),
            end: unlike(one.end, order.end.as_ref()),
            people: unlike(one.people, Some(&order.people)),
            due: one.due.filter(|_| one.due != due),
            late: one.late,
            pinned: one.pinned,
            way: one.way,
            reasons: one.reasons,
        });
        let unplaced = unplaced.map(|one| Undated {
            case: unlike(one.case, order.case.as_ref()),
            action: words(one.action),
            due: one.due.filter(|_| one.due != due),
            cause: one.cause,
        });
        Self { order, appointment, unplaced, bounds }
    }
}

impl From<Kept> for PlannedOrder {
    fn from(kept: Kept) -> Self {
        let Kept { order, appointment, unplaced, bounds } = kept;
        let due = bounds.as_ref().map(|bounds| bounds.due);
        let nobody = CaseId(order.id.0);
        let appointment = appointment.map(|one| Appointment {
            order: order.id,
            case: one.case.or(order.case).unwrap_or(nobody),
            customer: one.customer.unwrap_or_else(|| order.customer.clone()),
            operation: order.operation.clone(),
            action: text(one.action),
            start: one.start.or(order.start).unwrap_or(DateTime::MIN),
            end: one.end.or(order.end).unwrap_or(DateTime::MIN),
            people: one.people.unwrap_or_else(|| order.people.clone()),
            due: one.due.or(due),
            late: one.late,
            pinned: one.pinned,
            way: one.way,
            reasons: one.reasons,
        });
        let unplaced = unplaced.map(|one| Unplaced {
            order: order.id,
            case: one.case.or(order.case).unwrap_or(nobody),
            customer: order.customer.clone(),
            operation: order.operation.clone(),
            action: text(one.action),
            due: one.due.or(due),
            cause: one.cause,
        });
        Self { order, appointment, unplaced, bounds }
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
