//! What a day gains beside its schedule: suggestions with their rule, and what was put off.

use super::deferrals::PutTold;
use crate::workbench::{DayRead, is_conversation, title};
use atelier_domain::execution::{Aside, Conversation, Reminder, Side, Suggestion, SuggestionRule};
use atelier_domain::language::{Args, Catalogue, ConversationId, Lang};
use atelier_domain::planning::schedule::Load;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// A conversation worth holding beyond the schedule.
#[derive(Serialize, ToSchema)]
#[schema(as = Suggestion)]
pub struct SuggestionTold {
    /// `agreed-date`, `promise-ours`, `promise-theirs`, `silent`, `no-date`, `ahead`.
    rule: &'static str,
    /// The rule, said of this one.
    why: String,
    customer: String,
    account: Option<Uuid>,
    case: Option<Uuid>,
    order: Option<Uuid>,
    promise: Option<Uuid>,
    conversation: Option<Uuid>,
    /// The promise or the conversation that a suggestion without an action is put aside by.
    reminder: Option<Uuid>,
    title: String,
    theme: String,
    /// To what end.
    aim: String,
    minutes: i64,
    /// Whether it can be postponed or refused.
    can_defer: bool,
}

/// An action put off, or a suggestion put aside.
#[derive(Serialize, ToSchema)]
pub struct PutOffTold {
    /// The action.
    order: Option<Uuid>,
    /// What the suggestion reminded of, when there is no action.
    reminder: Option<Uuid>,
    customer: String,
    /// The action, or the suggestion in a sentence.
    title: String,
    #[serde(flatten)]
    put: PutTold,
}

/// What a person closed on a day.
#[derive(Serialize, ToSchema)]
pub struct ClosedTold {
    order: Uuid,
    conversation: Option<Uuid>,
    customer: String,
    title: String,
    /// `progress`, `no-progress`, `disqualified`.
    result: &'static str,
    minutes: i64,
    /// Whether the conversation may still be undone.
    can_undo: bool,
}

/// What was declared done on a day, oldest first; `undoable` holds the conversations that may still be undone.
pub fn closed(
    day: &DayRead,
    load: &Load,
    date: Date,
    undoable: &HashSet<ConversationId>,
    lang: Lang,
) -> Vec<ClosedTold> {
    let mut done: Vec<_> = day.done_on(load, date).collect();
    done.sort_by_key(|(planned, report)| (report.at, planned.order.id));
    let told = done.into_iter().map(|(planned, report)| {
        let (_, operation) = day.frame().routing_of(&planned.order);
        let talk = day.held.iter().find(|one| one.order == planned.order.id).map(|one| one.id);
        ClosedTold {
            order: planned.order.id.0,
            conversation: talk.map(|id| id.0),
            customer: day.frame().customer(planned, Catalogue::of(lang)),
            title: title(operation, &planned.order.operation, lang),
            result: report.outcome.code(),
            minutes: report.minutes.0,
            can_undo: talk.is_some_and(|id| undoable.contains(&id)),
        }
    });
    told.collect()
}

/// The suggestions of a day.
pub fn suggestions(
    day: &DayRead,
    load: &Load,
    (date, free): (Date, i64),
    names: impl Fn(Uuid) -> Option<String>,
    lang: Lang,
) -> Vec<SuggestionTold> {
    let all = day.suggestions(load, (date, free));
    all.iter().map(|one| told(day, one, &names, lang)).collect()
}

fn told(
    day: &DayRead,
    one: &Suggestion,
    names: &impl Fn(Uuid) -> Option<String>,
    lang: Lang,
) -> SuggestionTold {
    let words = Catalogue::of(lang);
    let planned = one.order.and_then(|id| day.order(id));
    let (step, operation) = planned.map_or((None, None), |planned| day.frame().routing_of(&planned.order));
    let talk = operation.and_then(|operation| operation.conversation.as_ref());
    let case = one.case.and_then(|id| day.cases.iter().find(|case| case.id == id));
    let account = one.account.or(case.and_then(|case| case.account));
    let customer = planned.map(|planned| day.frame().customer(planned, words));
    let named = || account.and_then(|account| names(account.0)).or_else(|| case.map(|case| case.key.clone()));
    let reminder = one.reminder().filter(|_| one.order.is_none());
    SuggestionTold {
        why: why(day, one, words),
        rule: one.rule.code(),
        customer: customer.or_else(named).unwrap_or_default(),
        account: account.map(|id| id.0),
        case: one.case.map(|id| id.0),
        order: one.order.map(|id| id.0),
        promise: one.promise.map(|id| id.0),
        conversation: one.conversation.map(|id| id.0),
        reminder: reminder.map(Reminder::id),
        title: operation.map(|one| one.name.get(lang).to_owned()).unwrap_or_default(),
        theme: talk.map(|talk| talk.theme.get(lang).to_owned()).unwrap_or_default(),
        aim: step.map(|step| step.name.get(lang).to_owned()).unwrap_or_default(),
        minutes: planned.map_or(0, |planned| planned.order.minutes.0),
        can_defer: reminder.is_some() || one.order.is_some() && is_conversation(operation),
    }
}

fn why(day: &DayRead, one: &Suggestion, words: &'static Catalogue) -> String {
    let promise = one.promise.and_then(|id| day.promises.iter().find(|promise| promise.id == id));
    let what = promise.map_or("", |promise| promise.what.as_str());
    let id = match one.rule {
        SuggestionRule::Silent if one.conversation.is_none() => "execution-suggest-never",
        SuggestionRule::Silent => "execution-suggest-silent",
        SuggestionRule::NoDate => "execution-suggest-no-date",
        SuggestionRule::Ahead => "execution-suggest-ahead",
        SuggestionRule::AgreedDate => AGREED,
        SuggestionRule::PromiseOurs => OURS,
        SuggestionRule::PromiseTheirs => THEIRS,
    };
    sentence(id, one.day, what, words)
}

const AGREED: &str = "execution-suggest-agreed";
const OURS: &str = "execution-suggest-ours";
const THEIRS: &str = "execution-suggest-theirs";

fn sentence(id: &'static str, day: Option<Date>, what: &str, words: &'static Catalogue) -> String {
    let shown = day.map(|day| words.show().short_day(day)).unwrap_or_default();
    words.text(id, &Args::new().with("day", shown).with("what", what))
}

/// What is put off on a day, then what is put aside.
pub fn put_off(
    day: &DayRead,
    date: Date,
    names: impl Fn(Uuid) -> Option<String>,
    lang: Lang,
) -> Vec<PutOffTold> {
    let words = Catalogue::of(lang);
    let hiding = day.deferrals.iter().filter(|one| one.hides(date));
    let told = hiding.filter_map(|one| {
        let planned = day.put_off.get(&one.of.order).filter(|planned| planned.order.phase().is_ahead())?;
        let (_, operation) = day.frame().routing_of(&planned.order);
        Some(PutOffTold {
            order: Some(one.of.order.0),
            reminder: None,
            customer: day.frame().customer(planned, words),
            title: operation.map(|one| one.name.get(lang).to_owned()).unwrap_or_default(),
            put: one.into(),
        })
    });
    let asides = day.asides.iter().filter(|one| one.hides(date));
    told.chain(asides.filter_map(|one| put_aside(day, one, &names, words))).collect()
}

/// A suggestion put aside; none when there is nothing to be reminded of any more.
fn put_aside(
    day: &DayRead,
    aside: &Aside,
    names: &impl Fn(Uuid) -> Option<String>,
    words: &'static Catalogue,
) -> Option<PutOffTold> {
    let one = &aside.of;
    let title = match one.about {
        Reminder::Promise(id) => {
            let promise =
                day.promises.iter().find(|promise| promise.id == id && promise.due_on == one.day)?;
            let rule = if promise.side == Side::Ours { OURS } else { THEIRS };
            sentence(rule, one.day, &promise.what, words)
        }
        Reminder::Conversation(id) => {
            let agreed = |talk: &&Conversation| talk.id == id && talk.next_on == one.day;
            day.held.iter().find(agreed).map(|_| sentence(AGREED, one.day, "", words))?
        }
    };
    let case = one.case.and_then(|id| day.cases.iter().find(|case| case.id == id));
    let account = one.account.or(case.and_then(|case| case.account));
    let customer = account.and_then(|id| names(id.0)).or_else(|| case.map(|case| case.key.clone()));
    Some(PutOffTold {
        order: None,
        reminder: Some(one.about.id()),
        customer: customer.unwrap_or_default(),
        title,
        put: aside.into(),
    })
}
