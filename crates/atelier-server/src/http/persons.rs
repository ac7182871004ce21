//! Personal data of those at customers: erased, handed over, kept until when; and the gate of the works
//! council. Nothing is erased over HTTP but one person at a time.

use super::{Answer, App, Asked, Document, Keyed, Problem};
use crate::fault::Fault;
use crate::persons::{self, Due};
use crate::rights::{
    Access,
    permit::{ReadGate, ReadPersons, WriteGate, WritePersons},
};
use atelier_domain::controls::{Gate, Watch, pass};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Most rows of those whose term is over.
const MOST: usize = 200;

/// Why somebody is erased.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureAsked {
    /// `request`, `objection`, `retention`, `mistake`.
    reason: String,
}

/// An erasure.
#[derive(Serialize, ToSchema)]
#[schema(as = Erasure)]
pub struct ErasureTold {
    person: Uuid,
    reason: &'static str,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Whether the database's own log was emptied at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    log_emptied: Option<bool>,
}

/// Erases somebody: their key is destroyed, what is shown of them is gone; it cannot be taken back.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-reason`, `execution/person-erased`.
pub async fn erase(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<ErasureAsked>,
) -> Result<Answer<ErasureTold>, Problem> {
    let problem = told.asked.problem();
    let person = persons::identity(&told.asked.id).map_err(|refusal| problem(refusal.into()))?;
    let reason = persons::reason(&told.body.reason).map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let on = access.who.office.today();
    let (tx, _, act) = write.parts();
    persons::erase_in(tx, person, (reason, on), &act).await.map_err(&problem)?;
    let shown = ErasureTold { person: person.0, reason: reason.code(), on, log_emptied: None };
    let mut answer = write.end(Answer::of(shown)).await?;
    answer.body.log_emptied = app
        .store
        .empty_log()
        .await
        .inspect_err(|error| {
            tracing::warn!(error = error.to_string(), "the log of the database was not emptied");
        })
        .ok();
    Ok(answer)
}

/// Everything known of somebody, as a ZIP archive to be handed to them.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn package(
    State(app): State<App>,
    access: Access<ReadPersons>,
    asked: Asked,
) -> Result<Document, Problem> {
    let problem = asked.problem();
    let person = persons::identity(&asked.id).map_err(|refusal| problem(refusal.into()))?;
    let office = &access.who.office;
    let bytes = persons::package(&app, office, person, office.today()).await.map_err(problem)?;
    Ok(Document { media: "application/zip", name: format!("{person}.zip"), bytes })
}

/// Until which day.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RetentionAsked {
    /// Those due on or before that day; else today.
    #[param(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
}

/// Somebody whose term is over.
#[derive(Serialize, ToSchema)]
#[schema(as = Due)]
pub struct DueTold {
    person: Uuid,
    name: String,
    /// Under which rule: `prospect`, `customer`.
    kept: &'static str,
    /// Counted from.
    #[schema(value_type = String, format = Date)]
    base: Date,
    /// The first day on which they are to be erased.
    #[schema(value_type = String, format = Date)]
    due: Date,
}

fn told_of(one: Due) -> Option<DueTold> {
    let clock = one.clock?;
    let (person, name) = (one.contact.id.0, one.contact.name);
    Some(DueTold { person, name, kept: clock.kept.code(), base: clock.base, due: clock.due })
}

/// Those whose term is over.
#[derive(Serialize, ToSchema)]
pub struct Retention {
    #[schema(value_type = String, format = Date)]
    until: Date,
    /// How many.
    count: usize,
    /// The first 200, those due first.
    rows: Vec<DueTold>,
}

/// Those whose term is over; nobody is erased by asking.
///
/// # Errors
/// An incident.
pub async fn retention(
    State(app): State<App>,
    access: Access<ReadPersons>,
    asked: Asked<RetentionAsked>,
) -> Result<Answer<Retention>, Problem> {
    let office = &access.who.office;
    let until = asked.of.until.unwrap_or_else(|| office.today());
    let due = persons::due(&app, office).await.map_err(asked.problem())?;
    let mut rows: Vec<_> = due.into_iter().filter_map(told_of).filter(|one| one.due <= until).collect();
    let count = rows.len();
    rows.truncate(MOST);
    Ok(Answer::of(Retention { until, count, rows }))
}

/// The gate of the works council, and what is behind it.
#[derive(Serialize, ToSchema)]
#[schema(as = Gate)]
pub struct GateTold {
    open: bool,
    /// The day of the consultation, once recorded.
    #[schema(value_type = Option<String>, format = Date)]
    consulted_on: Option<Date>,
    /// Where the proof is.
    proof: Option<String>,
    /// What is behind it.
    watches: Vec<&'static str>,
}

impl GateTold {
    fn of(gate: Option<Gate>, today: Date) -> Self {
        let open = pass(gate.as_ref(), today).is_ok();
        let consulted_on = gate.as_ref().map(|gate| gate.consulted_on);
        let watches = Watch::ALL.map(Watch::code).to_vec();
        Self { open, consulted_on, proof: gate.map(|gate| gate.proof), watches }
    }
}

/// Whether the gate is open.
///
/// # Errors
/// An incident.
pub async fn gate(
    State(app): State<App>,
    access: Access<ReadGate>,
    asked: Asked,
) -> Result<Answer<GateTold>, Problem> {
    let office = &access.who.office;
    let gate = persons::gate(&app, office).await.map_err(asked.problem())?;
    Ok(Answer::of(GateTold::of(gate, office.today())))
}

/// That the works council was consulted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GateAsked {
    /// The day of the consultation.
    #[schema(value_type = String, format = Date)]
    consulted_on: Date,
    /// Where the proof is, in a few words.
    #[schema(max_length = 200)]
    proof: String,
}

/// Records that the works council was consulted.
///
/// # Errors
/// `controls/gate-in-the-future`, `controls/gate-no-proof`.
pub async fn record_gate(
    State(app): State<App>,
    access: Access<WriteGate>,
    told: Keyed<GateAsked>,
) -> Result<Answer<GateTold>, Problem> {
    let mut write = told.begin(&app, &access).await?;
    let today = access.who.office.today();
    let gate = Gate { consulted_on: told.body.consulted_on, proof: told.body.proof.clone() };
    let (tx, office, act) = write.parts();
    let gate: Result<Gate, Fault> = persons::record_in(tx, office, gate, today, &act).await;
    let gate = gate.map_err(told.asked.problem())?;
    write.end(Answer::of(GateTold::of(Some(gate), today))).await
}
