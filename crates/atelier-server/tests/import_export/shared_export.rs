//! The shared export, with the faults of real ones: figures counted apart from this program.

use super::{complete, project, tenant};
use atelier_domain::execution::Standing;
use atelier_domain::execution::import::Kind;
use atelier_domain::language::Lang;
use atelier_server::import::{read_export, write_rejects};
use rust_decimal::Decimal;
use std::fs;
use std::path::{Path, PathBuf};

const MAPPING: &str = "examples/mappings/crm-sales-opportunities.toml";

fn folder() -> Option<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/crm-sales-opportunities");
    let found = Path::new(folder).is_dir().then(|| PathBuf::from(folder));
    if found.is_none() {
        println!("skipped: shared data is absent");
    }
    found
}

#[test]
fn every_row_is_taken_and_the_figures_are_those_counted_by_hand() {
    let Some(folder) = folder() else { return };
    let imported = read_export(&folder, &project(MAPPING), tenant(), &mut |_| {}).unwrap();
    let (records, report) = (&imported.records, &imported.report);
    assert_eq!(imported.rejects, []);
    assert_eq!((records.accounts.len(), records.people.len(), records.products.len()), (85, 35, 7));
    assert_eq!(records.cases.len(), 8_800);
    let standing = |standing| report.standings[&standing];
    assert_eq!([Standing::Won, Standing::Lost, Standing::Open].map(standing), [4_238, 2_473, 2_089]);
    assert_eq!((report.stages["Engaging"], report.stages["Prospecting"]), (1_589, 500));
    assert_eq!((report.people_without_case, report.open_without_account), (5, 1_425));
    assert_eq!(report.won_value.cents, 1_000_553_400);
    let cycles = [report.won_cycle.as_ref().unwrap(), report.lost_cycle.as_ref().unwrap()];
    assert_eq!(cycles.map(|cycle| cycle.mean.round_dp(2)), [Decimal::new(5_178, 2), Decimal::new(4_148, 2)]);
    assert_eq!(cycles.map(|cycle| cycle.median), [Decimal::from(57), Decimal::from(14)]);
    let mothers = records.accounts.iter().filter(|account| account.parent.is_some()).count();
    assert_eq!(mothers, 15);
    assert_eq!(records.accounts[0].facets["revenue"], "1100.04");
}

#[test]
fn what_the_dates_do_not_allow_is_said() {
    let Some(folder) = folder() else { return };
    let imported = read_export(&folder, &project(MAPPING), tenant(), &mut |_| {}).unwrap();
    let unmeasured = &imported.report.unmeasured;
    unmeasured.iter().for_each(complete);
    let codes: Vec<_> = unmeasured.iter().map(|gap| gap.code).collect();
    assert_eq!(codes, ["import/no-stage-history", "import/age-undated", "import/open-without-value"]);
    assert!(!imported.report.history);
    // One stay from engagement for the 8,300 engaged, one entry into the last step for the 4,238 won.
    assert_eq!(imported.report.records[&Kind::Passages], 8_300 + 4_238);
}

#[test]
fn read_twice_it_is_the_same() {
    let Some(folder) = folder() else { return };
    let read = || read_export(&folder, &project(MAPPING), tenant(), &mut |_| {}).unwrap();
    assert_eq!(read().records, read().records);
}

#[test]
fn without_the_alias_the_misspelt_product_is_set_aside_with_its_proposal() {
    let Some(folder) = folder() else { return };
    let text = fs::read_to_string(project(MAPPING)).unwrap();
    let mapping = tempfile::NamedTempFile::new().unwrap();
    fs::write(mapping.path(), text.replace("\"GTXPro\" = \"GTX Pro\"", "")).unwrap();
    let imported = read_export(&folder, mapping.path(), tenant(), &mut |_| {}).unwrap();
    assert_eq!((imported.rejects.len(), imported.report.rejected_rows), (1_480, 1_480));
    assert!(
        imported
            .rejects
            .iter()
            .all(|reject| reject.proposal() == Some("GTX Pro") && reject.value == "GTXPro")
    );
    assert_eq!(imported.records.cases.len(), 8_800 - 1_480);
    let mut file = Vec::new();
    write_rejects(&imported.rejects, Lang::Fr, &mut file).unwrap();
    let file = String::from_utf8(file).unwrap();
    let second = file.lines().nth(1).unwrap();
    assert!(second.starts_with("sales_pipeline.csv;3;product;GTXPro;import/unknown-product;"), "{second}");
    assert!(second.ends_with(";GTX Pro"), "{second}");
}

#[test]
fn the_form_of_the_dates_is_found_when_it_is_not_declared() {
    let Some(folder) = folder() else { return };
    let text = fs::read_to_string(project(MAPPING)).unwrap();
    let mapping = tempfile::NamedTempFile::new().unwrap();
    fs::write(mapping.path(), text.replace("dates = \"dd-mm-yy\"", "")).unwrap();
    let declared = read_export(&folder, &project(MAPPING), tenant(), &mut |_| {}).unwrap();
    let detected = read_export(&folder, mapping.path(), tenant(), &mut |_| {}).unwrap();
    assert_eq!(declared.records, detected.records);
}
