//! Who may judge what, for which body.

use super::organisations::Org;

/// Handle, body, profile, competencies; none named: all of the profile.
pub(super) const SCOPES: &[(&str, Org, &str, &[&str])] = &[
    ("a-01", Org::Fab, "SC01", &[]),
    ("a-02", Org::Pine, "SC01", &[]),
    ("a-03", Org::Cyber, "SC02", &[]),
    ("a-05", Org::Lake, "SC02", &[]),
    ("a-09", Org::Pine, "SC02", &[]),
    ("a-04", Org::Care, "SC03", &[]),
    ("a-02", Org::Pine, "SC03", &[]),
    ("a-05", Org::Lake, "SC04", &[]),
    ("a-06", Org::Rives, "SC05", &[]),
    ("a-05", Org::Lake, "SC05", &[]),
    ("a-11", Org::Robo, "SC06", &[]),
    ("a-12", Org::Auto, "SC06", &[]),
    ("a-02", Org::Pine, "SC06", &[]),
    ("a-13", Org::Ware, "SC07", &[]),
    ("a-02", Org::Pine, "SC07", &[]),
    ("a-21", Org::Closed, "SC08", &[]),
    ("a-02", Org::Pine, "SC08", &[]),
    ("a-08", Org::Pine, "SC09", &[]),
    ("a-02", Org::Pine, "SC09", &[]),
    ("a-06", Org::Rives, "SC10", &[]),
    ("a-05", Org::Lake, "SC10", &[]),
    // By community recognition.
    ("a-31", Org::Land, "SC11", &["LND-01", "LND-03"]),
    ("a-33", Org::Land, "SC11", &["LND-01", "LND-03"]),
    // By technical qualification.
    ("a-32", Org::Land, "SC11", &["LND-02"]),
    ("a-02", Org::Pine, "SC12", &[]),
    ("a-07", Org::Pine, "SC12", &[]),
    ("a-09", Org::Pine, "SC12", &[]),
    ("a-04", Org::Care, "SC12", &[]),
    ("a-08", Org::Pine, "SC12", &[]),
];

/// Who may judge a competency of a profile.
pub(super) fn assessors(profile: &str, code: &str) -> impl Iterator<Item = &'static str> {
    let covers = move |s: &&(&str, Org, &str, &[&str])| s.2 == profile && (s.3.is_empty() || s.3.contains(&code));
    SCOPES.iter().filter(covers).map(|s| s.0)
}
