//! What was said before the demonstration begins: people at the customers, conversations held, promises on both
//! sides, some kept, some past their day. One opportunity in four was left silent.

use super::{Company, TODAY, names};
use atelier_domain::execution::{
    ActionOrder, Backing, Case, Change, Contact, Conversation, Outcome, PlannedOrder, Promise, PromiseState,
    Proof, Report, Side, Standing, State,
};
use atelier_domain::language::{ContactId, ConversationId, OrderId, PromiseId, Refusals, TenantId};
use atelier_domain::process::{Operation, Process, Reading, Step};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;

/// Posts, in turn.
const POSTS: [&str; 4] =
    ["Responsable qualité", "Direction de production", "Direction financière", "Responsable achats"];
/// Goals, in the customers' words.
const GOALS: [&str; 6] = [
    "Ne plus découvrir un lot perdu le lendemain matin",
    "Passer sous 2 % de rebuts avant l’été",
    "Que l’équipe de nuit puisse régler sans appeler personne",
    "Savoir ce que coûte vraiment une heure d’arrêt",
    "Tenir les délais de notre premier client",
    "Justifier la dépense avec nos chiffres, pas les vôtres",
];
/// What we promised.
const OURS: [&str; 4] = [
    "l’étude de trois lots",
    "un exemple dans votre métier",
    "le contact d’un client installé",
    "le compte rendu chiffré",
];
/// What the customer promised.
const THEIRS: [&str; 4] = [
    "les chiffres de rebuts de décembre",
    "l’accès à l’atelier",
    "une date avec la direction financière",
    "la liste des zones sensibles",
];

/// Everything said in a company before its first day.
#[derive(Default)]
pub struct Talks {
    /// People at customers.
    pub contacts: Vec<Contact>,
    /// Orders that were those conversations, read and kept.
    pub orders: Vec<PlannedOrder>,
    /// Conversations.
    pub held: Vec<Conversation>,
    /// Promises.
    pub promises: Vec<Promise>,
}

/// What was said in a company; the same every time.
///
/// # Errors
/// Faults of its process sheets.
pub fn talks(company: &Company) -> Result<Talks, Refusals> {
    let tenant = TenantId::of(company.code);
    let mut processes = Vec::new();
    for text in &company.processes {
        processes.push(Process::read(company.code, text, &Reading { today: TODAY })?.0);
    }
    let leaders: HashMap<_, _> = company.people.iter().map(|one| (one.id, one.key.as_str())).collect();
    let mut last: HashMap<_, (Date, &str)> = HashMap::new();
    for passage in &company.passages {
        if let Some(left) = passage.left_on {
            let known = last.entry(passage.case).or_insert((left, &passage.step));
            *known = (*known).max((left, &passage.step));
        }
    }
    let mut said = Talks::default();
    let open = company.cases.iter().filter(|case| case.standing == Standing::Open);
    for (rank, case) in open.enumerate() {
        let (Some(leader), Some((left, step))) =
            (case.owner.and_then(|owner| leaders.get(&owner)), last.get(&case.id))
        else {
            continue;
        };
        let process = processes.iter().find(|one| Some(&one.code) == case.process.as_ref());
        let Some((process, step)) = process.and_then(|one| Some((one, &one.steps[one.step_index(step)?])))
        else {
            continue;
        };
        let Some(operation) = step.operations.iter().find(|one| one.conversation.is_some()) else { continue };
        let of = Held { tenant, rank, case, leader, process, step, operation, left: *left };
        said.contacts.extend(of.people());
        if rank % 4 != 3 {
            of.say(&mut said);
        }
    }
    Ok(said)
}

/// One conversation to be made.
struct Held<'a> {
    tenant: TenantId,
    rank: usize,
    case: &'a Case,
    leader: &'a str,
    process: &'a Process,
    step: &'a Step,
    operation: &'a Operation,
    left: Date,
}

impl Held<'_> {
    fn key(&self, part: &str) -> String {
        format!("sample/{}/{part}", self.case.key)
    }

    /// Two at each firm.
    fn people(&self) -> Vec<Contact> {
        let person = |seat: usize| {
            let at = self.rank * 2 + seat;
            let first = names::FIRST[(at * 5 + 3) % names::FIRST.len()];
            let family = names::LAST[(at * 7 + 1) % names::LAST.len()];
            Contact {
                id: ContactId::of(self.tenant, &self.key(&seat.to_string())),
                key: format!("P{:04}-{seat}", self.rank),
                account: self.case.account,
                name: format!("{first} {family}"),
                function: POSTS[at % POSTS.len()].to_owned(),
                mail: Some(format!("contact{at}@client.example")),
                phone: Some(format!("+33 5 61 00 {:02} {:02}", at / 100 % 100, at % 100)),
                language: Some("fr".to_owned()),
            }
        };
        self.case.account.map(|_| vec![person(0), person(1)]).unwrap_or_default()
    }

    fn held_on(&self) -> Date {
        let back = i64::try_from(self.rank % 5).unwrap_or(0);
        self.left.saturating_sub(back.days())
    }

    fn say(&self, said: &mut Talks) {
        let order = self.order();
        let evidence = match order.report().map(|report| &report.outcome) {
            Some(Outcome::Progress(Backing::Proof(proof))) => Some(proof.clone()),
            _ => None,
        };
        let talk = Conversation {
            id: ConversationId::of(self.tenant, &self.key("talk")),
            order: order.id,
            case: Some(self.case.id),
            account: self.case.account,
            person: self.case.account.map(|_| ContactId::of(self.tenant, &self.key("0"))),
            process: self.process.code.clone(),
            step: self.step.code.clone(),
            operation: self.operation.code.clone(),
            sellers: vec![self.leader.to_owned()],
            captured_us: 0,
            entry_seconds: None,
            channel: None,
            held_on: self.held_on(),
            change: Change::Progress,
            goal: GOALS[self.rank % GOALS.len()].to_owned(),
            note: String::new(),
            next_on: (self.rank % 4 == 1).then_some(TODAY),
            evidence,
            files: Vec::new(),
            by: self.leader.to_owned(),
        };
        said.promises.extend([self.promise(&talk, Side::Ours), self.promise(&talk, Side::Theirs)]);
        said.held.push(talk);
        said.orders.push(PlannedOrder { order, appointment: None, unplaced: None, bounds: None });
    }

    /// Two in three have the customer's evidence.
    fn order(&self) -> ActionOrder {
        let (on, minutes) = (self.held_on(), self.operation.work(1));
        let proof = self.step.evidence.first().filter(|_| self.rank % 3 != 2);
        let backing = proof.map_or(Backing::WithoutEvidence, |kind| {
            Backing::Proof(Proof { kind: kind.code.clone(), on, reference: String::new() })
        });
        let start = on.at(10, 0, 0, 0);
        let end = start.saturating_add(minutes.0.minutes());
        ActionOrder {
            id: OrderId::of(self.tenant, &self.key("order")),
            case: Some(self.case.id),
            customer: self.case.key.clone(),
            process: self.process.code.clone(),
            version: 1,
            step: self.step.code.clone(),
            operation: self.operation.code.clone(),
            kinds: self.operation.kinds.clone(),
            people: vec![self.leader.to_owned()],
            units: 1,
            minutes,
            start: Some(start),
            end: Some(end),
            due: None,
            purpose: None,
            theme: None,
            state: State::Closed(Report { outcome: Outcome::Progress(backing), minutes, at: end }),
        }
    }

    /// A third kept, a third past their day, a third to come.
    fn promise(&self, talk: &Conversation, side: Side) -> Promise {
        let shift = usize::from(side == Side::Theirs);
        let what = if side == Side::Ours { OURS } else { THEIRS }[self.rank % 4];
        let (state, due_on) = match (self.rank + shift) % 3 {
            0 => (PromiseState::Kept, TODAY.saturating_sub(6.days())),
            1 => (PromiseState::Open, TODAY.saturating_sub(4.days())),
            _ => (PromiseState::Open, TODAY.saturating_add(4.days())),
        };
        Promise {
            id: PromiseId::of(self.tenant, &self.key(side.code())),
            conversation: talk.id,
            order: talk.order,
            case: talk.case,
            account: talk.account,
            person: talk.person,
            sellers: talk.sellers.clone(),
            side,
            what: what.to_owned(),
            made_on: talk.held_on,
            due_on: Some(due_on),
            state,
            settled_on: (state == PromiseState::Kept).then_some(due_on),
            reason: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{lumen, metrios};

    #[test]
    fn both_companies_have_something_behind_them_and_something_left_silent() {
        for company in [metrios(), lumen()] {
            let said = talks(&company).unwrap();
            assert!(said.held.len() >= 10, "{}: {}", company.code, said.held.len());
            assert!(said.contacts.len() > said.held.len() * 2, "some were not spoken to");
            assert!(said.held.iter().all(|one| one.held_on < TODAY));
            let overdue = said.promises.iter().filter(|one| one.is_overdue(TODAY)).count();
            let kept = said.promises.iter().filter(|one| one.state == PromiseState::Kept).count();
            assert!(overdue > 2 && kept > 2, "{overdue} {kept}");
            let ids: std::collections::BTreeSet<_> = said.held.iter().map(|one| one.id).collect();
            assert_eq!(ids.len(), said.held.len());
            assert_eq!(said.promises, talks(&company).unwrap().promises, "the same every time");
        }
    }
}
