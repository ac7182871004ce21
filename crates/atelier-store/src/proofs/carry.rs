//! What a backup carries of a tree, so that the restored facts have the same one.

use super::seal::take_all;
use super::tables;
use super::tiles;
use super::tree::Hash;
use crate::error::{Incident, StoreError};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sqlx::AnyConnection;

/// The secret of the salts, the size, and the root when the tiles give one. `None` before the first
/// sealing. Neither the signing key nor a signature.
pub(crate) async fn carried(
    conn: &mut AnyConnection,
    tenant: &str,
) -> Result<Option<(String, u64, Option<String>)>, StoreError> {
    let Some(state) = tables::state(conn, tenant).await? else { return Ok(None) };
    let root = tiles::root(conn, tenant, state.size).await?;
    let text = |hash: Hash| BASE64_STANDARD.encode(hash);
    Ok(Some((text(state.secret), state.size, root.map(text))))
}

/// Makes the tree again from the facts that stand there now; whether it has the root it had.
pub(crate) async fn bring_back(
    conn: &mut AnyConnection,
    tenant: &str,
    secret: &str,
    size: u64,
    root: Option<&str>,
) -> Result<bool, StoreError> {
    let hash = |text: &str| BASE64_STANDARD.decode(text).ok().and_then(|bytes| Hash::try_from(bytes).ok());
    let secret = hash(secret).ok_or_else(|| Incident::unreadable("trees", tenant, "secret"))?;
    tables::begin(conn, tenant, Some(secret)).await?;
    take_all(conn, tenant).await?;
    let root = root.and_then(hash);
    let all = tables::state(conn, tenant).await?.map_or(0, |state| state.size);
    Ok(root.is_some() && size <= all && tiles::root(conn, tenant, size).await? == root)
}
