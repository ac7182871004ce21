//! A plan of the whole company, made and published: what `plan make` does, for whoever asked.

use super::hand::{After, Hand};
use super::pulse::Rounds;
use crate::fault::Fault;
use crate::workbench::{Aimed, Made, PlanAsk, Pursuit, Ranked, Shop, made, publish, span_of_years};
use atelier_domain::planning::schedule::Effort;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use tokio::sync::oneshot;

/// What is asked, and on which day: the same plan whenever it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanJob {
    /// The objective.
    pub ask: PlanAsk,
    /// The day on which it was asked, at the company's place.
    pub today: Date,
    /// Rounds of improvement.
    pub rounds: u64,
    /// Seed of the random draws.
    pub seed: u64,
    /// Whether margin per hour of the bottleneck comes before due dates.
    pub by_margin: bool,
}

/// Its only step.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    let asked: PlanJob = serde_json::from_str(&hand.lease.job.payload).map_err(anyhow::Error::from)?;
    let office = hand.office().await?;
    let aimed = asked.ask.aimed(asked.today)?;
    let years = span_of_years(asked.today, aimed.period);
    let shop = hand.bench.shop(&office, years, true).await?;
    let made = computed(hand, shop, aimed, asked).await?;
    let mut tx = hand.begin().await?;
    let version = publish(&mut tx, &made, &hand.act()).await?;
    let summary = &made.summary;
    let result = json!({
        "version": version,
        "first": summary.period.first,
        "last": summary.period.last(),
        "placed": summary.placed,
        "late": summary.late,
        "unplaced": summary.unplaced,
        "price": summary.price.paid,
        "bound": summary.price.least,
    });
    hand.finish(tx, &result).await
}

/// On a thread of its own, which nobody waits for once the job is over: the search listens to the pulse.
async fn computed(hand: &Hand, shop: Shop, aimed: Aimed, asked: PlanJob) -> Result<Made, Fault> {
    let (told, hears) = oneshot::channel();
    let pulse = Arc::clone(&hand.pulse);
    std::thread::Builder::new().name("plan".into()).spawn(move || {
        let rule = if asked.by_margin { Ranked::Margin } else { Ranked::DueDate };
        let effort = Effort { rounds: asked.rounds, seed: asked.seed, threads: 1 };
        let watch = Rounds { pulse: &pulse, rounds: asked.rounds };
        let pursuit = Pursuit { rule, effort, watch: &watch };
        // Whoever asked may have gone: then nobody hears, and nothing is written.
        let _ = told.send(made(&shop, &aimed, asked.today, &pursuit));
    })?;
    hears.await.map_err(|_| anyhow::anyhow!("the planner stopped without a plan"))?
}
