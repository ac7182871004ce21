//! The latest plan as people look at it: loads, days, reasons.

use super::{Frame, Office, PLAN, Workbench, is_conversation, near, place};
use crate::documents::calendar::Entry;
use crate::fault::Fault;
use atelier_domain::execution::{NamedAction, Phase, PlannedOrder, Strain, Summary, schedule_of, strains};
use atelier_domain::language::{AccountId, CaseId, Catalogue, Lang, Minutes, OrderId, Refusal, Show, Week};
use atelier_domain::planning::schedule::{Appointment, Load, Schedule, Speaker};
use atelier_domain::process::{Bilingual, Channel, Operation};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;
use utoipa::ToSchema;

/// A published plan, or part of one, ready to be asked.
pub struct Published {
    /// Figures, processes, people.
    pub frame: Arc<Frame>,
    /// Dates and reasons, as published.
    pub schedule: Schedule,
    /// The orders, by id.
    pub orders: HashMap<OrderId, PlannedOrder>,
    /// Weeks too full for somebody, or with work outside their hours.
    pub strains: Vec<Strain>,
}

impl Deref for Published {
    type Target = Frame;
    fn deref(&self) -> &Frame {
        &self.frame
    }
}

/// One line of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct DayItem {
    /// Order.
    #[schema(value_type = uuid::Uuid)]
    pub id: OrderId,
    /// Start, `09:00`.
    pub start: String,
    /// End.
    pub end: String,
    /// Length.
    pub minutes: i64,
    /// Customer, or what stands for a customer to come.
    pub customer: String,
    /// Operation.
    pub operation: String,
    /// Customer's progress aimed at.
    pub step: String,
    /// Medium.
    pub channel: &'static str,
    /// Why this date, in one line.
    pub why: String,
    /// `on-time`, `tight` (ends on its last day) or `late`.
    pub state: &'static str,
    /// Last useful day.
    #[schema(value_type = Option<String>)]
    pub due: Option<Date>,
    /// Names of those who do it too.
    pub with: Vec<String>,
    /// Script of intent, from the operating mode.
    pub playbook: String,
    /// Opportunity.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub case: Option<CaseId>,
    /// Firm, when it is known.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub account: Option<AccountId>,
    /// `suggested`, `firm`, `released`, `started`.
    pub phase: &'static str,
    /// What the counterpart wants to reach; may be empty.
    pub theme: String,
    /// To what end: the customer's progress aimed at.
    pub aim: String,
    /// Post of the counterpart; may be empty.
    pub role: String,
    /// Who was last met there, when they may be contacted so.
    pub who: Option<Met>,
    /// That who was last met must not be contacted so, and why.
    pub barred: Option<String>,
    /// Medium, in words.
    pub place: String,
    /// Whether it is with somebody: desk work has no sheet and is not captured.
    pub is_conversation: bool,
    /// Back from a postponement, without an hour.
    pub postponed: bool,
}

/// Somebody at a customer, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Met {
    /// Name.
    pub name: String,
    /// Post; may be empty.
    pub function: String,
}

/// An order of a person that has no date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Waiting {
    /// Order.
    #[schema(value_type = uuid::Uuid)]
    pub id: OrderId,
    /// Customer.
    pub customer: String,
    /// Operation.
    pub operation: String,
    /// Why.
    pub cause: String,
}

/// A person's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Day {
    /// The day.
    #[schema(value_type = String)]
    pub date: Date,
    /// Code, name and team.
    pub person: Named,
    /// The day in one sentence.
    pub sentence: String,
    /// Work planned.
    pub planned_minutes: i64,
    /// Working time left.
    pub free_minutes: i64,
    /// Working time.
    pub window_minutes: i64,
    /// The part of it that is given to planned actions; the rest is left to all else.
    pub given_minutes: i64,
    /// The notice of a week too full, or with work outside the person's hours.
    pub overload: Option<String>,
    /// The same of the week after.
    pub overload_next: Option<String>,
    /// In the order of the day.
    pub items: Vec<DayItem>,
    /// Without date, at most [`WAITING`].
    pub unplaced: Vec<Waiting>,
    /// How many there are without date.
    pub unplaced_total: usize,
    /// The planned day before, if any.
    #[schema(value_type = Option<String>)]
    pub previous_day: Option<Date>,
    /// The planned day after, if any.
    #[schema(value_type = Option<String>)]
    pub next_day: Option<Date>,
}

/// Most orders without date shown under a day.
pub const WAITING: usize = 500;

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PersonNamed)]
pub struct Named {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// Team.
    pub team: String,
}

impl Workbench {
    /// The whole of the latest plan, every order of it: for the command line, which asks once and ends.
    /// Whoever asks again and again is answered from the part that they ask for.
    ///
    /// # Errors
    /// `app/no-plan`.
    pub async fn published(&self, office: &Office) -> Result<Published, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let frame = self.frame_in(&mut reader, office).await?;
        let mut orders = Vec::new();
        for stored in reader.orders_of_scope(PLAN).await? {
            let order: PlannedOrder = serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?;
            orders.push(order);
        }
        Ok(Published::of_orders(frame, orders))
    }

    /// A version of the plan as its fact says it, whatever happened since.
    ///
    /// # Errors
    /// `app/no-plan`, `app/unknown-plan`.
    pub async fn version_of(
        &self,
        office: &Office,
        version: i64,
    ) -> Result<(Vec<PlannedOrder>, Summary), Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let last = reader.latest_plan(PLAN).await?.ok_or_else(|| Refusal::new("app/no-plan"))?.version;
        let unknown =
            || Refusal::new("app/unknown-plan").with("given", version.to_string()).with("last", last);
        let plan = reader.plan(PLAN, version).await?.ok_or_else(unknown)?;
        let summary: Summary = serde_json::from_str(&plan.payload).map_err(anyhow::Error::from)?;
        let mut orders = Vec::new();
        for stored in reader.orders_said_with(plan.id).await? {
            orders.push(serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?);
        }
        Ok((orders, summary))
    }
}

impl Published {
    /// Another version of the same plan, as its fact says it, with the names of today.
    pub fn of_version(plan: &Self, version: i64, orders: Vec<PlannedOrder>, summary: Summary) -> Self {
        let frame = Frame {
            version,
            made_at: plan.made_at,
            summary,
            processes: plan.processes.clone(),
            workshop: plan.workshop.clone(),
            mark: String::new(),
        };
        Self {
            schedule: schedule_of(&orders, &frame.summary),
            strains: strains(&orders, &frame.workshop),
            orders: orders.into_iter().map(|planned| (planned.order.id, planned)).collect(),
            frame: Arc::new(frame),
        }
    }

    /// The order whose id begins so.
    ///
    /// # Errors
    /// `app/unknown-order`, `app/several-orders`.
    pub fn order(&self, asked: &str) -> Result<&PlannedOrder, Refusal> {
        let mut found =
            self.orders.values().filter(|planned| planned.order.id.to_string().starts_with(asked));
        match (found.next(), found.count()) {
            (Some(only), 0) => Ok(only),
            (Some(_), more) => {
                Err(Refusal::new("app/several-orders").with("given", asked).with("count", more + 1))
            }
            (None, _) => Err(Refusal::new("app/unknown-order").with("given", asked)),
        }
    }

    /// An order by its names, as they are today.
    pub fn action(&self, id: OrderId) -> NamedAction {
        let order = self.orders.get(&id).map(|planned| &planned.order);
        let operation = order.and_then(|order| self.routing_of(order).1);
        let code =
            || Bilingual { fr: order.map_or_else(String::new, |it| it.operation.clone()), en: String::new() };
        let name = operation.map_or_else(code, |one| one.name.clone());
        NamedAction::of(id, &name, order.map_or("", |order| &order.customer))
    }

    /// The appointments of a person, in time order.
    pub fn appointments<'a>(&'a self, person: &'a str) -> impl Iterator<Item = &'a Appointment> {
        self.schedule.appointments.iter().filter(move |one| one.people.iter().any(|code| code == person))
    }

    /// A person's day. On the day that is today, what was given to them before and is not declared yet
    /// comes first.
    pub fn day(&self, load: &Load, date: Date, today: Date, lang: Lang) -> Day {
        let window = self.window(load, date);
        let words = Catalogue::of(lang);
        let speaker = self.speaker(lang);
        let overdue = self.overdue(load, date).filter(|_| date == today);
        let overdue = overdue.filter_map(|one| {
            let mut item = self.item(one, &load.person, &speaker, words)?;
            let day = words.show().short_day(one.start.date());
            item.why =
                words.text("execution-overdue", &atelier_domain::language::Args::new().with("day", day));
            item.state = "late";
            Some(item)
        });
        let of_day = self.appointments(&load.person).filter(|one| one.start.date() == date);
        let of_day = of_day.filter_map(|one| self.item(one, &load.person, &speaker, words));
        let items: Vec<DayItem> = overdue.chain(of_day).collect();
        let planned: i64 = items.iter().map(|item| item.minutes).sum();
        let waiting: Vec<Waiting> = self.waiting(load, &speaker, words);
        let days: Vec<Date> = self.appointments(&load.person).map(|one| one.start.date()).collect();
        Day {
            date,
            person: self.named(load),
            sentence: sentence(&items, (planned, self.given(load, date), window), words),
            planned_minutes: planned,
            free_minutes: (window.0 - planned).max(0),
            window_minutes: window.0,
            given_minutes: self.given(load, date).0,
            overload: self.strain(load, date).map(|strain| strain.to_the_person(words)),
            overload_next: self
                .strain(load, date.saturating_add(7.days()))
                .map(|strain| strain.to_the_person(words)),
            items,
            unplaced_total: waiting.len(),
            unplaced: waiting.into_iter().take(WAITING).collect(),
            previous_day: days.iter().filter(|day| **day < date).max().copied(),
            next_day: days.iter().filter(|day| **day > date).min().copied(),
        }
    }

    fn strain(&self, load: &Load, date: Date) -> Option<&Strain> {
        let week = Week::of(date);
        self.strains.iter().find(|strain| strain.person == load.person && strain.week == week)
    }

    /// The notices of weeks too full, for those who answer for the plan.
    pub fn overloads(&self, lang: Lang) -> Vec<String> {
        let words = Catalogue::of(lang);
        self.strains.iter().map(|strain| strain.to_the_director(&self.name(&strain.person), words)).collect()
    }

    /// Given or begun before that day, and not declared.
    fn overdue<'a>(&'a self, load: &'a Load, date: Date) -> impl Iterator<Item = &'a Appointment> {
        self.appointments(&load.person).filter(move |one| {
            let phase = self.orders.get(&one.order).map(|planned| planned.order.phase());
            one.start.date() < date && matches!(phase, Some(Phase::Released | Phase::Started))
        })
    }

    fn item(
        &self,
        one: &Appointment,
        person: &str,
        speaker: &Speaker<'_>,
        words: &'static Catalogue,
    ) -> Option<DayItem> {
        let lang = words.lang();
        let show = words.show();
        let planned = self.orders.get(&one.order)?;
        let order = &planned.order;
        let (step, operation) = self.routing_of(order);
        let others = one.people.iter().filter(|code| *code != person);
        let talk = operation.and_then(|operation| operation.conversation.as_ref());
        let told = |text: Option<&Bilingual>| text.map_or(String::new(), |text| text.get(lang).to_owned());
        let channel = operation.map_or("desk", |operation| by_way(operation, one.way).code());
        let aim = step.map_or_else(|| order.step.clone(), |step| step.name.get(lang).to_owned());
        Some(DayItem {
            case: order.case,
            account: None,
            phase: order.phase().code(),
            theme: told(talk.map(|talk| &talk.theme)),
            role: told(talk.map(|talk| &talk.role)),
            aim: aim.clone(),
            who: None,
            barred: None,
            place: place(channel, words),
            is_conversation: is_conversation(operation),
            postponed: false,
            id: order.id,
            start: show.time(one.start.time()),
            end: show.time(one.end.time()),
            minutes: order.minutes.0,
            customer: self.customer(planned, words),
            operation: one.action.get(lang).to_owned(),
            step: aim,
            channel,
            why: why_now(one, speaker, words),
            state: state(one),
            due: order.due,
            with: others.map(|code| self.name(code)).collect(),
            playbook: operation.map_or(String::new(), |operation| operation.playbook.get(lang).to_owned()),
        })
    }

    /// Why now, in one line; empty without a date.
    pub fn why_line(&self, planned: &PlannedOrder, words: &'static Catalogue) -> String {
        let speaker = self.speaker(words.lang());
        planned.appointment.as_ref().map_or(String::new(), |one| why_now(one, &speaker, words))
    }

    fn waiting(&self, load: &Load, speaker: &Speaker<'_>, words: &'static Catalogue) -> Vec<Waiting> {
        let concerns = |planned: &PlannedOrder| {
            let order = &planned.order;
            order.people.contains(&load.person)
                || (order.people.is_empty() && order.kinds.contains(&load.kind))
        };
        self.schedule
            .unplaced
            .iter()
            .filter_map(|one| Some((one, self.orders.get(&one.order)?)))
            .filter(|(_, planned)| concerns(planned))
            .map(|(one, planned)| Waiting {
                id: one.order,
                customer: self.customer(planned, words),
                operation: one.action.get(words.lang()).to_owned(),
                cause: speaker.cause(&one.cause),
            })
            .collect()
    }

    /// Puts reasons into words; made once for many orders.
    pub fn speaker(&self, lang: Lang) -> Speaker<'_> {
        let known = self.orders.values().filter_map(|planned| planned.appointment.as_ref());
        Speaker::of(&self.schedule, lang).naming(known)
    }

    /// Why an order has its date, or none: sentences in time order.
    pub fn why(planned: &PlannedOrder, speaker: &Speaker<'_>, lang: Lang) -> Vec<String> {
        match (&planned.appointment, &planned.unplaced) {
            (Some(one), _) => {
                let mut told: Vec<String> =
                    one.telling().into_iter().map(|reason| speaker.reason(reason)).collect();
                if one.pinned {
                    told = vec![Catalogue::of(lang).plain("execution-why-decided")];
                } else if told.is_empty() {
                    told.push(Catalogue::of(lang).plain("execution-why-first"));
                }
                told.extend(one.late.map(|late| speaker.lateness(late)));
                told
            }
            (None, Some(one)) => vec![speaker.cause(&one.cause)],
            (None, None) => Vec::new(),
        }
    }

    /// Everything a person has ahead, for a calendar program.
    pub fn entries(&self, load: &Load, days: Option<Date>, lang: Lang) -> Vec<Entry> {
        let words = Catalogue::of(lang);
        let speaker = self.speaker(lang);
        self.appointments(&load.person)
            .filter(|one| days.is_none_or(|day| one.start.date() == day))
            .filter_map(|one| Some((one, self.item(one, &load.person, &speaker, words)?)))
            .map(|(one, item)| Entry {
                uid: format!("{}@atelier", item.id),
                title: format!("{} · {}", item.operation, item.customer),
                text: [item.step, item.why, item.playbook]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n"),
                place: words.plain(&format!("execution-channel-{}", item.channel)),
                start: one.start,
                end: one.end,
            })
            .collect()
    }
}

/// One line: how late, or until when it is useful, then what fixed the date.
pub(super) fn why_now(one: &Appointment, speaker: &Speaker<'_>, words: &'static Catalogue) -> String {
    let due = match (one.late, one.due) {
        (Some(late), _) => speaker.lateness(late),
        (None, Some(due)) => {
            let day = words.show().short_day(due.date());
            words.text("execution-due", &atelier_domain::language::Args::new().with("day", day))
        }
        (None, None) => String::new(),
    };
    let reason = one.telling().last().map(|reason| speaker.reason(reason)).unwrap_or_default();
    [due, reason].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The person of this code or name; part of a name is enough when it names one only.
///
/// # Errors
/// `app/unknown-person`, `app/several-people`.
pub fn find_person<'p>(people: &'p [Load], asked: &str) -> Result<&'p Load, Refusal> {
    if let Some(found) = people.iter().find(|one| one.person == asked || one.name == asked) {
        return Ok(found);
    }
    let wanted = asked.to_lowercase();
    let close: Vec<&Load> = people.iter().filter(|one| one.name.to_lowercase().contains(&wanted)).collect();
    match close.as_slice() {
        [only] => Ok(only),
        [] => Err(Refusal::new("app/unknown-person")
            .with("given", asked)
            .with("known", near::people(people, asked))),
        several => Err(Refusal::new("app/several-people")
            .with("given", asked)
            .with("known", names(several.iter().copied()))),
    }
}

fn names<'a>(people: impl Iterator<Item = &'a Load>) -> String {
    let shown: Vec<&str> = people.take(8).map(|one| one.name.as_str()).collect();
    shown.join(", ")
}

fn sentence(
    items: &[DayItem],
    (planned, given, window): (i64, Minutes, Minutes),
    words: &Catalogue,
) -> String {
    let show: Show = words.show();
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let free = Minutes((window.0 - planned).max(0));
    let args = atelier_domain::language::Args::new()
        .with_count("count", count)
        .with("planned", show.duration(Minutes(planned)))
        .with("given", show.duration(given))
        .with("free", show.duration(free));
    let id = if window == Minutes(0) { "execution-day-off" } else { "execution-day" };
    words.text(id, &args)
}

fn state(one: &Appointment) -> &'static str {
    match (one.late, one.due) {
        (Some(_), _) => "late",
        (None, Some(due)) if due.date() == one.end.date() => "tight",
        _ => "on-time",
    }
}

/// The medium of the way chosen.
fn by_way(operation: &Operation, way: u32) -> Channel {
    let other = way.checked_sub(1).and_then(|other| operation.alternatives.get(other as usize));
    other.map_or(operation.channel, |other| other.channel)
}
