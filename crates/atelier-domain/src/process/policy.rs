//! What the company allows itself when it plans: how often a customer is solicited, when customers
//! receive, what is shared, and what moving people about may cost.

use super::{Bilingual, Hours};
use jiff::civil::{Date, DateTime};

/// The rules and prices by which the workshop plans; empty: none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// How often one customer is solicited, across all processes.
    pub solicitation: Option<Solicitation>,
    /// What is paid besides delays.
    pub prices: Prices,
    /// What several actions share.
    pub rooms: Vec<Room>,
    /// When customers receive; those whom nothing concerns are always available.
    pub customer_hours: Vec<CustomerHours>,
}

/// At most so many solicitations of one customer in so many days in a row (*pression commerciale*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Solicitation {
    /// Actions, above zero.
    pub times: u32,
    /// Days in a row, above zero.
    pub days: u32,
}

/// Prices, each in minutes of delay of one action: 240 means that four hours of delay are preferred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// Each person of a case beyond the first.
    pub seller_change: u32,
    /// Each day on which a person goes to a customer's place.
    pub trip: u32,
}

/// A room, a licence or anything that several actions ask for at once. Actions that must not meet
/// ask for a room of which there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Unique.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// How many there are.
    pub count: u32,
}

/// When customers receive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerHours {
    /// `*` for every customer, a sector, or the name of an account.
    pub who: String,
    /// Monday to Sunday; sorted, disjoint.
    pub week: [Vec<Hours>; 7],
}

impl CustomerHours {
    /// The stretches from the first of `days` on, in time order.
    pub fn windows(&self, days: impl Iterator<Item = Date>) -> Vec<(DateTime, DateTime)> {
        let of_day = |day: Date| {
            let hours = &self.week[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)];
            hours.iter().map(move |one| (day.to_datetime(one.from), day.to_datetime(one.to)))
        };
        days.flat_map(of_day).collect()
    }
}

impl Policy {
    /// The hours of a customer: those of the account, else of its sector, else of everybody. Capitals
    /// and spaces at the ends do not count.
    pub fn hours_of_customer(&self, account: &str, sector: &str) -> Option<&CustomerHours> {
        let find = |name: &str| self.customer_hours.iter().find(|hours| same(&hours.who, name));
        find(account).or_else(|| find(sector)).or_else(|| find("*"))
    }

    /// The room of this code.
    pub fn room(&self, code: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.code == code)
    }
}

/// The same name of a customer: capitals and spaces at the ends do not count, and no name is like none.
pub(super) fn same(a: &str, b: &str) -> bool {
    !b.trim().is_empty() && a.trim().to_lowercase() == b.trim().to_lowercase()
}
