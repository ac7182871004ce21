//! The conversation of an operation: role × theme × usage scenario, with its questions.

use super::process_shape::{InBoth, both};
use atelier_domain::process::{ConversationType, Scenario};
use serde::Serialize;
use utoipa::ToSchema;

/// One use of the offer, told with the customer; a text that is not written is empty.
#[derive(Serialize, ToSchema)]
#[schema(as = UsageScenario)]
pub struct ScenarioTold {
    event: InBoth,
    actor: InBoth,
    actions: InBoth,
    result: InBoth,
    before: InBoth,
    after: InBoth,
    /// Without its event or its actor: nobody is shown it on a preparation sheet.
    draft: bool,
}

/// With whom, on what, to see which use.
#[derive(Serialize, ToSchema)]
#[schema(as = ConversationType)]
pub struct TalkTold {
    /// Post of the counterpart; empty when it is not said.
    role: InBoth,
    /// What they are to the deal: `user`, `beneficiary`, `funder`, `implementer`, `buyer`, `influencer`, `other`.
    part: &'static str,
    /// What they want to reach; empty when it is not said.
    theme: InBoth,
    scenario: Option<ScenarioTold>,
    questions: Vec<InBoth>,
}

/// A conversation as written.
pub fn talk_told(talk: &ConversationType) -> TalkTold {
    TalkTold {
        role: both(&talk.role),
        part: talk.part.code(),
        theme: both(&talk.theme),
        scenario: talk.scenario.as_ref().map(scenario_told),
        questions: talk.questions.iter().map(both).collect(),
    }
}

fn scenario_told(scenario: &Scenario) -> ScenarioTold {
    ScenarioTold {
        event: both(&scenario.event),
        actor: both(&scenario.actor),
        actions: both(&scenario.actions),
        result: both(&scenario.result),
        before: both(&scenario.before),
        after: both(&scenario.after),
        draft: scenario.is_draft(),
    }
}
