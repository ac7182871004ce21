//! A world for whoever tests rights: two companies that must not see each other, each with every role,
//! two teams and two partner firms, and in every text a word that tells whose it is. An answer that
//! shows the word of somebody else to a stranger is a leak, whatever its status.

mod market;
mod people;
mod talks;
mod texts;

use crate::fault::Fault;
use crate::rights::Office;
use crate::workbench::{Act, Workbench};
use atelier_domain::language::TenantId;
use jiff::Timestamp;
use uuid::Uuid;

pub use market::Object;
pub use people::Seat;

/// Code and name of each company.
pub const COMPANIES: [[&str; 2]; 2] = [["north", "Société du Nord"], ["south", "Société du Sud"]];
/// The teams of each; the same words in both companies, each with its own canary.
pub const TEAMS: [&str; 2] = ["Nord", "Sud"];
/// A seller of each team: code of the person, name, team.
pub const SELLERS: [[&str; 3]; 2] =
    [["camille", "Camille Rousseau", TEAMS[0]], ["nadia", "Nadia Benali", TEAMS[1]]];
/// The partner firms of each.
pub const FIRMS: [&str; 2] = ["Revendeur-Est", "Revendeur-Ouest"];

/// What was made of one company.
pub struct World {
    /// The company.
    pub office: Office,
    /// Who may sign in: every role once, then the second team and the second firm.
    pub seats: Vec<Seat>,
    /// What they sell to and do.
    pub objects: Vec<Object>,
    /// The batch that was imported.
    pub import: String,
}

/// The word of a person, team, firm or role of a company, or of the company itself (`company`).
/// It is in no text of anybody else, and the same every time.
pub fn canary(company: &str, whose: &str) -> String {
    let whose = whose.to_lowercase();
    let drawn = Uuid::new_v5(&TenantId::of(company).0, format!("canary/{whose}").as_bytes());
    format!("canari-{company}-{whose}-{:04x}", drawn.as_u128() >> 112)
}

/// A text with the word of who it is about.
pub fn marked(company: &str, whose: &str, text: &str) -> String {
    format!("{text} {}", canary(company, whose))
}

/// The code of a team, which is that of its unit.
pub fn team(company: &str, name: &str) -> String {
    marked(company, name, name)
}

/// Makes one of [`COMPANIES`] whole: sheets and plan, market, users with one password, units.
///
/// # Errors
/// Those of a company or a password that cannot be kept.
pub async fn make(
    bench: &Workbench,
    [code, name]: [&'static str; 2],
    password: &str,
    now: Timestamp,
) -> Result<World, Fault> {
    let source = canary(code, "company");
    let act = Act { actor: &source, now, source: &source };
    let office = texts::found(bench, code, name, &act).await?;
    let (mut objects, import) = market::sell(bench, &office, &act).await?;
    let orders = market::orders(bench, &office).await?;
    objects.extend(talks::talks(bench, &office, &orders, &act).await?);
    objects.extend(orders);
    let seats = people::seat_all(bench, &office, password, &act).await?;
    Ok(World { office, seats, objects, import })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canary_is_in_no_other() {
        let whose = ["company", "nord", "sud", "camille", "nadia", "revendeur-est", "revendeur-ouest"];
        let all: Vec<_> =
            COMPANIES.iter().flat_map(|[code, _]| whose.map(|whose| canary(code, whose))).collect();
        for (place, one) in all.iter().enumerate() {
            assert!(
                all.iter().enumerate().all(|(other, text)| other == place || !text.contains(one)),
                "{one}"
            );
        }
        assert_eq!(canary("north", "Nord"), canary("north", "nord"));
    }
}
