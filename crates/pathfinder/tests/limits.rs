//! Whatever is asked, a search that is told to stop ends. How long that takes is measured, not tested: see the benchmark.

#![allow(clippy::unwrap_used, reason = "a test that can't go on says where it stopped")]

use pathfinder::{Ability, Catalogue, Offering, Request, Selection, Status};
use std::cell::Cell;
use std::sync::Arc;

fn mixed(number: u32, salt: u32) -> u32 {
    let mixed = (u64::from(number) * 0x9e37_79b9 + u64::from(salt) * 0x85eb_ca6b) ^ 0x5bd1_e995;
    (mixed.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as u32
}

/// `count` offerings of three competencies each; with `circles`, each requires one, so that there are circles everywhere.
fn world(competencies: u32, count: u32, circles: bool) -> Selection {
    let offering = |number: u32| {
        let one = |salt: u32| Ability::of(mixed(number, salt) % competencies);
        let requires = if circles && !number.is_multiple_of(5) { vec![one(9)] } else { vec![] };
        let cost = u64::from(100 + mixed(number, 4) % 977);
        Offering {
            cost,
            weeks: 1 + number % 9,
            teaches: vec![Ability::of(number % competencies), one(1), one(2)],
            requires,
            ..Offering::default()
        }
    };
    Selection::all(Arc::new(Catalogue::new(competencies, &(0..count).map(offering).collect::<Vec<_>>()).unwrap()))
}

fn everything(competencies: u32) -> Request {
    Request { wanted: (0..competencies).map(Ability::of).collect(), ..Request::default() }
}

/// Stops a search at its first, tenth, … request for leave to go on, and tells by how many more requests it went on at most.
fn overrun(ask: impl Fn(&dyn Fn() -> bool)) -> usize {
    let went_on = [0_usize, 1, 10, 100, 1_000].map(|granted| {
        let asked = Cell::new(0);
        ask(&|| {
            asked.set(asked.get() + 1);
            asked.get() > granted
        });
        asked.get().saturating_sub(granted)
    });
    eprintln!("{went_on:?}");
    went_on.into_iter().max().unwrap_or_default()
}

/// What is refused leave may ask once for each of the few stages that it still has to leave.
const FEW: usize = 8;

#[test]
fn a_million_wanted_competencies_are_given_up_when_told() {
    let (selection, request) = (world(1_000_000, 1_000_000, false), everything(1_000_000));
    assert!(overrun(|stop| drop(selection.cheapest(&request, stop))) <= FEW);
}

#[test]
fn a_million_in_circles_are_given_up_when_told() {
    let (selection, request) = (world(1_000_000, 1_000_000, true), everything(1_000_000));
    assert!(overrun(|stop| drop(selection.cheapest(&request, stop))) <= FEW);
}

#[test]
fn time_against_cost_is_given_up_when_told() {
    let (selection, request) = (world(300_000, 300_000, true), everything(300_000));
    assert!(overrun(|stop| drop(selection.front(&request, stop))) <= FEW);
    assert!(overrun(|stop| drop(selection.soonest(&request, stop))) <= FEW);
}

#[test]
fn a_hard_search_is_given_up_when_told_with_the_best_that_was_found() {
    let (selection, request) = (world(300, 4_000, true), everything(300));
    assert!(overrun(|stop| drop(selection.cheapest(&request, stop))) <= FEW);
    assert!(overrun(|stop| drop(selection.front(&request, stop))) <= FEW);
    let asked = Cell::new(0);
    let answer = selection.cheapest(&request, &|| {
        asked.set(asked.get() + 1);
        asked.get() > 1_000
    });
    let path = answer.path.unwrap();
    assert!(answer.bound <= path.cost, "{} of {}", answer.bound, path.cost);
    assert!(matches!(answer.status, Status::Optimal | Status::Feasible));
}
