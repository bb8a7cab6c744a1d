//! The reading order of a PDF: what is a heading, a list, a table, for who has it read aloud.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{
    Identifier, ListNumbering, Node as Leaf, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::sheet::{Node, Role};

/// What of each part of the text stands on the pages.
pub(super) struct Tags {
    placed: Vec<Vec<Identifier>>,
}

impl Tags {
    /// For a text of so many parts.
    pub(super) fn new(parts: usize) -> Self {
        Self {
            placed: vec![Vec::new(); parts],
        }
    }

    /// Something of a part stands on a page.
    pub(super) fn add(&mut self, part: usize, place: Identifier) {
        if let Some(places) = self.placed.get_mut(part) {
            places.push(place);
        }
    }

    /// The tree of all parts.
    pub(super) fn tree(self, nodes: &[Node], lang: &str) -> TagTree {
        let mut groups: Vec<Option<TagGroup>> = nodes
            .iter()
            .zip(self.placed)
            .map(|(node, places)| {
                let mut group = TagGroup::new(kind(&node.role));
                group.children = places.into_iter().map(Leaf::Leaf).collect();
                Some(group)
            })
            .collect();
        // Children before their parents: a child is always made after its parent. Each parent
        // gets them last first, and its own leaves stay in front.
        let mut below: Vec<Vec<TagGroup>> = nodes.iter().map(|_| Vec::new()).collect();
        let mut roots = Vec::new();
        for (at, node) in nodes.iter().enumerate().rev() {
            let Some(mut group) = groups.get_mut(at).and_then(Option::take) else {
                continue;
            };
            if let Some(children) = below.get_mut(at) {
                let children = std::mem::take(children).into_iter().rev();
                group.children.extend(children.map(Leaf::Group));
            }
            // An empty cell stays: it keeps the others in their columns.
            let keeps_place = matches!(node.role, Role::Cell | Role::HeadCell);
            if group.children.is_empty() && !keeps_place {
                continue;
            }
            match node.parent.and_then(|parent| below.get_mut(parent)) {
                Some(siblings) => siblings.push(group),
                None => roots.push(group),
            }
        }
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for group in roots.into_iter().rev() {
            tree.push(group);
        }
        tree
    }
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, text) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List(true) => Tag::L(ListNumbering::Decimal).into(),
        Role::List(false) => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column)
            .with_col_span(Some(NonZeroU32::MIN))
            .into(),
        Role::Cell => Tag::TD.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
    }
}
