//! What is written alike whoever it is about: mail addresses, and names put in order.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Whether a text is a mail address as far as we care: one `@` with something on both sides, no blank
/// nor control character, at most 254 bytes. Whether it exists is found out by writing to it.
pub fn valid_mail(mail: &str) -> bool {
    let Some((name, host)) = mail.split_once('@') else { return false };
    let plain = |text: &str| {
        !text.is_empty()
            && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '@')
    };
    mail.len() <= 254 && plain(name) && plain(host)
}

/// A name without case nor accents, blanks made one: by this names are sorted and looked for.
pub fn folded(name: &str) -> String {
    let bare: String =
        name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
