//! Coming in by a provider of identities. The page sends the browser there and brings back what it was
//! given: nothing here redirects, and what changes something is asked by our own pages only.

use super::door::{CameIn, entered_by};
use super::{Answer, App, Asked, Asking, Describing, NoBody, Problem, Told};
use crate::rights::{self, Brought, ProviderWay};
use axum::extract::{FromRequest, Request, State};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// By whom else one may sign in.
#[derive(Serialize, ToSchema)]
pub struct Offered {
    /// What the provider is called; nothing when there is none.
    label: Option<String>,
}

/// By whom else one may sign in.
///
/// # Errors
/// None of its own.
pub async fn offer(State(app): State<App>, _: Asked) -> Result<Answer<Offered>, Problem> {
    let label = app.provider().ok().map(|provider| provider.label().to_owned());
    Ok(Answer::of(Offered { label }))
}

/// Where the browser goes next.
#[derive(Serialize, ToSchema)]
pub struct SetOut {
    address: String,
}

/// Sets out to the provider: where the browser goes, and a cookie by which it is known when it comes back.
///
/// # Errors
/// `controls/no-provider`, `controls/provider-silent`.
pub async fn set_out(State(app): State<App>, told: Told<NoBody>) -> Result<Answer<SetOut>, Problem> {
    let problem = told.asked.problem();
    let provider = app.provider().map_err(|refusal| problem(refusal.into()))?;
    let way = ProviderWay::new().map_err(|error| problem(error.into()))?;
    let address = provider.address(&way, Timestamp::now()).await.map_err(problem)?;
    Ok(Answer::of(SetOut { address: address.into() }).with_cookie(app.site.way_cookie(Some(way.secret()))))
}

/// What the provider sent the browser back with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Back {
    state: String,
    #[serde(default)]
    code: Option<String>,
    /// Why there is no code.
    #[serde(default)]
    error: Option<String>,
    /// Who says so.
    #[serde(default)]
    iss: Option<String>,
}

/// The same, with the way that this browser set out on.
pub struct Returned {
    told: Told<Back>,
    way: Option<ProviderWay>,
}

impl FromRequest<App> for Returned {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let way = rights::cookie(request.headers(), app.site.way_name()).and_then(ProviderWay::read);
        Ok(Self { told: Told::from_request(request, app).await?, way })
    }
}

impl Asking for Returned {
    fn describe(into: &mut Describing) {
        Told::<Back>::describe(into);
    }
}

/// Comes back from the provider, and in: a session, or what to give with the code of the second factor.
///
/// # Errors
/// As [`rights::sign_in_by`].
pub async fn come_back(State(app): State<App>, back: Returned) -> Result<Answer<CameIn>, Problem> {
    let Returned { told, way } = back;
    let problem = told.asked.problem();
    let Back { state, code, error, iss } = told.body;
    let brought = Brought { state, code, error, issuer: iss };
    let entered = rights::sign_in_by(&app, way.as_ref(), &brought, &told.asked.coming()).await;
    let entered = entered.map_err(problem)?;
    Ok(entered_by(&app, &entered).with_cookie(app.site.way_cookie(None)))
}
