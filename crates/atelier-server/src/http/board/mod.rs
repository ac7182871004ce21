//! The plan board, and who is told when it changes.

mod events;
mod hand;

use super::tagged::{Again, Tagged};
use super::{App, Asked, Problem};
use crate::fault::Fault;
use crate::http::events::Events;
use crate::rights::{Access, permit::ReadDay};
use crate::workbench::board::{Board, BoardAsked};
use axum::extract::State;
use events::Watch;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::IntoParams;

pub use hand::{apply, preview, seats};

/// Which days, whose.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WindowAsked {
    /// First day; else the Monday of the day from which the plan moves.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Last day; else thirteen days later.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
    /// Names of teams, separated by commas; else every team within reach.
    pub teams: Option<String>,
}

impl WindowAsked {
    fn teams(&self) -> Vec<String> {
        let names = self.teams.as_deref().unwrap_or_default().split(',').map(str::trim);
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

/// A window of the plan: people by team, their hours and what they have in it.
///
/// # Errors
/// `app/no-plan`, `app/empty-period`, `planning/window-too-long`.
pub async fn board(
    State(app): State<App>,
    access: Access<ReadDay>,
    again: Again<WindowAsked>,
) -> Result<Tagged<Board>, Problem> {
    let problem = again.asked.problem();
    let office = &access.who.office;
    let mark = mark(&app, &access, &again).await.map_err(&problem)?;
    if again.holds(&mark) {
        return Ok(Tagged::Same(mark));
    }
    let asked = BoardAsked {
        from: again.asked.of.from,
        to: again.asked.of.to,
        teams: again.asked.of.teams(),
        within: &|one| access.reaches(&one.code, &one.team),
        lang: again.asked.lang(),
    };
    let board = app.board(office, &asked).await.map_err(problem)?;
    Ok(Tagged::Now(board, mark))
}

/// Changes with what is shown and with how far the reader sees.
async fn mark(
    app: &App,
    access: &Access<ReadDay>,
    again: &Again<WindowAsked>,
) -> Result<axum::http::HeaderValue, Fault> {
    let mut reader = app.store.read(access.who.office.scope).await?;
    let board = app.board_mark(&mut reader, &access.who.office).await?;
    let person = access.who.user.person.clone().unwrap_or_default();
    let teams = access.teams.iter().cloned().collect::<Vec<_>>().join("|");
    let reach = format!("{:?}/{person}/{teams}", access.reach);
    Ok(again.mark(&[&board, &reach]))
}

/// How long to follow.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Following {
    /// Only the mark of now, for a program that asks from time to time.
    #[serde(default)]
    pub once: bool,
}

/// Tells when the board may have changed, until the reader leaves.
///
/// # Errors
/// None of its own.
pub async fn events(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<Following>,
) -> Result<Events, Problem> {
    Ok(Events::of(Watch { app, who: access.who, once: asked.of.once, last: None }))
}
