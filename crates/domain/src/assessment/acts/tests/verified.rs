use super::*;

/// Judged by the assessor with these criteria short, and drawn for verification.
fn drawn(short: &[CriterionId]) -> Assessment {
    let decided = judge(in_progress(), RiskTier::B, sheet(&criteria(), short), false).unwrap().0;
    decided.settle(Verification::Drawn, T0).unwrap()
}

fn overturn(assessment: Assessment, by: PersonId, short: &[CriterionId]) -> Result<Assessment, Refusal> {
    assessment.overturn(&competency(1, "X-1", 4, 3, RiskTier::B), &[], score(by, sheet(&criteria(), short)))
}

#[test]
fn what_is_confirmed_is_final_as_it_was() {
    let (before, after) = (drawn(&[]), drawn(&[]).confirm(OTHER, LATER).unwrap());
    assert_eq!(after.state, AssessmentState::Final { judgement: before.state.judgement().unwrap().clone(), at: LATER });
}

#[test]
fn what_is_given_back_is_with_its_assessor_and_filled_in() {
    let back = drawn(&criteria()[..1]).give_back(OTHER, LATER).unwrap();
    assert_eq!(back.state, AssessmentState::InProgress { assessor: ASSESSOR, since: LATER });
    assert_eq!(back.draft, sheet(&criteria(), &criteria()[..1]));
}

#[test]
fn what_two_decided_is_not_given_back() {
    let decided = judge_second(&[], &[]).0.settle(Verification::Drawn, T0).unwrap();
    refused(decided.give_back(ISSUER, LATER), Refusal::DecidedByTwo);
}

#[test]
fn what_is_overturned_counts_as_the_verifier_found_it() {
    let after = overturn(drawn(&[]), OTHER, &criteria()[..1]).unwrap();
    let judgement = after.state.judgement().unwrap();
    assert_eq!((after.state.name(), judgement.decision), ("final", CompetencyDecision::NotYetCompetent));
    assert_eq!((judgement.score().assessor, judgement.first.assessor), (OTHER, ASSESSOR));
}

#[test]
fn a_verifier_who_finds_the_same_confirms() {
    refused(overturn(drawn(&criteria()[..1]), OTHER, &criteria()[..2]), Refusal::SameDecision);
}

#[test]
fn nobody_verifies_their_own_decision_or_claim() {
    for who in [ASSESSOR, LEARNER] {
        refused(drawn(&[]).confirm(who, LATER), Refusal::OwnDecision);
        refused(drawn(&[]).give_back(who, LATER), Refusal::OwnDecision);
        refused(overturn(drawn(&[]), who, &criteria()[..1]), Refusal::OwnDecision);
    }
}

#[test]
fn only_what_was_drawn_is_verified() {
    for state in every_state().into_iter().filter(|s| s.name() != "provisional_in_verification") {
        let name = state.name();
        refused(in_state(state.clone()).confirm(STRANGER, T0), Refusal::While(name));
        refused(in_state(state.clone()).give_back(STRANGER, T0), Refusal::While(name));
        refused(overturn(in_state(state), STRANGER, &[]), Refusal::While(name));
    }
}
