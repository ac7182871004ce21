//! The golden company: Métrios, first quarter of 2027.
#![allow(dead_code, missing_docs, clippy::unwrap_used)] // each test file uses its part of it

use atelier_domain::language::{Currency, Minutes, Money, Period, Share, Week, Yield};
use atelier_domain::planning::{Capacity, Demand, Service, Wip};
use atelier_domain::process::{
    Absence, Bilingual, Calendar, Channel, Exception, Hours, Input, Kind, Objective, Operation, Policy,
    Process, Resource, Step, Unit, Workshop,
};
use jiff::civil::{Date, date, time};
use std::collections::BTreeMap;

pub fn text(fr: &str, en: &str) -> Bilingual {
    Bilingual { fr: fr.into(), en: en.into() }
}

fn operation(code: &str, kind: &str, run: i64, travel: i64, channel: Channel) -> Operation {
    Operation {
        code: code.into(),
        name: text(code, code),
        kinds: vec![kind.into()],
        prepare: Minutes(0),
        run: Minutes(run),
        travel: Minutes(travel),
        lot: 1,
        channel,
        skill: None,
        automated: false,
        wait_days: 0,
        wait_days_max: None,
        strength: atelier_domain::process::Strength::Recommended,
        split: false,
        room: None,
        alternatives: vec![],
        playbook: Bilingual::default(),
        checklist: Vec::new(),
        conversation: None,
    }
}

fn step(code: &str, millionths: u32, weeks: u32, after: Option<&str>, operations: Vec<Operation>) -> Step {
    Step {
        code: code.into(),
        name: text(code, code),
        yields: Yield::new(millionths),
        lead_days: weeks * 7,
        after: after.map(|step| Input { step: step.into(), quantity: 1 }).into_iter().collect(),
        evidence: Vec::new(),
        operations,
    }
}

fn steps() -> Vec<Step> {
    let research = vec![
        operation("research", "caller", 6, 0, Channel::Desk),
        operation("call", "caller", 24, 0, Channel::Call),
    ];
    let solution = vec![
        operation("prepare", "seller", 30, 0, Channel::Desk),
        operation("meet", "seller", 90, 60, Channel::Visit),
        operation("letter", "seller", 15, 0, Channel::Mail),
    ];
    let workshop = vec![
        operation("workshop", "seller", 120, 60, Channel::Visit),
        operation("workshop-presales", "presales", 150, 0, Channel::Visit),
        operation("justification", "presales", 90, 0, Channel::Desk),
    ];
    let decision = vec![
        operation("proposal", "seller", 120, 0, Channel::Desk),
        operation("decision", "seller", 90, 60, Channel::Visit),
        operation("annex", "presales", 60, 0, Channel::Desk),
    ];
    let first_use = vec![operation("first-use", "seller", 60, 60, Channel::Visit)];
    vec![
        step("goal", 200_000, 2, None, research),
        step("use", 500_000, 1, Some("goal"), solution),
        step("justified", 800_000, 2, Some("use"), workshop),
        step("decided", 500_000, 2, Some("justified"), decision),
        step("uses", 0, 0, Some("decided"), first_use),
    ]
}

pub fn process() -> Process {
    Process {
        code: "metrios".into(),
        version: 1,
        name: text("Nouveaux clients", "New customers"),
        function: "prospecting".into(),
        owner: "direction".into(),
        line: None,
        objectives: vec![objective()],
        target: Vec::new(),
        steps: steps(),
        planning: None,
        indicators: Vec::new(),
        kinds: ["caller", "seller", "presales"].map(String::from).to_vec(),
        lines: vec![],
        valid_from: None,
    }
}

pub fn objective() -> Objective {
    let week = |number: i64| weeks()[usize::try_from(number).unwrap() - 1];
    Objective {
        code: "margin-q1".into(),
        name: text("Marge du trimestre", "Margin of the quarter"),
        unit: Unit::Margin,
        quantity: 18_000_000,
        currency: Currency::EUR,
        average_deal: Some(euros(25_000)),
        margin_rate: Share::new(3_600),
        period: Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap(),
        owner: "direction".into(),
        line: None,
        due: (9..=13).map(|number| (week(number), 4)).collect(),
    }
}

pub fn euros(amount: i64) -> Money {
    Money { cents: amount * 100, currency: Currency::EUR }
}

/// W01 to W13 of 2027.
pub fn weeks() -> Vec<Week> {
    weeks_to(13)
}

pub fn weeks_to(count: i64) -> Vec<Week> {
    let first = Week::of(date(2027, 1, 4));
    (0..count).map(|week| first.plus(week)).collect()
}

pub fn due() -> Vec<i64> {
    [vec![0; 8], vec![4; 5]].concat()
}

pub fn wip() -> Wip {
    Wip::of([("use", 10), ("justified", 5), ("decided", 4)])
}

fn person(code: &str, kind: &str, basis_points: u16, leave: &[(Date, Date)]) -> Resource {
    Resource {
        code: code.into(),
        name: code.into(),
        kind: kind.into(),
        team: String::new(),
        calendar: Some("office".into()),
        part_time: Share::WHOLE,
        share: Share::new(basis_points).unwrap(),
        skills: Vec::new(),
        leave: leave.iter().map(|&(first, last)| Absence { first, last }).collect(),
    }
}

fn kind(code: &str, fr: &str, en: &str, hour_cost: i64) -> Kind {
    Kind { code: code.into(), name: text(fr, en), hour_cost: Some(euros(hour_cost)) }
}

pub fn workshop() -> Workshop {
    let day = vec![
        Hours { from: time(9, 0, 0, 0), to: time(12, 0, 0, 0) },
        Hours { from: time(13, 0, 0, 0), to: time(17, 0, 0, 0) },
    ];
    let mut week: [Vec<Hours>; 7] = std::array::from_fn(|_| day.clone());
    week[5..].fill(Vec::new());
    let meeting =
        |on| Exception { on, who: "*".into(), hours: Vec::new(), name: text("Réunion", "Meeting") };
    let meetings = [date(2027, 1, 8), date(2027, 2, 5), date(2027, 3, 5), date(2027, 4, 2)];
    Workshop {
        zone: "Europe/Paris".into(),
        currency: Currency::EUR,
        holidays: BTreeMap::from([(date(2027, 3, 29), text("Lundi de Pâques", "Easter Monday"))]),
        calendars: vec![Calendar { code: "office".into(), week }],
        exceptions: meetings.map(meeting).to_vec(),
        kinds: vec![
            kind("caller", "téléopérateurs", "callers", 30),
            kind("seller", "vendeurs", "sellers", 60),
            kind("presales", "avant-ventes", "presales", 70),
        ],
        resources: vec![
            person("S1", "seller", 5_000, &[(date(2027, 2, 22), date(2027, 2, 25))]),
            person("S2", "seller", 5_000, &[(date(2027, 3, 1), date(2027, 3, 4))]),
            person("S3", "seller", 5_000, &[(date(2027, 3, 8), date(2027, 3, 11))]),
            person("P1", "presales", 6_000, &[(date(2027, 3, 8), date(2027, 3, 11))]),
            person("C1", "caller", 6_000, &[(date(2027, 1, 11), date(2027, 1, 14))]),
        ],
        policy: Policy::default(),
    }
}

/// Minutes given to planned actions on a day: calendar less holidays, meetings and leave, times the share.
pub fn minutes(workshop: &Workshop, resource: &Resource, on: Date) -> Minutes {
    let away = resource.leave.iter().any(|leave| leave.first <= on && on <= leave.last);
    let closed = workshop.exceptions.iter().any(|exception| exception.on == on);
    if away || closed || workshop.holidays.contains_key(&on) {
        return Minutes(0);
    }
    let weekday = usize::try_from(on.weekday().to_monday_zero_offset()).unwrap();
    let hours = &workshop.calendars[0].week[weekday];
    resource.share.of(hours.iter().map(|hours| hours.minutes()).sum())
}

pub fn capacity_to(count: i64) -> Capacity {
    let workshop = workshop();
    Capacity::of(&workshop, &weeks_to(count), |resource, on| minutes(&workshop, resource, on))
}

/// Everything a demand borrows.
pub struct Metrios {
    pub process: Process,
    pub due: Vec<i64>,
    pub wip: Wip,
    pub capacity: Capacity,
}

impl Metrios {
    pub fn new(weeks: i64) -> Self {
        let mut due = due();
        due.resize(usize::try_from(weeks).unwrap(), 0);
        Self { process: process(), due, wip: wip(), capacity: capacity_to(weeks) }
    }

    pub fn demand(&self) -> Demand<'_> {
        Demand {
            process: &self.process,
            due: &self.due,
            wip: &self.wip,
            capacity: &self.capacity,
            subcontracts: &[],
            room: None,
            service: Service::Mean,
        }
    }
}

/// Two feeders with quantities: a decision needs one justified case and two references.
pub fn branching() -> Process {
    let mut process = process();
    let mut reference = process.steps[0].clone();
    reference.code = "reference".into();
    reference.yields = Yield::new(250_000);
    reference.operations[0].code = "ask-reference".into();
    reference.operations.truncate(1);
    process.steps.insert(3, reference);
    process.steps[4].after.push(Input { step: "reference".into(), quantity: 2 });
    process
}
