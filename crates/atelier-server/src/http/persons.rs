//! Personal data of those at customers: erased, handed over, kept until when; and the gate of the works
//! council.

use super::{Answer, App, Asked, Careful, Document, Keyed, Made, Problem};
use crate::fault::Fault;
use crate::http::talks::letter::LetterText;
use crate::persons::{self, CouncilFile};
use crate::rights::{
    Access,
    permit::{ReadGate, ReadPersons, WriteGate, WritePersons},
};
use atelier_domain::controls::{Due, Ending, Gate, Kept, Leaving, Retention as Rules, Stage, Watch, pass};
use atelier_domain::execution::Ground;
use atelier_domain::language::{Catalogue, Lang, Refusal};
use axum::extract::State;
use axum::http::StatusCode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Most rows of those whose term is over.
const MOST: usize = 200;

/// Why somebody is erased.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureAsked {
    /// `request`, `objection`, `retention`, `mistake`.
    reason: String,
}

/// An erasure.
#[derive(Serialize, ToSchema)]
#[schema(as = Erasure)]
pub struct ErasureTold {
    person: Uuid,
    reason: &'static str,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Whether the database's own log was emptied at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    log_emptied: Option<bool>,
}

/// Erases somebody: their key is destroyed, what is shown of them is gone; it cannot be taken back.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-reason`, `execution/person-erased`.
pub async fn erase(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<ErasureAsked>,
) -> Result<Answer<ErasureTold>, Problem> {
    let problem = told.asked.problem();
    let person = persons::identity(&told.asked.id).map_err(|refusal| problem(refusal.into()))?;
    let reason = persons::reason(&told.body.reason).map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let on = access.who.office.today();
    let (tx, _, act) = write.parts();
    persons::erase_in(tx, person, (reason, on), &act).await.map_err(&problem)?;
    let shown = ErasureTold { person: person.0, reason: reason.code(), on, log_emptied: None };
    let mut answer = write.end(Answer::of(shown)).await?;
    answer.body.log_emptied = app
        .store
        .empty_log()
        .await
        .inspect_err(|error| {
            tracing::warn!(error = error.to_string(), "the log of the database was not emptied");
        })
        .ok();
    Ok(answer)
}

/// Everything known of somebody, as a ZIP archive to be handed to them.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn package(
    State(app): State<App>,
    access: Access<ReadPersons>,
    asked: Asked,
) -> Result<Document, Problem> {
    let problem = asked.problem();
    let person = persons::identity(&asked.id).map_err(|refusal| problem(refusal.into()))?;
    let office = &access.who.office;
    let bytes = persons::package(&app, office, person, office.today()).await.map_err(problem)?;
    Ok(Document { media: "application/zip", name: format!("{person}.zip"), bytes })
}

/// Until which day.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RetentionAsked {
    /// Those due on or before that day; else today.
    #[param(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
}

/// Somebody whose term is over.
#[derive(Serialize, ToSchema)]
#[schema(as = Due)]
pub struct DueTold {
    person: Uuid,
    name: String,
    /// Under which rule: `prospect`, `customer`.
    kept: &'static str,
    /// Counted from.
    #[schema(value_type = String, format = Date)]
    base: Date,
    /// The end of their term.
    #[schema(value_type = String, format = Date)]
    due: Date,
    /// `to-ask`: to be asked once whether they want to stay; `asked`: without an answer yet; `over`: to leave.
    stage: &'static str,
    /// The day they were asked.
    #[schema(value_type = Option<String>, format = Date)]
    asked_on: Option<Date>,
    /// The first day on which silence is a no, while it is waited for.
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Whether they said no.
    refused: bool,
}

fn told_of(one: Due) -> Option<DueTold> {
    let (clock, stage) = (one.clock?, one.stage);
    let until = if let Stage::Asked { until, .. } = stage { Some(until) } else { None };
    Some(DueTold {
        person: one.contact.id.0,
        name: one.contact.name,
        kept: clock.kept.code(),
        base: clock.base,
        due: clock.due,
        stage: stage.code(),
        asked_on: stage.asked_on(),
        until,
        refused: matches!(stage, Stage::Over { refused: true, .. }),
    })
}

/// What ending the terms would do.
#[derive(Serialize, ToSchema)]
#[schema(as = TermsEnd)]
pub struct EndTold {
    /// Those too who were never asked.
    unasked: bool,
    /// What those archived are kept for.
    ground: &'static str,
    /// How many go to the archive apart.
    archived: usize,
    /// How many are erased.
    erased: usize,
}

/// Those whose term is over.
#[derive(Serialize, ToSchema)]
pub struct Retention {
    #[schema(value_type = String, format = Date)]
    until: Date,
    /// How many.
    count: usize,
    /// How many of them are to leave: they said no, or nothing.
    over: usize,
    /// How many are to be asked.
    to_ask: usize,
    /// How many are to be erased from the archive apart.
    archived: usize,
    /// What ending the terms would do, as it may be asked for.
    ends: Vec<EndTold>,
    /// The first 200, those due first.
    rows: Vec<DueTold>,
}

/// Those whose term is over; nobody is erased by asking.
///
/// # Errors
/// An incident.
pub async fn retention(
    State(app): State<App>,
    access: Access<ReadPersons>,
    asked: Asked<RetentionAsked>,
) -> Result<Answer<Retention>, Problem> {
    let office = &access.who.office;
    let until = asked.of.until.unwrap_or_else(|| office.today());
    let read = async {
        let mut reader = app.store.read(office.scope).await?;
        let due = persons::due_in(&mut reader, office, until).await?;
        Ok::<_, Fault>((due, reader.archives().await?))
    };
    let (due, archives) = read.await.map_err(asked.problem())?;
    let ends = [false, true].into_iter().flat_map(|unasked| Ground::ALL.iter().map(move |it| (unasked, *it)));
    let (mut archived, mut told) = (0, Vec::new());
    for (unasked, ground) in ends {
        let leaving = Leaving::of(&due, &archives, Ending { until, unasked, ground });
        archived = leaving.archived.len();
        let (kept, erased) = (leaving.kept(), leaving.erased());
        told.push(EndTold { unasked, ground: ground.code(), archived: kept, erased });
    }
    let mut rows: Vec<_> = due.into_iter().filter_map(told_of).filter(|one| one.due <= until).collect();
    let count = rows.len();
    let at = |stage: &str| rows.iter().filter(|one| one.stage == stage).count();
    let (over, to_ask) = (at("over"), at("to-ask"));
    rows.truncate(MOST);
    Ok(Answer::of(Retention { until, count, over, to_ask, archived, ends: told, rows }))
}

/// Whose term is over.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndingAsked {
    /// How many people the list says are to leave, for the archive or for ever: as many do, or nobody.
    count: usize,
    /// Those too who were never asked whether they want to stay.
    #[serde(default)]
    unasked: bool,
    /// What those are kept for in the archive apart with whose firm something was concluded: `contract`, else
    /// `accounts`.
    #[serde(default)]
    ground: Option<String>,
}

/// Those who left.
#[derive(Serialize, ToSchema)]
pub struct Ended {
    /// How many are erased.
    erased: usize,
    /// How many are in the archive apart.
    archived: usize,
}

/// Archives or erases those whose term is over today, each in a fact of their own.
///
/// # Errors
/// `controls/terms-changed`, `execution/unknown-choice`.
pub async fn end_terms(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<EndingAsked>,
) -> Result<Answer<Ended>, Problem> {
    let problem = told.asked.problem();
    let ground = told.body.ground.as_deref().map_or(Ok(Ground::Contract), persons::ground);
    let ground = ground.map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let until = access.who.office.today();
    let ending = Ending { until, unasked: told.body.unasked, ground };
    let (tx, office, act) = write.parts();
    let leaving = persons::leaving(tx, office, ending).await.map_err(&problem)?;
    let (erased, archived) = (leaving.erased(), leaving.kept());
    if erased + archived != told.body.count {
        let refusal = Refusal::new("controls/terms-changed").field("count");
        let refusal = refusal.with("given", told.body.count).with("count", erased + archived);
        return Err(Problem::refused(StatusCode::CONFLICT, refusal, told.asked.lang()));
    }
    persons::close_in(tx, &leaving, (ending, until), &act).await.map_err(&problem)?;
    let answer = write.end(Answer::of(Ended { erased, archived })).await?;
    if let Err(error) = app.store.empty_log().await {
        tracing::warn!(error = error.to_string(), "the log of the database was not emptied");
    }
    Ok(answer)
}

/// The question whether somebody wants to stay, as a letter in both languages, and where they stand.
#[derive(Serialize, ToSchema)]
#[schema(as = Question)]
pub struct QuestionTold {
    fr: LetterText,
    en: LetterText,
    /// Mail address of who it is for; none when they must not be written to.
    to: Option<String>,
    /// That they must not be written to, and why.
    barred: Option<String>,
    /// Language to speak to them, when it is known.
    language: Option<String>,
    /// `running`, `to-ask`, `asked`, `over`.
    stage: &'static str,
    /// The day they were asked.
    #[schema(value_type = Option<String>, format = Date)]
    asked_on: Option<Date>,
    /// The first day on which silence is a no.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

/// The draft of the question whether somebody wants to stay; nothing is sent.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn question(
    State(app): State<App>,
    access: Access<ReadPersons>,
    asked: Asked,
) -> Result<Answer<QuestionTold>, Problem> {
    let problem = asked.problem();
    let person = persons::identity(&asked.id).map_err(|refusal| problem(refusal.into()))?;
    let office = &access.who.office;
    let words = Catalogue::of(asked.lang());
    let drawn = persons::question(&app, office, person, (office.today(), words)).await.map_err(&problem)?;
    let letter = |lang| {
        let [subject, body] = drawn.letter(Catalogue::of(lang));
        LetterText { subject, body }
    };
    let (fr, en) = (letter(Lang::Fr), letter(Lang::En));
    let (contact, stage) = (drawn.due.contact, drawn.due.stage);
    Ok(Answer::of(QuestionTold {
        fr,
        en,
        to: contact.mail.filter(|_| drawn.barred.is_none()),
        barred: drawn.barred,
        language: contact.language,
        stage: stage.code(),
        asked_on: stage.asked_on(),
        until: drawn.until,
    }))
}

/// That somebody was asked.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskingAsked {
    /// `mail`, `phone`, `message`, `post`, `visit`.
    channel: String,
    /// The day; else today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Date>,
}

/// That somebody was asked whether they want to stay.
#[derive(Serialize, ToSchema)]
#[schema(as = Asking)]
pub struct AskingTold {
    person: Uuid,
    #[schema(value_type = String, format = Date)]
    on: Date,
    channel: &'static str,
    /// The first day on which silence is a no.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

/// Writes down that somebody was asked whether they want to stay: once, at the end of their term.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`, `controls/asking-in-the-future`,
/// `controls/asking-in-progress`, `controls/asking-too-soon`, `controls/asked-already`.
pub async fn ask(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<AskingAsked>,
) -> Result<Made<AskingTold>, Problem> {
    let problem = told.asked.problem();
    let person = persons::identity(&told.asked.id).map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let today = access.who.office.today();
    let asked = (told.body.channel.as_str(), told.body.on.unwrap_or(today), today);
    let (tx, office, act) = write.parts();
    let asking = persons::ask_in(tx, office, person, asked, &act).await.map_err(problem)?;
    let until = Rules::shipped().due(Kept::Question, asking.on);
    let shown = AskingTold { person: person.0, on: asking.on, channel: asking.channel.code(), until };
    write.end(Answer::of(shown)).await
}

/// The gate of the works council, and what is behind it.
#[derive(Serialize, ToSchema)]
#[schema(as = Gate)]
pub struct GateTold {
    open: bool,
    /// The day of the consultation, once recorded.
    #[schema(value_type = Option<String>, format = Date)]
    consulted_on: Option<Date>,
    /// Where the proof is.
    proof: Option<String>,
    /// What is behind it.
    watches: Vec<&'static str>,
}

impl GateTold {
    fn of(gate: Option<Gate>, today: Date) -> Self {
        let open = pass(gate.as_ref(), today).is_ok();
        let consulted_on = gate.as_ref().map(|gate| gate.consulted_on);
        let watches = Watch::ALL.map(Watch::code).to_vec();
        Self { open, consulted_on, proof: gate.map(|gate| gate.proof), watches }
    }
}

/// Whether the gate is open.
///
/// # Errors
/// An incident.
pub async fn gate(
    State(app): State<App>,
    access: Access<ReadGate>,
    asked: Asked,
) -> Result<Answer<GateTold>, Problem> {
    let office = &access.who.office;
    let read = async { persons::gate_in(&mut app.store.read(office.scope).await?).await };
    let (gate, version) = read.await.map_err(asked.problem())?;
    Ok(Answer::of(GateTold::of(gate, office.today())).at(version))
}

/// The file for the works council: what is kept of those who work here.
///
/// # Errors
/// An incident.
pub async fn council(
    State(app): State<App>,
    access: Access<ReadGate>,
    asked: Asked,
) -> Result<Answer<CouncilFile>, Problem> {
    let office = &access.who.office;
    let file = persons::council(&app, office, (office.today(), asked.lang())).await;
    Ok(Answer::of(file.map_err(asked.problem())?))
}

/// The same as a document to print.
///
/// # Errors
/// An incident.
pub async fn council_document(
    State(app): State<App>,
    access: Access<ReadGate>,
    asked: Asked,
) -> Result<Document, Problem> {
    let (office, lang) = (&access.who.office, asked.lang());
    let file = persons::council(&app, office, (office.today(), lang)).await.map_err(asked.problem())?;
    let name = if lang == Lang::Fr { "dossier-cse.html" } else { "works-council.html" }.to_owned();
    Ok(Document { media: "text/html; charset=utf-8", name, bytes: file.document(lang).into_bytes() })
}

/// That the works council was consulted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GateAsked {
    /// The day of the consultation.
    #[schema(value_type = String, format = Date)]
    consulted_on: Date,
    /// Where the proof is, in a few words.
    #[schema(max_length = 200)]
    proof: String,
}

/// Records that the works council was consulted.
///
/// # Errors
/// `controls/changed-meanwhile`, `controls/gate-in-the-future`, `controls/gate-no-proof`.
pub async fn record_gate(
    State(app): State<App>,
    access: Access<WriteGate>,
    told: Careful<GateAsked>,
) -> Result<Answer<GateTold>, Problem> {
    let problem = told.asked.problem();
    let mut write = told.begin(&app, &access).await?;
    let before = persons::gate_in(&mut write.tx).await.map_err(&problem)?;
    told.unchanged(before.1).map_err(&problem)?;
    let today = access.who.office.today();
    let gate = Gate { consulted_on: told.body.consulted_on, proof: told.body.proof.clone() };
    let (tx, office, act) = write.parts();
    persons::record_in(tx, office, gate, today, &act).await.map_err(&problem)?;
    let (gate, version) = persons::gate_in(&mut write.tx).await.map_err(problem)?;
    write.end(Answer::of(GateTold::of(gate, today)).at(version)).await
}
