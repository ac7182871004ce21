//! Names folded again, when a step of the schema changes how that is done or where it is kept.

use crate::error::StoreError;
use crate::ledger::PAGE;
use atelier_domain::language::folded;
use sqlx::{AnyConnection, Row as _};

/// Names after `($1, $2)`, company by company.
const ACCOUNTS: &str = "SELECT tenant, id, name, name_key FROM accounts WHERE (tenant, id) > ($1, $2) \
    ORDER BY tenant, id LIMIT $3";
const CONTACTS: &str = "SELECT tenant, id, name, sorted FROM contacts WHERE (tenant, id) > ($1, $2) \
    ORDER BY tenant, id LIMIT $3";
const KEEP_ACCOUNT: &str = "UPDATE accounts SET name_key = $1 WHERE tenant = $2 AND id = $3";
const KEEP_CONTACT: &str = "UPDATE contacts SET sorted = $1 WHERE tenant = $2 AND id = $3";

/// Folds the names of accounts and of contacts; those that are folded so already are left alone.
pub(crate) async fn all(conn: &mut AnyConnection) -> Result<(), StoreError> {
    for (names, keep) in [(ACCOUNTS, KEEP_ACCOUNT), (CONTACTS, KEEP_CONTACT)] {
        let mut after = (String::new(), String::new());
        loop {
            let query = sqlx::query(names).bind(after.0).bind(after.1).bind(PAGE);
            let page = query.fetch_all(&mut *conn).await?;
            let Some(last) = page.last() else { break };
            after = (last.try_get(0)?, last.try_get(1)?);
            for row in &page {
                let (tenant, id): (String, String) = (row.try_get(0)?, row.try_get(1)?);
                let (key, kept) = (folded(row.try_get(2)?), row.try_get::<&str, _>(3)?);
                if key != kept {
                    sqlx::query(keep).bind(key).bind(tenant).bind(id).execute(&mut *conn).await?;
                }
            }
        }
    }
    Ok(())
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[ACCOUNTS, CONTACTS, KEEP_ACCOUNT, KEEP_CONTACT];
