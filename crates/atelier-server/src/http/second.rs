//! The second factor: given after the password, enrolled, given up.

use super::door::{CameIn, come_in};
use super::{Answer, App, Done, Problem, Told, done};
use crate::rights::{self, Access, permit::OwnAccess};
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The second step of signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondStep {
    /// What the first step answered with.
    second: String,
    /// The code of the device, or one kept for the day it is lost.
    code: String,
}

/// Gives the code, and comes in.
///
/// # Errors
/// `controls/sign-in-again`, `controls/wrong-code`, `controls/too-many-attempts`.
pub async fn step(State(app): State<App>, told: Told<SecondStep>) -> Result<Answer<CameIn>, Problem> {
    let SecondStep { second, code } = told.body;
    let opened = rights::second_step(&app, &second, &code, &told.asked.coming()).await;
    opened.map(|opened| come_in(&app, &opened)).map_err(told.asked.problem())
}

/// The password, asked again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Again {
    current: String,
}

/// What to share with a device.
#[derive(Serialize, ToSchema)]
pub struct Enrolment {
    /// To be typed where no picture can be taken.
    secret: String,
    /// The same for an application: `otpauth://…`.
    uri: String,
    /// The same as a picture, SVG.
    picture: String,
}

/// Asks for a secret to share with one's device.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/wrong-sign-in`, `controls/second-factor-on`.
pub async fn propose(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<Again>,
) -> Result<Answer<Enrolment>, Problem> {
    let made = rights::propose(&app, &access.who, &told.body.current, Timestamp::now()).await;
    let rights::Enrolment { secret, uri, picture } = made.map_err(told.asked.problem())?;
    Ok(Answer::of(Enrolment { secret, uri, picture }))
}

/// A code of the device.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    code: String,
}

/// Codes for the day the device is lost, shown once.
#[derive(Serialize, ToSchema)]
pub struct Recovery {
    codes: Vec<String>,
}

/// Confirms the secret by a first code.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/no-second-factor`, `controls/wrong-code`, `controls/too-many-attempts`.
pub async fn confirm(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<Code>,
) -> Result<Answer<Recovery>, Problem> {
    let codes = rights::confirm(&app, &access.who, &told.body.code, Timestamp::now()).await;
    Ok(Answer::of(Recovery { codes: codes.map_err(told.asked.problem())? }))
}

/// The password and a code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Both {
    current: String,
    code: String,
}

/// Gives up one's second factor.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/no-second-factor`, `controls/wrong-sign-in`, `controls/wrong-code`,
/// `controls/too-many-attempts`.
pub async fn give_up(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<Both>,
) -> Result<Done, Problem> {
    let Both { current, code } = told.body;
    let given = rights::give_up(&app, &access.who, &current, &code, Timestamp::now()).await;
    given.map_err(told.asked.problem())?;
    Ok(done())
}
