//! What people at customers agreed to and object to, and whether they may be contacted.

use super::contacts::{find, unknown};
use super::{Rows, hidden};
use crate::http::{Answer, App, Asked, Keyed, Made, Problem};
use crate::persons::{Said, asked_choice, said_in};
use crate::rights::{
    Access, Permit,
    permit::{ReadAccounts, WriteConsents},
};
use atelier_domain::execution::{Channel, Consent, ContactAim, may_contact};
use atelier_domain::language::{Catalogue, ContactId};
use atelier_store::Reader;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What somebody said of one channel for one purpose.
#[derive(Serialize, ToSchema)]
#[schema(as = Consent)]
pub struct ConsentTold {
    /// `mail`, `phone`, `message`, `post`, `visit`.
    channel: &'static str,
    /// `prospecting`, `contract`, `survey`.
    aim: &'static str,
    /// `agreed` or `objected`.
    choice: &'static str,
    /// The day they said it.
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// How it was said and where the proof is.
    source: String,
}

impl From<Consent> for ConsentTold {
    fn from(said: Consent) -> Self {
        let Consent { channel, aim, choice, on, source, .. } = said;
        Self { channel: channel.code(), aim: aim.code(), choice: choice.code(), on, source }
    }
}

/// The person asked for, when they are within reach.
async fn there<P: Permit>(
    app: &App,
    access: &Access<P>,
    asked: &Asked<impl Sized>,
) -> Result<(Reader, ContactId), Problem> {
    let problem = asked.problem();
    let id: ContactId = asked.id.parse().map_err(|_| problem(unknown(&asked.id).into()))?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    match find(&mut reader, access, id).await.map_err(&problem)? {
        (Some(_), true) => Ok((reader, id)),
        (found, _) => {
            drop(reader);
            Err(hidden(app, access, found.is_some(), unknown(&asked.id), asked.lang()).await)
        }
    }
}

/// What they said last of each channel and purpose.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<Rows<ConsentTold>>, Problem> {
    let (mut reader, id) = there(&app, &access, &asked).await?;
    let said = reader.consents_of(id).await.map_err(|error| asked.problem()(error.into()))?;
    Ok(Answer::of(Rows { rows: said.into_iter().map(ConsentTold::from).collect(), next: None }))
}

/// What somebody said, to be written down.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentDraft {
    /// `mail`, `phone`, `message`, `post`, `visit`; every one of them when none is given.
    #[serde(default)]
    channels: Vec<String>,
    /// `prospecting`, `contract`, `survey`; every one of them when none is given.
    #[serde(default)]
    aims: Vec<String>,
    /// `agreed` or `objected`.
    choice: String,
    /// The day they said it; else today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Date>,
    /// How it was said and where the proof is, in a few words.
    #[schema(max_length = 200)]
    source: String,
}

/// Writes down what somebody said, in one fact; what was written, a row for each channel and purpose.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`, `execution/consent-no-source`,
/// `execution/consent-in-the-future`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteConsents>,
    mut told: Keyed<ConsentDraft>,
) -> Result<Made<Rows<ConsentTold>>, Problem> {
    let problem = told.asked.problem();
    // Out of reach is told before the company's turn is taken: the journal of it is a write of its own.
    let (reader, id) = there(&app, &access, &told.asked).await?;
    drop(reader);
    let mut write = told.begin(&app, &access).await?;
    let today = access.who.office.today();
    let ConsentDraft { channels, aims, choice, on, source } = std::mem::take(&mut told.body);
    let said = Said { channels, aims, choice, on: on.unwrap_or(today), source };
    let (tx, office, act) = write.parts();
    let said = said_in(tx, office, id, (&said, today), &act).await.map_err(problem)?;
    let rows = said.into_iter().map(ConsentTold::from).collect();
    write.end(Answer::of(Rows { rows, next: None })).await
}

/// By which ways, for which purposes, on which day.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReachAsked {
    /// One channel; else every one.
    pub channel: Option<String>,
    /// One purpose; else every one.
    pub aim: Option<String>,
    /// The day; else today.
    #[param(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
}

/// Whether somebody may be contacted one way for one purpose, and why.
#[derive(Serialize, ToSchema)]
#[schema(as = Reach)]
pub struct ReachTold {
    /// `mail`, `phone`, `message`, `post`, `visit`.
    channel: &'static str,
    /// `prospecting`, `contract`, `survey`.
    aim: &'static str,
    allowed: bool,
    /// `objected`, `needs-consent`, `agreed`, `interest`, `contract`.
    reason: &'static str,
    /// The reason, as a sentence.
    told: String,
}

/// Whether somebody may be contacted, by channel and purpose.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`.
pub async fn reach(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked<ReachAsked>,
) -> Result<Answer<Rows<ReachTold>>, Problem> {
    let problem = asked.problem();
    let (mut reader, id) = there(&app, &access, &asked).await?;
    let ReachAsked { channel, aim, on } = &asked.of;
    let channels = match channel {
        Some(given) => vec![
            asked_choice(given, "channel", Channel::ALL, Channel::code).map_err(|it| problem(it.into()))?,
        ],
        None => Channel::ALL.to_vec(),
    };
    let aims = match aim {
        Some(given) => vec![
            asked_choice(given, "aim", ContactAim::ALL, ContactAim::code).map_err(|it| problem(it.into()))?,
        ],
        None => ContactAim::ALL.to_vec(),
    };
    let said = reader.consents_of(id).await.map_err(|error| problem(error.into()))?;
    let day = on.unwrap_or_else(|| access.who.office.today());
    let words = Catalogue::of(asked.lang());
    let told = |channel: Channel, aim: ContactAim| {
        let reach = may_contact(&said, channel, aim, day);
        ReachTold {
            channel: channel.code(),
            aim: aim.code(),
            allowed: reach.allowed(),
            reason: reach.code(),
            told: reach.words(words),
        }
    };
    let of_channel = |channel| aims.iter().map(move |aim| (channel, *aim));
    let rows = channels.into_iter().flat_map(of_channel).map(|(channel, aim)| told(channel, aim)).collect();
    Ok(Answer::of(Rows { rows, next: None }))
}
