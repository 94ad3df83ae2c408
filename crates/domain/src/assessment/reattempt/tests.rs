use super::*;

#[test]
fn the_first_attempt_is_open_to_any_assessor() {
    assert_eq!(reattempt(0), (Reattempt::First, AssessorChange::Free));
}

#[test]
fn the_first_reattempt_is_a_resit_with_the_same_assessor_if_the_learner_agrees() {
    assert_eq!(reattempt(1), (Reattempt::Resit, AssessorChange::SameIfLearnerAgrees));
}

#[test]
fn from_the_second_it_is_a_retake_with_another_assessor() {
    assert_eq!(reattempt(2), (Reattempt::Retake, AssessorChange::MustDiffer));
}

#[test]
fn after_three_more_help_is_offered_and_no_attempt_is_refused() {
    for unsuccessful in [3, 4, 100, u32::MAX] {
        assert_eq!(reattempt(unsuccessful), (Reattempt::SupportedRetake, AssessorChange::MustDiffer));
    }
}
