//! A made export of any size, the same for everyone: for tests of scale and demonstrations.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Draws of the splitmix64 generator. Source: Steele, Lea and Flood 2014.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `below`, out.
    fn below(&mut self, below: u64) -> u64 {
        self.next() % below
    }
}

const FIRST_DAY: Date = date(2024, 1, 1);

/// Mapping of the made export.
const MAPPING: &str = r#"# Mapping of a made export.
process = "crm-sales"
currency = "EUR"

[accounts]
file = "accounts.csv"
key = "account"
sector = "sector"
country = "country"

[people]
file = "people.csv"
key = "seller"
team = "team"

[products]
file = "products.csv"
key = "product"
price = "price"

[cases]
file = "opportunities.csv"
key = "id"
account = "account"
owner = "seller"
product = "product"
stage = "stage"
engaged_on = "engaged_on"
closed_on = "closed_on"
value = "value"
engaged_step = "project"

[stages]
Prospecting = { standing = "open", step = "interest" }
Engaging = { standing = "open", step = "project" }
Won = { standing = "won", step = "order" }
Lost = { standing = "lost" }
"#;

/// Writes `cases` opportunities with their accounts, sellers, products and `mapping.toml` into `folder`.
/// One account for 100 cases, one seller for 1,000. Same count, same bytes.
///
/// # Errors
/// Those of the file system.
pub fn write_export(folder: &Path, cases: u64) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("mapping.toml"), MAPPING)?;
    let (accounts, people) = (cases / 100 + 1, cases / 1_000 + 1);
    listed(folder, "accounts.csv", "account,sector,country", accounts, |number| {
        let sector = ["retail", "medical", "software", "finance"][(number % 4) as usize];
        format!("Société {number:05},{sector},France")
    })?;
    listed(folder, "people.csv", "seller,team", people, |number| {
        format!("Vendeur {number:04},Équipe {}", number % 20)
    })?;
    listed(folder, "products.csv", "product,price", 12, |number| {
        format!("Offre {number},{}.50", 500 * (number + 1))
    })?;
    let mut draws = Draws(2026);
    let header = "id,seller,product,account,stage,engaged_on,closed_on,value";
    listed(folder, "opportunities.csv", header, cases, |number| {
        opportunity(&mut draws, number, accounts, people)
    })
}

fn listed(
    folder: &Path,
    name: &str,
    header: &str,
    rows: u64,
    mut row: impl FnMut(u64) -> String,
) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(folder.join(name))?);
    writeln!(out, "{header}")?;
    for number in 0..rows {
        writeln!(out, "{}", row(number))?;
    }
    out.flush()
}

fn opportunity(draws: &mut Draws, number: u64, accounts: u64, people: u64) -> String {
    let (account, seller, product) = (draws.below(accounts), draws.below(people), draws.below(12));
    let (stage, engaged, closed) = match draws.below(100) {
        0..6 => ("Prospecting", false, false),
        6..24 => ("Engaging", true, false),
        24..72 => ("Won", true, true),
        _ => ("Lost", true, true),
    };
    let engaged_on = day(draws.below(700));
    let closed_on = engaged_on.saturating_add((draws.below(140) as i64).days());
    let on = |known: bool, day: Date| if known { day.to_string() } else { String::new() };
    let value = if stage == "Won" {
        format!("{}.{:02}", draws.below(50_000), draws.below(100))
    } else {
        String::new()
    };
    let (engaged_on, closed_on) = (on(engaged, engaged_on), on(closed, closed_on));
    format!(
        "OPP-{number:07},Vendeur {seller:04},Offre {product},Société {account:05},{stage},{engaged_on},{closed_on},{value}"
    )
}

fn day(after: u64) -> Date {
    FIRST_DAY.saturating_add((after as i64).days())
}
