//! The give-back meter: minutes entered against minutes given back. One's own, or the sum of the company for who
//! sees all of it; never one person's to another.

use crate::fault::Fault;
use crate::http::orders::moment;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, Permit, permit::ReadDay};
use atelier_domain::controls::Reach;
use atelier_domain::execution::{GiveBack, give_back};
use atelier_domain::language::{Args, Catalogue, Lang, Period};
use axum::extract::State;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Days of the meter when nothing is asked.
const DAYS: i64 = 30;

/// Over which days.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GiveBackAsked {
    /// First day; else thirty days before the last.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Last day; else today.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
}

/// One thing that gives time back.
#[derive(Serialize, ToSchema)]
pub struct GiveBackLine {
    /// `sheets`, `letters`.
    code: &'static str,
    count: usize,
    minutes: i64,
    text: String,
    /// How it is counted.
    method: String,
}

/// Minutes entered against minutes given back.
#[derive(Serialize, ToSchema)]
#[schema(as = GiveBack)]
pub struct GiveBackTold {
    entered_minutes: i64,
    returned_minutes: i64,
    captures: usize,
    /// Captures whose time was measured; the others count for a minute.
    measured: usize,
    lines: Vec<GiveBackLine>,
    method: String,
    /// Whether it is the sum of the company.
    whole: bool,
}

/// What a seller used, counted once a day; what cannot be counted is told to the operator and stops nothing.
pub(super) async fn used<P: Permit>(app: &App, access: &Access<P>, today: Date, what: &str, object: &str) {
    let user = access.who.user.id.to_string();
    let counted = app.store.used(access.who.office.tenant, (&user, today), (what, object)).await;
    if let Err(error) = counted {
        tracing::error!(error = error.to_string(), what, "use not counted");
    }
}

/// The meter.
///
/// # Errors
/// `app/no-plan`.
pub async fn meter(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<GiveBackAsked>,
) -> Result<Answer<GiveBackTold>, Problem> {
    let office = &access.who.office;
    let whole = access.reach == Reach::All;
    let read = async {
        let today = moment(office, &*app.frame(office).await?)?.date();
        let last = asked.of.to.unwrap_or(today);
        let first = asked.of.from.unwrap_or(last.saturating_sub(DAYS.days()));
        let period = Period { first, after: last.saturating_add(1.day()) };
        let mut reader = app.store.read(office.scope).await?;
        let login = access.who.user.login.as_str();
        let mut captures = reader.conversations_since(first).await?;
        captures.retain(|one| one.held_on <= last && (whole || one.by == login));
        let id = access.who.user.id.to_string();
        let user = (!whole).then_some(id.as_str());
        let sheets = reader.uses(user, period, "sheet").await?;
        let letters = reader.uses(user, period, "letter").await?;
        Ok::<_, Fault>(give_back(&captures, &sheets, &letters))
    };
    let meter = read.await.map_err(asked.problem())?;
    Ok(Answer::of(told(&meter, whole, asked.lang())))
}

fn told(meter: &GiveBack, whole: bool, lang: Lang) -> GiveBackTold {
    let words = Catalogue::of(lang);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let line = |code: &'static str, number: usize, minutes: i64, text: &str, method: &str| GiveBackLine {
        code,
        count: number,
        minutes,
        text: words.text(text, &Args::new().with_count("count", count(number))),
        method: words.plain(method),
    };
    let args = Args::new()
        .with_count("captures", count(meter.captures))
        .with_count("measured", count(meter.measured));
    GiveBackTold {
        entered_minutes: meter.entered_minutes,
        returned_minutes: meter.returned_minutes(),
        captures: meter.captures,
        measured: meter.measured,
        lines: vec![
            line(
                "sheets",
                meter.sheets,
                meter.sheet_minutes,
                "execution-give-back-sheets",
                "execution-give-back-sheet-method",
            ),
            line(
                "letters",
                meter.letters,
                meter.letter_minutes,
                "execution-give-back-letters",
                "execution-give-back-letter-method",
            ),
        ],
        method: words.text("execution-give-back-method", &args),
        whole,
    }
}
