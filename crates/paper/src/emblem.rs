//! A deterministic emblem for an achievement: the same identifier always draws the same tile.
//!
//! A hexagon is cut into six equal sectors and each sector into nine small triangles. A digest of
//! the identifier picks one of four tones for each triangle of one sector, and the sector is then
//! turned around the centre. Partial progress paints only some of the sectors.

use crate::drawing::{Colour, Drawing, Point, Shape, Step, rectangle};
use aws_lc_rs::digest::{SHA256, digest};

/// A field of study as people see it: a name, and four tones, dark to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Study(pub &'static str, pub [Colour; 4]);

/// The fields of study.
pub const STUDIES: [Study; 8] = [
    Study("lake", [Colour(0x00, 0x3e, 0x56), Colour(0x08, 0x6c, 0x92), Colour(0x60, 0xa8, 0xcd), Colour(0xbc, 0xdd, 0xef)]),
    Study("pine", [Colour(0x13, 0x42, 0x2c), Colour(0x2c, 0x73, 0x51), Colour(0x70, 0xae, 0x8d), Colour(0xc3, 0xe0, 0xcf)]),
    Study("maple", [Colour(0x63, 0x1a, 0x1a), Colour(0xa7, 0x37, 0x36), Colour(0xe5, 0x7b, 0x74), Colour(0xff, 0xc8, 0xc3)]),
    Study("gold", [Colour(0x50, 0x30, 0x00), Colour(0x89, 0x57, 0x00), Colour(0xc4, 0x95, 0x4f), Colour(0xeb, 0xd4, 0xb4)]),
    Study("violet", [Colour(0x3a, 0x2d, 0x62), Colour(0x66, 0x53, 0xa4), Colour(0xa0, 0x91, 0xdf), Colour(0xd8, 0xd2, 0xf9)]),
    Study("iron", [Colour(0x2b, 0x38, 0x4f), Colour(0x4f, 0x63, 0x88), Colour(0x8b, 0x9f, 0xc3), Colour(0xce, 0xd8, 0xea)]),
    Study("clay", [Colour(0x56, 0x2a, 0x11), Colour(0x92, 0x4e, 0x28), Colour(0xcf, 0x8c, 0x6a), Colour(0xf2, 0xcf, 0xbe)]),
    Study("rose", [Colour(0x59, 0x21, 0x3e), Colour(0x96, 0x40, 0x6d), Colour(0xd3, 0x80, 0xa8), Colour(0xf4, 0xca, 0xdc)]),
];

/// The tones of a field of study, the same ones for the same name or code every time.
pub fn study_for(field: &str) -> Study {
    STUDIES[usize::from(digest(&SHA256, field.as_bytes()).as_ref()[0]) % STUDIES.len()]
}

/// How an emblem is drawn: what field it belongs to, the level as pips, and how much of it is earned.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The field of study, which gives the tones.
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

const ROWS: usize = 3; // triangles along one side of a sector
const CELLS: usize = ROWS * ROWS;
const RADIUS: f32 = 76.0;
const WHITE: Colour = Colour(255, 255, 255);

/// The emblem of `id`.
pub fn emblem(id: &str, look: Look) -> Drawing {
    let Study(_, ramp) = look.study;
    let mut shapes = ring(ramp, look.sectors);
    let tones = tones(id);
    let mut steps: [Vec<Step>; 4] = Default::default();
    for k in 0..look.sectors.min(6) {
        for (triangle, tone) in triangles(k).iter().zip(tones) {
            let [a, b, c] = *triangle;
            steps[tone].extend([Step::Move(a), Step::Line(b), Step::Line(c), Step::Close]);
        }
    }
    shapes.extend(steps.into_iter().zip(ramp).filter(|(s, _)| !s.is_empty()).map(|(steps, tone)| Shape::filled(steps, tone)));
    shapes.extend(pips(ramp, look.level.min(5)));
    let height = if look.level > 0 { 214.0 } else { 200.0 };
    Drawing { view: (-100.0, -100.0, 200.0, height), shapes }
}

fn vertex(k: usize, radius: f32) -> Point {
    let (sin, cos) = (60.0 * k as f64 - 90.0).to_radians().sin_cos();
    ((f64::from(radius) * cos) as f32, (f64::from(radius) * sin) as f32)
}

fn hexagon(radius: f32) -> Vec<Step> {
    let corner = |k| if k == 0 { Step::Move(vertex(k, radius)) } else { Step::Line(vertex(k, radius)) };
    (0..6).map(corner).chain([Step::Close]).collect()
}

/// The corners of every small triangle of sector `k`, from the centre outward.
fn triangles(k: usize) -> Vec<[Point; 3]> {
    let (a, b) = (vertex(k, RADIUS), vertex(k + 1, RADIUS));
    let at = |row: usize, i: usize| {
        let (u, v) = ((row - i) as f32 / ROWS as f32, i as f32 / ROWS as f32);
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

fn ring(ramp: [Colour; 4], sectors: usize) -> Vec<Shape> {
    let (outer, inner) = (hexagon(93.0), hexagon(RADIUS));
    if sectors >= 6 {
        return vec![Shape::filled(outer, WHITE).stroked(ramp[0], 7.0, None), Shape::filled(inner, ramp[2])];
    }
    let dashed = Shape { steps: outer, fill: None, stroke: None }.stroked(ramp[1], 5.0, Some((9.0, 8.0)));
    vec![dashed, Shape { steps: inner, fill: Some((ramp[3], 0.35)), stroke: None }]
}

fn pips(ramp: [Colour; 4], level: u8) -> Vec<Shape> {
    if level == 0 {
        return Vec::new();
    }
    let half = 7.0 + 8.5 * f32::from(level);
    let pill = Shape::filled(rectangle(-half, 82.0, 2.0 * half, 28.0, 14.0), ramp[0]).stroked(WHITE, 4.0, None);
    let dots = (0..level).flat_map(|i| {
        let x = 17.0 * (f32::from(i) - f32::from(level - 1) / 2.0);
        rectangle(x - 5.2, 90.8, 10.4, 10.4, 5.2)
    });
    vec![pill, Shape::filled(dots.collect(), WHITE)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_identifier_always_draws_the_same_emblem() {
        let look = Look::earned(STUDIES[0], 2);
        assert_eq!(emblem("a", look), emblem("a", look));
        assert_ne!(emblem("a", look), emblem("b", look));
    }

    #[test]
    fn emblems_seldom_collide_and_stay_small() {
        let all: std::collections::HashSet<_> = (0..1000).map(|i| tones(&i.to_string())).collect();
        assert!(all.len() > 940, "{}", all.len());
        assert!(emblem("a", Look::earned(STUDIES[0], 5)).svg_file(400).len() < 4096);
    }

    #[test]
    fn only_a_finished_emblem_is_whole() {
        let sectors = |done, all| Look::partly(STUDIES[1], done, all).sectors;
        assert_eq!([sectors(0, 14), sectors(13, 14), sectors(14, 14), sectors(0, 0)], [0, 5, 6, 0]);
    }
}
