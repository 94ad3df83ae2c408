//! The way that is shown: what to take in which order, what each closes and counts toward, what all of it costs, and committing to it.

use super::State;
use super::chart::{cost, weeks};
use super::view;
use crate::caller::Visitor;
use crate::i18n::{date, decimal, t};
use crate::queries::paths::PathPage;
use crate::queries::paths::ways::{Step, Way};
use crate::t;
use crate::urls;
use crate::web::pages::learning::{results, tell};
use crate::web::parts::{Tone, Weight, facts, link, panel, submit, tone_pill};
use domain::funding::{Verdict, check_learning};
use domain::{CriterionId, Lang, Ts};
use maud::{Markup, html};

/// The panel; nothing where there is no way.
pub fn shown(who: &Visitor, state: &State, p: &PathPage) -> Markup {
    let Some(way) = p.found.ways.get(p.found.shown) else { return html! {} };
    let lang = who.lang;
    panel(
        "way",
        &t!(lang, "paths-way", number = p.found.shown + 1),
        None,
        html! {
            div.stack {
                ol.steps { @for step in &way.steps { (one(who, state, p, step)) } }
                (total(lang, p, way))
                (commit(who, state, p, way))
            }
        },
    )
}

/// The moment at which a week of the way begins.
fn begins(state: &State, week: u32) -> Ts {
    state.begins().plus_days(i64::from(week) * 7)
}

fn one(who: &Visitor, state: &State, p: &PathPage, step: &Step) -> Markup {
    let lang = who.lang;
    let o = &p.found.market.offerings[step.place];
    let by = p.names.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned);
    let from = step.terms.starts.as_ref().map_or_else(
        || t!(lang, "paths-week-from", week = step.start + 1, date = date(lang, begins(state, step.start))),
        |day| {
            t!(
                lang,
                "paths-begins",
                date =
                    domain::time::day_of(day).map_or_else(String::new, |d| date(lang, Ts(d * domain::time::DAY + 12 * domain::time::HOUR)))
            )
        },
    );
    let length = t!(lang, "paths-weeks", count = step.terms.weeks);
    let work = step.terms.minutes.map_or_else(
        || tell::unknown(lang),
        |m| t!(lang, "paths-hours-all", hours = decimal(lang, m as f64 / 60.0, usize::from(m % 60 != 0))),
    );
    html! {
        li.stack.tight {
            h3 { a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) } }
            p.sm.muted { (by) " · " (tell::participation(lang, o.participation)) @if let Some(place) = &o.place { " · " (place) }
                @if let Some(tag) = &o.language { " · " (tell::language(lang, Some(tag))) } }
            p.sm { (from) " · " @if step.terms.paced { (t!(lang, "paths-about", what = length)) } @else { (length) } " · " (work) " · "
                strong { (cost(lang, p, step.terms.cents)) } @if step.terms.help > 0 { " " (t!(lang, "paths-after-help", help = cost(lang, p, step.terms.help))) } }
            @if let Some(help) = o.help.as_ref().filter(|_| step.terms.help > 0) { p.sm.muted { (t(lang, "paths-help-for")) " " (help.terms.get(lang)) } }
            (closes(lang, p, &step.closes))
            (funding(who, p, step))
            p.sm.muted { (results::source(lang, &p.names, o)) }
        }
    }
}

/// What a step closes, and toward what that counts.
fn closes(lang: Lang, p: &PathPage, criteria: &[CriterionId]) -> Markup {
    let body = &p.need.version.body;
    let toward: Vec<_> = body.competencies.iter().filter(|c| c.criteria.iter().any(|k| criteria.contains(&k.id))).collect();
    html! {
        @if criteria.is_empty() { p.sm { (t(lang, "paths-leads")) } } @else {
            p.sm { (t(lang, "paths-step-closes")) " "
                @for (n, k) in criteria.iter().enumerate() { @if n > 0 { ", " } span.num title=(view::criterion(lang, &p.need, *k)) { (view::code(&p.need, *k)) } }
                ". " (t!(lang, "paths-counts-toward", title = body.title.get(lang))) " "
                (toward.iter().map(|c| c.statement.get(lang)).collect::<Vec<_>>().join("; ")) "." }
        }
    }
}

/// Programmes of support whose tests about the learning itself are met. Never more than that is said.
fn funding(who: &Visitor, p: &PathPage, step: &Step) -> Markup {
    let lang = who.lang;
    let o = &p.found.market.offerings[step.place];
    let met: Vec<_> =
        who.app.funding.iter().filter(|rule| step.terms.cents > 0 && check_learning(rule, o) == Verdict::MeetsListedTests).collect();
    html! {
        @for rule in met {
            p.sm { (tone_pill(Tone::Info, &t(lang, "funding-meets-numbers"))) " " (rule.name.get(lang)) ". "
                a href=(urls::funding(lang, o.id)) { (t(lang, "funding-check")) span.vh { " " (o.title.get(lang)) } } }
        }
    }
}

fn total(lang: Lang, p: &PathPage, way: &Way) -> Markup {
    let mut rows = Vec::new();
    if way.help > 0 {
        rows.push((t(lang, "paths-before-help"), html! { (cost(lang, p, way.cents + way.help)) }));
        rows.push((t(lang, "paths-help"), html! { "−" (cost(lang, p, way.help)) " " span.sm.muted { (t(lang, "paths-help-who")) } }));
    }
    rows.push((t(lang, "paths-to-pay"), html! { strong { (cost(lang, p, way.cents)) } }));
    rows.push((
        t(lang, "paths-time"),
        html! { (weeks(lang, way)) @if way.paced() { " " span.sm.muted { (t!(lang, "paths-pace", hours = domain::pathway::PACE)) } } },
    ));
    let hours = |m: Option<i64>| {
        m.map_or_else(
            || tell::unknown(lang),
            |m| t!(lang, "paths-hours-all", hours = decimal(lang, m as f64 / 60.0, usize::from(m % 60 != 0))),
        )
    };
    rows.push((t(lang, "paths-work"), html! { (hours(way.minutes)) }));
    rows.push((t(lang, "paths-busiest"), html! { (hours(way.busiest)) }));
    html! { h3 { (t(lang, "paths-total")) } (facts(&rows)) p.sm.muted { (t(lang, "paths-proves-nothing")) } }
}

/// The button that commits to the way.
fn commit(who: &Visitor, state: &State, p: &PathPage, way: &Way) -> Markup {
    let lang = who.lang;
    if who.me.is_none() {
        return html! { div.row { (link(Weight::Main, &urls::sign_in(lang, &who.path), &t(lang, "paths-sign-in"))) span.sm.muted { (t(lang, "paths-sign-in-why")) } } };
    }
    let action = match &p.claim {
        Some(claim) if !claim.state.takes_evidence() => return html! {},
        Some(claim) => urls::plan(lang, claim.id),
        None => urls::profile_paths(lang, p.need.version.profile),
    };
    html! {
        form method="post" action=(action) {
            @for (name, value) in state.kept() { input type="hidden" name=(name) value=(value); }
            @if state.form.value("currency").is_empty() { input type="hidden" name="currency" value=(p.currency); }
            @for step in &way.steps { input type="hidden" name="o" value=(p.found.market.offerings[step.place].id); }
            div.row { (submit(Weight::Main, &t(lang, "paths-choose"))) span.sm.muted { (t(lang, if p.claim.is_some() { "paths-choose-means" } else { "paths-choose-opens" })) } }
        }
    }
}
