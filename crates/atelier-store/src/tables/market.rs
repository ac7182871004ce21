//! Accounts, people, products, cases and passages.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::{Account, Case, Passage, Person, Product, Standing};
use atelier_domain::language::folded;
use uuid::{Builder, Uuid};

/// Gives the columns of an account to a macro, between what it is given.
macro_rules! account_columns {
    ($build:ident!($($before:tt)*) $($after:tt)*) => {
        $build!($($before)* source_key Text, name Text, sector Text, country Text, parent Text, facets Text,
            name_key Text $($after)*)
    };
}
pub(crate) use account_columns;

pub(crate) const ACCOUNTS: Table = account_columns!(table!("accounts":); drawn name_key);

impl Record for Account {
    const TABLE: &'static Table = &ACCOUNTS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.key),
            Cell::shown(&self.name),
            Cell::shown(&self.sector),
            Cell::shown(&self.country),
            Cell::maybe(self.parent),
            Cell::shown(serde_json::json!(self.facets)),
            Cell::Text(folded(&self.name)),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            key: cells.text()?,
            name: cells.text()?,
            sector: cells.text()?,
            country: cells.text()?,
            parent: cells.maybe()?,
            facets: cells.json()?,
        })
    }
}

pub(crate) const PEOPLE: Table = table!("people": source_key Text, name Text, team Text, region Text);

impl Record for Person {
    const TABLE: &'static Table = &PEOPLE;

    fn cells(&self) -> Vec<Cell> {
        [&self.key, &self.name, &self.team, &self.region].map(Cell::shown).into()
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            key: cells.text()?,
            name: cells.text()?,
            team: cells.text()?,
            region: cells.text()?,
        })
    }
}

pub(crate) const PRODUCTS: Table = table!("products":
    source_key Text, name Text, family Text, price_cents Int, price_currency Text);

impl Record for Product {
    const TABLE: &'static Table = &PRODUCTS;

    fn cells(&self) -> Vec<Cell> {
        let [cents, currency] = Cell::money(self.price);
        vec![Cell::shown(&self.key), Cell::shown(&self.name), Cell::shown(&self.family), cents, currency]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            key: cells.text()?,
            name: cells.text()?,
            family: cells.text()?,
            price: cells.money()?,
        })
    }
}

/// Gives the columns of a case to a macro, after what it is given.
macro_rules! case_columns {
    ($build:ident!($($before:tt)*)) => {
        $build!($($before)* source_key Text, account Text, owner Text, product Text, stage Text, standing Text,
            process Text, step Text, engaged_on Text, closed_on Text, value_cents Int, value_currency Text)
    };
}
pub(crate) use case_columns;

pub(crate) const CASES: Table = case_columns!(table!("cases":));

impl Record for Case {
    const TABLE: &'static Table = &CASES;

    fn cells(&self) -> Vec<Cell> {
        let [cents, currency] = Cell::money(self.value);
        vec![
            Cell::shown(&self.key),
            Cell::maybe(self.account),
            Cell::maybe(self.owner),
            Cell::maybe(self.product),
            Cell::shown(&self.stage),
            Cell::shown(standing_code(self.standing)),
            Cell::maybe(self.process.as_ref()),
            Cell::maybe(self.step.as_ref()),
            Cell::maybe(self.engaged_on),
            Cell::maybe(self.closed_on),
            cents,
            currency,
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            key: cells.text()?,
            account: cells.maybe()?,
            owner: cells.maybe()?,
            product: cells.maybe()?,
            stage: cells.text()?,
            standing: cells.parse::<Stand>()?.0,
            process: cells.maybe_text()?,
            step: cells.maybe_text()?,
            engaged_on: cells.maybe()?,
            closed_on: cells.maybe()?,
            value: cells.money()?,
        })
    }
}

/// As columns say it.
pub(crate) fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Won => "won",
        Standing::Lost => "lost",
    }
}

struct Stand(Standing);

impl std::str::FromStr for Stand {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let all = [Standing::Open, Standing::Won, Standing::Lost];
        all.into_iter().find(|standing| standing_code(*standing) == text).map(Self).ok_or(())
    }
}

pub(crate) const PASSAGES: Table = table!("passages": case_id Text, step Text, entered_on Text, left_on Text);

impl Record for Passage {
    const TABLE: &'static Table = &PASSAGES;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(self.case),
            Cell::shown(&self.step),
            Cell::shown(self.entered_on),
            Cell::maybe(self.left_on),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            case: cells.parse()?,
            step: cells.text()?,
            entered_on: cells.parse()?,
            left_on: cells.maybe()?,
        })
    }
}

/// The identity of a passage: its case, its step and the day it entered it.
///
/// It begins as the identity of its case does: what is written case by case is then written in the
/// order of the keys, which costs a database far less than any other order.
pub fn passage_id(passage: &Passage) -> Uuid {
    let name = [passage.step.as_str(), passage.entered_on.to_string().as_str()].join("/");
    let mut bytes = Uuid::new_v5(&passage.case.0, name.as_bytes()).into_bytes();
    bytes[..6].copy_from_slice(&passage.case.0.as_bytes()[..6]);
    Builder::from_custom_bytes(bytes).into_uuid()
}
