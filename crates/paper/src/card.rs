//! The picture that stands beside a link elsewhere: 1200 by 630 pixels, as the Open Graph convention has it.

use crate::drawing::{Colour, Drawing, Shape, rectangle};
use crate::flow::{INK, INK_2};
use crate::text::{Line, Weight, fitted};

/// Its size in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

/// What the picture says.
#[derive(Clone, Debug)]
pub struct Card {
    /// The emblem.
    pub emblem: Drawing,
    /// The second tone of the emblem's field.
    pub tone: Colour,
    /// "Micro-credential".
    pub kind: String,
    /// What is certified.
    pub title: String,
    /// "Awarded to …" or nothing.
    pub to: String,
    /// Who issued it.
    pub issuer: String,
}

const LEFT: f32 = 470.0;
const WIDTH: f32 = 1200.0 - LEFT - 70.0;

impl Card {
    /// As a drawing.
    pub fn drawing(&self) -> Drawing {
        let (w, h) = (SIZE.0 as f32, SIZE.1 as f32);
        let ground = Shape::filled(rectangle(0.0, 0.0, w, h, 0.0), Colour(255, 255, 255));
        let side = Shape::filled(rectangle(0.0, 0.0, 420.0, h, 0.0), Colour(0xf4, 0xf5, 0xf2));
        let bar = Shape::filled(rectangle(0.0, 0.0, w, 18.0, 0.0), self.tone);
        let mut shapes = vec![ground, side, bar];
        shapes.extend(placed(&self.emblem, (60.0, 160.0), 300.0));
        let (size, title) = fitted(&self.title, Weight::Bold, &[58.0, 50.0, 43.0, 37.0], WIDTH, 4);
        let (to_size, to) = fitted(&self.to, Weight::Regular, &[34.0, 29.0], WIDTH, 2);
        let (by_size, by) = fitted(&self.issuer, Weight::Regular, &[30.0, 26.0], WIDTH, 2);
        let leading = |size: f32| size * 1.22;
        let height = 26.0 * 1.22 + 14.0 + leading(size) * title.len() as f32 + 26.0 + leading(to_size) * to.len() as f32;
        let mut y = ((h - 130.0 - height) / 2.0).max(60.0) + 30.0;
        y = rows(&mut shapes, &[Line::new(&self.kind, Weight::Regular)], 26.0, y, INK_2) + 14.0;
        y = rows(&mut shapes, &title, size, y, INK) + 26.0;
        rows(&mut shapes, &to, to_size, y, INK);
        rows(&mut shapes, &by, by_size, h - 52.0 - leading(by_size) * by.len() as f32, INK_2);
        Drawing { view: (0.0, 0.0, w, h), shapes }
    }

    /// As PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        crate::raster::png(&self.drawing(), SIZE.0, SIZE.1)
    }
}

/// Lines from `y` downward; where the next would begin.
fn rows(shapes: &mut Vec<Shape>, lines: &[Line], size: f32, y: f32, colour: Colour) -> f32 {
    for (n, line) in lines.iter().enumerate() {
        shapes.push(line.shape((LEFT, y + size * (0.95 + 1.22 * n as f32)), size, colour));
    }
    y + size * 1.22 * lines.len() as f32
}

/// A drawing inside another one.
fn placed(drawing: &Drawing, at: (f32, f32), width: f32) -> Vec<Shape> {
    let scale = width / drawing.view.2;
    let to = |(x, y): (f32, f32)| (at.0 + (x - drawing.view.0) * scale, at.1 + (y - drawing.view.1) * scale);
    drawing.shapes.iter().map(|s| s.moved(to, scale)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::{Look, STUDIES, emblem};

    #[test]
    fn a_card_is_the_size_that_links_ask_for_whatever_it_says() {
        for title in ["Short", &"Very long words that go on ".repeat(30), "王小明", ""] {
            let card = Card {
                emblem: emblem("a", Look::earned(STUDIES[0], 3)),
                tone: STUDIES[0].1[1],
                kind: "Micro-credential".to_owned(),
                title: title.to_owned(),
                to: "Awarded to Amara Okafor".to_owned(),
                issuer: "Pinecrest College".to_owned(),
            };
            let png = card.png().unwrap();
            assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
            assert_eq!((&png[16..20], &png[20..24]), (&1200u32.to_be_bytes()[..], &630u32.to_be_bytes()[..]));
            assert!(png.len() < 200_000, "{}", png.len());
            assert_eq!(png, card.png().unwrap(), "the same every time");
        }
    }
}
