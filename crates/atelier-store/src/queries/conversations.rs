//! Conversations held, promises, files, work put off: of an order, a case, a firm, a person.

use crate::content::{CONVERSATION, FILE, PROMISE};
use crate::error::{Incident, StoreError};
use crate::reader::Reader;
use crate::table::Record;
use atelier_domain::execution::{Aside, Conversation, Deferral, Deferred, EvidenceFile, Promise, Side};
use atelier_domain::language::{AccountId, CaseId, ContactId, ConversationId, FileId, OrderId, PromiseId};
use jiff::civil::Date;
use sqlx::Row as _;
use uuid::Uuid;

const HELD_OF_ORDER: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND order_id = $2 ORDER BY id DESC LIMIT $3";
const HELD_OF_CASE: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND case_id = $2 ORDER BY held_on DESC, id DESC LIMIT $3";
const HELD_AT: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND account = $2 ORDER BY held_on DESC, id DESC LIMIT $3";
const HELD_WITH: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND person = $2 ORDER BY id LIMIT $3";
const PROMISED_WITH: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND person = $2 ORDER BY id LIMIT $3";
const FILES_ABOUT: &str = "SELECT id, order_id, account, person, payload, seq FROM files \
    WHERE tenant = $1 AND person = $2 ORDER BY id LIMIT $3";
const LAST_MET: &str = "SELECT person, MAX(held_on) FROM conversations \
    WHERE tenant = $1 AND person > $2 GROUP BY person ORDER BY person";
const KEPT_AFTER: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND state = 'kept' AND id > $2 ORDER BY id LIMIT $3";
const HELD_SINCE: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND held_on >= $2 ORDER BY held_on DESC, id DESC LIMIT $3";
const HELD_BY: &str = "SELECT id, order_id, case_id, account, person, seller, held_on, payload, seq \
    FROM conversations WHERE tenant = $1 AND seller = $2 AND held_on >= $3 \
    ORDER BY held_on DESC, id DESC LIMIT $4";
const PROMISED_BY: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND seller = $2 AND state = 'open' ORDER BY id LIMIT $3";
const PROMISED_IN: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND conversation = $2 ORDER BY id LIMIT $3";
const PROMISED_FOR: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND case_id = $2 ORDER BY id LIMIT $3";
const PROMISED_AT: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND account = $2 ORDER BY id LIMIT $3";
const PROMISED_IN_STATE: &str = "SELECT id, conversation, case_id, account, person, seller, state, due_on, payload, seq \
    FROM promises WHERE tenant = $1 AND state = $2 ORDER BY id LIMIT $3";
const FILES_OF_ORDER: &str = "SELECT id, order_id, account, person, payload, seq FROM files \
    WHERE tenant = $1 AND order_id = $2 ORDER BY id LIMIT $3";
const FILES_AT: &str = "SELECT id, order_id, account, person, payload, seq FROM files \
    WHERE tenant = $1 AND account = $2 ORDER BY id LIMIT $3";
const PUT_OFF_BY_STATE: &str = "SELECT id, case_id, put, until, payload, seq FROM deferrals \
    WHERE tenant = $1 AND put = $2 ORDER BY id LIMIT $3";
/// Of the orders that somebody has.
const PUT_OFF_OF: &str = "SELECT d.id, d.case_id, d.put, d.until, d.payload, d.seq \
    FROM order_people p JOIN deferrals d ON d.tenant = p.tenant AND d.id = p.order_id \
    WHERE p.tenant = $1 AND p.person = $2 AND d.put <> 'withdrawn' ORDER BY d.id LIMIT $3";
/// Of the orders that have no date.
const PUT_OFF_UNDATED: &str = "SELECT d.id, d.case_id, d.put, d.until, d.payload, d.seq \
    FROM orders o JOIN deferrals d ON d.tenant = o.tenant AND d.id = o.id \
    WHERE o.tenant = $1 AND o.start_key = $2 AND d.put <> 'withdrawn' ORDER BY d.id LIMIT $3";
const ASIDE_OF: &str = "SELECT id, seller, put, until, payload, seq FROM asides \
    WHERE tenant = $1 AND seller = $2 AND put <> 'withdrawn' ORDER BY id LIMIT $3";

/// What stands for the start of an order without a date.
const UNDATED: &str = "~";
/// Most rows of one object that are read.
const MANY: i64 = 1_000;
/// Most rows of a company that are read at once.
const ALL: i64 = 20_000;

impl Reader {
    /// A conversation, and the version of what is shown of it.
    pub async fn conversation_at(
        &mut self,
        id: ConversationId,
    ) -> Result<Option<(Conversation, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// The conversation that an order was.
    pub async fn conversation_of_order(
        &mut self,
        order: OrderId,
    ) -> Result<Option<Conversation>, StoreError> {
        Ok(self.held(HELD_OF_ORDER, order.to_string(), 1).await?.pop())
    }

    /// The conversations of a case, newest first.
    pub async fn conversations_of_case(&mut self, case: CaseId) -> Result<Vec<Conversation>, StoreError> {
        self.held(HELD_OF_CASE, case.to_string(), MANY).await
    }

    /// The conversations at a firm, newest first.
    pub async fn conversations_at_account(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<Conversation>, StoreError> {
        self.held(HELD_AT, account.to_string(), MANY).await
    }

    /// The conversations held on a day or later, newest first; at most 20,000.
    pub async fn conversations_since(&mut self, day: Date) -> Result<Vec<Conversation>, StoreError> {
        self.held(HELD_SINCE, day.to_string(), ALL).await
    }

    /// The conversations that somebody of ours led, held on a day or later, newest first.
    pub async fn conversations_by(
        &mut self,
        seller: &str,
        since: Date,
    ) -> Result<Vec<Conversation>, StoreError> {
        let query = sqlx::query(HELD_BY).bind(self.tenant()).bind(seller.to_owned()).bind(since.to_string());
        Self::read_all(&query.bind(ALL).fetch_all(self.conn()).await?)
    }

    async fn held(
        &mut self,
        text: &'static str,
        of: String,
        limit: i64,
    ) -> Result<Vec<Conversation>, StoreError> {
        let query = sqlx::query(text).bind(self.tenant()).bind(of).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// Kind and identity of everything that names somebody at a customer.
    pub async fn naming(&mut self, person: ContactId) -> Result<Vec<(&'static str, Uuid)>, StoreError> {
        let held = self.held(HELD_WITH, person.to_string(), ALL).await?;
        let promised = self.promised(PROMISED_WITH, person.to_string(), ALL).await?;
        let files = self.files(FILES_ABOUT, person.to_string()).await?;
        let held = held.into_iter().map(|one| (CONVERSATION, one.id.0));
        let promised = promised.into_iter().map(|one| (PROMISE, one.id.0));
        let files = files.into_iter().map(|one| (FILE, one.id.0));
        Ok(held.chain(promised).chain(files).collect())
    }

    /// The last day on which one of us held a conversation with each person at a customer.
    pub async fn last_met(&mut self) -> Result<Vec<(ContactId, Date)>, StoreError> {
        let query = sqlx::query(LAST_MET).bind(self.tenant()).bind(String::new());
        let mut all = Vec::new();
        for row in query.fetch_all(self.conn()).await? {
            let (id, day): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let wrong = |why: String| Incident::unreadable("conversations", &id, why);
            let person = id.parse().map_err(|why: uuid::Error| wrong(why.to_string()))?;
            all.push((person, day.parse().map_err(|why: jiff::Error| wrong(why.to_string()))?));
        }
        Ok(all)
    }

    /// The days on which people at customers kept what they had promised, with whom it was.
    pub async fn promises_they_kept(&mut self) -> Result<Vec<(ContactId, Date)>, StoreError> {
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let query = sqlx::query(KEPT_AFTER).bind(self.tenant()).bind(after).bind(MANY);
            let page: Vec<Promise> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
            let theirs = page.iter().filter(|one| one.side == Side::Theirs);
            all.extend(theirs.filter_map(|one| Some((one.person?, one.settled_on?))));
            match page.last() {
                Some(last) => after = last.id.to_string(),
                None => return Ok(all),
            }
        }
    }

    /// A promise, and the version of what is shown of it.
    pub async fn promise_at(&mut self, id: PromiseId) -> Result<Option<(Promise, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// The promises made in a conversation, by id.
    pub async fn promises_in(&mut self, conversation: ConversationId) -> Result<Vec<Promise>, StoreError> {
        self.promised(PROMISED_IN, conversation.to_string(), MANY).await
    }

    /// The promises of a case, by id.
    pub async fn promises_of_case(&mut self, case: CaseId) -> Result<Vec<Promise>, StoreError> {
        self.promised(PROMISED_FOR, case.to_string(), MANY).await
    }

    /// The promises at a firm, by id.
    pub async fn promises_at_account(&mut self, account: AccountId) -> Result<Vec<Promise>, StoreError> {
        self.promised(PROMISED_AT, account.to_string(), MANY).await
    }

    /// The promises still to be kept that were made where somebody of ours led, by id.
    pub async fn promises_open_of(&mut self, seller: &str) -> Result<Vec<Promise>, StoreError> {
        self.promised(PROMISED_BY, seller.to_owned(), MANY).await
    }

    /// The promises still to be kept, by id; at most 20,000.
    pub async fn promises_open(&mut self) -> Result<Vec<Promise>, StoreError> {
        self.promised(PROMISED_IN_STATE, "open".to_owned(), ALL).await
    }

    async fn promised(
        &mut self,
        text: &'static str,
        of: String,
        limit: i64,
    ) -> Result<Vec<Promise>, StoreError> {
        let query = sqlx::query(text).bind(self.tenant()).bind(of).bind(limit);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }

    /// A file, and the version of what is shown of it.
    pub async fn file_at(&mut self, id: FileId) -> Result<Option<(EvidenceFile, i64)>, StoreError> {
        self.versioned(id.to_string()).await
    }

    /// The files of an order that are still there, by id.
    pub async fn files_of_order(&mut self, order: OrderId) -> Result<Vec<EvidenceFile>, StoreError> {
        self.files(FILES_OF_ORDER, order.to_string()).await
    }

    /// The files of a firm that are still there, by id.
    pub async fn files_at_account(&mut self, account: AccountId) -> Result<Vec<EvidenceFile>, StoreError> {
        self.files(FILES_AT, account.to_string()).await
    }

    async fn files(&mut self, text: &'static str, of: String) -> Result<Vec<EvidenceFile>, StoreError> {
        let query = sqlx::query(text).bind(self.tenant()).bind(of).bind(MANY);
        let mut files: Vec<EvidenceFile> = Self::read_all(&query.fetch_all(self.conn()).await?)?;
        files.retain(|file| !file.removed);
        Ok(files)
    }

    /// Whether and how an order is put off, and the version of what is shown of it.
    pub async fn deferral_at(&mut self, order: OrderId) -> Result<Option<(Deferral, i64)>, StoreError> {
        self.versioned(order.to_string()).await
    }

    /// What stands of the orders that somebody has, and of those without a date, by order.
    pub async fn deferrals_of(&mut self, person: &str) -> Result<Vec<Deferral>, StoreError> {
        let mut found = self.put_off(PUT_OFF_OF, person.to_owned()).await?;
        let undated = self.put_off(PUT_OFF_UNDATED, UNDATED.to_owned()).await?;
        found.extend(undated);
        found.sort_by_key(|one: &Deferral| one.of.order);
        found.dedup_by_key(|one| one.of.order);
        Ok(found)
    }

    /// Everything put off until a day, by order; what is refused is not among it.
    pub async fn deferrals_until(&mut self) -> Result<Vec<Deferral>, StoreError> {
        self.put_off(PUT_OFF_BY_STATE, "postponed".to_owned()).await
    }

    /// How what a suggestion reminds of was put aside, and the version of what is shown of it.
    pub async fn aside_at(&mut self, about: Uuid) -> Result<Option<(Aside, i64)>, StoreError> {
        self.versioned(about.to_string()).await
    }

    /// The suggestions that somebody put aside, as they stand.
    pub async fn asides_of(&mut self, seller: &str) -> Result<Vec<Aside>, StoreError> {
        self.put_off(ASIDE_OF, seller.to_owned()).await
    }

    async fn put_off<T>(&mut self, text: &'static str, of: String) -> Result<Vec<Deferred<T>>, StoreError>
    where
        Deferred<T>: Record,
    {
        let query = sqlx::query(text).bind(self.tenant()).bind(of).bind(ALL);
        Self::read_all(&query.fetch_all(self.conn()).await?)
    }
}

pub(super) const STATEMENTS: &[&str] = &[
    HELD_OF_ORDER,
    HELD_OF_CASE,
    HELD_AT,
    HELD_WITH,
    PROMISED_WITH,
    FILES_ABOUT,
    HELD_SINCE,
    HELD_BY,
    PROMISED_BY,
    PROMISED_IN,
    PROMISED_FOR,
    PROMISED_AT,
    PROMISED_IN_STATE,
    LAST_MET,
    KEPT_AFTER,
    FILES_OF_ORDER,
    FILES_AT,
    PUT_OFF_BY_STATE,
    ASIDE_OF,
    PUT_OFF_OF,
    PUT_OFF_UNDATED,
];
