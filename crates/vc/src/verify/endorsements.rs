//! Endorsements inside a credential: other people's words for it, for what it certifies or for its issuer, each a signed
//! credential of its own. Whether they hold changes nothing about the credential.

use serde_json::{Map, Value};

use super::{VerifyOptions, open, shown, with_status};
use crate::issuer_key::Resolve;
use crate::limits::Budget;
use crate::report::{CheckName, Outcome, Report, Verdict};
use crate::shape::{has_type, list};
use crate::verify::{Malformed, enveloped};

/// Most endorsements that are looked at in one credential.
pub const MOST_ENDORSEMENTS: usize = 16;

/// What an endorsement stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endorsable {
    /// The credential itself.
    Credential,
    /// What it certifies.
    Achievement,
    /// Its issuer.
    Issuer,
}

impl Endorsable {
    /// The name used in API answers and translation keys.
    pub fn code(&self) -> &'static str {
        match self {
            Endorsable::Credential => "credential",
            Endorsable::Achievement => "achievement",
            Endorsable::Issuer => "issuer",
        }
    }
}

/// One endorsement, and what the check of it found.
#[derive(Debug, Clone, PartialEq)]
pub struct Endorsed {
    /// What it stands in.
    pub what: Endorsable,
    /// Whether that is also what it speaks of: an endorsement of something else can be put anywhere.
    pub is_about_it: bool,
    /// What it says.
    pub comment: Option<String>,
    /// Its own report; `None` if it can't be read as a credential.
    pub report: Option<Report>,
}

impl Endorsed {
    /// Whether it is in force and speaks of what it stands in; `None` if that could not be checked.
    pub fn holds(&self) -> Option<bool> {
        match self.report.as_ref().map(|report| report.verdict) {
            Some(Verdict::Valid) => Some(self.is_about_it),
            Some(Verdict::CannotCheckNow) => None,
            _ => Some(false),
        }
    }
}

/// Checks the endorsements inside `credential` one by one, and writes what was found into its report.
pub(super) fn check(report: &mut Report, credential: &Map<String, Value>, resolve: Resolve<'_>, options: &VerifyOptions, budget: &Budget) {
    let inside = inside(credential);
    let count = inside.len();
    let looked_at = inside.into_iter().take(MOST_ENDORSEMENTS);
    report.endorsements = looked_at.map(|(what, id, document)| one(what, id, document, resolve, options, budget)).collect();
    let is = |wanted| report.endorsements.iter().filter(|one| one.holds() == wanted).count();
    let (outcome, detail) = match (count, is(Some(false)), is(None)) {
        (0, _, _) => (Outcome::NotApplicable, "No endorsement is inside.".to_owned()),
        (_, 0, 0) if count <= MOST_ENDORSEMENTS => (Outcome::Passed, format!("Endorsements inside that hold: {count} of {count}.")),
        (_, 0, open) => {
            (Outcome::NotChecked, format!("Endorsements inside that hold: {} of {count}; not all could be checked.", count - open))
        }
        (_, bad, _) => (Outcome::Failed, format!("Endorsements inside that do not hold: {bad} of {count}. The credential itself may.")),
    };
    report.set(CheckName::Endorsements, outcome, detail);
}

/// The endorsements inside, each with what it stands in and the id of that.
fn inside(credential: &Map<String, Value>) -> Vec<(Endorsable, Option<&str>, &Value)> {
    let subjects = list(credential.get("credentialSubject"));
    let achievements = subjects.into_iter().filter_map(|subject| subject.get("achievement")?.as_object());
    let achievements = achievements.map(|achievement| (Endorsable::Achievement, achievement));
    let issuer = credential.get("issuer").and_then(Value::as_object).map(|issuer| (Endorsable::Issuer, issuer));
    let things = std::iter::once((Endorsable::Credential, credential)).chain(achievements).chain(issuer);
    let held = things.flat_map(|(what, thing)| {
        let id = thing.get("id").and_then(Value::as_str);
        let written = ["endorsement", "endorsementJwt"].into_iter().flat_map(|field| list(thing.get(field)));
        written.map(move |document| (what, id, document)).collect::<Vec<_>>()
    });
    held.collect()
}

fn one(what: Endorsable, id: Option<&str>, document: &Value, resolve: Resolve<'_>, options: &VerifyOptions, budget: &Budget) -> Endorsed {
    let report = read(document, resolve, options, budget).ok();
    let opened = enveloped::text(document).and_then(enveloped::payload);
    let endorsement = opened.as_ref().or(document.as_object());
    let subjects = list(endorsement.and_then(|endorsement| endorsement.get("credentialSubject")));
    let subject = subjects.first().copied().unwrap_or(&Value::Null);
    let is_endorsement = endorsement.is_some_and(|endorsement| has_type(endorsement, "EndorsementCredential"));
    let is_about_it = is_endorsement && id.is_some() && subject.get("id").and_then(Value::as_str) == id;
    let comment = subject.get("endorsementComment").and_then(shown).map(str::to_owned);
    Endorsed { what, is_about_it, comment, report }
}

/// Its own check, without endorsements of the endorsement.
fn read(document: &Value, resolve: Resolve<'_>, options: &VerifyOptions, budget: &Budget) -> Result<Report, Malformed> {
    Ok(with_status(&open(document, resolve, budget)?, resolve, options, budget))
}
