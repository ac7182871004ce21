//! Won deals that wait to be confirmed by somebody who did not record them, and the verdicts on one.

use super::cases::{CaseTold, find, money_and_day, unknown};
use super::names::{named, named_one};
use super::{hidden, rows_asked};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Careful, NoBody, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadCases, ReadConfirmations, WriteConfirmations},
};
use crate::workbench::{Judged, confirmer, keep_verdicts};
use atelier_domain::controls::{
    Changed, Confirmation, Confirmer, Ground, OWN_DEAL, Permission, Progress, Reach, Verdict,
};
use atelier_domain::execution::Case;
use atelier_domain::language::{CaseId, Refusal};
use atelier_store::{Lineage, PendingList, Reader, content};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Rows of a page when nothing is asked.
const ROWS: i64 = 20;
/// Most rows of a page: for each, what was said of the deal is read.
const MOST_ROWS: i64 = 50;
/// As many as are counted.
const COUNTED: i64 = 1_000;

/// Which of the won deals that wait.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ApprovalsAsked {
    /// First day of closing; a deal that says none is then left out.
    #[param(value_type = Option<String>, format = Date)]
    pub closed_from: Option<Date>,
    /// `-closed` (default): closed last, first; `closed`.
    pub sort: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 50; else 20.
    #[param(minimum = 1, maximum = 50)]
    pub limit: Option<i64>,
}

impl ApprovalsAsked {
    fn list<P: Permit>(&self, access: &Access<P>) -> Result<PendingList, Refusal> {
        let limit = rows_asked(Some(self.limit.unwrap_or(ROWS)))?;
        if limit > MOST_ROWS {
            let refusal = Refusal::new("app/page-length").field("limit").with("given", limit);
            return Err(refusal.with("most", MOST_ROWS));
        }
        let oldest_first = match self.sort.as_deref().unwrap_or("-closed") {
            "-closed" => false,
            "closed" => true,
            other => {
                let refusal = Refusal::new("app/unknown-sort").field("sort").with("given", other);
                return Err(refusal.with("known", "closed, -closed"));
            }
        };
        let (closed_from, after) = (self.closed_from, self.after.clone());
        Ok(PendingList { closed_from, oldest_first, within: access.within(), after, limit })
    }
}

/// A won deal that waits to be confirmed.
#[derive(Serialize, ToSchema)]
pub struct Approval {
    #[serde(flatten)]
    opportunity: CaseTold,
    #[serde(flatten)]
    standing: Pending,
    /// The version of what is shown: with another, something was said of the deal meanwhile.
    version: i64,
}

/// How the confirmation of a won deal stands.
#[derive(Serialize, ToSchema)]
pub struct Pending {
    /// `waiting`, `confirmed`, `refused`, `lapsed`; nothing while it is not won.
    state: Option<&'static str>,
    /// What changed since the verdict that lapsed: `amount`, `customer`, `day`, `standing`.
    changed: Vec<&'static str>,
    /// When what is to be confirmed was written.
    since: Option<String>,
    /// Name of who wrote it, or what they sign in with.
    recorded_by: Option<String>,
    /// Whether the customer gave something: the evidence of a step, a file.
    has_evidence: bool,
    /// Why the one who asks may not judge it: `recorded`, `leads`, `captured`.
    barred: Option<&'static str>,
    /// Whether the one who asks may judge it.
    may: bool,
}

/// A page of the won deals that wait.
#[derive(Serialize, ToSchema)]
pub struct Approvals {
    rows: Vec<Approval>,
    /// What to ask the next page with, as `after`; nothing on the last.
    next: Option<String>,
    /// How many wait, counted up to 1,000.
    waiting: i64,
}

/// Something that the customer gave.
#[derive(Serialize, ToSchema)]
pub struct EvidenceGiven {
    /// `conversation`, `order`, `file`.
    kind: &'static str,
    id: Uuid,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Where it can be read, or the name of the file; may be empty.
    reference: String,
}

/// A verdict as it was given.
#[derive(Serialize, ToSchema)]
pub struct VerdictTold {
    /// `confirmed`, `refused`, `withdrawn`.
    verdict: &'static str,
    reason: String,
    /// Name of who gave it, or what they sign in with.
    by: String,
    /// Whether it is the verdict of the one who asks.
    mine: bool,
    at: String,
    /// Name of the firm that was judged.
    customer: Option<String>,
    value_cents: Option<i64>,
    currency: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    closed_on: Option<Date>,
    /// How many pieces of evidence there were.
    evidence: usize,
}

/// Whether a won deal is confirmed, and what it rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = Confirmation)]
pub struct ConfirmationTold {
    opportunity: Uuid,
    #[serde(flatten)]
    standing: Pending,
    evidence: Vec<EvidenceGiven>,
    /// Every verdict, newest first.
    history: Vec<VerdictTold>,
}

/// A verdict on a won deal.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerdictDraft {
    /// `confirmed`, `refused`.
    verdict: String,
    /// Why; needed for a refusal, and where the customer gave nothing.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

pub(super) async fn judge_of<P>(reader: &mut Reader, access: &Access<P>) -> Result<Confirmer, Fault> {
    confirmer(reader, &access.who.office, &access.who.user).await
}

/// Names of the users, by login.
async fn logins(reader: &mut Reader) -> Result<HashMap<String, String>, Fault> {
    Ok(reader.users().await?.into_iter().map(|user| (user.login, user.name)).collect())
}

fn shown(names: &HashMap<String, String>, login: &str) -> String {
    names.get(login).cloned().unwrap_or_else(|| login.to_owned())
}

impl Pending {
    fn of<P: Permit>(
        judged: &Judged,
        (names, me): (&HashMap<String, String>, &Confirmer),
        access: &Access<P>,
    ) -> Self {
        let (deal, progress) = (&judged.deal, judged.deal.progress());
        let barred = progress.as_ref().and_then(|_| deal.stake(me));
        let changed = match &progress {
            Some(Progress::Lapsed(changed)) => changed.iter().copied().map(Changed::code).collect(),
            _ => Vec::new(),
        };
        let recorded = deal.recorded().filter(|_| progress.is_some());
        let has_right = access.who.reach(Permission::WriteConfirmations) != Reach::Nobody;
        Self {
            state: progress.as_ref().map(Progress::code),
            changed,
            since: recorded.map(|one| one.recorded.to_string()),
            recorded_by: recorded.map(|one| shown(names, &one.by)),
            has_evidence: !deal.evidence.is_empty(),
            barred: barred.map(atelier_domain::controls::Stake::code),
            may: has_right && progress.is_some() && barred.is_none(),
        }
    }
}

/// A page of the won deals within reach that wait to be confirmed: nobody judged them, or they changed since.
///
/// # Errors
/// `app/unknown-sort`, `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadConfirmations>,
    asked: Asked<ApprovalsAsked>,
) -> Result<Answer<Approvals>, Problem> {
    let problem = asked.problem();
    let list = asked.of.list(&access).map_err(|refusal| problem(refusal.into()))?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let waiting = reader.count_pending(&list, COUNTED).await?;
        let page = reader.list_pending(&list).await?;
        let names = logins(&mut reader).await?;
        let me = judge_of(&mut reader, &access).await?;
        let mut standings = Vec::new();
        for case in &page.rows {
            let version = reader.case_at(case.id).await?.map_or(0, |(_, version)| version);
            let judged = Judged::read(&mut reader, case.clone(), version).await?;
            standings.push((Pending::of(&judged, (&names, &me), &access), judged.version));
        }
        let told = named(&mut reader, page.rows).await?.into_iter().zip(standings);
        let told = told.map(|(opportunity, (standing, version))| Approval { opportunity, standing, version });
        let rows = told.collect();
        Ok::<_, Fault>(Approvals { rows, next: page.next, waiting })
    };
    Ok(Answer::of(read.await.map_err(problem)?))
}

/// How the confirmation of a deal stands, with every verdict; nothing is asked of a deal that is not won.
///
/// # Errors
/// `execution/unknown-case`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadCases>,
    asked: Asked,
) -> Result<Answer<ConfirmationTold>, Problem> {
    let problem = asked.problem();
    let id: CaseId = asked.id.parse().map_err(|_| problem(unknown(&asked.id).into()))?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    match find(&mut reader, &access, id).await.map_err(&problem)? {
        (Some(found), true) => told(&mut reader, found, &access).await.map_err(problem),
        (found, _) => Err(hidden(&app, &access, found.is_some(), unknown(&asked.id), asked.lang()).await),
    }
}

async fn told<P: Permit>(
    reader: &mut Reader,
    (case, version): (Case, i64),
    access: &Access<P>,
) -> Result<Answer<ConfirmationTold>, Fault> {
    let judged = Judged::read(reader, case, version).await?;
    let names = logins(reader).await?;
    let me = judge_of(reader, access).await?;
    let mut history = Vec::new();
    for said in reader.facts_about(content::CONFIRMATION, judged.deal.case.id.0).await? {
        if !said.fact.undone {
            history.insert(0, VerdictTold::of(reader, &said, &judged, (&names, &me)).await?);
        }
    }
    let given = judged.evidence.iter().map(|one| {
        let (kind, id) = match one.ground {
            Ground::Conversation(id) => ("conversation", id.0),
            Ground::Order(id) => ("order", id.0),
            Ground::File(id) => ("file", id.0),
        };
        EvidenceGiven { kind, id, on: one.on, reference: one.reference.clone() }
    });
    let told = ConfirmationTold {
        opportunity: judged.deal.case.id.0,
        standing: Pending::of(&judged, (&names, &me), access),
        evidence: given.collect(),
        history,
    };
    Ok(Answer::of(told).at(judged.version))
}

impl VerdictTold {
    async fn of(
        reader: &mut Reader,
        said: &Lineage,
        judged: &Judged,
        (names, me): (&HashMap<String, String>, &Confirmer),
    ) -> Result<Self, Fault> {
        let one: Confirmation = serde_json::from_str(&said.payload).map_err(anyhow::Error::from)?;
        let sold = Case {
            account: one.sold.account,
            value: one.sold.value,
            closed_on: one.sold.closed_on,
            ..judged.deal.case.clone()
        };
        let sold = named_one(reader, sold).await?;
        let (customer, value_cents, currency) = sold.sold();
        Ok(Self {
            verdict: one.verdict.code(),
            reason: one.reason,
            by: shown(names, &one.by),
            mine: me.logins.contains(&one.by),
            at: said.fact.recorded.to_string(),
            customer,
            value_cents,
            currency,
            closed_on: one.sold.closed_on,
            evidence: one.evidence.len(),
        })
    }
}

/// Confirms or refuses a won deal that others recorded; a verdict given before is replaced and stays readable.
///
/// # Errors
/// `execution/unknown-case`, `controls/changed-meanwhile`, `controls/unknown-verdict`, `controls/not-won`,
/// `controls/own-deal` (written in the access journal), `controls/refused-no-reason`,
/// `controls/no-evidence-no-reason`, `controls/verdict-reason-too-long`.
pub async fn judge(
    State(app): State<App>,
    access: Access<WriteConfirmations>,
    told_to: Careful<VerdictDraft>,
) -> Result<Answer<ConfirmationTold>, Problem> {
    let draft = told_to.body.clone();
    write(app, access, told_to, Asking::Verdict(draft)).await
}

/// Takes one's own verdict back: the deal waits again, and what was said stays readable.
///
/// # Errors
/// `execution/unknown-case`, `controls/changed-meanwhile`, `controls/no-verdict`, `controls/verdict-of-other`.
pub async fn take_back(
    State(app): State<App>,
    access: Access<WriteConfirmations>,
    told_to: Careful<NoBody>,
) -> Result<Answer<ConfirmationTold>, Problem> {
    write(app, access, told_to, Asking::Back).await
}

/// What is asked of a deal.
enum Asking {
    Verdict(VerdictDraft),
    Back,
}

async fn write<T>(
    app: App,
    access: Access<WriteConfirmations>,
    told_to: Careful<T>,
    asking: Asking,
) -> Result<Answer<ConfirmationTold>, Problem> {
    let problem = told_to.asked.problem();
    let (given, lang) = (told_to.asked.id.clone(), told_to.asked.lang());
    let id: CaseId = given.parse().map_err(|_| problem(unknown(&given).into()))?;
    let (_, today) = money_and_day(&access).map_err(&problem)?;
    let mut write = told_to.begin(&app, &access).await?;
    let (found, is_within) = find(&mut write.tx, &access, id).await.map_err(&problem)?;
    let Some((case, version)) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), unknown(&given), lang).await);
    };
    let judged = Judged::read(&mut write.tx, case.clone(), version).await.map_err(&problem)?;
    told_to.unchanged(judged.version).map_err(&problem)?;
    let who = judge_of(&mut write.tx, &access).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let done = async {
        let asked = match &asking {
            Asking::Back => (Verdict::Withdrawn, ""),
            Asking::Verdict(draft) => (Verdict::read(&draft.verdict, Verdict::GIVEN)?, draft.reason.as_str()),
        };
        keep_verdicts(tx, office, vec![judged.verdict(asked, &who, today)?], &act).await
    };
    match done.await {
        Ok(()) => {
            let answer = told(&mut write.tx, (case, version), &access).await.map_err(problem)?;
            write.end(answer).await
        }
        Err(fault) => {
            drop(write);
            if is_own(&fault) {
                access.refused(&app, &id.to_string()).await;
            }
            Err(problem(fault))
        }
    }
}

/// Whether a verdict is refused for whose deal it is: that is written in the access journal.
pub(super) fn is_own(fault: &Fault) -> bool {
    matches!(fault, Fault::Refused(refused) if refused.0.iter().any(|one| one.code == OWN_DEAL))
}
