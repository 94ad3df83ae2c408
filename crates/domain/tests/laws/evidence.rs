//! Laws of evidence: one item whatever happens to it, and the sufficiency meter.

use crate::worlds::*;
use domain::evidence::*;
use domain::profile::Competency;
use domain::*;
use proptest::collection::vec;
use proptest::prelude::*;

const ONE: CompetencyId = CompetencyId(1);
const REVIEW: AssessmentId = AssessmentId(1);

/// Something done to an item.
#[derive(Clone, Debug)]
enum Act {
    Arrive(Content),
    Accept,
    Reject,
    Submit,
    Open,
    Judge(bool),
    Withdraw,
    Quarantine,
    Clear,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => content().prop_map(Act::Arrive),
        2 => Just(Act::Accept),
        1 => Just(Act::Reject),
        3 => Just(Act::Submit),
        2 => Just(Act::Open),
        2 => any::<bool>().prop_map(Act::Judge),
        1 => Just(Act::Withdraw),
        1 => Just(Act::Quarantine),
        1 => Just(Act::Clear),
    ]
}

fn apply(act: Act, to: EvidenceItem) -> Result<EvidenceItem, Cannot> {
    match act {
        Act::Arrive(content) => to.arrive(content, EvidenceKind::Other, T0),
        Act::Accept => to.accept(T0),
        Act::Reject => to.reject(T0, "broken".into()),
        Act::Submit => to.submit(T0),
        Act::Open => to.open(REVIEW, T0),
        Act::Judge(relied) => to.judged(REVIEW, T0, if relied { Ok(()) } else { Err("cut".into()) }),
        Act::Withdraw => to.withdraw(T0),
        Act::Quarantine => to.quarantine(LEARNER, T0, "client visible".into()),
        Act::Clear => to.clear(),
    }
}

fn counting() -> impl Strategy<Value = EvidenceState> {
    prop_oneof![Just(EvidenceState::Available { at: T0 }), Just(EvidenceState::ReliedOn { assessment: REVIEW, at: T0 })]
}

fn any_state() -> impl Strategy<Value = EvidenceState> {
    prop_oneof![4 => counting(), 1 => Just(EvidenceState::Withdrawn { at: T0 }), 1 => Just(EvidenceState::Draft)]
}

/// Evidence linked to one of the first three criteria.
type Linked = (EvidenceItem, EvidenceLink);

fn linked(state: impl Strategy<Value = EvidenceState>) -> impl Strategy<Value = Linked> {
    (item(state), 1..=3usize, locator()).prop_map(|(item, k, at)| {
        let link = EvidenceLink { evidence: item.id, competency: ONE, criterion: criterion_id(ONE, k), at };
        (item, link)
    })
}

fn measured(competency: &Competency, evidence: &[Linked], now: Ts) -> Meter {
    let open: Vec<_> = competency.criteria.iter().map(|c| c.id).collect();
    let shown: Vec<_> = evidence.iter().map(|(item, link)| Shown { item, link }).collect();
    meter(competency, &open, &shown, now)
}

fn ready(meter: &Meter) -> Vec<CriterionId> {
    meter.criteria.iter().filter(|c| c.missing.is_empty()).map(|c| c.criterion).collect()
}

proptest! {
    #[test]
    fn whatever_is_done_to_an_item_it_is_never_in_an_impossible_state(
        item in item(Just(EvidenceState::Draft)),
        acts in vec(act(), 0..40),
    ) {
        let mut now = item;
        for act in acts {
            let before = now.clone();
            now = match apply(act.clone(), now) {
                Ok(after) => after,
                Err(refusal) => {
                    prop_assert!(refusal == Cannot::ProtectedPerson || refusal == Cannot::While(before.state.name()));
                    before.clone()
                }
            };
            let protected = now.occasion.people == ThirdPartyBasis::ProtectedPerson;
            prop_assert!(!(protected && now.state.sent()), "a protected person was shown to an assessor");
            if before.state.sent() {
                prop_assert_eq!(&now.content, &before.content, "changed after it was sent");
            }
            if matches!(before.state, EvidenceState::Quarantined { .. }) && !matches!(act, Act::Clear) {
                prop_assert_eq!(&now.state, &before.state, "left quarantine without being cleared");
            }
            let hidden = matches!(now.state, EvidenceState::AccessRestricted { .. } | EvidenceState::Quarantined { .. });
            if matches!(before.state, EvidenceState::ReliedOn { .. }) && !hidden {
                prop_assert_eq!(&now.state, &before.state, "a judgement lost what it rests on");
            }
        }
    }

    #[test]
    fn further_evidence_that_says_where_to_look_never_makes_a_criterion_less_ready(
        competency in competency(ONE),
        evidence in vec(linked(any_state()), 0..8),
        (item, mut link) in linked(any_state()),
    ) {
        if link.at == Locator::Whole {
            link.at = Locator::Second(0);
        }
        let before = ready(&measured(&competency, &evidence, T0));
        let more = [evidence, vec![(item, link)]].concat();
        let after = ready(&measured(&competency, &more, T0));
        prop_assert!(before.iter().all(|c| after.contains(c)));
    }

    #[test]
    fn all_that_further_evidence_can_lack_in_a_ready_criterion_is_its_own_place(
        competency in competency(ONE),
        evidence in vec(linked(counting()), 1..8),
        added in linked(any_state()),
    ) {
        let before = ready(&measured(&competency, &evidence, T0));
        let own_place = Missing::NoLocator(added.0.id);
        let more = [evidence, vec![added]].concat();
        for criterion in measured(&competency, &more, T0).criteria.iter().filter(|c| before.contains(&c.criterion)) {
            prop_assert!(criterion.missing.iter().all(|lack| *lack == own_place));
        }
    }

    #[test]
    fn the_order_of_the_evidence_does_not_matter(competency in competency(ONE), evidence in vec(linked(any_state()), 0..8)) {
        let turned: Vec<_> = evidence.iter().rev().cloned().collect();
        prop_assert_eq!(ready(&measured(&competency, &turned, T0)), ready(&measured(&competency, &evidence, T0)));
    }

    #[test]
    fn waiting_never_makes_evidence_more_recent(
        competency in competency(ONE),
        evidence in vec(linked(counting()), 0..8),
        days in 0..3_650i64,
    ) {
        let (now, later) = (measured(&competency, &evidence, T0), measured(&competency, &evidence, T0.plus_days(days)));
        prop_assert!(ready(&later).iter().all(|c| ready(&now).contains(c)));
    }

    #[test]
    fn what_others_report_never_makes_anything_ready(competency in competency(ONE), evidence in vec(linked(counting()), 0..8)) {
        let reported = |(item, link): Linked| (EvidenceItem { class: EvidenceClass::Supplementary, ..item }, link);
        let evidence: Vec<_> = evidence.into_iter().map(reported).collect();
        prop_assert_eq!(ready(&measured(&competency, &evidence, T0)), vec![]);
    }

    #[test]
    fn what_does_not_count_changes_nothing(competency in competency(ONE), evidence in vec(linked(any_state()), 0..8)) {
        let counting: Vec<_> = evidence.iter().filter(|(item, _)| item.state.counts()).cloned().collect();
        prop_assert_eq!(measured(&competency, &counting, T0), measured(&competency, &evidence, T0));
    }

    #[test]
    fn the_same_item_shown_twice_is_shown_once(competency in competency(ONE), evidence in vec(linked(counting()), 0..8)) {
        let twice = [evidence.clone(), evidence.clone()].concat();
        prop_assert_eq!(ready(&measured(&competency, &twice, T0)), ready(&measured(&competency, &evidence, T0)));
    }
}
