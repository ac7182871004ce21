//! What is to be done next for an opportunity: the action, its day, who does it, on what.

use crate::fault::Fault;
use crate::http::App;
use crate::http::day::concerns_order;
use crate::rights::{Access, Permit, permit::ReadDay};
use crate::workbench::{Frame, is_conversation, title};
use atelier_domain::execution::{ActionOrder, PlannedOrder, Put};
use atelier_domain::language::{CaseId, Lang};
use atelier_store::Reader;
use jiff::civil::{Date, DateTime};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// The next action of an opportunity.
#[derive(Serialize, ToSchema)]
#[schema(as = NextAction)]
pub struct NextTold {
    order: Uuid,
    /// Shown name of the operation.
    title: String,
    /// What it is about; empty when the process does not say.
    theme: String,
    /// Post of the counterpart; empty when the process does not say.
    role: String,
    /// Names of those who do it; empty while nobody is chosen.
    people: Vec<String>,
    /// Its day; that to which it was put off, when it was; without one, none is found for it yet.
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Date>,
    /// Its hour, `09:00`; none for what was put off.
    at: Option<String>,
    /// Last useful day.
    #[schema(value_type = Option<String>, format = Date)]
    due: Option<Date>,
    minutes: i64,
    /// Whether the reader may open its preparation sheet: it is with somebody, and within reach.
    has_sheet: bool,
}

/// An action ahead, with the day to which it was put off.
struct Ahead {
    order: ActionOrder,
    until: Option<Date>,
}

impl Ahead {
    /// When it comes: what has no date comes after all that has one.
    fn comes(&self) -> (bool, Option<DateTime>, Option<Date>, Uuid) {
        let start = self.until.map_or(self.order.start, |until| Some(until.at(0, 0, 0, 0)));
        (start.is_none(), start, self.order.due, self.order.id.0)
    }
}

/// The plan as the reader of an opportunity sees it; asked for before the store is read, so that no request holds one
/// connection while it waits for another.
pub struct Eyes {
    frame: Arc<Frame>,
    day: Option<Access<ReadDay>>,
}

impl Eyes {
    /// None before the first plan.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn of<P: Permit>(app: &App, access: &Access<P>) -> Result<Option<Self>, Fault> {
        match app.frame(&access.who.office).await {
            Ok(frame) => Ok(Some(Self { frame, day: access.under(app).await? })),
            Err(Fault::Refused(_)) => Ok(None),
            Err(incident) => Err(incident),
        }
    }

    /// The next action of an opportunity, as its reader sees it; none when nothing is ahead.
    ///
    /// What somebody refused to do is not ahead.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn next(
        &self,
        reader: &mut Reader,
        (case, lang): (CaseId, Lang),
    ) -> Result<Option<NextTold>, Fault> {
        let first = ahead(reader, case).await?.into_iter().min_by_key(Ahead::comes);
        Ok(first.map(|first| {
            let day = self.day.as_ref();
            let is_reached = day.is_some_and(|day| concerns_order(&self.frame, day, &first.order));
            told(&self.frame, &first, is_reached, lang)
        }))
    }
}

async fn ahead(reader: &mut Reader, case: CaseId) -> Result<Vec<Ahead>, Fault> {
    let mut ahead = Vec::new();
    for stored in reader.orders_of_case(case).await? {
        let PlannedOrder { order, .. } =
            PlannedOrder::without_place(&stored.payload).map_err(anyhow::Error::from)?;
        if !crate::workbench::is_ahead(&order) {
            continue;
        }
        let said = reader.deferral_at(order.id).await?.map(|(deferral, _)| deferral);
        match said.as_ref().map(|said| said.put) {
            Some(Put::Refused) => {}
            Some(Put::Postponed) => {
                let until = said.and_then(|said| said.until);
                let heard = order.start.zip(until).is_some_and(|(start, until)| start.date() >= until);
                ahead.push(Ahead { order, until: until.filter(|_| !heard) });
            }
            _ => ahead.push(Ahead { order, until: None }),
        }
    }
    Ok(ahead)
}

fn told(frame: &Frame, ahead: &Ahead, is_reached: bool, lang: Lang) -> NextTold {
    let Ahead { order, until } = ahead;
    let (_, operation) = frame.routing_of(order);
    let talk = operation.and_then(|one| one.conversation.as_ref());
    let start = order.start.filter(|_| until.is_none());
    NextTold {
        order: order.id.0,
        title: title(operation, &order.operation, lang),
        theme: talk.map(|talk| talk.theme.get(lang).to_owned()).unwrap_or_default(),
        role: talk.map(|talk| talk.role.get(lang).to_owned()).unwrap_or_default(),
        people: order.people.iter().map(|code| frame.name(code)).collect(),
        on: until.or(start.map(DateTime::date)),
        at: start.map(|start| start.strftime("%H:%M").to_string()),
        due: order.due,
        minutes: order.minutes.0,
        has_sheet: is_reached && is_conversation(operation),
    }
}
