//! A JSON text taken apart without copying it.

use std::borrow::Cow;
use std::sync::Arc;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

impl Kind {
    /// Whether it can have values inside.
    pub const fn is_container(self) -> bool {
        matches!(self, Self::Object | Self::Array)
    }
}

/// Number of a value in its document, in the order of the text; 0 is the whole.
pub type Id = u32;

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Byte position.
    pub at: usize,
}

/// Deeper nesting is refused: no real message has it.
const DEEPEST: usize = 512;
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Node {
    kind: Kind,
    start: u32,
    end: u32,
    /// The key with its quotes; `NONE` outside objects.
    key: (u32, u32),
    parent: u32,
    /// The first value after this one and all inside it.
    next: Id,
    children: u32,
}

/// A JSON text and where its values are. Cheap to share behind an `Arc`.
pub struct Doc {
    text: Arc<str>,
    nodes: Vec<Node>,
}

impl Doc {
    /// Takes `text` apart.
    ///
    /// # Errors
    /// [`NotJson`] at the first place that no JSON text can have; texts of 4 GB and more are refused at 0.
    pub fn parse(text: Arc<str>) -> Result<Self, NotJson> {
        if u32::try_from(text.len()).is_err() {
            return Err(NotJson { at: 0 });
        }
        let mut parser = Parser { bytes: text.as_bytes(), at: 0, nodes: Vec::new(), open: Vec::new() };
        parser.document()?;
        let nodes = parser.nodes;
        Ok(Self { text, nodes })
    }

    /// The text it was read from.
    pub fn source(&self) -> &Arc<str> {
        &self.text
    }

    /// How many values there are, the containers included.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    /// What a value is; `Null` for a number that is not in the document.
    pub fn kind(&self, id: Id) -> Kind {
        self.node(id).map_or(Kind::Null, |n| n.kind)
    }

    /// How many values a container holds directly.
    pub fn children_count(&self, id: Id) -> usize {
        self.node(id).map_or(0, |n| n.children as usize)
    }

    /// The first value that does not belong to `id` or anything inside it.
    pub fn end_of(&self, id: Id) -> Id {
        self.node(id).map_or(0, |n| n.next)
    }

    /// The container of a value.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.node(id).map(|n| n.parent).filter(|p| *p != NONE)
    }

    /// The values directly inside a container.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.end_of(id);
        let first = Some(id + 1).filter(|first| *first < end);
        std::iter::successors(first, move |id| {
            Some(self.end_of(*id)).filter(|next| *next < end && *next > *id)
        })
    }

    /// The name of a member of an object, escapes resolved.
    pub fn key(&self, id: Id) -> Option<Cow<'_, str>> {
        let (start, end) = self.node(id)?.key;
        (start != NONE).then(|| unescape(self.slice(start, end)))
    }

    /// A value as it stands in the text.
    pub fn raw(&self, id: Id) -> &str {
        self.node(id).map_or("", |n| self.slice(n.start, n.end))
    }

    /// A string without quotes and escapes; anything else as it stands in the text.
    pub fn text(&self, id: Id) -> Cow<'_, str> {
        match self.kind(id) {
            Kind::String => unescape(self.raw(id)),
            _ => Cow::Borrowed(self.raw(id)),
        }
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    /// The containers around the current place.
    open: Vec<Id>,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), NotJson> {
        self.value((NONE, NONE))?;
        while let Some(top) = self.open.last().copied() {
            let (kind, empty) =
                self.nodes.get(top as usize).map_or((Kind::Null, true), |n| (n.kind, n.children == 0));
            self.space();
            match self.peek() {
                Some(b'}') if kind == Kind::Object => self.close(top),
                Some(b']') if kind == Kind::Array => self.close(top),
                Some(b',') if !empty => {
                    self.at += 1;
                    self.member(kind)?;
                }
                Some(_) if empty => self.member(kind)?,
                _ => return self.fail(),
            }
        }
        self.space();
        if self.at == self.bytes.len() { Ok(()) } else { self.fail() }
    }

    fn member(&mut self, of: Kind) -> Result<(), NotJson> {
        if of != Kind::Object {
            return self.value((NONE, NONE));
        }
        self.space();
        let start = self.at;
        self.string()?;
        let key = (start as u32, self.at as u32);
        self.space();
        self.expect(b':')?;
        self.value(key)
    }

    fn value(&mut self, key: (u32, u32)) -> Result<(), NotJson> {
        self.space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't') => Kind::True,
            Some(b'f') => Kind::False,
            Some(b'n') => Kind::Null,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ => return self.fail(),
        };
        match kind {
            Kind::Object | Kind::Array => self.at += 1,
            Kind::String => self.string()?,
            Kind::Number => self.number()?,
            Kind::True => self.word(b"true")?,
            Kind::False => self.word(b"false")?,
            Kind::Null => self.word(b"null")?,
        }
        let id = self.nodes.len() as Id;
        let parent = self.open.last().copied().unwrap_or(NONE);
        if let Some(parent) = self.nodes.get_mut(parent as usize) {
            parent.children += 1;
        }
        let (start, end) = (start as u32, self.at as u32);
        self.nodes.push(Node { kind, start, end, key, parent, next: id + 1, children: 0 });
        if kind.is_container() {
            if self.open.len() >= DEEPEST {
                return self.fail();
            }
            self.open.push(id);
        }
        Ok(())
    }

    fn close(&mut self, id: Id) {
        self.at += 1;
        self.open.pop();
        let (next, end) = (self.nodes.len() as Id, self.at as u32);
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.next = next;
            node.end = end;
        }
    }

    fn string(&mut self) -> Result<(), NotJson> {
        self.expect(b'"')?;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
                        Some(b'u') => {
                            let digits = self.bytes.get(self.at + 1..self.at + 5);
                            if !digits.is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit)) {
                                return self.fail();
                            }
                            self.at += 5;
                        }
                        _ => return self.fail(),
                    }
                }
                Some(0x20..) => self.at += 1,
                _ => return self.fail(),
            }
        }
        self.at += 1;
        Ok(())
    }

    fn number(&mut self) -> Result<(), NotJson> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { self.fail() }
    }

    fn word(&mut self, word: &[u8]) -> Result<(), NotJson> {
        if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            self.at += word.len();
            Ok(())
        } else {
            self.fail()
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), NotJson> {
        if self.peek() != Some(byte) {
            return self.fail();
        }
        self.at += 1;
        Ok(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn fail(&self) -> Result<(), NotJson> {
        Err(NotJson { at: self.at })
    }
}

/// A quoted string without quotes and escapes. A lone half of a surrogate pair becomes U+FFFD.
fn unescape(quoted: &str) -> Cow<'_, str> {
    let inner = quoted.strip_prefix('"').and_then(|s| s.strip_suffix('"')).unwrap_or(quoted);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        rest = resolve(after, &mut out);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Writes what the escape at the start of `text` (after the backslash) means; what follows it.
fn resolve<'t>(text: &'t str, out: &mut String) -> &'t str {
    let Some(kind) = text.chars().next() else { return text };
    let rest = text.get(kind.len_utf8()..).unwrap_or_default();
    match kind {
        'b' => out.push('\u{8}'),
        'f' => out.push('\u{c}'),
        'n' => out.push('\n'),
        'r' => out.push('\r'),
        't' => out.push('\t'),
        'u' => {
            let Some(first) = unit(rest) else { return rest };
            let rest = rest.get(4..).unwrap_or_default();
            let second = rest.strip_prefix("\\u").and_then(unit);
            let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
            return match (pair, char::from_u32(first.into())) {
                (_, Some(whole)) => {
                    out.push(whole);
                    rest
                }
                (Some(pair), None) => {
                    out.push(pair);
                    rest.get(6..).unwrap_or_default()
                }
                (None, None) => {
                    out.push('\u{fffd}');
                    rest
                }
            };
        }
        other => out.push(other),
    }
    rest
}

fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doc(text: &str) -> Doc {
        Doc::parse(text.into()).expect(text)
    }

    #[test]
    fn keeps_order_repeats_and_numbers_as_written() {
        let d = doc(r#" {"z": 1.10, "a": 12345678901234567890123, "z": [true, null, "x"]} "#);
        assert_eq!(d.children_count(0), 3);
        let members: Vec<(String, String)> =
            d.children(0).map(|id| (d.key(id).unwrap().into_owned(), d.raw(id).to_owned())).collect();
        let expected = [("z", "1.10"), ("a", "12345678901234567890123"), ("z", r#"[true, null, "x"]"#)];
        assert_eq!(members, expected.map(|(k, v)| (k.to_owned(), v.to_owned())));
        let list = d.children(0).nth(2).unwrap();
        assert_eq!(
            d.children(list).map(|id| d.kind(id)).collect::<Vec<_>>(),
            [Kind::True, Kind::Null, Kind::String]
        );
        assert_eq!(d.parent(list), Some(0));
    }

    #[test]
    fn escapes_are_resolved_when_read() {
        let d = doc(r#"{"a\"b":"\u8ba2\u5355 \ud83d\ude00 \n\/ \ud800x"}"#);
        let id = d.children(0).next().unwrap();
        assert_eq!(d.key(id).unwrap(), "a\"b");
        assert_eq!(d.text(id), "订单 😀 \n/ \u{fffd}x");
    }

    #[test]
    fn agrees_with_serde_on_what_is_json() {
        let texts = [
            "",
            " ",
            "{}",
            "[]",
            "[1,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "[1 2]",
            "nul",
            "nullx",
            "01",
            "-",
            "-0",
            "1.",
            "1e",
            "1e+5",
            "\"\\x\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "\"open",
            "[",
            "]",
            "{\"a\":1}}",
            "[[[]]]",
            "true false",
            "+1",
            ".5",
            "\"\u{7f}订\"",
            "{\"a\":{\"b\":[{}]}}",
            "'a'",
            "[\"\\ud83d\\ude00\"]",
        ];
        for text in texts {
            let ours = Doc::parse(text.into()).is_ok();
            let theirs = serde_json::from_str::<serde_json::Value>(text).is_ok();
            assert_eq!(ours, theirs, "{text:?}");
        }
    }

    #[test]
    fn says_where_it_stops_being_json() {
        assert_eq!(Doc::parse("{\"a\": oops}".into()).err(), Some(NotJson { at: 6 }));
        let deep = "[".repeat(100_000);
        assert!(Doc::parse(deep.as_str().into()).is_err(), "no stack overflow either");
    }
}
