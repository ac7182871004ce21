//! What the resources allow: their hours, one task at a time, and so many minutes a day.

use super::reading::{Reading, by_day, worked};
use super::{Rule, Violation};
use crate::{Minute, Placement, Resource, ResourceId, Span, Task};

/// A task in the diary of a resource.
type Entry<'a> = (&'a Task, &'a Placement);

pub(super) fn broken(read: &Reading) -> Vec<Violation> {
    let mut found = Vec::new();
    for ((resource, mut work), who) in read.problem.resources.iter().zip(diaries(read)).zip(0..) {
        let who = ResourceId(who);
        work.sort_by_key(|(_, placement)| (placement.span, placement.task));
        found.extend(hours(who, resource, &work));
        found.extend(overlap(who, &work));
        found.extend(day_allowance(who, resource, &work));
    }
    found
}

/// The work of each resource. A span without a minute is at fault already, and stands nowhere.
fn diaries<'a>(read: &Reading<'a>) -> Vec<Vec<Entry<'a>>> {
    let mut diaries = vec![Vec::new(); read.problem.resources.len()];
    for (task, placement) in read.all().filter(|(_, placement)| placement.span.start < placement.span.end) {
        for (index, who) in placement.who.iter().enumerate() {
            let twice = placement.who[..index].contains(who);
            if let Some(diary) = diaries.get_mut(who.0 as usize).filter(|_| !twice) {
                diary.push((task, placement));
            }
        }
    }
    diaries
}

fn movable<'a>(work: &'a [Entry]) -> impl Iterator<Item = &'a Entry<'a>> {
    work.iter().filter(|(task, _)| task.pinned.is_none())
}

fn hours(who: ResourceId, resource: &Resource, work: &[Entry]) -> Vec<Violation> {
    let works = |minute: Minute| worked(&resource.windows, Span { start: minute, end: minute + 1 }).next();
    let ends_inside = |span: Span| works(span.start).is_some() && works(span.end - 1).is_some();
    let whole_inside = |span: Span| worked(&resource.windows, span).next() == Some(span);
    let inside = |task: &Task, span| if task.split { ends_inside(span) } else { whole_inside(span) };
    let outside = movable(work).filter(|(task, placement)| !inside(task, placement.span));
    let detail = |placement: &Placement| format!("{:?} of {who:?}", placement.span);
    outside.map(|(_, placement)| Violation::new(placement.task, Rule::Hours, detail(placement))).collect()
}

/// In the order of the starts, a task meets one before it, or the next, or none.
fn overlap(who: ResourceId, work: &[Entry]) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut longest: Option<&Placement> = None;
    for (index, (task, placement)) in work.iter().enumerate() {
        let before = longest.filter(|before| before.span.end > placement.span.start);
        let next = work.get(index + 1).map(|(_, next)| *next);
        let other = before.or(next.filter(|next| next.span.start < placement.span.end));
        if let Some(other) = other.filter(|_| task.pinned.is_none()) {
            let detail = format!("{who:?} also on task {}", other.task.0);
            found.push(Violation::new(placement.task, Rule::Overlap, detail));
        }
        if longest.is_none_or(|longest| longest.span.end < placement.span.end) {
            longest = Some(placement);
        }
    }
    found
}

fn day_allowance(who: ResourceId, resource: &Resource, work: &[Entry]) -> Vec<Violation> {
    let Some(allowance) = &resource.day_allowance else { return Vec::new() };
    let mut sums = vec![0; allowance.len()];
    for entry in work {
        for (day, minutes) in minutes(resource, entry, allowance.len()) {
            sums[day] += minutes;
        }
    }
    let mut found = Vec::new();
    for entry in movable(work) {
        let mut touched: Vec<_> = minutes(resource, entry, allowance.len()).map(|(day, _)| day).collect();
        touched.dedup();
        for day in touched.into_iter().filter(|&day| sums[day] > u64::from(allowance[day])) {
            let detail = format!("{who:?} has {} of {} minutes on day {day}", sums[day], allowance[day]);
            found.push(Violation::new(entry.1.task, Rule::DayAllowance, detail));
        }
    }
    found
}

/// Minutes of a task on each of the first `days`, a stretch at a time.
fn minutes<'a>(
    resource: &'a Resource,
    (task, placement): &'a Entry<'a>,
    days: usize,
) -> impl Iterator<Item = (usize, u64)> {
    let whole = [placement.span].into_iter().filter(|_| !task.split);
    let stretches = worked(&resource.windows, placement.span).filter(|_| task.split);
    let each = move |span| by_day(span).take_while(move |&(day, _)| day < days);
    whole.chain(stretches).flat_map(each)
}
