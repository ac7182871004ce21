//! The preparation sheet (*fiche de préparation*): one page, before a conversation.

use super::give_back::used;
use super::{ContactBrief, Contacting, FileTold, PromiseTold};
use crate::http::orders::{find, moment};
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadDay};
use crate::workbench::{Brief, Published, place, title};
use atelier_domain::execution::{
    Channel, ContactAim, Conversation, PlannedOrder, Side, evidence_had, evidence_wanted, goal,
    promises_to_read,
};
use atelier_domain::language::{Catalogue, Lang};
use atelier_domain::process::{Bilingual, Scenario};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// For whom the sheet is.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SheetAsked {
    /// `false` when a form needs it and nobody reads it: no use is then counted.
    pub counted: Option<bool>,
}

/// Everything worth reading before a conversation.
#[derive(Serialize, ToSchema)]
#[schema(as = PreparationSheet)]
pub struct SheetTold {
    order: Uuid,
    case: Option<Uuid>,
    account: Option<Uuid>,
    customer: String,
    title: String,
    /// The customer's progress aimed at.
    step: String,
    /// Local time of the company.
    #[schema(value_type = Option<String>)]
    start: Option<jiff::civil::DateTime>,
    minutes: i64,
    channel: &'static str,
    place: String,
    why: String,
    /// Who was last met there, else somebody of the firm; nobody who must not be contacted so.
    contact: Option<ContactBrief>,
    /// Others of the firm, at most five.
    contacts: Vec<ContactBrief>,
    role: String,
    /// `user`, `beneficiary`, `funder`, `implementer`, `buyer`, `influencer`, `other`; empty when the process does not say.
    role_kind: &'static str,
    theme: String,
    goal: Option<GoalTold>,
    promises: BothSides,
    scenario: Option<ScenarioShown>,
    /// At most three.
    questions: Vec<String>,
    playbook: String,
    checklist: Vec<String>,
    evidence: EvidenceTold,
    last: Option<LastTold>,
    files: Vec<FileTold>,
}

/// The goal, in the customer's words.
#[derive(Serialize, ToSchema)]
pub struct GoalTold {
    text: String,
    #[schema(value_type = String, format = Date)]
    said_on: Date,
    /// Who said it, when it is known.
    by: Option<String>,
}

/// Promises both ways, those to be kept first.
#[derive(Serialize, ToSchema)]
pub struct BothSides {
    ours: Vec<PromiseTold>,
    theirs: Vec<PromiseTold>,
}

/// A usage scenario.
#[derive(Serialize, ToSchema)]
pub struct ScenarioShown {
    event: String,
    actor: String,
    actions: String,
    result: String,
    before: String,
    after: String,
}

/// Evidence still wanted, and evidence had.
#[derive(Serialize, ToSchema)]
pub struct EvidenceTold {
    wanted: Vec<Wanted>,
    had: Vec<HadTold>,
}

/// Evidence that would close the step.
#[derive(Serialize, ToSchema)]
pub struct Wanted {
    code: String,
    name: String,
    valid_days: Option<u32>,
}

/// Evidence that the customer gave.
#[derive(Serialize, ToSchema)]
pub struct HadTold {
    code: String,
    name: String,
    #[schema(value_type = String, format = Date)]
    on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    lapsed: bool,
}

/// The last conversation of the opportunity.
#[derive(Serialize, ToSchema)]
pub struct LastTold {
    conversation: Uuid,
    #[schema(value_type = String, format = Date)]
    held_on: Date,
    goal: String,
    /// `progress`, `no-progress`, `disqualified`.
    result: &'static str,
    #[schema(value_type = Option<String>, format = Date)]
    next_on: Option<Date>,
}

/// The sheet of an order.
///
/// # Errors
/// `app/unknown-order`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<SheetAsked>,
) -> Result<Answer<SheetTold>, Problem> {
    let problem = asked.problem();
    let (plan, planned, version) = find(&app, &access, &asked.id, asked.lang()).await?;
    let today = moment(&access.who.office, &plan).map_err(&problem)?.date();
    if asked.of.counted.unwrap_or(true) {
        used(&app, &access, today, "sheet", &planned.order.id.to_string()).await;
    }
    let way = Channel::of(medium(&plan, &planned));
    let brief = app.brief(&access.who.office, &planned.order, (way, today)).await.map_err(&problem)?;
    Ok(Answer::of(told(&plan, &planned, brief, (today, asked.lang()))).at(version))
}

/// The code of the medium of an order.
fn medium(plan: &Published, planned: &PlannedOrder) -> &'static str {
    plan.routing_of(&planned.order).1.map_or("desk", |one| one.channel.code())
}

fn told(plan: &Published, planned: &PlannedOrder, brief: Brief, (today, lang): (Date, Lang)) -> SheetTold {
    let order = &planned.order;
    let words = Catalogue::of(lang);
    let (step, operation) = plan.routing_of(order);
    let text = |text: &Bilingual| text.get(lang).to_owned();
    let talk = operation.and_then(|one| one.conversation.as_ref());
    let scenario = talk.and_then(|talk| talk.scenario.as_ref()).filter(|scenario| !scenario.is_draft());
    let channel = medium(plan, planned);
    let way = Channel::of(channel);
    let aim = ContactAim::about(brief.case.as_ref().map(|case| case.standing));
    let contacting = Contacting { said: &brief.said, aim, day: today, words };
    let evidence = evidence(plan, planned, &brief, (today, lang));
    let side = |side| {
        let read = promises_to_read(&brief.promises, side).into_iter();
        read.map(|one| PromiseTold::of(one, today)).collect()
    };
    SheetTold {
        order: order.id.0,
        case: order.case.map(|id| id.0),
        account: brief.case.as_ref().and_then(|case| case.account).map(|id| id.0),
        customer: plan.customer(planned, words),
        title: title(operation, &order.operation, lang),
        step: step.map_or_else(|| order.step.clone(), |one| text(&one.name)),
        start: order.start,
        minutes: order.minutes.0,
        channel,
        place: place(channel, words),
        why: plan.why_line(planned, words),
        goal: goal(&brief.held).map(|one| goal_told(one, &brief)),
        promises: BothSides { ours: side(Side::Ours), theirs: side(Side::Theirs) },
        scenario: scenario.map(|scenario| scenario_told(scenario, text)),
        role: talk.map(|talk| text(&talk.role)).unwrap_or_default(),
        role_kind: talk.map_or("", |talk| talk.part.code()),
        theme: talk.map(|talk| text(&talk.theme)).unwrap_or_default(),
        questions: talk.map(|talk| talk.questions.iter().map(text).collect()).unwrap_or_default(),
        playbook: operation.map(|one| text(&one.playbook)).unwrap_or_default(),
        checklist: operation.map(|one| one.checklist.iter().map(text).collect()).unwrap_or_default(),
        last: brief.held.first().map(last_told),
        files: brief.files.iter().map(FileTold::from).collect(),
        contact: brief.contact.map(|one| contacting.brief(one, way)),
        contacts: brief.others.into_iter().map(|one| contacting.brief(one, way)).collect(),
        evidence,
    }
}

fn goal_told(one: &Conversation, brief: &Brief) -> GoalTold {
    let mut people = brief.contact.iter().chain(&brief.others);
    let by = people.find(|contact| Some(contact.id) == one.person).map(|contact| contact.name.clone());
    GoalTold { text: one.goal.clone(), said_on: one.held_on, by }
}

fn scenario_told(scenario: &Scenario, text: impl Fn(&Bilingual) -> String) -> ScenarioShown {
    ScenarioShown {
        event: text(&scenario.event),
        actor: text(&scenario.actor),
        actions: text(&scenario.actions),
        result: text(&scenario.result),
        before: text(&scenario.before),
        after: text(&scenario.after),
    }
}

fn last_told(one: &Conversation) -> LastTold {
    LastTold {
        conversation: one.id.0,
        held_on: one.held_on,
        goal: one.goal.clone(),
        result: one.change.code(),
        next_on: one.next_on,
    }
}

fn evidence(
    plan: &Published,
    planned: &PlannedOrder,
    brief: &Brief,
    (today, lang): (Date, Lang),
) -> EvidenceTold {
    let had = plan.process_of(&planned.order).map(|process| evidence_had(process, &brief.held));
    let had = had.unwrap_or_default();
    let (step, _) = plan.routing_of(&planned.order);
    let wanted = step.map(|step| evidence_wanted(step, &had, today)).unwrap_or_default();
    EvidenceTold {
        wanted: wanted
            .into_iter()
            .map(|one| Wanted {
                code: one.code.clone(),
                name: one.name.get(lang).to_owned(),
                valid_days: one.valid_days,
            })
            .collect(),
        had: had
            .iter()
            .map(|one| HadTold {
                code: one.evidence.code.clone(),
                name: one.evidence.name.get(lang).to_owned(),
                on: one.on,
                until: one.until,
                lapsed: one.has_lapsed(today),
            })
            .collect(),
    }
}
