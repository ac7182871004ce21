//! What a verification found, told with its place.

use atelier_domain::language::{Refusal, Refusals};
use atelier_store::proofs::{Broken, TreeFault, TreeVerdict};
use atelier_store::{How, Verdict};

/// What a reading of the tables against the facts found, as refusals.
pub fn tables_refused(verdict: &Verdict, company: &str, refusals: &mut Refusals) {
    for difference in &verdict.first {
        let refusal = match difference.how {
            How::Missing => Refusal::new("app/row-missing"),
            How::Extra => Refusal::new("app/row-extra"),
            How::Column(column) => Refusal::new("app/row-changed").with("column", column),
        };
        refusals.push(
            refusal
                .with("table", difference.table)
                .with("row", difference.id.clone())
                .with("company", company.to_owned())
                .with("count", i64::try_from(verdict.different).unwrap_or(i64::MAX)),
        );
    }
}

/// What a reading of the facts against the signed tree found, as refusals.
pub fn tree_refused(verdict: &TreeVerdict, origin: &str, refusals: &mut Refusals) {
    for fault in &verdict.faults {
        refusals.push(match fault {
            TreeFault::NeverSealed => Refusal::new("ledger/not-sealed"),
            TreeFault::Entry { index, fact, object, .. } => Refusal::new("ledger/entry-changed")
                .with("index", index.cast_signed())
                .with("fact", fact.map_or_else(|| "–".to_owned(), |fact| fact.to_string()))
                .with("object", object.clone().unwrap_or_else(|| "–".to_owned())),
            TreeFault::Tile { level, index } => {
                Refusal::new("ledger/tree-damaged").with("level", *level).with("index", index.cast_signed())
            }
            TreeFault::Checkpoint { held, size, holds, how } => {
                broken(*held, (*size, *holds, verdict.sealed), *how, origin)
            }
        });
    }
}

fn broken(held: bool, (size, holds, own): (u64, u64, u64), how: Broken, origin: &str) -> Refusal {
    let [size, holds, own] = [size, holds, own].map(u64::cast_signed);
    match how {
        Broken::Unreadable => Refusal::new("ledger/checkpoint-unreadable").with("file", size.to_string()),
        Broken::OtherTree => {
            Refusal::new("ledger/checkpoint-of-another").with("given", "–").with("own", origin.to_owned())
        }
        Broken::Signature => Refusal::new("ledger/checkpoint-unsigned").with("size", size),
        Broken::Beyond => Refusal::new("ledger/rolled-back").with("held", size).with("own", own),
        Broken::Root if held => {
            Refusal::new("ledger/history-rewritten").with("held", size).with("holds", holds)
        }
        Broken::Root => Refusal::new("ledger/checkpoint-differs").with("size", size).with("holds", holds),
    }
}
