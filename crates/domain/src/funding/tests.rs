use super::*;
use crate::OfferingId;
use crate::example::{COLLEGE, T0, both};
use crate::offering::{Range, Stated};

/// As listed for micro-credentials in 2022-23.
fn rule() -> FundingRule {
    FundingRule {
        id: "support".into(),
        name: both("Support"),
        decided_by: both("The office"),
        source: "a table".into(),
        as_of: "2022-09-01".into(),
        tests: vec![
            Test::WeeksUnder { weeks: 12 },
            Test::Hours { least: 5, most: 300 },
            Test::Income { alone: 8_000_000, shared: 10_000_000 },
            Test::Confirm { id: "resident".into(), question: both("Do you live here?") },
        ],
    }
}

fn course(weeks: i64, hours: u16) -> Offering {
    Offering {
        days: Some(Stated::entered(Range::just(weeks * 7))),
        work: Some(Stated::hours(hours)),
        ..Offering::listed(OfferingId(1), COLLEGE, both("course"), both("about"), T0)
    }
}

fn answers(income: i64, household: u32, resident: bool) -> Answers {
    Answers { income: Some(income), household: Some(household), confirmed: [("resident".to_owned(), resident)].into() }
}

#[track_caller]
fn comes_to(o: Offering, answers: &Answers, due: Verdict) {
    assert_eq!(check(&rule(), &o, answers).1, due);
}

#[test]
fn all_tests_met_is_no_more_than_that() {
    comes_to(course(11, 5), &answers(8_000_000, 1, true), Verdict::MeetsListedTests);
    comes_to(course(1, 300), &answers(10_000_000, 2, true), Verdict::MeetsListedTests);
}

#[test]
fn each_bound_is_where_it_is_written() {
    for (o, said) in [
        (course(12, 60), answers(0, 1, true)),
        (course(4, 4), answers(0, 1, true)),
        (course(4, 301), answers(0, 1, true)),
        (course(4, 60), answers(8_000_001, 1, true)),
        (course(4, 60), answers(10_000_001, 2, true)),
        (course(4, 60), answers(0, 1, false)),
    ] {
        comes_to(o, &said, Verdict::FailsListedTest);
    }
}

#[test]
fn what_nobody_said_is_not_taken_for_met() {
    comes_to(course(4, 60), &Answers::default(), Verdict::NotAllKnown);
    comes_to(Offering { days: None, ..course(4, 60) }, &answers(0, 1, true), Verdict::NotAllKnown);
    assert_eq!(check(&rule(), &course(4, 60), &Answers { income: Some(1), ..Answers::default() }).0[2], Came::NotKnown, "alone or not?");
}

#[test]
fn of_the_learning_alone_only_its_own_numbers_are_asked() {
    assert_eq!(check_learning(&rule(), &course(4, 60)), Verdict::MeetsListedTests);
    assert_eq!(check_learning(&rule(), &course(14, 60)), Verdict::FailsListedTest);
}

#[test]
fn a_rule_without_source_day_or_sense_is_none() {
    assert!(rule().sound());
    assert!(!FundingRule { source: String::new(), ..rule() }.sound());
    assert!(!FundingRule { as_of: "last year".into(), ..rule() }.sound());
    assert!(!FundingRule { tests: vec![], ..rule() }.sound());
    assert!(!FundingRule { tests: vec![Test::Hours { least: 9, most: 5 }], ..rule() }.sound());
}
