//! The draft of a letter that confirms a conversation (*lettre de confirmation*), in both languages. Nothing is sent.

use super::Contacting;
use super::capture::find_conversation;
use super::give_back::used;
use crate::fault::Fault;
use crate::http::orders::moment;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadDay};
use crate::workbench::Published;
use atelier_domain::execution::{Channel, Contact, ContactAim, Conversation, Promise, Sayings, Side};
use atelier_domain::language::{Args, Catalogue, Lang};
use atelier_domain::process::Bilingual;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// A letter.
#[derive(Serialize, ToSchema)]
pub struct LetterText {
    pub subject: String,
    pub body: String,
}

/// The draft in both languages.
#[derive(Serialize, ToSchema)]
pub struct LetterDraft {
    fr: LetterText,
    en: LetterText,
    /// Mail address of who it is for; none when they must not be written to.
    to: Option<String>,
    /// That they must not be written to, and why.
    barred: Option<String>,
    /// Language to speak to them, when it is known.
    language: Option<String>,
}

/// The draft of a letter after a conversation: goal, use, promises both ways, next date.
///
/// # Errors
/// `execution/unknown-conversation`.
pub async fn draft(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<LetterDraft>, Problem> {
    let (conversation, version) = find_conversation(&app, &access, &asked.id, asked.lang()).await?;
    let office = &access.who.office;
    let read = async {
        let (plan, _) = app.about(office, &conversation.order.to_string()).await?;
        let today = moment(office, &plan)?.date();
        used(&app, &access, today, "letter", &conversation.id.to_string()).await;
        let mut reader = app.store.read(office.scope).await?;
        let promises = reader.promises_in(conversation.id).await?;
        let contact = match conversation.person {
            Some(person) => reader.contact(person).await?,
            None => None,
        };
        let said = match conversation.person {
            Some(person) => Sayings::of(reader.consents_of(person).await?),
            None => Sayings::default(),
        };
        let case = match conversation.case {
            Some(case) => reader.case(case).await?,
            None => None,
        };
        let aim = ContactAim::about(case.map(|case| case.standing));
        let contacting = Contacting { said: &said, aim, day: today, words: Catalogue::of(asked.lang()) };
        let whom = contact.as_ref().map(|one| (one.id, one.name.as_str()));
        let barred = whom.and_then(|whom| contacting.barred(whom, Channel::Mail));
        let told = Told { plan: &plan, conversation: &conversation, promises: &promises, contact: &contact };
        Ok::<_, Fault>(LetterDraft {
            fr: told.letter(Catalogue::of(Lang::Fr)),
            en: told.letter(Catalogue::of(Lang::En)),
            to: contact.as_ref().and_then(|one| one.mail.clone()).filter(|_| barred.is_none()),
            barred,
            language: contact.as_ref().and_then(|one| one.language.clone()),
        })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?).at(version))
}

/// A text as a sentence: with a capital, and a stop at its end. Nothing stays nothing.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    first.to_uppercase().chain(letters).collect::<String>() + stop
}

/// A text within a sentence: an article that begins it loses its capital, a name keeps it; its stop goes.
fn within_a_sentence(text: &str) -> String {
    const ARTICLES: [&str; 12] =
        ["Le ", "La ", "Les ", "L’", "L'", "Un ", "Une ", "Des ", "The ", "A ", "An ", "Some "];
    let text = text.trim_end_matches('.');
    if ARTICLES.iter().any(|article| text.starts_with(article)) {
        let mut letters = text.chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    } else {
        text.to_owned()
    }
}

struct Told<'a> {
    plan: &'a Published,
    conversation: &'a Conversation,
    promises: &'a [Promise],
    contact: &'a Option<Contact>,
}

impl Told<'_> {
    fn letter(&self, words: &'static Catalogue) -> LetterText {
        let day = words.show().long_day(self.conversation.held_on);
        let args = Args::new().with("day", day);
        let parts = [
            Some(self.greeting(words)),
            Some(words.text("execution-letter-thanks", &args)),
            self.goal(words),
            self.used(words),
            self.side(Side::Ours, "execution-letter-ours", words),
            self.side(Side::Theirs, "execution-letter-theirs", words),
            self.next(words),
            Some(words.plain("execution-letter-confirm")),
            Some(self.signature()),
        ];
        let body = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        LetterText { subject: words.text("execution-letter-subject", &args), body }
    }

    fn greeting(&self, words: &Catalogue) -> String {
        match self.contact {
            Some(contact) => {
                words.text("execution-letter-greeting", &Args::new().with("name", contact.name.as_str()))
            }
            None => words.plain("execution-letter-greeting-nobody"),
        }
    }

    fn goal(&self, words: &Catalogue) -> Option<String> {
        let goal = self.conversation.goal.as_str();
        (!goal.is_empty()).then(|| words.text("execution-letter-goal", &Args::new().with("goal", goal)))
    }

    /// The use that was told, when the process knows one: its sentences one after the other, as in a letter.
    fn used(&self, words: &Catalogue) -> Option<String> {
        let planned = self.plan.orders.get(&self.conversation.order)?;
        let (_, operation) = self.plan.routing_of(&planned.order);
        let scenario = operation?.conversation.as_ref()?.scenario.as_ref()?;
        if scenario.is_draft() {
            return None;
        }
        let text = |text: &Bilingual| text.get(words.lang()).trim().to_owned();
        let actor = Args::new().with("actor", within_a_sentence(&text(&scenario.actor)));
        let parts = [
            words.plain("execution-letter-use"),
            sentence(&text(&scenario.event)),
            words.text("execution-letter-use-actor", &actor),
            sentence(&text(&scenario.actions)),
            sentence(&text(&scenario.result)),
        ];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
    }

    fn side(&self, side: Side, id: &str, words: &Catalogue) -> Option<String> {
        let mut lines = vec![words.plain(id)];
        for one in self.promises.iter().filter(|one| one.side == side) {
            let args = Args::new().with("what", one.what.as_str());
            lines.push(match one.due_on {
                Some(due) => {
                    let args = args.with("day", words.show().long_day(due));
                    words.text("execution-letter-line-by", &args)
                }
                None => words.text("execution-letter-line", &args),
            });
        }
        (lines.len() > 1).then(|| lines.join("\n"))
    }

    fn next(&self, words: &Catalogue) -> Option<String> {
        let day = words.show().long_day(self.conversation.next_on?);
        Some(words.text("execution-letter-next", &Args::new().with("day", day)))
    }

    fn signature(&self) -> String {
        let names = self.conversation.sellers.iter().map(|code| self.plan.name(code));
        names.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::{sentence, within_a_sentence};

    #[test]
    fn what_a_card_says_reads_as_sentences_of_a_letter() {
        assert_eq!(sentence("la cote dérive"), "La cote dérive.");
        assert_eq!(sentence("Il mesure trois pièces."), "Il mesure trois pièces.");
        assert_eq!(sentence(""), "");
        assert_eq!(within_a_sentence("Le chef d’équipe"), "le chef d’équipe");
        assert_eq!(within_a_sentence("L’acheteur."), "l’acheteur");
        assert_eq!(within_a_sentence("Laurent Petit"), "Laurent Petit");
        assert_eq!(within_a_sentence("The shift leader"), "the shift leader");
    }
}
