//! Warnings of the design-linter that are let pass for a while, with the reason; taken back.

use super::process_design::WaiverTold;
use super::{Answer, App, Done, Keyed, NoBody, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::WriteProcesses};
use crate::workbench::{Meant, process_of, unwaive_in, waive_in};
use atelier_domain::language::Refusal;
use atelier_domain::process::Process;
use atelier_store::Reader;
use axum::extract::State;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// A warning to be let pass, and why.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverDraft {
    /// `LNT-21`.
    rule: String,
    /// Code of the step that the finding names.
    #[serde(default)]
    step: Option<String>,
    /// Code of the operation that the finding names.
    #[serde(default)]
    operation: Option<String>,
    /// Why it may stay as it is.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

/// Which waiver is taken back.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WaiverNamed {
    /// `LNT-21`.
    #[serde(default)]
    pub rule: String,
    /// Code of the step; none for the whole process.
    pub step: Option<String>,
    /// Code of the operation.
    pub operation: Option<String>,
}

/// The newest version of a process.
async fn newest(reader: &mut Reader, code: &str) -> Result<Process, Fault> {
    let sheet = reader.latest_sheet("process", code).await?;
    let unknown = || Refusal::new("app/unknown-process").with("given", code).with("known", "–");
    Ok(process_of(&sheet.ok_or_else(unknown)?)?)
}

/// Lets one warning of the design pass for ninety days; said again, the days begin anew.
///
/// # Errors
/// `app/unknown-process`, `process/no-such-finding`, `process/error-not-waived`, `process/waiver-reason`,
/// `process/reason-length`.
pub async fn waive(
    State(app): State<App>,
    access: Access<WriteProcesses>,
    told: Keyed<WaiverDraft>,
) -> Result<Answer<WaiverTold>, Problem> {
    let problem = told.asked.problem();
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let process = newest(&mut write.tx, &told.asked.id).await?;
        let on = write.office.today();
        let WaiverDraft { rule, step, operation, reason } = &told.body;
        let meant = Meant { rule, step: step.as_deref(), operation: operation.as_deref() };
        let (tx, office, act) = write.parts();
        waive_in(tx, office, &process, (meant, reason, on), &act).await
    };
    let waiver = kept.await.map_err(problem)?;
    write.end(Answer::of(WaiverTold::from(&waiver))).await
}

/// Takes a waiver back: the warning asks for a reason again.
///
/// # Errors
/// `app/unknown-process`.
pub async fn take_back(
    State(app): State<App>,
    access: Access<WriteProcesses>,
    told: Keyed<NoBody, WaiverNamed>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let process = newest(&mut write.tx, &told.asked.id).await?;
        let WaiverNamed { rule, step, operation } = &told.asked.of;
        let meant = Meant { rule, step: step.as_deref(), operation: operation.as_deref() };
        let (tx, office, act) = write.parts();
        unwaive_in(tx, office, &process.code, meant, &act).await
    };
    kept.await.map_err(problem)?;
    write.done().await
}
