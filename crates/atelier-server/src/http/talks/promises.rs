//! Promises: of a firm or an opportunity, and what becomes of one.

use super::{PromiseTold, hidden, reaches_any};
use crate::fault::Fault;
use crate::http::orders::moment;
use crate::http::{Answer, App, Asked, Careful, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadDay, WriteOrders},
};
use atelier_domain::execution::{Promise, PromiseOutcome};
use atelier_domain::language::{AccountId, CaseId, Lang, PromiseId, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::Content;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whose promises.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PromisesAsked {
    /// A firm.
    pub account: Option<Uuid>,
    /// An opportunity.
    pub case: Option<Uuid>,
}

/// Promises, those to be kept first.
#[derive(Serialize, ToSchema)]
pub struct PromisesTold {
    promises: Vec<PromiseTold>,
}

/// The promises of a firm or an opportunity; without either, all that are still to be kept. Those out of reach are
/// left out.
///
/// # Errors
/// `app/no-plan`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<PromisesAsked>,
) -> Result<Answer<PromisesTold>, Problem> {
    let office = &access.who.office;
    let read = async {
        let frame = app.frame(office).await?;
        let today = moment(office, &frame)?.date();
        let mut reader = app.store.read(office.scope).await?;
        let mut found = match (asked.of.case, asked.of.account) {
            (Some(case), _) => reader.promises_of_case(CaseId(case)).await?,
            (None, Some(account)) => reader.promises_at_account(AccountId(account)).await?,
            (None, None) => reader.promises_open().await?,
        };
        found.retain(|one| reaches_any(&frame, &access, &one.sellers));
        found.sort_by_key(|one| (one.settled_on, one.due_on.unwrap_or(Date::MAX), one.id));
        Ok::<_, Fault>(found.iter().map(|one| PromiseTold::of(one, today)).collect())
    };
    Ok(Answer::of(PromisesTold { promises: read.await.map_err(asked.problem())? }))
}

/// What is said of a promise.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeDraft {
    /// `kept`, `broken`, `dropped`, `moved`, `reopened`.
    outcome: String,
    /// The new day of what is moved.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Option<Date>,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 200)]
    reason: String,
}

const OUTCOMES: &str = "kept, broken, dropped, moved, reopened";

impl OutcomeDraft {
    fn read(&self) -> Result<PromiseOutcome, Refusal> {
        Ok(match self.outcome.as_str() {
            "kept" => PromiseOutcome::Kept,
            "broken" => PromiseOutcome::Broken,
            "dropped" => PromiseOutcome::Dropped,
            "moved" => PromiseOutcome::Moved(self.due_on),
            "reopened" => PromiseOutcome::Reopened,
            other => {
                let refusal = Refusal::new("execution/unknown-outcome").field("outcome");
                return Err(refusal.with("given", other).with("known", OUTCOMES));
            }
        })
    }
}

async fn find<P: Permit>(
    app: &App,
    access: &Access<P>,
    given: &str,
    lang: Lang,
) -> Result<(Promise, Date), Problem> {
    let read = async {
        let office = &access.who.office;
        let frame = app.frame(office).await?;
        let today = moment(office, &frame)?.date();
        let Ok(id) = given.parse::<PromiseId>() else { return Ok::<_, Fault>((None, false, today)) };
        let found = app.store.read(office.scope).await?.promise_at(id).await?;
        let is_within = found.as_ref().is_some_and(|(one, _)| reaches_any(&frame, access, &one.sellers));
        Ok((found, is_within, today))
    };
    match read.await.map_err(|fault| Problem::of(fault, lang))? {
        (Some((promise, _)), true, today) => Ok((promise, today)),
        (found, _, _) => {
            Err(hidden(app, access, found.is_some(), ("execution/unknown-promise", given), lang).await)
        }
    }
}

/// Says what became of a promise.
///
/// # Errors
/// `execution/unknown-promise`, `execution/unknown-outcome`, `execution/promise-settled`, `execution/promise-no-date`,
/// `controls/changed-meanwhile`.
pub async fn settle(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Careful<OutcomeDraft>,
) -> Result<Answer<PromiseTold>, Problem> {
    let problem = told.asked.problem();
    let (promise, today) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let settled = async {
        let now_is = write.tx.promise_at(promise.id).await?;
        let unknown = Refusal::new("execution/unknown-promise").with("given", told.asked.id.as_str());
        let (promise, version) = now_is.ok_or(unknown)?;
        told.unchanged(version)?;
        let after = promise.settled(&told.body.read()?, &told.body.reason, today)?;
        let (tx, office, act) = write.parts();
        let row = Content::Promise(after.clone()).row(office.tenant)?;
        let version =
            tx.append(&act.fact("execution/settle-promise", Purpose::Performance, vec![row])).await?;
        Ok::<_, Fault>((after, version))
    };
    let (after, version) = settled.await.map_err(problem)?;
    write.end(Answer::of(PromiseTold::of(&after, today)).at(version)).await
}
