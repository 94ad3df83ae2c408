/// What kind of attempt comes next (2.13.9). Attempts are never limited in number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reattempt {
    /// Nothing was judged before.
    First,
    /// New evidence is all that is asked.
    Resit,
    /// An action plan item is completed, or declined with a reason, first.
    Retake,
    /// As a retake; another assessor, another method and an advising conversation are offered too (LRN-20).
    SupportedRetake,
}

/// Whether the same assessor may judge the next attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessorChange {
    /// Anybody in scope.
    Free,
    /// The same one only if the learner agrees.
    SameIfLearnerAgrees,
    /// Another one.
    MustDiffer,
}

/// The rule for the next attempt after `unsuccessful` ones on the competency.
pub fn reattempt(unsuccessful: u32) -> (Reattempt, AssessorChange) {
    match unsuccessful {
        0 => (Reattempt::First, AssessorChange::Free),
        1 => (Reattempt::Resit, AssessorChange::SameIfLearnerAgrees),
        2 => (Reattempt::Retake, AssessorChange::MustDiffer),
        _ => (Reattempt::SupportedRetake, AssessorChange::MustDiffer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(reattempt(3).0, Reattempt::SupportedRetake);
        assert_eq!(reattempt(u32::MAX).0, Reattempt::SupportedRetake);
    }
}
