use super::*;
use crate::example::{COLLEGE, OTHER, T0, both, competency, named_as_stored, profile};
use crate::profile::{Change, RiskTier};
use crate::{OrganisationId, ProfileId, Text, VersionId};

fn every_state() -> Vec<VersionState> {
    use VersionState::*;
    let note = || "note".to_owned();
    vec![
        Draft,
        Consultation { by: OTHER, at: T0, note: note() },
        Validation { by: OTHER, at: T0, note: note() },
        Approved { by: OTHER, at: T0, note: note() },
        Published { by: OTHER, at: T0 },
        Superseded { at: T0.plus_days(9), teach_out_until: T0.plus_days(99), published_at: T0 },
        Retired { by: OTHER, at: T0, reason: note() },
    ]
}

/// A version 1 with nothing against publishing it.
fn version(state: VersionState) -> ProfileVersion {
    let body = profile(vec![competency(1, "WLD-01", 4, 4, RiskTier::A)]);
    let (id, profile) = (VersionId(1), ProfileId(1));
    ProfileVersion { id, profile, number: 1, owner: COLLEGE, state, change: None, body, revision: 0 }
}

fn note() -> String {
    "note".to_owned()
}

/// `step` is taken from the state `from` only, and every other state is named in the refusal.
#[track_caller]
fn only_from(from: &str, step: impl Fn(ProfileVersion) -> Result<ProfileVersion, NotPublishable>) {
    for state in every_state() {
        let name = state.name();
        let outcome = step(version(state)).map(|_| ());
        let due = if name == from { Ok(()) } else { Err(NotPublishable::WrongState(name)) };
        assert_eq!(outcome, due, "from {name}");
    }
}

/// The obstacles of a version changed by `change` are `due`, and the first of them is why it isn't published.
#[track_caller]
fn obstacles_after(change: impl Fn(&mut ProfileVersion), due: &[NotPublishable]) {
    let mut version = version(VersionState::Approved { by: OTHER, at: T0, note: note() });
    change(&mut version);
    assert_eq!(version.obstacles(), due);
    assert_eq!(version.publish(OTHER, T0).err().as_ref(), due.first());
}

fn untranslated(what: &str, lang: Lang) -> NotPublishable {
    NotPublishable::Untranslated { what: what.to_owned(), lang }
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), VersionState::name);
}

#[test]
fn a_version_goes_from_draft_to_published_step_by_step() {
    let version = version(VersionState::Draft);
    let consulted = version.consult(OTHER, T0, note()).unwrap();
    let validated = consulted.validate(OTHER, T0.plus_days(1), note()).unwrap();
    let approved = validated.approve(OTHER, T0.plus_days(2), note()).unwrap();
    let published = approved.publish(OTHER, T0.plus_days(3)).unwrap();
    assert_eq!(published.state, VersionState::Published { by: OTHER, at: T0.plus_days(3) });
}

#[test]
fn only_a_draft_goes_to_consultation() {
    only_from("draft", |v| v.consult(OTHER, T0, note()));
}

#[test]
fn only_a_version_consulted_on_is_validated() {
    only_from("consultation", |v| v.validate(OTHER, T0, note()));
}

#[test]
fn only_a_validated_version_is_approved() {
    only_from("validation", |v| v.approve(OTHER, T0, note()));
}

#[test]
fn only_an_approved_version_is_published() {
    only_from("approved", |v| v.publish(OTHER, T0));
}

#[test]
fn only_a_published_version_is_superseded() {
    only_from("published", |v| v.supersede(T0, 180));
}

#[test]
fn only_a_superseded_version_is_retired() {
    only_from("superseded", |v| v.retire(OTHER, T0, note()));
}

#[test]
fn a_step_keeps_who_took_it_when_and_on_what_ground() {
    let consulted = version(VersionState::Draft).consult(OTHER, T0, "table of six".into()).unwrap();
    assert_eq!(consulted.state, VersionState::Consultation { by: OTHER, at: T0, note: "table of six".into() });
}

#[test]
fn the_teach_out_of_a_superseded_version_is_counted_from_its_replacement() {
    let later = T0.plus_days(20);
    let superseded = version(VersionState::Published { by: OTHER, at: T0 }).supersede(later, 180).unwrap();
    let due = VersionState::Superseded { at: later, teach_out_until: T0.plus_days(200), published_at: T0 };
    assert_eq!(superseded.state, due);
}

#[test]
fn a_superseded_version_still_says_when_it_was_published() {
    let published: Vec<_> = every_state().iter().filter_map(|s| s.published_at().map(|at| (s.name(), at))).collect();
    assert_eq!(published, [("published", T0), ("superseded", T0)]);
}

#[test]
fn a_finished_version_has_no_obstacles() {
    obstacles_after(|_| {}, &[]);
}

#[test]
fn a_profile_without_competencies_is_not_published() {
    obstacles_after(|v| v.body.competencies.clear(), &[NotPublishable::NoCompetencies]);
}

#[test]
fn a_profile_of_electives_alone_is_not_published() {
    obstacles_after(|v| v.body.competencies[0].required = false, &[NotPublishable::NoCompetencies]);
}

#[test]
fn a_competency_without_criteria_is_not_published() {
    obstacles_after(|v| v.body.competencies[0].criteria.clear(), &[NotPublishable::NoCriteria("WLD-01".into())]);
}

#[test]
fn a_profile_that_names_no_occupation_is_not_published() {
    obstacles_after(|v| v.body.occupations.clear(), &[NotPublishable::Occupations]);
}

#[test]
fn three_occupations_are_published_and_four_are_not() {
    let times = |n| move |v: &mut ProfileVersion| v.body.occupations = vec![v.body.occupations[0].clone(); n];
    obstacles_after(times(3), &[]);
    obstacles_after(times(4), &[NotPublishable::Occupations]);
}

#[test]
fn a_profile_that_nobody_may_judge_is_not_published() {
    obstacles_after(|v| v.body.assessed_by.clear(), &[NotPublishable::NoAssessors]);
}

#[test]
fn a_revision_must_say_what_changed() {
    obstacles_after(|v| v.number = 2, &[NotPublishable::NoChangeNote]);
    let change = || Some(Change { class: ChangeClass::Minor, note: both("note") });
    obstacles_after(|v| (v.number, v.change) = (2, change()), &[]);
}

#[test]
fn a_missing_translation_is_named_with_its_place_and_language() {
    obstacles_after(|v| v.body.title.fr.clear(), &[untranslated("title", Lang::Fr)]);
    obstacles_after(|v| v.body.summary.en = "  ".into(), &[untranslated("summary", Lang::En)]);
    obstacles_after(|v| v.body.competencies[0].statement.fr.clear(), &[untranslated("WLD-01", Lang::Fr)]);
    obstacles_after(|v| v.body.competencies[0].criteria[1].statement.en.clear(), &[untranslated("WLD-01.2", Lang::En)]);
}

#[test]
fn a_notice_about_a_licence_is_written_in_both_languages_or_not_at_all() {
    let notice = |fr: &'static str| {
        move |v: &mut ProfileVersion| v.body.regulated_scope_notice = Some(Text::of("Not a CWB welder qualification.", fr))
    };
    obstacles_after(notice(""), &[untranslated("regulated scope notice", Lang::Fr)]);
    obstacles_after(notice("Ne constitue pas une qualification CWB."), &[]);
}

#[test]
fn all_obstacles_are_listed_in_the_order_people_meet_them() {
    let blank = |v: &mut ProfileVersion| {
        v.number = 2;
        v.body.competencies[0].criteria.clear();
        v.body.occupations.clear();
        v.body.assessed_by = Vec::<OrganisationId>::new();
        v.body.title = Text::default();
    };
    let due = [
        NotPublishable::Occupations,
        NotPublishable::NoAssessors,
        NotPublishable::NoChangeNote,
        untranslated("title", Lang::En),
        untranslated("title", Lang::Fr),
        NotPublishable::NoCriteria("WLD-01".into()),
    ];
    obstacles_after(blank, &due);
}

#[test]
fn a_refusal_says_what_is_wrong() {
    assert_eq!(NotPublishable::WrongState("draft").to_string(), "the version is draft");
    assert_eq!(untranslated("WLD-01", Lang::Fr).to_string(), "WLD-01 is missing in fr");
}
