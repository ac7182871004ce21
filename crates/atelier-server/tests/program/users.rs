//! Users, units and the access journal on the command line.

use crate::{Engine, Program, on_engines};
use std::io::Write as _;
use std::process::{Command, Stdio};

on_engines! {
    users => users_come_and_go_on_sqlite, users_come_and_go_on_postgres;
    units => units_have_somebody_named_on_sqlite, units_have_somebody_named_on_postgres;
}

fn add<'a>(login: &'a str, role: &'a str) -> [&'a str; 7] {
    ["user", "add", login, "--name", "Léa Roux", "--role", role]
}

fn users(engine: Engine) {
    let Some(program) = Program::on(engine) else { return };
    let founded = program.json(&[
        "init",
        "--company",
        "maison",
        "--name",
        "Maison Durand",
        "--admin",
        "Admin@maison.example",
    ]);
    assert_eq!(founded["login"], "admin@maison.example");
    let link = founded["invitation"].as_str().unwrap();
    assert!(link.starts_with("http://localhost:4310/invitation#") && link.len() == 33 + 43, "{link}");
    let told = program.ok(&add("lea@maison.example", "director"));
    assert!(told.contains("invitation#"), "{told}");
    let elsewhere =
        [&add("ana@maison.example", "finance")[..], &["--address", "https://atelier.example"]].concat();
    assert!(program.ok(&elsewhere).contains("https://atelier.example/invitation#"));

    assert_eq!(program.codes(&add("lea@maison.example", "director")), ["controls/login-taken login"]);
    let bad = ["user", "add", "not an address", "--name", " ", "--role", "seller", "--role", "director"];
    assert_eq!(
        program.codes(&bad),
        [
            "controls/wrong-login login",
            "controls/no-name name",
            "controls/no-person person",
            "controls/roles-clash roles"
        ]
    );
    assert_eq!(program.codes(&add("x@maison.example", "king")), ["controls/unknown-role roles"]);
    program.refused(&bad);
    program.refused(&["user", "disable", "admin@maison.example"]);
    assert_eq!(program.codes(&["user", "disable", "admin@maison.example"]), ["controls/last-administrator"]);
    assert_eq!(program.codes(&["user", "invite", "nobody@maison.example"]), ["controls/unknown-user"]);

    program.ok(&[
        "user",
        "change",
        "lea@maison.example",
        "--role",
        "manager",
        "--unit",
        "Nord",
        "--new-login",
        "lea.roux@maison.example",
    ]);
    assert!(program.ok(&["user", "disable", "lea.roux@maison.example"]).contains("can no longer sign in"));
    let list = program.json(&["user", "list"]);
    let lea = list.as_array().unwrap().iter().find(|one| one["login"] == "lea.roux@maison.example").unwrap();
    assert_eq!(
        (&lea["roles"][0], &lea["unit"], &lea["standing"]),
        (&"manager".into(), &"Nord".into(), &"disabled".into())
    );
    assert!(program.ok(&["user", "list"]).contains("door closed"));
    assert_eq!(program.codes(&["user", "invite", "lea.roux@maison.example"]), ["controls/unknown-user"]);
    program.ok(&["user", "enable", "lea.roux@maison.example"]);
    program.ok(&["user", "invite", "lea.roux@maison.example"]);
    assert_eq!(typed(&program, "court\n"), 1, "a password that is too short is refused");
    assert_eq!(typed(&program, "la mer monte deux fois par jour\n"), 0);
    assert!(program.ok(&["accesses"]).contains("access journal is empty"));
    program.ok(&["verify"]);
    let before = program.digest();
    program.ok(&["rebuild"]);
    assert_eq!(program.digest(), before);
}

/// Sets a password from the input; the exit code.
fn typed(program: &Program, line: &str) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
    command.env_remove("ATELIER_DATABASE").arg("--data").arg(program.path("data"));
    if let Some(url) = &program.database {
        command.args(["--database", url]);
    }
    command.args(["user", "password", "lea.roux@maison.example"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    child.wait().unwrap().code().unwrap()
}

fn units(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    program.ok(&add("lea@maison.example", "director"));
    assert!(program.ok(&["unit", "list"]).contains("No unit is named"));
    program.ok(&["unit", "keep", "France", "--supervisor", "lea@maison.example"]);
    program.ok(&["unit", "keep", "Nord", "--under", "France"]);
    let told = program.ok(&["unit", "list"]);
    assert!(told.contains("Nobody runs “Nord”: “France” is notified."), "{told}");
    program.refused(&["unit", "keep", "Sud", "--under", "Ailleurs"]);
    assert_eq!(
        program.codes(&["unit", "keep", "Sud", "--under", "Ailleurs"]),
        ["controls/unknown-unit parent"]
    );
    assert_eq!(
        program.codes(&["unit", "keep", "France", "--under", "Nord"]),
        ["controls/unit-circle parent"]
    );
    assert_eq!(program.codes(&["unit", "keep", " "]), ["controls/no-unit-name code"]);
    // Whoever runs it goes: the same day, the unit is vacant and nobody above is left.
    program.ok(&["user", "disable", "lea@maison.example"]);
    let vacant = program.json(&["unit", "list"])["vacancies"].clone();
    assert_eq!(vacant.as_array().unwrap().len(), 2);
    assert!(vacant[0]["told"].is_null() && vacant[1]["told"].is_null(), "{vacant}");
}
