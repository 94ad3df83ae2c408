//! Flat drawings: filled and stroked outlines that become SVG, PDF or pixels alike.

use std::fmt::Write as _;

/// A point or a step of an outline, in the drawing's own units; y grows downward.
pub type Point = (f32, f32);

/// One step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begins a contour.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A quadratic curve: control point, end.
    Quad(Point, Point),
    /// A cubic curve: two control points, end.
    Cubic(Point, Point, Point),
    /// Closes the contour.
    Close,
}

/// A colour, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The line along an outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f32,
    /// Lengths of dash and gap, if it is dashed.
    pub dash: Option<(f32, f32)>,
}

/// An outline and how it is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The outline.
    pub steps: Vec<Step>,
    /// What fills it (nonzero rule), and how opaque that is, 0 to 1.
    pub fill: Option<(Colour, f32)>,
    /// What runs along it.
    pub stroke: Option<Stroke>,
}

impl Shape {
    /// An outline filled with one colour.
    pub fn filled(steps: Vec<Step>, colour: Colour) -> Shape {
        Shape { steps, fill: Some((colour, 1.0)), stroke: None }
    }

    /// With a line along it.
    pub fn stroked(self, colour: Colour, width: f32, dash: Option<(f32, f32)>) -> Shape {
        Shape { stroke: Some(Stroke { colour, width, dash }), ..self }
    }

    /// The same shape elsewhere: `to` maps each point, `scale` the width of lines.
    pub(crate) fn moved(&self, to: impl Fn(Point) -> Point, scale: f32) -> Shape {
        let step = |step: &Step| match *step {
            Step::Move(p) => Step::Move(to(p)),
            Step::Line(p) => Step::Line(to(p)),
            Step::Quad(a, p) => Step::Quad(to(a), to(p)),
            Step::Cubic(a, b, p) => Step::Cubic(to(a), to(b), to(p)),
            Step::Close => Step::Close,
        };
        let line = |s: &Stroke| Stroke { width: s.width * scale, dash: s.dash.map(|(d, g)| (d * scale, g * scale)), ..s.clone() };
        Shape { steps: self.steps.iter().map(step).collect(), fill: self.fill, stroke: self.stroke.as_ref().map(line) }
    }
}

/// Shapes, painted in order, and the part of the plane that is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Left, top, width, height.
    pub view: (f32, f32, f32, f32),
    /// What is painted.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// Height for a width.
    pub fn height_at(&self, width: f32) -> f32 {
        width * self.view.3 / self.view.2
    }

    /// The value of the attribute `viewBox`.
    pub fn view_box(&self) -> String {
        let (x, y, w, h) = self.view;
        format!("{x} {y} {w} {h}")
    }

    /// The inside of an `<svg>`: numbers and colours only, so that nothing in it needs escaping.
    pub fn svg_inside(&self) -> String {
        self.shapes.iter().fold(String::new(), |mut svg, shape| {
            let _ = write!(svg, "<path d=\"{}\"", path_data(&shape.steps));
            let _ = match &shape.fill {
                Some((colour, opacity)) if *opacity < 1.0 => write!(svg, " fill=\"{}\" opacity=\"{opacity}\"", hex(*colour)),
                Some((colour, _)) => write!(svg, " fill=\"{}\"", hex(*colour)),
                None => write!(svg, " fill=\"none\""),
            };
            if let Some(s) = &shape.stroke {
                let _ = write!(svg, " stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"", hex(s.colour), s.width);
                if let Some((dash, gap)) = s.dash {
                    let _ = write!(svg, " stroke-dasharray=\"{dash} {gap}\"");
                }
            }
            svg.push_str("/>");
            svg
        })
    }

    /// A file of its own, `width` pixels wide where nothing else is said.
    pub fn svg_file(&self, width: u32) -> String {
        let height = self.height_at(width as f32).round();
        let (view, inside) = (self.view_box(), self.svg_inside());
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{view}\">{inside}</svg>")
    }
}

fn hex(Colour(r, g, b): Colour) -> String {
    if (r, g, b) == (255, 255, 255) { "#fff".to_owned() } else { format!("#{r:02x}{g:02x}{b:02x}") }
}

fn path_data(steps: &[Step]) -> String {
    let mut d = String::new();
    let mut at = (f32::NAN, f32::NAN);
    for step in steps {
        let _ = match *step {
            Step::Move((x, y)) => write!(d, "M{} {}", number(x), number(y)),
            Step::Line((x, y)) if y == at.1 => write!(d, "H{}", number(x)),
            Step::Line((x, y)) if x == at.0 => write!(d, "V{}", number(y)),
            Step::Line((x, y)) => write!(d, "L{} {}", number(x), number(y)),
            Step::Quad(a, (x, y)) => write!(d, "Q{} {} {} {}", number(a.0), number(a.1), number(x), number(y)),
            Step::Cubic(a, b, (x, y)) => {
                let [ax, ay, bx, by] = [a.0, a.1, b.0, b.1].map(number);
                write!(d, "C{ax} {ay} {bx} {by} {} {}", number(x), number(y))
            }
            Step::Close => write!(d, "Z"),
        };
        if let Step::Move(to) | Step::Line(to) | Step::Quad(_, to) | Step::Cubic(_, _, to) = *step {
            at = to;
        }
    }
    d
}

/// To a tenth, without a needless nought.
fn number(value: f32) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

/// A rectangle, its corners rounded by `radius`.
pub fn rectangle(x: f32, y: f32, w: f32, h: f32, radius: f32) -> Vec<Step> {
    let (right, bottom) = (x + w, y + h);
    if radius <= 0.0 {
        return vec![Step::Move((x, y)), Step::Line((right, y)), Step::Line((right, bottom)), Step::Line((x, bottom)), Step::Close];
    }
    let r = radius.min(w / 2.0).min(h / 2.0);
    let c = r * (1.0 - QUARTER);
    vec![
        Step::Move((x + r, y)),
        Step::Line((right - r, y)),
        Step::Cubic((right - c, y), (right, y + c), (right, y + r)),
        Step::Line((right, bottom - r)),
        Step::Cubic((right, bottom - c), (right - c, bottom), (right - r, bottom)),
        Step::Line((x + r, bottom)),
        Step::Cubic((x + c, bottom), (x, bottom - c), (x, bottom - r)),
        Step::Line((x, y + r)),
        Step::Cubic((x, y + c), (x + c, y), (x + r, y)),
        Step::Close,
    ]
}

/// How far a control point of a quarter circle lies along its tangent, for a radius of one.
const QUARTER: f32 = 0.552_284_8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([-0.04, 1.0, 12.34, -7.05].map(number), ["0", "1", "12.3", "-7.1"].map(str::to_owned));
    }

    #[test]
    fn a_file_says_how_large_it_is() {
        let drawing = Drawing {
            view: (0.0, 0.0, 10.0, 20.0),
            shapes: vec![Shape::filled(rectangle(0.0, 0.0, 10.0, 20.0, 0.0), Colour(255, 255, 255))],
        };
        let svg = drawing.svg_file(100);
        assert!(svg.contains("width=\"100\" height=\"200\" viewBox=\"0 0 10 20\""), "{svg}");
        assert!(svg.contains("<path d=\"M0 0H10V20H0Z\" fill=\"#fff\"/>"), "{svg}");
    }
}
