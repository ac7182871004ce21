//! What only few tasks have: several modes, several seats, windows, a site, a contact, uses.

use super::Slot;

/// One way of doing a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// Slots of work at standard speed.
    pub duration: u32,
    /// One pool for each seat, all filled for the whole duration.
    pub seats: Box<[u32]>,
    /// Price of choosing this mode.
    pub cost: u32,
    /// Where it takes place, or `NONE`.
    pub site: u32,
    /// Amounts taken from [`super::Model::stocks`]: `(stock, amount)`.
    pub uses: Box<[(u32, u32)]>,
}

/// What a plain [`super::Task`] cannot say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich {
    /// At least one; the first is the preferred one.
    pub modes: Vec<Mode>,
    /// Spans it must lie inside one of; empty: anywhere.
    pub windows: Box<[(Slot, Slot)]>,
    /// The person outside who is solicited, or `NONE`.
    pub contact: u32,
}

/// A resource used in amounts: rooms, machines, demo sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// Amount at hand at any time.
    pub capacity: u32,
}
