//! The gap: learning made for exactly what is missing, or that none is listed (LRN-07).

use crate::caller::Member;
use crate::i18n::t;
use crate::queries::claim::Where;
use crate::queries::claim::competency::CompetencyPage;
use crate::t;
use crate::urls;
use crate::web::pages::claim::words;
use crate::web::pages::learning::tell;
use crate::web::parts::{self, Head, Weight, link, table};
use domain::offering::Offering;
use domain::{CriterionId, Lang};
use maud::{Markup, html};

/// What can be done about a gap; nothing where there is none.
pub fn panel(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    if !matches!(p.stand, Where::Gap { .. }) || !p.claim.state.takes_evidence() {
        return html! {};
    }
    let heads = [
        Head::text(t(lang, "learn-what")),
        Head::text(t(lang, "learn-closes")),
        Head::number(t(lang, "learn-hours")),
        Head::number(t(lang, "learn-price")),
    ];
    let rows: Vec<_> = p.learning.iter().map(|(offering, closes)| row(lang, p, offering, closes)).collect();
    let body = html! {
        div.stack {
            @if p.learning.is_empty() { p { (t(lang, "learn-none")) } }
            @else { p.sm.muted { (t(lang, "learn-lead")) } (table(&t(lang, "learn-listed"), &heads, &rows)) }
            div.row {
                @if !p.learning.is_empty() { (link(Weight::Main, &format!("{}?competency={}", urls::claim_paths(lang, p.claim.id), p.competency), &t(lang, "paths-open"))) }
                (link(Weight::Plain, &words::add_evidence(lang, &p.claim, p.asked()), &t(lang, "learn-record")))
                span.sm.muted { (t(lang, "learn-never")) }
            }
        }
    };
    parts::panel("learning", &t(lang, "learn-title"), None, body)
}

fn row(lang: Lang, p: &CompetencyPage, o: &Offering, closes: &[CriterionId]) -> Vec<Markup> {
    let codes: Vec<_> = closes.iter().filter_map(|c| p.criterion(*c)).collect();
    let all = p.part().open(p.asked()).len();
    let by = p.sources.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned);
    vec![
        html! {
            a href=(urls::learning_one(lang, o.id)) lang=[tell::other_language(lang, o)] { (o.title.get(lang)) }
            p.meta.muted { (by) " · " (tell::participation(lang, o.participation)) }
            @if !o.summary.get(lang).is_empty() { p.meta.muted { (o.summary.get(lang)) } }
        },
        html! {
            (t!(lang, "learn-of", count = closes.len(), all = all)) ": "
            @for (i, c) in codes.iter().enumerate() { @if i > 0 { ", " } a.num href={ "#c-" (c.id) } title=(c.statement.get(lang)) { (c.code) } }
        },
        html! { (tell::work(lang, o)) },
        html! { (tell::price(lang, o.price.as_ref())) },
    ]
}
