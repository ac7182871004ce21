//! Indicators planned against actual, each with its definition, and the facts that make it.

use super::{Desk, told};
use crate::fault::Fault;
use crate::http::moves::apart;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use atelier_domain::insight::{Definition, Dictionary, Followed, Measured, Occurrence, occurrences, planned};
use atelier_domain::language::{Catalogue, Currency, Minutes, Money, Period, PersonId, Refusal};
use atelier_domain::process::Bilingual;
use atelier_store::{Reader, content};
use axum::extract::State;
use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Days followed when nothing is asked.
const USUAL_DAYS: i64 = 90;
/// Longest period, in weeks.
const LONGEST: i64 = 157;
/// Most objects of a figure that are told.
const OBJECTS: usize = 200;

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
    indicators: Vec<IndicatorTold>,
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
    /// What the process sheet plans; a decimal in the unit, money in cents.
    planned: Option<String>,
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
    access: Access<ReadPlan>,
    asked: Asked<Followable>,
) -> Result<Answer<Dashboard>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, true, asked.lang()).await.map_err(problem)?;
    let found = apart(|| {
        let followed = Following::of(&desk, &asked.of)?;
        let all = followed.dictionary.all().iter();
        let indicators = all.map(|one| followed.told(one)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Fault>(Dashboard {
            process: followed.process.clone(),
            from: followed.period.first.to_string(),
            to: followed.period.last().to_string(),
            indicators,
        })
    });
    Ok(Answer::of(found.map_err(problem)?))
}

/// What happened in a process over a period.
struct Following<'a> {
    desk: &'a Desk,
    process: String,
    period: Period,
    dictionary: Dictionary,
    happened: Vec<Occurrence<'a>>,
}

impl<'a> Following<'a> {
    fn of(desk: &'a Desk, asked: &Followable) -> Result<Self, Fault> {
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

    fn followed(&self, one: &Definition) -> Result<Followed, Fault> {
        let process = self.desk.process(Some(&self.process))?;
        Ok(one.follow(planned(process, &one.code, self.period), &self.happened, self.period)?)
    }

    fn told(&self, one: &Definition) -> Result<IndicatorTold, Fault> {
        let followed = self.followed(one)?;
        let measured = one.formula.measured();
        let currency = followed.actual.currency.unwrap_or(self.desk.shop.workshop.currency);
        let shown = |number: Decimal| self.shown(number, measured, currency);
        Ok(IndicatorTold {
            code: one.code.clone(),
            name: BothTold::from(&one.name),
            unit: measured.code(),
            formula: one.formula.text.clone(),
            owner: one.owner.clone(),
            decision: BothTold::from(&one.decision),
            planned: followed.planned.map(plain),
            actual: followed.actual.number.map(plain),
            currency: (measured == Measured::Money).then(|| currency.to_string()),
            shown: followed.actual.number.map_or_else(|| "–".to_owned(), shown),
            planned_shown: followed.planned.map(shown),
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

/// The facts behind a figure.
#[derive(Serialize, ToSchema)]
pub struct IndicatorFacts {
    code: String,
    total: usize,
    /// Those that make the figure, by day; at most 200.
    objects: Vec<FactBehind>,
    over_total: usize,
    /// Those it is divided by; at most 200.
    over: Vec<FactBehind>,
}

/// An object, and the newest fact that says it.
#[derive(Serialize, ToSchema)]
struct FactBehind {
    id: Uuid,
    /// `case`, `order`, `person`.
    kind: &'static str,
    label: String,
    fact: Option<String>,
    recorded: Option<String>,
    actor: Option<String>,
}

/// The objects that make a figure, each with its newest fact.
///
/// # Errors
/// `app/unknown-indicator`, and those of [`list`].
pub async fn facts(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<Followable>,
) -> Result<Answer<IndicatorFacts>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, true, asked.lang()).await.map_err(problem)?;
    let actual = apart(|| {
        let following = Following::of(&desk, &asked.of)?;
        let known = || following.dictionary.all().iter().map(|one| one.code.as_str()).collect::<Vec<_>>();
        let unknown = || {
            let refusal = Refusal::new("app/unknown-indicator").with("given", asked.id.as_str());
            refusal.with("known", known().join(", "))
        };
        let definition = following.dictionary.get(&asked.id).ok_or_else(unknown)?;
        Ok(following.followed(definition)?.actual)
    });
    let actual = actual.map_err(problem)?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let (mut objects, mut over) = (Vec::new(), Vec::new());
        for (ids, told) in [(&actual.trace, &mut objects), (&actual.over, &mut over)] {
            for id in ids.iter().take(OBJECTS) {
                told.push(behind(&mut reader, &desk, *id).await?);
            }
        }
        Ok::<_, Fault>((objects, over))
    };
    let (objects, over) = read.await.map_err(problem)?;
    Ok(Answer::of(IndicatorFacts {
        code: asked.id.clone(),
        total: actual.trace.len(),
        objects,
        over_total: actual.over.len(),
        over,
    }))
}

async fn behind(reader: &mut Reader, desk: &Desk, id: Uuid) -> Result<FactBehind, Fault> {
    let shop = &desk.shop;
    let case = shop.cases.iter().find(|case| case.id.0 == id);
    let order = shop.orders.iter().find(|order| order.id.0 == id);
    let (kind, kinds, label): (_, &[&str], _) = match (case, order) {
        (Some(case), _) => ("case", &[content::CASE], shop.customer(case)),
        (None, Some(order)) => {
            let label = format!("{} · {}", order.operation, order.customer);
            ("order", &[content::DECLARED, content::ORDER], label)
        }
        (None, None) => {
            let is_it = |code: &str| PersonId::of(shop.office.tenant, code).0 == id;
            let person = shop.workshop.resources.iter().find(|one| is_it(&one.code));
            ("person", &[content::PERSON], person.map_or_else(String::new, |one| one.name.clone()))
        }
    };
    let mut last = None;
    for kind in kinds {
        if last.is_none() {
            last = reader.facts_about(kind, id).await?.pop();
        }
    }
    Ok(FactBehind {
        id,
        kind,
        label,
        fact: last.as_ref().map(|one| one.fact.id.to_string()),
        recorded: last.as_ref().map(|one| one.fact.recorded.to_string()),
        actor: last.map(|one| one.fact.actor),
    })
}
