//! Everything that a preparation sheet is made of, read at once.

use crate::fault::Fault;
use crate::workbench::{Office, Workbench};
use atelier_domain::execution::{
    ActionOrder, Case, Channel as Way, Contact, ContactAim, Conversation, EvidenceFile, Promise, Sayings,
};
use atelier_domain::language::{Catalogue, Lang};
use atelier_domain::process::{Channel, Operation};
use jiff::civil::Date;

/// Most other people of the firm on a sheet.
const OTHERS: usize = 5;

/// What is known around an order, newest first.
pub struct Brief {
    /// Its opportunity.
    pub case: Option<Case>,
    /// With whom the last conversation was, else somebody of the firm; nobody who must not be contacted so.
    pub contact: Option<Contact>,
    /// Others of the firm.
    pub others: Vec<Contact>,
    /// What they agreed to and object to.
    pub said: Sayings,
    /// Conversations of the opportunity, newest first.
    pub held: Vec<Conversation>,
    /// Its promises.
    pub promises: Vec<Promise>,
    /// Files of the order.
    pub files: Vec<EvidenceFile>,
}

impl Workbench {
    /// What is known around an order, which is done in a way on a day.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn brief(
        &self,
        office: &Office,
        order: &ActionOrder,
        (way, today): (Option<Way>, Date),
    ) -> Result<Brief, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let files = reader.files_of_order(order.id).await?;
        let case = match order.case {
            Some(id) => reader.case(id).await?,
            None => None,
        };
        let (mut held, mut promises, mut people) = (Vec::new(), Vec::new(), Vec::new());
        let mut said = Sayings::default();
        if let Some(case) = &case {
            held = reader.conversations_of_case(case.id).await?;
            promises = reader.promises_of_case(case.id).await?;
            if let Some(account) = case.account {
                people = reader.contacts_of_account(account).await?;
                said = Sayings::of(reader.consents_at(account).await?);
            }
        }
        let met = held.iter().find_map(|one| one.person);
        people.sort_by_key(|one| Some(one.id) != met);
        let aim = ContactAim::about(case.as_ref().map(|case| case.standing));
        let may = |one: &Contact| way.is_none_or(|way| said.barred(one.id, (way, aim), today).is_none());
        let contact = people.iter().position(may).map(|at| people.remove(at));
        people.truncate(OTHERS);
        Ok(Brief { case, contact, others: people, said, held, promises, files })
    }
}

/// Whether an operation is with somebody: work at one's desk, or done without anybody, is not.
pub fn is_conversation(operation: Option<&Operation>) -> bool {
    operation.is_some_and(|one| one.channel != Channel::Desk && !one.automated)
}

/// What an operation is called; one that nothing had planned, a conversation.
pub fn title(operation: Option<&Operation>, code: &str, lang: Lang) -> String {
    match operation {
        Some(one) => one.name.get(lang).to_owned(),
        None if code.is_empty() => Catalogue::of(lang).plain("execution-unplanned"),
        None => code.to_owned(),
    }
}

/// Where, in words.
pub fn place(channel: &str, words: &Catalogue) -> String {
    words.plain(&format!("execution-channel-{channel}"))
}
