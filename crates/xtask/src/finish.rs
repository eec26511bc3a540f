//! From Trunk's output to what is served: one style sheet, no inline code, compressed copies beside the files.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::compress;
use crate::html::{self, Tag};
use crate::project::read;

/// Does all of it, in place.
pub fn finish(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = join_style_sheets(dist, &read(&page)?)?;
    let inline = html::inline_code(&html);
    ensure!(
        inline.is_empty(),
        "index.html has what the content security policy blocks: {}",
        inline.join(", ")
    );
    write(&page, &html)?;
    compress::all(&files(dist)?)
}

/// Puts the style sheets of the page into one file: they compress better together and cost one request.
fn join_style_sheets(dist: &Path, html: &str) -> Result<String> {
    let (page, names) = without_style_sheets(html);
    if names.len() < 2 {
        return Ok(html.to_owned());
    }
    let mut css = String::new();
    for name in &names {
        let sheet = read(&dist.join(name))?;
        ensure!(
            !sheet.contains("@import"),
            "{name} has an @import: give that file its own link in index.html"
        );
        css.push_str(&sheet);
        css.push('\n');
    }
    for name in &names {
        fs::remove_file(dist.join(name)).with_context(|| format!("cannot remove {name}"))?;
    }
    let joined = format!("style-{:016x}.css", hash([css.as_bytes()]));
    write(&dist.join(&joined), &css)?;
    let link = format!(r#"<link rel="stylesheet" href="./{joined}">"#);
    Ok(page.replacen(PLACE, &link, 1))
}

/// A character that no page has.
const PLACE: &str = "\u{1}";

/// The page with [`PLACE`] in place of its first style sheet and without the others, and their file names.
fn without_style_sheets(html: &str) -> (String, Vec<String>) {
    let mut page = String::new();
    let mut names = Vec::new();
    let mut at = 0;
    for tag in html::tags(html) {
        let Some(name) = own_style_sheet(&tag) else { continue };
        page.push_str(&html[at..tag.range.start]);
        if names.is_empty() {
            page.push_str(PLACE);
        }
        names.push(name.to_owned());
        at = tag.range.end;
    }
    page.push_str(&html[at..]);
    (page, names)
}

fn own_style_sheet(tag: &Tag) -> Option<&str> {
    let is_sheet =
        tag.name == "link" && tag.attribute("rel") == Some("stylesheet") && tag.attribute("media").is_none();
    tag.attribute("href").filter(|_| is_sheet)?.strip_prefix("./")
}

/// The files below a folder, sorted.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| format!("cannot list {}", dir.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Names content; not meant to resist anyone.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_cut_out_in_order() {
        let html = r#"<head><link rel=icon href=./i.svg><link rel="stylesheet" href="./a-1.css"/>
<link rel=stylesheet href=./b-2.css><link rel=stylesheet href=https://else.where/c.css></head>"#;
        let (page, names) = without_style_sheets(html);
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(
            page,
            "<head><link rel=icon href=./i.svg>\u{1}\n<link rel=stylesheet href=https://else.where/c.css></head>"
        );
    }

    #[test]
    fn hash_tells_where_parts_end() {
        assert_ne!(hash([b"ab".as_slice(), b"c"]), hash([b"a".as_slice(), b"bc"]));
    }
}
