//! What a request asks with: its address, and its body when it has one.

use super::{App, Problem};
use crate::fault::Fault;
use atelier_domain::language::{Lang, Refusal};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Most bytes of a body.
pub const BODY: usize = 64 * 1024;

/// What an address may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    /// Company.
    pub company: Option<String>,
    /// Kind of resource.
    pub kind: Option<String>,
    /// Week, `2027-W08`.
    pub week: Option<String>,
    /// Person, code.
    pub person: Option<String>,
    /// Day.
    pub date: Option<String>,
    /// Order.
    pub order: Option<String>,
    /// Where a list goes on.
    pub before: Option<String>,
    /// `fr` or `en`.
    pub lang: Option<String>,
    /// The last part of the path, for addresses that name an object there.
    #[serde(skip)]
    pub id: String,
}

impl Asked {
    /// Language of the reader.
    pub fn lang(&self) -> Lang {
        self.lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_default()
    }

    /// A fault, as this reader is told it.
    pub fn problem(&self) -> impl Fn(Fault) -> Problem + use<> {
        let lang = self.lang();
        move |fault| Problem::of(fault, lang)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let unreadable =
            |uri: &axum::http::Uri| Problem::bare(StatusCode::BAD_REQUEST, "app/unreadable-address", uri);
        let read = Query::<Self>::from_request_parts(parts, state).await;
        let Query(mut asked) = read.map_err(|_| unreadable(&parts.uri))?;
        if let Ok(path) = RawPathParams::from_request_parts(parts, state).await {
            asked.id = path.iter().last().map(|(_, value)| value.to_owned()).unwrap_or_default();
        }
        Ok(asked)
    }
}

/// The address, and a JSON body with the fields of `T` and no other.
pub struct Told<T> {
    /// The address.
    pub asked: Asked,
    /// The body.
    pub body: T,
}

impl<T: DeserializeOwned> FromRequest<App> for Told<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let asked = Asked::from_request_parts(&mut parts, app).await?;
        let request = Request::from_parts(parts, body);
        let json = request
            .headers()
            .get("content-type")
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
        let unreadable = |cause: &str| {
            let refusal = Refusal::new("controls/unreadable-body").with("cause", cause);
            Problem::refused(StatusCode::BAD_REQUEST, refusal, asked.lang())
        };
        if !json {
            return Err(unreadable("content-type: application/json"));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|error| {
            if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                let refusal = Refusal::new("controls/body-too-large").with("most", BODY);
                Problem::refused(StatusCode::PAYLOAD_TOO_LARGE, refusal, asked.lang())
            } else {
                unreadable(&error.to_string())
            }
        })?;
        let Json(body) = Json::<T>::from_bytes(&bytes).map_err(|error| unreadable(&inner(&error)))?;
        Ok(Self { asked, body })
    }
}

/// What does not read, and where: the innermost cause.
fn inner(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
