//! Words as glyphs: which font has them, how wide they are, where a line breaks.
//!
//! Two families are carried: Noto Sans (Latin, Greek, Cyrillic, Vietnamese) and Noto Sans Canadian Aboriginal (syllabics).
//! What neither has is drawn as a box, and whoever lays the text out is told, so that the page can say so.

use crate::drawing::{Colour, Shape, Step};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Face, ShapePlan, UnicodeBuffer};
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For names and headings.
    Bold,
}

/// Drawn for a character that no font has.
const BOX: char = '\u{25A1}';

/// The files, in the order of [`Run::font`].
pub(crate) const FONTS: [&[u8]; 3] =
    [notosans::REGULAR_TTF, notosans::BOLD_TTF, include_bytes!("../fonts/NotoSansCanadianAboriginal-Regular.ttf")];
const SYLLABICS: usize = 2;

static FACES: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| FONTS.map(|f| Face::from_slice(f, 0).expect("the fonts are whole")));

/// A glyph and where it stands, in parts of the font size.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub offset: (f32, f32),
    /// The bytes of [`Line::drawn`] that it stands for.
    pub of: Range<usize>,
}

/// Glyphs of one font.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Index into [`FONTS`].
    pub font: usize,
    pub glyphs: Vec<Glyph>,
    /// In parts of the font size.
    pub width: f32,
}

/// One line of text, ready to be painted.
#[derive(Clone, Debug)]
pub struct Line {
    /// What is said.
    pub text: String,
    /// What is drawn: the same, but for characters that no font has.
    pub(crate) drawn: String,
    pub(crate) runs: Vec<Run>,
}

impl Line {
    /// Shapes a text that stays on one line.
    pub fn new(text: &str, weight: Weight) -> Line {
        let text = cleaned(text);
        let (drawn, fonts) = with_fonts(&text, weight);
        let runs = runs(&drawn, &fonts);
        Line { text, drawn, runs }
    }

    /// How wide it is at this font size.
    pub fn width(&self, size: f32) -> f32 {
        self.runs.iter().map(|r| r.width).sum::<f32>() * size
    }

    /// Whether some of it is drawn as boxes.
    pub fn substituted(&self) -> bool {
        self.text != self.drawn
    }

    /// Its outlines with the baseline beginning at `at`.
    pub(crate) fn shape(&self, at: (f32, f32), size: f32, colour: Colour) -> Shape {
        let mut pen = Pen { steps: Vec::new(), at, scale: 0.0 };
        let mut x = at.0;
        for run in &self.runs {
            let face = &FACES[run.font];
            for glyph in &run.glyphs {
                pen.at = (x + glyph.offset.0 * size, at.1 - glyph.offset.1 * size);
                pen.scale = size / face.units_per_em() as f32;
                face.outline_glyph(GlyphId(glyph.id), &mut pen);
                x += glyph.advance * size;
            }
        }
        Shape::filled(pen.steps, colour)
    }
}

/// Breaks a text into lines no wider than `width` at this font size, between words; a word that is wider is broken inside.
pub fn wrapped(text: &str, weight: Weight, size: f32, width: f32) -> Vec<Line> {
    Measured::new(text, weight).wrapped(size, width)
}

/// The largest of `sizes` at which the text takes at most `most` lines, and those lines. At the last size, what does not fit
/// ends in an ellipsis.
pub fn fitted(text: &str, weight: Weight, sizes: &[f32], width: f32, most: usize) -> (f32, Vec<Line>) {
    let measured = Measured::new(text, weight);
    let last = sizes.last().copied().unwrap_or(10.0);
    let fits = |size: &f32| Some((*size, measured.wrapped(*size, width))).filter(|(_, lines)| lines.len() <= most);
    if let Some(found) = sizes.iter().find_map(fits) {
        return found;
    }
    let mut lines = measured.wrapped(last, width);
    lines.truncate(most);
    if let Some(end) = lines.last_mut() {
        let mut kept = end.text.clone();
        while Line::new(&format!("{kept}…"), weight).width(last) > width && kept.pop().is_some() {}
        *end = Line::new(&format!("{}…", kept.trim_end()), weight);
    }
    (last, lines)
}

/// The words of a text, and how wide each is in parts of the font size.
struct Measured {
    weight: Weight,
    words: Vec<(String, f32)>,
    space: f32,
}

impl Measured {
    fn new(text: &str, weight: Weight) -> Measured {
        let width = |word: &str| Line::new(word, weight).width(1.0);
        let words = cleaned(text).split(' ').filter(|w| !w.is_empty()).map(|w| (w.to_owned(), width(w))).collect();
        Measured { weight, words, space: width(" ") }
    }

    fn wrapped(&self, size: f32, width: f32) -> Vec<Line> {
        let (mut lines, mut line, mut filled) = (Vec::new(), String::new(), 0.0);
        for (word, wide) in &self.words {
            let longer = if line.is_empty() { *wide } else { filled + self.space + wide };
            if longer * size <= width {
                line = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
                filled = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(Line::new(&line, self.weight));
            }
            (line, filled) = (word.clone(), *wide);
            if wide * size > width {
                line = broken(word, self.weight, size, width, &mut lines);
                filled = Line::new(&line, self.weight).width(1.0);
            }
        }
        if !line.is_empty() {
            lines.push(Line::new(&line, self.weight));
        }
        lines
    }
}

/// Puts what fits of a long word on lines of its own; the rest begins the next line.
fn broken(word: &str, weight: Weight, size: f32, width: f32, lines: &mut Vec<Line>) -> String {
    let mut rest = word.to_owned();
    while Line::new(&rest, weight).width(size) > width {
        let cuts: Vec<usize> = rest.char_indices().map(|(n, _)| n).skip(1).collect();
        let fits = cuts.partition_point(|n| Line::new(&rest[..*n], weight).width(size) <= width);
        let Some(cut) = cuts.get(fits.saturating_sub(1)) else { break };
        let tail = rest.split_off(*cut);
        lines.push(Line::new(&rest, weight));
        rest = tail;
    }
    rest
}

/// Without control characters and marks of direction, every breaking space the same, and no longer than anybody reads.
fn cleaned(text: &str) -> String {
    const LONGEST: usize = 4000;
    let invisible = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
    let spaced = |c: char| match c {
        '\u{A0}' | '\u{202F}' | '\u{2007}' => '\u{A0}',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().filter(|c| !invisible(*c) && (!c.is_control() || c.is_whitespace())).map(spaced).take(LONGEST).collect()
}

/// The text with boxes for what no font has, and the font of each character.
fn with_fonts(text: &str, weight: Weight) -> (String, Vec<usize>) {
    let main = weight as usize;
    let has = |font: usize, c: char| FACES[font].glyph_index(c).is_some_and(|g| g.0 != 0);
    let mut last = main;
    let mut drawn = String::new();
    let mut fonts = Vec::new();
    for c in text.chars() {
        // A mark joins the letter before it if that font has it.
        let font = [last, main, SYLLABICS].into_iter().skip(usize::from(!joins(c))).find(|f| has(*f, c));
        let shown = if font.is_some() { c } else { BOX };
        last = font.unwrap_or(if has(main, BOX) { main } else { SYLLABICS });
        drawn.push(shown);
        fonts.push(last);
    }
    (drawn, fonts)
}

fn joins(c: char) -> bool {
    c == ' ' || matches!(c, '\u{300}'..='\u{36F}')
}

/// Neighbours of one font, shaped together.
fn runs(drawn: &str, fonts: &[usize]) -> Vec<Run> {
    let mut runs = Vec::new();
    let ends: Vec<(usize, usize)> = drawn.char_indices().map(|(n, c)| n + c.len_utf8()).zip(fonts.iter().copied()).collect();
    let mut start = 0;
    for (n, (end, font)) in ends.iter().enumerate() {
        if ends.get(n + 1).is_none_or(|(_, next)| next != font) {
            runs.push(run(drawn, start..*end, *font));
            start = *end;
        }
    }
    runs
}

fn run(drawn: &str, part: Range<usize>, font: usize) -> Run {
    let face = &FACES[font];
    let em = face.units_per_em() as f32;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&drawn[part.clone()]);
    buffer.guess_segment_properties();
    buffer.set_direction(rustybuzz::Direction::LeftToRight);
    let plan = plan(font, buffer.script());
    let shaped = rustybuzz::shape_with_plan(face, &plan, buffer);
    let starts: Vec<usize> = shaped.glyph_infos().iter().map(|i| part.start + i.cluster as usize).collect();
    let end = |start: usize| starts.iter().copied().filter(|s| *s > start).min().unwrap_or(part.end);
    let glyphs: Vec<Glyph> = shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, p)| {
            let start = part.start + info.cluster as usize;
            let offset = (p.x_offset as f32 / em, p.y_offset as f32 / em);
            Glyph { id: info.glyph_id as u16, advance: p.x_advance as f32 / em, offset, of: start..end(start) }
        })
        .collect();
    let width = glyphs.iter().map(|g| g.advance).sum();
    Run { font, glyphs, width }
}

/// How a font shapes a script; made once, as that costs more than shaping a line.
fn plan(font: usize, script: rustybuzz::Script) -> Arc<ShapePlan> {
    static PLANS: Mutex<Vec<(usize, rustybuzz::Script, Arc<ShapePlan>)>> = Mutex::new(Vec::new());
    let mut plans = PLANS.lock().expect("nobody panics while holding it");
    if let Some((_, _, plan)) = plans.iter().find(|(f, s, _)| (*f, *s) == (font, script)) {
        return plan.clone();
    }
    let plan = Arc::new(ShapePlan::new(&FACES[font], rustybuzz::Direction::LeftToRight, Some(script), None, &[]));
    plans.push((font, script, plan.clone()));
    plan
}

/// Takes the outlines of glyphs; fonts have y upward.
struct Pen {
    steps: Vec<Step>,
    at: (f32, f32),
    scale: f32,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.point(x, y)));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.point(x, y)));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad(self.point(x1, y1), self.point(x, y)));
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic(self.point(x1, y1), self.point(x2, y2), self.point(x, y)));
    }
    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_languages_of_the_country_are_drawn_as_they_are() {
        for name in
            ["Amara Okafor", "Zoë Beauséjour-L’Écuyer", "Nguyễn Thị Ánh", "ᐊᓗᒃᑲᖅ ᐃᓄᒃᔪᐊᖅ", "Qallunaaq ᓄᓇᕗᑦ", "sḵwx̱wú7mesh", "Олена Шевченко"]
        {
            let line = Line::new(name, Weight::Bold);
            assert!(!line.substituted(), "{name} → {}", line.drawn);
            assert!(line.width(10.0) > 20.0);
        }
    }

    #[test]
    fn what_no_font_has_becomes_boxes_and_stays_in_the_text() {
        let line = Line::new("王小明 Wang", Weight::Regular);
        assert!(line.substituted());
        assert_eq!((line.text.as_str(), line.drawn.as_str()), ("王小明 Wang", "□□□ Wang"));
        assert!(line.runs.iter().flat_map(|r| &r.glyphs).all(|g| g.id != 0), "the box is a glyph of its own");
    }

    #[test]
    fn lines_break_between_words_and_inside_only_what_is_too_wide() {
        let lines = wrapped("one two three four", Weight::Regular, 10.0, 50.0);
        assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("|"), "one two|three four");
        let long = wrapped(&"m".repeat(40), Weight::Regular, 10.0, 50.0);
        assert!(long.len() > 5 && long.iter().all(|l| l.width(10.0) <= 50.0));
        assert_eq!(long.iter().map(|l| l.text.len()).sum::<usize>(), 40);
    }

    #[test]
    fn what_is_too_long_at_every_size_ends_in_an_ellipsis() {
        let (size, lines) = fitted(&"Very long ".repeat(50), Weight::Bold, &[20.0, 10.0], 200.0, 2);
        assert_eq!((size, lines.len()), (10.0, 2));
        assert!(lines[1].text.ends_with('…') && lines[1].width(10.0) <= 200.0);
    }

    #[test]
    fn a_narrow_space_of_french_stays_unbroken() {
        let lines = wrapped("Niveau\u{202F}: 3", Weight::Regular, 10.0, 45.0);
        assert_eq!(lines[0].text, "Niveau\u{A0}:");
    }

    proptest! {
        #[test]
        fn any_text_can_be_laid_out(text in "\\PC{0,60}", width in 20f32..300.0) {
            let lines = wrapped(&text, Weight::Bold, 12.0, width);
            prop_assert!(lines.iter().all(|l| l.runs.iter().flat_map(|r| &r.glyphs).all(|g| g.id != 0)));
            let said: String = lines.iter().flat_map(|l| l.text.chars()).filter(|c| *c != ' ').collect();
            let given: String = cleaned(&text).chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(said, given);
        }
    }
}
