//! Sheets and their versions.

use crate::error::StoreError;
use crate::reader::Reader;
use crate::tables::Sheet;
use sqlx::Row as _;

const LATEST: &str = "SELECT id, kind, code, version, body, seq FROM sheets \
    WHERE tenant = $1 AND kind = $2 AND code = $3 ORDER BY version DESC LIMIT 1";
const ONE: &str = "SELECT id, kind, code, version, body, seq FROM sheets \
    WHERE tenant = $1 AND kind = $2 AND code = $3 AND version = $4";
const VERSIONS: &str =
    "SELECT version FROM sheets WHERE tenant = $1 AND kind = $2 AND code = $3 ORDER BY version";
const LATEST_OF_KIND: &str = "SELECT id, kind, code, version, body, seq FROM sheets s \
    WHERE tenant = $1 AND kind = $2 AND version = (SELECT MAX(version) FROM sheets l \
        WHERE l.tenant = s.tenant AND l.kind = s.kind AND l.code = s.code) \
    ORDER BY code";

impl Reader {
    /// The newest version of a text.
    pub async fn latest_sheet(&mut self, kind: &str, code: &str) -> Result<Option<Sheet>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(LATEST).bind(tenant).bind(kind.to_owned()).bind(code.to_owned());
        Ok(Self::read_all(&query.fetch_all(self.conn()).await?)?.pop())
    }

    /// The newest version of every text of a kind, by code.
    pub async fn latest_sheets(&mut self, kind: &str) -> Result<Vec<Sheet>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(LATEST_OF_KIND).bind(tenant).bind(kind.to_owned());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// One version of a text.
    pub async fn sheet(&mut self, kind: &str, code: &str, version: i64) -> Result<Option<Sheet>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(ONE).bind(tenant).bind(kind.to_owned()).bind(code.to_owned()).bind(version);
        Ok(Self::read_all(&query.fetch_all(self.conn()).await?)?.pop())
    }

    /// The versions there are of a text, oldest first.
    pub async fn sheet_versions(&mut self, kind: &str, code: &str) -> Result<Vec<i64>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(VERSIONS).bind(tenant).bind(kind.to_owned()).bind(code.to_owned());
        query.fetch_all(self.conn()).await?.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }
}

pub(super) const STATEMENTS: &[&str] = &[LATEST, ONE, VERSIONS, LATEST_OF_KIND];
