//! Proof that what is shown is what the facts give.

use crate::cell::{Cell, Line};
use crate::content::{
    ACCOUNT, ARCHIVED, ASIDE, ASKING, CASE, COMPANY, CONFIRMATION, CONSENT, CONTACT, CONVERSATION, Content,
    DECLARED, DEFERRAL, ERASED, FILE, GATE, MERGE, ORDER, PASSAGE, PERSON, PLAN, PRODUCT, PROMISE, SHEET,
    UNIT, USER, WEBHOOK,
};
use crate::error::{Incident, StoreError};
use crate::keys::{self, Keys};
use crate::ledger::{self, PAGE};
use crate::merge;
use crate::reader::Reader;
use crate::sums::WALKED;
use crate::table::{Record as _, Table};
use crate::tables::{self, StoredOrder, UNRELEASED, people_lines};
use crate::truth::{Latest, Truth};
use sqlx::AnyConnection;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Rows compared.
    pub rows: u64,
    /// How many differ, in all.
    pub different: u64,
    /// The first of them, at most twenty, in the order of the tables and of their keys.
    pub first: Vec<Difference>,
}

impl Verdict {
    /// Whether everything shown is what the facts give.
    pub fn holds(&self) -> bool {
        self.different == 0
    }

    fn found(&mut self, table: &'static str, id: &str, how: How) {
        self.different += 1;
        if self.first.len() < 20 {
            self.first.push(Difference { table, id: id.to_owned(), how });
        }
    }
}

/// A row that is not what the facts give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// Its key in the table.
    pub id: String,
    /// How it differs.
    pub how: How,
}

/// How a row differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// The facts give it, the table does not hold it.
    Missing,
    /// The table holds it, no fact gives it.
    Extra,
    /// The first column whose content differs.
    Column(&'static str),
}

const SIMPLE: [(&str, &Table); 24] = [
    (COMPANY, &tables::COMPANIES),
    (ACCOUNT, &tables::ACCOUNTS),
    (PERSON, &tables::PEOPLE),
    (PRODUCT, &tables::PRODUCTS),
    (CASE, &tables::CASES),
    (PASSAGE, &tables::PASSAGES),
    (SHEET, &tables::SHEETS),
    (PLAN, &tables::PLANS),
    // Before those of whom something may be left.
    (ERASED, &tables::ERASURES),
    (ARCHIVED, &tables::ARCHIVES),
    (CONTACT, &tables::CONTACTS),
    (CONSENT, &tables::CONSENTS),
    (ASKING, &tables::ASKINGS),
    (GATE, &tables::GATES),
    (USER, &tables::USERS),
    (UNIT, &tables::UNITS),
    (WEBHOOK, &tables::WEBHOOKS),
    (CONVERSATION, &tables::CONVERSATIONS),
    (PROMISE, &tables::PROMISES),
    (FILE, &tables::FILES),
    (DEFERRAL, &tables::DEFERRALS),
    (ASIDE, &tables::ASIDES),
    (MERGE, &tables::MERGES),
    (CONFIRMATION, &tables::CONFIRMATIONS),
];

impl Reader {
    /// Compares every read table of the company with what its facts give, and the ledger with its
    /// own counts. Nothing is written and nobody waits.
    ///
    /// # Errors
    /// An incident when a fact or a row does not read, or when the database does not answer.
    pub async fn verify(&mut self) -> Result<Verdict, StoreError> {
        let mut verdict = self.walk(|_| true).await?;
        let (tenant, conn) = (self.tenant(), self.conn());
        let undone = ledger::undone(conn, &tenant).await?;
        verify_orders(conn, &tenant, &undone, &mut verdict).await?;
        Ok(verdict)
    }

    /// The same for the ledger's own counts and for the tables that have no sum ([`crate::sums`]).
    pub(crate) async fn verify_few(&mut self) -> Result<Verdict, StoreError> {
        self.walk(|kind| WALKED.contains(&kind)).await
    }

    async fn walk(&mut self, wanted: impl Fn(&str) -> bool) -> Result<Verdict, StoreError> {
        let (tenant, conn) = (self.tenant(), self.conn());
        let undone = ledger::undone(conn, &tenant).await?;
        let mut verdict = Verdict::default();
        count_ledger(conn, &tenant, &mut verdict).await?;
        let merged = merge::by_facts(conn, &tenant, &undone).await?;
        let mut people = People { keys: Keys::of(&tenant), apart: HashSet::new() };
        for (kind, table) in SIMPLE.into_iter().filter(|(kind, _)| wanted(kind)) {
            let mut shown = Shown::of(&tenant, table);
            let mut truth = Truth::of(&tenant, &[kind]);
            while let Some(mut latest) = truth.next(conn, &undone).await? {
                if [ERASED, ARCHIVED].contains(&kind) {
                    people.apart.insert(latest.object.clone());
                }
                if people.open(conn, &mut latest, &mut verdict).await?
                    && let Some(content) = read(&latest)?.landed(&merged)
                {
                    let cells = cells(&content);
                    shown.expect(conn, &latest.object, latest.seq, &cells, &mut verdict).await?;
                }
            }
            shown.finish(conn, &mut verdict).await?;
        }
        Ok(verdict)
    }
}

async fn count_ledger(
    conn: &mut AnyConnection,
    tenant: &str,
    verdict: &mut Verdict,
) -> Result<(), StoreError> {
    let shape = ledger::shape(conn, tenant).await?;
    if shape.facts != shape.last_seq || shape.last_fact != shape.last_seq {
        verdict.found("facts", tenant, How::Column("seq"));
    }
    if shape.rows != shape.rows_announced {
        verdict.found("fact_rows", tenant, How::Column("n"));
    }
    Ok(())
}

/// Orders stand unless a later plan of their scope came before they were released.
async fn verify_orders(
    conn: &mut AnyConnection,
    tenant: &str,
    undone: &HashSet<i64>,
    verdict: &mut Verdict,
) -> Result<(), StoreError> {
    let plans = last_plans(conn, tenant, undone).await?;
    let mut orders = Shown::of(tenant, &tables::ORDERS);
    let mut people = Shown::of(tenant, &tables::ORDER_PEOPLE);
    let mut truth = Truth::of(tenant, &[ORDER, DECLARED]);
    while let Some(latest) = truth.next(conn, undone).await? {
        let (Content::Order(order) | Content::Declared(order)) = read(&latest)? else { continue };
        if replaced(&order, &latest, &plans) {
            continue;
        }
        orders.expect(conn, &latest.object, latest.seq, &order.cells(), verdict).await?;
        for (id, cells) in people_lines(&order) {
            people.expect(conn, &id, latest.seq, &cells, verdict).await?;
        }
    }
    orders.finish(conn, verdict).await?;
    people.finish(conn, verdict).await
}

/// Where in the ledger the last plan of each scope stands.
async fn last_plans(
    conn: &mut AnyConnection,
    tenant: &str,
    undone: &HashSet<i64>,
) -> Result<HashMap<String, (i64, i64)>, StoreError> {
    let mut plans = HashMap::new();
    let mut truth = Truth::of(tenant, &[PLAN]);
    while let Some(latest) = truth.next(conn, undone).await? {
        if let Content::Plan(plan) = read(&latest)? {
            let place: &mut (i64, i64) = plans.entry(plan.scope).or_default();
            *place = (*place).max((latest.seq, latest.n));
        }
    }
    Ok(plans)
}

fn replaced(order: &StoredOrder, latest: &Latest, plans: &HashMap<String, (i64, i64)>) -> bool {
    let unreleased = UNRELEASED.contains(&order.state.as_str());
    unreleased && plans.get(&order.scope).is_some_and(|plan| *plan > (latest.seq, latest.n))
}

fn read(latest: &Latest) -> Result<Content, StoreError> {
    Content::read(latest.kind, &latest.object, &latest.payload)
}

fn cells(content: &Content) -> Vec<Cell> {
    match content {
        Content::Company(it) => it.cells(),
        Content::Account(it) => it.cells(),
        Content::Person(it) => it.cells(),
        Content::Product(it) => it.cells(),
        Content::Case(it) => it.cells(),
        Content::Passage(it) => it.cells(),
        Content::Sheet(it) => it.cells(),
        Content::Plan(it) => it.cells(),
        Content::Order(it) | Content::Declared(it) => it.cells(),
        Content::Contact(it) => it.cells(),
        Content::Consent(it) => it.cells(),
        Content::Gate(it) => it.cells(),
        Content::Erased(it) => it.cells(),
        Content::User(it) => it.cells(),
        Content::Unit(it) => it.cells(),
        Content::Webhook(it) => it.cells(),
        Content::Conversation(it) => it.cells(),
        Content::Promise(it) => it.cells(),
        Content::File(it) => it.cells(),
        Content::Deferral(it) => it.cells(),
        Content::Aside(it) => it.cells(),
        Content::Merge(it) => it.cells(),
        Content::Confirmation(it) => it.cells(),
        Content::Archived(it) => it.cells(),
        Content::Asking(it) => it.cells(),
    }
}

/// People whose rows are sealed: a key that is missing or wrong is told, unless its person was erased or archived.
struct People {
    keys: Keys,
    apart: HashSet<String>,
}

impl People {
    /// Puts in clear what was last said; whether something is left of it.
    async fn open(
        &mut self,
        conn: &mut AnyConnection,
        latest: &mut Latest,
        verdict: &mut Verdict,
    ) -> Result<bool, StoreError> {
        match self.keys.open(conn, (latest.kind, &latest.object), &latest.payload).await {
            Ok(Some(Cow::Borrowed(_))) => return Ok(true),
            Ok(Some(Cow::Owned(clear))) => {
                latest.payload = clear;
                return Ok(true);
            }
            Ok(None) => {
                let person = keys::person_of(latest.kind, &latest.object, &latest.payload)?;
                let person = person.unwrap_or_default();
                if !self.apart.contains(person.as_ref()) {
                    verdict.found("person_keys", &person, How::Missing);
                }
            }
            Err(StoreError::Incident(Incident::Unreadable { .. })) => {
                verdict.found("person_keys", &latest.object, How::Column("key"));
            }
            Err(other) => return Err(other),
        }
        Ok(false)
    }
}

/// A read table, walked by key beside what is expected of it.
struct Shown {
    tenant: String,
    table: &'static Table,
    page: VecDeque<Line>,
    after: String,
    ended: bool,
}

impl Shown {
    fn of(tenant: &str, table: &'static Table) -> Self {
        let (tenant, after) = (tenant.to_owned(), String::new());
        Self { tenant, table, page: VecDeque::new(), after, ended: false }
    }

    /// The next row is to be this one.
    async fn expect(
        &mut self,
        conn: &mut AnyConnection,
        id: &str,
        seq: i64,
        cells: &[Cell],
        verdict: &mut Verdict,
    ) -> Result<(), StoreError> {
        verdict.rows += 1;
        loop {
            self.read_on(conn).await?;
            match self.page.pop_front() {
                Some(line) if line.id.as_str() < id => verdict.found(self.table.name, &line.id, How::Extra),
                Some(line) if line.id == id => {
                    if let Some(column) = self.difference(&line, seq, cells) {
                        verdict.found(self.table.name, id, How::Column(column));
                    }
                    return Ok(());
                }
                later => {
                    verdict.found(self.table.name, id, How::Missing);
                    if let Some(line) = later {
                        self.page.push_front(line);
                    }
                    return Ok(());
                }
            }
        }
    }

    /// Nothing more is expected.
    async fn finish(mut self, conn: &mut AnyConnection, verdict: &mut Verdict) -> Result<(), StoreError> {
        loop {
            self.read_on(conn).await?;
            let Some(line) = self.page.pop_front() else { return Ok(()) };
            verdict.found(self.table.name, &line.id, How::Extra);
        }
    }

    fn difference(&self, line: &Line, seq: i64, cells: &[Cell]) -> Option<&'static str> {
        let at = line.cells.iter().zip(cells).position(|(shown, given)| shown != given);
        at.map(|at| self.table.columns[at].0).or((line.seq != seq).then_some("seq"))
    }

    async fn read_on(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        if self.page.is_empty() && !self.ended {
            let page = self.table.next_lines(conn, &self.tenant, &self.after, PAGE).await?;
            match page.last() {
                Some(last) => self.after.clone_from(&last.id),
                None => self.ended = true,
            }
            self.page = page.into();
        }
        Ok(())
    }
}
