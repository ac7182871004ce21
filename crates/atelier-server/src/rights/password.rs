//! Passwords: long rather than strange, never the first that others try, kept by Argon2id.
//! Source: NIST SP 800-63B-4, and the note on reliability and security.

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use atelier_domain::language::{Refusal, Refusals};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::sync::LazyLock;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Fewest characters, the password being the only thing asked.
pub const LEAST: usize = 15;
/// Most characters.
pub const MOST: usize = 256;

/// Each hash takes 19 MiB; more than two at once would only make each wait for the others.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Words that many people put in a password, in the two languages and on the two keyboards.
const WORDS: [&str; 40] = [
    "password",
    "motdepasse",
    "passphrase",
    "passe",
    "secret",
    "azerty",
    "qwerty",
    "qwertz",
    "uiop",
    "qsdf",
    "asdf",
    "ghjk",
    "wxcv",
    "zxcv",
    "bnm",
    "welcome",
    "bienvenue",
    "bonjour",
    "hello",
    "admin",
    "administrateur",
    "administrator",
    "utilisateur",
    "user",
    "letmein",
    "ouvretoi",
    "iloveyou",
    "jetaime",
    "doudou",
    "soleil",
    "sunshine",
    "football",
    "liverpool",
    "marseille",
    "monkey",
    "dragon",
    "princess",
    "princesse",
    "changeme",
    "atelier",
];

/// Those of the million most common passwords that are long enough for us, each as the first eight bytes
/// of its SHA-256 in small letters, in order; made by `examples/common_passwords.rs`. Source: the million most
/// common of ten million that were published, as `SecLists` gives them (terms in `NOTICE`).
static PUBLISHED: &[u8] = include_bytes!("common.bin");

/// The form in which a password is compared: the same letters typed on two machines are the same.
pub(super) fn normal(text: &str) -> String {
    text.nfkc().collect()
}

/// Whether a new password may be kept. `known` is what anybody would try of its owner: login, name,
/// company.
///
/// # Errors
/// `controls/password-short`, `controls/password-long`, `controls/password-common`.
pub(super) fn check(text: &str, known: &[&str]) -> Result<(), Refusals> {
    let given = normal(text).chars().count();
    let refusal = if given < LEAST {
        Refusal::new("controls/password-short").with("given", given).with("least", LEAST)
    } else if given > MOST {
        Refusal::new("controls/password-long").with("most", MOST)
    } else if is_published(text) || is_common(text, known) {
        Refusal::new("controls/password-common")
    } else {
        return Ok(());
    };
    Err(refusal.field("password").into())
}

/// Whether many have chosen this very one, in whatever letters.
fn is_published(text: &str) -> bool {
    let hash = Sha256::digest(normal(text).to_lowercase().as_bytes());
    let (marks, _) = PUBLISHED.as_chunks::<8>();
    marks.binary_search_by(|mark| mark.as_slice().cmp(&hash[..8])).is_ok()
}

/// Whether little is left of it once what everybody would try is taken out: common words, what is
/// known of the owner, runs of digits and signs, sequences and repetitions.
fn is_common(text: &str, known: &[&str]) -> bool {
    let mut left = normal(text).to_lowercase();
    let letters: HashSet<char> = left.chars().collect();
    if letters.len() < 6 || is_repeated(&left) {
        return true;
    }
    let owned = known.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let owned: Vec<String> =
        owned.map(|word| normal(word).to_lowercase()).filter(|word| word.len() > 2).collect();
    let mut words: Vec<&str> = WORDS.iter().copied().chain(owned.iter().map(String::as_str)).collect();
    // The longer first: what is left of a word cut short would count.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words {
        left = left.replace(word, "");
    }
    steps(&left) < 6
}

/// Letters that do not follow from the one before: neither the same, nor its neighbour in the alphabet.
/// Digits and signs count half, since they come in dates and endings.
fn steps(text: &str) -> usize {
    let mut halves = 0;
    let mut before: Option<char> = None;
    for letter in text.chars() {
        let follows = before.is_some_and(|one| (letter as i64 - one as i64).abs() <= 1);
        if !follows {
            halves += if letter.is_alphabetic() { 2 } else { 1 };
        }
        before = Some(letter);
    }
    halves / 2
}

/// Whether the text is one short piece again and again.
fn is_repeated(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..=letters.len() / 2)
        .any(|size| letters.iter().enumerate().all(|(at, letter)| *letter == letters[at % size]))
}

/// The text kept for a password.
///
/// # Errors
/// An incident of the machine.
pub(super) async fn keep(text: &str) -> anyhow::Result<String> {
    let text = normal(text);
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    slowly(move || {
        let kept = Argon2::default().hash_password_with_salt(text.as_bytes(), &salt);
        Ok(kept.map_err(|error| anyhow::anyhow!("argon2: {error}"))?.to_string())
    })
    .await
}

/// Whether a password is the one kept. Without any kept the answer is no, after the same time: who
/// waits learns nothing of who is known here.
pub(super) async fn holds(text: &str, kept: Option<String>) -> anyhow::Result<bool> {
    static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| {
        let kept = Argon2::default().hash_password_with_salt(b"nobody has this one", b"the salt of nobody");
        kept.ok().map(|kept| kept.to_string())
    });
    let text: String = normal(text).chars().take(MOST + 1).collect();
    slowly(move || {
        let known = kept.is_some();
        let Some(kept) = kept.or_else(|| NOBODY.clone()) else { return Ok(false) };
        Ok(Argon2::default().verify_password(text.as_bytes(), kept.as_str()).is_ok() && known)
    })
    .await
}

async fn slowly<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> anyhow::Result<T> {
    let _turn = AT_ONCE.acquire().await?;
    tokio::task::spawn_blocking(work).await?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        let known = ["camille.rousseau@metrios.example", "Camille Rousseau", "Métrios"];
        check(text, &known).err().map_or("", |refused| refused.codes()[0])
    }

    #[test]
    fn a_sentence_is_taken_and_what_others_try_is_refused() {
        for good in [
            "le chat dort sous la table",
            "correct horse battery staple",
            "Ѫ пятнадцать букв здесь",
            "ma tante a 3 vélos verts",
        ] {
            assert_eq!(code(good), "", "{good}");
        }
        for common in [
            "passwordpassword",
            "motdepasse123456",
            "azertyuiopqsdfghjklm",
            "qwertyuiopasdfghjkl",
            "abcdefghijklmnop",
            "123456789012345",
            "aaaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "camillerousseau2027",
            "Métrios-Métrios-2027",
            "Bienvenue2027!!!",
            "welcomewelcome1!",
            "administrateur!!",
            "2027-01-01-2027-01",
            "CamilleRousseauMetrios1",
        ] {
            assert_eq!(code(common), "controls/password-common", "{common}");
        }
        assert_eq!(code("quatorze lettr"), "controls/password-short");
        assert_eq!(code(&"sentence of its own ".repeat(13)), "controls/password-long");
    }

    #[test]
    fn what_many_have_chosen_is_refused_in_whatever_letters() {
        assert!(PUBLISHED.len() >= 3_000 * 8 && PUBLISHED.len().is_multiple_of(8));
        let (marks, _) = PUBLISHED.as_chunks::<8>();
        assert!(marks.is_sorted(), "it is searched by halves");
        for published in ["perasperaadastra", "30secondstomars", "PerAsperaAdAstra"] {
            assert_eq!(code(published), "controls/password-common", "{published}");
            assert!(!is_common(&published.to_lowercase(), &[]), "the rules alone would take it: {published}");
        }
        assert!(!is_published("le chat dort sous la table"));
    }

    #[tokio::test]
    async fn what_is_kept_holds_for_the_same_letters_only() {
        let kept = keep("été à la montagne").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(holds("été à la montagne", Some(kept.clone())).await.unwrap());
        // The same letters, composed otherwise.
        assert!(holds("e\u{301}te\u{301} a\u{300} la montagne", Some(kept.clone())).await.unwrap());
        assert!(!holds("été à la montagnE", Some(kept.clone())).await.unwrap());
        assert!(!holds("nobody has this one", None).await.unwrap());
        assert_ne!(keep("été à la montagne").await.unwrap(), kept, "each with its own salt");
    }
}
