//! The counterparts that the processes name, by what they are to a deal, and what each wants to reach.

use super::process_shape::{InBoth, both};
use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadProcesses};
use crate::workbench::process_of;
use atelier_domain::language::{Lang, folded};
use atelier_domain::process::{ConversationType, Process};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// The catalogue of counterparts.
#[derive(Serialize, ToSchema)]
pub struct Roles {
    /// By kind, then by name.
    roles: Vec<RoleTold>,
}

/// Somebody met at customers (*interlocuteur*).
#[derive(Serialize, ToSchema)]
#[schema(as = Counterpart)]
pub struct RoleTold {
    role: InBoth,
    /// `beneficiary`, `funder`, `user`, `implementer`, `buyer`, `influencer`; `other` while it is not said.
    kind: &'static str,
    /// What they want to reach, in the order of the processes.
    themes: Vec<ThemeTold>,
    /// Conversations with them that say nothing of it.
    without_theme: Vec<RoleUse>,
}

/// Something a counterpart wants to reach (*thème*).
#[derive(Serialize, ToSchema)]
#[schema(as = Theme)]
pub struct ThemeTold {
    theme: InBoth,
    uses: Vec<RoleUse>,
}

/// A conversation that is held with them.
#[derive(Clone, Serialize, ToSchema)]
pub struct RoleUse {
    /// Code of the process.
    process: String,
    process_name: String,
    /// Code of the operation.
    operation: String,
    operation_name: String,
}

/// The counterparts and the themes of every process, as last published.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<Roles>, Problem> {
    let lang = asked.lang();
    let read = async {
        let sheets = app.store.read(access.who.office.scope).await?.latest_sheets("process").await?;
        Ok::<_, Fault>(sheets.iter().map(process_of).collect::<Result<Vec<_>, _>>()?)
    };
    let processes = read.await.map_err(asked.problem())?;
    Ok(Answer::of(Roles { roles: catalogue(&processes, lang) }))
}

/// One role of one kind stands once, whatever its case and accents, and so does each of its themes.
fn catalogue(processes: &[Process], lang: Lang) -> Vec<RoleTold> {
    let mut roles: Vec<RoleTold> = Vec::new();
    for process in processes {
        for operation in process.steps.iter().flat_map(|step| &step.operations) {
            let Some(talk) = operation.conversation.as_ref().filter(|talk| !talk.role.fr.is_empty()) else {
                continue;
            };
            let used = RoleUse {
                process: process.code.clone(),
                process_name: process.name.get(lang).to_owned(),
                operation: operation.code.clone(),
                operation_name: operation.name.get(lang).to_owned(),
            };
            of_talk(&mut roles, talk, used);
        }
    }
    roles.sort_by_key(|one| (rank(one.kind), folded(&one.role.fr)));
    roles
}

fn of_talk(roles: &mut Vec<RoleTold>, talk: &ConversationType, used: RoleUse) {
    let kind = talk.part.code();
    let same = |one: &RoleTold| one.kind == kind && folded(&one.role.fr) == folded(&talk.role.fr);
    let at = roles.iter().position(same).unwrap_or_else(|| {
        roles.push(RoleTold { role: both(&talk.role), kind, themes: Vec::new(), without_theme: Vec::new() });
        roles.len() - 1
    });
    let role = &mut roles[at];
    if talk.theme.fr.is_empty() {
        role.without_theme.push(used);
        return;
    }
    match role.themes.iter_mut().find(|one| folded(&one.theme.fr) == folded(&talk.theme.fr)) {
        Some(theme) => theme.uses.push(used),
        None => role.themes.push(ThemeTold { theme: both(&talk.theme), uses: vec![used] }),
    }
}

/// The order of the kinds: those who gain before those who carry the work.
fn rank(kind: &str) -> usize {
    let order = ["beneficiary", "funder", "user", "implementer", "buyer", "influencer"];
    order.iter().position(|one| *one == kind).unwrap_or(order.len())
}
