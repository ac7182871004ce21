//! Verification: the read tables against the facts, then the facts against the signed tree. What does
//! not agree is told loud: in the log and as the reason why the job failed.

use super::hand::{After, Hand};
use super::mail::{Letter, warn};
use super::told::told;
use crate::fault::Fault;
use crate::workbench::{tables_refused, tree_refused};
use atelier_domain::language::Refusals;
use atelier_store::proofs::Key;
use serde_json::{Value, json};

/// First the tables, then the tree.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    if hand.lease.job.step == 0 { tables(hand).await } else { tree(hand).await }
}

async fn tables(hand: &Hand) -> Result<After, Fault> {
    hand.pulse.tell(0, 2);
    let company = company(hand).await?;
    let shown = hand.bench.store.read(hand.scope).await?.verify().await?;
    let mut refusals = Refusals::default();
    tables_refused(&shown, &company, &mut refusals);
    let kept = json!({ "rows": shown.rows, "different": shown.different, "refused": told(&refusals) });
    hand.advance(hand.begin().await?, &kept).await
}

async fn tree(hand: &Hand) -> Result<After, Fault> {
    hand.pulse.tell(1, 2);
    let mut kept: Value = serde_json::from_str(&hand.lease.job.kept).map_err(anyhow::Error::from)?;
    let mut reader = hand.bench.store.read(hand.scope).await?;
    let origin = reader.origin().await?.unwrap_or_default();
    let signer = Key::open(&hand.key)?;
    let found = reader.check_tree(signer.as_ref(), &[], &[]).await?;
    drop(reader);
    let mut refusals = Refusals::default();
    tree_refused(&found, &origin, &mut refusals);
    let mut refused = kept["refused"].as_array().cloned().unwrap_or_default();
    refused.extend(told(&refusals));
    if !refused.is_empty() {
        let company = company(hand).await?;
        for one in &refused {
            let (code, what) = (one["code"].to_string(), one["en"]["what"].to_string());
            tracing::error!(
                company,
                code,
                what,
                "VERIFICATION FAILED: the installation is not what was said"
            );
        }
        warn(hand, |user| Letter::Verification { user }).await?;
        return Ok(Hand::give_up(refused));
    }
    kept["entries"] = json!(found.sealed);
    hand.finish(hand.begin().await?, &kept).await
}

/// Its code, or its id when it does not say its name any more.
async fn company(hand: &Hand) -> Result<String, Fault> {
    let office = hand.bench.office_of(hand.lease.tenant).await?;
    Ok(office.map_or_else(|| hand.lease.tenant.to_string(), |office| office.code))
}
