//! How operations may be placed, and the policy of the workshop: what is read, what is refused.

use crate::faults::{HEAD, check, process, workshop};
use crate::{before_2027, places};
use atelier_domain::language::{Catalogue, Lang, Minutes, Refusal, Refusals};
use atelier_domain::process::{Channel, Process, Solicitation, Workshop};
use jiff::civil::date;

const SHOP: &str = r#"zone = "Europe/Paris"
holidays = "none"
[calendar.standard]
mon = ["09:00-12:00"]
[[kind]]
code = "seller"
name = "vendeurs"
[[resource]]
code = "ana"
name = "Ana"
kind = "seller"
calendar = "standard"
[solicitation]
times = 2
days = 7
[prices]
seller_change = 240
trip = 60
[[room]]
code = "demo"
name = { fr = "Salle de démonstration", en = "Demo room" }
[[customer_hours]]
who = "*"
tue = "09:00-17:00"
[[customer_hours]]
who = "Médical"
mon = ["14:00-18:00", "08:00-10:00"]
[[customer_hours]]
who = "Hôpital Sud"
fri = ["08:00-10:00"]
"#;

const STEP: &str = r#"
[[step]]
code = "met"
name = "Rencontré"
lead_days = 5
[[step.operation]]
code = "call"
name = "Appel"
kind = "seller"
run = 10
channel = "call"
[[step.operation]]
code = "visit"
name = "Visite"
kind = "seller"
prepare = 30
run = 60
travel = 45
channel = "visit"
wait_days_max = 10
room = "demo"
[[step.operation.alternative]]
channel = "video"
price = 90
[[step.operation.alternative]]
channel = "call"
run = 20
[[step.operation]]
code = "file"
name = "Dossier"
kind = "seller"
run = 300
split = true
"#;

fn shop() -> Workshop {
    Workshop::read("w.toml", SHOP, 2027..=2027).unwrap().0
}

#[test]
fn the_ways_of_an_operation_are_read_and_written_back() {
    let (read, _) =
        Process::read_against("p.toml", &format!("{HEAD}{STEP}"), &before_2027(), &shop()).unwrap();
    let [_, visit, file] = read.steps[0].operations.as_slice() else { panic!() };
    assert_eq!((visit.wait_days, visit.wait_days_max), (0, Some(10)));
    let [video, call] = visit.alternatives.as_slice() else { panic!() };
    assert_eq!((video.channel, video.price), (Channel::Video, 90));
    assert_eq!(video.kinds, ["seller"]);
    // Preparation and run as in the visit, without the travel.
    assert_eq!((video.work(1), call.work(1)), (Minutes(90), Minutes(50)));
    assert!(file.split && !visit.split);
    let (again, _) = Process::read("p.toml", &read.write(), &before_2027()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn the_policy_is_read_and_the_nearest_hours_of_a_customer_win() {
    let policy = shop().policy;
    assert_eq!(policy.solicitation, Some(Solicitation { times: 2, days: 7 }));
    assert_eq!((policy.prices.seller_change, policy.prices.trip), (240, 60));
    assert_eq!(policy.room("demo").unwrap().count, 1);
    let who = |account, sector| policy.hours_of_customer(account, sector).unwrap().who.as_str();
    assert_eq!(who("hôpital sud ", "médical"), "Hôpital Sud");
    assert_eq!(who("Clinique Nord", "médical"), "Médical");
    assert_eq!(who("Mairie", ""), "*");
    let days = [date(2027, 1, 4), date(2027, 1, 5)];
    let windows = policy.hours_of_customer("Clinique Nord", "médical").unwrap().windows(days.into_iter());
    let at = |hour| date(2027, 1, 4).at(hour, 0, 0, 0);
    assert_eq!(windows, [(at(8), at(10)), (at(14), at(18))]);
}

const CONTRADICTIONS: &str = r#"
[[step]]
code = "met"
name = "Rencontré"
lead_days = 5
[[step.operation]]
code = "a"
name = "A"
kinds = ["seller", "presales"]
run = 10
wait_days = 5
wait_days_max = 3
split = true
[[step.operation.alternative]]
run = 0
channel = "fax"
[[step.operation]]
code = "b"
name = "B"
automated = true
[[step.operation.alternative]]
channel = "call"
run = 5
"#;

const STRENGTHS: &str = r#"
[[step]]
code = "met"
name = "Rencontré"
lead_days = 5
[[step.operation]]
code = "a"
name = "A"
kind = "seller"
run = 10
strength = "mandatory"
reason = { fr = "La loi.", en = "The law." }
[[step.operation]]
code = "b"
name = "B"
kind = "seller"
run = 10
[[step.operation]]
code = "c"
name = "C"
kind = "seller"
run = 10
strength = "free"
[[step.operation]]
code = "d"
name = "D"
kind = "seller"
run = 10
strength = "recommended"
[[step.operation]]
code = "e"
name = "E"
automated = true
"#;

#[test]
fn the_room_to_manoeuvre_is_counted_told_and_written_back() {
    let (read, _) = Process::read("p.toml", &format!("{HEAD}{STRENGTHS}"), &before_2027()).unwrap();
    let leeway = read.leeway();
    assert_eq!((leeway.mandatory, leeway.recommended, leeway.free), (1, 2, 1), "nobody does the last one");
    for (lang, told) in [
        (
            Lang::Fr,
            "1 opération obligatoire (25\u{202f}%), 2 recommandées (50\u{202f}%), 1 libre (25\u{202f}%)",
        ),
        (Lang::En, "1 mandatory operation (25%), 2 recommended (50%), 1 free (25%)"),
    ] {
        let sentence = leeway.sentence(Catalogue::of(lang));
        assert!(sentence.contains(told), "{sentence}");
    }
    let reason = read.steps[0].operations[0].strength.reason().unwrap();
    assert_eq!((reason.fr.as_str(), reason.en.as_str()), ("La loi.", "The law."));
    let (again, _) = Process::read("p.toml", &read.write(), &before_2027()).unwrap();
    assert_eq!(again, read);
}

fn without_reason() -> String {
    STRENGTHS.replace("reason = { fr = \"La loi.\", en = \"The law.\" }\n", "")
}

fn reason_alone() -> String {
    STRENGTHS.replace("strength = \"free\"", "strength = \"free\"\nreason = \"Parce que.\"")
}

#[test]
fn what_binds_says_why_and_only_what_binds() {
    check(&without_reason(), &["10:1 mandatory-without-reason"]);
    check(&reason_alone(), &["22:1 reason-without-rule"]);
    let text = STRENGTHS.replace("strength = \"free\"", "strength = \"strict\"");
    check(&text, &["27:12 unknown-word"]);
}

const WAITS: &str = r#"
[[step]]
code = "met"
name = "Rencontré"
lead_days = 5
[[step.operation]]
code = "a"
name = "A"
kind = "seller"
run = 10
wait_days = 2
wait_days_max = 5
[[step.operation]]
code = "b"
name = "B"
automated = true
wait_days = 1
[[step.operation]]
code = "c"
name = "C"
kind = "seller"
run = 10
wait_days_max = 5
[[step.operation]]
code = "d"
name = "D"
kind = "seller"
run = 10
wait_days_max = 5
"#;

#[test]
fn a_wait_in_open_days_and_a_longest_wait_in_elapsed_days_do_not_mix() {
    check(WAITS, &["16:17 waits-mixed", "27:17 waits-mixed"]);
}

#[test]
fn what_contradicts_itself_is_refused_where_it_is_written() {
    check(
        CONTRADICTIONS,
        &[
            "16:17 longest-wait-too-short",
            "17:9 joint-in-parts",
            "18:1 operation-without-time",
            "20:11 unknown-word",
            "25:1 alternative-to-automated",
        ],
    );
}

const POLICY: &str = r#"zone = "Europe/Paris"
holidays = "none"
[solicitation]
times = 0
days = -1
[prices]
trip = -5
[[customer_hours]]
who = "Mairie"
[[room]]
code = "demo"
name = "Salle"
count = 0
"#;

#[test]
fn a_policy_that_says_nothing_sensible_is_refused() {
    assert_eq!(
        places(&workshop(POLICY)),
        [
            "4:9 solicitation-below-one",
            "5:8 solicitation-below-one",
            "7:8 number-out-of-range",
            "8:1 customer-never-there",
            "13:9 number-out-of-range",
        ]
    );
}

fn unknown_customers(known: &[&str]) -> Vec<Refusal> {
    Workshop::read_for("w.toml", SHOP, 2027..=2027, known).unwrap().1
}

#[test]
fn hours_that_concern_no_account_and_no_sector_are_told_with_their_line() {
    let told = |known: &[&str]| places(&Refusals(unknown_customers(known)));
    assert_eq!(told(&["Hôpital Nord", "médical"]), ["29:7 unknown-customer"]);
    assert_eq!(told(&["hôpital sud ", "médical"]), Vec::<String>::new(), "capitals and spaces do not count");
    let [english, _, _] =
        unknown_customers(&["Hôpital Nord", "médical"])[0].sentences(Catalogue::of(Lang::En));
    assert!(english.contains("Hôpital Sud"), "{english}");
}

#[test]
fn a_room_that_is_not_in_the_workshop_is_refused() {
    let text = format!("{HEAD}{STEP}").replace("\"demo\"", "\"salon\"");
    let faults = Process::read_against("p.toml", &text, &before_2027(), &shop()).unwrap_err();
    assert_eq!(places(&faults), ["25:8 unknown-room"]);
}

/// At least one refusal of each code of this file.
pub fn every_refusal() -> Vec<Refusal> {
    let text = format!("{HEAD}{STEP}").replace("\"demo\"", "\"salon\"");
    let mut all = Process::read_against("p.toml", &text, &before_2027(), &shop()).unwrap_err().0;
    all.extend(process(&format!("{HEAD}{CONTRADICTIONS}")).0);
    all.extend(process(&format!("{HEAD}{WAITS}")).0);
    all.extend(process(&format!("{HEAD}{}", without_reason())).0);
    all.extend(process(&format!("{HEAD}{}", reason_alone())).0);
    all.extend(workshop(POLICY).0);
    all.extend(unknown_customers(&["Hôpital Nord"]));
    all
}
