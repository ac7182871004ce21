//! What the palette finds: firms, people there, opportunities, processes, people of the workshop; each
//! within the right that its own list asks for.

use super::market::{reaches_account, reaches_owner};
use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit};
use crate::workbench::process_of;
use atelier_domain::execution::{Account, Case, Contact, OF_FIRM};
use atelier_domain::language::{AccountId, Lang, folded};
use atelier_store::{AccountList, Reader};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Most results.
const RESULTS: usize = 20;
/// Most of one kind.
const OF_A_KIND: usize = 8;
/// Rows looked at for one kind: some are out of reach.
const LOOKED: i64 = 32;
/// Characters of what is searched.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=80;
/// Fewest digits of a telephone or a key.
const DIGITS: usize = 4;

/// What is searched.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Searched {
    /// How a name, a key, a SIREN or a telephone begins, or a SIRET; 2 to 80 characters.
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
            results.extend(opportunities(&app, &own, text).await?);
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
    let (mut accounts, mut contacts): (Vec<Account>, Vec<Contact>) = (Vec::new(), Vec::new());
    if let Some(number) = digits(text) {
        for way in written(&number) {
            contacts.extend(reader.contacts_phoned(&way, LOOKED).await?);
        }
        // The number of a site begins with that of its firm.
        let firm = number.get(..OF_FIRM).unwrap_or(&number);
        accounts.extend(reader.accounts_registered(firm, LOOKED).await?);
        accounts.extend(reader.accounts_keyed(&number, LOOKED).await?);
    } else {
        let list = AccountList {
            text: text.to_owned(),
            within: access.within(),
            limit: OF_A_KIND as i64,
            ..AccountList::default()
        };
        accounts.extend(reader.list_accounts(&list).await?.rows);
        accounts.extend(reader.accounts_keyed(text, OF_A_KIND as i64).await?);
        contacts.extend(reader.contacts_named(text, "", LOOKED).await?.items);
    }
    let mut found = Vec::new();
    for account in accounts {
        let is_new = found.iter().all(|one: &Found| one.id != account.id.to_string());
        if found.len() < OF_A_KIND && is_new && reaches_account(&mut reader, access, account.id).await? {
            let hint = hint(&[&account.sector, &account.country]);
            found.push(Found { kind: "account", id: account.id.to_string(), label: account.name, hint });
        }
    }
    let mut people = Vec::new();
    for contact in contacts {
        if people.len() == OF_A_KIND {
            break;
        }
        if let Some(one) = contact_found(&mut reader, access, contact).await? {
            people.push(one);
        }
    }
    found.extend(people);
    Ok(found)
}

async fn contact_found(
    reader: &mut Reader,
    access: &Access<permit::ReadAccounts>,
    contact: Contact,
) -> Result<Option<Found>, Fault> {
    let mut firm = String::new();
    if let Some(account) = contact.account {
        if !reaches_account(reader, access, account).await? {
            return Ok(None);
        }
        firm = name_of(reader, account).await?;
    }
    let hint = hint(&[&contact.function, &firm]);
    Ok(Some(Found { kind: "contact", id: contact.id.to_string(), label: contact.name, hint }))
}

async fn name_of(reader: &mut Reader, account: AccountId) -> Result<String, Fault> {
    Ok(reader.account(account).await?.map_or_else(String::new, |account| account.name))
}

async fn opportunities(
    app: &App,
    access: &Access<permit::ReadCases>,
    text: &str,
) -> Result<Vec<Found>, Fault> {
    let mut reader = app.store.read(access.who.office.scope).await?;
    let mut found = Vec::new();
    for case in reader.cases_keyed(text, LOOKED).await? {
        if found.len() == OF_A_KIND {
            break;
        }
        let owner = match case.owner {
            Some(owner) => reader.person(owner).await?,
            None => None,
        };
        if reaches_owner(access, owner.as_ref()) {
            found.push(case_found(&mut reader, case).await?);
        }
    }
    Ok(found)
}

async fn case_found(reader: &mut Reader, case: Case) -> Result<Found, Fault> {
    let customer = match case.account {
        Some(account) => name_of(reader, account).await?,
        None => String::new(),
    };
    let hint = hint(&[&customer, &case.stage]);
    Ok(Found { kind: "opportunity", id: case.id.to_string(), label: case.key, hint })
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
        found.truncate(OF_A_KIND);
    }
    let Some(own) = access.under::<permit::ReadDay>(app).await? else { return Ok(found) };
    let frame = match app.frame(&access.who.office).await {
        Ok(frame) => frame,
        Err(Fault::Refused(_)) => return Ok(found),
        Err(incident) => return Err(incident),
    };
    let within = frame.workshop.resources.iter().filter(|one| own.reaches(&one.code, &one.team));
    let people = within.filter(|one| has(&one.name) || has(&one.code)).take(OF_A_KIND);
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
