//! Conversation types: read, told, kept apart while they are drafts.

use crate::faults::{HEAD, check};
use crate::{before_2027, metrios};
use atelier_domain::language::{Lang, Refusal};
use atelier_domain::process::{Part, Process};

const STEP: &str = r#"
[[step]]
code = "a"
name = "A"
lead_days = 3
[[step.operation]]
code = "meet"
name = "Rencontrer"
kind = "seller"
run = 30
"#;

/// One of each, for the test that every code can be met.
pub fn every_refusal() -> Vec<Refusal> {
    let talk = "[step.operation.conversation]\nquestions = [\"a\", \"b\", \"c\", \"d\"]\n";
    let draft = format!("{HEAD}{STEP}[step.operation.conversation.scenario]\nevent = \"La nuit\"\n");
    let mut all = crate::faults::process(&format!("{HEAD}{STEP}{talk}")).0;
    all.extend(Process::read("p.toml", &draft, &before_2027()).unwrap().1);
    all
}

#[test]
fn the_golden_meeting_says_with_whom_on_what_and_to_see_which_use() {
    let process = metrios();
    let meet = process.steps[1].operations.iter().find(|one| one.code == "meet").unwrap();
    let talk = meet.conversation.as_ref().unwrap();
    assert_eq!((talk.part, talk.role.get(Lang::En)), (Part::User, "Quality manager"));
    assert_eq!(talk.questions.len(), 3);
    assert!(!talk.scenario.as_ref().unwrap().is_draft());
    assert!(process.steps[1].operations[0].conversation.is_none(), "work at one's desk is no conversation");
}

#[test]
fn a_fourth_question_is_refused_at_its_place_and_so_is_an_unknown_part() {
    let talk = "[step.operation.conversation]\npart = \"boss\"\nquestions = [\"a\", \"b\", \"c\", \"d\"]\n";
    check(&format!("{STEP}{talk}"), &["16:8 unknown-word", "17:29 too-many-questions"]);
}

#[test]
fn a_scenario_without_its_event_or_actor_is_kept_as_a_draft_and_told_so() {
    for (fields, is_draft) in [
        ("event = \"La nuit\"", true),
        ("actor = \"Le chef\"", true),
        ("event = \"La nuit\"\nactor = \"Le chef\"", false),
    ] {
        let text = format!("{HEAD}{STEP}[step.operation.conversation.scenario]\n{fields}\n");
        let (process, warnings) = Process::read("p.toml", &text, &before_2027()).unwrap();
        let talk = process.steps[0].operations[0].conversation.clone().unwrap();
        assert_eq!(talk.scenario.unwrap().is_draft(), is_draft, "{fields}");
        let told: Vec<_> = warnings.iter().map(|warning| warning.code).collect();
        assert_eq!(told.contains(&"process/scenario-is-draft"), is_draft, "{fields}: {told:?}");
        let again = Process::read("p.toml", &process.write(), &before_2027()).unwrap().0;
        assert_eq!(again, process);
    }
}
