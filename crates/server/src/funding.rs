//! Rules of those who help paying for learning: read from a file that the operator may replace, never written into the program.

use domain::funding::FundingRule;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The rules that come with the program.
const OWN: &str = include_str!("../data/funding.toml");
/// Largest file, in bytes.
const LARGEST: u64 = 1 << 20;

/// Why a file of rules can't be used.
#[derive(Debug, thiserror::Error)]
pub enum BadRules {
    /// It can't be read.
    #[error("{0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// Over 1 MiB.
    #[error("{0} is larger than 1 MB")]
    TooLarge(PathBuf),
    /// It is not written as rules are.
    #[error("{0}: {1}")]
    Malformed(PathBuf, toml::de::Error),
    /// A rule lacks its names, its source, its day or its tests; or two have one id.
    #[error(
        "{0}: the rule {1} needs an id of its own in small letters, a name and who decides in both languages, a source, a day such as 2026-09-01, \
         and tests whose numbers make sense"
    )]
    Unsound(PathBuf, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<FundingRule>,
}

/// The rules of a file; without one, those that come with the program.
pub fn read(file: Option<&Path>) -> Result<Vec<FundingRule>, BadRules> {
    let Some(path) = file else { return parse(OWN, Path::new("funding.toml")) };
    let unreadable = |e| BadRules::Unreadable(path.to_owned(), e);
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(BadRules::TooLarge(path.to_owned()));
    }
    parse(&std::fs::read_to_string(path).map_err(unreadable)?, path)
}

fn parse(text: &str, path: &Path) -> Result<Vec<FundingRule>, BadRules> {
    let file: File = toml::from_str(text).map_err(|e| BadRules::Malformed(path.to_owned(), e))?;
    let mut ids = std::collections::HashSet::new();
    match file.rule.iter().find(|r| !r.sound() || !ids.insert(r.id.clone())) {
        Some(rule) => Err(BadRules::Unsound(path.to_owned(), rule.id.clone())),
        None => Ok(file.rule),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_come_along_are_sound_and_say_their_source() {
        let rules = read(None).unwrap();
        assert!(rules.iter().any(|r| r.id == "osap-micro-credentials" && r.source.starts_with("https://")));
    }

    #[test]
    fn an_operator_may_have_none() {
        assert_eq!(parse("", Path::new("x")).unwrap(), []);
    }

    #[test]
    fn a_rule_without_a_day_or_with_a_test_nobody_knows_is_refused_by_name() {
        let undated = OWN.replace("as_of = \"2022-09-01\"", "as_of = \"lately\"");
        assert!(matches!(parse(&undated, Path::new("x")), Err(BadRules::Unsound(_, id)) if id == "osap-micro-credentials"));
        let strange = OWN.replace("kind = \"hours\"", "kind = \"luck\"");
        assert!(matches!(parse(&strange, Path::new("x")), Err(BadRules::Malformed(..))));
        assert!(matches!(parse(&format!("{OWN}\n{OWN}"), Path::new("x")), Err(BadRules::Unsound(..))));
    }
}
