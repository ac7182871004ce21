//! A tree of RFC 6962 that grows at its right edge and gives its tiles as they fill.

use sha2::{Digest as _, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Hashes of a whole tile.
pub(crate) const WIDTH: usize = 256;

/// A row of the tree, `WIDTH` hashes wide: level 0 holds leaves, level 1 the roots of whole tiles of
/// level 0, and so on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) level: usize,
    pub(crate) place: u64,
    pub(crate) hashes: Vec<Hash>,
}

/// The size of a tree, and the tiles of its right edge that are not whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    size: u64,
    edge: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree of this size, given the tiles of its edge by level.
    /// `None` when they are not as wide as the size wants.
    pub(crate) fn with_edge(size: u64, edge: Vec<Vec<Hash>>) -> Option<Self> {
        let tree = Self { size, edge };
        let fits = |level: usize| {
            tree.edge.get(level).map_or(0, Vec::len) as u64 == (size >> (8 * level)) % WIDTH as u64
        };
        (0..8).all(fits).then_some(tree)
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf; whole tiles go to `full`, lower levels first.
    pub(crate) fn push(&mut self, leaf: Hash, full: &mut Vec<Tile>) {
        self.size += 1;
        let mut hash = leaf;
        for level in 0.. {
            if self.edge.len() == level {
                self.edge.push(Vec::with_capacity(WIDTH));
            }
            self.edge[level].push(hash);
            if self.edge[level].len() < WIDTH {
                return;
            }
            let hashes = std::mem::replace(&mut self.edge[level], Vec::with_capacity(WIDTH));
            hash = whole(&hashes);
            full.push(Tile { level, place: (self.size >> (8 * (level + 1))) - 1, hashes });
        }
    }

    /// The tiles of the edge that hold something.
    pub(crate) fn edge(&self) -> impl Iterator<Item = Tile> + '_ {
        self.edge.iter().enumerate().filter(|(_, hashes)| !hashes.is_empty()).map(|(level, hashes)| Tile {
            level,
            place: self.size >> (8 * (level + 1)),
            hashes: hashes.clone(),
        })
    }

    /// The root at the present size.
    pub(crate) fn root(&self) -> Hash {
        let mut root = None;
        for hashes in &self.edge {
            let mut rest = hashes.as_slice();
            while !rest.is_empty() {
                // The last whole subtree of what remains: as wide as its lowest bit.
                let (before, last) = rest.split_at(rest.len() - (1 << rest.len().trailing_zeros()));
                let left = whole(last);
                root = Some(root.map_or(left, |right| node_hash(&left, &right)));
                rest = before;
            }
        }
        root.unwrap_or_else(|| Sha256::digest([]).into())
    }
}

/// The hash of an entry.
pub(crate) fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root over a power of two of hashes.
fn whole(hashes: &[Hash]) -> Hash {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        row = row.chunks(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
    }
    row[0]
}
