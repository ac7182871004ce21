//! The archive apart: people at customers who leave what others work with, and whom its readers still find.
//!
//! One fact says it. What is shown of them goes, as when they are erased; their key is kept apart, and opens what
//! facts say for whoever reads the archive. To take them out again is to undo that fact.

use crate::content::{ARCHIVED, ASKING, CONSENT, CONTACT, CONVERSATION, Content, FILE, PROMISE};
use crate::erase::{FORGET_ANSWERS, FORGET_JOBS};
use crate::error::{Incident, StoreError};
use crate::keys::{self, Keys};
use crate::ledger::PAGE;
use crate::merge;
use crate::queries::Lineage;
use crate::reader::Reader;
use crate::writer::Tx;
use atelier_domain::execution::{Archive, Contact, Ground};
use atelier_domain::language::{ContactId, ConversationId, FileId, PromiseId, Refusal};
use atelier_domain::ledger::{Fact, FactId, Purpose, UNDO};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use uuid::Uuid;

/// Those who are there now, and not erased since, after one; those whose term ends first.
const THERE: &str = "SELECT a.id, a.ground, a.archived_on, a.until_on, a.conversations, a.promises, a.files, a.seq \
    FROM archives a JOIN archived_keys k ON k.tenant = a.tenant AND k.person = a.id \
    LEFT JOIN merges m ON m.tenant = a.tenant AND m.id = a.id \
    WHERE a.tenant = $1 AND (a.until_on, a.id) > ($2, $3) AND m.id IS NULL \
    ORDER BY a.until_on, a.id LIMIT $4";
const FACT_OF: &str = "SELECT f.id FROM archives a JOIN facts f ON f.tenant = a.tenant AND f.seq = a.seq \
    WHERE a.tenant = $1 AND a.id = $2";

/// What names somebody of the archive, by kind and identity.
pub(crate) fn naming(archive: &Archive) -> Vec<(&'static str, Uuid)> {
    let conversations = archive.conversations.iter().map(|id| (CONVERSATION, id.0));
    let promises = archive.promises.iter().map(|id| (PROMISE, id.0));
    conversations.chain(promises).chain(archive.files.iter().map(|id| (FILE, id.0))).collect()
}

impl Reader {
    /// Everybody in the archive apart, those whose term ends first before the others.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn archives(&mut self) -> Result<Vec<Archive>, StoreError> {
        let mut all: Vec<Archive> = Vec::new();
        loop {
            let last = all.last();
            let (until, id) =
                last.map(|last| (last.until.to_string(), last.person.to_string())).unwrap_or_default();
            let query = sqlx::query(THERE).bind(self.tenant()).bind(until).bind(id).bind(PAGE);
            let page: Vec<Archive> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
            let is_last = (page.len() as i64) < PAGE;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// Somebody in the archive apart; nothing of somebody who was erased since.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn archive(&mut self, person: ContactId) -> Result<Option<Archive>, StoreError> {
        if !self.is_archived(person).await? {
            return Ok(None);
        }
        self.one(person.to_string()).await
    }

    /// Whether somebody is in the archive apart.
    pub(crate) async fn is_archived(&mut self, person: ContactId) -> Result<bool, StoreError> {
        let query = sqlx::query(keys::ARCHIVED_KEY).bind(self.tenant()).bind(person.to_string());
        Ok(query.fetch_optional(self.conn()).await?.is_some())
    }

    /// The card of somebody in the archive apart, as it was last said.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn archived_contact(&mut self, person: ContactId) -> Result<Option<Contact>, StoreError> {
        if !self.is_archived(person).await? {
            return Ok(None);
        }
        let mut keys = Keys::of_archive(&self.tenant());
        let said = self.about(&mut keys, CONTACT, person.0).await?;
        let Some(last) = said.into_iter().rfind(|one| !one.fact.undone) else { return Ok(None) };
        match Content::read(CONTACT, &person.to_string(), &last.payload)? {
            Content::Contact(contact) => Ok(Some(contact)),
            _ => Err(Incident::unreadable("fact_rows", &person.to_string(), "is no contact")),
        }
    }

    /// Everything ever said of somebody in the archive apart, oldest first.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn archived_facts(&mut self, archive: &Archive) -> Result<Vec<Lineage>, StoreError> {
        let mut keys = Keys::of_archive(&self.tenant());
        let mut objects = naming(archive);
        for person in self.cards_of(archive.person).await? {
            objects.extend([(CONTACT, person.0), (ASKING, person.0)]);
            objects.extend(merge::consents_of(person).map(|id| (CONSENT, id)));
        }
        let mut all = Vec::new();
        for (kind, object) in objects {
            all.extend(self.about(&mut keys, kind, object).await?);
        }
        all.sort_by_key(|one| one.fact.seq);
        Ok(all)
    }
}

impl Tx {
    /// Puts somebody into the archive apart, until a day, and so the cards that were merged into theirs. Answers with
    /// the number of the fact.
    ///
    /// # Errors
    /// Refused `execution/unknown-contact`; an incident when the database does not answer.
    pub async fn archive_person(
        &mut self,
        (person, ground, on, until): (ContactId, Ground, Date, Date),
        (id, actor, now): (FactId, &str, Timestamp),
    ) -> Result<i64, StoreError> {
        if self.contact(person).await?.is_none() {
            return Err(Refusal::new("execution/unknown-contact").with("given", person.to_string()).into());
        }
        let all = self.cards_of(person).await?;
        let tenant = self.scope().tenant();
        let mut rows = Vec::new();
        for person in &all {
            let named = self.naming(*person).await?;
            let of = |kind| named.iter().filter(move |(of, _)| *of == kind).map(|(_, id)| *id);
            let archive = Archive {
                person: *person,
                ground,
                on,
                until,
                conversations: of(CONVERSATION).map(ConversationId).collect(),
                promises: of(PROMISE).map(PromiseId).collect(),
                files: of(FILE).map(FileId).collect(),
            };
            rows.push(Content::Archived(archive).row(tenant)?);
        }
        let (actor, source) = (actor.to_owned(), String::new());
        let purpose = Purpose::Control;
        let seq = self
            .append(&Fact { id, actor, recorded: now, purpose, act: ARCHIVED, corrects: None, source, rows })
            .await?;
        self.forget_answers(&all).await?;
        Ok(seq)
    }

    /// Takes somebody out of the archive apart: what was shown of them is shown again. Answers with the number of the
    /// fact.
    ///
    /// # Errors
    /// Refused `execution/not-archived`; an incident when the database does not answer.
    pub async fn take_out(
        &mut self,
        person: ContactId,
        (id, actor, now): (FactId, &str, Timestamp),
    ) -> Result<i64, StoreError> {
        let unknown = || Refusal::new("execution/not-archived").with("given", person.to_string());
        if !self.is_archived(person).await? {
            return Err(unknown().into());
        }
        let query = sqlx::query(FACT_OF).bind(self.tenant()).bind(person.to_string());
        let text: String = query.fetch_optional(self.conn()).await?.ok_or_else(unknown)?.try_get(0)?;
        let archived = text.parse().map_err(|why| Incident::unreadable("facts", &text, why))?;
        let (actor, source) = (actor.to_owned(), String::new());
        let (purpose, corrects, rows) = (Purpose::Control, Some(FactId(archived)), Vec::new());
        self.append(&Fact { id, actor, recorded: now, purpose, act: UNDO, corrects, source, rows }).await
    }

    /// Answers kept for repeated requests, and jobs that are over, may show people who are gone.
    pub(crate) async fn forget_answers(&mut self, people: &[ContactId]) -> Result<(), StoreError> {
        for person in people {
            let named = ["%", &person.to_string(), "%"].concat();
            for text in [FORGET_ANSWERS, FORGET_JOBS] {
                let query = sqlx::query(text).bind(self.tenant()).bind(named.clone());
                query.execute(self.conn()).await?;
            }
        }
        Ok(())
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[THERE, FACT_OF];
