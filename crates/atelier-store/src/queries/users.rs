//! Users and units of a company, verdicts on its won deals.

use crate::error::StoreError;
use crate::reader::Reader;
use atelier_domain::controls::{Confirmation, Unit, User, UserId, Webhook, WebhookId};
use atelier_domain::language::CaseId;
use sqlx::Row as _;

const UNITS_AT: &str = "SELECT COALESCE(MAX(seq), 0) FROM units WHERE tenant = $1";

impl Reader {
    /// Every user, by id.
    pub async fn users(&mut self) -> Result<Vec<User>, StoreError> {
        self.all().await
    }

    /// Name of who signs in with a login; the login itself when it is nobody’s, or nobody’s any more.
    pub async fn called(&mut self, login: &str) -> Result<String, StoreError> {
        let known = self.users().await?.into_iter().find(|one| one.login.as_str() == login);
        Ok(known.map_or_else(|| login.to_owned(), |one| one.name))
    }

    /// A user.
    pub async fn user(&mut self, id: UserId) -> Result<Option<User>, StoreError> {
        self.one(id.to_string()).await
    }

    /// A user, and the version of what is shown of them.
    pub async fn user_at(&mut self, id: UserId) -> Result<Option<(User, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// Every unit, by id.
    pub async fn units(&mut self) -> Result<Vec<Unit>, StoreError> {
        self.all().await
    }

    /// The version of what is shown of the units together: the number of the fact that last said one; 0 when there is none.
    pub async fn units_at(&mut self) -> Result<i64, StoreError> {
        let row = sqlx::query(UNITS_AT).bind(self.tenant()).fetch_one(self.conn()).await?;
        Ok(row.try_get(0)?)
    }

    /// Every subscription, by id.
    pub async fn webhooks(&mut self) -> Result<Vec<Webhook>, StoreError> {
        self.all().await
    }

    /// A subscription.
    pub async fn webhook(&mut self, id: WebhookId) -> Result<Option<Webhook>, StoreError> {
        self.one(id.to_string()).await
    }

    /// The last verdict on a deal, and the version of what is shown of it.
    pub async fn confirmation_at(&mut self, case: CaseId) -> Result<Option<(Confirmation, i64)>, StoreError> {
        self.versioned(case.to_string()).await
    }
}

pub(crate) const STATEMENTS: &[&str] = &[UNITS_AT];
