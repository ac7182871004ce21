//! Whether the program runs, and whether it can serve: for load balancers.

use super::{App, Asked, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// How it stands.
#[derive(Serialize, ToSchema)]
pub struct Health {
    status: &'static str,
}

/// The program runs; nothing else is looked at.
///
/// # Errors
/// None of its own.
pub async fn live(State(_): State<App>, _: Asked) -> Result<Json<Health>, Problem> {
    Ok(Json(Health { status: "up" }))
}

/// The database answers.
///
/// # Errors
/// `app/not-ready`.
pub async fn ready(State(app): State<App>, asked: Asked) -> Result<Json<Health>, Problem> {
    if let Err(error) = app.store.answers().await {
        tracing::error!(error = error.to_string(), "the database does not answer");
        let refusal = atelier_domain::language::Refusal::new("app/not-ready");
        return Err(Problem::refused(StatusCode::SERVICE_UNAVAILABLE, refusal, asked.lang()));
    }
    Ok(Json(Health { status: "ready" }))
}
