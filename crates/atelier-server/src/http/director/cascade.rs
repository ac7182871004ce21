//! From the line of the strategy to the action (*déclinaison de la stratégie*), and back up.

use super::{Desk, quantity, told};
use crate::http::day::concerns_order;
use crate::http::market::{hidden, rows_asked};
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{
    Access,
    permit::{ReadDay, ReadProcesses},
};
use crate::workbench::Frame;
use atelier_domain::controls::Reach;
use atelier_domain::execution::{ActionOrder, Phase};
use atelier_domain::language::{Catalogue, Lang, OrderId, Refusal};
use atelier_domain::process::{Objective, Process, StrategicLine, strategic_lines};
use axum::extract::State;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Lines of the strategy, each down to the actions.
#[derive(Serialize, ToSchema)]
pub struct Cascade {
    lines: Vec<CascadeLine>,
}

/// A line of the strategy; the objectives that serve none, by themselves or by their process, come last.
#[derive(Serialize, ToSchema)]
struct CascadeLine {
    line: Option<String>,
    /// Its name; none when it is only named by its code.
    name: Option<String>,
    owner: Option<String>,
    first_day: Option<String>,
    last_day: Option<String>,
    /// What it lacks, which makes it a draft: `name`, `owner`, `period`.
    missing: Vec<&'static str>,
    objectives: Vec<CascadeObjective>,
}

/// An objective of a process.
#[derive(Serialize, ToSchema)]
struct CascadeObjective {
    process: String,
    process_name: String,
    code: String,
    name: String,
    unit: &'static str,
    /// Units, or minor units of money.
    quantity: i64,
    /// As the reader writes it.
    shown: String,
    first_day: String,
    last_day: String,
    owner: String,
    /// Whether its period is over.
    is_over: bool,
    /// The actions of its process that start in its period.
    actions: CascadeActions,
}

/// How many actions serve an objective.
#[derive(Clone, Copy, Default, Serialize, ToSchema)]
struct CascadeActions {
    /// Still to be done or under way.
    ahead: usize,
    done: usize,
}

/// The lines of the strategy, their objectives, and how many actions serve each.
///
/// # Errors
/// An incident.
pub async fn cascade(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<Cascade>, Problem> {
    let desk = Desk::of(&app, &access, false, asked.lang()).await.map_err(told(asked.lang()))?;
    let known = strategic_lines(&desk.shop.processes);
    let mut lines: BTreeMap<(bool, String), Vec<CascadeObjective>> =
        known.keys().map(|code| ((false, code.clone()), Vec::new())).collect();
    for process in &desk.shop.processes {
        for objective in &process.objectives {
            let line = process.line_of(objective);
            let name = process.name.get(desk.lang);
            let told = objective_told(&desk, (&process.code, name), objective);
            lines.entry((line.is_none(), line.unwrap_or_default().to_owned())).or_default().push(told);
        }
    }
    let lines =
        lines.into_iter().map(|((_, line), objectives)| line_told(known.get(&line), objectives, desk.lang));
    Ok(Answer::of(Cascade { lines: lines.collect() }))
}

/// `None`: the objectives serve no line.
fn line_told(line: Option<&StrategicLine>, objectives: Vec<CascadeObjective>, lang: Lang) -> CascadeLine {
    let period = line.and_then(|line| line.period);
    CascadeLine {
        line: line.map(|line| line.code.clone()),
        name: line.and_then(|line| line.name.as_ref()).map(|name| name.get(lang).to_owned()),
        owner: line.and_then(|line| line.owner.clone()),
        first_day: period.map(|period| period.first.to_string()),
        last_day: period.map(|period| period.last().to_string()),
        missing: line.map(StrategicLine::missing).unwrap_or_default(),
        objectives,
    }
}

fn objective_told(desk: &Desk, (process, name): (&str, &str), objective: &Objective) -> CascadeObjective {
    let mut actions = CascadeActions::default();
    for order in desk.shop.orders.iter().filter(|order| serves(order, process, objective)) {
        match (order.report().is_some(), order.phase()) {
            (true, _) => actions.done += 1,
            (false, Phase::Cancelled) => {}
            (false, _) => actions.ahead += 1,
        }
    }
    CascadeObjective {
        process: process.to_owned(),
        process_name: name.to_owned(),
        code: objective.code.clone(),
        name: objective.name.get(desk.lang).to_owned(),
        unit: crate::http::objectives::unit_code(objective.unit),
        quantity: objective.quantity,
        shown: quantity(objective, desk.lang),
        first_day: objective.period.first.to_string(),
        last_day: objective.period.last().to_string(),
        owner: objective.owner.clone(),
        is_over: objective.period.last() < desk.today,
        actions,
    }
}

/// An action serves the objectives of its process in whose period it starts, or is due.
fn serves(order: &ActionOrder, process: &str, objective: &Objective) -> bool {
    let day = order.start.map(DateTime::date).or(order.due);
    order.process == process && day.is_some_and(|day| objective.period.holds(day))
}

/// Which actions of an objective.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ActionsAsked {
    /// Where they stand; else all.
    #[param(inline)]
    pub state: Option<ActionState>,
    /// Code of somebody who does them, among those told.
    pub who: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

/// Where an action of an objective stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// Still to be done or under way.
    Ahead,
    /// Done.
    Done,
    /// Still to be done, without a date.
    Unplaced,
}

impl ActionsAsked {
    fn keeps(&self, order: &ActionOrder) -> bool {
        let is_done = order.report().is_some();
        let stands = match self.state {
            None => true,
            Some(ActionState::Ahead) => !is_done,
            Some(ActionState::Done) => is_done,
            Some(ActionState::Unplaced) => !is_done && order.start.is_none(),
        };
        stands && self.who.as_ref().is_none_or(|who| order.people.contains(who))
    }
}

/// Where an action stands in the list: those ahead first, then by start, the undated last, then by last useful day and
/// identity. Written with bars between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    is_done: bool,
    is_undated: bool,
    start: Option<DateTime>,
    due: Option<Date>,
    order: OrderId,
}

impl Place {
    fn of(order: &ActionOrder) -> Self {
        Self {
            is_done: order.report().is_some(),
            is_undated: order.start.is_none(),
            start: order.start,
            due: order.due,
            order: order.id,
        }
    }

    fn read(given: &str) -> Result<Self, Refusal> {
        let parts: Vec<&str> = given.split('|').collect();
        let read = || {
            let [done, start, due, id] = parts[..] else { return None };
            let start: Option<DateTime> = if start.is_empty() { None } else { Some(start.parse().ok()?) };
            let due = if due.is_empty() { None } else { Some(due.parse().ok()?) };
            let order = OrderId(id.parse().ok()?);
            Some(Self { is_done: done.parse().ok()?, is_undated: start.is_none(), start, due, order })
        };
        read().ok_or_else(|| Refusal::new("app/unreadable-page").with("given", given))
    }

    fn written(self) -> String {
        let start = self.start.map(|start| start.to_string()).unwrap_or_default();
        let due = self.due.map(|due| due.to_string()).unwrap_or_default();
        format!("{}|{start}|{due}|{}", self.is_done, self.order.0)
    }
}

/// The actions that serve an objective, and what it serves itself.
#[derive(Serialize, ToSchema)]
pub struct ObjectiveActions {
    process: Climbed,
    objective: ClimbedObjective,
    first_day: String,
    last_day: String,
    /// Whether all of the company's are counted; else those within reach.
    whole: bool,
    /// Still to be done or under way, whatever is filtered.
    ahead: usize,
    done: usize,
    /// How many the filters leave.
    total: usize,
    /// Those who do one of them, whatever is filtered, by name.
    people: Vec<Climbed>,
    /// A page: those ahead first, then by day.
    rows: Vec<ServingAction>,
    /// What to ask the next page with, as `after`; nothing on the last.
    next: Option<String>,
}

/// An action that serves an objective.
#[derive(Serialize, ToSchema)]
struct ServingAction {
    id: Uuid,
    case: Option<Uuid>,
    customer: String,
    title: String,
    step: String,
    /// Names of those who do it.
    people: Vec<String>,
    /// Day of its start; else the last useful one.
    day: Option<String>,
    /// Whether the day is that of a start.
    placed: bool,
    done: bool,
}

/// The actions of an objective that are within reach, page by page.
///
/// # Errors
/// `app/unknown-process`, `app/unknown-objective`, `app/no-plan`, `app/page-length`, `app/unreadable-page`.
pub async fn of_objective(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<ActionsAsked>,
) -> Result<Answer<ObjectiveActions>, Problem> {
    let problem = told(asked.lang());
    let limit = rows_asked(asked.of.limit).map_err(|it| problem(it.into()))?;
    let after = asked.of.after.as_deref().map(Place::read).transpose().map_err(|it| problem(it.into()))?;
    let desk = Desk::of(&app, &access, false, asked.lang()).await.map_err(problem)?;
    let process = desk.process(Some(&asked.above)).map_err(|it| problem(it.into()))?;
    let known = || process.objectives.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
    let unknown =
        || Refusal::new("app/unknown-objective").with("given", asked.id.as_str()).with("known", known());
    let objective = process.objectives.iter().find(|one| one.code == asked.id);
    let objective = objective.ok_or_else(|| problem(unknown().into()))?;
    let frame = app.frame(&access.who.office).await.map_err(problem)?;
    let ours = |order: &&ActionOrder| {
        serves(order, &process.code, objective)
            && (order.report().is_some() || order.phase() != Phase::Cancelled)
            && concerns_order(&frame, &access, order)
    };
    let all: Vec<&ActionOrder> = desk.shop.orders.iter().filter(ours).collect();
    let done = all.iter().filter(|order| order.report().is_some()).count();
    let codes: BTreeSet<&String> = all.iter().flat_map(|order| &order.people).collect();
    let mut people: Vec<Climbed> =
        codes.into_iter().map(|code| Climbed { code: code.clone(), name: frame.name(code) }).collect();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let ahead = all.len() - done;
    let mut kept: Vec<&ActionOrder> = all.into_iter().filter(|order| asked.of.keeps(order)).collect();
    kept.sort_by_key(|order| Place::of(order));
    let from = after.map_or(0, |after| kept.partition_point(|order| Place::of(order) <= after));
    let page: Vec<&ActionOrder> = kept[from..].iter().copied().take(limit as usize).collect();
    let is_more = from + page.len() < kept.len();
    let next = page.last().filter(|_| is_more).map(|order| Place::of(order).written());
    let name = process.name.get(desk.lang).to_owned();
    Ok(Answer::of(ObjectiveActions {
        process: Climbed { code: process.code.clone(), name },
        objective: climbed_objective(&strategic_lines(&desk.shop.processes), process, objective, desk.lang),
        first_day: objective.period.first.to_string(),
        last_day: objective.period.last().to_string(),
        whole: access.reach == Reach::All,
        ahead,
        done,
        total: kept.len(),
        people,
        rows: page.into_iter().map(|order| serving(&frame, order, desk.lang)).collect(),
        next,
    }))
}

fn serving(frame: &Frame, order: &ActionOrder, lang: Lang) -> ServingAction {
    let (step, operation) = frame.routing_of(order);
    let day = order.start.map(DateTime::date).or(order.due);
    ServingAction {
        id: order.id.0,
        case: order.case.map(|case| case.0),
        customer: frame.customer_of(order, Catalogue::of(lang)),
        title: operation.map_or(order.operation.as_str(), |one| one.name.get(lang)).to_owned(),
        step: step.map_or(order.step.as_str(), |one| one.name.get(lang)).to_owned(),
        people: order.people.iter().map(|code| frame.name(code)).collect(),
        day: day.map(|day| day.to_string()),
        placed: order.start.is_some(),
        done: order.report().is_some(),
    }
}

fn climbed_objective(
    lines: &BTreeMap<String, StrategicLine>,
    process: &Process,
    one: &Objective,
    lang: Lang,
) -> ClimbedObjective {
    let name = process.line_of(one).and_then(|code| lines.get(code)?.name.as_ref());
    ClimbedObjective {
        line_name: name.map(|name| name.get(lang).to_owned()),
        code: one.code.clone(),
        name: one.name.get(lang).to_owned(),
        shown: quantity(one, lang),
        line: process.line_of(one).map(str::to_owned),
    }
}

/// From an action up to the line of the strategy.
#[derive(Serialize, ToSchema)]
pub struct Climb {
    order: Uuid,
    action: String,
    customer: String,
    step: Climbed,
    process: Climbed,
    /// Version of the process it was launched under.
    version: u32,
    objectives: Vec<ClimbedObjective>,
}

/// A code and its name.
#[derive(Serialize, ToSchema)]
struct Climbed {
    code: String,
    name: String,
}

/// An objective, and the line it belongs to.
#[derive(Serialize, ToSchema)]
struct ClimbedObjective {
    code: String,
    name: String,
    shown: String,
    line: Option<String>,
    /// Its name, where a sheet gives one.
    line_name: Option<String>,
}

/// What an action serves: its step, process, objectives and their lines.
///
/// # Errors
/// `app/unknown-order`.
pub async fn of_order(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<Climb>, Problem> {
    let (lang, problem) = (asked.lang(), told(asked.lang()));
    let unknown = || Refusal::new("app/unknown-order").with("given", asked.id.as_str());
    let (plan, _) = app.about(&access.who.office, &asked.id).await.map_err(problem)?;
    let found = asked.id.parse().ok().and_then(|id| plan.orders.get(&id));
    let Some(planned) = found.filter(|planned| crate::http::day::concerns(&plan, &access, planned)) else {
        return Err(hidden(&app, &access, true, unknown(), lang).await);
    };
    let order = &planned.order;
    let (step, operation) = plan.routing_of(order);
    let process = plan.process_of(order);
    let newest = plan.processes.iter().rfind(|one| one.code == order.process);
    let objectives =
        newest.into_iter().flat_map(|process| process.objectives.iter().map(move |one| (process, one)));
    let lines = strategic_lines(&plan.processes);
    let words = Catalogue::of(lang);
    let climbed = |code: &str, name: Option<&str>| Climbed {
        code: code.to_owned(),
        name: name.unwrap_or(code).to_owned(),
    };
    Ok(Answer::of(Climb {
        order: order.id.0,
        action: operation.map_or(order.operation.as_str(), |one| one.name.get(lang)).to_owned(),
        customer: plan.customer(planned, words),
        step: climbed(&order.step, step.map(|one| one.name.get(lang))),
        process: climbed(&order.process, process.map(|one| one.name.get(lang))),
        version: order.version,
        objectives: objectives
            .filter(|(_, one)| serves(order, &order.process, one))
            .map(|(process, one)| climbed_objective(&lines, process, one, lang))
            .collect(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_place_reads_back_and_what_is_none_is_refused() {
        let start = Some(date(2027, 1, 11).at(9, 30, 0, 0));
        let order = OrderId(Uuid::from_u128(7));
        for (start, due) in [(start, Some(date(2027, 1, 20))), (None, Some(date(2027, 1, 20))), (start, None)]
        {
            let place = Place { is_done: false, is_undated: start.is_none(), start, due, order };
            assert_eq!(Place::read(&place.written()).unwrap(), place);
        }
        for bad in ["", "yes", "false|2027|x|y", "false||", "perhaps|||00000000-0000-0000-0000-000000000007"]
        {
            assert_eq!(Place::read(bad).unwrap_err().code, "app/unreadable-page", "{bad}");
        }
    }
}
