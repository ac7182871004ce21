//! A small company, and a place to keep it on each engine.

use crate::{Company, ContactList, Content, Scope, Sheet, Store, StoredOrder, StoredPlan, Target};
use atelier_domain::execution::{Account, Case, Contact, Passage, Person, Product, Standing};
use atelier_domain::language::{
    AccountId, CaseId, Catalogue, ContactId, Lang, Money, PersonId, ProductId, Refusals, TenantId,
};
use atelier_domain::ledger::{Fact, FactId, Purpose};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection as _};
use std::future::Future;
use uuid::Uuid;

/// Makes two tests of one: on a new, empty database of each engine.
macro_rules! on_each_engine {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[test]
            fn on_sqlite() {
                crate::tests::fixture::on_sqlite($test);
            }

            #[test]
            fn on_postgres() {
                crate::tests::fixture::on_postgres($test);
            }
        }
    };
}
pub(super) use on_each_engine;

pub(super) fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Store) -> F) {
    alone(async {
        let folder = tempfile::tempdir().unwrap();
        test(Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap()).await;
    });
}

pub(super) fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Store) -> F) {
    alone(async {
        match postgres().await {
            Some(target) => test(Store::open(&target).await.unwrap()).await,
            None => println!("skipped: no PostgreSQL was given in ATELIER_TEST_POSTGRES"),
        }
    });
}

fn alone(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

/// A database of its own on the cluster that was given.
pub(super) async fn postgres() -> Option<Target> {
    let cluster = std::env::var("ATELIER_TEST_POSTGRES").ok()?;
    sqlx::any::install_default_drivers();
    let name = format!("t{}", Uuid::now_v7().simple());
    let mut conn = sqlx::AnyConnection::connect(&cluster).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    let (server, _) = cluster.rsplit_once('/').unwrap();
    Some(Target::Postgres(format!("{server}/{name}")))
}

/// The codes of what was refused, once each was said whole in both languages.
pub(super) fn codes(refusals: &Refusals) -> Vec<&'static str> {
    for refusal in &refusals.0 {
        for lang in [Lang::Fr, Lang::En] {
            for sentence in refusal.sentences(Catalogue::of(lang)) {
                let whole = sentence.contains(' ') && !sentence.contains(['{', '}']);
                assert!(whole, "{} in {lang:?}: {sentence}", refusal.code);
            }
        }
    }
    refusals.codes()
}

pub(super) fn tenant() -> TenantId {
    TenantId::of("garonne")
}

pub(super) fn scope() -> Scope {
    Scope::of_company(tenant())
}

pub(super) fn now() -> Timestamp {
    "2027-01-04T08:00:00Z".parse().unwrap()
}

pub(super) fn fact(act: &'static str, contents: &[Content]) -> Fact {
    fact_in(tenant(), act, contents)
}

pub(super) fn fact_in(tenant: TenantId, act: &'static str, contents: &[Content]) -> Fact {
    Fact {
        id: FactId(Uuid::now_v7()),
        actor: "léa".to_owned(),
        recorded: now(),
        purpose: Purpose::Performance,
        act,
        corrects: None,
        source: "affaires.csv".to_owned(),
        rows: contents.iter().map(|content| content.row(tenant).unwrap()).collect(),
    }
}

/// Appends one fact in a transaction of its own.
pub(super) async fn say(store: &Store, act: &'static str, contents: &[Content]) -> FactId {
    let fact = fact(act, contents);
    let mut tx = store.begin(scope()).await.unwrap();
    tx.append(&fact).await.unwrap();
    tx.commit().await.unwrap();
    fact.id
}

pub(super) fn company() -> Content {
    Content::Company(Company {
        code: "garonne".to_owned(),
        name: "Garonne Équipements".to_owned(),
        currency: "EUR".parse().unwrap(),
        zone: "Europe/Paris".to_owned(),
    })
}

pub(super) fn account(key: &str) -> Account {
    Account {
        id: AccountId::of(tenant(), key),
        key: key.to_owned(),
        name: format!("Société {key}"),
        sector: "négoce".to_owned(),
        country: String::new(),
        parent: None,
        facets: [("Taille".to_owned(), "250".to_owned()), ("Âge".to_owned(), "12".to_owned())].into(),
    }
}

pub(super) fn person(key: &str) -> Person {
    Person {
        id: PersonId::of(tenant(), key),
        key: key.to_owned(),
        name: key.to_owned(),
        team: "Nord".to_owned(),
        region: String::new(),
    }
}

pub(super) fn product(key: &str) -> Product {
    Product {
        id: ProductId::of(tenant(), key),
        key: key.to_owned(),
        name: key.to_owned(),
        family: "G".to_owned(),
        price: Some(money(120_050)),
    }
}

pub(super) fn money(cents: i64) -> Money {
    Money { cents, currency: "EUR".parse().unwrap() }
}

pub(super) fn case(key: &str) -> Case {
    Case {
        id: CaseId::of(tenant(), key),
        key: key.to_owned(),
        account: Some(AccountId::of(tenant(), "A1")),
        owner: Some(PersonId::of(tenant(), "Ana")),
        product: Some(ProductId::of(tenant(), "GX")),
        stage: "Engaging".to_owned(),
        standing: Standing::Open,
        process: Some("conquete".to_owned()),
        step: None,
        engaged_on: Some("2026-11-03".parse().unwrap()),
        closed_on: None,
        value: Some(money(450_000)),
    }
}

pub(super) fn passage(key: &str, step: &str, entered: &str) -> Passage {
    Passage {
        case: CaseId::of(tenant(), key),
        step: step.to_owned(),
        entered_on: entered.parse().unwrap(),
        left_on: None,
    }
}

pub(super) fn contact(key: &str, name: &str) -> Contact {
    Contact {
        id: ContactId::of(tenant(), key),
        key: key.to_owned(),
        account: Some(AccountId::of(tenant(), "A1")),
        name: name.to_owned(),
        function: "achats".to_owned(),
        mail: Some([key, "@client.example"].concat()),
        phone: None,
        language: Some("fr".to_owned()),
    }
}

/// The people whose name begins so, of everybody.
pub(super) fn named(text: &str, limit: i64) -> ContactList {
    ContactList { text: text.to_owned(), limit, ..ContactList::default() }
}

pub(super) fn sheet(code: &str, version: i64, text: &str) -> Sheet {
    Sheet { kind: "process".to_owned(), code: code.to_owned(), version, text: text.to_owned() }
}

pub(super) fn plan(version: i64) -> Content {
    Content::Plan(StoredPlan {
        id: Uuid::new_v5(&tenant().0, &version.to_be_bytes()),
        scope: "conquete".to_owned(),
        version,
        made_at_us: now().as_microsecond(),
        period: "2027-01-04/2027-04-03".to_owned(),
        payload: "{\"seed\":42}".to_owned(),
    })
}

pub(super) fn order(name: &str, plan_version: i64, state: &str, start: &str) -> StoredOrder {
    StoredOrder {
        id: Uuid::new_v5(&tenant().0, name.as_bytes()),
        plan_version,
        scope: "conquete".to_owned(),
        case: Some(CaseId::of(tenant(), "C1").0),
        people: vec![PersonId::of(tenant(), "Ana").to_string(), "Bo".to_owned()],
        state: state.to_owned(),
        start: Some(start.to_owned()),
        end: Some(format!("{start}:30")),
        due: None,
        payload: format!("{{\"name\":\"{name}\"}}"),
    }
}

/// An import as one fact: the company, two accounts, people, a product, three cases and passages.
pub(super) fn market() -> Vec<Content> {
    let mut won = case("C3");
    won.standing = Standing::Won;
    won.value = None;
    vec![
        company(),
        Content::Account(account("A1")),
        Content::Account(account("A2")),
        Content::Person(person("Ana")),
        Content::Product(product("GX")),
        Content::Case(case("C1")),
        Content::Case(case("C2")),
        Content::Case(won),
        Content::Passage(passage("C1", "visite", "2026-12-01")),
        Content::Passage(passage("C1", "appel", "2026-11-10")),
        Content::Sheet(sheet("conquete", 1, "étape: appel\n")),
    ]
}

/// Everything a company may say, on a store.
pub(super) async fn busy(store: &Store) {
    say(store, "execution/import", &market()).await;
    say(store, "process/publish", &[Content::Sheet(sheet("conquete", 2, "étape: visite\n"))]).await;
    let mut orders = vec![plan(1)];
    orders.push(Content::Order(order("first", 1, "suggested", "2027-01-05T09:00")));
    orders.push(Content::Order(order("second", 1, "released", "2027-01-05T11:00")));
    say(store, "planning/publish", &orders).await;
    let done = Content::Declared(order("second", 1, "done", "2027-01-05T11:15"));
    say(store, "execution/declare", &[done]).await;
    say(store, "planning/publish", &[plan(2), Content::Order(order("third", 2, "firm", "2027-01-06T09:00"))])
        .await;
}

/// By the walk and by sums: one says what the other does.
pub(super) async fn verified(store: &Store) -> crate::Verdict {
    let walked = store.read(scope()).await.unwrap().verify().await.unwrap();
    let (summed, _) = store.verify(scope(), None, &[], &[]).await.unwrap();
    assert_eq!(summed, walked);
    walked
}
