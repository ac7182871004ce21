//! The question made small: suppliers with the same skills are one class, skills held by the same classes
//! one pool, demands of the same pool and window one job.
//!
//! Flow goes job → hub (pool, period) → cell (class, period). Arcs are positions in dense tables: nothing
//! is stored for them but their flow.

use super::{Demand, Fault, RoughCut};

/// Quantities add up below it.
const QUANTITY_MAX: i128 = 1 << 60;
/// Pairs of a period and a job, a supplier or a branch.
const SLOTS_MAX: u64 = 1 << 28;

/// Demands of the same pool and window.
pub(super) struct Job {
    pub pool: usize,
    pub from: usize,
    /// Last period, inside.
    pub until: usize,
    pub asked: i64,
    /// Position of its first arc; one arc per period of the window.
    pub first_arc: usize,
}

/// See the module.
pub(super) struct Network {
    pub periods: usize,
    /// Position of the class of each supplier.
    pub class_of: Vec<usize>,
    /// What each class has, by class, period.
    pub cells: Vec<i64>,
    /// Classes of each pool, the least shared first.
    of_pool: Csr<Branch>,
    /// Pools that reach each class.
    of_class: Csr<Branch>,
    /// By pool, then window.
    pub jobs: Vec<Job>,
    /// Job of each demand; `None` for a demand of nothing.
    pub job_of: Vec<Option<usize>>,
    /// Job of each job arc.
    pub arc_job: Vec<u32>,
    /// Job arcs that end in each hub.
    of_hub: Csr<u32>,
    pub asked: i64,
}

/// A pool seen from a class, or a class from a pool, and the arc of period 0 between the two.
#[derive(Clone, Copy, Default)]
pub(super) struct Branch {
    pub to: u32,
    pub first_arc: u32,
}

/// Lists one behind the other.
struct Csr<T> {
    first: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy + Default> Csr<T> {
    /// From pairs (list, item); each list keeps their order.
    fn of(lists: usize, pairs: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut first = vec![0; lists + 1];
        pairs.clone().for_each(|(list, _)| first[list + 1] += 1);
        for list in 0..lists {
            first[list + 1] += first[list];
        }
        let mut next = first.clone();
        let mut all = vec![T::default(); first[lists] as usize];
        for (list, item) in pairs {
            all[next[list] as usize] = item;
            next[list] += 1;
        }
        Self { first, all }
    }

    fn list(&self, list: usize) -> &[T] {
        &self.all[self.first[list] as usize..self.first[list + 1] as usize]
    }
}

impl Network {
    pub fn of(question: &RoughCut) -> Result<Self, Vec<Fault>> {
        check(question)?;
        let periods = question.periods as usize;
        let (class_of, cells, skills) = classes(question);
        let (pool_of, mut lists) = pools(&question.demands, &skills);
        let branches = lists.iter().map(Vec::len).sum::<usize>() as u64;
        if branches.saturating_mul(u64::from(question.periods)) >= SLOTS_MAX {
            return Err(vec![Fault::TooLarge]);
        }
        let mut shared = vec![0; skills.len()];
        lists.iter().flatten().for_each(|&class: &usize| shared[class] += 1);
        for list in &mut lists {
            list.sort_by_key(|&class| (shared[class], class));
        }
        let links =
            lists.iter().enumerate().flat_map(|(pool, list)| list.iter().map(move |&class| (pool, class)));
        let links = links.zip((0_u32..).step_by(periods.max(1)));
        let of_pool =
            links.clone().map(|((pool, class), first_arc)| (pool, Branch { to: class as u32, first_arc }));
        let of_class = links.map(|((pool, class), first_arc)| (class, Branch { to: pool as u32, first_arc }));
        let (of_pool, of_class) = (Csr::of(lists.len(), of_pool), Csr::of(skills.len(), of_class));
        let (jobs, job_of) = jobs(&question.demands, &pool_of);
        let arc_job = jobs.iter().zip(0_u32..).flat_map(|(job, rank)| std::iter::repeat_n(rank, job.arcs()));
        let arcs = jobs.iter().flat_map(|job| {
            let hub = job.pool * periods + job.from;
            (hub..hub + job.arcs()).zip(job.first_arc as u32..)
        });
        Ok(Self {
            periods,
            class_of,
            cells,
            arc_job: arc_job.collect(),
            of_hub: Csr::of(lists.len() * periods, arcs),
            of_pool,
            of_class,
            asked: jobs.iter().map(|job| job.asked).sum(),
            jobs,
            job_of,
        })
    }

    /// Classes of a pool.
    pub fn branches_of(&self, pool: usize) -> &[Branch] {
        self.of_pool.list(pool)
    }

    /// Pools that reach a class.
    pub fn reaching(&self, class: usize) -> &[Branch] {
        self.of_class.list(class)
    }

    /// Job arcs that end in a hub.
    pub fn arcs_into(&self, hub: usize) -> &[u32] {
        self.of_hub.list(hub)
    }

    /// Count of hubs.
    pub fn hubs(&self) -> usize {
        self.of_hub.first.len() - 1
    }

    /// Count of hub arcs.
    pub fn branches(&self) -> usize {
        self.of_pool.all.len() * self.periods
    }
}

impl Job {
    fn arcs(&self) -> usize {
        self.until + 1 - self.from
    }
}

fn check(question: &RoughCut) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    let mut total: i128 = 0;
    for (position, supplier) in question.suppliers.iter().enumerate() {
        let (given, periods) = (supplier.available.len(), question.periods);
        if given != periods as usize {
            faults.push(Fault::Length { supplier: position, given, periods });
        }
        if let Some(period) = supplier.available.iter().position(|&quantity| quantity < 0) {
            faults.push(Fault::NegativeSupply { supplier: position, period });
        }
        total += supplier.available.iter().map(|&quantity| i128::from(quantity.max(0))).sum::<i128>();
    }
    let (mut asked, mut slots) = (0_i128, 0_u64);
    for (position, demand) in question.demands.iter().enumerate() {
        let Demand { from, until, asked: quantity, .. } = *demand;
        if quantity < 0 {
            faults.push(Fault::NegativeDemand { demand: position });
        }
        if from > until || until >= question.periods {
            faults.push(Fault::Window { demand: position, from, until, periods: question.periods });
        } else {
            slots += u64::from(until - from) + 1;
        }
        asked += i128::from(quantity.max(0));
    }
    let dense = u64::from(question.periods) * (question.suppliers.len() + question.demands.len()) as u64;
    if total.max(asked) >= QUANTITY_MAX || slots.max(dense) >= SLOTS_MAX {
        faults.push(Fault::TooLarge);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The class of each supplier, what each class has in each period, and its skills.
fn classes(question: &RoughCut) -> (Vec<usize>, Vec<i64>, Vec<Vec<u32>>) {
    let mut sets: Vec<(Vec<u32>, usize)> = Vec::with_capacity(question.suppliers.len());
    for (position, supplier) in question.suppliers.iter().enumerate() {
        let mut skills = supplier.skills.clone();
        skills.sort_unstable();
        skills.dedup();
        sets.push((skills, position));
    }
    sets.sort_unstable();
    let mut class_of = vec![0; question.suppliers.len()];
    let (mut cells, mut classes): (Vec<i64>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
    for (skills, position) in sets {
        if classes.last() != Some(&skills) {
            classes.push(skills);
            cells.extend(std::iter::repeat_n(0, question.periods as usize));
        }
        class_of[position] = classes.len() - 1;
        let own = cells.len() - question.periods as usize;
        cells[own..]
            .iter_mut()
            .zip(&question.suppliers[position].available)
            .for_each(|(sum, more)| *sum += more);
    }
    (class_of, cells, classes)
}

/// The pool of each skill asked, sorted by skill, and the classes of each pool.
fn pools(demands: &[Demand], classes: &[Vec<u32>]) -> (Vec<(u32, usize)>, Vec<Vec<usize>>) {
    let mut skills: Vec<u32> = demands.iter().map(|demand| demand.skill).collect();
    skills.sort_unstable();
    skills.dedup();
    let mut pools: Vec<Vec<usize>> = Vec::new();
    let mut pool_of = Vec::with_capacity(skills.len());
    let mut known = std::collections::BTreeMap::new();
    for skill in skills {
        let holds = |class: &usize| classes[*class].binary_search(&skill).is_ok();
        let list: Vec<usize> = (0..classes.len()).filter(holds).collect();
        let pool = *known.entry(list).or_insert_with_key(|list| {
            pools.push(list.clone());
            pools.len() - 1
        });
        pool_of.push((skill, pool));
    }
    (pool_of, pools)
}

/// Demands grouped by pool and window, and the job of each.
fn jobs(demands: &[Demand], pool_of: &[(u32, usize)]) -> (Vec<Job>, Vec<Option<usize>>) {
    let mut order: Vec<(usize, u32, u32, usize)> = Vec::with_capacity(demands.len());
    for (position, demand) in demands.iter().enumerate().filter(|(_, demand)| demand.asked > 0) {
        if let Ok(place) = pool_of.binary_search_by_key(&demand.skill, |(skill, _)| *skill) {
            order.push((pool_of[place].1, demand.from, demand.until, position));
        }
    }
    order.sort_unstable();
    let mut jobs: Vec<Job> = Vec::new();
    let mut job_of = vec![None; demands.len()];
    let mut first_arc = 0;
    for (pool, from, until, position) in order {
        let (from, until) = (from as usize, until as usize);
        match jobs.last_mut() {
            Some(job) if (job.pool, job.from, job.until) == (pool, from, until) => {
                job.asked += demands[position].asked;
            }
            _ => {
                jobs.push(Job { pool, from, until, asked: demands[position].asked, first_arc });
                first_arc += until + 1 - from;
            }
        }
        job_of[position] = Some(jobs.len() - 1);
    }
    (jobs, job_of)
}
