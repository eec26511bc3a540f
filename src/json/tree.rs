//! A document as lines that open and close.

use std::collections::{BTreeMap, BTreeSet};

use super::{Doc, Id};

/// Values of a container shown at first, and at least as many more each time.
const FIRST: usize = 100;

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A value that has nothing inside.
    Leaf,
    Closed,
    Open,
    /// So many values of the container are not shown yet.
    More(usize),
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The value; for [`What::More`] the container.
    pub id: Id,
    /// 0 for the whole.
    pub depth: usize,
    pub what: What,
    /// Place among its siblings, from 1, and how many they are.
    pub place: (usize, usize),
}

/// What is open in a document. Pure: the lines follow from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    open: BTreeSet<Id>,
    /// Values shown of a container, where more than the first.
    shown: BTreeMap<Id, usize>,
}

impl Tree {
    /// Opens from the outside in as long as that shows no more than `lines` lines; the whole is always open.
    pub fn opened(doc: &Doc, lines: usize) -> Self {
        let mut tree = Self::default();
        let (mut level, mut used) = (vec![0], 1);
        while !level.is_empty() {
            let more: usize = level.iter().map(|id| doc.children_count(*id).min(FIRST)).sum();
            if used + more > lines && !tree.open.is_empty() {
                break;
            }
            used += more;
            tree.open.extend(level.iter().copied());
            let below = level.iter().flat_map(|id| doc.children(*id).take(FIRST));
            level = below.filter(|id| doc.children_count(*id) > 0).collect();
        }
        tree
    }

    /// Opens or closes a container.
    pub fn toggle(&mut self, id: Id) {
        if !self.open.remove(&id) {
            self.open.insert(id);
        }
    }

    /// Opens a container.
    pub fn open(&mut self, id: Id) {
        self.open.insert(id);
    }

    /// Closes a container.
    pub fn close(&mut self, id: Id) {
        self.open.remove(&id);
    }

    /// Shows more values of a container: ten times as many.
    pub fn show_more(&mut self, id: Id) {
        let shown = self.shown.entry(id).or_insert(FIRST);
        *shown = shown.saturating_mul(10);
    }

    /// The lines to show, from the top.
    pub fn lines(&self, doc: &Doc) -> Vec<Line> {
        let mut lines = Vec::new();
        self.push(doc, 0, 0, (1, 1), &mut lines);
        lines
    }

    fn push(&self, doc: &Doc, id: Id, depth: usize, place: (usize, usize), lines: &mut Vec<Line>) {
        let count = doc.children_count(id);
        let is_open = count > 0 && self.open.contains(&id);
        let what = match (count, is_open) {
            (0, _) => What::Leaf,
            (_, true) => What::Open,
            (_, false) => What::Closed,
        };
        lines.push(Line { id, depth, what, place });
        if !is_open {
            return;
        }
        let shown = self.shown.get(&id).copied().unwrap_or(FIRST);
        for (i, child) in doc.children(id).take(shown).enumerate() {
            self.push(doc, child, depth + 1, (i + 1, count), lines);
        }
        if count > shown {
            let what = What::More(count - shown);
            lines.push(Line { id, depth: depth + 1, what, place: (count, count) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(doc: &Doc, tree: &Tree) -> Vec<String> {
        let line = |l: &Line| format!("{}{}:{:?}", " ".repeat(l.depth), l.id, l.what);
        tree.lines(doc).iter().map(line).collect()
    }

    #[test]
    fn opens_and_closes() {
        let doc = Doc::parse(r#"{"a":{"b":1},"c":[],"d":2}"#.into()).unwrap();
        let mut tree = Tree::opened(&doc, 4);
        assert_eq!(shown(&doc, &tree), ["0:Open", " 1:Closed", " 3:Leaf", " 4:Leaf"]);
        tree.open(1);
        assert_eq!(shown(&doc, &tree), ["0:Open", " 1:Open", "  2:Leaf", " 3:Leaf", " 4:Leaf"]);
        tree.toggle(0);
        assert_eq!(shown(&doc, &tree), ["0:Closed"]);
        assert_eq!(Tree::opened(&doc, 100).lines(&doc).len(), 5, "small ones open whole");
    }

    #[test]
    fn a_long_list_shows_its_head_first() {
        let text = format!("[{}]", vec!["0"; 2500].join(","));
        let doc = Doc::parse(text.as_str().into()).unwrap();
        let mut tree = Tree::opened(&doc, 50);
        let lines = tree.lines(&doc);
        assert_eq!((lines.len(), lines[101].what, lines[101].id), (102, What::More(2400), 0));
        tree.show_more(0);
        assert_eq!(tree.lines(&doc).last().unwrap().what, What::More(1500));
        tree.show_more(0);
        let last = *tree.lines(&doc).last().unwrap();
        assert_eq!((last.what, last.place), (What::Leaf, (2500, 2500)));
    }
}
