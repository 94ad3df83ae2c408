use super::*;

/// 1970-01-01 was a Thursday.
const THURSDAY: Ts = Ts(0);
const FRIDAY: Ts = Ts(DAY);
const SATURDAY: Ts = Ts(2 * DAY);
const MONDAY: Ts = Ts(4 * DAY);

#[test]
fn five_working_days_from_a_thursday_end_on_the_next_thursday() {
    assert_eq!(THURSDAY.plus_working_days(5), THURSDAY.plus_days(7));
}

#[test]
fn one_working_day_from_a_friday_ends_on_monday() {
    assert_eq!(FRIDAY.plus_working_days(1), MONDAY);
}

#[test]
fn one_working_day_from_a_saturday_ends_on_monday() {
    assert_eq!(SATURDAY.plus_working_days(1), MONDAY);
}

#[test]
fn no_working_day_is_no_wait() {
    assert_eq!(SATURDAY.plus_working_days(0), SATURDAY);
}

#[test]
fn working_days_are_known_before_1970_too() {
    assert_eq!(FRIDAY.plus_days(-70).plus_working_days(1), MONDAY.plus_days(-70));
}

#[test]
fn a_moment_before_1970_is_in_the_day_it_belongs_to() {
    assert_eq!(Ts(-1).day(), -1);
    assert_eq!(Ts(0).day(), 0);
    assert_eq!(Ts(DAY - 1).day(), 0);
}

#[test]
fn twenty_four_months_are_730_and_a_half_days() {
    assert_eq!(Ts(0).plus_months(24), Ts(0).plus_days(730).plus_hours(12));
}

#[test]
fn months_back_undo_months_on() {
    assert_eq!(Ts(5).plus_months(60).plus_months(-60), Ts(5));
}

#[test]
fn the_end_of_time_is_not_passed() {
    assert_eq!(Ts(i64::MAX).plus_days(1), Ts(i64::MAX));
    assert_eq!(Ts(i64::MIN).plus_months(-1), Ts(i64::MIN));
}

#[test]
fn a_written_day_is_counted_from_1970_and_what_is_none_is_refused() {
    for (text, due) in [
        ("1970-01-01", Some(0)),
        ("1970-03-01", Some(59)),
        ("2000-02-29", Some(11_016)),
        ("2024-10-04", Some(20_000)),
        ("1969-12-31", Some(-1)),
        ("2023-02-29", None),
        ("2024-13-01", None),
        ("2024-1-01", None),
        ("2024-00-10", None),
        ("+024-01-01", None),
        ("tomorrow", None),
        ("2024-10-04T10", None),
    ] {
        assert_eq!(super::day_of(text), due, "{text}");
    }
}
