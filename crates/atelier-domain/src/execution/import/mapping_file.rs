//! The mapping file (TOML), read with every fault at its line and column.

use super::mapping::{Aliases, Declared, Encoding, Field, Kind, Mapping, Spot, StageMap, TableMap};
use super::toml_read::Faults;
use crate::execution::Standing;
use crate::language::{Currency, Refusals, Value};
use std::collections::BTreeMap;
use std::path::{Component, Path};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const TOP: [&str; 11] = [
    "process", "currency", "empty", "format", "accounts", "people", "products", "cases", "passages",
    "stages", "aliases",
];
const FORMAT: [&str; 4] = ["delimiter", "encoding", "dates", "decimal"];
const START: Spot = (1, 1);

/// Reads a mapping from its text; `file` names it in places.
///
/// # Errors
/// Every fault of the file: `import/mapping-syntax`, `import/unknown-setting`,
/// `import/missing-setting`, `import/bad-setting`.
pub fn read_mapping(file: &str, text: &str) -> Result<Mapping, Refusals> {
    let mut faults = Faults::of(file, text);
    let Some(document) = faults.document() else { return Err(faults.found) };
    let mapping = mapping(&mut faults, file, document.get_ref());
    match mapping {
        Some(mapping) => faults.found.or(mapping),
        None => faults.found.or(()).and(Err(Refusals::default())),
    }
}

fn mapping(faults: &mut Faults<'_>, file: &str, document: &DeTable<'_>) -> Option<Mapping> {
    let entries = faults.entries(document, &TOP);
    let entry = |name: &str| entries.iter().find(|entry| entry.0 == name).map(|entry| entry.2);
    let process = entry("process").and_then(|value| faults.text("process", value));
    let currency = entry("currency").map(|value| {
        faults.parsed("currency", "\"EUR\", \"USD\"…", value, |text| text.parse::<Currency>().ok())
    });
    let empty = entry("empty").map(|value| faults.texts("empty", value)).unwrap_or_default();
    let declared = entry("format").map(|value| format(faults, value)).unwrap_or_default();
    let tables = Kind::ALL
        .into_iter()
        .filter_map(|kind| entry(kind.code()).and_then(|value| table(faults, kind, value, declared)));
    let tables: Vec<TableMap> = tables.collect();
    let engaged_step = entry("cases").and_then(|value| engaged_step(faults, value));
    let stages = entry("stages").map(|value| stages(faults, value)).unwrap_or_default();
    for name in ["currency", "cases", "stages"].into_iter().filter(|&name| entry(name).is_none()) {
        faults.missing(file, name, START);
    }
    let mut aliases = entry("aliases").map(|value| aliases(faults, value)).unwrap_or_default();
    let mut of = |kind: Kind| aliases.remove(kind.code()).unwrap_or_default();
    let (accounts, people, products) = (of(Kind::Accounts), of(Kind::People), of(Kind::Products));
    let empty = empty.into_iter().map(|(text, _)| text).collect();
    let (file, currency) = (file.to_owned(), currency??);
    Some(Mapping { file, process, currency, empty, tables, engaged_step, stages, accounts, people, products })
}

fn format(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> Declared {
    let mut declared = Declared::default();
    let Some(table) = faults.table("format", value) else { return declared };
    for (name, _, value) in faults.entries(table, &FORMAT) {
        declare(faults, name, value, &mut declared);
    }
    declared
}

fn declare(faults: &mut Faults<'_>, name: &str, value: &Spanned<DeValue<'_>>, declared: &mut Declared) {
    match name {
        "delimiter" => {
            declared.delimiter = faults.parsed(name, r#"",", ";", "\t", "|""#, value, |text| match text {
                "," | ";" | "\t" | "|" => text.bytes().next(),
                _ => None,
            });
        }
        "encoding" => {
            let expected = "\"utf-8\", \"windows-1252\", \"utf-16\"";
            declared.encoding =
                faults.parsed(name, expected, value, |text| match text.to_lowercase().as_str() {
                    "utf-8" | "utf8" => Some(Encoding::Utf8),
                    "windows-1252" | "cp1252" | "latin-1" | "iso-8859-1" => Some(Encoding::Windows1252),
                    "utf-16" | "utf16" => Some(Encoding::Utf16),
                    _ => None,
                });
        }
        "dates" => {
            let forms = "\"dd/mm/yyyy\", \"dd-mm-yy\", \"mm/dd/yyyy\", \"yyyy-mm-dd\"…";
            let expected = Value::DayForm(forms.to_owned());
            declared.dates = faults.parsed(name, expected, value, |text| text.parse().ok());
        }
        _ => {
            declared.decimal = faults.parsed(name, r#"",", ".""#, value, |text| match text {
                "," => Some(super::Mark::Comma),
                "." => Some(super::Mark::Dot),
                _ => None,
            });
        }
    }
}

fn table(
    faults: &mut Faults<'_>,
    kind: Kind,
    value: &Spanned<DeValue<'_>>,
    declared: Declared,
) -> Option<TableMap> {
    let spot = faults.spot(&value.span());
    let table = faults.table(kind.code(), value)?;
    let (mut file, mut sheet, mut facets) = (None, None, Vec::new());
    let mut map = TableMap {
        kind,
        file: String::new(),
        sheet: None,
        declared,
        columns: Vec::new(),
        facets: Vec::new(),
        spot,
    };
    let entries = faults.entries(table, &known(kind));
    for &(name, spot, value) in &entries {
        match name {
            "file" => file = faults.parsed(name, "\"export.csv\"", value, inside),
            "sheet" => sheet = faults.text(name, value),
            "facets" => facets = faults.texts(name, value),
            "engaged_step" => {}
            name if FORMAT.contains(&name) => declare(faults, name, value, &mut map.declared),
            name => map.columns.extend(column(faults, kind, name, spot, value)),
        }
    }
    let required = kind.fields()[..kind.required()].iter().map(|field| field.code());
    for name in
        ["file"].into_iter().chain(required).filter(|&name| !entries.iter().any(|entry| entry.0 == name))
    {
        faults.missing(kind.code(), name, spot);
    }
    Some(TableMap { file: file?, sheet, facets, ..map })
}

fn known(kind: Kind) -> Vec<&'static str> {
    let mut known = vec!["file", "sheet"];
    known.extend(kind.fields().iter().map(|field| field.code()));
    known.extend(FORMAT);
    known.extend((kind == Kind::Accounts).then_some("facets"));
    known.extend((kind == Kind::Cases).then_some("engaged_step"));
    known
}

fn column(
    faults: &mut Faults<'_>,
    kind: Kind,
    name: &str,
    spot: Spot,
    value: &Spanned<DeValue<'_>>,
) -> Option<(Field, String, Spot)> {
    let field = *kind.fields().iter().find(|field| field.code() == name)?;
    Some((field, faults.text(name, value)?, spot))
}

/// A file of the folder itself or below: an export does not reach outside its folder.
fn inside(text: &str) -> Option<String> {
    let below = Path::new(text).components().all(|part| matches!(part, Component::Normal(_)));
    (below && !text.trim().is_empty()).then(|| text.to_owned())
}

fn engaged_step(faults: &mut Faults<'_>, cases: &Spanned<DeValue<'_>>) -> Option<String> {
    let value = cases.get_ref().as_table()?.get("engaged_step")?;
    faults.text("engaged_step", value)
}

fn stages(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> BTreeMap<String, StageMap> {
    let mut stages = BTreeMap::new();
    let Some(table) = faults.table("stages", value) else { return stages };
    for (stage, spot, value) in faults.entries(table, &[]) {
        let Some(table) = faults.table(stage, value) else { continue };
        let (mut standing, mut step) = (None, None);
        let entries = faults.entries(table, &["standing", "step"]);
        for &(name, _, value) in &entries {
            match name {
                "standing" => {
                    standing = faults.parsed(name, "\"open\", \"won\", \"lost\"", value, standing_of);
                }
                _ => step = faults.text(name, value),
            }
        }
        if !entries.iter().any(|entry| entry.0 == "standing") {
            faults.missing(stage, "standing", spot);
        }
        stages.extend(standing.map(|standing| (stage.to_owned(), StageMap { standing, step })));
    }
    stages
}

fn standing_of(text: &str) -> Option<Standing> {
    match text {
        "open" => Some(Standing::Open),
        "won" => Some(Standing::Won),
        "lost" => Some(Standing::Lost),
        _ => None,
    }
}

fn aliases(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> BTreeMap<&'static str, Aliases> {
    let referred = [Kind::Accounts, Kind::People, Kind::Products].map(Kind::code);
    let mut all = BTreeMap::new();
    let Some(table) = faults.table("aliases", value) else { return all };
    for (name, _, value) in faults.entries(table, &referred) {
        let Some(table) = faults.table(name, value) else { continue };
        let entries = faults
            .entries(table, &[])
            .into_iter()
            .filter_map(|(alias, spot, value)| Some((alias.to_owned(), (faults.text(alias, value)?, spot))));
        let aliases: Aliases = entries.collect();
        all.extend(referred.into_iter().find(|kind| *kind == name).map(|kind| (kind, aliases)));
    }
    all
}
