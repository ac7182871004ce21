//! An action postponed or refused by the one it was given to, and taken back.

use crate::fault::Fault;
use crate::http::orders::{find, moment};
use crate::http::{Answer, App, Done, Keyed, NoBody, Problem};
use crate::rights::{Access, permit::WriteOrders};
use atelier_domain::execution::{ActionOrder, Deferral, DeferralAsked, Put};
use atelier_domain::language::Refusal;
use atelier_domain::ledger::Purpose;
use atelier_store::Content;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// How an action or a suggestion is put off.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeferralDraft {
    /// `postponed`, `refused`.
    kind: String,
    /// Day on which what is postponed is back.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Why; it changes what is suggested.
    #[schema(max_length = 200)]
    #[serde(default)]
    reason: String,
}

/// An action put off.
#[derive(Serialize, ToSchema)]
#[schema(as = Deferral)]
pub struct DeferralTold {
    order: Uuid,
    kind: &'static str,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    reason: String,
    #[schema(value_type = String, format = Date)]
    said_on: Date,
}

impl From<&Deferral> for DeferralTold {
    fn from(one: &Deferral) -> Self {
        Self {
            order: one.order.0,
            kind: one.put.code(),
            until: one.until,
            reason: one.reason.clone(),
            said_on: one.said_on,
        }
    }
}

impl DeferralDraft {
    pub(super) fn read(&self) -> Result<DeferralAsked, Refusal> {
        let put = match self.kind.as_str() {
            "postponed" => Put::Postponed,
            "refused" => Put::Refused,
            other => {
                let refusal = Refusal::new("execution/unknown-deferral").field("kind");
                return Err(refusal.with("given", other).with("known", "postponed, refused"));
            }
        };
        Ok(DeferralAsked { put, until: self.until, reason: self.reason.clone() })
    }
}

/// Puts an action off: it leaves the day at once, and the next plan hears of it.
///
/// # Errors
/// `app/unknown-order`, `execution/unknown-deferral`, `execution/no-reason`, `execution/postponed-to-the-past`,
/// `execution/impossible-transition`.
pub async fn put_off(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<DeferralDraft>,
) -> Result<Answer<DeferralTold>, Problem> {
    let problem = told.asked.problem();
    let (plan, planned, _) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let today = moment(&access.who.office, &plan).map_err(&problem)?.date();
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let asked = told.body.read()?;
        let (_, _, act) = write.parts();
        let deferral = Deferral::of(&planned.order, &asked, (today, act.actor))?;
        let version = say(&mut write, &deferral, "execution/put-off").await?;
        Ok::<_, Fault>((deferral, version))
    };
    let (deferral, version) = kept.await.map_err(problem)?;
    write.end(Answer::of(DeferralTold::from(&deferral)).at(version)).await
}

/// Takes it back: the action is again where the plan has it.
///
/// # Errors
/// `app/unknown-order`, `execution/not-deferred`.
pub async fn take_back(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let (plan, planned, _) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let today = moment(&access.who.office, &plan).map_err(&problem)?.date();
    let mut write = told.begin(&app, &access).await?;
    let order: &ActionOrder = &planned.order;
    let kept = async {
        let found = write.tx.deferral_at(order.id).await?.map(|(one, _)| one).filter(Deferral::stands);
        let before = found.ok_or_else(|| Refusal::new("execution/not-deferred"))?;
        let (_, _, act) = write.parts();
        let after = Deferral { put: Put::Withdrawn, said_on: today, by: act.actor.to_owned(), ..before };
        say(&mut write, &after, "execution/take-back").await
    };
    kept.await.map_err(problem)?;
    write.done().await
}

async fn say(write: &mut crate::http::Write, deferral: &Deferral, what: &'static str) -> Result<i64, Fault> {
    let (tx, office, act) = write.parts();
    let row = Content::Deferral(deferral.clone()).row(office.tenant)?;
    Ok(tx.append(&act.fact(what, Purpose::Performance, vec![row])).await?)
}
