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
mod tests;
