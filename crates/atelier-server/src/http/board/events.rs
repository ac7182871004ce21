//! The changes of the board as server-sent events.

use crate::http::App;
use crate::http::describe::{Answering, Describing};
use crate::rights::{Principal, still_reads};
use atelier_domain::controls::Permission;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use serde_json::json;
use std::convert::Infallible;
use std::time::Duration;

/// Between two looks at the plan.
const LOOK: Duration = Duration::from_secs(1);

/// Events `board`: one at once, then one for each change.
pub struct Events(Response);

impl Events {
    pub(super) fn of(app: App, who: Principal, once: bool) -> Self {
        let watch = Watch { app, who, once, last: None };
        let events = unfold(watch, |watch| async {
            let (event, watch) = watch.next().await?;
            Some((Ok::<_, Infallible>(event), watch))
        });
        Self(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
    }
}

impl IntoResponse for Events {
    fn into_response(self) -> Response {
        self.0
    }
}

impl Answering for Events {
    fn describe(into: &mut Describing) {
        into.answer_events();
    }
}

struct Watch {
    app: App,
    who: Principal,
    once: bool,
    last: Option<String>,
}

impl Watch {
    /// The next event. Nothing when the service ends, or when the reader may no longer look: they may ask
    /// again, and are then answered as they should be.
    async fn next(mut self) -> Option<(Event, Self)> {
        loop {
            if self.app.is_over() || (self.once && self.last.is_some()) {
                return None;
            }
            let mut reader = self.app.store.read(self.who.office.scope).await.ok()?;
            self.who.user = still_reads(&mut reader, self.who.user.id, Permission::ReadDay).await.ok()?;
            let mark = self.app.board_mark(&mut reader, &self.who.office).await.ok()?;
            drop(reader);
            if self.last.as_ref() != Some(&mark) {
                let data = json!({ "mark": mark }).to_string();
                self.last = Some(mark);
                return Some((Event::default().event("board").data(data), self));
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
