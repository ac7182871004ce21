//! The company, its accounts, people, products and cases.

use crate::content::{ACCOUNT, CASE, COMPANY, Content, PASSAGE, PERSON, PRODUCT, payload_hash};
use crate::error::StoreError;
use crate::ledger::PAGE;
use crate::reader::{Page, Reader};
use crate::store::{self, Store};
use crate::tables::Company;
use atelier_domain::execution::{Account, Case, Passage, Person, Product};
use atelier_domain::language::{AccountId, CaseId, PersonId, ProductId, TenantId};
use sqlx::Row as _;
use std::collections::HashMap;
use uuid::Uuid;

const COMPANIES: &str = "SELECT tenant FROM companies ORDER BY code, tenant";
pub(crate) const OPEN_CASES: &str = "SELECT id, source_key, account, owner, product, stage, standing, process, \
    step, engaged_on, closed_on, value_cents, value_currency, seq FROM cases \
    WHERE tenant = $1 AND standing = 'open' AND id > $2 ORDER BY id LIMIT $3";
pub(crate) const PASSAGES: &str = "SELECT id, case_id, step, entered_on, left_on, seq FROM passages \
    WHERE tenant = $1 AND (case_id, entered_on, id) > ($2, $3, $4) ORDER BY case_id, entered_on, id LIMIT $5";
const PASSAGES_OF_CASE: &str = "SELECT id, case_id, step, entered_on, left_on, seq FROM passages \
    WHERE tenant = $1 AND case_id = $2 ORDER BY entered_on, id";

impl Store {
    /// The companies of the installation that said their name, by code.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn companies(&self) -> Result<Vec<(TenantId, Company)>, StoreError> {
        let rows = sqlx::query(COMPANIES).fetch_all(&mut *self.snapshot().await?).await?;
        let mut companies = Vec::new();
        for row in &rows {
            let tenant = store::tenant(&row.try_get::<String, _>(0)?)?;
            let scope = store::Scope::of_company(tenant);
            companies.extend(self.read(scope).await?.company().await?.map(|company| (tenant, company)));
        }
        Ok(companies)
    }
}

impl Reader {
    /// The company itself, once it said its name.
    pub async fn company(&mut self) -> Result<Option<Company>, StoreError> {
        let tenant = self.tenant();
        self.one(tenant).await
    }

    /// Every account, by id.
    pub async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        self.all().await
    }

    /// Accounts after a key (`""` at first), at most `limit`, by id.
    pub async fn accounts_page(&mut self, after: &str, limit: i64) -> Result<Page<Account>, StoreError> {
        self.records(after, limit).await
    }

    /// One account.
    pub async fn account(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Every person, by id.
    pub async fn people(&mut self) -> Result<Vec<Person>, StoreError> {
        self.all().await
    }

    /// One person.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Every product, by id.
    pub async fn products(&mut self) -> Result<Vec<Product>, StoreError> {
        self.all().await
    }

    /// One product.
    pub async fn product(&mut self, id: ProductId) -> Result<Option<Product>, StoreError> {
        self.one(id.to_string()).await
    }

    /// One case.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<Case>, StoreError> {
        self.one(id.to_string()).await
    }

    /// Cases after a key (`""` at first), at most `limit`, by id.
    pub async fn cases_page(&mut self, after: &str, limit: i64) -> Result<Page<Case>, StoreError> {
        self.records(after, limit).await
    }

    /// Visits every case, by id, a page in memory at a time.
    pub async fn each_case(&mut self, visit: impl FnMut(Case)) -> Result<(), StoreError> {
        self.visit(visit).await
    }

    /// Every case neither won nor lost, by id.
    pub async fn open_cases(&mut self) -> Result<Vec<Case>, StoreError> {
        let (mut open, mut after) = (Vec::<Case>::new(), String::new());
        loop {
            let tenant = self.tenant();
            let query = sqlx::query(OPEN_CASES).bind(tenant).bind(after).bind(PAGE);
            let page: Vec<Case> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
            let Some(last) = page.last() else { return Ok(open) };
            after = last.id.to_string();
            open.extend(page);
        }
    }

    /// The passages of one case, oldest first.
    pub async fn passages_of(&mut self, case: CaseId) -> Result<Vec<Passage>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(PASSAGES_OF_CASE).bind(tenant).bind(case.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// Visits every passage, case by case, oldest first within a case.
    pub async fn each_passage(&mut self, mut visit: impl FnMut(Passage)) -> Result<(), StoreError> {
        let mut after = [const { String::new() }; 3];
        loop {
            let tenant = self.tenant();
            let mut query = sqlx::query(PASSAGES).bind(tenant);
            for key in after {
                query = query.bind(key);
            }
            let rows = query.bind(PAGE).fetch_all(self.conn()).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = [last.try_get(1)?, last.try_get(3)?, last.try_get(0)?];
            Self::read_all(&rows)?.into_iter().for_each(&mut visit);
        }
    }

    /// What is shown now of a kind of the market (`execution/account`…): for each object the
    /// [`payload_hash`] of what a fact would say of it, so that an import can leave out what would
    /// change nothing. Empty for another kind.
    pub async fn known_payload_hashes(&mut self, kind: &str) -> Result<HashMap<Uuid, u64>, StoreError> {
        let mut known = Known { tenant: self.scope().tenant(), hashes: HashMap::new(), failed: None };
        match kind {
            COMPANY => self.visit(|it| known.add(&Content::Company(it))).await?,
            ACCOUNT => self.visit(|it| known.add(&Content::Account(it))).await?,
            PERSON => self.visit(|it| known.add(&Content::Person(it))).await?,
            PRODUCT => self.visit(|it| known.add(&Content::Product(it))).await?,
            CASE => self.visit(|it| known.add(&Content::Case(it))).await?,
            PASSAGE => self.visit(|it| known.add(&Content::Passage(it))).await?,
            _ => {}
        }
        known.failed.map_or(Ok(known.hashes), Err)
    }
}

struct Known {
    tenant: TenantId,
    hashes: HashMap<Uuid, u64>,
    failed: Option<StoreError>,
}

impl Known {
    fn add(&mut self, content: &Content) {
        match content.payload() {
            Ok(payload) => {
                self.hashes.insert(content.object(self.tenant), payload_hash(&payload));
            }
            Err(error) => self.failed = Some(error),
        }
    }
}

pub(super) const STATEMENTS: &[&str] = &[COMPANIES, OPEN_CASES, PASSAGES, PASSAGES_OF_CASE];
