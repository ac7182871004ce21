//! Doubt in the disk: after a commit that it did not take, nothing more is acknowledged until the program
//! has looked again at what there is.
//!
//! Of PostgreSQL the server itself does so: it ends after such a failure and recovers from its log.

use crate::digest;
use crate::error::StoreError;
use crate::ledger;
use crate::store::Store;
use atelier_domain::language::Refusal;
use sqlx::{Any, AnyConnection, Connection as _, Row as _, Transaction, raw_sql};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// What SQLite finds wrong with its file, `ok` when nothing; every page is read. SQLite only.
const LOOK: &str = "PRAGMA quick_check(1)";
/// A write that changes nothing and goes to the disk like any other.
const TOUCH: &str = "UPDATE schema_versions SET version = version WHERE version = 1";
/// The database is looked at again at most so often.
pub(crate) const PAUSE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 5 });
/// The primary code of what SQLite says when the system could not read, write or sync.
const SQLITE_IOERR: i64 = 10;

/// Whether the disk is in doubt, shared by all who write.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubt {
    raised: Arc<AtomicBool>,
    looked: Arc<Mutex<Option<Instant>>>,
}

impl Doubt {
    pub(crate) fn raise(&self) {
        self.raised.store(true, Ordering::SeqCst);
    }
}

/// A transaction that writes.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) conn: Transaction<'static, Any>,
    pub(crate) doubt: Doubt,
}

impl Deref for Writing {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.conn
    }
}
impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.conn
    }
}

impl Writing {
    /// Makes it last; when the disk did not take it, the disk is in doubt.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        self.conn.commit().await.map_err(|error| {
            if of_the_disk(&error) {
                self.doubt.raise();
            }
            error.into()
        })
    }
}

/// SQLite gives extended codes: the primary one is their last byte.
fn of_the_disk(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else { return false };
    let code = error.code().and_then(|code| code.parse::<i64>().ok());
    code.is_some_and(|code| code & 0xff == SQLITE_IOERR)
}

impl Store {
    /// Goes on at once, or once the disk is no longer in doubt.
    pub(crate) async fn trust(&self) -> Result<(), StoreError> {
        if !self.doubt.raised.load(Ordering::SeqCst) {
            return Ok(());
        }
        let mut looked = self.doubt.looked.lock().await;
        if !self.doubt.raised.load(Ordering::SeqCst) {
            return Ok(());
        }
        if looked.is_none_or(|at| at.elapsed() >= PAUSE) {
            let sound = self.look().await;
            *looked = Some(Instant::now());
            if matches!(sound, Ok(true)) {
                *looked = None;
                self.doubt.raised.store(false, Ordering::SeqCst);
                return Ok(());
            }
        }
        Err(Refusal::new("ledger/disk-in-doubt").into())
    }

    /// Reads every page on a new connection, counts every ledger and writes something through to the disk.
    async fn look(&self) -> Result<bool, StoreError> {
        self.writing().acquire().await?.detach().close().await?;
        let mut conn = self.writing().begin_with(self.engine().begin_writing()).await?;
        let found = raw_sql(LOOK).fetch_one(&mut *conn).await?;
        let mut sound = found.try_get::<String, _>(0)? == "ok";
        for tenant in digest::tenants(&mut conn).await? {
            let shape = ledger::shape(&mut conn, &tenant).await?;
            sound &= shape.facts == shape.last_seq && shape.last_fact == shape.last_seq;
            sound &= shape.rows == shape.rows_announced;
        }
        sqlx::query(TOUCH).execute(&mut *conn).await?;
        conn.commit().await?;
        Ok(sound)
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[TOUCH];
