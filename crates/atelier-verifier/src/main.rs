//! `atelier-verifier FILE --vkey KEY`: whether a ledger says what a proof file shows. Exit code 0 when it
//! does, 1 when something differs, 2 when the file is incomplete or the question is not understood.

use atelier_verifier::note::Vkey;
use atelier_verifier::proof::{Said, Shown, Verdict, Wrong, check, check_growth};
use std::io::Write as _;
use std::process::ExitCode;

struct Words {
    usage: &'static str,
    unreadable: &'static str,
    vkey: &'static str,
    same: &'static str,
    differs: &'static str,
    file: &'static str,
    incomplete: &'static str,
    hidden: &'static str,
    grew: &'static str,
    checkpoint: &'static str,
    wrong: [&'static str; 7],
}

const FRENCH: Words = Words {
    usage: "atelier-verifier FICHIER --vkey CLÉ [--about IDENTIFIANT]\n\
            atelier-verifier DEMANDE --since POINT-DE-CONTRÔLE --vkey CLÉ",
    unreadable: "Fichier illisible",
    vkey: "Ce n’est pas une clé publique de vérification.",
    same: "IDENTIQUE\u{202f}: tout ce que montre ce fichier est dans le registre.",
    differs: "DIFFÉRENT, écriture",
    file: "DIFFÉRENT",
    incomplete: "INCOMPLET\u{202f}: la fin du fichier manque.",
    hidden: "contenu réservé (seule son empreinte est vérifiée)",
    grew: "IDENTIQUE\u{202f}: le registre n’a fait que croître",
    checkpoint: "point de contrôle",
    wrong: [
        "elle ne se lit pas",
        "le point de contrôle n’est pas signé par cette clé",
        "le contenu montré n’est pas celui qui a été scellé",
        "elle ne mène pas à la racine signée",
        "le fichier parle d’autre chose",
        "elle n’est pas à la place que dit son fait",
        "le fichier n’a pas le nombre d’écritures, ou d’écritures au contenu réservé, qu’il annonce",
    ],
};

const ENGLISH: Words = Words {
    usage: "atelier-verifier FILE --vkey KEY [--about ID]\n\
            atelier-verifier REQUEST --since CHECKPOINT --vkey KEY",
    unreadable: "Unreadable file",
    vkey: "This is not a public verifier key.",
    same: "SAME: everything that this file shows is in the ledger.",
    differs: "DIFFERENT, entry",
    file: "DIFFERENT",
    incomplete: "INCOMPLETE: the end of the file is missing.",
    hidden: "content withheld (only its hash is checked)",
    grew: "SAME: the ledger only grew",
    checkpoint: "checkpoint",
    wrong: [
        "it does not read",
        "the checkpoint is not signed by this key",
        "what is shown is not what was sealed",
        "it does not lead to the signed root",
        "the file is about something else",
        "it is not where its fact says",
        "the file does not have as many entries, or entries with their content withheld, as it says",
    ],
};

#[derive(Default)]
struct Line {
    file: Option<String>,
    vkey: Option<String>,
    about: Option<String>,
    since: Option<String>,
    lang: Option<String>,
}

fn main() -> ExitCode {
    let line = read(std::env::args().skip(1));
    let asked = line.as_ref().and_then(|line| line.lang.clone());
    let lang = asked
        .or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok()))
        .unwrap_or_default();
    let words = if lang.starts_with("en") { &ENGLISH } else { &FRENCH };
    let (code, said) = answer(line, words);
    let _ = writeln!(std::io::stdout(), "{said}");
    ExitCode::from(code)
}

fn read(mut args: impl Iterator<Item = String>) -> Option<Line> {
    let mut line = Line::default();
    while let Some(word) = args.next() {
        match word.as_str() {
            "--vkey" => line.vkey = Some(args.next()?),
            "--about" => line.about = Some(args.next()?),
            "--since" => line.since = Some(args.next()?),
            "--lang" => line.lang = Some(args.next()?),
            option if option.starts_with("--") => return None,
            _ if line.file.is_some() => return None,
            _ => line.file = Some(word),
        }
    }
    Some(line)
}

fn answer(line: Option<Line>, words: &Words) -> (u8, String) {
    let Some(Line { file: Some(file), vkey: Some(vkey), about, since, .. }) = line else {
        return (2, words.usage.to_owned());
    };
    let Some(vkey) = Vkey::read(&vkey) else { return (2, words.vkey.to_owned()) };
    let open =
        |path: &str| std::fs::read_to_string(path).map_err(|why| (2, format!("{}: {why}", words.unreadable)));
    let text = match open(&file) {
        Ok(text) => text,
        Err(said) => return said,
    };
    let Some(since) = since else { return verdict(&text, &vkey, about.as_deref(), words) };
    match open(&since).map(|held| check_growth(&text, &held, &vkey)) {
        Ok(Ok((old, new))) => (0, format!("{} ({old} → {new}).", words.grew)),
        Ok(Err(why)) => (1, format!("{} ({})", words.file, words.wrong[place(why)])),
        Err(said) => said,
    }
}

fn verdict(text: &str, vkey: &Vkey, about: Option<&str>, words: &Words) -> (u8, String) {
    match check(text, vkey, about) {
        Verdict::Incomplete => (2, words.incomplete.to_owned()),
        Verdict::Differs { entry: 0, why } => (1, format!("{} ({})", words.file, words.wrong[place(why)])),
        Verdict::Differs { entry, why } => {
            (1, format!("{} {entry} ({})", words.differs, words.wrong[place(why)]))
        }
        Verdict::Same { entries, checkpoint } => {
            let list: Vec<String> = entries.iter().map(|entry| shown(entry, words)).collect();
            let under = format!("{} {} · {}", words.checkpoint, checkpoint.origin, checkpoint.size);
            (0, format!("{}\n{under}\n{}", words.same, list.join("\n")))
        }
    }
}

fn shown(entry: &Shown, words: &Words) -> String {
    match &entry.said {
        Said::Fact { id, act, recorded_us, rows, by } => {
            let by = by.as_deref().unwrap_or(words.hidden);
            format!("{} · {} · {id} · {act} · {recorded_us} · {rows} · {by}", entry.index, entry.fact)
        }
        Said::Row { n, kind, object, payload } => {
            let payload = payload.as_deref().unwrap_or(words.hidden);
            format!("{} · {}.{n} · {kind} · {object} · {payload}", entry.index, entry.fact)
        }
    }
}

fn place(why: Wrong) -> usize {
    match why {
        Wrong::Form => 0,
        Wrong::Signature => 1,
        Wrong::Content => 2,
        Wrong::Path => 3,
        Wrong::Subject => 4,
        Wrong::Place => 5,
        Wrong::Count => 6,
    }
}
