//! Everything that is kept is declared in the register: kinds of rows of facts, and tables.

use crate::Store;
use atelier_domain::controls::Register;
use sqlx::Row as _;

/// The kinds that [`crate::content`] reads, from its own text.
fn kinds() -> Vec<&'static str> {
    let text = include_str!("../content.rs");
    let constants =
        text.lines().filter(|line| line.starts_with("pub const ") && line.contains(": &str = \""));
    constants.filter_map(|line| line.split('"').nth(1)).collect()
}

#[tokio::test]
async fn nothing_is_kept_that_the_register_does_not_declare() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&crate::Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let text = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations' ORDER BY name";
    let rows = sqlx::query(text).fetch_all(store.writing()).await.unwrap();
    let tables: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
    let kinds = kinds();
    assert!(kinds.len() > 20 && kinds.contains(&crate::content::CASE), "{kinds:?}");
    let register = Register::shipped();
    let none: [&str; 0] = [];
    assert_eq!(
        register.undeclared(&kinds, &tables),
        none,
        "say it in controls/register.csv, and what it is in council.ftl"
    );
    for entry in register.entries() {
        let gone: Vec<_> = entry.tables.iter().filter(|name| !tables.contains(&name.as_str())).collect();
        assert!(gone.is_empty(), "{}: {gone:?} are not there", entry.code);
        let gone: Vec<_> = entry.facts.iter().filter(|kind| !kinds.contains(&kind.as_str())).collect();
        assert!(gone.is_empty(), "{}: {gone:?} are not there", entry.code);
    }
}
