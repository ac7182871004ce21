//! The golden week: two people, four cases, half-hour grid; shared by the tests of this folder.

use super::{After, Delay, Effort, Job, Request, Rule, Schedule, schedule};
use crate::language::{CaseId, Currency, Minutes, Money, OrderId, Period, Share, TenantId};
use crate::process::{Bilingual, Calendar, Hours, Policy, Resource, Workshop};
use jiff::civil::{Date, DateTime, Time, date};
use std::collections::BTreeMap;

pub fn week() -> Period {
    Period::through(date(2027, 1, 11), date(2027, 1, 15)).unwrap()
}

/// A moment of January 2027.
pub fn january(day: i8, hour: i8) -> DateTime {
    date(2027, 1, day).at(hour, 0, 0, 0)
}

pub fn hours(from: i8, to: i8) -> Hours {
    Hours { from: Time::constant(from, 0, 0, 0), to: Time::constant(to, 0, 0, 0) }
}

pub fn person(code: &str, kind: &str) -> Resource {
    Resource {
        code: code.to_owned(),
        name: code.to_owned(),
        kind: kind.to_owned(),
        team: "north".to_owned(),
        calendar: Some("office".to_owned()),
        part_time: Share::WHOLE,
        share: Share::WHOLE,
        skills: vec![],
        leave: vec![],
    }
}

/// S1 sells, P1 is presales: 9-12 and 14-16 from Monday to Friday.
pub fn workshop() -> Workshop {
    let day = || vec![hours(9, 12), hours(14, 16)];
    Workshop {
        zone: "Europe/Paris".to_owned(),
        currency: Currency::EUR,
        holidays: BTreeMap::new(),
        calendars: vec![Calendar {
            code: "office".to_owned(),
            week: [day(), day(), day(), day(), day(), vec![], vec![]],
        }],
        exceptions: vec![],
        kinds: vec![],
        resources: vec![person("S1", "seller"), person("P1", "presales")],
        policy: Policy::default(),
    }
}

pub fn order(name: &str) -> OrderId {
    OrderId::of(TenantId::of("metrios"), name)
}

pub fn case(name: &str) -> CaseId {
    CaseId::of(TenantId::of("metrios"), name)
}

/// Operation `B1` of case `B`: `length` hours of one person of each kind.
pub fn job(name: &str, length: i64, kinds: &[&str], due: Option<DateTime>) -> Job {
    Job {
        order: order(name),
        case: case(&name[..1]),
        customer: format!("Client {}", &name[..1]),
        process: "hunting".to_owned(),
        step: "3".to_owned(),
        operation: name.to_owned(),
        action: Bilingual { fr: name.to_owned(), en: String::new() },
        kinds: kinds.iter().map(|&kind| kind.to_owned()).collect(),
        skill: None,
        people: vec![],
        minutes: Minutes(length * 60),
        release: january(11, 0),
        due,
        windows: None,
        after: vec![],
        margin: None,
        pinned: None,
        alternatives: vec![],
        split: false,
        site: None,
        contact: None,
        room: None,
    }
}

pub fn then(mut job: Job, before: &str, delay: Delay) -> Job {
    job.after.push(After { order: order(before), delay, at_most: None });
    job
}

pub fn margin(mut job: Job, euros: i64) -> Job {
    job.margin = Some(Money { cents: euros * 100, currency: Currency::EUR });
    job
}

/// Cases B, A, D, C of the golden week, as given: variant 1.
pub fn jobs() -> Vec<Job> {
    let due = |day| Some(january(day, 16));
    let mut a2 = then(job("A2", 2, &["seller"], due(13)), "A1", Delay::OpenDays(0));
    a2.windows = Some(vec![(january(12, 14), january(12, 16))]);
    vec![
        job("C1", 1, &["presales"], due(15)),
        then(job("C2", 2, &["seller"], due(15)), "C1", Delay::OpenDays(0)),
        then(job("C3", 2, &["seller"], due(15)), "C2", Delay::OpenDays(1)),
        job("A1", 1, &["seller"], due(13)),
        a2,
        job("D1", 1, &["seller"], due(14)),
        job("B1", 3, &["seller", "presales"], due(12)),
        then(job("B2", 2, &["presales"], due(12)), "B1", Delay::OpenDays(0)),
    ]
}

/// The same, with the customer of B not before a moment: variants 2 and 3.
pub fn jobs_with_b_from(from: DateTime) -> Vec<Job> {
    let mut jobs = jobs();
    let b1 = jobs.iter_mut().find(|job| job.order == order("B1")).unwrap();
    b1.windows = Some(vec![(from, january(16, 0))]);
    jobs
}

pub fn plan(jobs: &[Job]) -> Schedule {
    plan_by(&Rule::DueDate, &workshop(), jobs)
}

pub fn plan_by(rule: &Rule, workshop: &Workshop, jobs: &[Job]) -> Schedule {
    schedule(&Request { workshop, period: week(), grid: Minutes(30), rule, jobs, effort: Effort::default() })
        .unwrap()
}

/// `B1 Mon 09-12 S1 P1` per appointment, in the order of the operations' names.
pub fn lines(schedule: &Schedule) -> Vec<String> {
    let weekday = |day: Date| {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday().to_monday_zero_offset() as usize]
    };
    let line = |one: &super::Appointment| {
        let (from, to) = (one.start, one.end);
        let minutes =
            |at: DateTime| if at.minute() == 0 { String::new() } else { format!(":{:02}", at.minute()) };
        let (day, people) = (weekday(from.date()), one.people.join(" "));
        format!(
            "{} {day} {:02}{}-{:02}{} {people}",
            one.operation,
            from.hour(),
            minutes(from),
            to.hour(),
            minutes(to)
        )
    };
    let mut lines: Vec<String> = schedule.appointments.iter().map(line).collect();
    lines.sort();
    lines
}
