//! The cheapest path.

use crate::world::{World, set_of, worlds};
use pathfinder::{Offering, Status};
use proptest::prelude::*;

fn cheapest_by_hand(world: &World) -> u64 {
    world.every_set().filter(|&set| world.weeks(set).is_some()).map(|set| world.cost(set)).min().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn is_as_cheap_as_any_set_that_closes_the_gap(world in worlds(0)) {
        let answer = world.selection().cheapest(&world.request(), &|| false);
        let world = world.reachable();
        let path = answer.path.unwrap();
        prop_assert_eq!(answer.status, Status::Optimal);
        prop_assert_eq!(path.cost, cheapest_by_hand(&world));
        prop_assert_eq!(answer.bound, path.cost);
        prop_assert_eq!(world.cost(set_of(&path)), path.cost);
    }

    #[test]
    fn names_exactly_what_nothing_leads_to(world in worlds(0)) {
        let answer = world.selection().cheapest(&world.request(), &|| false);
        let reachable = world.reachable().wanted;
        let unreachable: Vec<_> = world.wanted.iter().copied().filter(|ability| !reachable.contains(ability)).collect();
        prop_assert_eq!(answer.unreachable, unreachable);
    }

    #[test]
    fn closes_the_gap_when_it_is_walked_in_its_order(world in worlds(2)) {
        let answer = world.selection().cheapest(&world.request(), &|| false);
        let mut known = world.held.clone();
        let can = |known: &[pathfinder::Ability], wanted: &pathfinder::Ability| {
            known.iter().any(|a| a.competency == wanted.competency && a.level >= wanted.level)
        };
        for step in answer.path.unwrap().steps {
            let offering = &world.offerings[step.offering as usize];
            prop_assert!(offering.requires.iter().all(|ability| can(&known, ability)));
            known.extend(&offering.teaches);
        }
        prop_assert!(world.reachable().wanted.iter().all(|ability| can(&known, ability)));
    }

    #[test]
    fn has_nothing_in_it_that_could_be_dropped(world in worlds(0)) {
        let path = world.selection().cheapest(&world.request(), &|| false).path.unwrap();
        let world = world.reachable();
        for step in &path.steps {
            prop_assert!(world.weeks(set_of(&path) & !(1 << step.offering)).is_none());
        }
    }

    #[test]
    fn never_costs_more_because_there_is_one_more_offering(world in worlds(0), more in worlds(0)) {
        let world = world.reachable();
        let before = world.selection().cheapest(&world.request(), &|| false).path.unwrap().cost;
        let offerings: Vec<Offering> = world.offerings.iter().chain(more.offerings.first()).cloned().collect();
        let more = World { offerings, ..world };
        prop_assert!(more.selection().cheapest(&more.request(), &|| false).path.unwrap().cost <= before);
    }

    #[test]
    fn keeps_to_a_deadline(world in worlds(2), deadline in 0..14u32) {
        let request = pathfinder::Request { deadline: Some(deadline), ..world.request() };
        let answer = world.selection().cheapest(&request, &|| false);
        let world = world.reachable();
        let in_time = world.every_set().filter(|&set| world.weeks(set).is_some_and(|weeks| weeks <= deadline));
        match in_time.map(|set| world.cost(set)).min() {
            Some(cost) => {
                let path = answer.path.unwrap();
                prop_assert_eq!(answer.status, Status::Optimal);
                prop_assert_eq!(path.cost, cost);
                prop_assert!(world.weeks(set_of(&path)).unwrap() <= deadline);
            }
            None => prop_assert_eq!(answer.status, Status::Infeasible),
        }
    }

    #[test]
    fn is_refused_only_if_the_budget_is_too_small(world in worlds(0), budget in 0..20u64) {
        let request = pathfinder::Request { budget: Some(budget), ..world.request() };
        let answer = world.selection().cheapest(&request, &|| false);
        let enough = cheapest_by_hand(&world.reachable()) <= budget;
        prop_assert_eq!(answer.status, if enough { Status::Optimal } else { Status::Infeasible });
    }
}
