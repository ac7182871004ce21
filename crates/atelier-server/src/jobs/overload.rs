//! The weekly notice of overload (*avis de surcharge*): who is asked for more than they can give next week is told,
//! and who runs their team. The day of each shows the same.

use super::Letter;
use super::hand::{After, Hand};
use crate::fault::Fault;
use atelier_domain::controls::hears_of_overload;
use atelier_domain::execution::{Strain, too_full_next_week};
use jiff::civil::Date;
use serde_json::json;

/// Its only step: a letter for each who is to know, when the installation sends mail; each waits for its reader's
/// hours, and is written with what is planned when it leaves.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    let office = hand.office().await?;
    let plan = match hand.bench.strained(&office).await {
        Ok(plan) => plan,
        // Without a plan nothing is asked of anybody.
        Err(Fault::Refused(_)) => return hand.finish(hand.begin().await?, &json!({ "people": 0 })).await,
        Err(incident) => return Err(incident),
    };
    let (week, full) = too_full_next_week(&plan.strains, office.today());
    let week = week.monday();
    let mut tx = hand.begin().await?;
    let (users, units) = (tx.users().await?, tx.units().await?);
    let mut letters = 0;
    for strain in &full {
        let team = plan.workshop.resources.iter().find(|one| one.code == strain.person).map(|one| &one.team);
        let concerned = (strain.person.as_str(), team.map_or("", String::as_str));
        for user in users.iter().filter(|user| hears_of_overload(user, &units, concerned)) {
            if hand.bench.outside.relay.is_some() {
                let letter = Letter::Overload { user: user.id, person: strain.person.clone(), week };
                tx.enqueue(&letter.job(hand.now)?).await?;
                letters += 1;
            }
        }
    }
    hand.finish(tx, &json!({ "week": week, "people": full.len(), "letters": letters })).await
}

/// The weeks too full that begin on a Monday.
pub(super) fn of_week(strains: &[Strain], monday: Date) -> impl Iterator<Item = &Strain> {
    strains.iter().filter(move |one| one.week.monday() == monday)
}
