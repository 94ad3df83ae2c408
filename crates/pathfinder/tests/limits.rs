//! The time limit holds, whatever is asked. Times are of the processor, so that a busy machine does not count.

#![allow(clippy::unwrap_used, reason = "a test that can't go on says where it stopped")]

use pathfinder::{Ability, Catalogue, Offering, Request, Selection, Status};
use std::sync::Arc;
use std::time::Duration;

fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

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

/// By how much an answer came too late, at each of several limits. Writing down a path of very many steps is not stopped: `ask` says how many
/// there were, and each may take two microseconds.
fn overrun(ask: impl Fn(&dyn Fn() -> bool) -> usize) -> Duration {
    let limits = [0, 1, 5, 20, 100, 400].map(Duration::from_millis);
    let over = limits.map(|limit| {
        let began = processor();
        let steps = ask(&|| processor() - began >= limit);
        (processor() - began).saturating_sub(limit + Duration::from_micros(2 * steps as u64))
    });
    eprintln!("{over:?}");
    over.into_iter().max().unwrap_or_default()
}

fn steps(paths: impl IntoIterator<Item = pathfinder::Path>) -> usize {
    paths.into_iter().map(|path| path.steps.len()).sum()
}

const PROMISED: Duration = Duration::from_millis(20);

#[test]
fn a_million_wanted_competencies_do_not_stretch_the_limit() {
    let (selection, request) = (world(1_000_000, 1_000_000, false), everything(1_000_000));
    assert!(overrun(|stop| steps(selection.cheapest(&request, stop).path)) <= PROMISED);
}

#[test]
fn a_million_in_circles_do_not_stretch_the_limit() {
    let (selection, request) = (world(1_000_000, 1_000_000, true), everything(1_000_000));
    assert!(overrun(|stop| steps(selection.cheapest(&request, stop).path)) <= PROMISED);
}

#[test]
fn time_against_cost_does_not_stretch_the_limit() {
    let (selection, request) = (world(300_000, 300_000, true), everything(300_000));
    assert!(overrun(|stop| steps(selection.front(&request, stop).paths)) <= PROMISED);
    assert!(overrun(|stop| steps(selection.soonest(&request, stop).path)) <= PROMISED);
}

#[test]
fn a_hard_search_does_not_stretch_the_limit() {
    let (selection, request) = (world(300, 4_000, true), everything(300));
    assert!(overrun(|stop| steps(selection.cheapest(&request, stop).path)) <= PROMISED);
    assert!(overrun(|stop| steps(selection.front(&request, stop).paths)) <= PROMISED);
}

#[test]
fn a_first_answer_is_there_within_five_milliseconds() {
    let (selection, request) = (world(3_000, 10_000, true), everything(60));
    let began = processor();
    let answer = selection.cheapest(&request, &|| processor() - began >= Duration::from_millis(5));
    assert!(answer.path.is_some());
    assert!(matches!(answer.status, Status::Optimal | Status::Feasible));
}
