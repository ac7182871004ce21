//! A proof file: what it says, and whether the ledger says the same.

use crate::merkle::{Hash, grew, includes, leaf};
use crate::note::{Checkpoint, Vkey, decode};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;

const FIRST_LINE: &str = "atelier-proof 1";
const BLOCK: &str = "c2sp.org/tlog-proof@v1\n";

/// What is to be thought of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything it shows stands in the ledger, under this checkpoint.
    Same {
        /// Its entries, in order.
        entries: Vec<Shown>,
        /// The largest checkpoint it leads to.
        checkpoint: Checkpoint,
    },
    /// The first entry (1, 2, 3…) that does not; 0 when the file is not about what it should be.
    Differs {
        /// Its rank in the file.
        entry: usize,
        /// What is wrong with it.
        why: Wrong,
    },
    /// The end is missing.
    Incomplete,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It does not read.
    Form,
    /// The key did not sign the checkpoint.
    Signature,
    /// What is shown is not what the entry commits to.
    Content,
    /// The hashes do not lead to the signed root.
    Path,
    /// It speaks of something else than the file says.
    Subject,
    /// It does not stand where its fact says, or its fact is not shown.
    Place,
    /// The file does not have as many entries, or hidden ones, as it says.
    Count,
}

/// An entry that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it stands in the ledger.
    pub index: u64,
    /// The number of its fact.
    pub fact: i64,
    /// What it says, in words.
    pub said: Said,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A fact: its id, act, instant in microseconds since 1970, count of rows, and who from where.
    Fact {
        /// Identity.
        id: String,
        /// Such as `execution/import`.
        act: String,
        /// Microseconds since 1970.
        recorded_us: i64,
        /// Rows.
        rows: i64,
        /// Actor and source; nothing when the file keeps them back.
        by: Option<String>,
    },
    /// A row of it: rank, kind, object, payload.
    Row {
        /// Rank in the fact.
        n: i64,
        /// Such as `execution/case`.
        kind: String,
        /// The object.
        object: String,
        /// JSON; nothing when the file keeps it back from its reader: only its hash was checked.
        payload: Option<String>,
    },
}

/// Checks a file. `about` is what it must speak of, when the reader knows.
pub fn check(file: &str, vkey: &Vkey, about: Option<&str>) -> Verdict {
    let Some((head, rest)) = file.split_once("\n\n") else { return Verdict::Incomplete };
    let mut lines = head.lines();
    let wrong = |entry, why| Verdict::Differs { entry, why };
    // Before the form is judged: a file that was cut reads as cut.
    let Some(end) = file.rfind("\nend ").filter(|_| file.ends_with('\n')) else { return Verdict::Incomplete };
    let Ok(ended) = file[end + 5..file.len() - 1].parse::<usize>() else { return Verdict::Incomplete };
    if lines.next() != Some(FIRST_LINE) {
        return wrong(0, Wrong::Form);
    }
    let mut subjects: Vec<&str> = head.lines().filter_map(|line| line.strip_prefix("about ")).collect();
    let announced = head.lines().last().and_then(|line| line.strip_prefix("entries ")?.parse().ok());
    if let Some(about) = about {
        subjects.retain(|subject| subject.split(' ').nth(1) == Some(about));
        if subjects.is_empty() {
            return wrong(0, Wrong::Subject);
        }
    }
    let body = &rest[..rest.len().saturating_sub(file.len() - end - 1)];
    let blocks: Vec<&str> = body.split(BLOCK).skip(1).collect();
    if announced != Some(ended) || blocks.len() != ended || !body.starts_with(BLOCK) || ended == 0 {
        return wrong(0, Wrong::Count);
    }
    let mut entries = Vec::new();
    let mut checkpoint: Option<Checkpoint> = None;
    for (rank, block) in blocks.iter().enumerate() {
        match entry(block, vkey) {
            Ok((shown, under)) => {
                entries.push(shown);
                if checkpoint.as_ref().is_none_or(|largest| largest.size < under.size) {
                    checkpoint = Some(under);
                }
            }
            Err(why) => return wrong(rank + 1, why),
        }
    }
    if let Some((rank, why)) = misplaced(&entries, &subjects, about.is_some()) {
        return wrong(rank + 1, why);
    }
    let is_hidden =
        |entry: &&Shown| matches!(entry.said, Said::Row { payload: None, .. } | Said::Fact { by: None, .. });
    let hidden = head.lines().find_map(|line| line.strip_prefix("hidden ")).unwrap_or("0");
    if entries.iter().filter(is_hidden).count().to_string() != hidden {
        return wrong(0, Wrong::Count);
    }
    match checkpoint {
        Some(checkpoint) => Verdict::Same { entries, checkpoint },
        None => wrong(0, Wrong::Count),
    }
}

/// The first entry that is not about the subjects, or not at its place.
fn misplaced(entries: &[Shown], subjects: &[&str], narrowed: bool) -> Option<(usize, Wrong)> {
    let mut facts = HashMap::new();
    let whole = |fact: i64| subjects.iter().any(|subject| *subject == format!("fact {fact}"));
    let about = |object: &str| subjects.iter().any(|subject| *subject == format!("object {object}"));
    for (rank, entry) in entries.iter().enumerate() {
        match &entry.said {
            Said::Fact { rows, .. } => {
                facts.insert(entry.fact, (entry.index, *rows));
            }
            Said::Row { n, object, .. } => {
                // A file may speak of several things of which the reader wants one.
                if !(whole(entry.fact) || about(object) || narrowed && subjects.len() > 1) {
                    return Some((rank, Wrong::Subject));
                }
                let placed = facts.get(&entry.fact).is_some_and(|(index, rows)| {
                    (0..*rows).contains(n) && entry.index == index + 1 + n.cast_unsigned()
                });
                if !placed {
                    return Some((rank, Wrong::Place));
                }
            }
        }
    }
    None
}

/// One block: extra, index, hashes, an empty line, the checkpoint.
fn entry(block: &str, vkey: &Vkey) -> Result<(Shown, Checkpoint), Wrong> {
    let (head, note) = block.split_once("\n\n").ok_or(Wrong::Form)?;
    let mut lines = head.lines();
    let mut field = |name: &str| lines.next()?.strip_prefix(name);
    let extra = field("extra ").and_then(decode).ok_or(Wrong::Form)?;
    let number = field("index ").ok_or(Wrong::Form)?;
    let index: u64 = number.parse().map_err(|_| Wrong::Form)?;
    let proof = hashes(lines).filter(|_| index.to_string() == number).ok_or(Wrong::Form)?;
    let checkpoint = Checkpoint::read(note, vkey).ok_or(Wrong::Signature)?;
    let (length, rest) = extra.split_first_chunk::<4>().ok_or(Wrong::Form)?;
    let (bytes, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize).ok_or(Wrong::Form)?;
    let (bare, commitment) = bytes.split_last_chunk::<32>().ok_or(Wrong::Form)?;
    // Neither salt nor payload: what the entry says is kept back, its hash is not.
    let payload = if rest.is_empty() {
        None
    } else {
        let (salt, payload) = rest.split_first_chunk::<32>().ok_or(Wrong::Form)?;
        if Sha256::new_with_prefix(salt).chain_update(payload).finalize().as_slice() != commitment {
            return Err(Wrong::Content);
        }
        Some(payload)
    };
    if !includes(&proof, (checkpoint.size, &checkpoint.root), index, &leaf(bytes)) {
        return Err(Wrong::Path);
    }
    let (fact, said) = Bytes(bare).entry(payload).ok_or(Wrong::Form)?;
    Ok((Shown { index, fact, said }, checkpoint))
}

fn hashes<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Vec<Hash>> {
    lines.map(|line| decode(line)?.try_into().ok()).collect()
}

/// What a witness is sent, read as a proof that a tree only grew since a checkpoint that was held:
/// both sizes when it did.
///
/// # Errors
/// What is wrong: a signature, the form, the way from one root to the other.
pub fn check_growth(request: &str, held: &str, vkey: &Vkey) -> Result<(u64, u64), Wrong> {
    let held = Checkpoint::read(held, vkey).ok_or(Wrong::Signature)?;
    let (head, note) = request.split_once("\n\n").ok_or(Wrong::Form)?;
    let newest = Checkpoint::read(note, vkey).ok_or(Wrong::Signature)?;
    let mut lines = head.lines();
    let old: u64 =
        lines.next().and_then(|line| line.strip_prefix("old ")?.parse().ok()).ok_or(Wrong::Form)?;
    let proof = hashes(lines).ok_or(Wrong::Form)?;
    let grown = old == held.size && grew(&proof, (old, &held.root), (newest.size, &newest.root));
    if grown { Ok((old, newest.size)) } else { Err(Wrong::Path) }
}

/// The canonical bytes of an entry, read from the left.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn entry(mut self, payload: Option<&[u8]>) -> Option<(i64, Said)> {
        let kind = self.take::<2>()?;
        let fact = self.int()?;
        let said = match kind {
            [1, 1] => {
                let (rows, recorded_us) = (self.int()?, self.int()?);
                let (id, _purpose, act) = (self.text()?, self.text()?, self.text()?);
                self.maybe()?;
                let by = match payload.map(Bytes) {
                    Some(mut said) => Some([said.text()?, said.text()?].join(", ")),
                    None => None,
                };
                Said::Fact { id, act, recorded_us, rows, by }
            }
            [1, 2] => {
                let (n, kind, object) = (self.int()?, self.text()?, self.text()?);
                self.maybe()?;
                let text = |payload: &[u8]| String::from_utf8(payload.to_vec());
                Said::Row { n, kind, object, payload: payload.map(text).transpose().ok()? }
            }
            _ => return None,
        };
        self.0.is_empty().then_some((fact, said))
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn int(&mut self) -> Option<i64> {
        self.take().map(i64::from_be_bytes)
    }

    fn text(&mut self) -> Option<String> {
        let length = u32::from_be_bytes(self.take()?) as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn maybe(&mut self) -> Option<()> {
        match self.take()? {
            [0] => Some(()),
            [1] => self.text().map(|_| ()),
            _ => None,
        }
    }
}
