//! The facts behind a figure: which cases, actions and people make it, as far as the reach of who asks.

use super::indicators::{Followable, Following};
use super::{Desk, told};
use crate::fault::Fault;
use crate::http::market::reaches_owner;
use crate::http::moves::apart;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{
    Access,
    permit::{ReadCases, ReadDay, ReadFacts, ReadIndicators, ReadPlan},
};
use atelier_domain::execution::{ActionOrder, Case, Person};
use atelier_domain::insight::Counted;
use atelier_domain::language::{Args, Catalogue, PersonId, Refusal};
use atelier_domain::process::Resource;
use atelier_store::{Reader, content};
use axum::extract::State;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most objects of a figure that are told.
const OBJECTS: usize = 200;

/// The facts behind a figure.
#[derive(Serialize, ToSchema)]
pub struct IndicatorFacts {
    code: String,
    total: usize,
    /// Those that make the figure and are within reach, by day; at most 200.
    objects: Vec<FactBehind>,
    /// How many make it beyond the reach of who asks.
    hidden: usize,
    over_total: usize,
    /// Those it is divided by and that are within reach; at most 200.
    over: Vec<FactBehind>,
    over_hidden: usize,
}

/// An object, and the newest fact that says it.
#[derive(Serialize, ToSchema)]
struct FactBehind {
    id: Uuid,
    /// `case`, `order`, `person`.
    kind: &'static str,
    /// In words: the firm; what is done and for whom; the person.
    label: String,
    /// Who leads the case or does the action, as far as the reach of who asks.
    people: Vec<String>,
    /// The day on which it happened.
    day: String,
    fact: Option<String>,
    recorded: Option<String>,
    actor: Option<String>,
}

/// The objects that make a figure and are within reach, each with its newest fact.
///
/// Whoever reads indicators learns how many there are. Rows are for those who read the plan or the facts,
/// and among these only cases, actions and people within their reach.
///
/// # Errors
/// `app/unknown-indicator`, and those of [`list`].
pub async fn facts(
    State(app): State<App>,
    access: Access<ReadIndicators>,
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
        let sight = Sight::of(&app, &access).await?;
        let mut reader = app.store.read(access.who.office.scope).await?;
        let rows = Rows::of(&desk);
        let objects = sight.told(&mut reader, &rows, &actual.trace).await?;
        let over = sight.told(&mut reader, &rows, &actual.over).await?;
        Ok::<_, Fault>((objects, over))
    };
    let ((objects, hidden), (over, over_hidden)) = read.await.map_err(problem)?;
    Ok(Answer::of(IndicatorFacts {
        code: asked.id.clone(),
        total: actual.trace.len(),
        objects,
        hidden,
        over_total: actual.over.len(),
        over,
        over_hidden,
    }))
}

/// What somebody who reads a figure may see of the rows behind it.
pub(super) struct Sight {
    /// Whether they open any: who reads the plan or the facts does.
    pub(super) opens: bool,
    cases: Option<Access<ReadCases>>,
    days: Option<Access<ReadDay>>,
}

/// What is behind a figure.
#[derive(Clone, Copy)]
enum Behind<'d> {
    /// With who leads it.
    Case(&'d Case, Option<&'d Person>),
    Order(&'d ActionOrder),
    Person(Option<&'d Resource>),
}

/// What figures are made of, by identity.
struct Rows<'d> {
    desk: &'d Desk,
    cases: HashMap<Uuid, Behind<'d>>,
    orders: HashMap<Uuid, &'d ActionOrder>,
    people: HashMap<Uuid, &'d Resource>,
}

impl<'d> Rows<'d> {
    fn of(desk: &'d Desk) -> Self {
        let shop = &desk.shop;
        let owners: HashMap<PersonId, &Person> = shop.people.iter().map(|one| (one.id, one)).collect();
        let led = |case: &'d Case| {
            (case.id.0, Behind::Case(case, case.owner.and_then(|id| owners.get(&id).copied())))
        };
        let known = |one: &'d Resource| (PersonId::of(shop.office.tenant, &one.code).0, one);
        Self {
            desk,
            cases: shop.cases.iter().map(led).collect(),
            orders: shop.orders.iter().map(|order| (order.id.0, order)).collect(),
            people: shop.workshop.resources.iter().map(known).collect(),
        }
    }

    fn get(&self, id: Uuid) -> Behind<'d> {
        let order = || self.orders.get(&id).map(|order| Behind::Order(order));
        let found = self.cases.get(&id).copied().or_else(order);
        found.unwrap_or_else(|| Behind::Person(self.people.get(&id).copied()))
    }
}

impl Sight {
    pub(super) async fn of(app: &App, access: &Access<ReadIndicators>) -> Result<Self, Fault> {
        let opens =
            access.under::<ReadPlan>(app).await?.is_some() || access.under::<ReadFacts>(app).await?.is_some();
        Ok(Self { opens, cases: access.under(app).await?, days: access.under(app).await? })
    }

    /// Those within reach, the first 200, and how many are not.
    async fn told(
        &self,
        reader: &mut Reader,
        rows: &Rows<'_>,
        counted: &[Counted],
    ) -> Result<(Vec<FactBehind>, usize), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        for one in counted {
            let behind = rows.get(one.object);
            if !self.sees(rows.desk, behind) {
                hidden += 1;
            } else if told.len() < OBJECTS {
                told.push(self.row(reader, rows.desk, one, behind).await?);
            }
        }
        Ok((told, hidden))
    }

    fn sees(&self, desk: &Desk, behind: Behind<'_>) -> bool {
        if !self.opens {
            return false;
        }
        match behind {
            Behind::Case(_, owner) => self.cases.as_ref().is_some_and(|access| reaches_owner(access, owner)),
            Behind::Order(order) if order.people.is_empty() => {
                let all = desk.shop.workshop.resources.iter();
                all.filter(|one| order.kinds.contains(&one.kind)).any(|one| self.reaches(one))
            }
            Behind::Order(order) => !self.doing(desk, order).is_empty(),
            Behind::Person(person) => person.is_some_and(|one| self.reaches(one)),
        }
    }

    /// Who does it, as far as reach.
    fn doing(&self, desk: &Desk, order: &ActionOrder) -> Vec<String> {
        let all = desk.shop.workshop.resources.iter().filter(|one| order.people.contains(&one.code));
        all.filter(|one| self.reaches(one)).map(|one| one.name.clone()).collect()
    }

    fn reaches(&self, person: &Resource) -> bool {
        self.days.as_ref().is_some_and(|access| access.reaches(&person.code, &person.team))
    }

    async fn row(
        &self,
        reader: &mut Reader,
        desk: &Desk,
        counted: &Counted,
        behind: Behind<'_>,
    ) -> Result<FactBehind, Fault> {
        let (kind, kinds, label, people): (_, &[&str], _, _) = match behind {
            Behind::Case(case, owner) => {
                let people = owner.map(|one| one.name.clone()).into_iter().collect();
                ("case", &[content::CASE], desk.shop.customer(case), people)
            }
            Behind::Order(order) => (
                "order",
                &[content::DECLARED, content::ORDER],
                label_of(desk, order),
                self.doing(desk, order),
            ),
            Behind::Person(person) => {
                let name = person.map_or_else(String::new, |one| one.name.clone());
                ("person", &[content::PERSON], name, Vec::new())
            }
        };
        let mut last = None;
        for kind in kinds {
            if last.is_none() {
                last = reader.facts_about(kind, counted.object).await?.pop();
            }
        }
        Ok(FactBehind {
            id: counted.object,
            kind,
            label,
            people,
            day: counted.on.to_string(),
            fact: last.as_ref().map(|one| one.fact.id.to_string()),
            recorded: last.as_ref().map(|one| one.fact.recorded.to_string()),
            actor: last.map(|one| one.fact.actor),
        })
    }
}

/// What is done, and for whom: "Meeting at the customer's · Brasserie du Port".
fn label_of(desk: &Desk, order: &ActionOrder) -> String {
    let process = desk.shop.processes.iter().find(|one| one.code == order.process);
    let step = process.and_then(|one| one.steps.iter().find(|step| step.code == order.step));
    let operation = step.and_then(|step| step.operations.iter().find(|one| one.code == order.operation));
    let name = operation.map_or(order.operation.as_str(), |one| one.name.get(desk.lang));
    if !order.customer.is_empty() {
        return format!("{name} · {}", order.customer);
    }
    let is_entry = step.is_none_or(|step| step.after.is_empty());
    let key = if is_entry { "execution-to-find" } else { "execution-to-come" };
    let args = Args::new().with_count("count", order.units);
    format!("{name} · {}", Catalogue::of(desk.lang).text(key, &args))
}
