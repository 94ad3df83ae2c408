//! Drawings as pixels.

use crate::drawing::{Colour, Drawing, Shape, Step};
use tiny_skia::{FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

/// The widest picture that is drawn, in pixels.
pub const WIDEST: u32 = 4096;

/// The drawing as PNG, `width` by `height` pixels, as large as fits and in the middle; what it does not cover is transparent.
/// None for a picture without size, or larger than [`WIDEST`].
pub fn png(drawing: &Drawing, width: u32, height: u32) -> Option<Vec<u8>> {
    if width > WIDEST || height > WIDEST {
        return None;
    }
    let mut pixels = Pixmap::new(width, height)?;
    let (x, y, w, h) = drawing.view;
    let scale = (width as f32 / w).min(height as f32 / h);
    let middle = ((width as f32 - w * scale) / 2.0 - x * scale, (height as f32 - h * scale) / 2.0 - y * scale);
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, middle.0, middle.1);
    for shape in &drawing.shapes {
        paint(&mut pixels, shape, transform);
    }
    pixels.encode_png().ok()
}

fn paint(pixels: &mut Pixmap, shape: &Shape, transform: Transform) {
    let Some(path) = path(&shape.steps) else { return };
    if let Some((colour, opacity)) = shape.fill {
        pixels.fill_path(&path, &painted(colour, opacity), FillRule::Winding, transform, None);
    }
    if let Some(s) = &shape.stroke {
        let dash = s.dash.and_then(|(dash, gap)| StrokeDash::new(vec![dash, gap], 0.0));
        let stroke = Stroke { width: s.width, line_join: LineJoin::Round, dash, ..Stroke::default() };
        pixels.stroke_path(&path, &painted(s.colour, 1.0), &stroke, transform, None);
    }
}

fn painted(Colour(r, g, b): Colour, opacity: f32) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(r, g, b, (opacity.clamp(0.0, 1.0) * 255.0).round() as u8);
    paint
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move((x, y)) => path.move_to(x, y),
            Step::Line((x, y)) => path.line_to(x, y),
            Step::Quad(a, (x, y)) => path.quad_to(a.0, a.1, x, y),
            Step::Cubic(a, b, (x, y)) => path.cubic_to(a.0, a.1, b.0, b.1, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::rectangle;

    fn read(png: &[u8]) -> Pixmap {
        Pixmap::decode_png(png).unwrap()
    }

    #[test]
    fn a_drawing_lies_in_the_middle_of_its_picture() {
        let red = Shape::filled(rectangle(-5.0, -5.0, 10.0, 10.0, 0.0), Colour(200, 0, 0));
        let drawing = Drawing { view: (-5.0, -5.0, 10.0, 10.0), shapes: vec![red] };
        let picture = read(&png(&drawing, 40, 20).unwrap());
        assert_eq!((picture.width(), picture.height()), (40, 20));
        let alpha = |x, y| picture.pixel(x, y).unwrap().alpha();
        assert_eq!([alpha(5, 10), alpha(12, 2), alpha(27, 17), alpha(35, 10)], [0, 255, 255, 0]);
    }

    #[test]
    fn a_picture_too_large_is_none() {
        assert_eq!(png(&Drawing { view: (0.0, 0.0, 1.0, 1.0), shapes: vec![] }, WIDEST + 1, 10), None);
        assert_eq!(png(&Drawing { view: (0.0, 0.0, 1.0, 1.0), shapes: vec![] }, 0, 10), None);
    }
}
