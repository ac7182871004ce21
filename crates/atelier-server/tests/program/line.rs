//! Lines that cannot be read, empty installations, outputs that are closed, one JSON document.

use crate::{Engine, Program, on_engines};
use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn a_line_that_cannot_be_read_is_told_in_both_languages() {
    let program = Program::on(Engine::Sqlite).unwrap();
    for (line, code) in [
        (&["bogus"] as &[&str], "app/unknown-command"),
        (&[], "app/no-command"),
        (&["digest", "--foo"], "app/unknown-option"),
        (&["plan", "explode", "--from", "2018-13-01"], "app/bad-option-value"),
        (&["plan", "show", "--format", "pdf"], "app/bad-option-value"),
        (&["today"], "app/missing-option"),
        (&["plan", "make", "--revenue", "1", "--deals", "3"], "app/options-conflict"),
    ] {
        let told = ["fr", "en"].map(|lang| {
            let said = program.run(&[&["--lang", lang], line].concat());
            assert_eq!(said.code, 2, "{line:?} {said:?}");
            assert!(said.err.contains(&format!("[{code}]")), "{line:?} {said:?}");
            said.err
        });
        assert_ne!(told[0], told[1]);
        if !line.is_empty() {
            assert_eq!(program.json(line)["refused"][0]["code"], code);
        }
    }
}

#[test]
fn help_speaks_the_language_of_the_reader() {
    let program = Program::on(Engine::Sqlite).unwrap();
    for command in [&["--help"] as &[&str], &["plan", "make", "--help"], &["import", "crm", "--help"]] {
        let help = program.ok(&[&["--lang", "fr"], command].concat());
        for english in ["Print", "default:", "possible values", "Usage"] {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
        assert!(help.contains("Utilisation"), "{help}");
    }
}

#[test]
fn a_reader_who_has_had_enough_is_a_success() {
    let program = Program::founded(Engine::Sqlite).unwrap();
    program.publish("crm-sales-opportunities/process.toml");
    for line in
        [&["process", "export", "opportunities"] as &[&str], &["digest", "--json"], &["bogus", "--json"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_atelier"))
            .arg("--data")
            .arg(program.path("data"))
            .args(line)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let code = child.wait().unwrap().code();
        let expected = if line[0] == "bogus" { 2 } else { 0 };
        assert_eq!((code, err.as_str()), (Some(expected), ""), "{line:?}");
    }
}

on_engines! {
    an_empty_company => an_empty_company_is_told_what_to_do_on_sqlite,
        an_empty_company_is_told_what_to_do_on_postgres;
}

fn an_empty_company(engine: Engine) {
    let Some(program) = Program::on(engine) else { return };
    // Nothing is made by asking: a folder without database stays so, an empty database has no company.
    let told = program.codes(&["plan", "make"]);
    assert!(told == ["app/no-installation"] || told == ["app/no-company"], "{told:?}");
    program.ok(&["init", "--company", "maison", "--name", "Maison Durand"]);
    for (line, code) in [
        (&["init", "--company", "maison", "--name", "Autre"] as &[&str], "app/company-exists"),
        (&["digest", "--company", "maison"], ""),
        (&["plan", "show", "--company", "autre"], "app/unknown-company"),
        (&["process", "list"], "app/no-process"),
        (&["process", "export", "x"], "app/unknown-process"),
        (&["diagnose"], "app/no-history"),
        (&["standards", "propose"], "app/no-history"),
        (&["plan", "make"], "app/no-people"),
        (&["plan", "show"], "app/no-plan"),
        (&["plan", "compare", "1", "2"], "app/no-plan"),
        (&["today", "--person", "Ana"], "app/no-plan"),
        (&["order", "show", "a"], "app/no-plan"),
        (&["import", "undo", "zz"], "ledger/unknown-batch"),
        (&["workshop", "export"], "app/no-people"),
        (&["process", "check", "nowhere.toml"], "app/unreadable-file"),
        (&["restore", "nowhere"], "app/unreadable-file"),
    ] {
        if code.is_empty() {
            program.ok(line);
        } else {
            assert_eq!(program.codes(line), [code], "{line:?}");
            program.refused(line);
        }
    }
    for lang in ["fr", "en"] {
        let told = program.ok(&["import", "list", "--lang", lang]);
        assert_eq!(told.trim(), if lang == "fr" { "Aucun import." } else { "No import." });
    }
}
