//! Rest: a letter to somebody of the company waits for their working hours.

use super::hand::Hand;
use crate::fault::Fault;
use crate::workbench::span_of_years;
use atelier_domain::controls::User;
use atelier_domain::process::{Workshop, heard_from};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The moment from which somebody may be written to; now within their hours. A workshop that does not read, or a
/// zone that nobody knows, leaves office hours.
///
/// # Errors
/// An incident of the store.
pub(super) async fn heard(hand: &Hand, user: &User, now: Timestamp) -> Result<Timestamp, Fault> {
    let office = hand.office().await?;
    let text = match hand.bench.workshop_text(&office).await {
        Ok(text) => Some(text),
        Err(Fault::Refused(_)) => None,
        Err(incident) => return Err(incident),
    };
    let zone = TimeZone::get(&office.zone).unwrap_or(TimeZone::UTC);
    let local = now.to_zoned(zone.clone()).datetime();
    let years = span_of_years(local.date(), None);
    let workshop = text.and_then(|text| Workshop::read("workshop", &text, years).ok());
    let from = heard_from(workshop.as_ref().map(|(shop, _)| shop), user.person.as_deref(), local);
    let at = if from > local { from.to_zoned(zone).map_or(now, |at| at.timestamp()) } else { now };
    Ok(at)
}
