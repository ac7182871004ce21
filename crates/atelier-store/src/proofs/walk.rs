//! The walk over the entries: the tree is made again leaf by leaf, beside what is kept of it.

use super::check::{Broken, TreeFault};
use super::entry::ENVELOPE;
use super::kept::{Kept, Own};
use super::note::Checkpoint;
use super::stream::{Entries, Leaves};
use super::tables::{self, State};
use super::tree::{Tile, Tree, WIDTH};
use crate::error::StoreError;
use crate::ledger;
use crate::sums::Given;
use sqlx::AnyConnection;
use std::collections::VecDeque;

/// A walk over all the entries of the tree.
pub(crate) struct Walk {
    tree: Tree,
    kept: Kept,
    own: Own,
    outside: VecDeque<Checkpoint>,
    /// The first entry that differs from the kept leaf.
    entry: Option<u64>,
    /// The first hash above the leaves that differs: its level and the first entry below it.
    node: Option<(usize, u64)>,
    /// The largest size at which a checkpoint holds: of our own, of those held outside. What we kept
    /// ourselves says nothing for the others.
    holds: [u64; 2],
    broken: Vec<TreeFault>,
}

impl Walk {
    pub(crate) async fn run(
        conn: &mut AnyConnection,
        tenant: &str,
        state: &State,
        outside: Vec<Checkpoint>,
        mut given: Option<&mut Given>,
    ) -> Result<Self, StoreError> {
        let mut walk = Self {
            tree: Tree::default(),
            kept: Kept::of(tenant),
            own: Own::of(tenant),
            outside: outside.into(),
            entry: None,
            node: None,
            holds: [0, 0],
            broken: Vec::new(),
        };
        let scale = given.as_deref().map(|given| given.scale.clone());
        let mut leaves = Leaves::of(Entries::after(tenant, (0, 0)), state.salts(), state.size, scale);
        let mut last = (0, 0);
        let mut full = Vec::new();
        let mut mark = walk.own.next_size(conn).await?;
        loop {
            let page = leaves.page(conn).await?;
            let Some(end) = page.leaves.last() else { break };
            last = end.place;
            if let Some(given) = &mut given {
                given.take(page.gifts);
            }
            for leaf in page.leaves {
                walk.tree.push(leaf.hash, &mut full);
                for tile in full.drain(..) {
                    walk.compare(conn, &tile).await?;
                }
                let size = walk.tree.size();
                if mark == Some(size) || walk.outside.front().is_some_and(|held| held.size == size) {
                    walk.compare_root(mark == Some(size));
                    mark = walk.own.next_size(conn).await?;
                }
            }
        }
        let edge: Vec<Tile> = walk.tree.edge().collect();
        for tile in edge {
            walk.compare(conn, &tile).await?;
        }
        if let Some(given) = given {
            given.rest(conn, tenant, last).await?;
        }
        if walk.tree.size() < state.size {
            walk.entry.get_or_insert(walk.tree.size());
        }
        Ok(walk)
    }

    async fn compare(&mut self, conn: &mut AnyConnection, tile: &Tile) -> Result<(), StoreError> {
        let kept = self.kept.at(conn, tile.level, tile.place as i64).await?;
        let same = kept.iter().zip(&tile.hashes).take_while(|(kept, made)| kept == made).count();
        if same == kept.len().max(tile.hashes.len()) {
            return Ok(());
        }
        let index = (tile.place * WIDTH as u64 + same as u64) << (8 * tile.level);
        if tile.level == 0 {
            self.entry.get_or_insert(index);
        } else {
            self.node.get_or_insert((tile.level, index));
        }
        Ok(())
    }

    /// Compares the root at the present size with the checkpoints of that size.
    fn compare_root(&mut self, own: bool) {
        let (size, root) = (self.tree.size(), self.tree.root());
        if own && let Some(note) = self.own.take() {
            self.judge(false, Checkpoint::read(&note).is_some_and(|it| it.size == size && it.root == root));
        }
        while let Some(held) = self.outside.pop_front_if(|held| held.size == size) {
            self.judge(true, held.root == root);
        }
    }

    fn judge(&mut self, held: bool, same: bool) {
        let size = self.tree.size();
        if same {
            self.holds[usize::from(held)] = size;
        } else {
            let holds = self.holds[usize::from(held)];
            self.broken.push(TreeFault::Checkpoint { held, size, holds, how: Broken::Root });
        }
    }

    /// What the walk says, the newest checkpoint being of this size. Of what is wrong with the
    /// checkpoints of each side, the first.
    pub(crate) async fn faults(
        self,
        conn: &mut AnyConnection,
        tenant: &str,
        newest: u64,
    ) -> Result<Vec<TreeFault>, StoreError> {
        let mut faults = Vec::new();
        let signed = self.holds[0] >= newest;
        match (self.entry, self.node) {
            (Some(index), _) if !signed || index >= newest => {
                faults.push(entry_fault(conn, tenant, index).await?);
            }
            (Some(index), _) => faults.push(TreeFault::Tile { level: 0, index }),
            (None, Some((level, index))) if signed => faults.push(TreeFault::Tile { level, index }),
            _ => {}
        }
        let is = |fault: &TreeFault, side: bool| matches!(fault, TreeFault::Checkpoint { held, .. } if *held == side);
        if faults.is_empty() {
            faults.extend(self.broken.iter().find(|fault| is(fault, false)).cloned());
        }
        faults.extend(self.broken.iter().find(|fault| is(fault, true)).cloned());
        Ok(faults)
    }
}

async fn entry_fault(conn: &mut AnyConnection, tenant: &str, index: u64) -> Result<TreeFault, StoreError> {
    let place = tables::place_of(conn, tenant, index).await?;
    let mut object = None;
    if let Some((seq, n)) = place {
        object = if n == ENVELOPE {
            let found = ledger::facts(conn, tenant, seq - 1, 1).await?.pop();
            found.filter(|head| head.seq == seq).map(|head| head.envelope.id)
        } else {
            let found = ledger::rows(conn, tenant, (seq, n - 1), 1).await?.pop();
            found.filter(|row| (row.seq, row.n) == (seq, n)).map(|row| row.said.object)
        };
    }
    let row = place.map(|(_, n)| n).filter(|n| *n != ENVELOPE);
    Ok(TreeFault::Entry { index, fact: place.map(|(seq, _)| seq), row, object })
}
