//! Which bound to suppose next: those met in the latest clashes first.

use super::trail::Bound;

/// "Activity `i` starts at `v` or later" is the question `i * width + v`; the questions met in
/// clashes are in a heap, the hottest on top.
///
/// Source: the VSIDS rule of Moskewicz et al. 2001, on bounds.
#[derive(Debug)]
pub(super) struct Questions {
    width: usize,
    heat: Vec<f64>,
    step: f64,
    heap: Vec<u32>,
    /// Place of each question in the heap.
    places: Vec<u32>,
}

const ABSENT: u32 = u32::MAX;
/// By how much a clash weighs more than the one before.
const GROWTH: f64 = 1.0 / 0.95;

impl Questions {
    /// Of `count` activities that all start before `width`.
    pub(super) fn new(count: usize, width: usize) -> Self {
        let all = count * width;
        Self { width, heat: vec![0.0; all], step: 1.0, heap: Vec::new(), places: vec![ABSENT; all] }
    }

    fn of(&self, bound: Bound) -> usize {
        let value = if bound.side.is_multiple_of(2) { bound.value } else { bound.not().value };
        bound.side as usize / 2 * self.width + value as usize
    }

    /// The bound was met in a clash.
    pub(super) fn heat(&mut self, bound: Bound) {
        let question = self.of(bound);
        self.heat[question] += self.step;
        if self.heat[question] > 1e100 {
            self.heat.iter_mut().for_each(|heat| *heat *= 1e-100);
            self.step *= 1e-100;
        }
        match self.places[question] {
            ABSENT => self.put(question),
            place => self.rise(place as usize),
        }
    }

    /// A clash is over.
    pub(super) fn cool(&mut self) {
        self.step *= GROWTH;
    }

    /// Questions on a side that went back from one value to another are open again.
    pub(super) fn reopen(&mut self, side: u32, before: i32, after: i32) {
        for value in before + 1..=after {
            let question = self.of(Bound { side, value });
            if self.heat[question] > 0.0 && self.places[question] == ABSENT {
                self.put(question);
            }
        }
    }

    /// The hottest question, as an activity and the value asked about; it leaves the heap.
    pub(super) fn pop(&mut self) -> Option<(usize, i32)> {
        let top = *self.heap.first()?;
        let last = self.heap.pop()?;
        self.places[top as usize] = ABSENT;
        if last != top {
            self.heap[0] = last;
            self.places[last as usize] = 0;
            self.sink(0);
        }
        Some((top as usize / self.width, (top as usize % self.width) as i32))
    }

    fn put(&mut self, question: usize) {
        self.heap.push(question as u32);
        self.places[question] = self.heap.len() as u32 - 1;
        self.rise(self.heap.len() - 1);
    }

    fn hotter(&self, one: usize, other: usize) -> bool {
        let heat = |place: usize| self.heat[self.heap[place] as usize];
        heat(one) > heat(other)
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.heap.swap(one, other);
        for place in [one, other] {
            self.places[self.heap[place] as usize] = place as u32;
        }
    }

    fn rise(&mut self, mut place: usize) {
        while place > 0 && self.hotter(place, (place - 1) / 2) {
            self.swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    fn sink(&mut self, mut place: usize) {
        loop {
            let below = [2 * place + 1, 2 * place + 2];
            let mut hottest = place;
            for child in below {
                if child < self.heap.len() && self.hotter(child, hottest) {
                    hottest = child;
                }
            }
            if hottest == place {
                return;
            }
            self.swap(place, hottest);
            place = hottest;
        }
    }
}
