//! changes.csv: `change_id,at_slot,type,target_id,a,b`, one event a row.

use std::path::Path;

use super::bills::Bills;
use crate::folder::{Faults, Folder, rows};

/// What a row says, in positions of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A seller is away from `from` to `to`.
    Absence { seller: u32, from: u32, to: u32 },
    /// A deal comes in.
    NewDeal { bill: u32, owner: u32, weight: u32 },
    /// A deal is lost.
    Cancel { deal: u32 },
    /// An action lasts longer.
    Late { action: u32, slots: u32 },
    /// A deal weighs more.
    Urgent { deal: u32, weight: u32 },
}

impl What {
    /// The word of the file.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Absence { .. } => "absence",
            Self::NewDeal { .. } => "new_deal",
            Self::Cancel { .. } => "cancel",
            Self::Late { .. } => "late",
            Self::Urgent { .. } => "urgent",
        }
    }
}

/// An event of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id in the file.
    pub id: u32,
    /// When it becomes known.
    pub at: u32,
    /// What it says.
    pub what: What,
}

/// Reads the events of `path`, in order.
pub fn read(path: &Path, folder: &Folder, bills: &Bills, faults: &mut Faults) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let columns = ["change_id", "at_slot", "type", "target_id", "a", "b"];
    rows(path.parent().unwrap_or(Path::new("")), &name, columns, faults, |mut row| {
        let most = u32::MAX - 1;
        let (id, at) = (row.unsigned(0, 0, most), row.unsigned(1, 0, folder.meta.horizon - 1));
        let target = row.unsigned(3, 0, most);
        let what = match row.text(2) {
            b"absence" => {
                let (from, to) = (row.unsigned(4, 0, 1 << 28), row.unsigned(5, 0, 1 << 28));
                let seller = known(&mut row, target, "seller", |id| folder.sellers.position(id));
                if let (Some(from), Some(to)) = (from, to)
                    && from >= to
                {
                    row.refuse(5, &format!("ends at {to}, not after its start at {from}"));
                    return;
                }
                both(seller, from, to, |seller, from, to| What::Absence { seller, from, to })
            }
            b"new_deal" => {
                let (owner, weight) = (row.unsigned(4, 0, most), row.unsigned(5, 0, 1_000_000));
                let bill = known(&mut row, target, "bill", |id| bills.contains_key(&id).then_some(id));
                let found = owner.and_then(|owner| folder.sellers.position(owner));
                if let (Some(owner), None) = (owner, found) {
                    row.refuse(4, &format!("no seller {owner}"));
                }
                both(bill, found, weight, |bill, owner, weight| What::NewDeal { bill, owner, weight })
            }
            b"cancel" => known(&mut row, target, "deal", |id| folder.deals.position(id))
                .map(|deal| What::Cancel { deal }),
            b"late" => {
                let slots = row.unsigned(4, 1, folder.meta.horizon);
                let action = known(&mut row, target, "action", |id| folder.actions.position(id));
                both(action, slots, Some(0), |action, slots, _| What::Late { action, slots })
            }
            b"urgent" => {
                let weight = row.unsigned(4, 0, 1_000_000);
                let deal = known(&mut row, target, "deal", |id| folder.deals.position(id));
                both(deal, weight, Some(0), |deal, weight, _| What::Urgent { deal, weight })
            }
            _ => {
                row.refuse(2, "not one of absence, new_deal, cancel, late, urgent");
                None
            }
        };
        let (Some(id), Some(at), Some(what)) = (id, at, what) else { return };
        if changes.last().is_some_and(|last| last.at > at) {
            return row.refuse(1, "earlier than the row above");
        }
        changes.push(Change { id, at, what });
    });
    changes
}

fn known(
    row: &mut crate::folder::Row<6>,
    id: Option<u32>,
    what: &str,
    position: impl Fn(u32) -> Option<u32>,
) -> Option<u32> {
    let id = id?;
    let found = position(id);
    if found.is_none() {
        row.refuse(3, &format!("no {what} {id}"));
    }
    found
}

fn both(
    a: Option<u32>,
    b: Option<u32>,
    c: Option<u32>,
    make: impl Fn(u32, u32, u32) -> What,
) -> Option<What> {
    Some(make(a?, b?, c?))
}
