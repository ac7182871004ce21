//! An export comes in whole, once, and goes out again.

use crate::{Engine, Program, example, on_engines, project, shared_export};
use serde_json::json;
use std::fs;

const MAPPING: &str = "mappings/crm-sales-opportunities.toml";

on_engines! {
    the_shared_export => the_shared_export_comes_in_whole_and_goes_out_on_sqlite,
        the_shared_export_comes_in_whole_and_goes_out_on_postgres;
    codes_of_the_mapping => the_mapping_names_what_the_company_has_on_sqlite,
        the_mapping_names_what_the_company_has_on_postgres;
}

fn the_shared_export(engine: Engine) {
    let Some(export) = shared_export() else { return };
    let Some(program) = Program::founded(engine) else { return };
    let before = program.digest();
    refused_without_the_alias(&program, &export);
    assert_eq!(program.digest(), before);

    let dry = program.json(&["import", "crm", &export, "--mapping", &example(MAPPING), "--dry-run"]);
    assert_eq!((&dry["written"], program.digest()), (&json!(null), before.clone()));

    let line = ["import", "crm", &export, "--mapping", &example(MAPPING)];
    let told = program.json(&line);
    figures(&told);
    let imported = program.digest();
    assert_ne!(imported, before);
    assert_eq!(program.json(&line)["written"], 0);
    assert_eq!(program.digest(), imported, "the same export again has nothing to say");
    let listed = program.json(&["import", "list"]);
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]["undone"]), (1, &json!(false)));

    let batch = told["batch"].as_str().unwrap();
    program.ok(&["import", "undo", batch]);
    assert_eq!(program.digest(), before, "undone");
    assert_eq!(program.json(&["import", "list"])[0]["undone"], true);
    assert_eq!(program.codes(&["import", "undo", batch]), ["ledger/already-undone"]);
    program.ok(&["verify"]);
}

fn refused_without_the_alias(program: &Program, export: &str) {
    let text = fs::read_to_string(project("examples").join(MAPPING)).unwrap();
    let mapping = program.path("without.toml");
    fs::write(&mapping, text.replace("\"GTXPro\" = \"GTX Pro\"", "")).unwrap();
    let line = ["import", "crm", export, "--mapping", &mapping.display().to_string()];
    let [french, english] = program.refused(&line);
    assert!(english.contains("1,480 rows") && english.contains("Did you mean “GTX Pro”?"), "{english}");
    assert!(french.contains("1 480") && french.contains("GTX Pro"), "{french}");
    assert_eq!(program.codes(&line), ["import/unknown-product 3 product", "app/rejected-rows"]);
    let rejects = fs::read_to_string(program.path("rejects.rej.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 1 + 1_480);
}

fn figures(told: &serde_json::Value) {
    let records = json!({ "accounts": 85, "people": 35, "products": 7, "cases": 8_800, "passages": 12_538 });
    assert_eq!(told["records"], records);
    let stages = json!({ "Won": 4_238, "Lost": 2_473, "Engaging": 1_589, "Prospecting": 500 });
    assert_eq!(told["stages"], stages);
    assert_eq!((&told["people_without_case"], &told["open_without_account"]), (&json!(5), &json!(1_425)));
    assert_eq!(told["won_value_cents"], 1_000_553_400);
    assert_eq!(told["won_cycle"], json!({ "mean_days": "51.78", "median_days": "57" }));
    assert_eq!(told["lost_cycle"], json!({ "mean_days": "41.48", "median_days": "14" }));
}

fn codes_of_the_mapping(engine: Engine) {
    let Some(program) = Program::founded(engine) else { return };
    let text = fs::read_to_string(project("examples").join(MAPPING)).unwrap();
    let mapping = program.path("mapping.toml").display().to_string();
    let line = ["import", "crm", "nowhere", "--mapping", &mapping, "--dry-run"];
    program.publish("crm-sales-opportunities/process.toml");

    fs::write(&mapping, text.replace("\"opportunities\"", "\"crm-sales\"")).unwrap();
    assert_eq!(program.codes(&line), ["import/unknown-process 4 process"]);
    let steps =
        text.replace("step = \"project\"", "step = \"projet\"").replace("\"interest\"", "\"interet\"");
    fs::write(&mapping, steps).unwrap();
    let codes = program.codes(&line);
    assert_eq!(codes.len(), 3, "{codes:?}");
    assert!(codes.iter().all(|code| code.starts_with("import/unknown-step ")), "{codes:?}");
    program.refused(&line);
}
