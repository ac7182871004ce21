//! A message to a subscription: tried until it is taken, or given up after three days.

use super::hand::{After, Hand};
use super::mail::{Letter, warn};
use super::told::told;
use crate::fault::Fault;
use crate::workbench::deliver;
use atelier_domain::language::Refusals;
use atelier_store::Delivery;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

/// Seconds to wait after the first attempt, the second…: ten attempts over a little more than three days.
const WAITS: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// Its only step: one attempt. The next one is a job of its own, put down with the end of this one.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    let delivery: Delivery = serde_json::from_str(&hand.lease.job.payload).map_err(anyhow::Error::from)?;
    let found = hand.bench.store.read(hand.scope).await?.webhook(delivery.webhook).await?;
    let Some(webhook) = found.filter(|webhook| webhook.on) else {
        return hand.finish(hand.begin().await?, &json!({ "removed": true })).await;
    };
    let message = (delivery.message.as_str(), delivery.body.as_str());
    match deliver(&hand.bench, hand.lease.tenant, &webhook, message, hand.now).await {
        Ok(status) => {
            let result =
                json!({ "message": delivery.message, "attempt": delivery.attempt, "status": status });
            hand.finish(hand.begin().await?, &result).await
        }
        Err(Fault::Refused(refusals)) => again(hand, &webhook.url, delivery, &refusals).await,
        Err(incident) => Err(incident),
    }
}

async fn again(hand: &Hand, url: &str, delivery: Delivery, refusals: &Refusals) -> Result<After, Fault> {
    let reasons = told(refusals);
    let tried = delivery.attempt;
    let Some(wait) = WAITS.get(tried.max(1) as usize - 1) else {
        warn(hand, |user| Letter::Undelivered { user, url: url.to_owned() }).await?;
        let (webhook, message) = (delivery.webhook.to_string(), delivery.message);
        tracing::error!(
            webhook,
            message,
            tried,
            "MESSAGE GIVEN UP: a subscription did not take it for three days"
        );
        return Ok(Hand::give_up(reasons));
    };
    let now = Timestamp::now();
    let due = now + SignedDuration::from_secs(*wait);
    let next = Delivery { attempt: tried + 1, ..delivery };
    let mut tx = hand.begin().await?;
    tx.enqueue(&next.job(now, due)?).await?;
    let result =
        json!({ "message": next.message, "attempt": tried, "again": due.to_string(), "refused": reasons });
    hand.finish(tx, &result).await
}

#[cfg(test)]
mod tests {
    use super::WAITS;

    #[test]
    fn a_message_is_tried_for_a_little_more_than_three_days() {
        let hours = WAITS.iter().sum::<i64>() / 3_600;
        assert!((72..=84).contains(&hours), "{hours}");
        assert!(WAITS.is_sorted());
    }
}
