//! Published plans and their versions.

use crate::content::{self, Content};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::tables::{StoredOrder, StoredPlan};
use sqlx::Row as _;
use uuid::Uuid;

const LATEST: &str = "SELECT id, scope, version, made_at_us, period, payload, seq FROM plans \
    WHERE tenant = $1 AND scope = $2 ORDER BY version DESC LIMIT 1";
const ONE: &str = "SELECT id, scope, version, made_at_us, period, payload, seq FROM plans \
    WHERE tenant = $1 AND scope = $2 AND version = $3";
const VERSIONS: &str = "SELECT id, scope, version, made_at_us, period, payload, seq FROM plans \
    WHERE tenant = $1 AND scope = $2 ORDER BY version";
const SCOPES: &str = "SELECT DISTINCT scope FROM plans WHERE tenant = $1 ORDER BY scope";
const SAID_WITH: &str = "SELECT r.payload FROM fact_rows p \
    JOIN fact_rows r ON r.tenant = p.tenant AND r.seq = p.seq \
    WHERE p.tenant = $1 AND p.kind = $2 AND p.object = $3 AND r.kind = $4 ORDER BY r.n";

const MARK: &str = "SELECT COALESCE((SELECT MAX(seq) FROM plans WHERE tenant = $1), 0), \
    (SELECT COUNT(*) FROM plans WHERE tenant = $1), \
    COALESCE((SELECT MAX(seq) FROM sheets WHERE tenant = $1), 0), \
    (SELECT COUNT(*) FROM sheets WHERE tenant = $1), \
    COALESCE((SELECT MAX(seq) FROM people WHERE tenant = $1), 0), \
    (SELECT COUNT(*) FROM people WHERE tenant = $1)";

impl Reader {
    /// Changes whenever a plan, a sheet or somebody of the sales force does.
    pub async fn plan_mark(&mut self) -> Result<String, StoreError> {
        let row = sqlx::query(MARK).bind(self.tenant()).fetch_one(self.conn()).await?;
        let counts = (0..6).map(|at| Ok(row.try_get::<i64, _>(at)?.to_string()));
        Ok(counts.collect::<Result<Vec<_>, StoreError>>()?.join("/"))
    }

    /// The orders that a plan was published with, as they were then, in the order of its fact.
    pub async fn orders_said_with(&mut self, plan: Uuid) -> Result<Vec<StoredOrder>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(SAID_WITH)
            .bind(tenant)
            .bind(content::PLAN)
            .bind(plan.to_string())
            .bind(content::ORDER);
        let mut orders = Vec::new();
        for row in query.fetch_all(self.conn()).await? {
            let payload: String = row.try_get(0)?;
            if let Content::Order(order) = Content::read(content::ORDER, &plan.to_string(), &payload)? {
                orders.push(order);
            }
        }
        Ok(orders)
    }

    /// The newest plan of a scope.
    pub async fn latest_plan(&mut self, scope: &str) -> Result<Option<StoredPlan>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(LATEST).bind(tenant).bind(scope.to_owned());
        Ok(Self::read_all(&query.fetch_all(self.conn()).await?)?.pop())
    }

    /// One version of the plan of a scope.
    pub async fn plan(&mut self, scope: &str, version: i64) -> Result<Option<StoredPlan>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(ONE).bind(tenant).bind(scope.to_owned()).bind(version);
        Ok(Self::read_all(&query.fetch_all(self.conn()).await?)?.pop())
    }

    /// The plans of a scope, oldest first.
    pub async fn plan_versions(&mut self, scope: &str) -> Result<Vec<StoredPlan>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(VERSIONS).bind(tenant).bind(scope.to_owned());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// Everything that was ever planned, by name.
    pub async fn plan_scopes(&mut self) -> Result<Vec<String>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(SCOPES).bind(tenant);
        query.fetch_all(self.conn()).await?.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }
}

pub(super) const STATEMENTS: &[&str] = &[MARK, SAID_WITH, LATEST, ONE, VERSIONS, SCOPES];
