//! Import of a CRM export: the shared one when it is present, and made files with every fault.

// The helpers of a test are outside its functions, where the exception for tests does not reach.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bad_input;
mod codes;
mod forms;
mod random;
mod shared_export;

use atelier_domain::execution::import::Reject;
use atelier_domain::language::{Catalogue, Lang, Refusal, Refusals, TenantId};
use atelier_server::import::{Imported, read_export};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A small export in a folder of its own.
struct Export {
    folder: TempDir,
}

const MAPPING: &str = r#"
process = "crm"
currency = "EUR"
empty = ["-"]
[accounts]
file = "accounts.csv"
key = "account"
parent = "mother"
[people]
file = "people.csv"
key = "seller"
[products]
file = "products.csv"
key = "product"
price = "price"
[cases]
file = "cases.csv"
key = "id"
account = "account"
owner = "seller"
product = "product"
stage = "stage"
engaged_on = "start"
closed_on = "end"
value = "value"
[stages]
Open = { standing = "open", step = "project" }
Won = { standing = "won", step = "order" }
Lost = { standing = "lost" }
"#;

const CASES: &str = "id,seller,product,account,stage,start,end,value\n\
                     A1,Zoé,GTX Pro,Acme,Won,2026-01-15,2026-03-01,1200.50\n\
                     A2,Zoé,GTX Pro,,Open,2026-02-20,,\n";

impl Export {
    /// Sound files.
    fn sound() -> Self {
        let export = Self { folder: TempDir::new().unwrap() };
        let export = export.with("mapping.toml", MAPPING).with("cases.csv", CASES);
        let export = export.with("accounts.csv", "account,mother\nAcme,\nAcme Nord,Acme\n");
        export.with("people.csv", "seller\nZoé\nLuc\n").with("products.csv", "product,price\nGTX Pro,550\n")
    }

    /// With this file in place of the sound one.
    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.path().join(name), content).unwrap();
        self
    }

    /// With the mapping changed.
    fn mapped(self, from: &str, to: &str) -> Self {
        let mapping = fs::read_to_string(self.folder.path().join("mapping.toml")).unwrap();
        assert!(mapping.contains(from), "{from} is in the mapping");
        self.with("mapping.toml", mapping.replace(from, to))
    }

    fn read(&self) -> Result<Imported, Refusals> {
        let folder = self.folder.path();
        read_export(folder, &folder.join("mapping.toml"), tenant(), &mut |_| {})
    }

    fn imported(&self) -> Imported {
        self.read().unwrap_or_else(|refusals| panic!("refused: {refusals}"))
    }

    /// Rejects as `row column code value proposal`.
    fn rejects(&self) -> Vec<String> {
        self.imported().rejects.iter().map(told).collect()
    }

    /// Refusals as `code place`, each complete in both languages.
    fn refusals(&self) -> Vec<String> {
        let refusals = self.read().expect_err("a refusal");
        refusals.0.iter().for_each(complete);
        refusals.0.iter().map(|refusal| format!("{} {}", refusal.code, refusal.place)).collect()
    }
}

fn told(reject: &Reject) -> String {
    complete(&reject.refusal());
    let proposal = reject.proposal().map(|proposal| format!(" -> {proposal}")).unwrap_or_default();
    format!("{}:{} {} {} {:?}{proposal}", reject.file, reject.row, reject.column, reject.code(), reject.value)
}

/// The three sentences exist in both languages, differ, and have all their values; days are written in the letters
/// of the language.
fn complete(refusal: &Refusal) {
    let said = [Lang::Fr, Lang::En].map(|lang| refusal.sentences(Catalogue::of(lang)));
    for sentence in said.iter().flatten() {
        assert!(
            !sentence.starts_with("import-") && !sentence.contains("{$") && !sentence.is_empty(),
            "{sentence}"
        );
    }
    assert_ne!(said[0], said[1]);
    let other = |said: &[String; 3], letters: &str| said.iter().any(|sentence| sentence.contains(letters));
    assert!(!other(&said[0], "yyyy") && !other(&said[0], "dd-") && !other(&said[0], "dd/"), "{:?}", said[0]);
    assert!(!other(&said[1], "aaaa") && !other(&said[1], "jj"), "{:?}", said[1]);
}

fn tenant() -> TenantId {
    TenantId::of("acme")
}

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}
