//! The markup of publishing and of what a version changes.

use super::changes::{self, Change, CompetencyChange};
use super::view::{head, obstacles, statement, version_name};
use crate::i18n::t;
use crate::queries::profiles::Draft;
use crate::t;
use crate::urls;
use crate::web::parts::{Form, Head, Tone, Weight, error_summary, field, notice, panel, submit, table, tone_pill};
use domain::profile::{ChangeClass, Competency, PerformanceCriterion, ProfileVersion};
use domain::{Lang, Text};
use maud::{Markup, html};

/// The three grounds on which a version is put in force.
pub fn publish(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    let v = &draft.version;
    let ready = v.obstacles().is_empty();
    html! {
        (head(lang, draft, "publish"))
        (error_summary(form))
        @if !ready { (obstacles(lang, v)) p { (t(lang, "draft-not-ready")) } }
        @else {
            div.stack.narrow {
                p { (t(lang, "draft-publish-text")) }
                @if let Some(before) = &draft.in_force {
                    (notice(Tone::Info, html! { p { (t!(lang, "draft-replaces", version = version_name(lang, before))) " "
                        a href=(urls::draft_changes(lang, v.id)) { (t(lang, "draft-changes")) } } }))
                }
                form.stack.loose method="post" action=(urls::draft_publish(lang, v.id)) data-keep=(t(lang, "kept")) {
                    input type="hidden" name="revision" value=(form.value("revision"));
                    (field("consultation", t(lang, "draft-consultation")).hint(t(lang, "draft-consultation-hint")).max(2000).area(form, 3))
                    (field("validation", t(lang, "draft-validation")).hint(t(lang, "draft-validation-hint")).max(2000).area(form, 3))
                    (field("approval", t(lang, "draft-approval")).hint(t(lang, "draft-approval-hint")).max(2000).area(form, 3))
                    div { (submit(Weight::Main, &t(lang, "draft-publish-do"))) }
                }
            }
        }
    }
}

/// What a version changes against the one in force.
pub fn changes(lang: Lang, draft: &Draft, before: &ProfileVersion) -> Markup {
    let v = &draft.version;
    let parts = changes::parts(&before.body, &v.body, |id| draft.name(id));
    let competencies = changes::competencies(&before.body, &v.body);
    html! {
        p { (t!(lang, "changes-against", version = version_name(lang, before))) }
        @if let Some(change) = &v.change {
            (notice(Tone::Info, html! { p { strong { (class_name(lang, change.class)) } } p { (change.note.get(lang)) } }))
        }
        @if parts.is_empty() && competencies.is_empty() { p.muted { (t(lang, "changes-none")) } }
        @if !parts.is_empty() { (panel("parts", &t(lang, "draft-details"), None, parts_table(lang, &parts))) }
        @if !competencies.is_empty() {
            (panel("changed", &t(lang, "draft-competencies"), None, html! { ul.stack.loose { @for c in &competencies { li { (competency(lang, c)) } } } }))
        }
    }
}

/// How far-reaching a change is.
pub fn class_name(lang: Lang, class: ChangeClass) -> String {
    match class {
        ChangeClass::Editorial => t(lang, "draft-class-editorial"),
        ChangeClass::Minor => t(lang, "draft-class-minor"),
        ChangeClass::Substantive => t(lang, "draft-class-substantive"),
    }
}

/// Both languages where they differ from each other, so that a changed translation is seen.
fn both(text: &Text) -> Markup {
    html! {
        @if text.en == text.fr { (if text.en.is_empty() { "–" } else { &text.en }) }
        @else {
            @if !text.en.is_empty() { p lang=(Lang::En.tag()) { (text.en) } }
            @if !text.fr.is_empty() { p.muted lang=(Lang::Fr.tag()) { (text.fr) } }
        }
    }
}

fn parts_table(lang: Lang, parts: &[changes::Differing]) -> Markup {
    let heads = [Head::text(t(lang, "draft-part")), Head::text(t(lang, "changes-before")), Head::text(t(lang, "changes-after"))];
    let rows: Vec<Vec<Markup>> = parts.iter().map(|(key, old, new)| vec![html! { (t(lang, key)) }, both(old), both(new)]).collect();
    table(&t(lang, "draft-stale-table"), &heads, &rows)
}

fn competency(lang: Lang, change: &CompetencyChange) -> Markup {
    match &change.competency {
        Change::Added(c) => line(lang, "changes-added", Tone::Good, &c.code, &c.statement),
        Change::Removed(c) => line(lang, "changes-removed", Tone::Bad, &c.code, &c.statement),
        Change::Changed(old, new) => html! {
            (line(lang, "changes-changed", Tone::Wait, &new.code, &new.statement))
            (aspects(lang, old, new))
            ul.stack.tight.sm.inset { @for k in &change.criteria { li { (criterion(lang, k)) } } }
        },
    }
}

fn line(lang: Lang, key: &str, tone: Tone, code: &str, words: &Text) -> Markup {
    html! { p { (tone_pill(tone, &t(lang, key))) " " strong { (code) } " " (statement(lang, words)) } }
}

/// What differs of a competency besides its criteria.
fn aspects(lang: Lang, old: &Competency, new: &Competency) -> Markup {
    let same = |value: String| Text::of(value.clone(), value);
    let months = |m: Option<u16>| same(m.map_or_else(|| "–".to_owned(), |m| m.to_string()));
    let yes =
        |b: bool| Text::of(t(Lang::En, if b { "draft-yes" } else { "draft-no" }), t(Lang::Fr, if b { "draft-yes" } else { "draft-no" }));
    let all = [
        ("draft-field-code", same(old.code.clone()), same(new.code.clone())),
        ("draft-field-statement", old.statement.clone(), new.statement.clone()),
        ("draft-field-required", yes(old.required), yes(new.required)),
        ("draft-field-level", same(old.level.to_string()), same(new.level.to_string())),
        ("draft-field-tier", same(format!("{:?}", old.tier)), same(format!("{:?}", new.tier))),
        ("draft-field-occasions", same(old.rule.occasions.to_string()), same(new.rule.occasions.to_string())),
        ("draft-field-currency-months", same(old.rule.currency_months.to_string()), same(new.rule.currency_months.to_string())),
        ("draft-field-advice", old.rule.advice.clone(), new.rule.advice.clone()),
        ("draft-field-validity-months", months(old.validity_months), months(new.validity_months)),
    ];
    let differing: Vec<changes::Differing> = all.into_iter().filter(|(_, old, new)| old != new).collect();
    html! { @if !differing.is_empty() { (parts_table(lang, &differing)) } }
}

fn criterion(lang: Lang, change: &Change<PerformanceCriterion>) -> Markup {
    match change {
        Change::Added(k) => line(lang, "changes-added", Tone::Good, &k.code, &k.statement),
        Change::Removed(k) => line(lang, "changes-removed", Tone::Bad, &k.code, &k.statement),
        Change::Changed(old, new) => html! {
            (line(lang, "changes-changed", Tone::Wait, &new.code, &new.statement))
            @if old.statement != new.statement { p.muted { (t(lang, "changes-before")) ": " (statement(lang, &old.statement)) } }
            @if old.essential != new.essential { p.muted { (t(lang, if new.essential { "changes-now-essential" } else { "changes-not-essential" })) } }
            @if old.kind != new.kind { p.muted { (t(lang, "changes-kind")) } }
            @if old.rubric != new.rubric { p.muted { (t(lang, "changes-rubric")) } }
        },
    }
}
