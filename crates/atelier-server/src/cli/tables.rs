//! The tables that the command line prints or writes to files.

use super::session::Session;
use crate::documents::write::{Cell, Table};
use crate::workbench::{Day, Published, Shop};
use atelier_domain::execution::WorkPlan;
use atelier_domain::language::{Catalogue, Minutes, Money, Week};
use atelier_domain::planning::{Compared, KindBalance, LevelledKind, PersonLoad};
use atelier_domain::process::Process;
use rust_decimal::Decimal;

/// A table whose title and columns come from the catalogue: `table-<name>`, `column-<key>`.
pub fn titled(words: &Catalogue, name: &str, keys: &[&str]) -> Table {
    let titles: Vec<(String, String)> = keys
        .iter()
        .map(|key| ((*key).to_owned(), words.plain(&format!("column-{}", key.replace('_', "-")))))
        .collect();
    let columns: Vec<(&str, &str)> =
        titles.iter().map(|(key, title)| (key.as_str(), title.as_str())).collect();
    Table::new(words.plain(&format!("table-{name}")), &columns).named(name)
}

/// A ratio as a cell: parts of a whole, or nothing when there is no whole.
pub fn ratio(part: i64, whole: i64) -> Cell {
    if whole == 0 { Cell::Empty } else { Cell::Percent(Decimal::from(part) / Decimal::from(whole)) }
}

/// Needs: one row per process, step and week that asks for something.
pub fn needs(session: &Session, plan: &WorkPlan, shop: &Shop) -> Table {
    let keys = ["process", "step", "week", "entering", "taken", "net"];
    let mut table = titled(session.words, "needs", &keys);
    for strand in &plan.strands {
        let process = shop.processes.iter().find(|one| one.code == strand.process);
        for step in &strand.needs.steps {
            let name = step_name(process, &step.step, session);
            for (index, week) in strand.needs.weeks.iter().enumerate() {
                if step.entering[index] == 0 {
                    continue;
                }
                table.push(vec![
                    strand.process.as_str().into(),
                    name.as_str().into(),
                    session.words.show().week(*week).into(),
                    step.entering[index].into(),
                    step.taken[index].into(),
                    step.net[index].into(),
                ]);
            }
        }
    }
    table
}

fn step_name(process: Option<&Process>, code: &str, session: &Session) -> String {
    let step = process.and_then(|one| one.step_index(code).map(|index| &one.steps[index]));
    step.map_or_else(|| code.to_owned(), |step| step.name.get(session.lang).to_owned())
}

/// Name of a kind as shown.
pub fn kind_name(shop: &Shop, code: &str, session: &Session) -> String {
    let found = shop.workshop.kinds.iter().find(|kind| kind.code == code);
    found.map_or_else(|| code.to_owned(), |kind| kind.name.get(session.lang).to_owned())
}

/// Load against capacity: one row per kind and week, and one per kind for the whole.
pub fn load(session: &Session, plan: &WorkPlan, shop: &Shop) -> Table {
    let keys =
        ["kind", "week", "load", "capacity", "ratio", "cumulated_load", "cumulated_capacity", "shortage"];
    let mut table = titled(session.words, "load", &keys);
    for balance in &plan.balance.kinds {
        let kind = kind_name(shop, &balance.kind, session);
        for (index, week) in plan.weeks.iter().enumerate() {
            table.push(load_row(session, balance, &kind, index, *week));
        }
        let whole = balance.total_capacity();
        table.push(vec![
            kind.into(),
            session.words.plain("table-total").into(),
            balance.total_load().into(),
            whole.into(),
            whole.map_or(Cell::Empty, |whole| ratio(balance.total_load().0, whole.0)),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    table
}

fn load_row(session: &Session, balance: &KindBalance, kind: &str, index: usize, week: Week) -> Vec<Cell> {
    let capacity = balance.capacity.as_ref().map(|capacity| capacity[index]);
    vec![
        kind.into(),
        session.words.show().week(week).into(),
        balance.load[index].into(),
        capacity.into(),
        capacity.map_or(Cell::Empty, |capacity| ratio(balance.load[index].0, capacity.0)),
        balance.cumulated_load[index].into(),
        balance.cumulated_capacity[index].into(),
        balance.shortage[index].into(),
    ]
}

/// Load of each person against their time, the most loaded first.
pub fn people(session: &Session, plan: &WorkPlan, shop: &Shop) -> Table {
    let keys = ["person", "kind", "own", "shared", "load", "capacity", "ratio", "over"];
    let mut table = titled(session.words, "people", &keys);
    let sum = |list: &[Minutes]| list.iter().copied().sum::<Minutes>();
    let mut people: Vec<&PersonLoad> = plan.shared.people.iter().collect();
    let over =
        |person: &PersonLoad| person.capacity.as_ref().map(|capacity| person.total().0 - sum(capacity).0);
    people.sort_by_key(|person| std::cmp::Reverse(over(person).unwrap_or(i64::MAX)));
    for person in people {
        let capacity = person.capacity.as_ref().map(|capacity| sum(capacity));
        let name = shop.workshop.resources.iter().find(|one| one.code == person.resource);
        let is_over = over(person).is_some_and(|over| over > 0);
        table.push(vec![
            name.map_or(person.resource.as_str(), |one| one.name.as_str()).into(),
            kind_name(shop, &person.kind, session).into(),
            sum(&person.own).into(),
            sum(&person.shared).into(),
            person.total().into(),
            capacity.into(),
            capacity.map_or(Cell::Empty, |capacity| ratio(person.total().0, capacity.0)),
            if is_over { session.words.plain("table-over").into() } else { Cell::Empty },
        ]);
    }
    table
}

/// The orders of a plan: those with a date in time order, then those without, with the cause.
pub fn schedule(session: &Session, plan: &Published) -> Table {
    let keys = ["order", "start", "end", "people", "customer", "operation", "due", "state", "why"];
    let mut table = titled(session.words, "schedule", &keys);
    let speaker = plan.speaker(session.lang);
    for one in &plan.schedule.appointments {
        let Some(planned) = plan.orders.get(&one.order) else { continue };
        let people: Vec<String> = one.people.iter().map(|code| plan.name(code)).collect();
        let why = Published::why(planned, &speaker, session.lang).pop().unwrap_or_default();
        table.push(vec![
            short(&planned.order.id.to_string()).into(),
            one.start.into(),
            one.end.into(),
            people.join(", ").into(),
            plan.customer(planned, session.words).into(),
            one.action.get(session.lang).into(),
            planned.order.due.into(),
            session.words.plain(&format!("execution-phase-{}", planned.order.phase().code())).into(),
            why.into(),
        ]);
    }
    for one in &plan.schedule.unplaced {
        let Some(planned) = plan.orders.get(&one.order) else { continue };
        table.push(vec![
            short(&planned.order.id.to_string()).into(),
            Cell::Empty,
            Cell::Empty,
            planned.order.people.iter().map(|code| plan.name(code)).collect::<Vec<_>>().join(", ").into(),
            plan.customer(planned, session.words).into(),
            one.action.get(session.lang).into(),
            planned.order.due.into(),
            session.words.plain("table-unplaced").into(),
            Published::why(planned, &speaker, session.lang).join(" ").into(),
        ]);
    }
    table
}

/// The first characters of an id, enough to name it on the command line.
pub fn short(id: &str) -> &str {
    id.get(..13).unwrap_or(id)
}

/// A day.
pub fn day(session: &Session, day: &Day) -> Table {
    let keys = ["start", "end", "customer", "operation", "step", "medium", "why", "state", "order"];
    let mut table = titled(session.words, "day", &keys);
    for item in &day.items {
        table.push(vec![
            item.start.as_str().into(),
            item.end.as_str().into(),
            item.customer.as_str().into(),
            item.operation.as_str().into(),
            item.step.as_str().into(),
            session.words.plain(&format!("execution-channel-{}", item.channel)).into(),
            item.why.as_str().into(),
            session.words.plain(&format!("table-{}", item.state)).into(),
            short(&item.id.to_string()).into(),
        ]);
    }
    table
}

/// Scenarios side by side, for one kind.
pub fn scenarios(session: &Session, compared: &[Compared], kind: &str, weeks: &[Week], shop: &Shop) -> Table {
    let keys = [
        "scenario",
        "contacts",
        "load",
        "capacity",
        "ratio",
        "shortage",
        "week",
        "bottleneck",
        "margin_per_hour",
        "feasible",
    ];
    let mut table = titled(session.words, "scenarios", &keys);
    for one in compared {
        let balance = one.balance.kind(kind);
        let short = balance.and_then(KindBalance::largest_shortage);
        let capacity = balance.and_then(KindBalance::total_capacity);
        let load = balance.map(KindBalance::total_load);
        let week = short.and_then(|short| weeks.get(short.week)).map(|week| session.words.show().week(*week));
        table.push(vec![
            one.name.get(session.lang).into(),
            one.contacts.into(),
            load.into(),
            capacity.into(),
            load.zip(capacity).map_or(Cell::Empty, |(load, capacity)| ratio(load.0, capacity.0)),
            short.map(|short| short.missing).into(),
            week.into(),
            one.bottleneck.as_deref().map(|code| kind_name(shop, code, session)).into(),
            one.margin_per_hour.map_or(Cell::Empty, |money: Money| money.into()),
            session.words.plain(if one.feasible { "table-yes" } else { "table-no" }).into(),
        ]);
    }
    table
}

/// Levelled load beside the load asked.
pub fn level(session: &Session, plan: &WorkPlan, levelled: &[LevelledKind], shop: &Shop) -> Table {
    let mut table = titled(session.words, "level", &["kind", "week", "load", "levelled"]);
    for one in levelled {
        let kind = kind_name(shop, &one.kind, session);
        let asked = plan.load.kind(&one.kind);
        for (index, week) in plan.weeks.iter().enumerate() {
            table.push(vec![
                kind.as_str().into(),
                session.words.show().week(*week).into(),
                asked.map(|load| load.by_week[index]).into(),
                one.by_week[index].into(),
            ]);
        }
        if one.before_first > Minutes(0) {
            let before = session.words.plain("table-before");
            table.push(vec![kind.into(), before.into(), Cell::Empty, one.before_first.into()]);
        }
    }
    table
}
