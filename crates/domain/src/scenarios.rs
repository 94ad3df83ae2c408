//! The seed scenarios as far as these rules carry them, from the first evidence to the award.

use crate::assessment::*;
use crate::claim::{Claim, ClaimState, Standing};
use crate::evidence::{AuthenticityDeclaration, EvidenceClass, Missing, Shown, meter};
use crate::example::{ASSESSOR, COLLEGE, ISSUER, LEARNER, OTHER, T0, both, competency, item, link, profile, score, sheet, welding};
use crate::gap::gap;
use crate::offering::{Offering, Stated, offerings_for};
use crate::people::ConflictDeclaration;
use crate::profile::{ProfileBody, RiskTier};
use crate::recognition::results_of;
use crate::*;
use std::collections::BTreeMap;

/// A claim on its way, with its assessments judged by the assessor named.
struct Case {
    body: ProfileBody,
    claim: Claim,
    last: BTreeMap<CompetencyId, Judgement>,
    sent: u128,
}

impl Case {
    fn open(body: ProfileBody) -> Case {
        let claim = Claim::open(ClaimId(1), LEARNER, ProfileId(1), VersionId(1), &body, T0);
        Case { body, claim, last: BTreeMap::new(), sent: 0 }
    }

    fn id(&self, code: &str) -> CompetencyId {
        self.body.competencies.iter().find(|c| c.code == code).expect("a code of the profile").id
    }

    /// Sends new evidence for whatever is open in the competency, and has it judged: met, but the criteria `unmet`.
    fn attempt(mut self, code: &str, assessor: PersonId, unmet: &[usize]) -> Case {
        let id = self.id(code);
        let competency = self.body.competency(id).expect("it is in the profile").clone();
        let part = self.claim.part(id).expect("it is in the claim");
        let (open, met): (_, Vec<_>) = (part.open(&competency), part.met.keys().copied().collect());
        self.sent += 1;
        let assessment = self.queued(id, open.clone()).claim_by(assessor, true, &ConflictDeclaration::None, T0).unwrap();
        let declaration = AuthenticityDeclaration { own_work: true, help_used: "none".into(), at: T0 };
        let evidence = open.iter().map(|c| (*c, vec![EvidenceId(self.sent)])).collect();
        self.claim = self.claim.send(&self.body, id, assessment.id, &declaration, &evidence).unwrap();
        let unmet: Vec<_> = unmet.iter().map(|k| competency.criteria[k - 1].id).collect();
        let (decided, _) = assessment.judge(&competency, &met, score(assessor, sheet(&open, &unmet)), false).unwrap();
        let judgement = decided.state.judgement().expect("one assessor is enough here").clone();
        let recognition = RecognitionId(self.sent);
        self.claim = self.claim.record_judgement(&self.body, id, decided.id, &judgement, recognition, T0).unwrap();
        self.last.insert(id, judgement);
        self
    }

    fn queued(&self, competency: CompetencyId, criteria: Vec<CriterionId>) -> Assessment {
        Assessment {
            id: AssessmentId(self.sent),
            claim: self.claim.id,
            learner: LEARNER,
            version: self.claim.version,
            competency,
            tier: RiskTier::A,
            attempt: 1,
            criteria,
            due: T0,
            not_by: Vec::new(),
            state: AssessmentState::Queued { since: T0, reason: QueueReason::New },
            draft: ScoreSheet::default(),
            revision: 0,
        }
    }

    fn planned(mut self, code: &str) -> Case {
        let id = self.id(code);
        self.claim = self.claim.plan(id, "took the clinic".into()).unwrap();
        self
    }

    /// The codes of what is demonstrated.
    fn recognised(&self) -> Vec<&str> {
        let held = |id| matches!(self.claim.part(id).expect("it is in the claim").standing, Standing::Demonstrated { .. });
        self.body.competencies.iter().filter(|c| held(c.id)).map(|c| c.code.as_str()).collect()
    }

    /// The codes of the criteria missing in a competency.
    fn gap(&self, code: &str) -> Vec<String> {
        let competency = self.body.competency(self.id(code)).expect("it is in the profile");
        let part = self.claim.part(competency.id).expect("it is in the claim");
        let missing = gap(competency, part, self.last.get(&competency.id));
        missing.iter().map(|item| competency.criterion(item.criterion).expect("one of its own").code.clone()).collect()
    }
}

/// SC01 after the first attempt: all of the profile but reading welding symbols.
fn welder_after_the_first_attempt() -> Case {
    let case = Case::open(welding()).attempt("WLD-01", ASSESSOR, &[2, 4]);
    ["WLD-02", "WLD-03", "WLD-04", "WLD-05"].into_iter().fold(case, |case, code| case.attempt(code, ASSESSOR, &[]))
}

#[test]
fn welding_asks_for_22_criteria_of_which_18_are_essential() {
    let body = welding();
    let essential = body.competencies.iter().flat_map(|c| &c.criteria).filter(|c| c.essential);
    assert_eq!((body.criteria_count(), essential.count()), (22, 18));
}

#[test]
fn a_welder_is_recognised_for_four_competencies_at_once() {
    let case = welder_after_the_first_attempt();
    assert_eq!(case.recognised(), ["WLD-02", "WLD-03", "WLD-04", "WLD-05"]);
    assert_eq!(case.claim.state.name(), "gaps_open");
}

#[test]
fn a_welder_learns_exactly_what_is_missing() {
    let case = welder_after_the_first_attempt();
    assert_eq!(case.gap("WLD-01"), ["WLD-01.2", "WLD-01.4"]);
    assert_eq!(case.gap("WLD-02"), Vec::<String>::new());
}

#[test]
fn a_welder_finds_the_six_hour_clinic_for_the_gap() {
    let case = welder_after_the_first_attempt();
    let symbols = &case.body.competencies[0];
    let clinic = Offering {
        price: Some(Stated::dollars(12_000)),
        work: Some(Stated::hours(6)),
        criteria: symbols.criteria.iter().map(|c| c.id).collect(),
        ..Offering::listed(OfferingId(1), COLLEGE, both("Welding symbols clinic"), both("summary"), T0)
    };
    let unmet = case.claim.part(symbols.id).unwrap().open(symbols);
    let found = offerings_for(&unmet, std::slice::from_ref(&clinic));
    assert_eq!(found, [(&clinic, unmet.clone())]);
    assert_eq!(found.iter().filter_map(|(o, _)| o.minutes()).sum::<i64>(), 6 * 60);
}

#[test]
fn a_welder_completes_the_profile_with_the_second_attempt() {
    let case = welder_after_the_first_attempt().attempt("WLD-01", ASSESSOR, &[]);
    assert_eq!(case.recognised().len(), 5);
    let awarded = case.claim.award(&case.body, ISSUER, T0, CredentialId(1)).unwrap();
    assert_eq!(awarded.state, ClaimState::Awarded { by: ISSUER, at: T0, credential: CredentialId(1) });
}

#[test]
fn a_welders_second_attempt_is_judged_on_the_two_criteria_missing_only() {
    let case = welder_after_the_first_attempt().attempt("WLD-01", ASSESSOR, &[]);
    let judged = &case.last[&case.id("WLD-01")].score().sheet.results;
    let symbols = &case.body.competencies[0];
    assert_eq!(judged.keys().copied().collect::<Vec<_>>(), [symbols.criteria[1].id, symbols.criteria[3].id]);
}

#[test]
fn a_welders_recognition_shows_nothing_of_the_first_attempt() {
    let at_once = Case::open(welding()).attempt("WLD-01", ASSESSOR, &[]);
    let at_last = welder_after_the_first_attempt().attempt("WLD-01", ASSESSOR, &[]);
    let shown = |case: &Case| results_of(case.claim.part(case.id("WLD-01")).unwrap());
    assert_eq!(shown(&at_last), shown(&at_once));
}

#[test]
fn every_competency_of_welding_has_two_assessors() {
    for competency in &welding().competencies {
        let met = competency.criteria.iter().map(|c| (c.id, CriterionResult::Competent)).collect();
        assert_eq!(second_assessor(competency, &met, false, false), SecondAssessor::Needed(SecondReason::TierA));
    }
}

#[test]
fn a_witness_is_not_sufficient_for_a_weld() {
    let weld = &welding().competencies[3];
    let mut witness = item(1);
    witness.class = EvidenceClass::Supplementary;
    let links: Vec<_> = weld.criteria.iter().map(|c| link(witness.id, weld.id, c.id)).collect();
    let shown: Vec<_> = links.iter().map(|link| Shown { item: &witness, link }).collect();
    let meter = meter(weld, &weld.criteria.iter().map(|c| c.id).collect::<Vec<_>>(), &shown, T0);
    assert_eq!(meter.ready(), (0, 6));
    assert!(meter.criteria.iter().all(|c| c.missing == [Missing::OnlySupplementary]));
}

#[test]
fn a_welding_credential_is_valid_for_730_days() {
    let months = welding().validity_months.unwrap();
    assert_eq!(T0.plus_months(months.into()).day() - T0.day(), 730);
}

/// SC12: monitoring, correcting and coaching in a kitchen.
fn kitchen() -> ProfileBody {
    let rows = [("KFS-01", 4, 4), ("KFS-02", 4, 3), ("KFS-03", 3, 1)];
    profile(
        rows.into_iter().zip(1..).map(|((code, criteria, essential), n)| competency(n, code, criteria, essential, RiskTier::B)).collect(),
    )
}

#[test]
fn after_four_unsuccessful_attempts_what_was_held_is_still_held_and_a_fifth_is_possible() {
    let case = Case::open(kitchen()).attempt("KFS-01", ASSESSOR, &[]).attempt("KFS-03", ASSESSOR, &[]);
    let case = (0..4).fold(case, |case, _| case.attempt("KFS-02", OTHER, &[1]).planned("KFS-02"));
    assert_eq!(case.recognised(), ["KFS-01", "KFS-03"]);
    assert_eq!(case.attempt("KFS-02", ASSESSOR, &[]).recognised().len(), 3);
}

#[test]
fn after_four_unsuccessful_attempts_nobody_must_judge_again_who_judged_before() {
    let case = (0..4).fold(Case::open(kitchen()), |case, _| case.attempt("KFS-02", OTHER, &[1]).planned("KFS-02"));
    let part = case.claim.part(case.id("KFS-02")).unwrap();
    assert_eq!(reattempt(part.unsuccessful), (Reattempt::SupportedRetake, AssessorChange::MustDiffer));
}
