//! `atelier plan scenarios`: what other choices would give, side by side.

use super::super::out::Out;
use super::super::session::Session;
use super::super::sheets::text_of;
use super::super::tables;
use super::asked::Asked;
use super::outlined;
use crate::fault::Fault;
use atelier_domain::execution::Strand;
use atelier_domain::language::{Money, Refusal};
use atelier_domain::planning::{Demand, Scenario, compare_scenarios};
use atelier_domain::process::Unit;
use std::path::Path;

/// Those of the file, or those last kept, for one process.
pub async fn run(session: &Session, asked: &Asked, file: Option<&Path>, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let (name, text) = match file {
        Some(path) => (path.display().to_string(), text_of(path)?),
        None => {
            let sheet = bench.store.read(office.scope).await?.latest_sheet("scenarios", "scenarios").await?;
            let sheet = sheet.ok_or_else(|| Refusal::new("app/no-scenarios"))?;
            (sheet.code, sheet.text)
        }
    };
    let mut list = Scenario::read(&name, &text)?;
    let (shop, plan) = outlined(session, asked).await?;
    let is_wanted = |strand: &Strand| {
        strand.deals() > 0 && asked.process.as_ref().is_none_or(|code| *code == strand.process)
    };
    let wanted: Vec<usize> = (0..plan.strands.len()).filter(|rank| is_wanted(&plan.strands[*rank])).collect();
    let [rank] = wanted.as_slice() else {
        let known = shop.processes.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Refusal::new("app/process-needed").with("known", known).into());
    };
    let strand = &plan.strands[*rank];
    list.retain(|one| one.is_of(&strand.process));
    let capacity = plan.left_for(*rank);
    let base = Demand {
        process: shop.process(Some(&strand.process))?,
        due: &strand.due,
        wip: &strand.wip,
        capacity: &capacity,
        subcontracts: &[],
        room: None,
        service: strand.level.service,
    };
    let margin = strand
        .objectives
        .iter()
        .find(|objective| matches!(objective.unit, Unit::Margin | Unit::Revenue))
        .map(|objective| Money { cents: objective.quantity, currency: objective.currency });
    let compared = compare_scenarios(&base, margin, &list)?;
    let kind = compared.iter().find_map(|one| one.bottleneck.clone()).unwrap_or_default();
    session.tables(&[tables::scenarios(session, &compared, &kind, &plan.weeks, &shop)], out)
}
