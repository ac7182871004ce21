//! Everything that a preparation sheet is made of, read at once.

use crate::fault::Fault;
use crate::workbench::{Office, Workbench};
use atelier_domain::execution::{ActionOrder, Case, Contact, Conversation, EvidenceFile, Promise};
use atelier_domain::language::Catalogue;
use atelier_domain::process::{Channel, Operation};

/// Most other people of the firm on a sheet.
const OTHERS: usize = 5;

/// What is known around an order, newest first.
pub struct Brief {
    /// Its opportunity.
    pub case: Option<Case>,
    /// With whom the last conversation was, else somebody of the firm.
    pub contact: Option<Contact>,
    /// Others of the firm.
    pub others: Vec<Contact>,
    /// Conversations of the opportunity, newest first.
    pub held: Vec<Conversation>,
    /// Its promises.
    pub promises: Vec<Promise>,
    /// Files of the order.
    pub files: Vec<EvidenceFile>,
}

impl Workbench {
    /// What is known around an order.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn brief(&self, office: &Office, order: &ActionOrder) -> Result<Brief, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let files = reader.files_of_order(order.id).await?;
        let case = match order.case {
            Some(id) => reader.case(id).await?,
            None => None,
        };
        let (mut held, mut promises, mut people) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(case) = &case {
            held = reader.conversations_of_case(case.id).await?;
            promises = reader.promises_of_case(case.id).await?;
            if let Some(account) = case.account {
                people = reader.contacts_of_account(account).await?;
            }
        }
        let met = held.iter().find_map(|one| one.person);
        let at = people.iter().position(|one| Some(one.id) == met);
        let contact = match at {
            Some(at) => Some(people.remove(at)),
            None if people.is_empty() => None,
            None => Some(people.remove(0)),
        };
        people.truncate(OTHERS);
        Ok(Brief { case, contact, others: people, held, promises, files })
    }
}

/// Whether an operation is with somebody: work at one's desk, or done without anybody, is not.
pub fn is_conversation(operation: Option<&Operation>) -> bool {
    operation.is_some_and(|one| one.channel != Channel::Desk && !one.automated)
}

/// Where, in words.
pub fn place(channel: &str, words: &Catalogue) -> String {
    words.plain(&format!("execution-channel-{channel}"))
}
