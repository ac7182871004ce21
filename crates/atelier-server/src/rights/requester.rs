//! Whether somebody who asked for something earlier may still do it.

use crate::fault::Fault;
use atelier_domain::controls::{Permission, Policy, Reach, Standing, User, UserId};
use atelier_domain::language::Refusal;
use atelier_store::Reader;

/// The user as they are now, when they may still do what the permission says for the whole company.
///
/// # Errors
/// `app/requester-gone` when they are unknown or disabled, `controls/not-allowed` when their roles no
/// longer say so.
pub async fn still_may(reader: &mut Reader, id: UserId, permission: Permission) -> Result<User, Fault> {
    let user = reader.user(id).await?.filter(|user| user.standing == Standing::Active);
    let user = user.ok_or_else(|| Refusal::new("app/requester-gone"))?;
    if Policy::shipped().reach(permission, &user.roles) == Reach::All {
        return Ok(user);
    }
    let roles = user.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
    let refusal = Refusal::new("controls/not-allowed").with("permission", permission.code());
    Err(refusal.with("roles", roles).into())
}
