//! The statements of a whole document, and which of them some JSON pointers choose.

use std::collections::{BTreeSet, HashMap};

use super::*;
use crate::expand::{Expanded, ListOrigin, Origins, expand};
use crate::pick::pick;

/// What stands for nameless things while parts are chosen, so that they are known again.
const STAND_IN: &str = "urn:bnid:";

/// A document's statements under the names that a secret gives its nameless things.
pub(super) struct Statements<'d> {
    /// The statements as lines, in order.
    pub lines: Vec<String>,
    /// For each nameless thing the keyed hash that is its name.
    hashes: Vec<Vec<u8>>,
    /// The document with stand-ins for names.
    named: Object,
    /// Where its graphs and lists come from.
    origins: Origins<'d>,
}

/// Some of a document's statements.
pub(super) struct Chosen {
    /// Their places among all.
    pub places: BTreeSet<usize>,
    /// They, with nameless things numbered as in the whole document.
    quads: Vec<Quad<'static>>,
}

/// The name that a keyed hash stands for.
pub(super) fn name(hash: &[u8]) -> String {
    format!("u{}", multibase::encode64(hash))
}

/// Lines one after the other.
pub(super) fn joined<L: AsRef<str>>(lines: impl Iterator<Item = L>) -> String {
    lines.fold(String::new(), |text, line| text + line.as_ref())
}

impl<'d> Statements<'d> {
    /// Reads a document; a `proof` in it is passed over.
    pub(super) fn of(document: &'d Object, hmac_key: &[u8]) -> Result<Self, Fault> {
        let contexts = document.get("@context").ok_or_else(|| Fault::wrong("it names no vocabulary (@context)"))?;
        let expanded = expand(document, contexts, &["proof"])?;
        let Expanded { quads, blanks, origins } = &expanded;
        if quads.len() > MOST_STATEMENTS {
            return Err(Fault::Unable("it makes too many statements to sign each".to_owned()));
        }
        if origins.labelled {
            return Err(Fault::Unable("it has ordered lists in place or labels of its own, which cannot be shown in part".to_owned()));
        }
        let numbers = canonicalize(quads, *blanks)?.numbers;
        let key = hmac::Key::new(hmac::HMAC_SHA256, hmac_key);
        let hash = |number: &u32| hmac::sign(&key, format!("c14n{number}").as_bytes()).as_ref().to_vec();
        let hashes: Vec<Vec<u8>> = numbers.iter().map(hash).collect();
        let text = sorted_lines(quads, |blank, out| out.push_str(&name(&hashes[blank as usize])));
        let places = origins.objects.iter().map(|(object, number)| (*object, *number)).collect();
        let mut named = with_stand_ins(document, &places);
        named.shift_remove("proof");
        let lines = text.split_inclusive('\n').map(str::to_owned).collect();
        Ok(Statements { lines, hashes, named, origins: expanded.origins })
    }

    /// The statements of the parts that the pointers name.
    pub(super) fn chosen<'p>(&self, pointers: impl IntoIterator<Item = &'p str>) -> Result<Chosen, Fault> {
        let Some(part) = pick(&self.named, pointers).map_err(Fault::Wrong)? else {
            return Ok(Chosen { places: BTreeSet::new(), quads: Vec::new() });
        };
        let contexts = part.get("@context").ok_or_else(|| Fault::wrong("it names no vocabulary (@context)"))?;
        let expanded = expand(&part, contexts, &[])?;
        let known = self.known(&expanded.origins);
        let quads: Option<Vec<Quad<'static>>> = expanded.quads.iter().map(|quad| self.in_whole(quad, &known)).collect();
        let apart = || Fault::Unable("it has parts that cannot be told apart, so they cannot be shown in part".to_owned());
        let quads = quads.ok_or_else(apart)?;
        let text = sorted_lines(&quads, |blank, out| out.push_str(&name(&self.hashes[blank as usize])));
        let places = text.split_inclusive('\n').map(|line| self.lines.binary_search_by(|known| known.as_str().cmp(line)));
        // A list that is shown in part says something that the whole does not.
        let places = places.collect::<Result<_, _>>().map_err(|_| Fault::wrong("an ordered list can only be shown as a whole"))?;
        Ok(Chosen { places, quads })
    }

    /// For the graphs and list cells of a part the numbers that they have in the whole.
    fn known(&self, part: &Origins<'_>) -> HashMap<u32, u32> {
        let graphs = part.graphs.iter().filter_map(|(about, number)| Some((*number, self.graph(about)?)));
        let mut known: HashMap<u32, u32> = graphs.collect();
        for list in &part.lists {
            if let Some(whole) = self.list(list) {
                known.extend((0..list.cells).map(|cell| (list.first - cell, whole.first - cell)));
            }
        }
        known
    }

    /// The list by that property of that thing, if there is just one and it is as long.
    fn list(&self, part: &ListOrigin<'_>) -> Option<&ListOrigin<'d>> {
        let of = self.stood_for(&part.of)?;
        let mut found = self.origins.lists.iter().filter(|list| list.of == of && list.by == part.by);
        match (found.next(), found.next()) {
            (Some(list), None) if list.cells == part.cells => Some(list),
            _ => None,
        }
    }

    /// What a reader of the chosen statements has to know: for each canonical number that a
    /// nameless thing has there, its name here.
    pub(super) fn labels_seen(&self, chosen: &Chosen) -> Result<Vec<(u64, Vec<u8>)>, Fault> {
        let used: BTreeSet<u32> = chosen.quads.iter().flat_map(|quad| quad.blanks().map(|(blank, _)| blank).collect::<Vec<_>>()).collect();
        let used: Vec<u32> = used.into_iter().collect();
        let renumber = |node: &Node<'static>| match node {
            Node::Blank(number) => Node::Blank(used.binary_search(number).map_or(0, |place| place as u32)),
            other => other.clone(),
        };
        let quads: Vec<Quad<'static>> = chosen
            .quads
            .iter()
            .map(|quad| Quad {
                subject: renumber(&quad.subject),
                predicate: quad.predicate.clone(),
                object: renumber(&quad.object),
                graph: quad.graph.as_ref().map(renumber),
            })
            .collect();
        let numbers = canonicalize(&quads, used.len() as u32)?.numbers;
        let mut labels: Vec<(u64, Vec<u8>)> =
            used.iter().zip(numbers).map(|(blank, number)| (u64::from(number), self.hashes[*blank as usize].clone())).collect();
        labels.sort_unstable();
        Ok(labels)
    }

    /// The number of the graph about that thing, if there is just one.
    fn graph(&self, about: &Node<'_>) -> Option<u32> {
        let about = self.stood_for(about)?;
        let mut found = self.origins.graphs.iter().filter(|(known, _)| *known == about);
        match (found.next(), found.next()) {
            (Some((_, number)), None) => Some(*number),
            _ => None,
        }
    }

    fn stood_for(&self, node: &Node<'_>) -> Option<Node<'static>> {
        match node {
            Node::Iri(iri) => match iri.strip_prefix(STAND_IN) {
                Some(number) => number.parse().ok().filter(|number| (*number as usize) < self.hashes.len()).map(Node::Blank),
                None => Some(Node::Iri(iri.to_string().into())),
            },
            Node::Literal(literal) => Some(Node::Literal(crate::quads::Literal {
                value: literal.value.to_string().into(),
                datatype: literal.datatype.to_string().into(),
                language: literal.language.as_ref().map(|language| language.to_string().into()),
            })),
            Node::Blank(_) => None,
        }
    }

    /// A statement of a part as it stands in the whole.
    fn in_whole(&self, quad: &Quad<'_>, known: &HashMap<u32, u32>) -> Option<Quad<'static>> {
        let thing = |node: &Node<'_>| match node {
            Node::Blank(number) => known.get(number).copied().map(Node::Blank),
            other => self.stood_for(other),
        };
        Some(Quad {
            subject: thing(&quad.subject)?,
            predicate: quad.predicate.to_string().into(),
            object: thing(&quad.object)?,
            graph: match &quad.graph {
                Some(graph) => Some(thing(graph)?),
                None => None,
            },
        })
    }
}

/// A copy of an object in which every nameless thing has a stand-in for a name.
fn with_stand_ins(object: &Object, places: &HashMap<*const Object, u32>) -> Object {
    let mut copy = Object::new();
    if let Some(number) = places.get(&std::ptr::from_ref(object)) {
        copy.insert("@id".to_owned(), Value::String(format!("{STAND_IN}{number}")));
    }
    for (name, value) in object {
        copy.insert(name.clone(), value_with_stand_ins(value, places));
    }
    copy
}

fn value_with_stand_ins(value: &Value, places: &HashMap<*const Object, u32>) -> Value {
    match value {
        Value::Object(object) => Value::Object(with_stand_ins(object, places)),
        Value::Array(items) => Value::Array(items.iter().map(|item| value_with_stand_ins(item, places)).collect()),
        other => other.clone(),
    }
}
