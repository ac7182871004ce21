//! An answer that is asked for again and again: a mark of what it shows, and nothing when that is still so.

use super::describe::{Answering, Asking, Describing};
use super::{App, Asked, Plain, Problem};
use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use utoipa::{IntoParams, ToSchema};

/// What an address says, and the mark of what the reader has already.
pub struct Again<Q = Plain> {
    /// The address.
    pub asked: Asked<Q>,
    /// `If-None-Match`.
    seen: Option<HeaderValue>,
    /// The address as it was written.
    written: String,
}

impl<Q: DeserializeOwned + Send> FromRequestParts<App> for Again<Q> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let asked = Asked::from_request_parts(parts, app).await?;
        let seen = parts.headers.get(header::IF_NONE_MATCH).cloned();
        Ok(Self { asked, seen, written: parts.uri.to_string() })
    }
}

impl<Q: DeserializeOwned + IntoParams> Asking for Again<Q> {
    fn describe(into: &mut Describing) {
        into.query::<Q>();
        into.header(
            "If-None-Match",
            false,
            "The ETag of the answer you hold; 304 when it would be the same.",
        );
    }
}

impl<Q> Again<Q> {
    /// The mark of an answer to this address that changes with each of `parts`.
    pub fn mark(&self, parts: &[&str]) -> HeaderValue {
        let mut hash = Sha256::new_with_prefix(env!("CARGO_PKG_VERSION"));
        for part in [self.written.as_str()].iter().chain(parts) {
            hash.update(part);
            hash.update([0]);
        }
        let short = hash.finalize().iter().take(12).fold(0_u128, |sum, byte| (sum << 8) | u128::from(*byte));
        HeaderValue::try_from(format!("\"{short:024x}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
    }

    /// Whether the reader holds the answer of this mark.
    pub fn holds(&self, mark: &HeaderValue) -> bool {
        self.seen.as_ref() == Some(mark)
    }
}

/// A body with its mark, or nothing new.
pub enum Tagged<T> {
    /// As it stands.
    Now(T, HeaderValue),
    /// What the reader has already.
    Same(HeaderValue),
}

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let (mut response, mark) = match self {
            Self::Now(body, mark) => (Json(body).into_response(), mark),
            Self::Same(mark) => (StatusCode::NOT_MODIFIED.into_response(), mark),
        };
        response.headers_mut().insert(header::ETAG, mark);
        response
    }
}

impl<T: ToSchema> Answering for Tagged<T> {
    fn describe(into: &mut Describing) {
        into.answer::<T>(200);
        into.answer_empty(304);
    }
}
