//! What a request asks with: its address, its body when it has one, and the two headers of a careful
//! writer. Each of these types describes itself, so that the description of the API cannot say another.

use super::describe::{Asking, Describing};
use super::{App, Problem, browser};
use crate::fault::Fault;
use crate::rights::Coming;
use atelier_domain::language::{Lang, Refusal};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::marker::PhantomData;
use utoipa::{IntoParams, ToSchema};

/// Most bytes of a body.
pub const BODY: usize = 64 * 1024;
/// Most characters of an idempotency key.
const KEY: usize = 200;

/// An address that says nothing more than its path.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Plain {}

/// What an address says: its path, its language, and the fields of `Q` and no other.
#[derive(Clone, Debug, Default)]
pub struct Asked<Q = Plain> {
    /// What it asks about.
    pub of: Q,
    /// The last part of the path, for addresses that name an object there.
    pub id: String,
    /// What stands before it in the path, for addresses that name two.
    pub above: String,
    lang: Lang,
    browser: String,
}

impl<Q> Asked<Q> {
    /// Language of the reader.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What they ask with, `Firefox, Linux`; empty when it does not say.
    pub fn browser(&self) -> &str {
        &self.browser
    }

    /// Somebody who comes in with this, now.
    pub fn coming(&self) -> Coming<'_> {
        Coming { now: Timestamp::now(), browser: &self.browser }
    }

    /// A fault, as this reader is told it.
    pub fn problem(&self) -> impl Fn(Fault) -> Problem + use<Q> {
        let lang = self.lang;
        move |fault| Problem::of(fault, lang)
    }
}

/// The language that an address asks for, else French.
pub fn lang_of(uri: &Uri) -> Lang {
    let pairs = uri.query().unwrap_or_default().split('&');
    pairs.filter_map(|pair| pair.strip_prefix("lang=")).find_map(|lang| lang.parse().ok()).unwrap_or_default()
}

impl<Q: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<Q> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let lang = lang_of(&parts.uri);
        let path = RawPathParams::from_request_parts(parts, state).await;
        let named = path.map(|path| path.iter().map(|(_, value)| value.to_owned()).collect::<Vec<_>>());
        let mut named = named.unwrap_or_default().into_iter().rev();
        let (id, above) = (named.next().unwrap_or_default(), named.next().unwrap_or_default());
        let query = parts.uri.query().unwrap_or_default();
        let own: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
        let of = serde_urlencoded::from_str(&own.join("&")).map_err(|error| {
            let refusal = Refusal::new("app/unreadable-address").with("cause", error.to_string());
            Problem::refused(StatusCode::BAD_REQUEST, refusal, lang)
        })?;
        let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
        let browser = browser::summary(agent.unwrap_or_default());
        Ok(Self { of, id, above, lang, browser })
    }
}

impl<Q: DeserializeOwned + IntoParams> Asking for Asked<Q> {
    fn describe(into: &mut Describing) {
        into.query::<Q>();
    }
}

/// A request that is told the body of: what a body may be.
pub trait Body: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// What does not read, and where.
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, String>;
    /// Tells its shape.
    fn describe(into: &mut Describing);
}

/// Nothing is said but that it be done.
pub struct NoBody;

impl Body for NoBody {
    fn read(_: &HeaderMap, bytes: &[u8]) -> Result<Self, String> {
        // An empty object says nothing more than nothing.
        if bytes.is_empty() || bytes == b"{}" { Ok(Self) } else { Err("–".to_owned()) }
    }
    fn describe(_: &mut Describing) {}
}

impl<T: DeserializeOwned + ToSchema> Body for T {
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, String> {
        let kind = headers.get(header::CONTENT_TYPE);
        if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json")) {
            return Err("content-type: application/json".to_owned());
        }
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }
    fn describe(into: &mut Describing) {
        into.body::<T>();
    }
}

/// A body that may be left out: then nothing more is said.
pub struct Maybe<T>(pub T);

impl<T: DeserializeOwned + Default + ToSchema> Body for Maybe<T> {
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, String> {
        // An empty object says nothing more than nothing, whatever its type.
        if NoBody::read(headers, bytes).is_ok() {
            Ok(Self(T::default()))
        } else {
            T::read(headers, bytes).map(Self)
        }
    }
    fn describe(into: &mut Describing) {
        into.maybe_body::<T>();
    }
}

/// A key under which a request counts once, and what was asked under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// As the caller chose it.
    pub key: String,
    /// Digest of method, address and body.
    pub asked: String,
}

/// Which headers of a careful writer a request honours.
pub trait Care: Send + 'static {
    /// `Idempotency-Key`.
    const BY_KEY: bool;
    /// `If-Match`.
    const BY_VERSION: bool;
}

/// Neither.
pub struct Plainly;
/// The same request under one key counts once.
pub struct ByKey;
/// That, and nobody writes over what they have not seen.
pub struct ByVersion;

impl Care for Plainly {
    const BY_KEY: bool = false;
    const BY_VERSION: bool = false;
}

impl Care for ByKey {
    const BY_KEY: bool = true;
    const BY_VERSION: bool = false;
}

impl Care for ByVersion {
    const BY_KEY: bool = true;
    const BY_VERSION: bool = true;
}

/// Those that honour a key.
pub trait Keeping: Care {}
impl Keeping for ByKey {}
impl Keeping for ByVersion {}

/// What is told to be written once: begun with [`Told::begin`].
pub type Keyed<T, Q = Plain> = Told<T, Q, ByKey>;
/// What is told of something that others change too: compared with [`Told::unchanged`] as well.
pub type Careful<T, Q = Plain> = Told<T, Q, ByVersion>;

/// The address, the body, and what makes a write careful: only what its type says is read and described.
pub struct Told<T, Q = Plain, C = Plainly> {
    /// The address.
    pub asked: Asked<Q>,
    /// The body.
    pub body: T,
    /// `Idempotency-Key`, with what it stands for.
    pub(super) once: Option<Once>,
    /// `If-Match`: the version of the object that the writer saw.
    pub(super) seen: Option<i64>,
    care: PhantomData<C>,
}

impl<T: Body, Q: DeserializeOwned + Send, C: Care> FromRequest<App> for Told<T, Q, C> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let asked = Asked::from_request_parts(&mut parts, app).await?;
        let lang = asked.lang();
        let refused = |status, refusal| Problem::refused(status, refusal, lang);
        let careful = careful::<C>(&parts).map_err(|it| refused(StatusCode::BAD_REQUEST, it))?;
        let headers = parts.headers.clone();
        let target = target(&parts);
        let whole = Bytes::from_request(Request::from_parts(parts, body), app).await;
        let bytes = whole.map_err(|error| too_large(error.status(), &error.to_string(), lang))?;
        let unreadable = |cause: String| {
            let refusal = Refusal::new("controls/unreadable-body").with("cause", cause);
            refused(StatusCode::BAD_REQUEST, refusal)
        };
        let body = T::read(&headers, &bytes).map_err(unreadable)?;
        let once = careful.key.map(|key| {
            let asked = hex(Sha256::new().chain_update(target).chain_update([0]).chain_update(&bytes));
            Once { key, asked }
        });
        Ok(Self { asked, body, once, seen: careful.seen, care: PhantomData })
    }
}

impl<T: Body, Q: DeserializeOwned + IntoParams, C: Care> Asking for Told<T, Q, C> {
    fn describe(into: &mut Describing) {
        into.query::<Q>();
        T::describe(into);
        describe_care::<C>(into);
    }
}

/// The headers of a careful writer that requests of this care take.
pub(super) fn describe_care<C: Care>(into: &mut Describing) {
    if C::BY_KEY {
        into.header("Idempotency-Key", false, "Any text of yours; the same request under it counts once.");
    }
    if C::BY_VERSION {
        into.header("If-Match", false, "The ETag of what you saw; refused with 412 when it changed since.");
    }
}

fn too_large(status: StatusCode, cause: &str, lang: Lang) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        let refusal = Refusal::new("controls/body-too-large").with("most", BODY);
        return Problem::refused(status, refusal, lang);
    }
    let refusal = Refusal::new("controls/unreadable-body").with("cause", cause);
    Problem::refused(StatusCode::BAD_REQUEST, refusal, lang)
}

/// Method and address of a request: half of what a key stands for.
pub(super) fn target(parts: &Parts) -> String {
    [parts.method.as_str(), parts.uri.path(), parts.uri.query().unwrap_or("")].join(" ")
}

/// What a careful writer said beside the request.
pub(super) struct Said {
    pub(super) key: Option<String>,
    pub(super) seen: Option<i64>,
}

/// Reads the headers of a careful writer. One that the address does not honour is refused: let pass in
/// silence, it would promise what nobody keeps.
///
/// # Errors
/// `controls/key-not-taken`, `controls/key-shape`, `controls/version-not-taken`, `controls/version-shape`.
pub(super) fn careful<C: Care>(parts: &Parts) -> Result<Said, Refusal> {
    let headers = &parts.headers;
    let not_taken = |code| {
        Err(Refusal::new(code).with("method", parts.method.as_str()).with("address", parts.uri.path()))
    };
    if !C::BY_KEY && headers.contains_key("idempotency-key") {
        return not_taken("controls/key-not-taken");
    }
    if !C::BY_VERSION && headers.contains_key(header::IF_MATCH) {
        return not_taken("controls/version-not-taken");
    }
    Ok(Said { key: key(headers)?, seen: seen(headers)? })
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().unwrap_or_default().trim_matches('"');
    if key.is_empty() || key.len() > KEY {
        return Err(Refusal::new("controls/key-shape").with("most", KEY));
    }
    Ok(Some(key.to_owned()))
}

/// A digest as text.
pub(super) fn hex(digest: Sha256) -> String {
    digest.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `"12"`: the number of the fact that last said the object.
fn seen(headers: &HeaderMap) -> Result<Option<i64>, Refusal> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default();
    let number =
        text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).and_then(|it| it.parse().ok());
    number.map(Some).ok_or_else(|| Refusal::new("controls/version-shape").with("given", text))
}
