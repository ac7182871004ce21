//! Indexes of lists, set aside while a great many rows come.
//!
//! SQLite writes a row of an index where it belongs, one after the other: with the indexes of the lists
//! that would be most of an import. Into a table that holds little before, they are set aside in the
//! transaction of the import, and made again in one go at its end, sorted. Readers go on with the state
//! of before, its indexes included.

use crate::error::StoreError;
use crate::store::Engine;
use sqlx::{AnyConnection, raw_sql};

/// Rows of one fact in one table from which it pays.
const MANY: u64 = if cfg!(test) { 40 } else { 20_000 };

struct Index {
    table: &'static str,
    drop: &'static str,
    create: &'static str,
}

macro_rules! indexes {
    ($($table:literal: $($name:literal $columns:literal $(where $part:literal)?),+;)+) => {
        const INDEXES: &[Index] = &[$($(Index {
            table: $table,
            drop: concat!("DROP INDEX ", $name),
            create: concat!("CREATE INDEX ", $name, " ON ", $table, " (", $columns, ")" $(, " WHERE ", $part)?),
        }),+),+];
        /// One row when a company had many rows in a table before; `$2`: how many it has now at most.
        const HELD: &[(&str, &str)] = &[$((
            $table,
            concat!("SELECT id FROM ", $table, " WHERE tenant = $1 ORDER BY id LIMIT 1 OFFSET $2"),
        )),+];
        /// The statements of this file, for the test that prepares them all.
        pub(crate) const STATEMENTS: &[&str] = &[$(
            concat!("SELECT id FROM ", $table, " WHERE tenant = $1 ORDER BY id LIMIT 1 OFFSET $2")
        ),+];
    };
}

// As migrations/0009_lists.sql, 0014_account_lists.sql, 0019_list_ranges.sql, 0021_siren.sqlite.sql,
// 0022_due_and_closed.sql, 0024_open_of_owner.sql, 0026_merges.sql, 0027_confirmations.sql and 0033_orders_of_operation.sqlite.sql make
// them; a test compares.
indexes! {
    "accounts": "accounts_by_name" "tenant, name_key, id", "accounts_by_key" "tenant, source_key, id",
        "accounts_of_country" "tenant, country, name_key, id",
        "accounts_of_country_by_key" "tenant, country, source_key, id",
        "accounts_of_sector" "tenant, sector, name_key, id",
        "accounts_of_sector_by_key" "tenant, sector, source_key, id",
        "accounts_by_siren" "tenant, siren, id" where "siren IS NOT NULL",
        "accounts_of_parent" "tenant, parent, id" where "parent IS NOT NULL";
    "cases": "cases_by_value" "tenant, value_key, id", "cases_by_engaged" "tenant, engaged_key, id",
        "cases_by_key" "tenant, source_key, id", "cases_of_account" "tenant, account, id",
        "cases_closed" "tenant, closed_key, id", "cases_of_owner" "tenant, owner, engaged_key, id",
        "cases_of_owner_by_value" "tenant, owner, value_key, id",
        "cases_open_by_value" "tenant, value_key, id" where "standing = 'open'",
        "cases_open_by_engaged" "tenant, engaged_key, id" where "standing = 'open'",
        "cases_open_by_key" "tenant, source_key, id" where "standing = 'open'",
        "cases_open_by_closed" "tenant, closed_key, id" where "standing = 'open'",
        "cases_open_of_owner" "tenant, owner, engaged_key, id" where "standing = 'open'",
        "cases_open_of_owner_by_value" "tenant, owner, value_key, id" where "standing = 'open'",
        "cases_won_by_closed" "tenant, closed_key, id" where "standing = 'won'";
    "orders": "orders_by_start" "tenant, start_key, id", "orders_by_due" "tenant, due_key, id",
        "orders_of_state" "tenant, state, start_key, id", "orders_of_state_by_due" "tenant, state, due_key, id",
        "orders_of_routing" "tenant, routing, start_key, id";
    "order_people": "order_people_by_day" "tenant, person, start_key, order_id",
        "order_people_by_due" "tenant, person, due_key, order_id";
}

/// What is set aside.
#[derive(Default)]
pub(crate) struct Relief {
    counts: Vec<(&'static str, u64)>,
    aside: Vec<&'static Index>,
}

impl Relief {
    /// One more row goes to a table of a company.
    pub(crate) async fn count(
        &mut self,
        conn: &mut AnyConnection,
        tenant: &str,
        table: &'static str,
    ) -> Result<(), StoreError> {
        let at = self.counts.iter().position(|(name, _)| *name == table).unwrap_or_else(|| {
            self.counts.push((table, 0));
            self.counts.len() - 1
        });
        self.counts[at].1 += 1;
        if self.counts[at].1 == MANY && Engine::of(conn) == Engine::Sqlite {
            self.set_aside(conn, tenant, table).await?;
        }
        Ok(())
    }

    async fn set_aside(
        &mut self,
        conn: &mut AnyConnection,
        tenant: &str,
        table: &'static str,
    ) -> Result<(), StoreError> {
        let Some((_, held)) = HELD.iter().find(|(name, _)| *name == table) else { return Ok(()) };
        let query = sqlx::query(*held).bind(tenant.to_owned()).bind(2 * MANY as i64);
        if query.fetch_optional(&mut *conn).await?.is_some() {
            return Ok(());
        }
        for index in INDEXES.iter().filter(|index| index.table == table) {
            raw_sql(index.drop).execute(&mut *conn).await?;
            self.aside.push(index);
        }
        Ok(())
    }

    /// Makes them again; nothing more comes.
    pub(crate) async fn end(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        for index in self.aside.drain(..) {
            raw_sql(index.create).execute(&mut *conn).await?;
        }
        self.counts.clear();
        Ok(())
    }
}
