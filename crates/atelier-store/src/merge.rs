//! Firms and people made one, and made two again.
//!
//! What facts say is left as it was said; the read tables show it under the one that stays
//! ([`Content::landed`]). So a merge and its end change rows of read tables only: those that refer to
//! one of both are read from their facts again.

use crate::content::{ACCOUNT, ASKING, CONSENT, CONTACT, Content, MERGE};
use crate::error::StoreError;
use crate::keys::Keys;
use crate::ledger::{PAGE, was_undone};
use crate::reader::Reader;
use crate::tables::MERGES;
use crate::truth::Truth;
use crate::writer::Tx;
use atelier_domain::execution::{
    Account, Channel, Choice, Consent, Contact, ContactAim, Merge, MergeOf, Merged,
};
use atelier_domain::language::{AccountId, ContactId, Refusal};
use atelier_domain::ledger::{Fact, FactId, Purpose, UNDO};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::{AnyConnection, Row as _};
use std::collections::HashSet;
use uuid::Uuid;

const INTO: &str = "SELECT id, kind, kept, seq FROM merges WHERE tenant = $1 AND kept = $2 ORDER BY id";
const FACT_OF: &str = "SELECT f.id, f.actor, f.recorded_us FROM merges m \
    JOIN facts f ON f.tenant = m.tenant AND f.seq = m.seq WHERE m.tenant = $1 AND m.id = $2";
/// What was last said of an object by a fact that was not undone.
pub(crate) const SAID_OF: &str = concat!(
    "SELECT r.seq, r.payload FROM fact_rows r WHERE r.tenant = $1 AND r.kind = $2 AND r.object = $3 AND NOT ",
    was_undone!("r.tenant", "r.seq"),
    " ORDER BY r.seq DESC, r.n DESC LIMIT 1"
);

/// Rows of a table that refer to `$2`, as their facts say them; and, of those said since the fact `$3`, what was
/// said before and not undone.
macro_rules! referring {
    ($($name:ident: $table:literal $column:literal $kind:literal);+ $(;)?) => {
        $(const $name: Referring = Referring {
            now: concat!("SELECT r.seq, r.kind, r.object, r.payload FROM ", $table, " t \
                JOIN fact_rows r ON r.tenant = t.tenant AND r.kind = '", $kind, "' AND r.object = t.id \
                AND r.seq = t.seq WHERE t.tenant = $1 AND t.", $column, " = $2 ORDER BY r.object, r.n"),
            since: concat!("SELECT r.seq, r.kind, r.object, r.payload, b.payload FROM ", $table, " t \
                JOIN fact_rows r ON r.tenant = t.tenant AND r.kind = '", $kind, "' AND r.object = t.id \
                AND r.seq = t.seq \
                JOIN fact_rows b ON b.tenant = t.tenant AND b.kind = '", $kind, "' AND b.object = t.id \
                AND b.seq < $3 AND NOT ", was_undone!("b.tenant", "b.seq"), " \
                WHERE t.tenant = $1 AND t.", $column, " = $2 AND t.seq > $3 ORDER BY r.object, b.seq, b.n, r.n"),
        };)+
        const REFERRING: &[&str] = &[$($name.now, $name.since),+];
    };
}

struct Referring {
    now: &'static str,
    since: &'static str,
}

referring! {
    DAUGHTERS: "accounts" "parent" "execution/account";
    PEOPLE: "contacts" "account" "execution/contact";
    CASES: "cases" "account" "execution/case";
    HELD_AT: "conversations" "account" "execution/conversation";
    PROMISED_AT: "promises" "account" "execution/promise";
    FILES_AT: "files" "account" "execution/file";
    JUDGED: "confirmations" "account" "controls/confirmation";
    HELD_WITH: "conversations" "person" "execution/conversation";
    PROMISED_WITH: "promises" "person" "execution/promise";
    FILES_ABOUT: "files" "person" "execution/file";
}

/// The columns that name firms, and those that name people.
fn referring(of: MergeOf) -> &'static [Referring] {
    const FIRMS: &[Referring] = &[DAUGHTERS, PEOPLE, CASES, HELD_AT, PROMISED_AT, FILES_AT, JUDGED];
    const PERSONS: &[Referring] = &[HELD_WITH, PROMISED_WITH, FILES_ABOUT];
    match of {
        MergeOf::Account => FIRMS,
        MergeOf::Contact => PERSONS,
    }
}

/// A row of a fact, as it is kept.
pub(crate) struct Kept {
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) object: String,
    pub(crate) payload: String,
}

/// The facts of what is shown as referring to a firm or a person.
pub(crate) async fn facts_referring(
    conn: &mut AnyConnection,
    tenant: &str,
    of: MergeOf,
    id: Uuid,
) -> Result<Vec<Kept>, StoreError> {
    let mut all = Vec::new();
    for Referring { now, .. } in referring(of) {
        let rows =
            sqlx::query(*now).bind(tenant.to_owned()).bind(id.to_string()).fetch_all(&mut *conn).await?;
        for row in rows {
            let (seq, kind) = (row.try_get(0)?, row.try_get(1)?);
            all.push(Kept { seq, kind, object: row.try_get(2)?, payload: row.try_get(3)? });
        }
    }
    Ok(all)
}

/// The facts that last said the one that is gone itself, and what they agreed to.
pub(crate) async fn facts_of(
    conn: &mut AnyConnection,
    tenant: &str,
    (of, id): (MergeOf, Uuid),
) -> Result<Vec<Kept>, StoreError> {
    let mut objects = vec![(if of == MergeOf::Account { ACCOUNT } else { CONTACT }, id)];
    if of == MergeOf::Contact {
        objects.push((ASKING, id));
        objects.extend(consents_of(ContactId(id)).map(|id| (CONSENT, id)));
    }
    last_said(conn, tenant, objects).await
}

/// The facts that last said each of some objects, and were not undone.
pub(crate) async fn last_said(
    conn: &mut AnyConnection,
    tenant: &str,
    objects: Vec<(&'static str, Uuid)>,
) -> Result<Vec<Kept>, StoreError> {
    let mut all = Vec::new();
    for (kind, object) in objects {
        let object = object.to_string();
        let query = sqlx::query(SAID_OF).bind(tenant.to_owned()).bind(kind).bind(object.clone());
        let Some(row) = query.fetch_optional(&mut *conn).await? else { continue };
        let (seq, payload) = (row.try_get(0)?, row.try_get(1)?);
        all.push(Kept { seq, kind: kind.to_owned(), object, payload });
    }
    Ok(all)
}

/// The identities of what somebody may have said of each channel and purpose.
pub fn consents_of(person: ContactId) -> impl Iterator<Item = Uuid> {
    let each = |channel: Channel| ContactAim::ALL.iter().map(move |aim| (channel, *aim));
    Channel::ALL.iter().copied().flat_map(each).map(move |(channel, aim)| {
        let (choice, on, source) = (Choice::Agreed, Date::ZERO, String::new());
        Consent { person, channel, aim, choice, on, source }.id()
    })
}

/// What is merged, as the facts say it.
pub(crate) async fn by_facts(
    conn: &mut AnyConnection,
    tenant: &str,
    undone: &HashSet<i64>,
) -> Result<Merged, StoreError> {
    let (mut merged, mut truth) = (Merged::default(), Truth::of(tenant, &[MERGE]));
    while let Some(latest) = truth.next(conn, undone).await? {
        if let Content::Merge(merge) = Content::read(latest.kind, &latest.object, &latest.payload)? {
            merged.add(merge);
        }
    }
    Ok(merged)
}

/// What is merged, as it is shown.
pub(crate) async fn shown(conn: &mut AnyConnection, tenant: &str) -> Result<Merged, StoreError> {
    let (mut merged, mut after) = (Merged::default(), String::new());
    loop {
        let page = MERGES.next_lines(conn, tenant, &after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(merged) };
        after.clone_from(&last.id);
        for line in page {
            merged.add(crate::table::Record::read(line.cells(&MERGES))?);
        }
    }
}

/// A merge with the fact that says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is merged.
    pub merge: Merge,
    /// The fact.
    pub fact: FactId,
    /// Who said so.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

impl Reader {
    /// Under what a firm or a person is found, when it was merged into another.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn merge_of(&mut self, gone: Uuid) -> Result<Option<Merge>, StoreError> {
        self.one(gone.to_string()).await
    }

    /// What was merged into a firm or a person, by identity.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn merged_into(&mut self, kept: Uuid) -> Result<Vec<Merge>, StoreError> {
        let query = sqlx::query(INTO).bind(self.tenant()).bind(kept.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// The cards of somebody: theirs, and those that were merged into it.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub(crate) async fn cards_of(&mut self, person: ContactId) -> Result<Vec<ContactId>, StoreError> {
        let merged = self.merged_into(person.0).await?.into_iter().map(|one| ContactId(one.gone));
        Ok(std::iter::once(person).chain(merged).collect())
    }

    /// Every merge in force, by the identity of what is gone.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn merges(&mut self) -> Result<Vec<Merge>, StoreError> {
        self.all().await
    }

    /// Who said that a merge is one, and when.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn merge_told(&mut self, merge: Merge) -> Result<Option<Told>, StoreError> {
        let query = sqlx::query(FACT_OF).bind(self.tenant()).bind(merge.gone.to_string());
        let Some(row) = query.fetch_optional(self.conn()).await? else { return Ok(None) };
        let id: String = row.try_get(0)?;
        let wrong = |why: String| crate::Incident::unreadable("facts", &id, why);
        let fact = FactId(id.parse().map_err(|why: uuid::Error| wrong(why.to_string()))?);
        let at = Timestamp::from_microsecond(row.try_get(2)?).map_err(|why| wrong(why.to_string()))?;
        Ok(Some(Told { merge, fact, actor: row.try_get(1)?, at }))
    }

    /// A firm, or the one under which it is found.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn account_now(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        match self.account(id).await? {
            Some(account) => Ok(Some(account)),
            None => match self.merge_of(id.0).await? {
                Some(merge) => self.account(AccountId(merge.kept)).await,
                None => Ok(None),
            },
        }
    }

    /// Somebody at a customer, or the card under which they are found.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn contact_now(&mut self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        match self.contact(id).await? {
            Some(contact) => Ok(Some(contact)),
            None => match self.merge_of(id.0).await? {
                Some(merge) => self.contact(ContactId(merge.kept)).await,
                None => Ok(None),
            },
        }
    }
}

impl Tx {
    /// Makes two again what was made one: a fact that names the merge. What was said of the one that stays since then
    /// stays said of it; what referred to the one that was gone before, and was changed since, refers to it again.
    /// Answers with the number of the new fact.
    ///
    /// # Errors
    /// Refused `execution/unknown-merge`; an incident when the database does not answer.
    pub async fn unmerge(
        &mut self,
        merge: Merge,
        (id, actor, now): (FactId, &str, Timestamp),
    ) -> Result<i64, StoreError> {
        let unknown = || Refusal::new("execution/unknown-merge").with("given", merge.gone.to_string());
        let told = self.merge_told(merge).await?.ok_or_else(unknown)?;
        let (_, seq) = self.versioned::<Merge>(merge.gone.to_string()).await?.ok_or_else(unknown)?;
        let back = self.changed_since(merge, seq).await?;
        let tenant = self.scope().tenant();
        let fact = Fact {
            id,
            actor: actor.to_owned(),
            recorded: now,
            purpose: Purpose::Performance,
            act: UNDO,
            corrects: Some(told.fact),
            source: String::new(),
            rows: back.iter().map(|content| content.row(tenant)).collect::<Result<_, _>>()?,
        };
        self.append(&fact).await
    }

    /// What was said since a merge of what referred to the one that is gone before it, as it is said when it refers
    /// to it again.
    async fn changed_since(&mut self, merge: Merge, seq: i64) -> Result<Vec<Content>, StoreError> {
        let tenant = self.tenant();
        let mut keys = Keys::of(&tenant);
        let (forth, back) = (
            Merged::from_iter([merge]),
            Merged::from_iter([Merge { gone: merge.kept, kept: merge.gone, ..merge }]),
        );
        let mut all: Vec<(String, Content)> = Vec::new();
        for Referring { since, .. } in referring(merge.of) {
            let query = sqlx::query(*since).bind(tenant.clone()).bind(merge.kept.to_string()).bind(seq);
            for row in query.fetch_all(self.conn()).await? {
                let (kind, object): (String, String) = (row.try_get(1)?, row.try_get(2)?);
                let mut said = Vec::new();
                for column in [3, 4] {
                    let payload: String = row.try_get(column)?;
                    let clear = keys.open(self.conn(), (&kind, &object), &payload).await?;
                    said.extend(clear.map(|clear| Content::read(&kind, &object, &clear)).transpose()?);
                }
                // The last thing said before decides.
                all.retain(|(known, _)| *known != object);
                if let [now, before] = said.as_slice()
                    && before.clone().landed(&forth).as_ref() != Some(before)
                    && let Some(again) = now.clone().landed(&back)
                    && again != *now
                {
                    all.push((object, again));
                }
            }
        }
        Ok(all.into_iter().map(|(_, content)| content).collect())
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) fn statements() -> impl Iterator<Item = &'static str> {
    [INTO, FACT_OF, SAID_OF].into_iter().chain(REFERRING.iter().copied())
}
