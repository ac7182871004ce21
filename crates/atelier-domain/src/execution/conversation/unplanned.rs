//! A conversation that nothing had planned: somebody met by chance, called back, seen at a fair. The act that notes it
//! writes its order too, done by the same fact, so that all that reads orders and conversations reads it alike.

use crate::execution::market::Case;
use crate::execution::order::{ActionOrder, State};
use crate::language::{Minutes, OrderId};
use crate::process::{Channel, Process};

/// Time of a conversation of which nobody says how long it was.
const MINUTES: Minutes = Minutes(15);

/// A conversation that nothing had planned, as far as its order goes.
#[derive(Clone, Copy, Debug)]
pub struct Chance<'a> {
    /// Identity of the order to write.
    pub id: OrderId,
    /// Shown name of the firm.
    pub customer: &'a str,
    /// The open opportunity it was about, if it was about one.
    pub case: Option<&'a Case>,
    /// The newest version of the process of that opportunity.
    pub process: Option<&'a Process>,
    /// Code of who held it.
    pub person: &'a str,
}

/// The order that a conversation was which nothing had planned: given to who held it, of no operation, without a date,
/// so that it was never late and takes no hour of a plan.
///
/// It works on the step where its opportunity stands: it moves no opportunity to another.
pub fn unplanned(chance: Chance<'_>) -> ActionOrder {
    let step = chance.case.and_then(|case| case.step.as_deref());
    let place = chance.process.zip(step).filter(|(process, step)| process.step_index(step).is_some());
    let (process, version, step) = place.map_or((String::new(), 0, String::new()), |(process, step)| {
        (process.code.clone(), process.version, step.to_owned())
    });
    ActionOrder {
        id: chance.id,
        case: chance.case.map(|case| case.id),
        customer: chance.customer.to_owned(),
        process,
        version,
        step,
        operation: String::new(),
        kinds: Vec::new(),
        people: vec![chance.person.to_owned()],
        units: 1,
        minutes: MINUTES,
        start: None,
        end: None,
        due: None,
        purpose: None,
        theme: None,
        state: State::Released,
    }
}

impl Channel {
    /// Ways of speaking to somebody: not at one's desk.
    pub const SPOKEN: [Self; 4] = [Self::Visit, Self::Video, Self::Call, Self::Mail];

    /// The way of speaking of this code.
    pub fn spoken(code: &str) -> Option<Self> {
        Self::SPOKEN.into_iter().find(|way| way.code() == code)
    }
}

impl ActionOrder {
    /// Whether nothing had planned it: a conversation noted afterwards.
    pub fn is_unplanned(&self) -> bool {
        self.operation.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::execution::Standing;
    use crate::execution::{Captured, Outcome, Phase, Report, Scene, Talk, advance, capture};
    use crate::language::{CaseId, ConversationId, TenantId};
    use crate::process::Reading;
    use jiff::civil::{Date, date};

    const SHEET: &str = include_str!("../../../../../examples/metrios/process.toml");
    const TODAY: Date = date(2027, 1, 12);

    fn process() -> Process {
        Process::read("metrios", SHEET, &Reading { today: TODAY }).unwrap().0
    }

    fn case(step: &str) -> Case {
        Case {
            id: CaseId::of(TenantId::of("t"), "c"),
            key: "c".into(),
            account: None,
            owner: None,
            product: None,
            stage: String::new(),
            standing: Standing::Open,
            process: Some("new-customers".into()),
            step: Some(step.into()),
            engaged_on: None,
            closed_on: None,
            value: None,
        }
    }

    fn of(case: Option<&Case>, process: Option<&Process>) -> ActionOrder {
        let id = OrderId::of(TenantId::of("t"), "o");
        unplanned(Chance { id, customer: "Aciers Vallon", case, process, person: "camille" })
    }

    #[test]
    fn it_works_on_the_step_where_the_opportunity_stands_or_on_none() {
        let process = process();
        let open = of(Some(&case("use")), Some(&process));
        assert_eq!((open.process.as_str(), open.step.as_str()), ("new-customers", "use"));
        assert_eq!((open.start, open.due, open.phase()), (None, None, Phase::Released));
        assert!(open.is_unplanned());
        for (case, process) in [(Some(case("zz")), Some(&process)), (Some(case("use")), None), (None, None)] {
            let order = of(case.as_ref(), process);
            assert_eq!((order.step.as_str(), order.version), ("", 0), "{case:?}");
        }
    }

    #[test]
    fn captured_it_says_how_it_was_held_and_moves_the_opportunity_to_no_other_step() {
        let (process, case) = (process(), case("use"));
        let at = TODAY.at(17, 0, 0, 0);
        let mut order = of(Some(&case), Some(&process));
        let outcome = Outcome::Progress(crate::execution::Backing::WithoutEvidence);
        order.state = State::Done(Report { outcome, minutes: Minutes(15), at });
        let id = ConversationId::of(TenantId::of("t"), "x");
        let scene = Scene { id, today: TODAY, held_on: TODAY, account: None, by: "camille", at_us: 0 };
        let talk = Talk { channel: Channel::spoken("call"), ..Talk::default() };
        let Captured { conversation, .. } = capture(&order, talk, &scene).unwrap();
        assert_eq!((conversation.channel, conversation.operation.as_str()), (Some(Channel::Call), ""));
        assert_eq!(advance(&case, &process, &order, std::slice::from_ref(&order), &[], TODAY), None);
        assert_eq!(Channel::spoken("desk"), None);
    }
}
