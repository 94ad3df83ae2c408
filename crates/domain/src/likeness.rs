//! Which known statements some free text is like: a suggestion, never a decision. A person confirms what an offering teaches.
//!
//! Purely lexical: pieces of three to five letters of each word, and whole words without their endings, weighted by how rare
//! they are; a text is as like a statement as it is like the closest of the statement's names (cosine).

use crate::text::fold;
use std::collections::HashMap;

/// Words of one text beyond these count no more.
const MOST_WORDS: usize = 400;
/// How much a whole word weighs beside its pieces.
const WORD: f32 = 5.0;
/// How much less another name counts than a statement's own.
const OTHER_NAME: f32 = 0.85;

/// Names of statements, ready to be compared with texts.
#[derive(Default)]
pub struct Likeness {
    /// Pieces by their hash.
    pieces: HashMap<u64, u32>,
    /// How rare each piece is.
    rarity: Vec<f32>,
    /// Names in which each piece occurs, with its weight there.
    found_in: Vec<Vec<(u32, f32)>>,
    /// The statement of each name, and whether it is not its own.
    names: Vec<(u32, bool)>,
    statements: usize,
}

impl Likeness {
    /// Reads statements: each has its own name first, then whatever else it is called.
    pub fn of<'a>(statements: impl IntoIterator<Item = Vec<&'a str>>) -> Likeness {
        let mut all = Likeness::default();
        let mut texts: Vec<Vec<(u32, f32)>> = Vec::new();
        let mut found: Vec<u32> = Vec::new();
        for statement in statements {
            for (n, name) in statement.into_iter().enumerate() {
                all.names.push((all.statements as u32, n > 0));
                let mut text = Vec::new();
                for (piece, count) in pieces(name) {
                    let next = all.pieces.len() as u32;
                    let id = *all.pieces.entry(piece).or_insert(next);
                    if id == next {
                        found.push(0);
                    }
                    found[id as usize] += 1;
                    text.push((id, count));
                }
                texts.push(text);
            }
            all.statements += 1;
        }
        let n = texts.len() as f32;
        all.rarity = found.iter().map(|count| (1.0 + n / (*count as f32 + 0.5)).ln()).collect();
        all.found_in = found.iter().map(|count| Vec::with_capacity(*count as usize)).collect();
        for (name, text) in texts.into_iter().enumerate() {
            for (id, weight) in all.weighed(text) {
                all.found_in[id as usize].push((name as u32, weight));
            }
        }
        all
    }

    /// How many statements it knows.
    pub fn len(&self) -> usize {
        self.statements
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.statements == 0
    }

    /// Weights of length one.
    fn weighed(&self, text: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
        let weigh = |(id, count): (u32, f32)| (id, (1.0 + count.ln()) * self.rarity[id as usize]);
        let mut all: Vec<(u32, f32)> = text.into_iter().map(weigh).collect();
        let length = all.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        all.iter_mut().for_each(|(_, w)| *w /= length);
        all
    }

    /// The statements most like a text, by their places in the order they were read in, with a likeness from 0 to 1; at most
    /// `most`. Of two that are as like, the earlier comes first.
    pub fn like(&self, text: &str, most: usize) -> Vec<(usize, f32)> {
        let known: Vec<(u32, f32)> = pieces(text).filter_map(|(piece, count)| Some((*self.pieces.get(&piece)?, count))).collect();
        let mut names = vec![0.0f32; self.names.len()];
        for (id, weight) in self.weighed(known) {
            for (name, there) in &self.found_in[id as usize] {
                names[*name as usize] += weight * there;
            }
        }
        let mut best = vec![0.0f32; self.statements];
        for ((statement, other), likeness) in self.names.iter().zip(names) {
            let likeness = if *other { likeness * OTHER_NAME } else { likeness };
            let best = &mut best[*statement as usize];
            *best = best.max(likeness);
        }
        let mut found: Vec<(usize, f32)> = best.into_iter().enumerate().filter(|(_, l)| *l > 0.0).collect();
        let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > most && most > 0 {
            found.select_nth_unstable_by(most - 1, order);
        }
        found.truncate(most);
        found.sort_by(order);
        found
    }

    /// The statements most like any of several texts, such as a title and skills.
    pub fn like_any<'a>(&self, texts: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<(usize, f32)> {
        let mut best: HashMap<usize, f32> = HashMap::new();
        for text in texts {
            for (statement, likeness) in self.like(text, most) {
                let known = best.entry(statement).or_default();
                *known = known.max(likeness);
            }
        }
        let mut found: Vec<(usize, f32)> = best.into_iter().collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(most);
        found
    }
}

/// The pieces of a text with how often each occurs.
fn pieces(text: &str) -> impl Iterator<Item = (u64, f32)> {
    let mut all: HashMap<u64, f32> = HashMap::new();
    for word in fold_keeping_signs(text).split(' ').filter(|w| !w.is_empty()).take(MOST_WORDS) {
        let bounded: Vec<char> = std::iter::once(' ').chain(word.chars().take(60)).chain(std::iter::once(' ')).collect();
        for n in 3..=5 {
            for piece in bounded.windows(n) {
                *all.entry(hash(n as u64, piece.iter().copied())).or_default() += 1.0;
            }
        }
        *all.entry(hash(0, stem(word).chars())).or_default() += WORD;
    }
    // In an order that does not change from run to run: sums of floating numbers depend on it.
    let mut all: Vec<(u64, f32)> = all.into_iter().collect();
    all.sort_unstable_by_key(|(piece, _)| *piece);
    all.into_iter()
}

/// Folded text in which "C++" and "C#" stay what they are.
fn fold_keeping_signs(text: &str) -> String {
    fold(&text.replace('+', "plus").replace('#', "sharp"))
}

/// A word without a common ending of English.
fn stem(word: &str) -> &str {
    let endings = ["ing", "ed", "es", "s", "ment", "er", "ation"];
    endings.iter().find_map(|e| word.strip_suffix(e).filter(|rest| rest.len() > 3)).unwrap_or(word)
}

/// FNV-1a.
fn hash(kind: u64, chars: impl Iterator<Item = char>) -> u64 {
    std::iter::once(kind).chain(chars.map(u64::from)).fold(0xcbf2_9ce4_8422_2325, |h, c| (h ^ c).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
