//! What is kept stays what was said: backup, restore, rebuilding, a changed byte.

use crate::{Engine, Program, example, on_engines};

on_engines! {
    backup_restore_rebuild => backup_restore_rebuild_on_sqlite, backup_restore_rebuild_on_postgres;
    a_changed_byte => a_changed_byte_is_named_on_sqlite, a_changed_byte_is_named_on_postgres;
}

/// A company with its sheets, planned.
fn planned(engine: Engine) -> Option<Program> {
    let program = Program::founded(engine)?;
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    program.publish("metrios/process.toml");
    program.ok(&["plan", "make", "--today", "2027-01-04"]);
    Some(program)
}

fn backup_restore_rebuild(engine: Engine) {
    let Some(program) = planned(engine) else { return };
    let before = program.digest();
    let file = program.path("backup.atelier").display().to_string();
    program.ok(&["backup", &file]);
    program.ok(&["rebuild"]);
    assert_eq!(program.digest(), before, "rebuilt");
    for other in [Engine::Sqlite, Engine::Postgres] {
        let Some(copy) = Program::on(other) else { continue };
        copy.ok(&["restore", &file]);
        assert_eq!(copy.digest(), before, "restored on {other:?}");
        copy.ok(&["verify"]);
        let show = ["plan", "show", "--json"];
        assert_eq!(copy.ok(&show), program.ok(&show));
        assert_eq!(copy.codes(&["restore", &file]), ["ledger/not-empty"]);
    }
    assert_eq!(program.codes(&["restore", &file]), ["ledger/not-empty"]);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let copy = Program::on(engine).unwrap();
    assert_eq!(copy.codes(&["restore", &file]), ["ledger/backup-damaged"]);
}

#[test]
fn the_same_input_has_the_same_digest_on_both_engines_sqlite_and_postgres() {
    let Some(postgres) = planned(Engine::Postgres) else { return };
    let sqlite = planned(Engine::Sqlite).unwrap();
    let schedule = |program: &Program| program.ok(&["plan", "show", "--json"]);
    assert_eq!(schedule(&sqlite), schedule(&postgres));
    // The instant at which a plan was made is part of what is said: sheets alone are compared here.
    let sheets = |engine| {
        let program = Program::founded(engine).unwrap();
        program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
        program.publish("metrios/process.toml");
        program.digest()
    };
    assert_eq!(sheets(Engine::Sqlite), sheets(Engine::Postgres));
}

fn a_changed_byte(engine: Engine) {
    let Some(program) = planned(engine) else { return };
    program.ok(&["verify"]);
    assert_eq!(program.sql("UPDATE plans SET version = 2 WHERE version = 1"), 1);
    let said = program.run(&["verify"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("table plans") && said.err.contains("version"), "{said:?}");
    let told = program.json(&["verify"]);
    assert_eq!(told["refused"][0]["code"], "app/row-changed", "{told}");
    program.ok(&["rebuild"]);
    program.ok(&["verify"]);
}
