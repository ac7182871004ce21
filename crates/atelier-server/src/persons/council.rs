//! The file for the works council (*dossier du comité social et économique*): what is kept of those who work
//! here, made from the register, the policy and the settings of this installation.

use super::gate;
use crate::fault::Fault;
use crate::rights::{ABSOLUTE, IDLE};
use crate::workbench::{Office, Workbench};
use atelier_domain::controls::{
    About, Entry, Gate, Kept, Policy, Reach, Register, Retention, Role, Watch, pass,
};
use atelier_domain::language::{Args, Catalogue, Lang};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

/// A role and how far it goes.
#[derive(Serialize, ToSchema)]
pub struct CouncilRole {
    role: &'static str,
    /// `own`, `team`, `all`.
    reach: &'static str,
    /// In the words of the reader.
    text: String,
}

/// A kind of data kept of those who work here.
#[derive(Serialize, ToSchema)]
pub struct CouncilEntry {
    code: String,
    name: String,
    /// What it holds.
    holds: String,
    /// What it is for.
    serves: String,
    /// `performance`, `control`, `upkeep`.
    space: &'static str,
    space_name: String,
    /// Who reads it, from the policy; nobody when it is empty.
    readers: Vec<CouncilRole>,
    /// Who writes it, from the policy; the program itself when it is empty.
    writers: Vec<CouncilRole>,
    /// How long it is kept.
    kept: String,
    /// What of the gate it waits for.
    gate: Option<&'static str>,
}

/// The file for the works council.
#[derive(Serialize, ToSchema)]
pub struct CouncilFile {
    company: String,
    #[schema(value_type = String, format = Date)]
    made_on: Date,
    /// Of the program.
    version: &'static str,
    /// Whether what observes a person is open.
    open: bool,
    /// The day of the consultation, once recorded.
    #[schema(value_type = Option<String>, format = Date)]
    consulted_on: Option<Date>,
    /// Where its proof is.
    proof: Option<String>,
    /// The settings of this installation, a sentence each.
    settings: Vec<String>,
    /// What waits for the consultation.
    watches: Vec<String>,
    /// Why there is such a file.
    why: String,
    /// What the program does not do.
    never: String,
    /// What is kept of those who work here.
    entries: Vec<CouncilEntry>,
    /// Names of the other data.
    others: Vec<String>,
}

/// The file, in the language of who reads it.
///
/// # Errors
/// An incident of the store.
pub async fn council(
    bench: &Workbench,
    office: &Office,
    (today, lang): (Date, Lang),
) -> Result<CouncilFile, Fault> {
    let gate = gate(bench, office).await?;
    Ok(made(&office.name, gate, (today, lang)))
}

fn made(company: &str, gate: Option<Gate>, (today, lang): (Date, Lang)) -> CouncilFile {
    let words = Catalogue::of(lang);
    let open = pass(gate.as_ref(), today).is_ok();
    let all = Register::shipped().entries();
    let of_employees = |one: &&Entry| one.about == About::Employees;
    CouncilFile {
        company: company.to_owned(),
        made_on: today,
        version: env!("CARGO_PKG_VERSION"),
        open,
        settings: settings(gate.as_ref(), words),
        consulted_on: gate.as_ref().map(|gate| gate.consulted_on),
        proof: gate.map(|gate| gate.proof),
        watches: Watch::ALL.iter().map(|watch| words.plain(watch.message())).collect(),
        why: words.plain("council-why"),
        never: words.plain("council-never-list"),
        entries: all.iter().filter(of_employees).map(|one| told(one, words)).collect(),
        others: all.iter().filter(|one| !of_employees(one)).map(|one| words.plain(&id(one))).collect(),
    }
}

fn id(entry: &Entry) -> String {
    ["council-", &entry.code].concat()
}

fn settings(gate: Option<&Gate>, words: &Catalogue) -> Vec<String> {
    let consulted = gate.map_or_else(
        || words.plain("council-not-consulted"),
        |gate| {
            let args = Args::new().with("day", words.show().day(gate.consulted_on));
            words.text("council-consulted", &args.with("proof", gate.proof.clone()))
        },
    );
    vec![consulted, words.text("council-retention", &terms())]
}

/// The terms that the sentences name.
fn terms() -> Args {
    let months = |kept| Retention::shipped().months(kept).to_string();
    Args::new()
        .with("accesses", months(Kept::AccessJournal))
        .with("uses", months(Kept::Uses))
        .with("idle", IDLE.to_string())
        .with("days", (ABSOLUTE / 24).to_string())
}

fn told(entry: &Entry, words: &Catalogue) -> CouncilEntry {
    let (id, none, policy) = (id(entry), Args::new(), Policy::shipped());
    let roles = |held: Vec<(Role, Reach)>| held.into_iter().map(|one| role(one, words)).collect();
    CouncilEntry {
        name: words.plain(&id),
        holds: words.attribute(&id, "holds", &none),
        serves: words.attribute(&id, "serves", &none),
        space: entry.space.code(),
        space_name: words.plain(&["council-space-", entry.space.code()].concat()),
        readers: roles(entry.readers(policy)),
        writers: roles(entry.writers(policy)),
        kept: words.text(&["council-kept-", entry.kept.code()].concat(), &terms()),
        gate: entry.gate.map(Watch::code),
        code: entry.code.clone(),
    }
}

fn role((role, reach): (Role, Reach), words: &Catalogue) -> CouncilRole {
    let named = words.plain(&format!("controls-role-{role}"));
    let text = words.text(&["council-reach-", reach.code()].concat(), &Args::new().with("role", named));
    CouncilRole { role: role.code(), reach: reach.code(), text }
}

impl CouncilFile {
    /// A document that stands alone, to be read, printed and handed over: HTML, without anything from elsewhere.
    pub fn document(&self, lang: Lang) -> String {
        let words = Catalogue::of(lang);
        let head = Args::new()
            .with("company", self.company.clone())
            .with("day", words.show().day(self.made_on))
            .with("version", self.version);
        let gate = if self.open { "council-gate-open" } else { "council-gate-shut" };
        let title = harmless(&words.plain("council-title"));
        let mut page = Page(String::new());
        page.raw(&format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n",
            if lang == Lang::Fr { "fr" } else { "en" }
        ));
        page.tag("h1", &words.plain("council-title"));
        page.tag("p", &words.plain("council-subtitle"));
        page.tag("p", &words.text("council-made", &head));
        page.tag("p", &self.why);
        page.tag("h2", &words.plain("council-settings"));
        self.settings.iter().for_each(|one| page.tag("p", one));
        page.tag("p", &words.plain(gate));
        page.list(&self.watches);
        page.tag("p", &words.plain("council-spaces"));
        page.tag("p", &words.plain("council-machine"));
        page.tag("h2", &words.plain("council-never"));
        page.tag("p", &self.never);
        page.tag("h2", &words.plain("council-list"));
        self.entries.iter().for_each(|one| one.write(&mut page, words));
        page.tag("h2", &words.plain("council-others"));
        page.list(&self.others);
        page.raw(&format!(
            "<p class=\"sign\">{}</p>\n</html>\n",
            harmless(&words.plain("council-presented"))
        ));
        page.0
    }
}

impl CouncilEntry {
    fn write(&self, page: &mut Page, words: &Catalogue) {
        let roles = |all: &[CouncilRole], none: &str| match all {
            [] => words.plain(none),
            all => all.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(", "),
        };
        let waits = if self.gate.is_some() { "council-needs-yes" } else { "council-needs-no" };
        page.raw("<section>\n");
        page.tag("h3", &self.name);
        page.raw("<dl>\n");
        for (title, text) in [
            ("council-holds", self.holds.clone()),
            ("council-serves", self.serves.clone()),
            ("council-space", self.space_name.clone()),
            ("council-read-by", roles(&self.readers, "council-nobody-reads")),
            ("council-written-by", roles(&self.writers, "council-program-writes")),
            ("council-kept", self.kept.clone()),
            ("council-needs", words.plain(waits)),
        ] {
            page.tag("dt", &words.plain(title));
            page.tag("dd", &text);
        }
        page.raw("</dl>\n</section>\n");
    }
}

/// Legible on paper as on a screen.
const STYLE: &str = "body{font:15px/1.5 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
    h1{font-size:1.6rem}h2{margin-top:2rem}section{break-inside:avoid;border-top:1px solid #999}\
    dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0}\
    .sign{margin-top:3rem}@media(max-width:32rem){dl{display:block}}@media print{body{margin:0;font-size:11px}}";

/// What is written of a document.
struct Page(String);

impl Page {
    fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn tag(&mut self, name: &str, text: &str) {
        self.raw(&format!("<{name}>{}</{name}>\n", harmless(text)));
    }

    fn list(&mut self, items: &[String]) {
        self.raw("<ul>\n");
        for item in items {
            self.tag("li", item);
        }
        self.raw("</ul>\n");
    }
}

/// A text of which a reader of HTML makes nothing else.
fn harmless(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_who_reads_what_and_what_waits() {
        let day = "2027-01-11".parse().unwrap();
        let gate = Gate { consulted_on: day, proof: "PV <b>signé</b>".to_owned() };
        for lang in [Lang::Fr, Lang::En] {
            let (shut, open) =
                (made("Atelier & fils", None, (day, lang)), made("Atelier", Some(gate.clone()), (day, lang)));
            assert!(!shut.open && open.open);
            assert_eq!(shut.entries.iter().filter(|one| one.gate.is_some()).count(), Watch::ALL.len());
            let page = shut.document(lang);
            let missing: Vec<_> = page.match_indices("council-").map(|(at, _)| &page[at..at + 30]).collect();
            assert!(missing.is_empty(), "{missing:?}");
            assert!(page.contains("Atelier &amp; fils"), "{page}");
            assert!(open.document(lang).contains("PV &lt;b&gt;signé&lt;/b&gt;"));
        }
        let french = made("Atelier", None, (day, Lang::Fr)).document(Lang::Fr);
        assert!(french.contains("<dd>directeur commercial (pour toute l’entreprise), responsable d’équipe (pour son équipe), vendeur (pour ce qui le concerne)"), "{french}");
        assert!(french.contains("<dd>12 mois.</dd>") && french.contains("<dd>13 mois.</dd>"));
    }
}
