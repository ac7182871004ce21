//! What is to be scheduled: tasks, the resources they need, and the time there is.

/// Minutes since the first midnight of the plan.
pub type Minute = u32;

/// From midnight to midnight.
pub const DAY: Minute = 1_440;

/// Position of a task in [`Problem::tasks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// Position of a resource in [`Problem::resources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

/// A stretch of time, start in, end out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First minute inside.
    pub start: Minute,
    /// First minute after.
    pub end: Minute,
}

/// Somebody or something that works on one task at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// Working stretches, sorted, disjoint, not touching. A task never runs across a break.
    pub windows: Vec<Span>,
    /// Most minutes of tasks on each day of the plan (a day is 1,440 minutes from midnight); days
    /// beyond the list are limited by the windows alone. `None`: the windows alone limit.
    pub day_allowance: Option<Vec<Minute>>,
}

/// One place to fill at a task: exactly one of the candidates serves it for its whole duration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Who may serve, in order of preference: at equal start the first wins.
    pub candidates: Vec<ResourceId>,
}

/// What must pass between the end of a task and the start of its successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Minutes of elapsed time, nights included.
    Elapsed(Minute),
    /// Open days: the successor starts no earlier than the same clock time, `n` open days later
    /// (see [`Problem::open_days`]). An end at midnight counts as the end of the day before.
    OpenDays(u32),
}

/// A predecessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The task that must end first.
    pub task: TaskId,
    /// And the wait after its end.
    pub wait: Wait,
}

/// A piece of work, done in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Length, above zero.
    pub duration: Minute,
    /// Places to fill, all during the whole task; the same resource never fills two of them. Empty: nobody is needed.
    pub needs: Vec<Need>,
    /// Not before.
    pub release: Minute,
    /// Should end by then; later is late, not forbidden.
    pub due: Option<Minute>,
    /// When the other party is available: the task lies inside one of these. `None`: always.
    /// Sorted and disjoint.
    pub windows: Option<Vec<Span>>,
    /// Predecessors.
    pub after: Vec<Link>,
    /// Already decided (started, or pinned by a person): booked first and never moved, whatever the
    /// other rules say; tasks without a decision keep clear of it.
    pub pinned: Option<Placement>,
}

/// A whole scheduling problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Starts fall on multiples of this many minutes. Above zero.
    pub grid: Minute,
    /// First minute after the plan: nothing ends later.
    pub horizon: Minute,
    /// For each day of the plan, whether it counts in [`Wait::OpenDays`]. Days beyond the list are open.
    pub open_days: Vec<bool>,
    /// Who works.
    pub resources: Vec<Resource>,
    /// What is to be done.
    pub tasks: Vec<Task>,
}

/// A task with its date and its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The task.
    pub task: TaskId,
    /// When it runs.
    pub span: Span,
    /// One resource per need, in the order of [`Task::needs`].
    pub who: Vec<ResourceId>,
}
