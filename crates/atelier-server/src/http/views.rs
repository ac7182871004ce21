//! Views of a page that somebody keeps, for themselves or for their unit. A view is an address: what it
//! shows is what the rights of its reader give.

use super::{Answer, App, Asked, Done, Keyed, NoBody, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::OwnAccess};
use atelier_domain::language::{Refusal, Refusals};
use atelier_store::View;
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Most views of one user.
const MOST: usize = 200;

/// Of which page.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfPage {
    /// Path of a page; else all.
    pub page: Option<String>,
}

/// Views.
#[derive(Serialize, ToSchema)]
pub struct Views {
    views: Vec<ViewTold>,
}

/// A view.
#[derive(Serialize, ToSchema)]
#[schema(as = View)]
pub struct ViewTold {
    id: String,
    name: String,
    page: String,
    query: String,
    /// The unit that sees it too.
    unit: Option<String>,
    /// Whether it is that of who asks.
    mine: bool,
    /// Name of whose it is.
    owner: String,
}

/// A view to keep.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewAsked {
    /// 1 to 80 characters.
    name: String,
    /// Path of the page, such as `plan`.
    page: String,
    /// What comes after `?`; may be empty.
    #[serde(default)]
    query: String,
    /// One's own unit, to share it.
    #[serde(default)]
    unit: Option<String>,
}

/// My views and those shared with my unit.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked<OfPage>,
) -> Result<Answer<Views>, Problem> {
    let read = async {
        let user = &access.who.user;
        let mut reader = app.store.read(access.who.office.scope).await?;
        let mut views = reader.views(&user.id.to_string(), user.unit.as_deref()).await?;
        views.retain(|view| asked.of.page.as_ref().is_none_or(|page| *page == view.page));
        let users = reader.users().await?;
        let names: HashMap<String, String> =
            users.into_iter().map(|user| (user.id.to_string(), user.name)).collect();
        let told = views.into_iter().map(|view| told(view, &access, &names));
        Ok::<_, Fault>(Views { views: told.collect() })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

fn told(view: View, access: &Access<OwnAccess>, names: &HashMap<String, String>) -> ViewTold {
    ViewTold {
        mine: view.user == access.who.user.id.to_string(),
        owner: names.get(&view.user).cloned().unwrap_or_default(),
        id: view.id,
        name: view.name,
        page: view.page,
        query: view.query,
        unit: Some(view.unit).filter(|unit| !unit.is_empty()),
    }
}

/// Keeps a view under an identity that its owner chose.
///
/// # Errors
/// `controls/unknown-view` for one of somebody else, or an identity that is none; `controls/view-name`,
/// `controls/view-address`, `controls/unknown-unit`, `controls/too-many-views`.
pub async fn keep(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told_: Keyed<ViewAsked>,
) -> Result<Answer<ViewTold>, Problem> {
    let problem = told_.asked.problem();
    let user = &access.who.user;
    let given = told_.asked.id.as_str();
    let unknown = || Refusal::new("controls/unknown-view").with("given", given);
    let id = given.parse::<Uuid>().map_err(|_| problem(unknown().into()))?.to_string();
    let mut write = told_.begin(&app, &access).await?;
    let checked = async {
        let mine = write.tx.views(&user.id.to_string(), None).await?;
        let known = write.tx.view(&id).await?;
        if known.as_ref().is_some_and(|view| view.user != user.id.to_string()) {
            return Err(unknown().into());
        }
        if known.is_none() && mine.len() >= MOST {
            return Err(Refusal::new("controls/too-many-views").with("most", MOST).into());
        }
        let view = checked(&told_.body, id, user.id.to_string(), user.unit.as_deref())?;
        write.tx.keep_view(&view, Timestamp::now()).await?;
        Ok::<_, Fault>(view)
    };
    let view = checked.await.map_err(&problem)?;
    let names = HashMap::from([(user.id.to_string(), user.name.clone())]);
    write.end(Answer::of(told(view, &access, &names))).await
}

fn checked(asked: &ViewAsked, id: String, user: String, own: Option<&str>) -> Result<View, Refusals> {
    let mut refused = Refusals::default();
    let name = asked.name.trim();
    if name.is_empty() || name.chars().count() > 80 {
        refused.push(Refusal::new("controls/view-name").field("name").with("most", 80_i64));
    }
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || "-_/".contains(letter);
    let page_is_fine = (1..=120).contains(&asked.page.len()) && asked.page.chars().all(is_path);
    if !page_is_fine || asked.page.starts_with("//") {
        refused.push(Refusal::new("controls/view-address").field("page"));
    }
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"<>\"\\^`{|}#".contains(letter);
    if asked.query.len() > 1_500 || !asked.query.chars().all(is_plain) {
        refused.push(Refusal::new("controls/view-address").field("query"));
    }
    let unit = asked.unit.as_deref().map(str::trim).unwrap_or_default();
    if !unit.is_empty() && Some(unit) != own {
        refused.push(Refusal::new("controls/unknown-unit").field("unit").with("given", unit));
    }
    let (page, query, unit) = (asked.page.clone(), asked.query.clone(), unit.to_owned());
    refused.or(View { id, user, name: name.to_owned(), page, query, unit })
}

/// Forgets a view of mine.
///
/// # Errors
/// `controls/unknown-view`.
pub async fn forget(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let given = told.asked.id.as_str();
    let mut write = told.begin(&app, &access).await?;
    let user = access.who.user.id.to_string();
    let was_there = write.tx.drop_view(given, &user).await.map_err(|error| problem(error.into()))?;
    if !was_there {
        return Err(problem(Refusal::new("controls/unknown-view").with("given", given).into()));
    }
    write.done().await
}
