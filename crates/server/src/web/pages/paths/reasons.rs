//! How far the answer is proved, what a little more time or money would buy, why not another, and what nothing closes.

use super::State;
use super::chart::{codes, cost, said, weeks};
use super::view;
use crate::i18n::t;
use crate::queries::paths::PathPage;
use crate::queries::paths::ways::{Other, Proof, Why};
use crate::t;
use crate::urls;
use crate::web::parts::{Tone, notice, panel};
use domain::Lang;
use domain::pathway::LeftOut;
use maud::{Markup, html};

/// How far it is proved, in words.
pub fn proof(lang: Lang, p: &PathPage) -> Markup {
    let words = match p.found.proof {
        Proof::All => t(lang, "paths-proved"),
        Proof::Weighted => t(lang, "paths-proved-weighted"),
        Proof::Bound(cents) => {
            let best = p.found.ways.first().map_or(0, |w| w.cents);
            let gap = cost(lang, p, (best - cents).max(0));
            t!(lang, "paths-bound", bound = cost(lang, p, cents), gap = gap)
        }
    };
    html! { p.sm { (words) } }
}

/// Why there is no way, and what there would be with more time or money.
pub fn no_way(lang: Lang, state: &State, p: &PathPage) -> Markup {
    html! {
        @if let Some((cheapest, soonest)) = &p.found.without_limits {
            (notice(Tone::Wait, html! {
                p { strong { (t(lang, "paths-none-within")) } }
                p { (t!(lang, "paths-none-cheapest", what = said(lang, p, cheapest))) " " (t!(lang, "paths-none-soonest", what = said(lang, p, soonest))) }
            }))
        } @else {
            (notice(Tone::Wait, html! {
                p { strong { (t(lang, "learn-none")) } }
                @if state.narrowed() { p { (t(lang, "paths-none-narrowed")) } }
            }))
        }
    }
}

/// What follows the way that is shown.
pub fn panels(lang: Lang, state: &State, p: &PathPage) -> Markup {
    html! {
        (more(lang, p))
        (others(lang, p))
        (not_closed(lang, state, p))
    }
}

/// What one more week or a hundred more would buy.
fn more(lang: Lang, p: &PathPage) -> Markup {
    if p.found.ways.is_empty() {
        return html! {};
    }
    let hundred = cost(lang, p, 10_000);
    html! {
        (panel("more", &t(lang, "paths-more"), None, html! {
            ul.bullets {
                li { @if p.found.week_saves > 0 { (t!(lang, "paths-week-saves", money = cost(lang, p, p.found.week_saves))) } @else { (t(lang, "paths-week-saves-nothing")) } }
                li { @if p.found.hundred_saves > 0 { (t!(lang, "paths-hundred-saves", money = hundred, count = p.found.hundred_saves)) } @else { (t!(lang, "paths-hundred-saves-nothing", money = hundred)) } }
            }
        }))
    }
}

/// Why offerings that look cheaper are not on the way.
fn others(lang: Lang, p: &PathPage) -> Markup {
    if p.found.others.is_empty() {
        return html! {};
    }
    html! {
        (panel("others", &t(lang, "paths-others"), None, html! {
            ul.bullets { @for other in &p.found.others { li { (why(lang, p, other)) } } }
        }))
    }
}

fn why(lang: Lang, p: &PathPage, other: &Other) -> Markup {
    let o = &p.found.market.offerings[other.place];
    let Some(shown) = p.found.ways.get(p.found.shown) else { return html! {} };
    let words = match &other.why {
        Why::With(way) if way.cents >= shown.cents && way.weeks >= shown.weeks && (way.cents, way.weeks) != (shown.cents, shown.weeks) => {
            t!(lang, "paths-why-dearer", what = said(lang, p, way), than = said(lang, p, shown))
        }
        Why::With(way) if (way.cents, way.weeks) == (shown.cents, shown.weeks) => t(lang, "paths-why-same"),
        Why::With(way) if way.cents < shown.cents => t!(lang, "paths-why-slower", what = said(lang, p, way), weeks = weeks(lang, way)),
        Why::With(way) => t!(lang, "paths-why-more", what = said(lang, p, way), money = cost(lang, p, way.cents - shown.cents)),
        Why::Blocked(criteria) => t!(lang, "paths-why-blocked", codes = codes(p, criteria)),
        Why::TooLate => t(lang, "paths-why-late"),
    };
    html! { a href=(urls::learning_one(lang, o.id)) { (o.title.get(lang)) } " (" (cost(lang, p, other.cents)) "): " (words) }
}

/// What nothing closes, and which offerings were not compared.
fn not_closed(lang: Lang, state: &State, p: &PathPage) -> Markup {
    if p.found.nothing.is_empty() && p.found.left_out.is_empty() {
        return html! {};
    }
    html! {
        (panel("not-closed", &t(lang, "paths-not-compared"), None, html! {
            div.stack.tight {
                @if !p.found.nothing.is_empty() {
                    p { strong { (t!(lang, "paths-nothing-closes", count = p.found.nothing.len())) } @if state.narrowed() { " " (t(lang, "paths-none-narrowed")) } }
                    ul.sm.bullets { @for c in &p.found.nothing { li { span.num { (view::code(&p.need, *c)) } " " (view::criterion(lang, &p.need, *c)) } } }
                }
                @if !p.found.left_out.is_empty() {
                    p { (t(lang, "paths-left-out")) }
                    ul.sm.bullets { @for (why, count) in in_order(p) { li { (t!(lang, &format!("paths-out-{}", why.name().replace('_', "-")), count = count, currency = p.currency.as_str())) } } }
                }
            }
        }))
    }
}

fn in_order(p: &PathPage) -> impl Iterator<Item = (LeftOut, usize)> + '_ {
    LeftOut::ALL.into_iter().filter_map(|why| Some((why, *p.found.left_out.get(&why)?)))
}
