//! The changes of the board as server-sent events.

use crate::http::{App, events};
use crate::rights::Principal;
use atelier_domain::controls::Permission;
use axum::response::sse::Event;
use jiff::Timestamp;
use serde_json::json;
use std::time::Duration;

/// Between two looks at the plan.
const LOOK: Duration = Duration::from_secs(1);

/// Whoever waits for the board to change: one event `board` at once, then one for each change.
pub(super) struct Watch {
    pub app: App,
    pub who: Principal,
    /// Ends after the first.
    pub once: bool,
    pub last: Option<String>,
}

impl events::Watch for Watch {
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        loop {
            if self.app.is_over() || (self.once && self.last.is_some()) {
                return None;
            }
            let mut reader = self.app.store.read(self.who.office.scope).await.ok()?;
            self.who = self.who.still(&mut reader, Permission::ReadDay, Timestamp::now()).await.ok()??;
            let mark = self.app.board_mark(&mut reader, &self.who.office).await.ok()?;
            drop(reader);
            if self.last.as_ref() != Some(&mark) {
                let data = json!({ "mark": mark }).to_string();
                self.last = Some(mark);
                return Some((Event::default().event("board").data(data), Some(self)));
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
