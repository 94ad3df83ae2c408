//! Examples that the tests share: the welding profile (SC01), and short ways to say things.

use crate::assessment::{CriterionResult, Score, ScoreSheet};
use crate::credential::{Achievement, Credential, CredentialState, Recipient};
use crate::evidence::{
    Content, EvidenceClass, EvidenceItem, EvidenceKind, EvidenceLink, EvidenceState, Locator, Occasion, SupervisionIdentity,
    ThirdPartyBasis, VarcsCheck,
};
use crate::profile::{
    Competency, CriterionKind, EvidenceRule, Fee, Occupation, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier, Rubric,
};
use crate::time::{DAY, HOUR};
use crate::*;
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeSet;

/// Monday, 5 January 2026, nine in the morning.
pub const T0: Ts = Ts(20_458 * DAY + 9 * HOUR);

pub const LEARNER: PersonId = PersonId(1);
pub const ASSESSOR: PersonId = PersonId(2);
pub const OTHER: PersonId = PersonId(3);
pub const ISSUER: PersonId = PersonId(4);
pub const COLLEGE: OrganisationId = OrganisationId(1);

pub fn both(word: &str) -> Text {
    Text::of(format!("{word} (en)"), format!("{word} (fr)"))
}

/// Criterion `k` of competency `n`, both counted from 1.
pub fn criterion_id(n: u128, k: usize) -> CriterionId {
    CriterionId(n * 100 + k as u128)
}

/// A competency whose first `essential` criteria are the essential ones.
pub fn competency(n: u128, code: &str, criteria: usize, essential: usize, tier: RiskTier) -> Competency {
    let criterion = |k: usize| PerformanceCriterion {
        id: criterion_id(n, k),
        code: format!("{code}.{k}"),
        statement: both("statement"),
        kind: CriterionKind::Performance,
        essential: k <= essential,
        rubric: Rubric { not_evident: both("not evident"), approaching: both("approaching"), competent: both("competent") },
    };
    Competency {
        id: CompetencyId(n),
        code: code.to_owned(),
        statement: both("statement"),
        required: true,
        level: 1,
        tier,
        rule: EvidenceRule::default(),
        validity_months: Some(24),
        source: None,
        criteria: (1..=criteria).map(criterion).collect(),
    }
}

pub fn profile(competencies: Vec<Competency>) -> ProfileBody {
    ProfileBody {
        title: both("title"),
        summary: both("summary"),
        issuer: COLLEGE,
        assessed_by: vec![COLLEGE, OrganisationId(2)],
        occupations: vec![Occupation { scheme: "NOC 2021".into(), code: "72106".into(), title: both("occupation") }],
        regulated_scope_notice: None,
        scale: ProficiencyScale { name: both("scale"), levels: vec![both("level")] },
        validity_months: Some(24),
        requires_current: false,
        assessment_fee: Fee { cents: 0 },
        appeal_days: 30,
        competencies,
    }
}

/// Structural welding (SC01): five competencies in tier A.
pub fn welding() -> ProfileBody {
    let rows = [("WLD-01", 4, 4), ("WLD-02", 5, 3), ("WLD-03", 4, 3), ("WLD-04", 6, 6), ("WLD-05", 3, 2)];
    let numbered = rows.into_iter().zip(1..);
    profile(numbered.map(|((code, criteria, essential), n)| competency(n, code, criteria, essential, RiskTier::A)).collect())
}

/// Written work of the learner's own, added and performed at `T0`, ready to be sent.
pub fn item(n: u128) -> EvidenceItem {
    EvidenceItem {
        id: EvidenceId(n),
        claim: ClaimId(1),
        learner: LEARNER,
        kind: EvidenceKind::Text,
        class: EvidenceClass::Indirect,
        title: "title".into(),
        note: "note".into(),
        occasion: Occasion { performed: T0, setting: "shop".into(), edited: false, people: ThirdPartyBasis::NobodyIdentifiable },
        supervision: SupervisionIdentity::A0,
        content: Content::Text(format!("words {n}")),
        added: T0,
        state: EvidenceState::Available { at: T0 },
    }
}

pub fn link(evidence: EvidenceId, competency: CompetencyId, criterion: CriterionId) -> EvidenceLink {
    EvidenceLink { evidence, competency, criterion, at: Locator::Whole }
}

/// A learner's credential without an end, not yet signed.
pub fn credential(state: CredentialState) -> Credential {
    Credential {
        id: CredentialId(1),
        holder: Some(LEARNER),
        recipient: Recipient { name: "Lena Learner".into(), email: Some("lena@example.org".into()) },
        title: Text::of("Rope work", "Matelotage"),
        issuer: COLLEGE,
        achievement: Achievement::MicroCredential(ClaimId(1)),
        from: T0,
        until: None,
        status: None,
        state,
        listed: false,
        document: None,
        revision: 0,
    }
}

/// A finished sheet: everything met but `unmet`, each with its reason, resting on one item.
pub fn sheet(criteria: &[CriterionId], unmet: &[CriterionId]) -> ScoreSheet {
    let result = |c: &CriterionId| if unmet.contains(c) { CriterionResult::NotEvident } else { CriterionResult::Competent };
    ScoreSheet {
        results: criteria.iter().map(|c| (*c, result(c))).collect(),
        reasons: unmet.iter().map(|c| (*c, format!("not seen: {c}"))).collect(),
        varcs: [(EvidenceId(1), VarcsCheck::all_yes())].into(),
        notes: Vec::new(),
    }
}

pub fn score(assessor: PersonId, sheet: ScoreSheet) -> Score {
    Score { assessor, body: COLLEGE, at: T0, sheet }
}

/// Every sample reads back as it was written, its name is the tag it is stored under, and no variant is left out.
#[track_caller]
pub fn named_as_stored<S>(tag: &str, samples: &[S], name: impl Fn(&S) -> &'static str)
where
    S: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let mut seen = BTreeSet::new();
    for sample in samples {
        let json = serde_json::to_value(sample).unwrap();
        assert_eq!(json[tag], name(sample));
        assert_eq!(&serde_json::from_value::<S>(json).unwrap(), sample);
        seen.insert(name(sample).to_owned());
    }
    assert_eq!(seen, stored_names::<S>(tag), "a variant has no sample");
}

/// The names that can be stored, as the error about an unknown one lists them.
fn stored_names<S: DeserializeOwned + std::fmt::Debug>(tag: &str) -> BTreeSet<String> {
    let error = serde_json::from_value::<S>(serde_json::json!({ tag: "?" })).unwrap_err().to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}
