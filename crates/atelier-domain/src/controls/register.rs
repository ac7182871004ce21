//! The register of what is kept, for the works council (*comité social et économique*): a table that people
//! can read (`register.csv`), one row for each kind of data.
//!
//! A row says of whom the data speak, in which space, who may read and write them, how long they are kept and
//! whether they wait for the consultation. Who reads is not written there: it follows from the policy. A kind of
//! fact, a table or a permission that no row declares is a fault found when the program is tested.
//! Sources: note on the law, Labour Code L1222-4 (nothing is collected of an employee that they were not told)
//! and L2312-38 (the council is informed and consulted before means of monitoring).

use super::{Permission, Policy, Reach, Role, Space, Watch};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Of whom data speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Those who work here: sellers, managers, whoever signs in.
    Employees,
    /// People at customers.
    Customers,
    /// No person.
    Nobody,
}

impl About {
    const ALL: [Self; 3] = [Self::Employees, Self::Customers, Self::Nobody];

    /// As written in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Employees => "employees",
            Self::Customers => "customers",
            Self::Nobody => "nobody",
        }
    }
}

/// How long a kind of data is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// It is a fact: nothing is taken out of the ledger.
    Ledger,
    /// Kept nowhere: computed again each time it is asked for.
    Computed,
    /// Until another takes its place, or the user takes it away.
    Replaced,
    /// A session, a key, an invitation: until its own end.
    Sessions,
    /// Until the person takes it away.
    Own,
    /// Some months after the work ended.
    Jobs,
    /// Some days, so that a request sent twice is done once.
    Answers,
    /// The months of the access journal.
    AccessJournal,
    /// The months of what the program was of use for.
    Uses,
    /// By the terms of people at customers.
    Terms,
}

impl Stay {
    const ALL: [Self; 10] = [
        Self::Ledger,
        Self::Computed,
        Self::Replaced,
        Self::Sessions,
        Self::Own,
        Self::Jobs,
        Self::Answers,
        Self::AccessJournal,
        Self::Uses,
        Self::Terms,
    ];

    /// As written in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ledger => "ledger",
            Self::Computed => "computed",
            Self::Replaced => "replaced",
            Self::Sessions => "sessions",
            Self::Own => "own",
            Self::Jobs => "jobs",
            Self::Answers => "answers",
            Self::AccessJournal => "access-journal",
            Self::Uses => "uses",
            Self::Terms => "terms",
        }
    }
}

/// One kind of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// For machines, and for the sentences that say what it is and what for.
    pub code: String,
    /// Of whom it speaks.
    pub about: About,
    /// In which space it is read.
    pub space: Space,
    /// Permissions that show it.
    pub read: Vec<Permission>,
    /// Permissions that write it.
    pub written: Vec<Permission>,
    /// How long.
    pub kept: Stay,
    /// What of the gate it waits for.
    pub gate: Option<Watch>,
    /// Kinds of rows of facts.
    pub facts: Vec<String>,
    /// Tables of the store.
    pub tables: Vec<String>,
}

impl Entry {
    /// Which roles read it, as far as the policy lets them go; in the order of the roles.
    pub fn readers(&self, policy: &Policy) -> Vec<(Role, Reach)> {
        held(&self.read, policy)
    }

    /// Which roles write it.
    pub fn writers(&self, policy: &Policy) -> Vec<(Role, Reach)> {
        held(&self.written, policy)
    }
}

fn held(permissions: &[Permission], policy: &Policy) -> Vec<(Role, Reach)> {
    let furthest = |role: Role| permissions.iter().map(|one| policy.reach(*one, &[role])).max();
    let all = Role::ALL.into_iter().filter_map(|role| Some((role, furthest(role)?)));
    all.filter(|(_, reach)| *reach > Reach::Nobody).collect()
}

/// Every kind of data that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    entries: Vec<Entry>,
}

impl Register {
    /// The register of this program: `register.csv`.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Register> =
            LazyLock::new(|| match Register::read(include_str!("register.csv")) {
                Ok(register) => register,
                // The table is part of the program and its tests read it.
                Err(faults) => panic!("register.csv: {}", faults.join("; ")),
            });
        &SHIPPED
    }

    /// Reads the table; blanks around a cell mean nothing, `-` is none.
    ///
    /// # Errors
    /// Every fault at once: an unknown word, a row without its nine cells, a kind of data, a fact or a table said
    /// twice, a permission of another space, one that no row declares, something of the gate that no row waits for.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let (mut entries, mut faults) = (Vec::new(), Vec::new());
        for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
            entries.extend(read_row(line, &mut faults));
        }
        once("kind of data", entries.iter().map(|one: &Entry| &one.code), &mut faults);
        once("fact", entries.iter().flat_map(|one| &one.facts), &mut faults);
        once("table", entries.iter().flat_map(|one| &one.tables), &mut faults);
        for permission in Permission::ALL {
            if !entries.iter().any(|one| one.read.contains(&permission) || one.written.contains(&permission))
            {
                faults.push(format!("{permission} is declared by no row"));
            }
        }
        for watch in Watch::ALL {
            if !entries.iter().any(|one| one.gate == Some(watch)) {
                faults.push(format!("no row waits for {}", watch.code()));
            }
        }
        if faults.is_empty() { Ok(Self { entries }) } else { Err(faults) }
    }

    /// In the order of the table.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether somebody may read what rows of this kind say, whoever they speak of: they hold, for all, one of the
    /// permissions that show it. A kind that no row of the table declares is shown to nobody.
    pub fn shows(&self, kind: &str, reach: impl Fn(Permission) -> Reach) -> bool {
        let entry = self.entries.iter().find(|one| one.facts.iter().any(|fact| fact == kind));
        entry.is_some_and(|entry| entry.read.iter().any(|one| reach(*one) == Reach::All))
    }

    /// The kinds of facts of `kinds` and the tables of `tables` that no row declares.
    pub fn undeclared<'a>(&self, kinds: &[&'a str], tables: &[&'a str]) -> Vec<&'a str> {
        let facts = |kind: &str| self.entries.iter().any(|one| one.facts.iter().any(|fact| fact == kind));
        let table = |name: &str| self.entries.iter().any(|one| one.tables.iter().any(|table| table == name));
        let kinds = kinds.iter().copied().filter(|kind| !facts(kind));
        kinds.chain(tables.iter().copied().filter(|name| !table(name))).collect()
    }
}

fn once<'a>(what: &str, all: impl Iterator<Item = &'a String>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    faults.extend(all.filter(|one| !seen.insert(*one)).map(|one| format!("{what} {one} is said twice")));
}

fn read_row(line: &str, faults: &mut Vec<String>) -> Option<Entry> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [code, about, space, read, written, kept, gate, facts, tables] = cells[..] else {
        faults.push(format!("{line:?} has not nine cells"));
        return None;
    };
    let words = |cell: &str| match cell {
        "-" => Vec::new(),
        _ => cell.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
    };
    let about = word(code, about, &About::ALL, About::code, faults)?;
    let space = word(code, space, &Space::ALL, Space::code, faults)?;
    let kept = word(code, kept, &Stay::ALL, Stay::code, faults)?;
    let gate = match gate {
        "-" => None,
        _ => Some(word(code, gate, &Watch::ALL, Watch::code, faults)?),
    };
    let mut permissions = |cell: &str| {
        let all = words(cell).into_iter();
        all.filter_map(|one| word(code, &one, &Permission::ALL, Permission::code, faults)).collect::<Vec<_>>()
    };
    let (read, written) = (permissions(read), permissions(written));
    for one in read.iter().filter(|one| one.space() != space) {
        faults.push(format!("{code} is of the space {}, {one} is not", space.code()));
    }
    let (facts, tables) = (words(facts), words(tables));
    Some(Entry { code: code.to_owned(), about, space, read, written, kept, gate, facts, tables })
}

fn word<T: Copy>(
    row: &str,
    given: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    faults: &mut Vec<String>,
) -> Option<T> {
    let found = all.iter().copied().find(|one| code(*one) == given);
    if found.is_none() {
        faults.push(format!("{row} says {given:?}"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Args, Catalogue, Lang};

    #[test]
    fn every_kind_of_data_is_said_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            let words = Catalogue::of(lang);
            for entry in Register::shipped().entries() {
                let id = format!("council-{}", entry.code);
                assert!(words.has(&id), "{id}");
                for part in ["holds", "serves"] {
                    let text = words.attribute(&id, part, &Args::new());
                    assert!(entry.about != About::Employees || text != format!("{id}.{part}"), "{text}");
                }
            }
            for stay in Stay::ALL {
                assert!(words.has(&format!("council-kept-{}", stay.code())), "{stay:?}");
            }
        }
    }

    #[test]
    fn who_reads_follows_from_the_policy() {
        let readers = |code: &str| {
            let entry = Register::shipped().entries().iter().find(|one| one.code == code).unwrap();
            let all = entry.readers(Policy::shipped()).into_iter();
            all.map(|(role, reach)| format!("{role} {}", reach.code())).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(
            readers("deferrals"),
            "director all, manager team, seller own, sales-ops all, coach team, auditor all"
        );
        assert_eq!(readers("secrets"), "", "nobody reads a password");
        assert_eq!(readers("diagnosis"), "", "it has no address: the command line only");
        assert_eq!(
            readers("accesses"),
            "director all, finance all, compliance all, auditor all, administrator all"
        );
    }

    #[test]
    fn what_a_row_says_is_shown_to_who_reads_its_kind_for_all() {
        let shown = |kind: &str, roles: &[Role]| {
            Register::shipped().shows(kind, |one| Policy::shipped().reach(one, roles))
        };
        assert!(shown("process/sheet", &[Role::Director]) && !shown("process/sheet", &[Role::Finance]));
        assert!(shown("execution/case", &[Role::Finance]));
        assert!(!shown("controls/user", &[Role::Director]), "the proofs do not open the users");
        assert!(!shown("execution/contact", &[Role::Manager]), "a team is not everybody");
        assert!(!shown("planning/order", &[Role::Finance, Role::Seller]), "one's own is not everybody's");
        assert!(!shown("execution/unheard-of", &Role::ALL), "a kind that is declared nowhere");
    }

    #[test]
    fn every_fault_of_a_table_is_told() {
        let head = "entry,about,space,read,written,kept,gate,facts,tables\n";
        let row = "a,employees,control,facts/read,-,ledger,-,x/y,t\n";
        let all = Register::read(&format!("{head}{row}{row}short\nb,friends,control,-,-,ledger,-,-,-\nc,nobody,upkeep,facts/read zz,-,ledger,-,-,-")).unwrap_err().join("\n");
        for told in [
            "kind of data a is said twice",
            "fact x/y",
            "table t",
            "not nine cells",
            "\"friends\"",
            "\"zz\"",
            "c is of the space upkeep",
            "plan/read is declared by no row",
            "no row waits for yield-of-person",
        ] {
            assert!(all.contains(told), "{told}: {all}");
        }
        let register = Register::shipped();
        assert_eq!(
            register.undeclared(&["execution/case", "execution/x"], &["cases", "y"]),
            ["execution/x", "y"]
        );
    }
}
