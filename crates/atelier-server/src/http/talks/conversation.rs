//! A conversation, as it is told.

use super::{ContactBrief, FileTold, PromiseTold};
use crate::workbench::{Frame, title};
use atelier_domain::execution::{Contact, Conversation, EvidenceFile, PlannedOrder, Promise, Side};
use atelier_domain::language::{Catalogue, Lang};
use atelier_domain::process::Channel;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Evidence from the customer.
#[derive(Serialize, ToSchema)]
pub struct ProofTold {
    code: String,
    name: String,
    #[schema(value_type = String, format = Date)]
    on: Date,
}

/// A conversation held.
#[derive(Serialize, ToSchema)]
#[schema(as = Conversation)]
pub struct ConversationTold {
    id: Uuid,
    order: Uuid,
    case: Option<Uuid>,
    account: Option<Uuid>,
    customer: String,
    title: String,
    /// How it was held, when nothing had planned it: `visit`, `video`, `call`, `mail`.
    channel: Option<&'static str>,
    #[schema(value_type = String, format = Date)]
    held_on: Date,
    /// `progress`, `no-progress`, `disqualified`.
    result: &'static str,
    goal: String,
    note: String,
    contact: Option<ContactBrief>,
    ours: Vec<PromiseTold>,
    theirs: Vec<PromiseTold>,
    #[schema(value_type = Option<String>, format = Date)]
    next_on: Option<Date>,
    evidence: Option<ProofTold>,
    files: Vec<FileTold>,
    /// Codes of those of us who were there.
    sellers: Vec<String>,
    /// Login of who captured it.
    by: String,
    /// When.
    recorded: String,
    /// Whether it may still be undone.
    can_undo: bool,
}

/// What is known around a conversation.
pub(super) struct Around<'a> {
    pub planned: Option<&'a PlannedOrder>,
    pub contact: Option<Contact>,
    pub promises: &'a [Promise],
    pub files: &'a [EvidenceFile],
    pub can_undo: bool,
}

/// A conversation, with what is known around it.
pub(super) fn told(
    frame: &Frame,
    one: &Conversation,
    around: Around<'_>,
    (today, lang): (Date, Lang),
) -> ConversationTold {
    let words = Catalogue::of(lang);
    let newest = || frame.routing(&one.process, &one.step, &one.operation);
    let (step, operation) = around.planned.map_or_else(newest, |planned| frame.routing_of(&planned.order));
    let side = |side: Side| {
        let of_side = around.promises.iter().filter(|promise| promise.side == side);
        of_side.map(|promise| PromiseTold::of(promise, today)).collect()
    };
    let name = |code: &str| {
        let known = step.and_then(|step| step.evidence.iter().find(|kind| kind.code == code));
        known.map_or_else(|| code.to_owned(), |kind| kind.name.get(lang).to_owned())
    };
    ConversationTold {
        id: one.id.0,
        order: one.order.0,
        case: one.case.map(|id| id.0),
        account: one.account.map(|id| id.0),
        customer: around.planned.map(|planned| frame.customer(planned, words)).unwrap_or_default(),
        title: title(operation, &one.operation, lang),
        channel: one.channel.map(Channel::code),
        held_on: one.held_on,
        result: one.change.code(),
        goal: one.goal.clone(),
        note: one.note.clone(),
        contact: around.contact.map(ContactBrief::from),
        ours: side(Side::Ours),
        theirs: side(Side::Theirs),
        next_on: one.next_on,
        evidence: one.evidence.as_ref().map(|proof| ProofTold {
            code: proof.kind.clone(),
            name: name(&proof.kind),
            on: proof.on,
        }),
        files: around.files.iter().map(FileTold::from).collect(),
        sellers: one.sellers.clone(),
        by: one.by.clone(),
        recorded: jiff::Timestamp::from_microsecond(one.captured_us).unwrap_or_default().to_string(),
        can_undo: around.can_undo,
    }
}
