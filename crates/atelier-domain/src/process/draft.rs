//! From the stages of a former customer database to a draft process, to be filled by people who know.

use super::Bilingual;
use super::write::{decimal, named, quoted};
use crate::language::{Args, Catalogue, Yield};
use std::fmt::Write as _;

/// A stage of the former tool, and what its history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerStage {
    /// As the tool names it.
    pub name: String,
    /// Cases that went on ÷ cases that entered; `None`: not measured.
    pub yields: Option<Yield>,
    /// Half of the cases stayed fewer days; `None`: not measured.
    pub median_days: Option<u32>,
}

/// What the customer has done when a classical stage is over: beginnings of stage names in several
/// tools and both languages, then French and English.
const PROGRESS: [(&[&str], &str, &str); 8] = [
    (&["prospect", "lead", "suspect"], "A accepté d’en parler", "Has agreed to talk"),
    (
        &["engag", "discover", "découverte", "decouverte", "need", "besoin"],
        "A nommé un but à atteindre",
        "Has named a goal to reach",
    ),
    (
        &["qualif"],
        "A dit ce que le but lui rapporte et qui en décide",
        "Has said what the goal is worth and who decides",
    ),
    (
        &["demo", "démo", "solution", "present", "présent"],
        "Voit comment il s’en servirait",
        "Sees how he would use it",
    ),
    (
        &["eval", "éval", "trial", "essai", "test"],
        "A vérifié que cela marche chez lui",
        "Has checked that it works at his place",
    ),
    (
        &["propos", "quot", "devis", "offre", "offer"],
        "Sait comment le mettre en place et le justifier",
        "Knows how to put it in place and to justify it",
    ),
    (
        &["negoti", "négoc", "negoc", "closing", "contract", "contrat"],
        "A convenu des conditions et d’une date",
        "Has agreed on the terms and a date",
    ),
    (&["won", "gagn", "order", "command", "closed won", "signed", "sign"], "A commandé", "Has ordered"),
];

/// A draft process as text: one step per stage, in the order given.
///
/// Names in customer progress are proposed for the classical stages. What was not measured is a
/// commented line to be filled; reading the draft refuses exactly those, so that nothing invented
/// reaches a plan. Comments are in the language of `words`.
pub fn draft(stages: &[FormerStage], words: &Catalogue) -> String {
    let comment = |id: &str| format!("# {}\n", words.plain(id));
    let mut page = comment("process-draft-head");
    page.push_str("code = \"draft\"\n# name = \n# function = \n# owner = \n# kinds = []\n");
    let mut codes: Vec<String> = Vec::new();
    for (index, stage) in stages.iter().enumerate() {
        let code = unique(&code_of(&stage.name), &codes);
        page.push_str(&step(stage, &code, index + 1 == stages.len(), words));
        codes.push(code);
    }
    page
}

fn step(stage: &FormerStage, code: &str, last: bool, words: &Catalogue) -> String {
    let former = words.text(
        "process-draft-former-stage",
        &Args::new().with("stage", stage.name.replace(['\n', '\r'], " ")),
    );
    let mut page = format!("\n# {former}\n[[step]]\ncode = {}\n", quoted(code));
    match progress(&stage.name) {
        Some(name) => {
            let check = words.plain("process-draft-check-name");
            let _ = writeln!(page, "name = {} # {check}", named(&name));
        }
        None => page.push_str(&to_fill("name", "process-draft-name", words)),
    }
    if !last {
        let measured = stage.yields.map(|yields| decimal(yields.millionths(), 6));
        page.push_str(&measured_or("yield", measured, "process-draft-yield", words));
    }
    let days = stage.median_days.map(|days| days.to_string());
    page.push_str(&measured_or("lead_days", days, "process-draft-lead-days", words));
    let _ = writeln!(page, "# {}", words.plain("process-draft-operations"));
    page.push_str("# [[step.operation]]\n# code = \n# name = \n# kind = \n# run = \n");
    page
}

fn measured_or(key: &str, measured: Option<String>, question: &str, words: &Catalogue) -> String {
    measured.map_or_else(|| to_fill(key, question, words), |value| format!("{key} = {value}\n"))
}

fn to_fill(key: &str, question: &str, words: &Catalogue) -> String {
    format!("# {key} = # {}\n", words.plain(question))
}

/// The progress that a classical stage stands for.
fn progress(stage: &str) -> Option<Bilingual> {
    let lower = stage.to_lowercase();
    let begins =
        |beginning: &&str| lower.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(beginning));
    let (_, fr, en) = PROGRESS.iter().find(|(beginnings, _, _)| beginnings.iter().any(&begins))?;
    Some(Bilingual { fr: (*fr).to_owned(), en: (*en).to_owned() })
}

/// Letters and digits in lower case, joined by hyphens.
fn code_of(stage: &str) -> String {
    let lower = stage.to_lowercase();
    let parts: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "step".to_owned() } else { parts.join("-") }
}

fn unique(code: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{code}-{number}"));
    let mut candidates = std::iter::once(code.to_owned()).chain(numbered);
    candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lang;
    use crate::process::{Process, Reading};
    use jiff::civil::date;

    fn stage(name: &str, millionths: Option<u32>, median_days: Option<u32>) -> FormerStage {
        FormerStage { name: name.to_owned(), yields: millionths.and_then(Yield::new), median_days }
    }

    #[test]
    fn what_was_not_measured_is_refused_until_it_is_filled() {
        let stages = [
            stage("Discovery", Some(421_000), Some(12)),
            stage("Qualification", None, Some(20)),
            stage("Évaluation", Some(500_000), None),
            stage("Négociation", None, Some(9)),
        ];
        let text = draft(&stages, Catalogue::of(Lang::Fr));
        assert!(text.contains("yield = 0.421\nlead_days = 12\n"), "{text}");
        assert!(text.contains("A nommé un but à atteindre"));
        let refused = Process::read("draft.toml", &text, &Reading { today: date(2027, 1, 4) }).unwrap_err();
        let mut codes = refused.codes();
        codes.sort_unstable();
        assert_eq!(
            codes,
            [
                "process/missing-key",
                "process/missing-key",
                "process/missing-lead-time",
                "process/missing-yield",
                "process/owner-missing"
            ]
        );
    }

    #[test]
    fn a_measured_draft_is_read_once_its_head_is_filled() {
        let stages = [stage("Prospecting", Some(500_000), Some(14)), stage("Closed \"Won\"", None, Some(0))];
        let text = draft(&stages, Catalogue::of(Lang::En));
        let head = "name = \"D\"\nfunction = \"f\"\nowner = \"O\"\n";
        let filled = text.replacen("# name = \n# function = \n# owner = \n", head, 1);
        let (process, warnings) =
            Process::read("draft.toml", &filled, &Reading { today: date(2027, 1, 4) }).unwrap();
        assert_eq!(warnings, []);
        let names: Vec<_> = process.steps.iter().map(|step| step.name.en.as_str()).collect();
        assert_eq!(names, ["Has agreed to talk", "Has ordered"]);
        assert_eq!(process.steps[1].code, "closed-won");
    }

    #[test]
    fn a_stage_that_nobody_knows_keeps_its_code_and_waits_for_a_name() {
        let text =
            draft(&[stage("Phase X!", None, None), stage("Phase X", None, None)], Catalogue::of(Lang::En));
        assert!(text.contains("code = \"phase-x\"\n# name = #"), "{text}");
        assert!(text.contains("code = \"phase-x-2\""));
    }
}
