//! The life of an action order, declared from the command line.

use crate::{Engine, Program, example, on_engines};

on_engines! {
    a_whole_life => an_order_lives_its_whole_life_on_sqlite, an_order_lives_its_whole_life_on_postgres;
}

fn a_whole_life(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    program.publish("metrios/process.toml");
    program.ok(&["plan", "make", "--today", "2027-01-04"]);
    let show = program.json(&["plan", "show"]);
    let id = show[0]["order"].as_str().unwrap();
    let declared = |line: &[&'static str]| [&["order", "declare", id, "--state"], line].concat();
    let state = |line: &[&'static str]| {
        program.json(&declared(line))["state"].as_str().unwrap_or("refused").to_owned()
    };

    assert_eq!(program.codes(&declared(&["flying"])), ["app/unknown-state state"]);
    assert_eq!(program.codes(&declared(&["closed"])), ["execution/impossible-transition state"]);
    program.refused(&declared(&["closed"]));
    assert_eq!(state(&["released"]), "released");
    assert_eq!(state(&["started"]), "started");
    assert_eq!(program.codes(&declared(&["done"])), ["app/unknown-state result"], "a result is needed");
    let done = ["done", "--result", "no-progress", "--minutes", "900"];
    assert_eq!(program.codes(&declared(&done)), ["app/confirm-time"]);
    program.refused(&declared(&done));
    assert_eq!(state(&[&done[..], &["--confirm"]].concat()), "done");
    assert_eq!(state(&["closed"]), "closed");
    assert_eq!(program.codes(&declared(&["started"])), ["execution/impossible-transition state"]);

    let note = |line: &[&'static str]| {
        let held = ["order", "note", "--person", "camille", "--result", "no-progress", "--way"];
        program.codes(&[&held[..], line].concat())
    };
    assert_eq!(note(&["desk"]), ["execution/unknown-channel"]);
    assert_eq!(note(&["call"]), ["execution/no-firm-said"]);
    assert_eq!(note(&["call", "--account", "zz"]), ["execution/unknown-account"]);
    assert_eq!(note(&["call", "--case", "zz"]), ["execution/unknown-case"]);

    let why = program.ok(&["plan", "why", id]);
    assert_eq!(why.matches("execution/declare").count(), 4, "{why}");
    assert!(program.ok(&["order", "show", id]).contains("closed"));
    assert!(program.ok(&["order", "show", id, "--lang", "fr"]).contains("clos"));
    program.ok(&["verify"]);
}
