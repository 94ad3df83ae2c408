//! Time against cost: shapes in a stretched SVG, words in HTML, so that text keeps its size and is read aloud.

use maud::{Markup, html};

/// One option.
#[derive(Clone, Debug)]
pub struct Point {
    pub name: String,
    /// "5 weeks, $325", only heard: the table beside the plot shows it.
    pub said: String,
    pub x: f64,
    pub y: f64,
    /// No other option beats it on both; the dashed line joins these.
    pub front: bool,
    pub best: bool,
}

/// A plot of options, with ticks as (value, words). The same numbers belong in a table beside it.
pub fn plot(label: &str, points: &[Point], x_ticks: &[(f64, String)], y_ticks: &[(f64, String)]) -> Markup {
    let top = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max) * 1.15;
    let wide = top(&mut points.iter().map(|p| p.x).chain(x_ticks.iter().map(|t| t.0))).max(1.0);
    let high = top(&mut points.iter().map(|p| p.y).chain(y_ticks.iter().map(|t| t.0))).max(1.0);
    let share = |value: f64, all: f64| format!("{:.1}", 100.0 * value / all);
    let mut front: Vec<&Point> = points.iter().filter(|p| p.front).collect();
    front.sort_by(|a, b| a.x.total_cmp(&b.x));
    let line: Vec<_> = front.iter().map(|p| format!("{} {:.1}", share(p.x, wide), 100.0 - 100.0 * p.y / high)).collect();
    html! {
        div.plot {
            ul.y aria-hidden="true" { @for (at, words) in y_ticks { li style={ "--y:" (share(*at, high)) "%" } { span { (words) } } } }
            ul.x aria-hidden="true" { @for (at, words) in x_ticks { li style={ "--x:" (share(*at, wide)) "%" } { (words) } } }
            svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
                @if line.len() > 1 { path d={ "M" (line.join(" ")) } {} }
            }
            ol.at aria-label=(label) {
                @for p in points {
                    li.best[p.best].end[p.x > 0.6 * wide] style={ "--x:" (share(p.x, wide)) "%;--y:" (share(p.y, high)) "%" } {
                        span { (p.name) span.vh { ", " (p.said) } }
                    }
                }
            }
        }
    }
}
