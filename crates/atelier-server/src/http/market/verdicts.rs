//! Won deals judged together: a verdict on each of them, or on none.

use super::cases::{find, money_and_day, unknown};
use super::confirmations::{is_own, judge_of};
use super::{Written, at_record, refused};
use crate::fault::Fault;
use crate::http::{Answer, App, Keyed, Problem};
use crate::rights::{Access, permit::WriteConfirmations};
use crate::workbench::{Judged, keep_verdicts};
use atelier_domain::controls::{Confirmation, Confirmer, Verdict};
use atelier_domain::language::{CaseId, Refusal, Refusals};
use atelier_store::Reader;
use axum::extract::State;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most deals judged together: for each, what was said of it is read while others wait to write.
const MOST: usize = 50;

/// A deal to be judged with others.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DealSeen {
    id: Uuid,
    /// The version that was seen; else whatever it is now.
    #[serde(default)]
    version: Option<i64>,
}

/// A verdict on several won deals.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerdictDrafts {
    /// Which; one named twice is judged once.
    #[schema(max_items = 50, min_items = 1)]
    records: Vec<DealSeen>,
    /// `confirmed`, `refused`; `withdrawn`: one's own verdicts are taken back.
    verdict: String,
    /// Why; needed for a refusal, and where the customer of one of them gave nothing.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

/// Confirms or refuses won deals that others recorded, or takes one's own verdicts on them back: all, or none.
///
/// # Errors
/// `app/bulk-length`, `controls/unknown-verdict`; each fault of each deal at its place: those of one verdict, and of
/// taking one back.
pub async fn judge(
    State(app): State<App>,
    access: Access<WriteConfirmations>,
    mut told: Keyed<VerdictDrafts>,
) -> Result<Answer<Written>, Problem> {
    let problem = told.asked.problem();
    let draft = std::mem::take(&mut told.body);
    if !(1..=MOST).contains(&draft.records.len()) {
        let refusal = Refusal::new("app/bulk-length").field("records").with("given", draft.records.len());
        return Err(problem(refusal.with("most", MOST).into()));
    }
    let verdict = Verdict::read(&draft.verdict, Verdict::ALL).map_err(|refusal| problem(refusal.into()))?;
    let (_, today) = money_and_day(&access).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let (mut verdicts, mut faults, mut barred) = (Vec::new(), Refusals::default(), Vec::new());
    let who = judge_of(&mut write.tx, &access).await.map_err(&problem)?;
    let mut seen = BTreeSet::new();
    for (index, deal) in draft.records.iter().enumerate() {
        if !seen.insert(deal.id) {
            continue;
        }
        match one(&mut write.tx, (&access, &who), deal, (verdict, &draft.reason, today)).await {
            Ok(verdict) => verdicts.push(verdict),
            Err((is_written_down, fault)) => {
                at_record(index, fault, &mut faults).map_err(&problem)?;
                barred.extend(is_written_down.then_some(deal.id));
            }
        }
    }
    if let Err(all) = faults.or(()) {
        return Err(refused(&app, &access, (write, &barred), problem(all.into())).await);
    }
    let ids = verdicts.iter().map(|one| one.case.0).collect();
    let (tx, office, act) = write.parts();
    keep_verdicts(tx, office, verdicts, &act).await.map_err(problem)?;
    write.end(Answer::of(Written { ids })).await
}

/// The verdict on one of them; with a fault, whether the attempt belongs in the access journal.
async fn one(
    reader: &mut Reader,
    (access, who): (&Access<WriteConfirmations>, &Confirmer),
    deal: &DealSeen,
    (verdict, reason, today): (Verdict, &str, Date),
) -> Result<Confirmation, (bool, Fault)> {
    let (found, is_within) = find(reader, access, CaseId(deal.id)).await.map_err(|fault| (false, fault))?;
    let Some((case, version)) = found.clone().filter(|_| is_within) else {
        return Err((found.is_some(), unknown(&deal.id.to_string()).into()));
    };
    let judged = Judged::read(reader, case, version).await.map_err(|fault| (false, fault))?;
    if deal.version.is_some_and(|seen| seen != judged.version) {
        return Err((false, Refusal::new("controls/changed-meanwhile").into()));
    }
    judged.verdict((verdict, reason), who, today).map_err(|refused| {
        let fault = Fault::from(refused);
        (is_own(&fault), fault)
    })
}
