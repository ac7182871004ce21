//! Refusals and incidents on the wire: RFC 9457, the same sentences as the command line.

use crate::fault::Fault;
use atelier_domain::language::{Catalogue, Lang, Refusal, Value};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A problem document.
pub struct Problem {
    status: StatusCode,
    lang: Lang,
    refusals: Vec<Refusal>,
}

impl Problem {
    /// One refusal, in the language that the address asks for, else French.
    pub fn bare(status: StatusCode, code: &'static str, address: &Uri) -> Self {
        let pairs = address.query().unwrap_or_default().split('&');
        let lang = pairs.filter_map(|pair| pair.strip_prefix("lang=")).find_map(|lang| lang.parse().ok());
        Self { status, lang: lang.unwrap_or_default(), refusals: vec![Refusal::new(code)] }
    }

    /// One refusal, for a reader.
    pub fn refused(status: StatusCode, refusal: Refusal, lang: Lang) -> Self {
        Self { status, lang, refusals: vec![refusal] }
    }

    /// A refusal or an incident, for a reader. An incident is logged and shows nothing of its inside.
    pub fn of(fault: Fault, lang: Lang) -> Self {
        match fault {
            Fault::Refused(refusals) => {
                let status = refusals.0.first().map_or(StatusCode::UNPROCESSABLE_ENTITY, status_of);
                Self { status, lang, refusals: refusals.0 }
            }
            Fault::Incident(incident) => {
                tracing::error!(error = format!("{incident:#}"), "request failed");
                Self {
                    status: StatusCode::INTERNAL_SERVER_ERROR,
                    lang,
                    refusals: vec![Refusal::new("app/incident")],
                }
            }
        }
    }
}

/// The status of a refusal. What is unknown in the address is not found; beside a field it is wrong.
fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.code {
        "controls/wrong-sign-in" if refusal.place.field.is_none() => StatusCode::UNAUTHORIZED,
        "controls/not-allowed" => StatusCode::FORBIDDEN,
        "controls/too-many-attempts" => StatusCode::TOO_MANY_REQUESTS,
        "controls/invitation-ended" => StatusCode::GONE,
        "controls/login-taken" | "controls/last-administrator" => StatusCode::CONFLICT,
        code if code.contains("/unknown-") && refusal.place.field.is_none() => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let words = Catalogue::of(self.lang);
        let errors: Vec<_> = self
            .refusals
            .iter()
            .map(|refusal| {
                let [what, why, remedy] = refusal.sentences(words);
                json!({ "code": refusal.code, "place": refusal.place.to_string(), "title": what, "detail": why, "remedy": remedy })
            })
            .collect();
        let first = errors.first().cloned().unwrap_or_default();
        let code = first["code"].as_str().unwrap_or("app/incident").to_owned();
        let body = json!({
            "type": format!("urn:atelier:{code}"),
            "title": first["title"],
            "status": self.status.as_u16(),
            "detail": first["detail"],
            "code": code,
            "remedy": first["remedy"],
            "errors": errors,
        });
        let minutes = self.refusals.iter().find_map(|refusal| {
            match refusal.values.iter().find(|(name, _)| *name == "minutes") {
                Some((_, Value::Count(minutes))) => Some(*minutes),
                _ => None,
            }
        });
        let mut response = (self.status, body.to_string()).into_response();
        if let (StatusCode::TOO_MANY_REQUESTS, Some(minutes)) = (self.status, minutes) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(minutes * 60));
        }
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}
