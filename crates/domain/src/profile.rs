//! Job-competency profiles: what a job needs, criterion by criterion, and the life of their versions (2.12.9).

mod lifecycle;
mod service;
pub use lifecycle::{ChangeClass, NotPublishable, VersionState};
pub use service::{ServiceTime, service_time};

use crate::{CompetencyId, CriterionId, OrganisationId, ProfileId, Text, VersionId};
use serde::{Deserialize, Serialize};

/// How much harm a wrong judgement could do (2.13.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RiskTier {
    /// Low stakes or formative.
    C,
    /// Normal.
    B,
    /// Safety-critical, vulnerable people, or regulated scope.
    A,
}

/// Whether a criterion is about doing or about knowing: doing must be seen more than once (2.13.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    /// Something done; more than one occasion is asked for.
    Performance,
    /// Something known; once is enough.
    Knowledge,
}

/// What each of the three results looks like for one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// Seen when the criterion is not shown.
    pub not_evident: Text,
    /// Seen when it is shown in part.
    pub approaching: Text,
    /// Seen when it is met.
    pub competent: Text,
}

/// One judgeable statement of what is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerformanceCriterion {
    /// Stays the same across versions as long as the meaning does.
    pub id: CriterionId,
    /// Short label such as `WLD-01.2`.
    pub code: String,
    /// What is done.
    pub statement: Text,
    /// Doing or knowing.
    pub kind: CriterionKind,
    /// Cannot be waived by an accommodation (a bona fide requirement).
    pub essential: bool,
    /// Levels.
    pub rubric: Rubric,
}

/// What evidence a competency asks for (2.13.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRule {
    /// Separate occasions for each performance criterion.
    pub occasions: u8,
    /// How recent one of them must be, in months; at most 60.
    pub currency_months: u16,
    /// Advice to the learner on what to send.
    pub advice: Text,
}

impl Default for EvidenceRule {
    fn default() -> Self {
        EvidenceRule { occasions: 2, currency_months: 24, advice: Text::default() }
    }
}

/// Where a competency or profile was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRef {
    /// The framework's name and version.
    pub framework: String,
    /// The id of the element there.
    pub source_id: String,
}

/// One competency of a profile, at a stated level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competency {
    /// Stays the same across versions.
    pub id: CompetencyId,
    /// Short label such as `WLD-01`.
    pub code: String,
    /// What a holder can do.
    pub statement: Text,
    /// Needed for the credential; others are electives.
    pub required: bool,
    /// The level on the profile's scale that is asked for, counted from 1.
    pub level: u8,
    /// Risk tier.
    pub tier: RiskTier,
    /// Evidence rule.
    pub rule: EvidenceRule,
    /// How long a recognition stays current, in months; none: it does not expire.
    pub validity_months: Option<u16>,
    /// Where it was taken from.
    pub source: Option<SourceRef>,
    /// Its criteria, in order.
    pub criteria: Vec<PerformanceCriterion>,
}

impl Competency {
    /// The criterion of this id.
    pub fn criterion(&self, id: CriterionId) -> Option<&PerformanceCriterion> {
        self.criteria.iter().find(|c| c.id == id)
    }
}

/// A named, ordered scale of proficiency. A level is never stored without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProficiencyScale {
    /// What the scale is called.
    pub name: Text,
    /// Its levels, lowest first.
    pub levels: Vec<Text>,
}

/// An occupation in a public classification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupation {
    /// The classification and its edition, such as `NOC 2021`.
    pub scheme: String,
    /// The code in it.
    pub code: String,
    /// Its title.
    pub title: Text,
}

/// A service price in whole cents. Set by service, never by outcome (INS-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// Cents.
    pub cents: i64,
}

/// Everything a profile version says. Working copy while a draft; fixed once published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileBody {
    /// Title.
    pub title: Text,
    /// What the holder can do, in at most 100 words.
    pub summary: Text,
    /// Who decides on the credential.
    pub issuer: OrganisationId,
    /// Whose assessors judge.
    pub assessed_by: Vec<OrganisationId>,
    /// The jobs it is for, at most three.
    pub occupations: Vec<Occupation>,
    /// Shown where the credential could be mistaken for a licence.
    pub regulated_scope_notice: Option<Text>,
    /// The scale its levels are on.
    pub scale: ProficiencyScale,
    /// How long the credential is valid, in months; none: it does not expire.
    pub validity_months: Option<u16>,
    /// Whether the credential ends with the first of its competencies that ends (E2).
    #[serde(default)]
    pub requires_current: bool,
    /// The price of one assessment.
    pub assessment_fee: Fee,
    /// Days in which a decision can be appealed.
    pub appeal_days: u16,
    /// The competencies, in order.
    pub competencies: Vec<Competency>,
}

impl ProfileBody {
    /// The competency of this id.
    pub fn competency(&self, id: CompetencyId) -> Option<&Competency> {
        self.competencies.iter().find(|c| c.id == id)
    }

    /// How many criteria it has in all.
    pub fn criteria_count(&self) -> usize {
        self.competencies.iter().map(|c| c.criteria.len()).sum()
    }
}

/// One version of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileVersion {
    /// Its id.
    pub id: VersionId,
    /// The profile it is a version of.
    pub profile: ProfileId,
    /// 1, 2, 3 …
    pub number: u32,
    /// The organisation that owns the profile.
    pub owner: OrganisationId,
    /// Where it stands.
    pub state: VersionState,
    /// What changed since the version before, for people to read; none for version 1.
    pub change: Option<Change>,
    /// What it says.
    pub body: ProfileBody,
    /// Counts saves, so that two authors can't overwrite each other.
    pub revision: i64,
}

/// What a revision changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// How far-reaching.
    pub class: ChangeClass,
    /// In words.
    pub note: Text,
}
