//! A document written out with line breaks and indentation.

use super::{Doc, Id, Kind};

/// The text of a document with one value per line. Numbers and strings stay as they were written.
pub fn pretty(doc: &Doc) -> String {
    let mut out = String::with_capacity(doc.source().len() * 2);
    // The containers being written, each with the values it still has to write.
    let mut open: Vec<(Id, Vec<Id>)> = Vec::new();
    write(doc, 0, &mut out, &mut open);
    while let Some((id, left)) = open.last_mut() {
        let id = *id;
        let is_first = left.len() == doc.children_count(id);
        let next = left.pop();
        if next.is_some() && !is_first {
            out.push(',');
        }
        let depth = if next.is_some() { open.len() } else { open.len() - 1 };
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
        match next {
            Some(child) => {
                if let Some(key) = doc.key(child) {
                    push_quoted(&key, &mut out);
                    out.push_str(": ");
                }
                write(doc, child, &mut out, &mut open);
            }
            None => {
                out.push(if doc.kind(id) == Kind::Object { '}' } else { ']' });
                open.pop();
            }
        }
    }
    out
}

fn write(doc: &Doc, id: Id, out: &mut String, open: &mut Vec<(Id, Vec<Id>)>) {
    let kind = doc.kind(id);
    if kind.is_container() && doc.children_count(id) > 0 {
        out.push(if kind == Kind::Object { '{' } else { '[' });
        let mut children: Vec<Id> = doc.children(id).collect();
        children.reverse();
        open.push((id, children));
    } else if kind.is_container() {
        out.push_str(if kind == Kind::Object { "{}" } else { "[]" });
    } else {
        out.push_str(doc.raw(id));
    }
}

fn push_quoted(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_per_line() {
        let doc = Doc::parse(r#"{"b":[1.50,{"x":[]}],"a":"\u8ba2","e":{}}"#.into()).unwrap();
        let expected = "{\n  \"b\": [\n    1.50,\n    {\n      \"x\": []\n    }\n  ],\n  \"a\": \"\\u8ba2\",\n  \"e\": {}\n}";
        assert_eq!(pretty(&doc), expected);
        assert_eq!(pretty(&Doc::parse(" 7 ".into()).unwrap()), "7");
    }
}
