//! From a launch to a job: what the process says of the operation, who leads, when the customer receives.

use super::launch::Launch;
use super::planned::pin;
use crate::language::{AccountId, CaseId, Minutes, Period, TenantId};
use crate::planning::schedule::{After, Alternative, Delay, Job};
use crate::process::{Bilingual, Channel, Operation, Process, Workshop};
use jiff::civil::DateTime;
use std::collections::HashMap;

/// Minutes of an elapsed day.
const DAY: i64 = 1_440;

/// What jobs are made with.
pub struct Crew<'a> {
    /// The company.
    pub tenant: TenantId,
    /// Its processes, in every version in use; the last of a code and version counts.
    pub processes: &'a [&'a Process],
    /// Its people and its policy.
    pub workshop: &'a Workshop,
    /// Days planned, for the hours of customers.
    pub period: Period,
    /// Sectors of the accounts, of those that have one.
    pub sectors: &'a HashMap<AccountId, String>,
}

/// Jobs under way.
pub(super) struct Bench<'a> {
    crew: &'a Crew<'a>,
    kinds: HashMap<&'a str, &'a str>,
    operations: HashMap<(&'a str, &'a str), &'a Operation>,
    /// When customers receive, by whose hours they are.
    receiving: HashMap<String, Vec<(DateTime, DateTime)>>,
}

impl<'a> Bench<'a> {
    pub(super) fn of(crew: &'a Crew<'a>) -> Self {
        let people = crew.workshop.resources.iter();
        let mut operations = HashMap::new();
        for process in crew.processes {
            for operation in process.steps.iter().flat_map(|step| &step.operations) {
                operations.insert((process.code.as_str(), operation.code.as_str()), operation);
            }
        }
        Self {
            crew,
            kinds: people.map(|one| (one.code.as_str(), one.kind.as_str())).collect(),
            operations,
            receiving: HashMap::new(),
        }
    }

    pub(super) fn job(&mut self, launch: &Launch) -> Job {
        let order = &launch.order;
        let operation = self.operations.get(&(order.process.as_str(), order.operation.as_str())).copied();
        let channel = operation.map_or(Channel::Desk, |operation| operation.channel);
        Job {
            order: order.id,
            case: order.case.unwrap_or_else(|| CaseId::of(self.crew.tenant, &launch.group)),
            customer: order.customer.clone(),
            process: order.process.clone(),
            step: order.step.clone(),
            operation: order.operation.clone(),
            action: operation.map_or_else(Bilingual::default, |operation| operation.name.clone()),
            kinds: order.kinds.clone(),
            skill: operation.and_then(|operation| operation.skill.clone()),
            people: self.leader(launch),
            minutes: order.minutes,
            split: operation.is_some_and(|operation| operation.split),
            alternatives: operation
                .map(|one| alternatives(one, order.units, launch.account))
                .unwrap_or_default(),
            release: launch.release,
            due: Some(launch.due),
            windows: if channel == Channel::Desk { None } else { self.windows(launch) },
            after: after(launch),
            margin: launch.margin,
            site: launch.account.filter(|_| channel == Channel::Visit),
            contact: launch.account.filter(|_| channel != Channel::Desk),
            room: operation.and_then(|operation| operation.room.clone()),
            pinned: pin(launch, self.crew.workshop),
        }
    }

    /// A leader takes the seat of their own kind only: a seller does not sit in for a caller.
    fn leader(&self, launch: &Launch) -> Vec<String> {
        let seated = |code: &&String| {
            let kind = self.kinds.get(code.as_str());
            kind.is_some_and(|kind| launch.order.kinds.iter().any(|wanted| wanted == kind))
        };
        launch.leader.iter().filter(seated).cloned().collect()
    }

    /// When the customer receives; `None`: nothing is said of them.
    fn windows(&mut self, launch: &Launch) -> Option<Vec<(DateTime, DateTime)>> {
        if self.crew.workshop.policy.customer_hours.is_empty() {
            return None;
        }
        let sector = launch.account.and_then(|account| self.crew.sectors.get(&account));
        let sector = sector.map_or("", String::as_str);
        let hours = self.crew.workshop.policy.hours_of_customer(&launch.order.customer, sector)?;
        let days = || self.crew.period.days();
        let known = self.receiving.entry(hours.who.clone()).or_insert_with(|| hours.windows(days()));
        Some(known.clone())
    }
}

fn alternatives(operation: &Operation, units: i64, account: Option<AccountId>) -> Vec<Alternative> {
    let way = |way: &crate::process::Alternative| Alternative {
        kinds: way.kinds.clone(),
        skill: way.skill.clone(),
        minutes: way.work(units),
        price: way.price,
        site: account.filter(|_| way.channel == Channel::Visit),
    };
    operation.alternatives.iter().map(way).collect()
}

fn after(launch: &Launch) -> Vec<After> {
    let wait = |wait: &super::launch::Wait| After {
        order: wait.order,
        delay: Delay::OpenDays(wait.days),
        at_most: wait.days_max.map(|days| Minutes(i64::from(days) * DAY)),
    };
    launch.after.iter().map(wait).collect()
}
