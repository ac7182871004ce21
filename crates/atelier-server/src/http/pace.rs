//! How fast one caller may ask: a bucket for each secret shown, another for all that show none from one
//! address, so that one busy program does not take the place of everybody.

use super::{App, Problem};
use atelier_domain::language::Refusal;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest as _, Sha256};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
/// Requests after which buckets that are full again are forgotten.
const SWEEP: u32 = 4_096;

/// The buckets of this process.
pub struct Pace {
    buckets: DefaultKeyedRateLimiter<[u8; 16]>,
    told: HeaderValue,
    seen: AtomicU32,
}

impl Pace {
    /// At most this many requests a second from one caller, and five seconds' worth at once.
    pub fn of(a_second: NonZeroU32) -> Self {
        let burst = a_second.saturating_mul(NonZeroU32::new(5).unwrap_or(NonZeroU32::MIN));
        let told = format!("\"caller\";q={burst};w=5");
        Self {
            buckets: RateLimiter::keyed(Quota::per_second(a_second).allow_burst(burst)),
            told: HeaderValue::try_from(told).unwrap_or(HeaderValue::from_static("")),
            seen: AtomicU32::new(0),
        }
    }

    /// Takes a drop from a caller's bucket; else the seconds until there is one.
    fn take(&self, caller: [u8; 16]) -> Result<(), i64> {
        if self.seen.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            self.buckets.retain_recent();
        }
        self.buckets.check_key(&caller).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            i64::try_from(wait.as_secs()).unwrap_or(1).saturating_add(1)
        })
    }
}

/// Who asks, as far as the request itself says: nobody needs to be known yet.
fn caller(request: &Request) -> [u8; 16] {
    let headers = request.headers();
    let shown = [header::AUTHORIZATION, header::COOKIE].into_iter().find_map(|name| headers.get(name));
    let hash = match (shown, request.extensions().get::<ConnectInfo<SocketAddr>>()) {
        (Some(value), _) => Sha256::digest(value.as_bytes()),
        (None, Some(ConnectInfo(address))) => Sha256::digest(address.ip().to_string()),
        (None, None) => Sha256::digest([]),
    };
    let mut key = [0; 16];
    key.copy_from_slice(&hash[..16]);
    key
}

/// Refuses who asks too fast, and tells everybody the limit. Files of the interface are not counted: a browser
/// takes all of them at its first visit, and each comes from memory, with nothing asked of the database.
pub async fn kept(State(app): State<App>, request: Request, next: Next) -> Response {
    if atelier_web::file(request.uri().path()).is_some() {
        return next.run(request).await;
    }
    let lang = super::lang_of(request.uri());
    let mut response = match app.pace.take(caller(&request)) {
        Ok(()) => next.run(request).await,
        Err(seconds) => {
            let refusal = Refusal::new("controls/too-fast").with("seconds", seconds);
            Problem::refused(StatusCode::TOO_MANY_REQUESTS, refusal, lang).into_response()
        }
    };
    response.headers_mut().insert(POLICY, app.pace.told.clone());
    response
}
