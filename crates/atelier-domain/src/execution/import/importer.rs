//! From rows to records: references resolved, faults set aside with their reason.

use super::history::Stays;
use super::index::Index;
use super::layout::{Cells, Layout};
use super::listed::unknown_targets;
use super::mapping::{Field, Kind, Mapping, StageMap};
use super::reject::{Fault, Referred, Reject};
use super::report::{Report, Tally};
use super::row::RowReader;
use super::similar::Proposals;
use crate::execution::{Account, Case, Passage, Person, Product, Standing};
use crate::language::{AccountId, CaseId, PersonId, ProductId, Refusals, TenantId};
use jiff::civil::Date;
use std::collections::HashMap;

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
    pub(super) mapping: &'m Mapping,
    pub(super) tenant: TenantId,
    pub(super) accounts: Index<AccountId>,
    pub(super) people: Index<PersonId>,
    pub(super) products: Index<ProductId>,
    pub(super) children: Vec<(Account, u32, String)>,
    pub(super) cases: HashMap<CaseId, Met>,
    pub(super) stays: Stays<'m>,
    pub(super) stages: Proposals,
    pub(super) rejects: Vec<Reject>,
    pub(super) tally: Tally,
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
}

fn refuse_backwards(row: &mut RowReader<'_>, engaged: Option<Date>, closed: Option<Date>) {
    if let (Some(engaged), Some(closed)) = (engaged, closed)
        && closed < engaged
    {
        row.refuse(Field::ClosedOn, Fault::ClosedBeforeEngaged { engaged });
    }
}

/// Whether a case of this standing has ended.
pub(super) fn ended(standing: Standing) -> bool {
    standing != Standing::Open
}
