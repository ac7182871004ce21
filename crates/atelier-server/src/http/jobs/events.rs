//! The progress of a job as server-sent events.

use super::{JobTold, may_see};
use crate::http::{App, events};
use crate::rights::Principal;
use atelier_domain::controls::Permission;
use atelier_domain::language::Lang;
use atelier_store::JobId;
use axum::response::sse::Event;
use jiff::Timestamp;
use std::time::Duration;

/// Between two looks at the job.
const LOOK: Duration = Duration::from_millis(500);

/// Whoever follows a job: events `progress`, each a job as shown, then one `end`.
pub(super) struct Watch {
    pub app: App,
    pub who: Principal,
    pub id: JobId,
    pub lang: Lang,
    pub last: Option<JobTold>,
}

impl events::Watch for Watch {
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        loop {
            if self.app.is_over() {
                return None;
            }
            let mut reader = self.app.store.read(self.who.office.scope).await.ok()?;
            self.who = self.who.still(&mut reader, Permission::ReadJobs, Timestamp::now()).await.ok()??;
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
