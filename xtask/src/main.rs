//! Chores of the project.

mod postgres;

use std::process::Command;

fn main() -> anyhow::Result<()> {
    postgres::with_postgres(|url| {
        let arguments = std::env::args().skip(1);
        let mut tests = Command::new(env!("CARGO"));
        tests.args(["test", "-p", "atelier-store"]).args(arguments).env("ATELIER_TEST_POSTGRES", url);
        let status = tests.status()?;
        anyhow::ensure!(status.success(), "the tests of the store failed");
        Ok(())
    })
}
