//! `atelier process draft`: the sheet that the stages of the history would give.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::span_of_years;
use atelier_domain::insight::{History, diagnose};
use atelier_domain::language::{Args, Yield};
use atelier_domain::process::{FormerStage, draft};

/// Writes it, with the overall yield that was measured.
pub async fn run(session: &Session) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), true).await?;
    let diagnosis = diagnose(&History {
        cases: &shop.cases,
        passages: &shop.passages,
        people: &shop.people,
        products: &shop.products,
        orders: &shop.orders,
        process: None,
        today: session.today,
    });
    // Stages that are outcomes are not steps: a step is where a case still is.
    let open: std::collections::BTreeSet<&str> = shop
        .cases
        .iter()
        .filter(|case| case.standing == atelier_domain::execution::Standing::Open)
        .map(|case| case.stage.as_str())
        .collect();
    let measured =
        diagnosis.whole.yields.known().and_then(|rate| Yield::new((rate.value() * 1e6).round() as u32));
    let stages: Vec<FormerStage> = diagnosis
        .stages
        .iter()
        .filter_map(|group| group.name.clone())
        .filter(|name| open.contains(name.as_str()))
        .map(|name| FormerStage { name, yields: None, median_days: None })
        .collect();
    let overall = measured.map_or(String::new(), |yields| {
        let args = Args::new()
            .with("yield", session.words.show().percent(i64::from(yields.millionths()), 1_000_000, 1));
        format!("# {}\n", session.words.text("cli-draft-yield", &args))
    });
    session.text("text", &format!("{overall}{}", draft(&stages, session.words)))
}
