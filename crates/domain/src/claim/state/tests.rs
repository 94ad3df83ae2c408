use super::*;
use crate::assessment::CriterionResult;
use crate::claim::{Claim, ClaimedCompetency};
use crate::example::{ASSESSOR, ISSUER, LEARNER, OTHER, T0, competency, criterion_id, named_as_stored, profile, score, sheet};
use crate::profile::RiskTier;
use crate::{ClaimId, ProfileId, VersionId};

const FIRST: CompetencyId = CompetencyId(1);
const SECOND: CompetencyId = CompetencyId(2);
const ELECTIVE: CompetencyId = CompetencyId(3);
const LATER: Ts = Ts(T0.0 + 1);

fn every_state() -> Vec<ClaimState> {
    use ClaimState::*;
    let (by, at, since) = (ISSUER, T0, T0);
    vec![
        Draft,
        SelfAssessed { at },
        Submitted { at },
        UnderAssessment { since },
        GapsOpen { since },
        AllCompetent { at },
        Awarded { by, at, credential: CredentialId(1) },
        NotAwarded { by, at, reason: "a recognition expired".into() },
        Dormant { since },
        Withdrawn { at },
        MigrationRequired { since },
        Closed { at },
    ]
}

/// The states in which evidence is taken.
const OPEN: [&str; 6] = ["draft", "self_assessed", "submitted", "under_assessment", "gaps_open", "dormant"];

/// Two required competencies and an elective, each with two criteria, both essential.
fn body() -> ProfileBody {
    let mut body = profile((1..=3).map(|n| competency(n, "X", 2, 2, RiskTier::B)).collect());
    body.competencies[2].required = false;
    body
}

fn opened() -> Claim {
    Claim::open(ClaimId(1), LEARNER, ProfileId(1), VersionId(1), &body(), T0)
}

fn while_in(state: ClaimState) -> Claim {
    Claim { state, ..opened() }
}

fn signed() -> AuthenticityDeclaration {
    AuthenticityDeclaration { own_work: true, help_used: "none".into(), at: T0 }
}

/// The item `n` for both criteria of the competency.
fn items(competency: CompetencyId, n: u128) -> BTreeMap<CriterionId, Vec<EvidenceId>> {
    [1, 2].map(|k| (criterion_id(competency.0, k), vec![EvidenceId(n)])).into()
}

fn send(claim: Claim, competency: CompetencyId, n: u128) -> Result<Claim, Refused> {
    claim.send(&body(), competency, AssessmentId(n), &signed(), &items(competency, n))
}

/// The judgement of what was sent as assessment `n`, with these criteria not met (counted from 1).
fn judge(claim: Claim, competency: CompetencyId, n: u128, unmet: &[usize]) -> Result<Claim, Refused> {
    let id = |k: &usize| criterion_id(competency.0, *k);
    let unmet: Vec<_> = unmet.iter().map(id).collect();
    let decision = if unmet.is_empty() { CompetencyDecision::Competent } else { CompetencyDecision::NotYetCompetent };
    let first = score(ASSESSOR, sheet(&[1, 2].map(|k| id(&k)), &unmet));
    let judgement = Judgement { decision, first, second: None, adjudicated: None, overturned: None };
    claim.record_judgement(&body(), competency, AssessmentId(n), &judgement, RecognitionId(n), T0)
}

/// Sent as assessment `n` and judged.
fn tried(claim: Claim, competency: CompetencyId, n: u128, unmet: &[usize]) -> Claim {
    judge(send(claim, competency, n).unwrap(), competency, n, unmet).unwrap()
}

/// Both required competencies are demonstrated.
fn complete() -> Claim {
    tried(tried(opened(), FIRST, 1, &[]), SECOND, 2, &[])
}

/// The first competency after this many attempts without success, with the action plan made each time.
fn unsuccessful(times: u128) -> Claim {
    (1..=times).fold(opened(), |claim, n| planned(tried(claim, FIRST, n, &[2])))
}

fn planned(claim: Claim) -> Claim {
    claim.plan(FIRST, "took the clinic".into()).unwrap()
}

fn first(claim: &Claim) -> &ClaimedCompetency {
    claim.part(FIRST).unwrap()
}

/// `act` is possible in these states only, and every other state is named in the refusal.
#[track_caller]
fn only_while(allowed: &[&str], act: impl Fn(Claim) -> Result<Claim, Refused>) {
    for state in every_state() {
        let name = state.name();
        let outcome = act(while_in(state)).map(|_| ());
        let due = if allowed.contains(&name) { Ok(()) } else { Err(Refused::While(name)) };
        assert_eq!(outcome, due, "while {name}");
    }
}

#[track_caller]
fn refused(outcome: Result<Claim, Refused>, due: Refused) {
    assert_eq!(outcome.unwrap_err(), due);
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), ClaimState::name);
}

#[test]
fn evidence_is_taken_as_long_as_nothing_is_decided() {
    let open: Vec<_> = every_state().iter().filter(|s| s.takes_evidence()).map(|s| s.name()).collect();
    assert_eq!(open, OPEN);
}

#[test]
fn the_learner_rates_themself_as_long_as_evidence_is_taken() {
    only_while(&OPEN, |c| c.rate(BTreeMap::new(), T0));
}

#[test]
fn the_first_rating_makes_a_draft_self_assessed_and_a_later_one_leaves_the_claim_where_it_is() {
    let ratings: BTreeMap<_, _> = [(criterion_id(1, 1), SelfRating::Partly)].into();
    let rated = opened().rate(ratings.clone(), LATER).unwrap();
    assert_eq!(rated.state, ClaimState::SelfAssessed { at: LATER });
    assert_eq!(rated.self_ratings, ratings);
    assert_eq!(rated.rate(BTreeMap::new(), T0).unwrap().state, ClaimState::SelfAssessed { at: LATER });
}

#[test]
fn a_competency_is_sent_as_long_as_evidence_is_taken() {
    only_while(&OPEN, |c| send(c, FIRST, 1));
}

#[test]
fn a_competency_is_sent_without_a_self_assessment_first() {
    assert_eq!(send(opened(), FIRST, 1).unwrap().state, ClaimState::UnderAssessment { since: T0 });
}

#[test]
fn what_is_sent_is_in_review_and_the_rest_is_not() {
    let sent = send(opened(), FIRST, 1).unwrap();
    assert_eq!(first(&sent).standing, Standing::InReview { assessment: AssessmentId(1) });
    assert_eq!(sent.part(SECOND).unwrap().standing, Standing::NotStarted);
}

#[test]
fn nothing_is_sent_for_a_competency_of_another_profile() {
    refused(send(opened(), CompetencyId(9), 1), Refused::NoSuchCompetency);
}

#[test]
fn what_is_in_review_is_not_sent_again() {
    refused(send(send(opened(), FIRST, 1).unwrap(), FIRST, 2), Refused::NotOpen);
}

#[test]
fn what_is_demonstrated_is_not_sent_again() {
    refused(send(tried(opened(), FIRST, 1, &[]), FIRST, 2), Refused::NotOpen);
}

#[test]
fn nothing_is_sent_without_the_declaration_of_own_work() {
    let unsigned = AuthenticityDeclaration { own_work: false, ..signed() };
    refused(opened().send(&body(), FIRST, AssessmentId(1), &unsigned, &items(FIRST, 1)), Refused::NotOwnWork);
}

#[test]
fn nothing_is_sent_without_a_word_on_the_help_used() {
    let silent = AuthenticityDeclaration { help_used: " ".into(), ..signed() };
    refused(opened().send(&body(), FIRST, AssessmentId(1), &silent, &items(FIRST, 1)), Refused::NoHelpStatement);
}

#[test]
fn every_open_criterion_needs_evidence() {
    let mut one = items(FIRST, 1);
    one.insert(criterion_id(1, 2), Vec::new());
    refused(opened().send(&body(), FIRST, AssessmentId(1), &signed(), &one), Refused::NothingNew(vec![criterion_id(1, 2)]));
    one.remove(&criterion_id(1, 2));
    refused(opened().send(&body(), FIRST, AssessmentId(1), &signed(), &one), Refused::NothingNew(vec![criterion_id(1, 2)]));
}

#[test]
fn a_reattempt_brings_something_new_for_each_criterion_still_open() {
    let gap = tried(opened(), FIRST, 1, &[2]);
    let old = items(FIRST, 1);
    refused(gap.send(&body(), FIRST, AssessmentId(2), &signed(), &old), Refused::NothingNew(vec![criterion_id(1, 2)]));
}

#[test]
fn old_evidence_may_come_along_with_the_new() {
    let gap = tried(opened(), FIRST, 1, &[2]);
    let both = [(criterion_id(1, 2), vec![EvidenceId(1), EvidenceId(2)])].into();
    assert!(gap.send(&body(), FIRST, AssessmentId(2), &signed(), &both).is_ok());
}

#[test]
fn a_reattempt_asks_nothing_for_what_is_met() {
    let gap = tried(opened(), FIRST, 1, &[2]);
    let only_the_gap = [(criterion_id(1, 2), vec![EvidenceId(2)])].into();
    assert!(gap.send(&body(), FIRST, AssessmentId(2), &signed(), &only_the_gap).is_ok());
}

#[test]
fn the_first_reattempt_needs_new_evidence_only() {
    assert!(send(tried(opened(), FIRST, 1, &[2]), FIRST, 2).is_ok());
}

#[test]
fn from_the_second_reattempt_on_an_action_plan_comes_first() {
    for times in [2, 3, 4] {
        let due = tried(unsuccessful(times - 1), FIRST, times, &[2]);
        refused(send(due.clone(), FIRST, 9), Refused::NoActionPlan);
        assert!(send(planned(due), FIRST, 9).is_ok());
    }
}

#[test]
fn an_action_plan_serves_for_one_attempt() {
    let again = tried(unsuccessful(2), FIRST, 3, &[2]);
    assert_eq!(first(&again).action_plan, None);
}

#[test]
fn an_action_plan_has_words() {
    refused(opened().plan(FIRST, " ".into()), Refused::NoReason);
}

#[test]
fn an_action_plan_is_for_a_competency_of_the_claim() {
    refused(opened().plan(CompetencyId(9), "clinic".into()), Refused::NoSuchCompetency);
}

#[test]
fn an_action_plan_is_made_as_long_as_evidence_is_taken() {
    only_while(&OPEN, |c| c.plan(FIRST, "clinic".into()));
    refused(tried(opened(), FIRST, 1, &[]).plan(FIRST, "clinic".into()), Refused::NotOpen);
}

#[test]
fn what_is_judged_held_is_demonstrated() {
    let held = tried(opened(), FIRST, 1, &[]);
    let due = Standing::Demonstrated { assessment: AssessmentId(1), recognition: RecognitionId(1), at: T0 };
    assert_eq!(first(&held).standing, due);
    assert_eq!(first(&held).unsuccessful, 0);
}

#[test]
fn what_is_judged_not_yet_held_is_a_gap_with_what_was_met_kept() {
    let gap = tried(opened(), FIRST, 1, &[2]);
    assert_eq!(first(&gap).standing, Standing::Gap { assessment: AssessmentId(1), at: T0 });
    assert_eq!(first(&gap).met.keys().copied().collect::<Vec<_>>(), [criterion_id(1, 1)]);
    assert_eq!(first(&gap).unsuccessful, 1);
}

#[test]
fn a_judgement_is_recorded_once_and_for_its_own_assessment() {
    refused(judge(send(opened(), FIRST, 1).unwrap(), FIRST, 2, &[]), Refused::NotOpen);
    refused(judge(tried(opened(), FIRST, 1, &[]), FIRST, 1, &[]), Refused::NotOpen);
    refused(judge(opened(), FIRST, 1, &[]), Refused::NotOpen);
}

#[test]
fn a_judgement_of_a_competency_of_another_profile_is_not_recorded() {
    refused(judge(opened(), CompetencyId(9), 1, &[]), Refused::NoSuchCompetency);
}

#[test]
fn a_result_for_a_criterion_of_another_competency_is_not_recorded() {
    let mut stray = sheet(&[criterion_id(1, 1), criterion_id(1, 2)], &[]);
    stray.results.insert(criterion_id(2, 1), CriterionResult::Competent);
    let decision = CompetencyDecision::Competent;
    let judgement = Judgement { decision, first: score(ASSESSOR, stray), second: None, adjudicated: None, overturned: None };
    let sent = send(opened(), FIRST, 1).unwrap();
    let held = sent.record_judgement(&body(), FIRST, AssessmentId(1), &judgement, RecognitionId(1), T0).unwrap();
    assert!(!first(&held).met.contains_key(&criterion_id(2, 1)));
}

#[test]
fn everybody_who_judged_is_remembered() {
    let judgement = Judgement {
        decision: CompetencyDecision::Competent,
        first: score(ASSESSOR, sheet(&[], &[])),
        second: Some(score(OTHER, sheet(&[], &[]))),
        adjudicated: None,
        overturned: None,
    };
    let sent = send(opened(), FIRST, 1).unwrap();
    let held = sent.record_judgement(&body(), FIRST, AssessmentId(1), &judgement, RecognitionId(1), T0).unwrap();
    assert_eq!(first(&held).judged_by, [ASSESSOR, OTHER]);
}

#[test]
fn a_claim_with_something_in_review_stays_under_assessment() {
    let both = send(send(opened(), FIRST, 1).unwrap(), SECOND, 2).unwrap();
    assert_eq!(judge(both, FIRST, 1, &[2]).unwrap().state, ClaimState::UnderAssessment { since: T0 });
}

#[test]
fn a_claim_with_nothing_in_review_and_something_missing_has_gaps_open() {
    assert_eq!(tried(opened(), FIRST, 1, &[2]).state, ClaimState::GapsOpen { since: T0 });
}

#[test]
fn a_claim_with_everything_required_demonstrated_is_all_competent() {
    assert_eq!(complete().state, ClaimState::AllCompetent { at: T0 });
}

#[test]
fn an_elective_in_review_does_not_keep_the_claim_from_being_all_competent() {
    let elective = send(tried(opened(), FIRST, 1, &[]), ELECTIVE, 3).unwrap();
    assert_eq!(tried(elective, SECOND, 2, &[]).state, ClaimState::AllCompetent { at: T0 });
}

#[test]
fn an_elective_judged_after_the_award_leaves_the_award_standing() {
    let elective = send(tried(opened(), FIRST, 1, &[]), ELECTIVE, 3).unwrap();
    let awarded = award(tried(elective, SECOND, 2, &[]), ISSUER).unwrap();
    let judged = judge(awarded.clone(), ELECTIVE, 3, &[]).unwrap();
    assert_eq!(judged.state, awarded.state);
    assert!(matches!(judged.part(ELECTIVE).unwrap().standing, Standing::Demonstrated { .. }));
}

#[test]
fn a_withdrawn_claim_is_not_judged_any_more() {
    let withdrawn = send(opened(), FIRST, 1).unwrap().withdraw(T0).unwrap();
    refused(judge(withdrawn, FIRST, 1, &[]), Refused::While("withdrawn"));
}

fn award(claim: Claim, by: PersonId) -> Result<Claim, Refused> {
    claim.award(&body(), by, T0, CredentialId(1))
}

fn refuse(claim: Claim, by: PersonId, reason: &str) -> Result<Claim, Refused> {
    claim.refuse_award(&body(), by, T0, reason.into())
}

#[test]
fn the_issuer_awards_what_is_complete() {
    assert_eq!(award(complete(), ISSUER).unwrap().state, ClaimState::Awarded { by: ISSUER, at: T0, credential: CredentialId(1) });
}

#[test]
fn the_issuer_refuses_with_a_reason() {
    let due = ClaimState::NotAwarded { by: ISSUER, at: T0, reason: "integrity case".into() };
    assert_eq!(refuse(complete(), ISSUER, "integrity case").unwrap().state, due);
    refused(refuse(complete(), ISSUER, " "), Refused::NoReason);
}

#[test]
fn the_issuer_decides_while_all_is_competent_only() {
    let in_state = |state: ClaimState| Claim { state, ..complete() };
    for state in every_state().into_iter().filter(|s| s.name() != "all_competent") {
        let name = state.name();
        refused(award(in_state(state.clone()), ISSUER), Refused::While(name));
        refused(refuse(in_state(state), ISSUER, "why"), Refused::While(name));
    }
}

#[test]
fn nothing_is_awarded_while_a_required_competency_is_missing() {
    refused(award(while_in(ClaimState::AllCompetent { at: T0 }), ISSUER), Refused::NotComplete);
}

#[test]
fn whoever_judged_a_competency_does_not_decide_on_the_credential() {
    refused(award(complete(), ASSESSOR), Refused::Judged);
    refused(refuse(complete(), ASSESSOR, "why"), Refused::Judged);
}

#[test]
fn nobody_awards_a_credential_to_themself() {
    refused(award(complete(), LEARNER), Refused::Judged);
}

#[test]
fn a_claim_is_withdrawn_as_long_as_evidence_is_taken() {
    only_while(&OPEN, |c| c.withdraw(T0));
}

#[test]
fn what_was_recognised_in_a_withdrawn_claim_stays() {
    let held = tried(opened(), FIRST, 1, &[]);
    let withdrawn = held.clone().withdraw(LATER).unwrap();
    assert_eq!(withdrawn.competencies, held.competencies);
}

#[test]
fn only_a_claim_with_gaps_open_falls_asleep_and_only_a_dormant_one_is_taken_up_again() {
    only_while(&["gaps_open"], |c| c.sleep(T0));
    only_while(&["dormant"], |c| c.resume(T0));
    assert_eq!(while_in(ClaimState::GapsOpen { since: T0 }).sleep(LATER).unwrap().state, ClaimState::Dormant { since: LATER });
    assert_eq!(while_in(ClaimState::Dormant { since: T0 }).resume(LATER).unwrap().state, ClaimState::GapsOpen { since: LATER });
}

#[test]
fn a_refusal_names_the_state() {
    assert_eq!(Refused::While("awarded").to_string(), "the claim is awarded");
}
