//! What is told comes back exactly, and an import finds what it has nothing new to say of.

use super::fixture::*;
use crate::{Content, Store, Within, passage_id, payload_hash};
use atelier_domain::ledger::FactId;
use uuid::Uuid;

on_each_engine!(what_is_told_comes_back_exactly, async |store: Store| {
    busy(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.account(account("A2").id).await.unwrap(), Some(account("A2")));
    assert_eq!(reader.people().await.unwrap(), [person("Ana")]);
    assert_eq!(reader.products().await.unwrap(), [product("GX")]);
    assert_eq!(reader.case(case("C2").id).await.unwrap(), Some(case("C2")));
    let Content::Company(company) = company() else { unreachable!() };
    assert_eq!(reader.company().await.unwrap(), Some(company));
    let passages = reader.passages_of(case("C1").id).await.unwrap();
    assert_eq!(passages.iter().map(|it| it.step.as_str()).collect::<Vec<_>>(), ["appel", "visite"]);
});

on_each_engine!(open_cases_leave_out_those_won_or_lost, async |store: Store| {
    busy(&store).await;
    let open = store.read(scope()).await.unwrap().open_cases().await.unwrap();
    let mut keys: Vec<_> = open.iter().map(|case| case.key.as_str()).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["C1", "C2"]);
});

on_each_engine!(the_last_of_two_rows_of_one_fact_counts, async |store: Store| {
    let mut later = case("C1");
    later.stage = "Closing".to_owned();
    say(&store, "t/t", &[Content::Case(case("C1")), Content::Case(later.clone())]).await;
    assert_eq!(store.read(scope()).await.unwrap().case(later.id).await.unwrap(), Some(later));
});

on_each_engine!(lists_page_by_key_and_lose_nothing, async |store: Store| {
    let keys: Vec<String> = (0..2_345).map(|n| format!("K{n}")).collect();
    let mut contents: Vec<_> = keys.iter().map(|key| Content::Case(case(key))).collect();
    contents.extend(keys.iter().map(|key| Content::Passage(passage(key, "appel", "2026-11-10"))));
    say(&store, "execution/import", &contents).await;
    let mut reader = store.read(scope()).await.unwrap();
    let (mut visited, mut stayed) = (Vec::new(), 0);
    reader.each_case(|case| visited.push(case.id)).await.unwrap();
    reader.each_passage(|_| stayed += 1).await.unwrap();
    assert_eq!((visited.len(), stayed, reader.open_cases().await.unwrap().len()), (2_345, 2_345, 2_345));
    assert!(visited.is_sorted());
    let page = reader.cases_page("", 50).await.unwrap();
    assert_eq!((page.items.len(), page.next), (50, Some(visited[49].to_string())));
    let rest = reader.cases_page(&visited[2_339].to_string(), 50).await.unwrap();
    assert_eq!((rest.items.len(), rest.next), (5, None));
});

on_each_engine!(a_second_identical_import_finds_nothing_to_say, async |store: Store| {
    say(&store, "execution/import", &market()).await;
    let known = store.read(scope()).await.unwrap().known_payload_hashes().await.unwrap();
    for content in market().iter().filter(|content| content.kind().starts_with("execution/")) {
        if matches!(content, Content::Company(_)) {
            continue;
        }
        let payload = content.payload().unwrap();
        assert_eq!(known.get(&content.object(tenant())), Some(&payload_hash(&payload)));
    }
    assert!(known.contains_key(&passage_id(&passage("C1", "appel", "2026-11-10"))));
});

on_each_engine!(an_undone_import_is_new_again, async |store: Store| {
    say(&store, "execution/import", &[Content::Case(case("C1"))]).await;
    let mut changed = case("C1");
    changed.stage = "Closing".to_owned();
    let batch = say(&store, "execution/import", &[Content::Case(changed), Content::Case(case("C2"))]).await;
    store.undo(scope(), batch, FactId(Uuid::now_v7()), "léa", now()).await.unwrap();
    let known = store.read(scope()).await.unwrap().known_payload_hashes().await.unwrap();
    let first = payload_hash(&Content::Case(case("C1")).payload().unwrap());
    assert_eq!(known, [(case("C1").id.0, first)].into());
});

on_each_engine!(planning_reads_the_passages_of_open_cases_only, async |store: Store| {
    busy(&store).await;
    let of_won = passage("C3", "appel", "2026-10-01");
    say(&store, "t/t", &[Content::Passage(of_won), Content::Passage(passage("C2", "appel", "2026-11-11"))])
        .await;
    let mut reader = store.read(scope()).await.unwrap();
    let read = reader.passages_of_open_cases().await.unwrap();
    let mut wanted = Vec::new();
    reader.each_passage(|passage| wanted.push(passage)).await.unwrap();
    assert_eq!(wanted.len(), 4);
    wanted.retain(|passage| passage.case != case("C3").id);
    assert_eq!(read, wanted);
});

on_each_engine!(sheets_keep_every_version, async |store: Store| {
    busy(&store).await;
    let mut reader = store.read(scope()).await.unwrap();
    let latest = sheet("conquete", 2, "étape: visite\n");
    assert_eq!(reader.latest_sheet("process", "conquete").await.unwrap(), Some(latest.clone()));
    assert_eq!(reader.latest_sheets("process").await.unwrap(), [latest]);
    let first = reader.sheet("process", "conquete", 1).await.unwrap().unwrap();
    assert_eq!(first.text, "étape: appel\n");
    assert_eq!(reader.sheet_versions("process", "conquete").await.unwrap(), [1, 2]);
    assert_eq!(reader.latest_sheet("mapping", "conquete").await.unwrap(), None);
});

on_each_engine!(a_firm_is_found_by_its_number_in_the_register, async |store: Store| {
    let numbered = |key: &str, siren: &str| {
        let mut firm = account(key);
        firm.facets.insert("siren".to_owned(), siren.to_owned());
        firm
    };
    let firms = [
        numbered("A1", "552100554"),
        numbered("A2", "732829320"),
        numbered("A3", "552100554"),
        account("A4"),
    ];
    say(&store, "t/t", &firms.clone().map(Content::Account)).await;
    let mut reader = store.read(scope()).await.unwrap();
    let mut keys = async |digits: &str| {
        let found = reader.accounts_registered(digits, &Within::Everybody, 9).await.unwrap();
        let mut keys: Vec<_> = found.into_iter().map(|one| one.key).collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(keys("552100554").await, ["A1", "A3"]);
    assert_eq!(keys("7328").await, ["A2"]);
    assert_eq!(keys("9").await, Vec::<String>::new());
});
