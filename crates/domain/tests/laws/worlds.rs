//! Random competencies, results, sheets, items and words.

use domain::assessment::{CompetencyDecision, aggregate};
use domain::assessment::{CriterionResult, Judgement, Score, ScoreSheet, TimedNote};
use domain::claim::{ClaimedCompetency, Met, Standing};
use domain::evidence::*;
use domain::profile::*;
use domain::*;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

pub const T0: Ts = Ts(20_458 * 86_400_000_000);
pub const LEARNER: PersonId = PersonId(1);

pub fn criterion_id(competency: CompetencyId, k: usize) -> CriterionId {
    CriterionId(competency.0 * 100 + k as u128)
}

pub fn tier() -> impl Strategy<Value = RiskTier> {
    prop_oneof![Just(RiskTier::A), Just(RiskTier::B), Just(RiskTier::C)]
}

pub fn result() -> impl Strategy<Value = CriterionResult> {
    prop::sample::select(&CriterionResult::ALL[..])
}

/// Words that a careless writer or reader would stumble over. Picked rather than made up, which is much quicker.
pub fn words() -> impl Strategy<Value = String> {
    let some = ["", " \t", "weld", "Évaluation à Sault-Sainte-Marie", "\"}\\\n{", "ᐊᓂᔑᓈᐯᒧᐎᓐ", "e\u{301}\u{0}\u{feff}", "null"];
    prop::sample::select(some.map(str::to_owned).to_vec())
}

pub fn text() -> impl Strategy<Value = Text> {
    (words(), words()).prop_map(|(en, fr)| Text { en, fr })
}

pub fn moment() -> impl Strategy<Value = Ts> {
    any::<i64>().prop_map(Ts)
}

fn criterion(id: CriterionId) -> impl Strategy<Value = PerformanceCriterion> {
    let kind = prop_oneof![Just(CriterionKind::Performance), Just(CriterionKind::Knowledge)];
    let rubric = (text(), text(), text());
    let rubric = rubric.prop_map(|(not_evident, approaching, competent)| Rubric { not_evident, approaching, competent });
    (words(), text(), kind, any::<bool>(), rubric).prop_map(move |(code, statement, kind, essential, rubric)| PerformanceCriterion {
        id,
        code,
        statement,
        kind,
        essential,
        rubric,
    })
}

/// A competency with one to eight criteria, of any tier and any evidence rule.
pub fn competency(id: CompetencyId) -> impl Strategy<Value = Competency> {
    let criteria = (1..=8usize).prop_flat_map(move |n| (1..=n).map(|k| criterion(criterion_id(id, k))).collect::<Vec<_>>());
    let rule = (0..5u8, 0..100u16, text());
    let rule = rule.prop_map(|(occasions, currency_months, advice)| EvidenceRule { occasions, currency_months, advice });
    let source = option::of((words(), words()).prop_map(|(framework, source_id)| SourceRef { framework, source_id }));
    let head = (words(), text(), any::<bool>(), any::<u8>(), tier());
    (head, rule, option::of(any::<u16>()), source, criteria).prop_map(
        move |((code, statement, required, level, tier), rule, validity_months, source, criteria)| Competency {
            id,
            code,
            statement,
            required,
            level,
            tier,
            rule,
            validity_months,
            source,
            criteria,
        },
    )
}

pub fn profile() -> impl Strategy<Value = ProfileBody> {
    let occupation = (words(), words(), text()).prop_map(|(scheme, code, title)| Occupation { scheme, code, title });
    let scale = (text(), vec(text(), 0..4)).prop_map(|(name, levels)| ProficiencyScale { name, levels });
    let who = (any::<u128>().prop_map(OrganisationId), vec(any::<u128>().prop_map(OrganisationId), 0..3));
    let terms = (option::of(any::<u16>()), any::<i64>(), any::<u16>());
    let parts = (1..4u128).prop_flat_map(|n| (1..=n).map(|c| competency(CompetencyId(c))).collect::<Vec<_>>());
    (text(), text(), who, vec(occupation, 0..3), option::of(text()), scale, terms, parts).prop_map(
        |(title, summary, (issuer, assessed_by), occupations, notice, scale, (validity_months, cents, appeal_days), parts)| ProfileBody {
            title,
            summary,
            issuer,
            assessed_by,
            occupations,
            regulated_scope_notice: notice,
            scale,
            validity_months,
            requires_current: false,
            assessment_fee: Fee { cents },
            appeal_days,
            competencies: parts,
        },
    )
}

/// Results for some of the first eight criteria of competency 1.
pub fn results() -> impl Strategy<Value = BTreeMap<CriterionId, CriterionResult>> {
    btree_map((1..=8usize).prop_map(|k| criterion_id(CompetencyId(1), k)), result(), 0..9)
}

pub fn varcs() -> impl Strategy<Value = VarcsCheck> {
    let answer = || option::of(any::<bool>());
    (answer(), answer(), answer(), answer(), answer(), words()).prop_map(|(valid, authentic, reliable, current, sufficient, reason)| {
        VarcsCheck { valid, authentic, reliable, current, sufficient, reason }
    })
}

pub fn sheet() -> impl Strategy<Value = ScoreSheet> {
    let evidence = || any::<u128>().prop_map(EvidenceId);
    let criterion = || any::<u128>().prop_map(CriterionId);
    let note = (evidence(), any::<u32>(), option::of(criterion()), words());
    let note = note.prop_map(|(evidence, second, criterion, text)| TimedNote { evidence, second, criterion, text });
    let reasons = btree_map(criterion(), words(), 0..4);
    (results(), reasons, btree_map(evidence(), varcs(), 0..4), vec(note, 0..4)).prop_map(|(results, reasons, varcs, notes)| ScoreSheet {
        results,
        reasons,
        varcs,
        notes,
    })
}

pub fn judgement() -> impl Strategy<Value = Judgement> {
    let score = || (any::<u128>().prop_map(PersonId), any::<u128>().prop_map(OrganisationId), moment(), sheet());
    let score = || score().prop_map(|(assessor, body, at, sheet)| Score { assessor, body, at, sheet });
    let decision = prop_oneof![Just(CompetencyDecision::Competent), Just(CompetencyDecision::NotYetCompetent)];
    (decision, score(), option::of(score()), option::of(score())).prop_map(|(decision, first, second, adjudicated)| Judgement {
        decision,
        first,
        second,
        adjudicated,
        overturned: None,
    })
}

pub fn standing() -> impl Strategy<Value = Standing> {
    let assessment = || any::<u128>().prop_map(AssessmentId);
    prop_oneof![
        Just(Standing::NotStarted),
        assessment().prop_map(|assessment| Standing::InReview { assessment }),
        (assessment(), moment()).prop_map(|(assessment, at)| Standing::Gap { assessment, at }),
        (assessment(), any::<u128>().prop_map(RecognitionId), moment()).prop_map(|(assessment, recognition, at)| Standing::Demonstrated {
            assessment,
            recognition,
            at
        }),
    ]
}

pub fn claimed() -> impl Strategy<Value = ClaimedCompetency> {
    let met = (any::<u128>().prop_map(AssessmentId), moment()).prop_map(|(assessment, at)| Met { assessment, at });
    let met = btree_map((1..=8usize).prop_map(|k| criterion_id(CompetencyId(1), k)), met, 0..9);
    let used = prop::collection::btree_set(any::<u128>().prop_map(EvidenceId), 0..4);
    (standing(), any::<u32>(), met, used, vec(any::<u128>().prop_map(PersonId), 0..4), option::of(words())).prop_map(
        |(standing, unsuccessful, met, used, judged_by, action_plan)| ClaimedCompetency {
            competency: CompetencyId(1),
            standing,
            unsuccessful,
            met,
            used,
            judged_by,
            action_plan,
        },
    )
}

pub fn content() -> impl Strategy<Value = Content> {
    let media = prop::sample::select(&["video/mp4", "audio/ogg", "application/pdf", "image/png"][..]);
    let hash = (0..4u8).prop_map(|n| format!("{n:064x}"));
    let file = (hash, any::<u64>(), media, words(), option::of(any::<u64>()));
    prop_oneof![
        words().prop_map(|file_name| Content::Awaited { file_name }),
        "[a-d]".prop_map(Content::Text),
        words().prop_map(Content::Link),
        file.prop_map(|(sha256, size, media_type, file_name, duration_ms)| Content::File {
            sha256,
            size,
            media_type: media_type.into(),
            file_name,
            duration_ms
        }),
    ]
}

pub fn people() -> impl Strategy<Value = ThirdPartyBasis> {
    use ThirdPartyBasis::*;
    prop_oneof![Just(NobodyIdentifiable), Just(AllConsented), Just(ProtectedPerson)]
}

pub fn class() -> impl Strategy<Value = EvidenceClass> {
    prop_oneof![Just(EvidenceClass::Direct), Just(EvidenceClass::Indirect), Just(EvidenceClass::Supplementary)]
}

pub fn locator() -> impl Strategy<Value = Locator> {
    prop_oneof![Just(Locator::Whole), any::<u32>().prop_map(Locator::Second), any::<u32>().prop_map(Locator::Page)]
}

/// An item of the last ten years in the state `state`.
pub fn item(state: impl Strategy<Value = EvidenceState>) -> impl Strategy<Value = EvidenceItem> {
    let when = (-3_650..2i64).prop_map(|days| T0.plus_days(days));
    let supervision = prop::sample::select(&SupervisionIdentity::ALL[..]);
    (any::<u128>(), class(), when, people(), content(), supervision, state).prop_map(
        |(id, class, performed, people, content, supervision, state)| EvidenceItem {
            id: EvidenceId(id),
            claim: ClaimId(1),
            learner: LEARNER,
            kind: EvidenceKind::Other,
            class,
            title: String::new(),
            note: String::new(),
            occasion: Occasion { performed, setting: String::new(), edited: false, people },
            supervision,
            content,
            added: performed,
            state,
        },
    )
}

/// The judgement that follows from these results and what was met before.
pub fn judged(
    competency: &Competency,
    results: BTreeMap<CriterionId, CriterionResult>,
    part: &ClaimedCompetency,
    by: PersonId,
) -> Judgement {
    let mut all = results.clone();
    all.extend(part.met.keys().map(|c| (*c, CriterionResult::Competent)));
    let first = Score { assessor: by, body: OrganisationId(1), at: T0, sheet: ScoreSheet { results, ..ScoreSheet::default() } };
    Judgement { decision: aggregate(competency, &all).decision, first, second: None, adjudicated: None, overturned: None }
}
