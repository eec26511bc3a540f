//! Saving what a page shows as a file.

use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Media type of [`csv`].
pub const CSV: &str = "text/csv;charset=utf-8";

/// One value of a CSV row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(i128),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(value: bool) -> Self {
        Self::Text(value.to_string())
    }
}

impl From<u32> for Cell {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<u64> for Cell {
    fn from(value: u64) -> Self {
        Self::Number(value.into())
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

/// A CSV file (RFC 4180) with a byte-order mark, without which spreadsheets garble Chinese.
pub fn csv(header: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> String {
    let mut out = String::from("\u{feff}");
    push_line(&mut out, header.iter().map(|name| (*name).into()));
    for row in rows {
        push_line(&mut out, row.into_iter());
    }
    out
}

fn push_line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        match cell {
            Cell::Number(n) => out.push_str(&n.to_string()),
            Cell::Text(text) => push_text(out, &text),
        }
    }
    out.push_str("\r\n");
}

/// A text that begins like a formula gets a quote in front: a spreadsheet would run it.
fn push_text(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !text.contains([',', '"', '\r', '\n']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// Hands the user a file. Nothing happens where the browser forbids downloads.
pub fn save(name: &str, media_type: &str, content: &str) {
    let parts = js_sys::Array::of1(&content.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    let link = leptos::prelude::document().create_element("a");
    if let Ok(link) = link.map(|a| a.unchecked_into::<HtmlAnchorElement>()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The download has taken its own hold of the data by the time the click returns.
    let _ = Url::revoke_object_url(&url);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: Vec<Cell>) -> String {
        csv(&[], std::iter::once(cells)).trim_start_matches("\u{feff}\r\n").to_owned()
    }

    #[test]
    fn quotes_what_needs_it() {
        assert_eq!(line(vec!["a".into(), 3_u32.into(), true.into()]), "a,3,true\r\n");
        assert_eq!(line(vec!["a,\"b\"\nc".into()]), "\"a,\"\"b\"\"\nc\"\r\n");
    }

    #[test]
    fn a_formula_stays_text_and_a_negative_number_a_number() {
        assert_eq!(line(vec!["=1+1".into(), (-1_i64).into()]), "\"'=1+1\",-1\r\n");
    }
}
