//! Between the forms of a draft and what the domain makes of them. Each form has a pair: what fills it, what reads it.

use crate::actions::draft_profile::next_code;
use crate::i18n::t;
use crate::web::forms::{both, chosen, dollars, fill, id, ids, money, needed, number, number_needed, words};
use crate::web::parts::Form;
use domain::profile::{
    Change, ChangeClass, Competency, CriterionKind, EvidenceRule, Fee, Occupation, PerformanceCriterion, ProficiencyScale, ProfileBody,
    ProfileVersion, RiskTier, Rubric,
};
use domain::{Lang, Text};

/// The public classification that occupations are named in.
const SCHEME: &str = "NOC 2021";
/// How many occupations a profile may name (2.11).
pub const OCCUPATIONS: usize = 3;
/// How many levels a scale is offered places for.
const LEVELS: usize = 7;
/// The classes of change, as forms send them.
pub const CLASSES: &[(&str, ChangeClass)] =
    &[("editorial", ChangeClass::Editorial), ("minor", ChangeClass::Minor), ("substantive", ChangeClass::Substantive)];
/// The tiers, as forms send them.
pub const TIERS: &[(&str, RiskTier)] = &[("A", RiskTier::A), ("B", RiskTier::B), ("C", RiskTier::C)];
/// The kinds of criteria, as forms send them.
pub const KINDS: &[(&str, CriterionKind)] = &[("performance", CriterionKind::Performance), ("knowledge", CriterionKind::Knowledge)];

/// The value that a form sends for a choice.
fn sent_for<T: PartialEq>(choices: &[(&'static str, T)], choice: &T) -> &'static str {
    choices.iter().find(|(_, c)| c == choice).map_or("", |(value, _)| value)
}

fn optional(number: Option<u16>) -> String {
    number.map(|n| n.to_string()).unwrap_or_default()
}

/// The form of everything but the competencies.
pub fn fill_details(lang: Lang, version: &ProfileVersion) -> Form {
    let b = &version.body;
    let mut form = fill(fill(Form::new(lang), "title", &b.title), "summary", &b.summary);
    form = form.with("issuer", b.issuer.to_string());
    for organisation in &b.assessed_by {
        form = form.with("assessed_by", organisation.to_string());
    }
    for n in 1..=OCCUPATIONS {
        let occupation = b.occupations.get(n - 1);
        form = form.with(&format!("occupation_{n}"), occupation.map_or("", |o| &o.code));
        form = fill(form, &format!("occupation_title_{n}"), &occupation.map(|o| o.title.clone()).unwrap_or_default());
    }
    form = fill(form, "scale_name", &b.scale.name);
    for n in 1..=places(b) {
        form = fill(form, &format!("level_{n}"), &b.scale.levels.get(n - 1).cloned().unwrap_or_default());
    }
    form = form.with("validity_months", optional(b.validity_months)).with("fee", dollars(lang, b.assessment_fee.cents));
    form = if b.requires_current { form.with("requires_current", "yes") } else { form };
    form = form.with("appeal_days", b.appeal_days.to_string());
    form = fill(form, "notice", &b.regulated_scope_notice.clone().unwrap_or_default());
    let change = version.change.as_ref();
    form = form.with("change_class", change.map_or("", |c| sent_for(CLASSES, &c.class)));
    fill(form, "change_note", &change.map(|c| c.note.clone()).unwrap_or_default())
}

/// Reads that form. The competencies stay as they are.
pub fn details(form: &mut Form, version: &ProfileVersion) -> (ProfileBody, Option<Change>) {
    let before = &version.body;
    let body = ProfileBody {
        title: both(form, "title", 200),
        summary: both(form, "summary", 1000),
        issuer: id(form, "issuer").unwrap_or(before.issuer),
        assessed_by: ids(form, "assessed_by"),
        occupations: occupations(form, before),
        regulated_scope_notice: Some(both(form, "notice", 500)).filter(|n| n.missing().count() < 2),
        scale: ProficiencyScale { name: both(form, "scale_name", 100), levels: levels(form, places(before)) },
        validity_months: number(form, "validity_months", 1..=600),
        requires_current: form.has("requires_current", "yes"),
        assessment_fee: Fee { cents: money(form, "fee") },
        appeal_days: number_needed(form, "appeal_days", 0..=365),
        competencies: before.competencies.clone(),
    };
    let change = if version.number > 1 { change(form) } else { None };
    (body, change)
}

/// A change is said whole or not yet.
fn change(form: &mut Form) -> Option<Change> {
    let note = both(form, "change_note", 1000);
    if form.value("change_class").is_empty() && note.missing().count() == 2 {
        return None;
    }
    let class = chosen(form, "change_class", CLASSES);
    if let Some(lang) = note.missing().next() {
        let words = t(form.lang(), "wrong-both-languages");
        form.refuse(&format!("change_note_{}", lang.code()), words);
    }
    class.map(|class| Change { class, note })
}

fn occupations(form: &mut Form, before: &ProfileBody) -> Vec<Occupation> {
    let mut found = Vec::new();
    for n in 1..=OCCUPATIONS {
        let name = format!("occupation_{n}");
        let code = words(form, &name, 10);
        let title = both(form, &format!("occupation_title_{n}"), 200);
        if code.is_empty() && title.missing().count() == 2 {
            continue;
        }
        if code.len() != 5 || !code.bytes().all(|b| b.is_ascii_digit()) {
            let words = t(form.lang(), "draft-wrong-code");
            form.refuse(&name, words);
        }
        if let Some(lang) = title.missing().next() {
            let words = t(form.lang(), "wrong-both-languages");
            form.refuse(&format!("occupation_title_{n}_{}", lang.code()), words);
        }
        let scheme = before.occupations.iter().find(|o| o.code == code).map_or(SCHEME, |o| &o.scheme).to_owned();
        found.push(Occupation { scheme, code, title });
    }
    found
}

/// How many levels the form has places for.
pub fn places(body: &ProfileBody) -> usize {
    LEVELS.max(body.scale.levels.len())
}

/// The levels up to the last that has a name.
fn levels(form: &mut Form, places: usize) -> Vec<Text> {
    let mut levels: Vec<Text> = (1..=places).map(|n| both(form, &format!("level_{n}"), 100)).collect();
    while levels.last().is_some_and(|l| l.missing().count() == 2) {
        levels.pop();
    }
    for n in 1..=levels.len() {
        if let Some(lang) = levels[n - 1].missing().next() {
            let words = t(form.lang(), "wrong-both-languages");
            form.refuse(&format!("level_{n}_{}", lang.code()), words);
        }
    }
    levels
}

/// The form of a competency, without its criteria.
pub fn fill_competency(lang: Lang, c: &Competency) -> Form {
    let form = fill(Form::new(lang).with("code", &c.code), "statement", &c.statement);
    let form = form.with("required", if c.required { "yes" } else { "" }).with("level", c.level.to_string());
    let form = form.with("tier", sent_for(TIERS, &c.tier)).with("occasions", c.rule.occasions.to_string());
    let form = form.with("currency_months", c.rule.currency_months.to_string());
    fill(form, "advice", &c.rule.advice).with("validity_months", optional(c.validity_months))
}

/// Reads that form.
pub fn competency(form: &mut Form, before: &Competency) -> Competency {
    Competency {
        code: needed(form, "code", 20),
        statement: both(form, "statement", 300),
        required: form.has("required", "yes"),
        level: number_needed(form, "level", 1..=u8::MAX),
        tier: chosen(form, "tier", TIERS).unwrap_or(before.tier),
        rule: EvidenceRule {
            occasions: number_needed(form, "occasions", 1..=10),
            currency_months: number_needed(form, "currency_months", 1..=60),
            advice: both(form, "advice", 2000),
        },
        validity_months: number(form, "validity_months", 1..=600),
        ..before.clone()
    }
}

/// The form of a criterion.
pub fn fill_criterion(lang: Lang, k: &PerformanceCriterion) -> Form {
    let form = fill(Form::new(lang).with("code", &k.code), "statement", &k.statement);
    let form = form.with("kind", sent_for(KINDS, &k.kind)).with("essential", if k.essential { "yes" } else { "" });
    let form = fill(form, "competent", &k.rubric.competent);
    fill(fill(form, "approaching", &k.rubric.approaching), "not_evident", &k.rubric.not_evident)
}

/// Reads that form.
pub fn criterion(form: &mut Form, before: &PerformanceCriterion) -> PerformanceCriterion {
    PerformanceCriterion {
        id: before.id,
        code: needed(form, "code", 40),
        statement: both(form, "statement", 500),
        kind: chosen(form, "kind", KINDS).unwrap_or(before.kind),
        essential: form.has("essential", "yes"),
        rubric: Rubric {
            competent: both(form, "competent", 500),
            approaching: both(form, "approaching", 500),
            not_evident: both(form, "not_evident", 500),
        },
    }
}

/// The code that a new item gets: what was typed, or the next free one.
pub fn new_code<'a>(form: &mut Form, taken: impl Iterator<Item = &'a str> + Clone, code: impl Fn(usize) -> String, max: usize) -> String {
    let typed = words(form, "new_code", max);
    if typed.is_empty() {
        return next_code(taken, code);
    }
    if taken.clone().any(|t| t == typed) {
        let words = t(form.lang(), "wrong-code-taken");
        form.refuse("new_code", words);
    }
    typed
}

/// What a button beside an item of a list does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Out of the list.
    Remove,
}

/// Reads which button of which item was pressed: `up:cmp_…`.
pub fn pressed<T: std::str::FromStr>(form: &Form) -> Option<(Move, T)> {
    let (what, item) = form.value("do").split_once(':')?;
    let what = match what {
        "up" => Move::Up,
        "down" => Move::Down,
        "remove" => Move::Remove,
        _ => return None,
    };
    Some((what, item.parse().ok()?))
}

/// Moves the item that fits; at the ends, and where there is none, nothing moves.
pub fn arrange<T>(items: &mut Vec<T>, fits: impl Fn(&T) -> bool, what: Move) {
    let Some(place) = items.iter().position(fits) else { return };
    match what {
        Move::Up if place > 0 => items.swap(place, place - 1),
        Move::Down if place + 1 < items.len() => items.swap(place, place + 1),
        Move::Remove => {
            items.remove(place);
        }
        Move::Up | Move::Down => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::draft_profile::blank_profile;
    use domain::profile::VersionState;
    use domain::{CriterionId, OrganisationId, ProfileId, VersionId};

    fn version() -> ProfileVersion {
        let mut body = blank_profile(OrganisationId(7), Text::of("Pilot", "Pilote"));
        body.occupations = vec![Occupation { scheme: "NOC 2016".into(), code: "72600".into(), title: Text::of("Pilots", "Pilotes") }];
        body.regulated_scope_notice = Some(Text::of("No licence", "Aucun permis"));
        body.assessment_fee.cents = 12_550;
        let change = Some(Change { class: ChangeClass::Minor, note: Text::of("Words", "Mots") });
        ProfileVersion {
            id: VersionId(1),
            profile: ProfileId(2),
            number: 2,
            owner: OrganisationId(7),
            state: VersionState::Draft,
            change,
            body,
            revision: 3,
        }
    }

    #[test]
    fn a_form_that_is_sent_back_unchanged_changes_nothing() {
        for lang in Lang::ALL {
            let version = version();
            let mut form = fill_details(lang, &version);
            assert_eq!(details(&mut form, &version), (version.body.clone(), version.change.clone()));
            assert!(form.is_sound());
        }
        let criterion = PerformanceCriterion {
            id: CriterionId(4),
            code: "C-01.1".into(),
            statement: Text::of("Does", ""),
            kind: CriterionKind::Knowledge,
            essential: false,
            rubric: Rubric { competent: Text::of("a", "b"), ..Rubric::default() },
        };
        let mut form = fill_criterion(Lang::Fr, &criterion);
        assert_eq!(super::criterion(&mut form, &criterion), criterion);
        assert!(form.is_sound());
    }

    #[test]
    fn half_an_occupation_or_level_is_refused_at_its_field() {
        let version = version();
        let sent = |name: &str, value: &str| {
            let filled = fill_details(Lang::En, &version);
            let mut values: Vec<(String, String)> =
                filled.names().into_iter().map(|n| (n.to_owned(), filled.value(n).to_owned())).collect();
            values.iter_mut().filter(|(n, _)| n == name).for_each(|(_, v)| *v = value.to_owned());
            let mut form = Form::sent(Lang::En, values);
            details(&mut form, &version);
            form
        };
        assert!(sent("occupation_1", "726").error("occupation_1").is_some());
        assert!(sent("occupation_title_1_fr", "").error("occupation_title_1_fr").is_some());
        assert!(sent("level_2_en", " ").error("level_2_en").is_some());
        assert!(sent("change_class", "").error("change_class").is_some());
        assert!(sent("fee", "a lot").error("fee").is_some());
        assert!(sent("fee", "10").is_sound());
    }

    #[test]
    fn items_move_one_place_and_stop_at_the_ends() {
        let moved = |item, what| {
            let mut items = vec!['a', 'b', 'c'];
            arrange(&mut items, |i| *i == item, what);
            items.into_iter().collect::<String>()
        };
        let all = [moved('b', Move::Up), moved('a', Move::Up), moved('c', Move::Down), moved('a', Move::Remove), moved('x', Move::Remove)];
        assert_eq!(all, ["bac", "abc", "abc", "bc", "abc"]);
        let form = Form::new(Lang::En).with("do", format!("down:{}", CriterionId(9)));
        assert_eq!(pressed(&form), Some((Move::Down, CriterionId(9))));
        assert_eq!(pressed::<CriterionId>(&Form::new(Lang::En).with("do", "up:x")), None);
    }
}
