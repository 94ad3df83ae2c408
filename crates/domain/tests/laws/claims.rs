//! Laws of a claim, whatever its learner, assessors and issuer do.

use crate::worlds::*;
use domain::assessment::CriterionResult;
use domain::claim::*;
use domain::evidence::AuthenticityDeclaration;
use domain::profile::{Competency, ProfileBody};
use domain::recognition::results_of;
use domain::*;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

const ONE: CompetencyId = CompetencyId(1);
const ASSESSOR: PersonId = PersonId(2);

/// A claim under way against a random profile.
#[derive(Clone, Debug)]
struct World {
    body: ProfileBody,
    claim: Claim,
    /// Counts what was sent, so that evidence can be new.
    sent: u128,
}

fn world() -> impl Strategy<Value = World> {
    profile().prop_map(|body| {
        let claim = Claim::open(ClaimId(1), LEARNER, ProfileId(1), VersionId(1), &body, T0);
        World { body, claim, sent: 0 }
    })
}

/// Something done to a claim; competencies are counted from 0, people from 1 (the learner).
#[derive(Clone, Debug)]
enum Act {
    Rate,
    Send { competency: usize, fresh: bool },
    Plan(usize),
    Judge { competency: usize, by: PersonId, results: Vec<CriterionResult> },
    Award(PersonId),
    Refuse(PersonId),
    Withdraw,
    Sleep,
    Resume,
}

fn act() -> impl Strategy<Value = Act> {
    let who = || (1..=5u128).prop_map(PersonId);
    let mostly_met = prop_oneof![3 => Just(CriterionResult::Competent), 1 => result()];
    prop_oneof![
        1 => Just(Act::Rate),
        24 => (0..3usize, prop::bool::weighted(0.9)).prop_map(|(competency, fresh)| Act::Send { competency, fresh }),
        9 => (0..3usize).prop_map(Act::Plan),
        24 => (0..3usize, who(), vec(mostly_met, 8)).prop_map(|(competency, by, results)| Act::Judge { competency, by, results }),
        4 => who().prop_map(Act::Award),
        1 => who().prop_map(Act::Refuse),
        1 => Just(Act::Withdraw),
        2 => Just(Act::Sleep),
        2 => Just(Act::Resume),
    ]
}

impl World {
    fn apply(&self, act: Act) -> Result<World, Refused> {
        let World { body, claim, sent } = self.clone();
        let nth = |n: usize| body.competencies[n % body.competencies.len()].id;
        let claim = match act {
            Act::Rate => claim.rate(BTreeMap::new(), T0),
            Act::Send { competency, fresh } => return self.sent(nth(competency), if fresh { sent + 1 } else { sent }),
            Act::Plan(competency) => claim.plan(nth(competency), "took the clinic".into()),
            Act::Judge { competency, by, results } => return self.judged(nth(competency), by, &results),
            Act::Award(by) => claim.award(&body, by, T0, CredentialId(1)),
            Act::Refuse(by) => claim.refuse_award(&body, by, T0, "an integrity case".into()),
            Act::Withdraw => claim.withdraw(T0),
            Act::Sleep => claim.sleep(T0),
            Act::Resume => claim.resume(T0),
        };
        claim.map(|claim| World { body, claim, sent })
    }

    fn competency(&self, id: CompetencyId) -> &Competency {
        self.body.competency(id).expect("it is in the profile")
    }

    fn part(&self, id: CompetencyId) -> &ClaimedCompetency {
        self.claim.part(id).expect("it is in the claim")
    }

    /// Sends the item `n` for every open criterion.
    fn sent(&self, id: CompetencyId, n: u128) -> Result<World, Refused> {
        let declaration = AuthenticityDeclaration { own_work: true, help_used: "none".into(), at: T0 };
        let open = self.part(id).open(self.competency(id));
        let evidence = open.into_iter().map(|c| (c, vec![EvidenceId(n)])).collect();
        let claim = self.claim.clone().send(&self.body, id, AssessmentId(n), &declaration, &evidence)?;
        Ok(World { claim, sent: n, ..self.clone() })
    }

    /// Judges what is in review, criterion by criterion.
    fn judged(&self, id: CompetencyId, by: PersonId, results: &[CriterionResult]) -> Result<World, Refused> {
        let part = self.part(id);
        let assessment = match part.standing {
            Standing::InReview { assessment } => assessment,
            _ => AssessmentId(0),
        };
        let open = part.open(self.competency(id));
        let judgement = judged(self.competency(id), open.into_iter().zip(results.iter().copied()).collect(), part, by);
        let claim = self.claim.clone();
        let claim = claim.record_judgement(&self.body, id, assessment, &judgement, RecognitionId(assessment.0), T0)?;
        Ok(World { claim, ..self.clone() })
    }

    /// One attempt on the competency, with the action plan that it may need first.
    fn attempt(&self, id: CompetencyId, results: &[CriterionResult]) -> World {
        let claim = self.claim.clone().plan(id, "took the clinic".into()).expect("it is open");
        let planned = World { claim, ..self.clone() };
        let sent = planned.sent(id, planned.sent + 1).expect("it is open, planned and new");
        sent.judged(id, ASSESSOR, results).expect("it is in review")
    }
}

proptest! {
    #[test]
    fn whatever_is_done_to_a_claim_it_is_never_in_an_impossible_state(world in world(), acts in vec(act(), 0..60)) {
        let mut now = world;
        for act in acts {
            let by = match act {
                Act::Award(by) | Act::Refuse(by) => Some(by),
                _ => None,
            };
            match now.apply(act) {
                Ok(after) => {
                    if let Some(by) = by {
                        apart(&after.claim, by)?;
                    }
                    follows(&now.claim, &after.claim)?;
                    sound(&after)?;
                    now = after;
                }
                Err(Refused::While(name)) => prop_assert_eq!(name, now.claim.state.name()),
                Err(_) => {}
            }
        }
    }

    #[test]
    fn a_further_positive_result_never_lowers_a_standing(world in world(), results in vec(result(), 8), k in 0..8usize) {
        let mut better = results.clone();
        better[k] = CriterionResult::Competent;
        let (before, after) = (world.attempt(ONE, &results), world.attempt(ONE, &better));
        let (before, after) = (before.part(ONE), after.part(ONE));
        prop_assert!(before.met.keys().all(|c| after.met.contains_key(c)));
        prop_assert!(demonstrated(after) || !demonstrated(before));
    }

    #[test]
    fn attempts_are_unlimited(world in world(), times in 1..80u32) {
        let unsuccessful = (0..times).fold(world, |world, _| world.attempt(ONE, &[CriterionResult::NotEvident; 8]));
        prop_assert_eq!(unsuccessful.part(ONE).unsuccessful, times);
        prop_assert!(demonstrated(unsuccessful.attempt(ONE, &[CriterionResult::Competent; 8]).part(ONE)));
    }

    #[test]
    fn unsuccessful_attempts_leave_no_trace_in_a_recognition(world in world(), before in vec(vec(result(), 8), 0..6)) {
        let met = [CriterionResult::Competent; 8];
        let at_once = world.attempt(ONE, &met);
        let mut at_last = world;
        for results in before {
            let tried = at_last.attempt(ONE, &results);
            if demonstrated(tried.part(ONE)) {
                break;
            }
            at_last = tried;
        }
        let at_last = at_last.attempt(ONE, &met);
        prop_assert_eq!(results_of(at_last.part(ONE)), results_of(at_once.part(ONE)));
    }
}

fn demonstrated(part: &ClaimedCompetency) -> bool {
    matches!(part.standing, Standing::Demonstrated { .. })
}

/// Whoever decided on the credential judged nothing that came before, and it is not their own.
fn apart(claim: &Claim, issuer: PersonId) -> Result<(), TestCaseError> {
    prop_assert_ne!(issuer, claim.learner);
    prop_assert!(claim.competencies.iter().all(|c| !c.judged_by.contains(&issuer)));
    Ok(())
}

/// Nothing in it contradicts anything else in it.
fn sound(world: &World) -> Result<(), TestCaseError> {
    let (claim, complete) = (&world.claim, world.claim.all_required(&world.body));
    let tally = claim.tally();
    match claim.state {
        ClaimState::Draft | ClaimState::SelfAssessed { .. } => {
            prop_assert!(claim.competencies.iter().all(|c| c.standing == Standing::NotStarted));
        }
        ClaimState::UnderAssessment { .. } => prop_assert!(tally.in_review > 0 && !complete),
        ClaimState::GapsOpen { .. } | ClaimState::Dormant { .. } => prop_assert!(tally.in_review == 0 && !complete),
        ClaimState::AllCompetent { .. } | ClaimState::Awarded { .. } | ClaimState::NotAwarded { .. } => prop_assert!(complete),
        _ => {}
    }
    for part in &claim.competencies {
        let own = world.competency(part.competency);
        prop_assert!(part.met.keys().all(|c| own.criterion(*c).is_some()), "met a criterion of another competency");
        prop_assert!(demonstrated(part) || part.met.len() < own.criteria.len() || part.judged_by.is_empty(), "all met and not held");
        if matches!(part.standing, Standing::Gap { .. }) {
            prop_assert!(part.unsuccessful > 0 && !part.open(own).is_empty(), "a gap with nothing missing");
        }
    }
    Ok(())
}

/// What was so before is still so.
fn follows(before: &Claim, after: &Claim) -> Result<(), TestCaseError> {
    if matches!(before.state, ClaimState::Awarded { .. } | ClaimState::NotAwarded { .. } | ClaimState::Withdrawn { .. }) {
        prop_assert_eq!(&after.state, &before.state, "changed after its end");
    }
    for (was, is) in before.competencies.iter().zip(&after.competencies) {
        prop_assert!(was.met.iter().all(|(c, met)| is.met.get(c) == Some(met)), "a criterion is no longer met");
        prop_assert!(is.unsuccessful >= was.unsuccessful);
        prop_assert!(was.used.is_subset(&is.used), "used evidence counts as new again");
        if demonstrated(was) {
            prop_assert_eq!(&is.standing, &was.standing, "no longer demonstrated");
        }
    }
    Ok(())
}
