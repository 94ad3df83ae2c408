use super::*;
use crate::example::{COLLEGE, T0, both, criterion_id, named_as_stored};
use crate::offering::Stated;

const CLAIM: ClaimId = ClaimId(1);
const LEARNER: PersonId = PersonId(2);
const TEACHER: PersonId = PersonId(3);
const FIRST: PlanItemId = PlanItemId(11);
const SECOND: PlanItemId = PlanItemId(12);

fn terms(cents: i64) -> Terms {
    Terms { cents, help: 0, weeks: 2, paced: false, minutes: Some(360), starts: None }
}

fn item(id: PlanItemId, offering: u128, closes: usize) -> PlanItem {
    let closes = vec![criterion_id(1, closes)];
    PlanItem { id, offering: OfferingId(offering), closes, terms: terms(12_000), start: 0, finish: 2, state: ItemState::Planned }
}

fn plan() -> LearningPlan {
    let items = vec![item(FIRST, 1, 1), item(SECOND, 2, 2)];
    of(items).begun().unwrap()
}

fn of(items: Vec<PlanItem>) -> LearningPlan {
    let (id, claim, learner, made, currency) = (PlanId(9), CLAIM, LEARNER, T0, "CAD".to_owned());
    LearningPlan {
        id,
        claim,
        learner,
        made,
        currency,
        hours: None,
        state: PlanState::Open,
        items,
        avoided: Avoided::default(),
        revision: 0,
    }
}

fn state(plan: &LearningPlan, id: PlanItemId) -> &'static str {
    plan.item(id).unwrap().state.name()
}

#[test]
fn a_piece_is_begun_and_done_by_ones_own_word() {
    let begun = plan().begin(FIRST, T0).unwrap();
    assert_eq!((state(&begun, FIRST), state(&begun, SECOND)), ("under_way", "planned"));
    let done = begun.finish(FIRST, T0).unwrap();
    assert_eq!(done.item(FIRST).unwrap().state, ItemState::Done { at: T0, word: Word::Own });
    assert_eq!(done.begin(FIRST, T0), Err(NotPossible::ItemIs("done")));
}

#[test]
fn a_providers_record_stands_above_ones_own_word_and_is_made_once() {
    let recorded = plan().finish(FIRST, T0).unwrap().record(FIRST, COLLEGE, TEACHER, T0).unwrap();
    let word = Word::Provider { organisation: COLLEGE, by: TEACHER };
    assert_eq!(recorded.item(FIRST).unwrap().state, ItemState::Done { at: T0, word });
    assert_eq!(recorded.clone().record(FIRST, COLLEGE, TEACHER, T0), Err(NotPossible::ItemIs("done")));
    assert_eq!(recorded.finish(FIRST, T0), Err(NotPossible::ItemIs("done")), "one's own word takes nothing from it");
}

#[test]
fn doing_without_needs_a_reason() {
    assert_eq!(plan().decline(FIRST, "  ", T0), Err(NotPossible::NoReason));
    assert_eq!(state(&plan().decline(FIRST, "I only have to record it again.", T0).unwrap(), FIRST), "declined");
}

#[test]
fn a_plan_is_completed_with_its_last_piece() {
    let nearly = plan().finish(FIRST, T0).unwrap();
    assert_eq!(nearly.state, PlanState::Open);
    assert_eq!(nearly.decline(SECOND, "no need", T0).unwrap().state, PlanState::Completed { at: T0 });
}

#[test]
fn what_was_given_up_changes_no_more() {
    let dropped = plan().drop_it(T0).unwrap();
    assert_eq!(dropped.clone().begin(FIRST, T0), Err(NotPossible::While("dropped")));
    assert_eq!(dropped.clone().replan(vec![item(FIRST, 1, 1)], Avoided::default(), T0), Err(NotPossible::While("dropped")));
    assert_eq!(dropped.drop_it(T0), Err(NotPossible::While("dropped")));
}

#[test]
fn nothing_is_no_plan() {
    assert_eq!(of(vec![]).begun(), Err(NotPossible::Empty));
    assert_eq!(plan().begin(PlanItemId(99), T0), Err(NotPossible::NoSuchItem));
}

#[test]
fn planning_anew_keeps_what_was_begun_and_done() {
    let (third, fourth) = (PlanItemId(13), PlanItemId(14));
    let begun = plan().begin(FIRST, T0).unwrap();
    let anew = begun.replan(vec![item(third, 3, 2), item(fourth, 1, 1)], Avoided::default(), T0).unwrap();
    let ids: Vec<_> = anew.items.iter().map(|i| i.id).collect();
    assert_eq!(ids, [FIRST, third], "the second was only planned, and the first is under way already");
    let again = plan().finish(FIRST, T0).unwrap().finish(SECOND, T0).unwrap().replan(vec![item(third, 1, 1)], Avoided::default(), T0);
    assert_eq!(again.unwrap().state, PlanState::Open, "what was done once can be planned again");
}

fn course(id: u128) -> Offering {
    Offering { price: Some(Stated::dollars(12_000)), ..Offering::listed(OfferingId(id), COLLEGE, both("course"), both("about"), T0) }
}

fn open() -> BTreeSet<CriterionId> {
    [criterion_id(1, 1), criterion_id(1, 2)].into()
}

/// The changes when offering 1 is as `first` says and offering 2 as it was.
fn changes(plan: &LearningPlan, first: &Offering, its: Option<Terms>, open: &BTreeSet<CriterionId>) -> Vec<(PlanItemId, Change)> {
    let second = course(2);
    plan.changes(|id| if id == OfferingId(1) { Some((first, its.clone())) } else { Some((&second, Some(terms(12_000)))) }, open)
}

#[test]
fn without_a_change_nothing_is_said() {
    assert_eq!(changes(&plan(), &course(1), Some(terms(12_000)), &open()), []);
}

#[test]
fn a_price_a_day_and_a_length_that_changed_are_said_with_both_values() {
    let dated = Offering { starts: Some("2027-01-11".into()), ..course(1) };
    let now = Terms { weeks: 3, starts: dated.starts.clone(), ..terms(15_000) };
    let said: Vec<_> = changes(&plan(), &dated, Some(now), &open()).into_iter().map(|(_, change)| change).collect();
    assert_eq!(
        said,
        [
            Change::Starts { was: None, is: Some("2027-01-11".into()) },
            Change::Price { was: 12_000, is: Some(15_000) },
            Change::Length { was: 2, is: 3 },
        ]
    );
    let unknown = Offering { price: None, ..course(1) };
    assert_eq!(changes(&plan(), &unknown, None, &open()), [(FIRST, Change::Price { was: 12_000, is: None })]);
}

#[test]
fn what_is_retired_is_said_unless_it_was_begun() {
    let gone = Offering { retired: Some(T0), ..course(1) };
    assert_eq!(changes(&plan(), &gone, None, &open()), [(FIRST, Change::Retired)]);
    assert_eq!(changes(&plan().begin(FIRST, T0).unwrap(), &gone, None, &open()), []);
}

#[test]
fn what_was_met_meanwhile_is_no_longer_needed() {
    let only_second = [criterion_id(1, 2)].into();
    assert_eq!(changes(&plan(), &course(1), Some(terms(12_000)), &only_second), [(FIRST, Change::NoLongerNeeded)]);
}

#[test]
fn a_gap_that_nothing_in_the_plan_is_for_is_named() {
    let gaps = [criterion_id(1, 1), criterion_id(1, 3)];
    assert_eq!(plan().uncovered(&gaps), [criterion_id(1, 3)]);
    assert_eq!(plan().decline(FIRST, "no", T0).unwrap().uncovered(&gaps), gaps);
}

#[test]
fn states_are_stored_under_their_names() {
    named_as_stored("state", &[PlanState::Open, PlanState::Completed { at: T0 }, PlanState::Dropped { at: T0 }], PlanState::name);
    let items = [
        ItemState::Planned,
        ItemState::UnderWay { since: T0 },
        ItemState::Done { at: T0, word: Word::Own },
        ItemState::Declined { at: T0, reason: "r".into() },
    ];
    named_as_stored("state", &items, ItemState::name);
}
