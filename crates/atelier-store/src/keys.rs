//! A key for each person: what facts say of somebody is kept sealed under it, so that the end of the
//! key is the end of what was said, while every entry of the ledger stays as it was.
//!
//! A sealed payload is `{"sealed":"…","person":"…"}`: nonce and ciphertext (XChaCha20-Poly1305, base64)
//! bound to company, kind and object, and whose key opens it. The ledger, its digest, its tree and its
//! backups hold this text. A person without a key was erased, or is new. The key of somebody who is in the archive
//! apart is kept apart too: whoever opens with the others finds nothing, as of somebody erased.

use crate::bulk::Bulk;
use crate::cell::Cell;
use crate::content::{ASKING, CONSENT, CONTACT, CONVERSATION, FILE, PROMISE, told};
use crate::error::{Incident, StoreError};
use crate::ledger::PAGE;
use crate::table::Column;
use crate::tables::ERASURES;
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, Row as _};
use std::borrow::Cow;
use std::collections::HashMap;

pub(crate) const KEY: &str = "SELECT key FROM person_keys WHERE tenant = $1 AND person = $2";
const PAGE_OF_KEYS: &str =
    "SELECT person, key FROM person_keys WHERE tenant = $1 AND person > $2 ORDER BY person LIMIT $3";
const ADD: &str = "INSERT INTO person_keys (tenant, person, key) VALUES ";
pub(crate) const BRING_BACK: &str = "INSERT INTO person_keys (tenant, person, key) VALUES ($1, $2, $3)";
const DESTROY: &str = "DELETE FROM person_keys WHERE tenant = $1 AND person = $2";
/// The same of those who are in the archive apart: nothing that people work with is opened with these.
pub(crate) const ARCHIVED_KEY: &str = "SELECT key FROM archived_keys WHERE tenant = $1 AND person = $2";
const PAGE_OF_ARCHIVED: &str =
    "SELECT person, key FROM archived_keys WHERE tenant = $1 AND person > $2 ORDER BY person LIMIT $3";
const DESTROY_ARCHIVED: &str = "DELETE FROM archived_keys WHERE tenant = $1 AND person = $2";
const ARCHIVE: &str = "INSERT INTO archived_keys (tenant, person, key) \
    SELECT tenant, person, key FROM person_keys WHERE tenant = $1 AND person = $2 \
    ON CONFLICT (tenant, person) DO UPDATE SET key = excluded.key";
const TAKE_OUT: &str = "INSERT INTO person_keys (tenant, person, key) \
    SELECT tenant, person, key FROM archived_keys WHERE tenant = $1 AND person = $2 \
    ON CONFLICT (tenant, person) DO UPDATE SET key = excluded.key";

/// Keys asked for one by one before all of them are read.
const BY_ONE: usize = 32;
const NONCE: usize = 24;
const SEALED: &str = "{\"sealed\":";

/// A row of facts about a person, as it is kept.
#[derive(Serialize, Deserialize)]
struct Sealed {
    sealed: String,
    person: String,
}

type Key = [u8; 32];

enum Known {
    Key(Key),
    Erased,
    Archived,
}

/// Which keys open what is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// Those of the people that one works with.
    Working,
    /// Those of the archive apart.
    Archive,
}

/// The keys of a company's people, as far as they were needed.
pub(crate) struct Keys {
    tenant: String,
    opened: Opened,
    known: HashMap<String, Known>,
    asked: usize,
    whole: bool,
    fresh: Bulk,
}

/// Who a row about a person is about, sealed or not: the object, or what it names. A conversation, a promise or
/// a file may be about nobody.
pub(crate) fn person_of<'a>(
    kind: &str,
    object: &'a str,
    payload: &str,
) -> Result<Option<Cow<'a, str>>, StoreError> {
    #[derive(Deserialize)]
    struct About {
        person: Option<String>,
    }
    if kind == CONTACT {
        return Ok(Some(Cow::Borrowed(object)));
    }
    let about: Result<About, _> = serde_json::from_str(payload);
    about
        .map(|about| about.person.map(Cow::Owned))
        .map_err(|why| Incident::unreadable("fact_rows", object, why))
}

/// Whether rows of this kind are about a person at a customer.
fn is_personal(kind: &str) -> bool {
    [CONTACT, CONSENT, ASKING, CONVERSATION, PROMISE, FILE].contains(&kind)
}

impl Keys {
    pub(crate) fn of(tenant: &str) -> Self {
        Self::opening(tenant, Opened::Working)
    }

    /// Those of the archive apart, for its readers: they open nothing else.
    pub(crate) fn of_archive(tenant: &str) -> Self {
        Self::opening(tenant, Opened::Archive)
    }

    fn opening(tenant: &str, opened: Opened) -> Self {
        let fresh = Bulk::adding(ADD, &[Column::Text; 3]);
        Self { tenant: tenant.to_owned(), opened, known: HashMap::new(), asked: 0, whole: false, fresh }
    }

    /// What a row says in clear; `None` when its person has no key any more.
    ///
    /// # Errors
    /// An incident when the key is not the one it was sealed with, or the text was altered.
    pub(crate) async fn open<'a>(
        &mut self,
        conn: &mut AnyConnection,
        (kind, object): (&str, &str),
        payload: &'a str,
    ) -> Result<Option<Cow<'a, str>>, StoreError> {
        if !is_personal(kind) || !payload.starts_with(SEALED) {
            return Ok(Some(Cow::Borrowed(payload)));
        }
        let wrong = |why: &str| Incident::unreadable("fact_rows", object, why);
        let kept: Sealed =
            serde_json::from_str(payload).map_err(|_| wrong("is not sealed as it should be"))?;
        let Some(Known::Key(key)) = self.find(conn, &kept.person).await? else { return Ok(None) };
        let key = *key;
        let bytes = BASE64_STANDARD.decode(&kept.sealed).map_err(|_| wrong("is not base64"))?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE).ok_or_else(|| wrong("is too short"))?;
        let bound = self.bound(kind, object);
        let nonce = XNonce::try_from(nonce).map_err(|_| wrong("is too short"))?;
        let clear = cipher(&key).decrypt(&nonce, Payload { msg: sealed, aad: &bound });
        let clear = clear.map_err(|_| wrong("the key of its person does not open it"))?;
        String::from_utf8(clear).map(|clear| Some(Cow::Owned(clear))).map_err(|_| wrong("is not text"))
    }

    /// The text to keep of a row about a person, under a key that is drawn when there is none; `None`
    /// when it is kept as it is.
    ///
    /// # Errors
    /// Refused `execution/person-erased`, `execution/person-archived`.
    pub(crate) async fn seal(
        &mut self,
        conn: &mut AnyConnection,
        (kind, object): (&str, &str),
        payload: &str,
    ) -> Result<Option<String>, StoreError> {
        if !is_personal(kind) || payload.starts_with(SEALED) {
            return Ok(None);
        }
        let Some(person) = person_of(kind, object, payload)? else { return Ok(None) };
        let person = person.as_ref();
        let key = match self.find(conn, person).await? {
            Some(Known::Key(key)) => *key,
            Some(Known::Erased) => {
                return Err(Refusal::new("execution/person-erased").with("given", person).into());
            }
            Some(Known::Archived) => {
                return Err(Refusal::new("execution/person-archived").with("given", person).into());
            }
            None => self.draw(conn, person).await?,
        };
        let mut bytes = random::<NONCE>()?.to_vec();
        let nonce = XNonce::try_from(bytes.as_slice());
        let nonce = nonce.map_err(|_| Incident::unreadable("fact_rows", object, "nonce"))?;
        let bound = self.bound(kind, object);
        let sealed = cipher(&key).encrypt(&nonce, Payload { msg: payload.as_bytes(), aad: &bound });
        bytes.extend(sealed.map_err(|_| Incident::unreadable("fact_rows", object, "could not be sealed"))?);
        told(&Sealed { sealed: BASE64_STANDARD.encode(bytes), person: person.to_owned() }).map(Some)
    }

    /// Writes the keys that were drawn.
    pub(crate) async fn finish(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        self.fresh.flush(conn).await
    }

    /// Ends the key of a person, wherever it is.
    pub(crate) async fn destroy(&mut self, conn: &mut AnyConnection, person: &str) -> Result<(), StoreError> {
        self.moved(conn, person, [DESTROY, DESTROY_ARCHIVED]).await?;
        self.known.insert(person.to_owned(), Known::Erased);
        Ok(())
    }

    /// Puts the key of a person into the archive apart.
    pub(crate) async fn archive(&mut self, conn: &mut AnyConnection, person: &str) -> Result<(), StoreError> {
        self.moved(conn, person, [ARCHIVE, DESTROY]).await?;
        self.known.insert(person.to_owned(), Known::Archived);
        Ok(())
    }

    /// Takes the key of a person out of the archive.
    pub(crate) async fn take_out(
        &mut self,
        conn: &mut AnyConnection,
        person: &str,
    ) -> Result<(), StoreError> {
        self.moved(conn, person, [TAKE_OUT, DESTROY_ARCHIVED]).await?;
        self.known.remove(person);
        self.whole = false;
        Ok(())
    }

    async fn moved(
        &mut self,
        conn: &mut AnyConnection,
        person: &str,
        texts: [&'static str; 2],
    ) -> Result<(), StoreError> {
        self.finish(conn).await?;
        for text in texts {
            let query = sqlx::query(text).bind(self.tenant.clone()).bind(person.to_owned());
            query.execute(&mut *conn).await?;
        }
        Ok(())
    }

    async fn draw(&mut self, conn: &mut AnyConnection, person: &str) -> Result<Key, StoreError> {
        let key = random::<32>()?;
        let text = BASE64_STANDARD.encode(key);
        let row = [self.tenant.clone(), person.to_owned(), text].map(Cell::Text);
        self.fresh.push(conn, None, row).await?;
        self.known.insert(person.to_owned(), Known::Key(key));
        Ok(key)
    }

    async fn find(&mut self, conn: &mut AnyConnection, person: &str) -> Result<Option<&Known>, StoreError> {
        if !self.whole && !self.known.contains_key(person) {
            self.asked += 1;
            if self.asked > BY_ONE {
                self.read_all(conn).await?;
            } else {
                self.read_one(conn, person).await?;
            }
        }
        Ok(self.known.get(person))
    }

    async fn read_one(&mut self, conn: &mut AnyConnection, person: &str) -> Result<(), StoreError> {
        let (tenant, id) = (self.tenant.clone(), person.to_owned());
        let mine = if self.opened == Opened::Working { KEY } else { ARCHIVED_KEY };
        let row = sqlx::query(mine).bind(tenant.clone()).bind(id.clone()).fetch_optional(&mut *conn).await?;
        let mut found = row.map(|row| key(person, row.try_get(0)?).map(Known::Key)).transpose()?;
        for (text, gone) in [(ARCHIVED_KEY, Known::Archived), (ERASURES.one, Known::Erased)] {
            if found.is_none() {
                let query = sqlx::query(text).bind(tenant.clone()).bind(id.clone());
                found = query.fetch_optional(&mut *conn).await?.map(|_| gone);
            }
        }
        self.known.extend(found.map(|found| (person.to_owned(), found)));
        Ok(())
    }

    async fn read_all(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let page = ERASURES.next_lines(conn, &self.tenant, &after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.id);
            self.known.extend(page.into_iter().map(|line| (line.id, Known::Erased)));
        }
        for (text, opened) in [(PAGE_OF_ARCHIVED, Opened::Archive), (PAGE_OF_KEYS, Opened::Working)] {
            let mut after = String::new();
            loop {
                let page = page_of(conn, text, &self.tenant, &after).await?;
                let Some((last, _)) = page.last() else { break };
                after.clone_from(last);
                for (person, text) in page {
                    let open = opened == self.opened;
                    let read = if open { Known::Key(key(&person, &text)?) } else { Known::Archived };
                    self.known.insert(person, read);
                }
            }
        }
        self.whole = true;
        Ok(())
    }

    /// What a sealed text is bound to: put elsewhere, it does not open.
    fn bound(&self, kind: &str, object: &str) -> Vec<u8> {
        [&self.tenant, kind, object].join("\n").into_bytes()
    }
}

/// The keys of people, of the archive or not, a page after another.
pub(crate) const PAGES: [&str; 2] = [PAGE_OF_KEYS, PAGE_OF_ARCHIVED];

/// The keys of one of [`PAGES`] after a person, at most a page, as text.
pub(crate) async fn page_of(
    conn: &mut AnyConnection,
    text: &'static str,
    tenant: &str,
    after: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let query = sqlx::query(text).bind(tenant.to_owned()).bind(after.to_owned()).bind(PAGE);
    query.fetch_all(conn).await?.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

fn key(person: &str, text: &str) -> Result<Key, StoreError> {
    let bytes = BASE64_STANDARD.decode(text).ok().and_then(|bytes| Key::try_from(bytes).ok());
    bytes.ok_or_else(|| Incident::unreadable("person_keys", person, "is not a key"))
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

/// Bytes of chance from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|why| Incident::unreadable("person_keys", "new", why))?;
    Ok(bytes)
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[
    KEY,
    PAGE_OF_KEYS,
    BRING_BACK,
    DESTROY,
    ARCHIVED_KEY,
    PAGE_OF_ARCHIVED,
    DESTROY_ARCHIVED,
    ARCHIVE,
    TAKE_OUT,
];
