//! How evidence is said to the learner.

use crate::i18n::{duration, t};
use crate::t;
use crate::web::parts::icon;
use domain::Lang;
use domain::evidence::{EvidenceClass, EvidenceKind, EvidenceState, Locator};
use maud::Markup;

/// The picture of a medium.
pub fn picture(kind: EvidenceKind) -> Markup {
    icon(match kind {
        EvidenceKind::Video => "video",
        EvidenceKind::Audio => "audio",
        EvidenceKind::Link => "link",
        EvidenceKind::Text => "edit",
        EvidenceKind::Image | EvidenceKind::Document | EvidenceKind::Other => "file",
    })
}

/// A medium's name.
pub fn kind(lang: Lang, kind: EvidenceKind) -> String {
    t(
        lang,
        match kind {
            EvidenceKind::Video => "kind-video",
            EvidenceKind::Audio => "kind-audio",
            EvidenceKind::Image => "kind-image",
            EvidenceKind::Document => "kind-document",
            EvidenceKind::Text => "kind-text",
            EvidenceKind::Link => "kind-link",
            EvidenceKind::Other => "kind-other",
        },
    )
}

/// A class in words.
pub fn class(lang: Lang, class: EvidenceClass) -> String {
    t(
        lang,
        match class {
            EvidenceClass::Direct => "class-direct",
            EvidenceClass::Indirect => "class-indirect",
            EvidenceClass::Supplementary => "class-supplementary",
        },
    )
}

/// A state in a word or two: "saved" and "sent" never read the same.
pub fn state(lang: Lang, state: &EvidenceState) -> String {
    t(lang, &format!("evidence-{}", state.name().replace('_', "-")))
}

/// Where to look: "at 2:14", "page 3"; nothing for the whole.
pub fn place(lang: Lang, at: Locator) -> Option<String> {
    match at {
        Locator::Whole => None,
        Locator::Second(second) => Some(t!(lang, "place-time", time = duration(second.into()))),
        Locator::Page(page) => Some(t!(lang, "place-page", page = page.to_string())),
    }
}

/// A place as somebody types it.
pub fn typed(at: Locator) -> String {
    match at {
        Locator::Whole => String::new(),
        Locator::Second(second) => duration(second.into()),
        Locator::Page(page) => page.to_string(),
    }
}
