//! How evidence is said to the learner.

use crate::i18n::{duration, t};
use crate::web::parts::icon;
use crate::{t, urls};
use domain::evidence::{EvidenceClass, EvidenceKind, EvidenceState, Locator, NoCaptions};
use domain::{EvidenceId, Lang};
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

/// The captions of a recording, as a player has them.
pub fn captions(lang: Lang, id: EvidenceId, languages: &[Lang]) -> Vec<(String, String, String)> {
    let mut languages = languages.to_vec();
    // The first is the one that is shown at once.
    languages.sort_by_key(|l| *l != lang);
    let one = |l: Lang| (l.tag().to_owned(), l.own_name().to_owned(), urls::evidence_captions(lang, id, l.code()));
    languages.into_iter().map(one).collect()
}

/// Why a text is not taken for captions: a name for programs, and words.
pub fn no_captions(lang: Lang, why: NoCaptions) -> (&'static str, String) {
    let (key, line) = match why {
        NoCaptions::NoCue => ("wrong-captions-none", 0),
        NoCaptions::Moments(line) => ("wrong-captions-moments", line),
        NoCaptions::Order(line) => ("wrong-captions-order", line),
        NoCaptions::TooLong => ("wrong-captions-long", 0),
    };
    (key, t!(lang, key, line = line))
}
