//! `atelier plan show`: the schedule in force, or that of a version before it.

use super::super::out::{Form, Out};
use super::super::session::Session;
use super::super::tables;
use crate::fault::Fault;
use crate::workbench::Published;
use atelier_domain::language::Args;

/// Runs it.
pub async fn run(session: &Session, version: Option<i64>, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    match version {
        Some(version) if version != plan.version => {
            let (orders, summary) = bench.version_of(&office, version).await?;
            let old = Published::of_version(&plan, version, orders, summary);
            session.tables(&[tables::schedule(session, &old)], out)
        }
        _ => {
            if out.out.is_none() && out.format == Form::Text {
                for notice in plan.overloads(session.lang) {
                    session.say("cli-warned", &Args::new().with("text", notice))?;
                }
            }
            session.tables(&[tables::schedule(session, &plan)], out)
        }
    }
}
