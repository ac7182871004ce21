//! Refusals as a job keeps them: in both languages, for whoever reads them later.

use atelier_domain::language::{Catalogue, Lang, Refusals};
use serde_json::{Value, json};

/// Each refusal with its code, its field, and its three sentences in each language.
pub fn told(refusals: &Refusals) -> Vec<Value> {
    let sentences = |refusal: &atelier_domain::language::Refusal, lang| {
        let [what, why, remedy] = refusal.sentences(Catalogue::of(lang));
        json!({ "what": what, "why": why, "remedy": remedy })
    };
    let one = |refusal| {
        let (fr, en) = (sentences(refusal, Lang::Fr), sentences(refusal, Lang::En));
        json!({ "code": refusal.code, "field": refusal.place.field, "fr": fr, "en": en })
    };
    refusals.0.iter().map(one).collect()
}
