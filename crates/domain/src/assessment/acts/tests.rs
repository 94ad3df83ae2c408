use super::*;
use crate::EvidenceId;
use crate::evidence::VarcsCheck;
use crate::example::{ASSESSOR, ISSUER, LEARNER, OTHER, T0, competency, criterion_id, named_as_stored, score, sheet};
use crate::profile::RiskTier;

const STRANGER: PersonId = PersonId(9);
const LATER: Ts = Ts(T0.0 + 3_600_000_000);

fn every_state() -> Vec<AssessmentState> {
    use AssessmentState::*;
    let (assessor, since, at) = (ASSESSOR, T0, T0);
    let first = || score(ASSESSOR, met());
    let second = || score(OTHER, met());
    let judgement =
        || Judgement { decision: CompetencyDecision::Competent, first: first(), second: None, adjudicated: None, overturned: None };
    vec![
        Queued { since, reason: QueueReason::New },
        Offered { to: assessor, at },
        InProgress { assessor, since },
        WaitingLearner { assessor, asked: at, question: "where?".into() },
        ScoredFirst { first: first() },
        SecondQueued { first: first(), since },
        SecondInProgress { first: first(), assessor: OTHER, since },
        ScoredSecond { first: first(), second: second() },
        Adjudicating { first: first(), second: second(), since },
        AdjudicationInProgress { first: first(), second: second(), assessor: ISSUER, since },
        Decided { judgement: judgement(), at },
        ProvisionalInVerification { judgement: judgement(), at },
        Final { judgement: judgement(), at },
        Voided { by: OTHER, at, reason: "wrong version".into() },
        Reopened { judgement: judgement(), at, reason: "appeal upheld".into() },
    ]
}

fn criteria() -> Vec<CriterionId> {
    (1..=4).map(|k| criterion_id(1, k)).collect()
}

/// Everything met.
fn met() -> ScoreSheet {
    sheet(&criteria(), &[])
}

/// The first attempt on a competency with four criteria, in this state.
fn in_state(state: AssessmentState) -> Assessment {
    Assessment {
        id: AssessmentId(1),
        claim: ClaimId(1),
        learner: LEARNER,
        version: VersionId(1),
        competency: CompetencyId(1),
        tier: RiskTier::A,
        attempt: 1,
        criteria: criteria(),
        due: T0.plus_days(7),
        not_by: Vec::new(),
        state,
        draft: ScoreSheet::default(),
        revision: 0,
    }
}

fn queued() -> Assessment {
    in_state(AssessmentState::Queued { since: T0, reason: QueueReason::New })
}

fn in_progress() -> Assessment {
    in_state(AssessmentState::InProgress { assessor: ASSESSOR, since: T0 })
}

fn waiting() -> Assessment {
    in_state(AssessmentState::WaitingLearner { assessor: ASSESSOR, asked: T0, question: "where?".into() })
}

/// `act` by the assessor is possible in these states only, and every other state is named in the refusal; but for those
/// that somebody else works on.
#[track_caller]
fn only_while(allowed: &[&str], act: impl Fn(Assessment) -> Result<Assessment, Refusal>) {
    for state in every_state().into_iter().filter(|s| s.assessor().is_none_or(|who| who == ASSESSOR)) {
        let name = state.name();
        let outcome = act(in_state(state)).map(|_| ());
        let due = if allowed.contains(&name) { Ok(()) } else { Err(Refusal::While(name)) };
        assert_eq!(outcome, due, "while {name}");
    }
}

fn take(assessment: Assessment, who: PersonId) -> Result<Assessment, Refusal> {
    assessment.claim_by(who, true, &ConflictDeclaration::None, LATER)
}

/// The judgement of a competency of this tier with four criteria, three of them essential.
fn judge(assessment: Assessment, tier: RiskTier, sheet: ScoreSheet, second: bool) -> Result<(Assessment, Outcome), Refusal> {
    assessment.judge(&competency(1, "X-1", 4, 3, tier), &[], score(ASSESSOR, sheet), second)
}

#[track_caller]
fn refused<T: std::fmt::Debug>(outcome: Result<T, Refusal>, due: Refusal) {
    assert_eq!(outcome.unwrap_err(), due);
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), AssessmentState::name);
}

#[test]
fn only_what_waits_for_somebody_is_taken() {
    for state in every_state() {
        let (name, worked_on) = (state.name(), state.assessor().is_some());
        match take(in_state(state), STRANGER) {
            Ok(_) => assert!(matches!(name, "queued" | "second_queued" | "adjudicating"), "{name}"),
            Err(Refusal::NotYours) => assert!(worked_on, "{name}"),
            Err(refusal) => assert_eq!(refusal, Refusal::While(name)),
        }
    }
}

#[test]
fn nobody_judges_the_same_evidence_twice() {
    for state in every_state().into_iter().filter(|s| s.waiting().is_some()) {
        let judges: Vec<_> = state.scores().iter().map(|score| score.assessor).collect();
        for judge in judges {
            refused(take(in_state(state.clone()), judge), Refusal::MustDiffer);
        }
    }
}

/// Judged by the first assessor with these criteria short, and taken on by a second.
fn with_a_second(short: &[CriterionId]) -> Assessment {
    let first = score(ASSESSOR, sheet(&criteria(), short));
    in_state(AssessmentState::SecondInProgress { first, assessor: OTHER, since: T0 })
}

fn judge_second(first_short: &[CriterionId], second_short: &[CriterionId]) -> (Assessment, Outcome) {
    let competency = competency(1, "X-1", 4, 3, RiskTier::B);
    with_a_second(first_short).judge(&competency, &[], score(OTHER, sheet(&criteria(), second_short)), true).unwrap()
}

#[test]
fn two_who_agree_decide() {
    let (decided, outcome) = judge_second(&[], &[]);
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::Competent));
    assert_eq!(decided.state.judgement().unwrap().judges().collect::<Vec<_>>(), [ASSESSOR, OTHER]);
}

#[test]
fn two_who_decide_differently_are_adjudicated() {
    let (differs, outcome) = judge_second(&[], &criteria()[..1]);
    assert_eq!(outcome, Outcome::AdjudicationNeeded);
    assert_eq!((differs.state.name(), differs.state.judgement()), ("adjudicating", None));
}

#[test]
fn two_with_the_same_decision_on_other_essential_criteria_are_adjudicated() {
    assert_eq!(judge_second(&criteria()[..1], &criteria()[1..2]).1, Outcome::AdjudicationNeeded);
}

#[test]
fn a_criterion_that_is_not_essential_and_changes_nothing_needs_no_adjudication() {
    // Both find essential criteria 1 short; they differ on 4, which is not essential.
    let outcome = judge_second(&criteria()[..1], &[criteria()[0], criteria()[3]]).1;
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::NotYetCompetent));
}

#[test]
fn what_the_adjudicator_finds_is_the_decision_and_nothing_is_averaged() {
    let competency = competency(1, "X-1", 4, 3, RiskTier::A);
    for (short, decision) in [(&criteria()[..0], CompetencyDecision::Competent), (&criteria()[..1], CompetencyDecision::NotYetCompetent)] {
        let taken = take(judge_second(&[], &criteria()[..1]).0, ISSUER).unwrap();
        assert_eq!(taken.draft, ScoreSheet::default(), "they begin with nothing");
        let (decided, outcome) = taken.judge(&competency, &[], score(ISSUER, sheet(&criteria(), short)), true).unwrap();
        assert_eq!(outcome, Outcome::Decided(decision));
        let judgement = decided.state.judgement().unwrap();
        assert_eq!((judgement.score().assessor, judgement.judges().count()), (ISSUER, 3));
    }
}

#[test]
fn a_second_assessor_who_steps_back_leaves_the_first_score_where_it_is() {
    let back = with_a_second(&[]).recuse(OTHER, LATER).unwrap();
    assert_eq!(back.state, AssessmentState::SecondQueued { first: score(ASSESSOR, met()), since: LATER });
    refused(take(back, OTHER), Refusal::MustDiffer);
}

#[test]
fn only_the_first_assessor_asks_the_learner() {
    refused(with_a_second(&[]).ask(OTHER, "where?".into(), T0), Refusal::While("second_in_progress"));
}

#[test]
fn what_was_taken_on_and_not_touched_waits_for_anybody_again() {
    let due = T0.plus_working_days(LEASE_DAYS);
    refused(in_progress().lapse(Ts(due.0 - 1)), Refusal::While("in_progress"));
    let back = in_progress().lapse(due).unwrap();
    assert_eq!((back.state.name(), &back.not_by[..]), ("queued", &[][..]), "without penalty");
    assert_eq!(with_a_second(&[]).lapse(due).unwrap().state.name(), "second_queued");
    let begun = in_progress().save_draft(ASSESSOR, met()).unwrap();
    refused(begun.lapse(due), Refusal::While("in_progress"));
}

#[test]
fn whoever_takes_it_is_judging_it_from_then_on() {
    let taken = take(queued(), ASSESSOR).unwrap();
    assert_eq!(taken.state, AssessmentState::InProgress { assessor: ASSESSOR, since: LATER });
}

#[test]
fn what_somebody_else_is_working_on_is_not_taken() {
    for state in every_state().into_iter().filter(|s| s.assessor() == Some(ASSESSOR)) {
        refused(take(in_state(state), OTHER), Refusal::NotYours);
    }
}

#[test]
fn nobody_judges_their_own_claim() {
    refused(take(queued(), LEARNER), Refusal::OwnClaim);
}

#[test]
fn whoever_may_not_judge_this_attempt_does_not_take_it() {
    let reserved = Assessment { not_by: vec![ASSESSOR], ..queued() };
    refused(take(reserved.clone(), ASSESSOR), Refusal::MustDiffer);
    assert!(take(reserved, OTHER).is_ok());
}

#[test]
fn nobody_judges_outside_their_scope() {
    refused(queued().claim_by(ASSESSOR, false, &ConflictDeclaration::None, T0), Refusal::OutOfScope);
}

#[test]
fn a_declared_conflict_sends_it_back_to_the_queue_and_never_to_them_again() {
    let declared = ConflictDeclaration::Declared("my niece".into());
    let back = queued().claim_by(ASSESSOR, true, &declared, LATER).unwrap();
    assert_eq!(back.state, AssessmentState::Queued { since: LATER, reason: QueueReason::Recused });
    refused(take(back, ASSESSOR), Refusal::MustDiffer);
}

#[test]
fn an_assessor_who_steps_back_leaves_nothing_filled_in_and_is_not_asked_again() {
    let started = in_progress().save_draft(ASSESSOR, met()).unwrap();
    let back = started.recuse(ASSESSOR, LATER).unwrap();
    assert_eq!(back.state, AssessmentState::Queued { since: LATER, reason: QueueReason::Recused });
    assert_eq!(back.draft, ScoreSheet::default());
    assert_eq!(back.not_by, [ASSESSOR]);
}

#[test]
fn the_assessor_steps_back_while_judging_only() {
    only_while(&["in_progress"], |a| a.recuse(ASSESSOR, T0));
}

#[test]
fn the_assessor_asks_for_more_while_judging_only() {
    only_while(&["in_progress"], |a| a.ask(ASSESSOR, "where?".into(), T0));
}

#[test]
fn a_sheet_is_judged_while_judging_only() {
    only_while(&["in_progress"], |a| judge(a, RiskTier::B, met(), false).map(|(a, _)| a));
}

#[test]
fn a_sheet_is_kept_while_judging_or_waiting_for_the_learner() {
    only_while(&["in_progress", "waiting_learner"], |a| a.save_draft(ASSESSOR, met()));
    assert_eq!(waiting().save_draft(ASSESSOR, met()).unwrap().draft, met());
}

#[test]
fn nobody_acts_on_what_somebody_else_is_judging() {
    refused(in_progress().recuse(OTHER, T0), Refusal::NotYours);
    refused(in_progress().save_draft(OTHER, met()), Refusal::NotYours);
    refused(in_progress().ask(OTHER, "where?".into(), T0), Refusal::NotYours);
    let competency = competency(1, "X-1", 4, 3, RiskTier::B);
    refused(in_progress().judge(&competency, &[], score(OTHER, met()), false), Refusal::NotYours);
}

#[test]
fn what_an_assessor_has_in_hand_can_be_given_to_another() {
    for state in [in_progress(), waiting()] {
        let back = state.hand_back(LATER).unwrap();
        assert_eq!(back.state, AssessmentState::Queued { since: LATER, reason: QueueReason::Recused });
        assert_eq!(back.not_by, [ASSESSOR]);
    }
    only_while(&["in_progress", "waiting_learner"], |a| a.hand_back(T0));
}

#[test]
fn a_question_to_the_learner_has_words() {
    refused(in_progress().ask(ASSESSOR, " ".into(), T0), Refusal::NoQuestion);
}

#[test]
fn a_question_waits_for_the_learner_and_keeps_the_assessor() {
    let asked = in_progress().ask(ASSESSOR, "where?".into(), LATER).unwrap();
    let due = AssessmentState::WaitingLearner { assessor: ASSESSOR, asked: LATER, question: "where?".into() };
    assert_eq!(asked.state, due);
}

#[test]
fn an_answer_is_possible_while_waiting_for_it_only() {
    only_while(&["waiting_learner"], |a| a.answered(T0));
}

#[test]
fn without_an_answer_the_attempt_goes_on_after_two_weeks_and_not_before() {
    refused(waiting().unanswered(T0.plus_days(13)), Refusal::While("waiting_learner"));
    let on = waiting().unanswered(T0.plus_days(14)).unwrap();
    assert_eq!(on.state, AssessmentState::InProgress { assessor: ASSESSOR, since: T0.plus_days(14) });
}

#[test]
fn an_answer_goes_to_the_same_assessor() {
    let answered = waiting().answered(LATER).unwrap();
    assert_eq!(answered.state, AssessmentState::InProgress { assessor: ASSESSOR, since: LATER });
}

#[test]
fn the_time_the_learner_took_is_added_to_the_due_date() {
    let answered = waiting().answered(T0.plus_days(3)).unwrap();
    assert_eq!(answered.due, T0.plus_days(10));
}

#[test]
fn an_answer_never_makes_it_due_earlier() {
    assert_eq!(waiting().answered(T0.plus_days(-3)).unwrap().due, waiting().due);
    assert_eq!(waiting().answered(Ts(i64::MAX)).unwrap().due, Ts(i64::MAX));
}

#[test]
fn a_sheet_with_everything_met_is_competent() {
    let (assessment, outcome) = judge(in_progress(), RiskTier::B, met(), true).unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::Competent));
    assert_eq!(assessment.state.judgement().unwrap().decision, CompetencyDecision::Competent);
    assert_eq!(assessment.state.name(), "decided");
}

#[test]
fn a_sheet_with_an_essential_criterion_short_is_not_yet_competent() {
    let short = sheet(&criteria(), &[criterion_id(1, 1), criterion_id(1, 2)]);
    let (_, outcome) = judge(in_progress(), RiskTier::B, short, true).unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::NotYetCompetent));
}

#[test]
fn what_was_met_before_counts_and_is_not_judged_again() {
    let left = criterion_id(1, 4);
    let again = Assessment { criteria: vec![left], ..in_progress() };
    let competency = competency(1, "X-1", 4, 4, RiskTier::B);
    let (_, outcome) = again.judge(&competency, &criteria()[..3], score(ASSESSOR, sheet(&[left], &[])), true).unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::Competent));
}

#[test]
fn a_result_for_what_was_met_before_does_not_undo_it() {
    let left = criterion_id(1, 4);
    let again = Assessment { criteria: vec![left], ..in_progress() };
    let competency = competency(1, "X-1", 4, 4, RiskTier::C);
    let lower = sheet(&criteria(), &criteria()[..3]);
    let (_, outcome) = again.judge(&competency, &criteria()[..3], score(ASSESSOR, lower), true).unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::Competent));
}

#[test]
fn an_unfinished_sheet_is_not_a_judgement() {
    let mut unreasoned = sheet(&criteria(), &criteria()[..1]);
    unreasoned.reasons.clear();
    refused(judge(in_progress(), RiskTier::B, unreasoned, false), Refusal::Unfinished(vec![Unfinished::NoReason(criteria()[0])]));
    let unmarked = sheet(&criteria()[..3], &[]);
    refused(judge(in_progress(), RiskTier::B, unmarked, false), Refusal::Unfinished(vec![Unfinished::NoResult(criteria()[3])]));
}

#[test]
fn a_sheet_whose_only_item_is_doubted_meets_nothing() {
    let doubted = VarcsCheck { valid: Some(false), reason: "another shop".into(), ..VarcsCheck::all_yes() };
    let sheet = ScoreSheet { varcs: [(EvidenceId(1), doubted)].into(), ..met() };
    let nothing = criteria().into_iter().map(Unfinished::NothingToRelyOn).collect();
    refused(judge(in_progress(), RiskTier::B, sheet, false), Refusal::Unfinished(nothing));
}

#[test]
fn safety_critical_work_waits_for_a_second_assessor_who_sees_nothing_of_the_first() {
    let started = in_progress().save_draft(ASSESSOR, met()).unwrap();
    let (assessment, outcome) = judge(started, RiskTier::A, met(), true).unwrap();
    assert_eq!(outcome, Outcome::SecondNeeded);
    assert_eq!(assessment.state, AssessmentState::SecondQueued { first: score(ASSESSOR, met()), since: T0 });
    assert_eq!(assessment.draft, ScoreSheet::default());
}

#[test]
fn a_score_that_waits_for_a_second_one_is_no_judgement_yet() {
    let (assessment, _) = judge(in_progress(), RiskTier::A, met(), true).unwrap();
    assert_eq!(assessment.state.judgement(), None);
}

#[test]
fn one_criterion_short_waits_for_a_second_assessor_in_the_normal_tier() {
    let short = || sheet(&criteria(), &criteria()[..1]);
    assert_eq!(judge(in_progress(), RiskTier::B, short(), true).unwrap().1, Outcome::SecondNeeded);
    assert_ne!(judge(in_progress(), RiskTier::C, short(), true).unwrap().1, Outcome::SecondNeeded);
}

#[test]
fn one_assessor_is_enough_where_the_instance_asks_for_no_second() {
    let (_, outcome) = judge(in_progress(), RiskTier::A, met(), false).unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::Competent));
}

#[test]
fn only_a_decision_is_settled() {
    only_while(&["decided"], |a| a.settle(Verification::NotDrawn, T0));
}

#[test]
fn a_decision_drawn_for_verification_is_provisional_and_any_other_is_final() {
    let decided = || judge(in_progress(), RiskTier::B, met(), false).unwrap().0;
    assert_eq!(decided().settle(Verification::Drawn, T0).unwrap().state.name(), "provisional_in_verification");
    assert_eq!(decided().settle(Verification::NotDrawn, T0).unwrap().state.name(), "final");
}

#[test]
fn settling_keeps_the_judgement() {
    let decided = judge(in_progress(), RiskTier::B, met(), false).unwrap().0;
    let before = decided.state.judgement().cloned();
    assert_eq!(decided.settle(Verification::NotDrawn, T0).unwrap().state.judgement().cloned(), before);
}

#[test]
fn anything_but_a_final_or_voided_assessment_is_voided() {
    for state in every_state() {
        let name = state.name();
        let outcome = in_state(state).void(ISSUER, LATER, "conflict found".into());
        if matches!(name, "final" | "voided") {
            refused(outcome, Refusal::While(name));
        } else {
            let due = AssessmentState::Voided { by: ISSUER, at: LATER, reason: "conflict found".into() };
            assert_eq!(outcome.unwrap().state, due);
        }
    }
}

#[test]
fn a_judgement_that_was_set_aside_or_voided_does_not_count() {
    let counting: Vec<_> = every_state().iter().filter(|s| s.judgement().is_some()).map(|s| s.name()).collect();
    assert_eq!(counting, ["decided", "provisional_in_verification", "final"]);
}

#[test]
fn a_refusal_names_the_state() {
    assert_eq!(Refusal::While("queued").to_string(), "the assessment is queued");
}

mod verified;
