//! A bound that sees people shared: their days are priced, and each case pays for what it takes.
//!
//! Lagrangian relaxation: the rule "one task at a time" is dropped, and each slot of a person's day
//! costs a price instead. For any prices, the cheapest way of doing every case on its own, less the
//! price of all the time there is, is no more than the cost of any plan. Prices rise where too much
//! is asked and fall where time is left, so that the bound climbs. The choices of cases are smoothed
//! on the way, or all would jump to the same cheap day; the bound itself is computed without.
//! Sources: Fisher, "The Lagrangian relaxation method for solving integer programming problems"
//! (1981); Nesterov, "Smooth minimization of non-smooth functions" (2005); steps scaled as in Kingma
//! and Ba, "Adam" (2015).

use super::Forward;
use super::rows::Rows;
use super::trees::Trees;
use crate::model::Model;

/// Differences of cost smoothed at the first step and at the last, in hundredths of the cost of
/// leaving a task out.
const SMOOTH: (f64, f64) = (1.0, 0.002);
/// Change of a price in a step, as a share of the smoothing.
const PACE: (f64, f64) = (0.2, 0.5);
/// Steps between two computations of the bound.
const LOOK: u32 = 20;

/// A bound of the cost of any plan, after `steps` changes of the prices: proved for any number, and
/// higher, as a rule, for more. Cost of a step: tasks × days left to each.
pub fn by_prices(model: &Model, forward: &Forward, steps: u32) -> i64 {
    let mut market = Market::new(model, forward);
    let mut best = market.bound();
    for step in 0..steps {
        let done = f64::from(step) / f64::from(steps);
        let between = |(first, last): (f64, f64)| first * (last / first).powf(done);
        let smooth = between(SMOOTH) * market.unit;
        market.step(smooth, smooth * between(PACE));
        if step % LOOK == LOOK - 1 || step + 1 == steps {
            best = best.max(market.bound());
        }
    }
    (best - 1e-6).ceil() as i64
}

/// Prices of the days of people, and what moves them.
struct Market<'m> {
    model: &'m Model,
    forward: &'m Forward,
    rows: Rows,
    trees: Trees,
    prices: Vec<f64>,
    /// Running means of what is asked beyond what there is, and of its square.
    over: Vec<f64>,
    square: Vec<f64>,
    /// A hundredth of the mean cost of leaving a task out.
    unit: f64,
}

impl<'m> Market<'m> {
    fn new(model: &'m Model, forward: &'m Forward) -> Self {
        let rows = Rows::new(model, forward);
        let size = rows.capacity().len();
        let left_out: f64 = model.tasks.iter().map(|task| f64::from(task.unplaced)).sum();
        let (prices, over, square) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
        let unit = (left_out / model.tasks.len().max(1) as f64 / 100.0).max(1e-3);
        Self { model, forward, rows, trees: Trees::new(model, forward), prices, over, square, unit }
    }

    /// The bound at these prices, below its value by more than sums of floats can err.
    fn bound(&mut self) -> f64 {
        self.rows.price(self.model, &self.prices, 0.0);
        let mut begun = vec![0.0; self.rows.cells()];
        let spent = self.trees.cheapest(self.model, self.forward, &self.rows, 0.0, &mut begun);
        let slots = self.rows.capacity().iter().map(|&slots| f64::from(slots));
        let income: f64 = self.prices.iter().zip(slots).map(|(price, slots)| price * slots).sum();
        spent - income - (spent.abs() + income) * 1e-9
    }

    /// Raises the prices of days asked for too much, and lowers the others.
    fn step(&mut self, smooth: f64, pace: f64) {
        self.rows.price(self.model, &self.prices, smooth);
        let mut begun = vec![0.0; self.rows.cells()];
        self.trees.cheapest(self.model, self.forward, &self.rows, smooth, &mut begun);
        let mut over: Vec<f64> = self.rows.capacity().iter().map(|&slots| -f64::from(slots)).collect();
        self.rows.book(self.model, &begun, &mut over);
        let state = self.over.iter_mut().zip(&mut self.square).zip(&mut self.prices);
        for (((mean, square), price), over) in state.zip(over) {
            *mean = 0.9 * *mean + 0.1 * over;
            *square = 0.95 * *square + 0.05 * over * over;
            *price = (*price + pace * *mean / (square.sqrt() + 1.0)).max(0.0);
        }
    }
}
