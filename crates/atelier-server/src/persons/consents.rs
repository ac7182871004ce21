//! What somebody agreed to and objects to.

use super::not_there;
use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::execution::{Channel, Choice, Consent, ContactAim, Reach, may_contact};
use atelier_domain::language::{ContactId, Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Tx};
use jiff::civil::Date;

/// What was said, of one channel or of all of them.
#[derive(Clone, Debug)]
pub struct Said {
    /// How they are reached; every way when empty.
    pub channels: Vec<String>,
    /// What for; everything when empty.
    pub aims: Vec<String>,
    /// `agreed` or `objected`.
    pub choice: String,
    /// The day.
    pub on: Date,
    /// How we know.
    pub source: String,
}

/// Writes down what somebody said, in one fact.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`, what [`Consent::checked`] refuses.
pub async fn said(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    asked: &Said,
    today: Date,
    act: &Act<'_>,
) -> Result<Vec<Consent>, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let all = said_in(&mut tx, office, person, (asked, today), act).await?;
    tx.commit().await?;
    Ok(all)
}

/// The same in a write that holds more.
///
/// # Errors
/// Those of [`said`].
pub async fn said_in(
    tx: &mut Tx,
    office: &Office,
    person: ContactId,
    (asked, today): (&Said, Date),
    act: &Act<'_>,
) -> Result<Vec<Consent>, Fault> {
    let mut refused = Refusals::default();
    let channels = words(&asked.channels, "channel", Channel::ALL, Channel::code, &mut refused);
    let aims = words(&asked.aims, "aim", ContactAim::ALL, ContactAim::code, &mut refused);
    let choice =
        words(std::slice::from_ref(&asked.choice), "choice", Choice::ALL, Choice::code, &mut refused);
    let (channels, aims, choice) = refused.or((channels, aims, choice))?;
    if tx.contact(person).await?.is_none() {
        return Err(not_there(tx, person).await?.into());
    }
    let mut all = Vec::new();
    for channel in &channels {
        for aim in &aims {
            for choice in &choice {
                let source = asked.source.clone();
                let one =
                    Consent { person, channel: *channel, aim: *aim, choice: *choice, on: asked.on, source };
                all.push(one.checked(today)?);
            }
        }
    }
    let row = |one: &Consent| Content::Consent(one.clone()).row(office.tenant);
    let rows = all.iter().map(row).collect::<Result<Vec<_>, _>>()?;
    tx.append(&act.fact("execution/consent", Purpose::Performance, rows)).await?;
    Ok(all)
}

/// Whether somebody may be contacted on a day.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`.
pub async fn may(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    (channel, aim): (&str, &str),
    day: Date,
) -> Result<Reach, Fault> {
    let channel = asked_choice(channel, "channel", Channel::ALL, Channel::code)?;
    let aim = asked_choice(aim, "aim", ContactAim::ALL, ContactAim::code)?;
    let mut reader = bench.store.read(office.scope).await?;
    if reader.contact(person).await?.is_none() {
        return Err(not_there(&mut reader, person).await?.into());
    }
    Ok(may_contact(&reader.consents_of(person).await?, channel, aim, day))
}

/// Reads one word of a closed list.
///
/// # Errors
/// `execution/unknown-choice`, with the words there are.
pub fn asked_choice<T: Copy>(
    given: &str,
    field: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> Result<T, Refusal> {
    all.iter().copied().find(|one| code(*one) == given).ok_or_else(|| {
        let known = all.iter().map(|one| code(*one)).collect::<Vec<_>>().join(", ");
        Refusal::new("execution/unknown-choice").field(field).with("given", given).with("known", known)
    })
}

/// The words given, or all of them when none is; every unknown one is refused.
fn words<T: Copy>(
    given: &[String],
    field: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str + Copy,
    refused: &mut Refusals,
) -> Vec<T> {
    if given.is_empty() {
        return all.to_vec();
    }
    let mut read = Vec::new();
    for word in given {
        match asked_choice(word, field, all, code) {
            Ok(one) => read.push(one),
            Err(refusal) => refused.push(refusal),
        }
    }
    read
}
