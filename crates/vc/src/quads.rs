//! RDF statements and how they are written in canonical N-Quads.

use std::borrow::Cow;
use std::fmt::Write;

/// `rdf:type`.
pub(crate) const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/// The datatype of a plain text, which is not written out.
pub(crate) const XSD_STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
/// The datatype of a text in a language, which is not written out either.
pub(crate) const RDF_LANG_STRING: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

/// Text that is borrowed from the document or the context table where possible.
pub(crate) type Text<'d> = Cow<'d, str>;

/// What stands in a place of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node<'d> {
    /// A thing with a name.
    Iri(Text<'d>),
    /// A thing without a name, numbered within its document.
    Blank(u32),
    /// A value.
    Literal(Literal<'d>),
}

/// A value with its datatype, or a text with its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Literal<'d> {
    pub value: Text<'d>,
    pub datatype: Text<'d>,
    pub language: Option<Text<'d>>,
}

/// One statement, within a graph or in the default graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quad<'d> {
    pub subject: Node<'d>,
    pub predicate: Text<'d>,
    pub object: Node<'d>,
    pub graph: Option<Node<'d>>,
}

impl Quad<'_> {
    /// Appends the statement as one line of canonical N-Quads. `label` appends the name of a
    /// nameless thing, without the leading `_:`.
    pub(crate) fn write(&self, out: &mut String, label: impl Fn(u32, &mut String)) {
        write_node(&self.subject, out, &label);
        out.push_str(" <");
        out.push_str(&self.predicate);
        out.push_str("> ");
        write_node(&self.object, out, &label);
        if let Some(graph) = &self.graph {
            out.push(' ');
            write_node(graph, out, &label);
        }
        out.push_str(" .\n");
    }

    /// About the number of bytes that it holds as text.
    pub(crate) fn text_length(&self) -> usize {
        let length = |node: &Node<'_>| match node {
            Node::Iri(iri) => iri.len(),
            Node::Blank(_) => 8,
            Node::Literal(literal) => literal.value.len() + literal.datatype.len(),
        };
        length(&self.subject) + self.predicate.len() + length(&self.object) + self.graph.as_ref().map_or(0, length)
    }

    /// The nameless things in it, with the position that canonicalisation knows them by.
    pub(crate) fn blanks(&self) -> impl Iterator<Item = (u32, char)> {
        let number = |node: &Node<'_>| match node {
            Node::Blank(number) => Some(*number),
            _ => None,
        };
        [(number(&self.subject), 's'), (number(&self.object), 'o'), (self.graph.as_ref().and_then(number), 'g')]
            .into_iter()
            .filter_map(|(number, position)| Some((number?, position)))
    }
}

fn write_node(node: &Node<'_>, out: &mut String, label: &impl Fn(u32, &mut String)) {
    match node {
        Node::Iri(iri) => {
            out.push('<');
            out.push_str(iri);
            out.push('>');
        }
        Node::Blank(number) => {
            out.push_str("_:");
            label(*number, out);
        }
        Node::Literal(literal) => {
            out.push('"');
            write_escaped(&literal.value, out);
            out.push('"');
            if let Some(language) = &literal.language {
                out.push('@');
                out.push_str(language);
            } else if literal.datatype != XSD_STRING {
                out.push_str("^^<");
                out.push_str(&literal.datatype);
                out.push('>');
            }
        }
    }
}

/// The bytes that canonical N-Quads escapes: control characters, quote and backslash.
const ESCAPED: [bool; 256] = {
    let mut escaped = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        escaped[control] = true;
        control += 1;
    }
    escaped[0x7f] = true;
    escaped[b'"' as usize] = true;
    escaped[b'\\' as usize] = true;
    escaped
};

/// Escapes exactly what canonical N-Quads escapes, and copies the stretches between as they are.
fn write_escaped(text: &str, out: &mut String) {
    let mut copied = 0;
    for (place, byte) in text.bytes().enumerate() {
        if !ESCAPED[usize::from(byte)] {
            continue;
        }
        out.push_str(&text[copied..place]);
        copied = place + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            other => write!(out, "\\u{other:04X}").expect("writing to a String cannot fail"),
        }
    }
    out.push_str(&text[copied..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_line_with_every_escape() {
        let quad = Quad {
            subject: Node::Blank(3),
            predicate: "https://a.example/p".into(),
            object: Node::Literal(Literal {
                value: "a\"b\\c\nd\re\tf\u{8}g\u{c}h\u{1}i\u{7f}é\u{2028}".into(),
                datatype: RDF_LANG_STRING.into(),
                language: Some("fr-CA".into()),
            }),
            graph: Some(Node::Iri("https://a.example/g".into())),
        };
        let mut line = String::new();
        quad.write(&mut line, |number, out| write!(out, "x{number}").unwrap());
        assert_eq!(
            line,
            "_:x3 <https://a.example/p> \"a\\\"b\\\\c\\nd\\re\\tf\\bg\\fh\\u0001i\\u007Fé\u{2028}\"@fr-CA <https://a.example/g> .\n"
        );
    }
}
