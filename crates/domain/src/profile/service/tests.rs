use super::*;
use crate::example::T0;

/// What was sent on Monday morning is due this many days later.
#[track_caller]
fn due_after(tier: RiskTier, days: i64) {
    assert_eq!(service_time(tier).due(T0), T0.plus_days(days));
}

#[test]
fn low_stakes_are_decided_within_72_hours_by_the_clock() {
    due_after(RiskTier::C, 3);
}

#[test]
fn the_clock_does_not_stop_for_a_weekend_in_the_lowest_tier() {
    let friday = T0.plus_days(4);
    assert_eq!(service_time(RiskTier::C).due(friday), friday.plus_hours(72));
}

#[test]
fn the_normal_tier_is_decided_within_five_working_days() {
    due_after(RiskTier::B, 7);
}

#[test]
fn safety_critical_work_is_decided_within_ten_working_days() {
    due_after(RiskTier::A, 14);
}
