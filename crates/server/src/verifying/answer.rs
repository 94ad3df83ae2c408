//! What a check found, for programs: the same from the API, the VC-API and the command line.

use super::Examined;
use super::given::{Checked, One, Unreadable};
use super::presented::Presentation;
use super::trust::Listed;
use super::web::Fetched;
use crate::issuing::document::stamp;
use domain::standing::IssuerFinding;
use serde::Serialize;
use utoipa::ToSchema;
use vc::Endorsed;

/// What a check of a credential found: one verdict, and the checks behind it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Verification {
    pub verdict: VerdictName,
    /// When it was checked.
    #[schema(example = "2026-06-01T12:00:00Z")]
    pub checked_at: String,
    /// The eight checks, in order.
    pub checks: Vec<CheckMade>,
    /// The issuer's id as the credential states it.
    pub issuer: Option<String>,
    pub issuer_name: Option<String>,
    /// What it certifies, as the credential states it.
    pub name: Option<String>,
    /// The credential's own id, as it states it.
    id: Option<String>,
    /// What the issuer's standing means for it, if the issuer is registered here: `issuer_recognised`, `valid_issuer_closed`,
    /// `valid_at_issue_issuer_suspended`, `valid_at_issue_issuer_revoked`, `issuer_not_recognised`.
    #[schema(example = "issuer_recognised")]
    issuer_standing: Option<&'static str>,
    /// The list of trusted issuers that the issuer was found on. That it is on none says nothing against it.
    trusted_by: Option<TrustedBy>,
    /// When it comes into force, as written.
    pub valid_from: Option<String>,
    /// When it ends, as written.
    pub valid_until: Option<String>,
    /// The endorsements inside, each with its own verdict.
    pub endorsements: Vec<EndorsementFound>,
    /// What was fetched for the check, or read from files that were saved before.
    pub fetched: Vec<FetchedFrom>,
}

/// One verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictName {
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
    /// Not signed by a key of the issuer that it names.
    IssuerNotRecognised,
    /// Something that the answer depends on could not be checked.
    CannotCheckNow,
}

impl VerdictName {
    /// As people read it at the terminal.
    pub fn words(self) -> &'static str {
        match self {
            VerdictName::Valid => "valid",
            VerdictName::Expired => "expired",
            VerdictName::NotYetValid => "not yet valid",
            VerdictName::Suspended => "suspended",
            VerdictName::Revoked => "revoked",
            VerdictName::Altered => "altered",
            VerdictName::IssuerNotRecognised => "issuer not recognised",
            VerdictName::CannotCheckNow => "cannot check now",
        }
    }
}

impl From<vc::Verdict> for VerdictName {
    fn from(v: vc::Verdict) -> VerdictName {
        match v {
            vc::Verdict::Valid => VerdictName::Valid,
            vc::Verdict::Expired => VerdictName::Expired,
            vc::Verdict::NotYetValid => VerdictName::NotYetValid,
            vc::Verdict::Suspended => VerdictName::Suspended,
            vc::Verdict::Revoked => VerdictName::Revoked,
            vc::Verdict::Altered => VerdictName::Altered,
            vc::Verdict::IssuerNotRecognised => VerdictName::IssuerNotRecognised,
            vc::Verdict::CannotCheckNow => VerdictName::CannotCheckNow,
        }
    }
}

/// One check.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckMade {
    /// `proof`, `issuer_binding`, `shape`, `dates`, `status`, `recipient`, `endorsements` or `issuer_known`.
    #[schema(example = "proof")]
    name: &'static str,
    /// `passed`, `failed`, `not_checked` (it could not be) or `not_applicable` (there was nothing to check, or nobody asked).
    #[schema(example = "passed")]
    outcome: &'static str,
    /// Why, in English.
    detail: String,
}

impl CheckMade {
    /// As people read it at the terminal.
    pub fn line(&self) -> String {
        format!("  {:<14} {:<14} {}", self.name.replace('_', " "), self.outcome.replace('_', " "), self.detail)
    }
}

impl From<&vc::Check> for CheckMade {
    fn from(check: &vc::Check) -> CheckMade {
        CheckMade { name: check.name.code(), outcome: check.outcome.code(), detail: check.detail.clone() }
    }
}

/// A list of trusted issuers.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrustedBy {
    list: String,
    /// Where the list comes from.
    source: String,
    /// The day that it is of.
    #[schema(example = "2026-09-01")]
    date: String,
    /// What it calls the issuer.
    issuer: String,
}

impl From<&Listed> for TrustedBy {
    fn from(listed: &Listed) -> TrustedBy {
        let Listed { issuer, list, source, date } = listed.clone();
        TrustedBy { list, source, date, issuer }
    }
}

/// One endorsement inside a credential.
#[derive(Debug, Serialize, ToSchema)]
pub struct EndorsementFound {
    /// What it stands in: `credential`, `achievement` or `issuer`.
    #[schema(example = "achievement")]
    endorses: &'static str,
    /// Whether it speaks of what it stands in.
    is_about_it: bool,
    /// Its own verdict, of which that of the credential does not depend; none if it can't be read.
    verdict: Option<VerdictName>,
    /// Who endorses, as it states it.
    issuer: Option<String>,
    issuer_name: Option<String>,
    valid_from: Option<String>,
    valid_until: Option<String>,
    /// What it says.
    comment: Option<String>,
}

impl EndorsementFound {
    /// As people read it at the terminal.
    pub fn line(&self) -> String {
        let verdict = match (self.verdict, self.is_about_it) {
            (Some(VerdictName::Valid), false) => "of something else",
            (Some(verdict), _) => verdict.words(),
            (None, _) => "unreadable",
        };
        let by = self.issuer_name.as_deref().or(self.issuer.as_deref()).unwrap_or("nobody who is named");
        format!("  endorsement of the {} by {by}: {verdict}", self.endorses)
    }
}

impl From<&Endorsed> for EndorsementFound {
    fn from(one: &Endorsed) -> EndorsementFound {
        let report = one.report.as_ref();
        EndorsementFound {
            endorses: one.what.code(),
            is_about_it: one.is_about_it,
            verdict: report.map(|r| r.verdict.into()),
            issuer: report.and_then(|r| r.issuer.clone()),
            issuer_name: report.and_then(|r| r.issuer_name.clone()),
            valid_from: report.and_then(|r| r.valid_from.clone()),
            valid_until: report.and_then(|r| r.valid_until.clone()),
            comment: one.comment.clone(),
        }
    }
}

/// A document that a check needed.
#[derive(Debug, Serialize, ToSchema)]
pub struct FetchedFrom {
    address: String,
    /// When it was fetched, which may be some minutes ago; or when the file was saved.
    at: String,
    /// `web` or `file`.
    #[schema(example = "web")]
    from: &'static str,
    /// Why it could not be had, in English; none if it could.
    problem: Option<String>,
}

impl FetchedFrom {
    /// As people read it at the terminal.
    pub fn line(&self) -> String {
        match &self.problem {
            Some(why) => format!("  not had: {}: {why}", self.address),
            None => format!("  from the {}, as of {}: {}", self.from, self.at, self.address),
        }
    }
}

impl From<&Fetched> for FetchedFrom {
    fn from(fetched: &Fetched) -> FetchedFrom {
        FetchedFrom {
            address: fetched.address.clone(),
            at: stamp(fetched.at),
            from: if fetched.saved { "file" } else { "web" },
            problem: fetched.found.as_ref().err().map(ToString::to_string),
        }
    }
}

impl Verification {
    /// Of a check that asked no register.
    pub fn of_report(report: &vc::Report, fetched: &[Fetched], at: domain::Ts) -> Verification {
        Verification {
            verdict: report.verdict.into(),
            checked_at: stamp(at),
            checks: report.checks.iter().map(CheckMade::from).collect(),
            issuer: report.issuer.clone(),
            issuer_name: report.issuer_name.clone(),
            name: report.name.clone(),
            id: report.id.clone(),
            issuer_standing: None,
            trusted_by: None,
            valid_from: report.valid_from.clone(),
            valid_until: report.valid_until.clone(),
            endorsements: report.endorsements.iter().map(EndorsementFound::from).collect(),
            fetched: fetched.iter().map(FetchedFrom::from).collect(),
        }
    }
}

impl From<&Examined> for Verification {
    fn from(examined: &Examined) -> Verification {
        let known = examined.report.check(vc::CheckName::IssuerKnown).outcome;
        let is_ours = examined.listed.is_none() && matches!(known, vc::Outcome::Passed | vc::Outcome::Failed);
        Verification {
            issuer_standing: (is_ours || examined.issuer != IssuerFinding::Recognised).then(|| examined.issuer.code()),
            trusted_by: examined.listed.as_ref().map(TrustedBy::from),
            ..Verification::of_report(&examined.report, &examined.fetched, examined.at)
        }
    }
}

/// What a check of anything found: of a credential, of each credential in a presentation, or why nothing could be read.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answer {
    /// The verdict: of the credential, or of the first in a presentation that is not valid. None if nothing could be read.
    pub verdict: Option<VerdictName>,
    /// Why nothing could be read, in English. This says nothing about any credential.
    pub unreadable: Option<String>,
    /// How the presentation is signed, if it is one.
    pub presentation: Option<PresentationFound>,
    /// What was found of each credential.
    pub credentials: Vec<Verification>,
}

/// How a presentation is signed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PresentationFound {
    /// Who shows it.
    pub holder: Option<String>,
    /// Whether the signature fits the content. For whom and for which occasion it was made was not asked.
    pub proof: CheckMade,
    /// Whether the key that signed is the holder's.
    pub holder_binding: CheckMade,
}

impl Answer {
    /// Nothing could be read.
    pub fn unreadable(why: impl Into<String>) -> Answer {
        Answer { verdict: None, unreadable: Some(why.into()), presentation: None, credentials: vec![] }
    }

    /// Whether all of it is valid, and for whoever was named, if somebody was.
    pub fn holds(&self) -> bool {
        let for_another = |one: &Verification| one.checks.iter().any(|check| check.name == "recipient" && check.outcome == "failed");
        self.verdict == Some(VerdictName::Valid) && !self.credentials.iter().any(for_another)
    }
}

impl From<&Checked> for Answer {
    fn from(checked: &Checked) -> Answer {
        let credentials: Vec<Verification> = checked.credentials().iter().map(|One { examined, .. }| examined.into()).collect();
        let presentation = match checked {
            Checked::Credential(_) => None,
            Checked::Presentation(presentation) => Some(presentation),
        };
        let of_credentials = || credentials.iter().map(|one| one.verdict).find(|verdict| *verdict != VerdictName::Valid);
        let verdict = presentation.and_then(signature_verdict).or_else(of_credentials).unwrap_or(VerdictName::Valid);
        Answer { verdict: Some(verdict), unreadable: None, presentation: presentation.map(PresentationFound::from), credentials }
    }
}

impl From<Unreadable> for Answer {
    fn from(why: Unreadable) -> Answer {
        Answer::unreadable(why.to_string())
    }
}

impl From<&Presentation> for PresentationFound {
    fn from(presentation: &Presentation) -> PresentationFound {
        PresentationFound {
            holder: presentation.holder.clone(),
            proof: (&presentation.proof).into(),
            holder_binding: (&presentation.holder_binding).into(),
        }
    }
}

/// What the signature of a presentation says against it.
fn signature_verdict(presentation: &Presentation) -> Option<VerdictName> {
    match (presentation.proof.outcome, presentation.holder_binding.outcome) {
        (vc::Outcome::Failed, _) => Some(VerdictName::Altered),
        (_, vc::Outcome::Failed) => Some(VerdictName::IssuerNotRecognised),
        (vc::Outcome::Passed, vc::Outcome::Passed) => None,
        _ => Some(VerdictName::CannotCheckNow),
    }
}
