//! Laws of one assessment, whatever anybody does to it.

use crate::worlds::*;
use domain::assessment::*;
use domain::evidence::VarcsCheck;
use domain::people::ConflictDeclaration;
use domain::profile::Competency;
use domain::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// Something done to an assessment by one of three people, of whom the first is the learner.
#[derive(Clone, Debug)]
enum Act {
    Take { who: PersonId, in_scope: bool, conflict: bool },
    Recuse(PersonId),
    Save(PersonId, ScoreSheet),
    Ask(PersonId, String),
    Answer(Ts),
    Judge { who: PersonId, results: Vec<CriterionResult>, reason: String, second: bool },
    Settle(bool),
    Void(PersonId),
}

fn act() -> impl Strategy<Value = Act> {
    let who = || (1..=3u128).prop_map(PersonId);
    let conflict = || prop::bool::weighted(0.2);
    let question = || prop_oneof![Just(String::new()), Just("where?".to_owned())];
    prop_oneof![
        12 => (who(), prop::bool::weighted(0.9), conflict()).prop_map(|(who, in_scope, conflict)| Act::Take { who, in_scope, conflict }),
        1 => who().prop_map(Act::Recuse),
        4 => (who(), sheet()).prop_map(|(who, sheet)| Act::Save(who, sheet)),
        4 => (who(), question()).prop_map(|(who, question)| Act::Ask(who, question)),
        6 => moment().prop_map(Act::Answer),
        16 => (who(), vec(result(), 8), question(), any::<bool>())
            .prop_map(|(who, results, reason, second)| Act::Judge { who, results, reason, second }),
        6 => any::<bool>().prop_map(Act::Settle),
        1 => who().prop_map(Act::Void),
    ]
}

fn queued(competency: &Competency) -> Assessment {
    Assessment {
        id: AssessmentId(1),
        claim: ClaimId(1),
        learner: LEARNER,
        version: VersionId(1),
        competency: competency.id,
        tier: competency.tier,
        attempt: 1,
        criteria: competency.criteria.iter().map(|c| c.id).collect(),
        due: T0.plus_days(7),
        not_by: Vec::new(),
        state: AssessmentState::Queued { since: T0, reason: QueueReason::New },
        draft: ScoreSheet::default(),
        revision: 0,
    }
}

fn apply(act: Act, to: Assessment, competency: &Competency) -> Result<Assessment, Refusal> {
    match act {
        Act::Take { who, in_scope, conflict: false } => to.claim_by(who, in_scope, &ConflictDeclaration::None, T0),
        Act::Take { who, in_scope, conflict: true } => to.claim_by(who, in_scope, &ConflictDeclaration::Declared("a neighbour".into()), T0),
        Act::Recuse(who) => to.recuse(who, T0),
        Act::Save(who, draft) => to.save_draft(who, draft),
        Act::Ask(who, question) => to.ask(who, question, T0),
        Act::Answer(at) => to.answered(at),
        Act::Judge { who, results, reason, second } => {
            let criteria = to.criteria.clone();
            let sheet = ScoreSheet {
                results: criteria.iter().copied().zip(results).collect(),
                reasons: criteria.iter().map(|c| (*c, reason.clone())).collect(),
                varcs: [(EvidenceId(1), VarcsCheck::all_yes())].into(),
                notes: Vec::new(),
            };
            to.judge(competency, &[], Score { assessor: who, body: OrganisationId(1), at: T0, sheet }, second)
                .map(|(assessment, _)| assessment)
        }
        Act::Settle(true) => to.settle(Verification::Drawn, T0),
        Act::Settle(false) => to.settle(Verification::NotDrawn, T0),
        Act::Void(by) => to.void(by, T0, "conflict found".into()),
    }
}

proptest! {
    #[test]
    fn whatever_is_done_to_an_assessment_it_is_never_in_an_impossible_state(
        competency in competency(CompetencyId(1)),
        acts in vec(act(), 0..40),
    ) {
        let mut now = queued(&competency);
        for act in acts {
            let before = now.clone();
            match apply(act, now, &competency) {
                Ok(after) => now = after,
                Err(Refusal::While(name)) => {
                    prop_assert_eq!(name, before.state.name());
                    now = before.clone();
                }
                Err(_) => now = before.clone(),
            }
            sound(&now)?;
            follows(&before, &now)?;
        }
    }
}

/// Nothing in it contradicts anything else in it.
fn sound(a: &Assessment) -> Result<(), TestCaseError> {
    if let Some(assessor) = a.state.assessor() {
        prop_assert_ne!(assessor, LEARNER, "judging their own claim");
        prop_assert!(!a.not_by.contains(&assessor), "judging again after stepping back");
    }
    let judges: Vec<_> = a.state.scores().iter().map(|score| score.assessor).collect();
    prop_assert!((1..judges.len()).all(|i| !judges[..i].contains(&judges[i])), "judged twice by the same person");
    prop_assert!(a.state.assessor().is_none_or(|who| !judges.contains(&who)), "judging a second time");
    if a.state.waiting().is_some() {
        prop_assert_eq!(&a.draft, &ScoreSheet::default(), "the next assessor sees what another filled in");
    }
    if let Some(judgement) = a.state.judgement() {
        let sheet = &judgement.score().sheet;
        prop_assert!(a.criteria.iter().all(|c| sheet.results.contains_key(c)), "decided with a criterion not judged");
        let short = a.criteria.iter().filter(|c| sheet.results[c] != CriterionResult::Competent);
        prop_assert!(short.into_iter().all(|c| !sheet.reasons[c].is_empty()), "decided without a reason");
    }
    Ok(())
}

/// What was so before is still so.
fn follows(before: &Assessment, after: &Assessment) -> Result<(), TestCaseError> {
    prop_assert!(after.due >= before.due, "due earlier than before");
    prop_assert!(after.not_by.starts_with(&before.not_by), "somebody who stepped back may judge again");
    if matches!(before.state, AssessmentState::Final { .. } | AssessmentState::Voided { .. }) {
        prop_assert_eq!(&after.state, &before.state, "changed after its end");
    }
    if let (Some(was), Some(is)) = (before.state.judgement(), after.state.judgement()) {
        prop_assert_eq!(was, is, "judged twice");
    }
    Ok(())
}
