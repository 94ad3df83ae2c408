//! The gap: learning made for exactly what is missing, or that none is listed (LRN-07).

use crate::caller::Member;
use crate::i18n::t;
use crate::queries::claim::Where;
use crate::queries::claim::competency::CompetencyPage;
use crate::t;
use crate::web::pages::claim::words;
use crate::web::parts::{self, Head, Weight, link, table};
use domain::gap::{Offering, Participation};
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
    let how = match o.participation {
        Participation::Online => "learn-online",
        Participation::Onsite => "learn-onsite",
        Participation::Blended => "learn-blended",
        Participation::Work => "learn-work",
    };
    vec![
        html! {
            @match &o.url {
                Some(address) => a href=(address) rel="noopener nofollow" { (o.title.get(lang)) },
                None => (o.title.get(lang)),
            }
            p.meta.muted { (p.names.get(o.provider, lang)) " · " (t(lang, how)) }
            @if !o.summary.get(lang).is_empty() { p.meta.muted { (o.summary.get(lang)) } }
        },
        html! {
            (t!(lang, "learn-of", count = closes.len(), all = all)) ": "
            @for (i, c) in codes.iter().enumerate() { @if i > 0 { ", " } a.num href={ "#c-" (c.id) } title=(c.statement.get(lang)) { (c.code) } }
        },
        html! { (t!(lang, "learn-n-hours", count = o.hours)) },
        html! { (words::price(lang, o.cents)) },
    ]
}
