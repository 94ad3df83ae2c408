//! A deterministic emblem for an achievement: the same identifier always draws the same tile.
//!
//! A hexagon is cut into six equal sectors and each sector into nine small triangles. A digest of
//! the identifier picks one of four tones for each triangle of one sector, and the sector is then
//! turned around the centre. Partial progress paints only some of the sectors.

use aws_lc_rs::digest::{SHA256, digest};
use maud::{Markup, PreEscaped, html};
use std::fmt::Write;

/// A field of study as people see it: four tones, dark to light.
#[derive(Clone, Copy, Debug)]
pub struct Study(pub &'static str, pub [&'static str; 4]);

pub const STUDIES: [Study; 8] = [
    Study("lake", ["#003e56", "#086c92", "#60a8cd", "#bcddef"]),
    Study("pine", ["#13422c", "#2c7351", "#70ae8d", "#c3e0cf"]),
    Study("maple", ["#631a1a", "#a73736", "#e57b74", "#ffc8c3"]),
    Study("gold", ["#503000", "#895700", "#c4954f", "#ebd4b4"]),
    Study("violet", ["#3a2d62", "#6653a4", "#a091df", "#d8d2f9"]),
    Study("iron", ["#2b384f", "#4f6388", "#8b9fc3", "#ced8ea"]),
    Study("clay", ["#562a11", "#924e28", "#cf8c6a", "#f2cfbe"]),
    Study("rose", ["#59213e", "#96406d", "#d380a8", "#f4cadc"]),
];

/// The tones of a field of study, the same ones for the same name or code every time.
pub fn study_for(field: &str) -> Study {
    STUDIES[usize::from(digest(&SHA256, field.as_bytes()).as_ref()[0]) % STUDIES.len()]
}

const ROWS: usize = 3; // triangles along one side of a sector
const CELLS: usize = ROWS * ROWS;
const RADIUS: f64 = 76.0;

type Point = (f64, f64);

fn vertex(k: usize, radius: f64) -> Point {
    let (sin, cos) = (60.0 * k as f64 - 90.0).to_radians().sin_cos();
    (radius * cos, radius * sin)
}

fn hexagon(radius: f64) -> String {
    (0..6).map(|k| vertex(k, radius)).fold(String::new(), |mut d, (x, y)| {
        let _ = write!(d, "{}{x:.1} {y:.1}", if d.is_empty() { 'M' } else { 'L' });
        d
    }) + "Z"
}

/// The corners of every small triangle of sector `k`, from the centre outward.
fn triangles(k: usize) -> Vec<[Point; 3]> {
    let (a, b) = (vertex(k, RADIUS), vertex(k + 1, RADIUS));
    let at = |row: usize, i: usize| {
        let (u, v) = ((row - i) as f64 / ROWS as f64, i as f64 / ROWS as f64);
        (a.0 * u + b.0 * v, a.1 * u + b.1 * v)
    };
    let mut out = Vec::with_capacity(CELLS);
    for row in 0..ROWS {
        for i in 0..=row {
            out.push([at(row, i), at(row + 1, i), at(row + 1, i + 1)]);
            if i < row {
                out.push([at(row, i), at(row, i + 1), at(row + 1, i + 1)]);
            }
        }
    }
    out
}

/// One tone (0 dark … 3 light) per triangle of a sector; a draw that is nearly one tone is drawn again.
fn tones(id: &str) -> [usize; CELLS] {
    let mut hash = digest(&SHA256, id.as_bytes());
    loop {
        let mut tone = [0; CELLS];
        for (t, byte) in tone.iter_mut().zip(hash.as_ref()) {
            *t = (byte & 3) as usize;
        }
        if hash.as_ref()[CELLS] & 1 == 0 {
            tone[3] = tone[1]; // half of all emblems are mirror-symmetric
            tone[8] = tone[4];
            tone[7] = tone[5];
        }
        let dark = tone.iter().filter(|t| **t < 2).count();
        let kinds = (0..4).filter(|k| tone.contains(k)).count();
        if (3..=6).contains(&dark) && kinds >= 3 {
            return tone;
        }
        hash = digest(&SHA256, hash.as_ref());
    }
}

/// How an emblem is drawn: what field it belongs to, the level as pips, and how much of it is earned.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub study: Study,
    /// 0 to 5; 0 draws none.
    pub level: u8,
    /// 0 to 6; below six the ring is dashed.
    pub sectors: usize,
}

impl Look {
    /// A whole emblem.
    pub fn earned(study: Study, level: u8) -> Look {
        Look { study, level, sectors: 6 }
    }

    /// As many sectors as `done` of `all` fills; the last one only when all is done.
    pub fn partly(study: Study, done: u64, all: u64) -> Look {
        let sectors = (6 * done).checked_div(all).unwrap_or(0).min(6) as usize;
        Look { study, level: 0, sectors }
    }
}

/// The emblem of `id` for a page. With a label it speaks; without one its name must stand beside it.
pub fn emblem(id: &str, look: Look, label: Option<&str>) -> Markup {
    html! {
        svg.emblem viewBox=(view_box(look)) role=[label.map(|_| "img")] aria-label=[label]
            aria-hidden=[label.is_none().then_some("true")] { (PreEscaped(shapes(id, look))) }
    }
}

/// The emblem of `id` as a file of its own.
pub fn emblem_file(id: &str, look: Look) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\">{}</svg>", view_box(look), shapes(id, look))
}

fn view_box(look: Look) -> &'static str {
    if look.level > 0 { "-100 -100 200 214" } else { "-100 -100 200 200" }
}

/// The inside of the drawing; numbers and our own colours only, so nothing in it needs escaping.
fn shapes(id: &str, look: Look) -> String {
    let Study(_, ramp) = look.study;
    let mut svg = ring(ramp, look.sectors);
    let tones = tones(id);
    let mut path: [String; 4] = Default::default();
    for k in 0..look.sectors.min(6) {
        for (triangle, tone) in triangles(k).iter().zip(tones) {
            let [(ax, ay), (bx, by), (cx, cy)] = triangle;
            let _ = write!(path[tone], "M{ax:.1} {ay:.1}L{bx:.1} {by:.1}L{cx:.1} {cy:.1}Z");
        }
    }
    for (d, fill) in path.iter().zip(ramp).filter(|(d, _)| !d.is_empty()) {
        let _ = write!(svg, "<path d=\"{d}\" fill=\"{fill}\"/>");
    }
    svg.push_str(&pips(ramp, look.level.min(5)));
    svg
}

fn ring(ramp: [&str; 4], sectors: usize) -> String {
    let (outer, inner) = (hexagon(93.0), hexagon(RADIUS));
    if sectors >= 6 {
        format!(
            "<path d=\"{outer}\" fill=\"#fff\" stroke=\"{}\" stroke-width=\"7\" stroke-linejoin=\"round\"/><path d=\"{inner}\" fill=\"{}\"/>",
            ramp[0], ramp[2]
        )
    } else {
        format!(
            "<path d=\"{outer}\" fill=\"none\" stroke=\"{}\" stroke-width=\"5\" stroke-linejoin=\"round\" stroke-dasharray=\"9 8\"/><path d=\"{inner}\" fill=\"{}\" opacity=\".35\"/>",
            ramp[1], ramp[3]
        )
    }
}

fn pips(ramp: [&str; 4], level: u8) -> String {
    if level == 0 {
        return String::new();
    }
    let half = 7.0 + 8.5 * f64::from(level);
    let mut svg = format!(
        "<rect x=\"{:.1}\" y=\"82\" width=\"{:.1}\" height=\"28\" rx=\"14\" fill=\"{}\" stroke=\"#fff\" stroke-width=\"4\"/>",
        -half,
        2.0 * half,
        ramp[0]
    );
    for i in 0..level {
        let x = 17.0 * (f64::from(i) - f64::from(level - 1) / 2.0);
        let _ = write!(svg, "<circle cx=\"{x:.1}\" cy=\"96\" r=\"5.2\" fill=\"#fff\"/>");
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_identifier_always_draws_the_same_emblem() {
        let look = Look::earned(STUDIES[0], 2);
        assert_eq!(emblem_file("a", look), emblem_file("a", look));
        assert_ne!(emblem_file("a", look), emblem_file("b", look));
    }

    #[test]
    fn emblems_seldom_collide_and_stay_small() {
        let all: std::collections::HashSet<_> = (0..1000).map(|i| tones(&i.to_string())).collect();
        assert!(all.len() > 940, "{}", all.len());
        assert!(emblem_file("a", Look::earned(STUDIES[0], 5)).len() < 4096);
    }

    #[test]
    fn only_a_finished_emblem_is_whole() {
        let sectors = |done, all| Look::partly(STUDIES[1], done, all).sectors;
        assert_eq!([sectors(0, 14), sectors(13, 14), sectors(14, 14), sectors(0, 0)], [0, 5, 6, 0]);
    }

    #[test]
    fn a_label_is_escaped() {
        assert!(emblem("a", Look::earned(STUDIES[0], 0), Some("\"<")).into_string().contains("aria-label=\"&quot;&lt;\""));
    }
}
