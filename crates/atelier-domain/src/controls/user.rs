//! Somebody who may sign in.

use super::{Role, conflicts};
use crate::language::{Refusal, Refusals, valid_mail};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Identity of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub Uuid);

impl fmt::Display for UserId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for UserId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// Whether somebody may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// May sign in, once a password is chosen.
    Active,
    /// May not; every session and token is dead.
    Disabled,
}

impl Standing {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }
}

impl FromStr for Standing {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Active, Self::Disabled].into_iter().find(|standing| standing.code() == text).ok_or(())
    }
}

/// A user of one company. What somebody knows (passwords, keys) is not here: facts are for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Identity.
    pub id: UserId,
    /// Mail address, in lower case; unique in the installation.
    pub login: String,
    /// Shown name.
    pub name: String,
    /// At least one, in the order of [`Role::ALL`].
    pub roles: Vec<Role>,
    /// The unit whose people a manager or a coach sees.
    pub unit: Option<String>,
    /// The person of the workshop that this user is: whose day is "own".
    pub person: Option<String>,
    /// The firm of a partner's user.
    pub firm: Option<String>,
    /// The compensating control recorded when roles clash (*contrôle compensatoire*).
    pub despite: Option<String>,
    /// Whether they may come in.
    pub standing: Standing,
}

impl User {
    /// The user, when nothing is wrong with it; roles in order and once each.
    ///
    /// # Errors
    /// Every fault: `controls/wrong-login`, `controls/no-name`, `controls/no-role`,
    /// `controls/roles-clash` without a compensating control, `controls/no-person` for a seller,
    /// `controls/no-unit` for a manager or coach, `controls/no-firm` for a partner.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        self.login = self.login.trim().to_lowercase();
        self.name = self.name.trim().into();
        self.roles.sort_unstable();
        self.roles.dedup();
        if !valid_mail(&self.login) {
            refused
                .push(Refusal::new("controls/wrong-login").field("login").with("given", self.login.clone()));
        }
        if self.name.is_empty() || self.name.chars().count() > 120 {
            refused.push(Refusal::new("controls/no-name").field("name"));
        }
        if self.roles.is_empty() {
            let known = Role::ALL.map(Role::code).join(", ");
            refused.push(Refusal::new("controls/no-role").field("roles").with("known", known));
        }
        if self.despite.as_ref().is_none_or(|text| text.trim().is_empty()) {
            for conflict in conflicts(&self.roles) {
                let [one, two] = conflict.roles.map(Role::code);
                refused.push(
                    Refusal::new("controls/roles-clash").field("roles").with("one", one).with("two", two),
                );
            }
        }
        self.check_place(&mut refused);
        refused.or(self)
    }

    /// Whether they can give rights to others.
    pub fn administers(&self) -> bool {
        self.roles.contains(&Role::Administrator) && self.standing == Standing::Active
    }

    /// Refuses that `self` becomes `after` when nobody among `others` could then give rights.
    ///
    /// # Errors
    /// `controls/last-administrator`.
    pub fn may_become(&self, after: &Self, others: &[Self]) -> Result<(), Refusal> {
        let left = others.iter().any(|user| user.id != self.id && user.administers());
        if self.administers() && !after.administers() && !left {
            return Err(Refusal::new("controls/last-administrator").with("name", self.name.as_str()));
        }
        Ok(())
    }

    /// Refuses that `self`, who gives rights, turns `before` into `after` so as to come where they have no business: by
    /// other rights of their own, or by the address of somebody who already came in.
    ///
    /// # Errors
    /// `controls/own-rights`, `controls/login-in-use`.
    pub fn may_make(&self, before: &Self, after: &Self, came_in: bool) -> Result<(), Refusal> {
        let rights = |user: &Self| {
            let Self { roles, unit, person, firm, despite, .. } = user.clone();
            (roles, unit, person, firm, despite)
        };
        let is_self = self.id == before.id;
        if is_self && rights(before) != rights(after) {
            return Err(Refusal::new("controls/own-rights")
                .field("roles")
                .with("login", self.login.as_str()));
        }
        if !is_self && came_in && before.login != after.login {
            let refusal = Refusal::new("controls/login-in-use").field("login");
            return Err(refusal.with("name", before.name.as_str()).with("login", before.login.as_str()));
        }
        Ok(())
    }

    fn check_place(&self, refused: &mut Refusals) {
        let has = |wanted: &[Role]| wanted.iter().any(|role| self.roles.contains(role));
        let empty = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let name = || self.name.clone();
        if has(&[Role::Seller]) && empty(&self.person) {
            refused.push(Refusal::new("controls/no-person").field("person").with("name", name()));
        }
        if has(&[Role::Manager, Role::Coach]) && empty(&self.unit) {
            refused.push(Refusal::new("controls/no-unit").field("unit").with("name", name()));
        }
        if has(&[Role::PartnerAdmin, Role::PartnerUser]) {
            if empty(&self.firm) {
                refused.push(Refusal::new("controls/no-firm").field("firm").with("name", name()));
            }
            if let Some(inside) = self.roles.iter().find(|role| !role.is_partner()) {
                refused
                    .push(Refusal::new("controls/partner-inside").field("roles").with("role", inside.code()));
            }
        }
    }
}
