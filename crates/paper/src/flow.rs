//! Words placed below each other, and lists that flow through columns and pages.

use crate::drawing::{Colour, Drawing, Shape, rectangle};
use crate::sheet::{Block, Element, Role, What};
use crate::text::{Line, Weight, fitted, wrapped};

/// For reading.
pub const INK: Colour = Colour(0x17, 0x20, 0x1c);
/// For what stands back.
pub const INK_2: Colour = Colour(0x4a, 0x54, 0x4e);
/// For what is no longer so.
pub const BAD: Colour = Colour(0xa8, 0x23, 0x1c);

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// What it is.
    pub role: Role,
    /// How heavy.
    pub weight: Weight,
    /// Font size in points.
    pub size: f32,
    /// Colour.
    pub colour: Colour,
}

impl Style {
    /// A style.
    pub const fn new(role: Role, weight: Weight, size: f32, colour: Colour) -> Style {
        Style { role, weight, size, colour }
    }

    /// A text in this style, wrapped to a width.
    pub fn block(self, text: &str, width: f32) -> Block {
        self.of(wrapped(text, self.weight, self.size, width))
    }

    /// A text in this style, as large as it can be within so many lines.
    pub fn fitted(self, text: &str, sizes: &[f32], width: f32, most: usize) -> Block {
        let (size, lines) = fitted(text, self.weight, sizes, width, most);
        Style { size, ..self }.of(lines)
    }

    fn of(self, lines: Vec<Line>) -> Block {
        let leading = self.size * if self.size > 14.0 { 1.18 } else { 1.36 };
        Block { role: self.role, lines, size: self.size, leading, colour: self.colour, link: None }
    }
}

/// A pen that goes down a page.
#[derive(Debug)]
pub struct Column {
    /// The page.
    pub page: usize,
    /// Left edge.
    pub x: f32,
    /// Where the next block begins.
    pub y: f32,
    /// What was put down.
    pub elements: Vec<Element>,
}

impl Column {
    /// A pen at a place.
    pub fn at(page: usize, x: f32, y: f32) -> Column {
        Column { page, x, y, elements: Vec::new() }
    }

    /// Puts a block down, then some space.
    pub fn put(&mut self, block: Block, after: f32) {
        let height = block.height();
        if !block.lines.is_empty() {
            self.elements.push(Element { page: self.page, x: self.x, y: self.y, what: What::Text(block) });
            self.y += height + after;
        }
    }
}

/// Something that can be listed and what shows it.
#[derive(Clone, Debug, Default)]
pub struct Skill {
    /// What somebody can do; none where the document's title says it already.
    pub name: Option<String>,
    /// Level, evidence, by whom and when.
    pub note: Option<String>,
    /// The criteria.
    pub shown: Vec<String>,
}

/// A region that text flows through.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The page.
    pub page: usize,
    /// Left, top, width, bottom.
    pub x: f32,
    /// Upper edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Lower edge.
    pub bottom: f32,
}

const NAME: Style = Style::new(Role::Heading(3), Weight::Bold, 9.5, INK);
const NOTE: Style = Style::new(Role::Paragraph, Weight::Regular, 8.0, INK_2);
const SHOWN: Style = Style::new(Role::Item, Weight::Regular, 9.0, INK);
/// From the edge to the words after a bullet.
const INDENT: f32 = 10.0;

/// What is not separated, set for one width from the corner (0, 0): a heading stays with what follows it.
struct Chunk {
    elements: Vec<Element>,
    height: f32,
    /// Space above it, except at the top of a column.
    lead: f32,
}

/// How a list is set.
#[derive(Clone, Copy)]
struct Set {
    width: f32,
    bullet: Colour,
    /// 1 for the usual sizes of letters.
    scale: f32,
}

fn chunks(skills: &[Skill], set: Set) -> Vec<Chunk> {
    let mut all = Vec::new();
    for skill in skills {
        let mut shown = skill.shown.iter().map(String::as_str);
        all.push(Chunk::new(Some(skill), shown.next(), set));
        all.extend(shown.map(|s| Chunk::new(None, Some(s), set)));
    }
    all
}

impl Chunk {
    fn new(begins: Option<&Skill>, shown: Option<&str>, Set { width, bullet, scale }: Set) -> Chunk {
        let at = |style: Style| Style { size: style.size * scale, ..style };
        let mut column = Column::at(0, 0.0, 0.0);
        if let Some(name) = begins.and_then(|s| s.name.as_deref()) {
            column.put(at(NAME).block(name, width), 0.0);
        }
        if let Some(note) = begins.and_then(|s| s.note.as_deref()) {
            column.put(at(NOTE).block(note, width), 1.5);
        }
        if let Some(shown) = shown {
            let dot = Drawing { view: (0.0, 0.0, 3.0, 3.0), shapes: vec![Shape::filled(rectangle(0.0, 0.0, 3.0, 3.0, 1.5), bullet)] };
            column.elements.push(Element { page: 0, x: 1.5, y: column.y + 5.0 * scale, what: What::Ornament(dot, 3.0) });
            column.x += INDENT;
            column.put(at(SHOWN).block(shown, width - INDENT), 1.0);
        }
        Chunk { elements: column.elements, height: column.y, lead: if begins.is_some() { 6.0 } else { 0.0 } }
    }
}

/// Lets a list flow through `first`, in two columns, and on through regions that `next` gives for each further page; larger
/// if everything fits the first one so. The elements, and the last page used.
pub fn list(skills: &[Skill], bullet: Colour, first: Region, next: impl Fn(usize) -> Region) -> (Vec<Element>, usize) {
    for scale in [1.2, 1.1] {
        let all = chunks(skills, Set { width: halves(first)[0].width, bullet, scale });
        let mut elements = Vec::new();
        if fill(&all, balanced(&all, first), &mut elements) == all.len() {
            return (elements, first.page);
        }
    }
    let (mut region, mut done) = (first, 0);
    let mut elements = Vec::new();
    loop {
        // Pages differ in width, so that what is left is set anew.
        let all = chunks(skills, Set { width: halves(region)[0].width, bullet, scale: 1.0 });
        let left = &all[done..];
        done += fill(left, balanced(left, region), &mut elements);
        if done >= all.len() {
            return (elements, region.page);
        }
        region = next(region.page + 1);
    }
}

const GUTTER: f32 = 24.0;
/// A column this high is all that a page can offer: what does not fit there is put down all the same.
const WHOLE: f32 = 300.0;

fn halves(of: Region) -> [Region; 2] {
    let width = (of.width - GUTTER) / 2.0;
    [Region { width, ..of }, Region { width, x: of.x + width + GUTTER, ..of }]
}

/// Puts chunks down while they fit; how many.
fn fill(left: &[Chunk], region: Region, into: &mut Vec<Element>) -> usize {
    let mut done = 0;
    for column in halves(region) {
        let mut y = column.top;
        for chunk in &left[done..] {
            let first = y <= column.top;
            let begin = if first { y } else { y + chunk.lead };
            let forced = first && column.bottom - column.top > WHOLE;
            if begin + chunk.height > column.bottom && !forced {
                break;
            }
            let at = |e: &Element| Element { page: column.page, x: column.x + e.x, y: begin + e.y, what: e.what.clone() };
            into.extend(chunk.elements.iter().map(at));
            y = begin + chunk.height;
            done += 1;
        }
    }
    done
}

/// The same region, only as low as both columns need if everything fits.
fn balanced(left: &[Chunk], of: Region) -> Region {
    let all: f32 = left.iter().map(|c| c.height + c.lead).sum();
    let mut bottom = of.top + all / 2.0;
    while bottom < of.bottom {
        let region = Region { bottom, ..of };
        if fill(left, region, &mut Vec::new()) == left.len() {
            return region;
        }
        bottom += 4.0;
    }
    of
}
