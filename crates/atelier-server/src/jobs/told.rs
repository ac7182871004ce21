//! Refusals as a job keeps them: in both languages, for whoever reads them later.

use atelier_domain::language::{Catalogue, Lang, Refusal, Refusals};
use serde_json::{Value, json};

/// Each refusal with its code, its place, and its three sentences in each language.
pub fn told(refusals: &Refusals) -> Vec<Value> {
    let one = |refusal: &Refusal| {
        let (fr, en) = sentences(refusal);
        let place = &refusal.place;
        json!({ "code": refusal.code, "field": place.field, "place": place.to_string(), "fr": fr, "en": en })
    };
    refusals.0.iter().map(one).collect()
}

/// What happened, why, and what to do: in French, in English.
pub(super) fn sentences(refusal: &Refusal) -> (Value, Value) {
    let told = |lang| {
        let [what, why, remedy] = refusal.sentences(Catalogue::of(lang));
        json!({ "what": what, "why": why, "remedy": remedy })
    };
    (told(Lang::Fr), told(Lang::En))
}
