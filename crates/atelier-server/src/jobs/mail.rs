//! Letters of the installation. A job keeps what the letter is about, never a secret: the link of an invitation is
//! made when the letter leaves.

use super::hand::{After, Hand};
use super::overload::of_week;
use super::rest::heard;
use super::told::told;
use crate::fault::Fault;
use crate::outbound::Mail;
use crate::rights;
use crate::workbench::Workbench;
use atelier_domain::controls::{Standing, User, UserId};
use atelier_domain::language::{Args, Catalogue, Lang, Refusals};
use atelier_store::{JobId, NewJob, Tx};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Seconds to wait after the first attempt, the second…: seven attempts within two days.
const WAITS: [i64; 6] = [60, 600, 3_600, 14_400, 43_200, 86_400];

/// What a letter is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum Letter {
    /// The link to choose a password.
    Invitation {
        /// For whom.
        user: UserId,
    },
    /// The newest signed checkpoint, for somebody to keep elsewhere.
    Checkpoint {
        /// To which address.
        to: String,
    },
    /// A verification found that the installation is not what was said.
    Verification {
        /// An administrator.
        user: UserId,
    },
    /// A subscription did not take a message for three days.
    Undelivered {
        /// An administrator.
        user: UserId,
        /// The address of the subscription.
        url: String,
    },
    /// Somebody's week is too full.
    Overload {
        /// They, or who runs their team.
        user: UserId,
        /// Code of the person.
        person: String,
        /// Monday of the week.
        week: Date,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct MailJob {
    letter: Letter,
    attempt: u32,
}

impl Letter {
    /// What it is about; never to whom.
    fn about(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::Checkpoint { .. } => "checkpoint",
            Self::Verification { .. } => "verification",
            Self::Undelivered { .. } => "undelivered",
            Self::Overload { .. } => "overload",
        }
    }

    /// Who of the company is to read it in their working hours. An invitation is asked for by who waits for it, and
    /// a checkpoint goes to a box outside: neither waits.
    fn at_rest(&self) -> Option<UserId> {
        match self {
            Self::Invitation { .. } | Self::Checkpoint { .. } => None,
            Self::Verification { user } | Self::Undelivered { user, .. } | Self::Overload { user, .. } => {
                Some(*user)
            }
        }
    }

    /// The job that sends it.
    ///
    /// # Errors
    /// An incident when it cannot be told as JSON.
    pub fn job(self, now: Timestamp) -> Result<NewJob, Fault> {
        job(&MailJob { letter: self, attempt: 1 }, now, now)
    }
}

fn job(mail: &MailJob, made: Timestamp, due: Timestamp) -> Result<NewJob, Fault> {
    let payload = serde_json::to_string(mail).map_err(anyhow::Error::from)?;
    let kind = super::Kind::Mail.code().to_owned();
    Ok(NewJob { id: JobId::make(), kind, payload, requester: None, made, due })
}

/// Puts down a letter for each administrator of the company, when the installation sends mail.
///
/// # Errors
/// An incident of the store.
pub(super) async fn warn(hand: &Hand, letter: impl Fn(UserId) -> Letter) -> Result<(), Fault> {
    if hand.bench.outside.relay.is_none() {
        return Ok(());
    }
    let mut tx: Tx = hand.bench.store.begin(hand.scope).await?;
    for user in tx.users().await?.iter().filter(|user| user.administers()) {
        tx.enqueue(&letter(user.id).job(hand.now)?).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Its only step: one attempt. The next one is a job of its own.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    let mail: MailJob = serde_json::from_str(&hand.lease.job.payload).map_err(anyhow::Error::from)?;
    if let Some(due) = waits(hand, &mail.letter).await? {
        let mut tx = hand.begin().await?;
        tx.enqueue(&job(&mail, hand.now, due)?).await?;
        return hand.finish(tx, &json!({ "sent": false, "waits": due.to_string() })).await;
    }
    let Some(written) = written(hand, &mail.letter).await? else {
        // Nobody is there any more to read it.
        return hand.finish(hand.begin().await?, &json!({ "sent": false })).await;
    };
    match sent(&hand.bench, written).await {
        Ok(()) => {
            let mut tx = hand.begin().await?;
            if let Letter::Checkpoint { .. } = mail.letter {
                tx.checkpoint_left(hand.now).await?;
            }
            hand.finish(tx, &json!({ "sent": true, "attempt": mail.attempt })).await
        }
        Err(refusals) => again(hand, mail, &refusals).await,
    }
}

/// When the reader's working hours begin, outside them.
async fn waits(hand: &Hand, letter: &Letter) -> Result<Option<Timestamp>, Fault> {
    let Some(user) = letter.at_rest() else { return Ok(None) };
    let Some(user) = reader(hand, user).await? else { return Ok(None) };
    let due = heard(hand, &user, hand.now).await?;
    Ok((due > hand.now).then_some(due))
}

async fn sent(bench: &Workbench, mail: Mail) -> Result<(), Refusals> {
    let relay = bench.outside.relay()?;
    Ok(relay.send(mail).await?)
}

async fn again(hand: &Hand, mail: MailJob, refusals: &Refusals) -> Result<After, Fault> {
    let Some(wait) = WAITS.get(mail.attempt.max(1) as usize - 1) else {
        let (letter, attempts, job) = (mail.letter.about(), mail.attempt, hand.lease.job.id.to_string());
        tracing::error!(letter, attempts, job, "a letter was given up");
        return Ok(Hand::give_up(told(refusals)));
    };
    let now = Timestamp::now();
    let due = now + SignedDuration::from_secs(*wait);
    let result = json!({ "sent": false, "again": due.to_string(), "refused": told(refusals) });
    let next = MailJob { attempt: mail.attempt + 1, ..mail };
    let mut tx = hand.begin().await?;
    tx.enqueue(&job(&next, now, due)?).await?;
    hand.finish(tx, &result).await
}

/// The letter as it is read now; nothing when its reader is gone.
async fn written(hand: &Hand, letter: &Letter) -> Result<Option<Mail>, Fault> {
    let office = hand.office().await?;
    let args = Args::new().with("company", office.name.clone());
    match letter {
        Letter::Invitation { user } => {
            let Some(user) = reader(hand, *user).await? else { return Ok(None) };
            let address = hand.bench.outside.address()?;
            let secret = rights::invite(&hand.bench, &office, user.id, &hand.act()).await?;
            let link = format!("{address}/invitation#{}", secret.reveal());
            let args = args.with("name", user.name.clone()).with("link", link);
            Ok(Some(in_both(&user.login, ["mail-invitation-subject", "mail-invitation"], &args)))
        }
        Letter::Checkpoint { to } => {
            let newest = hand.bench.store.read(hand.scope).await?.checkpoint().await?;
            let args = args.with("size", newest.size.to_string()).with("note", newest.note);
            Ok(Some(in_both(to, ["mail-checkpoint-subject", "mail-checkpoint"], &args)))
        }
        Letter::Verification { user } => {
            let Some(user) = reader(hand, *user).await? else { return Ok(None) };
            Ok(Some(in_both(&user.login, ["mail-verification-subject", "mail-verification"], &args)))
        }
        Letter::Undelivered { user, url } => {
            let Some(user) = reader(hand, *user).await? else { return Ok(None) };
            let args = args.with("url", url.clone());
            Ok(Some(in_both(&user.login, ["mail-undelivered-subject", "mail-undelivered"], &args)))
        }
        Letter::Overload { user, person, week } => {
            let Some(user) = reader(hand, *user).await? else { return Ok(None) };
            // What is planned now: eased meanwhile, there is nothing to tell.
            let plan = match hand.bench.strained(&office).await {
                Ok(plan) => plan,
                Err(Fault::Refused(_)) => return Ok(None),
                Err(incident) => return Err(incident),
            };
            let strain = of_week(&plan.strains, *week).find(|one| one.person == *person);
            let Some(strain) = strain else { return Ok(None) };
            let is_theirs = user.person.as_deref() == Some(person);
            let told = |words: &Catalogue| {
                if is_theirs {
                    strain.to_the_person(words)
                } else {
                    strain.to_the_director(&plan.name(person), words)
                }
            };
            let [fr, en] = [Lang::Fr, Lang::En].map(|lang| told(Catalogue::of(lang)));
            let args = args.with("fr", fr).with("en", en);
            Ok(Some(in_both(&user.login, ["mail-overload-subject", "mail-overload"], &args)))
        }
    }
}

async fn reader(hand: &Hand, user: UserId) -> Result<Option<User>, Fault> {
    let found = hand.bench.store.read(hand.scope).await?.user(user).await?;
    Ok(found.filter(|user| user.standing == Standing::Active))
}

/// In French, then in English: nobody's language is known before they come in.
pub(crate) fn in_both(to: &str, [subject, text]: [&str; 2], args: &Args) -> Mail {
    let (fr, en) = (Catalogue::of(Lang::Fr), Catalogue::of(Lang::En));
    let text = format!("{}\n\n— — —\n\n{}\n", fr.text(text, args), en.text(text, args));
    Mail { to: to.to_owned(), subject: fr.text(subject, args), text }
}
