use super::*;
use crate::example::{ASSESSOR, ISSUER, OTHER, criterion_id, score, sheet};

const VIDEO: EvidenceId = EvidenceId(1);
const WITNESS: EvidenceId = EvidenceId(2);

fn first() -> CriterionId {
    criterion_id(1, 1)
}

fn second() -> CriterionId {
    criterion_id(1, 2)
}

/// What the sheet lacks as a judgement of both criteria on the video, which is linked to both, and the witness
/// statement, which is supplementary.
#[track_caller]
fn lacks(sheet: &ScoreSheet, due: &[Unfinished]) {
    assert_eq!(sheet.unfinished(&[first(), second()], &[VIDEO, WITNESS], |_, item| item == VIDEO), due);
}

/// Complete, with the second criterion not evident.
fn complete() -> ScoreSheet {
    let mut sheet = sheet(&[first(), second()], &[second()]);
    sheet.varcs.insert(WITNESS, VarcsCheck::all_yes());
    sheet
}

#[test]
fn a_sheet_with_every_result_reason_and_varcs_line_lacks_nothing() {
    lacks(&complete(), &[]);
}

#[test]
fn an_empty_sheet_lacks_every_result_and_every_varcs_line() {
    use Unfinished::{NoResult, Varcs};
    lacks(&ScoreSheet::default(), &[NoResult(first()), NoResult(second()), Varcs(VIDEO), Varcs(WITNESS)]);
}

#[test]
fn a_criterion_without_a_result_is_named() {
    let mut sheet = complete();
    sheet.results.remove(&first());
    lacks(&sheet, &[Unfinished::NoResult(first())]);
}

#[test]
fn a_result_below_competent_needs_its_reason() {
    for result in [CriterionResult::NotEvident, CriterionResult::ApproachingCompetence] {
        let mut sheet = complete();
        sheet.results.insert(second(), result);
        sheet.reasons.remove(&second());
        lacks(&sheet, &[Unfinished::NoReason(second())]);
        sheet.reasons.insert(second(), " \n".into());
        lacks(&sheet, &[Unfinished::NoReason(second())]);
    }
}

#[test]
fn a_criterion_met_needs_no_reason() {
    let mut sheet = complete();
    sheet.results.insert(second(), CriterionResult::Competent);
    sheet.reasons.clear();
    lacks(&sheet, &[]);
}

#[test]
fn an_item_whose_varcs_check_is_missing_or_unfinished_is_named() {
    let mut sheet = complete();
    sheet.varcs.remove(&WITNESS);
    lacks(&sheet, &[Unfinished::Varcs(WITNESS)]);
    sheet.varcs.insert(WITNESS, VarcsCheck { current: None, ..VarcsCheck::all_yes() });
    lacks(&sheet, &[Unfinished::Varcs(WITNESS)]);
}

#[test]
fn nothing_is_met_on_an_item_that_is_not_relied_on() {
    let mut sheet = complete();
    sheet.varcs.insert(VIDEO, VarcsCheck { authentic: Some(false), reason: "another voice".into(), ..VarcsCheck::all_yes() });
    lacks(&sheet, &[Unfinished::NothingToRelyOn(first())]);
}

#[test]
fn nothing_is_met_on_what_others_report_alone() {
    let found = complete().unfinished(&[first(), second()], &[WITNESS], |_, item| item != WITNESS);
    assert_eq!(found, [Unfinished::NothingToRelyOn(first())]);
}

#[test]
fn nothing_is_met_on_an_item_linked_to_another_criterion() {
    let found = complete().unfinished(&[first(), second()], &[VIDEO, WITNESS], |criterion, _| criterion == second());
    assert_eq!(found, [Unfinished::NothingToRelyOn(first())]);
}

#[test]
fn a_judgement_of_not_yet_needs_nothing_to_rely_on() {
    let sheet = ScoreSheet { varcs: BTreeMap::new(), ..sheet(&[first()], &[first()]) };
    assert_eq!(sheet.unfinished(&[first()], &[], |_, _| false), []);
}

#[test]
fn a_result_reads_back_from_its_code() {
    for result in CriterionResult::ALL {
        assert_eq!(CriterionResult::parse(result.code()), Some(result));
        assert_eq!(serde_json::to_value(result).unwrap(), result.code());
    }
    assert_eq!(CriterionResult::parse("met"), None);
}

#[test]
fn results_rise_from_not_evident_to_competent() {
    assert!(CriterionResult::ALL.is_sorted());
}

fn judgement(adjudicated: bool) -> Judgement {
    Judgement {
        decision: CompetencyDecision::Competent,
        first: score(ASSESSOR, complete()),
        second: Some(score(OTHER, complete())),
        adjudicated: adjudicated.then(|| score(ISSUER, complete())),
        overturned: None,
    }
}

#[test]
fn the_first_score_counts_unless_the_two_were_adjudicated() {
    assert_eq!(judgement(false).score().assessor, ASSESSOR);
    assert_eq!(judgement(true).score().assessor, ISSUER);
}

#[test]
fn everybody_who_scored_is_a_judge() {
    assert_eq!(judgement(true).judges().collect::<Vec<_>>(), [ASSESSOR, OTHER, ISSUER]);
    assert_eq!(judgement(false).judges().collect::<Vec<_>>(), [ASSESSOR, OTHER]);
}
