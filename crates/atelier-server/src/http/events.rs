//! Server-sent events: what a watch sees, told one after the other until it ends.

use super::describe::{Answering, Describing};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::convert::Infallible;

/// Somebody who waits for what happens.
pub(super) trait Watch: Sized + Send + 'static {
    /// The next event, and whoever waits for the one after it. Nothing when the service ends, or when the
    /// reader may no longer look: they may ask again, and are then answered as they should be.
    fn next(self) -> impl Future<Output = Option<(Event, Option<Self>)>> + Send;
}

/// The events of a watch, kept alive between them.
pub struct Events(Response);

impl Events {
    /// Those of this watch.
    pub(super) fn of(watch: impl Watch) -> Self {
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
