//! The journeys of the program, one function each, called by the command line and by the pages alike.
//!
//! Effects stop here: the store is read, the domain decides, the store is written.

mod ask;
mod assumed;
pub mod board;
mod bring;
mod confirm;
mod declare;
mod files;
mod frame;
mod hand;
mod known;
mod look;
pub mod market;
pub mod merge;
pub mod near;
mod plan;
mod replan;
mod seal;
mod sheets;
mod shop;
mod strained;
mod talk;
mod upset;
mod verified;
mod webhooks;

use crate::fault::Fault;
use crate::outbound::Outside;
use crate::rights::Provider;
use atelier_domain::language::{Refusal, TenantId};
use atelier_domain::ledger::{Fact, FactId, Purpose, Row};
use atelier_store::{Company, Content, Store};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

pub use crate::rights::Office;
pub use ask::PlanAsk;
pub use bring::News;
pub use confirm::{Given, Judged, confirmer, keep_verdicts};
pub use declare::{Said, declare_in, moved};
pub use files::{Bringing, MAPPING_FILE, REJECTS};
pub use frame::{Frame, Neighbours, is_ahead};
pub use hand::{Held, MoveAsked};
pub use look::{Day, DayItem, Met, Named, Published, Waiting, find_person};
pub use plan::{Aimed, Made, Pursuit, Ranked, Wanted, aims, held_back, made, outline, publish, stored};
pub use replan::{Replanning, accept_in, record_in};
pub use seal::{can_seal, key_missing, seal_all};
pub use sheets::{
    KEPT, Meant, Publication, design_record, first_published, keep_sheet_in, publish_process_in,
    read_process, read_workshop, unwaive_in, waive_in,
};
pub use shop::{Shop, process_of, read_kept, span_of_years};
pub use talk::{
    Brief, Capturing, DayRead, Written, capture_in, is_conversation, noted, place, step_for, still_open,
    title,
};
pub use upset::Upset;
pub use verified::{tables_refused, tree_refused};
pub use webhooks::{
    ROTATION, add_webhook, add_webhook_in, deliver, find_webhook, remove_webhook, remove_webhook_in,
    rotate_webhook, rotate_webhook_in, test_webhook, webhooks,
};

/// Scope of the plans: one plan for a whole company in this version.
pub const PLAN: &str = "company";

/// What has been read of each company, shared by all who ask.
type Kept<T> = Arc<Mutex<HashMap<TenantId, T>>>;

/// The store, with what has been read of the latest plans. Cheap to clone.
#[derive(Clone)]
pub struct Workbench {
    /// Facts and read tables.
    pub store: Store,
    /// What whoever runs the installation says about the world outside.
    pub outside: Arc<Outside>,
    /// Who else says who people are.
    provider: Option<Arc<Provider>>,
    frames: Kept<Arc<Frame>>,
    strained: Kept<strained::Shared>,
    known: Arc<Mutex<known::Known<Shop>>>,
    /// The number of the last fact looked at, and of the last one that said something of an order.
    touched: Kept<(i64, i64)>,
}

/// Who acts, when, and from where: what every fact carries.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// Who.
    pub actor: &'a str,
    /// When.
    pub now: Timestamp,
    /// From which file or command.
    pub source: &'a str,
}

impl Act<'_> {
    /// A new fact of this act.
    pub fn fact(&self, what: &'static str, purpose: Purpose, rows: Vec<Row>) -> Fact {
        Fact {
            id: new_fact(),
            actor: self.actor.to_owned(),
            recorded: self.now,
            purpose,
            act: what,
            corrects: None,
            source: self.source.to_owned(),
            rows,
        }
    }
}

impl Workbench {
    /// Around an open store.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            outside: Arc::default(),
            provider: None,
            frames: Arc::default(),
            strained: Arc::default(),
            known: Arc::default(),
            touched: Arc::default(),
        }
    }

    /// With what the installation says about the world outside.
    #[must_use]
    pub fn with_outside(self, outside: Outside) -> Self {
        Self { outside: Arc::new(outside), ..self }
    }

    /// With somebody else who says who people are.
    #[must_use]
    pub fn with_provider(self, provider: Provider) -> Self {
        Self { provider: Some(Arc::new(provider)), ..self }
    }

    /// Who else says who people are.
    ///
    /// # Errors
    /// `controls/no-provider`.
    pub fn provider(&self) -> Result<&Provider, Refusal> {
        self.provider.as_deref().ok_or_else(|| Refusal::new("controls/no-provider"))
    }

    /// Every company, by code.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn offices(&self) -> Result<Vec<Office>, Fault> {
        let companies = self.store.companies().await?;
        let mut offices: Vec<Office> =
            companies.into_iter().map(|(tenant, company)| Office::of(tenant, company)).collect();
        offices.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(offices)
    }

    /// The company of this code, or the only one.
    ///
    /// # Errors
    /// `app/no-company`, `app/unknown-company`, `app/several-companies`.
    pub async fn office(&self, code: Option<&str>) -> Result<Office, Fault> {
        let mut offices = self.offices().await?;
        let known = offices.iter().map(|office| office.code.as_str()).collect::<Vec<_>>().join(", ");
        match code {
            _ if offices.is_empty() => Err(Refusal::new("app/no-company").into()),
            Some(code) => offices.into_iter().find(|office| office.code == code).ok_or_else(|| {
                Refusal::new("app/unknown-company").with("given", code).with("known", known).into()
            }),
            None if offices.len() > 1 => {
                Err(Refusal::new("app/several-companies").with("known", known).into())
            }
            None => Ok(offices.remove(0)),
        }
    }

    /// The company of an identity, once it said its name.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn office_of(&self, tenant: TenantId) -> Result<Option<Office>, Fault> {
        let company = self.store.company(tenant).await?;
        Ok(company.map(|company| Office::of(tenant, company)))
    }

    /// Founds a company.
    ///
    /// # Errors
    /// `app/company-exists`.
    pub async fn found(&self, company: Company, act: &Act<'_>) -> Result<Office, Fault> {
        let tenant = TenantId::of(&company.code);
        if self.offices().await?.iter().any(|office| office.code == company.code) {
            return Err(Refusal::new("app/company-exists").with("given", company.code).into());
        }
        let office = Office::of(tenant, company.clone());
        self.say(&office, "execution/found", Purpose::Upkeep, act, vec![Content::Company(company)]).await?;
        Ok(office)
    }

    /// Says contents in one fact, and gives its identity.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn say(
        &self,
        office: &Office,
        what: &'static str,
        purpose: Purpose,
        act: &Act<'_>,
        contents: Vec<Content>,
    ) -> Result<FactId, Fault> {
        let rows =
            contents.iter().map(|content| content.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
        self.append(office, what, purpose, act, rows).await
    }

    /// Appends rows in one fact, and gives its identity.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn append(
        &self,
        office: &Office,
        what: &'static str,
        purpose: Purpose,
        act: &Act<'_>,
        rows: Vec<Row>,
    ) -> Result<FactId, Fault> {
        let fact = act.fact(what, purpose, rows);
        let mut tx = self.store.begin(office.scope).await?;
        tx.append(&fact).await?;
        tx.commit().await?;
        Ok(fact.id)
    }
}

/// The identity of a version of the plan.
pub fn plan_id(tenant: TenantId, version: i64) -> Uuid {
    Uuid::new_v5(&tenant.0, format!("plan/{PLAN}/{version}").as_bytes())
}

/// A new time-ordered identity.
pub fn new_fact() -> FactId {
    FactId(Uuid::now_v7())
}
