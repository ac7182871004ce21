//! The shape of the database: forward only, in the binary, locked, each step in a transaction.

use crate::error::{Incident, StoreError};
use crate::refold;
use crate::store::Engine;
use atelier_domain::language::Refusal;
use sqlx::{Any, AnyConnection, Pool, Row as _, raw_sql};
use std::path::Path;

/// One step: what both engines share, then what each says its own way (triggers).
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) both: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
    /// Whether names are folded again after it.
    pub(crate) folds: bool,
}

impl Migration {
    /// A step that both engines take alike.
    pub(crate) const fn of(both: &'static str) -> Self {
        Self { both, sqlite: "", postgres: "", folds: false }
    }
}

/// Every step, in order; a step that was released is never changed.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        both: include_str!("../migrations/0001_first.sql"),
        sqlite: include_str!("../migrations/0001_first.sqlite.sql"),
        postgres: include_str!("../migrations/0001_first.postgres.sql"),
        folds: false,
    },
    Migration::of(include_str!("../migrations/0002_proofs.sql")),
    Migration {
        both: include_str!("../migrations/0003_users.sql"),
        sqlite: include_str!("../migrations/0003_users.sqlite.sql"),
        postgres: include_str!("../migrations/0003_users.postgres.sql"),
        folds: false,
    },
    Migration::of(include_str!("../migrations/0004_jobs.sql")),
    Migration::of(include_str!("../migrations/0005_contacts.sql")),
    Migration::of(include_str!("../migrations/0006_answers.sql")),
    Migration::of(include_str!("../migrations/0007_erasures.sql")),
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0008_sort_keys.sqlite.sql"),
        postgres: include_str!("../migrations/0008_sort_keys.postgres.sql"),
        folds: false,
    },
    Migration::of(include_str!("../migrations/0009_lists.sql")),
    Migration::of(include_str!("../migrations/0010_second_factor.sql")),
    Migration::of(include_str!("../migrations/0011_webhooks.sql")),
    Migration::of(include_str!("../migrations/0012_consents.sql")),
    Migration { folds: true, ..Migration::of(include_str!("../migrations/0013_name_keys.sql")) },
    Migration::of(include_str!("../migrations/0014_account_lists.sql")),
    Migration {
        sqlite: include_str!("../migrations/0015_conversations.sqlite.sql"),
        postgres: include_str!("../migrations/0015_conversations.postgres.sql"),
        ..Migration::of(include_str!("../migrations/0015_conversations.sql"))
    },
    Migration {
        sqlite: include_str!("../migrations/0016_views.sqlite.sql"),
        postgres: include_str!("../migrations/0016_views.postgres.sql"),
        ..Migration::of(include_str!("../migrations/0016_views.sql"))
    },
    Migration::of(include_str!("../migrations/0017_identities.sql")),
    Migration::of(include_str!("../migrations/0018_uses.sql")),
    Migration::of(include_str!("../migrations/0019_list_ranges.sql")),
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0020_job_files.sqlite.sql"),
        postgres: include_str!("../migrations/0020_job_files.postgres.sql"),
        folds: false,
    },
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0021_siren.sqlite.sql"),
        postgres: include_str!("../migrations/0021_siren.postgres.sql"),
        folds: false,
    },
    Migration {
        sqlite: include_str!("../migrations/0022_due_and_closed.sqlite.sql"),
        postgres: include_str!("../migrations/0022_due_and_closed.postgres.sql"),
        ..Migration::of(include_str!("../migrations/0022_due_and_closed.sql"))
    },
    Migration::of(include_str!("../migrations/0023_asides.sql")),
    Migration::of(include_str!("../migrations/0024_open_of_owner.sql")),
    Migration::of(include_str!("../migrations/0025_askings.sql")),
    Migration::of(include_str!("../migrations/0026_merges.sql")),
    Migration::of(include_str!("../migrations/0027_confirmations.sql")),
    Migration::of(include_str!("../migrations/0028_archives.sql")),
    Migration::of(include_str!("../migrations/0029_undone.sql")),
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0030_accesses_kept.sqlite.sql"),
        postgres: include_str!("../migrations/0030_accesses_kept.postgres.sql"),
        folds: false,
    },
    Migration::of(include_str!("../migrations/0031_checkpoints_out.sql")),
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0032_last_words.sqlite.sql"),
        postgres: include_str!("../migrations/0032_last_words.postgres.sql"),
        folds: false,
    },
    Migration {
        both: "",
        sqlite: include_str!("../migrations/0033_orders_of_operation.sqlite.sql"),
        postgres: include_str!("../migrations/0033_orders_of_operation.postgres.sql"),
        folds: false,
    },
];

const ORDER_BY_BYTES: &str = include_str!("../migrations/postgres_order.sql");
/// Two servers that start together migrate one after the other.
const POSTGRES_LOCK: &str = "DO $$ BEGIN PERFORM pg_advisory_xact_lock(4127031987); END $$";
const VERSIONS: &str = "CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT NOT NULL PRIMARY KEY)";
pub(crate) const VERSION: &str = "SELECT MAX(version) FROM schema_versions";
pub(crate) const REACHED: &str = "INSERT INTO schema_versions (version) VALUES ($1)";
/// A whole copy of a SQLite database, taken while it is open. SQLite only.
const COPY: &str = "VACUUM INTO $1";

/// The version that this program knows.
pub(crate) fn latest() -> i64 {
    MIGRATIONS.len() as i64
}

/// Brings the database to the last of `steps`. `home` is where the copy of a SQLite database goes
/// before it is changed.
pub(crate) async fn migrate(
    pool: &Pool<Any>,
    engine: Engine,
    home: Option<&Path>,
    steps: &[Migration],
) -> Result<(), StoreError> {
    let mut copied = home.is_none();
    loop {
        let mut tx = pool.begin_with(engine.begin_writing()).await?;
        let version = version_locked(&mut tx, engine).await?;
        if version > steps.len() as i64 {
            return Err(newer(version, steps.len()).into());
        }
        // What was made a moment ago holds nothing to lose.
        copied |= version == 0;
        let Some(step) = steps.get(version as usize) else { return Ok(tx.commit().await?) };
        if version > 0 && !copied {
            tx.rollback().await?;
            if let Some(home) = home {
                copy(pool, home, version).await?;
            }
            copied = true;
            continue;
        }
        apply(&mut tx, engine, step).await?;
        sqlx::query(REACHED).bind(version + 1).execute(&mut *tx).await?;
        tx.commit().await?;
    }
}

async fn version_locked(conn: &mut AnyConnection, engine: Engine) -> Result<i64, StoreError> {
    if engine == Engine::Postgres {
        raw_sql(POSTGRES_LOCK).execute(&mut *conn).await?;
    }
    raw_sql(VERSIONS).execute(&mut *conn).await?;
    let row = sqlx::query(VERSION).fetch_one(conn).await?;
    Ok(row.try_get::<Option<i64>, _>(0)?.unwrap_or(0))
}

async fn apply(conn: &mut AnyConnection, engine: Engine, step: &Migration) -> Result<(), StoreError> {
    raw_sql(step.both).execute(&mut *conn).await?;
    match engine {
        Engine::Sqlite => raw_sql(step.sqlite).execute(&mut *conn).await?,
        Engine::Postgres => {
            raw_sql(step.postgres).execute(&mut *conn).await?;
            raw_sql(ORDER_BY_BYTES).execute(&mut *conn).await?
        }
    };
    if step.folds {
        refold::all(conn).await?;
    }
    Ok(())
}

/// Copies the database beside itself; an older copy of the same version is replaced.
async fn copy(pool: &Pool<Any>, home: &Path, version: i64) -> Result<(), StoreError> {
    let mut name = String::from("before-schema-");
    name.push_str(&(version + 1).to_string());
    let file = home.join(name).with_extension("db");
    if file.exists() {
        std::fs::remove_file(&file).map_err(Incident::file(&file))?;
    }
    sqlx::query(COPY).bind(file.to_string_lossy().into_owned()).execute(pool).await?;
    std::fs::File::open(&file).and_then(|copy| copy.sync_all()).map_err(Incident::file(&file))
}

fn newer(found: i64, known: usize) -> Refusal {
    Refusal::new("ledger/schema-newer").with("found", found).with("known", known)
}
