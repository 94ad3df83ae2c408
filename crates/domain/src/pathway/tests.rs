use super::*;
use crate::OfferingId;
use crate::example::{COLLEGE, T0, both, criterion_id};
use crate::offering::{Help, Price, Range, Stated};

fn any() -> Conditions {
    Conditions { from: 20_000, hours: None, currency: "CAD".into(), help: true, modes: vec![], place: String::new(), language: None }
}

/// Six hours in two weeks for $120.
fn course() -> Offering {
    Offering {
        price: Some(Stated::dollars(12_000)),
        work: Some(Stated::hours(6)),
        days: Some(Stated::entered(Range::just(14))),
        ..Offering::listed(OfferingId(1), COLLEGE, both("course"), both("about"), T0)
    }
}

fn terms(o: Offering) -> Terms {
    on_terms(&o, &any()).unwrap()
}

#[track_caller]
fn left_out(o: Offering, c: Conditions, why: LeftOut) {
    assert_eq!(on_terms(&o, &c), Err(why));
}

#[test]
fn help_is_taken_off_the_price_and_never_more_than_it() {
    let helped = |cents| Offering { help: Some(Help { cents, terms: both("for carers") }), ..course() };
    assert_eq!((terms(helped(5_000)).cents, terms(helped(5_000)).help), (7_000, 5_000));
    assert_eq!((terms(helped(50_000)).cents, terms(helped(50_000)).help), (0, 12_000));
    let without = on_terms(&helped(5_000), &Conditions { help: false, ..any() }).unwrap();
    assert_eq!((without.cents, without.help), (12_000, 0));
}

#[test]
fn what_nobody_knows_is_left_out_and_not_taken_for_nothing() {
    left_out(Offering { price: None, ..course() }, any(), LeftOut::NoPrice);
    left_out(Offering { days: None, work: None, ..course() }, any(), LeftOut::NoLength);
    let negative = Stated::entered(Price { range: Range::just(-5), currency: Some("CAD".into()) });
    left_out(Offering { price: Some(negative), ..course() }, any(), LeftOut::NoPrice);
}

#[test]
fn prices_in_two_currencies_are_not_compared_but_nothing_is_nothing_in_each() {
    let in_dollars_us = |cents| Some(Stated::entered(Price { range: Range::just(cents), currency: Some("USD".into()) }));
    left_out(Offering { price: in_dollars_us(100), ..course() }, any(), LeftOut::OtherCurrency);
    assert_eq!(terms(Offering { price: in_dollars_us(0), ..course() }).cents, 0);
}

#[test]
fn a_length_that_nobody_states_follows_from_the_hours_and_is_marked() {
    let unsaid = Offering { days: None, work: Some(Stated::hours(25)), ..course() };
    assert_eq!((terms(unsaid.clone()).weeks, terms(unsaid.clone()).paced), (3, true));
    let slow = on_terms(&unsaid, &Conditions { hours: Some(5), ..any() }).unwrap();
    assert_eq!((slow.weeks, slow.paced), (5, true));
    assert!(!terms(course()).paced);
}

#[test]
fn few_hours_a_week_make_it_longer_unless_it_has_days_of_its_own() {
    let little = Conditions { hours: Some(1), ..any() };
    assert_eq!(on_terms(&course(), &little).unwrap().weeks, 6);
    left_out(Offering { starts: Some("2030-01-07".into()), ..course() }, little, LeftOut::TooManyHours);
    assert_eq!(on_terms(&course(), &Conditions { hours: Some(40), ..any() }).unwrap().weeks, 2, "it does not become shorter");
}

#[test]
fn what_began_before_one_can_is_left_out() {
    let dated = |day: &str| Offering { starts: Some(day.into()), ..course() };
    // 20,000 days after 1970-01-01.
    left_out(dated("2024-10-03"), any(), LeftOut::Begun);
    assert!(on_terms(&dated("2024-10-04"), &any()).is_ok());
}

#[test]
fn the_way_the_place_and_the_language_are_as_asked() {
    let here = Offering { participation: Some(Participation::Onsite), place: Some("Trois-Rivières, QC".into()), ..course() };
    left_out(here.clone(), Conditions { modes: vec![Participation::Online], ..any() }, LeftOut::OtherMode);
    left_out(here.clone(), Conditions { place: "toronto".into(), ..any() }, LeftOut::OtherPlace);
    assert!(on_terms(&here, &Conditions { place: fold("Trois-Rivières"), ..any() }).is_ok(), "accents make no difference");
    let online = Offering { participation: Some(Participation::Online), place: None, ..course() };
    assert!(on_terms(&online, &Conditions { place: "toronto".into(), ..any() }).is_ok(), "online is everywhere");
    left_out(course(), Conditions { language: Some("fr".into()), ..any() }, LeftOut::OtherLanguage);
    left_out(Offering { retired: Some(T0), ..course() }, any(), LeftOut::Retired);
}

#[test]
fn the_balance_weighs_money_and_time_between_the_ends() {
    assert_eq!(balance(&[(18_000, 9), (32_500, 5), (78_000, 3)]), Some(1));
    assert_eq!(balance(&[(100, 4)]), Some(0));
    assert_eq!(balance(&[(100, 4), (100, 4)]), Some(0));
    assert_eq!(balance(&[]), None);
}

#[test]
fn a_module_is_avoided_when_everything_it_is_for_is_recognised() {
    let (one, two) = (criterion_id(1, 1), criterion_id(1, 2));
    let path = [(Some(360), vec![one]), (Some(600), vec![one, two]), (None, vec![two]), (Some(60), vec![])];
    let all = avoided(&path, &[one].into());
    assert_eq!(all, Avoided { minutes: 360, nominal: 1020, unknown: 1 });
    assert_eq!(avoided(&path, &BTreeSet::new()).minutes, 0);
}
