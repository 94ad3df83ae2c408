//! From the forms about evidence to what the acts take.

use crate::actions::add_evidence::{Brought, NewEvidence};
use crate::i18n::t;
use crate::web::forms::{chosen, day};
use crate::web::parts::Form;
use domain::evidence::{EvidenceClass, EvidenceKind, Locator, Occasion, ThirdPartyBasis};
use domain::profile::ProfileBody;
use domain::time::HOUR;
use domain::{CompetencyId, CriterionId, Ts};

/// The ways to bring evidence, as the address and the form name them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Recorded here or chosen.
    Video,
    /// Recorded here or chosen.
    Audio,
    /// Any file.
    File,
    /// Written here.
    Text,
    /// Somewhere on the web.
    Link,
}

impl Way {
    /// All of them, in the order of the tabs.
    pub const ALL: [(Way, &'static str); 5] =
        [(Way::Video, "video"), (Way::Audio, "audio"), (Way::File, "file"), (Way::Text, "text"), (Way::Link, "link")];

    /// The way of this name; video, if none has it.
    pub fn named(name: &str) -> Way {
        Way::ALL.iter().find(|(_, n)| *n == name).map_or(Way::Video, |(way, _)| *way)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Way::ALL.iter().find(|(way, _)| *way == self).map_or("video", |(_, name)| name)
    }

    /// How places in it are said.
    pub fn places(self) -> Places {
        match self {
            Way::Video | Way::Audio => Places::Times,
            Way::File => Places::Any,
            Way::Text | Way::Link => Places::None,
        }
    }
}

/// How a place in an item is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Places {
    /// Minutes and seconds.
    Times,
    /// Minutes and seconds, or a page.
    Any,
    /// Not at all: it is taken in whole.
    None,
}

/// How places in an item of this kind are said.
pub fn places(kind: EvidenceKind) -> Places {
    match kind {
        EvidenceKind::Video | EvidenceKind::Audio => Places::Times,
        EvidenceKind::Document | EvidenceKind::Other => Places::Any,
        EvidenceKind::Image | EvidenceKind::Text | EvidenceKind::Link => Places::None,
    }
}

/// What a new item is; what can't be read is said in the form.
pub fn new_evidence(form: &mut Form, body: &ProfileBody) -> Option<NewEvidence> {
    let lang = form.lang();
    let way = Way::named(form.value("kind"));
    // Noon of the day, so that it is the same day wherever it is counted.
    let performed = day(form, "performed").map(|end| Ts(end.0 - 12 * HOUR));
    let people = chosen(form, "people", &PEOPLE);
    let class = chosen(form, "class", &CLASSES);
    let shows = shows(form, body, way.places());
    if !form.has("notice", "yes") {
        form.refuse("notice", t(lang, "wrong-notice"));
    }
    let (performed, people, class) = (performed?, people?, class?);
    form.is_sound().then(|| NewEvidence {
        title: form.value("title").to_owned(),
        note: form.value("note").to_owned(),
        class,
        occasion: Occasion { performed, setting: form.value("setting").trim().to_owned(), edited: form.has("edited", "yes"), people },
        brought: brought(form, way),
        shows,
    })
}

/// Who can be recognised, by name in the form.
pub const PEOPLE: [(&str, ThirdPartyBasis); 3] = [
    ("nobody", ThirdPartyBasis::NobodyIdentifiable),
    ("agreed", ThirdPartyBasis::AllConsented),
    ("protected", ThirdPartyBasis::ProtectedPerson),
];

/// What a learner can bring; only an assessor observes directly.
pub const CLASSES: [(&str, EvidenceClass); 2] = [("own", EvidenceClass::Indirect), ("others", EvidenceClass::Supplementary)];

fn brought(form: &Form, way: Way) -> Brought {
    let awaited = |kind| Brought::Awaited { kind, file_name: String::new() };
    match way {
        Way::Text => Brought::Text(form.value("text").to_owned()),
        Way::Link => Brought::Link(form.value("link").to_owned()),
        Way::Video => awaited(EvidenceKind::Video),
        Way::Audio => awaited(EvidenceKind::Audio),
        Way::File => awaited(EvidenceKind::Document),
    }
}

/// The criteria that were ticked, each with its place. A place beside a box that is not ticked ticks it.
pub fn shows(form: &mut Form, body: &ProfileBody, places: Places) -> Vec<(CompetencyId, CriterionId, Locator)> {
    let mut found = Vec::new();
    for competency in &body.competencies {
        for criterion in &competency.criteria {
            let (ticked, at) = (form.has("shows", &criterion.id.to_string()), place(form, criterion.id, places));
            if ticked || at != Locator::Whole {
                found.push((competency.id, criterion.id, at));
            }
        }
    }
    found
}

/// The name of the field for the place that shows a criterion.
pub fn place_field(criterion: CriterionId) -> String {
    format!("at-{criterion}")
}

fn place(form: &mut Form, criterion: CriterionId, places: Places) -> Locator {
    let name = place_field(criterion);
    let typed = form.value(&name).trim().to_owned();
    if typed.is_empty() || places == Places::None {
        return Locator::Whole;
    }
    let read = read_place(&typed, places);
    if read.is_none() {
        let lang = form.lang();
        form.refuse(&name, t(lang, if places == Places::Times { "wrong-place-time" } else { "wrong-place" }));
    }
    read.unwrap_or(Locator::Whole)
}

/// "2:14", "1:02:14"; where pages are possible "3", "p. 3", "page 3" too.
fn read_place(typed: &str, places: Places) -> Option<Locator> {
    if typed.contains(':') {
        return crate::i18n::seconds(typed).and_then(|s| u32::try_from(s).ok()).map(Locator::Second);
    }
    let digits = typed.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '.' || c.is_whitespace());
    match places {
        Places::Any => digits.parse().ok().filter(|page| (1..=100_000).contains(page)).map(Locator::Page),
        Places::Times | Places::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_people_type_them() {
        for (typed, places, due) in [
            ("2:14", Places::Times, Some(Locator::Second(134))),
            ("1:02:14", Places::Any, Some(Locator::Second(3734))),
            ("3", Places::Any, Some(Locator::Page(3))),
            ("p. 3", Places::Any, Some(Locator::Page(3))),
            ("page 12", Places::Any, Some(Locator::Page(12))),
            ("3", Places::Times, None),
            ("0", Places::Any, None),
            ("2:75", Places::Any, None),
            ("soon", Places::Any, None),
        ] {
            assert_eq!(read_place(typed, places), due, "{typed}");
        }
    }
}
