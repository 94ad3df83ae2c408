//! Time against cost.

use crate::world::{World, set_of, worlds};
use pathfinder::{Request, Status, Study};
use proptest::prelude::*;

/// The options that no other is as good as in cost and weeks, by going through all sets.
fn front_by_hand(world: &World, weeks: impl Fn(u32) -> u32) -> Vec<(u64, u32)> {
    let mut all: Vec<(u64, u32)> =
        world.every_set().filter(|&set| world.weeks(set).is_some()).map(|set| (world.cost(set), weeks(set))).collect();
    all.sort_unstable();
    let mut front: Vec<(u64, u32)> = Vec::new();
    for (cost, weeks) in all {
        if front.last().is_none_or(|last| weeks < last.1) {
            front.push((cost, weeks));
        }
    }
    front
}

fn sum_of_weeks(world: &World, set: u32) -> u32 {
    world.offerings.iter().enumerate().filter(|(number, _)| set >> number & 1 == 1).map(|(_, offering)| offering.weeks).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn has_every_option_and_no_other(world in worlds(2)) {
        let front = world.selection().front(&world.request(), &|| false);
        let world = world.reachable();
        let found: Vec<(u64, u32)> = front.paths.iter().map(|path| (path.cost, path.weeks)).collect();
        prop_assert!(front.complete);
        prop_assert_eq!(found, front_by_hand(&world, |set| world.weeks(set).unwrap()));
        for path in &front.paths {
            prop_assert_eq!(world.weeks(set_of(path)), Some(path.weeks));
        }
    }

    #[test]
    fn begins_with_the_cheapest_and_ends_with_the_soonest(world in worlds(1)) {
        let (selection, request) = (world.selection(), world.request());
        let front = selection.front(&request, &|| false);
        let cheapest = selection.cheapest(&request, &|| false);
        let soonest = selection.soonest(&request, &|| false);
        prop_assert_eq!(front.paths.first().map(|path| path.cost), cheapest.path.map(|path| path.cost));
        prop_assert_eq!(soonest.status, Status::Optimal);
        prop_assert_eq!(front.paths.last().map(|path| (path.cost, path.weeks)), soonest.path.map(|path| (path.cost, path.weeks)));
    }

    #[test]
    fn one_by_one_the_soonest_has_the_least_sum_of_weeks(world in worlds(0)) {
        let request = Request { study: Study::OneByOne, ..world.request() };
        let soonest = world.selection().soonest(&request, &|| false);
        let world = world.reachable();
        let best = world.every_set().filter(|&set| world.weeks(set).is_some()).map(|set| (sum_of_weeks(&world, set), world.cost(set))).min();
        let path = soonest.path.unwrap();
        prop_assert_eq!(soonest.status, Status::Optimal);
        prop_assert_eq!(soonest.bound, u64::from(path.weeks));
        prop_assert_eq!(Some((path.weeks, path.cost)), best);
    }

    #[test]
    fn one_by_one_every_option_is_on_the_front(world in worlds(0)) {
        let request = Request { study: Study::OneByOne, ..world.request() };
        let front = world.selection().front(&request, &|| false);
        let world = world.reachable();
        let by_hand = front_by_hand(&world, |set| sum_of_weeks(&world, set));
        let found: Vec<(u64, u32)> = front.paths.iter().map(|path| (path.cost, path.weeks)).collect();
        prop_assert!(found.iter().all(|option| by_hand.contains(option)), "{:?} {:?}", found, by_hand);
        prop_assert_eq!(found.first(), by_hand.first());
        prop_assert_eq!(found.last(), by_hand.last());
    }

    #[test]
    fn the_soonest_within_a_budget_is_the_soonest_that_can_be_paid(world in worlds(1), budget in 0..25u64) {
        let request = Request { budget: Some(budget), ..world.request() };
        let answer = world.selection().soonest(&request, &|| false);
        let world = world.reachable();
        let paid = world.every_set().filter(|&set| world.cost(set) <= budget);
        match paid.filter_map(|set| world.weeks(set)).min() {
            Some(weeks) => prop_assert_eq!(answer.path.map(|path| path.weeks), Some(weeks)),
            None => prop_assert_eq!(answer.status, Status::Infeasible),
        }
    }

    #[test]
    fn the_balance_is_the_least_sum_of_cost_and_weeks(world in worlds(1), per_week in 0..6u64) {
        let answer = world.selection().balanced(&world.request(), per_week, &|| false);
        let world = world.reachable();
        let sets = world.every_set().filter_map(|set| world.weeks(set).map(|weeks| world.cost(set) + per_week * u64::from(weeks)));
        prop_assert_eq!(answer.status, Status::Optimal);
        prop_assert_eq!(Some(answer.bound), sets.min());
    }
}
