//! How far a batch is, and what can be done with it.

use super::view::{refused_rows, state_pill};
use crate::caller::Member;
use crate::i18n::{date_time, decimal, number, t};
use crate::issuing::words::supervision;
use crate::queries::batches::BatchPage;
use crate::web::parts::{Tone, Weight, act, back, confirm, facts, link, notice, panel, panel_pad, progress};
use crate::{t, urls};
use domain::Lang;
use domain::batch::{BatchState, Halt};
use maud::{Markup, html};

/// A batch that was started.
pub fn page(who: &Member, p: &BatchPage, by_itself: bool) -> Markup {
    let (lang, b) = (who.lang, &p.batch);
    html! {
        (back(&t(lang, "batches-title"), &urls::batches(lang)))
        div.stack.tight { h1 { (p.version.body.title.get(lang)) } p.muted { (b.file) } div.row { (state_pill(lang, b)) } }
        div.split {
            div.stack {
                (panel("progress", &t(lang, "batch-progress"), None, how_far(who, p, by_itself)))
                @if !p.refused.is_empty() { (refused_rows(lang, &p.refused)) }
            }
            aside.stack { (acts(lang, p)) (about(lang, p)) }
        }
    }
}

fn how_far(who: &Member, p: &BatchPage, by_itself: bool) -> Markup {
    let (lang, b) = (who.lang, &p.batch);
    let here = urls::batch(lang, b.id);
    let words = t!(lang, "batch-of", done = b.done(), all = b.rows);
    let running = matches!(b.state, BatchState::Running { .. });
    html! {
        div.stack {
            (progress(&words, b.done().into(), b.rows.into()))
            (facts(&[
                (t(lang, "batch-issued"), html! { span.num { (number(lang, b.issued.into())) } }),
                (t(lang, "batch-skipped"), html! { span.num { (number(lang, b.skipped.into())) } }),
                (t(lang, "batch-left"), html! { span.num { (number(lang, b.rows.saturating_sub(b.done()).into())) } }),
            ]))
            @if let Some((rate, left)) = b.speed(who.now) {
                p { (t!(lang, "batch-speed", rate = decimal(lang, rate, usize::from(rate < 10.0)))) " " (time_left(lang, left)) }
            }
            @if let BatchState::Paused { at, why, .. } = &b.state { (notice(Tone::Wait, html! { p { (t!(lang, why_halted(*why), when = date_time(lang, *at))) } })) }
            @if let BatchState::Done { at } = &b.state { (notice(Tone::Good, html! { p { (t!(lang, "batch-done", when = date_time(lang, *at))) } })) }
            @if running {
                p.sm.muted { (t(lang, if by_itself { "batch-looks" } else { "batch-waits" })) }
                div.row {
                    @if by_itself { (link(Weight::Plain, &here, &t(lang, "showing-stop"))) }
                    @else {
                        (link(Weight::Plain, &here, &t(lang, "showing-look")))
                        (link(Weight::Quiet, &format!("{here}?again=auto"), &t(lang, "showing-auto")))
                    }
                }
            }
        }
    }
}

fn why_halted(why: Halt) -> &'static str {
    match why {
        Halt::Asked => "batch-halt-asked",
        Halt::IssuerStanding => "batch-halt-standing",
    }
}

fn time_left(lang: Lang, seconds: u64) -> String {
    if seconds < 90 {
        t!(lang, "batch-seconds-left", count = seconds)
    } else {
        t!(lang, "batch-minutes-left", count = seconds.div_ceil(60))
    }
}

fn acts(lang: Lang, p: &BatchPage) -> Markup {
    let here = urls::batch(lang, p.batch.id);
    let cancel = || {
        let question = html! { p { (t(lang, "batch-cancel-ask")) } };
        confirm(lang, &format!("{here}/cancel"), &t(lang, "batch-cancel"), question, &t(lang, "batch-cancel"))
    };
    let to_do = match p.batch.state {
        BatchState::Running { .. } => {
            html! { div.row { (act(&format!("{here}/pause"), Weight::Plain, &t(lang, "batch-pause"), "")) } (cancel()) }
        }
        BatchState::Paused { .. } => {
            html! { div.row { (act(&format!("{here}/resume"), Weight::Main, &t(lang, "batch-resume"), "")) } (cancel()) }
        }
        _ => html! {},
    };
    panel_pad(
        "acts",
        &t(lang, "register-acts"),
        html! {
            div.stack {
                (to_do)
                @if p.batch.done() > 0 {
                    div.row { (link(Weight::Plain, &urls::batch_results(lang, p.batch.id), &t(lang, "batch-results"))) }
                    p.sm.muted { (t(lang, "batch-results-hint")) }
                }
            }
        },
    )
}

fn about(lang: Lang, p: &BatchPage) -> Markup {
    let b = &p.batch;
    let mut rows = vec![
        (t(lang, "credential-issued-by"), html! { (p.names.get(b.issuer, lang)) }),
        (t(lang, "batch-head-made"), html! { (date_time(lang, b.made)) }),
    ];
    if let Some(terms) = &b.terms {
        rows.push((t(lang, "batch-decision"), html! { (terms.decision) }));
        rows.push((t(lang, "batch-supervision"), html! { (supervision(lang, terms.supervision)) }));
        rows.push((t(lang, "batch-letters-short"), html! { (t(lang, if terms.letters { "batch-yes" } else { "batch-no" })) }));
    }
    panel_pad("about", &t(lang, "credential-details"), facts(&rows))
}
