//! Every cell asked, and what the policy says of it.

use super::cell::{ABOUT, About, Cell, other_of};
use super::{Caller, NOBODY};
use crate::{Answer, Good, House, NORTH, SOUTH, good_questions};
use atelier_domain::controls::{Permission, Policy, Reach, Role};
use atelier_server::http::{Route, routes};
use axum::http::{Method, StatusCode};
use sqlx::Connection as _;
use std::collections::{BTreeMap, BTreeSet};

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
    let lists = ["/api/people", "/api/accounts", "/api/contacts", "/api/opportunities", "/api/approvals"];
    if lists.contains(&route.path) && reach != Reach::All {
        let apart = if who.place == "nadia" || who.place == "Sud" { "Camille" } else { "Nadia" };
        secrets.push(apart.to_owned());
    }
    secrets.into_iter().find(|secret| body.contains(secret))
}

/// What somebody asks with, and what it is narrowed to.
pub struct Pass {
    header: (&'static str, String),
    scopes: Option<Vec<Permission>>,
}

impl Pass {
    pub fn session(who: &Caller) -> Self {
        Self { header: ("cookie", who.cookie.clone()), scopes: None }
    }

    pub fn key(key: &str, scopes: &[Permission]) -> Self {
        Self { header: ("authorization", format!("Bearer {key}")), scopes: Some(scopes.to_vec()) }
    }

    fn opens(&self, permission: Permission) -> bool {
        self.scopes.as_ref().is_none_or(|scopes| scopes.contains(&permission))
    }

    async fn ask(&self, house: &House, method: &Method, address: &str, body: &str) -> Answer {
        let headers = [(self.header.0, self.header.1.as_str()), ("content-type", "application/json")];
        let body = if matches!(*method, Method::GET | Method::DELETE) { "" } else { body };
        house.request(method.clone(), address, &headers, body.to_owned()).await
    }
}

/// The session of somebody, a key that reads all that they may read, and one that writes one thing.
async fn passes(house: &House, who: &Caller) -> Vec<Pass> {
    let may = |one: &Permission| Policy::shipped().reach(*one, &[who.role]) != Reach::Nobody;
    let held = || Permission::ALL.into_iter().filter(may);
    let reading: Vec<_> = held().filter(|one| !one.writes()).collect();
    let writing: Vec<_> =
        held().filter(|one| one.writes() && *one != Permission::OwnAccess).take(1).collect();
    let mut passes = vec![Pass::session(who)];
    for scopes in [reading, writing] {
        if !scopes.is_empty() {
            let codes: Vec<&str> = scopes.iter().map(|one| one.code()).collect();
            passes.push(Pass::key(&house.make_key(who, &codes).await, &scopes));
        }
    }
    passes
}

/// How many cells were asked, how many of them given, and which addresses about another company.
#[derive(Default)]
pub struct Asked {
    cells: usize,
    given: usize,
    foreign: BTreeSet<&'static str>,
}

impl Asked {
    /// Every address, asked by somebody with a pass about everything.
    pub async fn all(&mut self, house: &House, good: &[Good], who: &Caller, pass: &Pass) {
        for route in routes() {
            let Some(permission) = route.permission else { continue };
            let may = Policy::shipped().reach(permission, &[who.role]);
            let reach = if pass.opens(permission) { may } else { Reach::Nobody };
            for about in ABOUT {
                let cell = Cell { route: &route, about, who, house, good };
                let Some(asked) = cell.question() else { continue };
                if about == About::OtherCompany {
                    self.foreign.insert(route.name);
                }
                let answer = pass.ask(house, &route.method, &asked.address, &asked.body.to_string()).await;
                self.cells += 1;
                let kind = pass.header.0;
                let cell = format!(
                    "{} {} by {kind} as {who:?} about {about:?}: {}",
                    route.method, asked.address, answer.body
                );
                let wanted = gives(reach, about, who, asked.person.as_deref());
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
                        // What reads for long is a job, which is something written: asked with nonsense too.
                        let queues = route.path == "/api/verifications";
                        let status = if queues { StatusCode::BAD_REQUEST } else { StatusCode::OK };
                        assert_eq!(answer.status, status, "{cell:.600}");
                        self.given += 1;
                    }
                }
                assert_eq!(leaks(&route, who, reach, &answer.body), None, "{cell:.600}");
            }
        }
    }
}

/// Every address, asked by everybody with each pass about everything.
pub async fn matrix(house: &House) {
    let good = good_questions(house).await;
    let before = (house.digests().await, beside(house).await);
    let mut asked = Asked::default();
    for who in &house.callers.clone() {
        for pass in passes(house, who).await {
            asked.all(house, &good, who, &pass).await;
        }
    }
    for route in routes().iter().filter(|route| route.permission.is_some() && needs_foreign(route)) {
        let has = asked.foreign.contains(route.name);
        assert!(has, "{} {} has no foreign object in this test", route.method, route.path);
    }
    let Asked { cells, given, .. } = asked;
    assert!(given > 100, "a matrix where everything is refused proves nothing: {given}");
    println!("{cells} cells, {given} given as meant");
    undocumented(house).await;
    let after = (house.digests().await, beside(house).await);
    assert_eq!(after, before, "a refused request wrote something");
    nobody(house, &good).await;
}

/// What is kept beside the facts, where the digests do not look: how many of each there are. Sessions, keys and the
/// access journal are left out: the question itself adds to them.
const BESIDE: [&str; 11] = [
    "SELECT COUNT(*) FROM jobs",
    "SELECT COUNT(*) FROM job_files",
    "SELECT COUNT(*) FROM views",
    "SELECT COUNT(*) FROM answers",
    "SELECT COUNT(*) FROM file_bytes",
    "SELECT COUNT(*) FROM person_keys",
    "SELECT COUNT(*) FROM credentials",
    "SELECT COUNT(*) FROM second_factors",
    "SELECT COUNT(*) FROM recovery_codes",
    "SELECT COUNT(*) FROM identities",
    "SELECT COUNT(*) FROM webhook_secrets",
];

async fn beside(house: &House) -> Vec<(&'static str, i64)> {
    let mut conn = sqlx::AnyConnection::connect(&house.database).await.unwrap();
    let mut counts = Vec::new();
    for text in BESIDE {
        counts.push((text, sqlx::query_scalar(text).fetch_one(&mut conn).await.unwrap()));
    }
    counts
}

/// A method that an address does not have is refused to everybody.
async fn undocumented(house: &House) {
    let mut methods: BTreeMap<&str, Vec<Method>> = BTreeMap::new();
    for route in routes() {
        methods.entry(route.path).or_default().push(route.method);
    }
    for who in house.callers.iter().filter(|who| who.company == NORTH[0]) {
        let pass = Pass::session(who);
        for (path, known) in &methods {
            for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                if !known.contains(&method) {
                    let answer = pass.ask(house, &method, &path.replace("{id}", NOBODY), "{}").await;
                    let refused = [404, 405].contains(&answer.status.as_u16());
                    assert!(refused, "{method} {path} as {:?}: {}", who.role, answer.status);
                }
            }
        }
    }
}

/// Every address refuses what no longer opens anything.
pub async fn shut(house: &House, good: &[Good], who: &Caller, pass: &Pass) {
    for route in routes().iter().filter(|route| route.permission.is_some()) {
        for about in ABOUT {
            let Some(asked) = (Cell { route, about, who, house, good }).question() else { continue };
            let answer = pass.ask(house, &route.method, &asked.address, &asked.body.to_string()).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{} {}", route.method, asked.address);
        }
    }
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
        "/api/scenarios/{id}",
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
