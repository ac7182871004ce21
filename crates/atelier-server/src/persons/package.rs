//! What is known of somebody, to be handed to them, or read from the archive apart: one file with everything, for
//! people and for programs.
//! Source: GDPR, articles 15 (access) and 20 (portability).

use super::{due_in, not_there};
use crate::documents::write::{Cell, Format, Table};
use crate::fault::Fault;
use crate::rights::{self, right_told};
use crate::workbench::{Office, Workbench};
use atelier_domain::execution::{Case, Consent, Contact, EvidenceFile, Standing};
use atelier_domain::language::{Args, Catalogue, ContactId, Lang, Refusal};
use atelier_store::content::{ASKING, CONSENT, CONTACT, FILE};
use atelier_store::{Lineage, Noted, Reader, StoredOrder, consents_of};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Takes one datum of a card.
type Field = fn(&Contact) -> Option<String>;

/// Everything known of a person.
struct Known {
    contact: Contact,
    firm: String,
    told: Told,
    cases: Vec<Case>,
    orders: Vec<StoredOrder>,
    read: Vec<Noted>,
    users: HashMap<String, String>,
    zone: TimeZone,
}

/// The package of a person, as the bytes of a ZIP archive: `package.json`, a CSV for each table, and a
/// sheet to read in French and in English.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn package(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    today: Date,
) -> Result<Vec<u8>, Fault> {
    packed(&gather(bench, office, person, today).await?, office, today)
}

/// The same of somebody in the archive apart, with the files about them.
///
/// # Errors
/// `execution/not-archived`.
pub async fn archived_package(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    today: Date,
) -> Result<Vec<u8>, Fault> {
    packed(&gather_archived(bench, office, person).await?, office, today)
}

fn packed(known: &Known, office: &Office, today: Date) -> Result<Vec<u8>, Fault> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), Fault> {
        zip.start_file(name, SimpleFileOptions::default()).map_err(anyhow::Error::from)?;
        Ok(zip.write_all(bytes)?)
    };
    let english = known.tables(Catalogue::of(Lang::En));
    let mut json = Vec::new();
    Table::write_all_json(&english, &mut json)?;
    add("package.json", &json)?;
    for table in &english {
        let mut bytes = Vec::new();
        table.write(Format::Csv, Lang::En, &mut bytes)?;
        add(&[&table.name, ".csv"].concat(), &bytes)?;
    }
    for (lang, name) in [(Lang::Fr, "fiche.txt"), (Lang::En, "sheet.txt")] {
        add(name, &known.sheet(office, lang, today)?)?;
    }
    for (name, bytes) in &known.told.files {
        add(&["files/", name].concat(), bytes)?;
    }
    Ok(zip.finish().map_err(anyhow::Error::from)?.into_inner())
}

async fn gather(bench: &Workbench, office: &Office, person: ContactId, today: Date) -> Result<Known, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let Some(contact) = reader.contact(person).await? else {
        return Err(not_there(&mut reader, person).await?.into());
    };
    let consents = reader.consents_of(person).await?;
    let mut said = reader.facts_about(CONTACT, person.0).await?;
    said.extend(reader.facts_about(ASKING, person.0).await?);
    for one in &consents {
        said.extend(reader.facts_about(CONSENT, one.id()).await?);
    }
    // What cards said that were merged into theirs is theirs.
    for merged in reader.merged_into(person.0).await? {
        said.extend(reader.facts_about(CONTACT, merged.gone).await?);
        for id in consents_of(ContactId(merged.gone)) {
            said.extend(reader.facts_about(CONSENT, id).await?);
        }
    }
    for (kind, id) in reader.naming(person).await? {
        said.extend(reader.facts_about(kind, id).await?);
    }
    said.sort_by_key(|one| one.fact.seq);
    let term = due_in(&mut reader, office, today).await?.into_iter().find(|one| one.contact.id == person);
    let term = term.and_then(|term| term.clock).map(|clock| (clock.kept.code(), clock.base, clock.due));
    known(reader, (bench, office), contact, Told { consents, said, term, files: Vec::new() }).await
}

async fn gather_archived(bench: &Workbench, office: &Office, person: ContactId) -> Result<Known, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let gone = || Refusal::new("execution/not-archived").with("given", person.to_string());
    let archive = reader.archive(person).await?.ok_or_else(gone)?;
    let contact = reader.archived_contact(person).await?.ok_or_else(gone)?;
    let said = reader.archived_facts(&archive).await?;
    // The last thing said of each channel and purpose by the card that stays, as for those who are not archived, and
    // the files that were not taken away.
    let (mut consents, mut shown) = (BTreeMap::new(), BTreeMap::new());
    for one in said.iter().filter(|one| !one.fact.undone) {
        match one.kind.as_str() {
            CONSENT => {
                let consent: Consent = serde_json::from_str(&one.payload).map_err(anyhow::Error::from)?;
                if consent.person == person {
                    consents.insert(one.object, consent);
                }
            }
            FILE => {
                let file: EvidenceFile = serde_json::from_str(&one.payload).map_err(anyhow::Error::from)?;
                shown.insert(one.object, file);
            }
            _ => {}
        }
    }
    let mut files = Vec::new();
    for file in shown.into_values().filter(|file| !file.removed) {
        let bytes = reader.file_bytes(&file).await?;
        files.push(([&file.id.to_string(), "-", &file.name].concat(), bytes));
    }
    let term = Some((archive.ground.code(), archive.on, archive.until));
    let told = Told { consents: consents.into_values().collect(), said, term, files };
    known(reader, (bench, office), contact, told).await
}

/// What is said of somebody themselves.
struct Told {
    consents: Vec<Consent>,
    said: Vec<Lineage>,
    /// Rule, day it is counted from, day on which it ends.
    term: Option<(&'static str, Date, Date)>,
    /// Files about them, to be added.
    files: Vec<(String, Vec<u8>)>,
}

/// With what is known of their firm, and who read it.
async fn known(
    mut reader: Reader,
    (bench, office): (&Workbench, &Office),
    contact: Contact,
    told: Told,
) -> Result<Known, Fault> {
    let (mut cases, mut orders, mut firm) = (Vec::new(), Vec::new(), String::new());
    if let Some(account) = contact.account {
        let found = reader.account_now(account).await?;
        let account = found.as_ref().map_or(account, |found| found.id);
        firm = found.map(|account| account.name).unwrap_or_default();
        reader.each_case(|case| cases.extend((case.account == Some(account)).then_some(case))).await?;
    }
    for case in &cases {
        orders.extend(reader.orders_of_case(case.id).await?);
    }
    drop(reader);
    let users = rights::list(bench, office).await?;
    Ok(Known {
        firm,
        told,
        cases,
        orders,
        read: bench.store.noted_of(office.tenant, &contact.id.to_string()).await?,
        users: users.into_iter().map(|user| (user.id.to_string(), user.login)).collect(),
        zone: TimeZone::get(&office.zone).unwrap_or(TimeZone::UTC),
        contact,
    })
}

impl Known {
    /// For readers: a title, then the tables.
    fn sheet(&self, office: &Office, lang: Lang, today: Date) -> Result<Vec<u8>, Fault> {
        let words = Catalogue::of(lang);
        let args = Args::new()
            .with("name", self.contact.name.clone())
            .with("company", office.name.clone())
            .with("day", words.show().day(today));
        let mut bytes = words.text("execution-package", &args).into_bytes();
        bytes.extend(b"\n\n");
        for table in self.tables(words) {
            bytes.extend([&table.title, "\n"].concat().into_bytes());
            table.write(Format::Text, lang, &mut bytes)?;
            bytes.push(b'\n');
        }
        Ok(bytes)
    }

    fn tables(&self, words: &Catalogue) -> Vec<Table> {
        vec![
            self.identity(words),
            self.agreed(words),
            self.history(words),
            self.of_cases(words),
            self.of_orders(words),
            self.accesses(words),
            self.retention(words),
        ]
    }

    /// Each datum, since when it is known as it is, and from where.
    fn identity(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "identity", &["datum", "content", "since", "origin"]);
        let fields: [(&str, Field); 6] = [
            ("column-name", |one| Some(one.name.clone())),
            ("column-function", |one| Some(one.function.clone())),
            ("column-mail", |one| one.mail.clone()),
            ("column-phone", |one| one.phone.clone()),
            ("column-language", |one| one.language.clone()),
            ("column-number", |one| Some(one.key.clone())),
        ];
        let told = self.told.said.iter().filter(|one| one.kind == CONTACT && !one.fact.undone);
        let told: Vec<(&Lineage, Contact)> =
            told.filter_map(|one| Some((one, serde_json::from_str(&one.payload).ok()?))).collect();
        for (label, field) in fields {
            let Some(value) = field(&self.contact).filter(|value| !value.is_empty()) else { continue };
            let same = told.iter().rev().take_while(|(_, then)| field(then).as_ref() == Some(&value));
            let first = same.last().map(|(fact, _)| *fact);
            let since = first.map(|fact| self.local(fact.fact.recorded));
            let origin = first.map(origin);
            table.push(vec![words.plain(label).into(), value.into(), since.into(), origin.into()]);
        }
        if !self.firm.is_empty() {
            let label = words.plain("column-firm");
            table.push(vec![label.into(), self.firm.clone().into(), Cell::Empty, Cell::Empty]);
        }
        table
    }

    fn agreed(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "consents", &["channel", "aim", "choice", "on", "origin"]);
        for one in &self.told.consents {
            let words = [one.channel.code(), one.aim.code(), one.choice.code()];
            let mut row: Vec<Cell> = words.map(Cell::from).into();
            row.extend([one.on.into(), one.source.clone().into()]);
            table.push(row);
        }
        table
    }

    /// Everything ever said of them, oldest first.
    fn history(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "history", &["at", "actor", "act", "origin", "content"]);
        for one in &self.told.said {
            table.push(vec![
                self.local(one.fact.recorded).into(),
                one.fact.actor.clone().into(),
                one.act.clone().into(),
                one.fact.source.clone().into(),
                one.payload.clone().into(),
            ]);
        }
        table
    }

    fn of_cases(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "their-cases", &["number", "stage", "standing", "engaged", "closed"]);
        for case in &self.cases {
            let standing = match case.standing {
                Standing::Open => "open",
                Standing::Won => "won",
                Standing::Lost => "lost",
            };
            table.push(vec![
                case.key.clone().into(),
                case.stage.clone().into(),
                standing.into(),
                case.engaged_on.into(),
                case.closed_on.into(),
            ]);
        }
        table
    }

    fn of_orders(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "their-orders", &["number", "state", "start"]);
        for order in &self.orders {
            let case = self.cases.iter().find(|case| Some(case.id.0) == order.case);
            let key = case.map(|case| case.key.clone());
            table.push(vec![key.into(), order.state.clone().into(), order.start.clone().into()]);
        }
        table
    }

    /// Who read, wrote or was refused what is known of them.
    fn accesses(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "accesses", &["at", "user", "permission", "outcome"]);
        for one in &self.read {
            let user = self.users.get(&one.user).unwrap_or(&one.user);
            table.push(vec![
                self.local(one.at).into(),
                user.clone().into(),
                right_told(&one.permission, words).into(),
                one.outcome.clone().into(),
            ]);
        }
        table
    }

    fn retention(&self, words: &Catalogue) -> Table {
        let mut table = titled(words, "retention", &["rule", "base", "until"]);
        if let Some((rule, base, until)) = self.told.term {
            table.push(vec![rule.into(), base.into(), until.into()]);
        }
        table
    }

    fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }
}

fn origin(fact: &Lineage) -> String {
    let parts = [fact.act.as_str(), fact.fact.source.as_str(), fact.fact.actor.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn titled(words: &Catalogue, name: &str, keys: &[&str]) -> Table {
    let titles: Vec<String> = keys.iter().map(|key| words.plain(&["column-", *key].concat())).collect();
    let columns: Vec<(&str, &str)> = keys.iter().copied().zip(titles.iter().map(String::as_str)).collect();
    Table::new(words.plain(&["table-", name].concat()), &columns).named(name)
}
