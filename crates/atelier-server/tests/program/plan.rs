//! One command from an export to a person's Monday, and the questions asked of the plan after it.

use crate::{Engine, Program, example, on_engines, shared_export};
use icalendar::{Calendar, CalendarComponent, Component};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

const OBJECTIVE: [&str; 8] =
    ["--revenue", "2500000", "--from", "2018-01-01", "--to", "2018-03-31", "--today", "2018-01-01"];

on_engines! {
    one_command => one_command_from_export_to_monday_on_sqlite, one_command_from_export_to_monday_on_postgres;
    questions => questions_of_the_plan_on_sqlite, questions_of_the_plan_on_postgres;
}

fn one_command(engine: Engine) {
    let Some(export) = shared_export() else { return };
    let Some(program) = Program::founded(engine) else { return };
    program.publish("crm-sales-opportunities/process.toml");
    let mapping = example("mappings/crm-sales-opportunities.toml");
    program.ok(&["import", "crm", &export, "--mapping", &mapping]);

    let before = program.digest();
    assert_eq!(program.codes(&made(&["--person", "Nobody"])), ["app/unknown-person"]);
    assert_eq!(program.digest(), before, "no plan is left behind by a person misspelt");

    let out = program.path("plan").display().to_string();
    let told = program.json(&made(&["--out", &out, "--person", "Darcel Schlecht"]));
    let (load, people, schedule) = documents(&program);
    sums(&told, &load, &people);
    next_actions(&program, &told, &schedule);
    let day = first_monday(&program, &told["day"]);
    calendar(&program, &told, &day);
    let order = day["items"][0]["id"].as_str().unwrap();
    let why = program.json(&["plan", "why", order]);
    assert!(!why["reasons"].as_array().unwrap().is_empty(), "{why}");
    assert!(!why["pegging"].as_array().unwrap().is_empty(), "{why}");
    program.ok(&["verify"]);
}

fn made<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["plan", "make"], &OBJECTIVE[..], more].concat()
}

/// The files of the plan, and the same tables for machines.
fn documents(program: &Program) -> (Value, Value, Value) {
    for name in ["needs", "load", "people", "schedule"] {
        for end in ["csv", "xlsx"] {
            let bytes = fs::read(program.path("plan").join(format!("{name}.{end}"))).unwrap();
            assert!(bytes.len() > 500, "{name}.{end}");
        }
    }
    let asked = |what: &str| program.json(&[&["plan", what], &OBJECTIVE[..]].concat());
    let needs = asked("explode");
    assert!(needs["needs"].as_array().unwrap().iter().any(|row| row["week"] == "W01"), "{needs}");
    let tables = asked("load");
    (tables["load"].clone(), tables["people"].clone(), program.json(&["plan", "show"]))
}

fn minutes(rows: &Value, key: &str) -> i64 {
    rows.as_array().unwrap().iter().map(|row| row[key].as_i64().unwrap_or(0)).sum()
}

/// Weeks add up to the total, people add up to the kind, own and shared to each person's load.
fn sums(told: &Value, load: &Value, people: &Value) {
    let total = load.as_array().unwrap().last().unwrap();
    assert_eq!(minutes(load, "load"), 2 * total["load"].as_i64().unwrap(), "the weeks and their total");
    assert_eq!(minutes(people, "load"), total["load"].as_i64().unwrap());
    assert_eq!(minutes(people, "capacity"), total["capacity"].as_i64().unwrap());
    for one in people.as_array().unwrap() {
        let parts = ["own", "shared"].map(|key| one[key].as_i64().unwrap());
        assert_eq!(parts[0] + parts[1], one["load"].as_i64().unwrap(), "{one}");
        let over = one["load"].as_i64() > one["capacity"].as_i64();
        assert!(!over || one["over"].is_string(), "{one}");
    }
    assert_eq!(people.as_array().unwrap().len(), 35);
    assert_eq!(told["summary"]["aims"][0]["deals"], 1_059);
}

/// Every open deal whose step is known has its next actions, with a date or with a cause.
fn next_actions(program: &Program, told: &Value, schedule: &Value) {
    let rows = schedule.as_array().unwrap();
    let summary = &told["summary"];
    let [placed, unplaced] = ["placed", "unplaced"].map(|key| summary[key].as_u64().unwrap() as usize);
    assert_eq!(rows.len(), placed + unplaced);
    assert_eq!(rows.iter().filter(|row| row["start"].is_null()).count(), unplaced);
    assert!(rows.iter().all(|row| row["why"].as_str().is_some_and(|why| !why.is_empty())));
    let deals = rows.iter().filter(|row| !row["customer"].as_str().unwrap().starts_with("To find")).count();
    assert!(deals >= 2_089, "the next actions of 2,089 open deals: {deals}");
    let waiting = program.json(&["today", "--person", "Darcel Schlecht", "--date", "2018-01-08"]);
    for one in waiting["unplaced"].as_array().unwrap() {
        let order = program.json(&["order", "show", one["id"].as_str().unwrap()]);
        let people = order["order"]["people"].as_array().unwrap();
        assert!(people.is_empty() || people[0] == "Darcel Schlecht", "{order}");
    }
}

/// 1 January 2018 is a public holiday in France: the first Monday worked is the 8th.
fn first_monday(program: &Program, told: &Value) -> Value {
    assert_eq!(told["date"], "2018-01-08");
    let day = program.json(&["today", "--person", "Darcel Schlecht", "--date", "2018-01-08"]);
    assert_eq!(&day, told);
    let schedule = program.json(&["plan", "show"]);
    let of_day: BTreeMap<String, String> = schedule
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["people"] == "Darcel Schlecht")
        .filter_map(|row| Some((row["start"].as_str()?.to_owned(), row["order"].as_str()?.to_owned())))
        .filter(|(start, _)| start.starts_with("2018-01-08"))
        .collect();
    let items = day["items"].as_array().unwrap();
    assert!(!items.is_empty());
    assert_eq!(items.len(), of_day.len());
    for (item, (start, order)) in items.iter().zip(&of_day) {
        assert!(item["id"].as_str().unwrap().starts_with(order.as_str()), "{item}");
        assert!(start.contains(item["start"].as_str().unwrap()), "{item} {start}");
    }
    let holiday = program.json(&["today", "--person", "Darcel Schlecht", "--date", "2018-01-01"]);
    assert_eq!((holiday["items"].as_array().unwrap().len(), &holiday["window_minutes"]), (0, &0.into()));
    day
}

/// The calendar file reads as RFC 5545, and its events of the day are those of the list.
fn calendar(program: &Program, told: &Value, day: &Value) {
    let written = told["written"].as_array().unwrap().last().unwrap().as_str().unwrap();
    let whole = events(&fs::read_to_string(written).unwrap());
    let of_day = events(&program.ok(&["today", "--person", "Darcel", "--date", "2018-01-08", "--ics"]));
    let expected: Vec<String> = day["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| format!("{}@atelier", item["id"].as_str().unwrap()))
        .collect();
    assert_eq!(of_day.iter().map(|event| event.0.clone()).collect::<Vec<_>>(), expected);
    assert_eq!(of_day[0].1, "20180108T080000Z", "nine in Paris");
    assert!(of_day.iter().all(|event| whole.contains(event)));
}

fn events(text: &str) -> Vec<(String, String)> {
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => {
            Some((event.get_uid().unwrap().to_owned(), event.property_value("DTSTART").unwrap().to_owned()))
        }
        _ => None,
    });
    events.collect()
}

/// Every other question of the plan, in every form, on the small company.
fn questions(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    program.publish("metrios/process.toml");
    let scenarios = example("metrios/scenarios.toml");
    let at = ["--today", "2027-01-04"];
    for line in [
        &["plan", "explode"] as &[&str],
        &["plan", "load"],
        &["plan", "promise"],
        &["plan", "promise", "--service", "80"],
        &["plan", "bottlenecks"],
        &["plan", "release", "--buffer-days", "5"],
        &["plan", "level"],
        &["plan", "scenarios", &scenarios],
        &["plan", "schedule"],
        &["plan", "make"],
        &["plan", "show"],
        &["plan", "show", "--version", "1"],
        &["plan", "compare", "1", "2"],
        &["process", "list"],
        &["process", "show", "new-customers"],
        &["process", "draft"],
        &["process", "export", "conquete"],
        &["process", "check", &example("metrios/process.toml")],
        &["workshop", "check", &example("metrios/workshop.toml")],
        &["workshop", "export"],
        &["routes"],
        &["verify"],
        &["rebuild"],
    ] {
        let line = [line, &at].concat();
        if line[1] == "export" && line[0] == "process" {
            continue;
        }
        let told = program.json(&line);
        assert!(told.get("refused").is_none(), "{line:?} {told}");
        for lang in ["fr", "en"] {
            let said = program.run(&[&line[..], &["--lang", lang]].concat());
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{line:?}");
            assert!(
                !said.out.contains("{$") && !said.out.contains("cli-") && !said.out.trim().is_empty(),
                "{said:?}"
            );
        }
    }
    for (line, code) in [
        (&["plan", "show", "--version", "99"] as &[&str], "app/unknown-plan"),
        (&["plan", "why", "zz"], "app/unknown-order"),
        (&["plan", "where-used", "zz"], "app/unknown-step"),
        (&["plan", "load", "--format", "xlsx"], "app/file-needed"),
        (&["plan", "explode", "--process", "zz"], "app/unknown-process"),
        (&["plan", "explode", "--deals", "3"], "app/no-period"),
        (
            &["plan", "explode", "--revenue", "a lot", "--from", "2027-01-04", "--to", "2027-02-01"],
            "app/bad-amount",
        ),
        (
            &["plan", "explode", "--deals", "3", "--from", "2027-02-04", "--to", "2027-01-01"],
            "app/empty-period",
        ),
        (
            &["plan", "explode", "--deals", "3", "--from", "2026-01-04", "--to", "2026-02-01"],
            "app/past-period",
        ),
    ] {
        let line = [line, &at].concat();
        program.refused(&line);
        if code != "app/file-needed" {
            assert_eq!(program.codes(&line), [code], "{line:?}");
        }
    }
    let told = program.json(&["process", "show", "new-customers"]);
    assert_eq!(told["leeway"]["mandatory"], 2, "{told}");
    assert!(program.ok(&["process", "list"]).contains("2 mandatory operations"));
    assert_eq!(program.codes(&["process", "show", "zz"]), ["app/unknown-process"]);
    held_back(&program, &at);
    #[cfg(unix)]
    stopped(&program);
    forms(&program, &at);
}

/// A search stopped at the keyboard shows the best plan found and publishes nothing.
#[cfg(unix)]
fn stopped(program: &Program) {
    let before = program.digest();
    let line = ["plan", "make", "--improve", "600", "--today", "2027-01-04", "--lang", "en"];
    let running = program.command(&line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_secs(4));
    let sent = Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let done = running.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&done.stdout), text(&done.stderr));
    assert_eq!(done.status.code(), Some(130), "{out}\n{err}");
    assert!(err.contains("not published"), "{err}");
    assert!(out.contains("best plan found, not published") && out.contains("stays in force"), "{out}");
    assert_eq!(program.digest(), before, "nothing is written");
}

/// What holds the small company back, as a list and as a table; nothing to look at is refused.
fn held_back(program: &Program, at: &[&str]) {
    let told = program.json(&[&["plan", "bottlenecks"], at].concat());
    let list = told["bottlenecks"].as_array().unwrap();
    let first: Vec<_> = list.iter().take(2).map(|one| one["place"].as_str().unwrap()).collect();
    assert_eq!(first, ["sellers", "presales"], "{told}");
    assert!(told["headline"].as_str().unwrap().contains("sellers, then presales"), "{told}");
    let stakes: Vec<_> = list.iter().map(|one| one["stake"]["money"]["cents"].as_i64().unwrap()).collect();
    assert!(stakes[1] > 0 && stakes.is_sorted_by(|a, b| a >= b), "{stakes:?}");
    let rows = program.ok(&[&["plan", "bottlenecks", "--format", "csv"], at].concat());
    assert_eq!(rows.trim().lines().count(), list.len() + 1, "{rows}");
    let after = ["plan", "bottlenecks", "--today", "2028-01-04"];
    assert_eq!(program.codes(&after), ["app/no-objective"]);
    program.refused(&after);
}

/// A delimited file and a workbook, with one file for each table.
fn forms(program: &Program, at: &[&str]) {
    for (form, start) in [("csv", &b"Kind,"[..]), ("xlsx", &b"PK"[..]), ("json", &b"["[..])] {
        let file = program.path("load").with_extension(form).display().to_string();
        program.ok(&[&["plan", "load", "--format", form, "--out", &file], at].concat());
        assert!(fs::read(&file).unwrap().starts_with(start), "{form}");
        assert!(program.path(&format!("load-2.{form}")).exists());
    }
    let both: Value =
        serde_json::from_str(&program.ok(&[&["plan", "load", "--format", "json"], at].concat())).unwrap();
    assert!(both["load"].is_array() && both["people"].is_array());
}
