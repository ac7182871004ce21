//! RFC 9162, 2.1.3.2 and 2.1.4.2: whether a proof of inclusion or of consistency holds.

use sha2::{Digest as _, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// The hash of an entry.
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new_with_prefix([0]).chain_update(entry).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new_with_prefix([1]).chain_update(left).chain_update(right).finalize().into()
}

/// Whether the tree of this size and root holds `leaf` at `index`.
pub fn includes(proof: &[Hash], (size, root): (u64, &Hash), index: u64, leaf: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for other in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(other, &hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, other);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether the new tree begins with the old one. Of an empty tree nothing can be said.
pub fn grew(proof: &[Hash], old: (u64, &Hash), new: (u64, &Hash)) -> bool {
    if old.0 == new.0 {
        return old.0 > 0 && proof.is_empty() && old.1 == new.1;
    }
    if old.0 == 0 || old.0 > new.0 {
        return false;
    }
    let mut path = proof.iter();
    let start = if old.0.is_power_of_two() { Some(old.1) } else { path.next() };
    let (Some(start), false) = (start, proof.is_empty()) else { return false };
    let (mut at, mut last) = (old.0 - 1, new.0 - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let (mut first, mut second) = (*start, *start);
    for other in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            (first, second) = (node(other, &first), node(other, &second));
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            second = node(&second, other);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && first == *old.1 && second == *new.1
}
