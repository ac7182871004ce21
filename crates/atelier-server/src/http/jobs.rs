//! Jobs: the list, one of them, its progress as it goes, and its cancellation.

mod events;

use super::events::Events;
use super::{Answer, App, Asked, Done, Keyed, NoBody, Problem, Queued};
use crate::fault::Fault;
use crate::jobs::Kind;
use crate::rights::{
    Access, Permit, Principal,
    permit::{ReadJobs, WriteJobs},
};
use atelier_domain::controls::Reach;
use atelier_domain::language::{Lang, Refusal};
use atelier_store::{Job, JobId, NewJob};
use axum::extract::State;
use events::Watch;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// Jobs of a page.
const PAGE: i64 = 50;

/// A job, as shown.
#[derive(Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobTold {
    id: String,
    /// `plan`, `import`, `verify`.
    kind: String,
    /// `waiting`, `running`, `done`, `failed` or `cancelled`.
    state: String,
    /// Identity of who asked; nobody for the upkeep of the installation.
    requester: Option<String>,
    /// How much is done, in a unit of its kind.
    done: i64,
    /// Of how much; 0 while it is not known.
    total: i64,
    /// How often it was begun since its last step forward.
    attempts: i64,
    made: String,
    ended: Option<String>,
    /// What it made or found.
    #[schema(value_type = Option<Object>)]
    result: Option<Value>,
    /// Why it did not do it.
    reasons: Vec<Reason>,
}

/// Why a job did not do what was asked.
#[derive(Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = JobReason)]
pub struct Reason {
    code: String,
    /// Where, in what was given: file, line or row, column, as far as they are known.
    place: String,
    title: String,
    detail: String,
    remedy: String,
}

impl JobTold {
    /// For a reader. `may_see`: what it is about as well; else only how it goes.
    pub fn of(job: &Job, lang: Lang, may_see: bool) -> Self {
        let read = |text: &String| serde_json::from_str::<Value>(text).ok();
        let refused = job.refusals.as_ref().and_then(read).unwrap_or_default();
        let reasons = refused.as_array().into_iter().flatten().map(|one| reason(one, lang, may_see));
        Self {
            id: job.id.to_string(),
            kind: job.kind.clone(),
            state: job.state.code().to_owned(),
            requester: job.requester.map(|user| user.to_string()),
            done: job.done,
            total: job.total,
            attempts: job.attempts,
            made: job.made.to_string(),
            ended: job.ended.map(|at| at.to_string()),
            result: job
                .result
                .as_ref()
                .filter(|_| may_see)
                .and_then(read)
                .map(|told| in_language(told, lang)),
            reasons: reasons.collect(),
        }
    }

    /// For a list: rows set aside are counted there, and told by the job itself.
    fn in_list(mut self) -> Self {
        if let Some(rows) = self.result.as_mut().and_then(|told| told.get_mut("rejects")) {
            *rows = Value::Array(Vec::new());
        }
        self
    }
}

/// A result with its rows set aside in the language of the reader.
fn in_language(mut told: Value, lang: Lang) -> Value {
    let rows = told.get_mut("rejects").and_then(Value::as_array_mut);
    for row in rows.into_iter().flatten().filter_map(Value::as_object_mut) {
        let (fr, en) = (row.remove("fr"), row.remove("en"));
        let words = if lang == Lang::Fr { fr } else { en }.unwrap_or_default();
        for (name, part) in [("title", "what"), ("detail", "why"), ("remedy", "remedy")] {
            row.insert(name.to_owned(), words[part].clone());
        }
    }
    told
}

fn reason(told: &Value, lang: Lang, may_see: bool) -> Reason {
    let words = &told[if lang == Lang::Fr { "fr" } else { "en" }];
    let text = |part: &str| words[part].as_str().filter(|_| may_see).unwrap_or_default().to_owned();
    let code = told["code"].as_str().unwrap_or_default().to_owned();
    let place = told["place"].as_str().filter(|_| may_see).unwrap_or_default().to_owned();
    Reason { code, place, title: text("what"), detail: text("why"), remedy: text("remedy") }
}

/// Whoever keeps the machine sees that a plan was made or files brought in, and nothing of them.
fn may_see(who: &Principal, job: &Job) -> bool {
    Kind::shown_by(&job.kind).is_none_or(|permission| who.reach(permission) == Reach::All)
}

/// Where a list goes on.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Before {
    /// The `next` of the page before.
    pub before: Option<String>,
}

/// A page of jobs.
#[derive(Serialize, ToSchema)]
pub struct Jobs {
    jobs: Vec<JobTold>,
    /// To ask the rest with, when there is more.
    next: Option<String>,
}

/// The jobs, newest first: one's own, or everybody's for those who look after them.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadJobs>,
    asked: Asked<Before>,
) -> Result<Answer<Jobs>, Problem> {
    let who = &access.who;
    let own = (access.reach != Reach::All).then_some(who.user.id);
    let page =
        async { app.store.read(who.office.scope).await?.jobs(own, asked.of.before.as_deref(), PAGE).await };
    let page = page.await.map_err(|error| asked.problem()(error.into()))?;
    let told = |job: &Job| JobTold::of(job, asked.lang(), may_see(who, job)).in_list();
    Ok(Answer::of(Jobs { jobs: page.items.iter().map(told).collect(), next: page.next }))
}

/// One job.
///
/// # Errors
/// `app/unknown-job`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadJobs>,
    asked: Asked,
) -> Result<Answer<JobTold>, Problem> {
    let job = found(&app, &access, &asked.id).await.map_err(asked.problem())?;
    Ok(Answer::of(JobTold::of(&job, asked.lang(), may_see(&access.who, &job))))
}

/// Cancels a job: whatever it has not written yet will not be.
///
/// # Errors
/// `app/unknown-job`, `app/job-ended`.
pub async fn cancel(
    State(app): State<App>,
    access: Access<WriteJobs>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let job = found(&app, &access, &told.asked.id).await.map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let cancelled = write.tx.cancel(job.id, Timestamp::now()).await.map_err(|it| problem(it.into()))?;
    if !cancelled {
        return Err(problem(Refusal::new("app/job-ended").with("job", job.id.to_string()).into()));
    }
    write.done().await
}

/// Asks that the ledger be verified now: the read tables against the facts, the facts against the signed tree.
/// While one waits or runs already, whoever asked for it, that one is answered.
///
/// # Errors
/// An incident.
pub async fn verify(
    State(app): State<App>,
    access: Access<ReadJobs>,
    told: Keyed<NoBody>,
) -> Result<Queued<JobTold>, Problem> {
    let problem = told.asked.problem();
    let (now, id) = (Timestamp::now(), JobId::make());
    let mut write = told.begin(&app, &access).await?;
    let put_down = async {
        let kind = Kind::Verify.code();
        if let Some(job) = write.tx.job_under_way(kind).await? {
            return Ok(job);
        }
        let requester = Some(access.who.user.id);
        let (kind, payload) = (kind.to_owned(), "{}".to_owned());
        write.tx.enqueue(&NewJob { id, kind, payload, requester, made: now, due: now }).await?;
        let job = write.tx.job(id).await?;
        job.ok_or_else(|| Fault::Incident(anyhow::anyhow!("job {id} was not put down")))
    };
    let job = put_down.await.map_err(problem)?;
    write.end(Answer::of(JobTold::of(&job, told.asked.lang(), true))).await
}

/// How far a job is, each time that this changes, until it ends.
///
/// # Errors
/// `app/unknown-job`.
pub async fn progress(
    State(app): State<App>,
    access: Access<ReadJobs>,
    asked: Asked,
) -> Result<Events, Problem> {
    let job = found(&app, &access, &asked.id).await.map_err(asked.problem())?;
    Ok(Events::of(Watch { app, who: access.who, id: job.id, lang: asked.lang(), last: None }))
}

/// A job within reach; one that is not answers as one that does not exist.
async fn found<P: Permit>(app: &App, access: &Access<P>, given: &str) -> Result<Job, Fault> {
    let unknown = || Refusal::new("app/unknown-job").with("given", given);
    let id: JobId = given.parse().map_err(|_| unknown())?;
    let job = app.store.read(access.who.office.scope).await?.job(id).await?;
    let own = |job: &Job| access.reach == Reach::All || job.requester == Some(access.who.user.id);
    Ok(job.filter(own).ok_or_else(unknown)?)
}
