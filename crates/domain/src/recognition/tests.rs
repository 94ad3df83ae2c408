use super::*;
use crate::claim::Met;
use crate::evidence::{EvidenceItem, EvidenceLink};
use crate::example::{COLLEGE, LEARNER, OTHER, T0, competency, criterion_id, item, link, named_as_stored};
use crate::profile::RiskTier;

/// The last moment of a recognition held for a year from `T0`.
const END: Ts = Ts(T0.0 + 365 * crate::time::DAY);

fn every_state() -> Vec<RecognitionState> {
    use RecognitionState::*;
    let (by, at) = (OTHER, T0);
    let why = || "why".to_owned();
    vec![
        Provisional { at },
        Recognised { at },
        ExpiringSoon { at },
        Expired { at },
        Suspended { by, at, reason: why() },
        Rescinded { by, at, reason: why() },
    ]
}

fn while_in(state: RecognitionState) -> CompetencyRecognition {
    CompetencyRecognition {
        id: RecognitionId(1),
        person: LEARNER,
        claim: ClaimId(1),
        profile: ProfileId(1),
        version: VersionId(1),
        competency: CompetencyId(1),
        assessment: AssessmentId(1),
        assessed_by: COLLEGE,
        results: BTreeMap::new(),
        supervision: Default::default(),
        from: T0,
        until: Some(END),
        state,
    }
}

fn recognised() -> CompetencyRecognition {
    while_in(RecognitionState::Recognised { at: T0 })
}

type Step = Result<CompetencyRecognition, NotNow>;

/// `step` leads to the state `to` from these states only, and every other state is named in the refusal.
#[track_caller]
fn leads(step: impl Fn(CompetencyRecognition) -> Step, from: &[&str], to: &str) {
    for state in every_state() {
        let name = state.name();
        let outcome = step(while_in(state)).map(|r| r.state.name());
        let due = if from.contains(&name) { Ok(to) } else { Err(NotNow(name)) };
        assert_eq!(outcome, due, "from {name}");
    }
}

#[track_caller]
fn at(now: Ts, due: RecognitionState) {
    assert_eq!(recognised().at(now).state, due);
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), RecognitionState::name);
}

#[test]
fn only_a_provisional_recognition_is_confirmed() {
    leads(|r| r.confirm(T0), &["provisional"], "recognised");
}

#[test]
fn what_is_not_in_force_yet_or_for_now_is_rescinded() {
    leads(|r| r.rescind(OTHER, T0, "why".into()), &["provisional", "suspended"], "rescinded");
}

#[test]
fn what_is_in_force_is_suspended() {
    leads(|r| r.suspend(OTHER, T0, "why".into()), &["recognised", "expiring_soon"], "suspended");
}

#[test]
fn a_suspension_keeps_who_when_and_why() {
    let due = RecognitionState::Suspended { by: OTHER, at: END, reason: "appeal".into() };
    assert_eq!(recognised().suspend(OTHER, END, "appeal".into()).unwrap().state, due);
}

#[test]
fn a_recognition_is_in_force_until_ninety_days_before_its_end() {
    at(Ts(END.plus_days(-90).0 - 1), RecognitionState::Recognised { at: T0 });
    at(END.plus_days(-90), RecognitionState::ExpiringSoon { at: END.plus_days(-90) });
}

#[test]
fn a_recognition_expires_at_its_end() {
    at(Ts(END.0 - 1), RecognitionState::ExpiringSoon { at: END.plus_days(-90) });
    at(END, RecognitionState::Expired { at: END });
    at(END.plus_days(900), RecognitionState::Expired { at: END });
}

#[test]
fn a_recognition_without_an_end_does_not_expire() {
    let endless = CompetencyRecognition { until: None, ..recognised() };
    assert_eq!(endless.clone().at(Ts(i64::MAX)), endless);
}

#[test]
fn only_what_is_in_force_expires() {
    let expired: Vec<_> =
        every_state().into_iter().filter(|s| while_in(s.clone()).at(END).state.name() == "expired").map(|s| s.name()).collect();
    assert_eq!(expired, ["recognised", "expiring_soon", "expired"]);
}

#[test]
fn a_recognition_states_what_is_met_and_nothing_of_how_often_it_was_tried() {
    let met = [(criterion_id(1, 1), Met { assessment: AssessmentId(1), at: T0 })].into();
    let at_once = ClaimedCompetency { met, ..ClaimedCompetency::new(CompetencyId(1)) };
    let at_last = ClaimedCompetency { unsuccessful: 4, action_plan: Some("clinic".into()), ..at_once.clone() };
    assert_eq!(results_of(&at_once), [(criterion_id(1, 1), CriterionResult::Competent)].into());
    assert_eq!(results_of(&at_last), results_of(&at_once));
}

/// The levels shown when items at these levels are relied on, for the essential criterion 1 or the other criterion 2.
#[track_caller]
fn shown(relied_on: &[(usize, SupervisionIdentity)], due: (SupervisionIdentity, SupervisionIdentity)) {
    let competency = competency(1, "X-1", 2, 1, RiskTier::A);
    let items: Vec<(EvidenceItem, EvidenceLink)> = relied_on
        .iter()
        .zip(1..)
        .map(|((k, supervision), n)| {
            let item = EvidenceItem { supervision: *supervision, ..item(n) };
            let link = link(item.id, competency.id, criterion_id(1, *k));
            (item, link)
        })
        .collect();
    let shown: Vec<_> = items.iter().map(|(item, link)| Shown { item, link }).collect();
    assert_eq!(supervision_of(&competency, &shown), due);
}

use SupervisionIdentity::{A0, A2, A4, A5};

#[test]
fn the_lowest_level_behind_an_essential_criterion_and_the_highest_of_all_are_shown() {
    shown(&[(1, A4), (1, A2), (1, A5)], (A2, A5));
}

#[test]
fn a_low_level_behind_another_criterion_does_not_lower_the_lowest() {
    shown(&[(1, A4), (2, A0)], (A4, A4));
}

#[test]
fn a_high_level_behind_another_criterion_is_the_highest_observation() {
    shown(&[(1, A2), (2, A5)], (A2, A5));
}

#[test]
fn where_nothing_vouches_for_an_essential_criterion_the_lowest_is_the_lowest_there_is() {
    shown(&[(2, A4)], (A0, A4));
    shown(&[], (A0, A0));
}
