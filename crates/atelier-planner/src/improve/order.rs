//! Orders in which the tasks taken out are put back.

use super::search::Search;
use crate::model::NONE;

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
    /// Last chance of what comes after, then due date.
    Deadline,
}

const ORDERS: [Order; 8] = [
    Order::Due,
    Order::LatestFinish,
    Order::Weight,
    Order::Random,
    Order::AsTheyStood,
    Order::WeightByLength,
    Order::Earliest,
    Order::Deadline,
];

impl Search<'_, '_> {
    /// Puts the chosen tasks in a queue, in an order drawn at random.
    pub fn line_up(&mut self) {
        let order = ORDERS[self.random.place(ORDERS.len())];
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
        let day = self.model.slots_per_day;
        let latest = i64::from(self.guide.latest[task as usize]);
        let weight = i64::from(record.weight);
        match order {
            Order::Due => i64::from(record.due),
            Order::LatestFinish => latest,
            Order::Weight => i64::from(record.due) - (weight << 32),
            Order::Deadline => i64::from(self.guide.deadline[task as usize]) + self.about(day),
            Order::Random => i64::from(self.random.below(NONE)),
            Order::AsTheyStood => i64::from(self.board.seat(task).start) + self.about(day),
            Order::WeightByLength => {
                latest - weight * i64::from(self.model.horizon) / i64::from(record.duration)
            }
            Order::Earliest => i64::from(self.guide.forward.start(task)) + self.about(day),
        }
    }

    /// Up to a third of a day sooner or later.
    fn about(&mut self, day: u32) -> i64 {
        i64::from(self.random.below(day * 2 / 3 + 1)) - i64::from(day / 3)
    }
}
