//! The path under which the console is served: `/`, or `/portal/dms/` inside a portal.

use std::fmt;
use std::str::FromStr;

/// A path that begins and ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

/// Why a text is no base path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a base path has only letters, digits and -._~ between slashes, as in /portal/dms/")]
pub struct BadBasePath;

impl Default for BasePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BasePath {
    type Err = BadBasePath;

    /// Missing slashes at the ends are added. Characters are restricted so that the path can stand in HTML,
    /// in headers and in URLs without any escaping.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let inner = text.strip_prefix('/').unwrap_or(text);
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if inner.is_empty() {
            return Ok(Self::default());
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        let good = |s: &str| !s.is_empty() && s != "." && s != ".." && s.chars().all(plain);
        if inner.split('/').all(good) { Ok(Self(format!("/{inner}/"))) } else { Err(BadBasePath) }
    }
}

impl BasePath {
    /// The text, with both slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the base in `path`, without a leading slash; `None` outside of the base.
    pub fn strip<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(&self.0)
    }

    /// Whether `path` should be sent on to the base: the root, or the base without its last slash.
    pub fn redirects(&self, path: &str) -> bool {
        self.0 != "/" && (path == "/" || self.0.strip_suffix('/') == Some(path))
    }

    /// `html` with its `<base>` tag pointing here. The console's relative URLs all resolve against that tag.
    pub fn rewrite(&self, html: &str) -> String {
        let tag = format!("<base href=\"{}\">", self.0);
        let Some(start) = html.find("<base ") else { return html.to_owned() };
        let Some((before, rest)) = html.split_at_checked(start) else { return html.to_owned() };
        match rest.split_once('>') {
            Some((_, after)) => format!("{before}{tag}{after}"),
            None => html.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> BasePath {
        text.parse().unwrap()
    }

    #[test]
    fn slashes_are_added() {
        for text in ["portal/dms", "/portal/dms", "portal/dms/", "/portal/dms/"] {
            assert_eq!(base(text).as_str(), "/portal/dms/");
        }
        assert_eq!(base("").as_str(), "/");
        assert_eq!(base("/").as_str(), "/");
    }

    #[test]
    fn what_would_need_escaping_is_refused() {
        for text in ["/a b/", "/a\"/", "/a//b/", "/../", "/ü/", "/a%2F/", "/<x>/", "/./"] {
            assert_eq!(text.parse::<BasePath>(), Err(BadBasePath), "{text}");
        }
    }

    #[test]
    fn a_longer_name_is_outside() {
        assert_eq!(base("/portal/dms").strip("/portal/dms/kafka/1"), Some("kafka/1"));
        assert_eq!(base("/portal/dms").strip("/portal/dmsx"), None);
        assert!(base("/portal/dms").redirects("/portal/dms"));
        assert!(base("/portal/dms").redirects("/"));
        assert!(!base("/portal/dms").redirects("/portal/dmsx"));
        assert!(!base("/").redirects("/"));
    }

    #[test]
    fn the_base_tag_is_rewritten_as_trunk_minifies_it() {
        for tag in [r#"<base href="/">"#, "<base href=/>", r#"<base href="/" />"#] {
            let html = format!("<head>{tag}<link href=./a.css>");
            assert_eq!(base("/p").rewrite(&html), r#"<head><base href="/p/"><link href=./a.css>"#);
        }
        assert_eq!(base("/p").rewrite("<p>no tag"), "<p>no tag");
    }
}
