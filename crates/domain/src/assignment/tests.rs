use super::*;
use crate::assessment::{QueueReason, ScoreSheet};
use crate::example::{ASSESSOR, COLLEGE, LEARNER, OTHER, T0, score};

const FAB: OrganisationId = OrganisationId(7);
const WELDING: ProfileId = ProfileId(1);

fn open(n: u128) -> Open {
    Open {
        assessment: AssessmentId(n),
        profile: WELDING,
        competency: CompetencyId(1),
        tier: RiskTier::B,
        learner: LEARNER,
        lang: Lang::En,
        due: T0.plus_days(n as i64),
        not_by: Vec::new(),
        state: AssessmentState::Queued { since: T0, reason: QueueReason::New },
    }
}

fn scope(person: PersonId, body: OrganisationId) -> AssessorScope {
    let (from, until) = (T0.plus_days(-30), T0.plus_days(30));
    AssessorScope { person, organisation: body, profile: WELDING, competencies: Vec::new(), from, until }
}

fn judge(person: PersonId) -> Judge {
    Judge { person, scopes: vec![scope(person, COLLEGE)], langs: vec![Lang::En], load: 0, most: 10, ties: Vec::new() }
}

#[track_caller]
fn barred(judge: &Judge, open: &Open, due: &[Bar]) {
    assert_eq!(fit(judge, open, T0).unwrap_err(), due);
}

fn tie(kind: TieKind, ended: Option<Ts>) -> Tie {
    Tie { learner: LEARNER, kind, ended }
}

#[test]
fn somebody_in_scope_without_ties_is_offered_it_for_their_body() {
    assert_eq!(fit(&judge(ASSESSOR), &open(1), T0), Ok(Fit { body: COLLEGE, mitigate: None, load: 0 }));
}

#[test]
fn each_reason_why_not_is_named() {
    barred(&Judge { person: LEARNER, ..judge(ASSESSOR) }, &open(1), &[Bar::OwnClaim]);
    barred(&Judge { scopes: vec![], ..judge(ASSESSOR) }, &open(1), &[Bar::OutOfScope]);
    barred(&judge(ASSESSOR), &Open { not_by: vec![ASSESSOR], ..open(1) }, &[Bar::MustDiffer]);
    barred(&judge(ASSESSOR), &Open { lang: Lang::Fr, ..open(1) }, &[Bar::Language]);
    barred(&Judge { load: 10, ..judge(ASSESSOR) }, &open(1), &[Bar::Full]);
    barred(&Judge { ties: vec![tie(TieKind::LineManager, None)], ..judge(ASSESSOR) }, &open(1), &[Bar::Tie(TieKind::LineManager)]);
}

#[test]
fn all_reasons_are_named_at_once() {
    let full = Judge { load: 10, langs: vec![Lang::Fr], ..judge(ASSESSOR) };
    barred(&full, &open(1), &[Bar::Language, Bar::Full]);
}

#[test]
fn a_scope_that_has_lapsed_covers_nothing() {
    assert_eq!(fit(&judge(ASSESSOR), &open(1), T0.plus_days(30)).unwrap_err(), [Bar::OutOfScope]);
}

#[test]
fn in_tier_a_the_second_is_offered_to_another_body() {
    let state = AssessmentState::SecondQueued { first: score(OTHER, ScoreSheet::default()), since: T0 };
    let second = Open { tier: RiskTier::A, state, ..open(1) };
    barred(&judge(ASSESSOR), &second, &[Bar::SameBody]);
    let elsewhere = Judge { scopes: vec![scope(ASSESSOR, FAB)], ..judge(ASSESSOR) };
    assert_eq!(fit(&elsewhere, &second, T0).unwrap().body, FAB);
    barred(&judge(OTHER), &second, &[Bar::MustDiffer, Bar::SameBody]);
}

#[test]
fn ties_block_or_are_mitigated_as_the_rules_say() {
    use Strength::{Block, Mitigate, Over};
    let past = Some(T0.plus_days(-1));
    let rows = [
        (TieKind::Household, None, Block),
        (TieKind::Household, past, Block),
        (TieKind::Financial, None, Block),
        (TieKind::LineManager, None, Block),
        (TieKind::LineManager, past, Mitigate),
        (TieKind::Taught, None, Block),
        (TieKind::Taught, Some(T0.plus_months(-23)), Block),
        (TieKind::Taught, Some(T0.plus_months(-24)), Over),
        (TieKind::SameEmployer, None, Mitigate),
        (TieKind::SmallCommunity, None, Mitigate),
        (TieKind::PastCoworker, past, Mitigate),
        (TieKind::SameEmployer, past, Over),
    ];
    for (kind, ended, due) in rows {
        assert_eq!(tie(kind, ended).strength(T0), due, "{kind:?} {ended:?}");
    }
}

#[test]
fn a_small_place_can_still_judge_and_says_so() {
    let neighbour = Judge { ties: vec![tie(TieKind::SmallCommunity, None)], ..judge(ASSESSOR) };
    assert_eq!(fit(&neighbour, &open(1), T0).unwrap().mitigate, Some(TieKind::SmallCommunity));
    let offered = assign(&[open(1)], &mut [neighbour.clone()], T0);
    assert_eq!(offered[&AssessmentId(1)], ASSESSOR);
    let offered = assign(&[open(1)], &mut [neighbour, Judge { load: 9, ..judge(OTHER) }], T0);
    assert_eq!(offered[&AssessmentId(1)], OTHER, "somebody without a tie first");
}

#[test]
fn the_strongest_of_several_ties_counts() {
    let both = vec![tie(TieKind::SameEmployer, None), tie(TieKind::LineManager, None)];
    barred(&Judge { ties: both, ..judge(ASSESSOR) }, &open(1), &[Bar::Tie(TieKind::LineManager)]);
}

#[test]
fn work_is_shared_by_what_each_takes_at_once() {
    let items: Vec<_> = (1..=9).map(open).collect();
    let mut judges = [Judge { most: 20, ..judge(ASSESSOR) }, judge(OTHER)];
    assign(&items, &mut judges, T0);
    assert_eq!([judges[0].load, judges[1].load], [6, 3]);
}

#[test]
fn what_is_due_first_is_offered_first_and_nobody_gets_more_than_they_take() {
    let items: Vec<_> = (1..=5).rev().map(open).collect();
    let offered = assign(&items, &mut [Judge { most: 2, ..judge(ASSESSOR) }], T0);
    assert_eq!(offered.keys().copied().collect::<Vec<_>>(), [AssessmentId(1), AssessmentId(2)]);
}

#[test]
fn the_same_input_is_offered_the_same_whatever_its_order() {
    let items: Vec<_> = (1..=20).map(open).collect();
    let mut turned = items.clone();
    turned.reverse();
    let judges = || [judge(ASSESSOR), judge(OTHER)];
    assert_eq!(assign(&items, &mut judges(), T0), assign(&turned, &mut judges(), T0));
}

#[test]
fn nobody_is_offered_what_they_may_not_judge() {
    let items: Vec<_> = (1..=40).map(|n| Open { lang: if n % 2 == 0 { Lang::Fr } else { Lang::En }, ..open(n) }).collect();
    let mut judges = [judge(ASSESSOR), Judge { langs: vec![Lang::Fr], ..judge(OTHER) }];
    let offered = assign(&items, &mut judges, T0);
    assert_eq!(offered.len(), 20, "ten for each of the two");
    assert!(offered.iter().all(|(id, to)| (id.0 % 2 == 0) == (*to == OTHER)));
}

#[test]
fn the_owner_is_told_at_four_fifths_of_the_service_time() {
    assert_eq!(escalate_at(T0, T0.plus_days(10)), T0.plus_days(8));
    assert_eq!(escalate_at(T0, T0.plus_days(-1)), T0);
}

#[test]
fn french_is_slower_from_a_quarter_more_on() {
    assert_eq!(french_is_slower(&[50, 60, 10], &[40, 40, 90]), Some(false));
    assert_eq!(french_is_slower(&[51, 60, 10], &[40, 40, 90]), Some(true));
    assert_eq!(french_is_slower(&[], &[1]), None);
}
