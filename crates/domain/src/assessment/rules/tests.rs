use super::*;
use crate::assessment::{Judgement, Score, ScoreSheet};
use crate::example::{ASSESSOR, COLLEGE, T0, competency, criterion_id, score, welding};
use CompetencyDecision::{Competent, NotYetCompetent};

/// The results of all criteria: met, but those listed (counted from 1).
fn all_met_but(competency: &Competency, unmet: &[(usize, CriterionResult)]) -> BTreeMap<CriterionId, CriterionResult> {
    let n = competency.id.0;
    let mut results: BTreeMap<_, _> = competency.criteria.iter().map(|c| (c.id, CriterionResult::Competent)).collect();
    results.extend(unmet.iter().map(|(k, result)| (criterion_id(n, *k), *result)));
    results
}

/// With `essential` of `criteria` essential, the decision when these are not evident.
#[track_caller]
fn decided(tier: RiskTier, criteria: usize, essential: usize, unmet: &[usize], due: CompetencyDecision) {
    let competency = competency(1, "X-1", criteria, essential, tier);
    let unmet: Vec<_> = unmet.iter().map(|k| (*k, CriterionResult::NotEvident)).collect();
    assert_eq!(aggregate(&competency, &all_met_but(&competency, &unmet)).decision, due);
}

/// Of `others` non-essential criteria this many must be met.
#[track_caller]
fn needed(tier: RiskTier, others: usize, due: usize) {
    let competency = competency(1, "X-1", others, 0, tier);
    assert_eq!(aggregate(&competency, &BTreeMap::new()).others_needed, due, "of {others}");
}

#[track_caller]
fn second(tier: RiskTier, unmet: &[(usize, CriterionResult)], flags: (bool, bool), due: SecondAssessor) {
    let competency = competency(1, "X-1", 5, 3, tier);
    let (flagged, probation) = flags;
    assert_eq!(second_assessor(&competency, &all_met_but(&competency, unmet), flagged, probation), due);
}

const CLEAR: (bool, bool) = (false, false);
const NOT_EVIDENT: CriterionResult = CriterionResult::NotEvident;
const APPROACHING: CriterionResult = CriterionResult::ApproachingCompetence;

#[test]
fn everything_met_is_competent_in_every_tier() {
    for tier in [RiskTier::A, RiskTier::B, RiskTier::C] {
        decided(tier, 6, 3, &[], Competent);
    }
}

#[test]
fn one_essential_criterion_short_is_not_yet_competent_in_every_tier() {
    for tier in [RiskTier::A, RiskTier::B, RiskTier::C] {
        decided(tier, 20, 3, &[2], NotYetCompetent);
    }
}

#[test]
fn approaching_is_not_met() {
    let competency = competency(1, "X-1", 4, 4, RiskTier::B);
    let results = all_met_but(&competency, &[(1, APPROACHING)]);
    assert_eq!(aggregate(&competency, &results).decision, NotYetCompetent);
}

#[test]
fn a_criterion_without_a_result_is_not_met() {
    let competency = competency(1, "X-1", 4, 4, RiskTier::B);
    assert_eq!(aggregate(&competency, &BTreeMap::new()).decision, NotYetCompetent);
}

#[test]
fn one_of_five_others_may_be_missing_in_the_normal_and_low_tiers() {
    for tier in [RiskTier::B, RiskTier::C] {
        decided(tier, 6, 1, &[6], Competent);
        decided(tier, 6, 1, &[5, 6], NotYetCompetent);
    }
}

#[test]
fn no_other_may_be_missing_in_safety_critical_work() {
    decided(RiskTier::A, 6, 1, &[6], NotYetCompetent);
}

#[test]
fn four_fifths_of_the_others_are_rounded_up() {
    for (others, due) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 5), (9, 8), (10, 8), (11, 9)] {
        needed(RiskTier::B, others, due);
        needed(RiskTier::C, others, due);
    }
}

#[test]
fn all_of_the_others_are_needed_in_safety_critical_work() {
    for others in [0, 1, 5, 10] {
        needed(RiskTier::A, others, others);
    }
}

#[test]
fn many_others_met_do_not_make_up_for_an_essential_one() {
    decided(RiskTier::C, 100, 1, &[1], NotYetCompetent);
}

#[test]
fn results_of_another_competency_make_up_for_nothing() {
    let (mine, theirs) = (competency(1, "X-1", 4, 4, RiskTier::B), competency(2, "X-2", 9, 0, RiskTier::B));
    let mut results = all_met_but(&mine, &[(1, NOT_EVIDENT)]);
    results.extend(all_met_but(&theirs, &[]));
    assert_eq!(aggregate(&mine, &results).decision, NotYetCompetent);
}

#[test]
fn the_decision_is_explained() {
    let competency = &welding().competencies[1];
    let results = all_met_but(competency, &[(3, NOT_EVIDENT), (1, APPROACHING), (5, NOT_EVIDENT)]);
    let due = Aggregate {
        decision: NotYetCompetent,
        essential_unmet: vec![criterion_id(2, 1), criterion_id(2, 3)],
        others_met: 1,
        others: 2,
        others_needed: 2,
    };
    assert_eq!(aggregate(competency, &results), due);
}

#[test]
fn safety_critical_work_always_has_a_second_assessor() {
    second(RiskTier::A, &[], CLEAR, SecondAssessor::Needed(SecondReason::TierA));
}

#[test]
fn low_stakes_never_have_a_second_assessor() {
    second(RiskTier::C, &[(1, APPROACHING)], (true, true), SecondAssessor::NotNeeded);
}

#[test]
fn the_normal_tier_has_one_assessor_when_everything_is_met() {
    second(RiskTier::B, &[], CLEAR, SecondAssessor::NotNeeded);
}

#[test]
fn an_essential_criterion_approached_calls_for_a_second_assessor() {
    let due = SecondAssessor::Needed(SecondReason::EssentialApproaching);
    second(RiskTier::B, &[(1, APPROACHING)], CLEAR, due);
    second(RiskTier::B, &[(1, APPROACHING), (2, NOT_EVIDENT)], CLEAR, due);
}

#[test]
fn exactly_one_criterion_short_calls_for_a_second_assessor() {
    let due = SecondAssessor::Needed(SecondReason::OneShort);
    second(RiskTier::B, &[(2, NOT_EVIDENT)], CLEAR, due);
    second(RiskTier::B, &[(5, APPROACHING)], CLEAR, due);
}

#[test]
fn two_criteria_clearly_short_need_no_second_assessor() {
    second(RiskTier::B, &[(1, NOT_EVIDENT), (2, NOT_EVIDENT)], CLEAR, SecondAssessor::NotNeeded);
    second(RiskTier::B, &[(4, APPROACHING), (5, APPROACHING)], CLEAR, SecondAssessor::NotNeeded);
}

#[test]
fn an_integrity_flag_calls_for_a_second_assessor() {
    second(RiskTier::B, &[], (true, false), SecondAssessor::Needed(SecondReason::IntegrityFlag));
}

#[test]
fn an_assessor_on_probation_calls_for_a_second_one() {
    second(RiskTier::B, &[], (false, true), SecondAssessor::Needed(SecondReason::Probation));
}

const FAB: OrganisationId = OrganisationId(7);

/// Waiting for a second assessor since `T0`, after one who judged for the college.
fn second_queued() -> AssessmentState {
    AssessmentState::SecondQueued { first: score(ASSESSOR, ScoreSheet::default()), since: T0 }
}

fn adjudicating() -> AssessmentState {
    let first = score(ASSESSOR, ScoreSheet::default());
    AssessmentState::Adjudicating { second: Score { body: FAB, ..first.clone() }, first, since: T0 }
}

fn since(body: OrganisationId, months: i64) -> Qualified {
    Qualified { body, since: T0.plus_months(-months) }
}

#[test]
fn whoever_has_no_scope_has_no_seat() {
    assert_eq!(body_for(&second_queued(), RiskTier::B, &[], T0), Err(Refusal::OutOfScope));
}

#[test]
fn in_tier_a_the_second_assessor_judges_for_another_body() {
    let college = [since(COLLEGE, 1)];
    assert_eq!(body_for(&second_queued(), RiskTier::A, &college, T0), Err(Refusal::SameBody));
    assert_eq!(body_for(&second_queued(), RiskTier::B, &college, T0), Ok(COLLEGE));
    assert_eq!(body_for(&second_queued(), RiskTier::A, &[since(COLLEGE, 1), since(FAB, 1)], T0), Ok(FAB));
}

#[test]
fn an_adjudicator_has_judged_for_two_years() {
    let third = OrganisationId(8);
    assert_eq!(body_for(&adjudicating(), RiskTier::A, &[since(third, 23)], T0), Err(Refusal::TooNew));
    assert_eq!(body_for(&adjudicating(), RiskTier::A, &[since(third, 25)], T0), Ok(third));
}

#[test]
fn in_tier_a_the_adjudicator_comes_from_neither_body() {
    assert_eq!(body_for(&adjudicating(), RiskTier::A, &[since(COLLEGE, 99), since(FAB, 99)], T0), Err(Refusal::SameBody));
    assert_eq!(body_for(&adjudicating(), RiskTier::B, &[since(FAB, 99)], T0), Ok(FAB));
}

#[test]
fn a_difference_that_waited_three_working_days_is_settled_by_anybody_in_scope() {
    let (new, later) = ([since(OrganisationId(8), 1)], T0.plus_working_days(ADJUDICATOR_WAIT_DAYS));
    assert_eq!(body_for(&adjudicating(), RiskTier::A, &new, later), Ok(OrganisationId(8)));
}

#[test]
fn what_is_decided_has_no_seat_to_give() {
    let judgement = Judgement {
        decision: CompetencyDecision::Competent,
        first: score(ASSESSOR, ScoreSheet::default()),
        second: None,
        adjudicated: None,
        overturned: None,
    };
    let decided = AssessmentState::Final { judgement, at: T0 };
    assert_eq!(body_for(&decided, RiskTier::B, &[since(COLLEGE, 99)], T0), Err(Refusal::While("final")));
}
