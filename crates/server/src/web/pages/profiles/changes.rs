//! What one version of a profile changes against another: competencies and criteria are the same as long as their id is.

use crate::i18n::t;
use domain::profile::{Competency, PerformanceCriterion, ProfileBody};
use domain::{Lang, OrganisationId, Text};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a, T> {
    /// Only in the new version.
    Added(&'a T),
    /// Only in the old one.
    Removed(&'a T),
    /// In both, and something of it differs.
    Changed(&'a T, &'a T),
}

/// What changed about one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyChange<'a> {
    /// The competency itself.
    pub competency: Change<'a, Competency>,
    /// Its criteria, where it is in both.
    pub criteria: Vec<Change<'a, PerformanceCriterion>>,
}

/// Every competency that differs, in the order of the new version, then those that are gone.
pub fn competencies<'a>(old: &'a ProfileBody, new: &'a ProfileBody) -> Vec<CompetencyChange<'a>> {
    let mut found = Vec::new();
    for c in &new.competencies {
        match old.competency(c.id) {
            None => found.push(CompetencyChange { competency: Change::Added(c), criteria: vec![] }),
            Some(before) if before != c => {
                found.push(CompetencyChange { competency: Change::Changed(before, c), criteria: criteria(before, c) });
            }
            Some(_) => {}
        }
    }
    let gone = old.competencies.iter().filter(|c| new.competency(c.id).is_none());
    found.extend(gone.map(|c| CompetencyChange { competency: Change::Removed(c), criteria: vec![] }));
    found
}

fn criteria<'a>(old: &'a Competency, new: &'a Competency) -> Vec<Change<'a, PerformanceCriterion>> {
    let mut found = Vec::new();
    for k in &new.criteria {
        match old.criterion(k.id) {
            None => found.push(Change::Added(k)),
            Some(before) if before != k => found.push(Change::Changed(before, k)),
            Some(_) => {}
        }
    }
    found.extend(old.criteria.iter().filter(|k| new.criterion(k.id).is_none()).map(Change::Removed));
    found
}

/// A part of the profile that differs, by the key of its label, with the old and the new text.
pub type Differing = (&'static str, Text, Text);

/// The parts of the profile itself, apart from its competencies, that differ. `name` is what an organisation is called.
pub fn parts(old: &ProfileBody, new: &ProfileBody, name: impl Fn(OrganisationId) -> Text) -> Vec<Differing> {
    let months = |m: Option<u16>| m.map_or_else(|| "–".to_owned(), |m| m.to_string());
    let same = |value: String| Text::of(value.clone(), value);
    let yes = |b: bool| {
        let key = if b { "draft-yes" } else { "draft-no" };
        Text::of(t(Lang::En, key), t(Lang::Fr, key))
    };
    let occupations = |b: &ProfileBody| same(b.occupations.iter().map(|o| o.code.as_str()).collect::<Vec<_>>().join(", "));
    let levels = |b: &ProfileBody| {
        let list = |lang| b.scale.levels.iter().map(|l| l.get(lang)).collect::<Vec<_>>().join(" · ");
        Text::of(list(Lang::En), list(Lang::Fr))
    };
    let cents = |b: &ProfileBody| same(format!("{}.{:02}", b.assessment_fee.cents / 100, b.assessment_fee.cents % 100));
    let assessors = |b: &ProfileBody| {
        let list = |lang| b.assessed_by.iter().map(|o| name(*o).get(lang).to_owned()).collect::<Vec<_>>().join(", ");
        Text::of(list(Lang::En), list(Lang::Fr))
    };
    let all = [
        ("draft-field-issuer", name(old.issuer), name(new.issuer)),
        ("draft-field-assessed-by", assessors(old), assessors(new)),
        ("draft-field-title", old.title.clone(), new.title.clone()),
        ("draft-field-summary", old.summary.clone(), new.summary.clone()),
        ("draft-field-occupations", occupations(old), occupations(new)),
        (
            "draft-field-notice",
            old.regulated_scope_notice.clone().unwrap_or_default(),
            new.regulated_scope_notice.clone().unwrap_or_default(),
        ),
        ("draft-field-scale-name", old.scale.name.clone(), new.scale.name.clone()),
        ("draft-field-levels", levels(old), levels(new)),
        ("draft-field-validity-months", same(months(old.validity_months)), same(months(new.validity_months))),
        ("draft-field-requires-current", yes(old.requires_current), yes(new.requires_current)),
        ("draft-field-fee", cents(old), cents(new)),
        ("draft-field-appeal-days", same(old.appeal_days.to_string()), same(new.appeal_days.to_string())),
    ];
    all.into_iter().filter(|(_, old, new)| old != new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::profile::{CriterionKind, EvidenceRule, Fee, ProficiencyScale, RiskTier, Rubric};
    use domain::{CompetencyId, CriterionId};

    fn criterion(id: u128, en: &str) -> PerformanceCriterion {
        let (kind, rubric) = (CriterionKind::Performance, Rubric::default());
        PerformanceCriterion { id: CriterionId(id), code: format!("K{id}"), statement: Text::of(en, en), kind, essential: true, rubric }
    }

    fn competency(id: u128, criteria: Vec<PerformanceCriterion>) -> Competency {
        Competency {
            id: CompetencyId(id),
            code: format!("C{id}"),
            statement: Text::of("Does", "Fait"),
            required: true,
            level: 1,
            tier: RiskTier::B,
            rule: EvidenceRule::default(),
            validity_months: None,
            source: None,
            criteria,
        }
    }

    fn body(competencies: Vec<Competency>) -> ProfileBody {
        ProfileBody {
            title: Text::of("T", "T"),
            summary: Text::default(),
            issuer: OrganisationId(1),
            assessed_by: vec![],
            occupations: vec![],
            regulated_scope_notice: None,
            scale: ProficiencyScale { name: Text::default(), levels: vec![] },
            validity_months: None,
            requires_current: false,
            assessment_fee: Fee { cents: 0 },
            appeal_days: 30,
            competencies,
        }
    }

    #[test]
    fn what_is_the_same_is_not_told_and_what_is_not_is() {
        let old = body(vec![competency(1, vec![criterion(1, "a"), criterion(2, "b")]), competency(2, vec![]), competency(3, vec![])]);
        let mut new =
            body(vec![competency(4, vec![]), competency(1, vec![criterion(2, "changed"), criterion(5, "new")]), competency(3, vec![])]);
        new.assessment_fee.cents = 250;
        let found = competencies(&old, &new);
        let kinds: Vec<_> = found
            .iter()
            .map(|c| match c.competency {
                Change::Added(c) => ("added", c.id.0),
                Change::Removed(c) => ("removed", c.id.0),
                Change::Changed(_, c) => ("changed", c.id.0),
            })
            .collect();
        assert_eq!(kinds, [("added", 4), ("changed", 1), ("removed", 2)]);
        let criteria = &found[1].criteria;
        assert!(matches!(criteria[..], [Change::Changed(a, b), Change::Added(c), Change::Removed(d)]
            if (a.id.0, b.id.0, c.id.0, d.id.0) == (2, 2, 5, 1)));
        let name = |_| Text::default();
        assert_eq!(parts(&old, &new, name), [("draft-field-fee", Text::of("0.00", "0.00"), Text::of("2.50", "2.50"))]);
        assert!(competencies(&old, &old).is_empty() && parts(&new, &new, name).is_empty());
    }
}
