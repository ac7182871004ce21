//! What is wrong comes back with its place, its reason and the way out, all at once.

use super::{CASES, Export};
use atelier_domain::language::{Catalogue, Lang};
use std::fmt::Write;

#[test]
fn a_sound_export_gives_its_records() {
    let imported = Export::sound().imported();
    assert_eq!(imported.rejects, []);
    assert_eq!(imported.records.cases.len(), 2);
    let won = &imported.records.cases[0];
    assert_eq!(won.value.unwrap().cents, 120_050);
    assert_eq!(won.owner, Some(imported.records.people[0].id));
    let child = imported.records.accounts.iter().find(|account| account.key == "Acme Nord").unwrap();
    assert_eq!(child.parent, imported.records.accounts.iter().find(|a| a.key == "Acme").map(|a| a.id));
}

#[test]
fn missing_columns_and_files_are_said_together() {
    let export =
        Export::sound().with("people.csv", "Seller\nZoé\n").with("products.csv", "product,prix\nGTX Pro,1\n");
    let export = export.mapped("accounts.csv", "firms.csv");
    let expected = [
        "import/file-missing firms.csv",
        "import/missing-column people.csv:1:1 (seller)",
        "import/missing-column products.csv:1:1 (price)",
    ];
    assert_eq!(export.refusals(), expected);
}

#[test]
fn faults_of_the_mapping_are_said_together_with_their_lines() {
    let export = Export::sound().mapped("currency = \"EUR\"", "currency = \"euro\"");
    let export = export
        .mapped("key = \"seller\"", "kay = \"seller\"")
        .mapped("standing = \"lost\"", "standing = \"gone\"");
    let expected = [
        "import/bad-setting mapping.toml:3:12 (currency)",
        "import/missing-setting mapping.toml:9:1 (key)",
        "import/unknown-setting mapping.toml:11:1 (kay)",
        "import/bad-setting mapping.toml:29:21 (standing)",
    ];
    assert_eq!(export.refusals(), expected);
    let broken = Export::sound().mapped("currency = \"EUR\"", "currency = ");
    assert_eq!(broken.refusals()[0].split(' ').next(), Some("import/mapping-syntax"));
    let outside = Export::sound().mapped("\"people.csv\"", "\"../people.csv\"");
    assert_eq!(outside.refusals(), ["import/bad-setting mapping.toml:10:8 (file)"]);
    let missing = Export::sound().mapped("process = \"crm\"", "[aliases.products]\n\"X\" = \"GTX Max\"\n");
    assert!(missing.read().is_err());
}

#[test]
fn an_alias_leads_somewhere() {
    let lost = Export::sound().mapped("[stages]", "[aliases.products]\n\"GTX\" = \"GTX Max\"\n[stages]");
    assert_eq!(lost.refusals(), ["import/alias-target-unknown mapping.toml:27:1 (GTX)"]);
    let found = Export::sound().mapped("[stages]", "[aliases.products]\n\"GTX\" = \"GTX Pro\"\n[stages]");
    let found = found.with("cases.csv", CASES.replace("GTX Pro", "GTX"));
    assert_eq!(found.rejects(), Vec::<String>::new());
}

#[test]
fn a_wrong_date_deep_in_the_file_is_found_at_its_row() {
    let mut cases = "id,seller,product,account,stage,start,end,value\n".to_owned();
    for row in 2..=6_000 {
        let start = if row == 5_000 { "2026-02-30" } else { "2026-02-20" };
        writeln!(cases, "C{row},Zoé,GTX Pro,Acme,Open,{start},,").unwrap();
    }
    let export = Export::sound().with("cases.csv", cases);
    assert_eq!(export.rejects(), ["cases.csv:5000 start import/bad-date \"2026-02-30\""]);
    assert_eq!(export.imported().records.cases.len(), 5_998);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let cases = "id,seller,product,account,stage,start,end,value\n\nA1,,,,Open,,,\n\n\n\"A\n2\",,,,Open,,,\nA3,,,,Oben,,,";
    let expected = ["cases.csv:7 stage import/unknown-stage \"Oben\" -> Open"];
    assert_eq!(Export::sound().with("cases.csv", cases).rejects(), expected);
    let windows = cases.replace('\n', "\r\n");
    assert_eq!(Export::sound().with("cases.csv", windows + "\r\n").rejects(), expected);
    let single = cases.replace("\n\n", "\n").replace("\n\n", "\n").replace("A\n2", "A2").replace('\n', "\r");
    let expected = ["cases.csv:4 stage import/unknown-stage \"Oben\" -> Open"];
    assert_eq!(Export::sound().with("cases.csv", single).rejects(), expected);
}

#[test]
fn several_faults_of_several_rows_come_together() {
    let rows = "B1,Zoe,GTXPro,Acme,Won,2026-03-01,2026-01-15,12x\nA1,,,,Open,,,\n,Zoé,,,Won?,,,1\nB2,Luc,,,Open,2026-01-01,,\n";
    let export = Export::sound().with("cases.csv", format!("{CASES}{rows}B3,Zoé\n"));
    let expected = [
        "cases.csv:4 seller import/unknown-person \"Zoe\" -> Zoé",
        "cases.csv:4 product import/unknown-product \"GTXPro\" -> GTX Pro",
        "cases.csv:4 value import/bad-amount \"12x\"",
        "cases.csv:4 end import/closed-before-engaged \"2026-01-15\"",
        "cases.csv:5 id import/duplicate-key \"A1\"",
        "cases.csv:6 id import/missing-value \"\"",
        "cases.csv:6 stage import/unknown-stage \"Won?\" -> Won",
        "cases.csv:8 product import/row-width \"\"",
    ];
    assert_eq!(export.rejects(), expected);
    let imported = export.imported();
    assert_eq!((imported.report.rejected_rows, imported.records.cases.len()), (4, 3));
    let duplicate = imported.rejects.iter().find(|reject| reject.code() == "import/duplicate-key").unwrap();
    let said = duplicate.refusal().sentences(atelier_domain::language::Catalogue::of(super::Lang::Fr));
    assert_eq!(said[0], "La clé «\u{202f}A1\u{202f}» figure à la ligne 2 et à la ligne 5.");
}

#[test]
fn a_reference_to_a_row_set_aside_is_set_aside() {
    let export = Export::sound().with("products.csv", "product,price\nGTX Pro,abc\n");
    let export = export.with("accounts.csv", "account,mother\nAcme,Nobody\nAcme Nord,Acme\n");
    let expected = [
        "accounts.csv:2 mother import/unknown-account \"Nobody\"",
        "accounts.csv:3 mother import/rejected-reference \"Acme\"",
        "products.csv:2 price import/bad-amount \"abc\"",
        "cases.csv:2 account import/rejected-reference \"Acme\"",
        "cases.csv:2 product import/rejected-reference \"GTX Pro\"",
        "cases.csv:3 product import/rejected-reference \"GTX Pro\"",
    ];
    assert_eq!(export.rejects(), expected);
}

#[test]
fn ten_megabytes_in_one_cell_set_one_row_aside() {
    let long = "x".repeat(10 << 20);
    let export = Export::sound().with("cases.csv", format!("{CASES}B1,{long},,,Open,,,\nB2,Zoé,,,Open,,,\n"));
    let imported = export.imported();
    assert_eq!(imported.rejects.len(), 1);
    assert_eq!((imported.rejects[0].code(), imported.rejects[0].row), ("import/cell-too-long", 4));
    assert_eq!(imported.rejects[0].value.len(), 200);
    assert_eq!(imported.records.cases.len(), 3);
}

#[test]
fn a_nul_character_is_refused_where_it_stands() {
    // Undeclared, a file that begins with such characters is no text at all: `import/unreadable-file`.
    let export = Export::sound()
        .with("cases.csv", format!("{CASES}B1,Zo\0,,,Open,,,\nB2,Zoé,,,Open,,,\n"))
        .mapped("\"cases.csv\"", "\"cases.csv\"\nencoding = \"utf-8\"");
    let imported = export.imported();
    assert_eq!(imported.rejects.len(), 1);
    let reject = &imported.rejects[0];
    assert_eq!((reject.code(), reject.row, reject.position), ("import/nul-character", 4, 2));
    assert_eq!(imported.records.cases.len(), 3);
}

#[test]
fn a_quote_left_open_does_not_take_the_memory() {
    let open = format!("{CASES}\"B1,{}", "x".repeat(70 << 20));
    let export = Export::sound()
        .mapped("file = \"cases.csv\"", "file = \"cases.csv\"\ndates = \"yyyy-mm-dd\"\ndecimal = \".\"");
    assert_eq!(export.with("cases.csv", open).refusals(), ["import/row-too-long cases.csv:4:1"]);
}

#[test]
fn dates_that_nothing_decides_are_refused_with_both_readings() {
    let cases =
        "id,seller,product,account,stage,start,end,value\nA1,,,,Open,01-03-17,,\nA2,,,,Open,02-04-17,,\n";
    let export = Export::sound().with("cases.csv", cases);
    assert_eq!(export.refusals(), ["import/ambiguous-dates cases.csv:1:6 (start)"]);
    let declared =
        export.mapped("file = \"cases.csv\"", "file = \"cases.csv\"\ndates = \"mm-dd-yy\"").imported();
    assert_eq!(declared.records.cases[0].engaged_on.unwrap().to_string(), "2017-01-03");
    let garbage = Export::sound().with("cases.csv", cases.replace("-17", "-xx"));
    assert_eq!(garbage.refusals(), ["import/unknown-date-form cases.csv:1:6 (start)"]);
    let remedy = |export: &Export, lang| {
        let refusals = export.read().expect_err("a refusal");
        let [_, _, remedy] = refusals.0[0].sentences(Catalogue::of(lang));
        remedy
    };
    let french = remedy(&garbage, Lang::Fr);
    assert!(
        french.contains("fichier des affaires (")
            && french.contains("[cases]")
            && french.contains("jj/mm/aaaa"),
        "{french}"
    );
    let english = remedy(&garbage, Lang::En);
    assert!(
        english.contains("file of deals (") && english.contains("[cases]") && english.contains("dd/mm/yyyy"),
        "{english}"
    );
    let unknown = garbage.mapped("file = \"cases.csv\"", "file = \"cases.csv\"\ndates = \"soon\"");
    assert!(unknown.refusals()[0].starts_with("import/bad-setting mapping.toml"));
    assert!(remedy(&unknown, Lang::Fr).contains("\"jj-mm-aa\""));
}

#[test]
fn a_cut_or_foreign_workbook_is_refused() {
    let book = super::forms::book_of_cases();
    let export = Export::sound().mapped("\"cases.csv\"", "\"cases.xlsx\"");
    let export = export.with("cases.xlsx", &book[..book.len() / 2]);
    assert_eq!(export.refusals(), ["import/unreadable-file cases.xlsx"]);
    let export = export.with("cases.xlsx", b"PK\x03\x04 not a zip");
    assert_eq!(export.refusals(), ["import/unreadable-file cases.xlsx"]);
    let export = export.with("cases.xlsx", b"\xD0\xCF\x11\xE0 an old workbook");
    assert_eq!(export.refusals(), ["import/unreadable-file cases.xlsx"]);
    let mut flipped = book.clone();
    let middle = book.len() / 2;
    flipped[middle] ^= 0xFF;
    assert_eq!(export.with("cases.xlsx", flipped).refusals(), ["import/unreadable-file cases.xlsx"]);
    let empty = Export::sound().with("cases.csv", "").refusals();
    assert_eq!(empty, ["import/empty-file cases.csv"]);
}

#[test]
fn a_sheet_is_found_by_name() {
    let export = Export::sound().mapped("\"cases.csv\"", "\"cases.xlsx\"\nsheet = \"Deals\"");
    let export = export.with("cases.xlsx", super::forms::book_of_cases());
    assert_eq!(export.refusals(), ["import/sheet-missing cases.xlsx"]);
}

#[test]
fn a_number_of_the_register_is_checked_and_kept_as_digits() {
    let header = "account,mother,SIREN,SIRET\n";
    let mapped = |export: Export| {
        export.mapped("key = \"account\"", "key = \"account\"\nsiren = \"SIREN\"\nfacets = [\"SIRET\"]")
    };
    let sound = "Acme,,552 100 554,552 100 554 00013\nAcme Nord,Acme,,\n";
    let read = mapped(Export::sound().with("accounts.csv", format!("{header}{sound}"))).imported();
    assert_eq!(read.rejects, []);
    let firm = read.records.accounts.iter().find(|one| one.key == "Acme").unwrap();
    assert_eq!((firm.siren(), firm.siret()), (Some("552100554"), Some("55210055400013")));
    assert_eq!(firm.facets.len(), 2);
    let wrong = "Acme,,552100545,\nAcme Nord,,552100554,73282932000074\n";
    let read = mapped(Export::sound().with("accounts.csv", format!("{header}{wrong}")));
    let expected = [
        "accounts.csv:2 SIREN import/bad-siren \"552100545\"",
        "accounts.csv:3 SIREN import/bad-siren \"552100554\"",
        "cases.csv:2 account import/rejected-reference \"Acme\"",
    ];
    assert_eq!(read.rejects(), expected);
    let said = read.imported().rejects[1]
        .refusal()
        .sentences(atelier_domain::language::Catalogue::of(super::Lang::Fr));
    assert!(said[1].contains("autre société"), "{said:?}");
}
