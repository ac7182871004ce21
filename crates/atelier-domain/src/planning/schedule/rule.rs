//! Who comes first: cases by due date, or by margin per hour of the bottleneck.

use super::{Incident, Job, Request};
use crate::language::{CaseId, OrderId};
use atelier_planner::TaskId;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

/// In which order cases take their place. Operations of a case keep their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Rule {
    /// Earliest due date of the case first; ties: higher margin, then id. Without due date: last.
    #[default]
    DueDate,
    /// Highest margin per hour of the bottleneck first (*marge par heure de goulet*); a case that
    /// asks nothing of it comes first, one without known margin last. Ties: due date, then id.
    MarginPerBottleneckHour {
        /// Code of the kind of resource that is short.
        kind: String,
    },
}

/// The order in which jobs are placed.
pub(super) struct Ranking {
    pub(super) order: Vec<TaskId>,
    /// Cases ranked last because their margin is not known, where margin decides.
    pub(super) without_margin: Vec<CaseId>,
}

/// What a rule reads of a case.
struct Claim {
    case: CaseId,
    due: Option<DateTime>,
    /// Whole cents, in the money of the workshop; other currencies are not compared.
    margin_cents: Option<i64>,
    bottleneck_minutes: i64,
}

pub(super) fn rank(request: &Request) -> Result<Ranking, Incident> {
    let mut claims = claims(request);
    claims.sort_by(|left, right| compare(request.rule, left, right));
    let ranks = claims.iter().map(|claim| claim.case).zip(0..).collect();
    let unknown = claims.iter().filter(|claim| claim.margin_cents.is_none()).map(|claim| claim.case);
    let without_margin = match request.rule {
        Rule::DueDate => Vec::new(),
        Rule::MarginPerBottleneckHour { .. } => unknown.collect(),
    };
    Ok(Ranking { order: order(request.jobs, &ranks)?, without_margin })
}

fn claims(request: &Request) -> Vec<Claim> {
    let mut claims: BTreeMap<CaseId, Claim> = BTreeMap::new();
    for job in request.jobs {
        let new = Claim { case: job.case, due: None, margin_cents: None, bottleneck_minutes: 0 };
        let claim = claims.entry(job.case).or_insert(new);
        claim.due = [claim.due, job.due].into_iter().flatten().min();
        let margin = job.margin.filter(|margin| margin.currency == request.workshop.currency);
        claim.margin_cents = claim.margin_cents.max(margin.map(|margin| margin.cents));
        if let Rule::MarginPerBottleneckHour { kind } = request.rule {
            let seats = job.kinds.iter().filter(|needed| *needed == kind).count();
            claim.bottleneck_minutes += job.minutes.0 * seats as i64;
        }
    }
    claims.into_values().collect()
}

fn compare(rule: &Rule, left: &Claim, right: &Claim) -> Ordering {
    let due = |claim: &Claim| (claim.due.is_none(), claim.due);
    let by_due = due(left).cmp(&due(right));
    let first = match rule {
        Rule::DueDate => by_due.then_with(|| right.margin_cents.cmp(&left.margin_cents)),
        Rule::MarginPerBottleneckHour { .. } => by_margin_rate(left, right).then(by_due),
    };
    first.then_with(|| left.case.cmp(&right.case))
}

/// Compares margin ÷ minutes without dividing.
fn by_margin_rate(left: &Claim, right: &Claim) -> Ordering {
    let group = |claim: &Claim| (claim.margin_cents.is_none(), claim.bottleneck_minutes > 0);
    let product = |margin: &Claim, minutes: &Claim| {
        i128::from(margin.margin_cents.unwrap_or(0)) * i128::from(minutes.bottleneck_minutes)
    };
    group(left).cmp(&group(right)).then_with(|| product(right, left).cmp(&product(left, right)))
}

/// Jobs by rank of their case, then as given; one that waits for a job of another case lets it pass first.
fn order(jobs: &[Job], ranks: &BTreeMap<CaseId, u32>) -> Result<Vec<TaskId>, Incident> {
    let Links { followers, mut waits } = Links::of(jobs)?;
    let turn = |index: usize| Reverse((ranks.get(&jobs[index].case).copied(), index));
    let mut ready: BinaryHeap<_> = (0..jobs.len()).filter(|&index| waits[index] == 0).map(turn).collect();
    let mut order = Vec::with_capacity(jobs.len());
    while let Some(Reverse((_, index))) = ready.pop() {
        order.push(TaskId(index as u32));
        for &follower in &followers[index] {
            waits[follower] -= 1;
            if waits[follower] == 0 {
                ready.push(turn(follower));
            }
        }
    }
    let stuck: Vec<OrderId> =
        jobs.iter().zip(&waits).filter(|(_, waits)| **waits > 0).map(|(job, _)| job.order).collect();
    if stuck.is_empty() { Ok(order) } else { Err(Incident::Circle(stuck)) }
}

/// Who waits for whom, by position of the jobs. What is pinned waits for nobody.
struct Links {
    followers: Vec<Vec<usize>>,
    /// For how many each job still waits.
    waits: Vec<usize>,
}

impl Links {
    fn of(jobs: &[Job]) -> Result<Self, Incident> {
        let positions = positions(jobs)?;
        let mut links = Self { followers: vec![Vec::new(); jobs.len()], waits: vec![0; jobs.len()] };
        for (index, job) in jobs.iter().enumerate().filter(|(_, job)| job.pinned.is_none()) {
            for after in &job.after {
                let before = positions.get(&after.order);
                let before = *before.ok_or(Incident::UnknownPredecessor(job.order, after.order))?;
                links.followers[before].push(index);
                links.waits[index] += 1;
            }
        }
        Ok(links)
    }
}

fn positions(jobs: &[Job]) -> Result<BTreeMap<OrderId, usize>, Incident> {
    let mut positions = BTreeMap::new();
    for (index, job) in jobs.iter().enumerate() {
        if positions.insert(job.order, index).is_some() {
            return Err(Incident::Twice(job.order));
        }
    }
    Ok(positions)
}
