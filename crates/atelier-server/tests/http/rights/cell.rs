//! A cell of the matrix: an address, an object, somebody who asks.

use super::{Caller, NOBODY, market, plans, upkeep, work};
use crate::{Good, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use atelier_server::http::Route;
use axum::http::Method;
use serde_json::{Value, json};

/// Which object a question is about, seen from the one who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Own,
    OtherTeam,
    OtherCompany,
    Nothing,
}

pub const ABOUT: [About; 4] = [About::Own, About::OtherTeam, About::OtherCompany, About::Nothing];

/// A question to an address, and whether the object is one of those the asker's reach decides.
pub struct Question {
    pub address: String,
    pub body: Value,
    pub person: Option<String>,
}

/// The address is asked about in another place.
pub struct Elsewhere;

/// What a word answers: a question, none when the route has no such object.
pub type Asked = Result<Option<Question>, Elsewhere>;

/// Who asks an address about what.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub route: &'a Route,
    pub about: About,
    pub who: &'a Caller,
    pub house: &'a House,
    pub good: &'a [Good],
}

impl Cell<'_> {
    /// The question of a route about an object; `None` when the route has no such object.
    pub fn question(&self) -> Option<Question> {
        let words = [market::question, work::question, plans::question, upkeep::question];
        words.iter().find_map(|word| word(self).ok()).flatten()
    }

    pub fn is_post(&self) -> bool {
        self.route.method != Method::GET
    }

    /// The place of the asker's company, by name.
    pub fn own(&self) -> usize {
        usize::from(self.who.company == SOUTH[0])
    }

    pub fn other(&self) -> usize {
        1 - self.own()
    }

    /// The place of the company that the object is of.
    pub fn company(&self) -> usize {
        if self.about == About::OtherCompany { self.other() } else { self.own() }
    }

    /// The name of that company.
    pub fn company_code(&self) -> &'static str {
        [NORTH[0], SOUTH[0]][self.company()]
    }

    /// Whose object it is.
    pub fn person(&self) -> &str {
        match self.about {
            About::Own if self.who.role == Role::Seller => self.who.place,
            About::OtherTeam if self.who.place != "nadia" => "nadia",
            About::Nothing => "nobody",
            _ => "camille",
        }
    }

    /// An object of that person.
    pub fn id(&self, kind: &str) -> String {
        self.house.markets[self.company()].id(kind, self.person())
    }

    /// The same, or what nobody has.
    pub fn id_or_none(&self, kind: &str) -> String {
        if self.about == About::Nothing { NOBODY.to_owned() } else { self.id(kind) }
    }

    /// An action order of that person, or what nobody has.
    pub fn order(&self) -> String {
        match self.about {
            About::Nothing => NOBODY.to_owned(),
            _ => self.good[self.company()].of(self.person()).order,
        }
    }

    /// The address with an identity in it.
    pub fn at(&self, id: &str) -> String {
        self.route.path.replace("{id}", id)
    }

    /// A question about what no reach decides.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps)] // asked and answered as the others are
    pub fn ask(&self, address: String, body: Value) -> Option<Question> {
        Some(Question { address, body, person: None })
    }

    pub fn plain(&self, address: String) -> Option<Question> {
        self.ask(address, json!({}))
    }

    /// The address of a whole company: asked about one's own only.
    pub fn whole(&self, body: Value) -> Option<Question> {
        self.ask(self.route.path.to_owned(), body).filter(|_| self.about == About::Own)
    }

    /// A question about an object of that person.
    #[allow(clippy::unnecessary_wraps)] // answered as the others are
    pub fn of_person(&self, address: String, body: Value) -> Option<Question> {
        Some(Question { address, body, person: Some(self.person().to_owned()) })
    }
}

pub fn other_of(who: &Caller) -> &'static str {
    if who.company == NORTH[0] { SOUTH[0] } else { NORTH[0] }
}
