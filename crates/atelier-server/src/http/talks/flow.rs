//! The flow board of a seller's conversations, firm by firm.

use super::PromiseTold;
use super::account::{GradeTold, role_of};
use crate::fault::Fault;
use crate::http::market::{LapsedTold, Lapses, hidden};
use crate::http::orders::moment;
use crate::http::{Answer, App, Asked, Problem, day::reaches};
use crate::rights::{Access, permit::ReadDay};
use crate::workbench::{DayRead, Frame, is_conversation, title};
use atelier_domain::controls::Reach;
use atelier_domain::execution::{ActionOrder, Conversation, FlowLine, flow, health};
use atelier_domain::language::{AccountId, Lang, Refusal};
use atelier_store::Reader;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Most firms of a board.
const FIRMS: usize = 60;

/// Whose board.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FlowAsked {
    /// Code of the seller; without one, one's own.
    pub person: Option<String>,
}

/// A conversation held, in a line.
#[derive(Serialize, ToSchema)]
pub struct HeldTold {
    conversation: Uuid,
    #[schema(value_type = String, format = Date)]
    on: Date,
    title: String,
    goal: String,
    /// `progress`, `no-progress`, `disqualified`.
    result: &'static str,
}

/// An action ahead, in a line.
#[derive(Serialize, ToSchema)]
pub struct DueTold {
    order: Uuid,
    case: Option<Uuid>,
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Date>,
    title: String,
    is_conversation: bool,
}

/// One firm of the board.
#[derive(Serialize, ToSchema)]
pub struct FlowFirm {
    account: Uuid,
    name: String,
    owner: String,
    health: GradeTold,
    held: Vec<HeldTold>,
    due: Vec<DueTold>,
    promised: Vec<PromiseTold>,
    /// Days without a conversation, from 21 on.
    silent_days: Option<i32>,
    /// Proofs of its open opportunities that have lapsed.
    lapsed: Vec<LapsedTold>,
}

/// Sums over the board.
#[derive(Default, Serialize, ToSchema)]
pub struct FlowTotals {
    held: usize,
    due: usize,
    promised: usize,
    overdue: usize,
    silent: usize,
}

/// The board, the most urgent firm first.
#[derive(Serialize, ToSchema)]
pub struct FlowBoard {
    #[schema(value_type = String, format = Date)]
    today: Date,
    totals: FlowTotals,
    /// At most sixty.
    accounts: Vec<FlowFirm>,
    /// How many firms there are in all.
    accounts_total: usize,
}

/// The board of a seller: what was held, what is due, what each side promised, who is silent.
///
/// # Errors
/// `app/no-plan`, `app/unknown-person`.
pub async fn board(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<FlowAsked>,
) -> Result<Answer<FlowBoard>, Problem> {
    let (problem, lang) = (asked.problem(), asked.lang());
    let office = &access.who.office;
    let frame = app.frame(office).await.map_err(&problem)?;
    let own = access.who.user.person.clone();
    let person = asked.of.person.clone().or(own).unwrap_or_default();
    let is_there = frame.summary.people.iter().any(|load| load.person == person);
    if !(is_there && reaches(&frame, &access, &person)) {
        let known = if access.reach == Reach::All { "–" } else { "" };
        let unknown = Refusal::new("app/unknown-person").with("given", person).with("known", known);
        return Err(hidden(&app, &access, is_there, unknown, lang).await);
    }
    let told = async {
        let today = moment(office, &frame)?.date();
        let read = app.day_of(office, &person, (today, today)).await?;
        let ahead = read.orders_ahead();
        let mut lines = flow(&read.cases, &read.held, &read.promises, &ahead, today);
        let accounts_total = lines.len();
        let totals = totals(&lines, today);
        lines.truncate(FIRMS);
        let mut reader = app.store.read(office.scope).await?;
        let owner = frame.name(&person);
        let (mut accounts, mut lapses) = (Vec::new(), Lapses::default());
        for (id, line) in lines {
            let mut lapsed = Vec::new();
            for case in read.cases.iter().filter(|case| case.account == Some(id)) {
                lapsed.extend(lapses.of(&mut reader, case, (today, lang)).await?);
            }
            accounts.push(firm(&mut reader, &read, (id, line, lapsed), (&owner, today), lang).await?);
        }
        Ok::<_, Fault>(FlowBoard { today, totals, accounts, accounts_total })
    };
    Ok(Answer::of(told.await.map_err(problem)?))
}

fn totals(lines: &[(AccountId, FlowLine<'_>)], today: Date) -> FlowTotals {
    lines.iter().fold(FlowTotals::default(), |sum, (_, line)| FlowTotals {
        held: sum.held + line.held.len(),
        due: sum.due + line.due.len(),
        promised: sum.promised + line.promised.len(),
        overdue: sum.overdue + line.overdue(today),
        silent: sum.silent + usize::from(line.silent_days.is_some()),
    })
}

async fn firm(
    reader: &mut Reader,
    read: &DayRead,
    (id, line, lapsed): (AccountId, FlowLine<'_>, Vec<LapsedTold>),
    (owner, today): (&str, Date),
    lang: Lang,
) -> Result<FlowFirm, Fault> {
    let name = reader.account(id).await?.map(|account| account.name).unwrap_or_default();
    let held = reader.conversations_at_account(id).await?;
    let promises = reader.promises_at_account(id).await?;
    let people = reader.contacts_of_account(id).await?;
    let health = health(&held, &promises, |one| role_of(one, &people), today);
    Ok(FlowFirm {
        account: id.0,
        name,
        owner: owner.to_owned(),
        health: GradeTold::of(&health),
        held: line.held.iter().map(|one| held_told(read.frame(), one, lang)).collect(),
        due: line.due.iter().map(|order| due_told(read.frame(), order, lang)).collect(),
        promised: line.promised.iter().map(|one| PromiseTold::of(one, today)).collect(),
        silent_days: line.silent_days,
        lapsed,
    })
}

fn held_told(frame: &Frame, one: &Conversation, lang: Lang) -> HeldTold {
    let (_, operation) = frame.routing(&one.process, &one.step, &one.operation);
    HeldTold {
        title: title(operation, &one.operation, lang),
        conversation: one.id.0,
        on: one.held_on,
        goal: one.goal.clone(),
        result: one.change.code(),
    }
}

fn due_told(frame: &Frame, order: &ActionOrder, lang: Lang) -> DueTold {
    let (_, operation) = frame.routing_of(order);
    DueTold {
        order: order.id.0,
        case: order.case.map(|id| id.0),
        on: order.start.map(jiff::civil::DateTime::date),
        title: operation.map_or_else(|| order.operation.clone(), |one| one.name.get(lang).to_owned()),
        is_conversation: is_conversation(operation),
    }
}
