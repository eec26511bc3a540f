//! What a body seems to be. Pure.

use std::sync::Arc;

use crate::json::{Doc, Kind};

/// The form of a text or of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Empty,
    /// An object or a list.
    Json,
    /// XML or HTML.
    Markup,
    Text,
    /// Not for reading.
    Binary,
}

/// What is known of a body beyond its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Bytes that are no UTF-8 were replaced before the text came here: it cannot be restored.
    Damaged,
    /// Starts like a record written with a schema registry, with this schema id.
    Schema(u32),
    /// Base64 of something of this form.
    Base64(Form),
    /// Starts like a compressed file of this kind.
    Compressed(&'static str),
}

/// A body with what was found out about it.
#[derive(Clone)]
pub struct Content {
    /// The text; for bytes that are no UTF-8 with replacements.
    pub text: Arc<str>,
    /// The bytes: those of the text, or those that Base64 stood for.
    pub bytes: Arc<[u8]>,
    pub form: Form,
    pub remark: Option<Remark>,
    /// The text taken apart, where it is JSON.
    pub doc: Option<Arc<Doc>>,
}

impl Content {
    /// Looks at a text.
    pub fn of_text(text: Arc<str>) -> Self {
        let bytes: Arc<[u8]> = Arc::clone(&text).into();
        let damaged = text.contains('\u{fffd}').then_some(Remark::Damaged);
        let (form, doc) = form_of(&text);
        let remark = schema(&bytes).or(damaged).or_else(|| match form {
            Form::Text => base64(&text).map(|inner| match compression(&inner) {
                Some(_) => Remark::Base64(Form::Binary),
                None => Remark::Base64(Self::of_bytes(&inner).form),
            }),
            _ => None,
        });
        // Eight characters or a word are Base64 by accident.
        let remark =
            remark.filter(|r| !matches!(r, Remark::Base64(Form::Binary | Form::Empty)) || text.len() >= 40);
        Self { text, bytes, form, remark, doc }
    }

    /// Looks at bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                let text: Arc<str> = text.into();
                let (form, doc) = form_of(&text);
                Self { remark: schema(&bytes), text, bytes, form, doc }
            }
            Err(_) => {
                let remark = schema(&bytes).or_else(|| compression(&bytes).map(Remark::Compressed));
                let text = String::from_utf8_lossy(&bytes).into();
                Self { text, bytes, form: Form::Binary, remark, doc: None }
            }
        }
    }

    /// What the Base64 text stands for.
    pub fn decoded(&self) -> Option<Self> {
        base64(&self.text).map(|inner| Self::of_bytes(&inner))
    }
}

fn form_of(text: &Arc<str>) -> (Form, Option<Arc<Doc>>) {
    let trimmed = text.trim();
    if text.is_empty() {
        return (Form::Empty, None);
    }
    if trimmed.starts_with(['{', '['])
        && let Ok(doc) = Doc::parse(Arc::clone(text))
        && matches!(doc.kind(0), Kind::Object | Kind::Array)
    {
        return (Form::Json, Some(Arc::new(doc)));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return (Form::Binary, None);
    }
    let markup = trimmed.starts_with('<') && trimmed.ends_with('>');
    (if markup { Form::Markup } else { Form::Text }, None)
}

/// The wire format of schema registries: a zero byte and the number of the schema.
fn schema(bytes: &[u8]) -> Option<Remark> {
    let (head, rest) = bytes.split_at_checked(5)?;
    let [0, a, b, c, d] = head else { return None };
    (!rest.is_empty()).then(|| Remark::Schema(u32::from_be_bytes([*a, *b, *c, *d])))
}

fn compression(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 4] = [
        (&[0x1f, 0x8b], "gzip"),
        (&[0x28, 0xb5, 0x2f, 0xfd], "zstd"),
        (&[0x04, 0x22, 0x4d, 0x18], "lz4"),
        (b"PK\x03\x04", "zip"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

/// What a text stands for if all of it is Base64, in the usual or the URL alphabet.
fn base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if digits.len() < 8
        || digits.len() % 4 == 1
        || padding > 2
        || (padding > 0 && !text.len().is_multiple_of(4))
    {
        return None;
    }
    let mut out = Vec::with_capacity(digits.len() * 3 / 4);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in digits.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> (Form, Option<Remark>) {
        let content = Content::of_text(text.into());
        (content.form, content.remark)
    }

    #[test]
    fn forms_are_told_apart() {
        assert_eq!(seen(""), (Form::Empty, None));
        assert_eq!(seen(" {\"a\": 1}\n"), (Form::Json, None));
        assert_eq!(seen("[1, 2"), (Form::Text, None));
        assert_eq!(seen("17"), (Form::Text, None));
        assert_eq!(seen("<order id=\"1\"/>"), (Form::Markup, None));
        assert_eq!(seen("订单 no. 7\r\n\tline two"), (Form::Text, None));
        assert_eq!(seen("a\u{1}b"), (Form::Binary, None));
    }

    #[test]
    fn what_the_service_has_replaced_is_said() {
        assert_eq!(seen("caf\u{fffd}"), (Form::Text, Some(Remark::Damaged)));
    }

    #[test]
    fn records_of_a_schema_registry_are_recognised() {
        assert_eq!(seen("\0\0\0\u{1}\u{2}hello"), (Form::Binary, Some(Remark::Schema(258))));
        assert_eq!(seen("\0\0\0\u{1}\u{2}"), (Form::Binary, None));
    }

    #[test]
    fn base64_is_recognised_and_undone() {
        // {"city": "Oslo"}
        let text = "eyJjaXR5IjogIk9zbG8ifQ==";
        assert_eq!(seen(text), (Form::Text, Some(Remark::Base64(Form::Json))));
        let inner = Content::of_text(text.into()).decoded().unwrap();
        assert_eq!((&*inner.text, inner.form), ("{\"city\": \"Oslo\"}", Form::Json));
        assert_eq!(seen("checkout"), (Form::Text, None), "a word is not Base64");
        assert_eq!(seen("order-12345"), (Form::Text, None));
        let gzip = "H4sIAAAAAAAAA6tWSs4sqVSyUvLPKc5XqgUAhFVnzBAAAAA=";
        assert_eq!(seen(gzip), (Form::Text, Some(Remark::Base64(Form::Binary))));
        let inner = Content::of_text(gzip.into()).decoded().unwrap();
        assert_eq!((inner.form, inner.remark), (Form::Binary, Some(Remark::Compressed("gzip"))));
    }
}
