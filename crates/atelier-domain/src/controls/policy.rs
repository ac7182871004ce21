//! The policy: a table with one row per permission and one column per role.

use super::{Permission, Role};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How far a permission goes, from nothing to everything of the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Refused.
    Nobody,
    /// One's own.
    Own,
    /// The teams one runs, and those below them.
    Team,
    /// The whole company.
    All,
}

impl Reach {
    /// As written in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nobody => "-",
            Self::Own => "own",
            Self::Team => "team",
            Self::All => "all",
        }
    }
}

/// Who may do what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    cells: BTreeMap<(Permission, Role), Reach>,
}

impl Policy {
    /// The policy of this program: `policy.csv`.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Policy> = LazyLock::new(|| match Policy::read(include_str!("policy.csv")) {
            Ok(policy) => policy,
            // The table is part of the program and its tests read it.
            Err(faults) => panic!("policy.csv: {}", faults.join("; ")),
        });
        &SHIPPED
    }

    /// Reads the table; blanks around a cell mean nothing.
    ///
    /// # Errors
    /// Every fault at once: an unknown word, a missing cell, row or column, a row said twice, a space
    /// that is not that of the permission.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut lines = text.lines().filter(|line| !line.trim().is_empty()).map(cells_of);
        let head = lines.next().unwrap_or_default();
        let roles: Vec<Option<Role>> = head.iter().skip(2).map(|cell| cell.parse().ok()).collect();
        if roles != Role::ALL.map(Some) {
            faults.push("the columns are not the roles in their order".to_owned());
        }
        let mut cells = BTreeMap::new();
        for line in lines {
            read_row(&line, &mut cells, &mut faults);
        }
        for permission in Permission::ALL {
            for role in Role::ALL {
                if !cells.contains_key(&(permission, role)) {
                    faults.push(format!("{permission} says nothing of {role}"));
                }
            }
        }
        if faults.is_empty() { Ok(Self { cells }) } else { Err(faults) }
    }

    /// How far `permission` goes for somebody with these roles: the furthest of them.
    pub fn reach(&self, permission: Permission, roles: &[Role]) -> Reach {
        let cell = |role: &Role| self.cells.get(&(permission, *role)).copied().unwrap_or(Reach::Nobody);
        roles.iter().map(cell).max().unwrap_or(Reach::Nobody)
    }
}

fn cells_of(line: &str) -> Vec<&str> {
    line.split(',').map(str::trim).collect()
}

fn read_row(line: &[&str], cells: &mut BTreeMap<(Permission, Role), Reach>, faults: &mut Vec<String>) {
    let name = line.first().copied().unwrap_or_default();
    let Ok(permission) = name.parse::<Permission>() else {
        faults.push(format!("{name} is no permission"));
        return;
    };
    if line.get(1) != Some(&permission.space().code()) {
        faults.push(format!("{permission} is of the space {}", permission.space().code()));
    }
    if line.len() != Role::ALL.len() + 2 {
        faults.push(format!("{permission} has {} cells", line.len()));
    }
    for (role, cell) in Role::ALL.into_iter().zip(line.iter().skip(2)) {
        let reach = [Reach::Nobody, Reach::Own, Reach::Team, Reach::All];
        match reach.into_iter().find(|reach| reach.code() == *cell) {
            Some(reach) if cells.insert((permission, role), reach).is_none() => {}
            Some(_) => faults.push(format!("{permission} is said twice for {role}")),
            None => faults.push(format!("{permission} says {cell:?} of {role}")),
        }
    }
}
