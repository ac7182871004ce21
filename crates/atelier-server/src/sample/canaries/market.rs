//! What a company of the canaries sells to: for the seller of each team a firm, somebody there and an
//! opportunity; and a first order of theirs in the plan.

use super::{SELLERS, canary, marked, team};
use crate::fault::Fault;
use crate::import::Records;
use crate::rights::Office;
use crate::workbench::{Act, Workbench};
use atelier_domain::execution::{Account, Case, Contact, Person, Standing};
use atelier_domain::language::{AccountId, CaseId, ContactId, PersonId};
use atelier_domain::ledger::Purpose;
use atelier_store::Content;
use jiff::civil::date;
use std::collections::BTreeMap;

/// Something that has an address of its own.
pub struct Object {
    /// `account`, `contact`, `case`, `order`, `conversation` or `file`.
    pub kind: &'static str,
    /// Identity.
    pub id: String,
    /// Code of the person whose it is.
    pub person: &'static str,
}

impl Object {
    /// Where it is read.
    pub fn address(&self) -> String {
        let list = match self.kind {
            "case" => "opportunities".to_owned(),
            kind => format!("{kind}s"),
        };
        format!("/api/{list}/{}", self.id)
    }
}

/// Imports firms and opportunities as one batch, and writes down the people there.
pub(super) async fn sell(
    bench: &Workbench,
    office: &Office,
    act: &Act<'_>,
) -> Result<(Vec<Object>, String), Fault> {
    let (mut records, mut contacts, mut objects) = (Records::default(), Vec::new(), Vec::new());
    for seller @ [person, ..] in SELLERS {
        let about = Seller { office, seller };
        let (account, case, contact) = (about.account(), about.case(), about.contact());
        for (kind, id) in [
            ("account", account.id.to_string()),
            ("case", case.id.to_string()),
            ("contact", contact.id.to_string()),
        ] {
            objects.push(Object { kind, id, person });
        }
        records.people.push(about.person());
        records.accounts.push(account);
        records.cases.push(case);
        contacts.push(Content::Contact(contact));
    }
    let imported = bench.import(office, records, act, &mut |_| {}).await?;
    let (batch, _) = imported.ok_or_else(|| anyhow::anyhow!("an import of new records says something"))?;
    bench.say(office, "execution/add-contact", Purpose::Performance, act, contacts).await?;
    Ok((objects, batch.to_string()))
}

/// The first order of each seller.
pub(super) async fn orders(bench: &Workbench, office: &Office) -> Result<Vec<Object>, Fault> {
    let plan = bench.published(office).await?;
    let first = |person: &'static str| {
        let theirs = plan.orders.values().map(|planned| &planned.order);
        let first = theirs
            .filter(|order| order.start.is_some() && order.people.iter().any(|code| code == person))
            .min_by_key(|order| (order.start, order.id.0))?;
        Some(Object { kind: "order", id: first.id.to_string(), person })
    };
    Ok(SELLERS.iter().filter_map(|[person, ..]| first(person)).collect())
}

/// One seller of a company, and what is made for them.
struct Seller<'a> {
    office: &'a Office,
    seller: [&'static str; 3],
}

impl Seller<'_> {
    fn marked(&self, text: &str) -> String {
        marked(&self.office.code, self.seller[0], text)
    }

    fn person(&self) -> Person {
        let [key, name, of] = self.seller;
        Person {
            id: PersonId::of(self.office.tenant, key),
            key: key.into(),
            name: self.marked(name),
            team: team(&self.office.code, of),
            region: marked(&self.office.code, of, "Région"),
        }
    }

    fn account(&self) -> Account {
        let [key, name, _] = self.seller;
        Account {
            id: AccountId::of(self.office.tenant, key),
            key: key.into(),
            name: self.marked(&format!("Client de {name}")),
            sector: self.marked("industrie"),
            country: "FR".into(),
            parent: None,
            facets: BTreeMap::new(),
        }
    }

    fn case(&self) -> Case {
        let [key, name, _] = self.seller;
        Case {
            id: CaseId::of(self.office.tenant, key),
            key: self.marked(&format!("Affaire de {name}")),
            account: Some(AccountId::of(self.office.tenant, key)),
            owner: Some(PersonId::of(self.office.tenant, key)),
            product: None,
            stage: self.marked("abandon"),
            // Closed: the plan of the company stays the same without it.
            standing: Standing::Lost,
            process: None,
            step: None,
            engaged_on: Some(date(2026, 1, 5)),
            closed_on: Some(date(2026, 2, 5)),
            value: None,
        }
    }

    fn contact(&self) -> Contact {
        let [key, name, _] = self.seller;
        Contact {
            id: ContactId::of(self.office.tenant, key),
            key: String::new(),
            account: Some(AccountId::of(self.office.tenant, key)),
            name: self.marked(&format!("Acheteur de {name}")),
            function: self.marked("achats"),
            mail: Some(format!("achats@{}.example", canary(&self.office.code, key))),
            phone: None,
            language: None,
        }
    }
}
