//! Who may sign in to a company of the canaries, each with a session and a key ready.

use super::{FIRMS, SELLERS, TEAMS, canary, marked, team};
use crate::fault::Fault;
use crate::rights::{self, Coming, Draft, Office, Principal, Secret, TokenAsked, UnitAsked, Way};
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Role, User};

/// Days during which the keys serve.
const DAYS: i64 = 30;

/// Somebody who can ask.
pub struct Seat {
    /// Their only role.
    pub role: Role,
    /// Team, code of the person, or partner firm; empty for the posts of the whole company.
    pub place: &'static str,
    /// The user.
    pub user: User,
    /// What the cookie of their session holds.
    pub session: Secret,
    /// Text of their key.
    pub key: String,
    /// Identity of their key.
    pub key_id: String,
}

impl Seat {
    /// Whose canary their texts carry: the place, else the role.
    pub fn whose(&self) -> &'static str {
        whose(self.role, self.place)
    }
}

fn whose(role: Role, place: &'static str) -> &'static str {
    if place.is_empty() { role.code() } else { place }
}

/// Every role once, then what makes the second team and the second firm.
fn posts() -> Vec<(Role, &'static str)> {
    let place = |role: Role| match role {
        Role::Seller => SELLERS[0][0],
        Role::Manager | Role::Coach => TEAMS[0],
        role if role.is_partner() => FIRMS[0],
        _ => "",
    };
    let second = [
        (Role::Seller, SELLERS[1][0]),
        (Role::Manager, TEAMS[1]),
        (Role::PartnerAdmin, FIRMS[1]),
        (Role::PartnerUser, FIRMS[1]),
    ];
    Role::ALL.into_iter().map(|role| (role, place(role))).chain(second).collect()
}

/// Adds them all; each team is then a unit under its manager.
pub(super) async fn seat_all(
    bench: &Workbench,
    office: &Office,
    password: &str,
    act: &Act<'_>,
) -> Result<Vec<Seat>, Fault> {
    let mut seats = Vec::new();
    for (role, place) in posts() {
        let seat = seat(bench, office, (role, place), password, act).await?;
        if role == Role::Manager {
            let code = team(&office.code, place);
            let unit = UnitAsked { code, supervisor: Some(seat.user.id), ..UnitAsked::default() };
            rights::keep_unit(bench, office, unit, act).await?;
        }
        seats.push(seat);
    }
    Ok(seats)
}

/// Adds one, who takes the invitation and makes a key.
async fn seat(
    bench: &Workbench,
    office: &Office,
    (role, place): (Role, &'static str),
    password: &str,
    act: &Act<'_>,
) -> Result<Seat, Fault> {
    let (user, invitation) = rights::add(bench, office, draft(&office.code, role, place), act).await?;
    let coming = Coming { now: act.now, browser: "" };
    let entered = rights::accept(bench, invitation.reveal(), password, &coming).await?;
    let opened = entered.whole().ok_or_else(|| anyhow::anyhow!("somebody new has no second factor"))?;
    let principal = Principal::of(bench, &opened.secret, Way::Session, act.now).await?;
    let principal = principal.ok_or_else(|| anyhow::anyhow!("a new session opens nothing"))?;
    let name = marked(&office.code, whose(role, place), "essai");
    let asked = TokenAsked { name, scopes: Vec::new(), days: DAYS };
    let (key, pass) = rights::make_token(bench, &principal, asked, act.now).await?;
    Ok(Seat { role, place, user, session: opened.secret, key, key_id: pass.id })
}

fn draft(company: &str, role: Role, place: &'static str) -> Draft {
    let post = format!("{role}-{place}").to_lowercase();
    let held = |here: bool, code: String| here.then_some(code);
    Draft {
        login: format!("{}@{}.example", post.trim_end_matches('-'), canary(company, "company")),
        name: marked(company, whose(role, place), format!("{role} {place}").trim()),
        roles: vec![role.code().to_owned()],
        unit: held(matches!(role, Role::Manager | Role::Coach), team(company, place)),
        person: held(role == Role::Seller, place.to_owned()),
        firm: held(role.is_partner(), marked(company, place, place)),
        despite: None,
        mail: false,
    }
}
