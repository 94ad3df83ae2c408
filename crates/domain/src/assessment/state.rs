use super::{Judgement, Score};
use crate::{PersonId, Ts};
use serde::{Deserialize, Serialize};

/// Why an assessment is waiting for an assessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueReason {
    /// Sent for the first time.
    New,
    /// New evidence after a gap.
    Reattempt,
    /// The assessor before stepped back.
    Recused,
    /// An appeal was upheld, or a conflict was found afterwards.
    Reopened,
}

/// Whether decisions are drawn for verification before they are final. The draw itself comes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// This one was drawn.
    Drawn,
    /// It was not.
    NotDrawn,
}

/// Which of the judges somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// The first assessor, who alone may ask the learner for more.
    First,
    /// The second, who sees the same evidence and no score.
    Second,
    /// The third judge, who settles what the two see differently, and sees their scores afterwards.
    Adjudicator,
}

impl Seat {
    /// The name in code and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Seat::First => "first",
            Seat::Second => "second",
            Seat::Adjudicator => "adjudicator",
        }
    }
}

/// Days that a learner has for an answer before the attempt goes on without it (2.12.2).
pub const ANSWER_DAYS: i64 = 14;

/// Working days after which an assessment that was taken on and not touched goes back (2.12.2 gives one for an offer;
/// whoever took it on themself has another).
pub const LEASE_DAYS: u32 = 2;

/// Where an assessment stands (2.12.2).
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AssessmentState {
    /// Waiting for an assessor.
    Queued { since: Ts, reason: QueueReason },
    /// An assessor was named and has yet to accept.
    Offered { to: PersonId, at: Ts },
    /// Being judged.
    InProgress { assessor: PersonId, since: Ts },
    /// The assessor asked for more; the clock stands still.
    WaitingLearner { assessor: PersonId, asked: Ts, question: String },
    /// The first score is in.
    ScoredFirst { first: Score },
    /// Waiting for a second assessor.
    SecondQueued { first: Score, since: Ts },
    /// Being judged a second time, without sight of the first score.
    SecondInProgress { first: Score, assessor: PersonId, since: Ts },
    /// Both scores are in.
    ScoredSecond { first: Score, second: Score },
    /// The scores differ; a third judge is waited for.
    Adjudicating { first: Score, second: Score, since: Ts },
    /// The third judge is judging, without sight of the two scores.
    AdjudicationInProgress { first: Score, second: Score, assessor: PersonId, since: Ts },
    /// Decided.
    Decided { judgement: Judgement, at: Ts },
    /// Decided, and drawn for verification.
    ProvisionalInVerification { judgement: Judgement, at: Ts },
    /// Final, but for an appeal.
    Final { judgement: Judgement, at: Ts },
    /// Never took place.
    Voided { by: PersonId, at: Ts, reason: String },
    /// Set aside; it is judged anew by somebody else.
    Reopened { judgement: Judgement, at: Ts, reason: String },
}

impl AssessmentState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            AssessmentState::Queued { .. } => "queued",
            AssessmentState::Offered { .. } => "offered",
            AssessmentState::InProgress { .. } => "in_progress",
            AssessmentState::WaitingLearner { .. } => "waiting_learner",
            AssessmentState::ScoredFirst { .. } => "scored_first",
            AssessmentState::SecondQueued { .. } => "second_queued",
            AssessmentState::SecondInProgress { .. } => "second_in_progress",
            AssessmentState::ScoredSecond { .. } => "scored_second",
            AssessmentState::Adjudicating { .. } => "adjudicating",
            AssessmentState::AdjudicationInProgress { .. } => "adjudication_in_progress",
            AssessmentState::Decided { .. } => "decided",
            AssessmentState::ProvisionalInVerification { .. } => "provisional_in_verification",
            AssessmentState::Final { .. } => "final",
            AssessmentState::Voided { .. } => "voided",
            AssessmentState::Reopened { .. } => "reopened",
        }
    }

    /// Who is working on it now.
    pub fn assessor(&self) -> Option<PersonId> {
        match self {
            AssessmentState::Offered { to, .. } => Some(*to),
            AssessmentState::InProgress { assessor, .. }
            | AssessmentState::WaitingLearner { assessor, .. }
            | AssessmentState::SecondInProgress { assessor, .. }
            | AssessmentState::AdjudicationInProgress { assessor, .. } => Some(*assessor),
            _ => None,
        }
    }

    /// Since when it waits for somebody to take it on.
    pub fn waiting(&self) -> Option<Ts> {
        match self {
            AssessmentState::Queued { since, .. }
            | AssessmentState::SecondQueued { since, .. }
            | AssessmentState::Adjudicating { since, .. } => Some(*since),
            _ => None,
        }
    }

    /// The seat that somebody has, or could take, on it now.
    pub fn seat(&self) -> Option<Seat> {
        use AssessmentState::*;
        match self {
            Queued { .. } | Offered { .. } | InProgress { .. } | WaitingLearner { .. } => Some(Seat::First),
            SecondQueued { .. } | SecondInProgress { .. } => Some(Seat::Second),
            Adjudicating { .. } | AdjudicationInProgress { .. } => Some(Seat::Adjudicator),
            _ => None,
        }
    }

    /// The judges so far, each with their seat. Whoever verified is none of them.
    pub fn seats(&self) -> Vec<(Seat, &Score)> {
        let verifier = self.judgement().and_then(|j| j.overturned.as_ref()).map(|score| score.assessor);
        let judged = self.scores().into_iter().filter(|score| Some(score.assessor) != verifier);
        [Seat::First, Seat::Second, Seat::Adjudicator].into_iter().zip(judged).collect()
    }

    /// The scores given so far, first to last.
    pub fn scores(&self) -> Vec<&Score> {
        use AssessmentState::*;
        match self {
            ScoredFirst { first } | SecondQueued { first, .. } | SecondInProgress { first, .. } => vec![first],
            ScoredSecond { first, second } | Adjudicating { first, second, .. } | AdjudicationInProgress { first, second, .. } => {
                vec![first, second]
            }
            Decided { judgement, .. }
            | ProvisionalInVerification { judgement, .. }
            | Final { judgement, .. }
            | Reopened { judgement, .. } => judgement.scores().collect(),
            Queued { .. } | Offered { .. } | InProgress { .. } | WaitingLearner { .. } | Voided { .. } => Vec::new(),
        }
    }

    /// Whether somebody works on it or has judged it: it is theirs to see.
    pub fn concerns(&self, who: PersonId) -> bool {
        self.assessor() == Some(who) || self.scores().iter().any(|score| score.assessor == who)
    }

    /// The judgement, once there is one that counts.
    pub fn judgement(&self) -> Option<&Judgement> {
        match self {
            AssessmentState::Decided { judgement, .. }
            | AssessmentState::ProvisionalInVerification { judgement, .. }
            | AssessmentState::Final { judgement, .. } => Some(judgement),
            _ => None,
        }
    }
}
