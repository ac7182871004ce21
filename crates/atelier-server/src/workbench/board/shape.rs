//! What a board looks like on the wire.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A window of the plan.
#[derive(Serialize, ToSchema)]
pub struct Board {
    /// Version of the plan.
    pub(super) version: i64,
    pub(super) made: String,
    /// The day from which the plan still moves.
    pub(super) today: String,
    /// First day of the window; minutes count from its midnight.
    pub(super) from: String,
    /// Last day of the window.
    pub(super) to: String,
    /// First day of the plan.
    pub(super) first_day: String,
    /// Last day of the plan.
    pub(super) last_day: String,
    /// Starts fall on multiples of it, in minutes.
    pub(super) grid: i64,
    pub(super) days: Vec<BoardDay>,
    pub(super) kinds: Vec<BoardKind>,
    pub(super) teams: Vec<BoardTeam>,
    pub(super) people: BoardPeople,
    /// Hours of a day, as pairs from, to, in minutes of the day.
    pub(super) patterns: Vec<Vec<i64>>,
    pub(super) operations: Vec<BoardOperation>,
    pub(super) customers: Vec<String>,
    pub(super) states: Vec<&'static str>,
    pub(super) orders: BoardOrders,
    pub(super) unplaced: BoardUnplaced,
}

/// A day of the window.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardDay {
    pub(super) date: String,
    /// `frozen`, `firm`, `open`.
    pub(super) zone: &'static str,
    /// Whether the company opens.
    pub(super) open: bool,
    /// Name of the public holiday.
    pub(super) holiday: Option<String>,
}

/// A kind of people.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardKind {
    pub(super) code: String,
    pub(super) name: String,
}

/// A team, and where its people stand in the columns.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardTeam {
    pub(super) name: String,
    pub(super) people: Vec<usize>,
}

/// People, one position in every column each.
#[derive(Default, Serialize, ToSchema)]
pub(super) struct BoardPeople {
    pub(super) code: Vec<String>,
    pub(super) name: Vec<String>,
    /// Position in `kinds`.
    pub(super) kind: Vec<usize>,
    /// Position in `teams`.
    pub(super) team: Vec<usize>,
    /// Per day, position in `patterns`.
    pub(super) hours: Vec<Vec<usize>>,
    /// Days of leave, by position.
    pub(super) away: Vec<Vec<usize>>,
    /// Per day, minutes of actions still to do.
    pub(super) planned: Vec<Vec<i64>>,
    /// Per day, minutes given to planned actions.
    pub(super) given: Vec<Vec<i64>>,
}

/// An operation of a process.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardOperation {
    pub(super) process: String,
    pub(super) step: String,
    pub(super) operation: String,
    pub(super) name: String,
    pub(super) step_name: String,
    pub(super) channel: &'static str,
}

/// Actions by start, one position in every column each.
#[derive(Default, Serialize, ToSchema)]
pub(super) struct BoardOrders {
    pub(super) id: Vec<Uuid>,
    /// Positions of those who do it.
    pub(super) people: Vec<Vec<usize>>,
    /// How many more do it, who are not shown.
    pub(super) others: Vec<usize>,
    pub(super) start: Vec<i64>,
    pub(super) length: Vec<i64>,
    pub(super) state: Vec<usize>,
    pub(super) customer: Vec<usize>,
    pub(super) operation: Vec<usize>,
    /// The same number, the same opportunity.
    pub(super) case: Vec<usize>,
    /// 0 in time, 1 ends on its last day, 2 late.
    pub(super) timing: Vec<u8>,
    /// 1: decided.
    pub(super) pinned: Vec<u8>,
}

/// What has no date.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardUnplaced {
    pub(super) total: usize,
    pub(super) rows: Vec<BoardWaiting>,
}

/// An action without a date.
#[derive(Serialize, ToSchema)]
pub(super) struct BoardWaiting {
    pub(super) id: Uuid,
    pub(super) customer: String,
    /// Position in `operations`.
    pub(super) operation: usize,
    pub(super) people: Vec<usize>,
    pub(super) minutes: i64,
    pub(super) due: Option<String>,
    /// Why it has no date.
    pub(super) cause: String,
    /// What would give it one.
    pub(super) free: Vec<String>,
}
