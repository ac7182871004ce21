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

/// A name without case nor accents, letters joined or barred as one types them, blanks made one: by
/// this, and nothing else, names are sorted and looked for. The store keeps it beside each name.
pub fn folded(name: &str) -> String {
    let plain = name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(name.len());
    for letter in plain {
        match letter {
            _ if letter.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ if letter.is_ascii() => folded.push(letter),
            _ => match TYPED.iter().find(|(printed, _)| *printed == letter) {
                Some((_, typed)) => folded.push_str(typed),
                None => folded.push(letter),
            },
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Small letters that are no letter with an accent, and what one types for them.
const TYPED: [(char, &str); 14] = [
    ('œ', "oe"),
    ('æ', "ae"),
    ('ß', "ss"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ı', "i"),
    ('\u{2019}', "'"),
    ('\u{2010}', "-"),
    ('\u{2013}', "-"),
];

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_name_is_found_as_one_types_it() {
        for (name, typed) in [
            ("ÉTABLI", "etabli"),
            ("E\u{301}tabli", "etabli"),
            ("Œuvre & Bœuf", "oeuvre & boeuf"),
            ("L\u{2019}Île\u{a0}d\u{2019}Yeu", "l'ile d'yeu"),
            ("Straße STRAẞE", "strasse strasse"),
            ("Łódź, Søren, Þór, Đorđe, Ħal", "lodz, soren, thor, dorde, hal"),
            ("İzmir ſ ﬁ", "izmir s fi"),
            ("  Jean\u{2010}Luc \t  Picard ", "jean-luc picard"),
            ("中Ω", "中ω"),
            ("100% bois", "100% bois"),
            ("", ""),
        ] {
            assert_eq!(folded(name), typed, "{name}");
            assert_eq!(folded(typed), typed, "{typed}");
        }
    }
}
