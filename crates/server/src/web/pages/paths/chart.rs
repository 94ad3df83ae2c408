//! Time against cost, and the same numbers in a table.

use super::State;
use super::view;
use crate::i18n::{money, number, t};
use crate::queries::paths::PathPage;
use crate::queries::paths::ways::{Way, Why};
use crate::t;
use crate::web::pages::learning::tell;
use crate::web::parts::{Head, Point, Tone, plot, row_link, table, tone_pill};
use domain::Lang;
use maud::{Markup, html};

/// The options on the front, then those that others lead to, each once: no other option stands beside one with its numbers.
pub fn drawn(p: &PathPage) -> Vec<&Way> {
    let mut all: Vec<&Way> = p.found.ways.iter().collect();
    for other in &p.found.others {
        if let Why::With(way) = &other.why
            && !all.iter().any(|w| (w.cents, w.weeks) == (way.cents, way.weeks))
        {
            all.push(way);
        }
    }
    all
}

/// "5 weeks, $325".
pub fn said(lang: Lang, p: &PathPage, way: &Way) -> String {
    format!("{}, {}", weeks(lang, way), cost(lang, p, way.cents))
}

/// So many weeks, "about" if that follows from hours only.
pub fn weeks(lang: Lang, way: &Way) -> String {
    let told = t!(lang, "paths-weeks", count = way.weeks);
    if way.paced() { t!(lang, "paths-about", what = told) } else { told }
}

/// A price in the currency that is compared in.
pub fn cost(lang: Lang, p: &PathPage, cents: i64) -> String {
    if cents == 0 { t(lang, "price-free") } else { money(lang, cents, currency(p)) }
}

/// The currency that is compared in.
pub fn currency(p: &PathPage) -> &str {
    &p.currency
}

/// The first offering, and how many more.
pub fn name(lang: Lang, p: &PathPage, way: &Way) -> String {
    let title = way.steps.first().map_or("", |s| p.found.market.offerings[s.place].title.get(lang));
    match way.steps.len() {
        0 | 1 => title.to_owned(),
        n => t!(lang, "paths-and-more", title = title, count = n - 1),
    }
}

/// What an option is the best for.
fn best_for(lang: Lang, p: &PathPage, n: usize) -> Vec<String> {
    let names = ["paths-soonest", "paths-balance", "paths-cheapest"];
    if p.found.ways.len() < 2 {
        return Vec::new();
    }
    p.found.best.iter().zip(names).filter(|(at, _)| **at == n).map(|(_, key)| t(lang, key)).collect()
}

/// The plot with its caption.
pub fn figure(lang: Lang, _: &State, p: &PathPage) -> Markup {
    let ways = drawn(p);
    let point = |(n, way): (usize, &&Way)| {
        let best = if way.front { best_for(lang, p, n) } else { Vec::new() };
        let label = std::iter::once((n + 1).to_string()).chain(best.first().cloned()).collect::<Vec<_>>().join(" ");
        let said = format!("{}, {}", name(lang, p, way), said(lang, p, way));
        Point {
            name: label,
            said,
            x: f64::from(way.weeks),
            y: way.cents as f64 / 100.0,
            front: way.front,
            best: n == p.found.shown && way.front,
        }
    };
    let points: Vec<Point> = ways.iter().enumerate().map(point).collect();
    let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(1.0, f64::max);
    let x: Vec<_> = ticks(most(|p| p.x)).into_iter().map(|w| (w, t!(lang, "paths-weeks-short", count = w as i64))).collect();
    let y: Vec<_> = ticks(most(|p| p.y)).into_iter().map(|d| (d, short_money(lang, d, currency(p)))).collect();
    let joined = if p.found.ways.len() > 1 { "paths-front" } else { "paths-one-way" };
    html! {
        figure.stack.tight {
            (plot(&t(lang, "paths-plot"), &points, &x, &y))
            figcaption.sm.muted { (t(lang, joined)) @if ways.len() > p.found.ways.len() { " " (t(lang, "paths-off-front")) } }
        }
    }
}

/// Whole amounts, without hundredths.
fn short_money(lang: Lang, amount: f64, currency: &str) -> String {
    let whole = number(lang, amount as i64);
    match (lang, currency) {
        (Lang::En, "CAD") => format!("${whole}"),
        (Lang::Fr, "CAD") => format!("{whole}\u{a0}$"),
        _ => format!("{whole}\u{a0}{currency}"),
    }
}

/// Round numbers up to `most`: three to five of them.
fn ticks(most: f64) -> Vec<f64> {
    let rough = (most / 5.0).max(1.0);
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|n| n * power).find(|s| *s >= rough && s.fract() == 0.0).unwrap_or(10.0 * power);
    (1..=6).map(|n| f64::from(n) * step).take_while(|v| *v <= most * 1.1).collect()
}

/// The same numbers, option by option.
pub fn numbers(lang: Lang, state: &State, p: &PathPage) -> Markup {
    let heads = [
        Head::text(t(lang, "paths-option")),
        Head::number(t(lang, "paths-time")),
        Head::number(t(lang, "paths-each-week")),
        Head::number(t(lang, "paths-cost")),
        Head::text(t(lang, "paths-closes")),
        Head::actions(t(lang, "paths-look")),
    ];
    let rows: Vec<_> = drawn(p).into_iter().enumerate().map(|(n, way)| row(lang, state, p, n, way)).collect();
    table(&t(lang, "paths-table"), &heads, &rows)
}

fn row(lang: Lang, state: &State, p: &PathPage, n: usize, way: &Way) -> Vec<Markup> {
    let name = name(lang, p, way);
    let option = html! {
        span.num { (n + 1) ". " } (name) " "
        @if way.front { @for best in best_for(lang, p, n) { (tone_pill(Tone::Good, &best)) " " } }
        @else { (tone_pill(Tone::Info, &t(lang, "paths-beaten"))) }
        p.meta.muted { (given(lang, p, way)) }
    };
    let each_week = way.busiest.map_or_else(
        || tell::unknown(lang),
        |m| t!(lang, "paths-hours-short", hours = crate::i18n::decimal(lang, m as f64 / 60.0, usize::from(m % 60 != 0))),
    );
    let look = if !way.front {
        html! {}
    } else if n == p.found.shown {
        tone_pill(Tone::Info, &t(lang, "paths-shown"))
    } else {
        row_link(
            &format!("{}#way", state.address(&[("matters", state.matters().to_owned()), ("way", (n + 1).to_string())])),
            &t(lang, "paths-look"),
            &name,
        )
    };
    vec![
        option,
        html! { (weeks(lang, way)) },
        html! { (each_week) },
        html! { (cost(lang, p, way.cents)) @if way.help > 0 { br; span.sm.muted { (t!(lang, "paths-after-help", help = cost(lang, p, way.help))) } } },
        html! { (t!(lang, "learn-of", count = way.closes(), all = p.need.wanted.len())) },
        look,
    ]
}

/// Who gives the offerings of a way, and how one takes part.
fn given(lang: Lang, p: &PathPage, way: &Way) -> String {
    let mut all: Vec<String> = Vec::new();
    for step in &way.steps {
        let o = &p.found.market.offerings[step.place];
        let by = p.names.provider(lang, o).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned);
        let place = o.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
        let one = format!("{by}, {}{place}", tell::participation(lang, o.participation));
        if !all.contains(&one) {
            all.push(one);
        }
    }
    let more = all.len().saturating_sub(3);
    all.truncate(3);
    if more > 0 { format!("{} …", all.join("; ")) } else { all.join("; ") }
}

/// The codes of some criteria.
pub fn codes(p: &PathPage, criteria: &[domain::CriterionId]) -> String {
    criteria.iter().map(|c| view::code(&p.need, *c)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_round_and_whole() {
        assert_eq!(ticks(9.0), [2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ticks(780.0), [200.0, 400.0, 600.0, 800.0]);
        assert_eq!(ticks(1.0), [1.0]);
        for most in [1.0, 3.0, 7.0, 12.0, 55.0, 400.0, 99_999.0] {
            let all = ticks(most);
            assert!((1..=6).contains(&all.len()) && all.iter().all(|t| t.fract() == 0.0), "{most}: {all:?}");
        }
    }
}
