//! Every cell asked, and what the policy says of it.

use super::Caller;
use super::cell::{ABOUT, About, Cell, other_of};
use crate::{Good, House, NORTH, SOUTH, good_questions};
use atelier_domain::controls::{Policy, Reach, Role};
use atelier_server::http::{Route, routes};
use axum::http::{Method, StatusCode};

/// The team of a person of the workshop.
fn team_of(person: &str) -> &'static str {
    if person == "nadia" { "Sud" } else { "Nord" }
}

/// Whether the policy gives `who` the object.
fn gives(reach: Reach, about: About, who: &Caller, person: Option<&str>) -> bool {
    match (about, person) {
        (About::OtherCompany | About::Nothing, _) => false,
        (_, None) => about == About::Own,
        (_, Some(person)) => match reach {
            Reach::Nobody => false,
            Reach::All => true,
            Reach::Team => team_of(person) == who.place || person == who.place,
            Reach::Own => person == who.place,
        },
    }
}

/// What no answer to `who` may hold: the texts of the other company. The names of colleagues may stand
/// in the reasons of one's own dates, but not in the list of those whose day one may see.
fn leaks(route: &Route, who: &Caller, reach: Reach, body: &str) -> Option<String> {
    let other = other_of(who);
    let mut secrets =
        vec![format!("canari-{other}-"), if other == SOUTH[0] { SOUTH[1] } else { NORTH[1] }.to_owned()];
    let lists = ["/api/people", "/api/accounts", "/api/contacts", "/api/opportunities"];
    if lists.contains(&route.path) && reach != Reach::All {
        let apart = if who.place == "nadia" || who.place == "Sud" { "Camille" } else { "Nadia" };
        secrets.push(apart.to_owned());
    }
    secrets.into_iter().find(|secret| body.contains(secret))
}

/// Every address, asked by everybody about everything.
pub async fn matrix(house: &House) {
    let good = good_questions(house).await;
    let before = house.digests().await;
    let (mut cells, mut given) = (0, 0);
    for route in routes() {
        let Some(permission) = route.permission else { continue };
        let mut foreign = !needs_foreign(&route);
        for who in house.callers.clone() {
            let reach = Policy::shipped().reach(permission, &[who.role]);
            for about in ABOUT {
                let cell = Cell { route: &route, about, who: &who, house, good: &good };
                let Some(asked) = cell.question() else { continue };
                foreign |= about == About::OtherCompany;
                let answer = house.send(&who.cookie, &route.method, &asked.address, &asked.body).await;
                cells += 1;
                let cell =
                    format!("{} {} as {who:?} about {about:?}: {}", route.method, asked.address, answer.body);
                let wanted = gives(reach, about, &who, asked.person.as_deref());
                match (reach, wanted) {
                    (Reach::Nobody, _) => assert_eq!(answer.status, StatusCode::FORBIDDEN, "{cell:.600}"),
                    (_, false) => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{cell:.600}"),
                    // What is asked with nonsense is refused for the nonsense.
                    (_, true) if permission.writes() && route.method != Method::GET => {
                        let form = route.path.starts_with("/api/imports") && answer.status == 400;
                        assert!(
                            form || [200, 201, 204, 409, 415, 422].contains(&answer.status.as_u16()),
                            "{cell:.600}"
                        );
                    }
                    (_, true) => {
                        assert_eq!(answer.status, StatusCode::OK, "{cell:.600}");
                        given += 1;
                    }
                }
                assert_eq!(leaks(&route, &who, reach, &answer.body), None, "{cell:.600}");
            }
        }
        assert!(foreign, "{} {} has no foreign object in this test", route.method, route.path);
    }
    assert!(given > 100, "a matrix where everything is refused proves nothing: {given}");
    println!("{cells} cells, {given} given as meant");
    assert_eq!(house.digests().await, before, "a refused request wrote something");
    nobody(house, &good).await;
}

/// Addresses that name an object of a company, so that one of another can be put there.
fn needs_foreign(route: &Route) -> bool {
    // Named by a number or a word that every company has for itself.
    let own = [
        "/api/plans/{id}",
        "/api/plans/{id}/compare/{other}",
        "/api/indicators/{id}/facts",
        "/api/processes/{id}",
        "/api/processes/{id}/waivers",
        "/api/processes/{id}/objectives/{other}",
        "/api/exports/{id}",
    ];
    (route.path.contains("{id}") && !own.contains(&route.path))
        || [
            "/api/bottlenecks",
            "/api/load",
            "/api/load/week",
            "/api/people",
            "/api/day",
            "/api/why",
            "/calendar.ics",
            "/api/board/moves",
            "/api/board/moves/preview",
            "/api/replan",
            "/api/replan/preview",
        ]
        .contains(&route.path)
}

/// Without a pass, and with passes that open nothing, every guarded address answers the same.
async fn nobody(house: &House, good: &[Good]) {
    let who = house.caller(NORTH[0], Role::Director).clone();
    let long = "a".repeat(43);
    for route in routes() {
        if route.permission.is_none() {
            continue;
        }
        let Some(asked) =
            ABOUT.iter().find_map(|&about| Cell { route: &route, about, who: &who, house, good }.question())
        else {
            continue;
        };
        for headers in [
            vec![],
            vec![("cookie", "atelier=".to_owned())],
            vec![("cookie", format!("atelier={long}"))],
            vec![("authorization", format!("Bearer atl_{long}"))],
            vec![("authorization", "Basic YTpi".to_owned())],
            // A key that is there but wrong is not replaced by the cookie beside it.
            vec![("authorization", format!("Bearer atl_{long}")), ("cookie", who.cookie.clone())],
        ] {
            let headers: Vec<(&str, &str)> =
                headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = house.request(route.method.clone(), &asked.address, &headers, String::new()).await;
            assert_eq!(
                answer.status,
                StatusCode::UNAUTHORIZED,
                "{} {} {headers:?}",
                route.method,
                route.path
            );
            assert_eq!(answer.json()["code"], "controls/sign-in-needed");
        }
    }
}
