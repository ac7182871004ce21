//! A specialised process: objective, target, bill of actions, operating mode, planning, indicators, resources.

use super::{ConversationType, StrategicLine};
use crate::language::{Currency, Lang, Minutes, Money, Period, Share, Week, Yield};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// French, always there.
    pub fr: String,
    /// English; when empty, French is shown.
    pub en: String,
}

impl Bilingual {
    /// In the reader's language.
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.en.is_empty() { &self.en } else { &self.fr }
    }
}

/// The seven levels of a process (*les sept niveaux*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 1. What is to be produced.
    Objective,
    /// 2. With whom.
    Target,
    /// 3. By which actions (*nomenclature d'actions*).
    Bill,
    /// 4. How (*mode opératoire*).
    OperatingMode,
    /// 5. When.
    Planning,
    /// 6. How it is known.
    Indicators,
    /// 7. By whom.
    Resources,
}

/// What an objective counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Contacts entered in the first step.
    Contacts,
    /// Proposals.
    Proposals,
    /// New customers.
    Customers,
    /// Deals won.
    Deals,
    /// Revenue.
    Revenue,
    /// Gross margin.
    Margin,
}

/// Level 1: a quantity of an output for a period.
///
/// Deals implied: revenue ÷ average deal; margin ÷ (average deal × margin rate); rounded up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Unique in the company.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// What is counted.
    pub unit: Unit,
    /// Units, or whole minor units of `currency` for revenue and margin.
    pub quantity: i64,
    /// Of the money involved.
    pub currency: Currency,
    /// Value of an average deal; needed by revenue and margin.
    pub average_deal: Option<Money>,
    /// Margin in a deal; needed by margin.
    pub margin_rate: Option<Share>,
    /// When it is to be produced.
    pub period: Period,
    /// Who answers for it.
    pub owner: String,
    /// Line of the strategy that it serves (*ligne stratégique*).
    pub line: Option<String>,
    /// Deals due per week; empty: spread evenly over the weeks of the period, cumulated quantities rounded up.
    pub due: BTreeMap<Week, i64>,
}

/// Level 2: a criterion on accounts, `field` among the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Shown name.
    pub name: Bilingual,
    /// `sector`, `country`, `size`, or a facet kept by the import.
    pub field: String,
    /// Accepted values.
    pub values: Vec<String>,
}

/// Through which medium an operation is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// At the customer's.
    Visit,
    /// Video meeting.
    Video,
    /// Telephone.
    Call,
    /// Written.
    Mail,
    /// At one's desk, nobody in front.
    Desk,
}

impl Channel {
    /// Code, as in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Video => "video",
            Self::Call => "call",
            Self::Mail => "mail",
            Self::Desk => "desk",
        }
    }
}

/// Proof from the customer that closes a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Unique in the step.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// Days it stays good; `None`: it never lapses. When it lapses the case slides back one step.
    pub valid_days: Option<u32>,
}

/// A step that feeds another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Code of the step that feeds.
    pub step: String,
    /// Units of it per unit entering here, above zero.
    pub quantity: i64,
}

/// One piece of work of a step's routing (*gamme*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Unique in the process.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// Codes of the resource kinds that do it together, one person of each. Empty only when automated.
    pub kinds: Vec<String>,
    /// Preparation, once per lot.
    pub prepare: Minutes,
    /// Run time, per unit.
    pub run: Minutes,
    /// Travel, per unit.
    pub travel: Minutes,
    /// Units handled in one sitting, at least 1.
    pub lot: i64,
    /// Medium.
    pub channel: Channel,
    /// Skill needed, when not every resource of the kind has it.
    pub skill: Option<String>,
    /// Done without anybody.
    pub automated: bool,
    /// Open days to let pass after the operation before it (same clock time).
    pub wait_days: u32,
    /// It starts at most so many elapsed days after the end of the operation before it; never below the wait.
    pub wait_days_max: Option<u32>,
    /// May stop at a break and go on after it; for one person only.
    pub split: bool,
    /// Code of the room, or of what else is shared, that it holds while it lasts.
    pub room: Option<String>,
    /// Other ways to do it, in order of preference.
    pub alternatives: Vec<Alternative>,
    /// How much room the one who does it has.
    pub strength: Strength,
    /// Level 4: script of intent.
    pub playbook: Bilingual,
    /// Level 4: checklist.
    pub checklist: Vec<Bilingual>,
    /// Level 4: with whom, on what, to see which use; `None` when it is not written down, or for desk work.
    pub conversation: Option<ConversationType>,
}

/// How binding an operation is (*marge de manœuvre*). What was done otherwise is something to learn from,
/// never a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Strength {
    /// To be done, and as written: law, money, evidence. With the reason.
    Mandatory(Bilingual),
    /// The best way known; another may be taken without asking.
    #[default]
    Recommended,
    /// To be done or not, in whatever way.
    Free,
}

/// Another way to do an operation, such as a call instead of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Medium.
    pub channel: Channel,
    /// Codes of the resource kinds that do it together.
    pub kinds: Vec<String>,
    /// Skill needed.
    pub skill: Option<String>,
    /// Preparation, once per lot.
    pub prepare: Minutes,
    /// Run time, per unit.
    pub run: Minutes,
    /// Travel, per unit.
    pub travel: Minutes,
    /// What choosing it costs, in minutes of delay of one action.
    pub price: u32,
}

impl Alternative {
    /// Work for `units` done in one sitting, for each kind.
    pub fn work(&self, units: i64) -> Minutes {
        Minutes(units * (self.run.0 + self.travel.0) + self.prepare.0)
    }
}

impl Operation {
    /// Work for `units` done in lots: `units × (run + travel) + lots × prepare`, for each kind. Automated work is 0.
    pub fn work(&self, units: i64) -> Minutes {
        if self.automated {
            return Minutes(0);
        }
        let lots = (units + self.lot - 1) / self.lot;
        Minutes(units * (self.run.0 + self.travel.0) + lots * self.prepare.0)
    }
}

/// Level 3: a customer's progress, with the work that produces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Unique in the process.
    pub code: String,
    /// The progress, in the customer's words: "has named a goal to reach".
    pub name: Bilingual,
    /// Units out ÷ units in; `None` on the last step only, where everything goes through.
    pub yields: Option<Yield>,
    /// Days a unit stays here before it comes out.
    pub lead_days: u32,
    /// Steps that feed it. Written in the file, or the step before; empty for an entry step.
    pub after: Vec<Input>,
    /// Proofs, any of which closes the step.
    pub evidence: Vec<Evidence>,
    /// Its routing, in order.
    pub operations: Vec<Operation>,
}

/// Level 5: how the work is placed in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planning {
    /// Starts fall on multiples of it; divides an hour.
    pub grid: Minutes,
    /// First weeks in which nothing moves without a reason.
    pub frozen_weeks: u32,
    /// Weeks after those in which orders are firm.
    pub firm_weeks: u32,
    /// Buffer before the bottleneck, in working days of it; `None`: launches are not controlled.
    pub buffer_days: Option<u32>,
}

/// Level 6: a figure that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Code in the indicator dictionary.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// The decision it serves.
    pub decision: Bilingual,
}

/// A specialised process, valid: its bill has no cycle, every step but the last has a yield.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Unique in the company.
    pub code: String,
    /// Counts up at each publication.
    pub version: u32,
    /// Shown name.
    pub name: Bilingual,
    /// Function it serves: `prospecting`, `key-accounts`, `renewals`…
    pub function: String,
    /// Who answers for it.
    pub owner: String,
    /// Code of the strategic line it serves; `None` is shown as an orphan.
    pub line: Option<String>,
    /// Strategic lines that this sheet describes: name, owner, period.
    pub lines: Vec<StrategicLine>,
    /// Level 1.
    pub objectives: Vec<Objective>,
    /// Level 2.
    pub target: Vec<Segment>,
    /// Level 3, in an order where each step comes after those that feed it; the last one is the output.
    pub steps: Vec<Step>,
    /// Level 5.
    pub planning: Option<Planning>,
    /// Level 6.
    pub indicators: Vec<Indicator>,
    /// Level 7: kinds of resources, code and needed head count (0: as many as there are).
    pub kinds: Vec<String>,
    /// Day from which this version applies.
    pub valid_from: Option<Date>,
}

impl Process {
    /// Position of a step.
    pub fn step_index(&self, code: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.code == code)
    }
}
