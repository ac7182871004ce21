//! Won deals, judged by somebody who did not record them.

use super::{Act, Office};
use crate::fault::Fault;
use atelier_domain::controls::{Confirmation, Confirmer, Deal, Ground, Telling, User, Verdict};
use atelier_domain::execution::{Backing, Case, Merged, Outcome, PlannedOrder};
use atelier_domain::language::Refusals;
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Lineage, Reader, Tx, content};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A deal to be judged, as somebody sees it.
pub struct Judged {
    /// With all that a verdict on it depends on.
    pub deal: Deal,
    /// What the customer gave, in words, in the order of [`Deal::evidence`].
    pub evidence: Vec<Given>,
    /// Number of the fact that last said the deal, or a verdict on it: with another, something was said meanwhile.
    pub version: i64,
    of: i64,
}

/// Something that the customer gave.
pub struct Given {
    /// Where it is kept.
    pub ground: Ground,
    /// The day it is of.
    pub on: Date,
    /// Where it can be read, or the name of the file; may be empty.
    pub reference: String,
}

impl Judged {
    /// Reads it.
    ///
    /// Cost: the facts about the deal, its conversations, its orders and the files of its firm.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn read(reader: &mut Reader, case: Case, of: i64) -> Result<Self, Fault> {
        let said = reader.facts_about(content::CASE, case.id.0).await?;
        let merged = Merged::from_iter(reader.merges().await?);
        let tellings = said.into_iter().map(|one| telling(one, &merged)).collect::<Result<_, _>>()?;
        let last = reader.confirmation_at(case.id).await?;
        let version = last.as_ref().map_or(of, |(_, seq)| of.max(*seq));
        let mut found = Found::default();
        found.talks(reader, &case).await?;
        found.orders(reader, &case).await?;
        found.files(reader, &case).await?;
        let deal = Deal {
            case,
            tellings,
            captured: found.captured,
            present: found.present,
            evidence: found.given.keys().copied().collect(),
            last: last.map(|(last, _)| last),
        };
        Ok(Self { deal, evidence: found.given.into_values().collect(), version, of })
    }

    /// A verdict on it, to be kept by [`keep_verdicts`]: given, or the last one taken back.
    ///
    /// # Errors
    /// As [`Deal::judged`] and [`Deal::taken_back`].
    pub fn verdict(
        &self,
        (verdict, reason): (Verdict, &str),
        who: &Confirmer,
        today: Date,
    ) -> Result<Confirmation, Refusals> {
        match verdict {
            Verdict::Withdrawn => Ok(self.deal.taken_back(who, today)?),
            given => self.deal.judged((given, reason), who, (self.of, today)),
        }
    }
}

/// A user as a judge, by every login and person of the workshop that the facts ever gave them; also what was taken
/// back since, for what they did meanwhile stands under that name.
///
/// # Errors
/// An incident of the store.
pub async fn confirmer(reader: &mut Reader, office: &Office, user: &User) -> Result<Confirmer, Fault> {
    let said = reader.facts_about(content::USER, user.id.0).await?;
    let before = said.iter().map(|one| serde_json::from_str(&one.payload).map_err(anyhow::Error::from));
    Ok(Confirmer::of(office.tenant, user, &before.collect::<Result<Vec<User>, _>>()?))
}

/// Keeps verdicts of one kind, given together, as one fact.
///
/// # Errors
/// An incident of the store.
pub async fn keep_verdicts(
    tx: &mut Tx,
    office: &Office,
    verdicts: Vec<Confirmation>,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let is_back = verdicts.iter().all(|one| one.verdict == Verdict::Withdrawn);
    let what = if is_back { "controls/take-verdict-back" } else { "controls/confirm" };
    let rows = verdicts.into_iter().map(|one| Content::Confirmation(one).row(office.tenant));
    tx.append(&act.fact(what, Purpose::Control, rows.collect::<Result<_, _>>()?)).await?;
    Ok(())
}

/// What was said, of the customer as it is known now.
fn telling(said: Lineage, merged: &Merged) -> Result<Telling, Fault> {
    let case: Case = serde_json::from_str(&said.payload).map_err(anyhow::Error::from)?;
    let account = case.account.map(|id| merged.account(id));
    Ok(Telling {
        by: said.fact.actor,
        recorded: said.fact.recorded,
        version: said.fact.seq,
        undone: said.fact.undone,
        case: Case { account, ..case },
    })
}

/// What is found about a deal beside it.
#[derive(Default)]
struct Found {
    captured: BTreeSet<String>,
    present: BTreeSet<String>,
    given: BTreeMap<Ground, Given>,
    /// Orders of which a conversation tells.
    told: BTreeSet<uuid::Uuid>,
}

impl Found {
    fn give(&mut self, ground: Ground, on: Date, reference: String) {
        self.given.insert(ground, Given { ground, on, reference });
    }

    async fn talks(&mut self, reader: &mut Reader, case: &Case) -> Result<(), Fault> {
        for one in reader.conversations_of_case(case.id).await? {
            self.told.insert(one.order.0);
            self.captured.insert(one.by);
            self.present.extend(one.sellers);
            if let Some(proof) = one.evidence {
                self.give(Ground::Conversation(one.id), proof.on, proof.reference);
            }
        }
        Ok(())
    }

    /// Orders declared with a proof and no conversation.
    async fn orders(&mut self, reader: &mut Reader, case: &Case) -> Result<(), Fault> {
        for stored in reader.orders_of_case(case.id).await? {
            let planned: PlannedOrder = serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?;
            let Some(report) = planned.order.report() else { continue };
            if self.told.contains(&stored.id) {
                continue;
            }
            self.present.extend(planned.order.people.iter().cloned());
            let declared = reader.facts_about(content::DECLARED, stored.id).await?;
            self.captured
                .extend(declared.into_iter().filter(|one| !one.fact.undone).map(|one| one.fact.actor));
            if let Outcome::Progress(Backing::Proof(proof)) = &report.outcome {
                self.give(Ground::Order(planned.order.id), proof.on, proof.reference.clone());
            }
        }
        Ok(())
    }

    async fn files(&mut self, reader: &mut Reader, case: &Case) -> Result<(), Fault> {
        let Some(account) = case.account else { return Ok(()) };
        for file in reader.files_at_account(account).await? {
            if file.case == Some(case.id) {
                let added = Timestamp::from_microsecond(file.added_us).map_err(anyhow::Error::from)?;
                let on = added.to_zoned(jiff::tz::TimeZone::UTC).date();
                self.give(Ground::File(file.id), on, file.name);
                self.captured.insert(file.by);
            }
        }
        Ok(())
    }
}
