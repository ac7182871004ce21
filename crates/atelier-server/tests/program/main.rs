//! The program as its users drive it: the binary, its words, its exit codes, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

mod demo;
mod import;
mod keep;
mod line;
mod order;
mod persons;
mod plan;
mod proof;
mod refuse;
mod replan;
mod users;
mod words;
mod worker;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// An installation on one engine, and the program pointed at it.
struct Program {
    folder: TempDir,
    database: Option<String>,
}

/// What a run said.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Program {
    /// Empty; `None` (and a line that says so) when the engine is not at hand.
    fn on(engine: Engine) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let database = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(new_database()?),
        };
        Some(Self { folder, database })
    }

    /// With the company `maison`.
    fn founded(engine: Engine) -> Option<Self> {
        let program = Self::on(engine)?;
        program.ok(&["init", "--company", "maison", "--name", "Maison Durand"]);
        Some(program)
    }

    /// Publishes the process of an example, whatever its design is warned of.
    fn publish(&self, sheet: &str) {
        self.ok(&["process", "import", &example(sheet), "--reason", "essai", "--today", "2027-01-04"]);
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with a line, in English; `--lang fr` in `line` has the last word of what is shown.
    fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
        command.env_remove("ATELIER_DATABASE").env("LC_ALL", "en_GB.UTF-8").current_dir(self.folder.path());
        command.arg("--data").arg(self.path("data"));
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command.args(line);
        command
    }

    /// Runs it to its end.
    fn run(&self, line: &[&str]) -> Said {
        let done = self.command(line).output().unwrap();
        // Spaces that do not break read as spaces.
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        Said { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
    }

    /// Runs, and gives the output of a success.
    fn ok(&self, line: &[&str]) -> String {
        let said = self.run(line);
        assert_eq!(said.code, 0, "{line:?}\n{said:?}");
        said.out
    }

    /// Runs with `--json`: one valid document, whatever the exit code.
    fn json(&self, line: &[&str]) -> Value {
        let said = self.run(&[line, &["--json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{line:?}: {error}\n{said:?}"))
    }

    /// Digest of what the installation says.
    fn digest(&self) -> String {
        self.json(&["digest"])["content"].as_str().unwrap().to_owned()
    }

    /// Runs a line that must be refused in both languages, writing nothing: what is told in each.
    fn refused(&self, line: &[&str]) -> [String; 2] {
        let before = self.digest();
        let told = ["fr", "en"].map(|lang| {
            let said = self.run(&[line, &["--lang", lang]].concat());
            assert_eq!(said.code, 1, "{line:?}\n{said:?}");
            said.err
        });
        assert_ne!(told[0], told[1]);
        assert_eq!(self.digest(), before, "nothing was written by {line:?}");
        told
    }

    /// The codes and places of a refusal, each with its three sentences.
    fn codes(&self, line: &[&str]) -> Vec<String> {
        let told = self.json(line);
        let list = told["refused"].as_array().unwrap_or_else(|| panic!("{line:?}: {told}"));
        list.iter()
            .map(|one| {
                for part in ["what", "why", "remedy"] {
                    assert!(one[part].as_str().is_some_and(|text| text.len() > 10), "{one}");
                }
                let place = [&one["line"], &one["field"]].map(|part| match part {
                    Value::String(text) => format!(" {text}"),
                    Value::Number(number) => format!(" {number}"),
                    _ => String::new(),
                });
                format!("{}{}", one["code"].as_str().unwrap(), place.concat())
            })
            .collect()
    }

    /// Runs SQL behind the program's back.
    fn sql(&self, text: &str) -> u64 {
        let url = self
            .database
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.path("data").join("atelier.db").display()));
        block_on(async {
            sqlx::any::install_default_drivers();
            let mut conn = sqlx::AnyConnection::connect(&url).await.unwrap();
            sqlx::query(AssertSqlSafe(text.to_owned())).execute(&mut conn).await.unwrap().rows_affected()
        })
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// A database of its own on the cluster that was given.
fn new_database() -> Option<String> {
    let Ok(cluster) = std::env::var("ATELIER_TEST_POSTGRES") else {
        println!("skipped: no PostgreSQL was given in ATELIER_TEST_POSTGRES");
        return None;
    };
    block_on(async {
        sqlx::any::install_default_drivers();
        let name = format!("t{}", uuid::Uuid::now_v7().simple());
        let mut conn = sqlx::AnyConnection::connect(&cluster).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
        let (server, _) = cluster.rsplit_once('/').unwrap();
        Some(format!("{server}/{name}"))
    })
}

fn example(path: &str) -> String {
    project(&format!("examples/{path}")).display().to_string()
}

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The shared export of a CRM, when it is there.
fn shared_export() -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/crm-sales-opportunities");
    let found = Path::new(folder).is_dir().then(|| folder.to_owned());
    if found.is_none() {
        println!("skipped: shared data is absent");
    }
    found
}

/// One `#[test]` per engine: `name_on_sqlite`, `name_on_postgres`.
macro_rules! on_engines {
    ($($name:ident => $sqlite:ident, $postgres:ident;)*) => {$(
        #[test]
        fn $sqlite() {
            $name(crate::Engine::Sqlite);
        }
        #[test]
        fn $postgres() {
            $name(crate::Engine::Postgres);
        }
    )*};
}
pub(crate) use on_engines;
