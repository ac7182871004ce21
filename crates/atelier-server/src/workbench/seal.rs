//! Sealing: what was said since is taken into the signed tree of each company.

use crate::fault::Fault;
use atelier_domain::language::Refusal;
use atelier_store::proofs::{Checkpoint, Key};
use atelier_store::{Scope, Store};
use std::path::Path;

/// Whether this program could seal: it holds the key, or may make it since nothing was ever signed.
///
/// # Errors
/// An incident of the store.
pub async fn can_seal(store: &Store, key_file: &Path) -> Result<bool, Fault> {
    if key_file.exists() {
        return Ok(true);
    }
    let scopes: Vec<Scope> = store.tenants().await?.into_iter().map(Scope::of_company).collect();
    Ok(!any_signed(store, &scopes).await?)
}

/// Seals every company; the checkpoint of each, and how many entries were taken. The key is made when
/// nothing was ever signed.
///
/// # Errors
/// `ledger/key-missing`, `ledger/key-unreadable`, `ledger/other-key`, `ledger/tree-broken`.
pub async fn seal_all(
    store: &Store,
    key_file: &Path,
    new_key: bool,
) -> Result<Vec<(Checkpoint, u64)>, Fault> {
    let scopes: Vec<Scope> = store.tenants().await?.into_iter().map(Scope::of_company).collect();
    if scopes.is_empty() {
        return Ok(Vec::new());
    }
    let key = match Key::open(key_file)? {
        Some(key) => key,
        None => {
            if !new_key && any_signed(store, &scopes).await? {
                return Err(key_missing(key_file).into());
            }
            Key::open_or_make(key_file)?
        }
    };
    let mut all = Vec::new();
    for scope in scopes {
        let sealed = store.seal(scope, &key, new_key).await?;
        all.extend(sealed.checkpoint.map(|checkpoint| (checkpoint, sealed.taken)));
    }
    Ok(all)
}

async fn any_signed(store: &Store, scopes: &[Scope]) -> Result<bool, Fault> {
    for scope in scopes {
        if store.read(*scope).await?.checkpoint().await.is_ok() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Nobody can sign: the key of an earlier seal is not here.
pub fn key_missing(key_file: &Path) -> Refusal {
    Refusal::new("ledger/key-missing").with("file", key_file.display().to_string())
}
