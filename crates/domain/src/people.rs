//! Who takes part, in which role, for which organisation, and with what scope.

use crate::{CompetencyId, Lang, OrganisationId, PersonId, ProfileId, Text, Ts};
use serde::{Deserialize, Serialize};

/// What an organisation is in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A college or university.
    Institution,
    /// A professional or employers' association.
    Association,
    /// An employer.
    Employer,
    /// An Indigenous institute.
    IndigenousInstitute,
    /// A body that assures quality.
    QaBody,
}

/// An employer, association, institution or quality body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What it is in the world.
    pub kind: OrganisationKind,
    /// What it is called.
    pub name: Text,
    /// Where people can read about it, if anywhere.
    pub website: Option<String>,
    /// Country and region of the issuer, such as `CA-ON`.
    pub region: String,
}

/// A natural person with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name as it is to stand on credentials.
    pub name: String,
    /// The address that signs them in, in lower case.
    pub email: String,
    /// The language chosen at first contact (LRN-14).
    pub lang: Lang,
    /// When the account was made.
    pub created: Ts,
}

impl Person {
    /// Whether the account is closed: what remains has its number in place of an address.
    pub fn has_closed(&self) -> bool {
        self.email == self.id.to_string()
    }
}

/// What a person does for an organisation. Everybody with an account is a learner besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes and publishes job-competency profiles, imports frameworks, lists offerings.
    Author,
    /// Judges evidence, within a scope.
    Assessor,
    /// Takes the credential decision. Never the same person as the assessor (INS-06).
    Issuer,
    /// Runs the instance.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Author, Role::Assessor, Role::Issuer, Role::Admin];
}

/// A role held in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
}

/// What an assessor may judge (ASR-01).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessorScope {
    /// Who.
    pub person: PersonId,
    /// For which body they assess: it is named on the credential as its source.
    pub organisation: OrganisationId,
    /// In which profile.
    pub profile: ProfileId,
    /// Which competencies of it; empty means all of them.
    pub competencies: Vec<CompetencyId>,
    /// From when.
    pub from: Ts,
    /// Until when.
    pub until: Ts,
}

impl AssessorScope {
    /// Whether this scope lets its holder judge `competency` of `profile` at `now`.
    pub fn covers(&self, profile: ProfileId, competency: CompetencyId, now: Ts) -> bool {
        self.profile == profile
            && (self.competencies.is_empty() || self.competencies.contains(&competency))
            && self.from <= now
            && now < self.until
    }
}

/// What an assessor answered when asked about ties with the learner (ASR-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConflictDeclaration {
    /// None known.
    None,
    /// There is one; the assessor steps back without penalty.
    Declared(String),
}

#[cfg(test)]
mod tests;
