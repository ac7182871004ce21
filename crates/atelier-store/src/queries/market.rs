//! The company, its accounts, people, products and cases.

use crate::content::payload_hash;
use crate::error::{Incident, StoreError};
use crate::keys::Keys;
use crate::ledger::{self, PAGE};
use crate::reader::{Page, Reader};
use crate::store::{self, Store};
use crate::tables::Company;
use atelier_domain::execution::{Account, Case, Contact, Passage, Person, Product};
use atelier_domain::language::{AccountId, CaseId, ContactId, PersonId, ProductId, TenantId};
use sqlx::Row as _;
use std::collections::HashMap;
use uuid::Uuid;

const COMPANIES: &str = "SELECT tenant FROM companies ORDER BY code, tenant";
pub(crate) const OPEN_CASES: &str = "SELECT id, source_key, account, owner, product, stage, standing, process, \
    step, engaged_on, closed_on, value_cents, value_currency, seq FROM cases \
    WHERE tenant = $1 AND standing = 'open' AND id > $2 ORDER BY id LIMIT $3";
pub(crate) const PASSAGES: &str = "SELECT id, case_id, step, entered_on, left_on, seq FROM passages \
    WHERE tenant = $1 AND (case_id, entered_on, id) > ($2, $3, $4) ORDER BY case_id, entered_on, id LIMIT $5";
const OWNERS_AT: &str = "SELECT DISTINCT p.id, p.source_key, p.name, p.team, p.region, p.seq \
    FROM cases c JOIN people p ON p.tenant = c.tenant AND p.id = c.owner \
    WHERE c.tenant = $1 AND c.account = $2";
const PASSAGES_OF_CASE: &str = "SELECT id, case_id, step, entered_on, left_on, seq FROM passages \
    WHERE tenant = $1 AND case_id = $2 ORDER BY entered_on, id";

const OPEN_KEYS: &str =
    "SELECT id FROM cases WHERE tenant = $1 AND standing = 'open' AND id > $2 ORDER BY id LIMIT $3";
// `CROSS JOIN` tells SQLite to start from the open cases, which its statistics cannot.
const OPEN_PASSAGES: &str = "SELECT p.id, p.case_id, p.step, p.entered_on, p.left_on, p.seq \
    FROM cases c CROSS JOIN passages p \
    WHERE c.tenant = $1 AND c.standing = 'open' AND c.id > $2 AND c.id <= $3 \
        AND p.tenant = c.tenant AND p.case_id = c.id \
    ORDER BY c.id, p.entered_on, p.id";
const SAID: &str = "SELECT seq, n, object, payload, kind FROM fact_rows \
    WHERE tenant = $1 AND (seq, n) > ($2, $3) AND kind IN ('execution/account', 'execution/person', \
        'execution/product', 'execution/case', 'execution/passage', 'execution/contact') \
    ORDER BY seq, n LIMIT $4";

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

impl Store {
    /// The company of an identity, once it said its name.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn company(&self, tenant: TenantId) -> Result<Option<Company>, StoreError> {
        self.read(store::Scope::of_company(tenant)).await?.company().await
    }
}

impl Reader {
    /// An account, and the version of what is shown of it.
    pub async fn account_at(&mut self, id: AccountId) -> Result<Option<(Account, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// Somebody at a customer, and the version of what is shown of them.
    pub async fn contact_at(&mut self, id: ContactId) -> Result<Option<(Contact, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// A case, and the version of what is shown of it.
    pub async fn case_at(&mut self, id: CaseId) -> Result<Option<(Case, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// Those of the sales force who lead a case at a firm.
    pub async fn owners_at(&mut self, account: AccountId) -> Result<Vec<Person>, StoreError> {
        let query = sqlx::query(OWNERS_AT).bind(self.tenant()).bind(account.to_string());
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

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

    /// Every passage of the cases neither won nor lost, case by case, oldest first within a case.
    pub async fn passages_of_open_cases(&mut self) -> Result<Vec<Passage>, StoreError> {
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let tenant = self.tenant();
            let query = sqlx::query(OPEN_KEYS).bind(tenant.clone()).bind(after.clone()).bind(PAGE);
            let Some(last) = query.fetch_all(self.conn()).await?.pop() else { return Ok(all) };
            let last: String = last.try_get(0)?;
            let query = sqlx::query(OPEN_PASSAGES).bind(tenant).bind(after).bind(last.clone());
            all.extend(Self::read_all::<Passage>(&query.fetch_all(self.conn()).await?)?);
            after = last;
        }
    }

    /// What was last said of each account, person, product, case, passage and contact, as the [`payload_hash`]
    /// of it, so that an import can leave out what would change nothing.
    ///
    /// Read from the facts in their own order: the read tables would have to be told as JSON again.
    pub async fn known_payload_hashes(&mut self) -> Result<HashMap<Uuid, u64>, StoreError> {
        let tenant = self.tenant();
        let undone = ledger::undone(self.conn(), &tenant).await?;
        let (mut known, mut after) = (HashMap::new(), (0_i64, 0_i64));
        let mut keys = Keys::of(&tenant);
        loop {
            let query = sqlx::query(SAID).bind(tenant.clone()).bind(after.0).bind(after.1).bind(PAGE);
            let rows = query.fetch_all(self.conn()).await?;
            let Some(last) = rows.last() else { return Ok(known) };
            after = (last.try_get(0)?, last.try_get(1)?);
            for row in &rows {
                if !undone.contains(&row.try_get(0)?) {
                    let object: &str = row.try_get(2)?;
                    let id = object.parse().map_err(|why| Incident::unreadable("fact_rows", object, why))?;
                    let kept: &str = row.try_get(3)?;
                    if let Some(clear) = keys.open(self.conn(), (row.try_get(4)?, object), kept).await? {
                        known.insert(id, payload_hash(&clear));
                    }
                }
            }
        }
    }
}

pub(super) const STATEMENTS: &[&str] =
    &[COMPANIES, OWNERS_AT, OPEN_CASES, OPEN_KEYS, OPEN_PASSAGES, PASSAGES, PASSAGES_OF_CASE, SAID];
