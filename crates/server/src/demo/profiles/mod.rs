//! The twelve profiles, as data, and how a profile body is made from them.
//!
//! All statements are written for this demo, in the style of public frameworks; none is copied from one.

mod rubric;
mod sc01;
mod sc02;
mod sc03;
mod sc04;
mod sc05;
mod sc06;
mod sc07;
mod sc08;
mod sc09;
mod sc10;
mod sc11;
mod sc12;

pub(super) use rubric::Shape;

use super::organisations::Org;
use domain::profile::{
    Competency, CriterionKind, EvidenceRule, Fee, Occupation, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier,
};
use domain::{OrganisationId, Text};

/// English and French.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Both(pub &'static str, pub &'static str);

impl Both {
    pub(super) fn text(self) -> Text {
        Text::of(self.0, self.1)
    }
}

/// A scenario's profile.
#[derive(Debug)]
pub(super) struct Profile {
    /// `SC01` … `SC12`.
    pub key: &'static str,
    pub title: Both,
    pub summary: Both,
    /// Code and title in the National Occupational Classification 2021.
    pub noc: (&'static str, Both),
    pub owner: Org,
    pub issuer: Org,
    pub assessed_by: &'static [Org],
    pub tier: RiskTier,
    /// Shown where it could be mistaken for a licence.
    pub notice: Option<Both>,
    /// Months that a recognition and the credential stay current.
    pub validity_months: Option<u16>,
    /// Whole dollars for one assessment.
    pub fee: i64,
    /// How many days ago it came into force.
    pub published: i64,
    /// Who was consulted, how employers checked it, who approved it. For the record only: in the owner's language.
    pub grounds: [&'static str; 3],
    pub competencies: &'static [Skill],
}

/// One competency.
#[derive(Debug)]
pub(super) struct Skill {
    pub code: &'static str,
    pub statement: Both,
    /// What to send.
    pub advice: Both,
    pub criteria: &'static [Criterion],
}

/// One criterion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Criterion {
    pub statement: Both,
    pub shape: Shape,
    pub essential: bool,
}

/// A criterion that nothing can stand in for.
const fn must(shape: Shape, en: &'static str, fr: &'static str) -> Criterion {
    Criterion { statement: Both(en, fr), shape, essential: true }
}

/// A criterion like the others.
const fn also(shape: Shape, en: &'static str, fr: &'static str) -> Criterion {
    Criterion { statement: Both(en, fr), shape, essential: false }
}

const fn skill(code: &'static str, statement: Both, advice: Both, criteria: &'static [Criterion]) -> Skill {
    Skill { code, statement, advice, criteria }
}

/// In the order of the scenarios.
pub(super) const PROFILES: [&Profile; 12] = [
    &sc01::PROFILE,
    &sc02::PROFILE,
    &sc03::PROFILE,
    &sc04::PROFILE,
    &sc05::PROFILE,
    &sc06::PROFILE,
    &sc07::PROFILE,
    &sc08::PROFILE,
    &sc09::PROFILE,
    &sc10::PROFILE,
    &sc11::PROFILE,
    &sc12::PROFILE,
];

impl Profile {
    /// The body; ids come from `id`, organisations from `org`.
    pub(super) fn body(&self, mut id: impl FnMut() -> u128, org: impl Fn(Org) -> OrganisationId) -> ProfileBody {
        ProfileBody {
            title: self.title.text(),
            summary: self.summary.text(),
            issuer: org(self.issuer),
            assessed_by: self.assessed_by.iter().map(|o| org(*o)).collect(),
            occupations: vec![Occupation { scheme: "NOC 2021".to_owned(), code: self.noc.0.to_owned(), title: self.noc.1.text() }],
            regulated_scope_notice: self.notice.map(Both::text),
            scale: scale(),
            validity_months: self.validity_months,
            requires_current: self.key == "SC03",
            assessment_fee: Fee { cents: self.fee * 100 },
            appeal_days: 30,
            competencies: self.competencies.iter().map(|s| self.competency(s, &mut id)).collect(),
        }
    }

    fn competency(&self, skill: &Skill, id: &mut impl FnMut() -> u128) -> Competency {
        Competency {
            id: id().into(),
            code: skill.code.to_owned(),
            statement: skill.statement.text(),
            required: true,
            level: 2,
            tier: self.tier,
            rule: EvidenceRule { advice: skill.advice.text(), ..EvidenceRule::default() },
            validity_months: self.validity_months,
            // The frameworks that inspired a profile are not its source: nothing was taken from them.
            source: None,
            criteria: skill.criteria.iter().zip(1..).map(|(c, n)| criterion(skill.code, n, c, id().into())).collect(),
        }
    }
}

fn criterion(code: &str, n: usize, c: &Criterion, id: domain::CriterionId) -> PerformanceCriterion {
    let kind = if c.shape == Shape::Know { CriterionKind::Knowledge } else { CriterionKind::Performance };
    PerformanceCriterion {
        id,
        code: format!("{code}.{n}"),
        statement: c.statement.text(),
        kind,
        essential: c.essential,
        rubric: c.shape.rubric(),
    }
}

fn scale() -> ProficiencyScale {
    let levels = [
        Both("With guidance", "Avec accompagnement"),
        Both("On one’s own in ordinary conditions", "De façon autonome dans des conditions courantes"),
        Both("In difficult conditions, and guiding others", "Dans des conditions difficiles, et en guidant d’autres personnes"),
    ];
    ProficiencyScale {
        name: Text::of("Independence at work", "Autonomie au travail"),
        levels: levels.into_iter().map(Both::text).collect(),
    }
}
