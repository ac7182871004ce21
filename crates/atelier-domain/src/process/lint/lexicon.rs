//! The words by which a design shows what it counts as progress, in both languages, without case nor accents.
//!
//! A word that is met is a reason to look, never a proof: findings of these lists are warnings.

use crate::language::folded;
use crate::process::Bilingual;

/// What we hand to a customer so that they decide.
pub const PROPOSAL: &[&str] =
    &["proposal", "quote", "quotation", "bid", "proposition", "offre remise", "devis", "propale"];
/// What a customer does with it, which is progress.
pub const ACCEPTED: &[&str] = &[
    "signe",
    "signee",
    "accepte",
    "acceptee",
    "valide",
    "validee",
    "confirme",
    "confirmee",
    "retourne",
    "retournee",
    "bon pour accord",
    "signed",
    "accepted",
    "approved",
    "confirmed",
    "agreed",
];
/// What comes from us alone.
pub const SENT: &[&str] = &[
    "envoye",
    "envoyee",
    "transmis",
    "transmise",
    "remis",
    "remise",
    "adresse",
    "adressee",
    "sent",
    "handed over",
];
/// What comes from the customer.
pub const FROM_CUSTOMER: &[&str] =
    &["par le client", "du client", "by the customer", "from the customer", "customer's"];
/// What a salesperson does, and the forecast categories of customer databases.
pub const SELLER: &[&str] = &[
    "discovery",
    "qualification",
    "qualifying",
    "demo",
    "demonstration",
    "evaluation",
    "negotiation",
    "negotiating",
    "closing",
    "r1",
    "r2",
    "r3",
    "decouverte",
    "negociation",
    "conclusion",
    "pipeline",
    "best case",
    "upside",
    "commit",
];
/// Words that a name may begin with before it says anything.
const BEFORE: &[&str] = &["phase", "etape", "step", "stage", "de", "d", "la", "le", "l", "the", "of", "en"];
/// The order, under its names.
pub const ORDER: &[&str] = &[
    "signature",
    "signing",
    "closing",
    "order",
    "ordered",
    "conclusion",
    "commande",
    "commandee",
    "signe",
    "signee",
    "signed",
    "contrat",
    "contract",
];
/// What a customer does once they have ordered.
pub const USE: &[&str] = &[
    "usage",
    "use",
    "used",
    "uses",
    "using",
    "sert",
    "servi",
    "utilise",
    "utilisation",
    "valeur",
    "value",
    "renouvele",
    "renouvelle",
    "renewed",
    "renews",
    "adopte",
    "adopted",
];
/// What is counted when only effort is.
pub const ACTIVITY: &[&str] = &[
    "appel",
    "call",
    "visite",
    "visit",
    "mail",
    "email",
    "e mail",
    "rendez vous",
    "meeting",
    "relance",
    "activite",
    "activity",
    "activities",
    "contact",
    "touche",
    "touch",
];
/// What is counted when a customer has moved, or when something came of it.
pub const RESULT: &[&str] = &[
    "rendement",
    "yield",
    "marge",
    "margin",
    "affaire",
    "deal",
    "commande",
    "order",
    "etape",
    "step",
    "progression",
    "progress",
    "taux",
    "rate",
    "chiffre d'affaires",
    "revenue",
    "conversion",
];
/// Customers who search already.
pub const SEEKER: &[&str] = &[
    "appel d'offres",
    "tender",
    "rfp",
    "rfq",
    "inbound",
    "entrant",
    "entrante",
    "projet identifie",
    "projet connu",
    "projet ouvert",
    "known project",
    "identified project",
    "open project",
];
/// What one says who explains the offer rather than listens.
pub const PITCH: &[&str] = &[
    "explain",
    "explaining",
    "educate",
    "educating",
    "present",
    "presenting",
    "presentation",
    "convince",
    "convincing",
    "pitch",
    "expliquer",
    "eduquer",
    "presenter",
    "convaincre",
    "evangeliser",
    "argumenter",
];

/// What we sell, named where a goal of theirs is asked for.
pub const FEATURE: &[&str] = &[
    "fonctionnalite",
    "caracteristique",
    "module",
    "notre produit",
    "notre solution",
    "notre offre",
    "notre logiciel",
    "notre plateforme",
    "notre gamme",
    "nos produits",
    "nos services",
    "nos solutions",
    "feature",
    "functionality",
    "functionalities",
    "our product",
    "our solution",
    "our offer",
    "our software",
    "our platform",
    "our range",
    "our services",
];

/// The words of a text, each without its plural, between blanks.
fn line(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |line, word| {
        let alone = if word.len() > 3 { word.trim_end_matches('s') } else { word };
        line + alone + " "
    })
}

fn says(line_of_text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line_of_text.contains(&line(word)))
}

/// Whether a text holds one of the words, in either language.
pub fn holds(text: &Bilingual, words: &[&str]) -> bool {
    says(&line(&text.fr), words) || says(&line(&text.en), words)
}

/// Whether a name begins with one of the words, in either language: a sentence of which the customer is the subject
/// may hold them further on.
pub fn begins(text: &Bilingual, words: &[&str]) -> bool {
    [&text.fr, &text.en].into_iter().any(|name| {
        let whole = line(name);
        let mut said = whole.split_whitespace().skip_while(|word| BEFORE.contains(word));
        let first = said.next().unwrap_or_default();
        let two = format!(" {first} {} ", said.next().unwrap_or_default());
        words.iter().any(|word| two.starts_with(&line(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(fr: &str) -> Bilingual {
        Bilingual { fr: fr.to_owned(), en: String::new() }
    }

    #[test]
    fn words_are_met_whatever_their_case_accents_and_plural_and_never_inside_others() {
        assert!(holds(&named("Deux DÉMOS faites"), SELLER));
        assert!(holds(&named("Réponse à l’appel d’offres"), SEEKER));
        assert!(!holds(&named("Voit comment il se servirait de l’offre"), PROPOSAL));
        assert!(!holds(&named("Commandement"), ORDER));
    }

    #[test]
    fn a_name_begins_with_a_word_once_its_label_is_passed() {
        assert!(begins(&named("Étape de négociation"), SELLER));
        assert!(begins(&named("Best case"), SELLER));
        assert!(!begins(&named("A vu une démonstration"), SELLER));
        assert!(!begins(&named(""), SELLER));
    }
}
