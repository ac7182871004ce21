//! What a case refers to: found by key, or made where no file lists it.

use super::importer::{Importer, Record, Sink};
use super::index::{Index, Lookup};
use super::mapping::Field;
use super::row::RowReader;
use crate::execution::{Account, Person, Product};
use crate::language::{AccountId, PersonId, ProductId};
use std::collections::BTreeMap;

impl Importer<'_> {
    pub(super) fn account_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<AccountId> {
        let tenant = self.tenant;
        let found = reference(row, Field::Account, &mut self.accounts, |key| AccountId::of(tenant, key))?;
        let Lookup::New(id, key) = found else { return Some(found.id()) };
        let (sector, country, facets) = (String::new(), String::new(), BTreeMap::new());
        let account = Account { id, name: key.clone(), key, sector, country, parent: None, facets };
        self.tally.put(Record::Account(account), out);
        Some(id)
    }

    pub(super) fn person_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<PersonId> {
        let tenant = self.tenant;
        let found = reference(row, Field::Owner, &mut self.people, |key| PersonId::of(tenant, key))?;
        let Lookup::New(id, key) = found else { return Some(found.id()) };
        let person = Person { id, name: key.clone(), key, team: String::new(), region: String::new() };
        self.tally.put(Record::Person(person), out);
        Some(id)
    }

    pub(super) fn product_of(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) -> Option<ProductId> {
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
