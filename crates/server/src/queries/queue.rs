//! What waits for an assessor, what they are working on, and what they decided.

use super::versions::version;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use domain::assessment::{ADJUDICATOR_WAIT_DAYS, AssessmentState, CompetencyDecision, QueueReason, Seat};
use domain::{AssessmentId, ClaimId, Text, Ts};
use store::Tx;
use store::assessments::{QueueLine, Seeker};

/// A part of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What the assessor took on.
    Mine,
    /// What they could take on.
    Unclaimed,
    /// What they decided.
    Decided,
}

impl Shelf {
    /// In the order of the tabs.
    pub const ALL: [Shelf; 3] = [Shelf::Mine, Shelf::Unclaimed, Shelf::Decided];

    /// The name in addresses and in words.
    pub fn code(self) -> &'static str {
        match self {
            Shelf::Mine => "mine",
            Shelf::Unclaimed => "unclaimed",
            Shelf::Decided => "decided",
        }
    }

    /// Reads a name; anything else is the first shelf.
    pub fn parse(code: &str) -> Shelf {
        Shelf::ALL.into_iter().find(|s| s.code() == code).unwrap_or(Shelf::Mine)
    }
}

/// Why something is in the queue, in the order in which reasons override each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Two judged it differently; a third decides.
    Adjudication,
    /// One judged it; a second judges it independently.
    SecondAssessor,
    /// The assessor asked, and waits.
    WaitingLearner,
    /// The learner answered a question.
    Answered,
    /// The assessor before stepped back.
    Recused,
    /// It is to be judged anew.
    Reopened,
    /// New evidence after a gap.
    Reattempt,
    /// Sent for the first time.
    New,
}

impl Why {
    /// The name in words.
    pub fn code(self) -> &'static str {
        match self {
            Why::Adjudication => "adjudication",
            Why::SecondAssessor => "second",
            Why::WaitingLearner => "waiting",
            Why::Answered => "answered",
            Why::Recused => "recused",
            Why::Reopened => "reopened",
            Why::Reattempt => "reattempt",
            Why::New => "new",
        }
    }

    fn of(line: &QueueLine) -> Why {
        match line.state {
            _ if line.state.seat() == Some(Seat::Adjudicator) => Why::Adjudication,
            _ if line.state.seat() == Some(Seat::Second) => Why::SecondAssessor,
            AssessmentState::WaitingLearner { .. } => Why::WaitingLearner,
            AssessmentState::Queued { reason: QueueReason::Recused, .. } => Why::Recused,
            AssessmentState::Queued { reason: QueueReason::Reopened, .. } => Why::Reopened,
            _ if line.answered => Why::Answered,
            _ if line.attempt > 1 => Why::Reattempt,
            _ => Why::New,
        }
    }
}

/// One line of the queue, without anything that names the learner (ASR-06).
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The assessment.
    pub id: AssessmentId,
    /// What stands for the learner.
    pub number: String,
    /// The competency.
    pub competency: Text,
    /// The profile.
    pub title: Text,
    /// How many pieces of evidence.
    pub items: i64,
    /// Some of it shows or sounds like the learner: it can't be judged without knowing who they are.
    pub recognisable: bool,
    /// Which attempt.
    pub attempt: u32,
    /// When it is due.
    pub due: Ts,
    /// Why it is here.
    pub why: Why,
    /// How and when it was decided, if it was.
    pub decided: Option<(CompetencyDecision, Ts)>,
}

/// How many are on each shelf.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Taken on.
    pub mine: i64,
    /// Could be taken on.
    pub unclaimed: i64,
    /// Decided.
    pub decided: i64,
}

impl Counts {
    /// How many are on this one.
    pub fn of(self, shelf: Shelf) -> i64 {
        match shelf {
            Shelf::Mine => self.mine,
            Shelf::Unclaimed => self.unclaimed,
            Shelf::Decided => self.decided,
        }
    }
}

/// A page of a shelf, due first, and how many there are on each.
pub async fn queue(who: &Member, shelf: Shelf, offset: i64, most: i64) -> Outcome<(Vec<Waiting>, Counts)> {
    let mut tx = who.app.read().await?;
    let lines = match shelf {
        Shelf::Mine => store::assessments::mine(&mut tx, who.id(), offset, most).await?,
        Shelf::Unclaimed => store::assessments::unclaimed(&mut tx, seeker(who), offset, most).await?,
        Shelf::Decided => store::assessments::decided_by(&mut tx, who.id(), offset, most).await?,
    };
    let mut waiting = Vec::with_capacity(lines.len());
    for line in &lines {
        waiting.push(worded(who, &mut tx, line).await?);
    }
    let (mine, unclaimed) = store::assessments::queue_counts(&mut tx, seeker(who)).await?;
    let decided = store::assessments::decided_count(&mut tx, who.id()).await?;
    Ok((waiting, Counts { mine, unclaimed, decided }))
}

/// Who asks what they could take on, now.
fn seeker(who: &Member) -> Seeker {
    let waited = |days: &Ts| days.plus_working_days(ADJUDICATOR_WAIT_DAYS) <= who.now;
    let before = (1..).map(|days| who.now.plus_days(-days)).find(waited);
    Seeker { person: who.id(), now: who.now, long_waited: before.unwrap_or(who.now) }
}

async fn worded(who: &Member, tx: &mut Tx, line: &QueueLine) -> Outcome<Waiting> {
    let version = version(&who.app, tx, line.version).await?;
    let competency = version.body.competency(line.competency).ok_or(Failure::Missing)?;
    let at = |s: &AssessmentState| match s {
        AssessmentState::Decided { at, .. } | AssessmentState::ProvisionalInVerification { at, .. } | AssessmentState::Final { at, .. } => {
            *at
        }
        _ => line.due,
    };
    Ok(Waiting {
        id: line.id,
        number: learner_number(line.claim),
        competency: competency.statement.clone(),
        title: version.body.title.clone(),
        items: line.items,
        recognisable: line.recognisable,
        attempt: line.attempt,
        due: line.due,
        why: Why::of(line),
        decided: line.state.judgement().map(|j| (j.decision, at(&line.state))),
    })
}

/// What an assessor goes on with: the one due first that waits for nobody else.
pub async fn next(who: &Member) -> Outcome<Option<AssessmentId>> {
    Ok(store::assessments::next(&mut who.app.read().await?, who.id()).await?)
}

/// Four digits that stand for the learner of a claim: the same each time, and nothing can be read out of them.
pub fn learner_number(claim: ClaimId) -> String {
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, claim.to_string().as_bytes());
    let bytes = hash.as_ref();
    let n = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    (1000 + n % 9000).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learner_has_one_number_in_a_claim_and_another_in_the_next() {
        let number = |n: u128| learner_number(ClaimId(n));
        assert_eq!(number(1), number(1));
        assert_ne!(number(1), number(2));
        assert!((0..500).all(|n| number(n).len() == 4));
    }
}
