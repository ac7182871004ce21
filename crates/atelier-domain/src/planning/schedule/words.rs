//! Reasons and causes in words, in the reader's language.

use super::LateCase;
use super::{
    Appointment, Blocked, Cause, Delay, Fits, Lateness, Off, OffCause, Reason, Schedule, Wanted, Why,
};
use crate::language::{Args, Catalogue, Lang, Minutes, OrderId};
use crate::process::Bilingual;
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use std::collections::BTreeMap;

/// Minutes of a day.
const DAY: i64 = 1_440;

/// Says what stands in a schedule; names come from the schedule itself.
pub struct Speaker<'a> {
    words: &'static Catalogue,
    schedule: &'a Schedule,
    people: BTreeMap<&'a str, &'a str>,
    actions: BTreeMap<OrderId, (&'a Bilingual, &'a str)>,
}

impl<'a> Speaker<'a> {
    /// Reads the names once; every sentence after that is cheap.
    pub fn of(schedule: &'a Schedule, lang: Lang) -> Self {
        let people = schedule.loads.iter().map(|load| (load.person.as_str(), load.name.as_str()));
        let placed =
            schedule.appointments.iter().map(|one| (one.order, (&one.action, one.customer.as_str())));
        let unplaced = schedule.unplaced.iter().map(|one| (one.order, (&one.action, one.customer.as_str())));
        Self {
            words: Catalogue::of(lang),
            schedule,
            people: people.collect(),
            actions: placed.chain(unplaced).collect(),
        }
    }

    /// Knows actions too that the schedule no longer holds: what was done still fixes the date of what follows.
    #[must_use]
    pub fn naming(mut self, others: impl Iterator<Item = &'a Appointment>) -> Self {
        for one in others {
            self.actions.entry(one.order).or_insert((&one.action, one.customer.as_str()));
        }
        self
    }

    /// What is spoken of.
    pub(super) fn schedule(&self) -> &'a Schedule {
        self.schedule
    }

    /// An action of a chain of causes with what fixed its own date.
    pub(super) fn link(&self, order: OrderId, reason: Option<String>) -> String {
        let reason = reason.unwrap_or_else(|| self.words.plain("schedule-link-root"));
        let args = Args::new().with("action", self.action(order)).with("reason", reason);
        self.words.text("schedule-link", &args)
    }

    pub(super) fn plain(&self, id: &str) -> String {
        let horizon = self.words.show().short_day(self.schedule.period.last());
        self.words.text(id, &Args::new().with("horizon", horizon))
    }

    pub(super) fn about(&self, id: &str, order: OrderId) -> String {
        self.words.text(id, &Args::new().with("action", self.action(order)))
    }

    /// What would remove an obstacle.
    pub(super) fn free(&self, why: &Why) -> String {
        self.sentence("schedule-free", why, None)
    }

    /// Two decided appointments that ask the same person at the same time.
    pub fn clash(&self, (first, second): (OrderId, OrderId)) -> String {
        let args = Args::new().with("first", self.action(first)).with("second", self.action(second));
        self.words.text("schedule-clash", &args)
    }

    /// Why not earlier: the reasons of an appointment that are worth telling, in time order.
    pub fn why(&self, order: OrderId) -> Vec<String> {
        let appointment = self.schedule.appointment(order);
        let reasons = appointment.map(super::Appointment::telling).unwrap_or_default();
        reasons.into_iter().map(|reason| self.reason(reason)).collect()
    }

    /// One reason, as a sentence.
    pub fn reason(&self, reason: &Reason) -> String {
        match &reason.why {
            // A stay away that begins with a day off is told by its end.
            Why::Away { person, off: Some(off) } => self.off(person, off, reason.until),
            why @ Why::DayFull { .. } => {
                self.sentence("schedule-reason", why, Some(self.last_day(reason.until)))
            }
            why => self.sentence("schedule-reason", why, Some(self.moment(reason.until))),
        }
    }

    /// Why an action has no date, as a sentence.
    pub fn cause(&self, cause: &Cause) -> String {
        let horizon = self.words.show().short_day(self.schedule.period.last());
        let args = Args::new().with("horizon", horizon.clone());
        match cause {
            Cause::NobodyCapable { wanted } => self.nobody(wanted),
            Cause::Predecessor { order } => {
                self.words.text("schedule-cause-predecessor", &args.with("action", self.action(*order)))
            }
            Cause::Bound { order } => {
                self.words.text("schedule-cause-bound", &args.with("action", self.action(*order)))
            }
            Cause::Dearer => self.words.text("schedule-cause-dearer", &args),
            Cause::BeyondHorizon => self.words.text("schedule-cause-beyond-horizon", &args),
            Cause::NoRoom { .. } => match cause.binding() {
                None => self.words.text("schedule-cause-no-room", &args),
                Some(why) => self.sentence("schedule-no-room", why, Some(horizon)),
            },
        }
    }

    /// What stood in the way of an action without date, and for how long, longest first.
    pub fn blocked(&self, blocked: &Blocked) -> String {
        let obstacle = self.sentence("schedule-blocked", &blocked.why, None);
        let args = Args::new().with("obstacle", obstacle).with("length", self.length(blocked.minutes));
        self.words.text("schedule-blocked", &args)
    }

    /// `en retard de 1 jour ouvré`, or hours on the due day itself.
    pub fn lateness(&self, late: Lateness) -> String {
        if late.open_days == 0 {
            let args = Args::new().with("length", self.length(late.minutes));
            return self.words.text("schedule-late-hours", &args);
        }
        self.words.text("schedule-late-days", &Args::new().with_count("days", i64::from(late.open_days)))
    }

    /// A late case with where its delay was born.
    pub fn late_case(&self, late: &LateCase) -> String {
        let because: Vec<String> = late.because.iter().map(|reason| self.reason(reason)).collect();
        let args = Args::new()
            .with("late", self.lateness(late.late))
            .with("last", self.action(late.last.order))
            .with("origin", self.action(late.origin.order))
            .with("because", because.join(" "));
        let id = if late.last.order == late.origin.order { "schedule-late" } else { "schedule-late-after" };
        self.words.text(id, &args)
    }

    /// The sentence of an obstacle: `prefix` says for whom, the obstacle which one.
    fn sentence(&self, prefix: &str, why: &Why, until: Option<String>) -> String {
        let mut args = Args::new();
        args.set("until", until.unwrap_or_default());
        if let Some(person) = person_of(why) {
            args.set("person", self.person(person));
        }
        match why {
            Why::Busy { order, .. } => args.set("action", self.action(*order)),
            Why::After { order, delay } => {
                args.set("action", self.action(*order));
                args.set("delay", self.delay(*delay));
            }
            Why::TooShort { session, left, .. } => {
                args.set("session", self.length(*session));
                args.set("left", self.length(*left));
            }
            Why::Solicited { order, times, days } => {
                args.set("action", self.action(*order));
                args.count("times", i64::from(*times));
                args.count("days", i64::from(*days));
            }
            Why::Taken { room } => args.set("room", room.get(self.words.lang()).to_owned()),
            Why::TooLongAfter { order, wait } | Why::TooLongBefore { order, wait } => {
                args.set("action", self.action(*order));
                args.set("delay", self.wait(*wait));
            }
            _ => {}
        }
        self.words.text(&format!("{prefix}-{}", code_of(why)), &args)
    }

    fn off(&self, person: &str, off: &Off, until: DateTime) -> String {
        let (id, name) = match &off.cause {
            OffCause::Leave => ("schedule-off-leave", None),
            OffCause::Holiday { name } => ("schedule-off-holiday", Some(name)),
            OffCause::Exception { name } => ("schedule-off-exception", Some(name)),
        };
        let args = Args::new()
            .with("person", self.person(person))
            .with("day", self.words.show().short_day(off.day))
            .with("until", self.moment(until))
            .with("name", name.map_or("", |name| name.get(self.words.lang())));
        self.words.text(id, &args)
    }

    fn nobody(&self, wanted: &Wanted) -> String {
        let (id, args) = match wanted {
            Wanted::Person { person } => ("person", Args::new().with("person", self.person(person))),
            Wanted::Kind { kind, skill: None } => ("kind", Args::new().with("kind", kind.as_str())),
            Wanted::Kind { kind, skill: Some(skill) } => {
                ("skill", Args::new().with("kind", kind.as_str()).with("skill", skill.as_str()))
            }
        };
        self.words.text(&format!("schedule-nobody-{id}"), &args)
    }

    fn person(&self, code: &str) -> String {
        (*self.people.get(code).unwrap_or(&code)).to_owned()
    }

    /// `« visite » chez Durand`.
    fn action(&self, order: OrderId) -> String {
        let Some((action, customer)) = self.actions.get(&order) else {
            return self.words.plain("schedule-action-other");
        };
        let args = Args::new().with("action", action.get(self.words.lang())).with("customer", *customer);
        let id = if customer.is_empty() { "schedule-action-alone" } else { "schedule-action" };
        self.words.text(id, &args)
    }

    fn delay(&self, delay: Delay) -> String {
        match delay {
            Delay::Elapsed(minutes) => self.length(minutes),
            Delay::OpenDays(days) => {
                self.words.text("schedule-days", &Args::new().with_count("days", i64::from(days)))
            }
        }
    }

    /// A longest wait: whole days when it is made of them.
    fn wait(&self, wait: Minutes) -> String {
        if wait.0 > 0 && wait.0 % DAY == 0 {
            return self.words.text("schedule-elapsed-days", &Args::new().with_count("days", wait.0 / DAY));
        }
        self.length(wait)
    }

    fn moment(&self, at: DateTime) -> String {
        let show = self.words.show();
        if at.time() == Time::midnight() {
            return show.short_day(at.date());
        }
        let args = Args::new().with("day", show.short_day(at.date())).with("time", show.time(at.time()));
        self.words.text("schedule-moment", &args)
    }

    /// The last day that ends by this moment: a share is spent by the day, whatever the hour.
    fn last_day(&self, by: DateTime) -> String {
        let moment = by.checked_sub(1.minute()).unwrap_or(by);
        self.words.show().short_day(moment.date())
    }

    fn length(&self, minutes: Minutes) -> String {
        self.words.show().duration(minutes)
    }
}

fn person_of(why: &Why) -> Option<&str> {
    match why {
        Why::Away { person, .. }
        | Why::TooShort { person, .. }
        | Why::Busy { person, .. }
        | Why::DayFull { person } => Some(person),
        Why::Pinned
        | Why::Release
        | Why::After { .. }
        | Why::Customer
        | Why::Solicited { .. }
        | Why::Taken { .. }
        | Why::TooLongAfter { .. }
        | Why::TooLongBefore { .. }
        | Why::Slack => None,
    }
}

/// The end of the name of its message.
pub(super) fn code_of(why: &Why) -> &'static str {
    match why {
        Why::Pinned => "pinned",
        Why::Release => "release",
        Why::After { delay, .. } if delay.is_none() => "after",
        Why::After { .. } => "after-delay",
        Why::Customer => "customer",
        Why::Away { .. } => "away",
        Why::TooShort { fits: Fits::Mornings, .. } => "mornings",
        Why::TooShort { fits: Fits::Afternoons, .. } => "afternoons",
        Why::TooShort { fits: Fits::Somewhere, .. } => "too-short",
        Why::TooShort { fits: Fits::Nowhere, .. } => "nowhere",
        Why::Busy { .. } => "busy",
        Why::DayFull { .. } => "day-full",
        Why::Solicited { .. } => "solicited",
        Why::Taken { .. } => "taken",
        Why::TooLongAfter { .. } => "too-long-after",
        Why::TooLongBefore { .. } => "too-long-before",
        Why::Slack => "slack",
    }
}
