//! Opportunities.

use super::names::{named, named_one};
use super::next::{Eyes, NextTold};
use super::{LapsedTold, Lapses, Rows, Sight, hidden, reaches_owner, refused, rows_asked, said};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Careful, Keyed, Made, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadCases, WriteCases},
};
use crate::workbench::market;
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::{AccountId, CaseId, Currency, Money, PersonId, ProductId, Refusal};
use atelier_store::{CaseList, CaseSort, Reader, Within};
use axum::extract::State;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Where an opportunity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = Standing)]
pub enum StandingTold {
    /// Still in the process.
    Open,
    /// Won.
    Won,
    /// Lost or disqualified.
    Lost,
}

impl From<StandingTold> for Standing {
    fn from(told: StandingTold) -> Self {
        match told {
            StandingTold::Open => Self::Open,
            StandingTold::Won => Self::Won,
            StandingTold::Lost => Self::Lost,
        }
    }
}

/// An opportunity.
#[derive(Serialize, ToSchema)]
#[schema(as = Opportunity)]
pub struct CaseTold {
    id: Uuid,
    key: String,
    account: Option<Uuid>,
    /// Name of its firm.
    customer: Option<String>,
    owner: Option<Uuid>,
    /// Code of who leads it.
    owner_code: Option<String>,
    /// Name of who leads it.
    owner_name: Option<String>,
    product: Option<Uuid>,
    /// Stage as the source writes it.
    stage: String,
    standing: StandingTold,
    process: Option<String>,
    step: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    engaged_on: Option<Date>,
    #[schema(value_type = Option<String>, format = Date)]
    closed_on: Option<Date>,
    value_cents: Option<i64>,
    currency: Option<String>,
}

/// An opportunity, with what was proved in it and is good no more.
#[derive(Serialize, ToSchema)]
#[schema(as = OpportunityShown)]
pub struct CaseShown {
    #[serde(flatten)]
    case: CaseTold,
    /// Proofs that have lapsed, in the order of the process; only while it is open.
    lapsed: Vec<LapsedTold>,
    /// What is to be done next for it.
    next: Option<NextTold>,
}

impl StandingTold {
    /// As addresses say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

impl From<Standing> for StandingTold {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Open => Self::Open,
            Standing::Won => Self::Won,
            Standing::Lost => Self::Lost,
        }
    }
}

impl CaseTold {
    /// With the names of its firm and of who leads it.
    pub fn named(
        case: Case,
        customer: Option<String>,
        owner_code: Option<String>,
        owner_name: Option<String>,
    ) -> Self {
        let standing = case.standing.into();
        Self {
            id: case.id.0,
            key: case.key,
            account: case.account.map(|id| id.0),
            customer,
            owner: case.owner.map(|id| id.0),
            owner_code,
            owner_name,
            product: case.product.map(|id| id.0),
            stage: case.stage,
            standing,
            process: case.process,
            step: case.step,
            engaged_on: case.engaged_on,
            closed_on: case.closed_on,
            value_cents: case.value.map(|value| value.cents),
            currency: case.value.map(|value| value.currency.to_string()),
        }
    }
}

impl CaseTold {
    /// Its firm, amount and currency, as told.
    pub(super) fn sold(self) -> (Option<String>, Option<i64>, Option<String>) {
        (self.customer, self.value_cents, self.currency)
    }
}

/// Which opportunities, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CasesAsked {
    /// `open`, `won`, `lost`.
    #[param(inline)]
    pub standing: Option<StandingTold>,
    /// Who leads it.
    pub owner: Option<Uuid>,
    /// Its firm.
    pub account: Option<Uuid>,
    /// Code of the process.
    pub process: Option<String>,
    /// Code of the step.
    pub step: Option<String>,
    /// First day of closing.
    #[param(value_type = Option<String>, format = Date)]
    pub closed_from: Option<Date>,
    /// Day after the last one of closing.
    #[param(value_type = Option<String>, format = Date)]
    pub closed_before: Option<Date>,
    /// `-value` (default), `value`, `engaged`, `-engaged`, `closed`, `-closed`, `key`, `-key`.
    pub sort: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

impl CasesAsked {
    /// As the store reads it, among those `within` reach.
    ///
    /// # Errors
    /// `app/unknown-sort`, `app/page-length`.
    pub fn list(&self, within: Within) -> Result<CaseList, Refusal> {
        let sort = self.sort.as_deref().unwrap_or("-value");
        let unknown = || Refusal::new("app/unknown-sort").field("sort").with("given", sort);
        Ok(CaseList {
            standing: self.standing.map(Standing::from),
            owner: self.owner.map(PersonId),
            account: self.account.map(AccountId),
            process: self.process.clone().unwrap_or_default(),
            step: self.step.clone().unwrap_or_default(),
            closed_from: self.closed_from,
            closed_before: self.closed_before,
            sort: sort
                .parse()
                .map_err(|()| unknown().with("known", CaseSort::ALL.map(CaseSort::code).join(", ")))?,
            within,
            after: self.after.clone(),
            limit: rows_asked(self.limit)?,
        })
    }
}

/// A page of the opportunities within reach.
///
/// # Errors
/// `app/unknown-sort`, `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadCases>,
    asked: Asked<CasesAsked>,
) -> Result<Answer<Rows<CaseTold>>, Problem> {
    let problem = asked.problem();
    let list = asked.of.list(access.within()).map_err(|refusal| problem(refusal.into()))?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let page = reader.list_cases(&list).await?;
        Ok::<_, Fault>(Rows { rows: named(&mut reader, page.rows).await?, next: page.next })
    };
    Ok(Answer::of(read.await.map_err(problem)?))
}

/// That there is no such opportunity, or none within reach.
pub fn unknown(given: &str) -> Refusal {
    Refusal::new("execution/unknown-case").with("given", given)
}

async fn reaches<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    owner: Option<PersonId>,
) -> Result<bool, Fault> {
    let Some(owner) = owner else { return Ok(true) };
    let owner = reader.person(owner).await?;
    Ok(reaches_owner(access, owner.as_ref()))
}

/// An opportunity with its version, and whether it is within reach.
///
/// # Errors
/// An incident of the store.
pub async fn find<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    id: CaseId,
) -> Result<(Option<(Case, i64)>, bool), Fault> {
    let found = reader.case_at(id).await?;
    let owner = found.as_ref().and_then(|(case, _)| case.owner);
    let is_within = reaches(reader, access, owner).await?;
    Ok((found, is_within))
}

/// One opportunity.
///
/// # Errors
/// `execution/unknown-case`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadCases>,
    asked: Asked,
) -> Result<Answer<CaseShown>, Problem> {
    let problem = asked.problem();
    let id: CaseId = asked.id.parse().map_err(|_| problem(unknown(&asked.id).into()))?;
    let eyes = Eyes::of(&app, &access).await.map_err(&problem)?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    match find(&mut reader, &access, id).await.map_err(&problem)? {
        (Some((case, version)), true) => {
            let (_, today) = money_and_day(&access).map_err(&problem)?;
            let when = (today, asked.lang());
            let lapsed = Lapses::default().of(&mut reader, &case, when).await.map_err(&problem)?;
            let next = match &eyes {
                Some(eyes) => {
                    let next = eyes.next(&mut reader, (case.id, asked.lang())).await;
                    next.map_err(&problem)?
                }
                None => None,
            };
            let case = named_one(&mut reader, case).await.map_err(problem)?;
            Ok(Answer::of(CaseShown { case, lapsed, next }).at(version))
        }
        (found, _) => Err(hidden(&app, &access, found.is_some(), unknown(&asked.id), asked.lang()).await),
    }
}

/// An opportunity to be written, or what changes of one: what is not said stays, and `null` empties what may be empty
/// (not `key`, `stage` and `standing`, where it says nothing).
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OpportunityChange)]
#[allow(clippy::option_option)] // unsaid, emptied, said: the three cases of a change
pub struct CaseChange {
    /// Key of a source; without one, its identity. It never changes.
    #[serde(default)]
    #[schema(max_length = 120)]
    key: Option<String>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    account: Option<Option<Uuid>>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    owner: Option<Option<Uuid>>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    product: Option<Option<Uuid>>,
    #[serde(default)]
    #[schema(max_length = 120)]
    stage: Option<String>,
    #[serde(default)]
    standing: Option<StandingTold>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    process: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    step: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, format = Date)]
    engaged_on: Option<Option<Date>>,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, format = Date)]
    closed_on: Option<Option<Date>>,
    /// In minor units of the company's money.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<i64>, minimum = 0)]
    value_cents: Option<Option<i64>>,
}

impl CaseChange {
    fn of(self, case: Case, money: Currency) -> Case {
        let worth = |cents| Money { cents, currency: money };
        Case {
            account: self.account.map_or(case.account, |said| said.map(AccountId)),
            owner: self.owner.map_or(case.owner, |said| said.map(PersonId)),
            product: self.product.map_or(case.product, |said| said.map(ProductId)),
            stage: self.stage.unwrap_or(case.stage),
            standing: self.standing.map_or(case.standing, Standing::from),
            process: self.process.unwrap_or(case.process),
            step: self.step.unwrap_or(case.step),
            engaged_on: self.engaged_on.unwrap_or(case.engaged_on),
            closed_on: self.closed_on.unwrap_or(case.closed_on),
            value: self.value_cents.map_or(case.value, |said| said.map(worth)),
            ..case
        }
    }
}

fn blank(id: CaseId, key: String) -> Case {
    Case {
        id,
        key,
        account: None,
        owner: None,
        product: None,
        stage: String::new(),
        standing: Standing::Open,
        process: None,
        step: None,
        engaged_on: None,
        closed_on: None,
        value: None,
    }
}

/// Money and day of a company.
pub(super) fn money_and_day<P: Permit>(access: &Access<P>) -> Result<(Currency, Date), Fault> {
    let office = &access.who.office;
    let money = office.currency.parse().map_err(|()| anyhow::anyhow!("the company's money"))?;
    let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
    Ok((money, jiff::Timestamp::now().to_zoned(zone).date()))
}

/// Who leads an opportunity that names nobody: whoever adds it, when they are of the workshop.
async fn adding<P>(reader: &mut Reader, access: &Access<P>) -> Result<Option<PersonId>, Fault> {
    let Some(code) = &access.who.user.person else { return Ok(None) };
    let id = PersonId::of(access.who.office.tenant, code);
    Ok(reader.person(id).await?.map(|person| person.id))
}

/// Who leads an opportunity and its firm, as far as they are named and out of reach.
async fn beyond<P: Permit>(
    reader: &mut Reader,
    sight: &Sight<'_, P>,
    access: &Access<P>,
    (account, owner): (Option<AccountId>, Option<PersonId>),
) -> Result<Vec<Uuid>, Fault> {
    let mut beyond = sight.beyond(reader, account).await?;
    if !reaches(reader, access, owner).await? {
        beyond.extend(owner.map(|owner| owner.0));
    }
    Ok(beyond)
}

/// Adds an opportunity; led by whoever adds it when it names nobody.
///
/// # Errors
/// Every fault of it, a firm or a person out of reach being told as one that is not there; `execution/key-taken`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteCases>,
    mut told: Keyed<CaseChange>,
) -> Result<Made<CaseTold>, Problem> {
    let problem = told.asked.problem();
    let (money, today) = money_and_day(&access).map_err(&problem)?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let draft = std::mem::take(&mut told.body);
    let mut write = told.begin(&app, &access).await?;
    let key = draft.key.clone().filter(|key| !key.trim().is_empty());
    let of_key = |key: &String| CaseId::of(access.who.office.tenant, key.trim());
    let id = key.as_ref().map_or_else(|| CaseId(Uuid::now_v7()), of_key);
    if write.tx.case(id).await.map_err(|error| problem(error.into()))?.is_some() {
        let refusal = Refusal::new("execution/key-taken").field("key");
        return Err(problem(refusal.with("given", key.unwrap_or_default()).into()));
    }
    let mut case = draft.of(blank(id, key.unwrap_or_else(|| id.to_string())), money);
    if case.owner.is_none() {
        case.owner = adding(&mut write.tx, &access).await.map_err(&problem)?;
    }
    let named = (case.account, case.owner);
    let beyond = beyond(&mut write.tx, &sight, &access, named).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let kept = market::keep_case(tx, office, None, case, &beyond, (today, &act)).await;
    let (case, version) = match kept {
        Ok(kept) => kept,
        Err(fault) => return Err(refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    let case = named_one(&mut write.tx, case).await.map_err(problem)?;
    write.end(Answer::of(case).at(version.unwrap_or(0))).await
}

/// Changes an opportunity. Moved to another step, it leaves the one and enters the other today.
///
/// # Errors
/// `execution/unknown-case`, `controls/changed-meanwhile`, `execution/missing-proof`, every fault of what it becomes.
pub async fn change(
    State(app): State<App>,
    access: Access<WriteCases>,
    mut told: Careful<CaseChange>,
) -> Result<Answer<CaseTold>, Problem> {
    let problem = told.asked.problem();
    let (given, lang) = (told.asked.id.clone(), told.asked.lang());
    let id: CaseId = given.parse().map_err(|_| problem(unknown(&given).into()))?;
    let (money, today) = money_and_day(&access).map_err(&problem)?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let (found, is_within) = find(&mut write.tx, &access, id).await.map_err(&problem)?;
    let Some((before, version)) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), unknown(&given), lang).await);
    };
    told.unchanged(version).map_err(&problem)?;
    let after = std::mem::take(&mut told.body).of(before.clone(), money);
    let account = after.account.filter(|_| after.account != before.account);
    let beyond = beyond(&mut write.tx, &sight, &access, (account, after.owner)).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let kept = async {
        market::proved(tx, &before, &after, (act.now, today), lang).await?;
        market::keep_case(tx, office, Some(&before), after, &beyond, (today, &act)).await
    };
    let (after, now) = match kept.await {
        Ok(kept) => kept,
        Err(fault) => return Err(refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    let after = named_one(&mut write.tx, after).await.map_err(problem)?;
    write.end(Answer::of(after).at(now.unwrap_or(version))).await
}
