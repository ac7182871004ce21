//! The second factor of users: a secret shared with a device, and codes for the day it is lost.
//!
//! Like passwords it is no fact. Whether a code serves is decided where it is used up, in one
//! statement, so that of two who come with the same code one is let in.

use crate::error::StoreError;
use crate::store::Store;
use crate::writer::Tx;
use atelier_domain::controls::UserId;
use atelier_domain::language::TenantId;
use jiff::Timestamp;
use sqlx::Row as _;

const OF_USER: &str = "SELECT secret, confirmed_us FROM second_factors WHERE tenant = $1 AND user_id = $2";
const PROPOSE: &str = "INSERT INTO second_factors (tenant, user_id, secret, confirmed_us, last_step) \
    VALUES ($1, $2, $3, 0, 0) ON CONFLICT (tenant, user_id) DO UPDATE SET secret = excluded.secret \
    WHERE second_factors.confirmed_us = 0";
const CONFIRM: &str = "UPDATE second_factors SET confirmed_us = $3, last_step = $4 \
    WHERE tenant = $1 AND user_id = $2 AND confirmed_us = 0 AND secret = $5";
const USE_STEP: &str = "UPDATE second_factors SET last_step = $3 \
    WHERE tenant = $1 AND user_id = $2 AND confirmed_us > 0 AND last_step < $3";
const FORGET: &str = "DELETE FROM second_factors WHERE tenant = $1 AND user_id = $2";
const KEEP_CODE: &str = "INSERT INTO recovery_codes (tenant, user_id, hash) VALUES ($1, $2, $3)";
const USE_CODE: &str = "DELETE FROM recovery_codes WHERE tenant = $1 AND user_id = $2 AND hash = $3";
const FORGET_CODES: &str = "DELETE FROM recovery_codes WHERE tenant = $1 AND user_id = $2";

/// What is shared with somebody's device.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The secret, as it was given.
    pub secret: String,
    /// Whether a first code has shown that the device has it; until then it is asked for nowhere.
    pub confirmed: bool,
}

impl Store {
    /// The second factor of a user.
    ///
    /// # Errors
    /// An incident.
    pub async fn second_factor(
        &self,
        tenant: TenantId,
        user: UserId,
    ) -> Result<Option<SecondFactor>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(OF_USER).bind(tenant.to_string()).bind(user.to_string());
        let Some(row) = query.fetch_optional(&mut *conn).await? else { return Ok(None) };
        let confirmed = row.try_get::<i64, _>(1)? > 0;
        Ok(Some(SecondFactor { secret: row.try_get(0)?, confirmed }))
    }
}

impl Tx {
    /// Keeps a secret to be confirmed. Whether it was kept: one that was confirmed stays.
    ///
    /// # Errors
    /// An incident.
    pub async fn propose_factor(&mut self, user: UserId, secret: &str) -> Result<bool, StoreError> {
        let query = sqlx::query(PROPOSE).bind(self.tenant()).bind(user.to_string()).bind(secret.to_owned());
        Ok(query.execute(self.conn()).await?.rows_affected() == 1)
    }

    /// The device has shown the code of `step` for this very secret, and the hashes of the codes for the
    /// day it is lost are kept. Whether the secret was still to be confirmed.
    ///
    /// # Errors
    /// An incident.
    pub async fn confirm_factor(
        &mut self,
        user: UserId,
        secret: &str,
        step: i64,
        codes: &[String],
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let query = sqlx::query(CONFIRM).bind(self.tenant()).bind(user.to_string());
        let query = query.bind(now.as_microsecond()).bind(step).bind(secret.to_owned());
        if query.execute(self.conn()).await?.rows_affected() == 0 {
            return Ok(false);
        }
        for hash in codes {
            let query = sqlx::query(KEEP_CODE).bind(self.tenant()).bind(user.to_string());
            query.bind(hash.clone()).execute(self.conn()).await?;
        }
        Ok(true)
    }

    /// Uses up the code of a step, and those of the steps before. Whether it still served.
    ///
    /// # Errors
    /// An incident.
    pub async fn use_step(&mut self, user: UserId, step: i64) -> Result<bool, StoreError> {
        let query = sqlx::query(USE_STEP).bind(self.tenant()).bind(user.to_string()).bind(step);
        Ok(query.execute(self.conn()).await?.rows_affected() == 1)
    }

    /// Uses up a code for the day the device is lost. Whether there was one.
    ///
    /// # Errors
    /// An incident.
    pub async fn use_recovery(&mut self, user: UserId, hash: &str) -> Result<bool, StoreError> {
        let query = sqlx::query(USE_CODE).bind(self.tenant()).bind(user.to_string()).bind(hash.to_owned());
        Ok(query.execute(self.conn()).await?.rows_affected() == 1)
    }

    /// Forgets the second factor of a user and its codes. Whether there was one.
    ///
    /// # Errors
    /// An incident.
    pub async fn forget_factor(&mut self, user: UserId) -> Result<bool, StoreError> {
        let query = sqlx::query(FORGET_CODES).bind(self.tenant()).bind(user.to_string());
        query.execute(self.conn()).await?;
        let query = sqlx::query(FORGET).bind(self.tenant()).bind(user.to_string());
        Ok(query.execute(self.conn()).await?.rows_affected() == 1)
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] =
    &[OF_USER, PROPOSE, CONFIRM, USE_STEP, FORGET, KEEP_CODE, USE_CODE, FORGET_CODES];
