//! A project as it stands in a file, before its rules are checked.

use super::super::project::{Activity, Mode, Project, Supply};
use super::MOST_PERIODS;
use super::fault::{Fault, Faults, Wrong};
use super::words::Place;

/// What was read, with places.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Activities the file announces; fewer may have been read.
    pub(super) declared: usize,
    pub(super) resources: Vec<Supply>,
    pub(super) activities: Vec<Row>,
}

/// An activity as it stands.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) modes: Vec<Mode>,
    /// Numbers from one, not yet checked.
    pub(super) successors: Vec<(Place, i64)>,
}

impl Draft {
    /// The project, if no rule is broken.
    pub(super) fn finish(self, mut faults: Faults) -> Result<Project, Vec<Fault>> {
        let activities = self.declared;
        for (number, row) in self.activities.iter().enumerate() {
            self.check_needs(number, row, &mut faults);
            let known = |given: i64| (1..=activities as i64).contains(&given);
            for &(place, given) in row.successors.iter().filter(|(_, given)| !known(*given)) {
                faults.add(place, Wrong::UnknownSuccessor { given, activities });
            }
        }
        self.check_length(&mut faults);
        self.check_circles(&mut faults);
        if !faults.none() {
            return Err(faults.sorted());
        }
        let activity = |row: Row| Activity {
            modes: row.modes,
            successors: row.successors.iter().map(|&(_, given)| given as usize - 1).collect(),
        };
        let activities = self.activities.into_iter().map(activity).collect();
        Ok(without_excess(Project { resources: self.resources, activities }))
    }

    fn check_needs(&self, number: usize, row: &Row, faults: &mut Faults) {
        let before = faults.count();
        for (place, supply) in self.resources.iter().enumerate().filter(|(_, supply)| supply.renewable) {
            let least = row.modes.iter().filter_map(|mode| mode.needs.get(place)).min();
            if let Some(&need) = least.filter(|&&need| need > supply.capacity) {
                let (activity, resource, capacity) = (number + 1, place + 1, supply.capacity);
                faults.add(row.place, Wrong::AboveCapacity { activity, resource, need, capacity });
            }
        }
        let none_fits = !row.modes.is_empty() && !row.modes.iter().any(|mode| fits(&self.resources, mode));
        if none_fits && faults.count() == before {
            faults.add(row.place, Wrong::NoModeFits { activity: number + 1 });
        }
    }

    fn check_length(&self, faults: &mut Faults) {
        let longest = |row: &Row| row.modes.iter().map(|mode| i64::from(mode.duration)).max().unwrap_or(0);
        let mut periods = 0;
        for row in &self.activities {
            let before = periods;
            periods += longest(row);
            if before <= MOST_PERIODS && periods > MOST_PERIODS {
                let periods = self.activities.iter().map(longest).sum();
                faults.add(row.place, Wrong::TooLong { periods, most: MOST_PERIODS });
            }
        }
    }

    /// One fault per circle, the circles having no activity in common.
    fn check_circles(&self, faults: &mut Faults) {
        let mut graph = Graph::new(&self.activities);
        graph.peel();
        for start in 0..self.activities.len() {
            while !graph.gone[start] {
                let circle = graph.circle_before(start);
                let through = circle.iter().map(|one| one + 1).collect();
                faults.add(self.activities[circle[0]].place, Wrong::Circle { through });
                graph.remove(&circle);
                graph.peel();
            }
        }
    }
}

fn fits(resources: &[Supply], mode: &Mode) -> bool {
    let within = |(supply, need): (&Supply, &u32)| !supply.renewable || *need <= supply.capacity;
    resources.iter().zip(&mode.needs).all(within)
}

/// Without the modes that no schedule can use; each activity keeps at least one.
fn without_excess(mut project: Project) -> Project {
    let resources = &project.resources;
    for activity in &mut project.activities {
        activity.modes.retain(|mode| fits(resources, mode));
    }
    project
}

/// Arcs still to be explained by an order.
struct Graph {
    after: Vec<Vec<usize>>,
    before: Vec<Vec<usize>>,
    waiting: Vec<usize>,
    ready: Vec<usize>,
    gone: Vec<bool>,
}

impl Graph {
    fn new(rows: &[Row]) -> Self {
        let mut before = vec![Vec::new(); rows.len()];
        let known = |given: i64| usize::try_from(given - 1).ok().filter(|&one| one < rows.len());
        let list = |row: &Row| row.successors.iter().filter_map(|&(_, given)| known(given)).collect();
        let after: Vec<Vec<usize>> = rows.iter().map(list).collect();
        for (one, list) in after.iter().enumerate() {
            for &next in list {
                before[next].push(one);
            }
        }
        let waiting: Vec<usize> = before.iter().map(Vec::len).collect();
        let ready = (0..rows.len()).filter(|&one| waiting[one] == 0).collect();
        Self { after, before, waiting, ready, gone: vec![false; rows.len()] }
    }

    /// Takes away what waits for nothing, again and again.
    fn peel(&mut self) {
        while let Some(one) = self.ready.pop() {
            if std::mem::replace(&mut self.gone[one], true) {
                continue;
            }
            for &next in &self.after[one] {
                self.waiting[next] -= 1;
                if self.waiting[next] == 0 {
                    self.ready.push(next);
                }
            }
        }
    }

    /// What is left always waits for something left: walking back ends on a circle.
    fn circle_before(&self, start: usize) -> Vec<usize> {
        let mut seen_at = vec![usize::MAX; self.gone.len()];
        let mut path = Vec::new();
        let mut one = start;
        while seen_at[one] == usize::MAX {
            seen_at[one] = path.len();
            path.push(one);
            let left = self.before[one].iter().copied().find(|&other| !self.gone[other]);
            one = left.unwrap_or(one);
        }
        let mut circle = path.split_off(seen_at[one]);
        circle.reverse();
        let first = (0..circle.len()).min_by_key(|&place| circle[place]).unwrap_or(0);
        circle.rotate_left(first);
        circle
    }

    fn remove(&mut self, circle: &[usize]) {
        for &one in circle {
            self.ready.push(one);
        }
    }
}
