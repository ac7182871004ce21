//! Accounts and cases written by hand or by a program, rather than imported: what they may say.

use super::market::{Account, Case, Passage, Standing};
use crate::language::{Currency, Refusal, Refusals};
use jiff::civil::Date;

/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of a key, a sector, a country, a stage.
const WORD: usize = 120;

fn within(refused: &mut Refusals, field: &str, text: &str, most: usize) {
    let is_shown = text.chars().all(|letter| !letter.is_control());
    if text.chars().count() > most || !is_shown {
        refused.push(Refusal::new("execution/text-shape").field(field).with("most", most));
    }
}

impl Account {
    /// The account, if it may be kept: blanks around texts taken off, a name, nothing too long, not its own mother,
    /// its number in the register as digits.
    ///
    /// # Errors
    /// `execution/no-name`, `execution/text-shape`, `execution/own-parent`, `execution/wrong-siren`; all together.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        for text in [&mut self.key, &mut self.name, &mut self.sector, &mut self.country] {
            *text = text.trim().to_owned();
        }
        if self.name.is_empty() {
            refused.push(Refusal::new("execution/no-name").field("name"));
        }
        within(&mut refused, "name", &self.name, NAME);
        for (field, text) in [("key", &self.key), ("sector", &self.sector), ("country", &self.country)] {
            within(&mut refused, field, text, WORD);
        }
        if self.parent == Some(self.id) {
            refused.push(Refusal::new("execution/own-parent").field("parent"));
        }
        refused.0.extend(self.number_refused());
        refused.or(self)
    }
}

/// What a case may refer to. Each question is answered by who reads the company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // one answer for each reference
pub struct Known {
    /// Its account is there.
    pub account: bool,
    /// Its owner is.
    pub owner: bool,
    /// Its product is.
    pub product: bool,
    /// Its process is.
    pub process: bool,
    /// Its step is one of the process.
    pub step: bool,
}

impl Case {
    /// The case, if it may be kept: it refers to what is there, ends after it began, and is worth no less than nothing,
    /// in the money of the company.
    ///
    /// # Errors
    /// `execution/no-name` without a key, `execution/text-shape`, `execution/unknown-reference`,
    /// `execution/ends-before`, `execution/wrong-value`; all together.
    pub fn checked(mut self, known: Known, money: Currency) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        for text in [&mut self.key, &mut self.stage] {
            *text = text.trim().to_owned();
        }
        within(&mut refused, "key", &self.key, WORD);
        within(&mut refused, "stage", &self.stage, WORD);
        let told = |id: Option<String>| id.unwrap_or_default();
        let references = [
            ("account", told(self.account.map(|id| id.to_string())), known.account),
            ("owner", told(self.owner.map(|id| id.to_string())), known.owner),
            ("product", told(self.product.map(|id| id.to_string())), known.product),
            ("process", told(self.process.clone()), known.process),
            ("step", told(self.step.clone()), known.step),
        ];
        for (field, given, is_known) in references {
            if !given.is_empty() && !is_known {
                let refusal = Refusal::new("execution/unknown-reference").field(field);
                refused.push(refusal.with("field", field).with("given", given));
            }
        }
        if let (Some(from), Some(to)) = (self.engaged_on, self.closed_on)
            && to < from
        {
            let refusal = Refusal::new("execution/ends-before").field("closed_on");
            refused.push(refusal.with("from", from).with("to", to));
        }
        if let Some(value) = self.value
            && (value.cents < 0 || value.currency != money)
        {
            let refusal = Refusal::new("execution/wrong-value").field("value_cents");
            refused.push(refusal.with("currency", money.to_string()));
        }
        refused.or(self)
    }

    /// The stays in steps that follow from this case becoming `after` by hand, on a day: the stay it
    /// leaves ends, the one it enters begins. A case closed leaves the step it was in.
    pub fn stays(&self, after: &Self, passages: &[Passage], today: Date) -> Vec<Passage> {
        let is_over = after.standing != Standing::Open;
        if self.step == after.step && (self.standing == after.standing || !is_over) {
            return Vec::new();
        }
        let open = passages.iter().filter(|one| one.left_on.is_none() && one.entered_on <= today);
        let mut stays: Vec<Passage> =
            open.map(|one| Passage { left_on: Some(today), ..one.clone() }).collect();
        if let Some(step) = after.step.clone().filter(|_| !is_over) {
            // Back in a step that it leaves this very day: the stay goes on.
            let same = |one: &&mut Passage| one.step == step && one.entered_on == today;
            match stays.iter_mut().find(same) {
                Some(stay) => stay.left_on = None,
                None => stays.push(Passage { case: self.id, step, entered_on: today, left_on: None }),
            }
        }
        stays
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{CaseId, Money, TenantId};
    use jiff::civil::date;

    fn case() -> Case {
        Case {
            id: CaseId::of(TenantId::of("t"), "c"),
            key: "c".into(),
            account: None,
            owner: None,
            product: None,
            stage: String::new(),
            standing: Standing::Open,
            process: None,
            step: Some("first".into()),
            engaged_on: Some(date(2027, 1, 4)),
            closed_on: None,
            value: None,
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let wrong = Case {
            key: "k".repeat(121),
            closed_on: Some(date(2027, 1, 3)),
            value: Some(Money { cents: -1, currency: Currency::EUR }),
            process: Some("none".into()),
            ..case()
        };
        let refused = wrong.checked(Known::default(), Currency::EUR).unwrap_err();
        let expected = [
            "execution/ends-before",
            "execution/text-shape",
            "execution/unknown-reference",
            "execution/unknown-reference",
            "execution/wrong-value",
        ];
        assert_eq!(refused.codes(), expected);
    }

    #[test]
    fn a_case_moved_by_hand_leaves_one_step_and_enters_another() {
        let before = case();
        let passage =
            Passage { case: before.id, step: "first".into(), entered_on: date(2027, 1, 4), left_on: None };
        let after = Case { step: Some("second".into()), ..case() };
        let day = date(2027, 1, 10);
        let stays = before.stays(&after, std::slice::from_ref(&passage), day);
        assert_eq!(stays[0], Passage { left_on: Some(day), ..passage.clone() });
        assert_eq!((stays[1].step.as_str(), stays[1].entered_on), ("second", day));
        let won = Case { standing: Standing::Won, ..case() };
        assert_eq!(before.stays(&won, &[passage], day).len(), 1);
        assert!(before.stays(&case(), &[], day).is_empty());
    }
}
