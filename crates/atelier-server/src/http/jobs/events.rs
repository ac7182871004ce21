//! The progress of a job as server-sent events.

use super::super::App;
use super::super::describe::{Answering, Describing};
use super::{JobTold, may_see};
use crate::rights::{Principal, still_reads};
use atelier_domain::controls::Permission;
use atelier_domain::language::Lang;
use atelier_store::JobId;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::time::Duration;

/// Between two looks at the job.
const LOOK: Duration = Duration::from_millis(500);

/// Events `progress`, each a job as shown, then one `end`.
pub struct Events(Response);

impl Events {
    pub(super) fn of(app: App, who: Principal, id: JobId, lang: Lang) -> Self {
        let watch = Watch { app, who, id, lang, last: None };
        let events = unfold(Some(watch), |watch| async {
            let (event, watch) = watch?.next().await?;
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
    id: JobId,
    lang: Lang,
    last: Option<JobTold>,
}

impl Watch {
    /// The next event, and whoever waits for the one after it. Nothing when the service ends, or when the
    /// reader may no longer look: they may ask again, and are then answered as they should be.
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        loop {
            if self.app.is_over() {
                return None;
            }
            let mut reader = self.app.store.read(self.who.office.scope).await.ok()?;
            self.who.user = still_reads(&mut reader, self.who.user.id, Permission::ReadJobs).await.ok()?;
            let job = reader.job(self.id).await.ok()??;
            drop(reader);
            let told = JobTold::of(&job, self.lang, may_see(&self.who, &job));
            if self.last.as_ref() != Some(&told) {
                let data = serde_json::to_string(&told).ok()?;
                let event = Event::default().data(data);
                if job.state.is_end() {
                    return Some((event.event("end"), None));
                }
                self.last = Some(told);
                return Some((event.event("progress"), Some(self)));
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
