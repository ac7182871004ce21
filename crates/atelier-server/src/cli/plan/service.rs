//! The service level of a plan, in a sentence per process.

use super::super::session::Session;
use crate::fault::Fault;
use crate::workbench::Shop;
use atelier_domain::language::Args;
use atelier_domain::planning::AtLevel;

/// How many starts the level asks of a process, beside the mean; nothing on average.
pub fn told(session: &Session, shop: &Shop, process: &str, level: &AtLevel) -> Result<(), Fault> {
    let Some(percent) = level.service.percent() else { return Ok(()) };
    let show = session.words.show();
    let name = shop.processes.iter().find(|one| one.code == process);
    let args = Args::new()
        .with("process", name.map_or(process, |one| one.name.get(session.lang)))
        .with("percent", show.count(percent))
        .with("mean", show.count(level.mean));
    match level.starts {
        None => session.say("cli-service-no-chain", &args),
        Some(starts) => session.say("cli-service", &args.with("starts", show.count(starts))),
    }
}
