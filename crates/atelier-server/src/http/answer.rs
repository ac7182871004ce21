//! What a request is answered with; each type tells the description of the API its status and shape.

use super::describe::{Answering, Describing};
use axum::Json;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// An answer of this status. `Answer<Empty, 204>` has no body.
pub struct Answer<T, const STATUS: u16 = 200> {
    /// The body.
    pub body: T,
    /// The version of the object it shows, for `ETag`: the number of the fact that last said it.
    pub version: Option<i64>,
    /// Cookies to set.
    pub cookies: Vec<HeaderValue>,
}

/// No body.
#[derive(Serialize)]
pub struct Empty;

/// What was made.
pub type Made<T> = Answer<T, 201>;
/// What was queued.
pub type Queued<T> = Answer<T, 202>;
/// Done, with nothing to show.
pub type Done = Answer<Empty, 204>;

/// Done.
pub fn done() -> Done {
    Answer::of(Empty)
}

impl<T, const STATUS: u16> Answer<T, STATUS> {
    /// With this body.
    pub fn of(body: T) -> Self {
        Self { body, version: None, cookies: Vec::new() }
    }

    /// Showing an object as a fact last said it.
    #[must_use]
    pub fn at(self, version: i64) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Setting a cookie.
    #[must_use]
    pub fn with_cookie(mut self, cookie: HeaderValue) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// Its status.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(STATUS).unwrap_or(StatusCode::OK)
    }
}

/// An `ETag` of a version.
pub fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

impl<T: Serialize, const STATUS: u16> IntoResponse for Answer<T, STATUS> {
    fn into_response(self) -> Response {
        let status = self.status();
        let mut response = match status {
            StatusCode::NO_CONTENT => Response::new(Body::empty()),
            _ => Json(&self.body).into_response(),
        };
        *response.status_mut() = status;
        if let Some(version) = self.version {
            response.headers_mut().insert(header::ETAG, etag(version));
        }
        for cookie in self.cookies {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

impl<T: Shape, const STATUS: u16> Answering for Answer<T, STATUS> {
    fn describe(into: &mut Describing) {
        T::answer(into, STATUS);
    }
}

impl<T: ToSchema> Answering for Json<T> {
    fn describe(into: &mut Describing) {
        into.answer::<T>(200);
    }
}

/// What the body of an answer looks like.
pub trait Shape {
    /// Tells it.
    fn answer(into: &mut Describing, status: u16);
}

impl Shape for Empty {
    fn answer(into: &mut Describing, status: u16) {
        into.answer_empty(status);
    }
}

impl<T: ToSchema> Shape for T {
    fn answer(into: &mut Describing, status: u16) {
        into.answer::<T>(status);
    }
}

/// A file to keep: its media type is `KIND`'s.
pub struct Document {
    /// Media type.
    pub media: &'static str,
    /// Name it is kept under.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl IntoResponse for Document {
    fn into_response(self) -> Response {
        let name = format!("attachment; filename=\"{}\"", self.name);
        let mut response = Response::new(Body::from(self.bytes));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        let name = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
        response
    }
}

impl Answering for Document {
    fn describe(into: &mut Describing) {
        into.answer_file();
    }
}
