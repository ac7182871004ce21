//! The form of an import: its files, in a folder that goes with it.

use crate::http::asked::{Care, Once, Plainly, careful, describe_care, hex, target};
use crate::http::describe::{Asking, Describing};
use crate::http::{App, Asked, Problem};
use crate::workbench::{Bringing, MAPPING_FILE};
use atelier_domain::language::{Lang, Refusal};
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::marker::PhantomData;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use utoipa::{IntoParams, ToSchema};

/// Most bytes of a form with its files.
pub const FORM: usize = 256 * 1024 * 1024;
/// Most files of a form.
const FILES: usize = 32;
/// The mapping among the parts of the form.
const MAPPING: &str = "mapping";

/// How to import.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Importing {
    /// Reads and checks without writing.
    pub dry_run: Option<bool>,
    /// Writes the good rows although others are set aside.
    pub accept_rejects: Option<bool>,
}

impl Importing {
    /// The same, with what is not said.
    pub(super) fn how(&self) -> Bringing {
        let [dry_run, accept_rejects] = [self.dry_run, self.accept_rejects].map(Option::unwrap_or_default);
        Bringing { dry_run, accept_rejects }
    }
}

/// The files of a form, with the headers of a careful writer that `C` honours.
pub struct Form<C = Plainly> {
    pub(super) asked: Asked<Importing>,
    pub(super) folder: TempDir,
    /// In the order of the form, the mapping under its own.
    pub(super) names: Vec<String>,
    /// `Idempotency-Key`, with what it stands for: the address, and each part with its name. How the parts
    /// are bounded in the form may change from one sending to the next.
    pub(super) once: Option<Once>,
    care: PhantomData<C>,
}

impl<C> Form<C> {
    /// The mapping is there.
    ///
    /// # Errors
    /// `app/no-mapping`.
    pub(super) fn mapped(&self) -> Result<(), Refusal> {
        let has = self.names.iter().any(|name| name == MAPPING_FILE);
        has.then_some(()).ok_or_else(|| Refusal::new("app/no-mapping").field(MAPPING))
    }

    /// What facts name as their source: the files, within 200 letters.
    pub(super) fn source(&self) -> String {
        let files: Vec<_> =
            self.names.iter().filter(|name| *name != MAPPING_FILE).map(String::as_str).collect();
        files.join(", ").chars().take(200).collect()
    }
}

/// Shape of the form: a part `mapping` (TOML), and the files that it names, each part with its file name.
#[derive(ToSchema)]
#[allow(dead_code)] // only described
#[schema(as = ImportForm)]
struct FormShape {
    /// The mapping, as TOML.
    mapping: String,
    /// A file that the mapping names.
    files: Vec<String>,
}

impl<C: Care> FromRequest<App> for Form<C> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let asked: Asked<Importing> = Asked::from_request_parts(&mut parts, app).await?;
        let lang = asked.lang();
        let said = careful::<C>(&parts);
        let key = said.map_err(|it| Problem::refused(StatusCode::BAD_REQUEST, it, lang))?.key;
        let mut whole = Sha256::new_with_prefix(target(&parts));
        let request = Request::from_parts(parts, body);
        let form = Multipart::from_request(request, app).await;
        let mut form = form.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
        let folder = TempDir::new().map_err(|error| Problem::of(error.into(), lang))?;
        let mut names = Vec::new();
        loop {
            let next = form.next_field().await;
            let part = next.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
            let Some(part) = part else { break };
            let (name, digest) = keep(part, &folder, lang).await?;
            whole.update([0]);
            whole.update(&name);
            whole.update([0]);
            whole.update(digest.finalize());
            if !names.contains(&name) {
                names.push(name);
            }
            if names.len() > FILES {
                let refusal = Refusal::new("app/too-many-files").with("most", FILES);
                return Err(Problem::refused(StatusCode::UNPROCESSABLE_ENTITY, refusal, lang));
            }
        }
        let once = key.map(|key| Once { key, asked: hex(whole) });
        Ok(Self { asked, folder, names, once, care: PhantomData })
    }
}

impl<C: Care> Asking for Form<C> {
    fn describe(into: &mut Describing) {
        into.query::<Importing>();
        into.form::<FormShape>();
        describe_care::<C>(into);
    }
}

fn unreadable(status: StatusCode, cause: &str, lang: Lang) -> Problem {
    let refusal = match status {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new("controls/body-too-large").with("most", FORM),
        _ => Refusal::new("controls/unreadable-body").with("cause", cause),
    };
    let status = if status.is_client_error() { status } else { StatusCode::BAD_REQUEST };
    Problem::refused(status, refusal, lang)
}

/// Writes a part in the folder; its name and the digest of its bytes. A name that could lead out of it, or
/// hide there, is refused.
async fn keep(mut part: Field<'_>, folder: &TempDir, lang: Lang) -> Result<(String, Sha256), Problem> {
    let name = match (part.name(), part.file_name()) {
        (Some(MAPPING), _) => MAPPING_FILE.to_owned(),
        (_, Some(file)) => file.to_owned(),
        (Some(name), None) => name.to_owned(),
        (None, None) => String::new(),
    };
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | ' ');
    let is_plain = name.chars().all(plain) && !name.starts_with('.') && (1..=120).contains(&name.len());
    if !is_plain || (name == MAPPING_FILE && part.name() != Some(MAPPING)) {
        let refusal = Refusal::new("app/file-name").with("given", name);
        return Err(Problem::refused(StatusCode::UNPROCESSABLE_ENTITY, refusal, lang));
    }
    let incident = |error: std::io::Error| Problem::of(error.into(), lang);
    let mut file = tokio::fs::File::create(folder.path().join(&name)).await.map_err(incident)?;
    let mut digest = Sha256::new();
    loop {
        let chunk = part.chunk().await;
        let chunk = chunk.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
        let Some(chunk) = chunk else { break };
        digest.update(&chunk);
        file.write_all(&chunk).await.map_err(incident)?;
    }
    file.flush().await.map_err(incident)?;
    Ok((name, digest))
}
