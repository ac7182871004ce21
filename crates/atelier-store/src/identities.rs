//! Who users are at providers of identities. None of it is a fact: like a password, it opens the door.

use crate::error::{Incident, StoreError};
use crate::store::{self, Store};
use crate::writer::Tx;
use atelier_domain::controls::UserId;
use atelier_domain::language::TenantId;
use jiff::Timestamp;
use sqlx::Row as _;

const OF_SUBJECT: &str = "SELECT tenant, user_id FROM identities WHERE issuer = $1 AND subject = $2";
const TIE: &str = "INSERT INTO identities (tenant, user_id, issuer, subject, tied_us) \
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
const TIED: &str = "SELECT subject FROM identities WHERE tenant = $1 AND user_id = $2 AND issuer = $3";
const UNTIE: &str = "DELETE FROM identities WHERE tenant = $1 AND user_id = $2";

impl Store {
    /// The user tied to what a provider calls its subject, in whatever company.
    ///
    /// # Errors
    /// An incident.
    pub async fn tied(&self, issuer: &str, subject: &str) -> Result<Option<(TenantId, UserId)>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(OF_SUBJECT).bind(issuer.to_owned()).bind(subject.to_owned());
        let Some(row) = query.fetch_optional(&mut *conn).await? else { return Ok(None) };
        let (tenant, user): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let id = user.parse().map_err(|why| Incident::unreadable("identities", &user, why))?;
        Ok(Some((store::tenant(&tenant)?, id)))
    }
}

impl Tx {
    /// Ties a user to a subject of a provider. Whether they are tied to each other now: neither is ever
    /// moved to another.
    ///
    /// # Errors
    /// An incident.
    pub async fn tie(
        &mut self,
        user: UserId,
        issuer: &str,
        subject: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let query = sqlx::query(TIE).bind(self.tenant()).bind(user.to_string()).bind(issuer.to_owned());
        query.bind(subject.to_owned()).bind(now.as_microsecond()).execute(self.conn()).await?;
        let query = sqlx::query(TIED).bind(self.tenant()).bind(user.to_string()).bind(issuer.to_owned());
        let row = query.fetch_optional(self.conn()).await?;
        let tied: Option<String> = row.map(|row| row.try_get(0)).transpose()?;
        Ok(tied.as_deref() == Some(subject))
    }

    /// Unties a user from every provider. Whether they were tied to one.
    ///
    /// # Errors
    /// An incident.
    pub async fn untie(&mut self, user: UserId) -> Result<bool, StoreError> {
        let query = sqlx::query(UNTIE).bind(self.tenant()).bind(user.to_string());
        Ok(query.execute(self.conn()).await?.rows_affected() > 0)
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[OF_SUBJECT, TIE, TIED, UNTIE];
