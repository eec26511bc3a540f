//! The style sheets: one file that the page begins with, and one that the pages in chunks bring along.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::finish::hash;
use crate::html::{self, Tag};
use crate::project::{read, write};

/// The attribute of a sheet in `index.html` that only pages in chunks need (`src/lazy.rs`).
const LATER: &str = "data-later";
/// A character that no page has.
const PLACE: &str = "\u{1}";

/// Style sheets as they stand in the page.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sheets {
    first: Vec<String>,
    later: Vec<String>,
}

/// Joins the sheets of the page: they compress better together and cost one request. Returns the name of the file with
/// the later ones, which the page does not mention.
///
/// # Errors
/// When a sheet is missing or imports another, or there are none for later.
pub fn join(dist: &Path) -> Result<String> {
    let page = dist.join("index.html");
    let html = read(&page)?;
    let (rest, sheets) = without_style_sheets(&html);
    ensure!(!sheets.later.is_empty(), "index.html has no style sheet with {LATER}");
    let first = join_into(dist, "style", &sheets.first)?;
    let later = join_into(dist, "later", &sheets.later)?;
    let link = format!(r#"<link rel="stylesheet" href="./{first}">"#);
    write(&page, &rest.replacen(PLACE, &link, 1))?;
    Ok(later)
}

/// Puts sheets into one file, whose name begins with `start`.
fn join_into(dist: &Path, start: &str, names: &[String]) -> Result<String> {
    let mut css = String::new();
    for name in names {
        let sheet = read(&dist.join(name))?;
        ensure!(
            !sheet.contains("@import"),
            "{name} has an @import: give that file its own link in index.html"
        );
        css.push_str(&sheet);
        css.push('\n');
    }
    for name in names {
        fs::remove_file(dist.join(name)).with_context(|| format!("cannot remove {name}"))?;
    }
    let joined = format!("{start}-{:016x}.css", hash([css.as_bytes()]));
    write(&dist.join(&joined), &css)?;
    Ok(joined)
}

/// The page with [`PLACE`] in place of its first style sheet and without the others, and their file names.
fn without_style_sheets(html: &str) -> (String, Sheets) {
    let mut page = String::new();
    let mut sheets = Sheets::default();
    let mut at = 0;
    for tag in html::tags(html) {
        let Some(name) = own_style_sheet(&tag) else { continue };
        page.push_str(&html[at..tag.range.start]);
        if at == 0 {
            page.push_str(PLACE);
        }
        let is_later = tag.attribute(LATER).is_some();
        if is_later { &mut sheets.later } else { &mut sheets.first }.push(name.to_owned());
        at = tag.range.end;
    }
    page.push_str(&html[at..]);
    (page, sheets)
}

fn own_style_sheet(tag: &Tag) -> Option<&str> {
    let is_sheet =
        tag.name == "link" && tag.attribute("rel") == Some("stylesheet") && tag.attribute("media").is_none();
    tag.attribute("href").filter(|_| is_sheet)?.strip_prefix("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_cut_out_in_order() {
        let html = r#"<head><link rel=icon href=./i.svg><link rel="stylesheet" href="./a-1.css"/>
<link rel=stylesheet href=./c-3.css data-later><link rel=stylesheet href=./b-2.css><link rel=stylesheet href=https://else.where/c.css></head>"#;
        let (page, sheets) = without_style_sheets(html);
        assert_eq!(sheets.first, ["a-1.css", "b-2.css"]);
        assert_eq!(sheets.later, ["c-3.css"]);
        assert_eq!(
            page,
            "<head><link rel=icon href=./i.svg>\u{1}\n<link rel=stylesheet href=https://else.where/c.css></head>"
        );
    }
}
