//! Firms, the people there, opportunities: lists, one of them, written, in bulk.

pub mod accounts;
pub mod cases;
pub mod confirmations;
pub mod consents;
pub mod contacts;
mod lapsed;
pub mod merges;
mod names;
mod next;
pub mod verdicts;

pub use lapsed::{LapsedTold, Lapses};

use super::Problem;
use crate::fault::Fault;
use crate::rights::{Access, Permit, permit::ReadAccounts};
use atelier_domain::execution::{Contact, Person};
use atelier_domain::language::{AccountId, Refusal, Refusals, Value};
use atelier_store::Reader;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

/// Most records of a bulk request.
pub const BULK: usize = 500;
/// Bytes of a bulk request.
pub const BULK_BYTES: usize = 1024 * 1024;
/// Rows of a page when nothing is asked.
pub const ROWS: i64 = 50;
/// Most rows of a page.
pub const MOST_ROWS: i64 = 200;

/// A page of a list.
#[derive(Serialize)]
pub struct Rows<T> {
    /// The rows, in the order asked.
    pub rows: Vec<T>,
    /// What to ask the next page with, as `after`; nothing on the last.
    pub next: Option<String>,
}

impl<T: ToSchema> PartialSchema for Rows<T> {
    fn schema() -> RefOr<Schema> {
        let next = ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null]));
        let rows = ArrayBuilder::new().items(Ref::from_schema_name(T::name()));
        let page = ObjectBuilder::new().property("rows", rows).property("next", next);
        page.required("rows").required("next").build().into()
    }
}

impl<T: ToSchema> ToSchema for Rows<T> {
    fn schemas(all: &mut Vec<(String, RefOr<Schema>)>) {
        all.push((T::name().into_owned(), T::schema()));
        T::schemas(all);
    }
}

/// Rows asked for.
///
/// # Errors
/// `app/page-length`.
pub fn rows_asked(limit: Option<i64>) -> Result<i64, Refusal> {
    let rows = limit.unwrap_or(ROWS);
    if (1..=MOST_ROWS).contains(&rows) {
        return Ok(rows);
    }
    Err(Refusal::new("app/page-length").field("limit").with("given", rows).with("most", MOST_ROWS))
}

/// What a change says of something that may be empty: nothing, and it stays; `null`, and it is emptied; or what it becomes.
///
/// # Errors
/// What is no such value.
#[allow(clippy::option_option)] // unsaid, emptied, said: the three cases of a change
pub fn said<'de, D, T>(given: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(given).map(Some)
}

/// Whether a firm is within reach: somebody within reach has a case there, or nobody has one.
///
/// # Errors
/// An incident of the store.
pub async fn reaches_account<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    account: AccountId,
) -> Result<bool, Fault> {
    if access.reach == atelier_domain::controls::Reach::All {
        return Ok(true);
    }
    let owners = reader.owners_at(account).await?;
    Ok(owners.is_empty() || owners.iter().any(|owner| reaches_owner(access, Some(owner))))
}

/// The firms that somebody may name in what they write: those within its reach, and those that they see.
pub struct Sight<'a, P> {
    access: &'a Access<P>,
    reading: Option<Access<ReadAccounts>>,
}

impl<'a, P: Permit> Sight<'a, P> {
    /// # Errors
    /// An incident of the store.
    pub async fn of(app: &super::App, access: &'a Access<P>) -> Result<Self, Fault> {
        Ok(Self { access, reading: access.under(app).await? })
    }

    /// Whether they see a firm; nobody knows of one that is not there.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn sees(&self, reader: &mut Reader, account: AccountId) -> Result<bool, Fault> {
        if reaches_account(reader, self.access, account).await? {
            return Ok(true);
        }
        match &self.reading {
            Some(reading) => reaches_account(reader, reading, account).await,
            None => Ok(false),
        }
    }

    /// Whether they see somebody, who is at a firm that they see, at the firm `here` that all is about, or at none.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn sees_contact(
        &self,
        reader: &mut Reader,
        contact: &Contact,
        here: Option<AccountId>,
    ) -> Result<bool, Fault> {
        match contact.account {
            Some(account) if here != Some(account) => self.sees(reader, account).await,
            _ => Ok(true),
        }
    }

    /// The firm, when it is named and beyond their sight.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn beyond(&self, reader: &mut Reader, named: Option<AccountId>) -> Result<Vec<Uuid>, Fault> {
        let Some(account) = named else { return Ok(Vec::new()) };
        Ok(if self.sees(reader, account).await? { Vec::new() } else { vec![account.0] })
    }
}

/// A write refused: what it named out of reach is written down, once the write is given up.
pub async fn refused<P: Permit>(
    app: &super::App,
    access: &Access<P>,
    (write, beyond): (super::Write, &[Uuid]),
    problem: Problem,
) -> Problem {
    drop(write);
    for id in beyond {
        access.refused(app, &id.to_string()).await;
    }
    problem
}

/// Whether what somebody leads is within reach; what nobody leads is everybody's.
pub fn reaches_owner<P: Permit>(access: &Access<P>, owner: Option<&Person>) -> bool {
    owner.is_none_or(|owner| access.reaches(&owner.key, &owner.team))
}

/// Faults of the records of a bulk request, each at its place: `records[3].name`.
pub fn at_record(index: usize, fault: Fault, into: &mut Refusals) -> Result<(), Fault> {
    let refused = match fault {
        Fault::Refused(refused) => refused,
        incident @ Fault::Incident(_) => return Err(incident),
    };
    for refusal in refused.0 {
        let field = refusal.place.field.clone().unwrap_or_default();
        let place =
            if field.is_empty() { format!("records[{index}]") } else { format!("records[{index}].{field}") };
        into.push(refusal.field(&place));
    }
    Ok(())
}

/// How many records a bulk request may have.
///
/// # Errors
/// `app/bulk-length`.
pub fn bulk_length(count: usize) -> Result<(), Refusal> {
    if (1..=BULK).contains(&count) {
        return Ok(());
    }
    Err(Refusal::new("app/bulk-length").field("records").with("given", count).with("most", BULK))
}

/// What a bulk request wrote.
#[derive(Serialize, ToSchema)]
pub struct Written {
    /// Identities, in the order of the request.
    pub ids: Vec<uuid::Uuid>,
}

/// Something that is not there, or out of reach: told alike, and written down when it is there. A firm or somebody
/// merged into another within reach is said to be there.
pub async fn hidden<P: Permit>(
    app: &super::App,
    access: &Access<P>,
    is_there: bool,
    unknown: Refusal,
    lang: atelier_domain::language::Lang,
) -> Problem {
    let given = unknown.values.iter().find_map(|(name, value)| match value {
        Value::Text(text) if *name == "given" => Some(text.as_str()),
        _ => None,
    });
    let given = given.unwrap_or_default();
    if is_there {
        access.refused(app, given).await;
    } else if let Ok(id) = given.parse() {
        // It may be found under another.
        let moved = async {
            let mut reader = app.store.read(access.who.office.scope).await?;
            merges::moved(&mut reader, access, id).await
        };
        match moved.await {
            Ok(Some(moved)) => return Problem::of(moved.into(), lang),
            Ok(None) => {}
            Err(fault) => return Problem::of(fault, lang),
        }
    }
    Problem::of(unknown.into(), lang)
}
