//! Two versions of the plan side by side: figures, then what moved.

use super::moves::{self, MOVES, MoveTold, apart};
use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadPlan};
use crate::workbench::{PLAN, Published};
use atelier_domain::execution::{Phase, Summary, schedule_of};
use atelier_domain::language::{Catalogue, Lang, Refusal};
use atelier_domain::planning::schedule::{Change, Move, compare};
use atelier_store::content;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// Two versions of the plan.
#[derive(Serialize, ToSchema)]
pub struct PlansCompared {
    old: PlanFigures,
    new: PlanFigures,
    kinds: Vec<KindCompared>,
    /// What moved; at most 500. What was done meanwhile did not move.
    moves: Vec<MoveTold>,
    moves_total: usize,
    /// Actions of the older version that are over since, whose place no planning freed.
    over_total: usize,
}

/// The figures of a version.
#[derive(Serialize, ToSchema)]
struct PlanFigures {
    version: i64,
    made: String,
    /// Name of who published it.
    actor: String,
    /// What it comes from, in words; not kept of the oldest plans.
    origin: Option<String>,
    /// Why, in their words, when they said it.
    reason: Option<String>,
    placed: usize,
    late: usize,
    unplaced: usize,
    /// Price, in minutes of delay of one action.
    price: u64,
    /// No plan costs less.
    bound: u64,
    gap_bp: i64,
    load_minutes: i64,
}

/// The load of a kind in both.
#[derive(Serialize, ToSchema)]
struct KindCompared {
    code: String,
    name: String,
    old_minutes: i64,
    new_minutes: i64,
}

/// Two versions side by side: the one above, then the other.
///
/// # Errors
/// `app/no-plan`, `app/unknown-plan`.
pub async fn versions(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked,
) -> Result<Answer<PlansCompared>, Problem> {
    let (problem, lang) = (asked.problem(), asked.lang());
    let office = &access.who.office;
    let plan = app.published(office).await.map_err(&problem)?;
    let number = |given: &str| {
        let unknown = Refusal::new("app/unknown-plan").with("given", given).with("last", plan.version);
        given.parse::<i64>().map_err(|_| Fault::from(unknown))
    };
    let read = async {
        let (old, new) = (number(&asked.above)?, number(&asked.id)?);
        let sides = (app.version_of(office, old).await?, app.version_of(office, new).await?);
        let mut heads = Vec::new();
        let mut reader = app.store.read(office.scope).await?;
        for version in [old, new] {
            let stored =
                reader.plan(PLAN, version).await?.ok_or_else(|| anyhow::anyhow!("a plan is gone"))?;
            let said = reader.facts_about(content::PLAN, stored.id).await?;
            let last = said.into_iter().next_back().map(|one| one.fact);
            let actor = match last {
                Some(fact) => reader.called(&fact.actor).await?,
                None => String::new(),
            };
            heads.push((version, actor, stored.made_at_us));
        }
        Ok::<_, Fault>((sides, heads))
    };
    let (((before, old), (after, new)), heads) = read.await.map_err(problem)?;
    let told = apart(|| {
        let (before, after) = (schedule_of(&before, &old), schedule_of(&after, &new));
        let changes = compare(&before, &after);
        let (over, moves): (Vec<Move>, Vec<Move>) = changes.into_iter().partition(|one| is_over(&plan, one));
        PlansCompared {
            moves_total: moves.len(),
            over_total: over.len(),
            moves: moves::between(&plan, &moves[..moves.len().min(MOVES)], &after, lang),
            kinds: kinds(&plan, &old, &new, lang),
            old: figures(&old, &heads[0], lang),
            new: figures(&new, &heads[1], lang),
        }
    });
    Ok(Answer::of(told))
}

/// Whether a place is free because its action was done, not because the plan was made again.
fn is_over(plan: &Published, one: &Move) -> bool {
    let phase = plan.orders.get(&one.order).map(|planned| planned.order.phase());
    matches!(one.change, Change::Freed { .. }) && matches!(phase, Some(Phase::Done | Phase::Closed))
}

fn figures(summary: &Summary, (version, actor, made): &(i64, String, i64), lang: Lang) -> PlanFigures {
    PlanFigures {
        version: *version,
        made: jiff::Timestamp::from_microsecond(*made).map(|at| at.to_string()).unwrap_or_default(),
        actor: actor.clone(),
        origin: summary.origin(Catalogue::of(lang)),
        reason: summary.reason.clone(),
        placed: summary.placed,
        late: summary.late,
        unplaced: summary.unplaced,
        price: summary.price.paid,
        bound: summary.price.least,
        gap_bp: summary.price.gap_bp(),
        load_minutes: summary.kinds.iter().map(|kind| kind.balance().total_load().0).sum(),
    }
}

fn kinds(plan: &Published, old: &Summary, new: &Summary, lang: Lang) -> Vec<KindCompared> {
    let mut codes: Vec<&str> = Vec::new();
    for kind in old.kinds.iter().chain(&new.kinds) {
        if !codes.contains(&kind.kind.as_str()) {
            codes.push(&kind.kind);
        }
    }
    let minutes =
        |summary: &Summary, code: &str| summary.kind(code).map_or(0, |kind| kind.balance().total_load().0);
    let told = codes.into_iter().map(|code| KindCompared {
        code: code.to_owned(),
        name: plan.kind_name(code, lang),
        old_minutes: minutes(old, code),
        new_minutes: minutes(new, code),
    });
    told.collect()
}
