//! Every sentence exists in both languages, whatever the schedule.

use crate::language::{Catalogue, Lang, Minutes, Share};
use crate::planning::schedule::example::*;
use crate::planning::schedule::{Cause, Delay, Fits, Job, Lateness, Rule, Schedule, Speaker, Why};
use crate::process::{Absence, Bilingual, Workshop};
use jiff::civil::date;
use proptest::prelude::*;

/// Names of the messages of a file.
fn messages(file: &str) -> Vec<&str> {
    let names = file.lines().filter(|line| line.starts_with("schedule-"));
    names.filter_map(|line| line.split_once(" =").map(|(name, _)| name)).collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    let french = messages(include_str!("../../../../../../locales/fr/schedule.ftl"));
    let english = messages(include_str!("../../../../../../locales/en/schedule.ftl"));
    assert!(french.len() > 40);
    assert_eq!(french, english);
}

#[test]
fn every_obstacle_has_its_sentences() {
    let person = || "S1".to_owned();
    let too_short = |fits| Why::TooShort { person: person(), session: Minutes(150), left: Minutes(45), fits };
    let all = [
        Why::Pinned,
        Why::Release,
        Why::After { order: order("B1"), delay: Delay::OpenDays(0) },
        Why::After { order: order("B1"), delay: Delay::OpenDays(1) },
        Why::Customer,
        Why::Away { person: person(), off: None },
        too_short(Fits::Mornings),
        too_short(Fits::Afternoons),
        too_short(Fits::Somewhere),
        too_short(Fits::Nowhere),
        Why::Busy { person: person(), order: order("B1") },
        Why::DayFull { person: person() },
        Why::Solicited { order: order("B1"), times: 2, days: 7 },
        Why::Taken { room: Bilingual::default() },
        Why::TooLongAfter { order: order("B1"), wait: Minutes(1_440) },
        Why::TooLongBefore { order: order("B1"), wait: Minutes(1_440) },
        Why::Slack,
    ];
    for lang in [Lang::Fr, Lang::En] {
        for code in all.iter().map(crate::planning::schedule::words::code_of) {
            for prefix in ["schedule-reason", "schedule-no-room", "schedule-blocked", "schedule-free"] {
                assert!(Catalogue::of(lang).has(&format!("{prefix}-{code}")), "{prefix}-{code}");
            }
        }
    }
}

#[test]
fn somebody_busy_is_said_with_what_keeps_them() {
    let schedule = plan(&jobs());
    let said = |lang| Speaker::of(&schedule, lang).why(order("A1"));
    let french = "S1 n’est pas libre avant le lun. 11 janv. à 12:00\u{202f}: «\u{202f}B1\u{202f}», Client B.";
    assert_eq!(said(Lang::Fr), [french]);
    assert_eq!(said(Lang::En), ["S1 is not free before Mon 11 Jan 12:00: “B1”, Client B."]);
}

#[test]
fn what_was_done_and_left_the_schedule_keeps_its_name() {
    let schedule = plan(&jobs());
    let mut left = schedule.clone();
    left.appointments.retain(|one| one.order != order("B1"));
    let gone = schedule.appointment(order("B1")).unwrap();
    let told = |speaker: Speaker<'_>| speaker.why(order("B2")).remove(0).replace(['\u{202f}', '\u{a0}'], " ");
    let known = told(Speaker::of(&left, Lang::Fr).naming(std::iter::once(gone)));
    assert_eq!(known, "Pas avant le lun. 11 janv. à 12:00 : il faut d’abord « B1 », Client B.");
    let unknown = told(Speaker::of(&left, Lang::Fr));
    assert_eq!(unknown, "Pas avant le lun. 11 janv. à 12:00 : il faut d’abord une autre action.");
}

#[test]
fn a_wait_is_said_with_what_is_waited_for() {
    let schedule = plan(&jobs());
    let said = |lang, name| {
        Speaker::of(&schedule, lang).why(order(name)).remove(0).replace(['\u{202f}', '\u{a0}'], " ")
    };
    assert_eq!(
        said(Lang::Fr, "C3"),
        "Pas avant le mer. 13 janv. à 12:00 : il faut laisser passer 1 jour ouvré après « C2 », Client C."
    );
    assert_eq!(
        said(Lang::Fr, "B2"),
        "Pas avant le lun. 11 janv. à 12:00 : il faut d’abord « B1 », Client B."
    );
    assert_eq!(
        said(Lang::En, "C3"),
        "Not before Wed 13 Jan 12:00: 1 working day must pass after “C2”, Client C."
    );
}

#[test]
fn lateness_is_said_in_open_days_or_in_hours() {
    let schedule = plan(&jobs());
    let say = |lang, open_days, minutes| {
        Speaker::of(&schedule, lang)
            .lateness(Lateness { open_days, minutes: Minutes(minutes) })
            .replace('\u{202f}', " ")
    };
    assert_eq!(say(Lang::Fr, 0, 150), "en retard de 2 h 30, le jour de l’échéance");
    assert_eq!(say(Lang::Fr, 1, 1440), "en retard de 1 jour ouvré");
    assert_eq!(say(Lang::Fr, 2, 2880), "en retard de 2 jours ouvrés");
    assert_eq!(say(Lang::En, 2, 2880), "2 working days late");
    assert_eq!(say(Lang::En, 0, 45), "45 min late, on the due day");
}

fn any_job(index: usize) -> impl Strategy<Value = Job> {
    let kinds = prop::sample::subsequence(vec!["seller", "presales", "nobody"], 1..=2);
    let window = prop::option::weighted(0.3, (11..17i8, 8..12i8, 1..12i8));
    (1..5i64, kinds, 9..18i8, window, any::<bool>(), 0..3u32).prop_map(
        move |(length, kinds, due, window, chain, days)| {
            let letter = char::from(b'A' + (index % 4) as u8);
            let mut new = job(&format!("{letter}{index}"), length, &kinds, Some(january(due, 16)));
            new.windows =
                window.map(|(day, from, hours)| vec![(january(day, from), january(day, from + hours))]);
            if chain && index > 0 {
                let before = char::from(b'A' + ((index - 1) % 4) as u8);
                return then(new, &format!("{before}{}", index - 1), Delay::OpenDays(days));
            }
            new
        },
    )
}

fn any_workshop() -> impl Strategy<Value = Workshop> {
    (1..=10_000u16, prop::option::of(11..15i8)).prop_map(|(share, leave)| {
        let mut shop = workshop();
        shop.resources[0].share = Share::new(share).unwrap();
        let absence = |day| Absence { first: date(2027, 1, day), last: date(2027, 1, day) };
        shop.resources[1].leave = leave.map(absence).into_iter().collect();
        shop
    })
}

/// Everything a schedule has to say in one language.
fn everything(schedule: &Schedule, lang: Lang) -> Vec<String> {
    let speaker = Speaker::of(schedule, lang);
    let reasons =
        schedule.appointments.iter().flat_map(|one| &one.reasons).map(|reason| speaker.reason(reason));
    let causes = schedule.unplaced.iter().map(|one| speaker.cause(&one.cause));
    let blocked = schedule.unplaced.iter().filter_map(|one| match &one.cause {
        Cause::NoRoom { obstacles } => Some(obstacles),
        _ => None,
    });
    let blocked = blocked.flatten().map(|blocked| speaker.blocked(blocked));
    let late = schedule.late();
    reasons.chain(causes).chain(blocked).chain(late.iter().map(|late| speaker.late_case(late))).collect()
}

proptest! {
    #[test]
    fn every_job_comes_back_once_and_every_sentence_is_whole(
        jobs in (1..14usize).prop_flat_map(|count| (0..count).map(|index| any_job(index).boxed()).collect::<Vec<_>>()),
        shop in any_workshop(),
        by_margin in any::<bool>(),
    ) {
        let rule = if by_margin { Rule::MarginPerBottleneckHour { kind: "seller".to_owned() } } else { Rule::DueDate };
        let schedule = plan_by(&rule, &shop, &jobs);
        let placed = schedule.appointments.iter().map(|one| one.order);
        let mut met: Vec<_> = placed.chain(schedule.unplaced.iter().map(|one| one.order)).collect();
        let mut asked: Vec<_> = jobs.iter().map(|job| job.order).collect();
        met.sort();
        asked.sort();
        prop_assert_eq!(met, asked);
        for lang in [Lang::Fr, Lang::En] {
            for sentence in everything(&schedule, lang) {
                prop_assert!(!sentence.contains("schedule-") && !sentence.contains('{'), "{}", sentence);
            }
        }
    }
}
