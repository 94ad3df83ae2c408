//! Laws of results, decisions and gaps.

use crate::worlds::*;
use domain::assessment::*;
use domain::claim::{ClaimedCompetency, Standing};
use domain::gap::gap;
use domain::profile::{Competency, RiskTier};
use domain::*;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const ONE: CompetencyId = CompetencyId(1);

fn held(competency: &Competency, results: &BTreeMap<CriterionId, CriterionResult>) -> bool {
    aggregate(competency, results).decision == CompetencyDecision::Competent
}

proptest! {
    #[test]
    fn a_criterion_met_stays_met_under_any_later_judgements(rounds in vec(results(), 1..6)) {
        let mut part = ClaimedCompetency::new(ONE);
        for (n, results) in (1..).zip(&rounds) {
            let before = part.met.clone();
            part.record(AssessmentId(n), results, T0.plus_days(n as i64));
            for (criterion, met) in &before {
                prop_assert_eq!(part.met.get(criterion), Some(met));
            }
        }
    }

    #[test]
    fn what_is_met_is_what_was_ever_judged_competent(rounds in vec(results(), 1..6)) {
        let mut part = ClaimedCompetency::new(ONE);
        rounds.iter().for_each(|results| part.record(AssessmentId(1), results, T0));
        let competent = rounds.iter().flatten().filter(|(_, r)| **r == CriterionResult::Competent);
        let due: BTreeSet<_> = competent.map(|(c, _)| *c).collect();
        prop_assert_eq!(part.met.keys().copied().collect::<BTreeSet<_>>(), due);
    }

    #[test]
    fn a_further_positive_result_never_lowers_a_decision(competency in competency(ONE), results in results(), k in 1..=8usize) {
        let mut better = results.clone();
        better.insert(criterion_id(ONE, k), CriterionResult::Competent);
        let (before, after) = (aggregate(&competency, &results), aggregate(&competency, &better));
        prop_assert!(after.others_met >= before.others_met);
        prop_assert!(after.essential_unmet.iter().all(|c| before.essential_unmet.contains(c)));
        prop_assert!(held(&competency, &better) || !held(&competency, &results));
    }

    #[test]
    fn competence_is_every_essential_criterion_and_four_fifths_of_the_others(competency in competency(ONE), results in results()) {
        let met = |essential: bool| {
            let of = competency.criteria.iter().filter(move |c| c.essential == essential);
            let (mut met, mut all) = (0, 0);
            for c in of {
                all += 1;
                met += usize::from(results.get(&c.id) == Some(&CriterionResult::Competent));
            }
            (met, all)
        };
        let (essential, others) = (met(true), met(false));
        let enough = if competency.tier == RiskTier::A { others.0 == others.1 } else { others.0 * 100 >= others.1 * 80 };
        prop_assert_eq!(held(&competency, &results), essential.0 == essential.1 && enough);
    }

    #[test]
    fn a_decision_depends_on_the_results_of_its_own_criteria_only(
        competency in competency(ONE),
        results in results(),
        foreign in vec((1_000..2_000u128, result()), 0..9),
    ) {
        let mut more = results.clone();
        more.extend(foreign.into_iter().map(|(c, r)| (CriterionId(c), r)));
        prop_assert_eq!(aggregate(&competency, &more), aggregate(&competency, &results));
    }

    #[test]
    fn a_decision_does_not_depend_on_the_order_of_the_criteria(competency in competency(ONE), results in results(), turn in 0..8usize) {
        let mut turned = competency.clone();
        let by = turn % turned.criteria.len();
        turned.criteria.rotate_left(by);
        prop_assert_eq!(held(&turned, &results), held(&competency, &results));
    }

    #[test]
    fn a_lower_tier_never_asks_for_more(competency in competency(ONE), results in results()) {
        let in_tier = |tier| held(&Competency { tier, ..competency.clone() }, &results);
        prop_assert!(in_tier(RiskTier::B) || !in_tier(RiskTier::A));
        prop_assert!(in_tier(RiskTier::C) || !in_tier(RiskTier::B));
    }

    #[test]
    fn a_gap_of_what_is_held_is_empty(competency in competency(ONE), part in claimed(), judgement in judgement()) {
        prop_assume!(matches!(part.standing, Standing::Demonstrated { .. }));
        prop_assert_eq!(gap(&competency, &part, Some(&judgement)), vec![]);
    }

    #[test]
    fn a_gap_is_exactly_what_is_still_open(competency in competency(ONE), part in claimed(), judgement in judgement()) {
        prop_assume!(matches!(part.standing, Standing::Gap { .. }));
        let missing: Vec<_> = gap(&competency, &part, Some(&judgement)).into_iter().map(|item| item.criterion).collect();
        prop_assert_eq!(missing, part.open(&competency));
    }

    #[test]
    fn a_gap_closed_is_competence(competency in competency(ONE), results in results()) {
        let mut part = ClaimedCompetency::new(ONE);
        part.record(AssessmentId(1), &results, T0);
        part.standing = Standing::Gap { assessment: AssessmentId(1), at: T0 };
        let judgement = judged(&competency, results.clone(), &ClaimedCompetency::new(ONE), LEARNER);
        let mut closed = results;
        closed.extend(gap(&competency, &part, Some(&judgement)).into_iter().map(|item| (item.criterion, CriterionResult::Competent)));
        prop_assert!(held(&competency, &closed));
    }

    #[test]
    fn a_finished_sheet_lacks_nothing_when_nothing_more_is_asked(sheet in sheet(), criteria in 0..8usize) {
        let criteria: Vec<_> = (1..=criteria).map(|k| criterion_id(ONE, k)).collect();
        let items: Vec<_> = sheet.varcs.keys().copied().collect();
        let all = sheet.unfinished(&criteria, &items, |_, _| true);
        let fewer = sheet.unfinished(&criteria[..criteria.len() / 2], &items, |_, _| true);
        prop_assert!(fewer.iter().all(|lack| all.contains(lack)));
    }

    #[test]
    fn safety_critical_work_always_and_low_stakes_never_have_a_second_assessor(
        competency in competency(ONE),
        results in results(),
        flagged: bool,
        probation: bool,
    ) {
        let second = second_assessor(&competency, &results, flagged, probation);
        match competency.tier {
            RiskTier::A => prop_assert_ne!(second, SecondAssessor::NotNeeded),
            RiskTier::B => {}
            RiskTier::C => prop_assert_eq!(second, SecondAssessor::NotNeeded),
        }
    }
}
