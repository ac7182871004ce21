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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Working stretches, sorted, disjoint, not touching. A task never runs across a break.
    pub windows: Vec<Span>,
    /// Most minutes of tasks on each day of the plan (a day is 1,440 minutes from midnight); days
    /// beyond the list are limited by the windows alone. `None`: the windows alone limit. What is
    /// kept free for other work is kept here.
    pub day_allowance: Option<Vec<Minute>>,
    /// Pace in per cent of the standard, above zero: a task of 60 minutes takes 75 at 80 %, rounded up
    /// to the grid when the pace is not 100.
    pub pace: u32,
}

impl Default for Resource {
    fn default() -> Self {
        Self { windows: Vec::new(), day_allowance: None, pace: 100 }
    }
}

/// Position of a stock in [`Problem::stocks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StockId(pub u32);

/// Something several tasks share at once: rooms, licences, places. Two tasks that must never meet
/// share a stock of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stock {
    /// How much there is at any moment.
    pub capacity: u32,
}

/// What a task takes of a stock, from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which stock.
    pub stock: StockId,
    /// How much.
    pub amount: u32,
}

/// Another way to do the same task, such as a call instead of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// Length, above zero.
    pub duration: Minute,
    /// Places to fill.
    pub needs: Vec<Need>,
    /// Price of choosing it, in the unit of [`Costs`]. The first way of a task costs nothing.
    pub cost: u32,
    /// Where it is done this way; `None`: nobody goes anywhere, as for a call.
    pub site: Option<u32>,
}

/// The other party is not solicited more than so many times in so many days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressure {
    /// Tasks of one contact, above zero.
    pub times: u32,
    /// Days in a row, from midnight to midnight, above zero. A task counts on the day of its start.
    pub days: u32,
}

/// What a plan pays for; the lower the better. One minute late of a task of weight one costs one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// A task left out.
    pub unplaced: u64,
    /// Each resource of a case beyond the first.
    pub switch: u64,
    /// Each day on which a resource goes to a site.
    pub trip: u64,
    /// A task moved against the plan in force.
    pub moved: u64,
}

impl Default for Costs {
    /// A task left out weighs more than any delay of one; the others nothing.
    fn default() -> Self {
        Self { unplaced: 1_500_000, switch: 0, trip: 0, moved: 0 }
    }
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
    /// The start comes at most so many elapsed minutes after that end; never below the wait. A
    /// predecessor and a successor bound so are placed together or not at all.
    pub at_most: Option<Minute>,
}

/// A piece of work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// May stop at a break and go on after it, without another task in between. Only with one need.
    pub split: bool,
    /// Other ways to do it, beside `duration` and `needs`.
    pub modes: Vec<Mode>,
    /// Price of one minute late; 0: being late costs nothing.
    pub weight: u32,
    /// The case it belongs to: changing resources inside a case costs [`Costs::switch`].
    pub case: Option<u32>,
    /// Where it is done the first way: tasks of one resource at one site on one day are one trip.
    pub site: Option<u32>,
    /// Whom it solicits; see [`Pressure`].
    pub contact: Option<u32>,
    /// What it takes of the stocks.
    pub uses: Vec<Use>,
}

impl Task {
    /// Where it is done in a mode, 0 being the first way.
    pub(crate) fn site_of(&self, mode: u32) -> Option<u32> {
        mode.checked_sub(1).map_or(self.site, |other| self.modes[other as usize].site)
    }
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
    /// What is shared.
    pub stocks: Vec<Stock>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// How often one contact may be solicited; `None`: as often as wanted.
    pub pressure: Option<Pressure>,
    /// What is paid for.
    pub costs: Costs,
}

impl Default for Problem {
    fn default() -> Self {
        Self {
            grid: 15,
            horizon: 0,
            open_days: Vec::new(),
            resources: Vec::new(),
            stocks: Vec::new(),
            tasks: Vec::new(),
            pressure: None,
            costs: Costs::default(),
        }
    }
}

/// A task with its date and its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The task.
    pub task: TaskId,
    /// When it runs.
    pub span: Span,
    /// One resource per need, in the order of [`Task::needs`] or of those of the mode.
    pub who: Vec<ResourceId>,
    /// 0: as the task says itself; `n`: by its `n`th other mode, from 1.
    pub mode: u32,
}
