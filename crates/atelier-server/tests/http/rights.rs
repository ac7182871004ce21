//! The authorisation matrix: every address, asked by every role of two companies, about their own
//! objects, those of another team, of another company, and of nobody. What the answer should be is
//! read from the policy, never written here. What is asked at each address stands by word.

mod cell;
mod market;
mod matrix;
mod named;
mod plans;
mod proofs;
mod told;
mod upkeep;
mod work;

pub use matrix::matrix;
pub use named::foreign;
pub use proofs::proofs;
pub use told::{duties, grabbed, journal, revoked};

use crate::{Answer, House};
use atelier_domain::controls::Role;
use atelier_server::sample::canaries::{Seat, World};
use axum::http::Method;

/// Everybody's password.
pub const PASSWORD: &str = "une phrase de plusieurs mots";
/// An identity that nothing has.
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
