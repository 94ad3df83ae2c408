//! Words that stand both in signed documents and on the pages about them.

use crate::i18n::t;
use crate::t;
use domain::Lang;
use domain::evidence::{EvidenceKind, SupervisionIdentity};

/// "2 videos", "1 written account".
pub fn medium(lang: Lang, kind: EvidenceKind, count: i64) -> String {
    match kind {
        EvidenceKind::Video => t!(lang, "medium-video", count = count),
        EvidenceKind::Audio => t!(lang, "medium-audio", count = count),
        EvidenceKind::Image => t!(lang, "medium-image", count = count),
        EvidenceKind::Document => t!(lang, "medium-document", count = count),
        EvidenceKind::Text => t!(lang, "medium-text", count = count),
        EvidenceKind::Link => t!(lang, "medium-link", count = count),
        EvidenceKind::Other => t!(lang, "medium-other", count = count),
    }
}

/// "one, two and three".
pub fn list(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => t!(lang, "words-and", before = before.join(", "), last = last.as_str()),
    }
}

/// What a level of supervision and identity means, in words (2.13.7).
pub fn supervision(lang: Lang, level: SupervisionIdentity) -> String {
    match level {
        SupervisionIdentity::A0 => t(lang, "supervision-a0"),
        SupervisionIdentity::A1 => t(lang, "supervision-a1"),
        SupervisionIdentity::A2 => t(lang, "supervision-a2"),
        SupervisionIdentity::A3 => t(lang, "supervision-a3"),
        SupervisionIdentity::A4 => t(lang, "supervision-a4"),
        SupervisionIdentity::A5 => t(lang, "supervision-a5"),
    }
}
