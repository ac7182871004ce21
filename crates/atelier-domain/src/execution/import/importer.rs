//! From rows to records: references resolved, faults set aside with their reason.

use super::history::Stays;
use super::index::{Index, Lookup};
use super::layout::{Cells, Layout};
use super::mapping::{Field, Kind, Mapping, StageMap};
use super::reject::{Fault, Referred, Reject};
use super::report::{Report, Tally};
use super::row::RowReader;
use super::similar::Proposals;
use crate::execution::{Account, Case, Passage, Person, Product, Standing};
use crate::language::{AccountId, CaseId, PersonId, ProductId, Refusal, Refusals, TenantId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// A record that an export gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A customer.
    Account(Account),
    /// Somebody of the sales force.
    Person(Person),
    /// Something sold.
    Product(Product),
    /// An opportunity.
    Case(Case),
    /// A stay in a step.
    Passage(Passage),
}

/// Where good records go, one by one, in a fixed order.
pub type Sink<'s> = &'s mut dyn FnMut(Record);

/// A case met: where, and whether its row was good.
pub(super) struct Met {
    pub row: u32,
    pub good: bool,
}

/// Turns the rows of an export into records, file by file in the order of [`Kind::ALL`].
///
/// Ids are derived from the tenant and the key, so the same export gives the same records, always.
/// Memory: keys of what is referred to, and one small entry per case.
pub struct Importer<'m> {
    mapping: &'m Mapping,
    tenant: TenantId,
    accounts: Index<AccountId>,
    people: Index<PersonId>,
    products: Index<ProductId>,
    children: Vec<(Account, u32, String)>,
    cases: HashMap<CaseId, Met>,
    stays: Stays<'m>,
    stages: Proposals,
    rejects: Vec<Reject>,
    tally: Tally,
}

impl<'m> Importer<'m> {
    /// Ready for the first row of the first file.
    pub fn new(mapping: &'m Mapping, tenant: TenantId) -> Self {
        let listed = |kind: Kind| mapping.table(kind).is_some();
        Self {
            mapping,
            tenant,
            accounts: Index::new(Referred::Account, &mapping.accounts, listed(Kind::Accounts)),
            people: Index::new(Referred::Person, &mapping.people, listed(Kind::People)),
            products: Index::new(Referred::Product, &mapping.products, listed(Kind::Products)),
            children: Vec::new(),
            cases: HashMap::new(),
            stays: Stays::new(mapping),
            stages: Proposals::default(),
            rejects: Vec::new(),
            tally: Tally::default(),
        }
    }

    /// Takes one row; what it gives goes to `out`, what is wrong with it is set aside.
    pub fn row(&mut self, layout: &Layout, number: u32, cells: &dyn Cells, out: Sink<'_>) {
        self.tally.row(layout.kind);
        let mut row = match RowReader::of(self.mapping, layout, number, cells) {
            Ok(row) => row,
            Err(reject) => return self.rejects.push(reject),
        };
        match layout.kind {
            Kind::Accounts => self.account(&mut row, out),
            Kind::People => self.person(&mut row, out),
            Kind::Products => self.product(&mut row, out),
            Kind::Cases => self.case(&mut row, out),
            Kind::Passages => self.passage(&mut row),
        }
        self.rejects.append(&mut row.faults);
    }

    /// Ends a file: what needed all its rows is resolved.
    ///
    /// # Errors
    /// `import/alias-target-unknown`: the mapping gives another spelling of a key that does not exist.
    pub fn end(&mut self, layout: &Layout, out: Sink<'_>) -> Result<(), Refusals> {
        match layout.kind {
            Kind::Accounts => {
                self.parents(layout, out);
                unknown_targets(self.mapping, &self.mapping.accounts, |key| self.accounts.has(key))
            }
            Kind::People => unknown_targets(self.mapping, &self.mapping.people, |key| self.people.has(key)),
            Kind::Products => {
                unknown_targets(self.mapping, &self.mapping.products, |key| self.products.has(key))
            }
            Kind::Cases => Ok(()),
            Kind::Passages => {
                self.stays.finish(|passage| self.tally.passage(passage, out));
                Ok(())
            }
        }
    }

    /// Every reject, in reading order, and the report.
    pub fn finish(self) -> (Vec<Reject>, Report) {
        let history = self.mapping.table(Kind::Passages).is_some();
        let report = self.tally.report(self.mapping.currency, self.people.unused(), history, &self.rejects);
        (self.rejects, report)
    }

    fn account(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let Some(key) = row.required(Field::Key) else { return };
        let id = AccountId::of(self.tenant, key);
        let first = self.accounts.insert(key, id, row.number, true);
        if let Err(first) = first {
            return row.refuse(Field::Key, Fault::Duplicate { first });
        }
        let facets =
            row.layout.facets.iter().map(|&column| {
                (row.layout.names[column].to_string(), row.cells.text(column).trim().to_owned())
            });
        let account = Account {
            id,
            key: key.to_owned(),
            name: name(row, key),
            sector: row.text(Field::Sector).to_owned(),
            country: row.text(Field::Country).to_owned(),
            parent: None,
            facets: facets.filter(|(_, text)| !row.mapping.is_empty(text)).collect::<BTreeMap<_, _>>(),
        };
        match row.text(Field::Parent) {
            "" => self.tally.put(Record::Account(account), out),
            parent => self.children.push((account, row.number, parent.to_owned())),
        }
    }

    /// Gives each account its mother firm, once all are known. An account whose mother is set aside
    /// is set aside too, and so on down.
    fn parents(&mut self, layout: &Layout, out: Sink<'_>) {
        let mut children = std::mem::take(&mut self.children);
        loop {
            let before = children.len();
            children.retain_mut(|(account, row, parent)| {
                let found = self.accounts.find(parent, |key| AccountId::of(self.tenant, key));
                match found {
                    Ok(Lookup::Known(id) | Lookup::New(id, _)) => account.parent = Some(id),
                    Err(fault) => {
                        self.accounts.set_aside(&account.key);
                        self.rejects.push(Reject::of(layout, *row, Field::Parent, parent, fault));
                    }
                }
                account.parent.is_some()
            });
            if children.len() == before {
                break;
            }
            for (account, _, _) in &mut children {
                account.parent = None;
            }
        }
        for (account, _, _) in children {
            self.tally.put(Record::Account(account), out);
        }
    }

    fn person(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let Some(key) = row.required(Field::Key) else { return };
        let id = PersonId::of(self.tenant, key);
        if let Err(first) = self.people.insert(key, id, row.number, true) {
            return row.refuse(Field::Key, Fault::Duplicate { first });
        }
        let (team, region) = (row.text(Field::Team).to_owned(), row.text(Field::Region).to_owned());
        let person = Person { id, key: key.to_owned(), name: name(row, key), team, region };
        self.tally.put(Record::Person(person), out);
    }

    fn product(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let price = row.money(Field::Price);
        let Some(key) = row.required(Field::Key) else { return };
        let (id, good) = (ProductId::of(self.tenant, key), row.faults.is_empty());
        if let Err(first) = self.products.insert(key, id, row.number, good) {
            return row.refuse(Field::Key, Fault::Duplicate { first });
        }
        let family = row.text(Field::Family).to_owned();
        if good {
            let product = Product { id, key: key.to_owned(), name: name(row, key), family, price };
            self.tally.put(Record::Product(product), out);
        }
    }

    fn case(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let key = row.required(Field::Key);
        let stage = self.stage(row);
        let account = self.account_of(row, out);
        let owner = self.person_of(row, out);
        let product = self.product_of(row, out);
        let (engaged_on, closed_on) = (row.day(Field::EngagedOn), row.day(Field::ClosedOn));
        let value = row.money(Field::Value);
        refuse_backwards(row, engaged_on, closed_on);
        let Some(key) = key else { return };
        let id = CaseId::of(self.tenant, key);
        if let Some(met) = self.cases.get(&id) {
            return row.refuse(Field::Key, Fault::Duplicate { first: met.row });
        }
        let good = row.faults.is_empty();
        self.cases.insert(id, Met { row: row.number, good });
        let (Some((stage, meaning)), true) = (stage, good) else { return };
        let case = Case {
            id,
            key: key.to_owned(),
            account,
            owner,
            product,
            stage: stage.to_owned(),
            standing: meaning.standing,
            process: self.mapping.process.clone(),
            step: meaning.step.clone(),
            engaged_on,
            closed_on,
            value,
        };
        if !self.stays.has_history() {
            self.stays.dated(&case, |passage| self.tally.passage(passage, out));
        }
        self.tally.put(Record::Case(case), out);
    }

    fn passage(&mut self, row: &mut RowReader<'_>) {
        let case = row.required(Field::Case).map(|key| CaseId::of(self.tenant, key));
        let stage = self.stage(row);
        let (entered, left) = (row.day(Field::EnteredOn), row.day(Field::LeftOn));
        if row.text(Field::EnteredOn).is_empty() {
            row.refuse(Field::EnteredOn, Fault::Missing);
        }
        if let (Some(entered), Some(left)) = (entered, left)
            && left < entered
        {
            row.refuse(Field::LeftOn, Fault::LeftBeforeEntered { entered });
        }
        match case.map(|id| self.cases.get(&id)) {
            Some(None) => row.refuse(Field::Case, Fault::Unknown { what: Referred::Case, proposal: None }),
            Some(Some(met)) if !met.good => row.refuse(Field::Case, Fault::RejectedReference),
            _ => {}
        }
        if let (Some(case), Some((_, meaning)), Some(entered), true) =
            (case, stage, entered, row.faults.is_empty())
        {
            self.stays.add(case, meaning.step.as_deref(), entered, left, row.number);
        }
    }

    fn stage<'r>(&mut self, row: &mut RowReader<'r>) -> Option<(&'r str, &'m StageMap)> {
        let stage = row.required(Field::Stage)?;
        let meaning = self.mapping.stages.get(stage);
        if meaning.is_none() {
            let known = self.mapping.stages.keys().map(String::as_str);
            row.refuse(Field::Stage, Fault::UnknownStage { proposal: self.stages.propose(stage, known) });
        }
        Some((stage, meaning?))
    }

    fn account_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<AccountId> {
        let tenant = self.tenant;
        let found = reference(row, Field::Account, &mut self.accounts, |key| AccountId::of(tenant, key))?;
        let Lookup::New(id, key) = found else { return Some(found.id()) };
        let (sector, country, facets) = (String::new(), String::new(), BTreeMap::new());
        let account = Account { id, name: key.clone(), key, sector, country, parent: None, facets };
        self.tally.put(Record::Account(account), out);
        Some(id)
    }

    fn person_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<PersonId> {
        let tenant = self.tenant;
        let found = reference(row, Field::Owner, &mut self.people, |key| PersonId::of(tenant, key))?;
        let Lookup::New(id, key) = found else { return Some(found.id()) };
        let person = Person { id, name: key.clone(), key, team: String::new(), region: String::new() };
        self.tally.put(Record::Person(person), out);
        Some(id)
    }

    fn product_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<ProductId> {
        let tenant = self.tenant;
        let found = reference(row, Field::Product, &mut self.products, |key| ProductId::of(tenant, key))?;
        let Lookup::New(id, key) = found else { return Some(found.id()) };
        let product = Product { id, name: key.clone(), key, family: String::new(), price: None };
        self.tally.put(Record::Product(product), out);
        Some(id)
    }
}

fn reference<Id: Copy>(
    row: &mut RowReader<'_>,
    field: Field,
    index: &mut Index<Id>,
    make: impl Fn(&str) -> Id,
) -> Option<Lookup<Id>> {
    let text = Some(row.text(field)).filter(|text| !text.is_empty())?;
    index.find(text, make).map_err(|fault| row.refuse(field, fault)).ok()
}

fn name(row: &RowReader<'_>, key: &str) -> String {
    match row.text(Field::Name) {
        "" => key.to_owned(),
        name => name.to_owned(),
    }
}

fn refuse_backwards(row: &mut RowReader<'_>, engaged: Option<Date>, closed: Option<Date>) {
    if let (Some(engaged), Some(closed)) = (engaged, closed)
        && closed < engaged
    {
        row.refuse(Field::ClosedOn, Fault::ClosedBeforeEngaged { engaged });
    }
}

fn unknown_targets(
    mapping: &Mapping,
    aliases: &super::mapping::Aliases,
    has: impl Fn(&str) -> bool,
) -> Result<(), Refusals> {
    let mut faults = Refusals::default();
    for (alias, (key, spot)) in aliases.iter().filter(|(_, (key, _))| !has(key)) {
        let refusal = Refusal::new("import/alias-target-unknown").with("alias", &**alias).with("key", &**key);
        faults.push(refusal.in_file(&mapping.file).at(spot.0, spot.1).field(alias));
    }
    faults.or(())
}

/// Whether a case of this standing has ended.
pub(super) fn ended(standing: Standing) -> bool {
    standing != Standing::Open
}
