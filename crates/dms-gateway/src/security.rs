//! The headers that keep the console's pages to themselves.

use std::fmt;
use std::str::FromStr;

use http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

use crate::origin::Origin;

/// Which pages may frame the console: the sources of CSP's `frame-ancestors`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameAncestors {
    /// No page.
    None,
    /// These sources: `'self'` and origins.
    Sources(Vec<String>),
}

/// Why a text names no frame ancestors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected none, self or origins such as https://portal.example.com, separated by commas")]
pub struct BadFrameAncestors;

impl FromStr for FrameAncestors {
    type Err = BadFrameAncestors;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words: Vec<&str> =
            text.split([',', ' ']).map(|w| w.trim_matches('\'')).filter(|w| !w.is_empty()).collect();
        if words == ["none"] {
            return Ok(Self::None);
        }
        let source = |word: &&str| match *word {
            "self" => Some("'self'".to_owned()),
            word => word.parse::<Origin>().ok().map(|origin| origin.to_string()),
        };
        let sources: Option<Vec<String>> = words.iter().map(source).collect();
        sources.filter(|s| !s.is_empty()).map(Self::Sources).ok_or(BadFrameAncestors)
    }
}

impl fmt::Display for FrameAncestors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("'none'"),
            Self::Sources(sources) => f.write_str(&sources.join(" ")),
        }
    }
}

/// The headers of every answer that is not forwarded.
#[derive(Clone, Debug)]
pub struct SecurityHeaders(Vec<(HeaderName, HeaderValue)>);

impl SecurityHeaders {
    /// `proxied`: whether the console calls DMS through this gateway, so that it needs no other host.
    pub fn new(frames: &FrameAncestors, proxied: bool) -> Self {
        let connect = if proxied { "'self'" } else { "'self' https:" };
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             connect-src {connect}; font-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors {frames}"
        );
        let mut headers = common();
        if let Ok(policy) = HeaderValue::try_from(policy) {
            headers.push((CONTENT_SECURITY_POLICY, policy));
        }
        if *frames == FrameAncestors::None {
            headers.push((X_FRAME_OPTIONS, HeaderValue::from_static("DENY")));
        }
        Self(headers)
    }

    /// For answers that come from another service: were one ever opened as a page, it could do nothing.
    pub fn forwarded() -> Self {
        let mut headers = common();
        headers.push((
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'"),
        ));
        Self(headers)
    }

    /// Sets them all.
    pub fn apply(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            headers.insert(name.clone(), value.clone());
        }
    }
}

fn common() -> Vec<(HeaderName, HeaderValue)> {
    vec![
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (
            HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frame_ancestors_cannot_smuggle_a_directive() {
        assert_eq!("none".parse(), Ok(FrameAncestors::None));
        assert_eq!("'none'".parse(), Ok(FrameAncestors::None));
        let both: FrameAncestors = "self, https://portal.example.com".parse().unwrap();
        assert_eq!(both.to_string(), "'self' https://portal.example.com");
        for bad in ["", "*", "https://a; script-src *", "none,self", "portal.example.com"] {
            assert_eq!(bad.parse::<FrameAncestors>(), Err(BadFrameAncestors), "{bad}");
        }
    }
}
