//! A plan is upset, a proposal is shown, and nothing is written before it is accepted.

use crate::{Engine, Program, on_engines};
use serde_json::Value;
use std::collections::BTreeMap;

on_engines! {
    upset => a_plan_is_upset_and_planned_again_on_sqlite, a_plan_is_upset_and_planned_again_on_postgres;
}

const TODAY: [&str; 4] = ["--company", "metrios", "--today", "2027-01-04"];

/// The demonstration, as an installation of its own.
fn demonstration(engine: Engine) -> Option<Program> {
    let program = Program::on(engine)?;
    program.ok(&["demo", "--no-serve"]);
    if engine == Engine::Sqlite {
        std::fs::rename(program.path("data").join("demo"), program.path("demo")).unwrap();
        std::fs::remove_dir_all(program.path("data")).unwrap();
        std::fs::rename(program.path("demo"), program.path("data")).unwrap();
    }
    Some(program)
}

fn asked(program: &Program, line: &[&str]) -> Value {
    program.json(&[line, &TODAY[..]].concat())
}

/// The first order with a date from a day on, as `plan show` gives it.
fn from_day(program: &Program, day: &str) -> Value {
    let rows = asked(program, &["plan", "show"]);
    let dated = |row: &&Value| row["start"].as_str().is_some_and(|start| start >= day);
    rows.as_array().unwrap().iter().find(dated).unwrap().clone()
}

fn upset(engine: Engine) {
    let Some(program) = demonstration(engine) else { return };
    let before = program.digest();
    an_absence_moves_what_the_person_had(&program, &before);
    a_cancelled_appointment_frees_its_time(&program);
    what_lasts_longer_stays_where_it_is(&program);
    a_week_too_full_is_told_to_the_person_and_in_the_plan(&program);
    a_lost_case_leaves_the_plan(&program);
    an_urgent_case_takes_the_earliest_free_time_and_moves_nobody_else(&program);
    slots_are_in_order_and_in_working_time(&program);
    slots_of_an_action_that_is_not_in_the_plan(&program);
    what_was_given_and_not_declared_comes_first_on_the_day_itself(&program);
    what_cannot_be_is_refused(&program);
    hours_of_a_customer_unknown_are_told_with_their_line(&program);
    a_conversation_that_nothing_had_planned_is_noted(&program);
    program.ok(&["verify"]);
}

fn a_conversation_that_nothing_had_planned_is_noted(program: &Program) {
    let line = [
        "order",
        "note",
        "--person",
        "camille",
        "--account",
        "Ateliers du Rhône",
        "--way",
        "call",
        "--goal",
        "Livrer en juin",
    ];
    let noted = asked(program, &[&line[..], &["--result", "no-progress", "--confirm"]].concat());
    assert_eq!(noted["state"], "done", "{noted}");
    let id = noted["order"].as_str().unwrap();
    let told = program.ok(&[&["order", "show", id, "--lang", "fr"][..], &TODAY[..2]].concat());
    assert!(told.contains("Conversation non prévue"), "{told}");
}

fn an_absence_moves_what_the_person_had(program: &Program, before: &str) {
    let order = from_day(program, "2027-01-12");
    let person = order["people"].as_str().unwrap().split(", ").next().unwrap().to_owned();
    let day = &order["start"].as_str().unwrap()[..10];
    let event = format!("{person}:{day}:{day}");
    let line = ["plan", "replan", "--absence", event.as_str()];
    let proposed = asked(program, &line);
    assert!(proposed["counts"]["moved"].as_i64().unwrap() > 0, "{proposed}");
    let moves = proposed["moves"].as_array().unwrap();
    for one in moves.iter().filter(|one| one["change"] == "moved") {
        assert!(one["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{one}");
    }
    assert_eq!(program.digest(), before, "nothing is written before it is accepted");

    let accepted = asked(program, &[&line[..], &["--accept"]].concat());
    assert_eq!(accepted["version"], 2, "{accepted}");
    let rows = asked(program, &["plan", "show"]);
    let there = |row: &&Value| {
        row["start"].as_str().is_some_and(|start| start.starts_with(day))
            && row["people"].as_str().is_some_and(|people| people.split(", ").any(|one| one == person))
    };
    assert_eq!(rows.as_array().unwrap().iter().filter(there).count(), 0, "{person} is away on {day}");
    let sheet = program.ok(&[&["workshop", "export"], &TODAY[..]].concat());
    assert!(sheet.contains(day), "the absence is kept in the workshop");

    let compared = asked(program, &["plan", "compare", "1", "2"]);
    assert_eq!(compared["moves"].as_array().unwrap().len(), moves.len());
    for version in ["old", "new"] {
        for figure in ["load_minutes", "placed", "late", "unplaced", "price", "gap_bp"] {
            assert!(compared["figures"][version][figure].is_number(), "{figure} in {compared}");
        }
    }
}

fn a_cancelled_appointment_frees_its_time(program: &Program) {
    let order = from_day(program, "2027-01-13");
    let id = order["order"].as_str().unwrap();
    let proposed = asked(program, &["plan", "replan", "--cancel", id]);
    assert_eq!(proposed["counts"]["freed"], 1, "{proposed}");
    assert_eq!(proposed["counts"]["moved"], 0, "nothing else moves: {proposed}");
    asked(program, &["plan", "replan", "--cancel", id, "--accept"]);
    let rows = asked(program, &["plan", "show"]);
    assert!(rows.as_array().unwrap().iter().all(|row| row["order"] != id || row["start"].is_null()));
}

fn what_lasts_longer_stays_where_it_is(program: &Program) {
    let order = from_day(program, "2027-01-13");
    let id = order["order"].as_str().unwrap();
    let proposed = asked(program, &["plan", "replan", "--overrun", &format!("{id}:30")]);
    let own = proposed["moves"].as_array().unwrap().iter();
    let own: Vec<_> = own.filter(|one| one["order"].as_str().unwrap().starts_with(id)).collect();
    assert_eq!(own[0]["change"], "moved", "{proposed}");
    assert_eq!(own[0]["from"]["start"], own[0]["to"]["start"], "it begins when it did");
    assert_ne!(own[0]["from"]["end"], own[0]["to"]["end"]);
}

fn a_week_too_full_is_told_to_the_person_and_in_the_plan(program: &Program) {
    let order = from_day(program, "2027-03-10");
    let person = order["people"].as_str().unwrap().split(", ").next().unwrap().to_owned();
    let day = order["start"].as_str().unwrap()[..10].to_owned();
    let line = [&["today", "--person", &person, "--date", &day], &TODAY[..]].concat();
    assert!(program.json(&line)["overload"].is_null(), "the schedule itself asks for no evening");

    let longer = format!("{}:600", order["order"].as_str().unwrap());
    asked(program, &["plan", "replan", "--overrun", &longer, "--accept"]);
    let notice = program.json(&line)["overload"].as_str().unwrap().to_owned();
    assert!(notice.contains("outside your hours"), "{notice}");
    assert!(program.ok(&[&line[..], &["--lang", "fr"]].concat()).contains("hors de vos horaires"));
    for (lang, evening) in [("fr", "hors de ses horaires"), ("en", "outside their hours")] {
        let shown = program.ok(&[&["plan", "show", "--lang", lang], &TODAY[..]].concat());
        let told = shown.lines().find(|line| line.contains(evening)).unwrap_or_else(|| panic!("{shown}"));
        assert!(told.contains(&person), "{told}");
    }
}

fn a_lost_case_leaves_the_plan(program: &Program) {
    let rows = asked(program, &["plan", "show"]);
    let mut found = rows.as_array().unwrap().iter().filter_map(|row| {
        let order = asked(program, &["order", "show", row["order"].as_str()?]);
        Some(order["order"]["case"].as_str()?.to_owned())
    });
    let case = found.next().unwrap();
    let line = ["plan", "replan", "--lost", case.as_str(), "--accept"];
    // Its first action is in the frozen week: nothing is done without a reason, which the version tells.
    let proposed = asked(program, &line[..4]);
    assert_eq!(proposed["frozen_week"], "2027-W01", "{proposed}");
    let before = program.digest();
    assert_eq!(program.codes(&[&line[..], &TODAY[..]].concat()), ["planning/reason-needed reason"]);
    assert_eq!(program.digest(), before);
    let accepted = asked(program, &[&line[..], &["--reason", "They chose another one"]].concat());
    assert!(accepted["counts"]["freed"].as_i64().unwrap() > 0, "{accepted}");
    let version = accepted["version"].as_i64().unwrap();
    let (old, new) = ((version - 1).to_string(), version.to_string());
    let compared = asked(program, &["plan", "compare", &old, &new]);
    let figures = &compared["figures"]["new"];
    assert_eq!(
        (&figures["origin"]["event"], &figures["reason"]),
        (&"lost".into(), &"They chose another one".into())
    );
    let told = program.ok(&[&["plan", "compare", &old, &new], &TODAY[..]].concat());
    assert!(told.contains("Deal lost: ") && told.contains("They chose another one"), "{told}");
    assert_eq!(program.codes(&[&line[..], &TODAY[..]].concat()), ["app/unknown-case"], "it is closed");
}

/// Start and customer of the orders with a date, by id.
fn dates(program: &Program) -> BTreeMap<String, (String, String)> {
    let rows = asked(program, &["plan", "show"]);
    let text = |row: &Value, key: &str| row[key].as_str().map(str::to_owned);
    let dated = rows
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| Some((text(row, "order")?, (text(row, "start")?, text(row, "customer")?))));
    dated.collect()
}

fn an_urgent_case_takes_the_earliest_free_time_and_moves_nobody_else(program: &Program) {
    // The case whose last action is the furthest: it has most to win.
    let before = dates(program);
    let known = before.values().filter(|(_, customer)| !customer.starts_with("To "));
    let (_, customer) = known.max().unwrap().clone();
    let id = before.iter().find(|(_, (_, of))| *of == customer).unwrap().0.clone();
    let case = asked(program, &["order", "show", &id])["order"]["case"].as_str().unwrap().to_owned();
    let proposed = asked(program, &["plan", "replan", "--urgent", &case]);
    assert_eq!(proposed["counts"]["unplaced"], 0, "{proposed}");
    assert_eq!(proposed["counts"]["late"], 0, "{proposed}");

    asked(program, &["plan", "replan", "--urgent", &case, "--accept", "--reason", "Budget closes soon"]);
    let after = dates(program);
    let mut sooner = 0;
    for (order, (start, of)) in &after {
        let was = &before[order].0;
        if *of == customer {
            assert!(start <= was, "{order} of the urgent case: {was} then {start}");
            sooner += usize::from(start < was);
        } else {
            assert_eq!(start, was, "{order} of {of} holds its place");
        }
    }
    assert_eq!(sooner as i64, proposed["counts"]["moved"].as_i64().unwrap());
    assert!(sooner > 0, "something of {customer} had free time before it");
    assert_eq!(
        program.codes(&[&["plan", "replan", "--urgent", "nowhere"], &TODAY[..]].concat()),
        ["app/unknown-case"]
    );
}

fn slots_of_an_action_that_is_not_in_the_plan(program: &Program) {
    let line = ["plan", "slots", "--operation", "decide", "--case", "M019"];
    let sheet = program.ok(&[&["process", "export", "new-customers"], &TODAY[..]].concat());
    let operation = sheet.split("code = \"").find(|text| text.contains("channel = \"visit\"")).unwrap();
    let operation = operation.split('"').next().unwrap();
    let line: Vec<&str> = line.iter().map(|word| if *word == "decide" { operation } else { word }).collect();
    let slots = asked(program, &line);
    let slots = slots.as_array().unwrap_or_else(|| panic!("{slots}"));
    assert_eq!(slots.len(), 5);
    assert!(slots.windows(2).all(|pair| pair[0]["end"].as_str() <= pair[1]["start"].as_str()), "{slots:?}");
    let leader = &slots[0]["people"];
    assert!(
        slots.iter().all(|slot| slot["people"] == *leader && !slot["start"].is_null()),
        "by the leader: {slots:?}"
    );
    let before = program.digest();
    program.ok(&[&line[..], &TODAY[..]].concat());
    assert_eq!(program.digest(), before, "asking writes nothing");
    let codes = |line: &[&str]| program.codes(&[&["plan", "slots"], line, &TODAY[..]].concat());
    assert_eq!(codes(&["--operation", "juggle", "--case", "M019"]), ["app/unknown-step"]);
    assert_eq!(codes(&["--operation", operation, "--case", "nowhere"]), ["app/unknown-case"]);
}

fn what_was_given_and_not_declared_comes_first_on_the_day_itself(program: &Program) {
    let order = from_day(program, "2027-01-13");
    let id = order["order"].as_str().unwrap();
    let person = order["people"].as_str().unwrap().split(", ").next().unwrap();
    program.ok(&[&["order", "declare", id, "--state", "released"], &TODAY[..]].concat());
    let day = |date: &str, today: &str| {
        program.json(&["today", "--person", person, "--date", date, "--company", "metrios", "--today", today])
    };
    let seen = day("2027-01-20", "2027-01-20");
    let first = &seen["items"][0];
    assert!(first["id"].as_str().unwrap().starts_with(id), "{seen}");
    assert_eq!(first["state"], "late");
    assert!(first["why"].as_str().unwrap().contains("13 Jan"), "{first}");
    let other = day("2027-01-21", "2027-01-20");
    let is_it = |item: &Value| item["id"].as_str().unwrap().starts_with(id);
    assert!(!other["items"].as_array().unwrap().iter().any(is_it), "only on the day that is today: {other}");
}

fn slots_are_in_order_and_in_working_time(program: &Program) {
    let order = from_day(program, "2027-01-13");
    let slots = asked(program, &["plan", "slots", order["order"].as_str().unwrap()]);
    let slots = slots.as_array().unwrap();
    assert!(!slots.is_empty() && slots.len() <= 5);
    for pair in slots.windows(2) {
        assert!(pair[0]["end"].as_str() <= pair[1]["start"].as_str(), "{pair:?}");
    }
    for slot in slots {
        let hour: u32 = slot["start"].as_str().unwrap()[11..13].parse().unwrap();
        assert!((7..20).contains(&hour), "quiet hours are kept: {slot}");
    }
}

fn what_cannot_be_is_refused(program: &Program) {
    let id = from_day(program, "2027-01-13")["order"].as_str().unwrap().to_owned();
    let codes = |line: &[&str]| program.codes(&[&["plan", "replan"], line, &TODAY[..]].concat());
    assert_eq!(codes(&["--lost", "nowhere"]), ["app/unknown-case"]);
    assert_eq!(codes(&["--absence", "somebody"]), ["app/bad-event"]);
    assert_eq!(codes(&["--absence", "Nobody:2027-01-11:2027-01-12"]), ["app/unknown-person"]);
    assert_eq!(codes(&["--move", &format!("{id}:2026-12-01T09:00")]), ["app/move-to-the-past start"]);
    assert_eq!(codes(&["--move", &format!("{id}:2028-12-01T09:00")]), ["app/move-outside-plan start"]);
    assert_eq!(codes(&["--move", &format!("{id}:2027-01-14T21:00")]), ["app/outside-working-time start"]);
    assert_eq!(codes(&["--overrun", &format!("{id}:long")]), ["app/bad-event"]);
    program.refused(&[&["plan", "replan", "--lost", "nowhere"], &TODAY[..]].concat());
}

fn hours_of_a_customer_unknown_are_told_with_their_line(program: &Program) {
    let sheet = program.ok(&[&["workshop", "export"], &TODAY[..]].concat());
    let account = asked(program, &["plan", "show"]);
    let customers = account.as_array().unwrap().iter().filter_map(|row| row["customer"].as_str());
    let known = customers.clone().find(|name| !name.starts_with("To ")).unwrap();
    let hours = |who: &str| format!("\n[[customer_hours]]\nwho = \"{who}\"\nmon = [\"09:00-12:00\"]\n");
    let text = format!("{sheet}{}{}{}", hours("*"), hours(&known.to_uppercase()), hours("Nobody & Sons"));
    let file = program.path("hours.toml");
    std::fs::write(&file, &text).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("Nobody & Sons")).unwrap();
    let file = file.display().to_string();
    for (lang, told) in [("en", "concern nobody"), ("fr", "ne concernent personne")] {
        for act in ["check", "import"] {
            let said = program.ok(&[&["workshop", act, &file, "--lang", lang], &TODAY[..]].concat());
            let warned: Vec<&str> = said.lines().filter(|line| line.starts_with('!')).collect();
            assert_eq!(warned.len(), 1, "{said}");
            assert!(warned[0].contains(told) && warned[0].contains(&line.to_string()), "{said}");
        }
    }
    assert_eq!(asked(program, &["workshop", "check", &file])["warnings"], 1);
}
