//! A write asked over the network: one transaction that holds what it says and the answer to it, so that
//! the same request sent twice has the effect of one.

use super::answer::{Answer, Empty};
use super::asked::{ByVersion, Keeping, Once, Told};
use super::{App, Problem};
use crate::fault::Fault;
use crate::rights::{Access, Permit};
use crate::workbench::{Act, Office};
use atelier_domain::language::{Lang, Refusal};
use atelier_store::{KeptAnswer, Tx};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;

/// A write under way.
pub struct Write {
    /// What it is written with.
    pub tx: Tx,
    /// In which company.
    pub office: Office,
    actor: String,
    user: String,
    once: Option<Once>,
    now: Timestamp,
    lang: Lang,
}

impl<T, Q, C: Keeping> Told<T, Q, C> {
    /// Begins to write. A request made before under the same key ends here, with its answer.
    ///
    /// # Errors
    /// The answer given before; `controls/key-used` when the key stood for something else.
    pub async fn begin<P: Permit>(&self, app: &App, access: &Access<P>) -> Result<Write, Problem> {
        Write::begin(app, access, self.once.as_ref(), self.asked.lang()).await
    }
}

impl Write {
    /// Begins to write what was asked under this key, or under none; told in this language.
    ///
    /// # Errors
    /// As [`Told::begin`].
    pub(super) async fn begin<P: Permit>(
        app: &App,
        access: &Access<P>,
        once: Option<&Once>,
        lang: Lang,
    ) -> Result<Self, Problem> {
        let problem = |fault| Problem::of(fault, lang);
        let office = access.who.office.clone();
        let mut tx = app.store.begin(office.scope).await.map_err(|error| problem(error.into()))?;
        let user = access.who.user.id.to_string();
        if let Some(once) = once {
            let before = tx.kept_answer(&user, &once.key).await.map_err(|error| problem(error.into()))?;
            match before {
                Some(kept) if kept.asked == once.asked => return Err(Problem::answered(kept)),
                Some(_) => {
                    let refusal = Refusal::new("controls/key-used").with("key", once.key.as_str());
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return Err(Problem::refused(status, refusal, lang));
                }
                None => {}
            }
        }
        let actor = access.who.user.login.clone();
        Ok(Self { tx, office, actor, user, once: once.cloned(), now: Timestamp::now(), lang })
    }
}

impl<T, Q> Told<T, Q, ByVersion> {
    /// Refuses a writer who saw another version than the one that is there.
    ///
    /// # Errors
    /// `controls/changed-meanwhile`.
    pub fn unchanged(&self, version: i64) -> Result<(), Fault> {
        match self.seen {
            Some(seen) if seen != version => Err(Refusal::new("controls/changed-meanwhile").into()),
            _ => Ok(()),
        }
    }
}

impl Write {
    /// What its facts carry, and what they are said with.
    pub fn parts(&mut self) -> (&mut Tx, &Office, Act<'_>) {
        (&mut self.tx, &self.office, Act { actor: &self.actor, now: self.now, source: "api" })
    }

    /// Makes it last, with its answer.
    ///
    /// # Errors
    /// An incident of the store; nothing was then written.
    pub async fn end<T: Serialize, const STATUS: u16>(
        self,
        answer: Answer<T, STATUS>,
    ) -> Result<Answer<T, STATUS>, Problem> {
        let shown = match answer.status() {
            StatusCode::NO_CONTENT => String::new(),
            _ => serde_json::to_string(&answer.body).unwrap_or_default(),
        };
        self.end_showing(answer, shown).await
    }

    /// The same for an answer with a secret that is shown once: `kept` is what the same request is
    /// answered with when it comes again.
    ///
    /// # Errors
    /// As [`Self::end`].
    pub async fn end_showing<T, const STATUS: u16>(
        mut self,
        answer: Answer<T, STATUS>,
        kept: String,
    ) -> Result<Answer<T, STATUS>, Problem> {
        let lang = self.lang;
        let problem = move |fault| Problem::of(fault, lang);
        if let Some(once) = self.once.take() {
            let kept = KeptAnswer {
                asked: once.asked,
                status: i64::from(answer.status().as_u16()),
                version: answer.version,
                body: kept,
            };
            let at = self.now;
            let done = self.tx.keep_answer(&self.user, &once.key, &kept, at).await;
            done.map_err(|error| problem(error.into()))?;
        }
        self.tx.commit().await.map_err(|error| problem(error.into()))?;
        Ok(answer)
    }

    /// Done, with nothing to show.
    ///
    /// # Errors
    /// As [`Self::end`].
    pub async fn done(self) -> Result<Answer<Empty, 204>, Problem> {
        self.end(super::answer::done()).await
    }
}
