//! What the program was of use for: sheets read, letters drafted. Counted once a day for each object; no fact, and
//! never shown by person but to that person.

use crate::error::StoreError;
use crate::reader::Reader;
use crate::store::Store;
use atelier_domain::language::{Period, TenantId};
use jiff::civil::Date;
use sqlx::Row as _;

const USE: &str = "INSERT INTO uses (tenant, user_id, day, what, object) VALUES ($1, $2, $3, $4, $5) \
    ON CONFLICT (tenant, user_id, day, what, object) DO NOTHING";
const MINE: &str = "SELECT DISTINCT object FROM uses \
    WHERE tenant = $1 AND day >= $2 AND day < $3 AND what = $4 AND user_id = $5 ORDER BY object";
const ALL: &str = "SELECT DISTINCT object FROM uses \
    WHERE tenant = $1 AND day >= $2 AND day < $3 AND what = $4 ORDER BY object";
const FORGET: &str = "DELETE FROM uses WHERE day < $1";

impl Store {
    /// Forgets what was counted before a day.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn forget_uses(&self, before: Date) -> Result<(), StoreError> {
        sqlx::query(FORGET).bind(before.to_string()).execute(self.writing()).await?;
        Ok(())
    }

    /// Counts that somebody used something on a day.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn used(
        &self,
        tenant: TenantId,
        (user, day): (&str, Date),
        (what, object): (&str, &str),
    ) -> Result<(), StoreError> {
        let query = sqlx::query(USE).bind(tenant.to_string()).bind(user.to_owned()).bind(day.to_string());
        query.bind(what.to_owned()).bind(object.to_owned()).execute(self.writing()).await?;
        Ok(())
    }
}

impl Reader {
    /// The objects used so in a period, by somebody or by the whole company.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn uses(
        &mut self,
        user: Option<&str>,
        period: Period,
        what: &str,
    ) -> Result<Vec<String>, StoreError> {
        let query = sqlx::query(if user.is_some() { MINE } else { ALL }).bind(self.tenant());
        let query = query.bind(period.first.to_string()).bind(period.after.to_string()).bind(what.to_owned());
        let query = match user {
            Some(user) => query.bind(user.to_owned()),
            None => query,
        };
        query.fetch_all(self.conn()).await?.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[USE, MINE, ALL, FORGET];
