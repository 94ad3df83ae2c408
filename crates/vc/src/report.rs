//! What a check of a credential found: one verdict in plain words, and the checks behind it.

use serde_json::Value;

use crate::recipient::Recipient;
use crate::verify::{Binding, Endorsed};

/// The answer that a person gets. Never "invalid": each answer says what is the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Signed by its issuer, unchanged and in force.
    Valid,
    /// Was in force until a date that has passed.
    Expired,
    /// Will be in force from a date that has not come.
    NotYetValid,
    /// The issuer has suspended it for now.
    Suspended,
    /// The issuer has taken it back.
    Revoked,
    /// The content is not what was signed, or the signature is missing or broken.
    Altered,
    /// The signature is sound but not by a key of the issuer it names, or not by an issuer that
    /// whoever asks recognises.
    IssuerNotRecognised,
    /// Something that the answer depends on could not be checked; the checks say what.
    CannotCheckNow,
}

impl Verdict {
    /// The name used in API answers and translation keys.
    pub fn code(&self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::Expired => "expired",
            Verdict::NotYetValid => "not_yet_valid",
            Verdict::Suspended => "suspended",
            Verdict::Revoked => "revoked",
            Verdict::Altered => "altered",
            Verdict::IssuerNotRecognised => "issuer_not_recognised",
            Verdict::CannotCheckNow => "cannot_check_now",
        }
    }
}

/// The things that are checked, in the order they are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckName {
    /// The signature fits the content.
    Proof,
    /// The key that signed belongs to the issuer the credential names.
    IssuerBinding,
    /// The fields that its kind of credential must have are there.
    Shape,
    /// Now lies between `validFrom` and `validUntil`.
    Dates,
    /// The issuer has neither suspended nor revoked it.
    Status,
    /// It is for whom the person who checks it thinks it is for. This crate says
    /// [`Outcome::NotApplicable`] until [`Report::recipient_asked`] names somebody.
    Recipient,
    /// The endorsements inside hold. They change nothing about the verdict.
    Endorsements,
    /// The issuer is one that whoever asks recognises. This crate cannot know: it says
    /// [`Outcome::NotApplicable`], and [`Report::issuer_known`] fills it in.
    IssuerKnown,
}

impl CheckName {
    /// The name used in API answers and translation keys.
    pub fn code(&self) -> &'static str {
        match self {
            CheckName::Proof => "proof",
            CheckName::IssuerBinding => "issuer_binding",
            CheckName::Shape => "shape",
            CheckName::Dates => "dates",
            CheckName::Status => "status",
            CheckName::Recipient => "recipient",
            CheckName::Endorsements => "endorsements",
            CheckName::IssuerKnown => "issuer_known",
        }
    }
}

/// How one check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Looked at and found good.
    Passed,
    /// Looked at and found wanting.
    Failed,
    /// Could not be looked at; the detail says why.
    NotChecked,
    /// There was nothing to look at, or nobody asked.
    NotApplicable,
}

impl Outcome {
    /// The name used in API answers and translation keys.
    pub fn code(&self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::NotChecked => "not_checked",
            Outcome::NotApplicable => "not_applicable",
        }
    }
}

/// One check, how it went, and why, in plain English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was checked.
    pub name: CheckName,
    /// How it went.
    pub outcome: Outcome,
    /// Why, for a person.
    pub detail: String,
}

/// What the issuer's status list says, once somebody has read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFinding {
    /// Neither suspended nor revoked.
    InForce,
    /// Suspended for now.
    Suspended,
    /// Taken back.
    Revoked,
}

/// Everything that a check found, with the few fields that a page shows first.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The answer.
    pub verdict: Verdict,
    /// The eight checks behind it, in order.
    pub checks: Vec<Check>,
    /// The credential's id as it states it.
    pub id: Option<String>,
    /// The issuer's id as the credential states it.
    pub issuer: Option<String>,
    /// The issuer's name as the credential states it.
    pub issuer_name: Option<String>,
    /// The name of the credential, or of its achievement.
    pub name: Option<String>,
    /// When it comes into force, as written.
    pub valid_from: Option<String>,
    /// When it ends, as written.
    pub valid_until: Option<String>,
    /// The `credentialStatus` entries, for a caller that can read the lists they point to.
    pub status_entries: Vec<Value>,
    /// Whom it is for, as it states it.
    pub recipient: Recipient,
    /// The endorsements inside, if its signature is sound; at most [`crate::MOST_ENDORSEMENTS`].
    pub endorsements: Vec<Endorsed>,
    pub(crate) date_finding: Option<Verdict>,
    pub(crate) status_finding: Option<StatusFinding>,
    pub(crate) binding: Binding,
}

impl Report {
    /// The check of that name. All eight are always there.
    pub fn check(&self, name: CheckName) -> &Check {
        self.checks.iter().find(|check| check.name == name).expect("a report holds each of the eight checks")
    }

    /// Fills in the status check after the caller has read the issuer's list, and draws the
    /// verdict anew.
    pub fn status_known(&mut self, finding: StatusFinding, detail: impl Into<String>) {
        let outcome = match finding {
            StatusFinding::InForce => Outcome::Passed,
            StatusFinding::Suspended | StatusFinding::Revoked => Outcome::Failed,
        };
        self.status_finding = Some(finding);
        self.set(CheckName::Status, outcome, detail.into());
    }

    /// Fills in whether the issuer is one that the caller recognises, and draws the verdict anew.
    pub fn issuer_known(&mut self, known: bool, detail: impl Into<String>) {
        let outcome = if known { Outcome::Passed } else { Outcome::Failed };
        self.set(CheckName::IssuerKnown, outcome, detail.into());
    }

    /// Says why it is not known whether the issuer is one that the caller recognises. The verdict stays.
    pub fn issuer_unknown(&mut self, why: impl Into<String>) {
        self.set(CheckName::IssuerKnown, Outcome::NotChecked, why.into());
    }

    /// Fills in whether it is for somebody whom the caller knows by an e-mail address, a DID or a number. The verdict stays:
    /// a credential of somebody else is as genuine.
    pub fn recipient_asked(&mut self, asked: &str) {
        let (outcome, detail) = match self.recipient.is(asked) {
            Some(true) => (Outcome::Passed, "It is for the person who was named."),
            Some(false) => (Outcome::Failed, "It is for somebody else than the person who was named."),
            None => (Outcome::NotChecked, "It says nothing that can be compared with what was named."),
        };
        self.set(CheckName::Recipient, outcome, detail.to_owned());
    }

    /// Fills in whether it is about whoever signed the presentation that it came in. The verdict stays.
    pub fn recipient_presented(&mut self, is_holders: bool) {
        let (outcome, detail) = match is_holders {
            true => (Outcome::Passed, "It is about whoever signed the presentation."),
            false => (Outcome::Failed, "It is not about whoever signed the presentation, as far as that is known."),
        };
        self.set(CheckName::Recipient, outcome, detail.to_owned());
    }

    /// Says why the status could not be read.
    pub(crate) fn status_unknown(&mut self, why: impl Into<String>) {
        self.set(CheckName::Status, Outcome::NotChecked, why.into());
    }

    /// Whether the signature is sound, and by the issuer if that was asked.
    pub(crate) fn is_sound(&self) -> bool {
        let passed = |name| self.check(name).outcome == Outcome::Passed;
        passed(CheckName::Proof) && (self.binding == Binding::NotAsked || passed(CheckName::IssuerBinding))
    }

    pub(crate) fn set(&mut self, name: CheckName, outcome: Outcome, detail: String) {
        if let Some(check) = self.checks.iter_mut().find(|check| check.name == name) {
            check.outcome = outcome;
            check.detail = detail;
        }
        self.verdict = self.settled();
    }

    /// The verdict that follows from the checks: the first of these that applies.
    pub(crate) fn settled(&self) -> Verdict {
        let outcome = |name| self.check(name).outcome;
        if outcome(CheckName::Proof) == Outcome::Failed {
            return Verdict::Altered;
        }
        // Also when the proof could not be checked because the issuer does not publish the key.
        if [CheckName::IssuerBinding, CheckName::IssuerKnown].map(outcome).contains(&Outcome::Failed) {
            return Verdict::IssuerNotRecognised;
        }
        if !self.is_sound() {
            return Verdict::CannotCheckNow;
        }
        match self.status_finding {
            Some(StatusFinding::Revoked) => return Verdict::Revoked,
            Some(StatusFinding::Suspended) => return Verdict::Suspended,
            Some(StatusFinding::InForce) | None => {}
        }
        if let Some(verdict) = self.date_finding {
            // An unread status list cannot make an expired credential good again.
            return verdict;
        }
        let unread = !self.status_entries.is_empty() && self.status_finding.is_none();
        if unread || outcome(CheckName::Shape) != Outcome::Passed {
            return Verdict::CannotCheckNow;
        }
        Verdict::Valid
    }
}
