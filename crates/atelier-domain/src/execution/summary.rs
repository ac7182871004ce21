//! What a plan says of itself once it is published: the figures that its pages show, each with the lines behind it.

use super::origin::Origin;
use super::rope::Roped;
use super::workplan::WorkPlan;
use crate::language::{Args, CaseId, Catalogue, Minutes, Period, Week};
use crate::planning::schedule::{Load as PersonTime, Price, Rule, Schedule};
use crate::planning::{AtLevel, Bottlenecks, KindBalance, Overload, Shortage, StepNeeds, Zone, of_kind};
use crate::process::Objective;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The figures of a published plan. Kept in its fact, so that what was shown can be shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Day on which it was made.
    pub today: Date,
    /// Days planned.
    pub period: Period,
    /// Rule of the schedule.
    pub rule: Rule,
    /// Starts fall on multiples of it.
    pub grid: Minutes,
    /// First weeks frozen, then weeks firm.
    pub zones: (u32, u32),
    /// What was wanted, process by process.
    pub aims: Vec<AimFigures>,
    /// Load against capacity, kind by kind.
    pub kinds: Vec<KindFigures>,
    /// Kind that limits.
    pub bottleneck: Option<String>,
    /// Work that the people able to do it cannot hold, the most missing first.
    #[serde(default)]
    pub overloads: Vec<Overload>,
    /// What holds it back, the most costly first.
    #[serde(default)]
    pub bottlenecks: Bottlenecks,
    /// Release control of the processes that say their buffer, with the new cases moved or held.
    #[serde(default)]
    pub ropes: Vec<Roped>,
    /// Time of each person.
    pub people: Vec<PersonTime>,
    /// Orders with a date.
    pub placed: usize,
    /// Of those, late.
    pub late: usize,
    /// Orders without.
    pub unplaced: usize,
    /// Open cases of the planned processes, or of none, that stand in no step.
    pub cases_unplaced: i64,
    /// Price of the schedule; nothing in plans made before it was kept.
    #[serde(default)]
    pub price: Price,
    /// Cases ranked last because the rule asks for a margin that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_margin: Vec<CaseId>,
    /// What it comes from; nothing in plans made before that was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Why somebody changed the plan before it, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One process of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimFigures {
    /// Code of the process.
    pub process: String,
    /// Codes and quantities of its objectives.
    pub objectives: Vec<ObjectiveFigures>,
    /// Units due out of it.
    pub deals: i64,
    /// Net units to enter its first steps.
    pub contacts: i64,
    /// Service level and the starts it asks; absent from plans made before there was a choice.
    #[serde(default)]
    pub level: Option<AtLevel>,
    /// Whether units should have entered a step before the period that are not even waiting to.
    pub overdue: bool,
}

/// An objective, as asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveFigures {
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// Units, or minor units of money.
    pub quantity: i64,
    /// Money, for revenue and margin.
    pub currency: Option<String>,
}

/// Load against capacity of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindFigures {
    /// Code.
    pub kind: String,
    /// Per week of the period.
    pub weeks: Vec<WeekFigures>,
    /// The lines behind the load.
    pub lines: Vec<LineFigures>,
}

/// One week of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekFigures {
    /// The week.
    pub week: Week,
    /// Work asked.
    pub load: Minutes,
    /// Work possible; `None`: no capacity known.
    pub capacity: Option<Minutes>,
    /// Cumulated shortage at its end.
    pub shortage: Minutes,
}

/// An operation in a week: what a figure opens to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFigures {
    /// The week.
    pub week: Week,
    /// Process.
    pub process: String,
    /// Step.
    pub step: String,
    /// Operation.
    pub operation: String,
    /// Whether it is work in hand that the needs do not count, rather than work of the needs.
    pub in_hand: bool,
    /// Units.
    pub units: i64,
    /// Work.
    pub minutes: Minutes,
}

impl Summary {
    /// Of a plan and its schedule.
    pub fn of(plan: &WorkPlan, schedule: &Schedule, today: Date, grid: Minutes, zones: (u32, u32)) -> Self {
        Self {
            today,
            period: schedule.period,
            rule: schedule.rule.clone(),
            grid,
            zones,
            aims: plan.strands.iter().map(aim).collect(),
            kinds: plan.balance.kinds.iter().map(|kind| kind_figures(plan, kind)).collect(),
            bottleneck: plan.balance.bottleneck().map(|kind| kind.kind.clone()),
            overloads: plan.overloads.clone(),
            bottlenecks: Bottlenecks::default(),
            ropes: Vec::new(),
            people: schedule.loads.clone(),
            placed: schedule.appointments.len(),
            late: schedule.appointments.iter().filter(|one| one.late.is_some()).count(),
            unplaced: schedule.unplaced.len(),
            cases_unplaced: plan.unplaced,
            price: schedule.price,
            without_margin: schedule.without_margin.clone(),
            origin: Some(Origin::Anew),
            reason: None,
        }
    }

    /// How free a week of the plan is; the zones count from the first week that can still be planned,
    /// and weeks before it are frozen: they are past.
    pub fn zone(&self, week: Week) -> Zone {
        let first = Week::of(self.period.first.max(self.today));
        let (frozen, firm) = (i64::from(self.zones.0), i64::from(self.zones.1));
        match first.until(week) {
            later if later < frozen => Zone::Frozen,
            later if later < frozen + firm => Zone::Firm,
            _ => Zone::Open,
        }
    }

    /// Name of a person of the plan by their code; the code itself for somebody it does not know.
    pub fn name(&self, code: &str) -> String {
        let found = self.people.iter().find(|one| one.person == code);
        found.map_or_else(|| code.to_owned(), |one| one.name.clone())
    }

    /// What it comes from, in words.
    pub fn origin(&self, words: &Catalogue) -> Option<String> {
        self.origin.as_ref().map(|origin| origin.sentence(&|code| self.name(code), words))
    }

    /// The figures of a kind.
    pub fn kind(&self, code: &str) -> Option<&KindFigures> {
        self.kinds.iter().find(|kind| kind.kind == code)
    }
}

impl KindFigures {
    /// The same as a balance, so that ratios, worst week and shortage are computed in one place.
    pub fn balance(&self) -> KindBalance {
        let load: Vec<Minutes> = self.weeks.iter().map(|week| week.load).collect();
        let capacity = self.weeks.iter().map(|week| week.capacity).collect();
        KindBalance::new(&self.kind, &load, capacity)
    }

    /// The largest shortage with its week.
    pub fn largest_shortage(&self) -> Option<(Minutes, Week)> {
        let Shortage { week, missing } = self.balance().largest_shortage()?;
        Some((missing, self.weeks.get(week)?.week))
    }

    /// "Non : il manque 103,5 h de vendeurs avant la semaine S10", or its contrary; `name` is the kind as shown.
    pub fn answer(&self, name: &str, words: &Catalogue) -> String {
        let show = words.show();
        let balance = self.balance();
        let total = show.hours(balance.total_load(), 1);
        let args = Args::new().with("of_kind", of_kind(words.lang(), name)).with("load", total);
        let Some(capacity) = balance.total_capacity() else {
            return words.text("execution-answer-no-capacity", &args);
        };
        let args = args.with("capacity", show.hours(capacity, 1));
        match self.largest_shortage() {
            Some((missing, week)) => {
                let args = args.with("missing", show.hours(missing, 1)).with("week", show.week(week));
                words.text("execution-answer-no", &args)
            }
            None => words.text("execution-answer-yes", &args),
        }
    }
}

fn aim(strand: &super::workplan::Strand) -> AimFigures {
    AimFigures {
        process: strand.process.clone(),
        objectives: strand.objectives.iter().map(objective).collect(),
        deals: strand.deals(),
        contacts: strand.needs.contacts,
        level: Some(strand.level),
        overdue: strand.needs.steps.iter().any(is_late_start),
    }
}

/// Units that should have entered before the period and are not even waiting to.
fn is_late_start(step: &StepNeeds) -> bool {
    step.overdue > step.taken.first().copied().unwrap_or(0)
}

fn objective(objective: &Objective) -> ObjectiveFigures {
    use crate::process::Unit;
    let money = matches!(objective.unit, Unit::Revenue | Unit::Margin);
    ObjectiveFigures {
        name_fr: objective.name.fr.clone(),
        name_en: objective.name.get(crate::language::Lang::En).to_owned(),
        quantity: objective.quantity,
        currency: money.then(|| objective.currency.to_string()),
    }
}

fn kind_figures(plan: &WorkPlan, kind: &KindBalance) -> KindFigures {
    let weeks = plan.weeks.iter().enumerate().map(|(index, week)| WeekFigures {
        week: *week,
        load: kind.load[index],
        capacity: kind.capacity.as_ref().map(|capacity| capacity[index]),
        shortage: kind.shortage[index],
    });
    let lines = plan.strands.iter().flat_map(|strand| {
        [(&strand.load, false), (&strand.in_hand, true)].into_iter().flat_map(move |(load, in_hand)| {
            load.open(&kind.kind, None).into_iter().map(move |line| LineFigures {
                week: load.weeks[line.week],
                process: strand.process.clone(),
                step: line.step.clone(),
                operation: line.operation.clone(),
                in_hand,
                units: line.units,
                minutes: line.minutes,
            })
        })
    });
    KindFigures { kind: kind.kind.clone(), weeks: weeks.collect(), lines: lines.collect() }
}
