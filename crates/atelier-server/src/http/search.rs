//! What the palette finds: firms, people there, opportunities, processes, people of the workshop; each
//! within the right that its own list asks for.

use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit};
use crate::workbench::process_of;
use atelier_domain::execution::{Account, Contact, OF_FIRM};
use atelier_domain::language::{AccountId, Lang, folded};
use atelier_store::{AccountList, ContactList, Reader};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};

/// Most results.
const RESULTS: usize = 20;
/// Most of one kind.
const OF_A_KIND: i64 = 8;
/// Characters of what is searched.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=80;
/// Fewest digits of a telephone or a key.
const DIGITS: usize = 4;

/// What is searched.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Searched {
    /// How a name or its last word, a key, a SIREN or a telephone begins, or a SIRET; 2 to 80 characters.
    #[serde(default)]
    pub q: String,
}

/// What was found, best first.
#[derive(Serialize, ToSchema)]
pub struct FoundAll {
    results: Vec<Found>,
}

/// One thing found.
#[derive(Serialize, ToSchema)]
struct Found {
    /// `account`, `contact`, `opportunity`, `process`, `person`.
    kind: &'static str,
    id: String,
    label: String,
    /// What tells it from another of the same name.
    hint: String,
}

/// What begins with a text, whatever the case and the accents; at most twenty things.
///
/// # Errors
/// An incident.
pub async fn search(
    State(app): State<App>,
    access: Access<permit::ReadCompany>,
    asked: Asked<Searched>,
) -> Result<Answer<FoundAll>, Problem> {
    let text = asked.of.q.trim();
    if !LENGTH.contains(&text.chars().count()) {
        return Ok(Answer::of(FoundAll { results: Vec::new() }));
    }
    let found = async {
        let mut results = Vec::new();
        if let Some(own) = access.under::<permit::ReadAccounts>(&app).await? {
            results.extend(at_customers(&app, &own, text).await?);
        }
        if let Some(own) = access.under::<permit::ReadCases>(&app).await? {
            results.extend(opportunities(&app, &own, text, asked.lang()).await?);
        }
        results.extend(of_plan(&app, &access, text, asked.lang()).await?);
        results.truncate(RESULTS);
        Ok::<_, Fault>(results)
    };
    Ok(Answer::of(FoundAll { results: found.await.map_err(asked.problem())? }))
}

/// The digits of what is searched, when it is a number.
fn digits(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text.chars().all(|one| one.is_ascii_digit() || " .-/()+\u{a0}\u{202f}".contains(one));
    (is_number && bare.len() >= DIGITS).then_some(bare)
}

/// A French number is written with its 0, or abroad.
fn written(digits: &str) -> Vec<String> {
    let bare = digits.strip_prefix("00").unwrap_or(digits);
    let national = bare.strip_prefix("33").or_else(|| bare.strip_prefix('0')).unwrap_or(bare);
    let mut all = vec![bare.to_owned(), ["0", national].concat(), ["33", national].concat()];
    all.sort_unstable();
    all.dedup();
    all
}

async fn at_customers(
    app: &App,
    access: &Access<permit::ReadAccounts>,
    text: &str,
) -> Result<Vec<Found>, Fault> {
    let mut reader = app.store.read(access.who.office.scope).await?;
    let within = access.within();
    let (mut accounts, mut contacts): (Vec<Account>, Vec<Contact>) = (Vec::new(), Vec::new());
    if let Some(number) = digits(text) {
        for way in written(&number) {
            contacts.extend(reader.contacts_phoned(&way, &within, OF_A_KIND).await?);
        }
        // The number of a site begins with that of its firm.
        let firm = number.get(..OF_FIRM).unwrap_or(&number);
        accounts.extend(reader.accounts_registered(firm, &within, OF_A_KIND).await?);
        accounts.extend(reader.accounts_keyed(&number, &within, OF_A_KIND).await?);
    } else {
        let list = AccountList {
            text: text.to_owned(),
            within: within.clone(),
            limit: OF_A_KIND,
            ..AccountList::default()
        };
        accounts.extend(reader.list_accounts(&list).await?.rows);
        accounts.extend(reader.accounts_keyed(text, &within, OF_A_KIND).await?);
        let list =
            ContactList { text: text.to_owned(), within: within.clone(), after: None, limit: OF_A_KIND };
        contacts.extend(reader.list_contacts(&list).await?.rows);
        // By the last word of the name when few begin so: a family name, most often.
        if (accounts.len() as i64) < OF_A_KIND {
            accounts.extend(reader.accounts_worded(text, &within, OF_A_KIND).await?);
        }
        if (contacts.len() as i64) < OF_A_KIND {
            contacts.extend(reader.contacts_worded(text, &within, OF_A_KIND).await?);
        }
    }
    let mut found: Vec<Found> = Vec::new();
    for account in accounts {
        let is_new = found.iter().all(|one| one.id != account.id.to_string());
        if found.len() < OF_A_KIND as usize && is_new {
            let hint = hint(&[&account.sector, &account.country]);
            found.push(Found { kind: "account", id: account.id.to_string(), label: account.name, hint });
        }
    }
    let mut people = BTreeSet::new();
    for contact in contacts {
        if people.len() == OF_A_KIND as usize || !people.insert(contact.id) {
            continue;
        }
        let firm = match contact.account {
            Some(account) => name_of(&mut reader, account).await?,
            None => String::new(),
        };
        let hint = hint(&[&contact.function, &firm]);
        found.push(Found { kind: "contact", id: contact.id.to_string(), label: contact.name, hint });
    }
    Ok(found)
}

async fn name_of(reader: &mut Reader, account: AccountId) -> Result<String, Fault> {
    Ok(reader.account(account).await?.map_or_else(String::new, |account| account.name))
}

async fn opportunities(
    app: &App,
    access: &Access<permit::ReadCases>,
    text: &str,
    lang: Lang,
) -> Result<Vec<Found>, Fault> {
    let mut reader = app.store.read(access.who.office.scope).await?;
    let cases = reader.cases_keyed(text, &access.within(), OF_A_KIND).await?;
    let mut found = Vec::new();
    if cases.is_empty() {
        return Ok(found);
    }
    let codes: BTreeSet<&String> = cases.iter().filter_map(|case| case.process.as_ref()).collect();
    let mut processes = Vec::new();
    for code in codes {
        let sheet = reader.latest_sheet("process", code).await?;
        processes.extend(sheet.as_ref().map(process_of).transpose()?);
    }
    for case in cases {
        let customer = match case.account {
            Some(account) => name_of(&mut reader, account).await?,
            None => String::new(),
        };
        let process = processes.iter().find(|one| Some(&one.code) == case.process.as_ref());
        let step =
            process.and_then(|one| one.steps.iter().find(|step| Some(&step.code) == case.step.as_ref()));
        // What a file called its stage, where it is at no step of a process.
        let stage = step.map_or(case.stage.as_str(), |step| step.name.get(lang));
        let hint = hint(&[&customer, stage]);
        found.push(Found { kind: "opportunity", id: case.id.to_string(), label: case.key, hint });
    }
    Ok(found)
}

/// Processes, and people of the workshop.
async fn of_plan(
    app: &App,
    access: &Access<permit::ReadCompany>,
    text: &str,
    lang: Lang,
) -> Result<Vec<Found>, Fault> {
    let wanted = folded(text);
    let has = |name: &str| folded(name).contains(&wanted);
    let mut found = Vec::new();
    if access.under::<permit::ReadProcesses>(app).await?.is_some() {
        for sheet in app.store.read(access.who.office.scope).await?.latest_sheets("process").await? {
            let process = process_of(&sheet)?;
            let name = process.name.get(lang);
            if has(name) || has(&process.code) {
                let (id, label) = (process.code.clone(), name.to_owned());
                found.push(Found { kind: "process", id, label, hint: process.owner.clone() });
            }
        }
        found.truncate(OF_A_KIND as usize);
    }
    let Some(own) = access.under::<permit::ReadDay>(app).await? else { return Ok(found) };
    let frame = match app.frame(&access.who.office).await {
        Ok(frame) => frame,
        Err(Fault::Refused(_)) => return Ok(found),
        Err(incident) => return Err(incident),
    };
    let within = frame.workshop.resources.iter().filter(|one| own.reaches(&one.code, &one.team));
    let people = within.filter(|one| has(&one.name) || has(&one.code)).take(OF_A_KIND as usize);
    found.extend(people.map(|one| Found {
        kind: "person",
        id: one.code.clone(),
        label: one.name.clone(),
        hint: hint(&[&frame.kind_name(&one.kind, lang), &one.team]),
    }));
    Ok(found)
}

fn hint(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        assert_eq!(digits("06 12.34-56 78").as_deref(), Some("0612345678"));
        assert_eq!(digits("+33 6"), None, "too short to search by");
        assert_eq!(digits("12 rue"), None);
        assert_eq!(written("0612345678"), ["0612345678", "33612345678"]);
        assert_eq!(written("33612345678"), ["0612345678", "33612345678"]);
        assert_eq!(written("0033612"), ["0612", "33612"]);
        assert!(written("552100554").contains(&"552100554".to_owned()), "a register number stays itself");
    }
}
