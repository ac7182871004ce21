//! What a model cannot hold.

use super::Slot;

/// What is wrong with a problem, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Slots of the plan: at least one, at most 2²⁸.
    #[error("the horizon of {0} slots is not between 1 and 268,435,456")]
    Horizon(Slot),
    /// A task of no duration.
    #[error("task {0} lasts nothing")]
    NoDuration(u32),
    /// A duration longer than the horizon, even for the fastest.
    #[error("task {0} lasts longer than the plan")]
    TooLong(u32),
    /// A release after the end of the plan.
    #[error("task {0} is released after the end of the plan")]
    Release(u32),
    /// A window that closes before it opens.
    #[error("the window of task {0} closes before it opens")]
    Window(u32),
    /// A pool, a case or a rich description that does not exist.
    #[error("task {task} asks for {what} {id}, which does not exist")]
    Unknown {
        /// The task.
        task: u32,
        /// `"pool"`, `"case"` (they are numbered from 0, at most as many as tasks), `"rich task"`, `"stock"`.
        what: &'static str,
        /// The position asked for.
        id: u32,
    },
    /// No mode at all, or more seats and candidates than can be told apart.
    #[error("task {0} can be done in no way, or in more ways than can be numbered")]
    Modes(u32),
    /// A pool that names somebody who does not exist.
    #[error("pool {pool} names person {person}, who does not exist")]
    UnknownPerson {
        /// The pool.
        pool: u32,
        /// The position asked for.
        person: u32,
    },
    /// A person without speed, or with an unknown calendar.
    #[error("person {0} has no speed or no calendar")]
    Person(u32),
    /// A link from or to a task that does not exist.
    #[error("link {link} names task {task}, which does not exist")]
    UnknownTask {
        /// Position of the link, in the order given.
        link: u32,
        /// The position asked for.
        task: u32,
    },
    /// A longest wait below the shortest.
    #[error("link {0}: the longest wait is below the shortest")]
    Wait(u32),
    /// A wait longer than the horizon allows for.
    #[error("link {0}: the wait is out of range")]
    WaitRange(u32),
    /// Tasks that wait for one another, in order.
    #[error("tasks {0:?} wait for one another")]
    Cycle(Vec<u32>),
    /// A task that asks for more than there is.
    #[error("task {task} asks for more than the capacity of stock {stock}")]
    AboveCapacity {
        /// The task.
        task: u32,
        /// The stock.
        stock: u32,
    },
    /// A pinned place that ends before it starts or names nobody known.
    #[error("the pinned place of task {0} is no place")]
    Pin(u32),
}
