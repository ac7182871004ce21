//! The bill of actions (*nomenclature d'actions*): which step feeds which, without going in circles.

use super::read_steps::Written;
use super::source::Page;
use super::{Input, Step};
use crate::language::Refusal;
use std::collections::BTreeMap;

/// The steps in an order where each comes after those that feed it, the order of the file deciding otherwise.
///
/// Writes on the page: unknown feeding steps, cycles with their path, missing or superfluous yields, orphans.
pub(super) fn bill(written: Vec<Written>, page: &Page<'_>) -> Vec<Step> {
    let known: Vec<_> = written.iter().map(|written| written.step.code.clone()).collect();
    for written in &written {
        refuse_unknown_inputs(written, &known, page);
    }
    let order = order(&written, page);
    if let Some((last, others)) = order.split_last() {
        refuse_yields(&written[*last], others.iter().map(|&index| &written[index]), page);
        warn_orphans(&written, *last, page);
    }
    let mut steps: Vec<_> = written.into_iter().map(|written| Some(written.step)).collect();
    order.into_iter().filter_map(|index| steps[index].take()).collect()
}

fn refuse_unknown_inputs(written: &Written, known: &[String], page: &Page<'_>) {
    let after = &written.step.after;
    for (position, (input, spot)) in after.iter().zip(&written.after_spots).enumerate() {
        if after[..position].iter().any(|before| before.step == input.step) {
            let fault = Refusal::new("process/duplicate-code").with("code", input.step.as_str());
            page.refuse(fault.with("line", i64::from(spot.0)).field("after"), *spot);
        }
        // An empty code is already refused where it is written.
        if !known.contains(&input.step) && !input.step.is_empty() {
            let fault = Refusal::new("process/unknown-step").with("step", written.step.code.as_str());
            page.refuse(fault.with("after", input.step.as_str()).field("after"), *spot);
        }
    }
}

/// Positions in feeding order. A cycle is refused with its path, then counted as placed so that the others show.
fn order(written: &[Written], page: &Page<'_>) -> Vec<usize> {
    let inputs = inputs(written);
    let mut placed = vec![false; written.len()];
    let mut order: Vec<usize> = Vec::new();
    while order.len() < written.len() {
        let ready = |&index: &usize| !placed[index] && inputs[index].iter().all(|&input| placed[input]);
        let next = match (0..written.len()).find(ready) {
            Some(index) => vec![index],
            None => cycle(&inputs, &placed),
        };
        if next.len() > 1 || inputs[next[0]].contains(&next[0]) {
            refuse_cycle(written, &next, page);
        }
        for &index in &next {
            placed[index] = true;
        }
        order.extend(next);
    }
    order
}

/// For each step, the positions of those that feed it; unknown ones are left out.
fn inputs(written: &[Written]) -> Vec<Vec<usize>> {
    let codes = written.iter().enumerate().rev().map(|(index, written)| (written.step.code.as_str(), index));
    let positions: BTreeMap<&str, usize> = codes.collect();
    let position = |input: &Input| positions.get(input.step.as_str()).copied();
    written.iter().map(|written| written.step.after.iter().filter_map(position).collect()).collect()
}

/// A cycle among the steps that cannot be placed, in feeding order, from the step first in the file.
///
/// Each of them waits for another one of them, so walking from input to input comes back somewhere.
fn cycle(inputs: &[Vec<usize>], placed: &[bool]) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut here = placed.iter().position(|placed| !placed);
    while let Some(index) = here {
        if let Some(begin) = path.iter().position(|&seen| seen == index) {
            let mut cycle = path.split_off(begin);
            cycle.reverse();
            let first = cycle.iter().enumerate().min_by_key(|(_, index)| **index).map_or(0, |(at, _)| at);
            cycle.rotate_left(first);
            return cycle;
        }
        path.push(index);
        here = inputs[index].iter().copied().find(|&input| !placed[input]);
    }
    path
}

fn refuse_cycle(written: &[Written], cycle: &[usize], page: &Page<'_>) {
    let codes = cycle.iter().chain(cycle.first()).map(|&index| written[index].step.code.as_str());
    let path = codes.collect::<Vec<_>>().join(" → ");
    let spot = cycle.first().map_or((1, 1), |&index| {
        let written = &written[index];
        written.after_spots.first().copied().unwrap_or(written.spot)
    });
    page.refuse(Refusal::new("process/cycle-in-bill").with("path", path).field("after"), spot);
}

fn refuse_yields<'w>(last: &Written, others: impl Iterator<Item = &'w Written>, page: &Page<'_>) {
    if let Some(spot) = last.yield_spot {
        let fault = Refusal::new("process/yield-on-last-step").with("step", last.step.code.as_str());
        page.refuse(fault.field("yield"), spot);
    }
    for written in others.filter(|written| written.yield_spot.is_none()) {
        let fault = Refusal::new("process/missing-yield").with("step", written.step.code.as_str());
        page.refuse(fault.field("yield"), written.spot);
    }
}

fn warn_orphans(written: &[Written], last: usize, page: &Page<'_>) {
    let feeds =
        |code: &str| written.iter().any(|step| step.step.after.iter().any(|input| input.step == code));
    for (index, orphan) in written.iter().enumerate() {
        if index != last && !feeds(&orphan.step.code) {
            let warning = Refusal::new("process/orphan-step").with("step", orphan.step.code.as_str());
            page.warn(warning.field("code"), orphan.spot);
        }
    }
}
