//! The embedded interface. Addresses without a file are pages of the single-page application.

use super::Problem;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

/// A file of the interface, or its entry page.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") {
        return Problem::bare(StatusCode::NOT_FOUND, "app/unknown-address", &uri).into_response();
    }
    let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let found = if is_page { Some(atelier_web::page()) } else { atelier_web::file(path) };
    let Some(file) = found else {
        return Problem::bare(StatusCode::NOT_FOUND, "app/unknown-address", &uri).into_response();
    };
    let etag = HeaderValue::from_str(file.etag).unwrap_or(HeaderValue::from_static(""));
    let cache = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    if headers.get(header::IF_NONE_MATCH) == Some(&etag) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response();
    }
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(file.mime)),
            (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
            (header::ETAG, etag),
        ],
        file.bytes,
    )
        .into_response()
}
