//! How fast one caller may ask, so that one busy program does not take the place of everybody: a bucket for each live
//! pass (session or key); for all that show none, one for each address.
//!
//! Nobody is looked up here. A pass counts as live once a request found it so ([`Pace::opened`]); until then it draws
//! on a bucket that its address has for passes not yet known, and gets its drop back when it turns out to be live.
//! So whoever makes passes up is slowed as one caller, and people behind one address are not.

mod bucket;

use super::{App, Problem};
use crate::rights::shown;
use atelier_domain::language::Refusal;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bucket::Buckets;
use std::collections::HashSet;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
/// Seconds' worth of requests that may come at once.
const BURST: u32 = 5;
/// Live passes remembered at least; twice as many at most.
const PASSES: usize = 20_000;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Caller {
    /// A live pass, by its hash.
    Pass(String),
    /// Whoever shows a pass not yet known, from this address.
    Unproven(Option<IpAddr>),
    /// Whoever shows none, from this address.
    Address(Option<IpAddr>),
}

/// The buckets of this process, and the passes that it has seen alive.
pub struct Pace {
    told: HeaderValue,
    kept: Mutex<(Buckets<Caller>, Live)>,
}

impl Pace {
    /// At most this many requests a second from one caller, and five seconds' worth at once.
    pub fn of(a_second: NonZeroU32) -> Self {
        let burst = a_second.get().saturating_mul(BURST);
        let told = format!("\"caller\";q={burst};w={BURST}");
        Self {
            told: HeaderValue::try_from(told).unwrap_or(HeaderValue::from_static("")),
            kept: Mutex::new((Buckets::of(a_second, burst), Live::default())),
        }
    }

    /// A pass was looked up: remembered when it opens something, forgotten when it no longer does.
    pub fn opened(&self, pass: &str, is_live: bool) {
        let (_, live) = &mut *self.kept();
        if is_live {
            live.add(pass.to_owned());
        } else {
            live.remove(pass);
        }
    }

    /// Takes a drop for whoever shows this pass, or none; whose it was, else the seconds until there is one.
    fn take(&self, pass: Option<&str>, from: Option<IpAddr>) -> Result<Caller, i64> {
        let (buckets, live) = &mut *self.kept();
        let caller = match pass {
            Some(pass) if live.has(pass) => Caller::Pass(pass.to_owned()),
            Some(_) => Caller::Unproven(from),
            None => Caller::Address(from),
        };
        buckets.take(&caller, Instant::now()).map(|()| caller)
    }

    /// A drop that was taken for a pass not yet known is given back once it is: its own bucket gives it.
    fn settle(&self, taken: &Caller, pass: Option<&str>) {
        let (buckets, live) = &mut *self.kept();
        if let (Caller::Unproven(_), Some(pass)) = (taken, pass.filter(|pass| live.has(pass))) {
            buckets.give_back(taken);
            // The request is answered already: an empty bucket is for the next one.
            let _ = buckets.take(&Caller::Pass(pass.to_owned()), Instant::now());
        }
    }

    fn kept(&self) -> MutexGuard<'_, (Buckets<Caller>, Live)> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Passes seen alive not long ago. When there are many, those that were not shown since are forgotten.
#[derive(Default)]
struct Live {
    young: HashSet<String>,
    old: HashSet<String>,
}

impl Live {
    fn has(&mut self, pass: &str) -> bool {
        if let Some(pass) = self.old.take(pass) {
            self.add(pass);
        }
        self.young.contains(pass)
    }

    fn add(&mut self, pass: String) {
        if self.young.len() >= PASSES {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(pass);
    }

    fn remove(&mut self, pass: &str) {
        self.young.remove(pass);
        self.old.remove(pass);
    }
}

/// From where somebody asks. Of IPv6, what one house is given: the first half.
fn address(request: &Request) -> Option<IpAddr> {
    let ConnectInfo(from) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    Some(match from.ip().to_canonical() {
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        ip @ IpAddr::V4(_) => ip,
    })
}

/// Refuses who asks too fast, and tells everybody the limit. Files of the interface are not counted: a browser
/// takes all of them at its first visit, and each comes from memory, with nothing asked of the database.
pub async fn kept(State(app): State<App>, request: Request, next: Next) -> Response {
    if atelier_web::file(request.uri().path()).is_some() {
        return next.run(request).await;
    }
    let lang = super::lang_of(request.uri());
    let pass = shown(request.headers(), &app).map(|(secret, _)| secret.hash());
    let mut response = match app.pace.take(pass.as_deref(), address(&request)) {
        Ok(caller) => {
            let response = next.run(request).await;
            app.pace.settle(&caller, pass.as_deref());
            response
        }
        Err(seconds) => {
            let refusal = Refusal::new("controls/too-fast").with("seconds", seconds);
            Problem::refused(StatusCode::TOO_MANY_REQUESTS, refusal, lang).into_response()
        }
    };
    response.headers_mut().insert(POLICY, app.pace.told.clone());
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_passes_are_remembered_and_not_without_end() {
        let mut live = Live::default();
        live.add("first".to_owned());
        for pass in 0..PASSES * 3 {
            live.add(pass.to_string());
            // Whoever is seen again stays.
            assert!(live.has("first"));
        }
        assert!(live.young.len() + live.old.len() <= PASSES * 2);
        assert!(!live.has("0"), "what was not shown for long is asked for again");
        live.remove("first");
        assert!(!live.has("first"));
    }

    #[test]
    fn those_behind_one_address_do_not_wait_for_each_other() {
        let pace = Pace::of(NonZeroU32::MIN);
        let house = Some(IpAddr::from([10, 0, 0, 1]));
        for person in 0..1_000 {
            let pass = format!("pass {person}");
            let taken = pace.take(Some(&pass), house).expect("a place for everybody");
            assert_eq!(taken, Caller::Unproven(house));
            pace.opened(&pass, true);
            pace.settle(&taken, Some(&pass));
            // The first request is counted too: four are left of five.
            for _ in 1..BURST {
                assert_eq!(pace.take(Some(&pass), house), Ok(Caller::Pass(pass.clone())));
            }
            assert!(pace.take(Some(&pass), house).is_err());
        }
        // Whoever makes passes up has one bucket, those who show none another, and an ended pass none of its own.
        let made_up = (0..100).filter(|one| pace.take(Some(&format!("made up {one}")), house).is_ok());
        assert_eq!(made_up.count(), BURST as usize);
        assert!(pace.take(None, house).is_ok());
        pace.opened("pass 1", false);
        assert!(pace.take(Some("pass 1"), house).is_err(), "it shares the bucket that is empty");
        assert_eq!(pace.take(Some("pass 1"), None), Ok(Caller::Unproven(None)));
    }
}
