//! `atelier order note`: a conversation that nothing had planned.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{Act, Capturing, Office, Published, Said, capture_in, noted, step_for, still_open};
use atelier_domain::execution::{Account, Case, Change, Declared, PlannedOrder, Talk, given_up};
use atelier_domain::language::{AccountId, CaseId, Refusal};
use atelier_domain::process::Channel;
use atelier_store::Reader;
use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What is said of it.
#[derive(Debug, Args)]
pub struct Note {
    /// Who held it.
    #[arg(long)]
    person: String,
    #[arg(long)]
    account: Option<String>,
    #[arg(long)]
    case: Option<String>,
    #[arg(long)]
    way: String,
    #[arg(long)]
    result: String,
    #[arg(long)]
    on: Option<Date>,
    #[arg(long, value_parser = clap::value_parser!(i64).range(0..=1_440))]
    minutes: Option<i64>,
    #[arg(long, default_value = "")]
    goal: String,
    #[arg(long)]
    next_on: Option<Date>,
    #[arg(long)]
    evidence: Option<String>,
    #[arg(long)]
    evidence_on: Option<Date>,
    #[arg(long)]
    confirm: bool,
}

impl Note {
    fn said(&self) -> Said {
        Said {
            state: "done".to_owned(),
            result: Some(self.result.clone()),
            minutes: self.minutes,
            evidence: self.evidence.clone().filter(|_| self.result == Change::Progress.code()),
            evidence_on: self.evidence_on,
            confirm: self.confirm,
        }
    }

    fn talk(&self) -> Talk {
        let (channel, next_on) = (Channel::spoken(&self.way), self.next_on);
        Talk { channel, goal: self.goal.clone(), next_on, ..Talk::default() }
    }

    /// The open opportunity and the firm that it names.
    async fn place(
        &self,
        reader: &mut Reader,
        office: &Office,
    ) -> Result<(Option<Account>, Option<Case>), Fault> {
        let case = match &self.case {
            Some(key) => {
                let found = reader.case(CaseId::of(office.tenant, key)).await?;
                let unknown = || Refusal::new("execution/unknown-case").with("given", key.as_str());
                Some(still_open(found.ok_or_else(unknown)?)?)
            }
            None => None,
        };
        let of_case = case.as_ref().and_then(|case| case.account);
        let said = self.account.as_ref().map(|key| (AccountId::of(office.tenant, key), key.as_str()));
        if said.zip(of_case).is_some_and(|((said, _), of_case)| said != of_case) {
            return Err(Refusal::new("execution/case-of-another-firm").into());
        }
        let Some(id) = of_case.or(said.map(|(id, _)| id)) else {
            return Err(Refusal::new("execution/no-firm-said").into());
        };
        let account = reader.account(id).await?;
        if account.is_none() {
            let given = said.map_or(String::new(), |(_, key)| key.to_owned());
            return Err(Refusal::new("execution/unknown-account").with("given", given).into());
        }
        Ok((account, case))
    }
}

/// Notes it; answers with its order, done.
///
/// # Errors
/// `execution/unknown-channel`, what the place or what is said of it refuses, `app/confirm-time`.
pub async fn run(session: &Session, note: &Note) -> Result<(Published, PlannedOrder), Fault> {
    let (bench, office) = session.office().await?;
    if Channel::spoken(&note.way).is_none() {
        let known = Channel::SPOKEN.map(Channel::code).join(", ");
        let refusal = Refusal::new("execution/unknown-channel").with("given", note.way.as_str());
        return Err(refusal.with("known", known).into());
    }
    let frame = bench.frame(&office).await?;
    let person = frame.person(&note.person)?.person.clone();
    let mut tx = bench.store.begin(office.scope).await?;
    let (account, case) = note.place(&mut tx, &office).await?;
    let planned = noted(&frame, (account.as_ref(), case.as_ref()), &person);
    let stored = match &case {
        Some(case) => tx.orders_of_case(case.id).await?,
        None => Vec::new(),
    };
    let plan = Published::around(frame, &stored)?.with_order(planned.clone());
    step_for(note.evidence.as_deref(), &plan, &planned)?;
    let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
    let held_on = note.on.unwrap_or(session.today);
    let then = held_on.min(session.today).to_datetime(session.now.to_zoned(zone).time());
    let reports = bench.reported(&office, &planned.order.people, then.date()).await?;
    let declaration = note.said().read(&planned, then)?;
    let (order, effects) = match plan.decide(&planned, &declaration, then, &reports)? {
        Declared::Accepted { order, effects } => (order, effects),
        Declared::NeedsConfirmation { declared, day } => {
            let show = session.words.show();
            let refusal = Refusal::new("app/confirm-time").with("given", show.hours(declared, 1));
            return Err(refusal.with("day", show.hours(day, 1)).into());
        }
    };
    let changed = plan.changed(&order, &effects);
    let advance = bench.advance(&office, &plan, &changed, then.date()).await?;
    let is_given_up = note.result == Change::Disqualified.code();
    let advance = advance.or_else(|| given_up(case.as_ref().filter(|_| is_given_up)?, session.today));
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "order note" };
    let (days, account) = ((session.today, held_on), account.map(|account| account.id));
    let capturing = Capturing { changed: &changed, advance, talk: note.talk(), days, account, beyond: false };
    capture_in(&mut tx, &office, capturing, &act).await?;
    tx.commit().await?;
    Ok((plan, PlannedOrder { order: *order, ..planned }))
}
