//! Indicators planned against actual, each with its definition.

use super::behind::Sight;
use super::{Desk, told};
use crate::fault::Fault;
use crate::http::moves::apart;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadIndicators};
use atelier_domain::insight::{Definition, Dictionary, Followed, Measured, Occurrence, Plans, occurrences};
use atelier_domain::language::{Catalogue, Currency, Minutes, Money, Period, PersonId, Refusal};
use atelier_domain::process::Bilingual;
use axum::extract::State;
use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Days followed when nothing is asked.
const USUAL_DAYS: i64 = 90;
/// Longest period, in weeks.
const LONGEST: i64 = 157;

/// A process over a period.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Followable {
    /// Process; else the first that has an objective.
    pub process: Option<String>,
    /// First day; else ninety days before today.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Last day; else today.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
}

/// The indicators of a process.
#[derive(Serialize, ToSchema)]
pub struct Dashboard {
    process: String,
    from: String,
    to: String,
    /// Whether this reader opens the facts behind a figure, as far as their reach.
    opens: bool,
    /// Processes that can be asked for.
    processes: Vec<Named>,
    /// Steps of this one, which formulas name by their code.
    steps: Vec<Named>,
    indicators: Vec<IndicatorTold>,
}

/// A code and its name.
#[derive(Serialize, ToSchema)]
#[schema(as = CodeAndName)]
struct Named {
    code: String,
    name: String,
}

/// A text in both languages.
#[derive(Serialize, ToSchema)]
struct BothTold {
    fr: String,
    en: String,
}

impl From<&Bilingual> for BothTold {
    fn from(text: &Bilingual) -> Self {
        let en = text.get(atelier_domain::language::Lang::En).to_owned();
        Self { fr: text.fr.clone(), en }
    }
}

/// One indicator.
#[derive(Serialize, ToSchema)]
struct IndicatorTold {
    code: String,
    name: BothTold,
    /// `count`, `money`, `ratio`, `days`, `minutes`.
    unit: &'static str,
    /// Its one definition.
    formula: String,
    owner: String,
    /// The decision it serves.
    decision: BothTold,
    /// What is planned, and from where.
    planned_how: BothTold,
    /// What is planned over the period; a decimal in the unit, money in cents.
    planned: Option<String>,
    /// Why nothing is planned: a sentence.
    planned_why: Option<String>,
    /// What happened.
    actual: Option<String>,
    currency: Option<String>,
    /// What happened, as the reader writes it.
    shown: String,
    /// What is planned, as the reader writes it.
    planned_shown: Option<String>,
    /// How many objects make it.
    objects: usize,
}

/// The indicators of a process over a period.
///
/// # Errors
/// `app/empty-period`, `app/period-too-long`, `app/no-process`, `app/unknown-process`,
/// `insight/mixed-currencies`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadIndicators>,
    asked: Asked<Followable>,
) -> Result<Answer<Dashboard>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, true, asked.lang()).await.map_err(problem)?;
    let sight = Sight::of(&app, &access).await.map_err(problem)?;
    let found = apart(|| {
        let followed = Following::of(&desk, &asked.of)?;
        let all = followed.dictionary.all().iter();
        let indicators = all.map(|one| followed.told(one)).collect::<Result<Vec<_>, _>>()?;
        let named = |code: &str, name: &Bilingual| Named {
            code: code.to_owned(),
            name: name.get(desk.lang).to_owned(),
        };
        let steps = &desk.process(Some(&followed.process))?.steps;
        Ok::<_, Fault>(Dashboard {
            opens: sight.opens,
            processes: desk.shop.processes.iter().map(|one| named(&one.code, &one.name)).collect(),
            steps: steps.iter().map(|one| named(&one.code, &one.name)).collect(),
            process: followed.process.clone(),
            from: followed.period.first.to_string(),
            to: followed.period.last().to_string(),
            indicators,
        })
    });
    Ok(Answer::of(found.map_err(problem)?))
}

/// What happened in a process over a period.
pub(super) struct Following<'a> {
    desk: &'a Desk,
    process: String,
    period: Period,
    pub(super) dictionary: Dictionary,
    happened: Vec<Occurrence<'a>>,
}

impl<'a> Following<'a> {
    pub(super) fn of(desk: &'a Desk, asked: &Followable) -> Result<Self, Fault> {
        let first = asked.from.unwrap_or(desk.today.saturating_sub(Span::new().days(USUAL_DAYS)));
        let last = asked.to.unwrap_or(desk.today);
        let empty = || Refusal::new("app/empty-period").field("to").with("from", first).with("to", last);
        let period = Period::through(first, last).ok_or_else(empty)?;
        if period.weeks_at_least(LONGEST) {
            let refusal = Refusal::new("app/period-too-long").field("to").with("from", first);
            return Err(refusal.with("to", last).with("weeks", LONGEST).into());
        }
        let process = desk.process(asked.process.as_deref())?;
        let shop = &desk.shop;
        let mut happened = occurrences(process, &shop.cases, &shop.passages, &shop.orders, desk.today);
        for resource in &shop.workshop.resources {
            let person = PersonId::of(shop.office.tenant, &resource.code).0;
            let days = period.days().map(|day| (day, shop.workshop.capacity(resource, day)));
            let worked = days.filter(|(_, minutes)| *minutes > Minutes(0));
            happened.extend(worked.map(|(day, minutes)| Occurrence::capacity(day, person, minutes)));
        }
        let dictionary = Dictionary::standard(process)?;
        Ok(Self { desk, process: process.code.clone(), period, dictionary, happened })
    }

    pub(super) fn followed(&self, one: &Definition) -> Result<Followed, Fault> {
        let process = self.desk.process(Some(&self.process))?;
        let shop = &self.desk.shop;
        let plans = Plans { process, orders: &shop.orders, cases: &shop.cases, passages: &shop.passages };
        Ok(one.follow(plans.of(&one.code, self.period), &self.happened, self.period)?)
    }

    fn told(&self, one: &Definition) -> Result<IndicatorTold, Fault> {
        let followed = self.followed(one)?;
        let measured = one.formula.measured();
        let planned = followed.planned.ok();
        let usual = planned.and_then(|one| one.currency).unwrap_or(self.desk.shop.workshop.currency);
        let currency = followed.actual.currency.unwrap_or(usual);
        let shown = |number: Decimal| self.shown(number, measured, currency);
        let words = Catalogue::of(self.desk.lang);
        Ok(IndicatorTold {
            code: one.code.clone(),
            name: BothTold::from(&one.name),
            unit: measured.code(),
            formula: one.formula.text.clone(),
            owner: one.owner.clone(),
            decision: BothTold::from(&one.decision),
            planned_how: BothTold::from(&one.planned),
            planned: planned.map(|one| plain(one.number)),
            planned_why: followed
                .planned
                .err()
                .map(|why| words.plain(&format!("insight-unplanned-{}", why.code()))),
            actual: followed.actual.number.map(plain),
            currency: (measured == Measured::Money).then(|| currency.to_string()),
            shown: followed.actual.number.map_or_else(|| "–".to_owned(), shown),
            planned_shown: planned
                .map(|one| self.shown(one.number, measured, one.currency.unwrap_or(currency))),
            objects: followed.actual.trace.len(),
        })
    }

    fn shown(&self, number: Decimal, measured: Measured, currency: Currency) -> String {
        let show = Catalogue::of(self.desk.lang).show();
        let whole = |number: Decimal| number.round().to_i64().unwrap_or(i64::MAX);
        match measured {
            Measured::Count => show.count(whole(number)),
            Measured::Money => show.money(Money { cents: whole(number), currency }),
            Measured::Ratio => show.percent(whole(number * Decimal::from(10_000)), 10_000, 1),
            Measured::Days => show.number(number.round_dp(1), 1),
            Measured::Minutes => show.duration(Minutes(whole(number))),
        }
    }
}

fn plain(number: Decimal) -> String {
    number.round_dp(6).normalize().to_string()
}
