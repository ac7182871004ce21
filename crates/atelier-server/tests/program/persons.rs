//! People at customers on the command line: written down, asked, kept for a term, erased; and the gate.

use crate::{Engine, Program, example, on_engines, shared_export};
use serde_json::{Value, json};

on_engines! {
    persons => people_are_kept_asked_and_erased_on_sqlite, people_are_kept_asked_and_erased_on_postgres;
    merged => cards_are_merged_and_made_two_again_on_sqlite, cards_are_merged_and_made_two_again_on_postgres;
    terms => terms_of_keeping_are_shown_then_applied_on_sqlite, terms_of_keeping_are_shown_then_applied_on_postgres;
    archived => customers_leave_for_the_archive_and_come_back_on_sqlite, customers_leave_for_the_archive_and_come_back_on_postgres;
    gate => the_gate_opens_on_its_day_on_sqlite, the_gate_opens_on_its_day_on_postgres;
}

fn keep(program: &Program, number: &str, name: &str) -> String {
    let kept = program.json(&["person", "keep", "--number", number, "--name", name, "--function", "achats"]);
    kept["id"].as_str().unwrap_or_else(|| panic!("{kept}")).to_owned()
}

fn names(told: &Value) -> Vec<&str> {
    told.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

fn merged(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let (kept, gone) = (keep(&program, "K1", "Élodie Martin"), keep(&program, "K2", "E. Martin"));
    let before = program.digest();
    assert_eq!(program.codes(&["merge", "person", &kept, &kept]), ["execution/merge-itself gone"]);
    assert_eq!(
        program.codes(&["merge", "person", &kept, &gone, "--take", "colour"]),
        ["execution/unknown-choice take[0]"]
    );
    assert_eq!(program.digest(), before, "nothing was written");
    let told = program.json(&["merge", "person", &kept, &gone, "--take", "name"]);
    assert_eq!((told["gone"].as_str(), told["kept"].as_str()), (Some(&*gone), Some(&*kept)));
    assert_eq!(names(&program.json(&["person", "list"])), ["E. Martin"]);
    assert!(program.ok(&["merge", "list"]).contains("“E. Martin”"));
    assert_eq!(program.codes(&["person", "keep", "--id", &gone, "--name", "X"]), ["execution/merged"]);
    assert_eq!(keep(&program, "K2", "E. Martin"), kept, "the old key is that of the card that stays");
    program.ok(&["verify"]);
    program.ok(&["merge", "undo", &gone]);
    assert_eq!(program.codes(&["merge", "undo", &gone]), ["execution/unknown-merge"]);
    assert_eq!(program.json(&["person", "list"]).as_array().unwrap().len(), 2);
}

fn persons(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let one = keep(&program, "K1", "Élodie Martin");
    let two = keep(&program, "K2", "Bo Ek");
    assert_eq!(keep(&program, "K1", "Élodie Martin-Roux"), one, "the same key is the same person");
    let changed = program.json(&["person", "keep", "--id", &two, "--mail", "bo.ek@client.example"]);
    assert_eq!((changed["name"].as_str(), changed["function"].as_str()), (Some("Bo Ek"), Some("achats")));
    assert_eq!(names(&program.json(&["person", "list", "--begins", "elodie"])), ["Élodie Martin-Roux"]);
    assert_eq!(
        program
            .codes(&["person", "keep", "--number", "x@y.fr", "--name", " ", "--mail", "x@y", "--phone", "1"]),
        [
            "execution/contact-key-tells key",
            "execution/contact-mail mail",
            "execution/contact-no-name name",
            "execution/contact-phone phone"
        ]
    );
    program.refused(&["person", "keep", "--number", "K3", "--name", "Al", "--account", "nowhere"]);

    let may = ["person", "may", &two, "--channel", "phone", "--aim", "prospecting"];
    assert_eq!(program.json(&may)["reason"], "interest");
    let said = ["--channel", "phone", "--choice", "objected", "--source", "appel du 3", "--on", "2026-11-03"];
    assert_eq!(
        program.json(&[&["person", "consent", &two][..], &said].concat()).as_array().unwrap().len(),
        3
    );
    assert_eq!(program.json(&may)["allowed"], false);
    assert!(program.ok(&may).starts_with("No. They objected on"));
    let wrong = ["person", "consent", &two, "--channel", "pigeon", "--choice", "maybe", "--source", "x"];
    assert_eq!(
        program.codes(&wrong),
        ["execution/unknown-choice channel", "execution/unknown-choice choice"]
    );
    program.refused(&[
        "person",
        "consent",
        &two,
        "--choice",
        "agreed",
        "--source",
        "x",
        "--on",
        "2999-01-01",
    ]);

    let zip = program.path("bo.zip");
    program.ok(&["person", "package", &two, "--out", zip.to_str().unwrap()]);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap();
    let mut read = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let told: Value = serde_json::from_str(&read("package.json")).unwrap();
    assert_eq!(told["identity"][0]["content"], "Bo Ek");
    assert_eq!(
        (told["history"].as_array().unwrap().len(), told["consents"].as_array().unwrap().len()),
        (5, 3)
    );
    assert!(told["retention"][0]["until"].is_string(), "{told}");
    assert!(read("consents.csv").contains("phone,prospecting,objected,2026-11-03,appel du 3"));
    assert!(read("fiche.txt").contains("Ce que l’entreprise Maison Durand sait sur Bo Ek"));
    assert!(read("sheet.txt").contains("bo.ek@client.example"));
    program.refused(&["person", "package", "nobody", "--out", "x.zip"]);

    assert_eq!(
        program.codes(&["person", "erase", &two, "--reason", "whim"]),
        ["execution/unknown-reason reason"]
    );
    program.refused(&["person", "erase", "nobody", "--reason", "request"]);
    let before = program.path("before");
    program.ok(&["backup", before.to_str().unwrap()]);
    assert!(program.ok(&["person", "erase", &two, "--reason", "request"]).contains("Earlier backups"));
    assert_eq!(names(&program.json(&["person", "list"])), ["Élodie Martin-Roux"]);
    assert_eq!(program.codes(&may), ["execution/unknown-contact"]);
    assert_eq!(
        program.codes(&["person", "keep", "--number", "K2", "--name", "Bo"]),
        ["execution/person-erased"]
    );
    program.ok(&["verify"]);
    let list = program.path("erased.txt");
    let told = program.json(&["person", "erased", "--out", list.to_str().unwrap()]);
    assert_eq!(
        (told[0]["person"].as_str(), told[0]["reason"].as_str()),
        (Some(two.as_str()), Some("request"))
    );

    // An earlier backup brings them back; the list erases them again.
    let Some(again) = Program::on(engine) else { return };
    again.ok(&["restore", before.to_str().unwrap()]);
    assert_eq!(again.json(&["person", "list"]).as_array().unwrap().len(), 2);
    again.ok(&["person", "erase", "--list", list.to_str().unwrap()]);
    assert_eq!(names(&again.json(&["person", "list"])), ["Élodie Martin-Roux"]);
    again.ok(&["verify"]);
}

fn terms(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let one = keep(&program, "K1", "Élodie Martin");
    keep(&program, "K2", "Bo Ek");
    assert!(program.ok(&["retention", "list", "--until", "2027-01-01"]).contains("Nothing is due"));
    let all = program.json(&["retention", "list"]);
    assert_eq!(
        (all["due"].as_array().unwrap().len(), all["due"][0]["clock"]["kept"].as_str()),
        (2, Some("prospect"))
    );
    let yes = ["person", "consent", &one, "--choice", "agreed", "--source", "courriel", "--on", "2026-11-02"];
    program.ok(&yes);
    // 36 months after today, whatever the day on which the test runs.
    let due = all["due"][0]["clock"]["due"].as_str().unwrap();
    let before = program.digest();
    let told = program.ok(&["retention", "apply", "--until", due, "--unasked"]);
    assert!(told.contains("Bo Ek") && told.contains("Nobody left"), "{told}");
    assert!(
        program.ok(&["retention", "apply", "--until", due]).contains("Nothing is due"),
        "nobody was asked"
    );
    program.refused(&["retention", "ask", &one, "--channel", "mail"]);
    assert_eq!(program.digest(), before);
    assert!(program.ok(&["retention", "letter", &one, "--today", due]).contains("Hello Élodie Martin,"));
    program.ok(&["retention", "ask", &one, "--channel", "mail", "--today", due]);
    let again = program.refused(&["retention", "ask", &one, "--channel", "phone", "--today", due]);
    assert!(again[1].contains("asked already"), "{}", again[1]);
    let stage = |day: &str| {
        let all = program.json(&["retention", "list", "--today", day]);
        let is_it = |told: &&Value| told["person"] == one.as_str();
        all["due"].as_array().unwrap().iter().find(is_it).unwrap()["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!((stage(due).as_str(), stage("2999-01-01").as_str()), ("asked", "over"));
    let left = program.json(&["retention", "apply", "--until", due, "--confirm"]);
    assert_eq!(left["erased"], json!([]), "one waits for an answer, one was not asked");
    let silent = program.json(&["retention", "apply", "--until", "2999-01-01"]);
    assert_eq!(silent["erased"].as_array().unwrap().len(), 1);
    let gone = program.json(&["retention", "apply", "--until", "2999-01-01", "--unasked", "--confirm"]);
    assert_eq!(gone["erased"].as_array().unwrap().len(), 2);
    assert_eq!(program.json(&["person", "erased"])[0]["reason"], "retention");
    assert!(program.ok(&["person", "list"]).contains("Nobody"));
    program.ok(&["verify"]);
}

fn archived(engine: Engine) {
    let Some(export) = shared_export() else { return };
    let Some(program) = Program::founded(engine) else { return };
    let mapping = example("mappings/crm-sales-opportunities.toml");
    program.ok(&["import", "crm", &export, "--mapping", &mapping]);
    let keep = ["person", "keep", "--number", "K1", "--name", "Élodie Martin", "--account", "Konex"];
    let one = program.json(&keep)["id"].as_str().unwrap().to_owned();
    let stranger = self::keep(&program, "K2", "Bo Ek");
    let before = program.digest();
    let archive = ["person", "archive", &one, "--today", "2018-06-01"];
    assert_eq!(
        program.codes(&[&archive[..], &["--ground", "whim"]].concat()),
        ["execution/unknown-choice ground"]
    );
    program.refused(&["person", "archive", &stranger]);
    let late = program.refused(&["person", "archive", &one, "--today", "2026-01-05"]);
    assert!(late[0].contains("archives de contrat") && late[0].contains("31 déc. 2022"), "{}", late[0]);
    let kept = program.json(&archive);
    assert_eq!((kept["ground"].as_str(), &kept["until"].as_str().unwrap()[..5]), (Some("contract"), "2022-"));
    assert_eq!(names(&program.json(&["person", "list"])), ["Bo Ek"]);
    assert_eq!(program.codes(&keep), ["execution/person-archived"]);
    assert_eq!(program.codes(&archive), ["execution/person-archived"]);
    program.ok(&["verify"]);
    let there = program.json(&["person", "archived", "--name", "elodie"]);
    assert_eq!((names(&there), &there[0]["firm"]), (vec!["Élodie Martin"], &json!("Konex")));
    assert!(program.ok(&["person", "archived", "--name", "bo"]).contains("Nobody"));
    let file = program.path("archive.zip");
    program.ok(&["person", "archived-package", &one, "--out", file.to_str().unwrap()]);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let told = std::io::read_to_string(zip.by_name("package.json").unwrap()).unwrap();
    assert!(told.contains("Élodie Martin") && told.contains("contract"), "{told}");
    program.refused(&["person", "archived-package", &stranger, "--out", "x.zip"]);

    program.ok(&["person", "take-out", &one]);
    assert_eq!(program.digest(), before, "as it was");
    program.refused(&["person", "take-out", &one]);
    program.ok(&archive);
    let apply = ["retention", "apply", "--until", "2023-01-01"];
    let early = program.json(&["retention", "apply", "--until", "2022-01-01"]);
    assert_eq!((&early["archived"], &early["erased"]), (&json!([]), &json!([])));
    assert!(program.ok(&apply).contains("to be erased from the archive"));
    let gone = program.json(&[&apply[..], &["--confirm"]].concat());
    assert_eq!((gone["done"].as_bool(), gone["erased"][0]["person"].as_str()), (Some(true), Some(&*one)));
    assert!(program.ok(&["person", "archived"]).contains("Nobody"));
    assert_eq!(program.json(&["person", "erased"])[0]["person"], one.as_str());
    program.ok(&["verify"]);
}

fn gate(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let shown = program.json(&["gate", "show"]);
    assert_eq!((shown["open"].as_bool(), shown["watches"].as_array().unwrap().len()), (Some(false), 4));
    program.refused(&["gate", "record", "--consulted-on", "2999-01-01", "--proof", "PV"]);
    program.refused(&["gate", "record", "--consulted-on", "2026-11-02", "--proof", " "]);
    let open =
        program.json(&["gate", "record", "--consulted-on", "2026-11-02", "--proof", "PV du 2 novembre"]);
    assert_eq!(open["open"], true);
    let file = program.json(&["gate", "file"]);
    assert_eq!((&file["open"], &file["proof"]), (&json!(true), &json!("PV du 2 novembre")));
    assert!(program.ok(&["gate", "file"]).contains("<h1>What Atelier keeps about those who work here</h1>"));
    assert_eq!(program.json(&["gate", "show", "--today", "2026-11-01"])["open"], false, "not before its day");
}
