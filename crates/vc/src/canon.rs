//! RDF Dataset Canonicalization (RDFC-1.0): one text for a set of statements, whatever names its
//! nameless things had and in whatever order the statements came.
//!
//! Each nameless thing gets a hash of the statements it is in. Where hashes differ, as they do in
//! nearly every credential, their order decides the names at once. Where they are equal, the
//! neighbourhoods are compared, which can take exponential time: a budget ends that.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use aws_lc_rs::digest::{self, Digest};

use crate::digest::hex;
use crate::permute;
use crate::quads::Quad;

/// How many steps comparing neighbourhoods may take in all. The hardest honest case of the
/// specification's own tests takes 29,000. A step is at most the hash of some hundred bytes: the
/// whole budget is spent in less than 50 ms.
const BUDGET: usize = 500_000;

/// How deep neighbourhoods are followed.
const DEEPEST: u32 = 128;

/// The statements need more comparing than an honest document does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("its nameless parts are too entangled to be put in order")]
pub(crate) struct TooEntangled;

/// The canonical statements.
pub(crate) struct Canonical {
    /// Canonical N-Quads: sorted lines.
    pub nquads: String,
    /// The canonical number of each nameless thing, in the order of the numbers they came with.
    pub numbers: Vec<u32>,
}

/// The canonical form of `quads`, whose nameless things are numbered from 0 to below `blanks`.
pub(crate) fn canonicalize(quads: &[Quad<'_>], blanks: u32) -> Result<Canonical, TooEntangled> {
    canonicalize_with(quads, blanks, &digest::SHA256)
}

/// [`canonicalize`] with another hash function.
pub(crate) fn canonicalize_with(quads: &[Quad<'_>], blanks: u32, algorithm: &'static digest::Algorithm) -> Result<Canonical, TooEntangled> {
    let mut work = Work::new(quads, blanks, algorithm);
    work.name_all()?;
    let numbers: Vec<u32> = work.names.into_iter().map(Option::unwrap_or_default).collect();
    let nquads = sorted_lines(quads, |blank, out| write_name(numbers[blank as usize], out));
    Ok(Canonical { nquads, numbers })
}

/// The statements as sorted lines without repetitions. `label` appends the name of a nameless
/// thing, without the leading `_:`.
pub(crate) fn sorted_lines(quads: &[Quad<'_>], label: impl Fn(u32, &mut String)) -> String {
    let mut text = String::with_capacity(quads.len() * 144);
    let mut lines = Vec::with_capacity(quads.len());
    for quad in quads {
        let start = text.len();
        quad.write(&mut text, &label);
        lines.push(start..text.len());
    }
    let mut lines: Vec<&str> = lines.into_iter().map(|line| &text[line]).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.concat()
}

fn write_name(number: u32, out: &mut String) {
    out.push_str("c14n");
    // Nearly every name has one or two digits, and formatting takes longer than writing them.
    if number < 100 {
        let digit = |digit: u32| char::from(b'0' + (digit % 10) as u8);
        if number >= 10 {
            out.push(digit(number / 10));
        }
        out.push(digit(number));
    } else {
        write!(out, "{number}").expect("writing to a String cannot fail");
    }
}

/// Provisional names, given in the order in which a neighbourhood is walked.
#[derive(Debug, Clone, Default)]
struct Issuer {
    issued: Vec<u32>,
    numbers: HashMap<u32, usize>,
}

impl Issuer {
    fn issue(&mut self, blank: u32) -> usize {
        let next = self.issued.len();
        let number = *self.numbers.entry(blank).or_insert(next);
        if number == next {
            self.issued.push(blank);
        }
        number
    }
}

struct Work<'q, 'd> {
    quads: &'q [Quad<'d>],
    algorithm: &'static digest::Algorithm,
    /// For each nameless thing the statements that mention it.
    mentions: Vec<Vec<usize>>,
    /// For each nameless thing the hash of those statements.
    hashes: Vec<Digest>,
    /// For each nameless thing its canonical number, once it has one.
    names: Vec<Option<u32>>,
    named: u32,
    budget: usize,
}

impl<'q, 'd> Work<'q, 'd> {
    fn new(quads: &'q [Quad<'d>], blanks: u32, algorithm: &'static digest::Algorithm) -> Self {
        let mut mentions = vec![Vec::new(); blanks as usize];
        for (place, quad) in quads.iter().enumerate() {
            for (blank, _) in quad.blanks() {
                let mentioned: &mut Vec<usize> = &mut mentions[blank as usize];
                if mentioned.last() != Some(&place) {
                    mentioned.push(place);
                }
            }
        }
        Work {
            quads,
            algorithm,
            mentions,
            hashes: Vec::with_capacity(blanks as usize),
            names: vec![None; blanks as usize],
            named: 0,
            budget: BUDGET,
        }
    }

    fn name_all(&mut self) -> Result<(), TooEntangled> {
        for blank in 0..self.mentions.len() {
            let hash = self.hash_mentions(blank);
            self.hashes.push(hash);
        }
        let mut order: Vec<usize> = (0..self.hashes.len()).collect();
        order.sort_by(|a, b| self.hashes[*a].as_ref().cmp(self.hashes[*b].as_ref()));
        let groups: Vec<&[usize]> = order.chunk_by(|a, b| self.hashes[*a].as_ref() == self.hashes[*b].as_ref()).collect();
        let mut alike = Vec::new();
        for group in groups {
            match group {
                [single] => self.name(*single as u32),
                several => alike.push(several),
            }
        }
        for group in alike {
            self.name_group(group)?;
        }
        Ok(())
    }

    fn name(&mut self, blank: u32) {
        let name = &mut self.names[blank as usize];
        if name.is_none() {
            *name = Some(self.named);
            self.named += 1;
        }
    }

    /// Names things whose statements look alike, by comparing their neighbourhoods.
    fn name_group(&mut self, group: &[usize]) -> Result<(), TooEntangled> {
        let mut results = Vec::new();
        for &blank in group {
            if self.names[blank].is_none() {
                let mut issuer = Issuer::default();
                issuer.issue(blank as u32);
                results.push(self.hash_neighbourhood(blank as u32, issuer, 0)?);
            }
        }
        results.sort_by(|(a, _), (b, _)| a.cmp(b));
        for (_, issuer) in results {
            for blank in issuer.issued {
                self.name(blank);
            }
        }
        Ok(())
    }

    fn hash(&self, text: &str) -> String {
        hex(digest::digest(self.algorithm, text.as_bytes()).as_ref())
    }

    /// The hash of the statements that mention `blank`, in which it is called `a` and every other
    /// nameless thing `z`. Drops statements that were made twice.
    fn hash_mentions(&mut self, blank: usize) -> Digest {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(self.mentions[blank].len());
        for &place in &self.mentions[blank] {
            let start = text.len();
            self.quads[place].write(&mut text, |other, out| {
                out.push(if other as usize == blank { 'a' } else { 'z' });
            });
            lines.push((start..text.len(), place));
        }
        let quads = self.quads;
        lines.sort_by(|(a, place_a), (b, place_b)| {
            let by_names = || quads[*place_a].blanks().cmp(quads[*place_b].blanks());
            text[a.clone()].cmp(&text[b.clone()]).then_with(by_names)
        });
        lines.dedup_by(|(a, place_a), (b, place_b)| text[a.clone()] == text[b.clone()] && quads[*place_a] == quads[*place_b]);
        let mut context = digest::Context::new(self.algorithm);
        for (line, _) in &lines {
            context.update(text[line.clone()].as_bytes());
        }
        self.mentions[blank] = lines.into_iter().map(|(_, place)| place).collect();
        context.finish()
    }

    fn spend(&mut self, steps: usize) -> Result<(), TooEntangled> {
        self.budget = self.budget.checked_sub(steps).ok_or(TooEntangled)?;
        Ok(())
    }

    /// The things that share a statement with `blank`, grouped by how they are related to it.
    fn neighbours(&mut self, blank: u32, issuer: &Issuer) -> Result<BTreeMap<String, Vec<u32>>, TooEntangled> {
        // Statements without another nameless thing cost little to pass over, but they cost.
        self.spend(self.mentions[blank as usize].len() / 2)?;
        let mut groups: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for place in 0..self.mentions[blank as usize].len() {
            let quad = &self.quads[self.mentions[blank as usize][place]];
            for (other, position) in quad.blanks().filter(|(other, _)| *other != blank) {
                self.spend(1 + quad.predicate.len() / 64)?;
                let mut text = String::from(position);
                if position != 'g' {
                    write!(text, "<{}>", quad.predicate).expect("writing to a String cannot fail");
                }
                match (self.names[other as usize], issuer.numbers.get(&other)) {
                    (Some(name), _) => write!(text, "_:c14n{name}"),
                    (None, Some(number)) => write!(text, "_:b{number}"),
                    (None, None) => write!(text, "{}", hex(self.hashes[other as usize].as_ref())),
                }
                .expect("writing to a String cannot fail");
                groups.entry(self.hash(&text)).or_default().push(other);
            }
        }
        Ok(groups)
    }

    /// The hash of the neighbourhood of `blank`, and the names given while walking it along the
    /// path that reads least.
    fn hash_neighbourhood(&mut self, blank: u32, mut issuer: Issuer, depth: u32) -> Result<(String, Issuer), TooEntangled> {
        if depth > DEEPEST {
            return Err(TooEntangled);
        }
        let mut data = String::new();
        for (related, mut group) in self.neighbours(blank, &issuer)? {
            data.push_str(&related);
            let mut best: Option<(String, Issuer)> = None;
            group.sort_unstable();
            loop {
                self.spend(1 + group.len() + issuer.issued.len())?;
                let shortest = best.as_ref().map(|(path, _)| path.as_str());
                if let Some(walked) = self.walk(&group, issuer.clone(), shortest, depth)? {
                    best = Some(walked);
                }
                if !permute::next(&mut group) {
                    break;
                }
            }
            if let Some((path, walked)) = best {
                data.push_str(&path);
                issuer = walked;
            }
        }
        Ok((self.hash(&data), issuer))
    }

    /// Walks `group` in that order. `None` if the path does not read less than `best`.
    fn walk(
        &mut self,
        group: &[u32],
        mut issuer: Issuer,
        best: Option<&str>,
        depth: u32,
    ) -> Result<Option<(String, Issuer)>, TooEntangled> {
        let worse = |path: &str| best.is_some_and(|best| path.len() >= best.len() && path > best);
        let mut path = String::new();
        let mut unnamed = Vec::new();
        for &blank in group {
            if let Some(name) = self.names[blank as usize] {
                write!(path, "_:c14n{name}").expect("writing to a String cannot fail");
            } else {
                if !issuer.numbers.contains_key(&blank) {
                    unnamed.push(blank);
                }
                let number = issuer.issue(blank);
                write!(path, "_:b{number}").expect("writing to a String cannot fail");
            }
            if worse(&path) {
                return Ok(None);
            }
        }
        for blank in unnamed {
            self.spend(1 + issuer.issued.len())?;
            let (hash, walked) = self.hash_neighbourhood(blank, issuer.clone(), depth + 1)?;
            let number = issuer.issue(blank);
            write!(path, "_:b{number}<{hash}>").expect("writing to a String cannot fail");
            issuer = walked;
            if worse(&path) {
                return Ok(None);
            }
        }
        let is_better = best.is_none_or(|best| path.as_str() < best);
        Ok(is_better.then_some((path, issuer)))
    }
}

#[cfg(test)]
mod tests;
