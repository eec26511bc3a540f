//! As much HTML as `index.html` needs: its tags, their attributes and where they stand.

use std::ops::Range;

/// One start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// From `<` to behind `>`.
    pub range: Range<usize>,
    /// Lower case.
    pub name: String,
    /// Names in lower case; values without quotes, empty when there is none.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute that is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// All start tags outside comments, scripts and styles, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = read_tag(html, start);
            at = tag.range.end;
            if matches!(tag.name.as_str(), "script" | "style") {
                at += content(html, &tag).len();
            }
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

/// The text between a `script` or `style` tag and its end tag.
pub fn content<'a>(html: &'a str, tag: &Tag) -> &'a str {
    let rest = &html[tag.range.end..];
    let end = rest.to_ascii_lowercase().find(&format!("</{}", tag.name)).unwrap_or(rest.len());
    &rest[..end]
}

/// What a content security policy without `'unsafe-inline'` would block, one line each.
pub fn inline_code(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in tags(html) {
        let name = &tag.name;
        // Data blocks, such as JSON, are not run.
        let runs = tag
            .attribute("type")
            .is_none_or(|kind| kind.is_empty() || kind == "module" || kind.contains("javascript"));
        match name.as_str() {
            "script" if tag.attribute("src").is_none() && runs => found.push("an inline <script>".to_owned()),
            "style" => found.push("a <style> element".to_owned()),
            _ => {}
        }
        for (key, value) in &tag.attributes {
            if key == "style" || key.starts_with("on") {
                found.push(format!("the attribute {key} on <{name}>"));
            } else if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                found.push(format!("a javascript: address in {key} on <{name}>"));
            }
        }
    }
    found
}

fn read_tag(html: &str, start: usize) -> Tag {
    let mut rest = Cursor { text: html, at: start + 1 };
    let name = rest.take_while(|c| !c.is_whitespace() && c != '>' && c != '/').to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        rest.take_while(|c| c.is_whitespace() || c == '/');
        if rest.skip('>') || rest.text.len() == rest.at {
            break;
        }
        let key =
            rest.take_while(|c| !c.is_whitespace() && !matches!(c, '=' | '>' | '/')).to_ascii_lowercase();
        rest.take_while(char::is_whitespace);
        let value = if rest.skip('=') { read_value(&mut rest).to_owned() } else { String::new() };
        attributes.push((key, value));
    }
    Tag { range: start..rest.at, name, attributes }
}

fn read_value<'a>(rest: &mut Cursor<'a>) -> &'a str {
    rest.take_while(char::is_whitespace);
    for quote in ['"', '\''] {
        if rest.skip(quote) {
            let value = rest.take_while(|c| c != quote);
            rest.skip(quote);
            return value;
        }
    }
    rest.take_while(|c| !c.is_whitespace() && c != '>')
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn skip(&mut self, wanted: char) -> bool {
        let there = self.text[self.at..].starts_with(wanted);
        self.at += if there { wanted.len_utf8() } else { 0 };
        there
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_every_spelling() {
        let html = r#"<!doctype html><!-- <p id=no> --><LINK rel=stylesheet href='./a b.css' Crossorigin/><p>1 < 2</p>"#;
        let tags = tags(html);
        assert_eq!(tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["link", "p"]);
        assert_eq!(tags[0].attribute("rel"), Some("stylesheet"));
        assert_eq!(tags[0].attribute("href"), Some("./a b.css"));
        assert_eq!(tags[0].attribute("crossorigin"), Some(""));
        assert_eq!(tags[0].attribute("type"), None);
        assert_eq!(&html[tags[0].range.clone()], "<LINK rel=stylesheet href='./a b.css' Crossorigin/>");
    }

    #[test]
    fn scripts_are_not_searched_for_tags() {
        let tags = tags("<script src=x.js></script><script type=module>if (a <b) '<i>'</script><b>");
        assert_eq!(tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["script", "script", "b"]);
    }

    #[test]
    fn inline_code_is_found() {
        let clean = r#"<script src="./boot.js" type=module></script><script type="application/json">{}</script>
            <link rel="stylesheet" href="a.css"><p class="style">onclick=1</p>"#;
        assert!(inline_code(clean).is_empty());
        let dirty = r#"<script type="module">init()</script><script>1</script><style>p{}</style>
            <p style="color:red" onclick=go()><a href=" JavaScript:go()">x</a>"#;
        assert_eq!(inline_code(dirty).len(), 6);
    }

    #[test]
    fn unfinished_input_ends() {
        for html in ["<", "<a", "<a b", "<a b=", "<a b='", "<script", "<script>", "<!--", "</"] {
            tags(html);
        }
    }
}
