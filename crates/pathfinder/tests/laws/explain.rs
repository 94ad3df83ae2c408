//! Why an offering is not on a path.

use crate::world::{World, worlds};
use pathfinder::{Ability, Catalogue, Offering, Request, Selection, WhyNot};
use proptest::prelude::*;
use std::sync::Arc;

/// What the cheapest set costs that closes the gap and in which the offering can be taken.
fn cheapest_with(world: &World, offering: u32) -> Option<u64> {
    let requires = World { wanted: world.offerings[offering as usize].requires.clone(), ..world.clone() };
    let sets = world.every_set().filter(|set| set >> offering & 1 == 1);
    sets.filter(|&set| world.weeks(set).is_some() && requires.weeks(set).is_some()).map(|set| world.cost(set)).min()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_it_would_cost_with_an_offering_is_the_least_there_is(world in worlds(0), pick in any::<prop::sample::Index>()) {
        prop_assume!(!world.offerings.is_empty());
        let offering = pick.index(world.offerings.len()) as u32;
        let (selection, request) = (world.selection(), world.request());
        let path = selection.cheapest(&request, &|| false).path.unwrap();
        let world = world.reachable();
        match selection.why_not(&request, &path, offering, &|| false) {
            WhyNot::NoCheaper { more, with, proved, .. } => {
                prop_assert!(proved);
                prop_assert_eq!(Some(with.cost), cheapest_with(&world, offering));
                prop_assert_eq!(more, with.cost - path.cost);
            }
            WhyNot::Blocked { requires } => {
                prop_assert!(!requires.is_empty());
                prop_assert_eq!(cheapest_with(&world, offering), None);
            }
            WhyNot::Chosen => prop_assert!(path.steps.iter().any(|step| step.offering == offering)),
            WhyNot::GivesNothingNeeded => {}
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

fn offering(cost: u64, teaches: &[u32], requires: &[u32]) -> Offering {
    let abilities = |numbers: &[u32]| numbers.iter().map(|&number| Ability::of(number)).collect();
    Offering { cost, weeks: 1, teaches: abilities(teaches), requires: abilities(requires), ..Offering::default() }
}

#[test]
fn a_cheap_offering_with_a_dear_requirement_is_said_to_be_dearer() {
    // Cheap at 10, but it requires what costs 100; the chosen one costs 60.
    let offerings =
        [offering(60, &[0], &[]), offering(10, &[0], &[1]), offering(100, &[1], &[]), offering(5, &[2], &[]), offering(1, &[0], &[3])];
    let selection = Selection::of(Arc::new(Catalogue::new(4, &offerings).unwrap()), |_| true);
    let request = Request { wanted: vec![Ability::of(0)], ..Request::default() };
    let path = selection.cheapest(&request, &|| false).path.unwrap();
    let why = |offering| selection.why_not(&request, &path, offering, &|| false);
    assert_eq!(why(0), WhyNot::Chosen);
    let WhyNot::NoCheaper { more, with, instead, proved } = why(1) else { panic!("{:?}", why(1)) };
    assert_eq!((more, with.cost, instead, proved), (50, 110, vec![0], true));
    assert_eq!(why(3), WhyNot::GivesNothingNeeded);
    assert_eq!(why(4), WhyNot::Blocked { requires: vec![Ability::of(3)] });
    assert_eq!(why(9), WhyNot::LeftOut);
}
