//! The gate of the works council (*comité social et économique*): what watches a person stays shut until
//! the council was consulted.
//! Source: note on the law, Labour Code L2312-38: informed and consulted before means of monitoring are
//! decided; a trail used without it was unlawful evidence.

use crate::language::Refusal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// That the council was consulted, as recorded by the company; for a company that has none, that the
/// people were informed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The day of the consultation.
    pub consulted_on: Date,
    /// Where the proof is, in a few words: minutes, notice.
    pub proof: String,
}

/// What watches a person, among what the program does today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Yields and durations of each seller in the diagnosis.
    DiagnosisByPerson,
    /// A seller whose yield is told to be below that of the others, among what holds a plan back.
    YieldOfPerson,
    /// What others looked at or were refused, for who does not guard the access journal.
    ReadingsOfOthers,
    /// Who wrote each fact, in the list of the ledger and in its proofs, for who does not guard it.
    AuthorsOfFacts,
}

impl Watch {
    /// Everything that is behind the gate.
    pub const ALL: [Self; 4] =
        [Self::DiagnosisByPerson, Self::YieldOfPerson, Self::ReadingsOfOthers, Self::AuthorsOfFacts];

    /// For machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::DiagnosisByPerson => "diagnosis-by-person",
            Self::YieldOfPerson => "yield-of-person",
            Self::ReadingsOfOthers => "readings-of-others",
            Self::AuthorsOfFacts => "authors-of-facts",
        }
    }

    /// The message that says what it is.
    pub fn message(self) -> &'static str {
        match self {
            Self::DiagnosisByPerson => "controls-watch-diagnosis",
            Self::YieldOfPerson => "controls-watch-yield",
            Self::ReadingsOfOthers => "controls-watch-readings",
            Self::AuthorsOfFacts => "controls-watch-authors",
        }
    }
}

impl Gate {
    /// The gate when it can be recorded as of `today`.
    ///
    /// # Errors
    /// `controls/gate-in-the-future`, `controls/gate-no-proof`.
    pub fn checked(mut self, today: Date) -> Result<Self, Refusal> {
        self.proof = self.proof.trim().to_owned();
        if self.consulted_on > today {
            let refusal = Refusal::new("controls/gate-in-the-future").field("consulted-on");
            return Err(refusal.with("day", self.consulted_on));
        }
        if self.proof.is_empty() || self.proof.chars().count() > 200 {
            return Err(Refusal::new("controls/gate-no-proof").field("proof"));
        }
        Ok(self)
    }
}

/// Lets what watches a person through, on `today`, or says why not.
///
/// # Errors
/// `controls/gate-shut`, also before the day of the consultation.
pub fn pass(gate: Option<&Gate>, today: Date) -> Result<(), Refusal> {
    match gate {
        Some(gate) if gate.consulted_on <= today => Ok(()),
        _ => Err(Refusal::new("controls/gate-shut")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gate_is_shut_until_the_day_of_the_consultation() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let gate = Gate { consulted_on: day("2027-01-05"), proof: "PV du 5 janvier".to_owned() };
        assert_eq!(pass(None, day("2027-01-05")).unwrap_err().code, "controls/gate-shut");
        assert!(pass(Some(&gate), day("2027-01-04")).is_err());
        assert!(pass(Some(&gate), day("2027-01-05")).is_ok());
        assert!(gate.clone().checked(day("2027-01-04")).is_err());
        assert!(Gate { proof: " ".to_owned(), ..gate }.checked(day("2027-01-05")).is_err());
    }
}
