//! Our own door to the checks of `tlog_tiles`: proofs and roots as they were read, never a panic, every
//! published vector answered rightly.

use tlog_tiles::tlog::{Hash, check_record, check_tree};

/// No tree of 2^64 leaves needs more.
const HASHES_MAX: usize = 64;

/// Whether `proof` shows that the tree of this size and root holds `leaf` at `index`.
pub fn check_inclusion(proof: &[impl AsRef<[u8]>], size: u64, root: &[u8], index: u64, leaf: &[u8]) -> bool {
    let (Some(proof), Some(root), Some(leaf)) = (hashes(proof), hash(root), hash(leaf)) else { return false };
    check_record(&proof, size, root, index, leaf).is_ok()
}

/// Whether `proof` shows that the new tree (size, root) begins with the old one. Two trees of one size
/// are the same when their roots are. Of an empty tree nothing can be shown.
pub fn check_consistency(proof: &[impl AsRef<[u8]>], old: (u64, &[u8]), new: (u64, &[u8])) -> bool {
    if old.0 == new.0 {
        return old.0 > 0 && proof.is_empty() && old.1 == new.1;
    }
    let (Some(proof), Some(old_root), Some(new_root)) = (hashes(proof), hash(old.1), hash(new.1)) else {
        return false;
    };
    check_tree(&proof, new.0, new_root, old.0, old_root).is_ok()
}

fn hashes(proof: &[impl AsRef<[u8]>]) -> Option<Vec<Hash>> {
    if proof.len() > HASHES_MAX {
        return None;
    }
    proof.iter().map(|one| hash(one.as_ref())).collect()
}

fn hash(bytes: &[u8]) -> Option<Hash> {
    bytes.try_into().ok().map(Hash)
}
