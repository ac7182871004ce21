//! The tree made again from the facts and compared with the one that is kept, with the checkpoints of
//! this installation, and with those that others hold.

use super::entry::ENVELOPE;
use super::note::{Checkpoint, Key};
use super::stream::{Entries, Leaves};
use super::tables::{self, State};
use super::tree::{Hash, Tile, Tree, WIDTH};
use crate::error::StoreError;
use crate::ledger;
use crate::reader::Reader;
use sqlx::AnyConnection;
use std::collections::{HashMap, VecDeque};

/// Tiles and checkpoints read at once.
const AT_ONCE: i64 = 64;

/// What the comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TreeVerdict {
    /// Entries of the tree.
    pub sealed: u64,
    /// Entries of the ledger that are not in it yet.
    pub unsealed: u64,
    /// The newest checkpoint.
    pub checkpoint: Option<Checkpoint>,
    /// What does not hold; nothing when everything does.
    pub faults: Vec<TreeFault>,
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeFault {
    /// There are facts and no checkpoint.
    NeverSealed,
    /// The first entry that is not what was sealed, or is gone.
    Entry {
        /// Its index in the tree.
        index: u64,
        /// The number of its fact, when the tree says which.
        fact: Option<i64>,
        /// Its rank in the fact; `None` for the envelope.
        row: Option<i64>,
        /// The object that the ledger now has there.
        object: Option<String>,
    },
    /// The facts are as they were signed; the tree kept beside them is not.
    Tile {
        /// Its level.
        level: usize,
        /// The first entry below the first wrong hash.
        index: u64,
    },
    /// A checkpoint that does not hold: the first one.
    Checkpoint {
        /// Whether it came from outside.
        held: bool,
        /// The entries it speaks of.
        size: u64,
        /// The largest smaller size of a checkpoint of the same side that holds: the first bad entry is
        /// not before.
        holds: u64,
        /// What is wrong with it.
        how: Broken,
    },
}

/// How a checkpoint fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no checkpoint.
    Unreadable,
    /// It speaks of another tree.
    OtherTree,
    /// No trusted key signed it.
    Signature,
    /// It covers more entries than there are: some were cut off.
    Beyond,
    /// The entries give another root: some were changed.
    Root,
}

impl TreeVerdict {
    /// Whether everything holds.
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Reader {
    /// Makes the tree again from the facts. `key` and `vkeys` are trusted; `held` are checkpoints kept
    /// elsewhere. Nothing is written and nobody waits.
    ///
    /// # Errors
    /// An incident when the database does not answer or a fact does not read.
    pub async fn check_tree(
        &mut self,
        key: Option<&Key>,
        vkeys: &[String],
        held: &[String],
    ) -> Result<TreeVerdict, StoreError> {
        let tenant = self.tenant();
        let conn = self.conn();
        let shape = ledger::shape(conn, &tenant).await?;
        let entries = (shape.facts + shape.rows).cast_unsigned();
        let (state, newest) = (tables::state(conn, &tenant).await?, tables::newest(conn, &tenant).await?);
        let (Some(state), Some((size, note))) = (state, newest) else {
            let faults = if entries > 0 { vec![TreeFault::NeverSealed] } else { Vec::new() };
            return Ok(TreeVerdict { unsealed: entries, faults, ..TreeVerdict::default() });
        };
        let mut trusted = vkeys.to_vec();
        trusted.extend(key.map(|key| key.vkey(&state.origin())));
        let mut verdict = TreeVerdict {
            sealed: state.size,
            unsealed: entries.saturating_sub(state.size),
            ..TreeVerdict::default()
        };
        let judge = Judge { origin: state.origin(), trusted, size: state.size };
        match judge.admit(&note) {
            Ok(newest) if newest.size == size => verdict.checkpoint = Some(newest),
            Ok(_) => verdict.faults.push(own(size, 0, Broken::Unreadable)),
            Err((_, how)) => verdict.faults.push(own(size, 0, how)),
        }
        let mut outside = Vec::new();
        for note in held {
            match judge.admit(note) {
                Ok(checkpoint) => outside.push(checkpoint),
                Err((size, how)) => verdict.faults.push(TreeFault::Checkpoint {
                    held: true,
                    size,
                    holds: if how == Broken::Beyond { state.size } else { 0 },
                    how,
                }),
            }
        }
        outside.sort_by_key(|checkpoint| checkpoint.size);
        let walk = Walk::run(conn, &tenant, &state, outside).await?;
        verdict.faults.extend(walk.faults(conn, &tenant, size).await?);
        Ok(verdict)
    }
}

fn own(size: u64, holds: u64, how: Broken) -> TreeFault {
    TreeFault::Checkpoint { held: false, size, holds, how }
}

/// What a checkpoint must be before the entries are looked at.
struct Judge {
    origin: String,
    trusted: Vec<String>,
    size: u64,
}

impl Judge {
    fn admit(&self, note: &str) -> Result<Checkpoint, (u64, Broken)> {
        let checkpoint = Checkpoint::read(note).ok_or((0, Broken::Unreadable))?;
        let how = if checkpoint.origin != self.origin {
            Broken::OtherTree
        } else if !self.trusted.iter().any(|vkey| checkpoint.signed_by(vkey)) {
            Broken::Signature
        } else if checkpoint.size > self.size {
            Broken::Beyond
        } else {
            return Ok(checkpoint);
        };
        Err((checkpoint.size, how))
    }
}

/// A walk over all the entries of the tree.
struct Walk {
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
    async fn run(
        conn: &mut AnyConnection,
        tenant: &str,
        state: &State,
        outside: Vec<Checkpoint>,
    ) -> Result<Self, StoreError> {
        let mut walk = Self {
            tree: Tree::default(),
            kept: Kept { tenant: tenant.to_owned(), levels: HashMap::new() },
            own: Own { tenant: tenant.to_owned(), page: VecDeque::new(), after: 0, ended: false },
            outside: outside.into(),
            entry: None,
            node: None,
            holds: [0, 0],
            broken: Vec::new(),
        };
        let mut leaves = Leaves::of(Entries::after(tenant, (0, 0)), state.salts(), state.size);
        let mut full = Vec::new();
        let mut mark = walk.own.next_size(conn).await?;
        loop {
            let page = leaves.page(conn).await?;
            if page.is_empty() {
                break;
            }
            for leaf in page {
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
    async fn faults(
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

/// The tiles that are kept, read level by level beside the walk.
struct Kept {
    tenant: String,
    levels: HashMap<usize, VecDeque<(i64, Vec<Hash>)>>,
}

impl Kept {
    /// The hashes of a tile; none when it is not there. Places of a level are asked for in order.
    async fn at(
        &mut self,
        conn: &mut AnyConnection,
        level: usize,
        place: i64,
    ) -> Result<Vec<Hash>, StoreError> {
        let waiting = self.levels.entry(level).or_default();
        while waiting.front().is_some_and(|(at, _)| *at < place) {
            waiting.pop_front();
        }
        if waiting.is_empty() {
            *waiting = tables::tiles(conn, &self.tenant, (level, place - 1), AT_ONCE).await?.into();
        }
        Ok(waiting.pop_front_if(|(at, _)| *at == place).map(|(_, hashes)| hashes).unwrap_or_default())
    }
}

/// The checkpoints of this installation, smallest first.
struct Own {
    tenant: String,
    page: VecDeque<(u64, String)>,
    after: u64,
    ended: bool,
}

impl Own {
    async fn next_size(&mut self, conn: &mut AnyConnection) -> Result<Option<u64>, StoreError> {
        if self.page.is_empty() && !self.ended {
            self.page = tables::checkpoints(conn, &self.tenant, self.after, AT_ONCE).await?.into();
            self.ended = self.page.is_empty();
            self.after = self.page.back().map_or(self.after, |(size, _)| *size);
        }
        Ok(self.page.front().map(|(size, _)| *size))
    }

    fn take(&mut self) -> Option<String> {
        self.page.pop_front().map(|(_, note)| note)
    }
}
