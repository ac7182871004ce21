//! A conversation captured: the order declared, what was said and promised, in one fact.

use crate::fault::Fault;
use crate::workbench::{Act, Office, Published, stored};
use atelier_domain::execution::{
    ActionOrder, Advance, Captured, Contact, Conversation, EvidenceFile, PlannedOrder, Scene, Talk, capture,
};
use atelier_domain::language::{AccountId, ConversationId, Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Tx};
use jiff::civil::Date;
use uuid::Uuid;

/// A capture decided on, before it is written.
pub struct Capturing<'a> {
    /// The order as declared, and those given up with it.
    pub changed: &'a [PlannedOrder],
    /// What that does to the opportunity.
    pub advance: Option<Advance>,
    /// What was said.
    pub talk: Talk,
    /// Today, and the day it was held.
    pub days: (Date, Date),
    /// The firm.
    pub account: Option<AccountId>,
    /// The person is out of reach of who captures: told as one who is not there.
    pub beyond: bool,
}

/// What was written of a conversation.
pub struct Written {
    /// It, with its promises.
    pub captured: Captured,
    /// Its files.
    pub files: Vec<EvidenceFile>,
    /// With whom it was.
    pub contact: Option<Contact>,
    /// The number of the fact.
    pub version: i64,
}

/// Writes a conversation within a write.
///
/// # Errors
/// `execution/already-captured`, `execution/unknown-contact`, `execution/unknown-file`, what the conversation refuses.
pub async fn capture_in(
    tx: &mut Tx,
    office: &Office,
    capturing: Capturing<'_>,
    act: &Act<'_>,
) -> Result<Written, Fault> {
    let Some(declared) = capturing.changed.first().map(|planned| &planned.order) else {
        return Err(anyhow::anyhow!("a capture without an order").into());
    };
    refuse_second(tx, declared).await?;
    let (today, held_on) = capturing.days;
    let id = ConversationId(Uuid::now_v7());
    let scene = Scene {
        id,
        today,
        held_on,
        account: capturing.account,
        by: act.actor,
        at_us: act.now.as_microsecond(),
    };
    let (contact, files) = known(tx, declared, &capturing).await?;
    let captured = capture(declared, capturing.talk, &scene)?;
    let mut contents = Vec::new();
    for planned in capturing.changed {
        // The version that placed it stays: a declaration does not place.
        let version = tx.order(planned.order.id.0).await?.map_or(0, |stored| stored.plan_version);
        contents.push(Content::Declared(stored(planned, version)?));
    }
    if let Some(advance) = capturing.advance {
        contents.push(Content::Case(advance.case));
        contents.extend(advance.passages.into_iter().map(Content::Passage));
    }
    contents.push(Content::Conversation(captured.conversation.clone()));
    contents.extend(captured.promises.iter().cloned().map(Content::Promise));
    let rows = contents.iter().map(|content| content.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
    let version = tx.append(&act.fact("execution/capture", Purpose::Performance, rows)).await?;
    Ok(Written { captured, files, contact, version })
}

/// One order is one conversation: of two captured apart, the second is told who was first.
async fn refuse_second(tx: &mut Tx, order: &ActionOrder) -> Result<(), Fault> {
    match tx.conversation_of_order(order.id).await? {
        None => Ok(()),
        Some(Conversation { by, held_on, .. }) => {
            let refusal = Refusal::new("execution/already-captured").with("by", by);
            Err(refusal.with("on", held_on).into())
        }
    }
}

/// The person and the files that it names, when they are those of the firm and of the order.
async fn known(
    tx: &mut Tx,
    order: &ActionOrder,
    capturing: &Capturing<'_>,
) -> Result<(Option<Contact>, Vec<EvidenceFile>), Fault> {
    let mut refused = Refusals::default();
    let mut contact = None;
    if let Some(id) = capturing.talk.person {
        contact = tx.contact_now(id).await?.filter(|one| {
            let is_there =
                one.account.is_none() || capturing.account.is_none() || one.account == capturing.account;
            is_there && !capturing.beyond
        });
        if contact.is_none() {
            let refusal = Refusal::new("execution/unknown-contact").field("contact");
            refused.push(refusal.with("given", id.to_string()));
        }
    }
    let mut files = Vec::new();
    for (at, id) in capturing.talk.files.iter().enumerate() {
        match tx.file_at(*id).await? {
            Some((file, _)) if file.order == order.id && !file.removed => files.push(file),
            _ => {
                let refusal = Refusal::new("execution/unknown-file").field(&format!("files[{at}]"));
                refused.push(refusal.with("given", id.to_string()));
            }
        }
    }
    Ok(refused.or((contact, files))?)
}

impl Published {
    /// The same orders with one as it is captured.
    #[must_use]
    pub fn with_order(mut self, planned: PlannedOrder) -> Self {
        self.orders.insert(planned.order.id, planned);
        self
    }
}
