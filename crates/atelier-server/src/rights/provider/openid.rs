//! The protocol: `OpenID` Connect, the flow by code, with PKCE. Source: `OpenID` Connect Core 1.0, RFC 9700.

use super::settings::wrong;
use super::{Identity, ProviderSettings, ProviderWay, answer, short};
use crate::outbound::{Outbound, Sent};
use atelier_domain::language::Refusal;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AccessTokenHash, AsyncHttpClient, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, TokenResponse as _,
};
use std::error::Error;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::Mutex;
use url::Url;

/// What an identity may be signed with: never a secret that we hold too, never nothing.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Minutes for which what a provider says of itself is believed.
const KEPT: i64 = 10;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider as it is asked.
pub(super) struct Protocol {
    settings: Arc<ProviderSettings>,
    asker: Asker,
    issuer: IssuerUrl,
    back: RedirectUrl,
    known: Mutex<Option<(Timestamp, CoreProviderMetadata)>>,
}

impl Protocol {
    pub(super) fn new(settings: Arc<ProviderSettings>, client: Outbound) -> Result<Self, Refusal> {
        let unreadable = |_| wrong("oidc-issuer", &settings.issuer);
        client.destination(&settings.issuer).map_err(|_| wrong("oidc-issuer", &settings.issuer))?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(unreadable)?;
        let back = RedirectUrl::new(settings.back.clone()).map_err(unreadable)?;
        Ok(Self { asker: Asker(client), issuer, back, known: Mutex::default(), settings })
    }

    /// Where a browser is sent.
    pub(super) async fn address(&self, way: &ProviderWay, now: Timestamp) -> Result<Url, Refusal> {
        let client = self.client(now, KEPT).await?;
        let (state, nonce) = (CsrfToken::new(way.state()), Nonce::new(way.nonce()));
        let verifier = PkceCodeVerifier::new(way.verifier());
        let request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        Ok(request.url().0)
    }

    /// Who is behind a code.
    pub(super) async fn identity(
        &self,
        way: &ProviderWay,
        code: &str,
        now: Timestamp,
    ) -> Result<Identity, Refusal> {
        let client = self.client(now, KEPT).await?;
        let told = self.exchanged(&client, way, code).await?;
        let claims = match checked(&client, way, &told) {
            // Its keys change from time to time.
            Err(Unsound::Key) => checked_again(&self.client(now, 0).await?, way, &told)?,
            Err(Unsound::Other(refusal)) => return Err(refusal),
            Ok(claims) => claims,
        };
        let subject = claims.subject().as_str().to_owned();
        if subject.is_empty() || subject.len() > 255 {
            return Err(answer("sub"));
        }
        let mail = match claims.email() {
            Some(mail) => claims.email_verified().unwrap_or(false).then(|| mail.to_string()),
            None => self.mail(&client, &told, &claims).await?,
        };
        Ok(Identity { subject, mail })
    }

    async fn exchanged(
        &self,
        client: &Client,
        way: &ProviderWay,
        code: &str,
    ) -> Result<CoreTokenResponse, Refusal> {
        let request = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|error| answer(&error.to_string()))?;
        let verifier = PkceCodeVerifier::new(way.verifier());
        let told = request.set_pkce_verifier(verifier).request_async(&self.asker).await;
        told.map_err(|error| match error {
            RequestTokenError::Request(failed) => silent(&failed),
            RequestTokenError::ServerResponse(told) => answer(told.error().as_ref()),
            other => answer(&other.to_string()),
        })
    }

    /// A mail address that stands beside the signed answer rather than in it.
    async fn mail(
        &self,
        client: &Client,
        told: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<Option<String>, Refusal> {
        let subject = claims.subject().clone();
        let Ok(request) = client.user_info(told.access_token().clone(), Some(subject)) else {
            return Ok(None);
        };
        let more: Result<CoreUserInfoClaims, _> = request.request_async(&self.asker).await;
        let more = more.map_err(|error| answer(&whole(&error)))?;
        let verified = more.email_verified().unwrap_or(false);
        Ok(more.email().filter(|_| verified).map(|mail| mail.to_string()))
    }

    /// As the provider describes itself, within so many minutes.
    async fn client(&self, now: Timestamp, minutes: i64) -> Result<Client, Refusal> {
        let mut known = self.known.lock().await;
        let fresh = SignedDuration::from_mins(minutes);
        let told = match known.take_if(|(at, _)| now.duration_since(*at) < fresh) {
            Some((at, told)) => (at, told),
            None => {
                let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.asker).await;
                (now, found.map_err(|error| silent(&whole(&error)))?)
            }
        };
        let settings = &self.settings;
        let (id, secret) =
            (ClientId::new(settings.client.clone()), ClientSecret::new(settings.secret.clone()));
        let client = CoreClient::from_provider_metadata(told.1.clone(), id, Some(secret));
        *known = Some(told);
        Ok(client.set_redirect_uri(self.back.clone()))
    }
}

/// Why a signed answer does not hold.
enum Unsound {
    /// By a key that we do not know (yet).
    Key,
    Other(Refusal),
}

/// Signature, algorithm, issuer, audience, nonce, end, and that the other token belongs to it.
fn checked(
    client: &Client,
    way: &ProviderWay,
    told: &CoreTokenResponse,
) -> Result<CoreIdTokenClaims, Unsound> {
    let other = |cause: &str| Unsound::Other(answer(cause));
    let token = told.id_token().ok_or_else(|| other("id_token"))?;
    let verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
    let claims = token.claims(&verifier, &Nonce::new(way.nonce())).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            Unsound::Key
        }
        error => other(&whole(&error)),
    })?;
    if let Some(expected) = claims.access_token_hash() {
        let (algorithm, key) = (token.signing_alg(), token.signing_key(&verifier));
        let (Ok(algorithm), Ok(key)) = (algorithm, key) else { return Err(other("at_hash")) };
        let hash = AccessTokenHash::from_token(told.access_token(), algorithm, key);
        if hash.ok().as_ref() != Some(expected) {
            return Err(other("at_hash"));
        }
    }
    Ok(claims.clone())
}

/// The same, for the last time.
fn checked_again(
    client: &Client,
    way: &ProviderWay,
    told: &CoreTokenResponse,
) -> Result<CoreIdTokenClaims, Refusal> {
    checked(client, way, told).map_err(|unsound| match unsound {
        Unsound::Key => answer("kid"),
        Unsound::Other(refusal) => refusal,
    })
}

fn silent(cause: &dyn std::fmt::Display) -> Refusal {
    let cause = short(&cause.to_string());
    tracing::warn!(cause, "the provider of identities did not answer");
    Refusal::new("controls/provider-silent").with("cause", cause)
}

/// An error with what caused it.
fn whole(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        told = [told, next.to_string()].join(": ");
        cause = next.source();
    }
    told
}

/// What the library asks with: the one client of the program.
struct Asker(Outbound);

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Failed(String);

impl<'c> AsyncHttpClient<'c> for Asker {
    type Error = Failed;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Failed>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let failed = |refusal: Refusal| Failed(told(&refusal));
            let to = self.0.destination(&request.uri().to_string()).map_err(failed)?;
            let (head, body) = request.into_parts();
            let sent = Sent { method: head.method, to, headers: head.headers, body: body.into() };
            let answer = self.0.send(sent).await.map_err(failed)?;
            let mut response = HttpResponse::new(answer.body.to_vec());
            *response.status_mut() = answer.status;
            *response.headers_mut() = answer.headers;
            Ok(response)
        })
    }
}

/// A refusal of our client, for logs and for whoever runs the installation.
fn told(refusal: &Refusal) -> String {
    let values = refusal.values.iter().map(|(name, value)| format!("{name}={value:?}"));
    [refusal.code.to_owned()].into_iter().chain(values).collect::<Vec<_>>().join(" ")
}
