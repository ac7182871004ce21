//! A conversation that nothing had planned, noted afterwards.

use super::capture::{CaptureDraft, Decided, PromiseDraft, beyond, decided};
use super::conversation::{Around, ConversationTold, told};
use crate::fault::Fault;
use crate::http::market::{self, Sight, cases};
use crate::http::orders::moment;
use crate::http::{App, Keyed, Made, Problem};
use crate::rights::{Access, Permit, permit::WriteOrders};
use crate::workbench::{Capturing, Published, Written, capture_in, noted, step_for, still_open};
use atelier_domain::execution::{Account, Captured, Case, Change, given_up};
use atelier_domain::language::{AccountId, CaseId, ContactId, Refusal, Refusals};
use atelier_domain::process::Channel;
use atelier_store::Reader;
use axum::extract::State;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A conversation that nothing had planned: where it belongs, how it was held, and what came out of it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteDraft {
    /// The firm; else that of the opportunity, else that of who it was with.
    #[serde(default)]
    account: Option<Uuid>,
    /// The open opportunity it was about, if it was about one.
    #[serde(default)]
    case: Option<Uuid>,
    /// `visit`, `video`, `call`, `mail`.
    #[serde(default)]
    channel: String,
    /// `progress`, `no-progress`, `disqualified`.
    result: String,
    /// The day; else today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    held_on: Option<Date>,
    /// Time it took; else a quarter of an hour.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1440)]
    minutes: Option<i64>,
    /// That a time longer than the day is meant.
    #[serde(default)]
    confirm: bool,
    /// With whom.
    #[serde(default)]
    contact: Option<Uuid>,
    /// The goal, in the customer's words.
    #[serde(default)]
    #[schema(max_length = 500)]
    goal: String,
    /// A note to oneself.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: String,
    /// What we promised, at most five.
    #[serde(default)]
    ours: Vec<PromiseDraft>,
    /// What the customer promised, at most five.
    #[serde(default)]
    theirs: Vec<PromiseDraft>,
    /// Day agreed for the next one.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    next_on: Option<Date>,
    /// Kind of evidence from the customer: one that the step of the opportunity asks for.
    #[serde(default)]
    evidence: Option<String>,
    /// Day of the evidence; else that of the conversation.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    evidence_on: Option<Date>,
    /// Seconds from the opening of the form to its sending, when they were measured.
    #[serde(default)]
    #[schema(minimum = 0)]
    entry_seconds: Option<i64>,
}

impl NoteDraft {
    /// What came out of it, as of a conversation that was planned.
    fn capture(&self) -> CaptureDraft {
        let said = self.clone();
        CaptureDraft {
            result: said.result,
            held_on: said.held_on,
            minutes: said.minutes,
            confirm: said.confirm,
            contact: said.contact,
            goal: said.goal,
            note: said.note,
            ours: said.ours,
            theirs: said.theirs,
            next_on: said.next_on,
            evidence: said.evidence,
            evidence_on: said.evidence_on,
            files: Vec::new(),
            entry_seconds: said.entry_seconds,
        }
    }
}

/// Where a conversation belongs, as far as what it names is there and within reach.
#[derive(Default)]
struct Place {
    account: Option<Account>,
    case: Option<Case>,
    /// What it names out of reach.
    beyond: Vec<Uuid>,
    refused: Refusals,
}

/// Notes a conversation that nothing had planned: its action order and what was said are one fact, so that all that
/// reads conversations reads it alike, and one undoing takes both back.
///
/// # Errors
/// `app/no-plan`, `execution/not-of-the-workshop`, `execution/unknown-channel`, `execution/unknown-case`,
/// `execution/case-not-open`, `execution/unknown-account`, `execution/no-firm-said`, `execution/case-of-another-firm`,
/// `app/unknown-state`, `app/confirm-time`, every fault of what is said.
pub async fn note(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told_to: Keyed<NoteDraft>,
) -> Result<Made<ConversationTold>, Problem> {
    let (problem, lang) = (told_to.asked.problem(), told_to.asked.lang());
    let draft = told_to.body.capture();
    let frame = app.frame(&access.who.office).await.map_err(&problem)?;
    let now = moment(&access.who.office, &frame).map_err(&problem)?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told_to.begin(&app, &access).await?;
    let placed = place(&mut write.tx, &sight, &access, &told_to.body).await;
    let mut place = placed.map_err(&problem)?;
    if !place.refused.0.is_empty() {
        let wrong = draft.talk().checked(draft.held_on.unwrap_or(now.date()), now.date()).err();
        place.refused.0.extend(wrong.into_iter().flat_map(|more| more.0));
        let problem = problem(place.refused.into());
        return Err(market::refused(&app, &access, (write, &place.beyond), problem).await);
    }
    let person = access.who.user.person.as_deref().unwrap_or_default();
    let planned = noted(&frame, (place.account.as_ref(), place.case.as_ref()), person);
    let stored = match place.case.as_ref() {
        Some(case) => write.tx.orders_of_case(case.id).await.map_err(|error| problem(error.into()))?,
        None => Vec::new(),
    };
    let plan = Published::around(frame, &stored).map_err(&problem)?;
    let proved = step_for(draft.evidence.as_deref(), &plan, &planned);
    proved.map_err(|refusal| problem(refusal.into()))?;
    let decided = decided(&app, &access, (plan, planned), &draft, lang).await.map_err(&problem)?;
    let Decided { plan, changed, advance, days } = decided;
    let is_given_up = draft.result == Change::Disqualified.code();
    let advance = advance.or_else(|| given_up(place.case.as_ref().filter(|_| is_given_up)?, days.0));
    let mut talk = draft.talk();
    talk.channel = Channel::spoken(&told_to.body.channel);
    let account = place.account.map(|account| account.id);
    let (tx, office, act) = write.parts();
    let capturing = Capturing { changed: &changed, advance, talk, days, account, beyond: false };
    let written = capture_in(tx, office, capturing, &act).await.map_err(&problem)?;
    let Written { captured: Captured { conversation, promises }, files, contact, version } = written;
    let around =
        Around { planned: changed.first(), contact, promises: &promises, files: &files, can_undo: true };
    let shown = told(&plan, &conversation, around, (days.0, lang));
    write.end(Made::of(shown).at(version)).await
}

/// Where it belongs, with every fault of that.
async fn place<P: Permit>(
    reader: &mut Reader,
    sight: &Sight<'_, P>,
    access: &Access<P>,
    draft: &NoteDraft,
) -> Result<Place, Fault> {
    let mut place = Place::default();
    if access.who.user.person.is_none() {
        place.refused.push(Refusal::new("execution/not-of-the-workshop"));
    }
    if Channel::spoken(&draft.channel).is_none() {
        let known = Channel::SPOKEN.map(Channel::code).join(", ");
        let refusal = Refusal::new("execution/unknown-channel").field("channel");
        place.refused.push(refusal.with("given", draft.channel.as_str()).with("known", known));
    }
    if let Some(id) = draft.case {
        of_case(reader, access, id, &mut place).await?;
    }
    let met = of_contact(reader, sight, draft, &mut place).await?;
    let of_case = place.case.as_ref().and_then(|case| case.account);
    let is_case_wrong = draft.case.is_some() && place.case.is_none();
    match (draft.account.map(AccountId), of_case, met) {
        (Some(said), Some(of_case), _) if said != of_case => {
            place.refused.push(Refusal::new("execution/case-of-another-firm").field("case"));
        }
        (_, Some(firm), _) | (None, None, Some(firm)) => place.account = reader.account(firm).await?,
        (Some(said), None, _) => of_firm(reader, sight, said, &mut place).await?,
        (None, None, None) if draft.contact.is_none() && !is_case_wrong => {
            place.refused.push(Refusal::new("execution/no-firm-said").field("account"));
        }
        (None, None, None) => {}
    }
    Ok(place)
}

async fn of_case<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    id: Uuid,
    place: &mut Place,
) -> Result<(), Fault> {
    let (found, is_within) = cases::find(reader, access, CaseId(id)).await?;
    match (found, is_within) {
        (Some((case, _)), true) => match still_open(case) {
            Ok(case) => place.case = Some(case),
            Err(refusal) => place.refused.push(refusal),
        },
        (found, _) => {
            place.beyond.extend(found.map(|_| id));
            place.refused.push(cases::unknown(&id.to_string()).field("case"));
        }
    }
    Ok(())
}

/// The firm of who it was with.
async fn of_contact<P: Permit>(
    reader: &mut Reader,
    sight: &Sight<'_, P>,
    draft: &NoteDraft,
    place: &mut Place,
) -> Result<Option<AccountId>, Fault> {
    let Some(id) = draft.contact else { return Ok(None) };
    let here = place.case.as_ref().and_then(|case| case.account);
    let unseen = beyond(reader, sight, (Some(id), here)).await?;
    let found = reader.contact_now(ContactId(id)).await?.filter(|_| unseen.is_empty());
    if found.is_none() {
        let refusal = Refusal::new("execution/unknown-contact").field("contact");
        place.refused.push(refusal.with("given", id.to_string()));
    }
    place.beyond.extend(unseen);
    Ok(found.and_then(|contact| contact.account))
}

async fn of_firm<P: Permit>(
    reader: &mut Reader,
    sight: &Sight<'_, P>,
    id: AccountId,
    place: &mut Place,
) -> Result<(), Fault> {
    let found = reader.account(id).await?;
    let is_seen = found.is_some() && sight.sees(reader, id).await?;
    if !is_seen {
        place.beyond.extend(found.as_ref().map(|_| id.0));
        let refusal = Refusal::new("execution/unknown-account").field("account");
        place.refused.push(refusal.with("given", id.to_string()));
    }
    place.account = found.filter(|_| is_seen);
    Ok(())
}
