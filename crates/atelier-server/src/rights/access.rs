//! The only source of a principal: an extractor that names what is asked.

use super::journal::{line, right_told};
use super::{Office, Principal, Secret, Way};
use crate::fault::Fault;
use crate::http::{App, Problem, lang_of};
use atelier_domain::controls::{Permission, Reach};
use atelier_domain::language::{Catalogue, ContactId, Lang, Refusal};
use atelier_store::Within;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::marker::PhantomData;

/// A permission as a type.
pub trait Permit: Send + Sync + 'static {
    /// Which.
    const PERMISSION: Permission;
}

/// Types for the permissions.
pub mod permit {
    use super::{Permission, Permit};

    macro_rules! permits {
        ($($name:ident),+) => {$(
            #[doc = concat!("[`Permission::", stringify!($name), "`].")]
            pub struct $name;
            impl Permit for $name {
                const PERMISSION: Permission = Permission::$name;
            }
        )+};
    }
    permits!(
        ReadCompany,
        ReadPlan,
        ReadIndicators,
        ReadDay,
        ReadUsers,
        WriteUsers,
        OwnAccess,
        ReadAccesses,
        WritePlan,
        ReadJobs,
        WriteJobs,
        ReadAccounts,
        WriteAccounts,
        ReadCases,
        WriteCases,
        WriteOrders,
        ReadProcesses,
        WriteProcesses,
        ReadImports,
        WriteImports,
        Export,
        ReadFacts,
        ReadMetrics,
        ReadPersons,
        WritePersons,
        ReadWebhooks,
        WriteWebhooks,
        ReadConfirmations,
        WriteConfirmations,
        ReadGate,
        WriteGate,
        ReadArchives,
        WriteConsents
    );
}

/// Somebody who may do what `P` says, as far as their reach.
pub struct Access<P> {
    /// Who.
    pub who: Principal,
    /// How far; never [`Reach::Nobody`].
    pub reach: Reach,
    /// The teams that [`Reach::Team`] means; empty for the others.
    pub teams: BTreeSet<String>,
    permission: PhantomData<P>,
}

impl<P: Permit> Access<P> {
    /// The company asked for, which can only be their own: any other answers as one that does not exist.
    ///
    /// # Errors
    /// `app/unknown-company`.
    pub fn office(&self, asked: Option<&str>) -> Result<Office, Fault> {
        let own = &self.who.office;
        match asked {
            Some(code) if code != own.code => {
                let refusal = Refusal::new("app/unknown-company").with("given", code);
                Err(refusal.with("known", own.code.as_str()).into())
            }
            _ => Ok(own.clone()),
        }
    }

    /// Whether a person of the workshop, of this team, is within reach.
    pub fn reaches(&self, person: &str, team: &str) -> bool {
        match self.reach {
            Reach::All => true,
            Reach::Team => self.teams.contains(team) || self.is(person),
            Reach::Own => self.is(person),
            Reach::Nobody => false,
        }
    }

    /// The same person under another permission; nothing when it is not theirs.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn under<O: Permit>(&self, app: &App) -> Result<Option<Access<O>>, Fault> {
        let reach = self.who.reach(O::PERMISSION);
        let teams = match reach {
            Reach::Nobody => return Ok(None),
            Reach::Team => self.who.teams(app).await?,
            _ => BTreeSet::new(),
        };
        Ok(Some(Access { who: self.who.clone(), reach, teams, permission: PhantomData }))
    }

    /// The same, for the lists of the store.
    pub fn within(&self) -> Within {
        match self.reach {
            Reach::All => Within::Everybody,
            _ => Within::Some {
                person: self.who.user.person.clone().unwrap_or_default(),
                teams: self.teams.iter().cloned().collect(),
            },
        }
    }

    fn is(&self, person: &str) -> bool {
        self.who.user.person.as_deref() == Some(person)
    }

    /// Writes in the access journal that something out of reach was asked for.
    pub async fn refused(&self, app: &App, object: &str) {
        note(app, &self.who, P::PERMISSION, object, "refused").await;
    }

    /// Writes in the access journal that this was read, whoever reads. What the privileged read is there already.
    pub async fn noted(&self, app: &App, object: &str) {
        if !self.who.is_privileged() {
            note(app, &self.who, P::PERMISSION, object, "read").await;
        }
    }
}

impl<P: Permit> FromRequestParts<App> for Access<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let lang = lang_of(&parts.uri);
        let problem = move |fault| Problem::of(fault, lang);
        let now = Timestamp::now();
        let Some((secret, way)) = shown(&parts.headers, app) else {
            return Err(unknown(lang));
        };
        let who = Principal::of(app, &secret, way, now).await.map_err(&problem)?;
        app.pace.opened(&secret.hash(), who.is_some());
        let who = who.ok_or_else(|| unknown(lang))?;
        let reach = who.reach(P::PERMISSION);
        let object = object_of(parts, app).await;
        if reach == Reach::Nobody {
            note(app, &who, P::PERMISSION, &object, "refused").await;
            let words = Catalogue::of(lang);
            let names = who.user.roles.iter().map(|role| words.plain(&format!("controls-role-{role}")));
            let roles = names.collect::<Vec<_>>().join(", ");
            let refusal = Refusal::new("controls/not-allowed")
                .with("permission", right_told(P::PERMISSION.code(), words))
                .with("roles", roles);
            return Err(Problem::refused(StatusCode::FORBIDDEN, refusal, lang));
        }
        if P::PERMISSION != Permission::OwnAccess && who.is_privileged() {
            let outcome = if P::PERMISSION.writes() { "written" } else { "read" };
            note(app, &who, P::PERMISSION, &object, outcome).await;
        }
        let teams = match reach {
            Reach::Team => who.teams(app).await.map_err(&problem)?,
            _ => BTreeSet::new(),
        };
        Ok(Self { who, reach, teams, permission: PhantomData })
    }
}

fn unknown(lang: Lang) -> Problem {
    Problem::refused(StatusCode::UNAUTHORIZED, Refusal::new("controls/sign-in-needed"), lang)
}

/// The key of a program, else the cookie of a browser. A key that is there but wrong opens nothing:
/// the cookie is not tried after it.
pub fn shown(headers: &HeaderMap, app: &App) -> Option<(Secret, Way)> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let text = value.to_str().ok()?;
        let key = text.strip_prefix("Bearer ")?.strip_prefix(super::tokens::PREFIX)?;
        return Secret::read(key).map(|secret| (secret, Way::Token));
    }
    let value = cookie(headers, app.site.cookie_name())?;
    Secret::read(value).map(|secret| (secret, Way::Session))
}

/// The cookie of this name.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// What is asked about: somebody at a customer by their identity, whatever is asked of them, so that they
/// can be told who read it; everything else by its address.
async fn object_of(parts: &mut Parts, app: &App) -> String {
    let path = parts.uri.path().to_owned();
    if !path.starts_with("/api/contacts/") {
        return path;
    }
    let named = RawPathParams::from_request_parts(parts, app).await.ok();
    let id = named.and_then(|named| named.iter().find_map(|(_, id)| id.parse::<ContactId>().ok()));
    id.map_or(path, |id| id.to_string())
}

/// The journal must not stop the work: what cannot be written there is told to the operator.
async fn note(app: &App, who: &Principal, permission: Permission, object: &str, outcome: &str) {
    let noted = line(who.user.id, permission, object, outcome, Timestamp::now());
    if let Err(error) = app.store.note(who.office.tenant, &noted).await {
        tracing::error!(
            error = error.to_string(),
            permission = permission.code(),
            "access journal not written"
        );
    }
}
