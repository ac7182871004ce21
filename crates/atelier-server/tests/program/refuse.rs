//! Bad input: every fault at once, with place, reason and way out; nothing written.

use crate::{Engine, Program, example, on_engines, project};
use std::fmt::Write;
use std::fs;

on_engines! {
    processes => bad_processes_are_refused_on_sqlite, bad_processes_are_refused_on_postgres;
    designs => what_the_linter_says_keeps_from_publishing_on_sqlite, what_the_linter_says_keeps_from_publishing_on_postgres;
    exports => bad_exports_are_refused_on_sqlite, bad_exports_are_refused_on_postgres;
}

fn processes(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    let text = fs::read_to_string(project("examples/crm-sales-opportunities/process.toml")).unwrap();
    let bad = text
        .replacen("yield = 0.5\n", "", 1)
        .replacen("lead_days = 52\n", "", 1)
        .replacen("kinds = [\"seller\"]", "kinds = [\"vendor\"]", 1)
        .replacen("code = \"interest\"", "code = \"interest\"\nafter = [\"project\"]", 1);
    let file = program.path("bad.toml").display().to_string();
    fs::write(&file, bad).unwrap();
    let line = ["process", "import", &file];
    let codes = program.codes(&line);
    let [french, english] = program.refused(&line);
    println!("{codes:#?}\n{english}\n{french}");
    for wanted in ["yield", "lead"] {
        assert!(codes.iter().any(|code| code.contains(wanted)), "{wanted} {codes:?}");
    }
    assert!(codes.len() >= 3, "{codes:?}");
    assert!(english.contains("bad.toml:"), "{english}");
    assert!(!program.codes(&["process", "check", &file]).is_empty());
}

fn designs(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let text = fs::read_to_string(project("examples/crm-sales-opportunities/process.toml")).unwrap();
    let file = program.path("design.toml").display().to_string();
    let import = ["process", "import", &file];
    let explained = ["process", "import", &file, "--reason", "essai"];

    // An error is published by no reason, and let pass by nobody.
    let silent: Vec<_> = text.lines().filter(|line| !line.starts_with("role = ")).collect();
    fs::write(&file, silent.join("\n")).unwrap();
    let codes = program.codes(&explained);
    assert!(codes[0].starts_with("process/design-errors"), "{codes:?}");
    assert!(
        codes.iter().any(|code| code.starts_with("process/lint-no-role") && code.contains("interest")),
        "{codes:?}"
    );
    program.refused(&explained);
    assert_eq!(
        program.codes(&["process", "lint", "opportunities"]),
        ["app/unknown-process"],
        "nothing was kept"
    );

    // A warning asks for a reason, once for each version, until it is let pass.
    fs::write(&file, &text).unwrap();
    assert_eq!(program.codes(&import), ["process/reason-wanted reason"]);
    program.refused(&import);
    program.ok(&explained);
    program.ok(&import);
    let found = program.json(&["process", "lint", "opportunities"]);
    let findings = found["design"]["findings"].as_array().unwrap().clone();
    assert!(!findings.is_empty());
    for one in &findings {
        let mut line = vec!["process", "waive", "opportunities", one["rule"].as_str().unwrap()];
        for (option, part) in [("--step", "step"), ("--operation", "operation")] {
            line.extend(one[part].as_str().into_iter().flat_map(|code| [option, code]));
        }
        assert_eq!(program.codes(&line), ["process/waiver-reason reason"]);
        program.ok(&[&line as &[&str], &["--reason", "Vu en comité"]].concat());
    }
    let told = program.ok(&["process", "lint", "opportunities"]);
    assert_eq!(told.matches("Vu en comité").count(), findings.len(), "{told}");
    fs::write(&file, format!("{text}\n# relu\n")).unwrap();
    program.ok(&import);
    assert_eq!(
        program.codes(&["process", "waive", "opportunities", "LNT-00", "--reason", "x"]),
        ["process/no-such-finding rule"]
    );
    program.ok(&["rebuild"]);
    program.ok(&["verify"]);
}

const MAPPING: &str = "currency = \"EUR\"\n\
    [people]\nfile = \"people.csv\"\nkey = \"seller\"\n\
    [products]\nfile = \"products.csv\"\nkey = \"product\"\nprice = \"price\"\n\
    [cases]\nfile = \"cases.csv\"\nkey = \"id\"\nowner = \"seller\"\nproduct = \"product\"\nstage = \"stage\"\n\
    engaged_on = \"engaged\"\nvalue = \"value\"\n\
    [stages]\nOpen = { standing = \"open\" }\n";

/// Six thousand sound cases.
fn cases() -> String {
    let mut text = "id,seller,product,stage,engaged,value\n".to_owned();
    for row in 2..=6_001 {
        let _ = writeln!(text, "C{row},Zoé,GTX Pro,Open,2026-01-15,100");
    }
    text
}

fn row(text: &str, number: usize, from: &str, to: &str) -> String {
    let lines = text.lines().enumerate();
    let changed =
        lines.map(|(rank, line)| if rank + 1 == number { line.replace(from, to) } else { line.into() });
    changed.collect::<Vec<String>>().join("\n") + "\n"
}

fn exports(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let folder = program.path("export");
    fs::create_dir(&folder).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("mapping.toml", MAPPING.as_bytes());
    write("people.csv", "seller\nZoé\n".as_bytes());
    write("products.csv", b"product,price\nGTX Pro,550\n");
    let (export, mapping) = (folder.display().to_string(), folder.join("mapping.toml").display().to_string());
    let line = ["import", "crm", &export, "--mapping", &mapping];

    let wrong = row(&cases(), 5_000, "2026-01-15", "2026-02-31");
    let wrong = row(&wrong, 12, "C12,", "C11,");
    let wrong = row(&wrong, 20, "GTX Pro", "GTXPro");
    let wrong = row(&wrong, 30, "Zoé", &"é".repeat(5 << 20));
    write("cases.csv", wrong.as_bytes());
    let codes = program.codes(&line);
    println!("{codes:#?}");
    for wanted in [
        "import/bad-date 5000 engaged",
        "import/duplicate-key 12 id",
        "import/unknown-product 20 product",
        "import/cell-too-long 30 seller",
        "app/rejected-rows",
    ] {
        assert!(codes.iter().any(|code| code == wanted), "{wanted} in {codes:?}");
    }
    let [french, english] = program.refused(&line);
    assert!(
        english.contains("cases.csv:5000:5 (engaged)") && french.contains("cases.csv:5000:5"),
        "{english}"
    );
    assert!(english.len() < 20_000, "ten megabytes of one cell are not printed");

    write("cases.csv", cases().replacen("id,seller,product", "id,vendeur,product", 1).as_bytes());
    assert_eq!(program.codes(&line), ["import/missing-column 1 seller"]);
    program.refused(&line);

    truncated_workbook(&program, &folder, &line);
    write("cases.csv", cases().as_bytes());
    program.ok(&line);
}

fn truncated_workbook(program: &Program, folder: &std::path::Path, line: &[&str]) {
    let book = program.path("whole.xlsx").display().to_string();
    // Any sound workbook will do: the reject table of this very program.
    let table = atelier_server::import::reject_table(&[], atelier_domain::language::Lang::En);
    let mut bytes = Vec::new();
    table
        .write(atelier_server::documents::write::Format::Xlsx, atelier_domain::language::Lang::En, &mut bytes)
        .unwrap();
    fs::write(book, &bytes).unwrap();
    fs::write(folder.join("cases.csv"), &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(program.codes(line), ["import/unreadable-file"]);
    program.refused(line);
}
