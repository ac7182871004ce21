//! Files that prove something: a photo, a mail, a document. Kept, listed and given back, never opened here.

use crate::language::{AccountId, CaseId, ContactId, FileId, OrderId, Refusal, Refusals, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most bytes of a file.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;
/// Most characters of a file's name.
const NAME: usize = 120;

/// A file about an order (*pièce*); its bytes are kept beside the facts, under its identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFile {
    /// Identity: drawn from the order and the bytes, so that the same file sent twice is one.
    pub id: FileId,
    /// The order it was added to.
    pub order: OrderId,
    /// The opportunity.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// Whom it is about, when it was said: it goes with them.
    pub person: Option<ContactId>,
    /// Name as it was sent, without path.
    pub name: String,
    /// Media type, one of those taken.
    pub media: String,
    /// Length.
    pub bytes: i64,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// When it was added, microseconds UTC.
    pub added_us: i64,
    /// Login of who added it.
    pub by: String,
    /// Taken away since: its bytes are gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// What a file is attached to.
#[derive(Clone, Copy, Debug)]
pub struct FileOf {
    /// The company.
    pub tenant: TenantId,
    /// The order.
    pub order: OrderId,
    /// Its opportunity.
    pub case: Option<CaseId>,
    /// Its firm.
    pub account: Option<AccountId>,
    /// Whom it is about.
    pub person: Option<ContactId>,
}

impl EvidenceFile {
    /// A file of this name and these bytes, declared as `media`.
    ///
    /// # Errors
    /// `execution/file-empty`, `execution/file-type` when it is none of the types taken or its bytes are
    /// not what it is declared to be, `execution/file-name`; all together.
    pub fn checked(
        of: FileOf,
        (name, declared): (&str, &str),
        (bytes, sha256): (&[u8], String),
        (added_us, by): (i64, &str),
    ) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        if bytes.is_empty() {
            refused.push(Refusal::new("execution/file-empty").field("body"));
        }
        let media = media_of(declared, bytes);
        if media.is_none() && !bytes.is_empty() {
            let refusal = Refusal::new("execution/file-type").field("content-type");
            refused.push(refusal.with("given", declared).with("known", known()));
        }
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
        let is_plain = name.chars().all(|sign| !sign.is_control() && !"\"<>|:*?".contains(sign));
        if name.is_empty() || name.starts_with('.') || name.chars().count() > NAME || !is_plain {
            refused.push(Refusal::new("execution/file-name").field("name").with("most", NAME));
        }
        let id = Uuid::new_v5(&of.tenant.0, format!("file/{}/{sha256}", of.order).as_bytes());
        let file = Self {
            id: FileId(id),
            order: of.order,
            case: of.case,
            account: of.account,
            person: of.person,
            name: name.to_owned(),
            media: media.unwrap_or_default().to_owned(),
            bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256,
            added_us,
            by: by.to_owned(),
            removed: false,
        };
        refused.or(file)
    }
}

/// Whether bytes are of a type.
type Begins = fn(&[u8]) -> bool;

/// How the bytes of a type begin; texts are told by being text.
const TYPES: [(&str, Begins); 6] = [
    ("image/jpeg", |bytes| bytes.starts_with(&[0xff, 0xd8, 0xff])),
    ("image/png", |bytes| bytes.starts_with(b"\x89PNG\r\n\x1a\n")),
    ("image/webp", |bytes| bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")),
    ("application/pdf", |bytes| bytes.starts_with(b"%PDF-")),
    ("message/rfc822", is_text),
    ("text/plain", is_text),
];

/// Readable text in UTF-8 or an older eight-bit alphabet: no zero byte.
fn is_text(bytes: &[u8]) -> bool {
    !bytes.is_empty() && !bytes.contains(&0)
}

fn known() -> String {
    TYPES.map(|(media, _)| media).join(", ")
}

/// The type taken, when the bytes are what they are declared to be; parameters after `;` are left out.
pub fn media_of(declared: &str, bytes: &[u8]) -> Option<&'static str> {
    let bare = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    TYPES.iter().find(|(media, holds)| *media == bare && holds(bytes)).map(|(media, _)| *media)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(name: &str, declared: &str, bytes: &[u8]) -> Result<EvidenceFile, Vec<&'static str>> {
        let tenant = TenantId::of("t");
        let of = FileOf { tenant, order: OrderId::of(tenant, "o"), case: None, account: None, person: None };
        let file = EvidenceFile::checked(of, (name, declared), (bytes, "ab".into()), (0, "léa"));
        file.map_err(|refused| refused.codes())
    }

    #[test]
    fn a_file_is_what_its_bytes_say_and_keeps_a_plain_name() {
        let pdf = checked("C:\\devis\\rebuts 2026.pdf", "application/pdf; v=1", b"%PDF-1.7 ...").unwrap();
        assert_eq!((pdf.name.as_str(), pdf.media.as_str()), ("rebuts 2026.pdf", "application/pdf"));
        let again = checked("autre.pdf", "application/pdf", b"%PDF-1.7 ...").unwrap();
        assert_eq!(again.id, pdf.id, "the same bytes on the same order are the same file");
    }

    #[test]
    fn what_is_declared_falsely_or_runs_is_refused() {
        assert_eq!(checked("a.png", "image/png", b"<script>").unwrap_err(), ["execution/file-type"]);
        assert_eq!(checked("a.html", "text/html", b"<p>").unwrap_err(), ["execution/file-type"]);
        assert_eq!(checked("a.svg", "image/svg+xml", b"<svg>").unwrap_err(), ["execution/file-type"]);
        assert_eq!(
            checked(".x", "text/plain", b"").unwrap_err(),
            ["execution/file-empty", "execution/file-name"]
        );
    }
}
