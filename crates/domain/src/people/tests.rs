use super::*;
use crate::example::{ASSESSOR, COLLEGE, T0};

const WELDING: ProfileId = ProfileId(1);
const SYMBOLS: CompetencyId = CompetencyId(1);
const JOINT: CompetencyId = CompetencyId(2);

/// For a hundred days from `T0`.
fn scope(competencies: Vec<CompetencyId>) -> AssessorScope {
    AssessorScope { person: ASSESSOR, organisation: COLLEGE, profile: WELDING, competencies, from: T0, until: T0.plus_days(100) }
}

#[test]
fn a_scope_covers_the_competencies_it_names() {
    assert!(scope(vec![SYMBOLS]).covers(WELDING, SYMBOLS, T0));
    assert!(!scope(vec![SYMBOLS]).covers(WELDING, JOINT, T0));
}

#[test]
fn a_scope_that_names_none_covers_all_of_the_profile() {
    assert!(scope(vec![]).covers(WELDING, JOINT, T0));
}

#[test]
fn a_scope_covers_no_other_profile() {
    assert!(!scope(vec![]).covers(ProfileId(2), JOINT, T0));
}

#[test]
fn a_scope_begins_with_its_first_moment_and_ends_before_its_last() {
    let scope = scope(vec![]);
    assert!(!scope.covers(WELDING, JOINT, Ts(T0.0 - 1)));
    assert!(scope.covers(WELDING, JOINT, scope.from));
    assert!(scope.covers(WELDING, JOINT, Ts(scope.until.0 - 1)));
    assert!(!scope.covers(WELDING, JOINT, scope.until));
}
