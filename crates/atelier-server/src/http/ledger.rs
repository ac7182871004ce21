//! Facts as they were said, and their proofs.

use super::market::{Rows, rows_asked};
use super::{Answer, App, Asked, Document, Problem};
use crate::fault::Fault;
use crate::persons;
use crate::rights::{Access, permit::ReadFacts};
use atelier_domain::controls::Register;
use atelier_domain::language::Refusal;
use atelier_store::proofs::{Content, Subject};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A fact, without what it says.
#[derive(Serialize, ToSchema)]
#[schema(as = Fact)]
pub struct FactTold {
    /// Its number in the ledger of the company.
    number: i64,
    id: String,
    /// Who said it; nothing for who does not guard the ledger and did not say it, until the works council was consulted.
    actor: Option<String>,
    recorded: String,
    /// `performance`, `control`, `pay`, `upkeep`.
    purpose: String,
    act: String,
    /// The fact it corrects or undoes.
    corrects: Option<String>,
    source: String,
    /// Rows it says.
    rows: i64,
}

/// From which fact on.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FactsAsked {
    /// The `next` of the page before: a number; facts come in the order of their numbers.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

/// A page of the facts of the company, without what they say.
///
/// # Errors
/// `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadFacts>,
    asked: Asked<FactsAsked>,
) -> Result<Answer<Rows<FactTold>>, Problem> {
    let read = async {
        let limit = rows_asked(asked.of.limit)?;
        let after = asked.of.after.as_deref().unwrap_or("0");
        let unreadable = || Refusal::new("app/unreadable-page").with("given", after);
        let after: i64 = after.parse().map_err(|_| unreadable())?;
        let (office, user) = (&access.who.office, &access.who.user);
        let shows = persons::shows_others(&app, office, user).await?;
        let mut reader = app.store.read(office.scope).await?;
        Ok::<_, Fault>((reader.facts_after(after, limit).await?, limit, shows))
    };
    let (facts, limit, shows) = read.await.map_err(asked.problem())?;
    let next = facts.last().filter(|_| facts.len() as i64 == limit).map(|last| last.number.to_string());
    let told = |fact: atelier_store::FactHead| FactTold {
        number: fact.number,
        id: fact.id,
        actor: Some(fact.actor).filter(|actor| shows || *actor == access.who.user.login),
        recorded: fact.recorded.to_string(),
        purpose: fact.purpose,
        act: fact.act,
        corrects: fact.corrects,
        source: fact.source,
        rows: fact.rows,
    };
    Ok(Answer::of(Rows { rows: facts.into_iter().map(told).collect(), next }))
}

/// A file that shows what the ledger says of a fact (its number) or an object (its identity), to be checked by anyone.
///
/// Of a row whose kind its reader may not read for the whole company, it holds the hash and not what the row says:
/// what was captured for one purpose is not read under the right to see proofs. The author of a fact is shown as in the
/// list. Each proof is in the access journal.
///
/// # Errors
/// `ledger/no-such-subject`, `ledger/not-sealed`.
pub async fn proof(
    State(app): State<App>,
    access: Access<ReadFacts>,
    asked: Asked,
) -> Result<Document, Problem> {
    let read = async {
        let nothing = || Refusal::new("ledger/no-such-subject").with("given", asked.id.as_str());
        let subject = match (asked.id.parse(), asked.id.parse()) {
            (Ok(number), _) => Subject::Fact(number),
            (_, Ok(id)) => Subject::Id(id),
            _ => return Err(Fault::from(nothing())),
        };
        let (office, user) = (&access.who.office, &access.who.user);
        let shows_others = persons::shows_others(&app, office, user).await?;
        let shows = |content: Content<'_>| match content {
            Content::Author(actor) => shows_others || actor == user.login,
            Content::Row(kind) => Register::shipped().shows(kind, |one| access.who.reach(one)),
        };
        let mut reader = app.store.read(office.scope).await?;
        Ok(reader.proof_file_for(&[subject], shows).await?.text)
    };
    let text = read.await.map_err(asked.problem())?;
    access.noted(&app, &format!("/api/facts/{}/proof", asked.id)).await;
    Ok(Document { media: "text/plain; charset=utf-8", name: "atelier.proof".to_owned(), bytes: text.into() })
}

/// The newest signed checkpoint of the company.
///
/// # Errors
/// `ledger/not-sealed`.
pub async fn checkpoint(
    State(app): State<App>,
    access: Access<ReadFacts>,
    asked: Asked,
) -> Result<Document, Problem> {
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        Ok::<_, Fault>(reader.checkpoint().await?.note)
    };
    let note = read.await.map_err(asked.problem())?;
    Ok(Document { media: "text/plain; charset=utf-8", name: "checkpoint.txt".to_owned(), bytes: note.into() })
}
