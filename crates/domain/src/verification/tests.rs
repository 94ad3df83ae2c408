use super::*;
use crate::example::{ASSESSOR, OTHER, T0};

fn after(decisions: u32) -> History {
    History { decisions, overturned: None }
}

#[test]
fn the_statistical_floor_is_the_tables() {
    let sizes = [10, 20, 50, 100, 150, 500, 2_130];
    let floors = |margin| sizes.map(|n| statistical_floor(n, margin));
    assert_eq!(floors(Margin::Fifteen), [9, 14, 24, 31, 34, 40, 42]);
    assert_eq!(floors(Margin::Ten), [10, 17, 34, 50, 59, 81, 92]);
    assert_eq!(floors(Margin::Five), [10, 20, 45, 80, 109, 218, 326]);
}

#[test]
fn no_more_are_asked_for_than_there_are() {
    assert_eq!(statistical_floor(0, Margin::Five), 0);
    for n in 1..2_000 {
        assert!(statistical_floor(n, Margin::Five) <= n);
    }
}

#[test]
fn a_new_assessor_is_verified_always_then_half_then_as_the_tier_asks() {
    let rates = |tier| [0, 9, 10, 29, 30, 500].map(|n| rate(tier, after(n), T0));
    assert_eq!(rates(RiskTier::A), [100, 100, 50, 50, 25, 25]);
    assert_eq!(rates(RiskTier::B), [100, 100, 50, 50, 15, 15]);
    assert_eq!(rates(RiskTier::C), [100, 100, 50, 50, 5, 5]);
}

#[test]
fn an_overturned_decision_costs_25_points_for_90_days() {
    let history = |n| History { decisions: n, overturned: Some(T0) };
    assert_eq!(rate(RiskTier::B, history(99), T0.plus_days(89)), 40);
    assert_eq!(rate(RiskTier::B, history(99), T0.plus_days(90)), 15);
    assert_eq!(rate(RiskTier::B, history(3), T0), 100);
}

#[test]
fn two_judges_are_verified_by_the_higher_rate() {
    assert_eq!(draw(1, AssessmentId(1), RiskTier::A, &[after(99), after(12)], false, T0).rate, 50);
}

#[test]
fn what_was_returned_is_verified_again() {
    let again = |n| draw(n, AssessmentId(n.into()), RiskTier::C, &[after(99)], true, T0).drawn;
    assert!((0..500).all(again));
}

#[test]
fn the_same_seed_draws_the_same() {
    let rolls = |seed| (0..100).map(|n| roll(seed, AssessmentId(n))).collect::<Vec<_>>();
    assert_eq!(rolls(5), rolls(5));
    assert_ne!(rolls(5), rolls(6));
}

#[test]
fn draws_are_as_many_as_the_rate_says() {
    // Ids that differ in few bits, as those made one after the other do. The bounds are four standard deviations.
    for (high, tier, due) in [(0_u128, RiskTier::A, 25.0_f64), (7 << 90, RiskTier::B, 15.0), (1 << 127, RiskTier::C, 5.0)] {
        let drawn = (0..20_000).filter(|n| draw(42, AssessmentId(high + n), tier, &[after(99)], false, T0).drawn).count() as f64;
        let spread = 4.0 * (20_000.0 * due / 100.0 * (1.0 - due / 100.0)).sqrt();
        assert!((drawn - 200.0 * due).abs() < spread, "{drawn} at {due} %");
    }
}

fn decided(n: u128, assessor: PersonId, competent: bool, drawn: bool) -> Decided {
    Decided { assessment: AssessmentId(n), stratum: Stratum { assessor, method: 0, competent }, drawn }
}

#[test]
fn a_period_is_topped_up_to_the_floor() {
    let period: Vec<_> = (0..100).map(|n| decided(n, ASSESSOR, true, n < 10)).collect();
    assert_eq!(top_up(3, &period, 15, Margin::Fifteen).len(), 21, "31 in all");
    assert_eq!(top_up(3, &period, 60, Margin::Fifteen).len(), 50, "60 in all");
}

#[test]
fn each_kind_of_decision_has_one_verified() {
    let mut period: Vec<_> = (0..500).map(|n| decided(n, ASSESSOR, true, n < 100)).collect();
    period.extend([decided(1_000, ASSESSOR, false, false), decided(1_001, OTHER, true, false)]);
    let chosen: BTreeSet<_> = top_up(3, &period, 15, Margin::Fifteen).into_iter().collect();
    assert_eq!(chosen, BTreeSet::from([AssessmentId(1_000), AssessmentId(1_001)]));
}

#[test]
fn what_a_period_draws_is_not_what_was_drawn_already_and_nothing_twice() {
    let period: Vec<_> = (0..200).map(|n| decided(n, if n % 3 == 0 { ASSESSOR } else { OTHER }, n % 2 == 0, n % 9 == 0)).collect();
    let chosen: BTreeSet<_> = top_up(11, &period, 25, Margin::Ten).into_iter().collect();
    assert_eq!(chosen.len(), top_up(11, &period, 25, Margin::Ten).len());
    assert!(period.iter().filter(|d| d.drawn).all(|d| !chosen.contains(&d.assessment)));
}

#[test]
fn an_empty_period_needs_nothing() {
    assert_eq!(top_up(1, &[], 25, Margin::Five), []);
}
