//! The authorisation matrix: every address, asked by every role of two companies, about their own
//! objects, those of another team, of another company, and of nobody. What the answer should be is
//! read from the policy, never written here.

use crate::{Answer, Good, House, NORTH, SOUTH, good_questions};
use atelier_domain::controls::{Permission, Policy, Reach, Role};
use atelier_domain::language::{PromiseId, TenantId};
use atelier_server::http::{Route, routes};
use atelier_server::sample::canaries::{Seat, World, team};
use axum::http::{Method, StatusCode};
use serde_json::json;

/// Everybody's password.
pub const PASSWORD: &str = "une phrase de plusieurs mots";
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// Somebody who can ask.
#[derive(Clone, Debug)]
pub struct Caller {
    pub company: &'static str,
    pub role: Role,
    /// Unit, person or firm.
    pub place: &'static str,
    pub login: String,
    pub id: String,
    pub cookie: String,
    /// Identity of a key of theirs.
    pub key: String,
    /// Identity of their session.
    pub session: String,
}

/// Those of a company of the canaries, each with a session and a key.
pub fn people(world: &World, company: &'static str) -> Vec<Caller> {
    let caller = |seat: &Seat| Caller {
        company,
        role: seat.role,
        place: seat.place,
        login: seat.user.login.clone(),
        id: seat.user.id.to_string(),
        cookie: format!("atelier={}", seat.session.reveal()),
        key: seat.key_id.clone(),
        session: String::new(),
    };
    world.seats.iter().map(caller).collect()
}

impl House {
    pub fn caller(&self, company: &str, role: Role) -> &Caller {
        self.callers.iter().find(|one| one.company == company && one.role == role).unwrap()
    }

    pub async fn send(
        &self,
        as_who: &str,
        method: &Method,
        address: &str,
        body: &serde_json::Value,
    ) -> Answer {
        let headers = [("cookie", as_who), ("content-type", "application/json")];
        let body =
            if matches!(*method, Method::GET | Method::DELETE) { String::new() } else { body.to_string() };
        self.request(method.clone(), address, &headers, body).await
    }
}

/// Which object a question is about, seen from the one who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Own,
    OtherTeam,
    OtherCompany,
    Nothing,
}

const ABOUT: [About; 4] = [About::Own, About::OtherTeam, About::OtherCompany, About::Nothing];

/// A question to an address, and whether the object is one of those the asker's reach decides.
struct Question {
    address: String,
    body: serde_json::Value,
    person: Option<String>,
}

/// The question of a route about an object; `None` when the route has no such object.
fn question(route: &Route, about: About, who: &Caller, house: &House, good: &[Good]) -> Option<Question> {
    let own = &good[usize::from(who.company == SOUTH[0])];
    let other = &good[usize::from(who.company == NORTH[0])];
    let plain = |address: String| Some(Question { address, body: json!({}), person: None });
    let user = |about: About| match about {
        About::Own => house.caller(who.company, Role::Coach).id.clone(),
        About::OtherCompany => {
            let company = if who.company == NORTH[0] { SOUTH[0] } else { NORTH[0] };
            house.caller(company, Role::Coach).id.clone()
        }
        _ => NOBODY.to_owned(),
    };
    if let Ok(asked) = market_question(route, about, who, house, good) {
        return asked;
    }
    if let Ok(asked) = session_question(route, about, who, house) {
        return asked;
    }
    match (route.path, about) {
        (
            "/api/companies" | "/api/users" | "/api/units" | "/api/accesses" | "/api/tokens" | "/api/feed",
            About::Own,
        ) => {
            let body = match (route.path, &route.method) {
                // Refused for what it says, by who may; never written.
                ("/api/users", _) => json!({ "login": "", "name": "", "roles": [] }),
                ("/api/units", _) => json!({ "code": "" }),
                ("/api/tokens", _) => json!({ "name": "", "days": 0 }),
                _ => json!({}),
            };
            Some(Question { address: route.path.to_owned(), body, person: None })
        }
        ("/api/jobs", About::Own) => plain(route.path.to_owned()),
        ("/api/plans", About::Own) => {
            let body = json!({ "deals": 0 });
            Some(Question { address: route.path.to_owned(), body, person: None })
        }
        ("/api/jobs/{id}" | "/api/jobs/{id}/progress", _) if about != About::OtherTeam => {
            let id = match about {
                About::Own => crate::jobs::ended_id(who.company),
                About::OtherCompany => crate::jobs::ended_id(other_of(who)),
                _ => NOBODY.to_owned(),
            };
            plain(route.path.replace("{id}", &id))
        }
        ("/api/session" | "/api/session/password", About::Own) => {
            // Signing out would end the session of the matrix; it has a test of its own.
            let body = json!({ "current": "wrong", "new": "" });
            (route.method != Method::DELETE).then(|| Question {
                address: route.path.into(),
                body,
                person: None,
            })
        }
        ("/api/session/second-factor", About::Own) => {
            let body = json!({ "current": "wrong" });
            Some(Question { address: route.path.into(), body, person: None })
        }
        ("/api/session/second-factor/confirm", About::Own) => {
            Some(Question { address: route.path.into(), body: json!({ "code": "1" }), person: None })
        }
        ("/api/session/second-factor/give-up", About::Own) => {
            let body = json!({ "current": "wrong", "code": "1" });
            Some(Question { address: route.path.into(), body, person: None })
        }
        ("/api/users/{id}", _) if about != About::OtherTeam => plain(format!("/api/users/{}", user(about))),
        ("/api/users/{id}/invitation", _) if about != About::OtherTeam => {
            plain(format!("/api/users/{}/invitation", user(about)))
        }
        // A key of a colleague, then of somebody of the other company: the coach's, who asks for neither.
        ("/api/tokens/{id}", About::OtherTeam | About::OtherCompany) if who.role != Role::Coach => {
            let company = if about == About::OtherTeam { who.company } else { other_of(who) };
            plain(format!("/api/tokens/{}", house.caller(company, Role::Coach).key))
        }
        ("/api/tokens/{id}", About::Nothing) => plain(format!("/api/tokens/{NOBODY}")),
        ("/api/load" | "/api/load/week" | "/api/bottlenecks", About::Own) => {
            plain(own.address(route.path, who.company))
        }
        ("/api/load" | "/api/load/week" | "/api/bottlenecks" | "/api/people", About::OtherCompany) => {
            plain(own.address(route.path, other_of(who)))
        }
        ("/api/people", About::Own) => plain(own.address(route.path, who.company)),
        ("/api/day" | "/api/why" | "/calendar.ics", about) => {
            let (object, company) = match about {
                About::Own => {
                    (own.of(if who.role == Role::Seller { who.place } else { "camille" }), who.company)
                }
                About::OtherTeam => {
                    (own.of(if who.place == "nadia" { "camille" } else { "nadia" }), who.company)
                }
                About::OtherCompany => (other.of("camille"), other_of(who)),
                About::Nothing => (own.none(), who.company),
            };
            let person = Some(object.person.clone());
            Some(Question { address: object.address(route.path, company), body: json!({}), person })
        }
        _ => None,
    }
}

/// The address is asked about in another place.
struct Elsewhere;

/// The same for firms, people there, opportunities, orders, sheets, imports and facts.
#[allow(clippy::too_many_lines)] // one line for one address
fn market_question(
    route: &Route,
    about: About,
    who: &Caller,
    house: &House,
    good: &[Good],
) -> Result<Option<Question>, Elsewhere> {
    let (own, other) = if who.company == NORTH[0] { (0, 1) } else { (1, 0) };
    let mine = if who.role == Role::Seller { who.place } else { "camille" };
    let theirs = if who.place == "nadia" { "camille" } else { "nadia" };
    let (person, company) = match about {
        About::Own => (mine, own),
        About::OtherTeam => (theirs, own),
        About::OtherCompany => ("camille", other),
        About::Nothing => ("nobody", own),
    };
    let ask = |address: String, body: serde_json::Value, person: Option<&str>| {
        Some(Question { address, body, person: person.map(str::to_owned) })
    };
    let whole = |body| if about == About::Own { ask(route.path.to_owned(), body, None) } else { None };
    let of_person = |kind: &str, path: &str| {
        let id = house.markets[company].id(kind, person);
        ask(format!("/api/{path}/{id}"), json!({}), Some(person))
    };
    let order = || match about {
        About::Nothing => NOBODY.to_owned(),
        _ => good[company].of(person).order,
    };
    let is_post = route.method != Method::GET;
    Ok(match route.path {
        "/api/accounts" | "/api/contacts" if is_post => whole(json!({ "name": "" })),
        "/api/opportunities" if is_post => whole(json!({ "value_cents": -1 })),
        "/api/accounts/bulk" => whole(json!({ "records": [] })),
        "/api/accounts" | "/api/contacts" | "/api/give-back" | "/api/opportunities" | "/api/promises"
        | "/api/retention" | "/api/scenarios" | "/api/promise" | "/api/funnel" | "/api/wip"
        | "/api/indicators" | "/api/cascade" | "/api/views" | "/api/board" => whole(json!({})),
        "/api/accounts/{id}" => of_person("account", "accounts"),
        "/api/contacts/{id}" => of_person("contact", "contacts"),
        "/api/contacts/{id}/consents" | "/api/contacts/{id}/reach" | "/api/contacts/{id}/package" => {
            let id = house.markets[company].id("contact", person);
            let body = json!({ "choice": "zz", "source": "lettre" });
            ask(route.path.replace("{id}", &id), body, Some(person))
        }
        "/api/contacts/{id}/erasure" => {
            // Nobody is erased by the matrix: those within reach are asked for with nonsense.
            let is_own = matches!(about, About::Own | About::OtherTeam);
            let body = json!({ "reason": if is_own { "zz" } else { "request" } });
            let id = house.markets[company].id("contact", person);
            ask(route.path.replace("{id}", &id), body, Some(person))
        }
        "/api/gate" => whole(json!({ "consulted_on": "9999-12-31", "proof": "" })),
        "/api/webhooks" => whole(json!({ "url": "http://127.0.0.1/" })),
        "/api/webhooks/{id}" | "/api/webhooks/{id}/rotation" | "/api/webhooks/{id}/test" => {
            let id = match about {
                About::OtherCompany => house.markets[other].hook.clone(),
                About::Nothing => NOBODY.to_owned(),
                _ => return Ok(None),
            };
            ask(route.path.replace("{id}", &id), json!({}), None)
        }
        "/api/board/moves" | "/api/board/moves/preview" => {
            // Nothing is moved by the matrix: that day is over.
            let body = json!({ "order": order(), "start": "2020-01-06T09:00:00" });
            ask(route.path.to_owned(), body, Some(person))
        }
        "/api/orders/{id}/seats" => ask(format!("/api/orders/{}/seats", order()), json!({}), Some(person)),
        "/api/orders/{id}/slots" => {
            ask(format!("/api/orders/{}/slots?count=1", order()), json!({}), Some(person))
        }
        "/api/replan" | "/api/replan/preview" => {
            let body = json!({ "event": "overrun", "order": order(), "minutes": 0 });
            ask(route.path.to_owned(), body, Some(person))
        }
        "/api/plans/{id}/compare/{other}" => match about {
            About::Own => ask("/api/plans/1/compare/1".to_owned(), json!({}), None),
            About::Nothing => ask("/api/plans/1/compare/99".to_owned(), json!({}), None),
            _ => None,
        },
        "/api/scenarios/compare" if about != About::Own => None,
        "/api/scenarios/compare" => {
            let lever = json!({ "lever": "volume", "times": 2 });
            ask(route.path.to_owned(), json!({ "columns": [{ "name": "double", "levers": [lever] }] }), None)
        }
        "/api/indicators/{id}/facts" => match about {
            About::Own => ask("/api/indicators/deals/facts".to_owned(), json!({}), None),
            About::Nothing => ask("/api/indicators/nothing/facts".to_owned(), json!({}), None),
            _ => None,
        },
        "/api/orders/{id}/cascade" => {
            ask(format!("/api/orders/{}/cascade", order()), json!({}), Some(person))
        }
        "/api/search" if about == About::Own => ask("/api/search?q=canari".to_owned(), json!({}), None),
        "/api/views/{id}" => match about {
            // Nobody has one: what is kept is refused for what it says, what is forgotten is not there.
            About::OtherCompany | About::Nothing if route.method == Method::DELETE => {
                ask(format!("/api/views/{NOBODY}"), json!({}), None)
            }
            About::Own if route.method == Method::PUT => {
                ask(format!("/api/views/{NOBODY}"), json!({ "name": "", "page": "plan" }), None)
            }
            About::OtherCompany if route.method == Method::PUT => {
                ask("/api/views/nowhere".to_owned(), json!({ "name": "", "page": "plan" }), None)
            }
            _ => None,
        },
        "/api/board/events" if about == About::Own => {
            ask(format!("{}?once=true", route.path), json!({}), None)
        }
        "/api/search" | "/api/board/events" => None,
        "/api/opportunities/{id}" => of_person("case", "opportunities"),
        "/api/orders" | "/api/flow" if about == About::OtherCompany => None,
        "/api/orders" => ask(format!("/api/orders?person={person}"), json!({}), Some(person)),
        "/api/orders/{id}" => ask(format!("/api/orders/{}", order()), json!({}), Some(person)),
        "/api/orders/{id}/declarations" => {
            ask(format!("/api/orders/{}/declarations", order()), json!({ "state": "zz" }), Some(person))
        }
        "/api/orders/{id}/sheet" => ask(format!("/api/orders/{}/sheet", order()), json!({}), Some(person)),
        "/api/orders/{id}/conversation" => {
            ask(format!("/api/orders/{}/conversation", order()), json!({ "result": "zz" }), Some(person))
        }
        "/api/orders/{id}/files" => {
            let named = if is_post { "?name=a.html" } else { "" };
            ask(format!("/api/orders/{}/files{named}", order()), json!({}), Some(person))
        }
        // What stands put off belongs to another test: here, nothing is to be taken back within reach.
        "/api/orders/{id}/deferral" if route.method == Method::DELETE => match about {
            About::OtherCompany | About::Nothing => {
                ask(format!("/api/orders/{}/deferral", order()), json!({}), Some(person))
            }
            _ => None,
        },
        "/api/orders/{id}/deferral" => {
            ask(format!("/api/orders/{}/deferral", order()), json!({ "kind": "zz" }), Some(person))
        }
        "/api/flow" => ask(format!("/api/flow?person={person}"), json!({}), Some(person)),
        "/api/accounts/{id}/timeline" | "/api/accounts/{id}/health" => {
            let id = house.markets[company].id("account", person);
            ask(route.path.replace("{id}", &id), json!({}), Some(person))
        }
        "/api/conversations/{id}/letter" => {
            let id = match about {
                About::Nothing => NOBODY.to_owned(),
                _ => house.markets[company].id("conversation", person),
            };
            ask(format!("/api/conversations/{id}/letter"), json!({}), Some(person))
        }
        "/api/promises/{id}/outcome" => {
            let tenant = TenantId::of(if company == 0 { NORTH[0] } else { SOUTH[0] });
            let id = PromiseId::of(tenant, person);
            ask(format!("/api/promises/{id}/outcome"), json!({ "outcome": "zz" }), Some(person))
        }
        // Nothing is undone or taken away by the matrix.
        "/api/conversations/{id}" | "/api/files/{id}"
            if route.method == Method::DELETE && matches!(about, About::Own | About::OtherTeam) =>
        {
            None
        }
        "/api/conversations/{id}" => {
            let id = match about {
                About::Nothing => NOBODY.to_owned(),
                _ => house.markets[company].id("conversation", person),
            };
            ask(format!("/api/conversations/{id}"), json!({}), Some(person))
        }
        "/api/files/{id}" => {
            let id = match about {
                About::Nothing => NOBODY.to_owned(),
                _ => house.markets[company].id("file", person),
            };
            ask(format!("/api/files/{id}"), json!({}), Some(person))
        }
        // Asking for a plan is asked with the jobs.
        "/api/plans" if is_post => return Err(Elsewhere),
        "/api/processes" | "/api/workshop" | "/api/objectives" | "/api/plans" | "/api/imports"
        | "/api/imports/jobs" | "/api/facts" | "/api/checkpoint" | "/metrics" => whole(json!({ "text": "" })),
        "/api/processes/check" => whole(json!({ "text": atelier_server::sample::metrios().processes[0] })),
        "/api/processes/{id}" | "/api/plans/{id}" | "/api/exports/{id}" => {
            let named = match (route.path, about) {
                ("/api/processes/{id}", About::Own) => house.process.as_str(),
                ("/api/plans/{id}", About::Own) => "1",
                ("/api/exports/{id}", About::Own) => "accounts.csv",
                (_, About::Nothing) if !is_post => "99",
                _ => return Ok(None),
            };
            let body = json!({ "text": "" });
            ask(route.path.replace("{id}", named), body, None)
        }
        "/api/imports/{id}" => {
            let id = match about {
                About::OtherCompany => house.markets[other].import.clone(),
                About::Nothing => NOBODY.to_owned(),
                _ => return Ok(None),
            };
            ask(format!("/api/imports/{id}"), json!({}), None)
        }
        "/api/facts/{id}/proof" => {
            let id = match about {
                About::Own => house.markets[own].id("account", "camille"),
                About::OtherCompany => house.markets[other].id("account", "camille"),
                About::Nothing => NOBODY.to_owned(),
                About::OtherTeam => return Ok(None),
            };
            ask(format!("/api/facts/{id}/proof"), json!({}), None)
        }
        _ => return Err(Elsewhere),
    })
}

/// The same for sessions, and what an administrator takes away from somebody who asks for nothing.
fn session_question(
    route: &Route,
    about: About,
    who: &Caller,
    house: &House,
) -> Result<Option<Question>, Elsewhere> {
    let plain = |address: String| Some(Question { address, body: json!({}), person: None });
    let company = if about == About::OtherCompany { other_of(who) } else { who.company };
    Ok(match route.path {
        "/api/sessions" if about == About::Own => plain(route.path.to_owned()),
        "/api/sessions" => None,
        // The coach's, who asks for nobody's.
        "/api/sessions/{id}" => match about {
            About::Nothing => plain(format!("/api/sessions/{NOBODY}")),
            About::OtherTeam | About::OtherCompany if who.role != Role::Coach => {
                plain(format!("/api/sessions/{}", house.caller(company, Role::Coach).session))
            }
            _ => None,
        },
        "/api/users/{id}/sessions" | "/api/users/{id}/second-factor" | "/api/users/{id}/identity" => {
            match about {
                About::OtherTeam => None,
                About::Nothing => plain(route.path.replace("{id}", NOBODY)),
                _ => plain(route.path.replace("{id}", &house.spare(company))),
            }
        }
        _ => return Err(Elsewhere),
    })
}

fn other_of(who: &Caller) -> &'static str {
    if who.company == NORTH[0] { SOUTH[0] } else { NORTH[0] }
}

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
                let Some(asked) = question(&route, about, &who, house, &good) else { continue };
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
        let Some(asked) = ABOUT.iter().find_map(|about| question(&route, *about, &who, house, good)) else {
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

/// Whatever changes for somebody holds at the next request.
pub async fn revoked(house: &House) {
    let admin = house.caller(SOUTH[0], Role::Administrator).clone();
    let manager =
        house.callers.iter().find(|one| one.company == SOUTH[0] && one.place == "Sud").unwrap().clone();
    let key = house.make_key(&manager, &["day/read"]).await;
    let bearer = format!("Bearer {key}");
    let with_key = [("authorization", bearer.as_str())];
    let day = format!("/api/day?company={}&person=nadia", SOUTH[0]);
    assert_eq!(house.request(Method::GET, &day, &with_key, String::new()).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &day, &json!({})).await.status, 200);
    let people = format!("/api/people?company={}", SOUTH[0]);
    let narrowed = house.request(Method::GET, "/api/companies", &with_key, String::new()).await;
    assert_eq!(narrowed.status, 403, "the key is narrowed to the day");

    let patch = |body: serde_json::Value| {
        let address = format!("/api/users/{}", manager.id);
        let cookie = admin.cookie.clone();
        async move { house.send(&cookie, &Method::PATCH, &address, &body).await }
    };
    // Moved to another team: the former one is out of reach.
    assert_eq!(patch(json!({ "unit": team(SOUTH[0], "Nord") })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &day, &json!({})).await.status, 404);
    // The role is gone.
    assert_eq!(patch(json!({ "roles": ["finance"], "unit": "" })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &people, &json!({})).await.status, 403);
    // The door is closed: for browsers and programs.
    assert_eq!(patch(json!({ "standing": "disabled" })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, "/api/session", &json!({})).await.status, 401);
    assert_eq!(house.request(Method::GET, &people, &with_key, String::new()).await.status, 401);
    let again = json!({ "login": manager.login, "password": PASSWORD });
    assert_eq!(
        house.send("", &Method::POST, "/api/session", &again).await.json()["code"],
        "controls/wrong-sign-in"
    );
    // Opened again, what was ended stays ended.
    assert_eq!(patch(json!({ "standing": "active" })).await.status, 200);
    assert_eq!(house.request(Method::GET, &people, &with_key, String::new()).await.status, 401);
    assert_eq!(house.send(&manager.cookie, &Method::GET, "/api/session", &json!({})).await.status, 401);
    assert_eq!(house.send("", &Method::POST, "/api/session", &again).await.status, 200);

    // The last administrator stays one.
    let address = format!("/api/users/{}", admin.id);
    for body in [json!({ "standing": "disabled" }), json!({ "roles": ["finance"] })] {
        let answer = house.send(&admin.cookie, &Method::PATCH, &address, &body).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (409, &json!("controls/last-administrator"))
        );
    }
}

/// Roles that clash are refused at the moment they are given, unless a control makes up for it.
pub async fn duties(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let address = format!("/api/users/{}", seller.id);
    let roles = json!(["seller", "director"]);
    for lang in ["fr", "en"] {
        let at = format!("{address}?lang={lang}");
        let answer = house.send(&admin.cookie, &Method::PATCH, &at, &json!({ "roles": roles })).await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            (&answer.json()["code"], &answer.json()["errors"][0]["place"]),
            (&json!("controls/roles-clash"), &json!("roles"))
        );
    }
    let despite = json!({ "roles": roles, "despite": "revue mensuelle du gérant" });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &address, &despite).await.status, 200);
    let back = json!({ "roles": ["seller"], "despite": "" });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &address, &back).await.status, 200);
}

/// Refusals and what the privileged read are in the journal; whoever keeps the machine cannot take
/// them out, and another reads them.
pub async fn journal(house: &House) {
    let [admin, finance, compliance] = [Role::Administrator, Role::Finance, Role::Compliance]
        .map(|role| house.caller(NORTH[0], role).clone());
    house.send(&finance.cookie, &Method::GET, "/api/load", &json!({})).await;
    house.send(&admin.cookie, &Method::GET, "/api/users", &json!({})).await;
    let mut lines = Vec::new();
    let mut before = String::new();
    loop {
        let page = house
            .send(&compliance.cookie, &Method::GET, &format!("/api/accesses{before}"), &json!({}))
            .await
            .json();
        lines.extend(page["accesses"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        before = format!("?before={next}");
    }
    let has = |user: &str, permission: &str, outcome: &str| {
        lines.iter().any(|line| {
            line["user"] == user && line["permission"] == permission && line["outcome"] == outcome
        })
    };
    assert!(has(&finance.id, Permission::ReadPlan.code(), "refused"));
    assert!(has(&admin.id, Permission::ReadUsers.code(), "read"));
    assert!(has(&compliance.id, Permission::ReadAccesses.code(), "read"), "the reader is read too");
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] > pair[1]), "newest first, none twice");
    for method in [Method::DELETE, Method::PUT, Method::PATCH, Method::POST] {
        let answer = house.send(&admin.cookie, &method, "/api/accesses", &json!({})).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}
