//! Opening an installation, and the two ways to be in it: reading and writing.

use crate::digest;
use crate::doubt::{Doubt, Writing};
use crate::error::{Incident, StoreError};
use crate::reader::Reader;
use crate::schema;
use crate::writer::Tx;
use atelier_domain::language::{Refusal, TenantId};
use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyConnection, Connection as _, Pool, Row as _, Transaction, raw_sql};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where an installation keeps its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Embedded, in this folder.
    Sqlite(PathBuf),
    /// A PostgreSQL database, by URL (`postgres://…`).
    Postgres(String),
}

/// What a query may reach. Only the rights module makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    tenant: TenantId,
}

impl Scope {
    /// Everything of one company and nothing of another.
    pub fn of_company(tenant: TenantId) -> Self {
        Self { tenant }
    }

    /// The company.
    pub fn tenant(self) -> TenantId {
        self.tenant
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded.
    Sqlite,
    /// Served.
    Postgres,
}

impl Engine {
    /// The engine at the other end of a connection.
    pub(crate) fn of(conn: &AnyConnection) -> Self {
        if conn.backend_name() == "SQLite" { Self::Sqlite } else { Self::Postgres }
    }

    /// Takes the only writer's place at once on SQLite: a late upgrade could only fail.
    pub(crate) fn begin_writing(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Every query until the end sees the same state.
    pub(crate) fn begin_reading(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// What a writing connection needs to hear first.
    fn settings(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON"
            }
            Self::Postgres => "SET synchronous_commit = on",
        }
    }

    fn reading_settings(self) -> &'static str {
        match self {
            Self::Sqlite => "PRAGMA busy_timeout = 30000; PRAGMA cache_size = -4096",
            Self::Postgres => "SET synchronous_commit = on",
        }
    }
}

/// An open installation. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    engine: Engine,
    reading: Pool<Any>,
    writing: Pool<Any>,
    pub(crate) doubt: Doubt,
}

impl Store {
    /// Opens, creates when there is nothing, and brings the schema up to date.
    ///
    /// # Errors
    /// Refused `ledger/schema-newer` when a newer program wrote there, `ledger/no-such-database`
    /// when the address does not read or does not answer.
    pub async fn open(target: &Target) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        match target {
            Target::Sqlite(home) => Self::open_sqlite(home).await,
            Target::Postgres(url) => Self::open_postgres(url).await,
        }
    }

    /// Which engine is behind.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins to read: everything asked of the reader is of one and the same moment.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn read(&self, scope: Scope) -> Result<Reader, StoreError> {
        let conn = self.reading.begin_with(self.engine.begin_reading()).await?;
        Ok(Reader::new(conn, scope))
    }

    /// Begins to write in a company. Writers of one company come one after the other; what is not
    /// committed is forgotten.
    ///
    /// # Errors
    /// Refused `ledger/disk-in-doubt` as long as the disk is; an incident when the database does not answer.
    pub async fn begin(&self, scope: Scope) -> Result<Tx, StoreError> {
        Tx::open(self.whole().await?, scope).await
    }

    /// The companies that have facts, in the order of their ids.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, StoreError> {
        let mut conn = self.snapshot().await?;
        digest::tenants(&mut conn).await?.iter().map(|text| tenant(text)).collect()
    }

    /// Ends every connection.
    pub async fn close(&self) {
        self.reading.close().await;
        self.writing.close().await;
    }

    async fn open_sqlite(home: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(home).map_err(Incident::file(home))?;
        let mut url = sqlite_url(&home.join("atelier.db"));
        url.push_str("?mode=rwc");
        let engine = Engine::Sqlite;
        let writing = pool(1, engine.settings()).connect(&url).await?;
        schema::migrate(&writing, engine, Some(home), schema::MIGRATIONS).await?;
        // A new file survives a power cut only once its folder is on disk too.
        fs::File::open(home).and_then(|folder| folder.sync_all()).map_err(Incident::file(home))?;
        let reading = pool(4, engine.reading_settings()).connect(&url).await?;
        Ok(Self { engine, reading, writing, doubt: Doubt::default() })
    }

    async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let engine = Engine::Postgres;
        // A pool would try again and again before it says that nobody is there.
        let first = AnyConnection::connect(url)
            .await
            .map_err(|error| Refusal::new("ledger/no-such-database").with("reason", error.to_string()))?;
        first.close().await?;
        let writing = pool(8, engine.settings()).connect(url).await?;
        schema::migrate(&writing, engine, None, schema::MIGRATIONS).await?;
        Ok(Self { engine, reading: writing.clone(), writing, doubt: Doubt::default() })
    }

    /// Whether the role by which the program came in may do anything in the whole cluster of databases, which it
    /// needs for nothing.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn rules_the_cluster(&self) -> Result<bool, StoreError> {
        if self.engine == Engine::Sqlite {
            return Ok(false);
        }
        let mut conn = self.reading.acquire().await?;
        let row = sqlx::query("SHOW is_superuser").fetch_one(&mut *conn).await?;
        Ok(row.try_get::<String, _>(0)? == "on")
    }

    /// The whole installation at one moment, beyond any scope: for the keeping of it only.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(self.reading.begin_with(self.engine.begin_reading()).await?)
    }

    /// Connections that write.
    pub(crate) fn writing(&self) -> &Pool<Any> {
        &self.writing
    }

    /// The whole installation, to be written.
    pub(crate) async fn whole(&self) -> Result<Writing, StoreError> {
        self.trust().await?;
        let conn = self.writing.begin_with(self.engine.begin_writing()).await?;
        Ok(Writing { conn, doubt: self.doubt.clone() })
    }
}

/// Reads the id of a company from a key.
pub(crate) fn tenant(text: &str) -> Result<TenantId, StoreError> {
    text.parse().map_err(|why| Incident::unreadable("ledgers", text, why))
}

fn pool(connections: u32, settings: &'static str) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        // A writer waits behind an import of a million rows rather than fail.
        .acquire_timeout(Duration::from_mins(2))
        // A full disk ends a transaction behind the driver's back: what still counts itself in one is
        // closed, and a new connection takes its place.
        .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
        .after_connect(move |conn, _| {
            Box::pin(async move { raw_sql(settings).execute(conn).await.map(|_| ()) })
        })
}

/// The path as a URL, whatever characters it has.
fn sqlite_url(path: &Path) -> String {
    let mut url = String::from("sqlite://");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => {
                url.push(char::from(*byte));
            }
            _ => {
                url.push('%');
                url.extend(
                    [byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])),
                );
            }
        }
    }
    url
}
