//! Paths to values: the part of JSONPath that people type.
//!
//! `$.order.items[0].sku`, `order.items[*].sku`, `$..sku`, `$['odd name'][-1]`. The `$` may be left out.

use super::{Doc, Id, Kind};

/// A path, ready to be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    /// Counted from the end where negative.
    Index(i64),
    /// Every value inside.
    All,
    /// The value itself and everything below it.
    Deep,
}

/// Where a path cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadPath {
    /// Position in characters, from 0.
    pub at: usize,
}

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    /// [`BadPath`] at the first character that makes no sense.
    pub fn parse(text: &str) -> Result<Self, BadPath> {
        let chars: Vec<char> = text.trim().chars().collect();
        let mut reader = Reader { chars: &chars, at: 0 };
        let steps = reader.steps()?;
        Ok(Self { steps })
    }

    /// The values that the path leads to, at most `most`.
    pub fn find(&self, doc: &Doc, most: usize) -> Vec<Id> {
        let mut found = Vec::new();
        walk(doc, 0, &self.steps, most, &mut found);
        found
    }
}

fn walk(doc: &Doc, id: Id, steps: &[Step], most: usize, found: &mut Vec<Id>) {
    if found.len() >= most {
        return;
    }
    let Some((step, rest)) = steps.split_first() else {
        found.push(id);
        return;
    };
    match step {
        Step::Key(name) if doc.kind(id) == Kind::Object => {
            // The last of repeated members is the one that other programs see.
            let member = doc
                .children(id)
                .filter(|child| doc.key(*child).is_some_and(|key| key == name.as_str()))
                .last();
            member.iter().for_each(|child| walk(doc, *child, rest, most, found));
        }
        Step::Index(index) if doc.kind(id) == Kind::Array => {
            let from_end = i64::try_from(doc.children_count(id)).unwrap_or(i64::MAX);
            let at = if *index < 0 { index + from_end } else { *index };
            let child = usize::try_from(at).ok().and_then(|at| doc.children(id).nth(at));
            child.iter().for_each(|child| walk(doc, *child, rest, most, found));
        }
        Step::All => doc.children(id).for_each(|child| walk(doc, child, rest, most, found)),
        // The values below follow each other in the document.
        Step::Deep => (id..doc.end_of(id)).for_each(|below| walk(doc, below, rest, most, found)),
        Step::Key(_) | Step::Index(_) => {}
    }
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn steps(&mut self) -> Result<Vec<Step>, BadPath> {
        let mut steps = Vec::new();
        if self.peek() == Some('$') {
            self.at += 1;
        } else if self.peek().is_some_and(|c| c != '.' && c != '[') {
            steps.push(self.name()?);
        }
        while let Some(c) = self.peek() {
            match c {
                '.' => {
                    self.at += 1;
                    if self.peek() == Some('.') {
                        self.at += 1;
                        steps.push(Step::Deep);
                        if self.peek() == Some('[') {
                            continue;
                        }
                    }
                    steps.push(self.name()?);
                }
                '[' => steps.push(self.brackets()?),
                _ => return self.fail(),
            }
        }
        Ok(steps)
    }

    fn name(&mut self) -> Result<Step, BadPath> {
        let start = self.at;
        while self.peek().is_some_and(|c| c != '.' && c != '[') {
            self.at += 1;
        }
        let name: String = self.chars.get(start..self.at).unwrap_or_default().iter().collect();
        match name.as_str() {
            "" => self.fail(),
            "*" => Ok(Step::All),
            _ => Ok(Step::Key(name)),
        }
    }

    fn brackets(&mut self) -> Result<Step, BadPath> {
        self.at += 1;
        let step = match self.peek() {
            Some(quote @ ('\'' | '"')) => Step::Key(self.quoted(quote)?),
            Some('*') => {
                self.at += 1;
                Step::All
            }
            _ => self.index()?,
        };
        if self.peek() != Some(']') {
            return self.fail();
        }
        self.at += 1;
        Ok(step)
    }

    fn quoted(&mut self, quote: char) -> Result<String, BadPath> {
        let mut name = String::new();
        loop {
            self.at += 1;
            match self.peek() {
                Some(c) if c == quote => break,
                Some('\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some(c) => name.push(c),
                        None => return self.fail(),
                    }
                }
                Some(c) => name.push(c),
                None => return self.fail(),
            }
        }
        self.at += 1;
        Ok(name)
    }

    fn index(&mut self) -> Result<Step, BadPath> {
        let start = self.at;
        while self.peek().is_some_and(|c| c == '-' || c.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars.get(start..self.at).unwrap_or_default().iter().collect();
        digits.parse().map(Step::Index).map_err(|_| BadPath { at: start })
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn fail<T>(&self) -> Result<T, BadPath> {
        Err(BadPath { at: self.at })
    }
}

/// The path that leads to one value of a document.
pub fn path_of(doc: &Doc, id: Id) -> String {
    let mut steps = Vec::new();
    let mut here = id;
    while let Some(parent) = doc.parent(here) {
        steps.push(match doc.key(here) {
            Some(key) => member(&key),
            None => format!("[{}]", doc.children(parent).position(|child| child == here).unwrap_or_default()),
        });
        here = parent;
    }
    steps.push("$".to_owned());
    steps.iter().rev().map(String::as_str).collect()
}

fn member(key: &str) -> String {
    let plain = key != "*" && !key.is_empty() && !key.contains(['.', '[', ']', '\'', '"', '\\', ' ', '$']);
    if plain {
        return format!(".{key}");
    }
    format!("['{}']", key.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: &str = r#"{"id": 7, "city": "Oslo", "items": [{"sku": "A", "n": 1}, {"sku": "B", "n": 2}],
        "odd name": {"it's": true}, "nested": {"sku": "C"}, "id": 8}"#;

    fn found(path: &str) -> Vec<String> {
        let doc = Doc::parse(ORDER.into()).unwrap();
        let path = Path::parse(path).expect(path);
        path.find(&doc, 100).into_iter().map(|id| doc.text(id).into_owned()).collect()
    }

    #[test]
    fn leads_to_what_people_mean() {
        assert_eq!(found("$.city"), ["Oslo"]);
        assert_eq!(found("city"), ["Oslo"]);
        assert_eq!(found("items[1].sku"), ["B"]);
        assert_eq!(found("$.items[-1].sku"), ["B"]);
        assert_eq!(found("items[*].n"), ["1", "2"]);
        assert_eq!(found("$..sku"), ["A", "B", "C"]);
        assert_eq!(found("$..[0].sku"), ["A"]);
        assert_eq!(found("$['odd name'][\"it's\"]"), ["true"]);
        assert_eq!(found("nested.*"), ["C"]);
        assert_eq!(found("$").len(), 1);
        assert_eq!(found("items.sku"), Vec::<String>::new());
        assert_eq!(found("items[9]"), Vec::<String>::new());
        assert_eq!(found("id"), ["8"], "as other programs read a repeated member");
    }

    #[test]
    fn says_where_a_path_makes_no_sense() {
        for (path, at) in [("$.", 2), ("a..", 3), ("a[", 2), ("a[x]", 2), ("a['b", 4), ("$x", 1), ("a[1", 3)]
        {
            assert_eq!(Path::parse(path), Err(BadPath { at }), "{path}");
        }
    }

    #[test]
    fn the_path_of_a_value_leads_back_to_it() {
        let doc = Doc::parse(ORDER.into()).unwrap();
        // The first of the two members called "id" is hidden by the second.
        for id in (0..doc.count() as Id).filter(|id| doc.raw(*id) != "7") {
            let path = path_of(&doc, id);
            assert_eq!(Path::parse(&path).expect(&path).find(&doc, 9), [id], "{path}");
        }
    }
}
