//! A standard project: activities, their modes, what they need, and the order among them.

/// Something activities share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Units: at every instant if renewable, over the whole project if not.
    pub capacity: u32,
    /// Whether the units come back when the activity that held them ends.
    pub renewable: bool,
}

/// One way of carrying an activity out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// Length in periods; the activity is never interrupted.
    pub duration: u32,
    /// Units taken of each resource, in the order of [`Project::resources`].
    pub needs: Vec<u32>,
}

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// At least one.
    pub modes: Vec<Mode>,
    /// Activities that start no earlier than this one ends, by position.
    pub successors: Vec<usize>,
}

/// A project as the readers give it: acyclic, every position valid, every activity has a mode that
/// fits the renewable capacities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// What is shared.
    pub resources: Vec<Supply>,
    /// What is to be done, in the order of the file.
    pub activities: Vec<Activity>,
}

/// A start and a mode for every activity, by position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// First period of each activity.
    pub starts: Vec<u32>,
    /// Position of the chosen mode in [`Activity::modes`].
    pub modes: Vec<usize>,
}

impl Project {
    /// Whether nothing is to be chosen but the dates.
    pub fn single_mode(&self) -> bool {
        self.activities.iter().all(|activity| activity.modes.len() == 1)
            && self.resources.iter().all(|resource| resource.renewable)
    }

    /// Length of the longest chain, each activity in its shortest mode, resources left aside.
    pub fn critical_path(&self) -> u32 {
        let shortest = |activity: &Activity| activity.modes.iter().map(|mode| mode.duration).min();
        let durations: Vec<u32> = self.activities.iter().map(|one| shortest(one).unwrap_or(0)).collect();
        let mut earliest = vec![0; self.activities.len()];
        let mut longest = 0;
        for &one in &self.topological_order() {
            let end = earliest[one] + durations[one];
            longest = longest.max(end);
            for &next in &self.activities[one].successors {
                earliest[next] = end.max(earliest[next]);
            }
        }
        longest
    }

    /// Predecessors first; activities on a circle are missing. Ties keep the order of the file.
    pub fn topological_order(&self) -> Vec<usize> {
        let mut waiting = vec![0_usize; self.activities.len()];
        for &next in self.activities.iter().flat_map(|one| &one.successors) {
            waiting[next] += 1;
        }
        let mut order: Vec<usize> = (0..waiting.len()).filter(|&one| waiting[one] == 0).collect();
        let mut read = 0;
        while let Some(&one) = order.get(read) {
            read += 1;
            for &next in &self.activities[one].successors {
                waiting[next] -= 1;
                if waiting[next] == 0 {
                    order.push(next);
                }
            }
        }
        order
    }
}

impl Schedule {
    /// End of the last activity.
    pub fn makespan(&self, project: &Project) -> u32 {
        let end = |one: usize| self.starts[one] + project.activities[one].modes[self.modes[one]].duration;
        (0..self.starts.len()).map(end).max().unwrap_or(0)
    }
}
