//! The modes of a project in dense form, and choices among them.

use super::net::{Net, lanes_per_word, pack, widened};
use super::project::{Mode, Project};
use crate::random::Random;

/// One way of carrying an activity out.
#[derive(Clone, Debug)]
pub(super) struct Choice<const W: usize> {
    pub(super) duration: u32,
    pub(super) need: [u64; W],
    /// Units taken of each stock.
    pub(super) stock: Vec<u32>,
}

/// All ways, activities in the order of the network.
#[derive(Clone, Debug)]
pub(super) struct Menu<const W: usize> {
    pub(super) choices: Vec<Vec<Choice<W>>>,
    /// Units of each non-renewable resource.
    stocks: Vec<i64>,
}

impl<const W: usize> Menu<W> {
    pub(super) fn new(project: &Project, net: &Net<W>) -> Self {
        let lanes = lanes_per_word(project);
        let of = |mode: &Mode, renewable: bool| -> Vec<u32> {
            let kept = project.resources.iter().zip(&mode.needs);
            kept.filter(|(supply, _)| supply.renewable == renewable).map(|(_, &need)| need).collect()
        };
        let choice = |mode: &Mode| Choice {
            duration: mode.duration,
            need: pack(lanes, &widened(&of(mode, true))),
            stock: of(mode, false),
        };
        let choices = |&name: &usize| project.activities[name].modes.iter().map(choice).collect();
        let stocks = project.resources.iter().filter(|supply| !supply.renewable);
        Self {
            choices: net.names.iter().map(choices).collect(),
            stocks: stocks.map(|supply| i64::from(supply.capacity)).collect(),
        }
    }

    /// Modes drawn at random.
    pub(super) fn draw(&self, random: &mut Random) -> Vec<usize> {
        self.choices.iter().map(|choices| random.place(choices.len())).collect()
    }

    /// Units left of each stock; below zero where there are too few.
    pub(super) fn left(&self, modes: &[usize]) -> Vec<i64> {
        let mut left = self.stocks.clone();
        for (choices, &mode) in self.choices.iter().zip(modes) {
            for (left, &taken) in left.iter_mut().zip(&choices[mode].stock) {
                *left -= i64::from(taken);
            }
        }
        left
    }

    /// Changes modes at random, never for more missing units, until no stock misses any or the
    /// tries are over; gives the units left.
    pub(super) fn repair(&self, modes: &mut [usize], random: &mut Random) -> Vec<i64> {
        let mut left = self.left(modes);
        for _ in 0..TRIES * modes.len() {
            let missed = missing(&left);
            if missed == 0 {
                break;
            }
            let one = random.place(modes.len());
            let mode = random.place(self.choices[one].len());
            let then = self.swapped(&left, one, modes[one], mode);
            if missing(&then) <= missed {
                modes[one] = mode;
                left = then;
            }
        }
        left
    }

    /// Units left once the activity goes from one mode to another.
    pub(super) fn swapped(&self, left: &[i64], one: usize, from: usize, to: usize) -> Vec<i64> {
        let (from, to) = (&self.choices[one][from].stock, &self.choices[one][to].stock);
        let change = from.iter().zip(to).map(|(&from, &to)| i64::from(from) - i64::from(to));
        left.iter().zip(change).map(|(left, change)| left + change).collect()
    }
}

/// Draws per activity before a repair gives up.
const TRIES: usize = 20;

/// Units missing, all stocks together.
pub(super) fn missing(left: &[i64]) -> i64 {
    left.iter().map(|&left| (-left).max(0)).sum()
}
