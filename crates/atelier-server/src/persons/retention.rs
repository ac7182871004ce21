//! Who is kept until when, the question at the end of a term, and those who leave when it is over: for the archive
//! apart while a contract may have to be proved, else for ever.

use super::{asked_choice, unknown};
use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench, new_fact};
use atelier_domain::controls::{Due, Ending, History, Kept, Leaving, Retention, Sign};
use atelier_domain::execution::ContactAim;
use atelier_domain::execution::{Asking, Channel, Choice, Contact, ErasureReason, Sayings, Standing};
use atelier_domain::language::{AccountId, Args, Catalogue, ContactId};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Reader, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// Everybody with their clock, and where they stand on a day; those due first.
///
/// # Errors
/// An incident of the store.
pub async fn due(bench: &Workbench, office: &Office, on: Date) -> Result<Vec<Due>, Fault> {
    due_in(&mut bench.store.read(office.scope).await?, office, on).await
}

/// The same of what a write reads.
///
/// # Errors
/// An incident of the store.
pub async fn due_in(reader: &mut Reader, office: &Office, on: Date) -> Result<Vec<Due>, Fault> {
    let (contacts, known) = (reader.contacts().await?, Known::read(reader, office).await?);
    let mut all: Vec<Due> = contacts
        .into_iter()
        .map(|contact| {
            let history = known.of(&contact);
            Due::of(contact, &history, on)
        })
        .collect();
    all.sort_by_key(|one| (one.clock.map_or(Date::MAX, |clock| clock.due), one.contact.id));
    Ok(all)
}

/// What decides how long people are kept.
struct Known {
    signs: HashMap<ContactId, Vec<(Sign, Date)>>,
    firms: HashMap<AccountId, Firm>,
    asked: HashMap<ContactId, Date>,
}

impl Known {
    async fn read(reader: &mut Reader, office: &Office) -> Result<Self, Fault> {
        let asked = reader.askings().await?.into_iter().map(|one| (one.person, one.on)).collect();
        Ok(Self { signs: signs(reader, office).await?, firms: firms(reader).await?, asked })
    }

    fn of(&self, contact: &Contact) -> History {
        let firm = contact.account.and_then(|id| self.firms.get(&id)).copied().unwrap_or_default();
        History {
            signs: self.signs.get(&contact.id).cloned().unwrap_or_default(),
            in_progress: firm.open,
            concluded: firm.concluded,
            asked: self.asked.get(&contact.id).copied(),
        }
    }
}

/// What came from each person: that they were written down, what they agreed to or objected to, the conversations
/// held with them, the promises they kept. A file moves nothing by itself: it says whom it is about, not who sent it.
async fn signs(reader: &mut Reader, office: &Office) -> Result<HashMap<ContactId, Vec<(Sign, Date)>>, Fault> {
    let zone = TimeZone::get(&office.zone).unwrap_or(TimeZone::UTC);
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let mut signs: HashMap<ContactId, Vec<(Sign, Date)>> = HashMap::new();
    let mut note = |person, sign, day| signs.entry(person).or_default().push((sign, day));
    for (person, at) in reader.contacts_since().await? {
        note(person, Sign::Collected, day(at));
    }
    for said in reader.consents().await? {
        let sign = if said.choice == Choice::Agreed { Sign::Answered } else { Sign::Objected };
        note(said.person, sign, said.on);
    }
    for (person, day) in reader.last_met().await? {
        note(person, Sign::Met, day);
    }
    for (person, day) in reader.promises_they_kept().await? {
        note(person, Sign::KeptPromise, day);
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

/// The last day on which something was concluded with somebody's firm.
///
/// # Errors
/// An incident of the store.
pub(super) async fn concluded(
    reader: &mut Reader,
    office: &Office,
    contact: &Contact,
) -> Result<Option<Date>, Fault> {
    Ok(Known::read(reader, office).await?.of(contact).concluded)
}

/// Who is to leave; nobody leaves by asking.
///
/// # Errors
/// An incident of the store.
pub async fn leaving(reader: &mut Reader, office: &Office, ending: Ending) -> Result<Leaving, Fault> {
    let due = due_in(reader, office, ending.until).await?;
    let archives = reader.archives().await?;
    Ok(Leaving::of(&due, &archives, ending))
}

/// Archives or erases everybody whose term is over, each in a fact of their own: all of them, or nobody.
///
/// # Errors
/// An incident of the store.
pub async fn close_in(
    tx: &mut Tx,
    leaving: &Leaving,
    (ending, today): (Ending, Date),
    act: &Act<'_>,
) -> Result<(), Fault> {
    for (one, until) in &leaving.people {
        match until {
            Some(until) => {
                let asked = (one.contact.id, ending.ground, today, *until);
                tx.archive_person(asked, (new_fact(), act.actor, act.now)).await?;
            }
            None => super::erase_in(tx, one.contact.id, (ErasureReason::Retention, today), act).await?,
        }
    }
    for one in &leaving.archived {
        super::erase_in(tx, one.person, (ErasureReason::Retention, today), act).await?;
    }
    Ok(())
}

/// Does so, and sweeps the lines of the access journal that are over. Who left.
///
/// # Errors
/// An incident of the store.
pub async fn apply(
    bench: &Workbench,
    office: &Office,
    ending: Ending,
    today: Date,
    act: &Act<'_>,
) -> Result<Leaving, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let gone = leaving(&mut tx, office, ending).await?;
    close_in(&mut tx, &gone, (ending, today), act).await?;
    tx.commit().await?;
    bench.store.empty_log().await?;
    let oldest = Retention::shipped().oldest(Kept::AccessJournal, act.now);
    bench.store.sweep_access(act.now, oldest).await?;
    Ok(gone)
}

/// Writes down that somebody was asked whether they want to stay: once, at the end of their term.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`, what [`Retention::may_ask`] refuses.
pub async fn ask(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    asked: (&str, Date, Date),
    act: &Act<'_>,
) -> Result<Asking, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let asking = ask_in(&mut tx, office, person, asked, act).await?;
    tx.commit().await?;
    Ok(asking)
}

/// The same in a write that holds more: by which channel, on which day, as of today.
///
/// # Errors
/// Those of [`ask`].
pub async fn ask_in(
    tx: &mut Tx,
    office: &Office,
    person: ContactId,
    (channel, on, today): (&str, Date, Date),
    act: &Act<'_>,
) -> Result<Asking, Fault> {
    let channel = asked_choice(channel, "channel", Channel::ALL, Channel::code)?;
    let contact = tx.contact(person).await?.ok_or_else(|| unknown(&person.to_string()))?;
    let history = Known::read(tx, office).await?.of(&contact);
    Retention::shipped().may_ask(&history, on, today)?;
    let asking = Asking { person, on, channel };
    let row = Content::Asking(asking).row(office.tenant)?;
    tx.append(&act.fact("execution/ask-to-stay", Purpose::Control, vec![row])).await?;
    Ok(asking)
}

/// The question as a letter to be sent, and where the person stands.
pub struct Question {
    /// Who, until when, where they stand today.
    pub due: Due,
    /// The name of the company that asks.
    company: String,
    /// The day after which silence is a no, when it is asked today or was asked.
    pub until: Date,
    /// That they must not be written to, and why.
    pub barred: Option<String>,
}

/// The draft of the question. Nothing is sent.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn question(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    (today, words): (Date, &Catalogue),
) -> Result<Question, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let all = due_in(&mut reader, office, today).await?;
    let due = all.into_iter().find(|one| one.contact.id == person);
    let due = due.ok_or_else(|| unknown(&person.to_string()))?;
    let said = Sayings::of(reader.consents_of(person).await?);
    let barred = said.barred(person, (Channel::Mail, ContactAim::Prospecting), today);
    let barred = barred.map(|reach| reach.barring(&due.contact.name, Channel::Mail, words));
    let until = Retention::shipped().due(Kept::Question, due.stage.asked_on().unwrap_or(today));
    Ok(Question { due, company: office.name.clone(), until, barred })
}

impl Question {
    /// Subject and text, in a language.
    pub fn letter(&self, words: &Catalogue) -> [String; 2] {
        let base = self.due.clock.map(|clock| words.show().day(clock.base)).unwrap_or_default();
        let args = Args::new()
            .with("name", self.due.contact.name.clone())
            .with("company", self.company.clone())
            .with("base", base)
            .with("until", words.show().day(self.until));
        let parts = ["greeting", "have", "ask", "rights"];
        let parts = parts.map(|part| words.text(&format!("execution-stay-{part}"), &args));
        let body = [parts.join("\n\n"), self.company.clone()].join("\n\n");
        [words.plain("execution-stay-subject"), body]
    }
}
