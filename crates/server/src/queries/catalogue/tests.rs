use super::*;
use domain::profile::{CriterionKind, EvidenceRule, Fee, ProficiencyScale, RiskTier, Rubric};
use domain::{CompetencyId, VersionId};

fn group(owner: &str, issuer: &str, occupation: &str, count: i64) -> Group {
    Group { owner: owner.into(), issuer: issuer.into(), occupation: occupation.into(), count, example: VersionId(1) }
}

#[test]
fn a_facet_counts_what_the_other_facets_leave() {
    let groups = [group("a", "x", "1", 2), group("a", "y", "2", 3), group("b", "x", "1", 4)];
    let filter = Filter { owners: vec!["a".into()], issuers: vec!["x".into()], ..Filter::default() };
    let owners = counted(&groups, |g| &g.owner, &filter.owners, |g| issuer_fits(&filter, g));
    assert_eq!(owners, [("a".to_owned(), 2, true), ("b".to_owned(), 4, false)]);
    let issuers = counted(&groups, |g| &g.issuer, &filter.issuers, |g| owner_fits(&filter, g));
    assert_eq!(issuers, [("x".to_owned(), 2, true), ("y".to_owned(), 3, false)]);
}

#[test]
fn what_is_chosen_stays_to_be_taken_off_even_if_nothing_has_it() {
    let many: Vec<_> = (0..40).map(|i| group(&i.to_string(), "x", "1", 40 - i)).collect();
    let owners = counted(&many, |g| &g.owner, &["gone".to_owned()], |_| true);
    assert_eq!((owners.len(), &owners[0]), (MOST_VALUES, &("gone".to_owned(), 0, true)));
}

/// Two competencies: one in tier B with two essential and one other criterion, one with a single criterion.
fn version() -> ProfileVersion {
    let text = || Text::of("en", "fr");
    let criterion = |id, essential| PerformanceCriterion {
        id: CriterionId(id),
        code: id.to_string(),
        statement: text(),
        kind: CriterionKind::Performance,
        essential,
        rubric: Rubric::default(),
    };
    let competency = |id, criteria| Competency {
        id: CompetencyId(id),
        code: id.to_string(),
        statement: text(),
        required: true,
        level: 1,
        tier: RiskTier::B,
        rule: EvidenceRule::default(),
        validity_months: None,
        source: None,
        criteria,
    };
    let body = ProfileBody {
        title: text(),
        summary: text(),
        issuer: OrganisationId(1),
        assessed_by: vec![OrganisationId(1)],
        occupations: vec![],
        regulated_scope_notice: None,
        scale: ProficiencyScale { name: text(), levels: vec![] },
        validity_months: None,
        requires_current: false,
        assessment_fee: Fee { cents: 0 },
        appeal_days: 30,
        competencies: vec![competency(1, vec![criterion(11, true), criterion(12, true)]), competency(2, vec![criterion(21, false)])],
    };
    let state = VersionState::Draft;
    ProfileVersion { id: VersionId(1), profile: ProfileId(1), number: 3, owner: OrganisationId(1), state, change: None, body, revision: 1 }
}

#[test]
fn a_competency_looks_claimable_when_its_ratings_would_add_up_to_held() {
    let version = version();
    let ratings =
        [(CriterionId(11), SelfRating::Ready), (CriterionId(12), SelfRating::Partly), (CriterionId(21), SelfRating::Ready)].into();
    let outlook = outlook(&version.body, &ratings);
    assert_eq!(outlook.iter().map(|o| o.ready).collect::<Vec<_>>(), [false, true]);
    assert_eq!(outlook[0].open.iter().map(|(c, r)| (c.id, *r)).collect::<Vec<_>>(), [(CriterionId(12), Some(SelfRating::Partly))]);
}

#[test]
fn ratings_come_back_out_of_an_address_and_only_for_their_version() {
    let version = version();
    let ratings: Ratings = [(CriterionId(11), SelfRating::NotYet), (CriterionId(21), SelfRating::Ready)].into();
    let packed = pack(&version, &ratings);
    assert_eq!(packed, "3.n-r");
    assert_eq!(unpack(&version, &packed), ratings);
    for other in ["", "3", "2.n-r", "3.n-", "3.n-rr", "3.éee", "x.n-r"] {
        assert!(unpack(&version, other).is_empty(), "{other}");
    }
}
