//! Orders in which the tasks taken out are put back.

use super::search::Search;

/// What comes first.
#[derive(Clone, Copy)]
enum Order {
    Due,
    LatestFinish,
    Weight,
    Random,
    /// About as they stood.
    AsTheyStood,
    /// Weight for each slot of work, then latest finish.
    WeightByLength,
    /// About as early as they could start.
    Earliest,
}

const ORDERS: [Order; 7] = [
    Order::Due,
    Order::LatestFinish,
    Order::Weight,
    Order::Random,
    Order::AsTheyStood,
    Order::WeightByLength,
    Order::Earliest,
];

impl Search<'_, '_> {
    /// Puts the chosen tasks in a queue, in an order drawn at random.
    pub fn line_up(&mut self) {
        let order = ORDERS[self.rng.usize(0..ORDERS.len())];
        let mut queue = std::mem::take(&mut self.queue);
        queue.clear();
        for i in 0..self.chosen.len() {
            let task = self.chosen[i];
            queue.push((self.key(order, task), task));
        }
        queue.sort_unstable();
        self.queue = queue;
    }

    fn key(&mut self, order: Order, task: u32) -> i64 {
        let record = &self.model.tasks[task as usize];
        let third = i64::from(self.model.slots_per_day) / 3;
        let latest = i64::from(self.guide.latest[task as usize]);
        let weight = i64::from(record.weight);
        match order {
            Order::Due => i64::from(record.due),
            Order::LatestFinish => latest,
            Order::Weight => i64::from(record.due) - (weight << 32),
            Order::Random => self.rng.i64(0..1 << 32),
            Order::AsTheyStood => i64::from(self.board.seat(task).start) + self.rng.i64(-third..=third),
            Order::WeightByLength => {
                latest - weight * i64::from(self.model.horizon) / i64::from(record.duration)
            }
            Order::Earliest => i64::from(self.guide.forward.start(task)) + self.rng.i64(-third..=third),
        }
    }
}
