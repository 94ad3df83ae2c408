use super::*;
use crate::example::{COLLEGE, T0, both, criterion_id};

fn id(k: usize) -> CriterionId {
    criterion_id(1, k)
}

fn offering(n: u128, cents: i64, hours: u16, closes: &[usize]) -> Offering {
    Offering {
        price: Some(Stated::dollars(cents)),
        work: Some(Stated::hours(hours)),
        criteria: closes.iter().map(|k| id(*k)).collect(),
        ..Offering::listed(OfferingId(n), COLLEGE, both("title"), both("summary"), T0)
    }
}

/// Of these offerings, those listed for the gap in criteria 1 and 2, in order.
#[track_caller]
fn listed(offerings: &[Offering], due: &[u128]) {
    let found: Vec<_> = offerings_for(&[id(1), id(2)], offerings).iter().map(|(o, _)| o.id.0).collect();
    assert_eq!(found, due);
}

#[test]
fn what_closes_nothing_is_not_listed() {
    listed(&[offering(1, 0, 1, &[3]), offering(2, 0, 1, &[])], &[]);
}

#[test]
fn what_closes_most_comes_first_whatever_it_costs() {
    listed(&[offering(1, 0, 1, &[1]), offering(2, 90_000, 40, &[1, 2])], &[2, 1]);
}

#[test]
fn of_two_that_close_as_much_the_cheaper_comes_first() {
    listed(&[offering(1, 200, 1, &[1]), offering(2, 100, 40, &[2])], &[2, 1]);
}

#[test]
fn of_two_that_cost_as_much_the_shorter_comes_first() {
    listed(&[offering(1, 100, 6, &[1]), offering(2, 100, 3, &[2])], &[2, 1]);
}

#[test]
fn criteria_that_are_not_missing_lift_nothing() {
    listed(&[offering(1, 200, 1, &[1, 3, 4, 5]), offering(2, 100, 1, &[1])], &[2, 1]);
}

#[test]
fn the_order_does_not_depend_on_how_they_are_stored() {
    listed(&[offering(1, 100, 3, &[1]), offering(2, 100, 3, &[1])], &[1, 2]);
    listed(&[offering(2, 100, 3, &[1]), offering(1, 100, 3, &[1])], &[1, 2]);
}

#[test]
fn an_offering_is_listed_with_what_it_closes() {
    let offerings = [offering(1, 0, 1, &[3, 2, 1])];
    assert_eq!(offerings_for(&[id(1), id(2)], &offerings)[0].1, [id(1), id(2)]);
}

#[test]
fn what_nobody_knows_comes_after_what_is_known_and_is_never_taken_for_nothing() {
    let unknown = Offering { price: None, ..offering(1, 0, 1, &[1]) };
    listed(&[unknown.clone(), offering(2, 90_000, 40, &[1])], &[2, 1]);
    assert_eq!((unknown.cost(), unknown.price_band()), (None, PriceBand::Unknown));
    assert_eq!(offering(3, 0, 1, &[]).price_band(), PriceBand::Free);
}

#[test]
fn a_weeks_work_and_the_weeks_make_the_whole() {
    let range = |least, most| Some(Stated::entered(Range { least, most }));
    let course = Offering { work: None, weekly: range(120, 240), days: range(28, 42), ..offering(1, 0, 1, &[]) };
    assert_eq!(course.minutes(), Some(240 * 6));
    assert_eq!(Offering { days: None, ..course }.minutes(), None);
}

#[test]
fn bands_follow_the_most_that_it_may_take() {
    let lasting = |most| Offering { days: Some(Stated::entered(Range { least: 1, most })), ..offering(1, 0, 1, &[]) }.length_band();
    assert_eq!(
        [7, 8, 92, 366, 367].map(lasting),
        [LengthBand::Week, LengthBand::Month, LengthBand::Quarter, LengthBand::Year, LengthBand::Over]
    );
}

#[test]
fn whoever_planned_it_is_told_of_what_it_asks_and_not_of_its_words() {
    let before = offering(1, 100, 3, &[1]);
    assert!(!Offering { title: both("new"), criteria: vec![], ..before.clone() }.asks_otherwise(&before));
    for after in [
        Offering { price: None, ..before.clone() },
        Offering { starts: Some("2027-01-04".into()), ..before.clone() },
        Offering { days: Some(Stated::entered(Range::just(7))), ..before.clone() },
        Offering { retired: Some(T0), ..before.clone() },
    ] {
        assert!(after.asks_otherwise(&before));
    }
}
