//! A company to plan: the golden example, to which tests add cases and orders.

use atelier_domain::execution::{ActionOrder, Aim, Ask, Case, Launch, Passage, Standing, WorkPlan, workplan};
use atelier_domain::execution::{Crew, PlannedOrder, jobs, renewed, settle};
use atelier_domain::language::{CaseId, Currency, Minutes, Money, Period, PersonId, Refusals, TenantId};
use atelier_domain::planning::Service;
use atelier_domain::planning::schedule::{Effort, Request, Rule, Schedule, schedule};
use atelier_domain::process::{Process, Reading, Workshop};
use jiff::civil::{Date, date};
use std::path::PathBuf;

pub const MONDAY: Date = date(2027, 1, 4);

#[derive(Debug)]
pub struct Company {
    pub tenant: TenantId,
    pub processes: Vec<Process>,
    pub workshop: Workshop,
    pub period: Period,
    pub today: Date,
    pub cases: Vec<Case>,
    pub passages: Vec<Passage>,
    pub orders: Vec<ActionOrder>,
    pub service: Service,
}

fn example(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/metrios");
    std::fs::read_to_string(root.join(path)).unwrap()
}

impl Company {
    /// Métrios on the first Monday of its quarter, with no case at all.
    pub fn new() -> Self {
        let reading = Reading { today: date(2026, 12, 14) };
        let (process, _) = Process::read("process.toml", &example("process.toml"), &reading).unwrap();
        let (workshop, _) = Workshop::read("workshop.toml", &example("workshop.toml"), 2026..=2027).unwrap();
        Self {
            tenant: TenantId::of("metrios"),
            period: process.objectives[0].period,
            processes: vec![process],
            workshop,
            today: MONDAY,
            cases: Vec::new(),
            passages: Vec::new(),
            orders: Vec::new(),
            service: Service::Mean,
        }
    }

    /// The same with its work in progress: ten have named a goal, five see the use, four can justify it.
    pub fn metrios() -> Self {
        let mut made = Self::new();
        for (step, count) in [("goal", 10), ("use", 5), ("justification", 4)] {
            (0..count).for_each(|_| made.add_finished(step));
        }
        made
    }

    /// A case that has made a step and waits to enter the next one.
    pub fn add_finished(&mut self, step: &str) {
        self.add_standing(step);
        let case = self.cases.last().unwrap().id;
        let (entered_on, left_on) = (date(2026, 12, 1), Some(date(2026, 12, 18)));
        self.passages.push(Passage { case, step: step.into(), entered_on, left_on });
    }

    /// A case that stands in a step, without stage history; sellers lead in turn.
    pub fn add_standing(&mut self, step: &str) {
        let rank = self.cases.len();
        let key = format!("M{rank:03}");
        let leader = ["camille", "antoine", "nadia"][rank % 3];
        self.cases.push(Case {
            id: CaseId::of(self.tenant, &key),
            key,
            account: None,
            owner: Some(PersonId::of(self.tenant, leader)),
            product: None,
            stage: step.into(),
            standing: Standing::Open,
            process: Some(self.processes[0].code.clone()),
            step: Some(step.into()),
            engaged_on: Some(date(2026, 12, 1)),
            closed_on: None,
            value: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
        });
    }

    pub fn try_plan(&self) -> Result<WorkPlan, Refusals> {
        let resource = |person: PersonId| {
            let is_it = |code: &&String| PersonId::of(self.tenant, code) == person;
            self.workshop.resources.iter().map(|one| &one.code).find(is_it).cloned()
        };
        let aim = |process| Aim { process, objectives: process.objectives.clone() };
        workplan(&Ask {
            tenant: self.tenant,
            aims: self.processes.iter().map(aim).collect(),
            workshop: &self.workshop,
            period: self.period,
            today: self.today,
            cases: &self.cases,
            passages: &self.passages,
            customer: &|case| case.key.clone(),
            resource: &resource,
            orders: &self.orders,
            service: self.service,
        })
    }

    pub fn plan(&self) -> WorkPlan {
        self.try_plan().unwrap()
    }

    /// The launches against former orders, with their dates.
    pub fn schedule(&self, plan: &WorkPlan) -> (Vec<Launch>, Schedule) {
        let launches = renewed(plan.launches.clone(), &self.orders);
        let processes: Vec<&Process> = self.processes.iter().collect();
        let crew = Crew {
            tenant: self.tenant,
            processes: &processes,
            workshop: &self.workshop,
            period: self.period,
            sectors: &std::collections::HashMap::new(),
        };
        let jobs = jobs(&launches, &crew);
        let request = Request {
            workshop: &self.workshop,
            period: Period { first: self.today, after: self.period.after },
            grid: Minutes(30),
            rule: &Rule::DueDate,
            jobs: &jobs,
            effort: Effort::default(),
        };
        (launches, schedule(&request).unwrap())
    }

    /// As published.
    pub fn published(&self) -> Vec<PlannedOrder> {
        let (launches, schedule) = self.schedule(&self.plan());
        settle(launches, &schedule, self.processes[0].planning.as_ref().unwrap())
    }
}

/// Launches of a step and operation, as units: those of known cases, those to come.
pub fn units(launches: &[Launch], step: &str, operation: &str) -> (i64, i64) {
    let ours = |launch: &&Launch| launch.order.step == step && launch.order.operation == operation;
    let (known, to_come): (Vec<&Launch>, Vec<&Launch>) =
        launches.iter().filter(ours).partition(|launch| launch.order.case.is_some());
    let sum = |list: Vec<&Launch>| list.iter().map(|launch| launch.order.units).sum();
    (sum(known), sum(to_come))
}
