//! The page: what is missing, evidence instead, the options, the way that is shown, and what to narrow them by.

use super::asked::{MATTERS, MODES, State};
use super::{chart, reasons, way};
use crate::caller::Visitor;
use crate::i18n::{date_machine, t};
use crate::queries::paths::{Need, PathPage};
use crate::t;
use crate::urls;
use crate::web::pages::claim::words;
use crate::web::pages::learning::tell;
use crate::web::parts::{Tone, Weight, back, choice, empty, error_summary, facts, field, filters, link, notice, panel, panel_pad, submit};
use domain::profile::Competency;
use domain::{CriterionId, Lang};
use maud::{Markup, html};

/// What the ways are for.
pub fn subject(lang: Lang, p: &PathPage) -> String {
    let body = &p.need.version.body;
    let one = p.need.competency.and_then(|id| body.competency(id));
    one.map_or_else(|| body.title.get(lang), |c| c.statement.get(lang)).to_owned()
}

/// The whole page below the bar.
pub fn page(who: &Visitor, state: &State, p: &PathPage) -> Markup {
    let lang = who.lang;
    html! {
        (head(lang, state, p))
        (error_summary(&state.form))
        (instead(lang, p))
        @if let (Some(plan), Some(claim)) = (&p.plan, &p.claim) {
            @if plan.state == domain::plan::PlanState::Open {
                (notice(Tone::Info, html! { p { (t(lang, "paths-has-plan")) " " a href=(urls::plan(lang, claim.id)) { (t(lang, "paths-see-plan")) } } }))
            }
        }
        @if p.need.wanted.is_empty() {
            (empty(&t(lang, "paths-nothing-missing"), &t(lang, "paths-nothing-missing-text"), Some(link(Weight::Plain, &above(lang, state, p).1, &t(lang, "paths-back")))))
        } @else {
            div.split.paths #paths tabindex="-1" data-say=(t!(lang, "paths-found", count = p.found.ways.len())) {
                div.stack.loose {
                    (options(who, state, p))
                    (way::shown(who, state, p))
                    (reasons::panels(lang, state, p))
                }
                aside.stack.loose.side aria-label=(t(lang, "paths-narrow")) { (narrowing(who, state, p)) (missing(lang, p)) (saved(lang, p)) }
            }
        }
    }
}

fn above(lang: Lang, state: &State, p: &PathPage) -> (String, String) {
    let title = p.need.version.body.title.get(lang).to_owned();
    match (&p.claim, state.ratings.is_empty() && !state.base.contains("/catalogue/")) {
        (Some(claim), true) => match p.need.competency.and_then(|id| p.need.version.body.competency(id)) {
            Some(c) => (c.statement.get(lang).to_owned(), urls::claimed_competency(lang, claim.id, c.id)),
            None => (title, urls::claim(lang, claim.id)),
        },
        _ => (title, urls::profile(lang, p.need.version.profile)),
    }
}

fn head(lang: Lang, state: &State, p: &PathPage) -> Markup {
    let (words, href) = above(lang, state, p);
    let (criteria, competencies) = (p.need.wanted.len(), p.need.competencies().count());
    html! {
        div.stack.tight {
            (back(&words, &href))
            h1 { (t!(lang, "paths-title", what = subject(lang, p))) }
            @if criteria > 0 {
                p.muted.measure { (t!(lang, "paths-lead", criteria = criteria))
                    @if p.need.competency.is_none() { " " (t!(lang, "paths-lead-in", competencies = competencies)) } @else { "." }
                    " " (t(lang, "paths-unpaid")) }
            }
        }
    }
}

/// Always first: whoever can do it needs no course (LRN-01).
fn instead(lang: Lang, p: &PathPage) -> Markup {
    let body = &p.need.version.body;
    let fee = words::price(lang, body.assessment_fee.cents);
    let first: Option<&Competency> = p.need.competency.and_then(|id| body.competency(id)).or_else(|| p.need.competencies().next());
    let service = first.map(|c| words::service(lang, c)).unwrap_or_default();
    let (words, href) = match (&p.claim, first) {
        (Some(claim), Some(c)) if claim.state.takes_evidence() => (t(lang, "paths-add-evidence"), words::add_evidence(lang, claim, c)),
        _ => (t(lang, "paths-claim-instead"), urls::profile(lang, p.need.version.profile)),
    };
    notice(
        Tone::Info,
        html! { p { strong { (t(lang, "paths-able")) } " " a href=(href) { (words) } ". " (t!(lang, "paths-able-cost", fee = fee, time = service)) } },
    )
}

fn options(who: &Visitor, state: &State, p: &PathPage) -> Markup {
    let lang = who.lang;
    let links: Vec<_> = MATTERS
        .iter()
        .map(|(name, matters)| {
            let href = state.address(&[("matters", (*name).to_owned())]);
            (t(lang, &format!("paths-{name}")), None, href, state.asked.matters == *matters && state.asked.shown.is_none())
        })
        .collect();
    panel(
        "options",
        &t(lang, "paths-chart"),
        None,
        html! {
            div.stack {
                @if p.found.ways.is_empty() { (reasons::no_way(lang, state, p)) } @else {
                    (filters(&t(lang, "paths-matters"), Some("paths"), &links))
                    (chart::figure(lang, state, p))
                    (chart::numbers(lang, state, p))
                    (reasons::proof(lang, p))
                }
            }
        },
    )
}

/// The form that narrows what is compared. It never applies itself.
fn narrowing(who: &Visitor, state: &State, p: &PathPage) -> Markup {
    let (lang, form) = (who.lang, &state.form);
    let modes = MODES.map(|(name, how)| choice(name, tell::participation(lang, Some(how))));
    let any = choice("any", t(lang, "paths-any"));
    let languages: Vec<_> =
        std::iter::once(any).chain(p.languages.iter().map(|tag| choice(tag.clone(), tell::language(lang, Some(tag))))).collect();
    let currencies: Vec<_> = p.currencies.iter().map(|c| choice(c.clone(), c.clone())).collect();
    let pick = |name: &str, value: &str| if form.value(name).is_empty() { form.clone().with(name, value) } else { form.clone() };
    panel_pad(
        "narrow",
        &t(lang, "paths-narrow"),
        html! {
            form.stack action=(state.base) {
                @for (name, value) in state.kept().filter(|(name, _)| matches!(*name, "ratings" | "competency")) { input type="hidden" name=(name) value=(value); }
                input type="hidden" name="matters" value=(state.matters());
                (field("budget", t(lang, "paths-budget")).hint(t(lang, "paths-budget-hint")).for_now().number(form))
                (field("hours", t(lang, "paths-hours")).hint(t(lang, "paths-hours-hint")).for_now().number(form))
                (field("from", t(lang, "paths-from")).for_now().date(&pick("from", &date_machine(state.begins()))))
                (field("by", t(lang, "paths-by")).for_now().date(form))
                (field("mode", t(lang, "paths-mode")).for_now().checks(form, &modes))
                (field("place", t(lang, "paths-place")).hint(t(lang, "paths-place-hint")).for_now().max(100).text(form))
                @if !p.languages.is_empty() { (field("language", t(lang, "paths-language")).for_now().select(&pick("language", "any"), &languages)) }
                @if p.currencies.len() > 1 {
                    (field("currency", t(lang, "paths-currency")).hint(t(lang, "paths-currency-hint")).for_now().select(&pick("currency", &p.currency), &currencies))
                }
                (field("nohelp", t(lang, "paths-nohelp")).for_now().checkbox(form))
                (submit(Weight::Plain, &t(lang, "filter-apply")))
                @if state.narrowed() { p.sm { a href=(cleared(state)) { (t(lang, "filter-clear")) } } }
            }
        },
    )
}

fn cleared(state: &State) -> String {
    urls::listed(state.base.clone(), state.kept().filter(|(name, _)| matches!(*name, "ratings" | "competency")), 1)
}

/// What is missing, and what is not counted as missing.
fn missing(lang: Lang, p: &PathPage) -> Markup {
    let name = |id: &domain::CompetencyId| p.need.version.body.competency(*id).map_or("", |c| c.statement.get(lang));
    panel_pad(
        "missing",
        &t(lang, "paths-missing"),
        html! {
            div.stack.tight {
                ul.sm.bullets {
                    @for c in p.need.competencies() {
                        li { span.num { (c.code) } " " (c.statement.get(lang)) ": "
                            @for (n, k) in criteria_of(&p.need, c).enumerate() { @if n > 0 { ", " } span.num title=(criterion(lang, &p.need, k)) { (code(&p.need, k)) } } }
                    }
                }
                @if !p.need.in_review.is_empty() { p.sm.muted { (t(lang, "paths-in-review")) " " (p.need.in_review.iter().map(name).collect::<Vec<_>>().join("; ")) } }
                @if !p.need.ready.is_empty() { p.sm.muted { (t(lang, "paths-ready")) " " (p.need.ready.iter().map(name).collect::<Vec<_>>().join("; ")) } }
            }
        },
    )
}

fn criteria_of<'a>(need: &'a Need, c: &'a Competency) -> impl Iterator<Item = CriterionId> + 'a {
    c.criteria.iter().map(|k| k.id).filter(|k| need.wanted.contains(k))
}

/// The short label of a criterion.
pub fn code(need: &Need, id: CriterionId) -> &str {
    need.version.body.competencies.iter().find_map(|c| c.criterion(id)).map_or("", |k| k.code.as_str())
}

/// What a criterion says.
pub fn criterion(lang: Lang, need: &Need, id: CriterionId) -> &str {
    need.version.body.competencies.iter().find_map(|c| c.criterion(id)).map_or("", |k| k.statement.get(lang))
}

/// Learning that recognition saves.
fn saved(lang: Lang, p: &PathPage) -> Markup {
    let Some(a) = p.found.avoided.filter(|a| a.minutes > 0) else { return html! {} };
    let hours = |minutes: i64| crate::i18n::number(lang, (minutes + 30) / 60);
    panel_pad(
        "saved",
        &t(lang, "paths-saved"),
        html! {
            div.stack.tight {
                (facts(&[
                    (t(lang, "paths-saved-hours"), html! { strong.num { (hours(a.minutes)) } }),
                    (t(lang, "paths-saved-of"), html! { span.num { (hours(a.nominal)) } }),
                ]))
                p.sm.muted { (t(lang, "paths-saved-how")) @if a.unknown > 0 { " " (t!(lang, "paths-saved-unknown", count = a.unknown)) } }
            }
        },
    )
}
