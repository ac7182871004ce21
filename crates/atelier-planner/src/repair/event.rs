//! What may upset a plan in force.

use crate::model::{Case, Fault, Slot};

/// Something that happened, and when it became known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The moment: what started before it is work done or under way.
    pub at: Slot,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A person is away; what lies before the moment of the notice is not changed.
    Absence {
        /// Who.
        person: u32,
        /// First slot away.
        from: Slot,
        /// First slot back.
        to: Slot,
    },
    /// A case is lost: what remains of it is not done.
    Lost {
        /// Which case.
        case: u32,
    },
    /// A case comes in.
    Opened(Case),
    /// A case weighs more than it did; a lower weight than before changes nothing.
    Urgent {
        /// Which case.
        case: u32,
        /// Its new weight.
        weight: u32,
    },
    /// A task lasts longer than thought. What exceeds may go on after a break.
    Overrun {
        /// Which task.
        task: u32,
        /// Slots more, at standard speed.
        by: u32,
    },
    /// The other party is available at another time.
    Window {
        /// Which task.
        task: u32,
        /// It starts no earlier.
        from: Slot,
        /// It ends no later.
        until: Slot,
    },
    /// The other party calls an appointment off.
    CalledOff {
        /// Which task.
        task: u32,
        /// The date from which another may be found; `None`: it is no longer needed, and what waited
        /// for it waits no more.
        again: Option<Slot>,
    },
}

/// Why a notice changes nothing: it is about the past, or about nothing known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// After the end of the plan.
    #[error("slot {0} is after the end of the plan")]
    AfterTheEnd(Slot),
    /// Nobody of that number.
    #[error("there is no person {0}")]
    UnknownPerson(u32),
    /// No case of that number.
    #[error("there is no case {0}")]
    UnknownCase(u32),
    /// No task of that number.
    #[error("there is no task {0}")]
    UnknownTask(u32),
    /// A span or a window that ends before it starts.
    #[error("the span from {0} to {1} is empty")]
    EmptySpan(Slot, Slot),
    /// The whole span lies before the notice.
    #[error("the span ended at {0}, before the notice")]
    SpanOver(Slot),
    /// The task began before the notice and cannot be asked otherwise.
    #[error("task {task} began at {start}, before the notice")]
    Begun {
        /// The task.
        task: u32,
        /// When it began.
        start: Slot,
    },
    /// The task ended before the notice.
    #[error("task {task} ended at {end}, before the notice")]
    Ended {
        /// The task.
        task: u32,
        /// When it ended.
        end: Slot,
    },
    /// Nothing is left of the case: all has begun or is gone.
    #[error("nothing is left to do of case {0}")]
    NothingLeft(u32),
    /// The task is no longer to be done.
    #[error("task {0} is no longer to be done")]
    Gone(u32),
    /// The work under way cannot go on for so long: the plan or the hours of joint work end before.
    #[error("task {0} cannot go on for so long before the plan or the hours of those on it end")]
    NoTime(u32),
    /// The new case cannot be read; the faults count its tasks and links from 0.
    #[error("the new case cannot be read: {}", listed(.0))]
    Case(Vec<Fault>),
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
