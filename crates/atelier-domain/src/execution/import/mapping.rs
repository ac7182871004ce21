//! Which file of an export feeds what: the mapping, once read and valid.

use super::forms::{DateForm, Mark};
use crate::execution::Standing;
use crate::language::Currency;
use std::collections::BTreeMap;

/// What a file of the export feeds, in the order in which files are read: what is referred to comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Customers.
    Accounts,
    /// Sales force.
    People,
    /// What is sold.
    Products,
    /// Opportunities.
    Cases,
    /// Stage history.
    Passages,
}

impl Kind {
    /// In reading order.
    pub const ALL: [Self; 5] = [Self::Accounts, Self::People, Self::Products, Self::Cases, Self::Passages];

    /// Name of its table in the mapping file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::People => "people",
            Self::Products => "products",
            Self::Cases => "cases",
            Self::Passages => "passages",
        }
    }

    /// Its fields; the first ones, as many as [`Kind::required`] says, cannot do without a column.
    pub fn fields(self) -> &'static [Field] {
        use Field::{
            Account, Case, ClosedOn, Country, EngagedOn, EnteredOn, Family, Key, LeftOn, Name, Owner, Parent,
            Price, Product, Region, Sector, Siren, Stage, Team, Value,
        };
        match self {
            Self::Accounts => &[Key, Name, Sector, Country, Parent, Siren],
            Self::People => &[Key, Name, Team, Region],
            Self::Products => &[Key, Name, Family, Price],
            Self::Cases => &[Key, Stage, Account, Owner, Product, EngagedOn, ClosedOn, Value],
            Self::Passages => &[Case, Stage, EnteredOn, LeftOn],
        }
    }

    /// How many of its [`Kind::fields`] are required.
    pub fn required(self) -> usize {
        match self {
            Self::Accounts | Self::People | Self::Products => 1,
            Self::Cases => 2,
            Self::Passages => 3,
        }
    }
}

/// A field that a column may feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the field of the same name of the record
pub enum Field {
    Key,
    Name,
    Sector,
    Country,
    Parent,
    Siren,
    Team,
    Region,
    Family,
    Price,
    Stage,
    Account,
    Owner,
    Product,
    EngagedOn,
    ClosedOn,
    Value,
    Case,
    EnteredOn,
    LeftOn,
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = Self::LeftOn as usize + 1;

    /// As written in the mapping file.
    pub fn code(self) -> &'static str {
        const CODES: [&str; Field::COUNT] = [
            "key",
            "name",
            "sector",
            "country",
            "parent",
            "siren",
            "team",
            "region",
            "family",
            "price",
            "stage",
            "account",
            "owner",
            "product",
            "engaged_on",
            "closed_on",
            "value",
            "case",
            "entered_on",
            "left_on",
        ];
        CODES[self as usize]
    }

    /// Whether it is a day.
    pub fn is_day(self) -> bool {
        matches!(self, Self::EngagedOn | Self::ClosedOn | Self::EnteredOn | Self::LeftOn)
    }

    /// Whether it is an amount.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Price | Self::Value)
    }
}

/// Where something is said in the mapping file, line and column from 1.
pub type Spot = (u32, u32);

/// How the characters of a delimited file are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// Western European Windows.
    Windows1252,
    /// UTF-16, little end first unless a byte order mark says otherwise.
    Utf16,
}

/// What is declared of the writing of a file; what is not is detected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Between cells: `,`, `;`, tab or `|`.
    pub delimiter: Option<u8>,
    /// Of the characters.
    pub encoding: Option<Encoding>,
    /// Of every day of the file.
    pub dates: Option<DateForm>,
    /// Of every amount of the file.
    pub decimal: Option<Mark>,
}

/// What one file feeds, column by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMap {
    /// What it feeds.
    pub kind: Kind,
    /// File name, inside the folder of the export.
    pub file: String,
    /// Sheet of a workbook; `None`: the first one.
    pub sheet: Option<String>,
    /// How it is written.
    pub declared: Declared,
    /// Column that feeds each field, with the place where the mapping says so.
    pub columns: Vec<(Field, String, Spot)>,
    /// Other columns kept, by name.
    pub facets: Vec<(String, Spot)>,
    /// Place of the table in the mapping file.
    pub spot: Spot,
}

/// What a stage of the former system means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageMap {
    /// Open, won or lost.
    pub standing: Standing,
    /// Code of the step entered; `None`: unplaced.
    pub step: Option<String>,
}

/// Another spelling of a key: the key meant, and where the mapping says so.
pub type Aliases = BTreeMap<String, (String, Spot)>;

/// A valid mapping: cases have a file, every required field a column, every stage a standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// File name of the mapping, for places.
    pub file: String,
    /// Code of the process that the cases run through.
    pub process: Option<String>,
    /// Of every amount.
    pub currency: Currency,
    /// What cells mean empty, besides the empty one.
    pub empty: Vec<String>,
    /// Files, in reading order.
    pub tables: Vec<TableMap>,
    /// Step entered on the day of engagement, when the source has no history.
    pub engaged_step: Option<String>,
    /// Meaning of each stage.
    pub stages: BTreeMap<String, StageMap>,
    /// Other spellings of accounts.
    pub accounts: Aliases,
    /// Other spellings of people.
    pub people: Aliases,
    /// Other spellings of products.
    pub products: Aliases,
}

impl Mapping {
    /// The file that feeds `kind`, if any.
    pub fn table(&self, kind: Kind) -> Option<&TableMap> {
        self.tables.iter().find(|table| table.kind == kind)
    }

    /// Whether the cell says nothing.
    pub fn is_empty(&self, text: &str) -> bool {
        text.is_empty() || self.empty.iter().any(|empty| empty == text)
    }
}
