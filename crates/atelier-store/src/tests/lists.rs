//! Lists: each filter and order, page after page, against the same asked of everything in memory.

use super::fixture::*;
use crate::packed::FALLEN;
use crate::{
    AccountList, AccountSort, CaseList, CaseSort, Content, ListOf, OrderList, OrderSort, Store, StoredOrder,
};
use atelier_domain::execution::{Account, Case, Standing};
use atelier_domain::language::{AccountId, CaseId, Period, PersonId};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const NAMES: [&str; 8] =
    ["Étoile", "etoffe", "ÉTABLI", "Zoé & fils", "Œuvre", "oeillet", "L\u{2019}Île", "100% bois"];

fn accounts() -> Vec<Account> {
    let one = |n: usize| {
        let mut account = account(&format!("k{n:03}"));
        account.name = format!("{} {n}", NAMES[n % NAMES.len()]);
        account.country = ["FR", "BE", "LU"]
            [usize::from(n.is_multiple_of(5)) + usize::from(n.is_multiple_of(40))]
        .to_owned();
        account.sector = ["négoce", "bois"][n % 2].to_owned();
        account
    };
    (0..90).map(one).collect()
}

fn day(n: usize) -> Date {
    date(2026, 1, 1).saturating_add((n as i64 * 7 % 300).days())
}

fn cases() -> Vec<Case> {
    let one = |n: usize| {
        let mut case = case(&format!("c{n:03}"));
        case.account = (!n.is_multiple_of(7)).then(|| AccountId::of(tenant(), &format!("k{:03}", n % 30)));
        case.owner =
            Some(PersonId::of(tenant(), ["Ana", "Bo", "Cy"][usize::from(n.is_multiple_of(4)) + n / 88]));
        case.standing = [Standing::Open, Standing::Won, Standing::Lost][n % 3];
        case.step = Some(["appel", "visite"][n % 2].to_owned());
        case.engaged_on = (!n.is_multiple_of(6)).then(|| day(n / 2));
        case.closed_on = (!n.is_multiple_of(3)).then(|| day(n));
        case.value = (!n.is_multiple_of(5)).then(|| money((n as i64 % 11 - 2) * 1000));
        case
    };
    (0..90).map(one).collect()
}

fn operation(code: &str) -> String {
    format!("conquete/but/{code}")
}

fn operation_of(order: &StoredOrder) -> Option<String> {
    let payload: serde_json::Value = serde_json::from_str(&order.payload).unwrap();
    payload["order"]["operation"].as_str().map(operation)
}

fn orders() -> Vec<StoredOrder> {
    let one = |n: usize| {
        let start = format!("{}T0{}:00", day(n / 3), n % 10);
        let state = ["done", "done", "released"][n % 3];
        let mut order = order(&format!("o{n:03}"), 1 + n as i64 / 60, state, &start);
        order.start = order.start.filter(|_| !n.is_multiple_of(8));
        order.due = (!n.is_multiple_of(7)).then(|| day(n / 2).to_string());
        order.case = (!n.is_multiple_of(5)).then(|| CaseId::of(tenant(), &format!("c{:03}", n % 40)).0);
        order.people =
            vec![["Ana", "Bo", "Cy"][usize::from(n.is_multiple_of(4)) + n / 88].to_owned(), "Dé".to_owned()];
        // One that a few have, one that many have, and some that say none.
        let operation = ["appeler", "rencontrer", "visiter"][usize::from(n.is_multiple_of(3)) + n / 88];
        if !n.is_multiple_of(11) {
            let said = serde_json::json!({ "process": "conquete", "step": "but", "operation": operation, "minutes": n });
            order.payload = serde_json::json!({ "order": said }).to_string();
        }
        order
    };
    (0..90).map(one).collect()
}

/// Follows the cursors to the end. Every page but the last is full.
macro_rules! walked {
    ($reader:expr, $list:ident, $asked:expr) => {{
        let (mut asked, mut all) = ($asked, Vec::new());
        loop {
            let page: ListOf<_> = $reader.$list(&asked).await.unwrap();
            assert!(page.rows.len() == asked.limit as usize || page.next.is_none());
            all.extend(page.rows);
            asked.after = page.next;
            if asked.after.is_none() {
                break all;
            }
        }
    }};
}

/// What should be shown: filtered, sorted by key and id, turned over.
fn wanted<T: Clone, K: Ord>(
    all: &[T],
    keep: impl Fn(&T) -> bool,
    key: impl Fn(&T) -> K,
    down: bool,
) -> Vec<T> {
    let mut kept: Vec<T> = all.iter().filter(|one| keep(one)).cloned().collect();
    kept.sort_by_key(key);
    if down {
        kept.reverse();
    }
    kept
}

fn name_key(name: &str) -> String {
    let plain = [("É", "e"), ("Î", "i"), ("é", "e"), ("Œ", "oe"), ("\u{2019}", "'")];
    plain.iter().fold(name.to_owned(), |name, (from, to)| name.replace(from, to)).to_lowercase()
}

on_each_engine!(accounts_by_name_and_key_through_each_filter, async |store: Store| {
    let all = accounts();
    let contents: Vec<_> = all.iter().cloned().map(Content::Account).collect();
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    for (country, sector) in [("", ""), ("FR", ""), ("LU", ""), ("", "bois"), ("BE", "négoce"), ("CH", "")] {
        for text in ["", "éto", "ETO", "oe", "l'il", "100%", "k01", "%"] {
            for sort in [AccountSort::Name, AccountSort::NameDown, AccountSort::Key, AccountSort::KeyDown] {
                let by_name = matches!(sort, AccountSort::Name | AccountSort::NameDown);
                let list = AccountList {
                    text: text.to_owned(),
                    country: country.to_owned(),
                    sector: sector.to_owned(),
                    sort,
                    limit: 7,
                    ..AccountList::default()
                };
                let shown = walked!(reader, list_accounts, list.clone());
                let key = |one: &Account| {
                    let key = if by_name { name_key(&one.name) } else { one.key.clone() };
                    (key, one.id.to_string())
                };
                let keep = |one: &Account| {
                    let begins = if by_name { name_key(&one.name) } else { one.key.clone() }
                        .starts_with(&if by_name { name_key(text) } else { text.to_owned() });
                    begins
                        && (country.is_empty() || one.country == country)
                        && (sector.is_empty() || one.sector == sector)
                };
                assert_eq!(shown, wanted(&all, keep, key, sort.code().starts_with('-')), "{list:?}");
            }
        }
    }
    assert_eq!(FALLEN.get(), 0, "pages that did not read as one text");
});

on_each_engine!(cases_by_value_day_and_key_through_each_filter, async |store: Store| {
    let all = cases();
    let contents: Vec<_> = all.iter().cloned().map(Content::Case).collect();
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let (from, before) = (Some(date(2026, 3, 1)), Some(date(2026, 4, 10)));
    let asked = [
        CaseList::default(),
        CaseList { standing: Some(Standing::Open), ..CaseList::default() },
        CaseList { owner: Some(PersonId::of(tenant(), "Ana")), ..CaseList::default() },
        CaseList { owner: Some(PersonId::of(tenant(), "Cy")), ..CaseList::default() },
        CaseList {
            owner: Some(PersonId::of(tenant(), "Ana")),
            standing: Some(Standing::Open),
            ..CaseList::default()
        },
        CaseList {
            owner: Some(PersonId::of(tenant(), "Cy")),
            standing: Some(Standing::Open),
            ..CaseList::default()
        },
        CaseList { account: Some(AccountId::of(tenant(), "k003")), ..CaseList::default() },
        CaseList { closed_from: from, ..CaseList::default() },
        CaseList { closed_from: from, closed_before: before, ..CaseList::default() },
        CaseList { closed_before: before, standing: Some(Standing::Won), ..CaseList::default() },
        CaseList { closed_before: before, standing: Some(Standing::Open), ..CaseList::default() },
        CaseList { process: "conquete".to_owned(), step: "appel".to_owned(), ..CaseList::default() },
        CaseList { process: "ailleurs".to_owned(), ..CaseList::default() },
    ];
    for (list, sort) in asked.iter().flat_map(|list| CaseSort::ALL.map(|sort| (list, sort))) {
        let list = CaseList { sort, limit: 7, ..list.clone() };
        let key = |one: &Case| {
            let value = one.value.map_or(i64::MIN, |money| money.cents);
            let engaged = one.engaged_on.map(|day| day.to_string()).unwrap_or_default();
            let id = one.id.to_string();
            match sort {
                CaseSort::Value | CaseSort::ValueDown => (value, String::new(), id),
                CaseSort::Engaged | CaseSort::EngagedDown => (0, engaged, id),
                CaseSort::Closed | CaseSort::ClosedDown => {
                    (0, one.closed_on.map(|day| day.to_string()).unwrap_or_default(), id)
                }
                CaseSort::Key | CaseSort::KeyDown => (0, one.key.clone(), id),
            }
        };
        let keep = |one: &Case| {
            list.standing.is_none_or(|standing| one.standing == standing)
                && (list.owner.is_none() || one.owner == list.owner)
                && (list.account.is_none() || one.account == list.account)
                && list.closed_from.is_none_or(|day| one.closed_on.is_some_and(|closed| closed >= day))
                && list.closed_before.is_none_or(|day| one.closed_on.is_some_and(|closed| closed < day))
                && (list.process.is_empty() || one.process.as_ref() == Some(&list.process))
                && (list.step.is_empty() || one.step.as_ref() == Some(&list.step))
        };
        let shown = walked!(reader, list_cases, list.clone());
        assert_eq!(shown, wanted(&all, keep, key, sort.code().starts_with('-')), "{list:?}");
    }
    assert_eq!(FALLEN.get(), 0, "pages that did not read as one text");
});

on_each_engine!(orders_by_start_and_due_through_each_filter, async |store: Store| {
    let all = orders();
    let contents: Vec<_> = all.iter().cloned().map(Content::Declared).collect();
    say(&store, "execution/declare", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let (from, before) = (Some(date(2026, 3, 1)), Some(date(2026, 4, 10)));
    let asked = [
        OrderList::default(),
        OrderList { person: "Ana".to_owned(), ..OrderList::default() },
        OrderList { person: "Cy".to_owned(), ..OrderList::default() },
        OrderList { person: "Dé".to_owned(), from, before, ..OrderList::default() },
        OrderList { person: "Cy".to_owned(), from, ..OrderList::default() },
        OrderList { state: "done".to_owned(), before, ..OrderList::default() },
        OrderList { state: "released".to_owned(), person: "Bo".to_owned(), ..OrderList::default() },
        OrderList { from, ..OrderList::default() },
        OrderList {
            from: before,
            before: before.map(|day| day.saturating_add(1.day())),
            ..OrderList::default()
        },
        OrderList { case: Some(CaseId::of(tenant(), "c003")), ..OrderList::default() },
        OrderList { operation: operation("appeler"), ..OrderList::default() },
        OrderList { operation: operation("visiter"), ..OrderList::default() },
        OrderList { operation: operation("appeler"), from, before, ..OrderList::default() },
        OrderList {
            operation: operation("rencontrer"),
            person: "Ana".to_owned(),
            from,
            ..OrderList::default()
        },
        OrderList { operation: operation("appeler"), state: "done".to_owned(), ..OrderList::default() },
        OrderList { operation: operation("nulle"), ..OrderList::default() },
        OrderList { plan: Some(("conquete".to_owned(), 2)), ..OrderList::default() },
        OrderList { plan: Some(("conquete".to_owned(), 3)), ..OrderList::default() },
    ];
    let sorts = [OrderSort::Start, OrderSort::StartDown, OrderSort::Due, OrderSort::DueDown];
    for (list, sort) in asked.iter().flat_map(|list| sorts.map(|sort| (list, sort))) {
        let list = OrderList { sort, limit: 7, ..list.clone() };
        let key = |one: &StoredOrder| {
            let by_start = matches!(sort, OrderSort::Start | OrderSort::StartDown);
            let text = if by_start { &one.start } else { &one.due };
            (text.clone().unwrap_or_else(|| "~".to_owned()), one.id.to_string())
        };
        let keep = |one: &StoredOrder| {
            let start = one.start.as_ref();
            (list.person.is_empty() || one.people.contains(&list.person))
                && (list.state.is_empty() || one.state == list.state)
                && list.from.is_none_or(|day| start.is_some_and(|start| *start >= day.to_string()))
                && list.before.is_none_or(|day| start.is_some_and(|start| *start < day.to_string()))
                && list.case.is_none_or(|case| one.case == Some(case.0))
                && (list.operation.is_empty() || operation_of(one).as_ref() == Some(&list.operation))
                && list
                    .plan
                    .as_ref()
                    .is_none_or(|(scope, version)| one.scope == *scope && one.plan_version == *version)
        };
        let shown = walked!(reader, list_orders, list.clone());
        assert_eq!(shown, wanted(&all, keep, key, sort.code().starts_with('-')), "{list:?}");
    }
    assert_eq!(FALLEN.get(), 0, "pages that did not read as one text");
});

on_each_engine!(a_week_is_added_up_by_operation, async |store: Store| {
    let all = orders();
    let contents: Vec<_> = all.iter().cloned().map(Content::Declared).collect();
    say(&store, "execution/declare", &contents).await;
    let mut given_up = all[1].clone();
    given_up.state = "cancelled".to_owned();
    say(&store, "execution/declare", &[Content::Declared(given_up.clone())]).await;
    let mut reader = store.read(scope()).await.unwrap();
    let period = Period { first: date(2026, 1, 1), after: date(2026, 4, 10) };
    for person in [None, Some("Ana"), Some("Nobody")] {
        let mut wanted = std::collections::BTreeMap::<String, (i64, i64)>::new();
        for (n, one) in all.iter().enumerate().filter(|(_, one)| one.id != given_up.id) {
            let starts = one.start.as_ref().is_some_and(|start| *start < period.after.to_string());
            let is_theirs = person.is_none_or(|code| one.people.iter().any(|it| it == code));
            if let Some(operation) = operation_of(one).filter(|_| starts && is_theirs) {
                let sum = wanted.entry(operation).or_default();
                *sum = (sum.0 + 1, sum.1 + n as i64);
            }
        }
        let found = reader.sums_by_operation(person, period).await.unwrap();
        let found: Vec<_> = found.into_iter().map(|it| (it.operation, (it.orders, it.minutes))).collect();
        assert_eq!(found, wanted.into_iter().collect::<Vec<_>>(), "{person:?}");
    }
});

on_each_engine!(another_company_is_in_no_list, async |store: Store| {
    busy(&store).await;
    let other = crate::Scope::of_company(atelier_domain::language::TenantId::of("autre"));
    let mut reader = store.read(other).await.unwrap();
    let (accounts, cases, orders) = (AccountList::default(), CaseList::default(), OrderList::default());
    assert!(reader.list_accounts(&accounts).await.unwrap().rows.is_empty());
    assert!(reader.list_cases(&cases).await.unwrap().rows.is_empty());
    assert!(reader.list_orders(&orders).await.unwrap().rows.is_empty());
});

on_each_engine!(a_cursor_is_good_for_its_own_order_only, async |store: Store| {
    let contents: Vec<_> = cases().into_iter().map(Content::Case).collect();
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let mut list = CaseList { sort: CaseSort::Key, limit: 3, ..CaseList::default() };
    let good = reader.list_cases(&list).await.unwrap().next.unwrap();
    list.sort = CaseSort::Value;
    for bad in [good.as_str(), "", "!", "AAAA", "dmFsdWU", "dmFsdWUKYQpi"] {
        list.after = Some(bad.to_owned());
        let refused = reader.list_cases(&list).await.unwrap_err();
        let crate::StoreError::Refused(refusals) = refused else { panic!("{refused:?}") };
        assert_eq!(codes(&refusals), ["app/unreadable-page"], "{bad}");
    }
});

#[tokio::test]
async fn an_import_of_many_leaves_every_index_as_it_was() {
    use sqlx::Row as _;
    async fn indexes(store: &Store) -> Vec<String> {
        let mut conn = store.whole().await.unwrap();
        let text = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
        let rows = sqlx::query(text).fetch_all(&mut *conn).await.unwrap();
        rows.iter().map(|row| row.try_get::<String, _>(0).unwrap()).collect()
    }
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&crate::Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let before = indexes(&store).await;
    for round in 0..3 {
        let mut contents: Vec<_> = accounts().into_iter().map(Content::Account).collect();
        contents.extend(cases().into_iter().map(Content::Case));
        contents.extend(orders().into_iter().map(Content::Declared));
        say(&store, "execution/import", &contents).await;
        assert_eq!(indexes(&store).await, before, "{round}");
    }
    assert!(store.read(scope()).await.unwrap().verify().await.unwrap().holds());
}
