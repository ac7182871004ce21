//! What was said in a company of the canaries: for the seller of each team a conversation, a promise and a file.

use super::{Object, SELLERS, marked};
use crate::fault::Fault;
use crate::rights::Office;
use crate::sample::TODAY;
use crate::workbench::{Act, Workbench};
use atelier_domain::execution::{Change, Conversation, EvidenceFile, FileOf, Promise, PromiseState, Side};
use atelier_domain::language::{AccountId, CaseId, ContactId, ConversationId, OrderId, PromiseId};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, sha256};

/// Says them about the first order of each.
///
/// # Errors
/// An incident of the store.
pub(super) async fn talks(
    bench: &Workbench,
    office: &Office,
    orders: &[Object],
    act: &Act<'_>,
) -> Result<Vec<Object>, Fault> {
    let mut objects = Vec::new();
    for [person, ..] in SELLERS {
        let Some(order) = orders.iter().find(|one| one.person == person) else { continue };
        let order = OrderId(order.id.parse().map_err(anyhow::Error::from)?);
        let talk = conversation(office, person, order, act);
        let text = marked(&office.code, person, "Rebuts de décembre");
        let of = FileOf {
            tenant: office.tenant,
            order,
            case: talk.case,
            account: talk.account,
            person: talk.person,
        };
        let name = marked(&office.code, person, "rebuts") + ".txt";
        let by = (act.now.as_microsecond(), act.actor);
        let bytes = text.as_bytes();
        let file = EvidenceFile::checked(of, (&name, "text/plain"), (bytes, sha256(bytes)), by)?;
        for (kind, id) in [("conversation", talk.id.to_string()), ("file", file.id.to_string())] {
            objects.push(Object { kind, id, person });
        }
        let mut tx = bench.store.begin(office.scope).await?;
        tx.keep_file_bytes(file.id, bytes.to_vec()).await?;
        let promise = promise(office, person, &talk);
        let contents = [Content::Conversation(talk), Content::Promise(promise), Content::File(file)];
        let rows = contents.iter().map(|one| one.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
        tx.append(&act.fact("execution/capture", Purpose::Performance, rows)).await?;
        tx.commit().await?;
    }
    Ok(objects)
}

fn conversation(office: &Office, person: &str, order: OrderId, act: &Act<'_>) -> Conversation {
    let text = |text: &str| marked(&office.code, person, text);
    Conversation {
        id: ConversationId::of(office.tenant, person),
        order,
        case: Some(CaseId::of(office.tenant, person)),
        account: Some(AccountId::of(office.tenant, person)),
        person: Some(ContactId::of(office.tenant, person)),
        process: String::new(),
        step: String::new(),
        operation: String::new(),
        sellers: vec![person.to_owned()],
        captured_us: act.now.as_microsecond(),
        entry_seconds: None,
        channel: None,
        held_on: TODAY,
        change: Change::NoProgress,
        goal: text("Moins de rebuts"),
        note: text("Rappeler avant midi"),
        next_on: None,
        evidence: None,
        files: Vec::new(),
        by: act.actor.to_owned(),
    }
}

fn promise(office: &Office, person: &str, talk: &Conversation) -> Promise {
    Promise {
        id: PromiseId::of(office.tenant, person),
        conversation: talk.id,
        order: talk.order,
        case: talk.case,
        account: talk.account,
        person: talk.person,
        sellers: talk.sellers.clone(),
        side: Side::Theirs,
        what: marked(&office.code, person, "Chiffres de décembre"),
        made_on: talk.held_on,
        due_on: None,
        state: PromiseState::Open,
        settled_on: None,
        reason: String::new(),
    }
}
