use super::*;
use crate::example::{LEARNER, T0, criterion_id, welding};

const ASSESSMENT: AssessmentId = AssessmentId(1);

fn opened() -> Claim {
    Claim::open(ClaimId(1), LEARNER, ProfileId(1), VersionId(1), &welding(), T0)
}

fn demonstrated() -> Standing {
    Standing::Demonstrated { assessment: ASSESSMENT, recognition: RecognitionId(1), at: T0 }
}

fn gap() -> Standing {
    Standing::Gap { assessment: ASSESSMENT, at: T0 }
}

/// A claim whose competencies stand like this, in order.
fn standing(standings: [Standing; 5]) -> Claim {
    let mut claim = opened();
    for (part, standing) in claim.competencies.iter_mut().zip(standings) {
        part.standing = standing;
    }
    claim
}

fn results<const N: usize>(of: [(usize, CriterionResult); N]) -> BTreeMap<CriterionId, CriterionResult> {
    of.into_iter().map(|(k, result)| (criterion_id(1, k), result)).collect()
}

/// Where WLD-01 stands after these results, one assessment after the other.
fn after<const N: usize>(rounds: [BTreeMap<CriterionId, CriterionResult>; N]) -> ClaimedCompetency {
    let mut part = ClaimedCompetency::new(CompetencyId(1));
    for (n, results) in (1..).zip(&rounds) {
        part.record(AssessmentId(n), results, T0.plus_days(n as i64));
    }
    part
}

#[test]
fn a_new_claim_has_every_competency_of_the_version_in_its_order_and_nothing_sent() {
    let claim = opened();
    let codes: Vec<_> = claim.competencies.iter().map(|c| c.competency).collect();
    assert_eq!(codes, [1, 2, 3, 4, 5].map(CompetencyId));
    assert!(claim.competencies.iter().all(|c| c.standing == Standing::NotStarted && c.met.is_empty()));
    assert_eq!(claim.state, ClaimState::Draft);
}

#[test]
fn a_competency_that_is_not_in_the_claim_has_no_part() {
    assert_eq!(opened().part(CompetencyId(9)), None);
    assert_eq!(opened().part_mut(CompetencyId(9)), None);
}

#[test]
fn what_was_judged_met_is_kept_with_its_assessment_and_date() {
    let part = after([results([(1, CriterionResult::Competent)])]);
    assert_eq!(part.met, [(criterion_id(1, 1), Met { assessment: AssessmentId(1), at: T0.plus_days(1) })].into());
}

#[test]
fn what_was_judged_below_competent_is_not_met() {
    let part = after([results([(1, CriterionResult::NotEvident), (2, CriterionResult::ApproachingCompetence)])]);
    assert_eq!(part.met, BTreeMap::new());
}

#[test]
fn a_lower_result_later_changes_nothing() {
    let met = results([(1, CriterionResult::Competent)]);
    assert_eq!(after([met.clone(), results([(1, CriterionResult::NotEvident)])]), after([met]));
}

#[test]
fn a_criterion_met_twice_keeps_its_first_date() {
    let met = results([(1, CriterionResult::Competent)]);
    assert_eq!(after([met.clone(), met.clone()]), after([met]));
}

#[test]
fn the_criteria_not_yet_met_are_open_in_the_profiles_order() {
    let part = after([results([(2, CriterionResult::Competent)])]);
    assert_eq!(part.open(&welding().competencies[0]), [1, 3, 4].map(|k| criterion_id(1, k)));
}

#[test]
fn nothing_is_open_in_a_competency_that_is_demonstrated() {
    let part = ClaimedCompetency { standing: demonstrated(), ..ClaimedCompetency::new(CompetencyId(1)) };
    assert_eq!(part.open(&welding().competencies[0]), []);
}

#[test]
fn evidence_can_be_sent_for_what_is_not_started_or_a_gap() {
    let takes = |standing| ClaimedCompetency { standing, ..ClaimedCompetency::new(CompetencyId(1)) }.takes_evidence();
    assert!(takes(Standing::NotStarted));
    assert!(takes(gap()));
    assert!(!takes(Standing::InReview { assessment: ASSESSMENT }));
    assert!(!takes(demonstrated()));
}

#[test]
fn the_tally_counts_every_competency_once() {
    let in_review = Standing::InReview { assessment: ASSESSMENT };
    let claim = standing([demonstrated(), demonstrated(), in_review, gap(), Standing::NotStarted]);
    assert_eq!(claim.tally(), Tally { demonstrated: 2, in_review: 1, gaps: 2 });
}

#[test]
fn every_required_competency_must_be_demonstrated() {
    let all = || [demonstrated(), demonstrated(), demonstrated(), demonstrated(), demonstrated()];
    assert!(standing(all()).all_required(&welding()));
    for n in 0..5 {
        let mut but_one = all();
        but_one[n] = gap();
        assert!(!standing(but_one).all_required(&welding()));
    }
}

#[test]
fn where_nothing_is_required_nothing_is_earned() {
    let mut body = welding();
    body.competencies.iter_mut().for_each(|c| c.required = false);
    assert!(!opened().all_required(&body));
}

#[test]
fn an_elective_need_not_be_demonstrated() {
    let mut body = welding();
    body.competencies[4].required = false;
    let claim = standing([demonstrated(), demonstrated(), demonstrated(), demonstrated(), gap()]);
    assert!(claim.all_required(&body));
}
