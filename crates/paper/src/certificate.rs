//! A certificate: one page across, and more where what was shown needs them.

use crate::drawing::{Colour, Drawing, Shape, rectangle};
use crate::flow::{BAD, Column, INK, INK_2, Region, Skill, Style, list};
use crate::sheet::{ACROSS, Attached, Block, Element, Moment, NotWritten, Part, Role, Sheet, What};
use crate::text::{Line, Weight};

/// What a certificate says in one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The tag of the language, such as `fr-CA`.
    pub lang: &'static str,
    /// The title of the file: what, and to whom.
    pub title: String,
    /// "Micro-credential".
    pub kind: String,
    /// What is certified.
    pub achievement: String,
    /// "Awarded to".
    pub awarded_to: String,
    /// "on 4 November 2026 by Pinecrest College".
    pub awarded: String,
    /// Why it is not in force, if it is not.
    pub standing: Option<String>,
    /// What the holder can do, in a few lines.
    pub summary: String,
    /// The heading of the list.
    pub can: String,
    /// How it was judged.
    pub how: String,
    /// The list.
    pub skills: Vec<Skill>,
    /// Names and values.
    pub facts: Vec<(String, String)>,
    /// Small print.
    pub notes: Vec<String>,
    /// What is added to the small print if characters had to be drawn as boxes.
    pub substituted: String,
    /// What the code opens.
    pub scan: String,
    /// The picture, for those who do not see it.
    pub emblem: String,
    /// The code, for those who do not see it.
    pub code: String,
    /// At the top of further pages.
    pub continued: String,
}

/// A certificate to be written.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// One for each language, in the order of the pages.
    pub words: Vec<Words>,
    /// The holder's name as it was signed.
    pub holder: String,
    /// Who issued it.
    pub issuer: String,
    /// The emblem.
    pub emblem: Drawing,
    /// The darkest and the second tone of the emblem's field.
    pub tones: [Colour; 2],
    /// The public page, as the code and the link have it, if there is one.
    pub address: Option<String>,
    /// Identifies the credential.
    pub id: String,
    /// When it was issued.
    pub made: Moment,
    /// The signed document.
    pub attached: Attached,
}

const LEFT: f32 = 250.0;
const WIDTH: f32 = ACROSS.0 - LEFT - 44.0;
const BOTTOM: f32 = ACROSS.1 - 30.0;

const SMALL: Style = Style::new(Role::Paragraph, Weight::Regular, 7.5, INK_2);
const PLAIN: Style = Style::new(Role::Paragraph, Weight::Regular, 10.0, INK);
const STANDING: Style = Style::new(Role::Paragraph, Weight::Bold, 10.5, BAD);
const TITLE: Style = Style::new(Role::Heading(1), Weight::Bold, 27.0, INK);
const HEADING: Style = Style::new(Role::Heading(2), Weight::Bold, 11.5, INK);

impl Certificate {
    /// The PDF.
    ///
    /// # Errors
    /// What does not meet PDF/A-3a or PDF/UA-1; nothing that the words can cause.
    pub fn pdf(&self) -> Result<Vec<u8>, NotWritten> {
        let mut parts = Vec::new();
        let mut page = 0;
        for words in &self.words {
            let (part, last) = self.part(words, page);
            parts.push(part);
            page = last + 1;
        }
        let sheet = Sheet {
            size: ACROSS,
            title: self.words.first().map(|w| w.title.clone()).unwrap_or_default(),
            author: self.issuer.clone(),
            id: self.id.clone(),
            made: self.made,
            parts,
            attached: self.attached.clone(),
        };
        sheet.pdf()
    }

    /// The pages in one language, from `page` on, and the last of them.
    fn part(&self, words: &Words, page: usize) -> (Part, usize) {
        let mut elements = vec![
            ornament(page, 0.0, 0.0, (214.0, ACROSS.1), Colour(0xf4, 0xf5, 0xf2)),
            ornament(page, 0.0, 0.0, (ACROSS.0, 9.0), self.tones[1]),
            Element { page, x: 30.0, y: 44.0, what: What::Picture(self.emblem.clone(), 154.0, words.emblem.clone()) },
        ];
        let mut head = self.head(words, page);
        let notes = self.notes(words, page);
        let facts = facts(&words.facts, page, notes.first().map_or(BOTTOM, |n| n.y) - 8.0);
        let room = facts.iter().map(|f| f.y).fold(BOTTOM, f32::min) - 12.0;
        let mut last = page;
        if !words.skills.is_empty() {
            let (title, how) = (HEADING.block(&words.can, WIDTH), SMALL.block(&words.how, WIDTH));
            let needed = title.height() + how.height() + 40.0;
            let begins_here = room - head.y > needed;
            if !begins_here {
                elements.append(&mut head.elements);
                head = Column::at(page + 1, MARGIN, 62.0);
            }
            head.put(title, 0.0);
            head.put(how, 5.0);
            let first = match begins_here {
                true => Region { page, x: LEFT, top: head.y, width: WIDTH, bottom: room },
                false => Region { top: head.y, ..further(page + 1) },
            };
            let (listed, end) = list(&words.skills, self.tones[1], first, further);
            last = end;
            elements.append(&mut head.elements);
            elements.extend(listed);
        } else {
            elements.append(&mut head.elements);
        }
        elements.extend(facts);
        elements.extend(self.code(words, page));
        elements.extend(notes);
        elements.extend((page + 1..=last).flat_map(|p| self.margin(words, p)));
        (Part { lang: words.lang, title: words.title.clone(), elements }, last)
    }

    fn head(&self, words: &Words, page: usize) -> Column {
        let mut head = Column::at(page, LEFT, 42.0);
        head.put(Style { colour: INK_2, ..PLAIN }.block(&format!("{} · {}", words.kind, self.issuer_in(words)), WIDTH), 3.0);
        head.put(TITLE.fitted(&words.achievement, &[27.0, 24.0, 21.0, 18.0, 15.5], WIDTH, 3), 9.0);
        head.put(Style { colour: INK_2, ..PLAIN }.block(&words.awarded_to, WIDTH), 0.0);
        let name = Style { colour: self.tones[0], weight: Weight::Bold, ..PLAIN };
        head.put(name.fitted(&self.holder, &[22.0, 19.0, 16.0, 13.0], WIDTH, 2), 1.0);
        head.put(PLAIN.block(&words.awarded, WIDTH), 5.0);
        if let Some(standing) = &words.standing {
            head.put(STANDING.block(standing, WIDTH), 5.0);
        }
        head.put(PLAIN.fitted(&words.summary, &[10.0, 9.0], WIDTH, 4), 10.0);
        head
    }

    /// The issuer's name in the language, which the facts begin with.
    fn issuer_in<'a>(&'a self, words: &'a Words) -> &'a str {
        words.facts.first().map_or(&self.issuer, |(_, name)| name)
    }

    /// The small print, at the foot of the page.
    fn notes(&self, words: &Words, page: usize) -> Vec<Element> {
        let boxes = [self.holder.as_str(), &words.achievement].iter().any(|t| Line::new(t, Weight::Bold).substituted());
        let all = words.notes.iter().chain(boxes.then_some(&words.substituted));
        let blocks: Vec<Block> = all.map(|n| SMALL.block(n, WIDTH)).collect();
        let height: f32 = blocks.iter().map(|b| b.height() + 1.0).sum();
        let mut column = Column::at(page, LEFT, BOTTOM - height);
        for block in blocks {
            column.put(block, 1.0);
        }
        column.elements
    }

    /// The code and the address, at the foot of the left side.
    fn code(&self, words: &Words, page: usize) -> Vec<Element> {
        const SIDE: f32 = 108.0;
        let Some(to) = &self.address else { return Vec::new() };
        let (x, width) = (30.0, 154.0);
        let scan = SMALL.block(&words.scan, width);
        let blue = Style { colour: Colour(0x0b, 0x4f, 0x6c), ..SMALL };
        let address = Block { link: Some(to.clone()), ..blue.block(to, width) };
        let top = BOTTOM - SIDE - scan.height() - address.height() - 6.0;
        let mut column = Column::at(page, x, top + SIDE + 5.0);
        if let Some(code) = crate::qr::qr(to) {
            let what = What::Picture(code, SIDE, words.code.clone());
            column.elements.push(Element { page, x, y: top, what });
        }
        column.put(scan, 1.0);
        column.put(address, 0.0);
        column.elements
    }

    /// What further pages have at their top.
    fn margin(&self, words: &Words, page: usize) -> Vec<Element> {
        let style = Style { role: Role::Margin, ..SMALL };
        let mut column = Column::at(page, MARGIN, 30.0);
        column.put(style.fitted(&words.continued, &[7.5], ACROSS.0 - 2.0 * MARGIN, 1), 0.0);
        column.elements.push(ornament(page, 0.0, 0.0, (ACROSS.0, 9.0), self.tones[1]));
        column.elements
    }
}

const MARGIN: f32 = 48.0;

fn further(page: usize) -> Region {
    Region { page, x: MARGIN, top: 58.0, width: ACROSS.0 - 2.0 * MARGIN, bottom: ACROSS.1 - 42.0 }
}

fn ornament(page: usize, x: f32, y: f32, (w, h): (f32, f32), colour: Colour) -> Element {
    let drawing = Drawing { view: (0.0, 0.0, w, h), shapes: vec![Shape::filled(rectangle(0.0, 0.0, w, h, 0.0), colour)] };
    Element { page, x, y, what: What::Ornament(drawing, w) }
}

/// Names and values in three columns that end at `bottom`.
fn facts(facts: &[(String, String)], page: usize, bottom: f32) -> Vec<Element> {
    const COLUMNS: usize = 3;
    const GAP: f32 = 16.0;
    let width = (WIDTH - GAP * (COLUMNS - 1) as f32) / COLUMNS as f32;
    let name = Style { role: Role::Fact, ..SMALL };
    let value = Style::new(Role::Value, Weight::Regular, 9.0, INK);
    let set = |(n, v): &(String, String)| (name.block(n, width), value.fitted(v, &[9.0, 8.0], width, 3));
    let cells: Vec<(Block, Block)> = facts.iter().map(set).collect();
    let rows: Vec<f32> =
        cells.chunks(COLUMNS).map(|row| row.iter().map(|(n, v)| n.height() + v.height()).fold(0.0, f32::max) + 4.0).collect();
    let mut y = bottom - rows.iter().sum::<f32>();
    let mut elements = Vec::new();
    for (row, height) in cells.chunks(COLUMNS).zip(rows) {
        for (n, (name, value)) in row.iter().enumerate() {
            let mut column = Column::at(page, LEFT + n as f32 * (width + GAP), y);
            column.put(name.clone(), 0.0);
            column.put(value.clone(), 0.0);
            elements.append(&mut column.elements);
        }
        y += height;
    }
    elements
}
