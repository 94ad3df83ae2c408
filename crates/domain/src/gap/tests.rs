use super::*;
use crate::assessment::{CompetencyDecision, ScoreSheet};
use crate::claim::Met;
use crate::example::{ASSESSOR, OTHER, T0, competency, criterion_id, score, sheet};
use crate::profile::RiskTier;
use crate::{AssessmentId, CompetencyId, RecognitionId};

const LAST: AssessmentId = AssessmentId(2);

fn id(k: usize) -> CriterionId {
    criterion_id(1, k)
}

fn three_criteria() -> Competency {
    competency(1, "X-1", 3, 3, RiskTier::B)
}

/// The first criterion was met in an earlier attempt.
fn part(standing: Standing) -> ClaimedCompetency {
    let met = [(id(1), Met { assessment: AssessmentId(1), at: T0 })].into();
    ClaimedCompetency { standing, met, ..ClaimedCompetency::new(CompetencyId(1)) }
}

fn not_yet(sheet: ScoreSheet) -> Judgement {
    Judgement {
        decision: CompetencyDecision::NotYetCompetent,
        first: score(ASSESSOR, sheet),
        second: None,
        adjudicated: None,
        overturned: None,
    }
}

fn a_gap() -> Standing {
    Standing::Gap { assessment: LAST, at: T0 }
}

/// The last attempt: the second criterion approached, the third not evident.
fn last_sheet() -> ScoreSheet {
    let mut sheet = sheet(&[id(2), id(3)], &[id(2), id(3)]);
    sheet.results.insert(id(2), CriterionResult::ApproachingCompetence);
    sheet.reasons = [(id(2), "one restart of two".into()), (id(3), "no sound".into())].into();
    sheet
}

fn missing(k: usize, observed: CriterionResult, reason: &str) -> GapItem {
    GapItem { criterion: id(k), observed, reason: reason.into() }
}

#[test]
fn a_gap_says_what_was_seen_and_why_it_was_not_enough() {
    let due =
        [missing(2, CriterionResult::ApproachingCompetence, "one restart of two"), missing(3, CriterionResult::NotEvident, "no sound")];
    assert_eq!(gap(&three_criteria(), &part(a_gap()), Some(&not_yet(last_sheet()))), due);
}

#[test]
fn the_adjudicators_reasons_replace_the_first_assessors() {
    let mut theirs = last_sheet();
    theirs.reasons.insert(id(2), "the bead is cold".into());
    let judgement = Judgement { adjudicated: Some(score(OTHER, theirs)), ..not_yet(last_sheet()) };
    assert_eq!(gap(&three_criteria(), &part(a_gap()), Some(&judgement))[0].reason, "the bead is cold");
}

#[test]
fn a_criterion_that_was_not_judged_was_not_seen() {
    let due = missing(2, CriterionResult::NotEvident, "");
    assert_eq!(gap(&three_criteria(), &part(a_gap()), Some(&not_yet(ScoreSheet::default())))[0], due);
}

#[test]
fn there_is_no_gap_in_what_is_held() {
    let held = Standing::Demonstrated { assessment: LAST, recognition: RecognitionId(1), at: T0 };
    assert_eq!(gap(&three_criteria(), &part(held), Some(&not_yet(last_sheet()))), []);
}

#[test]
fn there_is_no_gap_before_a_judgement() {
    for standing in [Standing::NotStarted, Standing::InReview { assessment: LAST }] {
        assert_eq!(gap(&three_criteria(), &part(standing), Some(&not_yet(last_sheet()))), []);
    }
    assert_eq!(gap(&three_criteria(), &part(a_gap()), None), []);
}
