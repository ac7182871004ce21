//! Refusals and incidents on the wire: RFC 9457, the same sentences as the command line.

use super::answer::etag;
use super::asked::lang_of;
use crate::fault::Fault;
use atelier_domain::language::{Catalogue, Lang, Refusal, Value};
use atelier_store::KeptAnswer;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What ends a request early: a problem, or the answer that the same request was given before.
pub struct Problem {
    status: StatusCode,
    lang: Lang,
    refusals: Vec<Refusal>,
    before: Option<KeptAnswer>,
}

/// A refusal on the wire. Source: RFC 9457, and our code, remedy and list.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    code: String,
    remedy: String,
    /// Identity under which what was asked for is found, when it was merged into another.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
    /// Every fault, each with its place.
    errors: Vec<ProblemPart>,
}

/// One fault of a request.
#[derive(Clone, Default, Serialize, ToSchema)]
pub struct ProblemPart {
    code: String,
    place: String,
    title: String,
    detail: String,
    remedy: String,
}

impl Problem {
    /// One refusal, in the language that the address asks for, else French.
    pub fn bare(status: StatusCode, code: &'static str, address: &Uri) -> Self {
        Self::refused(status, Refusal::new(code), lang_of(address))
    }

    /// One refusal, for a reader.
    pub fn refused(status: StatusCode, refusal: Refusal, lang: Lang) -> Self {
        Self { status, lang, refusals: vec![refusal], before: None }
    }

    /// The answer that the same request, under the same key, was given before.
    pub fn answered(before: KeptAnswer) -> Self {
        let status = StatusCode::OK;
        Self { status, lang: Lang::default(), refusals: Vec::new(), before: Some(before) }
    }

    /// A refusal or an incident, for a reader. An incident is logged and shows nothing of its inside.
    pub fn of(fault: Fault, lang: Lang) -> Self {
        match fault {
            Fault::Refused(refusals) => {
                let status = refusals.0.first().map_or(StatusCode::UNPROCESSABLE_ENTITY, status_of);
                Self { status, lang, refusals: refusals.0, before: None }
            }
            Fault::Incident(incident) => {
                tracing::error!(error = format!("{incident:#}"), "request failed");
                Self::refused(StatusCode::INTERNAL_SERVER_ERROR, Refusal::new("app/incident"), lang)
            }
        }
    }
}

/// The status of a refusal. What is unknown in the address is not found; beside a field it is wrong, and so is what is
/// said of one record among several.
fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.code {
        _ if refusal.place.field.as_deref().is_some_and(|field| field.starts_with("records[")) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        "controls/sign-in-again" => StatusCode::UNAUTHORIZED,
        "controls/wrong-sign-in" if refusal.place.field.is_none() => StatusCode::UNAUTHORIZED,
        "controls/provider-state" | "controls/provider-declined" | "controls/provider-answer" => {
            StatusCode::UNAUTHORIZED
        }
        "controls/not-allowed"
        | "controls/provider-no-mail"
        | "controls/provider-domain"
        | "controls/provider-unknown"
        | "controls/provider-closed"
        | "controls/provider-other"
        | "controls/not-oneself"
        | "controls/own-deal"
        | "controls/own-rights"
        | "controls/verdict-of-other" => StatusCode::FORBIDDEN,
        "controls/provider-silent" => StatusCode::BAD_GATEWAY,
        "controls/too-many-attempts" => StatusCode::TOO_MANY_REQUESTS,
        "ledger/disk-full" => StatusCode::INSUFFICIENT_STORAGE,
        "ledger/disk-in-doubt" => StatusCode::SERVICE_UNAVAILABLE,
        "controls/invitation-ended" => StatusCode::GONE,
        "execution/merged" if refusal.place.field.is_none() => StatusCode::GONE,
        "app/job-ended"
        | "controls/login-taken"
        | "controls/last-administrator"
        | "controls/invitation-by-mail"
        | "controls/second-factor-on"
        | "controls/not-won"
        | "execution/key-taken"
        | "execution/already-captured"
        | "execution/merged"
        | "execution/merge-chain"
        | "execution/promise-settled"
        | "execution/too-late-to-undo"
        | "ledger/already-undone"
        | "ledger/batch-in-use"
        | "ledger/batch-merged"
        | "ledger/not-sealed" => StatusCode::CONFLICT,
        "controls/changed-meanwhile" => StatusCode::PRECONDITION_FAILED,
        "execution/file-type" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "controls/no-provider"
        | "controls/no-verdict"
        | "ledger/no-such-subject"
        | "execution/not-archived"
        | "execution/not-deferred" => StatusCode::NOT_FOUND,
        code if code.contains("/unknown-") && refusal.place.field.is_none() => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl Problem {
    fn parts(&self) -> Vec<ProblemPart> {
        let words = Catalogue::of(self.lang);
        let told = self.refusals.iter().map(|refusal| {
            let [title, detail, remedy] = refusal.sentences(words);
            ProblemPart {
                code: refusal.code.to_owned(),
                place: refusal.place.to_string(),
                title,
                detail,
                remedy,
            }
        });
        told.collect()
    }

    /// What stays of what was merged.
    fn kept(&self) -> Option<String> {
        let merged = self.refusals.first().filter(|refusal| refusal.code == "execution/merged")?;
        merged.values.iter().find_map(|(name, value)| match value {
            Value::Text(text) if *name == "kept" => Some(text.clone()),
            _ => None,
        })
    }

    /// Seconds until it may be asked again.
    fn wait(&self) -> Option<i64> {
        let named = |wanted: &str| {
            let mut values = self.refusals.iter().flat_map(|refusal| &refusal.values);
            values.find_map(|(name, value)| match value {
                Value::Count(count) if *name == wanted => Some(*count),
                _ => None,
            })
        };
        named("minutes").map(|minutes| minutes * 60).or_else(|| named("seconds"))
    }
}

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        if let Some(before) = self.before.take() {
            return again(&before);
        }
        let errors = self.parts();
        let first = errors.first().cloned().unwrap_or_default();
        let body = ProblemDocument {
            r#type: format!("urn:atelier:{}", first.code),
            title: first.title,
            status: self.status.as_u16(),
            detail: first.detail,
            code: first.code,
            remedy: first.remedy,
            kept: self.kept(),
            errors,
        };
        let text = serde_json::to_string(&body).unwrap_or_default();
        let mut response = (self.status, text).into_response();
        let headers = response.headers_mut();
        if let (StatusCode::TOO_MANY_REQUESTS, Some(seconds)) = (self.status, self.wait()) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

/// Says again what was answered, and that it is said again.
fn again(before: &KeptAnswer) -> Response {
    let status = StatusCode::from_u16(before.status as u16).unwrap_or(StatusCode::OK);
    let mut response = (status, before.body.clone()).into_response();
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    if !before.body.is_empty() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    if let Some(version) = before.version {
        headers.insert(header::ETAG, etag(version));
    }
    headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    response
}
