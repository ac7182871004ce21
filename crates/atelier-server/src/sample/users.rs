//! Who may sign in to the companies of the demonstration: every post once, so that each can be tried.

use crate::rights::Draft;
use atelier_domain::controls::Role;

/// Post, first part of the login, name; then what the post is attached to.
struct Seat(Role, &'static str, &'static str, Place);

enum Place {
    Whole,
    /// Unit looked after.
    Unit(&'static str),
    /// Person of the workshop.
    Person(&'static str),
}

use Place::{Person, Unit, Whole};

const METRIOS: [Seat; 12] = [
    Seat(Role::Director, "direction", "Hélène Marchand", Whole),
    Seat(Role::Manager, "nord", "Paul Girard", Unit("Nord")),
    Seat(Role::Seller, "camille", "Camille Rousseau", Person("camille")),
    Seat(Role::Seller, "antoine", "Antoine Lefèvre", Person("antoine")),
    Seat(Role::Seller, "nadia", "Nadia Benali", Person("nadia")),
    Seat(Role::SalesOps, "ventes", "Sophie Lambert", Whole),
    Seat(Role::Finance, "finance", "Marc Olivier", Whole),
    Seat(Role::Compliance, "conformite", "Inès Fabre", Whole),
    Seat(Role::HumanResources, "rh", "Solène Picard", Whole),
    Seat(Role::GeneralManagement, "gerance", "Anne Vidal", Whole),
    Seat(Role::Auditor, "audit", "Yann Le Goff", Whole),
    Seat(Role::Administrator, "admin", "Karim Haddad", Whole),
];

const LUMEN: [Seat; 9] = [
    Seat(Role::Director, "direction", "Claire Vasseur", Whole),
    Seat(Role::Manager, "nord", "Didier Colin", Unit("Nord")),
    Seat(Role::Manager, "sud", "Elsa Moreau", Unit("Sud")),
    Seat(Role::Seller, "nord-01", "Vendeur Nord 01", Person("nord-01")),
    Seat(Role::Seller, "sud-01", "Vendeur Sud 01", Person("sud-01")),
    Seat(Role::SalesOps, "ventes", "Lucie Renard", Whole),
    Seat(Role::Finance, "finance", "Agnès Perrot", Whole),
    Seat(Role::Auditor, "audit", "Noé Lambert", Whole),
    Seat(Role::Administrator, "admin", "Ali Mansour", Whole),
];

/// The users of a company of the demonstration; `name` gives the name of a person of its workshop.
pub fn users(company: &str, name: impl Fn(&str) -> Option<String>) -> Vec<Draft> {
    let seats: &[Seat] = if company == "metrios" { &METRIOS } else { &LUMEN };
    seats
        .iter()
        .map(|Seat(role, login, shown, place)| {
            let person = if let Person(code) = place { Some((*code).to_owned()) } else { None };
            let unit = if let Unit(code) = place { Some((*code).to_owned()) } else { None };
            Draft {
                login: format!("{login}@{company}.example"),
                name: person.as_deref().and_then(&name).unwrap_or_else(|| (*shown).to_owned()),
                roles: vec![role.code().to_owned()],
                unit,
                person,
                ..Draft::default()
            }
        })
        .collect()
}
