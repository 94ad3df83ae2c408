use super::market::Market;
use super::ways::{Matters, Proof};
use super::*;
use domain::offering::{Offering, Participation, Range, Stated};
use domain::profile::{
    CriterionKind, EvidenceRule, Fee, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier, Rubric, VersionState,
};
use domain::{OfferingId, OrganisationId, PersonId, Text, Ts, VersionId};

fn text() -> Text {
    Text::of("en", "fr")
}

/// Competency 1 with criteria 101 to 103, the elective 2 with 201.
fn version() -> Arc<ProfileVersion> {
    let criterion = |id| PerformanceCriterion {
        id: CriterionId(id),
        code: id.to_string(),
        statement: text(),
        kind: CriterionKind::Performance,
        essential: true,
        rubric: Rubric::default(),
    };
    let competency = |id, required, criteria: &[u128]| Competency {
        id: CompetencyId(id),
        code: id.to_string(),
        statement: text(),
        required,
        level: 1,
        tier: RiskTier::B,
        rule: EvidenceRule::default(),
        validity_months: None,
        source: None,
        criteria: criteria.iter().map(|c| criterion(*c)).collect(),
    };
    let body = ProfileBody {
        title: text(),
        summary: text(),
        issuer: OrganisationId(1),
        assessed_by: vec![],
        occupations: vec![],
        regulated_scope_notice: None,
        scale: ProficiencyScale { name: text(), levels: vec![] },
        validity_months: None,
        requires_current: false,
        assessment_fee: Fee { cents: 0 },
        appeal_days: 30,
        competencies: vec![competency(1, true, &[101, 102, 103]), competency(2, false, &[201])],
    };
    let (id, profile, owner) = (VersionId(1), ProfileId(1), OrganisationId(1));
    Arc::new(ProfileVersion { id, profile, number: 1, owner, state: VersionState::Draft, change: None, body, revision: 1 })
}

fn claim(ratings: &[(u128, SelfRating)]) -> Claim {
    let version = version();
    let claim = Claim::open(ClaimId(1), PersonId(1), ProfileId(1), version.id, &version.body, Ts(0));
    Claim { self_ratings: ratings.iter().map(|(c, r)| (CriterionId(*c), *r)).collect(), ..claim }
}

fn ids(all: &[u128]) -> Vec<CriterionId> {
    all.iter().map(|c| CriterionId(*c)).collect()
}

#[test]
fn what_one_says_is_ready_is_not_learned_but_built_on() {
    let need = Need::of_claim(&claim(&[(102, SelfRating::Ready), (103, SelfRating::Partly)]), &version(), None).unwrap();
    assert_eq!((need.wanted, need.held), (ids(&[101, 103]), ids(&[102]).into_iter().collect()));
}

#[test]
fn what_was_judged_missing_is_missing_whatever_one_said() {
    let mut claim = claim(&[(101, SelfRating::Ready), (102, SelfRating::Ready), (103, SelfRating::Ready)]);
    let all_ready = Need::of_claim(&claim, &version(), None).unwrap();
    assert_eq!((all_ready.wanted.len(), all_ready.ready), (0, vec![CompetencyId(1)]));
    claim.competencies[0].standing = Standing::Gap { assessment: domain::AssessmentId(1), at: Ts(0) };
    let judged = Need::of_claim(&claim, &version(), None).unwrap();
    assert_eq!((judged.wanted, judged.held.len()), (ids(&[101, 102, 103]), 0));
}

#[test]
fn an_elective_counts_when_it_is_asked_for() {
    assert_eq!(Need::of_claim(&claim(&[]), &version(), None).unwrap().wanted, ids(&[101, 102, 103]));
    assert_eq!(Need::of_claim(&claim(&[]), &version(), Some(CompetencyId(2))).unwrap().wanted, ids(&[201]));
    assert!(matches!(Need::of_claim(&claim(&[]), &version(), Some(CompetencyId(9))), Err(Failure::Missing)));
}

#[test]
fn what_is_with_the_assessors_waits() {
    let mut claim = claim(&[]);
    claim.competencies[0].standing = Standing::InReview { assessment: domain::AssessmentId(1) };
    let need = Need::of_claim(&claim, &version(), None).unwrap();
    assert_eq!((need.wanted.len(), need.in_review), (0, vec![CompetencyId(1)]));
}

fn conditions(place: &str) -> Conditions {
    Conditions { from: 20_000, hours: None, currency: "CAD".into(), help: true, modes: vec![], place: place.into(), language: None }
}

/// So many courses for criteria 101 to 103, of all prices and lengths.
fn market(count: u128) -> Arc<Market> {
    let course = |n: u128| Offering {
        price: Some(Stated::dollars(1_000 + (n as i64 * 7_919) % 90_000)),
        days: Some(Stated::entered(Range::just(7 * (1 + (n as i64 * 31) % 20)))),
        participation: Some(Participation::Online),
        criteria: (0..3).filter(|k| n >> k & 1 == 1).map(|k| CriterionId(101 + k)).collect(),
        ..Offering::listed(OfferingId(n), OrganisationId(1), text(), text(), Ts(0))
    };
    Arc::new(Market::of(1, (1..=count).map(course).collect()))
}

fn asked() -> Asked {
    Asked { conditions: conditions(""), budget: None, weeks: None, matters: Matters::Balance, shown: None }
}

#[test]
fn conditions_are_made_ready_once_and_not_kept_without_end() {
    let market = market(20);
    let first = market.ready(&conditions("")).unwrap();
    assert!(Arc::ptr_eq(&first, &market.ready(&conditions("")).unwrap()));
    for n in 0..100 {
        market.ready(&conditions(&n.to_string())).unwrap();
    }
    assert!(!Arc::ptr_eq(&first, &market.ready(&conditions("")).unwrap()), "the oldest was let go");
}

#[test]
fn options_are_proved_and_each_beats_the_others_somewhere() {
    let need = Need::of_claim(&claim(&[]), &version(), None).unwrap();
    let found = find(market(2_000), &need, &asked()).unwrap();
    assert_eq!((found.proof, found.nothing.len()), (Proof::All, 0));
    assert!(found.ways.windows(2).all(|w| w[0].cents < w[1].cents && w[0].weeks > w[1].weeks));
    assert_eq!((found.best[2], found.best[0]), (0, found.ways.len() - 1));
    assert!(found.ways.iter().all(|w| w.closes() == 3));
}

#[test]
fn an_empty_market_closes_nothing_and_says_so() {
    let need = Need::of_claim(&claim(&[]), &version(), None).unwrap();
    let found = find(Arc::new(Market::of(1, vec![])), &need, &asked()).unwrap();
    assert_eq!(found.nothing, need.wanted);
    assert!(found.ways.is_empty());
}

#[test]
#[ignore = "prints how long a question takes over ten thousand offerings"]
fn how_long_a_question_takes() {
    let need = Need::of_claim(&claim(&[]), &version(), None).unwrap();
    let market = market(10_000);
    for turn in ["first", "second"] {
        let begun = std::time::Instant::now();
        let found = find(market.clone(), &need, &asked()).unwrap();
        println!("{turn}: {:?}, {} ways, {:?}", begun.elapsed(), found.ways.len(), found.proof);
    }
}
