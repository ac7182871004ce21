use super::*;
use crate::language::{Refusals, valid_mail};
use std::collections::BTreeSet;
use uuid::Uuid;

fn user(roles: &[Role]) -> User {
    User {
        id: UserId(Uuid::from_u128(1)),
        login: "ana@metrios.example".into(),
        name: "Ana".into(),
        roles: roles.to_vec(),
        unit: Some("Nord".into()),
        person: Some("ana".into()),
        firm: None,
        despite: None,
        standing: Standing::Active,
    }
}

fn codes(result: Result<User, Refusals>) -> Vec<&'static str> {
    result.err().map(|refused| refused.codes()).unwrap_or_default()
}

#[test]
fn the_shipped_policy_says_something_of_every_role() {
    let policy = Policy::shipped();
    assert_eq!(policy.reach(Permission::ReadDay, &[Role::Seller]), Reach::Own);
    assert_eq!(policy.reach(Permission::ReadDay, &[Role::Seller, Role::Manager]), Reach::Team);
    assert_eq!(policy.reach(Permission::ReadDay, &[Role::Administrator]), Reach::Nobody);
    assert_eq!(policy.reach(Permission::ReadDay, &[]), Reach::Nobody);
}

#[test]
fn a_policy_with_a_hole_is_refused_with_every_fault() {
    let whole = include_str!("policy.csv");
    assert!(Policy::read(whole).is_ok());
    let without_row =
        whole.lines().filter(|line| !line.starts_with("day/read")).collect::<Vec<_>>().join("\n");
    assert_eq!(Policy::read(&without_row).unwrap_err().len(), Role::ALL.len());
    for (from, to) in
        [("team", "some"), ("plan/read", "plan/see"), ("control", "upkeep"), ("seller", "buyer")]
    {
        assert!(Policy::read(&whole.replacen(from, to, 1)).is_err(), "{from} → {to}");
    }
    let twice = format!("{whole}{}", whole.lines().nth(1).unwrap());
    assert!(Policy::read(&twice).unwrap_err()[0].contains("twice"));
    let short = whole.replacen(", all\n", "\n", 1);
    assert!(Policy::read(&short).is_err());
}

#[test]
fn nobody_who_keeps_the_installation_reads_business_data() {
    for permission in Permission::ALL {
        if permission.space() == Space::Performance && permission != Permission::ReadCompany {
            assert_eq!(Policy::shipped().reach(permission, &[Role::Administrator]), Reach::Nobody);
        }
    }
}

#[test]
fn only_reading_is_left_to_the_auditor() {
    for permission in Permission::ALL {
        if permission.writes() && permission != Permission::OwnAccess {
            assert_eq!(Policy::shipped().reach(permission, &[Role::Auditor]), Reach::Nobody, "{permission}");
        }
    }
}

#[test]
fn thirty_five_of_sixty_six_pairs_of_duties_clash_and_the_table_is_symmetric() {
    let mut clashing = BTreeSet::new();
    for one in Duty::ALL {
        assert!(!one.clashes(one));
        for two in Duty::ALL {
            assert_eq!(one.clashes(two), two.clashes(one));
            if one < two && one.clashes(two) && two != Duty::ConfirmOrder {
                clashing.insert((one, two));
            }
        }
    }
    assert_eq!(clashing.len(), 35);
}

/// Source: capability CTL-07, "the person who records an order does not validate it".
#[test]
fn who_confirms_orders_has_the_duty_and_never_enters_deals() {
    for role in Role::ALL {
        let confirms = Policy::shipped().reach(Permission::WriteConfirmations, &[role]) != Reach::Nobody;
        assert_eq!(confirms, role.duties().contains(&Duty::ConfirmOrder), "{role}");
        if role.duties().contains(&Duty::EnterDeal) {
            assert!(!conflicts(&[role, Role::Finance]).is_empty(), "{role}");
        }
    }
    let alone = Policy::shipped().reach(Permission::WriteConfirmations, &[Role::Seller, Role::SalesOps]);
    assert_eq!(alone, Reach::Nobody);
}

/// Source: capability CTL-07; the duty follows from the table of rights, so that the two cannot disagree.
#[test]
fn whoever_the_policy_lets_enter_deals_has_that_duty() {
    for role in Role::ALL.into_iter().filter(|role| !role.is_partner()) {
        let enters = [Permission::WriteCases, Permission::WriteImports]
            .iter()
            .any(|permission| Policy::shipped().reach(*permission, &[role]) != Reach::Nobody);
        assert_eq!(role.duties().contains(&Duty::EnterDeal), enters, "{role}");
    }
    for enters in [Role::Director, Role::Manager, Role::SalesOps] {
        assert_eq!(codes(user(&[enters, Role::Finance]).checked()), ["controls/roles-clash"], "{enters}");
    }
}

#[test]
fn who_keeps_the_keys_reads_business_data_only_with_a_control_that_makes_up_for_it() {
    for other in Role::ALL.into_iter().filter(|role| !role.is_partner() && *role != Role::Administrator) {
        assert!(!conflicts(&[Role::Administrator, other]).is_empty(), "{other}");
    }
    assert!(!Role::Administrator.reads_business());
    let small =
        User { despite: Some("revue du commissaire".into()), ..user(&[Role::Administrator, Role::Director]) };
    assert!(small.checked().is_ok(), "a company of five begins with one");
}

#[test]
fn who_gives_rights_gives_none_to_themselves_and_takes_nobodys_place() {
    let admin = user(&[Role::Administrator]);
    let refused = |before: &User, after: &User, came_in| {
        admin.may_make(before, after, came_in).err().map(|refusal| refusal.code)
    };
    for after in [
        user(&[Role::Administrator, Role::Coach]),
        User { unit: None, ..admin.clone() },
        User { person: None, ..admin.clone() },
        User { despite: Some("x".into()), ..admin.clone() },
    ] {
        assert_eq!(refused(&admin, &after, true), Some("controls/own-rights"), "{after:?}");
    }
    let renamed = User { login: "new@metrios.example".into(), name: "Ana B".into(), ..admin.clone() };
    assert_eq!(refused(&admin, &renamed, true), None, "their own address and name");
    let other = User { id: UserId(Uuid::from_u128(2)), login: "bo@metrios.example".into(), ..admin.clone() };
    let moved = User { login: "ana-too@metrios.example".into(), ..other.clone() };
    assert_eq!(refused(&other, &moved, true), Some("controls/login-in-use"));
    assert_eq!(refused(&other, &moved, false), None, "a mistyped address of somebody who never came");
    assert_eq!(refused(&other, &User { roles: vec![Role::Coach], ..other.clone() }, true), None);
}

#[test]
fn who_sells_neither_approves_nor_keeps_the_keys() {
    for other in
        [Role::Director, Role::SalesOps, Role::Finance, Role::Compliance, Role::Administrator, Role::Auditor]
    {
        assert_eq!(conflicts(&[Role::Seller, other]).len(), 1, "{other}");
        assert_eq!(codes(user(&[Role::Seller, other]).checked()), ["controls/roles-clash"], "{other}");
    }
    assert!(conflicts(&[Role::Seller, Role::Coach]).is_empty());
    let small =
        User { despite: Some("revue mensuelle du gérant".into()), ..user(&[Role::Seller, Role::Director]) };
    assert_eq!(small.clone().checked().unwrap().roles, [Role::Director, Role::Seller]);
    assert_eq!(codes(User { despite: Some("  ".into()), ..small }.checked()), ["controls/roles-clash"]);
}

#[test]
fn a_user_is_refused_with_every_fault_at_once() {
    let bad = User {
        login: " not an address ".into(),
        name: " ".into(),
        person: None,
        unit: None,
        ..user(&[Role::Seller, Role::Manager, Role::PartnerUser])
    };
    let found = codes(bad.checked());
    for code in [
        "controls/wrong-login",
        "controls/no-name",
        "controls/no-person",
        "controls/no-unit",
        "controls/no-firm",
        "controls/partner-inside",
    ] {
        assert!(found.contains(&code), "{code} in {found:?}");
    }
    assert_eq!(codes(user(&[]).checked()), ["controls/no-role"]);
}

#[test]
fn logins_are_mail_addresses_in_lower_case() {
    let mixed = User { login: " Ana@Metrios.Example ".into(), ..user(&[Role::Seller]) };
    assert_eq!(mixed.checked().unwrap().login, "ana@metrios.example");
    for wrong in ["", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\n", "a@\u{a0}b"] {
        assert!(!valid_mail(wrong), "{wrong:?}");
    }
    assert!(!valid_mail(&format!("{}@b", "a".repeat(254))));
}

fn unit(code: &str, parent: Option<&str>, supervisor: Option<u128>) -> Unit {
    let supervisor = supervisor.map(|id| UserId(Uuid::from_u128(id)));
    Unit { code: code.into(), parent: parent.map(Into::into), supervisor, deputy: None }
}

#[test]
fn a_vacancy_is_told_to_the_first_unit_above_that_somebody_runs() {
    let units = [
        unit("France", None, Some(1)),
        unit("Nord", Some("France"), Some(2)),
        unit("Lille", Some("Nord"), None),
        unit("Île", None, None),
    ];
    let told = |left: u128| {
        vacancies(&units, |id| id.0.as_u128() != left)
            .into_iter()
            .map(|vacancy| (vacancy.unit, vacancy.told))
            .collect::<Vec<_>>()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(told(0), [("Lille".to_owned(), some("Nord")), ("Île".to_owned(), None)]);
    assert_eq!(
        told(2),
        [("Nord".to_owned(), some("France")), ("Lille".to_owned(), some("France")), ("Île".to_owned(), None)]
    );
    assert_eq!(below(&units, &["Nord"]), ["Lille", "Nord"].map(str::to_owned).into());
}

#[test]
fn a_full_week_is_told_to_who_has_it_and_to_the_managers_above() {
    let units = [unit("France", None, None), unit("Nord", Some("France"), None), unit("Sud", None, None)];
    let of = |role, unit: &str, person: &str| User {
        unit: Some(unit.into()),
        person: Some(person.into()),
        ..user(&[role])
    };
    let hears = |user: &User| hears_of_overload(user, &units, ("ana", "Nord"));
    assert!(hears(&of(Role::Seller, "Sud", "ana")));
    assert!(!hears(&of(Role::Seller, "Nord", "bo")));
    assert!(hears(&of(Role::Manager, "Nord", "bo")) && hears(&of(Role::Manager, "France", "bo")));
    assert!(!hears(&of(Role::Manager, "Sud", "bo")));
    let gone = User { standing: Standing::Disabled, ..of(Role::Seller, "Nord", "ana") };
    assert!(!hears(&gone));
    assert!(!hears_of_overload(&of(Role::Manager, "Nord", "bo"), &units, ("ana", "")));
}

#[test]
fn a_chart_that_turns_in_a_circle_ends() {
    let units = [unit("a", Some("b"), None), unit("b", Some("a"), None)];
    assert_eq!(vacancies(&units, |_| true).len(), 2);
    assert_eq!(below(&units, &["a"]).len(), 2);
}

#[test]
fn somebody_is_always_left_who_can_give_rights() {
    let admin = user(&[Role::Administrator]);
    let other = User { id: UserId(Uuid::from_u128(2)), ..admin.clone() };
    let without = User { roles: vec![Role::Finance], ..admin.clone() };
    let closed = User { standing: Standing::Disabled, ..admin.clone() };
    for after in [&without, &closed] {
        let told = admin.may_become(after, std::slice::from_ref(&admin)).unwrap_err();
        assert_eq!(told.code, "controls/last-administrator");
        assert!(admin.may_become(after, &[admin.clone(), other.clone()]).is_ok());
        let away = User { standing: Standing::Disabled, ..other.clone() };
        assert!(
            admin.may_become(after, &[admin.clone(), away]).is_err(),
            "who may not come in gives no rights"
        );
    }
    assert!(without.may_become(&closed, &[]).is_ok());
}

#[test]
fn a_unit_is_refused_with_every_fault_at_once() {
    let known = [unit("France", None, None), unit("Nord", Some("France"), None)];
    let checked = |unit: Unit| unit.checked(&known, |_| false);
    let codes = |unit: Unit| checked(unit).err().map(|refused| refused.codes()).unwrap_or_default();
    assert_eq!(codes(unit(" ", Some("Ailleurs"), Some(1))).len(), 3);
    assert_eq!(codes(unit("France", Some("Nord"), None)), ["controls/unit-circle"]);
    assert_eq!(checked(unit(" Sud ", Some(" France "), None)).unwrap(), unit("Sud", Some("France"), None));
    assert_eq!(checked(unit("Sud", Some(" "), None)).unwrap().parent, None);
}
