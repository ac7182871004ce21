//! Who is kept until when, and the erasure of those whose term is over.

use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::controls::{Clock, History, Kept, Retention, Sign};
use atelier_domain::execution::{Contact, ErasureReason, Standing};
use atelier_domain::language::{AccountId, ContactId};
use atelier_store::Reader;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// Somebody and their clock; no clock while something is in progress with their firm.
#[derive(Clone, Debug)]
pub struct Due {
    /// Who.
    pub contact: Contact,
    /// Until when.
    pub clock: Option<Clock>,
}

/// Everybody with their clock, those due first.
///
/// # Errors
/// An incident of the store.
pub async fn due(bench: &Workbench, office: &Office) -> Result<Vec<Due>, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let contacts = reader.contacts().await?;
    let (mut signs, firms) = (signs(&mut reader, office).await?, firms(&mut reader).await?);
    let rules = Retention::shipped();
    let mut all: Vec<Due> = contacts
        .into_iter()
        .map(|contact| {
            let firm = contact.account.and_then(|id| firms.get(&id)).copied().unwrap_or_default();
            let signs = signs.remove(&contact.id).unwrap_or_default();
            let history = History { signs, in_progress: firm.open, concluded: firm.concluded };
            Due { clock: rules.clock(&history), contact }
        })
        .collect();
    all.sort_by_key(|one| (one.clock.map_or(Date::MAX, |clock| clock.due), one.contact.id));
    Ok(all)
}

/// What came from each person: that they were written down, and what they agreed to or objected to.
async fn signs(reader: &mut Reader, office: &Office) -> Result<HashMap<ContactId, Vec<(Sign, Date)>>, Fault> {
    let zone = TimeZone::get(&office.zone).unwrap_or(TimeZone::UTC);
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let mut signs: HashMap<ContactId, Vec<(Sign, Date)>> = HashMap::new();
    for (person, at) in reader.contacts_since().await? {
        signs.entry(person).or_default().push((Sign::Collected, day(at)));
    }
    for said in reader.consents().await? {
        signs.entry(said.person).or_default().push((Sign::Answered, said.on));
    }
    Ok(signs)
}

/// What was and is in progress with a firm.
#[derive(Clone, Copy, Default)]
struct Firm {
    open: bool,
    concluded: Option<Date>,
}

async fn firms(reader: &mut Reader) -> Result<HashMap<AccountId, Firm>, Fault> {
    let mut firms: HashMap<AccountId, Firm> = HashMap::new();
    reader
        .each_case(|case| {
            let Some(account) = case.account else { return };
            let firm = firms.entry(account).or_default();
            firm.open |= case.standing == Standing::Open;
            if case.standing == Standing::Won {
                firm.concluded = firm.concluded.max(case.closed_on);
            }
        })
        .await?;
    Ok(firms)
}

/// Erases everybody due on or before `until`, each in a fact of their own, and the lines of the access
/// journal that are over. Who was erased.
///
/// # Errors
/// An incident of the store; those erased before it stay so.
pub async fn apply(
    bench: &Workbench,
    office: &Office,
    until: Date,
    today: Date,
    act: &Act<'_>,
) -> Result<Vec<Due>, Fault> {
    let mut gone = Vec::new();
    for one in due(bench, office).await? {
        if one.clock.is_some_and(|clock| clock.due <= until) {
            super::erase(bench, office, one.contact.id, (ErasureReason::Retention, today), act).await?;
            gone.push(one);
        }
    }
    let months = Retention::shipped().months(Kept::AccessJournal);
    let days = jiff::SignedDuration::from_hours(i64::from(months) * 31 * 24);
    bench.store.sweep_access(act.now, act.now.checked_sub(days).unwrap_or(act.now)).await?;
    Ok(gone)
}
