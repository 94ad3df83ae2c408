//! The forms of a draft: its details, a competency, a criterion.

use super::editing::revision;
use super::read::{OCCUPATIONS, places};
use super::view::{moves, statement};
use crate::i18n::t;
use crate::queries::profiles::Draft;
use crate::t;
use crate::urls;
use crate::web::parts::{Form, Weight, choice, field, link, panel, submit};
use domain::profile::{Competency, CriterionKind, PerformanceCriterion, RiskTier};
use domain::{CompetencyId, Lang};
use maud::{Markup, html};

/// Everything but the competencies.
pub fn details(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    let v = &draft.version;
    let organisations: Vec<_> = draft.organisations.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    html! {
        form.stack.loose method="post" action=(urls::draft_details(lang, v.id)) data-keep=(t(lang, "kept")) {
            (revision(draft))
            (panel("what", &t(lang, "draft-what"), None, html! { div.stack {
                (field("title", t(lang, "draft-field-title")).max(200).for_now().both(form, 1))
                (field("summary", t(lang, "draft-field-summary")).hint(t(lang, "draft-summary-hint")).max(1000).for_now().both(form, 4))
                @if v.number > 1 { (change_fields(lang, form)) }
            } }))
            (panel("who", &t(lang, "draft-who"), None, html! { div.stack {
                (field("issuer", t(lang, "draft-field-issuer")).hint(t(lang, "draft-issuer-hint")).select(form, &organisations))
                (field("assessed_by", t(lang, "draft-field-assessed-by")).hint(t(lang, "draft-assessed-by-hint")).checks(form, &organisations))
            } }))
            (panel("jobs", &t(lang, "draft-jobs"), None, occupations(lang, form)))
            (panel("scale", &t(lang, "draft-scale"), None, scale(lang, draft, form)))
            (panel("terms", &t(lang, "draft-terms"), None, html! { div.stack {
                (field("validity_months", t(lang, "draft-field-validity-months")).hint(t(lang, "draft-validity-hint")).optional().number(form))
                (field("requires_current", t(lang, "draft-field-requires-current")).hint(t(lang, "draft-requires-current-hint")).optional().checkbox(form))
                (field("fee", t(lang, "draft-field-fee")).hint(t(lang, "draft-fee-hint")).number(form))
                (field("appeal_days", t(lang, "draft-field-appeal-days")).number(form))
                (field("notice", t(lang, "draft-field-notice")).hint(t(lang, "draft-notice-hint")).max(500).optional().both(form, 2))
            } }))
            div.row { (submit(Weight::Main, &t(lang, "save"))) (link(Weight::Quiet, &urls::draft(lang, v.id), &t(lang, "cancel"))) }
        }
    }
}

fn change_fields(lang: Lang, form: &Form) -> Markup {
    let classes = [
        choice("editorial", t(lang, "draft-class-editorial")).hint(t(lang, "draft-class-editorial-hint")),
        choice("minor", t(lang, "draft-class-minor")).hint(t(lang, "draft-class-minor-hint")),
        choice("substantive", t(lang, "draft-class-substantive")).hint(t(lang, "draft-class-substantive-hint")),
    ];
    html! {
        (field("change_class", t(lang, "draft-field-change-class")).for_now().radios(form, &classes))
        (field("change_note", t(lang, "draft-field-change-note")).hint(t(lang, "draft-change-note-hint")).max(1000).for_now().both(form, 2))
    }
}

fn occupations(lang: Lang, form: &Form) -> Markup {
    html! {
        div.stack.loose {
            p.sm.muted { (t(lang, "draft-jobs-hint")) }
            @for n in 1..=OCCUPATIONS {
                @let (code, title) = (format!("occupation_{n}"), format!("occupation_title_{n}"));
                div.stack.tight {
                    @let code_label = t!(lang, "draft-occupation", number = n);
                    @let title_label = t!(lang, "draft-occupation-title", number = n);
                    (if n == 1 { field(&code, code_label).hint(t(lang, "draft-occupation-hint")).for_now().number(form) } else { field(&code, code_label).for_now().number(form) })
                    (field(&title, title_label).max(200).for_now().both(form, 1))
                }
            }
        }
    }
}

fn scale(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    html! {
        div.stack {
            (field("scale_name", t(lang, "draft-field-scale-name")).max(100).for_now().both(form, 1))
            p.sm.muted { (t(lang, "draft-levels-hint")) }
            @for n in 1..=places(&draft.version.body) {
                @let name = format!("level_{n}");
                (field(&name, t!(lang, "draft-level", number = n)).max(100).for_now().both(form, 1))
            }
        }
    }
}

/// A competency, without its criteria.
pub fn competency(lang: Lang, draft: &Draft, c: &Competency, form: &Form) -> Markup {
    let levels: Vec<_> = (1..)
        .zip(&draft.version.body.scale.levels)
        .map(|(n, l): (usize, _)| choice(n.to_string(), format!("{n}. {}", l.get(lang))))
        .collect();
    html! {
        form.stack.loose method="post" action=(urls::draft_competency(lang, draft.version.id, c.id)) data-keep=(t(lang, "kept")) {
            (revision(draft))
            @if let Some(s) = &c.source { p.sm.muted { (t!(lang, "draft-source", framework = s.framework.as_str(), id = s.source_id.as_str())) } }
            (field("code", t(lang, "draft-field-code")).max(20).text(form))
            (field("statement", t(lang, "draft-field-statement")).hint(t(lang, "draft-competency-hint")).max(300).for_now().both(form, 3))
            (field("required", t(lang, "draft-required-label")).for_now().checkbox(form))
            (field("level", t(lang, "draft-field-level")).hint(draft.version.body.scale.name.get(lang)).select(form, &levels))
            (field("tier", t(lang, "draft-field-tier")).radios(form, &[RiskTier::A, RiskTier::B, RiskTier::C].map(|tier| tier_choice(lang, tier))))
            (field("occasions", t(lang, "draft-field-occasions")).hint(t(lang, "draft-occasions-hint")).number(form))
            (field("currency_months", t(lang, "draft-field-currency-months")).hint(t(lang, "draft-currency-hint")).number(form))
            (field("advice", t(lang, "draft-field-advice")).hint(t(lang, "draft-advice-hint")).max(2000).for_now().both(form, 4))
            (field("validity_months", t(lang, "draft-field-validity-months")).hint(t(lang, "draft-validity-hint")).optional().number(form))
            div.row { (submit(Weight::Main, &t(lang, "save"))) (link(Weight::Quiet, &urls::draft(lang, draft.version.id), &t(lang, "cancel"))) }
        }
    }
}

fn tier_choice(lang: Lang, tier: RiskTier) -> crate::web::parts::Choice {
    match tier {
        RiskTier::A => choice("A", t(lang, "draft-tier-a")).hint(t(lang, "draft-tier-a-hint")),
        RiskTier::B => choice("B", t(lang, "draft-tier-b")).hint(t(lang, "draft-tier-b-hint")),
        RiskTier::C => choice("C", t(lang, "draft-tier-c")).hint(t(lang, "draft-tier-c-hint")),
    }
}

/// The criteria of a competency in their order, and the ways to more of them.
pub fn criteria(lang: Lang, draft: &Draft, c: &Competency, form: &Form) -> Markup {
    let id = draft.version.id;
    let action = urls::draft_criteria(lang, id, c.id);
    html! {
        section.panel aria-labelledby="criteria" {
            header { h2 #criteria { (t(lang, "draft-criteria")) } div.push { a.btn.small href=(urls::draft_take(lang, id, c.id)) { (t(lang, "draft-take")) } } }
            @if c.criteria.is_empty() { div.body { p.muted { (t(lang, "draft-criteria-none")) } } }
            @else { ol.ordered { @for k in &c.criteria { (criterion_line(lang, draft, k, &action)) } } }
        }
        section.panel.pad aria-labelledby="add" {
            h2.t #add { (t(lang, "draft-add-criterion")) }
            form.stack method="post" action=(action) {
                (revision(draft))
                (field("new_code", t(lang, "draft-field-code")).hint(t(lang, "draft-code-hint")).max(40).optional().text(form))
                (field("new_statement", t(lang, "draft-field-statement")).hint(t(lang, "draft-criterion-hint")).max(500).for_now().both(form, 2))
                div { (submit(Weight::Plain, &t(lang, "draft-add-do"))) }
            }
        }
    }
}

fn criterion_line(lang: Lang, draft: &Draft, k: &PerformanceCriterion, action: &str) -> Markup {
    let href = urls::draft_criterion(lang, draft.version.id, k.id);
    html! {
        li {
            div {
                p { strong { (k.code) } " " a href=(href) { (statement(lang, &k.statement)) } }
                p.sm.muted { (kind_words(lang, k.kind)) @if k.essential { " · " (t(lang, "draft-essential")) } }
            }
            (moves(lang, draft, action, &k.id.to_string(), &k.code, &t!(lang, "draft-remove-criterion", code = k.code.as_str())))
        }
    }
}

fn kind_words(lang: Lang, kind: CriterionKind) -> String {
    match kind {
        CriterionKind::Performance => t(lang, "draft-kind-performance"),
        CriterionKind::Knowledge => t(lang, "draft-kind-knowledge"),
    }
}

/// A criterion with its rubric.
pub fn criterion(lang: Lang, draft: &Draft, competency: CompetencyId, k: &PerformanceCriterion, form: &Form) -> Markup {
    let kinds = [
        choice("performance", t(lang, "draft-kind-performance")).hint(t(lang, "draft-kind-performance-hint")),
        choice("knowledge", t(lang, "draft-kind-knowledge")).hint(t(lang, "draft-kind-knowledge-hint")),
    ];
    html! {
        form.stack.loose method="post" action=(urls::draft_criterion(lang, draft.version.id, k.id)) data-keep=(t(lang, "kept")) {
            (revision(draft))
            (field("code", t(lang, "draft-field-code")).max(40).text(form))
            (field("statement", t(lang, "draft-field-statement")).hint(t(lang, "draft-criterion-hint")).max(500).for_now().both(form, 3))
            (field("kind", t(lang, "draft-field-kind")).radios(form, &kinds))
            (field("essential", t(lang, "draft-essential-label")).for_now().checkbox(form))
            (panel("rubric", &t(lang, "draft-rubric"), None, html! { div.stack {
                p.sm.muted { (t(lang, "draft-rubric-hint")) }
                (field("competent", t(lang, "draft-field-competent")).max(500).for_now().both(form, 2))
                (field("approaching", t(lang, "draft-field-approaching")).max(500).for_now().both(form, 2))
                (field("not_evident", t(lang, "draft-field-not-evident")).max(500).for_now().both(form, 2))
            } }))
            div.row { (submit(Weight::Main, &t(lang, "save"))) (link(Weight::Quiet, &urls::draft_competency(lang, draft.version.id, competency), &t(lang, "cancel"))) }
        }
    }
}
