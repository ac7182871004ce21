//! Conversation types: role × theme × usage scenario, with the questions that go with them.

use super::Bilingual;
use super::source::Table;
use crate::language::Refusal;

/// Most questions of a conversation: more are not asked.
const QUESTIONS: usize = 3;

/// What somebody is to the deal (*interlocuteur*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Will use what is sold.
    User,
    /// Gains from it, without using it.
    Beneficiary,
    /// Pays for it.
    Funder,
    /// Puts it in place.
    Implementer,
    /// Negotiates and orders.
    Buyer,
    /// Is listened to by those who decide.
    Influencer,
    /// Something else, or not said.
    #[default]
    Other,
}

/// Parts as they are written in the file.
const PARTS: [(&str, Part); 7] = [
    ("user", Part::User),
    ("beneficiary", Part::Beneficiary),
    ("funder", Part::Funder),
    ("implementer", Part::Implementer),
    ("buyer", Part::Buyer),
    ("influencer", Part::Influencer),
    ("other", Part::Other),
];

impl Part {
    /// Code, as in the file.
    pub fn code(self) -> &'static str {
        PARTS.iter().find(|(_, part)| *part == self).map_or("other", |(code, _)| code)
    }
}

/// One use of the offer, told with the customer (*scénario d'utilisation*).
/// Source: capability note, DES-04: five fields, and nothing is told without its event and its actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What happens one day.
    pub event: Bilingual,
    /// To whom.
    pub actor: Bilingual,
    /// What they then do.
    pub actions: Bilingual,
    /// What they get.
    pub result: Bilingual,
    /// How it went before.
    pub before: Bilingual,
    /// How it goes after.
    pub after: Bilingual,
}

impl Scenario {
    /// Without an event or an actor it is a draft, which nobody is shown.
    pub fn is_draft(&self) -> bool {
        self.event.fr.is_empty() || self.actor.fr.is_empty()
    }
}

/// A conversation to be held (*conversation type*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConversationType {
    /// Post of the counterpart, such as "directeur de production"; may be empty.
    pub role: Bilingual,
    /// What they are to the deal.
    pub part: Part,
    /// What they want to reach; may be empty.
    pub theme: Bilingual,
    /// The use that is told.
    pub scenario: Option<Scenario>,
    /// Open questions, at most three.
    pub questions: Vec<Bilingual>,
}

/// `[step.operation.conversation]`, when it is written.
pub(super) fn conversation(operation: Table<'_>, code: &str) -> Option<ConversationType> {
    let table = operation.field("conversation")?.table()?;
    table.only(&["role", "part", "theme", "scenario", "questions"]);
    let asked = table.field("questions").and_then(super::source::Field::list).unwrap_or_default();
    if let Some(one_too_many) = asked.get(QUESTIONS) {
        let refusal = Refusal::new("process/too-many-questions").with("operation", code);
        one_too_many.refuse(refusal.with("most", QUESTIONS));
    }
    let scenario = table.field("scenario").and_then(super::source::Field::table);
    Some(ConversationType {
        role: table.some_name("role"),
        part: table.field("part").and_then(|field| field.word(&PARTS)).unwrap_or_default(),
        theme: table.some_name("theme"),
        scenario: scenario.map(|table| told(table, code)),
        questions: asked.into_iter().filter_map(super::source::Field::name).collect(),
    })
}

fn told(table: Table<'_>, operation: &str) -> Scenario {
    table.only(&["event", "actor", "actions", "result", "before", "after"]);
    let scenario = Scenario {
        event: table.some_name("event"),
        actor: table.some_name("actor"),
        actions: table.some_name("actions"),
        result: table.some_name("result"),
        before: table.some_name("before"),
        after: table.some_name("after"),
    };
    if scenario.is_draft() {
        let warning = Refusal::new("process/scenario-is-draft").with("operation", operation);
        table.page.warn(warning.field("scenario"), table.spot());
    }
    scenario
}
