//! What the rows of facts mean: each kind of row is one kind of thing, told as JSON.

use crate::error::{Incident, StoreError};
use crate::tables::{Company, Sheet, StoredOrder, StoredPlan, passage_id, unit_id};
use atelier_domain::controls::{Confirmation, Gate, Unit, User, Webhook};
use atelier_domain::execution::{
    Account, Archive, Aside, Asking, Case, Consent, Contact, Conversation, Deferral, Erasure, EvidenceFile,
    Merge, Merged, Passage, Person, Product, Promise,
};
use atelier_domain::language::TenantId;
use atelier_domain::ledger::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// One thing that a fact says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// `execution/company`.
    Company(Company),
    /// `execution/account`.
    Account(Account),
    /// `execution/person`.
    Person(Person),
    /// `execution/product`.
    Product(Product),
    /// `execution/case`.
    Case(Case),
    /// `execution/passage`.
    Passage(Passage),
    /// `process/sheet`.
    Sheet(Sheet),
    /// `planning/plan`: orders of its scope that were not released yet make room. It comes before
    /// its own orders in the fact.
    Plan(StoredPlan),
    /// `planning/order`: an order as planned.
    Order(StoredOrder),
    /// `execution/order`: an order after a declaration.
    Declared(StoredOrder),
    /// `execution/contact`.
    Contact(Contact),
    /// `execution/consent`.
    Consent(Consent),
    /// `controls/gate`.
    Gate(Gate),
    /// `execution/erase`: what was said of the person is gone with their key.
    Erased(Erasure),
    /// `controls/user`.
    User(User),
    /// `controls/unit`.
    Unit(Unit),
    /// `controls/webhook`.
    Webhook(Webhook),
    /// `execution/conversation`.
    Conversation(Conversation),
    /// `execution/promise`.
    Promise(Promise),
    /// `execution/file`: its bytes are kept beside the facts.
    File(EvidenceFile),
    /// `execution/deferral`.
    Deferral(Deferral),
    /// `execution/aside`.
    Aside(Aside),
    /// `execution/asking`.
    Asking(Asking),
    /// `execution/merge`: what refers to the one that is gone is shown under the one that stays.
    Merge(Merge),
    /// `controls/confirmation`.
    Confirmation(Confirmation),
    /// `execution/archive`: what was said of the person is read by those of the archive only.
    Archived(Archive),
}

/// Kind of a company row.
pub const COMPANY: &str = "execution/company";
/// Kind of an account row.
pub const ACCOUNT: &str = "execution/account";
/// Kind of a person row.
pub const PERSON: &str = "execution/person";
/// Kind of a product row.
pub const PRODUCT: &str = "execution/product";
/// Kind of a case row.
pub const CASE: &str = "execution/case";
/// Kind of a passage row.
pub const PASSAGE: &str = "execution/passage";
/// Kind of a sheet row.
pub const SHEET: &str = "process/sheet";
/// Kind of a plan row.
pub const PLAN: &str = "planning/plan";
/// Kind of an order row, as planned.
pub const ORDER: &str = "planning/order";
/// Kind of an order row, as declared.
pub const DECLARED: &str = "execution/order";
/// Kind of a contact row.
pub const CONTACT: &str = "execution/contact";
/// Kind of a consent row.
pub const CONSENT: &str = "execution/consent";
/// Kind of a gate row.
pub const GATE: &str = "controls/gate";
/// Kind of an erasure row.
pub const ERASED: &str = "execution/erase";
/// Kind of a user row.
pub const USER: &str = "controls/user";
/// Kind of a unit row.
pub const UNIT: &str = "controls/unit";
/// Kind of a row of a subscription.
pub const WEBHOOK: &str = "controls/webhook";
/// Kind of a row of a conversation held.
pub const CONVERSATION: &str = "execution/conversation";
/// Kind of a row of a promise.
pub const PROMISE: &str = "execution/promise";
/// Kind of a row of a file.
pub const FILE: &str = "execution/file";
/// Kind of a row of work put off.
pub const DEFERRAL: &str = "execution/deferral";
/// Kind of a row of a suggestion put aside.
pub const ASIDE: &str = "execution/aside";
/// Kind of a row of the question whether somebody wants to stay.
pub const ASKING: &str = "execution/asking";
/// Kind of a row of two firms, or two people, made one.
pub const MERGE: &str = "execution/merge";
/// Kind of a row of a verdict on a won deal.
pub const CONFIRMATION: &str = "controls/confirmation";
/// Kind of a row of somebody in the archive apart.
pub const ARCHIVED: &str = "execution/archive";

impl Content {
    /// `word/thing`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Company(_) => COMPANY,
            Self::Account(_) => ACCOUNT,
            Self::Person(_) => PERSON,
            Self::Product(_) => PRODUCT,
            Self::Case(_) => CASE,
            Self::Passage(_) => PASSAGE,
            Self::Sheet(_) => SHEET,
            Self::Plan(_) => PLAN,
            Self::Order(_) => ORDER,
            Self::Declared(_) => DECLARED,
            Self::Contact(_) => CONTACT,
            Self::Consent(_) => CONSENT,
            Self::Gate(_) => GATE,
            Self::Erased(_) => ERASED,
            Self::User(_) => USER,
            Self::Unit(_) => UNIT,
            Self::Webhook(_) => WEBHOOK,
            Self::Conversation(_) => CONVERSATION,
            Self::Promise(_) => PROMISE,
            Self::File(_) => FILE,
            Self::Deferral(_) => DEFERRAL,
            Self::Aside(_) => ASIDE,
            Self::Asking(_) => ASKING,
            Self::Merge(_) => MERGE,
            Self::Confirmation(_) => CONFIRMATION,
            Self::Archived(_) => ARCHIVED,
        }
    }

    /// The object it is about: same content, same object, on every machine.
    pub fn object(&self, tenant: TenantId) -> Uuid {
        match self {
            Self::Company(_) | Self::Gate(_) => tenant.0,
            Self::Account(account) => account.id.0,
            Self::Person(person) => person.id.0,
            Self::Product(product) => product.id.0,
            Self::Case(case) => case.id.0,
            Self::Passage(passage) => passage_id(passage),
            Self::Sheet(sheet) => sheet.id(tenant),
            Self::Plan(plan) => plan.id,
            Self::Order(order) | Self::Declared(order) => order.id,
            Self::Contact(contact) => contact.id.0,
            Self::Consent(consent) => consent.id(),
            Self::Erased(erasure) => erasure.person.0,
            Self::User(user) => user.id.0,
            Self::Unit(unit) => unit_id(tenant, unit),
            Self::Webhook(webhook) => webhook.id.0,
            Self::Conversation(it) => it.id.0,
            Self::Promise(it) => it.id.0,
            Self::File(it) => it.id.0,
            Self::Deferral(it) => it.of.order.0,
            Self::Aside(it) => it.of.about.id(),
            Self::Asking(it) => it.person.0,
            Self::Merge(it) => it.gone,
            Self::Confirmation(it) => it.case.0,
            Self::Archived(it) => it.person.0,
        }
    }

    /// As a row of a fact, true from the day it is recorded.
    ///
    /// # Errors
    /// An incident when it cannot be told as JSON.
    pub fn row(&self, tenant: TenantId) -> Result<Row, StoreError> {
        Ok(Row { kind: self.kind(), object: self.object(tenant), valid: None, payload: self.payload()? })
    }

    /// As it is shown once firms and people are `merged`: what it refers to is the one that stays; nothing when it
    /// is itself said of one that is gone.
    pub(crate) fn landed(mut self, merged: &Merged) -> Option<Self> {
        if merged.is_empty() {
            return Some(self);
        }
        let account = |id: &mut Option<_>| *id = id.map(|id| merged.account(id));
        let person = |id: &mut Option<_>| *id = id.map(|id| merged.contact(id));
        match &mut self {
            Self::Account(it) if merged.is_gone(it.id.0) => return None,
            Self::Account(it) => {
                account(&mut it.parent);
                it.parent = it.parent.filter(|parent| *parent != it.id);
            }
            Self::Contact(it) if merged.is_gone(it.id.0) => return None,
            Self::Contact(it) => account(&mut it.account),
            Self::Consent(it) if merged.is_gone(it.person.0) => return None,
            Self::Asking(it) if merged.is_gone(it.person.0) => return None,
            Self::Case(it) => account(&mut it.account),
            Self::Conversation(it) => {
                account(&mut it.account);
                person(&mut it.person);
            }
            Self::Promise(it) => {
                account(&mut it.account);
                person(&mut it.person);
            }
            Self::File(it) => {
                account(&mut it.account);
                person(&mut it.person);
            }
            Self::Confirmation(it) => account(&mut it.sold.account),
            _ => {}
        }
        Some(self)
    }

    /// The JSON of a row, fields in the order of the type: the same thing is always the same text.
    ///
    /// # Errors
    /// An incident when it cannot be told as JSON.
    pub fn payload(&self) -> Result<String, StoreError> {
        match self {
            Self::Company(it) => told(it),
            Self::Account(it) => told(it),
            Self::Person(it) => told(it),
            Self::Product(it) => told(it),
            Self::Case(it) => told(it),
            Self::Passage(it) => told(it),
            Self::Sheet(it) => told(it),
            Self::Plan(it) => told(it),
            Self::Order(it) | Self::Declared(it) => told(it),
            Self::Contact(it) => told(it),
            Self::Consent(it) => told(it),
            Self::Gate(it) => told(it),
            Self::Erased(it) => told(it),
            Self::User(it) => told(it),
            Self::Unit(it) => told(it),
            Self::Webhook(it) => told(it),
            Self::Conversation(it) => told(it),
            Self::Promise(it) => told(it),
            Self::File(it) => told(it),
            Self::Deferral(it) => told(it),
            Self::Aside(it) => told(it),
            Self::Asking(it) => told(it),
            Self::Merge(it) => told(it),
            Self::Confirmation(it) => told(it),
            Self::Archived(it) => told(it),
        }
    }

    /// What a row says.
    ///
    /// # Errors
    /// An incident for a kind that nobody reads or a payload that does not read as its kind.
    pub fn read(kind: &str, object: &str, payload: &str) -> Result<Self, StoreError> {
        match kind {
            COMPANY => heard(object, payload).map(Self::Company),
            ACCOUNT => heard(object, payload).map(Self::Account),
            PERSON => heard(object, payload).map(Self::Person),
            PRODUCT => heard(object, payload).map(Self::Product),
            CASE => heard(object, payload).map(Self::Case),
            PASSAGE => heard(object, payload).map(Self::Passage),
            SHEET => heard(object, payload).map(Self::Sheet),
            PLAN => heard(object, payload).map(Self::Plan),
            ORDER => heard(object, payload).map(Self::Order),
            DECLARED => heard(object, payload).map(Self::Declared),
            CONTACT => heard(object, payload).map(Self::Contact),
            CONSENT => heard(object, payload).map(Self::Consent),
            GATE => heard(object, payload).map(Self::Gate),
            ERASED => heard(object, payload).map(Self::Erased),
            USER => heard(object, payload).map(Self::User),
            UNIT => heard(object, payload).map(Self::Unit),
            WEBHOOK => heard(object, payload).map(Self::Webhook),
            CONVERSATION => heard(object, payload).map(Self::Conversation),
            PROMISE => heard(object, payload).map(Self::Promise),
            FILE => heard(object, payload).map(Self::File),
            DEFERRAL => heard(object, payload).map(Self::Deferral),
            ASIDE => heard(object, payload).map(Self::Aside),
            ASKING => heard(object, payload).map(Self::Asking),
            MERGE => heard(object, payload).map(Self::Merge),
            CONFIRMATION => heard(object, payload).map(Self::Confirmation),
            ARCHIVED => heard(object, payload).map(Self::Archived),
            _ => Err(Incident::unreadable("fact_rows", object, ["unknown kind", kind].join(" "))),
        }
    }
}

pub(crate) fn told(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|why| Incident::unreadable("fact_rows", "new", why))
}

fn heard<T: DeserializeOwned>(object: &str, payload: &str) -> Result<T, StoreError> {
    serde_json::from_str(payload).map_err(|why| Incident::unreadable("fact_rows", object, why))
}

/// The first bytes of the SHA-256 of a payload: enough to tell whether the same thing is said again.
pub fn payload_hash(payload: &str) -> u64 {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(payload.as_bytes()).iter().take(8).fold(0, |hash, byte| (hash << 8) | u64::from(*byte))
}
