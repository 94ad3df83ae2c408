//! What a version of a profile says, as programs read and write it. What is read can be sent back as it is.

use super::words::{Bilingual, CompetencyRef, CriterionKind, CriterionRef, Id, OrganisationRef, RiskTier};
use domain::profile as theirs;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Everything that a version of a profile says.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileBody {
    pub title: Bilingual,
    /// What the holder can do, in at most 100 words.
    pub summary: Bilingual,
    /// Who decides on the credential.
    pub issuer: OrganisationRef,
    /// Whose assessors judge.
    pub assessed_by: Vec<OrganisationRef>,
    /// The jobs it is for, at most three.
    pub occupations: Vec<Occupation>,
    /// Shown where the credential could be mistaken for a licence.
    #[serde(default)]
    pub regulated_scope_notice: Option<Bilingual>,
    pub scale: Scale,
    /// How long the credential is valid; left out: it does not expire.
    #[serde(default)]
    pub validity_months: Option<u16>,
    /// Whether the credential ends with the first of its competencies that ends.
    #[serde(default)]
    pub requires_current: bool,
    /// The price of one assessment, in cents.
    pub assessment_fee_cents: i64,
    /// Days in which a decision can be appealed.
    pub appeal_days: u16,
    /// In the order in which people read them.
    pub competencies: Vec<Competency>,
}

/// An occupation in a public classification.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Occupation {
    /// The classification and its edition.
    #[schema(example = "NOC 2021")]
    pub scheme: String,
    #[schema(example = "72106")]
    pub code: String,
    pub title: Bilingual,
}

/// A named scale of proficiency.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub name: Bilingual,
    /// Lowest first.
    pub levels: Vec<Bilingual>,
}

/// One competency of a profile.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Stays the same across versions; left out for a new one.
    #[serde(default)]
    pub id: Option<CompetencyRef>,
    #[schema(example = "WLD-01")]
    pub code: String,
    /// What a holder can do.
    pub statement: Bilingual,
    /// Needed for the credential.
    pub required: bool,
    /// The level on the profile's scale, from 1.
    pub level: u8,
    pub tier: RiskTier,
    pub evidence: EvidenceRule,
    /// How long a recognition stays current; left out: it does not expire.
    #[serde(default)]
    pub validity_months: Option<u16>,
    #[serde(default)]
    pub source: Option<Source>,
    pub criteria: Vec<Criterion>,
}

/// What evidence a competency asks for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRule {
    /// Separate occasions for each performance criterion.
    pub occasions: u8,
    /// How recent one of them must be.
    pub currency_months: u16,
    /// Advice to the learner.
    pub advice: Bilingual,
}

/// Where a competency was taken from.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[schema(example = "NICE 2.0.0")]
    pub framework: String,
    #[schema(example = "T0020")]
    pub source_id: String,
}

/// One judgeable statement of what is done.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stays the same across versions as long as the meaning does; left out for a new one.
    #[serde(default)]
    pub id: Option<CriterionRef>,
    #[schema(example = "WLD-01.2")]
    pub code: String,
    pub statement: Bilingual,
    pub kind: CriterionKind,
    /// Cannot be waived by an accommodation.
    pub essential: bool,
    pub rubric: Rubric,
}

/// What each of the three results looks like.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    pub not_evident: Bilingual,
    pub approaching: Bilingual,
    pub competent: Bilingual,
}

impl From<&theirs::ProfileBody> for ProfileBody {
    fn from(b: &theirs::ProfileBody) -> ProfileBody {
        let occupation = |o: &theirs::Occupation| Occupation { scheme: o.scheme.clone(), code: o.code.clone(), title: (&o.title).into() };
        ProfileBody {
            title: (&b.title).into(),
            summary: (&b.summary).into(),
            issuer: Id(b.issuer),
            assessed_by: b.assessed_by.iter().copied().map(Id).collect(),
            occupations: b.occupations.iter().map(occupation).collect(),
            regulated_scope_notice: b.regulated_scope_notice.as_ref().map(Bilingual::from),
            scale: Scale { name: (&b.scale.name).into(), levels: b.scale.levels.iter().map(Bilingual::from).collect() },
            validity_months: b.validity_months,
            requires_current: b.requires_current,
            assessment_fee_cents: b.assessment_fee.cents,
            appeal_days: b.appeal_days,
            competencies: b.competencies.iter().map(Competency::from).collect(),
        }
    }
}

impl From<&theirs::Competency> for Competency {
    fn from(c: &theirs::Competency) -> Competency {
        let rule = &c.rule;
        Competency {
            id: Some(Id(c.id)),
            code: c.code.clone(),
            statement: (&c.statement).into(),
            required: c.required,
            level: c.level,
            tier: (&c.tier).into(),
            evidence: EvidenceRule { occasions: rule.occasions, currency_months: rule.currency_months, advice: (&rule.advice).into() },
            validity_months: c.validity_months,
            source: c.source.as_ref().map(|s| Source { framework: s.framework.clone(), source_id: s.source_id.clone() }),
            criteria: c.criteria.iter().map(Criterion::from).collect(),
        }
    }
}

impl From<&theirs::PerformanceCriterion> for Criterion {
    fn from(c: &theirs::PerformanceCriterion) -> Criterion {
        let r = &c.rubric;
        Criterion {
            id: Some(Id(c.id)),
            code: c.code.clone(),
            statement: (&c.statement).into(),
            kind: (&c.kind).into(),
            essential: c.essential,
            rubric: Rubric { not_evident: (&r.not_evident).into(), approaching: (&r.approaching).into(), competent: (&r.competent).into() },
        }
    }
}
