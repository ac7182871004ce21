//! Promises, people and files, as they are told.

use atelier_domain::execution::{Channel, Contact, ContactAim, EvidenceFile, Promise, Sayings};
use atelier_domain::language::{Catalogue, ContactId};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Somebody at a customer, to be spoken to.
#[derive(Serialize, ToSchema)]
pub struct ContactBrief {
    id: Uuid,
    name: String,
    function: String,
    phone: Option<String>,
    mail: Option<String>,
    language: Option<String>,
    /// That they must not be contacted as the action would, and why.
    barred: Option<String>,
}

impl From<Contact> for ContactBrief {
    fn from(contact: Contact) -> Self {
        let Contact { id, name, function, phone, mail, language, .. } = contact;
        Self { id: id.0, name, function, phone, mail, language, barred: None }
    }
}

/// What decides whether people may be contacted.
pub struct Contacting<'a> {
    pub said: &'a Sayings,
    pub aim: ContactAim,
    pub day: Date,
    pub words: &'static Catalogue,
}

impl Contacting<'_> {
    /// That somebody must not be contacted in a way, and why.
    pub fn barred(&self, (id, name): (ContactId, &str), way: Channel) -> Option<String> {
        let reach = self.said.barred(id, (way, self.aim), self.day)?;
        Some(reach.barring(name, way, self.words))
    }

    /// Somebody, without the number or the address that must not be used.
    pub fn brief(&self, contact: Contact, way: Option<Channel>) -> ContactBrief {
        let who = (contact.id, contact.name.as_str());
        let may = |way| self.barred(who, way).is_none();
        let (may_call, may_write) = (may(Channel::Phone), may(Channel::Mail));
        let barred = way.and_then(|way| self.barred(who, way));
        let brief = ContactBrief::from(contact);
        let (phone, mail) = (brief.phone.filter(|_| may_call), brief.mail.filter(|_| may_write));
        ContactBrief { phone, mail, barred, ..brief }
    }
}

/// A promise.
#[derive(Serialize, ToSchema)]
#[schema(as = Promise)]
pub struct PromiseTold {
    id: Uuid,
    /// `ours`, `theirs`.
    side: &'static str,
    what: String,
    #[schema(value_type = String, format = Date)]
    made_on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Option<Date>,
    /// `open`, `kept`, `broken`, `dropped`.
    state: &'static str,
    /// Still open, its day past.
    overdue: bool,
    #[schema(value_type = Option<String>, format = Date)]
    settled_on: Option<Date>,
    reason: String,
    case: Option<Uuid>,
    account: Option<Uuid>,
    conversation: Uuid,
    order: Uuid,
    contact: Option<Uuid>,
}

impl PromiseTold {
    /// As it is told on a day.
    pub fn of(promise: &Promise, today: Date) -> Self {
        Self {
            id: promise.id.0,
            side: promise.side.code(),
            what: promise.what.clone(),
            made_on: promise.made_on,
            due_on: promise.due_on,
            state: promise.state.code(),
            overdue: promise.is_overdue(today),
            settled_on: promise.settled_on,
            reason: promise.reason.clone(),
            case: promise.case.map(|id| id.0),
            account: promise.account.map(|id| id.0),
            conversation: promise.conversation.0,
            order: promise.order.0,
            contact: promise.person.map(|id| id.0),
        }
    }
}

/// A file that proves something.
#[derive(Serialize, ToSchema)]
#[schema(as = EvidenceFile)]
pub struct FileTold {
    id: Uuid,
    name: String,
    media: String,
    bytes: i64,
    sha256: String,
    order: Uuid,
    contact: Option<Uuid>,
    /// When it was added.
    added: String,
    /// Login of who added it.
    by: String,
}

impl From<&EvidenceFile> for FileTold {
    fn from(file: &EvidenceFile) -> Self {
        let added = jiff::Timestamp::from_microsecond(file.added_us).unwrap_or_default();
        Self {
            id: file.id.0,
            name: file.name.clone(),
            media: file.media.clone(),
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            order: file.order.0,
            contact: file.person.map(|id| id.0),
            added: added.to_string(),
            by: file.by.clone(),
        }
    }
}
