//! Pages of words and drawings as a tagged PDF.
//!
//! A document is a list of elements in reading order, each with its page and place. From the same list come what is
//! painted and the structure that screen readers follow, so that the two cannot drift apart. Files are PDF/A-3a and
//! PDF/UA-1 at once: fonts inside, every element tagged, pictures with a text of their own, and the signed document
//! attached.

use crate::drawing::{Colour, Drawing, Step};
use crate::text::{FONTS, Line};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document, SerializeSettings};
use std::sync::LazyLock;

/// A4, long side across, in points.
pub const ACROSS: (f32, f32) = (841.89, 595.28);
/// A4, long side up, in points.
pub const UPRIGHT: (f32, f32) = (595.28, 841.89);

/// What a piece of text is to whoever hears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading; 1 is the document's own.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// One of a list: neighbours make up the list.
    Item,
    /// What a fact is about; the value follows. Neighbours make up a table.
    Fact,
    /// What the fact is.
    Value,
    /// Repeated at the edge of pages and not read out.
    Margin,
}

/// Lines of text below each other.
#[derive(Clone, Debug)]
pub struct Block {
    /// What they are.
    pub role: Role,
    /// The lines.
    pub lines: Vec<Line>,
    /// Font size in points.
    pub size: f32,
    /// From baseline to baseline, in points.
    pub leading: f32,
    /// Their colour.
    pub colour: Colour,
    /// Where a press on them leads, if anywhere.
    pub link: Option<String>,
}

impl Block {
    /// How much height it takes.
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }

    fn said(&self) -> String {
        self.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Something on a page.
#[derive(Clone, Debug)]
pub enum What {
    /// Text; `y` of its place is its upper edge.
    Text(Block),
    /// A picture of this width that says something: its text for those who do not see it.
    Picture(Drawing, f32, String),
    /// A picture of this width that only adorns.
    Ornament(Drawing, f32),
}

/// An element of a document.
#[derive(Clone, Debug)]
pub struct Element {
    /// Counted from 0.
    pub page: usize,
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// What stands there.
    pub what: What,
}

/// A part in one language: the whole document, or one of two.
#[derive(Clone, Debug)]
pub struct Part {
    /// The tag of the language, such as `fr-CA`.
    pub lang: &'static str,
    /// Its entry in the outline.
    pub title: String,
    /// Elements in reading order.
    pub elements: Vec<Element>,
}

/// A moment in UTC, for the file's own dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year.
    pub year: u16,
    /// Month, day, hour, minute, second.
    pub rest: [u8; 5],
}

/// The file that travels inside.
#[derive(Clone, Debug)]
pub struct Attached {
    /// File name.
    pub name: String,
    /// What it is, in words.
    pub description: String,
    /// Media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A document to be written.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Width and height of every page.
    pub size: (f32, f32),
    /// Title.
    pub title: String,
    /// Who issued what it is about.
    pub author: String,
    /// Identifies it: the same for every copy.
    pub id: String,
    /// When what it is about was made.
    pub made: Moment,
    /// One part for each language.
    pub parts: Vec<Part>,
    /// What travels inside.
    pub attached: Attached,
}

/// The document can't be written as the standards ask.
#[derive(Debug, thiserror::Error)]
#[error("the PDF can't be written: {0}")]
pub struct NotWritten(String);

impl Sheet {
    /// The PDF.
    ///
    /// # Errors
    /// What does not meet PDF/A-3a or PDF/UA-1.
    pub fn pdf(&self) -> Result<Vec<u8>, NotWritten> {
        let wrong = |e: &dyn std::fmt::Debug| NotWritten(format!("{e:?}"));
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A3_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|e| wrong(&e))?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let mut ids: Vec<Vec<Vec<Identifier>>> = self.parts.iter().map(|p| vec![Vec::new(); p.elements.len()]).collect();
        let pages = self.parts.iter().flat_map(|p| &p.elements).map(|e| e.page + 1).max().unwrap_or(0);
        for page in 0..pages {
            self.page(&mut document, page, &mut ids)?;
        }
        document.set_tag_tree(crate::tags::tree(&self.parts, ids));
        document.set_outline(self.outline());
        document.set_metadata(self.metadata());
        document.embed_file(self.file()).ok_or_else(|| NotWritten("the attached file is there twice".to_owned()))?;
        document.finish().map_err(|e| wrong(&e))
    }

    fn page(&self, document: &mut Document, number: usize, ids: &mut [Vec<Vec<Identifier>>]) -> Result<(), NotWritten> {
        let settings = PageSettings::from_wh(self.size.0, self.size.1).ok_or_else(|| NotWritten("a page without size".to_owned()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut links: Vec<(usize, usize, &Element, &Block)> = Vec::new();
        for (p, part) in self.parts.iter().enumerate() {
            for (n, element) in part.elements.iter().enumerate().filter(|(_, e)| e.page == number) {
                ids[p][n].extend(painted(&mut surface, element, part.lang));
                if let What::Text(block) = &element.what
                    && block.link.is_some()
                {
                    links.push((p, n, element, block));
                }
            }
        }
        surface.finish();
        for (p, n, element, block) in links {
            let wide = block.lines.iter().map(|l| l.width(block.size)).fold(1.0, f32::max);
            let Some(area) = Rect::from_xywh(element.x, element.y, wide, block.height()) else { continue };
            let action = LinkAction::new(block.link.clone().unwrap_or_default());
            let target = Target::Action(Action::Link(action));
            ids[p][n].push(page.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(area, target), Some(block.said()))));
        }
        page.finish();
        Ok(())
    }

    fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        for part in &self.parts {
            let first = part.elements.iter().map(|e| e.page).min().unwrap_or(0);
            outline.push_child(OutlineNode::new(part.title.clone(), XyzDestination::new(first, Point::from_xy(0.0, 0.0))));
        }
        outline
    }

    fn metadata(&self) -> Metadata {
        let lang = self.parts.first().map_or("en-CA", |p| p.lang);
        Metadata::new()
            .title(self.title.clone())
            .authors(vec![self.author.clone()])
            .language(lang.to_owned())
            .creator("Tessera".to_owned())
            .producer(crate::PRODUCER.to_owned())
            .document_id(self.id.clone())
            .creation_date(self.date())
    }

    fn date(&self) -> DateTime {
        let [month, day, hour, minute, second] = self.made.rest;
        let date = DateTime::new(self.made.year).month(month).day(day).hour(hour).minute(minute).second(second);
        date.utc_offset_hour(0).utc_offset_minute(0)
    }

    fn file(&self) -> EmbeddedFile {
        EmbeddedFile {
            path: self.attached.name.clone(),
            mime_type: MimeType::new(self.attached.media_type),
            description: Some(self.attached.description.clone()),
            association_kind: AssociationKind::Source,
            data: self.attached.bytes.clone().into(),
            modification_date: Some(self.date()),
            compress: Some(true),
            location: None,
        }
    }
}

static LOADED: LazyLock<[Font; 3]> = LazyLock::new(|| FONTS.map(|bytes| Font::new(Data::from(bytes), 0).expect("the fonts are whole")));

/// Paints an element; what the structure refers to it by.
fn painted(surface: &mut Surface, element: &Element, lang: &str) -> Vec<Identifier> {
    match &element.what {
        What::Text(block) => {
            let rise = (block.leading - block.size) / 2.0 + block.size * 0.8;
            let line = |(n, line): (usize, &Line)| {
                let read = block.role != Role::Margin;
                let actual = line.substituted().then_some(line.text.as_str());
                let span = SpanTag::empty().with_lang(Some(lang)).with_actual_text(actual);
                let tag =
                    if read { ContentTag::Span(span) } else { ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)) };
                let id = surface.start_tagged(tag);
                write(surface, line, (element.x, element.y + rise + n as f32 * block.leading), block);
                surface.end_tagged();
                read.then_some(id)
            };
            block.lines.iter().enumerate().filter_map(line).collect()
        }
        What::Picture(drawing, width, _) => {
            let id = surface.start_tagged(ContentTag::Other);
            draw(surface, drawing, (element.x, element.y), *width);
            surface.end_tagged();
            vec![id]
        }
        What::Ornament(drawing, width) => {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            draw(surface, drawing, (element.x, element.y), *width);
            surface.end_tagged();
            vec![]
        }
    }
}

fn write(surface: &mut Surface, line: &Line, at: (f32, f32), block: &Block) {
    surface.set_stroke(None);
    surface.set_fill(Some(filled(block.colour, 1.0)));
    let mut x = at.0;
    for run in &line.runs {
        let glyph = |g: &crate::text::Glyph| {
            KrillaGlyph::new(GlyphId::new(g.id.into()), g.advance, g.offset.0, g.offset.1, 0.0, g.of.clone(), None)
        };
        let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
        surface.draw_glyphs(Point::from_xy(x, at.1), &glyphs, LOADED[run.font].clone(), &line.drawn, block.size, false);
        x += run.width * block.size;
    }
}

fn draw(surface: &mut Surface, drawing: &Drawing, at: (f32, f32), width: f32) {
    let scale = width / drawing.view.2;
    let (dx, dy) = (at.0 - drawing.view.0 * scale, at.1 - drawing.view.1 * scale);
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, dx, dy));
    for shape in &drawing.shapes {
        let Some(path) = path(&shape.steps) else { continue };
        surface.set_fill(shape.fill.map(|(colour, opacity)| filled(colour, opacity)));
        surface.set_stroke(shape.stroke.as_ref().map(|s| Stroke {
            paint: rgb(s.colour).into(),
            width: s.width,
            line_join: LineJoin::Round,
            dash: s.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 }),
            ..Stroke::default()
        }));
        surface.draw_path(&path);
    }
    surface.pop();
}

fn rgb(Colour(r, g, b): Colour) -> rgb::Color {
    rgb::Color::new(r, g, b)
}

fn filled(colour: Colour, opacity: f32) -> Fill {
    Fill { paint: rgb(colour).into(), opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE), ..Fill::default() }
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
