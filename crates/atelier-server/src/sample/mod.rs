//! The companies of the demonstration: Métrios, computed by hand in the documentation, and
//! Lumen, a larger made one. Both are deterministic: the same program gives the same companies.

pub mod canaries;
mod chance;
mod lumen;
mod metrios;
mod names;
mod sheets;
mod talks;
mod users;

use atelier_domain::execution::{Account, Case, Passage, Person, Product};
use jiff::civil::{Date, date};

pub use lumen::lumen;
pub use metrios::metrios;
pub use sheets::sheets;
pub use talks::{Talks, talks};
pub use users::users;

/// The day on which the demonstration lives: the first Monday of its quarter.
pub const TODAY: Date = date(2027, 1, 4);

/// What was won before that day is held as confirmed.
pub const CONFIRMED: Date = date(2026, 12, 14);

/// A company as it would come out of its former system, with the sheets of its workshop.
pub struct Company {
    /// Short code, used on the command line.
    pub code: &'static str,
    /// Shown name.
    pub name: &'static str,
    /// Process sheets, as text.
    pub processes: Vec<&'static str>,
    /// People and calendars, as text.
    pub workshop: String,
    /// Scenarios, as text.
    pub scenarios: Option<&'static str>,
    /// Customers.
    pub accounts: Vec<Account>,
    /// Sales force.
    pub people: Vec<Person>,
    /// Offer.
    pub products: Vec<Product>,
    /// Cases, open and closed.
    pub cases: Vec<Case>,
    /// Their stays in the steps.
    pub passages: Vec<Passage>,
}
