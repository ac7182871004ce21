//! What people know and carry: passwords, sessions, tokens, invitations, failed attempts.
//!
//! None of it is a fact: it must be forgotten at once and for good. Secrets come here as hashes only.
//! Who is behind a pass is read with it, in the same moment, so that what a user may no longer do
//! holds at the next request, on every server.

use crate::cell::Line;
use crate::error::{Incident, StoreError};
use crate::reader::Reader;
use crate::store::{self, Store};
use crate::table::Record as _;
use crate::tables::USERS;
use crate::writer::Tx;
use atelier_domain::controls::{User, UserId};
use atelier_domain::language::{Refusal, TenantId};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row as _};

const OF_LOGIN: &str = "SELECT tenant, user_id, password FROM credentials WHERE login = $1";
const OF_USER: &str = "SELECT password FROM credentials WHERE tenant = $1 AND user_id = $2";
const KNOW: &str = "INSERT INTO credentials (tenant, user_id, login, password, changed_us) \
    VALUES ($1, $2, $3, NULL, $4) ON CONFLICT (login) DO NOTHING";
/// After a restore: the logins of the users that the facts gave, each to be given a new password.
pub(crate) const KNOW_ALL: &str = "INSERT INTO credentials (tenant, user_id, login, password, changed_us) \
    SELECT tenant, id, login, NULL, 0 FROM users WHERE tenant = $1 ON CONFLICT DO NOTHING";
const RENAME: &str = "UPDATE credentials SET login = $3 WHERE tenant = $1 AND user_id = $2 \
    AND NOT EXISTS (SELECT 1 FROM credentials o WHERE o.login = $3 AND (o.tenant <> $1 OR o.user_id <> $2))";
const SET_PASSWORD: &str =
    "UPDATE credentials SET password = $3, changed_us = $4 WHERE tenant = $1 AND user_id = $2";
const GIVE: &str = "INSERT INTO passes (hash, kind, tenant, user_id, id, name, scopes, made_us, seen_us, ends_us) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)";
const SHOWN: &str = "SELECT p.tenant, p.id, p.scopes, p.made_us, p.seen_us, p.ends_us, companies.code \
    FROM passes p JOIN companies ON companies.tenant = p.tenant WHERE p.hash = $1 AND p.kind = $2";
const BEARER: &str = "SELECT u.id, u.login, u.name, u.roles, u.unit, u.person, u.firm, u.despite, u.standing, u.seq \
    FROM passes p JOIN users u ON u.tenant = p.tenant AND u.id = p.user_id WHERE p.hash = $1 AND p.kind = $2";
const SEEN: &str = "UPDATE passes SET seen_us = $2 WHERE hash = $1 AND seen_us < $2";
const END: &str = "DELETE FROM passes WHERE hash = $1";
const END_ONE: &str = "DELETE FROM passes WHERE tenant = $1 AND user_id = $2 AND kind = $3 AND id = $4";
const END_ALL: &str = "DELETE FROM passes WHERE tenant = $1 AND user_id = $2 AND hash <> $3";
const END_KIND: &str = "DELETE FROM passes WHERE tenant = $1 AND user_id = $2 AND kind = $3 AND hash <> $4";
const END_OLD: &str = "DELETE FROM passes WHERE ends_us < $1";
const OF_ONE: &str = "SELECT id, name, scopes, made_us, seen_us, ends_us FROM passes \
    WHERE tenant = $1 AND user_id = $2 AND kind = $3 ORDER BY id";
const FAILED: &str = "INSERT INTO attempts (subject, failures, since_us) VALUES ($1, 1, $2) \
    ON CONFLICT (subject) DO UPDATE SET failures = \
    CASE WHEN attempts.since_us < $3 THEN 1 ELSE attempts.failures + 1 END, since_us = \
    CASE WHEN attempts.since_us < $3 THEN excluded.since_us ELSE attempts.since_us END";
const FAILURES: &str = "SELECT failures, since_us FROM attempts WHERE subject = $1 AND since_us >= $2";
const FORGIVE: &str = "DELETE FROM attempts WHERE subject = $1";
const FORGET_OLD: &str = "DELETE FROM attempts WHERE since_us < $1";
const NOTE: &str = "INSERT INTO accesses (tenant, id, at_us, user_id, permission, space, object, outcome) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const NOTED: &str = "SELECT a.id, a.at_us, a.user_id, a.permission, a.space, a.object, a.outcome, u.login, u.name \
    FROM accesses a LEFT JOIN users u ON u.tenant = a.tenant AND u.id = a.user_id \
    WHERE a.tenant = $1 AND a.id < $2 AND ($4 = '' OR a.user_id = $4) ORDER BY a.id DESC LIMIT $3";
const NOTED_OF: &str = "SELECT id, at_us, user_id, permission, space, object, outcome FROM accesses \
    WHERE tenant = $1 AND object = $2 ORDER BY id";
const CAME_IN: &str = "SELECT 1 FROM credentials WHERE tenant = $1 AND user_id = $2 AND password IS NOT NULL \
    UNION ALL SELECT 1 FROM identities WHERE tenant = $1 AND user_id = $2 LIMIT 1";
const FORGET_NOTES: &str = "DELETE FROM accesses WHERE tenant = $1 AND at_us < $2";

/// What a pass opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassKind {
    /// A browser that signed in.
    Session,
    /// A program.
    Token,
    /// To choose a password, once.
    Invitation,
    /// The password was right; the second factor is still to be shown. Opens nothing else.
    Half,
    /// A calendar program, to read the appointments of its owner. Opens nothing else.
    Feed,
}

impl PassKind {
    fn code(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Token => "token",
            Self::Invitation => "invitation",
            Self::Half => "half",
            Self::Feed => "feed",
        }
    }
}

/// A pass without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Identity, to end it.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// What it is narrowed to, words with blanks between; empty: nothing is.
    pub scopes: String,
    /// When it was given.
    pub made: Timestamp,
    /// When it was last used, to within some minutes.
    pub seen: Timestamp,
    /// From when on it opens nothing.
    pub ends: Timestamp,
}

/// A pass as it was shown, and who is behind it now.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Company.
    pub tenant: TenantId,
    /// Its code.
    pub company: String,
    /// The pass.
    pub pass: Pass,
    /// Its owner, as of now.
    pub user: User,
}

/// What is known of somebody who signs in.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Company.
    pub tenant: TenantId,
    /// User.
    pub user: UserId,
    /// Hash of the password, once one was chosen.
    pub password: Option<String>,
}

/// A line of the access journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Identity, in the order of time.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub user: String,
    /// What was asked.
    pub permission: String,
    /// In which space.
    pub space: String,
    /// Of what.
    pub object: String,
    /// `read`, `written`, `refused`, or `entered` for who came in.
    pub outcome: String,
}

/// A line of the access journal, with who asked as they are known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedBy {
    /// The line.
    pub noted: Noted,
    /// What they sign in with; the identity when they are no longer known.
    pub login: String,
    /// Their name, while they are known.
    pub name: Option<String>,
}

impl Store {
    /// Who signs in under a login, in whatever company.
    ///
    /// # Errors
    /// An incident.
    pub async fn credential(&self, login: &str) -> Result<Option<Credential>, StoreError> {
        let mut conn = self.snapshot().await?;
        let row = sqlx::query(OF_LOGIN).bind(login.to_owned()).fetch_optional(&mut *conn).await?;
        let Some(row) = row else { return Ok(None) };
        let (tenant, user): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        Ok(Some(Credential {
            tenant: store::tenant(&tenant)?,
            user: user.parse().map_err(|why| Incident::unreadable("credentials", &user, why))?,
            password: row.try_get(2)?,
        }))
    }

    /// The hash of a user's password, once one was chosen.
    ///
    /// # Errors
    /// An incident.
    pub async fn password(&self, tenant: TenantId, user: UserId) -> Result<Option<String>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(OF_USER).bind(tenant.to_string()).bind(user.to_string());
        Ok(query.fetch_optional(&mut *conn).await?.map(|row| row.try_get(0)).transpose()?.flatten())
    }

    /// The pass of this hash, with its owner; nothing when it ended or its owner is gone.
    ///
    /// # Errors
    /// An incident.
    pub async fn shown(
        &self,
        hash: &str,
        kind: PassKind,
        now: Timestamp,
    ) -> Result<Option<Shown>, StoreError> {
        let mut conn = self.snapshot().await?;
        pass_shown(&mut conn, hash, kind, now).await
    }

    /// Remembers that a pass was used.
    ///
    /// # Errors
    /// An incident.
    pub async fn seen(&self, hash: &str, now: Timestamp) -> Result<(), StoreError> {
        let mut conn = self.whole().await?;
        sqlx::query(SEEN).bind(hash.to_owned()).bind(now.as_microsecond()).execute(&mut *conn).await?;
        conn.commit().await
    }

    /// Ends a pass. Whether there was one.
    ///
    /// # Errors
    /// An incident.
    pub async fn end_pass(&self, hash: &str) -> Result<bool, StoreError> {
        let mut conn = self.whole().await?;
        let ended = sqlx::query(END).bind(hash.to_owned()).execute(&mut *conn).await?.rows_affected();
        conn.commit().await?;
        Ok(ended > 0)
    }

    /// The passes of a user, by id.
    ///
    /// # Errors
    /// An incident.
    pub async fn passes(
        &self,
        tenant: TenantId,
        user: UserId,
        kind: PassKind,
    ) -> Result<Vec<Pass>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(OF_ONE).bind(tenant.to_string()).bind(user.to_string()).bind(kind.code());
        let rows = query.fetch_all(&mut *conn).await?;
        let pass = |row: &sqlx::any::AnyRow| -> Result<Pass, StoreError> {
            Ok(Pass {
                id: row.try_get(0)?,
                name: row.try_get(1)?,
                scopes: row.try_get(2)?,
                made: instant(row.try_get(3)?)?,
                seen: instant(row.try_get(4)?)?,
                ends: instant(row.try_get(5)?)?,
            })
        };
        rows.iter().map(pass).collect()
    }

    /// How often a subject failed since `from`, and since when.
    ///
    /// # Errors
    /// An incident.
    pub async fn failures(
        &self,
        subject: &str,
        from: Timestamp,
    ) -> Result<Option<(i64, Timestamp)>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(FAILURES).bind(subject.to_owned()).bind(from.as_microsecond());
        let Some(row) = query.fetch_optional(&mut *conn).await? else { return Ok(None) };
        Ok(Some((row.try_get(0)?, instant(row.try_get(1)?)?)))
    }

    /// Counts a failure; those from before `from` are forgotten.
    ///
    /// # Errors
    /// An incident.
    pub async fn failed(&self, subject: &str, now: Timestamp, from: Timestamp) -> Result<(), StoreError> {
        let mut conn = self.whole().await?;
        let query = sqlx::query(FAILED).bind(subject.to_owned()).bind(now.as_microsecond());
        query.bind(from.as_microsecond()).execute(&mut *conn).await?;
        sqlx::query(FORGET_OLD).bind(from.as_microsecond()).execute(&mut *conn).await?;
        conn.commit().await
    }

    /// Writes a line in the access journal of a company.
    ///
    /// # Errors
    /// An incident.
    pub async fn note(&self, tenant: TenantId, noted: &Noted) -> Result<(), StoreError> {
        let mut conn = self.whole().await?;
        note(&mut conn, tenant.to_string(), noted).await?;
        conn.commit().await
    }

    /// The lines of the access journal before `before` (newest first), at most `limit`; of one user, or of everybody.
    ///
    /// # Errors
    /// An incident.
    pub async fn noted(
        &self,
        tenant: TenantId,
        of: Option<UserId>,
        before: Option<&str>,
        limit: i64,
    ) -> Result<Vec<NotedBy>, StoreError> {
        let mut conn = self.snapshot().await?;
        let before = before.unwrap_or("g").to_owned();
        let of = of.map(|user| user.to_string()).unwrap_or_default();
        let query = sqlx::query(NOTED).bind(tenant.to_string()).bind(before).bind(limit).bind(of);
        let by = |row: &sqlx::any::AnyRow| -> Result<NotedBy, StoreError> {
            let (noted, login) = (noted(row)?, row.try_get::<Option<String>, _>(7)?);
            Ok(NotedBy { login: login.unwrap_or_else(|| noted.user.clone()), name: row.try_get(8)?, noted })
        };
        query.fetch_all(&mut *conn).await?.iter().map(by).collect()
    }

    /// The lines of the access journal about an object, oldest first.
    ///
    /// # Errors
    /// An incident.
    pub async fn noted_of(&self, tenant: TenantId, object: &str) -> Result<Vec<Noted>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(NOTED_OF).bind(tenant.to_string()).bind(object.to_owned());
        query.fetch_all(&mut *conn).await?.iter().map(noted).collect()
    }

    /// Removes what ended before `now`, and lines of the access journal older than `kept`.
    ///
    /// # Errors
    /// An incident; also when `kept` is less than 364 days ago by the clock of the database, which keeps those lines.
    pub async fn sweep_access(&self, now: Timestamp, kept: Timestamp) -> Result<(), StoreError> {
        let tenants = self.tenants().await?;
        let mut conn = self.whole().await?;
        sqlx::query(END_OLD).bind(now.as_microsecond()).execute(&mut *conn).await?;
        for tenant in tenants {
            let query = sqlx::query(FORGET_NOTES).bind(tenant.to_string());
            query.bind(kept.as_microsecond()).execute(&mut *conn).await?;
        }
        conn.commit().await
    }
}

impl Reader {
    /// The same as [`Store::shown`], in the moment of this reader.
    ///
    /// # Errors
    /// An incident.
    pub async fn shown(
        &mut self,
        hash: &str,
        kind: PassKind,
        now: Timestamp,
    ) -> Result<Option<Shown>, StoreError> {
        pass_shown(self.conn(), hash, kind, now).await
    }
}

async fn pass_shown(
    conn: &mut AnyConnection,
    hash: &str,
    kind: PassKind,
    now: Timestamp,
) -> Result<Option<Shown>, StoreError> {
    let query = sqlx::query(SHOWN).bind(hash.to_owned()).bind(kind.code());
    let Some(row) = query.fetch_optional(&mut *conn).await? else { return Ok(None) };
    let query = sqlx::query(BEARER).bind(hash.to_owned()).bind(kind.code());
    let Some(user) = query.fetch_optional(&mut *conn).await? else { return Ok(None) };
    let tenant: String = row.try_get(0)?;
    let pass = Pass {
        id: row.try_get(1)?,
        name: String::new(),
        scopes: row.try_get(2)?,
        made: instant(row.try_get(3)?)?,
        seen: instant(row.try_get(4)?)?,
        ends: instant(row.try_get(5)?)?,
    };
    if pass.ends <= now {
        return Ok(None);
    }
    let user = User::read(Line::read(&USERS, &user)?.cells(&USERS))?;
    Ok(Some(Shown { tenant: store::tenant(&tenant)?, company: row.try_get(6)?, pass, user }))
}

impl Tx {
    /// Makes a login known, with no password yet.
    ///
    /// # Errors
    /// Refused `controls/login-taken`, in whatever company it is.
    pub async fn know(&mut self, user: &User, now: Timestamp) -> Result<(), StoreError> {
        let query = sqlx::query(KNOW).bind(self.tenant()).bind(user.id.to_string()).bind(user.login.clone());
        let added = query.bind(now.as_microsecond()).execute(self.conn()).await?.rows_affected();
        if added == 1 { Ok(()) } else { Err(taken(&user.login)) }
    }

    /// Whether a user chose a password, or came in by an identity provider since the oldest line of the access journal.
    ///
    /// # Errors
    /// An incident.
    pub async fn came_in(&mut self, user: UserId) -> Result<bool, StoreError> {
        let query = sqlx::query(CAME_IN).bind(self.tenant()).bind(user.to_string());
        Ok(query.fetch_optional(self.conn()).await?.is_some())
    }

    /// Changes the login of a user.
    ///
    /// # Errors
    /// Refused `controls/login-taken`.
    pub async fn rename(&mut self, user: &User) -> Result<(), StoreError> {
        let query = sqlx::query(RENAME).bind(self.tenant()).bind(user.id.to_string());
        let renamed = query.bind(user.login.clone()).execute(self.conn()).await?.rows_affected();
        if renamed == 1 { Ok(()) } else { Err(taken(&user.login)) }
    }

    /// Sets the hash of a password.
    ///
    /// # Errors
    /// An incident.
    pub async fn set_password(&mut self, user: UserId, hash: &str, now: Timestamp) -> Result<(), StoreError> {
        let query = sqlx::query(SET_PASSWORD).bind(self.tenant()).bind(user.to_string());
        query.bind(hash.to_owned()).bind(now.as_microsecond()).execute(self.conn()).await?;
        Ok(())
    }

    /// Gives a pass.
    ///
    /// # Errors
    /// An incident.
    pub async fn give(
        &mut self,
        user: UserId,
        kind: PassKind,
        hash: &str,
        pass: &Pass,
    ) -> Result<(), StoreError> {
        sqlx::query(GIVE)
            .bind(hash.to_owned())
            .bind(kind.code())
            .bind(self.tenant())
            .bind(user.to_string())
            .bind(pass.id.clone())
            .bind(pass.name.clone())
            .bind(pass.scopes.clone())
            .bind(pass.made.as_microsecond())
            .bind(pass.ends.as_microsecond())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Ends one pass of a user. Whether there was one.
    ///
    /// # Errors
    /// An incident.
    pub async fn end_one(&mut self, user: UserId, kind: PassKind, id: &str) -> Result<bool, StoreError> {
        let query = sqlx::query(END_ONE).bind(self.tenant()).bind(user.to_string());
        let query = query.bind(kind.code()).bind(id.to_owned());
        Ok(query.execute(self.conn()).await?.rows_affected() > 0)
    }

    /// Ends every session, token and invitation of a user, but the one of hash `kept`.
    ///
    /// # Errors
    /// An incident.
    pub async fn end_all(&mut self, user: UserId, kept: Option<&str>) -> Result<(), StoreError> {
        let query = sqlx::query(END_ALL).bind(self.tenant()).bind(user.to_string());
        query.bind(kept.unwrap_or_default().to_owned()).execute(self.conn()).await?;
        Ok(())
    }

    /// Ends the passes of one kind of a user, but for one.
    ///
    /// # Errors
    /// An incident.
    pub async fn end_kind(
        &mut self,
        user: UserId,
        kind: PassKind,
        but: Option<&str>,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(END_KIND).bind(self.tenant()).bind(user.to_string()).bind(kind.code());
        query.bind(but.unwrap_or_default().to_owned()).execute(self.conn()).await?;
        Ok(())
    }

    /// Writes a line in the access journal with whatever the transaction does.
    ///
    /// # Errors
    /// An incident.
    pub async fn note(&mut self, noted: &Noted) -> Result<(), StoreError> {
        let tenant = self.tenant();
        note(self.conn(), tenant, noted).await
    }

    /// Forgets the failures of a subject.
    ///
    /// # Errors
    /// An incident.
    pub async fn forgive(&mut self, subject: &str) -> Result<(), StoreError> {
        sqlx::query(FORGIVE).bind(subject.to_owned()).execute(self.conn()).await?;
        Ok(())
    }
}

fn taken(login: &str) -> StoreError {
    Refusal::new("controls/login-taken").field("login").with("given", login).into()
}

fn noted(row: &sqlx::any::AnyRow) -> Result<Noted, StoreError> {
    Ok(Noted {
        id: row.try_get(0)?,
        at: instant(row.try_get(1)?)?,
        user: row.try_get(2)?,
        permission: row.try_get(3)?,
        space: row.try_get(4)?,
        object: row.try_get(5)?,
        outcome: row.try_get(6)?,
    })
}

fn instant(us: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(us).map_err(|why| Incident::unreadable("passes", "time", why))
}

async fn note(conn: &mut AnyConnection, tenant: String, noted: &Noted) -> Result<(), StoreError> {
    sqlx::query(NOTE)
        .bind(tenant)
        .bind(noted.id.clone())
        .bind(noted.at.as_microsecond())
        .bind(noted.user.clone())
        .bind(noted.permission.clone())
        .bind(noted.space.clone())
        .bind(noted.object.clone())
        .bind(noted.outcome.clone())
        .execute(conn)
        .await?;
    Ok(())
}

pub(crate) const STATEMENTS: &[&str] = &[
    OF_LOGIN,
    OF_USER,
    CAME_IN,
    KNOW,
    KNOW_ALL,
    RENAME,
    SET_PASSWORD,
    GIVE,
    SHOWN,
    BEARER,
    SEEN,
    END,
    END_ONE,
    END_ALL,
    END_KIND,
    END_OLD,
    OF_ONE,
    FAILED,
    FAILURES,
    FORGIVE,
    FORGET_OLD,
    NOTE,
    NOTED,
    NOTED_OF,
    FORGET_NOTES,
];
