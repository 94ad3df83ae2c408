//! Who may get help with paying for learning: rules from outside, dated and with their source, and what can be said about them
//! here. Never that somebody gets it: only whoever pays decides.

use crate::Text;
use crate::offering::Offering;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rules of one programme of support, as they stood on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingRule {
    /// A short name for addresses and programs.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who alone decides.
    pub decided_by: Text,
    /// Where these rules are written.
    pub source: String,
    /// The day as of which they are known, as `YYYY-MM-DD`.
    pub as_of: String,
    /// What is asked, in the order it is told.
    pub tests: Vec<Test>,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// The learning takes less than so many weeks.
    WeeksUnder {
        /// The first number that is too long.
        weeks: i64,
    },
    /// The learning takes so many hours.
    Hours {
        /// At least.
        least: i64,
        /// At most.
        most: i64,
    },
    /// What a household earns in a year, in cents.
    Income {
        /// At most, for somebody alone.
        alone: i64,
        /// At most, for two or more.
        shared: i64,
    },
    /// Something that only the learner, or nobody here, knows.
    Confirm {
        /// A short name for forms.
        id: String,
        /// Has to be answered with yes.
        question: Text,
    },
}

impl FundingRule {
    /// Whether it can be a rule: it has a name, a source, a day, tests, and no number below nothing.
    pub fn sound(&self) -> bool {
        let named =
            |s: &str| !s.is_empty() && s.len() <= 60 && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let test = |t: &Test| match t {
            Test::WeeksUnder { weeks } => *weeks > 0,
            Test::Hours { least, most } => *least >= 0 && least <= most,
            Test::Income { alone, shared } => *alone >= 0 && *shared >= 0,
            Test::Confirm { id, question } => named(id) && !question.en.is_empty() && !question.fr.is_empty(),
        };
        let told = |text: &Text| !text.en.is_empty() && !text.fr.is_empty();
        named(&self.id)
            && told(&self.name)
            && told(&self.decided_by)
            && !self.source.is_empty()
            && crate::time::day_of(&self.as_of).is_some()
            && !self.tests.is_empty()
            && self.tests.iter().all(test)
    }
}

/// What a learner says of themself. Nothing of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// What their household earns in a year, in cents.
    pub income: Option<i64>,
    /// How many it has.
    pub household: Option<u32>,
    /// Yes or no to the questions, by their short names.
    pub confirmed: BTreeMap<String, bool>,
}

/// How one test came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is met.
    Met,
    /// It is not.
    NotMet,
    /// Nobody here knows.
    NotKnown,
}

/// What all tests come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It meets the listed tests. That is no approval.
    MeetsListedTests,
    /// At least one is not met.
    FailsListedTest,
    /// None is failed, and some can't be told.
    NotAllKnown,
}

/// How each test comes out for this offering and learner, and what they come to.
pub fn check(rule: &FundingRule, o: &Offering, answers: &Answers) -> (Vec<Came>, Verdict) {
    let came: Vec<Came> = rule.tests.iter().map(|test| one(test, o, answers)).collect();
    let verdict = if came.contains(&Came::NotMet) {
        Verdict::FailsListedTest
    } else if came.contains(&Came::NotKnown) {
        Verdict::NotAllKnown
    } else {
        Verdict::MeetsListedTests
    };
    (came, verdict)
}

/// How the tests about the learning alone come out: those that need no answer of anybody.
pub fn check_learning(rule: &FundingRule, o: &Offering) -> Verdict {
    let about_it = |test: &&Test| matches!(test, Test::WeeksUnder { .. } | Test::Hours { .. });
    let tests = rule.tests.iter().filter(about_it).cloned().collect();
    check(&FundingRule { tests, ..rule.clone() }, o, &Answers::default()).1
}

fn one(test: &Test, o: &Offering, answers: &Answers) -> Came {
    let met = match test {
        Test::WeeksUnder { weeks } => o.days.as_ref().and_then(|d| d.known).map(|d| d.most < weeks * 7),
        Test::Hours { least, most } => o.minutes().map(|m| (least * 60..=most * 60).contains(&m)),
        Test::Income { alone, shared } => {
            answers.income.zip(answers.household).map(|(income, household)| income <= if household > 1 { *shared } else { *alone })
        }
        Test::Confirm { id, .. } => answers.confirmed.get(id).copied(),
    };
    met.map_or(Came::NotKnown, |met| if met { Came::Met } else { Came::NotMet })
}

#[cfg(test)]
mod tests;
