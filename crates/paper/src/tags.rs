//! The structure of a PDF that screen readers follow, from elements in reading order.

use crate::sheet::{Element, Part, Role, What};
use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// The tree. `ids`: for each part and element, what was painted for it.
pub(crate) fn tree(parts: &[Part], ids: Vec<Vec<Vec<Identifier>>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(parts.first().map(|p| p.lang.to_owned()));
    for (part, ids) in parts.iter().zip(ids) {
        let mut group = TagGroup::new(Tag::Part.with_lang(Some(part.lang.to_owned())));
        let mut all = part.elements.iter().zip(ids).filter(|(_, ids)| !ids.is_empty()).peekable();
        while let Some((element, ids)) = all.next() {
            let node = match role(element) {
                Some(Role::Item) => {
                    let mut list = TagGroup::new(Tag::L(ListNumbering::Disc));
                    list.push(item(ids));
                    while let Some((_, ids)) = all.next_if(|(e, _)| role(e) == Some(Role::Item)) {
                        list.push(item(ids));
                    }
                    list
                }
                Some(Role::Fact) => {
                    let mut table = TagGroup::new(Tag::Table);
                    let mut row = TagGroup::with_children(Tag::TR, vec![cell(Tag::TH(TableHeaderScope::Row), ids)]);
                    while let Some((e, ids)) = all.next_if(|(e, _)| matches!(role(e), Some(Role::Fact | Role::Value))) {
                        if role(e) == Some(Role::Value) {
                            row.push(cell(Tag::TD, ids));
                            continue;
                        }
                        table.push(std::mem::replace(&mut row, TagGroup::new(Tag::TR)));
                        row.push(cell(Tag::TH(TableHeaderScope::Row), ids));
                    }
                    table.push(row);
                    table
                }
                _ => single(element, ids),
            };
            group.push(node);
        }
        tree.push(group);
    }
    tree
}

fn role(element: &Element) -> Option<Role> {
    match &element.what {
        What::Text(block) => Some(block.role),
        What::Picture(..) | What::Ornament(..) => None,
    }
}

fn nodes(ids: Vec<Identifier>) -> Vec<Node> {
    ids.into_iter().map(Node::from).collect()
}

fn item(ids: Vec<Identifier>) -> TagGroup {
    TagGroup::with_children(Tag::LI, vec![TagGroup::with_children(Tag::LBody, nodes(ids)).into()])
}

fn cell(tag: impl Into<TagKind>, ids: Vec<Identifier>) -> Node {
    TagGroup::with_children(tag, nodes(ids)).into()
}

fn single(element: &Element, ids: Vec<Identifier>) -> TagGroup {
    match &element.what {
        What::Picture(drawing, width, said) => {
            let area = Rect::from_xywh(element.x, element.y, *width, drawing.height_at(*width));
            let figure = Tag::Figure(Some(said.clone())).with_bbox(area.map(|a| BBox::new(element.page, a)));
            TagGroup::with_children(figure, nodes(ids))
        }
        What::Text(block) => match block.role {
            Role::Heading(level) => {
                let said: Vec<&str> = block.lines.iter().map(|l| l.text.as_str()).collect();
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some(said.join(" "))), nodes(ids))
            }
            _ if block.link.is_some() => TagGroup::with_children(Tag::P, vec![TagGroup::with_children(Tag::Link, nodes(ids)).into()]),
            _ => TagGroup::with_children(Tag::P, nodes(ids)),
        },
        What::Ornament(..) => TagGroup::new(Tag::NonStruct),
    }
}
