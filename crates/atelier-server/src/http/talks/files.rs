//! Files that prove something: added to an order, listed, given back as they came, taken away.

use super::{FileTold, hidden, reaches_any};
use crate::fault::Fault;
use crate::http::describe::{Answering, Describing};
use crate::http::market::{self, Sight};
use crate::http::orders::find;
use crate::http::{Answer, App, Asked, Body, Done, Keyed, Made, NoBody, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadDay, WriteOrders},
};
use atelier_domain::execution::{ActionOrder, EvidenceFile, FileOf};
use atelier_domain::language::{AccountId, ContactId, FileId, Lang, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, sha256};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// How a file is called, and whom it is about.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FileNamed {
    /// Its name.
    pub name: Option<String>,
    /// Whom it is about: it is erased with them.
    pub contact: Option<Uuid>,
}

/// The bytes of a file, with the type that they are declared to be.
pub struct Bytes {
    media: String,
    bytes: Vec<u8>,
}

impl Body for Bytes {
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, String> {
        let media = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        Ok(Self { media: media.unwrap_or_default().to_owned(), bytes: bytes.to_vec() })
    }
    fn describe(into: &mut Describing) {
        into.body_file();
    }
}

/// Adds a file to an order. The same bytes again are the same file.
///
/// # Errors
/// `app/unknown-order`, `controls/body-too-large`, `execution/file-type`, `execution/file-empty`, `execution/file-name`,
/// `execution/unknown-contact`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<Bytes, FileNamed>,
) -> Result<Made<FileTold>, Problem> {
    let problem = told.asked.problem();
    let (_, planned, _) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let order = &planned.order;
    let person = told.asked.of.contact.map(ContactId);
    let account = about(&app, &access, (order, person), told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let (tx, office, act) = write.parts();
        let of = FileOf { tenant: office.tenant, order: order.id, case: order.case, account, person };
        let Bytes { media, bytes } = &told.body;
        let name = told.asked.of.name.as_deref().unwrap_or_default();
        let by = (act.now.as_microsecond(), act.actor);
        let file = EvidenceFile::checked(of, (name, media), (bytes, sha256(bytes)), by)?;
        if let Some((there, version)) = tx.file_at(file.id).await?.filter(|(there, _)| !there.removed) {
            return Ok((there, version));
        }
        tx.keep_file_bytes(file.id, bytes.clone()).await?;
        let row = Content::File(file.clone()).row(office.tenant)?;
        let version = tx.append(&act.fact("execution/add-file", Purpose::Performance, vec![row])).await?;
        Ok((file, version))
    };
    let (file, version) = kept.await.map_err(problem)?;
    write.end(Answer::of(FileTold::from(&file)).at(version)).await
}

/// The firm of an order, when whom its file is about is known there, or at a firm that who asks sees.
async fn about(
    app: &App,
    access: &Access<WriteOrders>,
    (order, person): (&ActionOrder, Option<ContactId>),
    lang: Lang,
) -> Result<Option<AccountId>, Problem> {
    let read = async {
        let sight = Sight::of(app, access).await?;
        let mut reader = app.store.read(access.who.office.scope).await?;
        let account = match order.case {
            Some(case) => reader.case(case).await?.and_then(|case| case.account),
            None => None,
        };
        let Some(id) = person else { return Ok::<_, Fault>((account, None, true)) };
        let found = reader.contact(id).await?;
        let is_seen = match &found {
            Some(found) => sight.sees_contact(&mut reader, found, account).await?,
            None => false,
        };
        Ok((account, found, is_seen))
    };
    let (account, found, is_seen) = read.await.map_err(|fault| Problem::of(fault, lang))?;
    if is_seen {
        return Ok(account);
    }
    let given = person.map(|id| id.to_string()).unwrap_or_default();
    let unknown = Refusal::new("execution/unknown-contact").field("contact").with("given", given);
    Err(market::hidden(app, access, found.is_some(), unknown, lang).await)
}

/// Files of an order.
#[derive(Serialize, ToSchema)]
pub struct FilesTold {
    files: Vec<FileTold>,
}

/// The files of an order that are still there.
///
/// # Errors
/// `app/unknown-order`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<FilesTold>, Problem> {
    let (_, planned, _) = find(&app, &access, &asked.id, asked.lang()).await?;
    let read = async {
        let files = app.store.read(access.who.office.scope).await?.files_of_order(planned.order.id).await?;
        Ok::<_, Fault>(files.iter().map(FileTold::from).collect())
    };
    Ok(Answer::of(FilesTold { files: read.await.map_err(asked.problem())? }))
}

/// A file that is still there, when its order is within reach.
async fn file<P: Permit>(
    app: &App,
    access: &Access<P>,
    given: &str,
    lang: Lang,
) -> Result<EvidenceFile, Problem> {
    let office = &access.who.office;
    let read = async {
        let Ok(id) = given.parse::<FileId>() else { return Ok::<_, Fault>((None, false)) };
        let mut reader = app.store.read(office.scope).await?;
        let found = reader.file_at(id).await?.map(|(file, _)| file).filter(|file| !file.removed);
        let Some(found) = found else { return Ok((None, false)) };
        let people = reader.order(found.order.0).await?.map(|order| order.people).unwrap_or_default();
        let frame = app.frame(office).await?;
        // What was added to an order that nobody has yet is seen by who added it.
        let is_mine = found.by == access.who.user.login;
        let is_within = is_mine || reaches_any(&frame, access, &people);
        Ok((Some(found), is_within))
    };
    match read.await.map_err(|fault| Problem::of(fault, lang))? {
        (Some(found), true) => Ok(found),
        (found, _) => {
            Err(hidden(app, access, found.is_some(), ("execution/unknown-file", given), lang).await)
        }
    }
}

/// A file given back as it came: to be kept, never shown or run by a browser.
pub struct Kept {
    file: EvidenceFile,
    bytes: Vec<u8>,
}

impl IntoResponse for Kept {
    fn into_response(self) -> Response {
        let mut response = Response::new(axum::body::Body::from(self.bytes));
        let media = HeaderValue::try_from(self.file.media);
        let plain = HeaderValue::from_static("application/octet-stream");
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, media.unwrap_or(plain));
        let name = percent(&self.file.name);
        let attached = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}"));
        headers
            .insert(header::CONTENT_DISPOSITION, attached.unwrap_or(HeaderValue::from_static("attachment")));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers
            .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
        response
    }
}

impl Answering for Kept {
    fn describe(into: &mut Describing) {
        into.answer_file();
    }
}

/// A name as headers write it. Source: RFC 8187.
fn percent(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_~".contains(&byte);
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The bytes of a file.
///
/// # Errors
/// `execution/unknown-file`.
pub async fn one(State(app): State<App>, access: Access<ReadDay>, asked: Asked) -> Result<Kept, Problem> {
    let file = file(&app, &access, &asked.id, asked.lang()).await?;
    let read = async {
        let bytes = app.store.read(access.who.office.scope).await?.file_bytes(&file).await?;
        Ok::<_, Fault>(bytes)
    };
    let bytes = read.await.map_err(asked.problem())?;
    Ok(Kept { file, bytes })
}

/// Takes a file away: its bytes are gone; that there was one stays said.
///
/// # Errors
/// `execution/unknown-file`.
pub async fn remove(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let file = file(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let (tx, office, act) = write.parts();
        let row = Content::File(EvidenceFile { removed: true, ..file }).row(office.tenant)?;
        tx.append(&act.fact("execution/remove-file", Purpose::Performance, vec![row])).await?;
        Ok::<_, Fault>(())
    };
    kept.await.map_err(problem)?;
    write.done().await
}
