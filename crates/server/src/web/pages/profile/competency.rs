//! One competency of a profile: what is shown, how it is judged, and what evidence it takes.

use crate::i18n::t;
use crate::t;
use crate::web::parts::{descriptors, facts, scores};
use domain::Lang;
use domain::assessment::aggregate;
use domain::profile::{Competency, CriterionKind, PerformanceCriterion, ProfileBody, RiskTier, Rubric, ServiceTime, service_time};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The competency, under the id that credentials name it by.
pub fn competency(lang: Lang, body: &ProfileBody, c: &Competency) -> Markup {
    html! {
        article.panel.competency id=(c.id) aria-labelledby={ (c.id) "-name" } {
            header {
                h3 id={ (c.id) "-name" } { (c.statement.get(lang)) }
                p.sm.muted.push { (c.code) }
            }
            div.body.stack {
                div.row {
                    span.pill { (t(lang, if c.required { "profile-required" } else { "profile-elective" })) }
                    @if let Some(level) = level_words(lang, body, c) { span.pill { (level) } }
                    span.pill data-s=[(c.tier == RiskTier::A).then_some("wait")] { (tier_name(lang, c.tier)) }
                }
                ol.profile-criteria { @for criterion in &c.criteria { (criterion_item(lang, criterion)) } }
                (rules(lang, c))
            }
        }
    }
}

fn criterion_item(lang: Lang, c: &PerformanceCriterion) -> Markup {
    let [not_shown, partly, met, _] = <[_; 4]>::try_from(scores(
        lang,
        [c.rubric.not_evident.get(lang), c.rubric.approaching.get(lang), c.rubric.competent.get(lang), ""],
    ))
    .expect("a rubric has four scores");
    html! {
        li id=(c.id) {
            div.what {
                span.code.xs.muted { (c.code) }
                p { (c.statement.get(lang)) }
            }
            div.row.marks {
                @if c.essential { span.pill data-s="wait" { (t(lang, "profile-essential")) } }
                @if c.kind == CriterionKind::Knowledge { span.pill { (t(lang, "profile-knowledge")) } }
            }
            @if c.rubric != Rubric::default() {
                (descriptors(&t(lang, "profile-rubric"), &[met, partly, not_shown]))
            }
        }
    }
}

/// What evidence it takes and what follows, as facts.
fn rules(lang: Lang, c: &Competency) -> Markup {
    let mut rows = vec![
        (t(lang, "profile-to-demonstrate"), html! { (needed(lang, c)) }),
        (
            t(lang, "profile-evidence"),
            html! { p { (occasions(lang, c)) } @if !c.rule.advice.get(lang).is_empty() { p { (c.rule.advice.get(lang)) } } },
        ),
        (t(lang, "profile-decision-within"), html! { (within(lang, c.tier)) }),
        (t(lang, "profile-stays-current"), html! { (validity(lang, c.validity_months)) }),
    ];
    if let Some(source) = &c.source {
        rows.push((t(lang, "profile-source"), html! { strong { (source.source_id) } ", " (source.framework) }));
    }
    facts(&rows)
}

fn occasions(lang: Lang, c: &Competency) -> String {
    let performance = c.criteria.iter().any(|c| c.kind == CriterionKind::Performance);
    let months = i64::from(c.rule.currency_months);
    if performance {
        t!(lang, "profile-occasions", count = i64::from(c.rule.occasions), months = months)
    } else {
        t!(lang, "profile-occasions-knowledge", months = months)
    }
}

/// How many criteria have to be met, by the rule that results are added up with.
fn needed(lang: Lang, c: &Competency) -> String {
    let rule = aggregate(c, &BTreeMap::new());
    let essential = rule.essential_unmet.len();
    match (essential, rule.others, rule.others_needed) {
        (_, others, needed) if others == needed => t!(lang, "profile-needs-all", count = c.criteria.len()),
        (0, others, needed) => t!(lang, "profile-needs-some", needed = needed, others = others),
        (essential, others, needed) => t!(lang, "profile-needs-essential", essential = essential, needed = needed, others = others),
    }
}

fn level_words(lang: Lang, body: &ProfileBody, c: &Competency) -> Option<String> {
    let name = body.scale.levels.get(usize::from(c.level).checked_sub(1)?)?;
    let (level, top) = (i64::from(c.level), body.scale.levels.len());
    Some(t!(lang, "profile-level", level = level, top = top, name = name.get(lang)))
}

/// "Tier A: safety-critical".
pub fn tier_name(lang: Lang, tier: RiskTier) -> String {
    match tier {
        RiskTier::A => t(lang, "profile-tier-a"),
        RiskTier::B => t(lang, "profile-tier-b"),
        RiskTier::C => t(lang, "profile-tier-c"),
    }
}

/// What a tier means for whoever is judged by it.
pub fn tier_meaning(lang: Lang, tier: RiskTier) -> String {
    match tier {
        RiskTier::A => t(lang, "profile-tier-a-means"),
        RiskTier::B => t(lang, "profile-tier-b-means"),
        RiskTier::C => t(lang, "profile-tier-c-means"),
    }
}

/// How long a decision may take.
pub fn within(lang: Lang, tier: RiskTier) -> String {
    match service_time(tier) {
        ServiceTime::Hours(hours) => t!(lang, "profile-hours", count = i64::from(hours)),
        ServiceTime::WorkingDays(days) => t!(lang, "profile-working-days", count = i64::from(days)),
    }
}

/// How long something stays valid.
pub fn validity(lang: Lang, months: Option<u16>) -> String {
    match months {
        Some(months) if months % 12 == 0 => t!(lang, "profile-years", count = i64::from(months / 12)),
        Some(months) => t!(lang, "profile-months", count = i64::from(months)),
        None => t(lang, "profile-no-expiry"),
    }
}
