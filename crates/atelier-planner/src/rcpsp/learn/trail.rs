//! Bounds on starts, in the order in which they were drawn and with what each was drawn from.

/// "The value of `side` is at least `value`". Side 2i is the start of activity i, side 2i + 1 the
/// start with its sign changed: both bounds of a start are then of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    pub(super) side: u32,
    pub(super) value: i32,
}

impl Bound {
    /// The activity starts at `value` or later.
    pub(super) fn from(one: usize, value: i32) -> Self {
        Self { side: 2 * one as u32, value }
    }

    /// The activity starts at `value` or before.
    pub(super) fn until(one: usize, value: i32) -> Self {
        Self { side: 2 * one as u32 + 1, value: -value }
    }

    /// What is true when this is not.
    #[inline]
    pub(super) fn not(self) -> Self {
        Self { side: self.side ^ 1, value: 1 - self.value }
    }
}

/// Why a bound holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reason {
    /// Given, or tried.
    Free,
    /// The value of another side plus some periods.
    Arc { side: u32, plus: i32 },
    /// Bounds kept in the trail, from `first` to before `after`.
    Causes { first: u32, after: u32 },
    /// The same; the last of them may be lower by as much as less is needed.
    Shifted { first: u32, after: u32 },
    /// A nogood of which all other bounds hold.
    Nogood(u32),
}

/// Bounds that cannot hold together were met; [`Trail::clash`] lists them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clash;

#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) bound: Bound,
    pub(super) reason: Reason,
    /// Count of bounds tried before it.
    pub(super) level: u32,
    /// Value of the side before, and the entry that gave it.
    before: i32,
    previous: u32,
}

#[derive(Debug)]
pub(super) struct Trail {
    /// Least value of each side.
    least: Vec<i32>,
    /// Last entry of each side.
    last: Vec<u32>,
    pub(super) entries: Vec<Entry>,
    causes: Vec<Bound>,
    /// Entries and causes when each bound was tried.
    tried: Vec<(u32, u32)>,
    pub(super) clash: Vec<Bound>,
}

impl Trail {
    /// Nothing known but the least value of each side.
    pub(super) fn new(least: Vec<i32>) -> Self {
        let entry = |(side, &value): (usize, &i32)| Entry {
            bound: Bound { side: side as u32, value },
            reason: Reason::Free,
            level: 0,
            before: i32::MIN,
            previous: u32::MAX,
        };
        Self {
            last: (0..least.len() as u32).collect(),
            entries: least.iter().enumerate().map(entry).collect(),
            least,
            causes: Vec::new(),
            tried: Vec::new(),
            clash: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn holds(&self, bound: Bound) -> bool {
        self.least[bound.side as usize] >= bound.value
    }

    #[inline]
    pub(super) fn least(&self, side: u32) -> i32 {
        self.least[side as usize]
    }

    /// Earliest start.
    #[inline]
    pub(super) fn from(&self, one: usize) -> i32 {
        self.least[2 * one]
    }

    /// Latest start.
    #[inline]
    pub(super) fn until(&self, one: usize) -> i32 {
        -self.least[2 * one + 1]
    }

    pub(super) fn level(&self) -> u32 {
        self.tried.len() as u32
    }

    /// Supposes a bound, to see what follows.
    pub(super) fn suppose(&mut self, bound: Bound) {
        self.tried.push((self.entries.len() as u32, self.causes.len() as u32));
        self.push(bound, Reason::Free);
    }

    /// Where the causes of the next bound are going to begin.
    #[inline]
    pub(super) fn mark(&self) -> u32 {
        self.causes.len() as u32
    }

    #[inline]
    pub(super) fn cause(&mut self, bound: Bound) {
        self.causes.push(bound);
    }

    /// The bound, because of the causes noted since `mark`.
    pub(super) fn raise_since(&mut self, bound: Bound, mark: u32) -> Result<(), Clash> {
        self.raise(bound, Reason::Causes { first: mark, after: self.mark() })
    }

    /// The causes noted since `mark` cannot all hold.
    pub(super) fn clash_since(&mut self, mark: u32) -> Clash {
        self.clash.clear();
        self.clash.extend_from_slice(&self.causes[mark as usize..]);
        Clash
    }

    /// The bound holds for that reason, which is no nogood if the contrary may hold already.
    #[inline]
    pub(super) fn raise(&mut self, bound: Bound, reason: Reason) -> Result<(), Clash> {
        if self.holds(bound) {
            return Ok(());
        }
        if self.holds(bound.not()) {
            self.clash.clear();
            match reason {
                Reason::Arc { side, plus } => self.clash.push(Bound { side, value: bound.value - plus }),
                Reason::Causes { first, after } | Reason::Shifted { first, after } => {
                    self.clash.extend_from_slice(&self.causes[first as usize..after as usize]);
                }
                Reason::Free | Reason::Nogood(_) => {}
            }
            self.clash.push(bound.not());
            return Err(Clash);
        }
        self.push(bound, reason);
        Ok(())
    }

    fn push(&mut self, bound: Bound, reason: Reason) {
        let side = bound.side as usize;
        let (before, previous) = (self.least[side], self.last[side]);
        self.least[side] = bound.value;
        self.last[side] = self.entries.len() as u32;
        self.entries.push(Entry { bound, reason, level: self.level(), before, previous });
    }

    /// The entry by which a bound that holds came to hold.
    #[inline]
    pub(super) fn origin(&self, bound: Bound) -> usize {
        let mut entry = self.last[bound.side as usize] as usize;
        while self.entries[entry].before >= bound.value {
            entry = self.entries[entry].previous as usize;
        }
        entry
    }

    pub(super) fn causes(&self, first: u32, after: u32) -> &[Bound] {
        &self.causes[first as usize..after as usize]
    }

    /// Takes back everything after `level` bounds tried; `freed` is told each side with its value
    /// after and before.
    pub(super) fn back_to(&mut self, level: u32, mut freed: impl FnMut(u32, i32, i32)) {
        if level >= self.level() {
            return;
        }
        let (entries, causes) = self.tried[level as usize];
        for entry in self.entries.drain(entries as usize..).rev() {
            let side = entry.bound.side as usize;
            freed(entry.bound.side, entry.before, entry.bound.value);
            self.least[side] = entry.before;
            self.last[side] = entry.previous;
        }
        self.causes.truncate(causes as usize);
        self.tried.truncate(level as usize);
    }
}
