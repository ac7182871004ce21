//! Users, passes and the access journal.

use super::fixture::*;
use crate::{Content, Noted, NotedBy, Pass, PassKind, Store};
use atelier_domain::controls::{Kept, Retention, Role, Standing, Unit, User, UserId};
use jiff::{Timestamp, ToSpan as _};
use uuid::Uuid;

fn user(number: u128, login: &str) -> User {
    User {
        id: UserId(Uuid::from_u128(number)),
        login: login.to_owned(),
        name: "Léa".to_owned(),
        roles: vec![Role::Director, Role::Coach],
        unit: Some("Nord".to_owned()),
        person: None,
        firm: None,
        despite: None,
        standing: Standing::Active,
    }
}

fn pass(id: &str, ends: Timestamp) -> Pass {
    Pass { id: id.into(), name: "poste".into(), scopes: "plan/read".into(), made: now(), seen: now(), ends }
}

fn later(hours: i64) -> Timestamp {
    now().checked_add(hours.hours()).unwrap()
}

/// Says a user and makes the login known, as the service does.
async fn add(store: &Store, user: &User) {
    let mut tx = store.begin(scope()).await.unwrap();
    tx.append(&fact("controls/user", &[Content::User(user.clone())])).await.unwrap();
    tx.know(user, now()).await.unwrap();
    tx.commit().await.unwrap();
}

on_each_engine!(a_user_is_read_back_verified_and_rebuilt, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let one = User { despite: Some("revue mensuelle".to_owned()), ..user(1, "lea@garonne.example") };
    add(&store, &one).await;
    let unit = Unit { code: "Nord".into(), parent: None, supervisor: Some(one.id), deputy: None };
    say(&store, "controls/unit", &[Content::Unit(unit.clone())]).await;
    for _ in 0..2 {
        let mut reader = store.read(scope()).await.unwrap();
        assert_eq!(reader.users().await.unwrap(), std::slice::from_ref(&one));
        assert_eq!(reader.user(one.id).await.unwrap(), Some(one.clone()));
        assert_eq!(reader.units().await.unwrap(), std::slice::from_ref(&unit));
        assert!(reader.verify().await.unwrap().holds());
        drop(reader);
        store.rebuild(scope(), |_, _| ()).await.unwrap();
    }
});

on_each_engine!(a_login_is_of_one_user_in_the_whole_installation, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    add(&store, &user(1, "lea@garonne.example")).await;
    let other = crate::Scope::of_company(atelier_domain::language::TenantId::of("dordogne"));
    for scope in [scope(), other] {
        let mut tx = store.begin(scope).await.unwrap();
        let refused = tx.know(&user(2, "lea@garonne.example"), now()).await.unwrap_err();
        let crate::StoreError::Refused(refused) = refused else { panic!("{refused}") };
        assert_eq!(codes(&refused), ["controls/login-taken"]);
    }
    add(&store, &user(2, "ana@garonne.example")).await;
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.rename(&user(2, "lea@garonne.example")).await.is_err());
    tx.rename(&user(2, "ana.roux@garonne.example")).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.credential("ana@garonne.example").await.unwrap().is_none());
    let found = store.credential("ana.roux@garonne.example").await.unwrap().unwrap();
    assert_eq!((found.user, found.password), (user(2, "").id, None));
});

on_each_engine!(a_pass_opens_until_it_ends_and_dies_with_its_owner, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let one = user(1, "lea@garonne.example");
    add(&store, &one).await;
    let mut tx = store.begin(scope()).await.unwrap();
    tx.set_password(one.id, "hash", now()).await.unwrap();
    tx.give(one.id, PassKind::Session, "s1", &pass("1", later(2))).await.unwrap();
    tx.give(one.id, PassKind::Session, "s2", &pass("2", later(2))).await.unwrap();
    tx.give(one.id, PassKind::Token, "t1", &pass("3", later(9))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.password(tenant(), one.id).await.unwrap().as_deref(), Some("hash"));
    let shown = store.shown("s1", PassKind::Session, now()).await.unwrap().unwrap();
    assert_eq!((shown.tenant, shown.company.as_str(), &shown.user), (tenant(), "garonne", &one));
    assert_eq!(shown.pass.scopes, "plan/read");
    assert!(store.shown("s1", PassKind::Token, now()).await.unwrap().is_none(), "a session is no token");
    assert!(store.shown("s1", PassKind::Session, later(2)).await.unwrap().is_none(), "it ended");
    store.seen("s1", later(1)).await.unwrap();
    let sessions = store.passes(tenant(), one.id, PassKind::Session).await.unwrap();
    assert_eq!(sessions.iter().map(|pass| pass.seen).collect::<Vec<_>>(), [later(1), now()]);
    assert!(store.end_pass("s2").await.unwrap());
    assert!(!store.end_pass("s2").await.unwrap());
    let mut tx = store.begin(scope()).await.unwrap();
    tx.end_all(one.id, Some("t1")).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.shown("s1", PassKind::Session, now()).await.unwrap().is_none());
    assert!(store.shown("t1", PassKind::Token, now()).await.unwrap().is_some());
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.end_one(one.id, PassKind::Token, "3").await.unwrap());
    tx.commit().await.unwrap();
    assert!(store.shown("t1", PassKind::Token, now()).await.unwrap().is_none());
});

on_each_engine!(what_changes_for_a_user_holds_at_the_next_question, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let one = user(1, "lea@garonne.example");
    add(&store, &one).await;
    let mut tx = store.begin(scope()).await.unwrap();
    tx.give(one.id, PassKind::Session, "s1", &pass("1", later(2))).await.unwrap();
    tx.commit().await.unwrap();
    let changed = User { standing: Standing::Disabled, roles: vec![Role::Coach], ..one };
    say(&store, "controls/user", &[Content::User(changed.clone())]).await;
    assert_eq!(store.shown("s1", PassKind::Session, now()).await.unwrap().unwrap().user, changed);
});

on_each_engine!(failures_are_counted_within_their_window, async |store: Store| {
    for hour in 0..3 {
        store.failed("x", later(hour), later(0)).await.unwrap();
    }
    assert_eq!(store.failures("x", later(0)).await.unwrap(), Some((3, now())));
    assert_eq!(store.failures("x", later(1)).await.unwrap(), None);
    store.failed("x", later(5), later(4)).await.unwrap();
    assert_eq!(store.failures("x", later(4)).await.unwrap(), Some((1, later(5))));
    let mut tx = store.begin(scope()).await.unwrap();
    tx.forgive("x").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.failures("x", later(0)).await.unwrap(), None);
});

on_each_engine!(the_access_journal_reads_newest_first_and_is_never_edited, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    // Thirteen months ago, by the clock of the database.
    let now_us = Timestamp::from_microsecond(Timestamp::now().as_microsecond()).unwrap();
    let long_ago = now_us - (400 * 24).hours();
    let line = |number: u128| Noted {
        id: Uuid::from_u128(number).to_string(),
        at: long_ago + (number as i64).hours(),
        user: "léa".into(),
        permission: "plan/read".into(),
        space: "performance".into(),
        object: "/api/load".into(),
        outcome: "refused".into(),
    };
    for number in 1..=3 {
        store.note(tenant(), &line(number)).await.unwrap();
    }
    let read = async |before: Option<&str>, most| {
        let lines = store.noted(tenant(), None, before, most).await.unwrap();
        lines.into_iter().map(|one| one.noted).collect::<Vec<_>>()
    };
    assert_eq!(read(None, 2).await, [line(3), line(2)]);
    assert_eq!(read(Some(&line(2).id), 2).await, [line(1)]);
    let edit = "UPDATE accesses SET outcome = 'read'";
    let mut conn = store.whole().await.unwrap();
    assert!(sqlx::query(edit).execute(&mut *conn).await.is_err());
    drop(conn);
    store.sweep_access(now(), line(3).at).await.unwrap();
    assert_eq!(read(None, 9).await, [line(3)]);
    // A line that is still kept goes by no statement, whatever became of it; the sweep at its term is not hindered.
    let young = Noted { at: now_us - (363 * 24).hours(), ..line(5) };
    store.note(tenant(), &young).await.unwrap();
    for removal in ["DELETE FROM accesses", "DELETE FROM accesses WHERE outcome = 'refused'"] {
        let mut conn = store.whole().await.unwrap();
        let refused = sqlx::query(removal).execute(&mut *conn).await.unwrap_err().to_string();
        assert!(refused.contains("kept for twelve months"), "{refused}");
    }
    assert!(store.sweep_access(now(), Timestamp::now()).await.is_err());
    assert_eq!(read(None, 9).await, [young.clone(), line(3)]);
    let term = Retention::shipped().oldest(Kept::AccessJournal, Timestamp::now());
    store.sweep_access(now(), term).await.unwrap();
    assert_eq!(read(None, 9).await, [young]);
    // Who is known is told as they are known now; who is not, by the identity alone.
    let one = user(1, "lea@garonne.example");
    add(&store, &one).await;
    store.note(tenant(), &Noted { user: one.id.to_string(), ..line(6) }).await.unwrap();
    let who = |one: NotedBy| (one.login, one.name);
    let told = async |of| {
        let lines = store.noted(tenant(), of, None, 9).await.unwrap();
        lines.into_iter().map(who).collect::<Vec<_>>()
    };
    let known = (one.login.clone(), Some(one.name.clone()));
    assert_eq!(told(None).await, [known.clone(), ("léa".to_owned(), None)]);
    assert_eq!(told(Some(one.id)).await, [known], "the lines of one");
});

on_each_engine!(after_a_restore_users_are_known_and_have_no_password, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let one = user(1, "lea@garonne.example");
    add(&store, &one).await;
    let mut tx = store.begin(scope()).await.unwrap();
    tx.set_password(one.id, "hash", now()).await.unwrap();
    tx.give(one.id, PassKind::Session, "s1", &pass("1", later(2))).await.unwrap();
    tx.commit().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let fresh = Store::open(&crate::Target::Sqlite(folder.path().join("neuf"))).await.unwrap();
    fresh.restore(&file).await.unwrap();
    let known = fresh.credential("lea@garonne.example").await.unwrap().unwrap();
    assert_eq!((known.user, known.password), (one.id, None), "secrets are not in a backup");
    assert!(fresh.shown("s1", PassKind::Session, now()).await.unwrap().is_none());
    let mut tx = fresh.begin(scope()).await.unwrap();
    assert!(tx.know(&user(2, "lea@garonne.example"), now()).await.is_err(), "the login is still theirs");
    tx.set_password(one.id, "new", now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(fresh.password(tenant(), one.id).await.unwrap().as_deref(), Some("new"));
});

on_each_engine!(a_code_of_the_second_factor_serves_once, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let one = user(1, "lea@garonne.example");
    add(&store, &one).await;
    let tenant = scope().tenant();
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.propose_factor(one.id, "first").await.unwrap());
    assert!(tx.propose_factor(one.id, "second").await.unwrap(), "nobody confirmed the first");
    assert!(!tx.use_step(one.id, 7).await.unwrap(), "it is not confirmed");
    assert!(!tx.confirm_factor(one.id, "first", 7, &[], now()).await.unwrap(), "replaced");
    let codes = ["a".to_owned(), "b".to_owned()];
    assert!(tx.confirm_factor(one.id, "second", 7, &codes, now()).await.unwrap());
    assert!(!tx.confirm_factor(one.id, "second", 8, &codes, now()).await.unwrap(), "once");
    assert!(!tx.propose_factor(one.id, "third").await.unwrap(), "what was confirmed stays");
    for (step, served) in [(7, false), (8, true), (8, false), (6, false), (10, true), (9, false)] {
        assert_eq!(tx.use_step(one.id, step).await.unwrap(), served, "{step}");
    }
    for (code, served) in [("a", true), ("a", false), ("c", false), ("b", true)] {
        assert_eq!(tx.use_recovery(one.id, code).await.unwrap(), served, "{code}");
    }
    tx.commit().await.unwrap();
    assert!(store.second_factor(tenant, one.id).await.unwrap().unwrap().confirmed);
    assert!(store.second_factor(tenant, user(2, "").id).await.unwrap().is_none());
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.forget_factor(one.id).await.unwrap());
    assert!(!tx.forget_factor(one.id).await.unwrap());
    tx.commit().await.unwrap();
    assert!(store.second_factor(tenant, one.id).await.unwrap().is_none());
});

on_each_engine!(a_user_and_a_subject_are_tied_to_each_other_and_to_no_other, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let (one, two) = (user(1, "lea@garonne.example"), user(2, "sam@garonne.example"));
    for user in [&one, &two] {
        add(&store, user).await;
    }
    let (issuer, other) = ("https://id.example", "https://other.example");
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.tie(one.id, issuer, "s1", now()).await.unwrap());
    assert!(tx.tie(one.id, issuer, "s1", now()).await.unwrap(), "as it is already");
    assert!(!tx.tie(one.id, issuer, "s2", now()).await.unwrap(), "a user is one subject");
    assert!(!tx.tie(two.id, issuer, "s1", now()).await.unwrap(), "a subject is one user");
    assert!(tx.tie(two.id, other, "s1", now()).await.unwrap(), "another provider's words are its own");
    tx.commit().await.unwrap();
    let tied = |issuer, subject| {
        let store = &store;
        async move { store.tied(issuer, subject).await.unwrap().map(|(_, user)| user) }
    };
    assert_eq!((tied(issuer, "s1").await, tied(issuer, "s2").await), (Some(one.id), None));
    assert_eq!(tied(other, "s1").await, Some(two.id));
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(tx.untie(one.id).await.unwrap() && !tx.untie(one.id).await.unwrap());
    assert!(tx.tie(one.id, issuer, "s2", now()).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!((tied(issuer, "s1").await, tied(issuer, "s2").await), (None, Some(one.id)));
});
