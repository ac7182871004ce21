//! Writes a process as the text that [`Process::read`] reads back to the same process.

use super::read_objective::UNITS;
use super::read_steps::CHANNELS;
use super::{
    Alternative, Bilingual, ConversationType, Evidence, Indicator, Objective, Operation, Part, Planning,
    Process, Segment, Step, StrategicLine, Strength, Unit,
};
use crate::language::{Minutes, Share};
use rust_decimal::Decimal;

impl Process {
    /// The text of the process, keys in the order of `docs/process.md`, ends with a line break.
    pub fn write(&self) -> String {
        let mut page = Writer::default();
        head(self, &mut page);
        for line in &self.lines {
            write_strategic_line(line, &mut page);
        }
        for objective in &self.objectives {
            write_objective(objective, &mut page);
        }
        for segment in &self.target {
            write_segment(segment, &mut page);
        }
        for (index, step) in self.steps.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| self.steps[before].code.as_str());
            write_step(step, before, &mut page);
        }
        if let Some(planning) = &self.planning {
            write_planning(planning, &mut page);
        }
        for indicator in &self.indicators {
            write_indicator(indicator, &mut page);
        }
        page.0
    }
}

/// A TOML text under way.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn section(&mut self, header: &str) {
        self.0.push('\n');
        self.0.push_str(header);
        self.0.push('\n');
    }

    fn line(&mut self, key: &str, value: &str) {
        self.0.push_str(key);
        self.0.push_str(" = ");
        self.0.push_str(value);
        self.0.push('\n');
    }

    fn text(&mut self, key: &str, text: &str) {
        self.line(key, &quoted(text));
    }

    fn name(&mut self, key: &str, name: &Bilingual) {
        self.line(key, &named(name));
    }

    /// Nothing is written for an empty name.
    fn some_name(&mut self, key: &str, name: &Bilingual) {
        if !name.fr.is_empty() {
            self.name(key, name);
        }
    }

    /// Nothing is written for the value that the reader takes when the key is absent.
    fn count(&mut self, key: &str, count: i64, absent: i64) {
        if count != absent {
            self.line(key, &count.to_string());
        }
    }
}

/// A TOML string, escaped.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A name, in one language or both.
pub(super) fn named(name: &Bilingual) -> String {
    if name.en.is_empty() {
        return quoted(&name.fr);
    }
    format!("{{ fr = {}, en = {} }}", quoted(&name.fr), quoted(&name.en))
}

fn list<T>(items: &[T], shown: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", "))
}

fn texts(items: &[String]) -> String {
    list(items, |text| quoted(text))
}

/// Cents as an amount, with decimals only when there are some.
fn amount(cents: i64) -> String {
    Decimal::new(cents, 2).normalize().to_string()
}

/// Millionths, or basis points, as a decimal number.
pub(crate) fn decimal(scaled: u32, decimals: u32) -> String {
    Decimal::new(i64::from(scaled), decimals).normalize().to_string()
}

fn share(share: Share) -> String {
    decimal(u32::from(share.basis_points()), 4)
}

fn word<T: PartialEq>(words: &[(&'static str, T)], meaning: &T) -> &'static str {
    words.iter().find(|(_, known)| known == meaning).map_or("", |(word, _)| word)
}

fn head(process: &Process, page: &mut Writer) {
    page.text("code", &process.code);
    page.line("version", &process.version.to_string());
    page.name("name", &process.name);
    page.text("function", &process.function);
    page.text("owner", &process.owner);
    if let Some(line) = &process.line {
        page.text("line", line);
    }
    if let Some(day) = process.valid_from {
        page.line("valid_from", &day.to_string());
    }
    if !process.kinds.is_empty() {
        page.line("kinds", &texts(&process.kinds));
    }
}

fn write_strategic_line(line: &StrategicLine, page: &mut Writer) {
    page.section("[[strategic_line]]");
    page.text("code", &line.code);
    if let Some(name) = &line.name {
        page.name("name", name);
    }
    if let Some(owner) = &line.owner {
        page.text("owner", owner);
    }
    if let Some(period) = line.period {
        page.line("from", &period.first.to_string());
        page.line("to", &period.last().to_string());
    }
}

fn write_objective(objective: &Objective, page: &mut Writer) {
    page.section("[[objective]]");
    page.text("code", &objective.code);
    page.name("name", &objective.name);
    page.text("unit", word(&UNITS, &objective.unit));
    let money = matches!(objective.unit, Unit::Revenue | Unit::Margin);
    let quantity = objective.quantity;
    page.line("quantity", &if money { amount(quantity) } else { quantity.to_string() });
    page.text("currency", objective.currency.code());
    if let Some(deal) = objective.average_deal {
        page.line("average_deal", &amount(deal.cents));
    }
    if let Some(rate) = objective.margin_rate {
        page.line("margin_rate", &share(rate));
    }
    page.line("from", &objective.period.first.to_string());
    page.line("to", &objective.period.last().to_string());
    page.text("owner", &objective.owner);
    if let Some(line) = &objective.line {
        page.text("line", line);
    }
    if !objective.due.is_empty() {
        page.section("[objective.due]");
        for (week, deals) in &objective.due {
            page.line(&week.to_string(), &deals.to_string());
        }
    }
}

fn write_segment(segment: &Segment, page: &mut Writer) {
    page.section("[[segment]]");
    page.name("name", &segment.name);
    page.text("field", &segment.field);
    page.line("values", &texts(&segment.values));
}

fn write_step(step: &Step, before: Option<&str>, page: &mut Writer) {
    page.section("[[step]]");
    page.text("code", &step.code);
    page.name("name", &step.name);
    if let Some(yields) = step.yields {
        page.line("yield", &decimal(yields.millionths(), 6));
    }
    page.line("lead_days", &step.lead_days.to_string());
    let usual: Vec<_> = before.into_iter().map(|before| (before, 1)).collect();
    if step.after.iter().map(|input| (input.step.as_str(), input.quantity)).ne(usual) {
        page.line(
            "after",
            &list(&step.after, |input| {
                format!("{{ step = {}, quantity = {} }}", quoted(&input.step), input.quantity)
            }),
        );
    }
    for evidence in &step.evidence {
        write_evidence(evidence, page);
    }
    for operation in &step.operations {
        write_operation(operation, page);
    }
}

fn write_evidence(evidence: &Evidence, page: &mut Writer) {
    page.section("[[step.evidence]]");
    page.text("code", &evidence.code);
    page.name("name", &evidence.name);
    if let Some(days) = evidence.valid_days {
        page.line("valid_days", &days.to_string());
    }
}

fn write_operation(operation: &Operation, page: &mut Writer) {
    page.section("[[step.operation]]");
    page.text("code", &operation.code);
    page.name("name", &operation.name);
    match operation.kinds.as_slice() {
        [] => {}
        [kind] => page.text("kind", kind),
        kinds => page.line("kinds", &texts(kinds)),
    }
    let times = [("prepare", operation.prepare), ("run", operation.run), ("travel", operation.travel)];
    for (key, Minutes(minutes)) in times {
        page.count(key, minutes, 0);
    }
    page.count("lot", operation.lot, 1);
    page.text("channel", word(&CHANNELS, &operation.channel));
    if let Some(skill) = &operation.skill {
        page.text("skill", skill);
    }
    if operation.automated {
        page.line("automated", "true");
    }
    page.count("wait_days", i64::from(operation.wait_days), 0);
    if let Some(days) = operation.wait_days_max {
        page.line("wait_days_max", &days.to_string());
    }
    if operation.split {
        page.line("split", "true");
    }
    if let Some(room) = &operation.room {
        page.text("room", room);
    }
    match &operation.strength {
        Strength::Recommended => {}
        Strength::Free => page.text("strength", operation.strength.code()),
        Strength::Mandatory(reason) => {
            page.text("strength", operation.strength.code());
            page.name("reason", reason);
        }
    }
    page.some_name("playbook", &operation.playbook);
    if !operation.checklist.is_empty() {
        page.line("checklist", &list(&operation.checklist, named));
    }
    for way in &operation.alternatives {
        write_alternative(way, operation, page);
    }
    if let Some(conversation) = &operation.conversation {
        write_conversation(conversation, page);
    }
}

fn write_conversation(conversation: &ConversationType, page: &mut Writer) {
    page.section("[step.operation.conversation]");
    page.some_name("role", &conversation.role);
    if conversation.part != Part::Other {
        page.text("part", conversation.part.code());
    }
    page.some_name("theme", &conversation.theme);
    if !conversation.questions.is_empty() {
        page.line("questions", &list(&conversation.questions, named));
    }
    let Some(scenario) = &conversation.scenario else { return };
    page.section("[step.operation.conversation.scenario]");
    for (key, text) in [
        ("event", &scenario.event),
        ("actor", &scenario.actor),
        ("actions", &scenario.actions),
        ("result", &scenario.result),
        ("before", &scenario.before),
        ("after", &scenario.after),
    ] {
        page.some_name(key, text);
    }
}

fn write_alternative(way: &Alternative, operation: &Operation, page: &mut Writer) {
    page.section("[[step.operation.alternative]]");
    page.text("channel", word(&CHANNELS, &way.channel));
    if way.kinds != operation.kinds {
        page.line("kinds", &texts(&way.kinds));
    }
    if let Some(skill) = way.skill.as_ref().filter(|_| way.skill != operation.skill) {
        page.text("skill", skill);
    }
    page.count("prepare", way.prepare.0, operation.prepare.0);
    page.count("run", way.run.0, operation.run.0);
    page.count("travel", way.travel.0, 0);
    page.count("price", i64::from(way.price), 0);
}

fn write_planning(planning: &Planning, page: &mut Writer) {
    page.section("[planning]");
    page.line("grid", &planning.grid.0.to_string());
    page.line("frozen_weeks", &planning.frozen_weeks.to_string());
    page.line("firm_weeks", &planning.firm_weeks.to_string());
    if let Some(days) = planning.buffer_days {
        page.line("buffer_days", &days.to_string());
    }
}

fn write_indicator(indicator: &Indicator, page: &mut Writer) {
    page.section("[[indicator]]");
    page.text("code", &indicator.code);
    page.name("name", &indicator.name);
    page.name("decision", &indicator.decision);
}
