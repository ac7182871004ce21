//! Rows of the files that others refer to: accounts, people, products.

use super::importer::{Importer, Record, Sink};
use super::index::Lookup;
use super::layout::Layout;
use super::mapping::{Aliases, Field, Mapping};
use super::reject::{Fault, Reject};
use super::row::RowReader;
use crate::execution::siren::is_number;
use crate::execution::{Account, Person, Product};
use crate::language::{AccountId, PersonId, ProductId, Refusal, Refusals};
use std::collections::BTreeMap;

impl Importer<'_> {
    pub(super) fn account(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let (numbers, others) = facets(row.layout);
        let number = row.number(&numbers);
        let Some(key) = row.required(Field::Key) else { return };
        let (id, good) = (AccountId::of(self.tenant, key), row.faults.is_empty());
        if let Err(first) = self.accounts.insert(key, id, row.number, good) {
            return row.refuse(Field::Key, Fault::Duplicate { first });
        }
        if !good {
            return;
        }
        let facets = others
            .into_iter()
            .map(|column| (row.layout.names[column].to_string(), row.cells.text(column).trim().to_owned()));
        let mut account = Account {
            id,
            key: key.to_owned(),
            name: name(row, key),
            sector: row.text(Field::Sector).to_owned(),
            country: row.text(Field::Country).to_owned(),
            parent: None,
            facets: facets.filter(|(_, text)| !row.mapping.is_empty(text)).collect::<BTreeMap<_, _>>(),
        };
        if let Some(number) = &number {
            account.register(number);
        }
        match row.text(Field::Parent) {
            "" => self.tally.put(Record::Account(account), out),
            parent => self.children.push((account, row.number, parent.to_owned())),
        }
    }

    /// Gives each account its mother firm, once all are known. An account whose mother is set aside
    /// is set aside too, and so on down.
    pub(super) fn parents(&mut self, layout: &Layout, out: Sink<'_>) {
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

    pub(super) fn person(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
        let Some(key) = row.required(Field::Key) else { return };
        let id = PersonId::of(self.tenant, key);
        if let Err(first) = self.people.insert(key, id, row.number, true) {
            return row.refuse(Field::Key, Fault::Duplicate { first });
        }
        let (team, region) = (row.text(Field::Team).to_owned(), row.text(Field::Region).to_owned());
        let person = Person { id, key: key.to_owned(), name: name(row, key), team, region };
        self.tally.put(Record::Person(person), out);
    }

    pub(super) fn product(&mut self, row: &mut RowReader<'_>, out: Sink<'_>) {
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
}

/// The columns that say a number of the register, by their field or by their name, and the other facets.
fn facets(layout: &Layout) -> (Vec<usize>, Vec<usize>) {
    let named = |column: &usize| is_number(&layout.names[*column]);
    let (mut numbers, others): (Vec<_>, Vec<_>) = layout.facets.iter().copied().partition(named);
    numbers.extend(layout.column(Field::Siren));
    (numbers, others)
}

fn name(row: &RowReader<'_>, key: &str) -> String {
    match row.text(Field::Name) {
        "" => key.to_owned(),
        name => name.to_owned(),
    }
}

/// Refuses the other spellings of keys that do not exist.
pub(super) fn unknown_targets(
    mapping: &Mapping,
    aliases: &Aliases,
    has: impl Fn(&str) -> bool,
) -> Result<(), Refusals> {
    let mut faults = Refusals::default();
    for (alias, (key, spot)) in aliases.iter().filter(|(_, (key, _))| !has(key)) {
        let refusal = Refusal::new("import/alias-target-unknown").with("alias", &**alias).with("key", &**key);
        faults.push(refusal.in_file(&mapping.file).at(spot.0, spot.1).field(alias));
    }
    faults.or(())
}
