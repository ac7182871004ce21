//! Links between tasks, and lists of lists in one block.

use super::NONE;

const OPEN_DAYS: u32 = 1 << 31;

/// What must at least pass between two tasks: elapsed slots, or open days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(u32);

impl Wait {
    /// Elapsed slots, nights included; below 2³¹.
    pub fn elapsed(slots: u32) -> Self {
        debug_assert!(slots < OPEN_DAYS, "wait out of range");
        Self(slots)
    }

    /// The same clock time, `days` open days later.
    pub fn open_days(days: u32) -> Self {
        debug_assert!(days < OPEN_DAYS, "wait out of range");
        Self(days | OPEN_DAYS)
    }

    /// Open days, when the wait is counted so.
    pub fn days(self) -> Option<u32> {
        (self.0 & OPEN_DAYS != 0).then_some(self.0 & !OPEN_DAYS)
    }

    /// Elapsed slots; 0 for open days.
    pub fn slots(self) -> u32 {
        if self.0 & OPEN_DAYS == 0 { self.0 } else { 0 }
    }
}

/// The other end of a precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The predecessor or the successor, depending on the list.
    pub task: u32,
    /// From the end of the predecessor to the start of the successor, at least.
    pub wait: Wait,
    /// And at most, in elapsed slots; [`NONE`]: no limit.
    pub max_lag: u32,
}

impl Link {
    /// Has it a longest wait?
    pub fn bounded(self) -> bool {
        self.max_lag != NONE
    }
}

/// Lists of lists in one block: the items of list `i` are contiguous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csr<T> {
    heads: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Csr<T> {
    /// `lists` lists from `(list, item)` pairs that `each` gives twice, the same both times.
    ///
    /// Within a list, items keep the order in which they were given.
    pub fn collect<I: Iterator<Item = (u32, T)>>(lists: u32, each: impl Fn() -> I) -> Self {
        let mut heads = vec![0_u32; lists as usize + 1];
        let mut any = None;
        for (list, item) in each() {
            heads[list as usize + 1] += 1;
            any = Some(item);
        }
        for i in 1..heads.len() {
            heads[i] += heads[i - 1];
        }
        let total = heads.last().copied().unwrap_or(0) as usize;
        let mut items = any.map_or_else(Vec::new, |item| vec![item; total]);
        for (list, item) in each() {
            let head = &mut heads[list as usize];
            items[*head as usize] = item;
            *head += 1;
        }
        heads.copy_within(0..lists as usize, 1);
        heads[0] = 0;
        Self { heads, items }
    }

    /// Items of list `i`.
    pub fn of(&self, i: u32) -> &[T] {
        let i = i as usize;
        &self.items[self.heads[i] as usize..self.heads[i + 1] as usize]
    }

    /// Adds a list at the end.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.heads.push(self.items.len() as u32);
    }

    /// Takes the last list away.
    pub(super) fn pop(&mut self) {
        self.heads.pop();
        self.items.truncate(self.heads.last().map_or(0, |&end| end as usize));
    }

    /// Number of lists.
    pub fn lists(&self) -> u32 {
        self.heads.len() as u32 - 1
    }

    /// Items of all lists together.
    pub fn total(&self) -> usize {
        self.items.len()
    }
}
